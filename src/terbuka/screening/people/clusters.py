"""Which mentions are one person: the full name, parts of it, initials, an alias, a damaged spelling."""

import re
from itertools import pairwise

from terbuka.screening.names.model import NameCandidate
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


def name_words(reading: Reading, first: int, last: int) -> tuple[str, ...]:
    """The words of a name in folded form, without particles and without the patronym behind bin or binti."""
    words: list[str] = []
    for index in range(first, last):
        word = reading.folds[index]
        if word in _PATRONYM and words:
            break
        if word not in _SKIPPED:
            words.append(word)
    return tuple(words)


def mention_of(reading: Reading, name: NameCandidate, evidence: list[Evidence]) -> Mention:
    return Mention(
        name.start, name.end, name_words(reading, name.first, name.last), name.certain, name.rule, evidence
    )


def compatible(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """True when ``part`` can be a shorter way of writing ``whole``: its words in order, initials for words.

    >>> compatible(("f", "ledo", "bili"), ("fransiskus", "ledo", "bili"))
    True
    >>> compatible(("m", "aldi"), ("muhammad", "aldi"))
    True
    """
    at = full = 0
    for word in part:
        while at < len(whole) and not _same(word, whole[at]):
            at += 1
        if at == len(whole):
            return False
        full += len(word) > 2 and len(whole[at]) > 2
        at += 1
    return full > 0 or (len(part) > 1 and len(part) == len(whole)) or part == whole


def _same(word: str, other: str) -> bool:
    if word == other:
        return True
    if len(word) <= 2 or len(other) <= 2:
        return word[0] == other[0]
    return (
        word in _SHORT_FORMS.get(other, ()) or other in _SHORT_FORMS.get(word, ()) or _nickname(word, other)
    )


_SHORT_FORMS = {
    "muhammad": ("muh", "moh", "mhd", "muhd"),
    "mohammad": ("moh", "muh", "mohd"),
    "muhamad": ("muh", "moh", "mhd"),
    "abdul": ("abd", "abdoel"),
    "siti": ("sti",),
    "nur": ("noor", "nor"),
}


def _nickname(word: str, other: str) -> bool:
    """A nickname is the beginning of the name: Frans for Fransiskus."""
    short, long = sorted((word, other), key=len)
    return len(short) >= 4 and long.startswith(short) and len(long) - len(short) <= 6


def cluster(reading: Reading, mentions: list[Mention]) -> list[Person]:
    """Group mentions (in document order) into persons: first the long ones, then what is a part of one."""
    persons: list[Person] = []
    order = sorted(mentions, key=lambda m: (-_fullness(m), m.start))
    aliases = _aliases(reading, mentions)
    for mention in order:
        if id(mention) in aliases:
            continue
        person = _owner(persons, mention)
        if person is None:
            person = Person(len(persons) + 1)
            persons.append(person)
        person.mentions.append(mention)
    _join_aliases(persons, mentions, aliases)
    for person in persons:
        person.mentions.sort(key=lambda m: m.start)
    persons = [person for person in persons if person.mentions]
    persons.sort(key=lambda p: p.first)
    for number, person in enumerate(persons, 1):
        person.number = number
    return persons


def _fullness(mention: Mention) -> int:
    """Full words first: "Rizky Maulana" before "M. Aldi" before "AF"."""
    return sum(len(word) > 2 for word in mention.words)


def _owner(persons: list[Person], mention: Mention) -> Person | None:
    """The person this mention shortens; of several the one whose last mention stands nearest before it."""
    fitting = [p for p in persons if any(compatible(mention.words, known.words) for known in p.mentions)]
    if not fitting:
        return None
    return max(fitting, key=lambda p: _nearness(p, mention))


def _nearness(person: Person, mention: Mention) -> tuple[bool, int]:
    before = [known.start for known in person.mentions if known.start <= mention.start]
    return (bool(before), max(before)) if before else (False, -min(known.start for known in person.mentions))


def _aliases(reading: Reading, mentions: list[Mention]) -> dict[int, Mention]:
    """Mentions that follow another behind a word for alias, and initials in brackets behind a name."""
    found = {}
    ordered = sorted(mentions, key=lambda m: m.start)
    for before, mention in pairwise(ordered):
        gap = reading.text[before.end : mention.start]
        bracketed = gap in (" (", " (selanjutnya disebut ") and mention.rule == "names.initials"
        if len(gap) < 60 and (_ALIAS_GAP.fullmatch(gap) or bracketed):
            found[id(mention)] = before
    return found


def _join_aliases(persons: list[Person], mentions: list[Mention], aliases: dict[int, Mention]) -> None:
    """Each alias joins the person it is an alias of; persons known only by that alias join too."""
    for mention in mentions:
        before = aliases.get(id(mention))
        if before is None:
            continue
        person = next(p for p in persons if any(known is before for known in p.mentions))
        person.mentions.append(mention)
        for other in persons:
            same = other is not person and all(
                compatible(known.words, mention.words) for known in other.mentions
            )
            if same:
                person.mentions.extend(other.mentions)
                other.mentions = []
    persons[:] = [person for person in persons if person.mentions]
