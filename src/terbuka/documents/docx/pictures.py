"""The pictures of a DOCX: which of them a reader sees whole and plainly, and their pixels.

What a program does to a picture before it shows it (a mask, a change of its colours, a shape cut out of it)
is not done here. Such a picture is none of these; in a copy it becomes a word.
"""

import io
import re
import warnings
from collections.abc import Mapping

from lxml import etree
from PIL import Image

from terbuka.documents.docx.colours import A
from terbuka.documents.docx.flow import Crop, Picture
from terbuka.documents.docx.package import Package, R, Relation, W
from terbuka.documents.docx.placing import EMU, WP
from terbuka.documents.images import on_white

PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
URI = PIC[1:-1]
FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "GIF")
WHOLE = 100_000
"""Of a side, in the measure of ``a:srcRect``."""
LEAST = 100
"""Twips, five points: a narrower picture is a line or a point."""
MOST_PIXELS = 60_000_000
DPI = 300
"""Of what is looked at; a finer picture says nothing more in its place."""


def plain_picture(drawing: etree._Element, relations: Mapping[str, Relation]) -> Picture | None:
    """The one picture of a drawing, if it is shown as it is, or as a rectangle of it."""
    data = list(drawing.iter(f"{A}graphicData"))
    blips = list(drawing.iter(f"{A}blip"))
    if drawing.tag != f"{W}drawing" or len(data) != 1 or len(blips) != 1 or data[0].get("uri") != URI:
        return None
    blip, fill = blips[0], blips[0].getparent()
    relation = relations.get(blip.get(f"{R}embed", ""))
    shown_otherwise = any(child.tag != f"{A}extLst" for child in blip) or not _is_rectangle(data[0])
    if relation is None or relation.external or shown_otherwise or fill is None:
        return None
    crop = _crop(fill.find(f"{A}srcRect"))
    width, height = _size(drawing)
    if crop is None or min(width, height) < LEAST:
        return None
    return Picture(relation.target, crop, width, height)


def _is_rectangle(data: etree._Element) -> bool:
    """Whether every point of the picture is shown: nothing cuts it, fades its edges or turns it."""
    outlines = [shape.get("prst") for shape in data.iter(f"{A}prstGeom")]
    fades = next(data.iter(f"{A}custGeom", f"{A}softEdge", f"{A}tile"), None)
    places = [(frame, "rot flipH flipV") for frame in data.iter(f"{A}xfrm")]
    places += [(stretched, "l t r b") for stretched in data.iter(f"{A}fillRect")]
    said = [element.get(name, "0") for element, names in places for name in names.split()]
    moved = any(value not in ("0", "false") for value in said)
    return all(outline == "rect" for outline in outlines) and fades is None and not moved


def _crop(element: etree._Element | None) -> Crop | None:
    """What is cut off on each side; None where it is not said in the measure of the format."""
    sides = [element.get(side, "0") if element is not None else "0" for side in "ltrb"]
    if not all(re.fullmatch(r"-?\d{1,6}", side) for side in sides):
        return None
    left, top, right, bottom = (max(0, int(side)) for side in sides)
    return (left, top, right, bottom) if max(left + right, top + bottom) < WHOLE else None


def _size(drawing: etree._Element) -> tuple[int, int]:
    extent = next(drawing.iter(f"{WP}extent"), None)
    sides = [extent.get(side, "") if extent is not None else "" for side in ("cx", "cy")]
    width, height = (int(side) // EMU if re.fullmatch(r"\d{1,9}", side) else 0 for side in sides)
    return width, height


def pixels(package: Package, picture: Picture) -> Image.Image | None:
    """What is seen of the picture: its first frame on white, RGB, cut to its part; None if nothing is.

    No more than ``DPI`` pixels an inch of its place.
    """
    data = package.read(picture.part)
    if data is None:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    return None
                shown = on_white(opened)
    except Exception:
        return None  # whatever goes wrong in Pillow is the file's fault
    return _reduced(_cut(shown, picture.crop), picture)


def _cut(shown: Image.Image, crop: Crop) -> Image.Image:
    left, top, right, bottom = crop
    across, down = shown.width / WHOLE, shown.height / WHOLE
    box = (left * across, top * down, shown.width - right * across, shown.height - bottom * down)
    x0, y0, x1, y1 = (round(side) for side in box)
    return shown.crop((x0, y0, max(x1, x0 + 1), max(y1, y0 + 1)))


def _reduced(shown: Image.Image, picture: Picture) -> Image.Image:
    most = max(1, picture.width * DPI // 1440)
    if shown.width <= most:
        return shown
    height = max(1, round(shown.height * most / shown.width))
    return shown.resize((most, height), Image.Resampling.LANCZOS)


def size_in_points(picture: Picture, shown: Image.Image) -> tuple[float, float]:
    """The size in which its pixels are square."""
    width = picture.width / 20
    return width, round(width * shown.height / shown.width, 2)
