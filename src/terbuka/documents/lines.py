"""Words with a place → lines and columns, in reading order."""

import statistics
import unicodedata
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, groupby, pairwise

from terbuka.documents.model import Box, Word, Words

SAME_LINE = 0.5
"""Share of the lower height that two words of one line have in common."""
OPEN_LINES = 8
"""Lines a further word may still belong to; side by side columns keep several open."""
RAISED = 0.15
"""Share of its height by which a smaller sign stands off its word: the mark of a note, which would
lengthen a number if it were joined to it.
"""
SMALLER = 0.85
TOUCHING = 0.12
"""Line heights; pieces of a word that the file holds apart stand closer than this."""
GUTTER = 0.8
"""Line heights between two columns of running text, at least."""
COLUMN_LINES = 5
COLUMN_WORDS = 4
COLUMN_FILL = 0.7
"""A column of running text has so many lines, so many words a line, and its lines fill so much of it."""
SHORT_STRETCH = 3
GOES_ON = 0.5
"""Columns may be shorter, down to this number of lines, where so many of the lines begin in the middle of a
sentence: read across, the name that goes on in the next line of its column would be torn."""


@dataclass(frozen=True, slots=True)
class LooseWord:
    """A word with a place on the page and no offsets yet. Fields as in ``model.Word``.

    ``slanted``: on no right angle, as a watermark is. ``order``: its rank in the file; two pieces
    of one rank after the other were parted by white space. ``confidence``: 0 to 100, of OCR.
    """

    text: str
    box: Box
    edges: tuple[float, ...] = ()
    turn: int = 0
    slanted: bool = False
    order: int = 0
    confidence: float = 100.0

    @property
    def place(self) -> Box:
        """The box as it lies when the page is turned so that this word is upright."""
        x0, y0, x1, y1 = self.box
        match self.turn:
            case 90:
                return Box(y0, -x1, y1, -x0)
            case 180:
                return Box(-x1, -y1, -x0, -y0)
            case 270:
                return Box(-y1, x0, -y0, x1)
            case _:
                return self.box


class LooseWords(Collection[LooseWord]):
    """Words of a page that wait until all pages have been looked at, as rows of numbers (``model.Words``)."""

    def __init__(self, words: Iterable[LooseWord]) -> None:
        words = tuple(words)
        lengths = [len(word.text) for word in words]
        self._text = "".join(word.text for word in words)
        self._words = Words(
            Word(end - length, end, word.box, word.edges, word.turn)
            for word, length, end in zip(words, lengths, accumulate(lengths), strict=True)
        )
        self._slanted = bytes(word.slanted for word in words)
        self._orders = array("I", (word.order for word in words))
        self._confidences = array("d", (word.confidence for word in words))

    def __len__(self) -> int:
        return len(self._words)

    def __iter__(self) -> Iterator[LooseWord]:
        beside = zip(self._words, self._slanted, self._orders, self._confidences, strict=True)
        for word, slanted, order, confidence in beside:
            assert word.box is not None
            text = self._text[word.start : word.end]
            yield LooseWord(text, word.box, word.edges, word.turn, bool(slanted), order, confidence)

    def __contains__(self, word: object) -> bool:
        return word in tuple(self)


@dataclass(frozen=True)
class Line:
    """The words of one line, in reading order."""

    words: tuple[LooseWord, ...]

    @cached_property
    def height(self) -> float:
        return max(statistics.median(word.place.height for word in self.words), 0.1)

    @cached_property
    def middle(self) -> float:
        return statistics.median((word.place.y0 + word.place.y1) / 2 for word in self.words)


def by_reading_direction(words: Iterable[LooseWord]) -> Iterator[list[LooseWord]]:
    """Upright words first, then turned ones, then slanted ones."""

    def direction(word: LooseWord) -> tuple[bool, int]:
        return word.slanted, word.turn

    for _, group in groupby(sorted(words, key=direction), key=direction):
        yield list(group)


def in_lines(words: Sequence[LooseWord]) -> list[Line]:
    """Words of one reading direction, gathered into lines from top to bottom."""
    if words and words[0].slanted:
        return _slanted_lines(words)
    lines: list[list[tuple[Box, LooseWord]]] = []
    placed = [(word.place, word) for word in words]
    for place, word in sorted(placed, key=lambda entry: (entry[0].y0 + entry[0].y1, entry[0].x0)):
        shares = [(_shared_height(place, line), line) for line in lines[-OPEN_LINES:]]
        share, line = max(shares, key=lambda entry: entry[0], default=(0.0, []))
        if share >= SAME_LINE:
            line.append((place, word))
        else:
            lines.append([(place, word)])
    return [Line(tuple(_reading_order([word for _, word in line]))) for line in lines]


def _shared_height(place: Box, line: list[tuple[Box, LooseWord]]) -> float:
    """How much of its height a word at ``place`` shares with the nearest word of the line, 0 to 1."""
    if place.y0 > line[-1][0].y1 and place.y0 > line[0][0].y1:
        return 0.0
    near = min((other for other, _ in line), key=lambda other: max(other.x0 - place.x1, place.x0 - other.x1))
    least = min(place.height, near.height)
    return (min(place.y1, near.y1) - max(place.y0, near.y0)) / least if least > 0 else 0.0


