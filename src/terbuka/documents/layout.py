"""Words with a place → one text, in the order a reader reads, with every word's offsets.

Words on a line are joined by one space; where the gap is wide, by as many as keep the columns of
tables and forms apart (two spaces or more are a cell boundary to screening). Lines are joined by a
new line, blocks by a blank one, pages by a new line. The same layout serves the words of a file and
the words of OCR.
"""

import statistics
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from terbuka.documents.justified import justified
from terbuka.documents.lines import (
    Line,
    LooseWord,
    by_reading_direction,
    in_columns,
    in_lines,
)
from terbuka.documents.model import Page, PageSource, Word, Words

WIDE = 0.75
"""Line heights; a wider gap stands between two cells, unless the line is justified."""
EVEN = 1.3
"""In a justified line the widest gap is at most this many times the narrowest."""
PARAGRAPH = 2
"""Other lines that show that a line is of a paragraph that is stretched between two margins."""
JUSTIFIED = 1.2
"""Line heights; when half of a line's gaps are wider it is a row of cells."""
NEW_BLOCK = 1.45
"""Times the usual distance of lines from which on a blank line stands between them."""
MOST_COLUMNS = 400
"""Character columns; a page of five metres must not become a line of a million spaces."""


class Layout:
    """Collects the pages of a document and lays out their text."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._pages: list[Page] = []

    def add_page(self, size: tuple[float, float], source: PageSource, words: Iterable[LooseWord]) -> None:
        """Append a page of ``size`` points with these words, in any order."""
        if self._pages:
            self._write("\n")
        start = self._length
        placed: list[Word] = []
        for words_of_turn in by_reading_direction(words):
            if placed:
                self._write("\n\n")
            for index, column in enumerate(in_columns(in_lines(words_of_turn))):
                self._write("\n\n" if index else "")
                placed.extend(self._column(column))
        self._pages.append(Page(len(self._pages) + 1, start, self._length, *size, source, Words(placed)))

    def finish(self) -> tuple[str, tuple[Page, ...]]:
        """The text of the whole document and its pages."""
        return "".join(self._parts), tuple(self._pages)

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _column(self, lines: Sequence[Line]) -> Iterator[Word]:
        ruler = _Ruler(lines)
        for index, block in enumerate(_blocks(lines)):
            self._write("\n\n" if index else "")
            tabular = any(ruler.has_cells(line) for line in block)
            for number, line in enumerate(block):
                self._write("\n" if number else "")
                yield from self._line(line, ruler, tabular)

    def _line(self, line: Line, ruler: "_Ruler", tabular: bool) -> Iterator[Word]:
        begin = self._length
        if tabular:
            self._write(" " * ruler.column(line.words[0]))
        wide = ruler.wide_gaps(line)
        for index, word in enumerate(line.words):
            if index:
                at = self._length - begin
                self._write(" " * max(2, ruler.column(word) - at) if wide[index - 1] else " ")
            start = self._length
            self._write(word.text)
            yield Word(start, self._length, word.box, word.edges, word.turn)


class _Ruler:
    """Measures the gaps of one column of text, and turns places into character columns."""

    def __init__(self, lines: Sequence[Line]) -> None:
        words = [word for line in lines for word in line.words]
        widths = [word.place.width / len(word.text) for word in words if len(word.text) > 2]
        self._character = max(statistics.median(widths), 0.5) if widths else 5.0
        self._left = min((word.place.x0 for word in words), default=0.0)
        self._right = max((word.place.x1 for word in words), default=0.0)
        places = [[word.place for word in line.words] for line in lines]
        stretches = justified(places, EVEN, PARAGRAPH)
        self._stretched = {id(line): found for line, found in zip(lines, stretches, strict=True) if found}

    def column(self, word: LooseWord) -> int:
        return min(MOST_COLUMNS, max(0, round((word.place.x0 - self._left) / self._character)))

    def has_cells(self, line: Line) -> bool:
        return any(self.wide_gaps(line))

    def wide_gaps(self, line: Line) -> list[bool]:
        """For each gap of the line whether it stands between two cells."""
        gaps = [right.place.x0 - left.place.x1 for left, right in pairwise(line.words)]
        if self._is_justified(line, gaps):
            return [False] * len(gaps)
        closed = {at for first, last in self._stretched.get(id(line), ()) for at in range(first, last - 1)}
        least = WIDE * line.height
        if len(gaps) > 3 and (usual := statistics.median(gaps)) < JUSTIFIED * line.height:
            least = max(least, 1.6 * usual)
        return [gap >= least and at not in closed for at, gap in enumerate(gaps)]

    def _is_justified(self, line: Line, gaps: Sequence[float]) -> bool:
        """Evenly stretched from margin to margin."""
        if len(gaps) < 2 or min(gaps) <= 0 or line.words[-1].place.x1 < self._right - line.height:
            return False
        return max(gaps) <= EVEN * min(gaps)


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines, parted where the distance between two is clearly wider than usual."""
    distances = [below.middle - above.middle for above, below in pairwise(lines)]
    usual = statistics.median(distances) if distances else 0.0
    block = list(lines[:1])
    for distance, line in zip(distances, lines[1:], strict=True):
        if distance > max(NEW_BLOCK * usual, 1.6 * line.height) or distance > 3 * line.height:
            yield block
            block = []
        block.append(line)
    yield block
