"""Areas that slanted lines fill and nothing else: the ground of a certificate, a part of a plan left out.

Along its lines a hatch looks the same everywhere. Whatever is written in it does not, neither in other ink
nor as lines that are shifted or left out.
"""

import math

from PIL import Image, ImageChops

from terbuka.documents.marks import Area

FURTHEST = 7
"""Pixels, along and across, that the picture is shifted by: less than a letter is wide."""
STEPS = range(1, FURTHEST + 1)
SHIFTS = sorted(
    ((x, way * y) for x in STEPS for y in STEPS for way in (1, -1)), key=lambda by: math.hypot(*by)
)
"""All directions but level and upright, the nearest first: lines that run so are ruled lines."""
SAME = 24
"""Of 255, by which pixels on a line may differ that lie differently between its edges."""
RIM = 26
"""Pixels at the rim of a hatch, where a line ends: there it goes on in one direction only."""
CORNERS, ENDS = 12, 60
"""Pixels at the rim that may differ all the same, and one more for so many of its length: at a corner a line
is shorter than the shift, and its end may lie between two pixels.
"""
SAMPLE = 96
"""Pixels a side of the piece in the middle that tells how the lines run."""


def is_hatch(picture: Image.Image, area: Area) -> bool:
    """Whether what stands in this area of a picture in grey is nothing but parallel lines."""
    x0, y0, x1, y1 = area
    middle = (x0 + x1 - SAMPLE) // 2, (y0 + y1 - SAMPLE) // 2
    sample = picture.crop((*middle, middle[0] + SAMPLE, middle[1] + SAMPLE))
    if (
        min(x1 - x0, y1 - y0) < SAMPLE
        or _darkest(ImageChops.difference(sample, _shifted(sample, 1, 0))) < SAME
    ):
        return False
    shift = next((by for by in SHIFTS if _unlike(sample, *by) <= SAME), None)
    if shift is None:
        return False
    within = picture.crop((x0 + RIM, y0 + RIM, x1 - RIM, y1 - RIM))
    edges = max(0, x0 - RIM), max(0, y0 - RIM), min(picture.width, x1 + RIM), min(picture.height, y1 + RIM)
    return _unlike(within, *shift) <= SAME and _left_over(picture.crop(edges), *shift) <= _ends(area)


def _unlike(picture: Image.Image, x: int, y: int) -> int:
    return _darkest(_inner(ImageChops.difference(picture, _shifted(picture, x, y))))


def _ends(area: Area) -> int:
    return CORNERS + 2 * (area[2] - area[0] + area[3] - area[1]) // ENDS


def _left_over(picture: Image.Image, x: int, y: int) -> int:
    """How many pixels differ from the one before them and from the one behind."""
    ways = (ImageChops.difference(picture, _shifted(picture, way * x, way * y)) for way in (1, -1))
    return sum(_inner(ImageChops.darker(*ways)).histogram()[SAME + 1 :])


def _shifted(picture: Image.Image, x: int, y: int) -> Image.Image:
    return ImageChops.offset(picture, x, y)


def _inner(picture: Image.Image) -> Image.Image:
    """Without what the shift has wrapped around the edge."""
    return picture.crop((FURTHEST, FURTHEST, picture.width - FURTHEST, picture.height - FURTHEST))


def _darkest(picture: Image.Image) -> int:
    return int(picture.getextrema()[1])  # type: ignore[arg-type]
