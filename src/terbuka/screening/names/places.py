"""Places, buildings, organisations, ships and undertakings: spans in which a person's name is no person.

A word that opens such a name (``Jl.``, ``RSUD``, ``PT``, ``KM``) takes the capitalised words behind it. How
far depends on what it opens: a street bears ranks and titles, an office ends where a rank begins
(``place.end.*`` in ``lexicon/groups.txt``).
"""

import re
from dataclasses import dataclass

from terbuka.screening.lexicon import is_everyday, is_name_part, region_names, words
from terbuka.screening.names.grammar import letters_of_an_office
from terbuka.screening.names.rules import AGE_BEHIND
from terbuka.screening.reading import Reading

_KINDS = {
    "place.street": "street",
    "place.area": "area",
    "place.site": "site",
    "place.hospital": "site",
    "place.school": "site",
    "org.company": "company",
    "org.government": "office",
}
_OF_MORE_WORDS = ("post", "rank", "rank.military", "region", "label.office_address", "label.name")
_NEIGHBOURHOOD = ("rt", "rw")  # "Pak RT Suwarno": who heads one
_NAMED_AFTER = ("title", "title.clergy", "title.doctor", "rank", "rank.military", "rank.civil", "particle")
_JOINING_GAP = re.compile(r"[ \-'’/&]{1,3}")
_OPENING_GAP = re.compile(r"\.? ?[\"“'‘]? ?")
_FULL_STOP = re.compile(r"\. ?")
_FROM_TO = "–"  # "Jalan Meulaboh–Tutut"
_LONGEST = 7
_LONGEST_ABBREVIATION = 9
_CONNECTORS = words("place-connector")
_POLITE = ("title.formal", "title.kin")  # "Bpk Suroso" is addressed politely, "BPK" is the audit board
_NATURE = words("nature")
_NEEDS_CAPITAL = words("needs-capital")  # "km", "tk": they open a name only when capitalised
_UNIT = re.compile(
    r"\b\d{2,4}/([A-Z]\w+(?: [A-Z]\w+)?)"
)  # a military unit and its honour name: "101/Antasari"


@dataclass(frozen=True, slots=True)
class Place:
    """``first``/``last``: word numbers, ``last`` exclusive. ``kind``: a value of ``_KINDS``."""

    first: int
    last: int
    kind: str


def find_places(reading: Reading) -> list[Place]:
    """All spans in document order; of two openers the longest wins."""
    places: list[Place] = []
    reached = 0
    for first, last in reading.marked("opener"):
        kind = _kind(reading, first, last)
        if first < reached or _inside_longer(reading, first, last) or not _opens(reading, first, last, kind):
            continue
        end = _extent(reading, last, kind)
        if kind == "area" and AGE_BEHIND.match(reading.text, reading.ends[end - 1]):
            continue  # "bendahara desa Norlaila (38)": a village has no age
        if end > last or kind == "office":
            places.append(Place(first, end, kind))
            reached = end
    return sorted([*places, *_units(reading), *_media(reading)], key=lambda place: place.first)


def _units(reading: Reading) -> list[Place]:
    spans = [reading.words_in(*match.span(1)) for match in _UNIT.finditer(reading.text)]
    return [Place(span.start, span.stop, "office") for span in spans]


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
    """Part of a post, a rank or a region: ``Kepala Desa``, ``Pak RT``, ``Brigjen TNI``, ``Hulu Sungai``."""
    if (
        reading.folds[first] in _NEIGHBOURHOOD
        and reading.tag_before(last, "post.organisation") > last - first
    ):
        return True
    of_more = (*_OF_MORE_WORDS, "post.staff") if reading.tag_at(first, "place.area") else _OF_MORE_WORDS
    for at in range(max(first - 4, 0), first + 1):
        reach = reading.tag_at(at, *of_more)  # "Bidan desa Desi" as "Kepala Desa", but "anggota Polres Bone"
        if at + reach >= last and reach > last - first:
            return True
    return False


def _kind(reading: Reading, first: int, last: int) -> str:
    tags = {tag for n, have in reading.opening[first] if n == last - first for tag in have}
    return next(kind for tag, kind in _KINDS.items() if tag in tags)


def _opens(reading: Reading, first: int, last: int, kind: str) -> bool:
    """An office needs no name behind it; everything else opens in front of a capital or a number."""
    if last - first == 1 and reading.folds[first] in _NEEDS_CAPITAL and not reading.capital(first):
        return False
    if (
        kind == "area"
        and last - first == 1
        and reading.folds[first] in _NATURE
        and reading.tag_before(first, *_POLITE)
    ):
        return False  # "Mas Gunung Wibawanto"
    if kind == "office" and last - first == 1 and letters_of_an_office(reading, first):
        return False
    if kind == "office" and reading.tag_at(first, *_POLITE) and not reading.word(first).isupper():
        return False
    return kind == "office" or (last < len(reading) and _name_like(reading, last) and _close(reading, last))


def _close(reading: Reading, index: int) -> bool:
    """Nothing separates the opener from its first word."""
    gap = reading.between(index)
    if reading.sentence_end(index):
        return False
    return gap in (" - ", "/") or bool(_OPENING_GAP.fullmatch(gap))


def _name_like(reading: Reading, index: int) -> bool:
    return reading.capital(index) or reading.folds[index][0].isdigit()


def _extent(reading: Reading, index: int, kind: str) -> int:
    """The word number behind the last word of the name that begins at ``index``."""
    begin = index
    while index < len(reading) and index - begin < _LONGEST:
        joined = _joined(reading, index, kind) if index > begin else _close(reading, index)
        if not joined or _ends_here(reading, index, kind) or not _belongs(reading, index):
            break
        index += 1
    return index


def _belongs(reading: Reading, index: int) -> bool:
    if _name_like(reading, index):
        return True
    after = index + 1
    return reading.folds[index] in _CONNECTORS and after < len(reading) and reading.capital(after)


def _joined(reading: Reading, index: int, kind: str) -> bool:
    """A blank or a hyphen stands between, or the full stop of an abbreviation ("Jl. Brigjen. H. Hasan"), or
    the dash of a road from one town to another."""
    gap, before = reading.between(index), reading.word(index - 1)
    if kind == "street" and gap == _FROM_TO:
        return True
    if not _FULL_STOP.fullmatch(gap):
        return bool(_JOINING_GAP.fullmatch(gap))
    if len(before) <= 2:
        return True
    return len(before) <= _LONGEST_ABBREVIATION and reading.tag_before(index, *_NAMED_AFTER) > 0


def _ends_here(reading: Reading, index: int, kind: str) -> bool:
    """Something else begins: a rank, a post, a title in front of a person, a label, a day."""
    if kind == "office" and _is_only_a_name(reading.folds[index]):
        return True
    return bool(reading.tag_at(index, f"place.end.{kind}"))


def _is_only_a_name(word: str) -> bool:
    return is_name_part(word) and not is_everyday(word) and word not in region_names()
