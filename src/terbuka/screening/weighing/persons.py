"""What speaks for a person's name to be hidden or to stay: all evidence of all mentions, how the model of
words reads each of them, the words around, and what document they stand in."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from terbuka.screening.kinds import Matter
from terbuka.screening.layout import Layout
from terbuka.screening.people.model import Mention, Person
from terbuka.screening.reading import Reading
from terbuka.screening.roles import OPEN
from terbuka.screening.setting import Setting
from terbuka.screening.tagging.tagger import OPEN_PERSON
from terbuka.screening.weighing.mentions import mention_features
from terbuka.screening.weighing.weigher import Features, weigh

MODEL = "persons"
HIDE, STAY, OTHER = "HIDE", "STAY", "OTHER"
"""A name that must be hidden, one that stays, and what is nobody's name."""


class Read(NamedTuple):
    """What the model of words says of a name: shares of its words."""

    hidden: float
    stays: float
    elsewhere: float


_LABELS = (("PERSON",), (OPEN_PERSON,), ("PLACE", "ORG", "ADDRESS"))
_PERSONAL = frozenset({"NIK", "KK", "PHONE", "BANK_ACCOUNT", "PASSPORT", "BPJS", "EMAIL"})
_OFFICE = frozenset({"NIP", "NRP"})
_STEPS = (0.02, 0.1, 0.25, 0.4, 0.6, 0.75, 0.9, 0.98)
_USUAL = 4.0  # what a clear sign weighs
_MANY = 4
_LENGTHS = (15, 30, 60, 120, 250)
_MOST_PRIOR, _SIDES = 1.5, (-1.0, -0.5, -0.2, -0.05, 0.05, 0.2, 0.5, 1.0)
_FAR = 9  # a gap of 256 letters and more
_OF_A_WORD = 0.5  # how much one word around may say beside what all others say


def weigh_persons(setting: Setting) -> None:
    """Tell each person how likely such a name is one to hide, one that stays, or none."""
    weighed = weigh(MODEL, person_features(setting))
    for person, likely in zip(setting.persons, weighed, strict=True):
        person.likely = (likely.get(HIDE, 0.0), likely.get(STAY, 0.0), likely.get(OTHER, 0.0))


def person_features(setting: Setting) -> Iterator[Features]:
    """For each person of ``setting`` what holds of it."""
    read = [[_as_read(setting, mention) for mention in person.mentions] for person in setting.persons]
    everywhere = _of_document(setting, read)
    for number, person in enumerate(setting.persons):
        yield {
            **everywhere,
            **_of_person(setting, person, read[number]),
            **_of_mentions(setting, person),
            **_of_neighbours(setting, read, number),
        }


def kind_of(matter: Matter) -> str:
    return matter.kind.code if matter.kind else "unknown"


def length_of(layout: Layout) -> int:
    """In how few words the document must tell everything."""
    return bisect_left(_LENGTHS, len(layout.reading))


def step(value: float) -> int:
    """A probability in few steps, finer at both ends."""
    return bisect_right(_STEPS, value)


def _as_read(setting: Setting, mention: Mention) -> Read:
    """How far the words of a mention are read as a name to hide, as one that stays, and as a place's."""
    words = setting.layout.reading.words_in(mention.start, mention.end)
    read = [setting.tagged.details[at] for at in words] or [{}]
    return Read(
        *(sum(word.get(label, 0.0) for word in read for label in labels) / len(read) for labels in _LABELS)
    )


def _of_document(setting: Setting, read: list[list[Read]]) -> Features:
    firsts = [mentions[0] for mentions in read]
    mostly = sum(first.hidden > first.stays for first in firsts) / max(len(firsts), 1)
    types = [number.type for number in setting.numbers]
    return {
        "any": 1.0,
        f"kind={kind_of(setting.matter)}": 1.0,
        f"personal={min(sum(type_ in _PERSONAL for type_ in types), _MANY)}": 1.0,
        f"office={min(sum(type_ in _OFFICE for type_ in types), _MANY)}": 1.0,
        f"children={setting.matter.children}": 1.0,
        f"sexual={setting.matter.sexual}": 1.0,
        f"mostly={step(mostly)}": 1.0,
        f"long={length_of(setting.layout)}": 1.0,
    }


