"""What stands out from the paper of a picture: in all its colours, on light ground and on dark.

Lightness alone is blind to yellow on white and to red on a green as light. So a picture with colours is
looked at in its *planes*: in grey, and in red, green and blue by themselves.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFilter, ImageStat

from terbuka.documents.marks import without_fields

DPI = 100.0
"""Of the picture that is looked at, about; the figures below are measured at it."""
CELL = 12
"""Pixels a side of a cell: about one line of text."""
COLOURED = 12
"""Of 255; how much more or less a channel must show of something for it to be looked at by itself."""
LETTER = 10
"""Pixels of the smallest letter."""
INK = 48
"""Of 255; how far a pixel must stand out from the paper to be ink."""
FAINT = 5
"""The same for pencil and pale print on paper without any texture."""
NOISE = 3
"""Times as much as three quarters of the pixels stand out: what texture and JPEG do not reach."""
TILE = 8
"""Cells a side of what has a noise of its own: a hatch in one place does not hide pencil in another."""
SPECKS = 0.0002
"""Share of inked pixels below which a page is blank: the dust of a scanner."""
DARK_GROUND = 128
"""Of 255; how far the surroundings must lie from the paper for light strokes to be looked for in them."""
RULE = (1, 2, 4, 8, 8)
"""Pixels, to be added up: no stroke of a letter is so long."""
SURFACE, NARROW, WIDE = (1, 2, 1), (1, 2, 4, 8, 8), (1, 2, 4, 7)
"""Pixels, to be added up: what is thinner is a line and no area; what is not wider is a light stroke in an
area; what is not wider in all is no area in which strokes are looked for.
"""
EDGE = 0.25
"""Share of its darkness by which the edge of a line or an area may waver without being ink."""
WRITTEN = 9
"""Of 255; share of a cell's pixels in which ink begins or ends, along and across, where there is writing."""
LINE = (1, 2, 4)
"""Pixels, to be added up: what is not wider gives a cell no tone."""

GREY = "L"
Cell = tuple[int, int]


def planes(picture: Image.Image) -> dict[str, Image.Image]:
    """The picture in grey, and in each of its channels that shows anything else."""
    grey = picture.convert(GREY)
    if picture.mode != "RGB":
        return {GREY: grey}
    seen = _contrast(grey)
    channels = {name: picture.getchannel(name) for name in "RGB"}
    return {GREY: grey} | {
        name: channel for name, channel in channels.items() if _differs(_contrast(channel), seen)
    }


def _contrast(plane: Image.Image) -> Image.Image:
    paper = ImageStat.Stat(plane).median[0]
    return plane.point([round(abs(level - paper)) for level in range(256)])


def _differs(contrast: Image.Image, other: Image.Image) -> bool:
    return sum(ImageChops.difference(contrast, other).histogram()[COLOURED:]) >= LETTER


def without_dust(picture: Image.Image) -> Image.Image:
    """The picture with no pixel darker than its darkest neighbour: specks of one pixel go, strokes stay."""
    beside = ImageChops.darker(ImageChops.offset(picture, 1, 0), ImageChops.offset(picture, -1, 0))
    row = ImageChops.darker(beside, picture)
    above, below = ImageChops.offset(row, 0, 1), ImageChops.offset(row, 0, -1)
    return ImageChops.lighter(picture, ImageChops.darker(beside, ImageChops.darker(above, below)))


def has_ink(picture: Image.Image) -> bool:
    """Whether there is more on the page than paper and dust."""
    for plane in planes(picture).values():
        paper = ImageStat.Stat(plane).median[0]
        inked = sum(count for level, count in enumerate(plane.histogram()) if abs(level - paper) >= INK)
        if inked > SPECKS * plane.width * plane.height:
            return True
    return False


@dataclass(frozen=True, slots=True)
class Mask:
    """A picture of two colours, packed: one is kept for every page."""

    size: tuple[int, int]
    packed: bytes

    @staticmethod
    def of(picture: Image.Image) -> "Mask":
        """``picture``: of 0 and 255."""
        bits = picture.convert("1", dither=Image.Dither.NONE).tobytes()
        return Mask(picture.size, zlib.compress(bits, 1))

    def picture(self) -> Image.Image:
        """The same again, of 0 and 255."""
        return Image.frombytes("1", self.size, zlib.decompress(self.packed)).convert(GREY)


