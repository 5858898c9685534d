"""Tables: a row of headings, and rows below it whose cells stand under them.

Cells are told by bars, tabs or semicolons (then they are counted), or by two or more spaces (then they
belong to the heading they stand under).
"""

import re
from dataclasses import dataclass, field

from terbuka.screening.fields import ROLE_TAGS, names_a_thing
from terbuka.screening.folding import BLOT
from terbuka.screening.lexicon import words
from terbuka.screening.reading import Reading

_DELIMITERS = "|\t;,"
_ALIGNED = re.compile(r"\S+(?: \S+)*")
_NO_HEADING = re.compile(r"\d{5,}")
_WIDEST_HEADING = 45
_LEAST_COMMAS, _LEAST_KNOWN_WITH_COMMAS = 3, 4  # running text has commas too
_RULER = frozenset("-=_+| \r")
_COLUMNS = words("column")


@dataclass(frozen=True, slots=True)
class TableCell:
    """``kinds``: meanings of the heading above it (as of a field's label); offsets of the text, trimmed."""

    kinds: tuple[str, ...]
    start: int
    end: int
    row: int
    column: int


@dataclass(slots=True)
class Row:
    """One row: its number in the document, its line and its cells."""

    number: int
    line: int
    cells: list[TableCell] = field(default_factory=list)

    def cell(self, *kinds: str) -> TableCell | None:
        return next((cell for cell in self.cells if any(kind in cell.kinds for kind in kinds)), None)


@dataclass(frozen=True, slots=True)
class _Column:
    kinds: tuple[str, ...]
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class _Header:
    """``delimiter``: "" for aligned columns."""

    columns: list[_Column]
    delimiter: str


def find_rows(reading: Reading) -> list[Row]:
    """The rows of all tables, in document order."""
    rows: list[Row] = []
    line, count = 0, len(reading.line_starts)
    while line < count:
        header = _header(reading, line)
        line = _body(reading, line, header, rows) if header else line + 1
    return rows


def _split(text: str, delimiter: str) -> list[tuple[int, int]]:
    """Offsets of the trimmed cells of a line."""
    if not delimiter:
        return [match.span() for match in _ALIGNED.finditer(text)]
    spans, at = [], 0
    for piece in text.split(delimiter):
        left = at + len(piece) - len(piece.lstrip())
        spans.append((left, max(left, at + len(piece.rstrip()))))
        at += len(piece) + 1
    return spans


def _header(reading: Reading, line: int) -> _Header | None:
    """The columns of a line, if it is a row of headings."""
    start, end = reading.line_span(line)
    text = reading.text[start:end]
    if _NO_HEADING.search(text) or not any(char.isalpha() for char in text):
        return None
    for delimiter in (*(char for char in _DELIMITERS if text.count(char) >= 2), ""):
        spans = _split(text, delimiter)
        if len(spans) < 3 or (not delimiter and ":" in text):
            continue
        columns = [_Column(_kinds(reading, start + a, start + b), a, b) for a, b in spans]
        if _are_headings(columns, delimiter):
            return _Header(columns, delimiter)
    return None


def _are_headings(columns: list[_Column], delimiter: str) -> bool:
    """At least two, and a third of them, are headings we know; none is a sentence."""
    known = sum(1 for column in columns if not _COLUMNS.isdisjoint(column.kinds))
    if delimiter == "," and (len(columns) <= _LEAST_COMMAS or known < _LEAST_KNOWN_WITH_COMMAS):
        return False
    if any(column.right - column.left > _WIDEST_HEADING for column in columns):
        return False
    return known >= 2 and 3 * known >= len(columns)


def _kinds(reading: Reading, start: int, end: int) -> tuple[str, ...]:
    """What a heading says about its column."""
    span = reading.words_in(start, end)
    kinds: list[str] = []
    index, told = span.start, 0
    while index < span.stop:
        length, tags = _heading_mark(reading, index, span.stop)
        told += length
        kinds += [tag.removeprefix("label.") for tag in tags]
        index += max(1, length)
    numbered = any(reading.folds[i].isdigit() for i in span) or BLOT in reading.text[start:end]
    if numbered or 2 * told < len(span):  # "Forum Anak, SMPN 35 kls IX": a row, not a heading
        return ()
    if "name" in kinds and names_a_thing(reading, span):
        kinds = [kind for kind in kinds if kind != "name"]
    return tuple(dict.fromkeys(kinds))


def _heading_mark(reading: Reading, index: int, stop: int) -> tuple[int, list[str]]:
    """The longest mark at word ``index`` that can head a column: its length and meanings."""
    best, tags = 0, list[str]()
    for length, have in reading.opening.get(index, ()):
        useful = [tag for tag in sorted(have) if tag.startswith("label.") or tag in _PERSON_COLUMNS]
        if useful and length > best and index + length <= stop:
            best, tags = length, useful
    return best, tags


_PERSON_COLUMNS = frozenset({*ROLE_TAGS, "post.staff"})


def _body(reading: Reading, line: int, header: _Header, rows: list[Row]) -> int:
    """Add the rows below a header; returns the first line that is no row. One blank line may intervene."""
    blanks = 0
    for below in range(line + 1, len(reading.line_starts)):
        start, end = reading.line_span(below)
        text = reading.text[start:end]
        if not text.strip():
            blanks += 1
            if blanks > 1:
                return below
        elif not _RULER.issuperset(text):
            spans = _split(text, header.delimiter)
            if len(spans) < 2 or _header(reading, below):
                return below
            rows.append(_row(len(rows), below, start, spans, header))
    return len(reading.line_starts)


def _row(number: int, line: int, start: int, spans: list[tuple[int, int]], header: _Header) -> Row:
    row = Row(number, line)
    for index, (left, right) in enumerate(spans):
        column = index if header.delimiter else _nearest(header.columns, left, right)
        kinds = header.columns[column].kinds if column < len(header.columns) else ()
        if right > left:
            row.cells.append(TableCell(kinds, start + left, start + right, number, column))
    return row


def _nearest(columns: list[_Column], left: int, right: int) -> int:
    """The column whose heading stands over ``[left, right)``, else the one that begins nearest."""

    def fit(index: int) -> tuple[int, int]:
        column = columns[index]
        shared = min(right, column.right) - max(left, column.left)
        return max(shared, 0), -abs(column.left - left)

    return max(range(len(columns)), key=fit)
