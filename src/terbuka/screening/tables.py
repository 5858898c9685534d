"""Tables: a row of headings, and rows below it whose cells are counted.

Aligned columns, and rows over several lines, have been made so by ``unwrapping``.
"""

from dataclasses import dataclass, field

from terbuka.screening.cells import Piece, is_ruler, split
from terbuka.screening.columns import Headings, headings_at
from terbuka.screening.reading import Reading


@dataclass(frozen=True, slots=True)
class TableCell:
    """``kinds``: meanings of the heading above it (as of a field's label); offsets of the text, trimmed.

    ``heading``: offsets of that heading, empty where there is none.
    """

    kinds: tuple[str, ...]
    start: int
    end: int
    row: int
    column: int
    heading: Piece


@dataclass(slots=True)
class Row:
    """One row: its number in the document, its line, that of the headings above it, and its cells."""

    number: int
    line: int
    headings: int
    cells: list[TableCell] = field(default_factory=list)

    def cell(self, *kinds: str) -> TableCell | None:
        return next((cell for cell in self.cells if any(kind in cell.kinds for kind in kinds)), None)


def find_rows(reading: Reading) -> list[Row]:
    """The rows of all tables, in document order."""
    rows: list[Row] = []
    line, count = 0, len(reading.line_starts)
    while line < count:
        headings = headings_at(reading, line)
        line = _body(reading, headings, rows) if headings and headings.delimiter else line + 1
    return rows


def _body(reading: Reading, headings: Headings, rows: list[Row]) -> int:
    """Add the rows below the headings; returns the first line that is no row. A blank line may be between."""
    blanks = 0
    for line in range(headings.last, len(reading.line_starts)):
        start, end = reading.line_span(line)
        text = reading.text[start:end]
        if not text.strip():
            blanks += 1
            if blanks > 1:
                return line
        elif not is_ruler(text):
            spans = split(text, headings.delimiter)
            if len(spans) < 2 or headings_at(reading, line):
                return line
            rows.append(_row(len(rows), line, start, spans, headings))
    return len(reading.line_starts)


def _row(number: int, line: int, start: int, spans: list[Piece], headings: Headings) -> Row:
    row = Row(number, line, headings.last - 1)
    for column, (left, right) in enumerate(spans):
        above = headings.columns[column] if column < len(headings.columns) else None
        kinds, heading = (above.kinds, above.pieces[0]) if above else ((), (0, 0))
        if right > left:
            row.cells.append(TableCell(kinds, start + left, start + right, number, column, heading))
    return row