class Ink:
    """One plane at about ``DPI``: the cells with strokes, the pixels of ink, the tones of the cells."""

    def __init__(self, plane: Image.Image, grain: Image.Image | None = None) -> None:
        """``grain``: 255 where there are pixels of a camera or a scanner; None where all may be."""
        self.paper: float = ImageStat.Stat(plane).median[0]
        soft = plane.filter(ImageFilter.BoxBlur(0.5))
        self.contrast = soft.point([round(abs(level - self.paper)) for level in range(256)])
        self.relief = _lighter_than_around(self.contrast)
        depth, relief = standing_out(soft, self.paper), _standing_out(self.relief, 0, 1)
        if grain is not None:  # what is lighter than the paper of a scan is only cleaner
            depth = ImageChops.lighter(depth, _standing_out(self.contrast, 0, 1))
        least = _least(depth, grain)
        strong = least.point([max(INK, level) for level in range(256)])
        self.strokes, self.light_strokes = _reaching(depth, strong), without_fields(_reaching(relief, strong))
        """Where strokes are: lines, boxes and areas are none."""
        self.solid = plane.point([255 if abs(level - self.paper) >= INK else 0 for level in range(256)])
        """Whatever is not paper."""
        self.light = _above(self.relief, INK)
        """Whatever is narrow and lighter than the area it lies in."""
        # without lines and letters, which are no tones however close they stand
        means = _without_lines(plane).reduce(CELL)
        self.width = means.width
        self.means = means.tobytes()
        """Of the cells, row by row."""
        self.tints = _without_lines(self._tinted(plane, grain)).reduce(CELL).tobytes()
        """The same without the light lines and fields that are drawn on areas."""
        self.strong = self._written(self.strokes, self.light_strokes)
        self.bold = self._written(_above(depth, 2 * INK), without_fields(_above(relief, 2 * INK)))
        self.faint = self._written(_reaching(depth, least), without_fields(_reaching(relief, least)))

    def _tinted(self, plane: Image.Image, grain: Image.Image | None) -> Image.Image:
        if grain is None:
            return plane
        drawn = ImageChops.darker(self.relief, ImageChops.invert(grain))
        filled = ImageChops.subtract if self.paper >= DARK_GROUND else ImageChops.add
        return filled(plane, drawn)

    @property
    def masks(self) -> tuple[Image.Image, ...]:
        """Dark strokes and what is not paper, light strokes and what is lighter than around them."""
        return self.strokes, self.solid, self.light_strokes, self.light

    def _written(self, *masks: Image.Image) -> set[Cell]:
        return {cell for mask in masks for cell in self._cells(_ends(mask), WRITTEN)}

    def _cells(self, levels: Image.Image, least: int) -> Iterator[Cell]:
        for at, level in enumerate(levels.tobytes()):
            if level >= least:
                yield at % self.width, at // self.width


def standing_out(plane: Image.Image, paper: float, scale: int = 1) -> Image.Image:
    """How far every pixel stands out from a ground that may be shaded or dark; what is long or wide does not.

    ``paper``: of the whole page. ``scale``: of the resolution, ``DPI`` being 1.
    """
    dark, light = ImageChops.invert(plane), plane
    usual, other = (dark, light) if paper >= DARK_GROUND else (light, dark)
    depth, ground = _standing_out(usual, paper, scale), _dark_ground(plane, paper, scale)
    # each way is looked at whole: cut where they meet, a dark band would stand out from itself
    if ground.getbbox():
        depth = Image.composite(_standing_out(other, paper, scale), depth, ground)
    return depth


def _standing_out(dark: Image.Image, paper: float, scale: int) -> Image.Image:
    kept = ImageChops.lighter(_lasting(dark, 1, 0, scale), _lasting(dark, 0, 1, scale))
    blank = min(paper, 255 - paper)
    edges = kept.point([round(level + EDGE * max(0, level - blank)) for level in range(256)])
    return ImageChops.subtract(dark, edges)


