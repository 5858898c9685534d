"""What identifies a child or a victim of sexual violence without a name: school and class, a parent's work,
kinship with others in the matter (policy, RELATIVE)."""

import re

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.people.cast import Cast
from terbuka.screening.reading import Reading
from terbuka.screening.roles import CHILDREN, HARD, Role

_SCHOOL_REASON = N_("Sekolah atau kelas anak: menunjukkan siapa anak itu.")
_WORK_REASON = N_("Pekerjaan orang tua anak: menunjukkan siapa anak itu.")
_KIN_REASON = N_("Hubungan keluarga yang menunjukkan siapa anak atau korban itu.")

_PUPIL = frozenset(
    {"siswa", "siswi", "pelajar", "murid", "santri", "santriwati", "mahasiswi", "mahasiswa", "peserta"}
)
_STUDENT = frozenset({"mahasiswa", "mahasiswi", "peserta"})
_CLASS = frozenset({"kelas", "kls", "angkatan", "semester", "jurusan", "prodi", "fakultas"})
_SCHOOLS = frozenset(
    "sd sdn sdit sdk smp smpn smpit smpk sma sman smak smk smkn mi min mts mtsn ma man slb slbn tk paud ra kb ponpes madrasah sekolah universitas kampus prodi".split()
)
_GAP = re.compile(r"[ .,\-–/(]{1,3}|, | ?\r?\n *")
_FILLERS = frozenset(
    {
        "di",
        "negeri",
        "swasta",
        "salah",
        "satu",
        "sebuah",
        "pada",
        "inpres",
        "kota",
        "kabupaten",
        "kec",
        "kecamatan",
    }
)
_ATTENDS = re.compile(r"(?:ber)?sekolah(?:nya)? di\s+$|kuliah di\s+$|belajar di\s+$", re.I)
_LIVING = re.compile(
    r"\b(?:tinggal bersama|diasuh|dititipkan|ikut (?:dengan )?(?:nenek|kakek|ibu|ayah|paman|bibi|orang tua|tante))\b[^.;\n]{0,90}",
    re.I,
)
_CHAIN = re.compile(
    r"(?:keponakan|cucu|anak tiri|adik ipar|sepupu|anak angkat|anak kandung)\s+(?:dari\s+)?(?:istri|suami|kakak|adik)?\s*(?:terdakwa|tersangka|pelaku|terlapor)",
    re.I,
)


def schooling(cast: Cast) -> list[Candidate]:
    """Schools, classes, parents' work and telling kinship in matters with children or sexual violence."""
    hard = [person for person in cast.persons if person.role in HARD]
    if not hard and not cast.matter.children:
        return []
    found = [_whole_cell(cast, candidate) for candidate in _schools(cast)]
    found += _again(cast.layout.reading, found)
    found += _parents_work(cast)
    for pattern in (_LIVING, _CHAIN):
        for match in pattern.finditer(cast.layout.reading.text):
            if cast.matter.children or _child_near(cast, match.start(), match.end()):
                found.append(_made(match.start(), match.end(), "schooling.kinship", 0.7, _KIN_REASON))
    return found


def _made(start: int, end: int, rule: str, certain: float, reason: str) -> Candidate:
    return Candidate("RELATIVE", start, end, rule, certain, reason, Rank.CONTEXT, Role.CHILD_RELATIVE)


def _schools(cast: Cast) -> list[Candidate]:
    reading, found = cast.layout.reading, []
    reached = 0
    for index in range(len(reading)):
        if index < reached or not _begins(reading, index):
            continue
        last = _extent(reading, index)
        reached = last
        start, end = reading.starts[index], reading.ends[last - 1]
        attends = _ATTENDS.search(reading.text[max(0, start - 20) : start])
        start -= len(attends[0]) if attends else 0
        if _telling(reading, index, last) and _of_child(cast, start, end):
            found.append(_made(start, end, "schooling.school", 0.85, _SCHOOL_REASON))
    return found


def _whole_cell(cast: Cast, candidate: Candidate) -> Candidate:
    """In a child's row of a table the whole cell with the school ("Forum Anak, SMPN 35 …")."""
    cell = cast.layout.cell_at(candidate.start)
    if cell and "job" in cell.kinds:
        return _made(cell.start, cell.end, candidate.rule, candidate.certain, candidate.reason)
    return candidate


