"""Tables: a row of headings, and rows below it whose cells stand under them.

Cells are told by bars, tabs or semicolons (then they are counted), or by two or more spaces (then they
belong to the heading they stand under).
"""

import re
from dataclasses import dataclass, field

from terbuka.screening.fields import ROLE_TAGS, names_a_thing
from terbuka.screening.reading import Reading

_DELIMITERS = "|\t;,"
_NOT_FOR_HEADING = re.compile(r"\d{5,}")
_MAX_ALIGNED_BLANKS = 1
_NAMES_COLUMN = frozenset(
    "name birth age address office_address religion ethnic marital health finance school nik kk npwp nip nrp passport sim bpjs phone email social "
    "url plate chassis engine account card imei ip geo credential number job".split()
)


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


def find_rows(reading: Reading) -> list[Row]:
    """The rows of all tables, in document order."""
    rows: list[Row] = []
    line, count = 0, len(reading.line_starts)
    while line < count:
        header = _header(reading, line)
        line = _body(reading, line, header[0], header[1], rows) if header else line + 1
    return rows


def _split(text: str, delimiter: str) -> list[tuple[int, int]]:
    """Offsets of the trimmed cells of a line."""
    if delimiter:
        spans, at = [], 0
        for piece in text.split(delimiter):
            left = at + len(piece) - len(piece.lstrip())
            spans.append((left, max(left, at + len(piece.rstrip()))))
            at += len(piece) + 1
        return spans
    return [match.span() for match in re.finditer(r"\S+(?: \S+)*", text)]


def _header(reading: Reading, line: int) -> tuple[list[_Column], str] | None:
    """The columns of a row of headings, and its delimiter ("" for aligned columns)."""
    start, end = reading.line_span(line)
    text = reading.text[start:end]
    delimiter = next((char for char in _DELIMITERS if text.count(char) >= 2), "")
    spans = _split(text, delimiter)
    if len(spans) < 3 or (not delimiter and ":" in text) or _NOT_FOR_HEADING.search(text):
        return None
    columns = [_Column(_kinds(reading, start + left, start + right), left, right) for left, right in spans]
    known = [column for column in columns if _NAMES_COLUMN & set(column.kinds)]
    if delimiter == "," and len(known) < 4:
        return None  # running text has commas too
    if len(known) < 2 or 3 * len(known) < len(columns) or any(right - left > 45 for left, right in spans):
        return None
    return (columns, delimiter) if any(char.isalpha() for char in text) else None


def _kinds(reading: Reading, start: int, end: int) -> tuple[str, ...]:
    """What a heading says about its column."""
    words = reading.words_in(start, end)
    kinds: list[str] = []
    index, told = words.start, 0
    while index < words.stop:
        length, tags = 0, frozenset[str]()
        for n, have in reading.opening.get(index, ()):
            useful = {
                tag for tag in have if tag.startswith("label.") or tag in ROLE_TAGS or tag == "post.staff"
            }
            if useful and n > length and index + n <= words.stop:
                length, tags = n, frozenset(useful)
        told += length
        kinds += [tag.removeprefix("label.") for tag in sorted(tags)]
        index += max(1, length)
    if "name" in kinds and names_a_thing(reading, words):
        kinds = [kind for kind in kinds if kind != "name"]
    if 2 * told < len(words):  # "Forum Anak, kls IX": a row, not a heading
        return ()
    return tuple(dict.fromkeys(kinds))


def _body(reading: Reading, header: int, columns: list[_Column], delimiter: str, rows: list[Row]) -> int:
    """Add the rows below a header; returns the first line that is no row."""
    line, blanks = header + 1, 0
    while line < len(reading.line_starts):
        start, end = reading.line_span(line)
        text = reading.text[start:end]
        spans = _split(text, delimiter)
        if not text.strip() or set(text) <= set("-=_+| \r"):
            blanks += 0 if text.strip() else 1
            if blanks > _MAX_ALIGNED_BLANKS:
                break
        elif delimiter not in text or (not delimiter and len(spans) < 2) or _header(reading, line):
            break
        else:
            rows.append(_row(len(rows), line, start, spans, columns, bool(delimiter)))
        line += 1
    return max(line, header + 1)


def _row(
    number: int, line: int, start: int, spans: list[tuple[int, int]], columns: list[_Column], counted: bool
) -> Row:
    row = Row(number, line)
    for index, (left, right) in enumerate(spans):
        column = index if counted else _nearest(columns, left, right)
        kinds = columns[column].kinds if column < len(columns) else ()
        if right > left:
            row.cells.append(TableCell(kinds, start + left, start + right, number, column))
    return row


def _nearest(columns: list[_Column], left: int, right: int) -> int:
    """The column whose heading stands over ``[left, right)``, else the one that begins nearest."""
    over = [min(right, c.right) - max(left, c.left) for c in columns]
    best = max(
        range(len(columns)), key=lambda i: (over[i] if over[i] > 0 else 0, -abs(columns[i].left - left))
    )
    return best
