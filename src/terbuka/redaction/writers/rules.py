"""Ruled lines on the picture of a page, which stand where they are whatever moves or goes beside them.

Wiped with the words that it touches, the border of a low row would have a gap as long as they were. So it is
drawn again, in one colour, where it goes on beyond them: so it has nothing of theirs, and ends where it did.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter, sub
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageOps, ImageStat

DARKNESS = 90
"""Mean grey (of 255) below which a column of pixels is a ruled line, as on a scan."""
FLAT = 36
"""Of 255; within so few levels nothing is a line."""
WHITE = 255
PALE = 40
"""Of 255; what each pixel of a drawn line is darker than the paper, at least."""

Area = tuple[int, int, int, int]


class Rule(NamedTuple):
    """A row or column of pixels of one colour."""

    ends: Area
    colour: int | tuple[int, ...]

    def draw(self, picture: Image.Image) -> None:
        """Draw it on the page."""
        ImageDraw.Draw(picture).line(self.ends, fill=self.colour)


def columns(strip: Image.Image, thickest: float, beyond: int) -> Iterator[tuple[int, int]]:
    """From which to before which column the upright lines of a strip of the page (in grey) stand.

    ``thickest``: pixels; what is thicker is the ground that words stand on. ``beyond``: rows above and below
    the words; no letter reaches into them, and a line at least into those on one side, to the border.
    """
    if not strip.width or strip.height <= beyond:
        return  # beside the page
    darkest, lightest = (int(level) for level in strip.getextrema())  # type: ignore[arg-type]
    if lightest - darkest < FLAT:
        return  # nothing but paper, as between most words
    strip, limit = _on_paper(strip)
    means = strip.resize((strip.width, 1), _BOX).tobytes()
    ends = (0, strip.height - beyond), (beyond, strip.height)
    levels = strip.tobytes()
    dark = [
        x
        for x, mean in enumerate(means)
        if mean < DARKNESS
        or (mean <= limit + PALE // 2 and any(_is_line(levels, strip.width, x, end, limit) for end in ends))
    ]
    yield from ((first, last + 1) for first, last in _together(dark) if last - first < thickest)


def rules_through(picture: Image.Image, words: Area, reach: int, thickest: float) -> Iterator[Rule]:
    """The lines that pass the area of ``words`` or what lies within ``reach`` pixels of it."""
    words = max(0, words[0]), max(0, words[1]), min(picture.width, words[2]), min(picture.height, words[3])
    if words[0] >= words[2] or words[1] >= words[3]:
        return  # beside the page
    left, top = max(0, words[0] - reach), max(0, words[1] - reach)
    strip = picture.crop(
        (left, top, min(picture.width, words[2] + reach), min(picture.height, words[3] + reach))
    )
    inner = words[0] - left, words[1] - top, words[2] - left, words[3] - top
    grey, limit = _on_paper(strip.convert("L"))
    upright = [
        line
        for line in _lines(grey.transpose(_ACROSS), (inner[1], inner[3]), limit, thickest)
        if line.first == 0 or line.last == grey.height - 1
    ]
    walls = {at + by for at, *_ in upright for by in (-1, 0, 1)}
    for at, first, last in upright:
        colour = _colour(strip.crop((at, first, at + 1, last + 1)))
        yield Rule((left + at, top + first, left + at, top + last), colour)
    for at, first, last in _lines(grey, (inner[0], inner[2]), limit, thickest):
        # a line under words, which ends with them, would tell how long they were
        if (first == 0 or first in walls) and (last == grey.width - 1 or last in walls):
            colour = _colour(strip.crop((first, at, last + 1, at + 1)))
            yield Rule((left + first, top + at, left + last, top + at), colour)


_BOX, _ACROSS = Image.Resampling.BOX, Image.Transpose.TRANSPOSE


class _Line(NamedTuple):
    """A row of a strip, and from which to which pixel it is dark."""

    at: int
    first: int
    last: int


def _lines(strip: Image.Image, inner: tuple[int, int], limit: int, thickest: float) -> Iterator[_Line]:
    """The rows that are dark over all of ``inner``, but those of what is thicker than a line."""
    means = strip.resize((1, strip.height), _BOX, (*(inner[0], 0), *(inner[1], strip.height))).tobytes()
    levels, width = strip.tobytes(), strip.width
    rows = [levels[y * width : (y + 1) * width] if mean <= limit else b"" for y, mean in enumerate(means)]
    dark = [y for y, row in enumerate(rows) if row and max(row[inner[0] : inner[1]]) <= limit]
    for top, bottom in _together(dark):
        if bottom - top < thickest:
            for y in range(top, bottom + 1):
                yield _Line(y, *_extent(rows[y], inner, limit))


def _extent(row: bytes, inner: tuple[int, int], limit: int) -> tuple[int, int]:
    first, last = inner[0], inner[1] - 1
    while first > 0 and row[first - 1] <= limit:
        first -= 1
    while last < len(row) - 1 and row[last + 1] <= limit:
        last += 1
    return first, last


def _on_paper(strip: Image.Image) -> tuple[Image.Image, int]:
    """A strip in grey with what stands on it darker than the ground, and the level up to which that is so."""
    paper = round(ImageStat.Stat(strip).median[0])
    if paper < WHITE // 2:
        strip, paper = ImageOps.invert(strip), WHITE - paper
    return strip, paper - PALE


def _together(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of those that stand side by side."""
    for _, group in groupby(enumerate(places), lambda pair: sub(pair[1], pair[0])):
        found = list(map(itemgetter(1), group))
        yield found[0], found[-1]


def _is_line(levels: bytes, width: int, x: int, rows: tuple[int, int], limit: int) -> bool:
    """Whether column ``x`` of a strip of this width is dark in all of these rows."""
    return max(levels[rows[0] * width + x : rows[1] * width : width]) <= limit


def _colour(line: Image.Image) -> int | tuple[int, ...]:
    levels = tuple(round(level) for level in ImageStat.Stat(line).median)
    return levels if len(levels) > 1 else levels[0]