def _begins(reading: Reading, index: int) -> bool:
    word = reading.folds[index]
    if word in _PUPIL | _CLASS:
        return True
    return _school_word(word) and reading.capital(index)


def _school_word(word: str) -> bool:
    return word in _SCHOOLS or word.rstrip("0123456789") in _SCHOOLS


def _extent(reading: Reading, first: int) -> int:
    last = first + 1
    while last < len(reading) and last - first < 14 and _GAP.fullmatch(reading.between(last)):
        if "\n" in reading.between(last) and not reading.wraps(last):
            break
        word = reading.folds[last]
        known = word in _PUPIL | _CLASS | _FILLERS or _school_word(word)
        value = reading.capital(last) or word.isdigit() or re.fullmatch(r"\d{1,2}[a-z]?|[ivx]+", word)
        if "," in reading.between(last) and not (known or reading.folds[last - 1] in _CLASS):
            break
        if (
            reading.sentence_end(last)
            or not (known or value)
            or reading.tag_at(last, "label.address", "label.phone", "rank", "title.kin", "speech")
        ):
            break
        last += 1
    while last > first + 1 and reading.folds[last - 1] in _FILLERS:
        last -= 1
    return last


def _telling(reading: Reading, first: int, last: int) -> bool:
    """Names a school or a class, not only "pelajar" or "sekolah"."""
    words = reading.folds[first:last]
    named = any(_school_word(word) for word in words) and last - first > 1
    in_class = any(word in _CLASS for word in words) and last - first > 1
    numbered = any(word.rstrip("0123456789") != word and _school_word(word) for word in words)
    return named or in_class or numbered


def _of_child(cast: Cast, start: int, end: int) -> bool:
    """It stands with a child or a victim of sexual violence: same row, sentence or form."""
    if cast.children and cast.layout.reading.folds[cast.layout.reading.word_at(start)] in _PUPIL - _STUDENT:
        return True
    owner = cast.near(start)
    if owner and owner.role in HARD:
        return True
    field = cast.layout.field_at(start)
    if field and field.has("school"):
        subject = cast.subject(cast.layout.reading.line_of(start))
        return subject is None or subject.role in HARD
    return _child_near(cast, start, end)


def _child_near(cast: Cast, start: int, end: int) -> bool:
    reading = cast.layout.reading
    row = cast.layout.row_at(start)
    if row:
        return any(p.role in HARD for p in cast.in_span(row.cells[0].start, row.cells[-1].end))
    sentence = reading.sentence(min(reading.word_at(start), len(reading) - 1))
    del end
    return any(
        p.role in CHILDREN or p.role is Role.SEXUAL_VICTIM
        for p in cast.in_span(reading.starts[sentence.start], reading.ends[sentence.stop - 1])
    )


def _again(reading: Reading, found: list[Candidate]) -> list[Candidate]:
    """The same school named again anywhere."""
    names = set()
    for candidate in found:
        words = [reading.folds[i] for i in reading.words_in(candidate.start, candidate.end)]
        for at, word in enumerate(words[:-1]):
            if _school_word(word) and words[at + 1].isdigit():
                names.add((word, words[at + 1]))
    out = []
    for index in range(len(reading) - 1):
        if tuple(reading.folds[index : index + 2]) in names:
            last = _extent(reading, index)
            start, end = reading.starts[index], reading.ends[max(last, index + 2) - 1]
            if not any(c.overlaps(start, end) for c in found):
                out.append(_made(start, end, "schooling.again", 0.85, _SCHOOL_REASON))
    return out


def _parents_work(cast: Cast) -> list[Candidate]:
    """``ibunya, Sri …, penjual nasi kuning di Pasar Keramat``: the apposition behind a child's relative."""
    reading, found = cast.layout.reading, []
    for mention, person in cast.mentions:
        if person.role is not Role.CHILD_RELATIVE:
            continue
        match = re.compile(r",\s*((?:seorang\s+)?[a-z][^.;:|\n,()]{4,70})").match(reading.text, mention.end)
        if match is None:
            continue
        words = reading.words_in(*match.span(1))
        if (
            words
            and reading.tag_at(words.start, "role.private", "post.staff", "post.organisation", "place.school")
            or words
            and reading.folds[words.start] in ("guru", "pegawai", "pns", "anggota", "bidan", "perawat")
        ):
            found.append(_made(*match.span(1), "schooling.parents_work", 0.75, _WORK_REASON))
    return found
