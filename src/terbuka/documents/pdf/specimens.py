"""Words set anew from the glyphs that stand on the pages, black on white, one below the other.

What lies over a word on its page, its colour and its slant play no part: a glyph looks the same everywhere.
"""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby

import pypdfium2.raw as pdfium
from PIL import Image

from terbuka.documents.lines import LooseWord
from terbuka.documents.pdf.glyphs import Glyph, Glyphs
from terbuka.documents.pdf.pages import POINTS_PER_INCH

SHEET_DPI = 300.0
"""As which a sheet is read: words 48 pixels high are of 11 point type."""
MARGIN, WIDTH = 24, 800
"""Pixels: around a word on the sheet, of the sheet."""
BASELINE = 0.24
"""Of the height of a word, from below."""
APART, SPACED = 0.05, 0.4
"""Of the height, between two fonts in one word, and between signs that stand apart."""
CELL = 64
"""Pixels a side of the picture of one glyph."""
INKED = 200


@dataclass(frozen=True, slots=True)
class Specimen:
    """A word. ``size``: of its type in terms of its height. ``spaced``: its signs stand apart."""

    glyphs: tuple[Glyph, ...]
    size: float
    spaced: bool = False


def set_sheet(glyphs: Glyphs, specimens: Sequence[Specimen], high: int) -> Image.Image:
    """The words one below the other, each ``high`` pixels."""
    row = high + MARGIN
    with _paper(glyphs, WIDTH, row * len(specimens) + MARGIN) as paper:
        for at, specimen in enumerate(specimens):
            paper.set(specimen, high, MARGIN, row * (len(specimens) - at) - high + BASELINE * high)
        return paper.picture()


def is_blank(glyphs: Glyphs, glyph: Glyph) -> bool:
    """Whether nothing is to be seen of a glyph."""
    with _paper(glyphs, CELL, CELL) as paper:
        paper.set(Specimen((glyph,), 1.0), CELL // 2, CELL // 4, CELL // 4)
        return paper.picture().getextrema()[0] > INKED  # type: ignore[operator]


def by_row(words: Iterable[LooseWord], rows: int, high: int) -> list[list[LooseWord]]:
    """What was read in each row of a sheet."""
    read: list[list[LooseWord]] = [[] for _ in range(rows)]
    for word in words:
        middle = (word.box.y0 + word.box.y1) / 2 * SHEET_DPI / POINTS_PER_INCH
        row = int((middle - MARGIN / 2) // (high + MARGIN))
        read[max(0, min(row, rows - 1))].append(word)
    return read


class _Paper:
    """An empty page of the twin, one point a pixel."""

    def __init__(self, glyphs: Glyphs, page: pdfium.FPDF_PAGE, width: int, height: int) -> None:
        self._glyphs, self._page = glyphs, page
        self._width, self._height = width, height

    def set(self, specimen: Specimen, high: int, x: float, y: float) -> None:
        """Set a word on the baseline ``y`` (from below); one that is too long is made narrower."""
        start = x
        items = []
        for font, codes in _pieces(specimen):
            item = self._glyphs.text(font, codes, specimen.size * high)
            if item is None:
                continue
            pdfium.FPDFPageObj_Transform(item, 1, 0, 0, 1, x, y)
            items.append(item)
            x = max(x, _right(item)) + (SPACED if specimen.spaced else APART) * high
        room = self._width - start - MARGIN / 2
        narrower = min(1.0, room / max(1.0, x - start))
        for item in items:
            if narrower < 1:
                pdfium.FPDFPageObj_Transform(item, narrower, 0, 0, 1, start * (1 - narrower), 0)
            pdfium.FPDFPage_InsertObject(self._page, item)

    def picture(self) -> Image.Image:
        bitmap = pdfium.FPDFBitmap_Create(self._width, self._height, 0)
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, self._width, self._height, 0xFFFFFFFF)
            pdfium.FPDF_RenderPageBitmap(bitmap, self._page, 0, 0, self._width, self._height, 0, 0)
            stride = pdfium.FPDFBitmap_GetStride(bitmap)
            data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * self._height)
            size = self._width, self._height
            return Image.frombuffer("RGBX", size, data, "raw", "BGRX", stride, 1).convert("L")
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)


def _pieces(specimen: Specimen) -> Iterator[tuple[int, list[int]]]:
    """What is set at once: the glyphs of one font, or one glyph."""
    if specimen.spaced:
        yield from ((font, [code]) for font, code in specimen.glyphs)
        return
    for font, run in groupby(specimen.glyphs, key=lambda glyph: glyph[0]):
        yield font, [code for _, code in run]


@contextmanager
def _paper(glyphs: Glyphs, width: int, height: int) -> Iterator[_Paper]:
    page = glyphs.add_page(width, height)
    try:
        yield _Paper(glyphs, page, width, height)
    finally:
        glyphs.take_away(page)


def _right(item: pdfium.FPDF_PAGEOBJECT) -> float:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    return right.value
