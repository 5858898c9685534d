"""Mentions written otherwise: spelled out, torn over a line or by a scanner, run together, with an ending,
damaged (policy, rule 10). And where the name of a hidden person stands for something else."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from terbuka.screening.matching import Form, Hit, Matcher
from terbuka.screening.people.model import Mention, Person
from terbuka.screening.people.standing import stands_like_a_name
from terbuka.screening.reading import Reading
from terbuka.screening.roles import OPEN
from terbuka.screening.variants import name_forms, telling_forms

_SHORTEST = 3


def spread_otherwise(reading: Reading, persons: list[Person], taken: set[int]) -> None:
    """Add the mentions that are not written as words of a name to ``persons``; whoever was taken for a person
    of their own because of such a mention is none. ``taken``: word numbers that places hold."""
    search = _Search(reading, persons, taken)
    reached = 0
    for hit in _in_order(search.matcher.hits(reading.text)):
        if hit.start >= reached and search.take(hit):
            reached = hit.end
    persons[:] = [person for person in persons if person.mentions]


def namesakes(reading: Reading, persons: Iterable[Person], held: set[int]) -> list[tuple[int, int]]:
    """Where the name of one of ``persons`` is part of a place or an address (``held``: word numbers)."""
    matcher = Matcher(_bearers(reading, persons, telling_forms))
    found: list[tuple[int, int]] = []
    for hit in _in_order(matcher.hits(reading.text)):
        inside = held.issuperset(reading.words_in(hit.start, hit.end))
        if inside and (not found or hit.start >= found[-1][1]):
            found.append((hit.start, hit.end))
    return found


def _in_order(hits: Iterator[Hit]) -> list[Hit]:
    return sorted(hits, key=lambda hit: (hit.start, -hit.end))


def _bearers(
    reading: Reading, persons: Iterable[Person], forms: Callable[[str], list[Form]]
) -> dict[Form, dict[Person, None]]:
    """Whose ``forms`` are whose, in the order of ``persons``."""
    found: dict[Form, dict[Person, None]] = {}
    for person in persons:
        written = dict.fromkeys(reading.text[m.start : m.end] for m in person.mentions)
        for form in dict.fromkeys(form for name in written for form in forms(name)):
            found.setdefault(form, {})[person] = None
    return found


class _Search:
    """The forms of all persons, and the mentions there are already."""

    def __init__(self, reading: Reading, persons: list[Person], taken: set[int]) -> None:
        self.reading, self.taken = reading, taken
        self.bearers = _bearers(reading, persons, partial(name_forms, shortest=_SHORTEST))
        self.matcher = Matcher(self.bearers)
        self.at: dict[int, list[tuple[Mention, Person]]] = {}
        for person in persons:
            for mention in person.mentions:
                for index in reading.words_in(mention.start, mention.end):
                    self.at.setdefault(index, []).append((mention, person))

    def take(self, hit: Hit) -> bool:
        """Make the hit a mention of the person it names, unless it is one, or names somebody else."""
        words = self.reading.words_in(hit.start, hit.end)
        bearers = self.bearers[hit.form]
        here = {id(mention): (mention, person) for i in words for mention, person in self.at.get(i, ())}
        own = [mention for mention, person in here.values() if person in bearers]
        others = [mention for mention, person in here.values() if person not in bearers]
        if self.taken.issuperset(words) or not self._stands(hit, words, bool(others)):
            return False
        if any(_covers(mention, hit) for mention in own) or any(map(_is_told, others)):
            return False
        rivals = [person for person in bearers if person.mentions]
        if not rivals:
            return False
        absorbed = [pair for pair in here.values() if self._inside(pair[0], words)]
        wider = [m for m in others if _covers(m, hit) and not self._inside(m, words)]
        for mention in wider:
            mention.rivals += [person for person in rivals if person not in mention.rivals]
        if not wider:
            self._add(hit, words, rivals, absorbed)
        return True

    def _stands(self, hit: Hit, words: range, named: bool) -> bool:
        """Not as the words of a name are written anyway: those were judged where they stand. Several of them
        in order count also where none would alone. ``named``: somebody else is named here."""
        folds = self.reading.folds[words.start : words.stop]
        if "".join(folds) == hit.form.letters and len(folds) <= len(hit.form.joints) + 1:
            return bool(hit.form.joints) and not named
        if hit.form.ordinary and not hit.form.joints:
            return stands_like_a_name(self.reading, words.start, hit.form.letters)
        return True

    def _inside(self, mention: Mention, words: range) -> bool:
        own = self.reading.words_in(mention.start, mention.end)
        return words.start <= own.start and own.stop <= words.stop

    def _add(
        self, hit: Hit, words: range, bearers: list[Person], absorbed: list[tuple[Mention, Person]]
    ) -> None:
        """The words go as a whole, with an ending or a year that was put to the name."""
        person = nearest(bearers, hit.start)
        rivals = [other for other in bearers if other is not person]
        evidence = [item for mention, _ in absorbed for item in mention.evidence]
        start, end = self.reading.starts[words.start], self.reading.ends[words.stop - 1]
        mention = Mention(start, end, (hit.form.letters,), 0.8, "people.otherwise", evidence, rivals)
        for known, owner in absorbed:
            owner.mentions.remove(known)
        person.mentions.append(mention)
        for index in words:
            self.at[index] = [
                *(pair for pair in self.at.get(index, ()) if pair not in absorbed),
                (mention, person),
            ]


def _is_told(mention: Mention) -> bool:
    """The text itself says at this place who that is, as an officer or as a child of the case."""
    return mention.speaks_for(*OPEN) or any(item.explicit for item in mention.evidence)


def _covers(mention: Mention, hit: Hit) -> bool:
    return mention.start <= hit.start and hit.end <= mention.end


def nearest(bearers: list[Person], start: int) -> Person:
    """Of several bearers the one mentioned last before ``start``."""

    last, found = -1, None
    for person in bearers:
        for mention in person.mentions:
            if last < mention.start < start:
                last, found = mention.start, person
    return found or min(bearers, key=lambda person: person.first)
