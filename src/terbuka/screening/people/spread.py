"""Further mentions of a person that no rule saw: in prose, headers, file names, small letters, damaged."""

from collections.abc import Iterator, Sequence

from terbuka.screening.names.anchors import lead
from terbuka.screening.names.likeness import lettered
from terbuka.screening.people.clusters import fathers_words
from terbuka.screening.people.misread import spread_misread
from terbuka.screening.people.model import Mention, Person
from terbuka.screening.people.otherwise import nearest, spread_otherwise
from terbuka.screening.people.standing import stands_like_a_name
from terbuka.screening.reading import Reading

_SHORTEST = 3
_SHORTEST_RUN_TOGETHER = 6
_INSIDE = (" ", "_", "-", ". ", ".")


def spread(reading: Reading, persons: list[Person], taken: set[int]) -> None:
    """Add the missing mentions to ``persons``. ``taken``: word numbers that places and other things hold."""
    walk = _Walk(reading, persons, taken)
    index = 0
    while index < len(reading):
        index += max(1, walk.step(index))
    spread_otherwise(reading, persons, taken)
    spread_misread(reading, persons, taken)
    for person in persons:
        person.mentions.sort(key=lambda m: m.start)


class _Walk:
    """One walk over the words of a document with what is known of its persons' names."""

    def __init__(self, reading: Reading, persons: list[Person], taken: set[int]) -> None:
        self.reading = reading
        self.occupied = set(taken)
        self.bearers: dict[str, list[Person]] = {}
        self.initials: dict[str, Person] = {}  # by which a person is called somewhere
        self.spelled: dict[str, Person] = {}  # of full names
        for person in persons:
            for mention in person.mentions:
                self._learn(person, mention)

    def _learn(self, person: Person, mention: Mention) -> None:
        here = self.reading.words_in(mention.start, mention.end)
        self.occupied.update(here)
        father = fathers_words(self.reading.folds[here.start : here.stop])
        for word in (*_keys(mention.words), *_keys(father)):
            known = self.bearers.setdefault(word, [])
            if person not in known:
                known.append(person)
        if mention.rule == "names.initials":
            self.initials["".join(mention.words)] = person
        elif 2 <= len(mention.words) <= 4 and all(len(word) > 2 for word in mention.words):
            self.spelled.setdefault("".join(word[0] for word in mention.words), person)

    def step(self, index: int) -> int:
        """Add the mention that begins with word ``index``; the number of its words, 0 if there is none."""
        if index in self.occupied:
            return 0
        bearers = self.bearers.get(self.reading.folds[index])
        if bearers and stands_like_a_name(self.reading, index):
            last = self._run(index, bearers)
            person = nearest(bearers, self.reading.starts[index])
            self._add(person, index, last, "people.repeated", [p for p in bearers if p is not person])
            return last - index
        return self._initials_at(index)

    def _run(self, index: int, bearers: list[Person]) -> int:
        """Behind the last word of the name that begins here ("cutnyak_fadhilah", "Tenri Ola P.")."""
        reading, last = self.reading, index + 1
        while last < len(reading) and last not in self.occupied and reading.between(last) in _INSIDE:
            word = reading.folds[last]
            same = any(person in bearers for person in self.bearers.get(word, ()))
            initial = len(word) == 1 and reading.capital(last) and reading.between(last) == " "
            if not same and not initial:
                break
            last += 1
        return last

    def _initials_at(self, index: int) -> int:
        """Initials that are known ("AF"), or those of a full name where they stand like one ("Anak M.A.")."""
        word = self.reading.word(index)
        if not word.isupper() or len(word) > _SHORTEST:
            return 0
        count = lettered(self.reading, index, (".", ". ")) if len(word) == 1 else 1
        letters = "".join(self.reading.folds[index : index + count])
        person = self.initials.get(letters) if len(letters) > 1 else None
        if person is None and count > 1 and lead(self.reading, index).has("address-of-person"):
            person = self.spelled.get(letters)
        if person is None:
            return 0
        self._add(person, index, index + count, "people.initials")
        return count

    def _add(self, person: Person, first: int, last: int, rule: str, rivals: Sequence[Person] = ()) -> None:
        reading = self.reading
        words = tuple(reading.folds[first:last])
        start, end = reading.starts[first], reading.ends[last - 1]
        person.mentions.append(Mention(start, end, words, 0.85, rule, rivals=list(rivals)))


def _keys(words: tuple[str, ...]) -> Iterator[str]:
    """The words by which a name is found again, also as they are run together in file names."""
    yield from (word for word in words if len(word) >= _SHORTEST)
    for size in (2, 3):
        for at in range(len(words) - size + 1):
            joined = "".join(words[at : at + size])
            if len(joined) >= _SHORTEST_RUN_TOGETHER:
                yield joined
