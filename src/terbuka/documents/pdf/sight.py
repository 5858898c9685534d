"""Which characters of a page a reader sees: those whose absence would change the picture.

The page is drawn twice, with its text and without. Text that is white on white, under a black box,
clipped, outside the page, on a layer that is off or in the invisible mode changes nothing; it is not
text but something hidden.
"""

import math
from collections.abc import Iterable, Iterator
from enum import IntEnum

import pypdfium2.raw as pdfium
from PIL import ImageChops, ImageDraw

from terbuka.documents.ink import INK
from terbuka.documents.model import Box
from terbuka.documents.pdf.characters import Character
from terbuka.documents.pdf.pages import POINTS_PER_INCH, SeenPage, drawable_dpi, render
from terbuka.documents.unread import InkMap

DPI = 100
FAINT = 4
"""Of 255; a weaker change is called a trace: nobody reads it, but its pixels could be sharpened."""
CORE = 0.25
"""Share cut off a character's both ends across the line: under a bar its tips may still look out."""
MARKED = 0.15
"""Share of a character's box that must change where its core does not (``:``, ``=``)."""
TINY = 3.3
"""Points from ascender to descender: type of 3 points, which nobody reads."""
THIN = 2.0
"""Pixels; a stroke so thin lies between the rows as often as on them."""
RIM = 2
"""Pixels around a word that its letters may reach into."""
DEEPEST = 16
"""Levels of form XObjects that are searched for text."""


class Sight(IntEnum):
    """How much of a character there is to see."""

    NOTHING = 0
    TRACE = 1
    SEEN = 2


class PageSight:
    """The two pictures of one page. Taking them hides the text of the loaded page for good."""

    def __init__(self, page: SeenPage) -> None:
        self._size = width, height = page.size
        self._scale = drawable_dpi(width, height, DPI) / POINTS_PER_INCH
        full = render(page, DPI)
        for text in _text_objects(page.raw.raw):
            pdfium.FPDFTextObj_SetTextRenderMode(text, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
        self.bare = render(page, DPI)
        """The page without its text: pictures, lines and drawings, at ``DPI`` or less."""
        red, green, blue = ImageChops.difference(full, self.bare).split()
        self._change = ImageChops.lighter(ImageChops.lighter(red, green), blue)

    def of(self, character: Character) -> Sight:
        """How much of the character a reader sees."""
        across = character.turn in (90, 270)
        ink = character.ink if min(character.ink.width, character.ink.height) > 0 else character.box
        tiny = (character.box.width if across else character.box.height) < TINY
        if not tiny and self._strongest(ink if character.slanted else _core(ink, across)) >= FAINT:
            return Sight.SEEN
        if not self._strongest(ink):
            return Sight.NOTHING
        return Sight.TRACE if tiny or not self._is_marked(ink) else Sight.SEEN

    def unaccounted(self, boxes: Iterable[Box]) -> bool:
        """Whether text shows anything to read beside these ``boxes``: letters that are said to be nothing."""
        left = self._change.copy()
        draw = ImageDraw.Draw(left)
        for box in boxes:
            x0, y0, x1, y1 = (side * self._scale for side in box)
            draw.rectangle((x0 - RIM, y0 - RIM, x1 + RIM, y1 + RIM), fill=0)
        if left.getextrema()[1] < INK:  # type: ignore[operator]
            return False
        return not InkMap(ImageChops.invert(left), self._size).is_blank

    def _strongest(self, box: Box) -> int:
        area = self._pixels(box)
        return int(self._change.crop(area).getextrema()[1]) if area else 0  # type: ignore[arg-type]

    def _is_marked(self, box: Box) -> bool:
        """Whether more changes than the tips of a character that something covers."""
        area = self._pixels(box)
        crop = self._change.crop(area)
        return sum(crop.histogram()[FAINT:]) >= MARKED * crop.width * crop.height

    def _pixels(self, box: Box) -> tuple[int, int, int, int] | None:
        """The pixels of a box; None where it lies outside the picture."""
        (x0, x1), (y0, y1) = self._span(box.x0, box.x1), self._span(box.y0, box.y1)
        width, height = self._change.size
        area = max(0, x0), max(0, y0), min(width, x1), min(height, y1)
        return area if area[0] < area[2] and area[1] < area[3] else None

    def _span(self, low: float, high: float) -> tuple[int, int]:
        """Rounded so that a neighbour's edge stays out; what is thin takes every pixel it touches."""
        low, high = low * self._scale, high * self._scale
        if high - low < THIN:
            return math.floor(low), math.ceil(high)
        return round(low), round(high)


def _core(ink: Box, across: bool) -> Box:
    if across:
        return Box(ink.x0 + CORE * ink.width, ink.y0, ink.x1 - CORE * ink.width, ink.y1)
    return Box(ink.x0, ink.y0 + CORE * ink.height, ink.x1, ink.y1 - CORE * ink.height)


def _text_objects(page: pdfium.FPDF_PAGE) -> Iterator[pdfium.FPDF_PAGEOBJECT]:
    """All text objects of the page, also those in form XObjects."""
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _text_within(pdfium.FPDFPage_GetObject(page, index), 0)


def _text_within(item: pdfium.FPDF_PAGEOBJECT, depth: int) -> Iterator[pdfium.FPDF_PAGEOBJECT]:
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == pdfium.FPDF_PAGEOBJ_TEXT:
        yield item
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
        for index in range(pdfium.FPDFFormObj_CountObjects(item)):
            yield from _text_within(pdfium.FPDFFormObj_GetObject(item, index), depth + 1)
