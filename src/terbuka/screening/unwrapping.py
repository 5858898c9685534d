"""Tables, each row of them on one line between bars, whatever parted its cells.

What stands in a cell is read as a whole ("… Utara, NRP" and "86071533" below it are one cell), and nothing
of a row is taken for what leads or follows in the next one. The text that comes out is for the recognisers
alone: every stretch of it knows where it stands in the document.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from terbuka.screening.cells import Piece, is_ruler
from terbuka.screening.columns import HeadingLines, Headings, joins
from terbuka.screening.grid import Grid
from terbuka.screening.reading import Reading, is_broken, read_text
from terbuka.screening.row_lines import RowGatherer
from terbuka.screening.stacked import stacked_at

_WITHOUT_BLANKS = frozenset({"email", "url"})


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """``reading``: of the text with whole rows. ``origins``: ``(offset there, offset in the document,
    length)`` of each stretch, in order; none where nothing was moved."""

    reading: Reading
    origins: tuple[tuple[int, int, int], ...] = ()

    def pieces(self, start: int, end: int) -> list[Piece]:
        """Where ``[start, end)`` stands in the document: a stretch for each line."""
        if not self.origins:
            return [(start, end)]
        found: list[Piece] = []
        first = max(bisect_right(self.origins, start, key=lambda origin: origin[0]) - 1, 0)
        for at, origin, length in self.origins[first:]:
            if at >= end:
                break
            left, right = origin + max(start - at, 0), origin + min(end - at, length)
            if found and found[-1][1] == left:
                found[-1] = (found[-1][0], right)
            elif left < right:
                found.append((left, right))
        return found


def unwrap(reading: Reading) -> Unwrapped:
    """The reading with every row of a table on one line; the same one where there is no table."""
    text, lines, line, moved = _Text(reading), HeadingLines(reading), 0, False
    while line < len(reading.line_starts):
        headings = lines.wrapped_at(line)
        last = _write_table(text, lines, line, headings) if headings else _write_stacked(text, line)
        if last:
            moved = True
        else:
            last = line + 1
            text.copy_lines(line, last)
        line = last
    return Unwrapped(read_text(text.finish()), tuple(text.origins)) if moved else Unwrapped(reading)


class _Text:
    """Collects the new text and where each stretch of it comes from."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._parts: list[str] = []
        self._length = 0
        self.origins: list[tuple[int, int, int]] = []

    def copy(self, start: int, end: int) -> None:
        if start < end:
            self.origins.append((self._length, start, end - start))
            self.add(self.reading.text[start:end])

    def copy_lines(self, first: int, last: int) -> None:
        """Lines as they are, with their breaks; those that follow each other are one stretch."""
        start, end = _end(self.reading, first), _end(self.reading, last)
        if self.origins and sum(self.origins[-1][1:]) == start and self._whole():
            at, origin, length = self.origins[-1]
            self.origins[-1] = (at, origin, length + end - start)
            self.add(self.reading.text[start:end])
        else:
            self.copy(start, end)

    def _whole(self) -> bool:
        """Nothing was added behind the last stretch."""
        at, _, length = self.origins[-1]
        return at + length == self._length

    def add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def finish(self) -> str:
        return "".join(self._parts)


def _write_table(text: _Text, lines: HeadingLines, first: int, headings: Headings) -> int:
    """Write the table whose headings begin on line ``first``, a line for each row; gives the line behind it,
    or 0 where it has no rows."""
    reading = text.reading
    grid = Grid(lines, headings)
    rows = RowGatherer(lines, headings, grid).gather()
    torn = [_interrupt(reading, row.between) for row in rows]
    if not rows:
        return 0
    titles = [column.pieces for column in headings.columns]
    titles = [(), *titles] if grid.unheaded else titles
    kinds = [column.kinds for column in headings.columns]
    kinds = [(), *kinds] if grid.unheaded else kinds
    last = rows[-1].lines[-1].line + 1
    cells = [piece for row in rows for line in row.lines for piece in line.cells.values()]
    bar = "\t" if any("|" in reading.text[start:end] for start, end in cells) else " | "
    _write_row(text, titles, kinds, bar)
    for row, is_torn in zip(rows, torn, strict=True):
        for line in row.between:
            text.copy_lines(line, line + 1)
        if is_torn:  # say the headings again behind what stands between
            said = [" ".join(reading.text[a:b] for a, b in title) for title in titles]
            text.add(bar.join(["", *said, "\n"]))
        _write_row(text, [row.pieces(column) for column in range(max(grid.width, row.width))], kinds, bar)
    return last


def _write_stacked(text: _Text, line: int) -> int:
    """Write the table whose cells stand one below the other; gives the line behind it, or 0."""
    table = stacked_at(text.reading, line)
    if table is None:
        return 0
    for cells in (table.titles, *table.rows):
        _write_row(text, [[piece] for piece in cells], table.kinds, " | ")
    return table.last


def _end(reading: Reading, line: int) -> int:
    """Where line ``line`` begins, or the text ends."""
    return reading.line_starts[line] if line < len(reading.line_starts) else len(reading.text)


def _interrupt(reading: Reading, lines: list[int]) -> bool:
    """The table would end here: something else stands between two rows, or more than one blank line."""
    texts = [reading.text[slice(*reading.line_span(line))] for line in lines]
    return not all(map(is_ruler, texts)) or sum(not text.strip() for text in texts) > 1


def _write_row(
    text: _Text, cells: Sequence[Sequence[Piece]], kinds: Sequence[tuple[str, ...]], bar: str
) -> None:
    """One line: cells between bars, their pieces parted by blanks."""
    text.add(bar)
    for column, pieces in enumerate(cells):
        without_blanks = column < len(kinds) and not _WITHOUT_BLANKS.isdisjoint(kinds[column])
        lines = [text.reading.text[start:end] for start, end in pieces]
        for at, (start, end) in enumerate(pieces):
            if at and not joins(lines[at - 1], without_blanks):
                text.add(" ")
            broken = at + 1 < len(lines) and is_broken(lines[at], lines[at + 1])
            text.copy(start, end - broken)
        text.add(bar)
    text.add("\n")
