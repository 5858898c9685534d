"""What the words around a name say about who the person is."""

import re
from dataclasses import dataclass

from terbuka.language import N_
from terbuka.screening.candidate import Candidate
from terbuka.screening.fields import ROLE_TAGS
from terbuka.screening.kinds import Matter
from terbuka.screening.layout import Layout
from terbuka.screening.names.candidates import NameCandidate
from terbuka.screening.names.grammar import degree_after
from terbuka.screening.people.model import Evidence
from terbuka.screening.people.signatures import signature_evidence
from terbuka.screening.roles import Role

_AFTER = N_("Nama setelah kata %(mark)s.")
_RANK = N_("Nama setelah pangkat %(mark)s: bertindak dalam jabatan.")
_POST = N_("Nama setelah jabatan %(mark)s.")
_BEFORE_POST = N_("Nama diikuti jabatan %(mark)s.")
_LABEL = N_("Nama di kolom atau isian %(mark)s.")
_SECTION = N_("Nama di bawah judul bagian tentang orang itu.")
_KIND = N_("Nama pada isian utama dokumen jenis ini.")
_NUMBER = N_("Nama dengan %(mark)s di dekatnya.")
_DESCRIBED = N_("Nama diikuti keterangan %(mark)s.")
_ROW = N_("Baris tabel yang memuat kata %(mark)s.")
_DEGREE = N_("Nama dengan gelar akademik.")

_LEFT_REACH, _RIGHT_REACH = 8, 5
_BEHIND_SHARE = {"role.relative": 0.5}
_BRIDGES = frozenset("yaitu ialah adalah selaku sebagai setempat tersebut itu baru lama kami kita bernama nama bapak ibu saudara dan serta".split())

# tag of a mark in front of a name: role, weight, explicit
_LEADS: dict[str, tuple[Role, float, bool]] = {
    "rank": (Role.OFFICIAL, 4.0, True),
    "rank.military": (Role.OFFICIAL, 4.0, True),
    "rank.civil": (Role.OFFICIAL, 3.0, True),
    "retired": (Role.PUBLIC, 3.0, True),
    "post": (Role.OFFICIAL, 4.0, True),
    "post.organisation": (Role.PUBLIC, 3.0, True),
    "post.staff": (Role.OFFICIAL, 3.0, True),
    "post.teacher": (Role.OFFICIAL, 2.5, True),
    "post.minor": (Role.OFFICIAL, 1.5, False),
    "press": (Role.JOURNALIST, 4.0, True),
    "byline": (Role.JOURNALIST, 4.0, True),
    "historic": (Role.PUBLIC, 4.0, True),
    "title.clergy": (Role.PUBLIC, 1.5, False),
    "title.formal": (Role.PRIVATE, 2.0, False),
    "title.kin": (Role.PRIVATE, 0.8, False),
    "alias": (Role.PRIVATE, 2.0, False),
    "inoffice": (Role.OFFICIAL, 1.0, False),
    "offspring": (Role.RELATIVE, 3.0, False),
} | {tag: (role, 5.0 if role is not Role.PRIVATE else 2.5, role is not Role.PRIVATE) for tag, role in ROLE_TAGS.items()}
_LEADS["role.relative"] = (Role.RELATIVE, 3.5, True)
_REASONS = {"post.teacher": _POST, "post.minor": _POST, "rank": _RANK, "rank.military": _RANK, "rank.civil": _RANK, "post": _POST, "post.organisation": _POST, "post.staff": _POST}
# Marks further to the left in the same clause, with only unit words between ("Kepala Dinas Pendidikan …").
_WIDER = ("post", "post.organisation", "post.staff", "post.teacher", "rank", "press", *(tag for tag in ROLE_TAGS if tag != "role.private"))
_BEHIND = ("post", "post.organisation", "post.staff", "post.teacher", "post.minor", "role.child", "role.private", "role.relative", "rank", "press")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What evidence is gathered from."""

    layout: Layout
    matter: Matter
    numbers: list[Candidate]


def gather(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """All evidence for one mention."""
    found = [*_from_lead(around, name), *_offspring(around, name), *_historic(around, name), *_from_field(around, name), *_wider_left(around, name)]
    found += [*_behind(around, name), *_numbers_near(around, name), *_row(around, name)]
    found += signature_evidence(around.layout, name.first, name.last)
    found += _item_of_section(around, name)
    if name.rule == "names.of_kin":
        found.append(Evidence(Role.RELATIVE, 3.5, "of-kin", _DESCRIBED, {"mark": "keluarga"}, True))
    if degree_after(around.layout.reading, name.last):
        found.append(Evidence(Role.OFFICIAL, 0.7, "degree", _DEGREE))
    return found


def _mark(around: Surroundings, first: int, last: int) -> str:
    return " ".join(around.layout.reading.folds[first:last])


def _weigh(tag: str, rule: str, mark: str, share: float = 1.0) -> Evidence:
    role, weight, explicit = _LEADS[tag]
    reason = _REASONS.get(tag, _AFTER)
    return Evidence(role, weight * share, f"{rule}.{tag}", reason, {"mark": mark}, explicit)


def _from_lead(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    found, at = [], name.first
    for tags in name.lead.tags:
        length = around.layout.reading.tag_before(at, *tags)
        mark = _mark(around, at - length, at)
        doctor = "title.doctor" in tags or (mark == "dr" and around.layout.reading.word(at - 1) == "dr")
        if doctor:
            found.append(Evidence(Role.OFFICIAL, 2.5, "lead.doctor", _AFTER, {"mark": mark}))
        found += [_weigh(tag, "lead", mark) for tag in sorted(tags) if tag in _LEADS]
        at -= length
    return found


def _offspring(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """In a matter of children "Anak Hafiz" is a child, elsewhere somebody's."""
    if around.matter.children and name.lead.has("offspring"):
        return [Evidence(Role.CHILD, 3.0, "lead.child", _AFTER, {"mark": "anak"}, True)]
    return []


