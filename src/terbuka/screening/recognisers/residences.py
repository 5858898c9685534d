"""Whose an address is: a person's is hidden; a street in which something happens, an office's seat and a
letterhead stay."""

import re
from bisect import bisect_left, bisect_right

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.kinds import Matter
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import is_everyday
from terbuka.screening.people.cast import Cast
from terbuka.screening.reading import Reading
from terbuka.screening.recognisers.addresses import Address, is_region_word
from terbuka.screening.roles import Role
from terbuka.screening.written_dates import WHERE_AND_WHEN

_LABELLED = N_("Alamat setelah label %(label)s.")
_LIVED = N_("Alamat setelah kata %(label)s.")
_DETAILED = N_("Alamat dengan nomor rumah atau RT/RW.")
_OF_WHO_IS_NAMED = N_("Alamat tepat sesudah nama seseorang.")
_OFFICE = N_("Alamat kantor atau tempat umum.")

RESIDENCE = "residences.address"
"""The rule of an address that no label tells whose it is."""
_PERSONAL_REACH, _OFFICE_REACH = 6, 7
_FORM_LINES = 4
_INSTITUTIONS = ("org.government", "org.company", "place.hospital", "place.school")
_POSTS = ("post", "post.organisation", "org.government")
_PARTIES = ("role.complainant", "role.victim", "role.witness", "role.suspect")
"""Right in front of an address they tell whose it is: "Pelapor, Jl. …", as where a name was taken out."""
_PERSONS = ("title.formal", "role.private", "role.relative", "label.age", "label.religion")
_APPOSED = re.compile(r",? ?\(?(?:[A-Z][\w'’ ]*, ?\d{1,2}[-/. ]\w+[-/. ]\d{2,4},? ?)?")
_OF_HIM = re.compile(
    r"\s?(?:\(\d{1,2}[^()\n]{0,8}\)|, ?\d{1,2} ?(?:tahun|thn?)?)?,?\s?(?:seorang |adalah |yang )?"
)
_CUT = " ,.-(\n\r"


def residences(cast: Cast, found: list[Address]) -> list[Candidate]:
    """Each address with its holder: a person (None) or an office (INSTITUTION)."""
    layout = cast.layout
    candidates = [
        _behind_a_name(cast, address)
        or _where_he_lives(cast, address)
        or _candidate(layout, cast.matter, address)
        for address in found
    ]
    return candidates + _whole_values(layout, candidates)


def _behind_a_name(cast: Cast, address: Address) -> Candidate | None:
    """ "Tuminah (Serut RT 01)", "TUMINAH, BANTUL, 02-02-1950, SERUT RT 01": of a protected person named right
    in front of it, past the date of birth."""
    reading = cast.layout.reading
    start, end = reading.starts[address.first], reading.ends[address.last - 1]
    neighbourhood = "rt" in reading.folds[address.first : address.last]  # a street may be where it happened
    before = cast.before(start) if neighbourhood else None
    if (
        before is None
        or before[1].role.stays_open
        or not _APPOSED.fullmatch(reading.text[before[0].end : start])
    ):
        return None
    return _made("ADDRESS", start, end, 0.92, _OF_WHO_IS_NAMED, None, "", "residences.named")


def _where_he_lives(cast: Cast, address: Address) -> Candidate | None:
    """ "Nurul Hidayati (34), warga Jalan Veteran": of who is named right in front, an officer as well.
    Without a name it is a neighbourhood ("Kapolsek mengajak warga Jalan Veteran"), which is weighed."""
    reading = cast.layout.reading
    length = reading.tag_before(address.first, "residence")
    lived = reading.starts[address.first - length]
    before = cast.before(lived) if length else None
    if before is None or not _OF_HIM.fullmatch(reading.text[before[0].end : lived]):
        return None
    start, end = reading.starts[address.first], reading.ends[address.last - 1]
    word = reading.text[lived : reading.ends[address.first - 1]].lower()
    return _made("ADDRESS", start, end, 0.92, _LIVED, None, word, "residences.lived")


