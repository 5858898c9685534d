"""What the label, the form, the list, or the section says that a name stands in."""

import re

from terbuka.language import N_
from terbuka.screening.fields import HOLDS_OFFICE, ROLE_TAGS, Field
from terbuka.screening.lexicon import words
from terbuka.screening.names.model import NameCandidate
from terbuka.screening.people.lists import ON_DUTY
from terbuka.screening.people.model import Evidence
from terbuka.screening.people.surroundings import OF_A_CASE, POSTS, RANKS, Surroundings, weighed
from terbuka.screening.reading import Reading
from terbuka.screening.roles import Role

_LABEL = N_("Nama di kolom atau isian %(mark)s.")
_SECTION = N_("Nama di bawah judul bagian tentang orang itu.")
_KIND = N_("Nama pada isian utama dokumen jenis ini.")
_RANK_IN_FORM = N_("Pangkat, NIP, atau jabatan tertulis pada isian sesudah nama.")

FORM_RANK, ROW_AGENCY = "form.rank", "row.agency"
"""The rules of a rank, a post or a number of office in the same form as the name, and of the agency that a
column asks for."""
_FORM_REACH, _FORM_LENGTH = 3, 7
_ASIDE = re.compile(r"\([^()\n]{1,60}\)")
_JOINING = frozenset(("dan", "serta", "beserta"))
_LONGEST_LIST = 40
_POSITION = words("position")
_LABELS = {
    "relative": (Role.RELATIVE, 4.0, "keluarga", True),
    "press": (Role.JOURNALIST, 4.0, "pewarta", True),
    "byline": (Role.JOURNALIST, 4.0, "pewarta", True),
    "post": (Role.OFFICIAL, 2.5, "pejabat", False),
    "post.staff": (Role.OFFICIAL, 2.5, "pejabat", False),
    "post.minor": (Role.OFFICIAL, 2.5, "pejabat", False),
    "post.organisation": (Role.OFFICIAL, 2.5, "pejabat", False),
    "officeish": (Role.OFFICIAL, 2.5, "pejabat", False),
} | {tag: (role, 5.0, "orang", True) for tag, role in ROLE_TAGS.items() if role is not Role.PRIVATE}


