"""Pupils by the paper they stand in: rows and forms that give a class or a pupil's number beside the name.

Whoever has a class or an NISN goes to school, so the paper is about children whatever the column of names is
called (policy, rule 4). The class of a post, of a ward or of a sport is none."""

import re
from collections.abc import Iterator

from terbuka.screening.fields import Field
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import words
from terbuka.screening.reading import Reading
from terbuka.screening.tables import Row, TableCell

_CLASS, _NUMBER_OF = words("school-class"), words("pupil-number")
_PARENTS, _NO_PUPILS = (
    words("parent") - frozenset(("tua",)) | words("parents-asked"),
    words("no-pupils-paper"),
)
_LOWER, _OF_PUPILS = words("lower-school"), words("of-pupils")
_FORM_LINES, _LONGEST_NAME = 9, 5
_WORKS = ("post", "post.staff", "post.teacher", "post.organisation", "place.school")
_APART = (", ", " - ", " – ", " — ")
_ITEM = re.compile(r"\s*(?:\(?(?:\d{1,3}|[a-z])[.)]|[-•*])?\s*")
_IN_BRACKETS = re.compile(r" ?\((?:kelas |kls )?([^()\n]{2,9})\)")
_MADE_UP = re.compile(r"\d ?-? ?[a-z]|[ivx][ \-]+\w", re.I)
_CLEAR = re.compile(
    r"(?:[1-9]|1[0-2]) ?-? ?[a-h]\d?|(?:[4-9]|1[0-2])|(?:xi{0,2}|ix|iv|vi{0,3})(?: ?-? ?\w{1,4}){0,2}"
)


def pupils_in(layout: Layout) -> frozenset[int]:
    """The numbers of the words of the cells and values that name pupils."""
    return frozenset(index for span in _spans(layout) for index in layout.reading.words_in(*span))


def is_class(text: str) -> bool:
    """ "4B", "VII-C", "XI IPS 1": a class of a school, and hardly a rank of anything else."""
    return _CLEAR.fullmatch(text.strip().casefold()) is not None


def class_in_brackets(text: str, behind: int) -> tuple[int, int] | None:
    """Where "VII-C" stands in "Andi (VII-C)"; a number alone is an age, a letter alone an initial."""
    told = _IN_BRACKETS.match(text, behind)
    return told.span(1) if told and is_class(told[1]) and _MADE_UP.search(told[1]) else None


def asks_for_parents(reading: Reading, label: range) -> bool:
    """ "Nama Orang Tua", "Wali", "Kerja Ayah"."""
    return any(reading.folds[index] in _PARENTS for index in label)


def _spans(layout: Layout) -> Iterator[tuple[int, int]]:
    tables: dict[int, list[Row]] = {}
    for row in layout.rows:
        tables.setdefault(row.headings, []).append(row)
    for rows in tables.values():
        if _is_of_pupils(layout, rows):
            for row in rows:
                cell = next((cell for cell in row.cells if _names_the_pupil(layout, cell)), None)
                if cell:
                    yield cell.start, cell.end
    yield from _forms(layout)
    if not _OF_PUPILS.isdisjoint(layout.reading.folds):
        yield from _with_schools(layout)


def _with_schools(layout: Layout) -> Iterator[tuple[int, int]]:
    """ "1. Nur Azizah, SMPN 7", "Nur Azizah | SMPN 7", where a paper speaks of pupils; whoever bears a degree
    or a post teaches there."""
    reading = layout.reading
    for row in layout.rows:
        name, school = row.cell("name"), row.cell("school")
        if name and school and reading.folds[reading.word_at(school.start)] in _LOWER:
            yield from _plain(reading, name.start, name.end)
    for index in range(1, len(reading)):
        if reading.folds[index] in _LOWER and reading.between(index) in _APART:
            start, _ = reading.line_span(reading.lines[index])
            item = _ITEM.match(reading.text, start)
            yield from _plain(reading, item.end() if item else start, reading.ends[index - 1])


def _plain(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch if it is a few words with capitals and nothing else."""
    inside = reading.words_in(start, end)
    few = 0 < len(inside) <= _LONGEST_NAME and "," not in reading.text[start:end]
    if few and all(reading.capital(i) and not reading.tag_at(i, *_WORKS) for i in inside):
        yield start, end


def _heading(layout: Layout, cell: TableCell) -> range:
    return layout.reading.words_in(*cell.heading)


def _names_the_pupil(layout: Layout, cell: TableCell) -> bool:
    return "name" in cell.kinds and not asks_for_parents(layout.reading, _heading(layout, cell))


def _is_of_pupils(layout: Layout, rows: list[Row]) -> bool:
    """A column of pupils' numbers, or of classes: clearly a school's, or beside a column of parents."""
    reading = layout.reading
    asked = {reading.folds[i] for row in rows[:1] for cell in row.cells for i in _heading(layout, cell)}
    above = reading.line_words(max(rows[0].headings - 1, 0))
    if not _NO_PUPILS.isdisjoint((*asked, *reading.folds[above.start : above.stop])):
        return False
    if not _NUMBER_OF.isdisjoint(asked):
        return True
    classes = [cell for row in rows for cell in row.cells if _asks_for_class(reading, _heading(layout, cell))]
    beside = not _PARENTS.isdisjoint(asked)
    return any(beside or is_class(reading.text[cell.start : cell.end]) for cell in classes)


def _asks_for_class(reading: Reading, label: range) -> bool:
    """ "Kelas", "Kls"; not "Kelas jabatan"."""
    return len(label) == 1 and reading.folds[label.start] in _CLASS


def _forms(layout: Layout) -> Iterator[tuple[int, int]]:
    """ "Nama : …" above "NISN : …" or "Kelas : VII-C", before anybody else is asked for."""
    for field in layout.fields:
        if field.has("name") and not asks_for_parents(layout.reading, range(*field.label)):
            below = range(field.line, field.line + _FORM_LINES)
            if _tells_of_school(layout, field, layout.fields_on(below)):
                yield field.start, field.end


def _tells_of_school(layout: Layout, name: Field, below: list[Field]) -> bool:
    reading = layout.reading
    for field in below:
        if field.start <= name.start:
            continue
        label = range(*field.label)
        folds = {reading.folds[i] for i in label}
        if field.has("name", "nip", "nrp") or not _NO_PUPILS.isdisjoint(folds):
            return False
        if not _NUMBER_OF.isdisjoint(folds):
            return True
        if _asks_for_class(reading, label) and is_class(reading.text[field.start : field.end]):
            return True
    return False