def _of_person(setting: Setting, person: Person, read: list[Read]) -> Features:
    kind, found = kind_of(setting.matter), Features()
    for item in person.evidence():
        found[f"by={item.rule}"] = found[f"by={item.rule},{item.role}"] = min(item.weight / _USUAL, 2.0)
    opened = person.score(*OPEN) / _USUAL
    closed = sum(item.weight for item in person.evidence() if item.role not in OPEN) / _USUAL
    hidden, stays, elsewhere = (sum(side) / len(read) for side in zip(*read, strict=True))
    prior = closed - opened - setting.matter.open / _USUAL
    first = f"{step(read[0].hidden)},{step(read[0].stays)}"
    signs, place = f"{opened > 0},{closed > 0}", _place(setting, person)
    rule = person.mentions[0].rule
    words = max(len(mention.words) for mention in person.mentions)
    found |= {"opened": opened, "closed": closed, "margin": closed - opened, "hidden": hidden, "stays": stays}
    found["prior"] = max(-_MOST_PRIOR, min(prior, _MOST_PRIOR))
    found |= {"most-hidden": max(one.hidden for one in read), "most-open": max(one.stays for one in read)}
    found |= {"elsewhere": elsewhere, f"elsewhere={step(elsewhere)}": 1.0}
    said = (
        *(
            f"hidden={step(hidden)}",
            f"stays={step(stays)}",
            f"first={first}",
        ),
        *(f"prior={_side(prior)}", f"prior={_side(prior)},{signs}"),
        *(f"signs={signs},{length_of(setting.layout)}",),
        *(f"signs={signs}", f"signs={signs},{kind}", f"signs={signs},{hidden > stays}"),
        *(f"found={rule}", f"found={rule},{kind}", f"place={place}", f"place={place},{kind}"),
        *(
            f"times={min(len(read), _MANY + 1)}",
            f"words={min(words, _MANY)}",
        ),
    )
    return found | dict.fromkeys(said, 1.0)


def _side(prior: float) -> int:
    return bisect_left(_SIDES, prior)


def _place(setting: Setting, person: Person) -> int:
    """In which fifth of the document the name stands first."""
    return min(5 * person.first // max(len(setting.layout.reading.text), 1), 4)


def _of_mentions(setting: Setting, person: Person) -> Features:
    """What holds of each of the first mentions, and the words around."""
    own = frozenset(word for mention in person.mentions for word in mention.words)
    found: list[str] = []
    for number, mention in enumerate(person.mentions[:_MANY]):
        found += mention_features(setting.layout, setting.tagged, mention, own)
        found += _around(setting.layout.reading, mention, own, "later" if number else "first")
    return dict.fromkeys(found, _OF_A_WORD)


def _around(reading: Reading, mention: Mention, own: frozenset[str], which: str) -> Iterator[str]:
    """The three words before and behind."""
    words = reading.words_in(mention.start, mention.end)
    for far in (1, 2, 3):
        for side, at in (("before", words.start - far), ("behind", words.stop + far - 1)):
            if 0 <= at < len(reading) and reading.folds[at] not in own:
                yield f"{side}{far}={reading.folds[at]}"
                yield f"{which}-{side}={reading.folds[at]}"


def _of_neighbours(setting: Setting, read: list[list[Read]], number: int) -> Features:
    """Who is named before and behind: names stand beside such as are hidden, or stay, like themselves."""
    reading, found = setting.layout.reading, Features()
    start = setting.persons[number].first
    for side, at in (("previous", number - 1), ("next", number + 1)):
        if not 0 <= at < len(setting.persons):
            continue
        other, (hidden, stays, _) = setting.persons[at], read[at][0]
        where = f"{side},{reading.line_of(other.first) == reading.line_of(start)}"
        found |= {f"{where}-hidden": hidden * _OF_A_WORD, f"{where}-stays": stays * _OF_A_WORD}
        found[f"{where}={step(hidden)},{step(stays)}"] = _OF_A_WORD
        found[f"{side}-gap={min(abs(other.first - start).bit_length(), _FAR)}"] = _OF_A_WORD
        heaviest = max(other.evidence(), key=lambda item: item.weight, default=None)
        if heaviest is not None:
            found[f"{where}-role={heaviest.role}"] = _OF_A_WORD
    return found
