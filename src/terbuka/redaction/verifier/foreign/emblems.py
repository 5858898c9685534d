"""Which parts of a foreign page that nobody has read are the emblem of its letterhead (docs/decisions/0020).

Nearly every letter of an office has one. It stands in the head of the page, is about as wide as high, full in
the middle, and comes to a point or a curve below; handwriting is not full, and a portrait ends in shoulders.
"""

from PIL import Image

from terbuka.documents import Box
from terbuka.documents.ink import GREY, INK
from terbuka.redaction.paleness import paper_of

HEAD = 0.25
"""Share of the page's height in which a letterhead stands."""
SMALLEST, LARGEST = 28.0, 130.0
"""Points of a side."""
SHAPE = 1.5
"""Times as long as the shorter side, at most."""
MIDDLE, FULL = 0.25, 0.45
"""Where the middle begins, of a side; the share of it that is no paper."""
CORNER, EMPTY = 0.14, 0.15
"""Side of a corner, of the emblem's; the share of it that may be no paper."""


def is_emblem(picture: Image.Image, part: Box, points: float) -> bool:
    """``picture``: of the page; ``points``: of one of its pixels; ``part``: in points."""
    left, top, right, bottom = (round(side / points) for side in part)
    grey = picture.convert(GREY)
    paper = paper_of(grey)
    drawn = grey.crop((left, top, right, bottom)).point(
        [255 if abs(level - paper) >= INK else 0 for level in range(256)]
    )
    box = drawn.getbbox()
    if box is None or top + box[3] > HEAD * picture.height:
        return False
    drawn = drawn.crop(box)
    sides = sorted(side * points for side in drawn.size)
    if sides[0] < SMALLEST or sides[1] > LARGEST or sides[1] > SHAPE * sides[0]:
        return False
    middle = _share(drawn, MIDDLE, MIDDLE, 1 - MIDDLE, 1 - MIDDLE)
    corners = (0.0, 1 - CORNER, CORNER, 1.0), (1 - CORNER, 1 - CORNER, 1.0, 1.0)
    return middle >= FULL and all(_share(drawn, *corner) <= EMPTY for corner in corners)


def _share(drawn: Image.Image, left: float, top: float, right: float, bottom: float) -> float:
    """Of a part of the picture, given in shares of its sides, that is no paper."""
    width, height = drawn.size
    part = drawn.crop(
        (round(left * width), round(top * height), round(right * width), round(bottom * height))
    )
    return part.histogram()[255] / (part.width * part.height)