def _candidate(layout: Layout, matter: Matter, address: Address) -> Candidate:
    reading = layout.reading
    start, end = reading.starts[address.first], reading.ends[address.last - 1]
    by_layout = _by_layout(layout, matter, address, start, end)
    if by_layout:
        return by_layout
    if "office_address" in layout.kinds_at(start) and layout.field_at(start):
        return _office(start, end, 0.85, "residences.labelled")
    said, word = _said(layout, address.first)
    if said == "person":
        return _personal(start, end, 0.92, _LABELLED if _asked_of(reading, address.first) else _LIVED, word)
    in_office = "office_address" in layout.kinds_at(start) or said == "office" or start < layout.letterhead
    if in_office or not address.detailed:
        return _in_column(layout, start, end) or _office(start, end, 0.8)
    if _of_addressee(layout, address.first) or reading.tag_before(address.first, *_PARTIES):
        return _personal(start, end, 0.9, _LABELLED, "alamat")
    return _office(start, end, 0.6) if matter.public_paper else _personal(start, end, 0.6, _DETAILED)


def _by_layout(layout: Layout, matter: Matter, address: Address, start: int, end: int) -> Candidate | None:
    """What the label or the column says, if it says anything."""
    kinds, row = layout.kinds_at(start), layout.row_at(start)
    if "address" in kinds and _of_institution(layout, start):
        return _office(start, end, 0.85, "residences.labelled")
    if "address" in kinds and (layout.field_at(start) or (row and address.detailed)):
        return _personal(start, end, 0.95, _LABELLED, "alamat")
    if "office_address" in kinds and row and row.cell("name") and address.detailed and matter.personal_paper:
        return _personal(start, end, 0.7, _DETAILED)  # a caller's place in a log of calls
    return None


def _personal(start: int, end: int, certain: float, reason: str, label: str = "") -> Candidate:
    rule = "residences.labelled" if reason == _LABELLED else RESIDENCE
    return _made("ADDRESS", start, end, certain, reason, None, label, rule)


def _office(start: int, end: int, certain: float, rule: str = RESIDENCE) -> Candidate:
    return _made("PLACE", start, end, certain, _OFFICE, Role.INSTITUTION, "", rule)


def _made(
    type_: str,
    start: int,
    end: int,
    certain: float,
    reason: str,
    holder: Role | None,
    label: str,
    rule: str,
) -> Candidate:
    rank, values, weighed = Rank.CONTEXT, {"label": label}, rule == RESIDENCE
    return Candidate(type_, start, end, rule, certain, reason, rank, holder, None, values, weighed)


def _of_institution(layout: Layout, offset: int) -> bool:
    """The name above this field is an institution's: ``Nama : Badan Pertanahan …``, ``Alamat : …``."""
    line = layout.reading.line_of(offset)
    named = [f for f in layout.fields_on(range(line - _FORM_LINES, line)) if f.has("name")]
    if not named:
        return False
    return layout.reading.tag_at(layout.reading.word_at(named[-1].start), *_INSTITUTIONS) > 0


def _in_column(layout: Layout, start: int, end: int) -> Candidate | None:
    """In a table's column for addresses even a bare street is the person's of that row, an office's aside."""
    cell = layout.cell_at(start)
    if cell is None or "address" not in cell.kinds or "office_address" in cell.kinds:
        return None
    if any(layout.reading.tag_at(i, *_POSTS) for i in layout.reading.words_in(cell.start, start)):
        return None
    return _personal(start, end, 0.85, _LABELLED, "alamat")


