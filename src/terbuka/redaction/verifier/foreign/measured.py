"""The lines of a foreign PDF's page to the hundredth of a point: its letters, the gaps between them, and what
is drawn in the gaps."""

import ctypes
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

SAME_LINE = 0.15
"""Ems between the baselines of letters of one line."""
WIDE = 1.6
"""Ems of a gap in which a word may have stood; the widest space of justified text is narrower."""
TOUCHING = 0.2
"""Ems between two letters of one word, at most."""
KERN = 0.004
"""Ems by which the distance of a pair differs from that of the others, at least; files round by less."""
UPRIGHT = 0.999
"""Cosine of the angle between a line and the next side of the page, at least."""
CORNERS = 6
"""Segments of a box."""
DEEPEST = 4
DARK, LIGHT = 90, 250
"""Of 255; brightness up to which a bar hides, and from which on it is a patch of paper."""
LOW = 2.5
"""Points; what is as low as that is a rule to write on."""
INVISIBLE = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)


class Face(NamedTuple):
    """How letters of one text object are set: ``em`` along the line, ``way``: the direction of the line."""

    font: Any
    em: float
    way: tuple[int, int]

    @property
    def key(self) -> int:
        """Tells fonts apart."""
        return ctypes.addressof(self.font.contents)

    @property
    def name(self) -> str:
        """As the file calls it."""
        length = pdfium.FPDFFont_GetBaseFontName(self.font, None, 0)
        name = ctypes.create_string_buffer(length)
        pdfium.FPDFFont_GetBaseFontName(self.font, name, length)
        return name.value.decode("utf-8", "replace")


class Letter(NamedTuple):
    """One letter. ``start``, ``end``: where its advance begins and ends along the line, in points."""

    text: str
    start: float
    end: float
    base: float
    face: Face


class Mark(NamedTuple):
    """A drawn box, as seen along the lines of ``way`` 0 (upright)."""

    left: float
    bottom: float
    right: float
    top: float
    shade: int

    def laid(self, way: tuple[int, int]) -> "Mark":
        """The same for lines that run another way."""
        corners = [_along(x, y, way) for x in (self.left, self.right) for y in (self.bottom, self.top)]
        across = sorted(x for x, _ in corners)
        up = sorted(y for _, y in corners)
        return Mark(across[0], up[0], across[-1], up[-1], self.shade)


@dataclass(frozen=True)
class Line:
    """The letters of one baseline without the spaces, in order."""

    letters: list[Letter]

    @property
    def tracking(self) -> float:
        """What is between two letters of a word, beside their advance."""
        steps = [two.start - one.end for one, two in pairwise(self.letters)]
        within = [step for step in steps if abs(step) < TOUCHING * self.letters[0].face.em]
        return median(within) if within else 0.0

    @property
    def is_kerned(self) -> bool:
        """Whether pairs of letters have distances of their own, which a sum of advances does not know."""
        steps = [two.start - one.end for one, two in pairwise(self.letters)]
        em, usual = self.letters[0].face.em, self.tracking
        return any(KERN * em < abs(step - usual) < TOUCHING * em for step in steps)


class Gap(NamedTuple):
    """What lies between two letters of a line."""

    line: Line
    before: Letter
    after: Letter

    @property
    def width(self) -> float:
        return self.after.start - self.before.end

    @property
    def em(self) -> float:
        return self.before.face.em


@dataclass(frozen=True)
class Page:
    """A page as it is measured.

    ``marks``: its filled boxes; ``rules``: its thin lines, and its fields; ``pictures``: what else stands
    on it.
    """

    lines: list[Line]
    marks: list[Mark]
    rules: list[Mark]
    pictures: list[Mark]


def measured_pages(data: bytes) -> Iterator[tuple[int, Page]]:
    """The pages of a PDF with their numbers, but those that cannot be opened; ``pdf_covered`` tells them."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return
    try:
        for index in range(len(document)):
            with suppress(pypdfium2.PdfiumError):
                page = document[index]
                yield index + 1, measured(page)
                page.close()
    finally:
        document.close()


def measured(page: pypdfium2.PdfPage) -> Page:
    """The lines and boxes of a page."""
    marks = list(_marks(page))
    rules = [mark for mark in marks if min(mark.right - mark.left, mark.top - mark.bottom) <= LOW]
    return Page(
        list(_lines(list(_letters(page)))),
        [mark for mark in marks if mark not in rules],
        [*rules, *_fields(page)],
        [
            _mark(item.get_bounds(), item.container, LIGHT)
            for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=DEEPEST)
        ],
    )


def gaps(line: Line, letters: list[Letter]) -> Iterator[Gap]:
    """The wide gaps between ``letters``, which are the line's or some of them."""
    for before, after in pairwise(letters):
        if after.start - before.end >= WIDE * before.face.em:
            yield Gap(line, before, after)


