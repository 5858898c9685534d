"""Where on a page something is drawn that may hold writing: images, and text turned into outlines."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from ctypes import c_float
from functools import reduce

import pypdfium2.raw as pdfium

from terbuka.documents.model import Box
from terbuka.documents.pdf.pages import SeenPage

LEAST_AREA = 400.0
"""Square points of an image: a pasted line of a few words, no bullet."""
CORNERS = 7
"""Segments of a path from which on it is more than a line or a box."""
LEAST_CORNERS = 60
"""Segments in all such paths together: a word or two in outlines, no arrow."""
SMALL = 45.0
"""Points a side at most of a piece of a letter that is drawn of many."""
TILE, CROWD, SPREAD = 12.0, 8, 2.0
"""Points a side of a tile; pieces in it, and points along and across that they fill, from which on they may
be letters: the dots of a line are as many, and the lines of a table are not.
"""
DEEPEST = 16
MOST_OBJECTS = 100_000


def grainy(page: SeenPage) -> list[Box]:
    """Where the images of the page are: what else it draws has no noise."""
    return [
        _box(item, page) for item in _objects(page.raw.raw) if _kind(item, 0)[0] == pdfium.FPDF_PAGEOBJ_IMAGE
    ]


def drawn_area(page: SeenPage) -> Box | None:
    """The box around all images and outlines of the page, in points; None when there are none."""
    if pdfium.FPDFPage_CountObjects(page.raw.raw) > MOST_OBJECTS:
        return Box(0.0, 0.0, *page.size)
    boxes: list[Box] = []
    outlines: list[Box] = []
    pieces: list[Box] = []
    corners = 0
    for item in _objects(page.raw.raw):
        kind, count = _kind(item, 0)
        box = _box(item, page)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE and box.width * box.height >= LEAST_AREA:
            boxes.append(box)
        corners += count
        outlines += [box] if count else []
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            pieces.append(box)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and _is_crowded(item, 0):
            boxes.append(box)
    boxes += crowds(pieces)
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


def crowds(boxes: Iterable[Box]) -> Iterator[Box]:
    """Where many small pieces lie as close together as those that a letter may be drawn of."""
    tiles: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)
    for box in boxes:
        if max(box.width, box.height) <= SMALL:
            tiles[int((box.x0 + box.x1) / 2 // TILE), int((box.y0 + box.y1) / 2 // TILE)].append(box)
    for members in tiles.values():
        around = reduce(Box.joined, members)
        if len(members) >= CROWD and min(around.width, around.height) >= SPREAD:
            yield around


def _is_crowded(form: pdfium.FPDF_PAGEOBJECT, depth: int) -> bool:
    """Whether a form holds such pieces, in units of its own."""
    pieces = []
    for index in range(min(MOST_OBJECTS, pdfium.FPDFFormObj_CountObjects(form))):
        item = pdfium.FPDFFormObj_GetObject(form, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            left, bottom, right, top = _bounds(item)
            pieces.append(Box(left, bottom, right, top))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST and _is_crowded(item, depth + 1):
            return True
    return any(crowds(pieces))


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
    return page.geometry.box(*_bounds(item))


def _bounds(item: pdfium.FPDF_PAGEOBJECT) -> tuple[float, float, float, float]:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value
