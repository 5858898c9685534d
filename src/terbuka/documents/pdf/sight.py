"""Which characters of a page a reader sees: those whose absence would change the picture.

The page is drawn twice, with its text and without. Text that is white on white, under a black box,
clipped, outside the page, on a layer that is off or in the invisible mode changes nothing; it is not
text but something hidden.
"""

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import IntEnum
from functools import cached_property

import pypdfium2.raw as pdfium
from PIL import Image, ImageChops, ImageDraw

from terbuka.documents.ink import INK
from terbuka.documents.model import Box
from terbuka.documents.pdf.characters import Character
from terbuka.documents.pdf.pages import Pdf, SeenPage, item_number, render
from terbuka.documents.unread import InkMap

DPI = 100
FINE_DPI = 200
"""Of a second look for traces: that of a public copy."""
FAINT = 12
"""Of 255, one in twenty; a weaker change is called a trace: nobody reads it, the copy does not show it, but
its pixels could be sharpened.
"""
CORE = 0.25
"""Share cut off a character's both ends across the line: under a bar its tips may still look out."""
MARKED = 0.15
"""Share of a character's box that must change where its core does not (``:``, ``=``)."""
HIGH = 0.7
"""Share of its height in which a word must show: a bar over most of a line was meant for all of it."""
LOW = 6
"""Pixels of the letters of small print."""
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
    """The two pictures of one page. Taking them hides the text of the loaded page."""

    def __init__(self, page: SeenPage) -> None:
        self._page = page
        full = render(page, DPI)
        self._text = [
            (item, pdfium.FPDFTextObj_GetTextRenderMode(item)) for item in _text_objects(page.raw.raw)
        ]
        self.bare = _without_text(page, DPI)
        """The page without its text: pictures, lines and drawings, at ``DPI`` or less."""
        self._change = _Change(full, self.bare, page)

    def of(self, character: Character) -> Sight:
        """How much of the character a reader sees."""
        across = character.turn in (90, 270)
        ink = character.outline
        tiny = (character.box.width if across else character.box.height) < TINY
        if not tiny and self._change.strongest(ink if character.slanted else _core(ink, across)) >= FAINT:
            return Sight.SEEN
        if not self._change.strongest(ink):
            return Sight.NOTHING
        return Sight.TRACE if tiny or self._change.share(ink) < MARKED else Sight.SEEN

    def stands_out(self, word: Sequence[Character]) -> bool:
        """Whether seen characters beside each other show in most of their height."""
        letters = [character.outline for character in word if character.text.isalnum()]
        if not letters or word[0].slanted:
            return True
        box = letters[0]
        for letter in letters[1:]:
            box = box.joined(letter)
        return self._change.height(box, across=word[0].turn in (90, 270)) >= HIGH

    def leaves_trace(self, character: Character) -> bool:
        """Whether anything at all shows of a character that nobody sees, in a finer picture too."""
        return self._finer.strongest(character.outline, widely=True) > 0

    def unaccounted(self, boxes: Iterable[Box]) -> bool:
        """Whether text shows anything to read beside these ``boxes``: letters that are said to be nothing."""
        left = self._change.without(boxes)
        if left.getextrema()[1] < INK:  # type: ignore[operator]
            return False
        return not InkMap(ImageChops.invert(left), self._page.size).is_blank

    @cached_property
    def _finer(self) -> "_Change":
        for item, mode in self._text:
            pdfium.FPDFTextObj_SetTextRenderMode(item, mode)
        full = render(self._page, FINE_DPI)
        return _Change(full, _without_text(self._page, FINE_DPI), self._page)