def _slanted_lines(words: Sequence[LooseWord]) -> list[Line]:
    """Words off every right angle stay in the order of the file, neighbours on one line."""
    lines: list[list[LooseWord]] = []
    for word in sorted(words, key=lambda word: word.order):
        if lines and word.order == lines[-1][-1].order + 1:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [Line(tuple(line)) for line in lines]


def _reading_order(words: list[LooseWord]) -> Iterator[LooseWord]:
    """From left to right; runs of right-to-left words from right to left; broken words made whole."""
    ordered = sorted(words, key=lambda word: (word.place.x0, word.order))
    for leftward, run in groupby(ordered, key=lambda word: reads_leftward(word.text)):
        if leftward:
            yield from reversed(list(run))
        else:
            yield from _whole(run)


def reads_leftward(text: str) -> bool:
    """Whether the first letter of ``text`` is of a script written from right to left."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def _whole(words: Iterable[LooseWord]) -> list[LooseWord]:
    """Join what touches although the file does not hold it together: glyphs placed one by one."""
    joined: list[LooseWord] = []
    for word in words:
        if joined and _touches(joined[-1], word):
            last = joined[-1]
            joined[-1] = replace(
                word,
                text=last.text + word.text,
                box=last.box.joined(word.box),
                edges=last.edges[:-1] + word.edges,
            )
        else:
            joined.append(word)
    return joined


def _touches(left: LooseWord, right: LooseWord) -> bool:
    if not (left.edges and right.edges) or right.order == left.order + 1:
        return False
    height = max(left.box.height, right.box.height)
    gap = right.box.x0 - left.box.x1
    return -TOUCHING * height < gap < TOUCHING * height and not is_raised(left.box, right.box)


def is_raised(one: Box, other: Box) -> bool:
    """Whether one of two neighbours is smaller and stands off the line of the other."""
    high, low = max(one.height, other.height), min(one.height, other.height)
    return low < SMALLER * high and abs(one.y0 + one.y1 - other.y0 - other.y1) / 2 > RAISED * high


def in_columns(lines: Sequence[Line]) -> list[Sequence[Line]]:
    """The lines parted into columns of running text; tables and forms stay whole, row by row.

    Stretches of full lines and columns follow each other from top to bottom, as on the page.
    """
    columns: list[Sequence[Line]] = []
    whole: list[Line] = []
    at = 0
    while at < len(lines):
        end, left, right = _stretch(lines, at)
        if all(_is_running_text(side) for side in (left, right)):
            columns += [whole] if whole else []
            columns += in_columns(left) + in_columns(right)
            whole = []
        else:
            end = end if end - at >= COLUMN_LINES else at + 1
            whole.extend(lines[at:end])
        at = end
    return [*columns, whole] if whole else columns


def _stretch(lines: Sequence[Line], at: int) -> tuple[int, list[Line], list[Line]]:
    """The longest run of lines from ``at`` on that leave one gutter free, and its two sides."""
    end, gutter = at + 1, (0.0, 0.0)
    for left, right in pairwise(lines[at].words):
        found = _follow(lines, at, (left.place.x1, right.place.x0))
        if found[0] > end:
            end, gutter = found
    if end - at < SHORT_STRETCH:
        return at + 1, [], []
    middle = sum(gutter) / 2
    sides: tuple[list[Line], list[Line]] = ([], [])
    for line in lines[at:end]:
        for side, beyond in zip(sides, (False, True), strict=True):
            words = tuple(word for word in line.words if (word.place.x0 > middle) == beyond)
            side += [Line(words)] if words else []
    return end, *sides


def _follow(lines: Sequence[Line], at: int, gutter: tuple[float, float]) -> tuple[int, tuple[float, float]]:
    """How far down ``gutter`` (left and right edge) stays free, and what is left of it."""
    for index in range(at, len(lines)):
        middle = sum(gutter) / 2
        left, right = gutter
        for word in lines[index].words:
            if word.place.x0 + word.place.x1 < 2 * middle:
                left = max(left, word.place.x1)
            else:
                right = min(right, word.place.x0)
        if right - left < GUTTER * lines[index].height:
            return index, gutter
        gutter = left, right
    return len(lines), gutter


def _is_running_text(lines: Sequence[Line]) -> bool:
    if len(lines) < COLUMN_LINES and not _goes_on(lines):
        return False
    widths = [line.words[-1].place.x1 - line.words[0].place.x0 for line in lines]
    fill = statistics.median(widths) / max(*widths, 0.1)
    return fill >= COLUMN_FILL and statistics.median(len(line.words) for line in lines) >= COLUMN_WORDS


def _goes_on(lines: Sequence[Line]) -> bool:
    """Whether the lines are no rows of a table: they begin small, as the next line of a sentence does."""
    below = [line.words[0].text for line in lines[1:]]
    return sum(text[:1].islower() for text in below) >= max(1, GOES_ON * len(below))
