"""The characters of a page as PDFium tells them: what they mean, where they stand, how they are turned."""

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2.raw as pdfium

from terbuka.documents.model import Box
from terbuka.documents.pdf.glyphs import Origin
from terbuka.documents.pdf.pages import Geometry, SeenPage, item_number

SPACE = " "
UNMAPPED = "\ufffd"
"""Stands for a glyph of which it is not known what it means to a reader."""
ASCENT, DESCENT = 0.8, 0.22
"""Ems above and below the baseline that type takes, whatever its font says: some writers leave it out, and
many fonts add the leading, with which a word would take in the tips of the letters of the next line."""
LARGEST_EM = 400.0
SLANT = 8.0
"""Degrees off the nearest right angle from which on text counts as slanted (a watermark)."""


_PLAIN = 0x21, 0x7E
"""Characters of ASCII that show."""


class Character(NamedTuple):
    """One glyph. ``text`` may hold several characters (a ligature).

    ``box``: ascender to descender, the width of the advance. ``ink``: the glyph's own outline.
    ``turn``: clockwise, 0, 90, 180 or 270. ``parted``: white space or a new line stands before it. ``em``:
    the size of its type. ``origin``: where its glyph begins, in the units of the page.
    """

    text: str
    box: Box
    ink: Box
    turn: int
    slanted: bool
    parted: bool
    em: float
    origin: Origin

    @property
    def outline(self) -> Box:
        """Where it shows: its ink, or its box where the file does not tell the ink."""
        return self.ink if min(self.ink.width, self.ink.height) > 0 else self.box


def read_characters(page: SeenPage) -> Iterator[Character]:
    """Every character with a place on the page, in the order of the file; white space as ``SPACE``."""
    text_page = page.raw.get_textpage()
    try:
        yield from _characters(text_page.raw, text_page.count_chars(), page.geometry)
    finally:
        text_page.close()


def _characters(raw: pdfium.FPDF_TEXTPAGE, count: int, geometry: Geometry) -> Iterator[Character]:
    boxes = _Boxes(raw, geometry)
    setting = _Settings(raw, geometry).of
    x, y = ctypes.c_double(), ctypes.c_double()
    parted, high = True, 0
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if 0xD800 <= code < 0xDC00:
            high = code  # the first half of a pair; its glyph follows with the second
            continue
        text = _meaning(raw, index, code, high)
        high = 0
        if not text or (text == SPACE and pdfium.FPDFText_IsGenerated(raw, index) == 1):
            parted = parted or bool(text)
            continue
        how = setting(index)
        pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
        origin, ink = (x.value, y.value), boxes.tight(index)
        yield Character(
            UNMAPPED if how.mirrored and text != SPACE else text,
            boxes.full(index, how, origin, inked=min(ink.width, ink.height) > 0),
            ink,
            how.turn,
            how.slanted,
            parted,
            how.em * geometry.unit,
            origin,
        )
        parted = text == SPACE


def _meaning(raw: pdfium.FPDF_TEXTPAGE, index: int, code: int, high: int) -> str:
    """What a reader reads there: empty for what is never seen, a space for what parts words."""
    if 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)) if high else UNMAPPED
    if code in (0x02, 0xAD, 0xFFFE):  # PDFium's marks for a hyphen at the end of a line
        return "-" if pdfium.FPDFText_IsHyphen(raw, index) == 1 else ""
    character = chr(code)
    if _PLAIN[0] <= code <= _PLAIN[1] and pdfium.FPDFText_HasUnicodeMapError(raw, index) != 1:
        return character
    if code == 0 or pdfium.FPDFText_HasUnicodeMapError(raw, index) == 1:
        return UNMAPPED
    category = unicodedata.category(character)
    if category == "Cf":  # zero width, bidirectional marks: nobody sees them
        return ""
    return " " if category in ("Cc", "Zs", "Zl", "Zp") else character


def _turn(angle: float, rotation: int) -> tuple[int, bool]:
    """PDFium gives radians clockwise on the unturned page."""
    degrees = math.degrees(angle) + rotation
    nearest = round(degrees / 90) * 90
    return nearest % 360, abs(degrees - nearest) > SLANT


def _span(*places: float) -> tuple[float, float]:
    return min(places), max(places)


class _Setting(NamedTuple):
    """How the characters of one text object are set. ``angle``: in radians; ``em``: in the units of the page.
    ``mirrored``: they show the wrong way round, a "b" as a "d", an "M" as a "W"."""

    angle: float
    turn: int
    slanted: bool
    em: float
    mirrored: bool


class _Settings:
    """PDFium tells for each character what all of its text object have in common: it is asked once."""

    def __init__(self, raw: pdfium.FPDF_TEXTPAGE, geometry: Geometry) -> None:
        self._raw = raw
        self._rotation = geometry.rotation
        self._matrix = pdfium.FS_MATRIX()
        self._known: dict[int, _Setting] = {}

    def of(self, index: int) -> _Setting:
        item = pdfium.FPDFText_GetTextObject(self._raw, index)
        if not item:
            return self._read(index)
        number = item_number(item)
        if number not in self._known:
            self._known[number] = self._read(index)
        return self._known[number]

    def _read(self, index: int) -> _Setting:
        angle, matrix = pdfium.FPDFText_GetCharAngle(self._raw, index), self._matrix
        pdfium.FPDFText_GetMatrix(self._raw, index, matrix)
        size = pdfium.FPDFText_GetFontSize(self._raw, index)
        em, mirrored = size * math.hypot(matrix.c, matrix.d), matrix.a * matrix.d < matrix.b * matrix.c
        return _Setting(angle, *_turn(angle, self._rotation), float(em), bool(mirrored))


class _Boxes:
    """Boxes of characters on the seen page. PDFium knows them for every index there is."""

    def __init__(self, raw: pdfium.FPDF_TEXTPAGE, geometry: Geometry) -> None:
        self._raw = raw
        self._geometry = geometry
        self._loose = pdfium.FS_RECTF()
        self._sides = [ctypes.c_double() for _ in range(4)]

    def full(self, index: int, how: _Setting, origin: Origin, *, inked: bool) -> Box:
        """The width of the advance, from ascender to descender.

        At least what the font says of itself where it is not known what is ``inked``.
        """
        rect = self._loose
        pdfium.FPDFText_GetLooseCharBox(self._raw, index, rect)
        left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
        if not how.slanted and 0 < how.em <= LARGEST_EM:
            x, y = origin
            # of the way from baseline to ascender
            along, up = math.sin(how.angle) * how.em, math.cos(how.angle) * how.em
            ends = (y + up * ASCENT, y - up * DESCENT)
            sides = (x + along * ASCENT, x - along * DESCENT)
            if abs(up) > abs(along):
                bottom, top = _span(*ends) if inked else _span(*ends, bottom, top)
            else:
                left, right = _span(*sides) if inked else _span(*sides, left, right)
        return self._geometry.box(left, bottom, right, top)

    def tight(self, index: int) -> Box:
        """The glyph's own outline."""
        left, right, bottom, top = self._sides
        pdfium.FPDFText_GetCharBox(self._raw, index, left, right, bottom, top)
        return self._geometry.box(left.value, bottom.value, right.value, top.value)
