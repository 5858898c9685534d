"""What is written like an address: from "Jl.", "Gg." or "Komp." down to the smallest unit.

Sub-district, city and province alone are no address (policy, ADDRESS).
"""

import re
from dataclasses import dataclass

from terbuka.screening.lexicon import is_name_part, is_ordinary, words
from terbuka.screening.reading import Reading

_JOINS = re.compile(r"[.:]{0,2} ?|-|–|/| ?[(\"]|\.? ?-| ?/ ?|\.,? ?|’|'")
_COMMA = re.compile(r"[.)\"]?[,;] ?(?:\r?\n\s*)?")
_WRAP = re.compile(r",? ?\r?\n\s*")
_OPENING_GAP = re.compile(r"[.:]{0,2} ?[\"(]?")
_LONGEST = 30
_STREETS, _DIRECTIONS = words("street"), words("direction")
_DETAILS = words("detailed-address")
_HOUSE_NUMBER = frozenset({"no", "nomor", "nmr"})
_BEFORE_A_NUMBER = re.compile(r"[.:]{0,2} ?")
_WHERE_SOMEBODY_WORKS = ("post", "post.organisation", "post.staff", "label.office_address")
_STATE, _RT, _LONGEST_HAMLET = "negeri", "rt", 3
_LEADS = frozenset(("di", "dari", "ke", "warga", "asal"))
_NO_HAMLET = (
    "post",
    "post.organisation",
    "post.staff",
    "rank",
    "title.kin",
    "title.formal",
    "org.government",
)
_LONGEST_HOUSE_LETTER = 2  # "No. B-12"


@dataclass(frozen=True, slots=True)
class Address:
    """Word numbers of an address; ``detailed``: it names a house, a lane or an RT."""

    first: int
    last: int
    detailed: bool


def find_addresses(reading: Reading) -> list[Address]:
    """Everything written like an address, in document order."""
    found: list[Address] = []
    reached = 0
    for first, last in reading.marked("address.opener"):
        if first < reached or not _opens(reading, first, last):
            continue
        end = _trim_region(reading, last, _extent(reading, last))
        if end > last:
            hamlet = _hamlet_before(reading, first, reached)
            found.append(Address(hamlet, end, _detailed(reading.folds[first:end])))
            reached = end
    return found


def _opens(reading: Reading, first: int, last: int) -> bool:
    """The opener stands in front of a name or number, and is not part of a post or an office's name."""
    if last >= len(reading) or reading.within(first, *_WHERE_SOMEBODY_WORKS):
        return False
    gap = reading.between(last)
    if reading.folds[first] == _STATE and reading.tag_before(first, "place.school"):
        return False  # "SD Negeri 2"; "Negeri Haria" is a village
    if reading.tag_at(first, "post") > last - first or ("." in gap and reading.sentence_end(last)):
        return False
    named = reading.capital(last) or reading.folds[last][0].isdigit()
    return named and bool(_OPENING_GAP.fullmatch(gap))


def _hamlet_before(reading: Reading, first: int, reached: int) -> int:
    """Where "Serut RT 01" begins: a hamlet stands in front of its RT without a word for it, behind a comma, a
    bracket or a word that leads to a place. A name that people bear is somebody's ("Siti, Budi RT 02")."""
    at = first
    while (
        reading.folds[first] == _RT
        and at > reached
        and reading.between(at) == " "
        and _names_a_hamlet(reading, at - 1)
    ):
        at -= 1
    led = at > 0 and (
        _COMMA.fullmatch(reading.between(at)) or "(" in reading.between(at) or reading.folds[at - 1] in _LEADS
    )
    told = any(not is_ordinary(reading.folds[i]) for i in range(at, first))
    return at if led and told and first - at <= _LONGEST_HAMLET else first


def _names_a_hamlet(reading: Reading, index: int) -> bool:
    if not reading.capital(index) or is_name_part(reading.folds[index]):
        return False
    return not reading.tag_at(index, *_NO_HAMLET) and not reading.within(index, *_NO_HAMLET)