def _letters(page: pypdfium2.PdfPage) -> Iterator[Letter]:
    text_page = page.get_textpage()
    try:
        faces: dict[int, Face | None] = {}
        for index in range(text_page.count_chars()):
            if pdfium.FPDFText_IsGenerated(text_page.raw, index) == 1:
                continue
            face = _face_at(text_page.raw, index, faces)
            if face is not None:
                yield _letter(text_page.raw, index, face)
    finally:
        text_page.close()


def _face_at(raw: Any, index: int, faces: dict[int, Face | None]) -> Face | None:
    """How the letter is set; None where nobody sees it or its line runs askew."""
    item = pdfium.FPDFText_GetTextObject(raw, index)
    address = ctypes.addressof(item.contents) if item else 0
    if address not in faces:
        faces[address] = _face(raw, index, item) if item else None
    return faces[address]


def _face(raw: Any, index: int, item: Any) -> Face | None:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(raw, index, matrix)
    length = (matrix.a**2 + matrix.b**2) ** 0.5
    size = pdfium.FPDFText_GetFontSize(raw, index)
    if pdfium.FPDFTextObj_GetTextRenderMode(item) in INVISIBLE or length * size <= 0:
        return None
    if max(abs(matrix.a), abs(matrix.b)) < UPRIGHT * length:
        return None
    return Face(
        pdfium.FPDFTextObj_GetFont(item),
        length * size,
        (round(matrix.a / length), round(matrix.b / length)),
    )


def _letter(raw: Any, index: int, face: Face) -> Letter:
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
    pdfium.FPDFText_GetLooseCharBox(raw, index, box)
    start, base = _along(x.value, y.value, face.way)
    end = max(_along(*corner, face.way)[0] for corner in ((box.left, box.bottom), (box.right, box.top)))
    code = pdfium.FPDFText_GetUnicode(raw, index)
    return Letter(chr(code), start, end, base, face)


def _along(x: float, y: float, way: tuple[int, int]) -> tuple[float, float]:
    """(place along a line that runs this way, height of its baseline)."""
    return x * way[0] + y * way[1], y * way[0] - x * way[1]


def _lines(letters: list[Letter]) -> Iterator[Line]:
    letters.sort(key=lambda letter: (letter.face.way, letter.base))
    row: list[Letter] = []
    for letter in letters:
        if row and not _is_beside(row[-1], letter):
            yield from _line(row)
            row = []
        row.append(letter)
    yield from _line(row)


def _is_beside(one: Letter, other: Letter) -> bool:
    return one.face.way == other.face.way and other.base - one.base <= SAME_LINE * one.face.em


def _line(row: list[Letter]) -> Iterator[Line]:
    row.sort(key=lambda letter: letter.start)
    shown = [letter for letter in row if not letter.text.isspace()]
    if shown:
        yield Line(shown)


def _marks(page: pypdfium2.PdfPage) -> Iterator[Mark]:
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=DEEPEST):
        segments = pdfium.FPDFPath_CountSegments(item)
        if 2 <= segments <= CORNERS and (shade := _shade(item, segments)) is not None:
            yield _mark(item.get_bounds(), item.container, shade)


def _shade(item: Any, segments: int) -> int | None:
    """Of 255, how bright a box or a thick line is; None where nothing is filled."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    frame = _bright(pdfium.FPDFPageObj_GetStrokeColor, item) if stroke.value else None
    if not fill.value:
        return frame if segments == 2 else None
    shade = _bright(pdfium.FPDFPageObj_GetFillColor, item)
    is_field = shade is not None and shade >= LIGHT and frame is not None and frame < LIGHT
    return None if is_field else shade


def _bright(ask: Any, item: Any) -> int | None:
    """Of 255; None where it is not seen."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    ask(item, red, green, blue, alpha)
    return round(0.3 * red.value + 0.59 * green.value + 0.11 * blue.value) if alpha.value else None


def _mark(bounds: tuple[float, float, float, float], container: Any, shade: int) -> Mark:
    left, bottom, right, top = bounds
    corners = [(left, bottom), (right, bottom), (left, top), (right, top)]
    while container is not None:
        matrix = container.get_matrix()
        corners = [matrix.on_point(*corner) for corner in corners]
        container = container.container
    across, up = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    return Mark(across[0], up[0], across[-1], up[-1], shade)


def _fields(page: pypdfium2.PdfPage) -> Iterator[Mark]:
    """Where something is to be filled in."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note, box = pdfium.FPDFPage_GetAnnot(page, index), pdfium.FS_RECTF()
        if pdfium.FPDFAnnot_GetSubtype(note) == pdfium.FPDF_ANNOT_WIDGET:
            pdfium.FPDFAnnot_GetRect(note, box)
            yield Mark(box.left, box.bottom, box.right, box.top, LIGHT)
        pdfium.FPDFPage_CloseAnnot(note)
