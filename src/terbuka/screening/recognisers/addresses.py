"""Addresses: from "Jl.", "Gg." or "Komp." down to the smallest unit, and whose they are.

A person's address is hidden; a street in which something happens, the seat of an office, and a letterhead stay.
Sub-district, city and province alone are no address.
"""

import re
from dataclasses import dataclass

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.kinds import Matter
from terbuka.screening.layout import Layout
from terbuka.screening.reading import Reading
from terbuka.screening.roles import Role

_LABELLED = N_("Alamat setelah label %(label)s.")
_LIVED = N_("Alamat setelah kata %(label)s.")
_DETAILED = N_("Alamat dengan nomor rumah atau RT/RW.")
_OFFICE = N_("Alamat kantor atau tempat umum.")

_JOINS = re.compile(r"[.:]{0,2} ?|-|–|/| ?[(\"]|\.? ?-| ?/ ?|\.,? ?|’|'")
_COMMA = re.compile(r"[.)\"]?[,;] ?(?:\r?\n\s*)?")
_WRAP = re.compile(r",? ?\r?\n\s*")
_PERSONAL_REACH, _OFFICE_REACH = 6, 7
_ENDERS = (
    "address.stop", "day", "month", "label.phone", "label.nik", "label.email", "label.job", "label.religion", "label.age", "role.witness",
    "role.suspect", "role.victim", "post", "rank", "speech", "label.nip", "label.kk", "label.npwp", "title.formal",
)  # fmt: skip


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
        end = _trim_region(reading, last, _extent(reading, first, last))
        if end > last:
            found.append(Address(first, end, _detailed(reading, first, end)))
            reached = end
    return found


def _trim_region(reading: Reading, last: int, end: int) -> int:
    """A city at the end of an address ("… RT 09 Banjarmasin Timur") is none of it, once it names a number."""
    cut = end
    while cut > last and (
        reading.folds[cut - 1] in _DIRECTIONS
        or reading.tag_before(cut, "region")
        or reading.within(cut - 1, "region")
    ):
        cut -= 1
    if reading.tag_before(cut, "address.opener", "address.part") and not reading.folds[cut - 1].isdigit():
        return end  # "Kelurahan Barabai Barat" is the name of the smallest unit
    if not any(reading.tag_at(i, "region") for i in range(cut, end)):
        return end
    numbered = any(reading.folds[i][:1].isdigit() for i in range(last, cut))
    return cut if numbered and cut < end else end


def _opens(reading: Reading, first: int, last: int) -> bool:
    """The opener stands in front of a name or number, and is not part of a post or an office's name."""
    if (
        last >= len(reading)
        or reading.within(first, "post", "label.office_address")
        or reading.tag_at(first, "post") > last - first
    ):
        return False
    after = reading.text[reading.starts[last]]
    gap = reading.between(last)
    if "." in gap and reading.sentence_end(last):
        return False
    return (after.isupper() or after.isdigit()) and bool(re.fullmatch(r"[.:]{0,2} ?[\"(]?", gap))


def _extent(reading: Reading, first: int, last: int) -> int:
    index = last
    while index < len(reading) and index - first < 30:
        if index > last and not _continues(reading, index):
            break
        if index > last and _ends(reading, index):
            break
        index += 1
    return index


def _ends(reading: Reading, index: int) -> bool:
    """Something else begins; but a street may bear a rank ("Jl. Brigjen H. Hasan Basri")."""
    if reading.tag_at(index, "address.part") or reading.folds[index - 1] in _STREETS:
        return False
    return bool(reading.tag_at(index, *_ENDERS))


_STREETS = frozenset({"jl", "jln", "jalan", "gg", "gang"})


def _continues(reading: Reading, index: int) -> bool:
    """Word ``index`` still belongs to the address in front of it."""
    gap = reading.between(index)
    part = bool(reading.tag_at(index, "address.part", "address.opener"))
    if (
        reading.tag_at(index - 1, "beside")
        or (index > 1 and reading.tag_at(index - 2, "beside"))
        or (gap == " " and reading.tag_at(index, "beside"))
    ):
        return gap == " "  # "dekat pos ronda"
    number = reading.folds[index][:1].isdigit()
    if _COMMA.fullmatch(gap) or _WRAP.fullmatch(gap):
        return part or (number and "," in gap and "\n" not in gap)
    if not _JOINS.fullmatch(gap) or (gap.startswith(".") and reading.sentence_end(index) and not part):
        return False
    return part or number or reading.capital(index)


def _detailed(reading: Reading, first: int, end: int) -> bool:
    words = set(reading.folds[first:end])
    if words & {
        "rt",
        "rw",
        "gg",
        "gang",
        "blok",
        "blk",
        "dusun",
        "lorong",
        "lr",
        "komp",
        "komplek",
        "perum",
        "perumahan",
        "kav",
        "btn",
        "apartemen",
        "lk",
        "link",
    }:
        return True
    return bool(words & {"no", "nomor"}) and any(word[:1].isdigit() for word in reading.folds[first:end])


def addresses(layout: Layout, matter: Matter, found: list[Address]) -> list[Candidate]:
    """Each address with its holder: a person (None) or an office (INSTITUTION)."""
    candidates = [_candidate(layout, matter, address) for address in found]
    candidates = [c for c in candidates if c is not None]
    return candidates + _whole_values(layout, candidates)