class _Change:
    """How much the picture of a page changes where its text is taken away."""

    def __init__(self, full: Image.Image, bare: Image.Image, page: SeenPage) -> None:
        red, green, blue = ImageChops.difference(full, bare).split()
        self._picture = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        self._scale = full.width / page.size[0]
        self._clear = self._picture.point([255 if level >= FAINT else 0 for level in range(256)])

    def height(self, box: Box, *, across: bool) -> float:
        """In how much of its height the box changes clearly; of its width where its text runs ``across``."""
        area = self._pixels(box)
        if area is None:
            return 0.0
        columns, rows = self._clear.crop(area).getprojection()
        changed = columns if across else rows
        blurred = 1 if len(changed) < LOW else 0  # a row that the letter only touches
        return min(1.0, (sum(changed) + blurred) / len(changed))

    def strongest(self, box: Box, *, widely: bool = False) -> int:
        """Of 255; of any pixel in the box."""
        area = self._pixels(box, widely)
        return int(self._picture.crop(area).getextrema()[1]) if area else 0  # type: ignore[arg-type]

    def share(self, box: Box) -> float:
        """How much of the box changes: little where something covers all but the tips of a character."""
        area = self._pixels(box)
        if area is None:
            return 0.0
        crop = self._picture.crop(area)
        return sum(crop.histogram()[FAINT:]) / (crop.width * crop.height)

    def without(self, boxes: Iterable[Box]) -> Image.Image:
        """The change outside of the boxes and their rims."""
        left = self._picture.copy()
        draw = ImageDraw.Draw(left)
        for box in boxes:
            x0, y0, x1, y1 = (side * self._scale for side in box)
            draw.rectangle((x0 - RIM, y0 - RIM, x1 + RIM, y1 + RIM), fill=0)
        return left

    def _pixels(self, box: Box, widely: bool = False) -> tuple[int, int, int, int] | None:
        """The pixels of a box; None where it lies outside the picture.

        Rounded so that a neighbour's edge stays out; what is thin, and all where it is looked at
        ``widely``, takes every pixel it touches.
        """
        (x0, x1), (y0, y1) = self._span(box.x0, box.x1, widely), self._span(box.y0, box.y1, widely)
        width, height = self._picture.size
        area = max(0, x0), max(0, y0), min(width, x1), min(height, y1)
        return area if area[0] < area[2] and area[1] < area[3] else None

    def _span(self, low: float, high: float, widely: bool) -> tuple[int, int]:
        low, high = low * self._scale, high * self._scale
        if widely or high - low < THIN:
            return math.floor(low), math.ceil(high)
        return round(low), round(high)


def picture_without(
    pdf: Pdf, number: int, dpi: float, traces: Sequence[Box], words: Iterable[tuple[Box, bool]]
) -> Image.Image:
    """The page as a reader sees it, at ``dpi`` or less, and nothing left of the text that is not ``words``.

    ``traces``: where such text still shows; there the page is drawn as it is without its text, so that no
    gap tells where it stood. ``words``: boxes of what is read, and whether it runs up or down the page.
    """
    with pdf.page(number) as page:
        picture = render(page, dpi)
        if not traces:
            return picture
        full, bare = picture.copy(), _without_text(page, dpi)
        scale = picture.width / page.size[0]
        for box in traces:
            _paste(picture, bare, box, scale)
        for box, across in words:
            if any(box.touches(trace) for trace in traces):
                _paste(picture, full, _core(box, across), scale)
        return picture


def _paste(picture: Image.Image, other: Image.Image, box: Box, scale: float) -> None:
    left, top = (math.floor(side * scale) for side in box[:2])
    right, bottom = (math.ceil(side * scale) for side in box[2:])
    area = max(0, left - 1), max(0, top - 1), min(picture.width, right + 1), min(picture.height, bottom + 1)
    if area[0] < area[2] and area[1] < area[3]:
        picture.paste(other.crop(area), area)


def _without_text(page: SeenPage, dpi: float) -> Image.Image:
    """The page without its text, which stays hidden."""
    hide_text(page)
    return render(page, dpi)


def hide_text(page: SeenPage, left: Collection[int] = ()) -> None:
    """Draw the page without its text from now on, but for the text objects ``left`` (by number)."""
    for text in _text_objects(page.raw.raw):
        if item_number(text) not in left:
            pdfium.FPDFTextObj_SetTextRenderMode(text, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)


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