def _said(layout: Layout, first: int) -> tuple[str, str]:
    """What the words in front say: lived in ("warga", "tinggal di"), or office or event ("kantor", "TKP")."""
    reading = layout.reading
    for at in range(first, max(first - _OFFICE_REACH, 0), -1):
        gap = reading.between(at)
        if any(char in gap for char in "|\t") or "\n\n" in gap or (reading.sentence_end(at) and at < first):
            break
        length = reading.tag_before(at, "residence")
        if length and first - at < _PERSONAL_REACH:
            return "person", reading.text[reading.starts[at - length] : reading.ends[at - 1]].lower()
        if reading.tag_before(at, "office", "place.site", *_INSTITUTIONS):
            return "office", ""
    return "", ""


def _asked_of(reading: Reading, first: int) -> bool:
    """ "Saksi Rusdi, alamat Jalan Mawar": a person and no office stands in front of the label."""
    label = first - reading.tag_before(first, "label.address")
    near = (
        range(max(label - _OFFICE_REACH, reading.sentence(first - 1).start), label)
        if label < first
        else range(0)
    )
    told = any(reading.tag_at(at, *_PARTIES, *_PERSONS) for at in near)
    return told and not any(reading.tag_at(at, "office", *_INSTITUTIONS) for at in near)


def _of_addressee(layout: Layout, first: int) -> bool:
    """The line under "Yth. Sdr. …" holds the addressee's address."""
    reading = layout.reading
    line = reading.lines[first]
    if line == 0 or first != reading.line_words(line).start:
        return False
    return any(reading.folds[i] in ("yth", "kepada") for i in reading.line_words(line - 1))


def _whole_values(layout: Layout, found: list[Candidate]) -> list[Candidate]:
    """A labelled address is hidden as a whole, sub-district, city and province at its end apart."""
    spans = [
        (f.start, f.end)
        for f in layout.fields
        if f.has("address") and not f.has("office_address") and not _of_institution(layout, f.start)
    ]
    spans += [
        (c.start, c.end)
        for row in layout.rows
        for c in row.cells
        if c.kinds == ("address",) and not _is_office(layout.reading, c.start, c.end)
    ]
    out, starts, ends = [], [c.start for c in found], [c.end for c in found]
    for start, value_end in spans:
        end = _without_region(layout.reading, start, value_end)
        inside = found[bisect_right(ends, start) : bisect_left(starts, value_end)]
        if WHERE_AND_WHEN.fullmatch(layout.reading.text, start, value_end):
            continue
        kept = any(c.holder is not None for c in inside)
        if end > start and not kept and (inside or _is_detailed(layout.reading, start, end)):
            out.append(_personal(start, max([end, *(c.end for c in inside)]), 0.93, _LABELLED, "alamat"))
    return out


def _is_office(reading: Reading, start: int, end: int) -> bool:
    """In a column for addresses somebody gives the office he comes from ("Polresta Banjarmasin")."""
    numbered = any(char.isdigit() for char in reading.text[start:end])
    return not numbered and reading.tag_at(reading.word_at(start), "org.government") > 0


def _is_detailed(reading: Reading, start: int, end: int) -> bool:
    """Holds a number, or begins with a name that is no region ("Diisi dengan alamat lengkap" is neither)."""
    span = reading.words_in(start, end)
    if any(reading.folds[i][0].isdigit() for i in span):
        return True
    named = bool(span) and reading.capital(span.start) and not is_everyday(reading.folds[span.start])
    return named and not all(is_region_word(reading, i) for i in span)


def _without_region(reading: Reading, start: int, end: int) -> int:
    """Cut "Kec. …", "Kota …" and regions from the end of an address."""
    span = reading.words_in(start, end)
    for index in span[1:]:
        if reading.tag_at(index, "address.stop") and not reading.within(index, "address.part"):
            return len(reading.text[: reading.starts[index]].rstrip(_CUT))
    while "," in reading.text[start:end]:
        comma = reading.text.rfind(",", start, end)
        tail = reading.words_in(comma, end)
        if not tail or not all(is_region_word(reading, i) for i in tail):
            break
        end = comma
    return end
