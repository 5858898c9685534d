"""Children known by their school, class or age ("siswa kelas 5 SD bernama Andi", "anak saya Caca, kelas 2
SDN 3"), and whose name a label asks for ("Nama siswa", "Nama orang tua", "Nama korban").

Whoever still goes to school is a child and blocked hard (policy, rule 4; UU 11/2012 Art. 19). A student of a
university, a teacher, and the class of a prison or a ship are none, so a class alone says it only beside a
school or of somebody's child."""

import re

from terbuka.language import N_
from terbuka.screening.fields import HOLDS_OFFICE
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import words
from terbuka.screening.names.model import NameCandidate
from terbuka.screening.people.model import ADULT, Evidence
from terbuka.screening.people.said.sentence import parted
from terbuka.screening.people.school_papers import asks_for_parents, class_in_brackets, is_class
from terbuka.screening.people.surroundings import Surroundings
from terbuka.screening.reading import Reading
from terbuka.screening.roles import Role

_LABEL = N_("Nama di kolom atau isian %(mark)s.")
_SCHOOLED = N_("Sekolah, kelas, atau usia di dekat nama menunjukkan seorang anak.")

_PAPER = N_("Nama di daftar, surat, atau isian tentang murid.")

_WEIGHT = 4.0
_REACH, _BEHIND = 16, 9
_PUPIL, _INFANT, _OFFSPRING = words("pupil"), words("infant"), words("offspring-word")
_CLASS, _SCHOOL, _OF_AGE = words("school-class"), words("lower-school"), words("of-age-school")
_FILLER, _CUES, _UNITS = words("school-filler"), words("age-cue"), words("age-unit")
_CALLED, _ELDER, _SUBJECT = words("called"), words("elder"), words("before-a-child")
_NO_PUPIL, _STILL, _SEX = words("not-the-pupil"), words("still-at-school"), words("sex")
_ASKED_CHILD, _SCHOOL_PAPER, _FORM_REACH = words("asked-child"), words("school-paper"), 3
_NO_CLASS, _KIN, _OF_A_PUPIL = words("no-class"), words("parents-asked"), words("kin-of-a-pupil")
_MONTHS = frozenset(("bulan", "bln", "hari"))
_NAME_OF, _FULL = "nama", frozenset(("lengkap",))
_JOINING = frozenset(("dan", "serta"))
_DIGITS = "0123456789"
_NUMBER = re.compile(r"(?:[1-9]|1[0-2])[a-h]?\d?|(?:x{0,1}(?:ix|iv|v?i{1,3}|v)|x|xi{1,2})[a-h]?")
_ASKED = {"role.child": Role.CHILD, "role.victim": Role.VICTIM, "role.relative": Role.RELATIVE}


