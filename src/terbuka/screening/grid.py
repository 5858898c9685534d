"""Which cells the lines of a table hold: by count, or by the column they stand under."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from terbuka.screening.cells import Piece, is_ruler, split, split_row
from terbuka.screening.columns import HeadingLines, Headings

SAMPLE = 200
"""Lines that tell how wide the columns of a table are; a table may go on over a thousand pages."""
_NUMBER = re.compile(r"\d{1,4}[.)]?")
_FIGURES = re.compile(r"[\d.\-/]*\d{4}[\d.\-/]*")
_NUMBER_AND_CELL = re.compile(r"(\d{1,4}[.)]?) \S")


@dataclass(slots=True)
class GridLine:
    """``cells``: what stands in each column of line ``line``. ``number``: of a row that begins here."""

    line: int
    cells: dict[int, Piece] = field(default_factory=dict)
    number: int | None = None


class Grid:
    """The columns of one table and how its lines are cut into them.

    ``numbered``: the column with the numbers of the rows; None where they have none. An aligned table whose
    numbers stand without a heading gets a column of its own for them, left of the first.
    """

    def __init__(self, lines: HeadingLines, headings: Headings) -> None:
        self._heading_lines = lines
        self._reading = lines.reading
        self._delimiter = headings.delimiter
        self._spans = [(column.left, column.right) for column in headings.columns]
        below = [] if self._delimiter else self._block(headings.last)
        self.unheaded = not self._delimiter and not headings.numbered and _begin_with_numbers(below)
        if self.unheaded:
            self._spans.insert(0, (0, 0))
        first = next((i for i, (left, right) in enumerate(self._spans) if left < right), 0)
        self.numbered = 0 if self.unheaded else first if headings.numbered else None
        self._lefts = [left for left, _ in self._spans]
        if not self._delimiter:
            self._settle(below)

    @property
    def width(self) -> int:
        return len(self._spans)

    def room(self, column: int) -> int:
        """How many characters a cell of the column may hold, as far as the place of the next one tells."""
        return self._lefts[column + 1] - self._lefts[column] - 2 if column + 1 < self.width else 0

    def cut(self, line: int) -> GridLine:
        """The cells of a line, empty ones left out."""
        start, end = self._reading.line_span(line)
        text = self._reading.text[start:end]
        if self._delimiter:
            parts = dict(enumerate(split_row(text, self._delimiter, self.width)))
        else:
            parts = self._place(self._fragments(text))
        cells = {index: (start + a, start + b) for index, (a, b) in parts.items() if a < b}
        found = GridLine(line, cells)
        if self.numbered is not None and self.numbered in cells:
            written = self._reading.text[slice(*cells[self.numbered])]
            found.number = int(written.rstrip(".)")) if _NUMBER.fullmatch(written) else None
        return found

    def _block(self, first: int) -> list[str]:
        """The lines from ``first`` on up to two blank ones or the next headings, ``SAMPLE`` at most."""
        lines: list[str] = []
        for line in range(first, min(first + SAMPLE, len(self._reading.line_starts))):
            text = self._reading.text[slice(*self._reading.line_span(line))]
            parted = not text.strip() and lines and not lines[-1].strip()
            if parted or self._heading_lines.at(line):
                break
            lines.append(text)
        return lines

    def _settle(self, lines: list[str]) -> None:
        """Where each column begins: as its heading, or further left where most of its cells do."""
        begin: list[Counter[int]] = [Counter() for _ in self._spans]
        for text in lines:
            fragments = self._fragments(text)
            if len(fragments) < 2 or is_ruler(text):
                continue
            if len(fragments) == self.width:
                placed = list(range(self.width))
            else:
                placed = [self._nearest(left, right) for left, right in fragments]
            for column, (left, _) in zip(placed, fragments, strict=True):
                begin[column][left] += 1
        for column, counts in enumerate(begin):
            usual = counts.most_common(1)
            if usual and self.unheaded and column == 1:
                self._lefts[column] = usual[0][0]  # its heading may stand over the numbers
            elif usual:
                self._lefts[column] = min(self._lefts[column], usual[0][0])
        for column in range(1, self.width):
            self._lefts[column] = max(self._lefts[column], self._lefts[column - 1] + 1)

    def _nearest(self, left: int, right: int) -> int:
        """The column whose heading stands over ``[left, right)``, else the one that begins nearest."""

        def fit(column: int) -> tuple[int, int]:
            shared = min(right, self._spans[column][1]) - max(left, self._spans[column][0])
            return max(shared, 0), -abs(self._spans[column][0] - left)

        return max(range(self.width), key=fit)

    def _fragments(self, text: str) -> list[Piece]:
        """Stretches parted by two blanks or more; the number of a row by one, and so a long number that fills
        its cell up to where the next column begins."""
        fragments = [part for piece in split(text, "") for part in self._behind_numbers(text, *piece)]
        if fragments and self.numbered is not None:
            left, right = fragments[0]
            match = _NUMBER_AND_CELL.match(text, left, right)
            if match:
                fragments[0:1] = [match.span(1), (match.end() - 1, right)]
        return fragments

    def _behind_numbers(self, text: str, left: int, right: int) -> Iterator[Piece]:
        """The stretch, cut where a column begins with a word right behind figures alone: "637103470488 RT 3"
        is a number and a place, and no sentence of two columns."""
        for edge in self._lefts[1:]:
            begins = left < edge < right and text[edge - 1] == " " and text[edge] != " "
            if begins and _FIGURES.fullmatch(text, left, edge - 1):
                yield left, edge - 1
                left = edge
        yield left, right

    def _place(self, fragments: list[Piece]) -> dict[int, Piece]:
        """Each fragment under its column, from left to right; what is too many joins the last one."""
        if len(fragments) == self.width:
            return dict(enumerate(fragments))
        cells: dict[int, Piece] = {}
        column = -1
        for left, right in fragments:
            if column + 1 < self.width:
                column = max(
                    range(column + 1, self.width), key=lambda index: self._shared(index, left, right)
                )
            begin = cells[column][0] if column in cells else left
            cells[column] = (begin, right)
        return cells

    def _shared(self, column: int, left: int, right: int) -> tuple[int, int]:
        """How much of ``[left, right)`` stands in the column, and how near it begins."""
        edge = self._lefts[column + 1] if column + 1 < self.width else right + self._lefts[column] + 1
        shared = min(right, edge) - max(left, self._lefts[column])
        return max(shared, 0), -abs(self._lefts[column] - left)


def _begin_with_numbers(lines: list[str]) -> bool:
    """At least two rows, and half of them, begin with a number."""
    rows = [text.split() for text in lines if len(split(text, "")) > 1]
    numbers = sum(bool(_NUMBER.fullmatch(row[0])) for row in rows)
    return numbers >= 2 and 2 * numbers >= len(rows)
