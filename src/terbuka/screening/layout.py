"""Where things stand in a document: its fields, table rows, headings and letterhead."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from terbuka.screening.fields import Field, Heading, find_fields, find_headings
from terbuka.screening.reading import Cell, Reading
from terbuka.screening.roles import Role
from terbuka.screening.tables import Row, TableCell, find_rows
from terbuka.screening.unwrapping import Unwrapped, unwrap

_LETTERHEAD_LINES = 9
_COLUMN_SLACK = 12
_LETTERHEAD_WORDS = 26
_NO_LETTERHEAD = (
    "title.formal",
    "label.name",
    "label.nik",
    "role.complainant",
    "role.victim",
    "role.witness",
)
_LETTERHEAD_END = re.compile(
    r"^\s*[\[(]?\d{1,2}[/.\-]\d|^\s*(?:nomor|no\.?|kepada|yth|nama|hal|perihal|from|pada hari|hari)\b", re.I
)


@dataclass
class Layout:
    """The layout of a reading. ``letterhead``: offset where the letterhead ends, 0 if there is none.

    ``reading`` has each row of a table on one line: ``pieces`` says where its offsets lie in the document.
    """

    reading: Reading
    fields: list[Field]
    rows: list[Row]
    headings: list[Heading]
    letterhead: int
    unwrapped: Unwrapped

    def __post_init__(self) -> None:
        self._label_words = {index for field in self.fields for index in range(*field.label)}
        self._field_starts = [field.start for field in self.fields]
        self._field_lines = [field.line for field in self.fields]
        self._row_of_line = {row.line: row for row in self.rows}
        self._heading_lines = [heading.line for heading in self.headings]

    def pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where ``[start, end)`` of the reading stands in the document."""
        return self.unwrapped.pieces(start, end)

    def field_at(self, offset: int) -> Field | None:
        """The field whose value holds ``offset``."""
        index = bisect_right(self._field_starts, offset) - 1
        if index >= 0 and offset < self.fields[index].end:
            return self.fields[index]
        return None

    def fields_on(self, lines: range) -> list[Field]:
        """The fields whose label stands on one of ``lines``, in order."""
        first, last = (bisect_left(self._field_lines, line) for line in (lines.start, lines.stop))
        return self.fields[first:last]

    def in_label(self, index: int) -> bool:
        """True for a word of a field's label."""
        return index in self._label_words

    def row_at(self, offset: int) -> Row | None:
        return self._row_of_line.get(self.reading.line_of(offset))

    def cell_at(self, offset: int) -> TableCell | None:
        """The table cell that holds ``offset``."""
        row = self.row_at(offset)
        return next((cell for cell in row.cells if cell.start <= offset < cell.end), None) if row else None

    def kinds_at(self, offset: int) -> tuple[str, ...]:
        """What the label or the column heading says about ``offset``; a label inside a cell is nearer."""
        field = self.field_at(offset)
        if field:
            return field.kinds
        cell = self.cell_at(offset)
        return cell.kinds if cell else ()

    def over(self, cell: Cell, lines: range) -> Iterator[Cell]:
        """Cells on ``lines`` that stand over or under ``cell``, in the order of ``lines``."""
        reading = self.reading
        column = reading.column(cell.start)
        left, right = column - _COLUMN_SLACK, column + (cell.end - cell.start) + _COLUMN_SLACK
        for line in lines:
            for index in sorted({reading.cell_of[i] for i in reading.line_words(line)}):
                other = reading.cells[index]
                begin = reading.column(other.start)
                if begin < right and left < begin + (other.end - other.start):
                    yield other

    def section(self, line: int) -> Role | None:
        """The role that the heading above ``line`` gives to persons."""
        index = bisect_right(self._heading_lines, line - 1) - 1
        return self.headings[index].role if index >= 0 else None


def lay_out(reading: Reading) -> Layout:
    """Make the rows of tables whole; find fields, table rows, headings and the letterhead."""
    unwrapped = unwrap(reading)
    reading = unwrapped.reading
    rows = find_rows(reading)
    in_table = {line for row in rows for line in (row.line, row.headings)}
    return Layout(
        reading,
        find_fields(reading),
        rows,
        [heading for heading in find_headings(reading) if heading.line not in in_table],
        _letterhead(reading),
        unwrapped,
    )


def _letterhead(reading: Reading) -> int:
    """The first lines, if an institution names itself there, down to the number, the addressee or a form."""
    end, named = 0, False
    for line in range(min(_LETTERHEAD_LINES, len(reading.line_starts))):
        start, stop = reading.line_span(line)
        if _LETTERHEAD_END.match(reading.text[start:stop]):
            break
        words = reading.line_words(line)
        if (named and not words) or len(words) > _LETTERHEAD_WORDS:
            break
        if any(reading.tag_at(i, *_NO_LETTERHEAD) for i in words):
            break
        named = named or any(
            reading.tag_at(i, "org.government", "place.hospital", "org.company") for i in words
        )
        end = stop
    return end if named and end < len(reading.text.rstrip()) else 0