def _lighter_than_around(dark: Image.Image) -> Image.Image:
    """How much lighter everything narrow is than the area that it lies in: white letters on grey."""
    surfaces = areas(dark, SURFACE)
    if surfaces.getextrema()[1] < FAINT:  # type: ignore[operator]
        return Image.new(GREY, dark.size)
    filled = ImageChops.invert(areas(ImageChops.invert(surfaces), NARROW))
    return ImageChops.subtract(areas(filled, WIDE), dark)


def areas(dark: Image.Image, steps: Sequence[int]) -> Image.Image:
    """The darkness that lasts so, as ``opened``, along and across."""
    for x, y in ((1, 0), (0, 1)):
        dark = opened(dark, x, y, steps)
    return dark


def _dark_ground(plane: Image.Image, paper: float, scale: int) -> Image.Image:
    """Where the surroundings lie so far from the paper that what is written there does the other way."""
    cells = plane.reduce(CELL * scale).filter(ImageFilter.BoxBlur(1))
    return cells.resize(plane.size, Image.Resampling.BILINEAR).point(
        [255 if abs(level - paper) >= DARK_GROUND else 0 for level in range(256)]
    )


def _lasting(dark: Image.Image, x: int, y: int, scale: int) -> Image.Image:
    """The darkness that lasts for ``RULE`` pixels in one direction, also in a line that is a little askew."""
    beside = (ImageChops.offset(dark, y, x), ImageChops.offset(dark, -y, -x))
    kept = ImageChops.lighter(dark, ImageChops.lighter(*beside))
    steps = [step * scale for step in RULE] + [1] * (scale - 1)
    return ImageChops.darker(opened(kept, x, y, steps), dark)


def opened(dark: Image.Image, x: int, y: int, steps: Sequence[int]) -> Image.Image:
    """The darkness that lasts for one pixel more than all ``steps`` in one direction, to the pixel."""
    for step in steps:
        dark = ImageChops.darker(dark, ImageChops.offset(dark, x * step, y * step))
    for step in steps:
        dark = ImageChops.lighter(dark, ImageChops.offset(dark, -x * step, -y * step))
    return dark


def _without_lines(plane: Image.Image) -> Image.Image:
    """Only the areas of what is darker than its surroundings."""
    for step in LINE:
        plane = ImageChops.lighter(plane, ImageChops.offset(plane, step, 0))
        plane = ImageChops.lighter(plane, ImageChops.offset(plane, 0, step))
    return plane


def _least(depth: Image.Image, grain: Image.Image | None) -> Image.Image:
    """From which level on a pixel stands out more than the noise around it."""
    if grain is not None and grain.getbbox() is None:
        return Image.new(GREY, depth.size, FAINT)
    side, page = TILE * CELL, _usual(depth)
    least = Image.new(GREY, depth.size, FAINT)
    for top in range(0, depth.height, side):
        for left in range(0, depth.width, side):
            tile = left, top, min(left + side, depth.width), min(top + side, depth.height)
            if grain is None or grain.crop(tile).getbbox():
                noise = min(page, _usual(depth.crop(tile)))
                least.paste(max(FAINT, min(255, NOISE * noise + 1)), tile)
    return least


def _usual(depth: Image.Image) -> int:
    """What three quarters of the pixels do not exceed: most of a picture is paper."""
    histogram = depth.histogram()
    left = 0.75 * sum(histogram)
    level = 0
    while (left := left - histogram[level]) > 0:
        level += 1
    return level


def _reaching(depth: Image.Image, least: Image.Image) -> Image.Image:
    return ImageChops.subtract(depth, least, offset=1).point([255 if level else 0 for level in range(256)])


def _above(depth: Image.Image, least: int) -> Image.Image:
    return depth.point([255 if level >= least else 0 for level in range(256)])


def _ends(mask: Image.Image) -> Image.Image:
    """How often ink begins or ends in each cell, both along and across: a straight line does one of them."""
    along, across = (_change(mask, *step).reduce(CELL) for step in ((1, 0), (0, 1)))
    return ImageChops.darker(along, across)


def _change(mask: Image.Image, x: int, y: int) -> Image.Image:
    change = ImageChops.difference(mask, ImageChops.offset(mask, x, y))
    change.paste(0, (0, 0, x or mask.width, y or mask.height))  # the offset wraps around the edge
    return change
