"""Where on a page something is drawn that may hold writing: images, and text turned into outlines."""

from collections.abc import Iterator
from ctypes import c_float

import pypdfium2.raw as pdfium

from terbuka.documents.model import Box
from terbuka.documents.pdf.pages import SeenPage

LEAST_AREA = 400.0
"""Square points of an image: a pasted line of a few words, no bullet."""
CORNERS = 7
"""Segments of a path from which on it is more than a line or a box."""
LEAST_CORNERS = 60
"""Segments in all such paths together: a word or two in outlines, no arrow."""
DEEPEST = 16
MOST_OBJECTS = 100_000


def drawn_area(page: SeenPage) -> Box | None:
    """The box around all images and outlines of the page, in points; None when there are none."""
    boxes: list[Box] = []
    outlines: list[Box] = []
    corners = 0
    for item in _objects(page.raw.raw):
        kind, count = _kind(item, 0)
        box = _box(item, page)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE and box.width * box.height >= LEAST_AREA:
            boxes.append(box)
        corners += count
        outlines += [box] if count else []
    if corners >= LEAST_CORNERS:
        boxes += outlines
    if not boxes:
        return None
    area = boxes[0]
    for box in boxes[1:]:
        area = area.joined(box)
    return area


def _objects(page: pdfium.FPDF_PAGE) -> Iterator[pdfium.FPDF_PAGEOBJECT]:
    for index in range(min(MOST_OBJECTS, pdfium.FPDFPage_CountObjects(page))):
        yield pdfium.FPDFPage_GetObject(page, index)


def _kind(item: pdfium.FPDF_PAGEOBJECT, depth: int) -> tuple[int, int]:
    """What an object is, a form being what it holds; and the corners of its outlines."""
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        count = pdfium.FPDFPath_CountSegments(item)
        return kind, count if count >= CORNERS else 0
    if kind != pdfium.FPDF_PAGEOBJ_FORM or depth >= DEEPEST:
        return kind, 0
    corners = 0
    for index in range(min(MOST_OBJECTS, pdfium.FPDFFormObj_CountObjects(item))):
        inner, count = _kind(pdfium.FPDFFormObj_GetObject(item, index), depth + 1)
        corners += count
        if inner == pdfium.FPDF_PAGEOBJ_IMAGE:
            kind = inner
    return kind, corners


def _box(item: pdfium.FPDF_PAGEOBJECT, page: SeenPage) -> Box:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    return page.geometry.box(left.value, bottom.value, right.value, top.value)
