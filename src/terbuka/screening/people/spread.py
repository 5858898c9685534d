"""Further mentions of a person that no rule saw: in prose, headers, file names, small letters, damaged."""

from collections.abc import Iterator, Sequence

from terbuka.screening.lexicon import is_ordinary, words
from terbuka.screening.names.anchors import lead
from terbuka.screening.names.grammar import initial_before
from terbuka.screening.names.likeness import lettered
from terbuka.screening.names.model import NameRule
from terbuka.screening.people.clusters import fathers_words
from terbuka.screening.people.misread import spread_misread
from terbuka.screening.people.model import Mention, Person
from terbuka.screening.people.nicknames import spread_nicknames
from terbuka.screening.people.otherwise import nearest, spread_otherwise
from terbuka.screening.people.standing import means_somebody, stands_like_a_name
from terbuka.screening.reading import Reading

_SHORTEST = 3
_SHORTEST_RUN_TOGETHER = 6
_LEAST_INITIALS, _MOST_INITIALS = 2, 4
_DASHES = ("-", "–", "—")
_WRITES = words("writes-a-name")
_INSIDE = (" ", "_", "-", ". ", ".")


def spread(reading: Reading, persons: list[Person], taken: set[int]) -> None:
    """Add the missing mentions to ``persons``. ``taken``: word numbers that places and other things hold."""
    walk = _Walk(reading, persons, taken)
    index = 0
    while index < len(reading):
        index += max(1, walk.step(index))
    spread_otherwise(reading, persons, taken)
    spread_misread(reading, persons, taken)
    spread_nicknames(reading, persons, taken)
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
        if mention.rule == NameRule.INITIALS:
            self.initials["".join(mention.words)] = person
        else:
            for letters in _initials_of((*mention.words, *father)):
                self.spelled.setdefault(letters, person)

    def step(self, index: int) -> int:
        """Add the mention that begins with word ``index``; the number of its words, 0 if there is none."""
        if index in self.occupied:
            return 0
        bearers = self.bearers.get(self.reading.folds[index])
        if bearers and stands_like_a_name(self.reading, index):
            first, last = self._with_initials(index), self._run(index, bearers)
            person = nearest(bearers, self.reading.starts[index])
            self._add(person, first, last, "people.repeated", [p for p in bearers if p is not person])
            return last - index
        return self._initials_at(index)

    def _with_initials(self, first: int) -> int:
        """Where the initials begin that stand in front of word ``first`` ("S. Moat")."""
        while first and first - 1 not in self.occupied and initial_before(self.reading, first):
            first -= 1
        return first

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
        person = self.initials.get(letters)
        if person is not None and len(letters) == 1 and not means_somebody(self.reading, index):
            person = None
        if person is None and letters in self.spelled and self._stand_for_somebody(index, count):
            person = self.spelled[letters]
        if person is None:
            return 0
        self._add(person, index, index + count, "people.initials")
        return count

    def _stand_for_somebody(self, index: int, count: int) -> bool:
        """Dotted letters where somebody is addressed ("Anak M.A."); others that are no word or short form of
        something else, where they act or stand alone ("| VM |", "– VM", "cukup tulis VM")."""
        reading = self.reading
        if count > 1:
            return lead(reading, index).has("address-of-person")
        if len(reading.folds[index]) < _LEAST_INITIALS or is_ordinary(reading.folds[index]):
            return False
        cell = reading.cells[reading.cell_of[index]]
        signs = index == cell.first or reading.between(index).strip() in _DASHES
        return (
            (signs and index + 1 == cell.last)
            or reading.folds[index - 1] in _WRITES
            or means_somebody(reading, index)
        )

    def _add(self, person: Person, first: int, last: int, rule: str, rivals: Sequence[Person] = ()) -> None:
        reading = self.reading
        words = tuple(reading.folds[first:last])
        start, end = reading.starts[first], reading.ends[last - 1]
        person.mentions.append(Mention(start, end, words, 0.85, rule, rivals=list(rivals)))


def _initials_of(words: tuple[str, ...]) -> set[str]:
    """The initials of a full name: of all its words, and of the first and the last."""
    full = [word for word in words if len(word) > 2]
    if not 2 <= len(full) <= _MOST_INITIALS or len(words[0]) < 3 or len(words[-1]) < 3:
        return set()
    return {"".join(word[0] for word in full), full[0][0] + full[-1][0]}


def _keys(words: tuple[str, ...]) -> Iterator[str]:
    """The words by which a name is found again, also as they are run together in file names."""
    yield from (word for word in words if len(word) >= _SHORTEST)
    for size in (2, 3):
        for at in range(len(words) - size + 1):
            joined = "".join(words[at : at + size])
            if len(joined) >= _SHORTEST_RUN_TOGETHER:
                yield joined
