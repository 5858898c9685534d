"""What stands behind and beside a mention: descriptions, numbers, the other cells of a table row."""

import re
from bisect import bisect_left

from terbuka.language import N_
from terbuka.screening.candidate import Candidate
from terbuka.screening.fields import HOLDS_OFFICE, ROLE_TAGS
from terbuka.screening.lexicon import words
from terbuka.screening.names.degrees import behind_degrees, degree_after
from terbuka.screening.names.model import NameCandidate, NameRule
from terbuka.screening.people.child_victims import child_victims
from terbuka.screening.people.evidence import front_evidence
from terbuka.screening.people.gangs import of_a_gang
from terbuka.screening.people.labelled import ROW_AGENCY
from terbuka.screening.people.lists import ON_DUTY
from terbuka.screening.people.model import Evidence
from terbuka.screening.people.pupils import pupils
from terbuka.screening.people.said.citizens import citizens
from terbuka.screening.people.said.dealings import dealings
from terbuka.screening.people.said.deeds import deeds
from terbuka.screening.people.said.owners import owns
from terbuka.screening.people.said.predicates import said_to_be
from terbuka.screening.people.said.reports import reports
from terbuka.screening.people.surroundings import RANKS, WEIGHTS, Surroundings
from terbuka.screening.people.teachers import signs_as_teacher
from terbuka.screening.people.victims import of_the_crime_in_row, of_the_crime_in_sentence
from terbuka.screening.people.violence import violence
from terbuka.screening.reading import Reading
from terbuka.screening.roles import OPEN, Role
from terbuka.screening.tables import Row

_BEFORE_POST = N_("Nama diikuti jabatan %(mark)s.")
_DESCRIBED = N_("Nama diikuti keterangan %(mark)s.")
_NUMBER = N_("Nama dengan %(mark)s di dekatnya.")
_CONTACT = {
    "PHONE": N_("Nama dengan nomor telepon di dekatnya."),
    "EMAIL": N_("Nama dengan alamat surel di dekatnya."),
    "BANK_ACCOUNT": N_("Nama dengan nomor rekening di dekatnya."),
    "PLATE": N_("Nama dengan pelat nomor di dekatnya."),
}
"""The types whose code is no word; the others are called by their code (NIK, KK)."""
_BIRTH = N_("Nama diikuti tempat dan tanggal lahir.")
_ROW = N_("Baris tabel yang memuat kata %(mark)s.")
_PATIENT = N_("Nama di baris tabel yang memuat keterangan kesehatan.")
_ROSTER = N_("Nama di daftar jaga atau piket.")
_DEGREE = N_("Nama dengan gelar akademik.")

_IN_BRACKETS = re.compile(r" ?\(([^()\n]{2,40})\)")
_LONGEST_KIN = 4
_KIN = ("role.relative", "label.relative", "title.kin", "offspring")
_RIGHT_REACH = 5
_FRONTED, _SUBJECT = words("fronted"), 5
_VERBAL, _OF_THE_POST = ("me", "ber", "datang", "langsung", "segera"), ("yang", "selaku")
_SHARE = {"role.relative": 0.5}
_USUAL_SHARE = 0.75
_BORDER = re.compile(r"[|\t]")
_TELLING = (
    *("post", "post.organisation", "post.staff", "post.teacher", "post.minor", "rank", "press"),
    *("role.child", "role.private", "role.relative"),
)
_BETWEEN = re.compile(
    r"(?:[,.(|–\-\s]|[A-Z][A-Za-z]{0,5}\.|(?<!\d)\d{1,2}(?!\d)|tahun|th|selaku|sebagai|masing-masing|adalah|yang|merupakan|seorang"
    r"|dari|juga|lk|pr|ttd)*"
)
_OPENS = re.compile(r"[,(|–-]|selaku|sebagai|adalah|merupakan|seorang")
_OFFICE_NUMBERS = frozenset({"NIP", "NRP"})
_PERSONAL_NUMBERS = frozenset({"NIK", "PHONE", "KK", "BPJS", "SIM", "BANK_ACCOUNT", "EMAIL", "PLATE"})
_NEAR, _NEAR_PERSONAL = 60, 35
_IN_ROW = (
    (("role.private", "residence"), Role.PRIVATE),
    (("role.child", "place.school"), Role.CHILD),
)
_OF_ANOTHER = ("role.relative", "offspring", "role.victim", "role.witness", "role.suspect")
_AGENCY = words("asks-for-agency")
_PUPIL_ROW = words("pupil-row")
_HIGHER_SCHOOL = words("higher-school")


