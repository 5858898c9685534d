"""Words that were blurred or made a mosaic in a picture: nobody reads them, and whoever compares does.

What is left of a blurred word is a strip without paper in it, and without strokes, as high as a line, whose
tone goes up and down as its letters did. A flat box does not, a shaded one goes one way.
"""

from collections.abc import Iterator, Sequence

from PIL import Image, ImageChops, ImageFilter

from terbuka.documents import Box
from terbuka.documents.ink import GREY
from terbuka.documents.marks import pieces
from terbuka.redaction.paleness import paper_of

POINTS = 72 / 100
"""Of a pixel of a picture of 100 dpi, which all figures are measured at."""
TONED = 9
"""Of 255; what lies so far from the paper is none."""
THICK = 7
"""Pixels in both directions in which there is no paper: a letter has some in it or beside it."""
LOW, HIGH, LONG = 8, 34, 24
"""Pixels: the least and the greatest height of a strip, its least length."""
SHAPE = 1.5
"""Times as long as high, at least."""
SOFT = 2
"""Pixels; over so many the tone is taken, so that the grain of a scan does not count."""
WAVE, WAVES = 5, 6
"""Of 255; how far the tone of a strip goes up and down, and how often; at its ends a flat box does so too."""
MEDIAN, MOST = 60, 105
"""Of 255; how far neighbours differ in half of a strip and in nine tenths; letters are sharper."""


def smeared(picture: Image.Image, words: Sequence[Box]) -> list[Box]:
    """The strips, in points. ``words``: what was read in the picture, which is no strip."""
    grey = picture.convert(GREY)
    paper = paper_of(grey)
    toned = grey.point([255 if abs(level - paper) >= TONED else 0 for level in range(256)])
    for word in words:
        toned.paste(0, tuple(round(side / POINTS) for side in word))  # type: ignore[arg-type]
    solid = toned.filter(ImageFilter.MinFilter(THICK)).filter(ImageFilter.MaxFilter(THICK))
    edges = ImageChops.subtract(grey.filter(ImageFilter.MaxFilter(3)), grey.filter(ImageFilter.MinFilter(3)))
    soft = grey.filter(ImageFilter.BoxBlur(SOFT))
    return [
        Box(*(side * POINTS for side in strip))
        for strip in _strips(solid)
        if _is_soft(edges.crop(strip)) and _waves(soft.crop(strip)) >= WAVES
    ]


def _is_soft(edges: Image.Image) -> bool:
    levels = sorted(edges.tobytes())
    return levels[len(levels) // 2] <= MEDIAN and levels[len(levels) * 9 // 10] <= MOST


def _strips(mask: Image.Image) -> Iterator[tuple[int, int, int, int]]:
    """The boxes of the pieces of a mask that are as high as a line, and long."""
    for left, top, right, bottom in pieces(mask, 1):
        width, height = right - left, bottom - top
        if LOW <= height <= HIGH and width >= max(LONG, SHAPE * height):
            yield left, top, right, bottom


def _waves(strip: Image.Image) -> int:
    """How often the tone goes up and down along the strip, in the middle half of its height."""
    quarter = strip.height // 4
    middle = strip.crop((SOFT, quarter, strip.width - SOFT, strip.height - quarter))
    tones = middle.resize((middle.width, 1), Image.Resampling.BOX).tobytes()
    turns, low, high = 0, tones[0], tones[0]
    rising: bool | None = None
    for tone in tones:
        low, high = min(low, tone), max(high, tone)
        if rising is not False and tone <= high - WAVE:
            turns, rising, low = turns + 1, False, tone
        elif rising is not True and tone >= low + WAVE:
            turns, rising, high = turns + 1, True, tone
    return turns
