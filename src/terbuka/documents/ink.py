"""What stands out from the paper of a picture: in all its colours, on light ground and on dark.

Lightness alone is blind to yellow on white and to red on a green as light. So a picture with colours is
looked at in its *planes*: in grey, and in red, green and blue by themselves.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFilter, ImageStat

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
"""Times as much as three quarters of the page's pixels stand out: what texture and JPEG do not reach."""
SPECKS = 0.0002
"""Share of inked pixels below which a page is blank: the dust of a scanner."""
DARK_GROUND = 128
"""Of 255; how far the surroundings must lie from the paper for light strokes to be looked for in them."""
RULE = (1, 2, 4, 8, 8)
"""Pixels, to be added up: no stroke of a letter is so long."""
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

    def __init__(self, plane: Image.Image) -> None:
        self.paper: float = ImageStat.Stat(plane).median[0]
        depth = standing_out(plane.filter(ImageFilter.BoxBlur(0.5)), self.paper)
        least = max(FAINT, NOISE * _usual(depth) + 1)
        self.strokes = _above(depth, max(INK, least))
        """Where strokes are: lines, boxes and areas are none."""
        self.solid = plane.point([255 if abs(level - self.paper) >= INK else 0 for level in range(256)])
        """Whatever is not paper."""
        # without lines and letters, which are no tones however close they stand
        means = _without_lines(plane).reduce(CELL)
        self.width = means.width
        self.means = means.tobytes()
        """Of the cells, row by row."""
        self.strong = set(self._cells(_ends(self.strokes), WRITTEN))
        self.bold = set(self._cells(_ends(_above(depth, 2 * INK)), WRITTEN))
        self.faint = set(self._cells(_ends(_above(depth, least)), WRITTEN))

    def _cells(self, levels: Image.Image, least: int) -> Iterator[Cell]:
        for at, level in enumerate(levels.tobytes()):
            if level >= least:
                yield at % self.width, at // self.width


def standing_out(plane: Image.Image, paper: float, scale: int = 1) -> Image.Image:
    """How far every pixel stands out from a ground that may be shaded or dark; what is long or wide does not.

    ``paper``: of the whole page. ``scale``: of the resolution, ``DPI`` being 1.
    """
    dark = ImageChops.invert(_on_light_ground(plane, paper, scale))
    lasting = ImageChops.lighter(_lasting(dark, 1, 0, scale), _lasting(dark, 0, 1, scale))
    blank = min(paper, 255 - paper)
    edges = lasting.point([round(level + EDGE * max(0, level - blank)) for level in range(256)])
    return ImageChops.subtract(dark, edges)


def _on_light_ground(plane: Image.Image, paper: float, scale: int) -> Image.Image:
    """Dark on light everywhere: where the surroundings are dark, the plane is inverted."""
    cells = plane.reduce(CELL * scale).filter(ImageFilter.BoxBlur(1))
    dark = cells.resize(plane.size, Image.Resampling.BILINEAR).point(
        [255 if abs(level - paper) >= DARK_GROUND else 0 for level in range(256)]
    )
    ways = (ImageChops.invert(plane), plane)
    return Image.composite(*(ways if paper >= DARK_GROUND else ways[::-1]), dark)


def _lasting(dark: Image.Image, x: int, y: int, scale: int) -> Image.Image:
    """The darkness that lasts for ``RULE`` pixels in one direction, also in a line that is a little askew."""
    beside = (ImageChops.offset(dark, y, x), ImageChops.offset(dark, -y, -x))
    kept = ImageChops.lighter(dark, ImageChops.lighter(*beside))
    steps = [step * scale for step in RULE] + [1] * (scale - 1)
    for step in steps:
        kept = ImageChops.darker(kept, ImageChops.offset(kept, x * step, y * step))
    for step in steps:
        kept = ImageChops.lighter(kept, ImageChops.offset(kept, -x * step, -y * step))
    return ImageChops.darker(kept, dark)


def _without_lines(plane: Image.Image) -> Image.Image:
    """Only the areas of what is darker than its surroundings."""
    for step in LINE:
        plane = ImageChops.lighter(plane, ImageChops.offset(plane, step, 0))
        plane = ImageChops.lighter(plane, ImageChops.offset(plane, 0, step))
    return plane


def _usual(depth: Image.Image) -> int:
    """What three quarters of the pixels do not exceed: paper is most of a page."""
    histogram = depth.histogram()
    left = 0.75 * sum(histogram)
    level = 0
    while (left := left - histogram[level]) > 0:
        level += 1
    return level


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
