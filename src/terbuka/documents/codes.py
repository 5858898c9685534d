"""QR and bar codes on a page: people pass over them, every telephone reads them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import zxingcpp
from PIL import Image, ImageOps, ImageStat

from terbuka.documents.ink import GREY
from terbuka.documents.model import Box

QUIET = 40
"""Pixels of paper around a picture: a code that reaches to its edge is not seen."""
MARGIN = 6.0
"""Points around a code; what is left of it there is no code any more, but lines that a person may read."""
ROUNDS = 12
"""How often a page is looked at without the codes that were found; more, and it is taken for one code."""


POINTS_PER_INCH = 72


class Code(NamedTuple):
    """What a code says, and where it stands in points."""

    box: Box
    text: str


def codes_in(picture: Image.Image, dpi: float, channels: Iterable[str] = ()) -> list[Code]:
    """The codes of a picture of ``dpi`` pixels an inch, in grey and in its further ``channels``.

    The same may come twice. The boxes cover so much that nothing can be read any more: a reader tells the
    lines on which it met a bar code, and above and below these may stand the same again.
    """
    planes = [picture.convert(GREY), *(picture.getchannel(name) for name in channels)]
    return [code for plane in planes for code in _codes(plane, POINTS_PER_INCH / dpi)]


def _codes(plane: Image.Image, points: float) -> Iterator[Code]:
    """``points``: of a pixel."""
    paper = round(ImageStat.Stat(plane).median[0])
    canvas = ImageOps.expand(plane, QUIET, paper)
    for _ in range(ROUNDS):
        # white bars on black are overlooked
        seen = [code for shown in (canvas, ImageOps.invert(canvas)) for code in _barcodes(shown)]
        for barcode in seen:
            area = _area(barcode, round(MARGIN / points))
            canvas.paste(paper, area)
            yield Code(_box(area, plane.size, points), barcode.text)
        if not seen:
            return
    yield Code(Box(0.0, 0.0, plane.width * points, plane.height * points), "")


def _barcodes(picture: Image.Image) -> list[zxingcpp.Barcode]:
    return zxingcpp.read_barcodes(picture, try_invert=False, text_mode=zxingcpp.TextMode.Plain)


def _area(barcode: zxingcpp.Barcode, margin: int) -> tuple[int, int, int, int]:
    """The pixels around a code."""
    place = barcode.position
    corners = (place.top_left, place.top_right, place.bottom_left, place.bottom_right)
    across, down = [corner.x for corner in corners], [corner.y for corner in corners]
    return min(across) - margin, min(down) - margin, max(across) + margin, max(down) + margin


def _box(area: tuple[int, int, int, int], size: tuple[int, int], points: float) -> Box:
    """From the pixels of a picture with quiet around it to the points of the page."""
    inside = (min(max(side - QUIET, 0), most) for side, most in zip(area, size * 2, strict=True))
    return Box(*(round(side * points, 2) for side in inside))
