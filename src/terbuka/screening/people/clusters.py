"""Which mentions are one person: the full name, parts of it, initials, an alias, a damaged spelling."""

import re
from bisect import bisect_left, bisect_right, insort
from itertools import pairwise

from terbuka.screening.names.model import NameCandidate, NameRule
from terbuka.screening.people.model import Evidence, Mention, Person
from terbuka.screening.people.same_name import compatible, index_keys
from terbuka.screening.reading import Reading
from terbuka.screening.roles import OPEN, Role

_PATRONYM = frozenset({"bin", "binti", "bte", "ibnu"})
_SKIPPED = frozenset({"br", "boru", "al", "el", "van", "der", "de", "da", "dos"})
_ALIAS_GAP = re.compile(
    r"[\s,.\"“'‘(]*(?:alias|als|al\.|a\.?k\.?a|(?:biasa )?dipanggil|panggilan|(?:akrab )?disapa|julukan|"
    r"nama samaran|nama sandi)"
    r"[\s.:\"“'‘(]*(?:(?:ibu|bapak|pak|bu|bang|mas|mbak|kak|h|hj|haji|si)\.?\s)?",
    re.I,
)
_BRACKETS = (" (", " (selanjutnya disebut ")
_LONGEST_ALIAS_GAP = 60
_CROWD = 40  # who shares "Muhammad" with more than so many is told apart by another word of the name
_INTRODUCES = ("lead.role.relative", "lead.offspring", "lead.role.private")
_OF_THE_WRITER = ("saya", "kami", "ku")
_PLAINLY = 2.4  # more than a polite "Sdr." says


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
        bracketed = gap in _BRACKETS and mention.rule == NameRule.INITIALS
        if len(gap) < _LONGEST_ALIAS_GAP and (_ALIAS_GAP.fullmatch(gap) or bracketed):
            found[id(mention)] = before
    return found


class _Register:
    """The persons so far, found by the words of their names."""

    def __init__(self) -> None:
        self.persons: list[Person] = []
        self._by_key: dict[str, _Namesakes] = {}
        self._of_mention: dict[int, Person] = {}
        self._known: dict[int, _Known] = {}

    def add(self, mention: Mention) -> None:
        """Give the mention to the person it shortens, else to a new one."""
        fitting = [p for p in self._fitting(mention) if not self._known[id(p)].is_another(mention)]
        if fitting:
            person = fitting[0]
            if len(fitting) > 1:
                person = max(fitting, key=lambda p: self._known[id(p)].closeness(mention))
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
                other.mentions, self._known[id(other)] = [], _Known()
        self._give(person, mention)

    def _fitting(self, mention: Mention) -> list[Person]:
        keys = dict.fromkeys(index_keys(mention.words))
        groups = [self._by_key.get(key, _Namesakes()) for key in keys]
        few = [group for group in groups if len(group.persons) <= _CROWD]
        if len(mention.words) == 1 and not few:
            persons = {id(p): p for group in groups for p in group.near(mention.start)}
        else:
            persons = {number: p for group in few or groups for number, p in group.persons.items()}
        return [p for p in persons.values() if self._known[id(p)].may_be(mention)]

    def _give(self, person: Person, mention: Mention) -> None:
        person.mentions.append(mention)
        self._known.setdefault(id(person), _Known()).learn(mention)
        self._of_mention[id(mention)] = person
        for key in index_keys(mention.words):
            self._by_key.setdefault(key, _Namesakes()).learn(person, mention.start)


class _Namesakes:
    """Who has a word of the name in common, and where each is named."""

    def __init__(self) -> None:
        self.persons: dict[int, Person] = {}
        self._places: list[tuple[int, int]] = []

    def learn(self, person: Person, start: int) -> None:
        self.persons[id(person)] = person
        insort(self._places, (start, id(person)))

    def near(self, start: int) -> list[Person]:
        """Who is named shortly before or behind: of a crowd called by one word alone it is one of these."""
        at = bisect_left(self._places, (start, 0))
        here = self._places[max(at - _CROWD, 0) : at + _CROWD]
        return [self.persons[number] for number in dict.fromkeys(number for _, number in here)]


class _Known:
    """What is known of one person so far: how the name is written, in which roles, and where."""

    def __init__(self) -> None:
        self._forms: dict[tuple[str, ...], set[str]] = {}
        self._starts: list[int] = []

    def learn(self, mention: Mention) -> None:
        roles = self._forms.setdefault(mention.words, set())
        insort(self._starts, mention.start)
        if mention.speaks_for(*OPEN):
            roles.add("open")
        if any(item.role in OPEN and item.explicit for item in mention.evidence):
            roles.add("office")
        if _is_private(mention):
            roles.add("private")

    def may_be(self, mention: Mention) -> bool:
        return any(compatible(mention.words, words) for words in self._forms)

    def is_another(self, mention: Mention) -> bool:
        """ "Kapolsek Ahmad" is not the complainant Ahmad Junaedi, nor the victim Slamet AKBP Slamet Riyadi:
        the shorter form bears one role, and the full name, wherever it stands, another."""
        fuller = [roles for words, roles in self._forms.items() if len(words) > len(mention.words)]
        if not fuller:
            return False
        if _is_introduced(mention) and not any(set(mention.words) <= set(words) for words in self._forms):
            return True  # "Saya Farah Nabilla. Adik saya Nabil"
        roles = set[str]().union(*fuller)
        if mention.speaks_for(Role.OFFICIAL):  # "foto Fahmi" says too little
            return "open" not in roles
        return "office" in roles and "private" not in roles and _is_private(mention)

    def closeness(self, mention: Mention) -> tuple[bool, bool, int]:
        """First who acts in office as the mention does, or not; then whose last mention stands nearest before
        this one, else who comes first after it."""
        opened = any("open" in roles for roles in self._forms.values())
        agrees = not mention.evidence or opened is mention.speaks_for(*OPEN)
        before = bisect_right(self._starts, mention.start)
        return agrees, before > 0, self._starts[before - 1] if before else -self._starts[0]


def _is_introduced(mention: Mention) -> bool:
    """As somebody's kin, whom a likeness to a name known before makes nobody else."""
    return any(
        item.rule in _INTRODUCES
        and (item.role is Role.RELATIVE or str(item.values.get("mark", "")).endswith(_OF_THE_WRITER))
        for item in mention.evidence
    )


def _is_private(mention: Mention) -> bool:
    """Plainly no officer here; a witness may well be one."""
    closed = (item.weight for item in mention.evidence if item.role not in (*OPEN, Role.WITNESS))
    return sum(closed) > _PLAINLY
