"""What identifies a child or a victim of sexual violence without a name (policy, RELATIVE).

School and class, a place of work, a parent's work, kinship with others in the matter.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.fields import Field
from terbuka.screening.lexicon import is_everyday, words
from terbuka.screening.people.cast import Cast
from terbuka.screening.people.school_papers import asks_for_parents, class_in_brackets
from terbuka.screening.reading import Reading
from terbuka.screening.recognisers.answers import answers
from terbuka.screening.roles import CHILDREN, HARD, Role
from terbuka.screening.written_dates import beside_years

_SCHOOL_REASON = N_("Sekolah atau kelas anak: menunjukkan siapa anak itu.")
_WORK_REASON = N_("Pekerjaan orang tua anak: menunjukkan siapa anak itu.")
_PLACE_REASON = N_("Tempat kerja: menunjukkan siapa anak atau korban itu.")
_KIN_REASON = N_("Hubungan keluarga yang menunjukkan siapa anak atau korban itu.")

_PUPILS, _STUDENTS, _CLASSES = words("pupil"), words("student"), words("class")
_SCHOOLS, _FILLERS = words("school"), words("school-filler")
_PARENTS_WORK = words("parents-work")
_OCCUPATION, _NO_WORK = words("occupation"), words("no-work")
_EMPLOYED = re.compile(
    r"\b(?:bekerja|kerja|mengajar) (?:di|pada|sebagai) [^.,;()\n|]{3,60}?"
    r"(?= (?:sejak|selama|dan|saat|ketika|yang|untuk|dengan|tetapi|namun)\b|[.,;()\n|]|$)"
)
_WORK_ASKED = re.compile(
    r"\b(?:pe)?kerja(?:an)? (?:ayah|ibu|bapak|ortu|orang ?tua|wali)[^:;|\n]{0,12}: *([^:;|\n]+)", re.I
)
_BODIES = (
    "org.company",
    "org.government",
    "place.hospital",
    "place.school",
    "place.site",
    "place.area",
    "region",
)
_WORK = (
    "role.private",
    "post",
    "post.staff",
    "post.minor",
    "post.organisation",
    "post.teacher",
    "rank",
)
_LONGEST = 14
_LONGEST_CLASS = 4
_GAP = re.compile(r"[ .,\-–/(]{1,3}|, | ?\r?\n *")
_CLASS_NUMBER = re.compile(r"\d{1,2}[a-z]?|[ivx]+[a-f]?")
_ATTENDS = re.compile(r"(?:(?:ber)?sekolah(?:nya)?|kuliah|belajar) di\s+$", re.I)
_LIVING = re.compile(
    r"\b(?:tinggal bersama|diasuh|dititipkan|"
    r"ikut (?:dengan )?(?:nenek|kakek|ibu|ayah|paman|bibi|orang tua|tante))\b[^.;\n]{0,90}",
    re.I,
)
_CHAIN = re.compile(
    r"(?:keponakan|cucu|anak tiri|adik ipar|sepupu|anak angkat|anak kandung)\s+(?:dari\s+)?"
    r"(?:istri|suami|kakak|adik)?\s*(?:terdakwa|tersangka|pelaku|terlapor)",
    re.I,
)
_APPOSED = re.compile(r",\s*((?:seorang\s+)?[a-z][^.;:|\n,()]{4,70})")


def schooling(cast: Cast) -> list[Candidate]:
    """Schools, classes, parents' work and telling kinship in matters with children or sexual violence."""
    if not cast.matter.children and not any(person.role in HARD for person in cast.persons):
        return []
    found = [_whole_cell(cast, candidate) for candidate in _schools(cast)]
    found += _again(cast.layout.reading, found)
    found += [*_classes_in_brackets(cast), *_employed(cast)]
    return [*found, *_answered(cast), *_workplaces(cast), *_parents_work(cast), *_kinship(cast)]


def _made(start: int, end: int, rule: str, certain: float, reason: str) -> Candidate:
    return Candidate("RELATIVE", start, end, rule, certain, reason, Rank.CONTEXT, Role.CHILD_RELATIVE)


def _schools(cast: Cast) -> Iterator[Candidate]:
    reading = cast.layout.reading
    for index, last in school_spans(reading):
        start, end = reading.starts[index], reading.ends[last - 1]
        attends = _ATTENDS.search(reading.text[max(0, start - 20) : start])
        start -= len(attends[0]) if attends else 0
        if _of_child(cast, index, start) and not _of_a_grown_persons_past(cast, start, end):
            yield _made(start, end, "schooling.school", 0.85, _SCHOOL_REASON)


def _of_a_grown_persons_past(cast: Cast, start: int, end: int) -> bool:
    """ "2007-2010  SMP Negeri 1" in the life of somebody else than the child that is named there too."""
    subject = cast.subject(cast.layout.reading.line_of(start))
    grown = subject is not None and subject.role not in HARD
    return grown and beside_years(cast.layout.reading.text, start, end)