def gather(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """All evidence for one mention."""
    found = [
        *front_evidence(around, name),
        *(_kin_in_brackets(around, name) or _described(around, name) or _at_school(around, name)),
        *(said_to_be(around, name) or deeds(around, name) or reports(around, name) or owns(around, name)),
        *dealings(around, name),
        *citizens(around, name),
        *pupils(around, name),
        *child_victims(around, name),
        *violence(around, name),
        *signs_as_teacher(around, name),
        *_numbers_near(around, name),
        *_born(around, name),
        *(_on_duty(around, name) or _row(around, name)),
    ]
    if name.rule == NameRule.OF_KIN:
        found.append(Evidence(Role.RELATIVE, 3.5, "of-kin", _DESCRIBED, {"mark": "keluarga"}, True))
    if degree_after(around.layout.reading, name.last):
        found.append(Evidence(Role.OFFICIAL, 0.7, "degree", _DEGREE))
    row, reading = around.layout.row_at(name.start), around.layout.reading
    found = of_a_gang(reading, name, found)
    if row:
        found = of_the_crime_in_row(reading, row, found)
    else:
        found = of_the_crime_in_sentence(reading, name.first, found)
    return _as_patient(found) if _is_patient(around, name) else found


def _is_patient(around: Surroundings, name: NameCandidate) -> bool:
    """In a row that tells of an ailment, in the first column of names."""
    row, cell = around.layout.row_at(name.start), around.layout.cell_at(name.start)
    ailment = row.cell("health") if row else None
    if row is None or cell is None or ailment is None or cell is not row.cell("name"):
        return False
    return any(char.isalpha() for char in around.layout.reading.text[ailment.start : ailment.end])


def _as_patient(found: list[Evidence]) -> list[Evidence]:
    """Whatever the rank: an officer is treated as a private person (policy, rules 1 and 3)."""
    patient = Evidence(Role.PRIVATE, 3.0, "row", _PATIENT)
    return [*(item for item in found if item.role not in OPEN), patient]


def _kin_in_brackets(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """``Sumiyati (ibu)``, ``Lasmini (bude korban)``: who somebody is to the one the paper is about."""
    reading, at = around.layout.reading, name.last
    inside = _IN_BRACKETS.match(reading.text, reading.ends[at - 1])
    if not inside or at >= len(reading):
        return []
    words = reading.words_in(*inside.span(1))
    if not 0 < len(words) <= _LONGEST_KIN or any(reading.tag_at(i, *HOLDS_OFFICE) for i in words):
        return []
    length = reading.tag_at(words.start, *_KIN)
    if not length:
        return []
    mark = around.mark(words.start, words.start + length)
    return [Evidence(Role.RELATIVE, 3.5, "behind.role.relative", _DESCRIBED, {"mark": mark})]


def _described(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """``X, Kabid Humas``, ``X selaku …``, ``X (Ketua …)``, ``X, warga …``, ``X, S.H., Panitera``."""
    reading = around.layout.reading
    behind = behind_degrees(reading, name.last)
    first = reading.word_at(behind)
    for at in range(first, min(first + _RIGHT_REACH, len(reading))):
        if (
            _is_of_the_row(around, name, at)
            or _breaks(reading, at)
            or _names_another(around, at)
            or _begins_main_clause(reading, name.last, at)
        ):
            break
        if not _leads_to(reading.text[reading.ends[name.last - 1] : reading.starts[at]]):
            continue
        found = [
            (length, _description(around, tag, at, length))
            for length, tags in reading.opening.get(at, ())
            for tag in _TELLING
            if tag in tags and not around.in_place(at, at + length)
        ]
        if found:  # "tokoh pemuda" is more than "tokoh"
            longest = max(length for length, _ in found)
            return [told for length, told in found if length == longest]
    return []


def _is_of_the_row(around: Surroundings, name: NameCandidate, at: int) -> bool:
    """Another cell tells of the one whom the row is about, not of the officer: "Bripka Doni | siswa"."""
    cells = around.layout.reading.cell_of
    return name.lead.has(*RANKS) and cells[at] != cells[name.last - 1]


def _breaks(reading: Reading, at: int) -> bool:
    gap = reading.between(at)
    if "\n\n" in gap or "   " in gap or reading.sentence_end(at):
        return True
    return "\n" in gap and bool(gap.strip(" .,\r\n"))


def _begins_main_clause(reading: Reading, behind: int, at: int) -> bool:
    """ "Setelah menerima laporan Yopi, petugas mendatangi …": behind the comma of a sentence that opens with
    such a word stands the subject of what follows, unless a second comma ends an apposition."""
    if at != behind or not reading.between(at).startswith(","):
        return False
    if reading.folds[reading.sentence(at - 1).start] not in _FRONTED:
        return False
    for after in range(at + 1, min(at + _SUBJECT, len(reading))):
        if reading.between(after) != " " or reading.folds[after] in _OF_THE_POST:
            return False
        if reading.word(after).islower() and reading.folds[after].startswith(_VERBAL):
            return True
    return False


def _names_another(around: Surroundings, at: int) -> bool:
    """Word ``at`` begins a line that speaks of somebody else: the next of a list, or of a form; or another
    cell of a row, in which somebody is named: "Slamet | Aipda Joko"."""
    reading = around.layout.reading
    if _BORDER.search(reading.between(at)):
        cell = reading.cells[reading.cell_of[at]]
        return not around.named.isdisjoint(range(at, cell.last))
    if "\n" not in reading.between(at) or "," in reading.between(at) or reading.wraps(at):
        return False
    cell = reading.cells[reading.cell_of[at]]
    return ":" in reading.between(cell.last) or not around.named.isdisjoint(range(cell.first, cell.last))


def _leads_to(between: str) -> bool:
    """Only a comma, a bracket, degrees, an age, or a word like "selaku" stands before the description."""
    return bool(_BETWEEN.fullmatch(between)) and (not between.strip() or _OPENS.search(between) is not None)


def _description(around: Surroundings, tag: str, at: int, length: int) -> Evidence:
    role, weight, explicit = WEIGHTS[tag]
    reason = _BEFORE_POST if tag.startswith("post") else _DESCRIBED
    share = _SHARE.get(tag, _USUAL_SHARE)
    values = {"mark": around.mark(at, at + length)}
    return Evidence(
        role, weight * share, f"behind.{tag}", reason, values, explicit and tag != "role.relative"
    )


def _at_school(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """``Keysha Aulia (SDN Tawanganom)``: a pupil."""
    reading, at = around.layout.reading, name.last
    if at >= len(reading) or reading.between(at) != " (" or reading.folds[at] in _HIGHER_SCHOOL:
        return []
    if not reading.tag_at(at, "place.school", "label.school"):
        return []
    return [Evidence(Role.CHILD, 3.0, "behind.school", _DESCRIBED, {"mark": "sekolah"})]


def _numbers_near(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """The first number close behind the name, on its line and in its sentence."""
    reading = around.layout.reading
    line = reading.lines[name.last - 1]
    behind = bisect_left(around.numbers, name.end, key=lambda number: number.start)
    if behind == len(around.numbers):
        return []
    number = around.numbers[behind]
    if number.start - name.end > _NEAR or reading.line_of(number.start) != line:
        return []
    if ". " in reading.text[name.end : number.start]:
        return []
    return _of_number(number, number.start - name.end)


def _of_number(number: Candidate, distance: int) -> list[Evidence]:
    values = {"mark": number.type}
    if number.type in _OFFICE_NUMBERS:
        return [Evidence(Role.OFFICIAL, 3.0, f"number.{number.type}", _NUMBER, values)]
    open_number = number.holder is not None and number.holder.stays_open
    if number.type not in _PERSONAL_NUMBERS or open_number or distance > _NEAR_PERSONAL:
        return []
    reason = _CONTACT.get(number.type, _NUMBER)
    return [Evidence(Role.PRIVATE, 1.5 if number.type == "NIK" else 0.8, "number.personal", reason, values)]


def _born(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """ "Sugeng Riyadi, Sleman, 19 Januari 1961": a birth behind the name is told of private persons."""
    reading, at = around.layout.reading, name.last
    if at == len(reading) or reading.starts[at] not in around.born or "," not in reading.between(at):
        return []
    return [Evidence(Role.PRIVATE, 2.0, "behind.birth", _BIRTH)]


def _on_duty(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """In a roster, in front of the shifts: behind them stands whom to call ("suami, Damianus")."""
    reading, line = around.layout.reading, around.layout.reading.lines[name.first]
    before = range(reading.line_words(line).start, name.first)
    if around.lists.get(line) != ON_DUTY or sum(len(reading.folds[i]) == 1 for i in before) > 1:
        return []
    return [Evidence(Role.OFFICIAL, 3.0, "row", _ROSTER)]


def _row(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """What the other cells of a table row say, when the name stands in the row's column for names."""
    row, cell = around.layout.row_at(name.start), around.layout.cell_at(name.start)
    if row is None or cell is None or not {"name", *ROLE_TAGS} & set(cell.kinds):
        return []
    found = _role_in_row(around, row, name)
    others = [i for i in _words_of(around, row) if not name.first <= i < name.last]
    pupil = any(around.layout.reading.folds[i] in _PUPIL_ROW for i in others)
    office = _office_in_row(around, row, name)
    agency = "" if office else _agency_in_row(around, row)
    if office:
        found.append(Evidence(Role.OFFICIAL, 3.0, "row", _ROW, {"mark": office}))
    if agency:
        found.append(Evidence(Role.OFFICIAL, 3.0, ROW_AGENCY, _ROW, {"mark": agency}))
    for tags, role in _IN_ROW:
        mark = _first_mark(around, others, tags)
        if mark and (role is not Role.CHILD or pupil):
            found.append(Evidence(role, 3.0, "row", _ROW, {"mark": mark}))
    return found


def _office_in_row(around: Surroundings, row: Row, name: NameCandidate) -> str:
    """The rank, post or staff number that a cell gives: his own, not that of a husband or a victim, not
    what a street is called after, and in another cell not that of who is named behind it."""
    reading = around.layout.reading
    for cell in row.cells:
        if "address" in cell.kinds and "job" not in cell.kinds:
            continue
        for index in reading.words_in(cell.start, cell.end):
            if name.first <= index < name.last:
                continue
            if reading.tag_at(index, *_OF_ANOTHER):
                break
            length = reading.tag_at(index, "row.office")
            if reading.tag_at(index, "role.private") > length:  # "Tokoh pemuda", not "Tokoh"
                continue
            own = cell.start <= name.start < cell.end
            led = index + length in around.named and reading.starts[index + length] < cell.end
            if length and not own and led:
                break
            if length and not around.in_place(index, index + length):
                return around.mark(index, index + length)
    return ""


def _agency_in_row(around: Surroundings, row: Row) -> str:
    """Who is listed with the agency that sends him acts for it: "Instansi", below it "Bappeda Kota Bone"."""
    reading = around.layout.reading
    for cell in row.cells:
        asked = {reading.folds[i] for i in reading.words_in(*cell.heading)}
        first = reading.word_at(cell.start)
        length = reading.tag_at(first, "org.government")
        if length and not _AGENCY.isdisjoint(asked):
            return around.mark(first, first + length)
    return ""


def _words_of(around: Surroundings, row: Row) -> range:
    return around.layout.reading.words_in(row.cells[0].start, row.cells[-1].end)


def _first_mark(around: Surroundings, indices: list[int], tags: tuple[str, ...]) -> str:
    for index in indices:
        length = around.layout.reading.tag_at(index, *tags)
        if length:
            return around.mark(index, index + length)
    return ""


def _role_in_row(around: Surroundings, row: Row, name: NameCandidate) -> list[Evidence]:
    """A cell that begins with a role: "Saksi", "Saksi korban", "tersangka"."""
    reading = around.layout.reading
    for cell in row.cells:
        first = reading.word_at(cell.start)
        if cell.start <= name.start < cell.end:
            continue
        for tag, role in ROLE_TAGS.items():
            length = reading.tag_at(first, tag)
            if length and role is not Role.PRIVATE:
                return [
                    Evidence(role, 4.0, "row.role", _ROW, {"mark": around.mark(first, first + length)}, True)
                ]
    return []