def _extent(reading: Reading, first: int) -> int:
    """The word number behind the last word of the address whose first word behind the opener is ``first``."""
    index = first + 1
    while index < len(reading) and index - first < _LONGEST:
        if not _continues(reading, index) or _ends(reading, index):
            break
        index += 1
    return index


def _ends(reading: Reading, index: int) -> bool:
    """Something else begins; but a street may bear a rank ("Jl. Brigjen H. Hasan Basri")."""
    if reading.tag_at(index, "address.part") or reading.folds[index - 1] in _STREETS:
        return False
    return bool(reading.tag_at(index, "address.end"))


def _continues(reading: Reading, index: int) -> bool:
    """Word ``index`` still belongs to the address in front of it."""
    gap = reading.between(index)
    if reading.folds[index] in _HOUSE_NUMBER and not _numbers_a_house(reading, index):
        return False
    if _beside(reading, index):
        return gap == " "
    part = bool(reading.tag_at(index, "address.part", "address.opener"))
    number = reading.folds[index][0].isdigit()
    if _COMMA.fullmatch(gap) or _WRAP.fullmatch(gap):
        return part or (number and "," in gap and "\n" not in gap)
    if not _JOINS.fullmatch(gap) or (gap.startswith(".") and not part and _stops(reading, index)):
        return False
    return part or number or reading.capital(index)


def _stops(reading: Reading, index: int) -> bool:
    """The full stop in front of word ``index`` ends the sentence, also behind the number of a house, which
    looks like that of an item of a list: "No. 8. Panitia menyediakan …"."""
    numbered = reading.folds[index - 1].isdigit() and reading.between(index) != "."
    return reading.sentence_end(index) or numbered


def _numbers_a_house(reading: Reading, index: int) -> bool:
    """Not ``No. Telp`` or ``Nomor KTP``: a number or a letter stands behind."""
    after = index + 1
    if after >= len(reading) or not _BEFORE_A_NUMBER.fullmatch(reading.between(after)):
        return False
    word = reading.folds[after]
    return word[0].isdigit() or (len(word) <= _LONGEST_HOUSE_LETTER and not _is_labelled(reading, index))


def _is_labelled(reading: Reading, index: int) -> bool:
    """A label of more than this word begins here: "No HP"."""
    return any(
        length > 1 and any(tag.startswith("label.") for tag in tags)
        for length, tags in reading.opening.get(index, ())
    )


def _beside(reading: Reading, index: int) -> bool:
    """Two words of description: ``dekat pos ronda``, ``sabalah langgar``."""
    if reading.tag_at(index - 1, "beside") or reading.tag_at(index - 2, "beside"):
        return True
    return reading.between(index) == " " and reading.tag_at(index, "beside") > 0


def _detailed(folds: list[str]) -> bool:
    if not _DETAILS.isdisjoint(folds):
        return True
    return not _HOUSE_NUMBER.isdisjoint(folds) and any(word[0].isdigit() for word in folds)


def _trim_region(reading: Reading, last: int, end: int) -> int:
    """A city at the end of an address ("… RT 09 Banjarmasin Timur") is none of it, once it names a number."""
    cut = end
    while cut > last and is_region_word(reading, cut - 1):
        cut -= 1
    if cut == end or not any(reading.tag_at(i, "region") for i in range(cut, end)):
        return end
    named = reading.tag_before(cut, "address.opener", "address.part") and not reading.folds[cut - 1].isdigit()
    numbered = any(reading.folds[i][0].isdigit() for i in range(last, cut))
    return cut if numbered and not named else end  # "Kelurahan Barabai Barat" names the smallest unit


def is_region_word(reading: Reading, index: int) -> bool:
    """Part of the name of a regency, city or province, or a point of the compass."""
    if reading.folds[index] in _DIRECTIONS or reading.tag_at(index, "region"):
        return True
    return reading.within(index, "region")
