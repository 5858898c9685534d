"""Which mentions are one person: the full name, parts of it, initials, an alias, a damaged spelling."""

import re
from itertools import pairwise

from terbuka.screening.names.model import NameCandidate
from terbuka.screening.people.likeness import compatible, index_keys
from terbuka.screening.people.model import Evidence, Mention, Person
from terbuka.screening.reading import Reading

_PATRONYM = frozenset({"bin", "binti", "bte", "ibnu"})
_SKIPPED = frozenset({"br", "boru", "al", "el", "van", "der", "de", "da", "dos"})
_ALIAS_GAP = re.compile(
    r"[\s,.\"“'‘(]*(?:alias|als|a\.?k\.?a|(?:biasa )?dipanggil|panggilan|(?:akrab )?disapa|julukan|"
    r"nama samaran|nama sandi)"
    r"[\s.:\"“'‘(]*(?:(?:ibu|bapak|pak|bu|bang|mas|mbak|kak|h|hj|haji|si)\.?\s)?",
    re.I,
)
_BRACKETS = (" (", " (selanjutnya disebut ")
_LONGEST_ALIAS_GAP = 60


def mention_of(reading: Reading, name: NameCandidate, evidence: list[Evidence]) -> Mention:
    """The mention that a found name makes."""
    words = _name_words(reading, name.first, name.last)
    return Mention(name.start, name.end, words, name.certain, name.rule, evidence)


def _name_words(reading: Reading, first: int, last: int) -> tuple[str, ...]:
    """The words of a name in folded form, without particles and without the patronym behind bin or binti."""
    words: list[str] = []
    for word in reading.folds[first:last]:
        if word in _PATRONYM and words:
            break
        if word not in _SKIPPED:
            words.append(word)
    return tuple(words)


def fathers_words(words: list[str]) -> tuple[str, ...]:
    """The father's name in a name with bin or binti: it would tell whose child somebody is."""
    patronyms = [at for at, word in enumerate(words) if at and word in _PATRONYM]
    return tuple(word for word in words[patronyms[0] + 1 :] if word not in _SKIPPED) if patronyms else ()


def cluster(reading: Reading, mentions: list[Mention]) -> list[Person]:
    """Group mentions into persons, in document order: first the long ones, then what is a part of one."""
    register = _Register()
    aliases = _aliases(reading, mentions)
    for mention in sorted(mentions, key=lambda m: (-_fullness(m), m.start)):
        if id(mention) not in aliases:
            register.add(mention)
    for mention in mentions:
        before = aliases.get(id(mention))
        if before is not None:
            register.add_alias(mention, before)
    persons = [person for person in register.persons if person.mentions]
    for person in persons:
        person.mentions.sort(key=lambda m: m.start)
    persons.sort(key=lambda p: p.first)
    for number, person in enumerate(persons, 1):
        person.number = number
    return persons


def _fullness(mention: Mention) -> int:
    """Full words first: "Rizky Maulana" before "M. Aldi" before "AF"."""
    return sum(len(word) > 2 for word in mention.words)


def _aliases(reading: Reading, mentions: list[Mention]) -> dict[int, Mention]:
    """Mentions that follow another behind a word for alias, and initials in brackets behind a name."""
    found = {}
    for before, mention in pairwise(sorted(mentions, key=lambda m: m.start)):
        gap = reading.text[before.end : mention.start]
        bracketed = gap in _BRACKETS and mention.rule == "names.initials"
        if len(gap) < _LONGEST_ALIAS_GAP and (_ALIAS_GAP.fullmatch(gap) or bracketed):
            found[id(mention)] = before
    return found


class _Register:
    """The persons so far, found by the words of their names."""

    def __init__(self) -> None:
        self.persons: list[Person] = []
        self._by_key: dict[str, list[Person]] = {}
        self._of_mention: dict[int, Person] = {}

    def add(self, mention: Mention) -> None:
        """Give the mention to the person it shortens, else to a new one."""
        fitting = self._fitting(mention)
        if fitting:
            person = max(fitting, key=lambda p: _nearness(p, mention))
            mention.rivals = [other for other in fitting if other is not person]
        else:
            person = Person(len(self.persons) + 1)
            self.persons.append(person)
        self._give(person, mention)

    def add_alias(self, mention: Mention, before: Mention) -> None:
        """The alias joins the person of ``before``; persons known only by that alias join too."""
        person = self._of_mention[id(before)]
        for other in self._fitting(mention):
            if other is not person and all(compatible(m.words, mention.words) for m in other.mentions):
                for known in list(other.mentions):
                    self._give(person, known)
                other.mentions = []
        self._give(person, mention)

    def _fitting(self, mention: Mention) -> list[Person]:
        near = {id(p): p for key in index_keys(mention.words) for p in self._by_key.get(key, ())}
        return [p for p in near.values() if any(compatible(mention.words, m.words) for m in p.mentions)]

    def _give(self, person: Person, mention: Mention) -> None:
        person.mentions.append(mention)
        self._of_mention[id(mention)] = person
        for key in index_keys(mention.words):
            known = self._by_key.setdefault(key, [])
            if person not in known:
                known.append(person)


def _nearness(person: Person, mention: Mention) -> tuple[bool, int]:
    """The person whose last mention stands nearest before this one, else who comes first after it."""
    before = [known.start for known in person.mentions if known.start <= mention.start]
    return (bool(before), max(before)) if before else (False, -min(known.start for known in person.mentions))