def _historic(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """A name that begins with a word of old rank in running text: ``Pangeran Antasari``."""
    if name.field or not around.layout.reading.tag_at(name.first, "historic") or name.last - name.first < 2:
        return []
    return [Evidence(Role.PUBLIC, 3.0, "historic", _AFTER, {"mark": around.layout.reading.folds[name.first]})]


def _from_field(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """The label or heading that announced the name, the section it stands in, the kind of the document."""
    found: list[Evidence] = []
    for kind in name.field:
        if kind in ROLE_TAGS and kind != "role.private":
            found.append(Evidence(ROLE_TAGS[kind], 5.0, "label", _LABEL, {"mark": "orang"}, True))
        elif kind == "relative":
            found.append(Evidence(Role.RELATIVE, 4.0, "label", _LABEL, {"mark": "keluarga"}, True))
        elif kind in ("press", "byline"):
            found.append(Evidence(Role.JOURNALIST, 4.0, "label", _LABEL, {"mark": "pewarta"}, True))
        elif kind in ("post", "post.staff", "post.minor", "post.organisation", "officeish"):
            found.append(Evidence(Role.OFFICIAL, 2.5, "label", _LABEL, {"mark": "pejabat"}))
    if "name" in name.field:
        found += _by_form(around, name)
    return found


def _by_form(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    layout = around.layout
    found = [Evidence(Role.PRIVATE, 1.0, "label.name", _LABEL, {"mark": "nama"})]
    in_row = layout.row_at(name.start) is not None
    role = None if in_row else layout.section(layout.reading.lines[name.first])
    if role is not None:
        found.append(Evidence(role, 4.0, "section", _SECTION, explicit=role is not Role.PRIVATE))
    elif around.matter.kind is not None and "chat" not in name.field:
        kind = around.matter.kind
        found.append(Evidence(kind.names, 1.5 if in_row else 3.0, "kind", _KIND))
    return found


def _item_of_section(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """The first name of a line or item under a heading for such persons ("KORBAN", "SAKSI-SAKSI")."""
    layout = around.layout
    line = layout.reading.lines[name.first]
    if "name" in name.field or layout.row_at(name.start):
        return []
    words = layout.reading.line_words(line)
    lead_in = [i for i in range(words.start, name.lead.first) if len(layout.reading.folds[i]) > 2]
    role = layout.section(line)
    if lead_in or role is None:
        return []
    return [Evidence(role, 3.0, "section", _SECTION, explicit=role is not Role.PRIVATE)]


def _wider_left(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """The nearest post or role to the left in the same clause, past the words that belong to it."""
    reading, index = around.layout.reading, name.lead.first
    apposed, strangers = reading.between(index).startswith(","), 0
    for at in range(index, max(index - _LEFT_REACH, 0), -1):
        gap = reading.between(at)
        if _clause_ends(gap, at, index) or reading.sentence_end(at):
            break
        for length, tags in reading.closing.get(at - 1, ()):
            hit = next((tag for tag in _WIDER if tag in tags), None)
            if hit and (at < index or not name.lead.tags):
                return [_weigh(hit, "left", _mark(around, at - length, at), 0.75 if at < index else 0.9)]
        if not _unit_word(around, at - 1):
            strangers += 1
        if strangers > (2 if apposed else 0):
            break
    return []


def _clause_ends(gap: str, at: int, index: int) -> bool:
    return any(char in gap for char in ";|\t()") or "\n\n" in gap or ("," in gap and at < index) or "   " in gap.replace("\n", "")


def _unit_word(around: Surroundings, index: int) -> bool:
    """A word that may stand between a post and its holder: capitalised, a number, or of the place it rules."""
    reading = around.layout.reading
    word = reading.folds[index]
    return reading.capital(index) or word.isdigit() or word in _BRIDGES or bool(reading.tag_at(index, "role.private", "region"))


def _behind(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """``X, Kabid Humas``, ``X selaku …``, ``X (Ketua …)``, ``X, warga …``, ``X, siswa kelas …``."""
    reading, found = around.layout.reading, []
    for at in range(name.last, min(name.last + _RIGHT_REACH, len(reading))):
        gap = reading.between(at)
        if "\n\n" in gap or ("\n" in gap and gap.strip(" ,\r\n")) or "   " in gap or reading.sentence_end(at) or (at == name.last and not re.match(r"[\s,.(–-]", gap)):
            break
        for length, tags in reading.opening.get(at, ()):
            for tag in _BEHIND:
                if tag in tags and _describes(around, name, at):
                    role, weight, explicit = _LEADS[tag]
                    reason = _BEFORE_POST if tag.startswith("post") else _DESCRIBED
                    values = {"mark": _mark(around, at, at + length)}
                    found.append(Evidence(role, weight * _BEHIND_SHARE.get(tag, 0.75), f"behind.{tag}", reason, values, explicit and tag != "role.relative"))
        if found:
            break
    return found


def _describes(around: Surroundings, name: NameCandidate, at: int) -> bool:
    """Only a comma, a bracket, degrees, an age, or a word like "selaku" stands between name and description."""
    reading = around.layout.reading
    between = reading.text[reading.ends[name.last - 1] : reading.starts[at]]
    return bool(re.fullmatch(r"(?:[,.(|–\-\s]|[A-Z][A-Za-z]{0,5}\.|\d{1,2}|tahun|th|selaku|sebagai|adalah|yang|merupakan|seorang|dari|juga|lk|pr|ttd)*", between)) and (
        re.search(r"[,(|–-]|selaku|sebagai|adalah|merupakan|seorang", between) is not None
    )


_OFFICE_NUMBERS = frozenset({"NIP", "NRP"})
_PERSONAL_NUMBERS = frozenset({"NIK", "PHONE", "KK", "BPJS", "SIM", "BANK_ACCOUNT", "EMAIL", "PLATE"})
_NEAR = 60


def _numbers_near(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """An identity number close behind the name, on its line or in its row."""
    found = []
    line = around.layout.reading.lines[name.last - 1]
    for number in around.numbers:
        if number.start < name.end or number.start - name.end > _NEAR or around.layout.reading.line_of(number.start) != line:
            continue
        if number.type in _OFFICE_NUMBERS:
            found.append(Evidence(Role.OFFICIAL, 3.0, f"number.{number.type}", _NUMBER, {"mark": number.type}))
        elif number.type in _PERSONAL_NUMBERS and not (number.holder and number.holder.stays_open):
            weight = 1.5 if number.type == "NIK" else 0.8
            found.append(Evidence(Role.PRIVATE, weight, "number.personal", _NUMBER, {"mark": number.type}))
        break
    return found


_ROW_OFFICE = ("post", "post.organisation", "rank", "rank.military", "label.nip", "label.nrp", "post.staff")
_ROW_PRIVATE = ("role.private", "residence")


def _row(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """What the other cells of a table row say, when the name stands in the row's column for names."""
    layout = around.layout
    row = layout.row_at(name.start)
    cell = layout.cell_at(name.start)
    if row is None or cell is None or not {"name", *ROLE_TAGS} & set(cell.kinds):
        return []
    found = []
    for tags, role, weight in ((_ROW_OFFICE, Role.OFFICIAL, 3.0), (_ROW_PRIVATE, Role.PRIVATE, 3.0), (("role.child", "place.school"), Role.CHILD, 3.0)):
        mark = _mark_in_row(around, row.cells[0].start, row.cells[-1].end, name, tags)
        if mark and not (role is Role.CHILD and not _pupil(around, row.cells[0].start, row.cells[-1].end)):
            found.append(Evidence(role, weight, "row", _ROW, {"mark": mark}))
    return found


def _mark_in_row(around: Surroundings, start: int, end: int, name: NameCandidate, tags: tuple[str, ...]) -> str:
    reading = around.layout.reading
    for index in reading.words_in(start, end):
        if not name.first <= index < name.last:
            length = reading.tag_at(index, *tags)
            if length:
                return _mark(around, index, index + length)
    return ""


def _pupil(around: Surroundings, start: int, end: int) -> bool:
    """The row speaks of school and class, not of a teacher or a school's address."""
    reading = around.layout.reading
    words = {reading.folds[i] for i in reading.words_in(start, end)}
    return bool(words & {"kelas", "kls", "siswa", "siswi", "pelajar", "murid", "anak", "santri"})
