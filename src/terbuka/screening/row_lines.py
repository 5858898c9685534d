"""Which lines of a table make one row.

Where the rows are numbered the numbers tell: what stands without one belongs to the row above it, or to the
row below where a table is set to the bottom of its rows, or, in one that is set to the middle, half of it to
either. Without numbers a line goes on with the row above when all it holds are words for which the cells
above had no room.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise

from terbuka.screening.cells import Piece, is_ruler
from terbuka.screening.columns import HeadingLines, Headings, joins
from terbuka.screening.fields import HOLDS_OFFICE, OFFICE_NUMBERS, ROLE_TAGS
from terbuka.screening.grid import SAMPLE, Grid, GridLine
from terbuka.screening.names.degrees import DEGREE
from terbuka.screening.written_dates import WHERE_AND_WHEN

_MOST_BETWEEN = 8  # lines of a page's foot and head, or of a group's title, inside a table
_FULL = 0.85  # of a column's width: the next word would not have had room there
_WHOLE_NUMBER = 8
_DRAWN = ("", "|")  # a table that somebody drew; what a program writes has no line breaks in its cells
_ENDS = ("signer", "official-act")
_SIGNS = ("post", "post.teacher", "post.staff")  # "Dibuat oleh guru: …" under the last row
_NO_NAME = (*HOLDS_OFFICE, *OFFICE_NUMBERS)


@dataclass(slots=True)
class RowLines:
    """The lines of one row. ``between``: lines in front of it that belong to no row."""

    lines: list[GridLine]
    between: list[int] = field(default_factory=list)

    @property
    def width(self) -> int:
        """How many columns it reaches over; a row may have more cells than headings, a line none."""
        return max(max(line.cells, default=-1) for line in self.lines) + 1

    def pieces(self, column: int) -> list[Piece]:
        """What stands in a column, one piece for each line."""
        return [line.cells[column] for line in self.lines if column in line.cells]


@dataclass(slots=True)
class _Gap:
    """What stands between two numbered lines, in front of the first and behind the last (``ends``).

    ``after`` and ``before``: lines without a number that touch the numbered line above and the one below;
    where nothing parts the two (``whole``) all of them are ``after``. ``between``: the rest.
    """

    after: list[GridLine] = field(default_factory=list)
    between: list[int] = field(default_factory=list)
    before: list[GridLine] = field(default_factory=list)
    whole: bool = True
    ends: bool = False


class RowGatherer:
    """Gathers the rows of one table."""

    def __init__(self, lines: HeadingLines, headings: Headings, grid: Grid) -> None:
        self._heading_lines = lines
        self._reading = lines.reading
        self._first = headings.last
        self._end = headings.end or len(self._reading.line_starts)
        self._grid = grid
        self._delimiter = headings.delimiter
        shift = 1 if grid.unheaded else 0
        named = (i for i, c in enumerate(headings.columns) if {"name", *ROLE_TAGS} & set(c.kinds))
        self._name = next((index + shift for index in named), None)
        self._widths: dict[int, int] = {}

    def gather(self) -> list[RowLines]:
        """The rows, in order."""
        numbered, gaps = self._numbered()
        if not numbered:
            return self._by_room()
        loose = (line for gap in gaps for line in gap.after if not self._is_place_and_date(line))
        self._measure([*numbered, *loose])
        above = self._middle(numbered, gaps)
        if above:
            return self._from_the_middle(numbered, gaps, above)
        if self._is_set_to_the_bottom(numbered, gaps):
            return self._from_the_bottom(numbered, gaps)
        return self._from_the_top(numbered, gaps)

    def _measure(self, lines: list[GridLine]) -> None:
        """How wide each column is: up to the next one, or as its longest piece."""
        self._widths = {column: self._grid.room(column) for column in range(self._grid.width)}
        for line in lines:
            for column, (start, end) in line.cells.items():
                self._widths[column] = max(self._widths.get(column, 0), end - start)

    # --- Rows with numbers

    def _numbered(self) -> tuple[list[GridLine], list[_Gap]]:
        """The lines with a number, and what stands in front of each of them and behind the last."""
        numbered: list[GridLine] = []
        gaps: list[_Gap] = []
        line = self._first
        while self._grid.numbered is not None:
            number = numbered[-1].number or 0 if numbered else 0
            found, gap = self._next(line, number)
            gaps.append(gap)
            if found is None:
                break
            numbered.append(found)
            line = found.line + 1
        return numbered, gaps

    def _next(self, first: int, number: int) -> tuple[GridLine | None, _Gap]:
        """The next numbered line from ``first`` on. Behind a page's foot only the next number counts."""
        gap, strange, blanks = _Gap(), 0, 0
        touching = True
        for line in range(first, self._end):
            if self._heading_lines.at(line):
                break
            found = self._grid.cut(line)
            if found.number is not None and (len(found.cells) > 1 or found.number == number + 1):
                follows = found.number == number + 1 and 2 * len(found.cells) >= self._grid.width
                if follows or (blanks < 2 and not strange):
                    return found, gap
                break
            blank = is_ruler(self._text(line))
            loose = not blank and self._grid.numbered not in found.cells
            if loose and touching:
                gap.after.append(found)
                continue
            touching, gap.whole = False, False
            if loose:
                gap.before.append(found)
                continue
            gap.between += [*(before.line for before in gap.before), line]
            strange += len(gap.before) + (not blank)
            gap.before = []
            blanks += not self._text(line).strip()
            if strange > _MOST_BETWEEN:
                break
        return None, _Gap(gap.after, ends=True)

    def _text(self, line: int) -> str:
        return self._reading.text[slice(*self._reading.line_span(line))]

    def _middle(self, numbered: list[GridLine], gaps: list[_Gap]) -> list[int]:
        """How many lines each row has above its number, where the numbers stand in the middle of their rows
        and so have as many below them; nothing where they stand at the top."""
        above = [len(gaps[0].before) + len(gaps[0].after)]
        for gap in gaps[1:]:
            rest = len(gap.after) - above[-1]
            if rest < 0 or (not gap.whole and rest > 0):
                return []
            above.append(rest if gap.whole else len(gap.before))
        orphaned = above[0] > 0 or any(
            column not in one.cells
            for one, gap in zip(numbered, gaps[1:-1], strict=False)
            for line in gap.after[:1]
            for column in line.cells
        )
        return above[:-1] if orphaned else []

    def _from_the_middle(
        self, numbered: list[GridLine], gaps: list[_Gap], above: list[int]
    ) -> list[RowLines]:
        rows, taken = [], 0
        for line, (gap, below), size in zip(numbered, pairwise(gaps), above, strict=True):
            upper = [*gap.after[taken:], *gap.before]
            rows.append(RowLines([*upper, line, *below.after[:size]], gap.between))
            taken = size
        return rows

    def _is_set_to_the_bottom(self, numbered: list[GridLine], gaps: list[_Gap]) -> bool:
        """What stands between the headings and the first number goes on in its line, for want of room."""
        above = gaps[0].after or gaps[0].before
        return bool(above) and any(
            self._had_no_room(RowLines(above[-1:]), column, numbered[0])
            for column in above[-1].cells
            if column in numbered[0].cells
        )

    def _from_the_bottom(self, numbered: list[GridLine], gaps: list[_Gap]) -> list[RowLines]:
        return [
            RowLines([*gap.after, *gap.before, line], gap.between)
            for line, gap in zip(numbered, gaps, strict=False)
        ]

    def _from_the_top(self, numbered: list[GridLine], gaps: list[_Gap]) -> list[RowLines]:
        rows: list[RowLines] = []
        for one, (gap, below) in zip(numbered, pairwise(gaps), strict=True):
            start = [line.line for line in gap.after] if not rows else []
            rows.append(RowLines([one], [*start, *gap.between, *(line.line for line in gap.before)]))
            for line in below.after:
                if below.ends and not self._has_no_room(rows[-1], line):
                    break
                if self._is_somebody_else(rows[-1], line):
                    rows.append(RowLines([line]))
                else:
                    rows[-1].lines.append(line)
        return rows

    def _is_somebody_else(self, row: RowLines, line: GridLine) -> bool:
        """A line without a number names another person: there was room for the name above."""
        if self._name is None or self._name not in line.cells or not row.pieces(self._name):
            return False
        if self._has_number_of_its_own(row, line):
            return True
        if self._had_no_room(row, self._name, line) or self._is_joined(row, line):
            return False
        reading, (start, _) = self._reading, line.cells[self._name]
        index = reading.word_at(start)
        if reading.starts[index] != start or not reading.capital(index) or reading.tag_at(index, *_NO_NAME):
            return False
        return not DEGREE.match(reading.text, start)

    def _has_number_of_its_own(self, row: RowLines, line: GridLine) -> bool:
        """A whole number (of a telephone, of a card) stands below a whole number."""
        return any(
            _is_whole_number(self._reading.text[start:end])
            and any(_is_whole_number(self._reading.text[a:b]) for a, b in row.pieces(column))
            for column, (start, end) in line.cells.items()
        )

    def _is_joined(self, row: RowLines, line: GridLine) -> bool:
        """A cell above ends with a sign that joins ("Iptu /", "0812-5104-")."""
        above = [(column, row.pieces(column)) for column in line.cells]
        return any(joins(self._reading.text[slice(*pieces[-1])]) for _, pieces in above if pieces)

    # --- Rows without numbers

    def _by_room(self) -> list[RowLines]:
        rows: list[RowLines] = []
        first = islice(self._until_two_blanks(), SAMPLE)
        self._measure([found for _, found in first if len(found.cells) > 1])
        between: list[int] = []
        for line, found in self._until_two_blanks():
            if is_ruler(self._text(line)):
                between.append(line)
            elif rows and not between and self._goes_on(rows[-1], found):
                rows[-1].lines.append(found)
            elif self._heading_lines.at(line) or not self._is_row(line, found):
                break
            else:
                rows.append(RowLines([found], between))
                between = []
        return rows

    def _until_two_blanks(self) -> Iterator[tuple[int, GridLine]]:
        blanks = 0
        for line in range(self._first, self._end):
            blanks = 0 if self._text(line).strip() else blanks + 1
            if blanks > 1:
                return
            yield line, self._grid.cut(line)

    def _is_row(self, line: int, found: GridLine) -> bool:
        return len(found.cells) > 1 or (
            self._delimiter in self._text(line) and bool(self._delimiter and found.cells)
        )

    def _goes_on(self, row: RowLines, line: GridLine) -> bool:
        if self._delimiter not in _DRAWN:
            return False
        filled = {column for before in row.lines for column in before.cells}
        if not filled > set(line.cells) or self._has_number_of_its_own(row, line):
            return False
        return self._has_no_room(row, line)

    def _has_no_room(self, row: RowLines, line: GridLine) -> bool:
        """All that the line holds goes on with cells that were full; it is no line for a signature."""
        span = self._reading.words_in(*self._reading.line_span(line.line))
        ends = (*_ENDS, *_SIGNS) if ":" in self._text(line.line) else _ENDS
        if any(self._reading.tag_at(index, *ends) for index in span):
            return False
        if self._is_place_and_date(line):
            return False
        return bool(line.cells) and all(self._had_no_room(row, column, line) for column in line.cells)

    def _is_place_and_date(self, line: GridLine) -> bool:
        """``Banjarmasin, 15 Maret 2022`` over a signature: no cell, and wider than one."""
        if len(line.cells) != 1:
            return False
        found = WHERE_AND_WHEN.fullmatch(self._text(line.line).strip())
        return bool(found and found["place"])

    def _had_no_room(self, row: RowLines, column: int, line: GridLine) -> bool:
        """The first word of the line's cell would not have fitted behind the piece above it."""
        above = row.pieces(column)
        if not above:
            return False
        (begin, end), (start, stop) = above[-1], line.cells[column]
        word = self._reading.text[start:stop].split()[0]
        return end - begin + 1 + len(word) > _FULL * self._widths[column]


def _is_whole_number(text: str) -> bool:
    """All digits but for what parts them, as many as the shortest number of a person has."""
    digits = sum(char.isdigit() for char in text)
    return digits >= _WHOLE_NUMBER and not any(char.isalpha() for char in text)