def school_spans(reading: Reading) -> Iterator[tuple[int, int]]:
    """Numbers of the words that name a school or a class: first, and behind the last."""
    reached = 0
    for index in range(len(reading)):
        if index >= reached and _begins(reading, index):
            reached = _extent(reading, index)
            if _telling(reading.folds[index:reached]):
                yield index, reached


def _answered(cast: Cast) -> Iterator[Candidate]:
    """``Kelas : 4B``, and such a cell in the row of a child: the value holds no word for a class itself."""
    layout, reading = cast.layout, cast.layout.reading
    spans = [(field.start, field.end) for field in layout.fields if field.has("school")]
    spans += [(answer.start, answer.end) for answer in answers(layout, "school")]
    spans += [(cell.start, cell.end) for row in layout.rows for cell in row.cells if "school" in cell.kinds]
    for start, end in spans:
        folds = [reading.folds[index] for index in reading.words_in(start, end)]
        if folds and _CLASS_NUMBER.fullmatch(folds[0]) and len(folds) <= _LONGEST_CLASS:
            subject = (
                cast.subject(reading.line_of(start)) if layout.row_at(start) is None else cast.near(start)
            )
            if (subject is None and not layout.row_at(start)) or (subject and subject.role in HARD):
                yield _made(start, end, "schooling.class", 0.85, _SCHOOL_REASON)


def _classes_in_brackets(cast: Cast) -> Iterator[Candidate]:
    """ "Andi (VII-C)"."""
    for mention, person in cast.mentions:
        told = class_in_brackets(cast.layout.reading.text, mention.end) if person.role in CHILDREN else None
        if told:
            yield replace(_made(*told, "schooling.class", 0.85, _SCHOOL_REASON), rank=Rank.LABELLED)


def _employed(cast: Cast) -> Iterator[Candidate]:
    """ "bekerja di laundry …" of a victim, a husband, a parent."""
    for told in _EMPLOYED.finditer(cast.layout.reading.text):
        owner = cast.near(told.start())
        if owner and owner.role in HARD and _names_a_place(cast.layout.reading, *told.span()):
            yield _made(*told.span(), "schooling.workplace", 0.75, _PLACE_REASON)


def _whole_cell(cast: Cast, candidate: Candidate) -> Candidate:
    """In a child's row of a table the whole cell with the school ("Forum Anak, SMPN 35 …")."""
    cell = cast.layout.cell_at(candidate.start)
    if cell and "job" in cell.kinds:
        return _made(cell.start, cell.end, candidate.rule, candidate.certain, candidate.reason)
    return candidate


def _begins(reading: Reading, index: int) -> bool:
    word = reading.folds[index]
    if word in _PUPILS or word in _STUDENTS or word in _CLASSES:
        return True
    return _is_school(word) and reading.capital(index)


def _is_school(word: str) -> bool:
    """``SMPN``, and ``SMPN35`` written together."""
    return word in _SCHOOLS or word.rstrip("0123456789") in _SCHOOLS


def _extent(reading: Reading, first: int) -> int:
    last = first + 1
    while last < len(reading) and last - first < _LONGEST and _continues(reading, last):
        last += 1
    while last > first + 1 and reading.folds[last - 1] in _FILLERS:
        last -= 1
    return last


def _continues(reading: Reading, index: int) -> bool:
    gap, word = reading.between(index), reading.folds[index]
    if not _GAP.fullmatch(gap) or ("\n" in gap and not reading.wraps(index)) or reading.sentence_end(index):
        return False
    if reading.tag_at(index, "label.address", "label.phone", "rank", "title.kin", "speech"):
        return False
    known = word in _PUPILS | _STUDENTS | _CLASSES | _FILLERS or _is_school(word)
    if "," in gap:
        return known or reading.folds[index - 1] in _CLASSES
    return known or reading.capital(index) or word.isdigit() or bool(_CLASS_NUMBER.fullmatch(word))


def _telling(folds: list[str]) -> bool:
    """Names a school or a class, not only "pelajar" or "sekolah"."""
    if len(folds) > 1:
        return any(_is_school(word) or word in _CLASSES for word in folds)
    return folds[0] not in _SCHOOLS and _is_school(folds[0])


def _of_child(cast: Cast, index: int, start: int) -> bool:
    """It stands with a child or a victim of sexual violence: same row, sentence or form."""
    if cast.children and cast.layout.reading.folds[index] in _PUPILS:
        return True
    owner = cast.near(start)
    if owner and owner.role in HARD:
        return True
    field = cast.layout.field_at(start)
    if field and field.has("school"):
        subject = cast.subject(cast.layout.reading.line_of(start))
        return subject is None or subject.role in HARD
    return _child_near(cast, start)


