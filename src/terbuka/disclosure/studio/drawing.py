"""How marks are drawn: boxes over the picture of a page, or stretches in a page of text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from terbuka.disclosure.arranging import Filled, arranged
from terbuka.disclosure.extract import Sheet
from terbuka.disclosure.studio.page import Row

_LETTER = 0.66
"""Width of a letter of the label in sizes of its type."""
_LARGEST = 12.0
_SMALLEST = 7.0
"""Points; smaller type on a bar cannot be read on a screen."""
_LINE = re.compile(r"[^\n]*\n?")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of a mark in points; numbers as the drawing wants them (with a dot). ``words``: as much of
    its label as can be read there, in type of ``size``; empty where nothing can."""

    row: Row
    x: str
    y: str
    width: str
    height: str
    middle: str
    centre: str
    words: str
    size: str
    below: str


def boxes(rows: Sequence[Row]) -> list[Box]:
    """Every box on the page; what is current comes last and so lies on top."""
    return [_box(row, box) for row in sorted(rows, key=lambda row: row.is_current) for box in row.mark.boxes]


def _box(row: Row, box: Sequence[float]) -> Box:
    x0, y0, x1, y1 = box
    width, height = x1 - x0, y1 - y0
    words, size = _lettering(row.label, width, height)
    return Box(
        row=row,
        x=f"{x0:.1f}",
        y=f"{y0:.1f}",
        width=f"{width:.1f}",
        height=f"{height:.1f}",
        middle=f"{x0 + width / 2:.1f}",
        centre=f"{y0 + height / 2:.1f}",
        words=words,
        size=f"{size:.1f}",
        below=f"{y1:.1f}",
    )


def _lettering(label: str, width: float, height: float) -> tuple[str, float]:
    """The whole label, else its word, else its ground, whichever can be read; and the size of its type."""
    for words in (label, *label.split(" · ")):
        size = min(height * 0.8, width / (_LETTER * (len(words) + 1)), _LARGEST)
        if size >= _SMALLEST:
            return words, size
    return "", 0.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text that belongs to the same mark, or to none, on one line. ``at``: the offset of its
    first character in the document's text."""

    at: int
    text: str
    row: Row | None


def text_blocks(sheet: Sheet, rows: Sequence[Row]) -> list[Filled[Stretch]]:
    """The text of a sheet as it is arranged, with the marks in it."""
    order = sorted(rows, key=lambda row: (not row.mark.hides, row.mark.start - row.mark.end))
    return arranged(sheet, lambda start, end: list(_stretches(sheet, order, start, end)))


def _stretches(sheet: Sheet, order: Sequence[Row], first: int, last: int) -> Iterator[Stretch]:
    """What stands between two offsets. Where marks overlap the first of ``order`` is drawn.

    A carriage return at the end of a line is left out: browsers would drop it and count differently.
    """
    for line in _LINE.finditer(sheet.cut(first, last)):
        start, end = first + line.start(), first + line.end()
        touching = [row for row in order if row.mark.start < end and row.mark.end > start]
        cuts = {start, end}
        for row in touching:
            cuts |= {max(start, row.mark.start), min(end, row.mark.end)}
        edges = sorted(cuts)
        for at, to in pairwise(edges):
            over = next((row for row in touching if row.mark.start <= at < row.mark.end), None)
            yield Stretch(at, sheet.cut(at, to).replace("\r", ""), over)