def from_label(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """The label or heading that announced the name, the section it stands in, the kind of the document."""
    found: list[Evidence] = []
    for kind in name.field or _staff_column(around, name):
        if kind in _LABELS:
            role, weight, mark, explicit = _LABELS[kind]
            found.append(Evidence(role, weight, "label", _LABEL, {"mark": mark}, explicit))
    if "name" in name.field:
        found.append(Evidence(Role.PRIVATE, 1.0, "label.name", _LABEL, {"mark": "nama"}))
        found += _rank_in_form(around, name) or _by_section(around, name)
    return found


def _staff_column(around: Surroundings, name: NameCandidate) -> tuple[str, ...]:
    """The column is for who serves: "Operator", "Petugas loket", "Penyidik"."""
    cell = around.layout.cell_at(name.start)
    return tuple(kind for kind in cell.kinds if kind in ("post", "post.staff")) if cell else ()


def _rank_in_form(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """``Nama : …`` and on the next lines ``Pangkat/NRP : …`` or ``Jabatan : Kanit …``: an official."""
    reading, line = around.layout.reading, around.layout.reading.lines[name.first]
    if around.layout.row_at(name.start):
        return []
    for value in around.layout.fields_on(range(line, line + _FORM_LENGTH)):
        if value.start < name.end:
            continue
        if value.has("name"):
            break
        if _holds_office(reading, value, near=value.line - line <= _FORM_REACH):
            return [Evidence(Role.OFFICIAL, 4.5, FORM_RANK, _RANK_IN_FORM)]
    return []


def _holds_office(reading: Reading, value: Field, near: bool) -> bool:
    """A rank or a number of office in the lines right behind the name, a position in the whole form."""
    told = reading.words_in(value.start, value.end)[:4]
    if not _POSITION.isdisjoint(reading.folds[slice(*value.label)]):
        return any(reading.tag_at(i, *POSTS, "post.minor") for i in told)
    return near and (value.has("nip", "nrp") or any(reading.tag_at(i, *RANKS, "post") for i in told))


def _by_section(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """The heading above, else the kind of the document, says who stands behind ``Nama``."""
    layout, kind = around.layout, around.matter.kind
    in_row = layout.row_at(name.start) is not None
    role = layout.section(layout.reading.lines[name.first])
    if role is not None:
        return [_section(role, 3.0 if in_row else 4.0)]
    if kind is None or "chat" in name.field:
        return []
    return [Evidence(kind.names, 1.5 if in_row else 3.0, "kind", _KIND)]


def _section(role: Role, weight: float) -> Evidence:
    return Evidence(role, weight, "section", _SECTION, explicit=role is not Role.PRIVATE)


def listed(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """One of a list of persons, below its head or behind a label: "Penerima bantuan: Karsinah, Joko, …"."""
    layout, reading = around.layout, around.layout.reading
    if name.field or layout.row_at(name.start):
        return []
    tag = around.lists.get(reading.lines[name.first], "")
    before = range(reading.line_words(reading.lines[name.first]).start, name.lead.first)
    if _may_be(name, tag) and not any(len(reading.folds[i]) > 2 for i in before):
        return [weighed(tag, "listed", "daftar")]
    label = layout.field_at(name.start)
    tag = next((kind for kind in label.kinds if kind in ROLE_TAGS), "") if label else ""
    tag, start = (tag, label.start) if label else _told_in_a_sentence(reading, name)
    if not _may_be(name, tag) or not _only_names(around, start, name):
        return []
    return [weighed(tag, "listed", "daftar")]


def _told_in_a_sentence(reading: Reading, name: NameCandidate) -> tuple[str, int]:
    """What the word before a colon in the sentence says, and where the list behind it begins: "telah
    memeriksa saksi-saksi: Made dan Bripda Gede"."""
    for at in range(name.lead.first, max(name.lead.first - _LONGEST_LIST, 0), -1):
        if ":" in reading.between(at):
            tag = next((tag for tag in OF_A_CASE if reading.tag_before(at, tag)), "")
            return tag, reading.starts[at]
        if reading.sentence_end(at):
            break
    return "", name.start


def _may_be(name: NameCandidate, tag: str) -> bool:
    """Of one in office only that a rank was harmed, accused, or saw it ("Saksi: Budi dan Briptu Joko")."""
    if not name.lead.has(*HOLDS_OFFICE):
        return tag not in ("", ON_DUTY)
    return tag in OF_A_CASE and name.lead.has(*RANKS) and not name.lead.has(*POSTS)


def _only_names(around: Surroundings, start: int, name: NameCandidate) -> bool:
    """Nothing but names, what joins them, and what brackets say of each stands between the label and this
    one: "Saksi: Made (adik korban) dan Bripda Gede". A post in them makes it a list of who signs."""
    reading = around.layout.reading
    between = range(reading.word_at(start), name.lead.first)
    text = reading.text[start : name.start]
    aside = {i for m in _ASIDE.finditer(text) for i in reading.words_in(start + m.start(), start + m.end())}
    return all(
        i in around.named
        or (i in aside and not reading.tag_at(i, *POSTS))
        or reading.folds[i] in _JOINING
        or len(reading.folds[i]) < 3
        or reading.tag_at(i, *RANKS)
        for i in between
    )


def item_of_section(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """The first name of a line or item under a heading for such persons ("KORBAN", "SAKSI-SAKSI")."""
    layout, reading = around.layout, around.layout.reading
    line = reading.lines[name.first]
    if "name" in name.field or layout.row_at(name.start):
        return []
    before = range(reading.line_words(line).start, name.lead.first)
    role = layout.section(line)
    if role is None or any(len(reading.folds[i]) > 2 for i in before):
        return []
    return [_section(role, 3.0)]