def pupils(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """That the name is a child's, or whose the label says it is."""
    if name.lead.has(*HOLDS_OFFICE):
        return []
    asked = _asked(around.layout, name)
    if asked:
        return asked
    parent = _is_told_as_parent(around.layout.reading, name)
    if parent:
        return [Evidence(Role.RELATIVE, _WEIGHT, "school-parent", _PAPER, explicit=True)]
    if name.first in around.pupils or _of_a_family_form(around.layout, name):
        return [Evidence(Role.CHILD, _WEIGHT, "school-paper", _PAPER, explicit=True)]
    if not _ELDER.isdisjoint(around.layout.reading.folds[max(name.first - 1, 0) : name.first]):
        return []  # "Bu Sri, kelas 5 SDN 3" teaches there
    at_school = _led(around, name) or _in_a_class(around, name) or _of_a_school_paper(around, name)
    at_school = at_school or class_in_brackets(around.layout.reading.text, name.end) is not None
    return [Evidence(Role.CHILD, _WEIGHT, "pupil", _SCHOOLED, explicit=True)] if at_school else []


def _asked(layout: Layout, name: NameCandidate) -> list[Evidence]:
    """ "Nama siswa: …", the column "Nama Orang Tua": the words behind "nama" are one mark of a role."""
    reading = layout.reading
    asked = [i for i in _label(layout, name.start) if reading.folds[i] not in _FULL]
    if len(asked) < 2 or reading.folds[asked[0]] != _NAME_OF:
        return []
    at, mark = asked[1], " ".join(reading.folds[i] for i in asked[1:])
    if mark in _ASKED_CHILD:
        return [Evidence(Role.CHILD, _WEIGHT, "asked.role.child", _LABEL, {"mark": mark}, explicit=True)]
    for tag, role in _ASKED.items():
        if any(tag in tags and length == len(asked) - 1 for length, tags in reading.opening.get(at, ())):
            return [Evidence(role, _WEIGHT, f"asked.{tag}", _LABEL, {"mark": mark}, explicit=True)]
    return []


def _is_told_as_parent(reading: Reading, name: NameCandidate) -> bool:
    """ "Kepada Yth. Bapak …" and on the next line "Orang tua dari …"."""
    at = name.last
    if at + 2 >= len(reading) or reading.between(at).strip(" ") != "\n" or reading.folds[at] not in _KIN:
        return False
    return not _OF_A_PUPIL.isdisjoint(reading.folds[at + 1 : at + 3])


def _of_a_family_form(layout: Layout, name: NameCandidate) -> bool:
    """ "Anak: …" beside "Ibu: …": the form is about the child, not one of somebody's children."""
    reading, field = layout.reading, layout.field_at(name.start)
    if field is None or " ".join(reading.folds[slice(*field.label)]) not in _ASKED_CHILD:
        return False
    near = layout.fields_on(range(field.line - _FORM_REACH, field.line + _FORM_REACH + 1))
    return any(other is not field and asks_for_parents(reading, range(*other.label)) for other in near)


def _of_a_school_paper(around: Surroundings, name: NameCandidate) -> bool:
    """ "Rapor a.n. Andi", "NISN 0123456789 a.n. Andi"."""
    reading, first = around.layout.reading, max(name.first - _FORM_REACH - 1, 0)
    before = range(first, name.first)
    led = reading.folds[max(name.first - 2, 0) : name.first] in (["a", "n"], ["atas", "nama"])
    led = led or reading.folds[name.first - 1 : name.first] == ["an"]
    return led and any(reading.folds[i] in _SCHOOL_PAPER and not parted(reading, i + 1) for i in before)


def _label(layout: Layout, offset: int) -> range:
    """The words of the label, or of the heading of the column, that ``offset`` stands behind or under."""
    field = layout.field_at(offset)
    if field:
        return range(*field.label)
    cell = layout.cell_at(offset)
    return layout.reading.words_in(*cell.heading) if cell else range(0)


def _led(around: Surroundings, name: NameCandidate) -> bool:
    """ "Bocah 9 tahun bernama Andi", "seorang murid SDN 3, Andi": what leads to the name is a child."""
    reading, at = around.layout.reading, _first_named(around, name)
    called = at < name.first or (at > 0 and reading.folds[at - 1] in _CALLED)
    told: list[int] = []
    while at > max(name.first - _REACH, 0) and not parted(reading, at):
        word = reading.folds[at - 1]
        if "," in reading.between(at) and (told or called):
            return False
        if word in _INFANT | _PUPIL | _OFFSPRING:
            return _is_child(reading, at - 1, told, called)
        if not _describes(reading, at - 1):
            return False
        told.append(at - 1)
        at -= 1
    return False


def _first_named(around: Surroundings, name: NameCandidate) -> int:
    """The first of those named together: "bernama Andi dan Budi"."""
    reading, at = around.layout.reading, name.first
    while at > max(name.first - _REACH, 1) and not parted(reading, at):
        listed = at - 1 in around.named and (at < name.first or "," in reading.between(at))
        if not (listed or (reading.folds[at - 1] in _JOINING and at - 2 in around.named)):
            break
        at -= 1
    return at


def _describes(reading: Reading, index: int) -> bool:
    """The word may stand between "siswa" and the name: his school, class, age, home."""
    word = reading.folds[index]
    if word in _CLASS | _SCHOOL | _FILLER | _CUES | _UNITS | _CALLED | _STILL | _SEX:
        return True
    return reading.capital(index) or bool(_NUMBER.fullmatch(word)) or word.isdigit()


def _is_child(reading: Reading, noun: int, told: list[int], called: bool) -> bool:
    """Whether the word ``noun`` and what is told behind it speak of one child, and of no grown person."""
    before = reading.folds[noun - 1] if noun and not parted(reading, noun) else ""
    if before in _NO_PUPIL or not (called or not before or before in _SUBJECT):
        return False
    if any(reading.folds[i] in _OF_AGE for i in told):
        return False
    age = _age(reading, told)
    if age is not None:
        return age < ADULT
    if reading.folds[noun] in _INFANT:
        return called
    return any(reading.folds[i] in _CLASS or _is_school(reading, i) for i in told)


def _age(reading: Reading, told: list[int]) -> int | None:
    """In full years: "9 tahun", "berusia 9"; 0 of one who counts months."""
    for i in told:
        if not reading.folds[i].isdigit():
            continue
        unit = reading.folds[i + 1] if i + 1 in told else ""
        cue = reading.folds[i - 1] in _CUES
        if unit in _UNITS or cue:
            return 0 if unit in _MONTHS else int(reading.folds[i])
    return None


def _is_school(reading: Reading, index: int) -> bool:
    return reading.folds[index].rstrip(_DIGITS) in _SCHOOL


def _in_a_class(around: Surroundings, name: NameCandidate) -> bool:
    """ "Rina, kelas 2 SMP", "anak saya Caca, kelas 4A", "putri kami Sinta (SDN 3)"."""
    reading = around.layout.reading
    told = _told_behind(reading, name.last)
    if not told or any(reading.folds[i] in _OF_AGE for i in told):
        return False
    classes = any(
        reading.folds[i] in _CLASS and i + 1 in told and _NUMBER.fullmatch(reading.folds[i + 1]) for i in told
    )
    school = any(_is_school(reading, i) for i in told)
    plain = classes and len(told) > 1 and _is_plain_class(reading, told)
    return plain or (classes and school) or ((classes or school) and _is_offspring(reading, name.first))


def _is_plain_class(reading: Reading, told: range) -> bool:
    """ "Aulia kelas 3B", "Andi, kelas 4"; not "kelas 3 rawat inap", "kelas 2 BPJS", "kelas 7 jabatan"."""
    behind = reading.folds[told.start + 1 : told.stop + 3]
    return _NO_CLASS.isdisjoint(behind) and is_class(reading.folds[told.start + 1])


def _told_behind(reading: Reading, last: int) -> range:
    """The words of school and class right behind the name, if any."""
    at = last
    while at < len(reading) and reading.folds[at] in _STILL and not parted(reading, at):
        at += 1
    first = at
    if at >= len(reading) or not (reading.folds[at] in _CLASS or _is_school(reading, at)):
        return range(0)
    while at < min(first + _BEHIND, len(reading)) and not parted(reading, at):
        known = reading.folds[at] in _CLASS or _is_school(reading, at)
        if not known and ("," in reading.between(at) or not _describes(reading, at)):
            break
        at += 1
    return range(first, at)


def _is_offspring(reading: Reading, first: int) -> bool:
    """ "anak saya Caca", "Anakku si Caca"."""
    at = first
    while at > 0 and reading.folds[at - 1] in _CALLED and not parted(reading, at):
        at -= 1
    return at > 0 and not parted(reading, at) and reading.folds[at - 1] in _OFFSPRING
