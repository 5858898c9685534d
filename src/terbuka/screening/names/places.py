"""Places, buildings, organisations, ships and undertakings: spans in which a person's name is no person.

A word that opens such a name (``Jl.``, ``RSUD``, ``PT``, ``KM``) takes the capitalised words behind it.
How far depends on what it opens: a street bears ranks and titles, an office ends where a rank begins.
"""

import re
from dataclasses import dataclass

from terbuka.screening.lexicon import is_everyday, name_parts, region_names
from terbuka.screening.reading import Reading

_STREET = "place.street"
_SITE = ("place.site", "place.hospital", "place.school")
_AREA = "place.area"
_COMPANY = "org.company"
_OFFICE = "org.government"
_OPENERS = (_STREET, *_SITE, _AREA, _COMPANY, _OFFICE)
_TITLES = ("title", "title.clergy", "title.doctor", "title.formal", "title.kin")
_RANKS = ("rank", "rank.military", "rank.civil")
_JOINING_GAP = re.compile(r"[ .\-'’/&]{1,3}|\. ?|/")
_ABBREVIATED = re.compile(r"[A-Za-z]{1,9}\. ?")
_LONGEST = 7
_UNIT = re.compile(
    r"\b\d{2,4}/([A-Z]\w+(?: [A-Z]\w+)?)"
)  # a military unit and its honour name: "101/Antasari"
_CONNECTORS = frozenset({"dan", "al", "of", "the", "de"})
# Words that open a name of a site only in front of a name; on their own they are everyday words.
_NEEDS_CAPITAL = frozenset(
    {"km", "tk", "tb", "rt", "rw", "blok", "ra", "kb", "ma", "mi", "po", "pd", "cap", "ops", "op"}
)


@dataclass(frozen=True, slots=True)
class Place:
    """``first``/``last``: word numbers, ``last`` exclusive. ``kind``: ``street``, ``site``, ``company``, ``office``."""

    first: int
    last: int
    kind: str


def find_places(reading: Reading) -> list[Place]:
    """All spans in document order, not overlapping; the longest opener wins."""
    places: list[Place] = []
    reached = 0
    for first, last in reading.marked(*_OPENERS):
        if first < reached or _inside_longer(reading, first, last):
            continue
        kind = _kind(reading, first, last)
        if kind == "" or not _opens(reading, first, last, kind):
            continue
        end = _extent(reading, last, kind)
        if end > last or kind == "office":
            places.append(Place(first, end, kind))
            reached = end
    return sorted(places + _units(reading) + _media(reading), key=lambda place: place.first)


def _units(reading: Reading) -> list[Place]:
    found = []
    for match in _UNIT.finditer(reading.text):
        words = reading.words_in(*match.span(1))
        found.append(Place(words.start, words.stop, "office"))
    return found


def _media(reading: Reading) -> list[Place]:
    """A medium behind a word of its craft: ``wartawan Radar Antasari``, ``fotografer Barito Kabar``."""
    found = []
    for _, last in reading.marked("press"):
        end = last
        while end < len(reading) and end - last < 4 and reading.capital(end) and reading.between(end) == " ":
            end += 1
        if any(reading.tag_at(at, "org.media") for at in range(last, end)):
            found.append(Place(last, end, "company"))
    return found


def _inside_longer(reading: Reading, first: int, last: int) -> bool:
    """The opener is a part of a post, rank or region: ``Kepala Desa``, ``Brigjen TNI``, ``Hulu Sungai Tengah``."""
    for at in range(max(first - 4, 0), first + 1):
        reach = reading.tag_at(at, "post", "rank", "rank.military", "region", "label.office_address")
        if at + reach >= last and reach > last - first:
            return True
    return False


def _kind(reading: Reading, first: int, last: int) -> str:
    tags = {tag for n, have in reading.opening.get(first, ()) if n == last - first for tag in have}
    if _STREET in tags:
        return "street"
    if _AREA in tags:
        return "area"
    if tags & set(_SITE):
        return "site"
    if _COMPANY in tags:
        return "company"
    return "office" if _OFFICE in tags else ""


def _opens(reading: Reading, first: int, last: int, kind: str) -> bool:
    """A short abbreviation opens a name only in capitals; an everyday word only in front of a capital."""
    word = reading.folds[first]
    if last - first == 1 and word in _NEEDS_CAPITAL and not reading.word(first)[:1].isupper():
        return False
    if kind == "office":
        return True
    return last < len(reading) and _name_like(reading, last) and _close(reading, last)


def _close(reading: Reading, index: int) -> bool:
    gap = reading.between(index)
    if reading.sentence_end(index):
        return False
    return bool(re.fullmatch(r"\.? ?[\"“'‘(]? ?", gap)) or gap in (" - ", "/")


def _name_like(reading: Reading, index: int) -> bool:
    return reading.capital(index) or reading.text[reading.starts[index]].isdigit()


def _extent(reading: Reading, index: int, kind: str) -> int:
    """The word number behind the last word of the name that begins at ``index``."""
    begin = index
    while index < len(reading) and index - begin < _LONGEST:
        if index > begin and not _joined(reading, index) or index == begin and not _close(reading, index):
            break
        if _ends_here(reading, index, kind):
            break
        connects = (
            reading.folds[index] in _CONNECTORS and index + 1 < len(reading) and reading.capital(index + 1)
        )
        if not _name_like(reading, index) and not connects:
            break
        index += 1
    return index


def _joined(reading: Reading, index: int) -> bool:
    gap = reading.between(index)
    if "." in gap:
        return bool(_ABBREVIATED.fullmatch(reading.word(index - 1) + gap)) and (
            len(reading.word(index - 1)) <= 2
            or reading.tag_before(index, *_TITLES, *_RANKS, "particle") > 0
            or reading.word(index - 1) in ("Moh", "Muh", "Abd", "St")
        )
    return bool(_JOINING_GAP.fullmatch(gap))


def _ends_here(reading: Reading, index: int, kind: str) -> bool:
    """Where the next word begins something else: a rank, a post, a title in front of a person, a label, a day."""
    if kind == "office" and _is_name(reading.folds[index]):
        return True
    return bool(reading.tag_at(index, *_ENDERS[kind]))


def _is_name(word: str) -> bool:
    return word in name_parts() and not is_everyday(word) and word not in region_names()


_ALWAYS = ("day", "label.phone", "role.victim", "role.witness", "role.suspect")
_LABELS = (*_ALWAYS, "month", "label.name", "label.number", "role.complainant")
_ENDERS = {
    "street": _ALWAYS,
    "site": _LABELS,
    "company": (*_LABELS, *_RANKS, "post"),
    "area": (*_LABELS, *_RANKS, *_TITLES, "post"),
    "office": (*_LABELS, *_RANKS, *_TITLES, "post", "post.organisation"),
}