def _candidate(layout: Layout, matter: Matter, address: Address) -> Candidate | None:
    reading = layout.reading
    start, end = reading.starts[address.first], reading.ends[address.last - 1]
    kinds = layout.kinds_at(start)
    if "address" in kinds and _of_institution(layout, start):
        return _made(start, end, Role.INSTITUTION, 0.85, _OFFICE, "")
    if "address" in kinds and layout.field_at(start):
        return _made(start, end, None, 0.95, _LABELLED, "alamat")
    row = layout.row_at(start)
    if row and row.cell("name") and address.detailed and matter.open < 0 and "office_address" in kinds:
        return _made(start, end, None, 0.7, _DETAILED, "")  # a caller's place in a log of calls
    said, word = _said(layout, address.first)
    if said == "person":
        return _made(start, end, None, 0.92, _LIVED, word)
    if "office_address" in kinds or said == "office" or start < layout.letterhead or not address.detailed:
        return _in_table(layout, start, end, address) or _made(start, end, Role.INSTITUTION, 0.8, _OFFICE, "")
    if "address" in kinds or _of_addressee(layout, address.first):
        return _made(start, end, None, 0.9, _LABELLED, "alamat")
    if matter.open >= 1:
        return _made(start, end, Role.INSTITUTION, 0.6, _OFFICE, "")
    return _made(start, end, None, 0.6, _DETAILED, "")


def _of_institution(layout: Layout, offset: int) -> bool:
    """The name above this field is an institution's: ``Nama : Badan Pertanahan …``, ``Alamat : …``."""
    line = layout.reading.line_of(offset)
    named = [field for field in layout.fields if field.has("name") and line - 4 <= field.line < line]
    if not named:
        return False
    first = layout.reading.word_at(named[-1].start)
    return bool(
        layout.reading.tag_at(first, "org.government", "org.company", "place.hospital", "place.school")
    )


def _in_table(layout: Layout, start: int, end: int, address: Address) -> Candidate | None:
    """In a table's column for addresses even a bare street is the person's of that row, an office's aside."""
    cell = layout.cell_at(start)
    if cell is None or "address" not in cell.kinds or "office_address" in cell.kinds:
        return None
    if any(
        layout.reading.tag_at(i, "post", "post.organisation", "org.government")
        for i in layout.reading.words_in(cell.start, start)
    ):
        return None
    return _made(start, end, None, 0.85, _LABELLED, "alamat")


def _made(start: int, end: int, holder: Role | None, certain: float, reason: str, label: str) -> Candidate:
    type_ = "PLACE" if holder else "ADDRESS"
    return Candidate(
        type_, start, end, "addresses.address", certain, reason, Rank.CONTEXT, holder, None, {"label": label}
    )


def _said(layout: Layout, first: int) -> tuple[str, str]:
    """What the words in front say: lived in ("warga", "tinggal di") or an office or event ("kantor", "TKP")."""
    reading = layout.reading
    for at in range(first, max(first - _OFFICE_REACH, 0), -1):
        gap = reading.between(at)
        if "|" in gap or "\t" in gap or "\n\n" in gap or (reading.sentence_end(at) and at < first):
            break
        length = reading.tag_before(at, "residence")
        if length and first - at < _PERSONAL_REACH:
            return "person", reading.text[reading.starts[at - length] : reading.ends[at - 1]].lower()
        if reading.tag_before(
            at, "office", "org.government", "org.company", "place.hospital", "place.school", "place.site"
        ):
            return "office", ""
    return "", ""


def _of_addressee(layout: Layout, first: int) -> bool:
    """The line under "Yth. Sdr. …" holds the addressee's address."""
    reading = layout.reading
    line = reading.lines[first]
    if line == 0 or first != reading.line_words(line).start:
        return False
    return any(reading.folds[i] in ("yth", "kepada") for i in reading.line_words(line - 1))


def _whole_values(layout: Layout, found: list[Candidate]) -> list[Candidate]:
    """A labelled address is hidden as a whole, sub-district, city and province at its end apart."""
    spans = [(f.start, f.end) for f in layout.fields if f.has("address") and not f.has("office_address")]
    spans = [span for span in spans if not _of_institution(layout, span[0])]
    spans += [(c.start, c.end) for row in layout.rows for c in row.cells if c.kinds == ("address",)]
    out = []
    for start, end in spans:
        end = _without_region(layout.reading, start, end)
        words = layout.reading.words_in(start, end)
        hidden = [c for c in found if c.overlaps(start, end) and c.holder is None]
        kept = [c for c in found if c.overlaps(start, end) and c.holder is not None]
        detailed = any(
            layout.reading.folds[i][:1].isdigit()
            or layout.reading.tag_at(i, "address.part", "address.opener")
            for i in words
        )
        if end > start and not kept and (hidden or detailed):
            out.append(
                _made(
                    start,
                    max(end, *(c.end for c in hidden)) if hidden else end,
                    None,
                    0.93,
                    _LABELLED,
                    "alamat",
                )
            )
    return out


def _without_region(reading: Reading, start: int, end: int) -> int:
    """Cut "Kec. …", "Kota …" and regions from the end of an address."""
    words = reading.words_in(start, end)
    for index in words:
        stop = reading.tag_at(index, "address.stop")
        if stop and index > words.start and not reading.within(index, "address.part"):
            return len(reading.text[: reading.starts[index]].rstrip(" ,.-(\n\r"))
    while words and "," in reading.text[start:end]:
        comma = reading.text.rfind(",", start, end)
        tail = reading.words_in(comma, end)
        if not tail or not all(
            reading.tag_at(i, "region") or reading.within(i, "region") or reading.folds[i] in _DIRECTIONS
            for i in tail
        ):
            break
        end = comma
    return end


_DIRECTIONS = frozenset({"utara", "selatan", "barat", "timur", "tengah", "kota", "indonesia", "pusat"})