def _child_near(cast: Cast, start: int) -> bool:
    reading = cast.layout.reading
    row = cast.layout.row_at(start)
    if row:
        return any(person.role in HARD for person in cast.in_span(row.cells[0].start, row.cells[-1].end))
    sentence = reading.sentence(min(reading.word_at(start), len(reading) - 1))
    here = cast.in_span(reading.starts[sentence.start], reading.ends[sentence.stop - 1])
    return any(person.role in CHILDREN or person.role is Role.SEXUAL_VICTIM for person in here)


def _again(reading: Reading, found: list[Candidate]) -> list[Candidate]:
    """The same school named again anywhere ("SMPN 6" after "SMPN 6 Kandangan, kelas IX-C")."""
    names = set()
    for candidate in found:
        span = reading.words_in(candidate.start, candidate.end)
        for at in span[:-1]:
            if _is_school(reading.folds[at]) and reading.folds[at + 1].isdigit():
                names.add((reading.folds[at], reading.folds[at + 1]))
    out = []
    for index in range(len(reading) - 1):
        if (reading.folds[index], reading.folds[index + 1]) in names:
            last = max(_extent(reading, index), index + 2)
            start, end = reading.starts[index], reading.ends[last - 1]
            if not any(candidate.overlaps(start, end) for candidate in found):
                out.append(_made(start, end, "schooling.again", 0.85, _SCHOOL_REASON))
    return out


def _workplaces(cast: Cast) -> Iterator[Candidate]:
    """``Pekerjaan : Kasir Toko Sinar Astambul`` of a victim or a child's parent, where it names a place."""
    layout, reading = cast.layout, cast.layout.reading
    spans = [(field.start, field.end) for field in layout.fields if _asks_for_work(reading, field)]
    spans += [(cell.start, cell.end) for row in layout.rows for cell in row.cells if "job" in cell.kinds]
    for start, end in spans:
        owner = cast.near(start)
        if owner and owner.role in HARD and _names_a_place(reading, start, end):
            yield _made(start, end, "schooling.workplace", 0.75, _PLACE_REASON)
    for start, end in _asked_of_parents(cast):
        owner = cast.near(start)
        told = {reading.folds[index] for index in reading.words_in(start, end)}
        if owner and owner.role in HARD and told and _NO_WORK.isdisjoint(told):
            yield _made(start, end, "schooling.parents_work", 0.85, _WORK_REASON)


def _asked_of_parents(cast: Cast) -> Iterator[tuple[int, int]]:
    """ "Pekerjaan ayah", and the column of work beside that of the parents: also a bare kind of work tells
    whose child it is in a class or a village."""
    layout, reading = cast.layout, cast.layout.reading
    yield from (told.span(1) for told in _WORK_ASKED.finditer(reading.text))
    for row in layout.rows:
        asked = [(cell, reading.words_in(*cell.heading)) for cell in row.cells]
        beside = any(asks_for_parents(reading, label) for _, label in asked)
        for cell, label in asked:
            if beside and _OCCUPATION & {reading.folds[index] for index in label}:
                yield cell.start, cell.end


def _asks_for_work(reading: Reading, field: Field) -> bool:
    """``Pekerjaan :``, ``Pekerjaan orang tua :``."""
    first, last = field.label
    if first and reading.lines[first - 1] == reading.lines[first]:
        first -= 1
    return any(reading.folds[index] in _OCCUPATION for index in range(first, last))


def _names_a_place(reading: Reading, start: int, end: int) -> bool:
    """More than a kind of work ("wiraswasta", "Buruh Harian Lepas", "anggota Polri")."""
    span = reading.words_in(start, end)
    rest = [i for i in span if not reading.tag_at(i, *_WORK) and not reading.within(i, *_WORK)]
    for index in rest:
        body = reading.tag_at(index, *_BODIES)
        if reading.tag_at(index, "region") or (body and index + body < span.stop):
            return True
        if not body and reading.capital(index) and not is_everyday(reading.folds[index]):
            return True
    return False


def _parents_work(cast: Cast) -> Iterator[Candidate]:
    """``ibunya, Sri …, penjual nasi kuning di Pasar Keramat``: the apposition behind a child's relative."""
    reading = cast.layout.reading
    for mention, person in cast.mentions:
        match = _APPOSED.match(reading.text, mention.end) if person.role is Role.CHILD_RELATIVE else None
        if match is None:
            continue
        first = reading.word_at(match.start(1))
        work = reading.tag_at(first, "role.private", "post.staff", "post.organisation", "place.school")
        if work or reading.folds[first] in _PARENTS_WORK:
            yield _made(*match.span(1), "schooling.parents_work", 0.75, _WORK_REASON)


def _kinship(cast: Cast) -> Iterator[Candidate]:
    """``keponakan istri Terdakwa``, ``tinggal bersama kakek dari pihak ibu``."""
    for pattern in (_LIVING, _CHAIN):
        for match in pattern.finditer(cast.layout.reading.text):
            if cast.matter.children or _child_near(cast, match.start()):
                yield _made(*match.span(), "schooling.kinship", 0.7, _KIN_REASON)
