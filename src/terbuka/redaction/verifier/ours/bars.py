"""Which black on a page is a bar of ours: one flat area with the letters of its own label, and nothing else.

The label stands in the text layer. It is drawn here as the writer draws it and compared with the pixels:
a name in the bar, or a bar that is not opaque, is not like it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageStat

from terbuka.documents import Box
from terbuka.documents.lines import LooseWord
from terbuka.redaction.lettering import (
    INSET,
    PADDING,
    REGION_LINE,
    SIZES,
    SMALLEST,
    fitting,
    label_font,
    label_width,
)
from terbuka.redaction.turning import turned
from terbuka.redaction.verifier.pixels.reading import POINTS_PER_INCH, Drawn

ALIKE = 0.8
"""Correlation of the bar with its label as it is drawn: 0.83 and more, in a JPEG too; another word of its
length in the same type has below 0.75.
"""
SOFT = 0.6
"""Pixels; how much the drawn label is blurred: between the sharp one of a fax and that of a JPEG."""
DARK, BLACK = 64, 4
"""Beyond the letters and their rim every pixel is below the one and their mean below the other, or something
shines through the bar.
"""
RIM = 7
"""Pixels across; how far from a letter JPEG still stirs the black."""
EDGE = 2
"""Pixels; how far JPEG blurs the edge of a bar."""
STEPS = (0.0, 0.5, -0.5, 1.0, -1.0, 1.5, -1.5)
SHIFTS = sorted(product(STEPS, repeat=2), key=lambda shift: abs(shift[0]) + abs(shift[1]))
"""Pixels; the middle of a bar lies between two of them as often as on one."""
NEAR = 13
"""Of the shifts, those that are tried first: half a pixel either way, and one."""

Area = tuple[int, int, int, int]
Try = tuple[int, tuple[float, ...]]
"""A size of type and a shift of its middle, in pixels."""


def without_bars(drawn: Drawn, labels: Sequence[LooseWord]) -> tuple[Drawn, list[LooseWord]]:
    """(the page with every bar of ours taken out, the labels that stand over theirs).

    ``labels``: in the order in which their bars were drawn; one may lie over an earlier one.
    """
    picture = _lightest(drawn.picture)
    covered = Image.new("L", picture.size)
    standing: list[LooseWord] = []
    for label in reversed(labels):
        if area := _bar_under(label, picture, covered, drawn.dpi / POINTS_PER_INCH):
            left, top, right, bottom = area
            by = EDGE + 2
            covered.paste(255, (left - by, top - by, right + by, bottom + by))
            standing.append(label)
    if not standing:
        return drawn, standing
    rest = drawn.picture.copy()
    paper = tuple(round(level) for level in ImageStat.Stat(rest).median)
    rest.paste(paper, mask=covered)
    return replace(drawn, picture=rest), standing


def _lightest(picture: Image.Image) -> Image.Image:
    """The lightest channel of every pixel: in grey, dark blue on black is as good as nothing."""
    if picture.mode == "L":
        return picture
    lightest, *others = picture.split()
    for channel in others:
        lightest = ImageChops.lighter(lightest, channel)
    return lightest


def _bar_under(label: LooseWord, picture: Image.Image, covered: Image.Image, scale: float) -> Area | None:
    """The pixels of the bar; ``covered``: pixels of bars over it. ``scale``: pixels of a point."""
    tries = _tries(label, scale)
    for area in _areas(label, picture, scale):
        upright = [layer.crop(area).rotate(label.turn, expand=True) for layer in (picture, covered)]
        if _is_bar(label.text, tries, *upright):
            return area
    return None


def _tries(label: LooseWord, scale: float) -> list[Try]:
    """The sizes of type in pixels that the writer may have chosen for a bar of this box, where it may have
    set them; the likely ones first. A bar on a line is as wide as its label asks for.
    """
    width, height = label.place.width, label.place.height
    on_a_line = min(width / (label_width(label.text, 1) + PADDING), SIZES[0] * height)
    over_a_region = fitting(label.text, SIZES[0] * min(height, REGION_LINE), width)
    exact = {round(size * scale) for size in (on_a_line, over_a_region)}
    sizes = {max(SMALLEST, size + by) for size in exact for by in (-1, 0, 1)}
    likely = product(sorted(exact & sizes, reverse=True), SHIFTS[:NEAR])
    return [*likely, *product(sorted(sizes, reverse=True), SHIFTS)]


def _areas(label: LooseWord, picture: Image.Image, scale: float) -> Iterator[Area]:
    """The whole box, as in a drawn region, and the box without what stays free above and below a line."""
    page = Box(0.0, 0.0, float(picture.width), float(picture.height))
    box = turned(Box(*(side * scale for side in label.box)), label.turn, *page[2:])
    width, height = page[2:] if label.turn % 180 == 0 else (page.y1, page.x1)
    for inset in (0.0, INSET * box.height):
        bar = Box(box.x0, box.y0 + inset, box.x1, box.y1 - inset)
        left, top, right, bottom = (round(side) for side in turned(bar, -label.turn, width, height))
        area = (
            max(0, left + EDGE),
            max(0, top + EDGE),
            min(picture.width, right - EDGE),
            min(picture.height, bottom - EDGE),
        )
        if area[0] < area[2] and area[1] < area[3]:
            yield area


def _is_bar(label: str, tries: Sequence[Try], bar: Image.Image, covered: Image.Image) -> bool:
    """Flat black, or flat black with the label in the middle."""
    seen = ImageChops.subtract(bar, covered)
    if _is_black(seen):
        return True  # too narrow for its label
    measured = ImageStat.Stat(seen)
    for size, shift in tries:
        letters = _lettered(label, size, bar.size, shift)
        label_seen = ImageChops.subtract(letters.filter(ImageFilter.GaussianBlur(SOFT)), covered)
        if _likeness(seen, measured, label_seen) >= ALIKE:
            beyond = letters.filter(ImageFilter.MaxFilter(RIM)).point(lambda level: 0 if level else 255)
            return _is_black(seen, beyond)
    return False


def _lettered(
    label: str, size: int, area: tuple[int, int], shift: Sequence[float] = (0.0, 0.0)
) -> Image.Image:
    """The label as the writer sets it, moved by ``shift``."""
    letters = Image.new("L", area)
    middle = area[0] / 2 + shift[0], area[1] / 2 + shift[1]
    ImageDraw.Draw(letters).text(middle, label, fill=255, font=label_font(size), anchor="mm")
    return letters


def _likeness(one: Image.Image, first: ImageStat.Stat, other: Image.Image) -> float:
    """The correlation of two pictures, -1 to 1; ``first``: what is known of ``one``."""
    second = ImageStat.Stat(other)
    spread = first.stddev[0] * second.stddev[0]
    common = 255 * ImageStat.Stat(ImageChops.multiply(one, other)).mean[0]
    return (common - first.mean[0] * second.mean[0]) / spread if spread else 0.0


def _is_black(picture: Image.Image, where: Image.Image | None = None) -> bool:
    """``where``: 255 at the pixels that are looked at; there may be none of them."""
    statistics = ImageStat.Stat(picture, where)
    if not statistics.count[0]:
        return True
    return statistics.extrema[0][1] < DARK and statistics.mean[0] < BLACK
