"""A PDF's pages in one geometry for everybody: crop box, rotation, user unit, annotations flattened.

The words, the pictures for OCR and the pictures the public copy is painted on all come through
``Pdf.page`` and ``render``, so a box means the same place everywhere.
"""

import ctypes
import io
import math
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from terbuka.documents.model import Box
from terbuka.documents.pdf.tiles import tiled_pages
from terbuka.errors import LimitExceeded, UnreadableFile
from terbuka.language import N_

MOST_PAGES = 5000
MOST_PIXELS = 20_000_000
"""A larger picture is drawn at a lower resolution: a page of 5 m must not take gigabytes."""
POINTS_PER_INCH = 72.0
TILED_DPI = 300.0
"""At which a page with tiles is always drawn, as they stand elsewhere at another resolution."""
PHASE = 0.27
"""Of a pixel, where a part begins: not where a hair's breadth decides which pixel a letter falls into."""

DAMAGED = N_("Berkas PDF rusak atau terpotong. Minta berkas yang utuh, lalu coba lagi.")
LOCKED = N_("Berkas dikunci dengan kata sandi. Buka kuncinya, simpan tanpa kata sandi, lalu coba lagi.")


@dataclass(frozen=True, slots=True)
class Geometry:
    """From PDF page space (origin anywhere, y up, unturned) to the page a reader sees.

    ``rotation`` is clockwise in degrees; ``unit`` is the length of one user-space unit in points.
    """

    left: float
    bottom: float
    right: float
    top: float
    rotation: int
    unit: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        width, height = (self.right - self.left) * self.unit, (self.top - self.bottom) * self.unit
        return (height, width) if self.rotation in (90, 270) else (width, height)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The rectangle in points from the top left of the seen page."""
        match self.rotation:
            case 90:
                sides = (bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
            case 180:
                sides = (self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
            case 270:
                sides = (self.top - top, self.right - right, self.top - bottom, self.right - left)
            case _:
                sides = (left - self.left, self.top - top, right - self.left, self.top - bottom)
        unit, (x0, y0, x1, y1) = self.unit, sides
        return Box(x0 * unit, y0 * unit, x1 * unit, y1 * unit)

    def way(self, x: float, y: float) -> tuple[float, float]:
        """A direction on the page as it goes on the seen page, in points, y still upwards."""
        for _ in range(self.rotation // 90):
            x, y = y, -x
        return x * self.unit, y * self.unit


@dataclass(frozen=True, slots=True)
class SeenPage:
    """One loaded page with its annotations and form fields flattened into it. ``tiled``: see ``tiles``."""

    raw: pypdfium2.PdfPage
    geometry: Geometry
    tiled: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points as a reader sees them."""
        return self.geometry.size


def item_number(item: pdfium.FPDF_PAGEOBJECT) -> int:
    """What tells an object of a loaded page from the others."""
    return ctypes.addressof(item.contents)


class Pdf:
    """An open PDF. Pages count from 1."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._flattened: set[int] = set()
        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            locked = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
            raise UnreadableFile(LOCKED if locked else DAMAGED) from None
        self._document.init_forms()
        if len(self) > MOST_PAGES:
            raise LimitExceeded(
                N_("Dokumen ini %(pages)d halaman; paling banyak %(most)d. Bagi menjadi beberapa berkas."),
                pages=len(self),
                most=MOST_PAGES,
            )

    def __len__(self) -> int:
        return len(self._document)

    @property
    def raw(self) -> pdfium.FPDF_DOCUMENT:
        """PDFium's own document."""
        return self._document.raw

    @contextmanager
    def page(self, number: int) -> Iterator[SeenPage]:
        """The page, loaded for the time of the block. Raises ``UnreadableFile`` when it is damaged."""
        try:
            raw = self._load(number - 1)
            geometry = self._geometry(raw, number)
        except pypdfium2.PdfiumError:
            raise UnreadableFile(
                N_("Halaman %(page)d rusak. Minta berkas yang utuh, lalu coba lagi."), page=number
            ) from None
        try:
            yield SeenPage(raw, geometry, number in self._tiled)
        finally:
            raw.close()

    def _load(self, index: int) -> pypdfium2.PdfPage:
        page = self._document[index]
        if index not in self._flattened and pdfium.FPDFPage_GetAnnotCount(page) > 0:
            # what is printed over the page is part of what a reader sees; print leaves pop-ups out
            pdfium.FPDFPage_Flatten(page, pdfium.FLAT_PRINT)
            page.close()
            page = self._document[index]
        self._flattened.add(index)
        return page

    def _geometry(self, page: pypdfium2.PdfPage, number: int) -> Geometry:
        left, bottom, right, top = page.get_bbox()
        if right - left <= 0 or top - bottom <= 0:
            raise pypdfium2.PdfiumError("a page without area")
        return Geometry(left, bottom, right, top, page.get_rotation(), self._units.get(number, 1.0))

    @cached_property
    def _tiled(self) -> frozenset[int]:
        return tiled_pages(self._data)

    @cached_property
    def _units(self) -> dict[int, float]:
        """User units that are not 1, by page (PDFium does not tell them)."""
        if b"UserUnit" not in self._data and b"/ObjStm" not in self._data:
            return {}
        import pikepdf

        units = {}
        with (
            suppress(pikepdf.PdfError, ValueError, TypeError, RuntimeError),
            pikepdf.open(io.BytesIO(self._data)) as document,
        ):
            for number, page in enumerate(document.pages, 1):
                unit = float(page.obj.get("/UserUnit", 1))
                if unit != 1 and 0 < unit < 1000:
                    units[number] = unit
        return units


def open_pdf(path: Path) -> Pdf:
    """Open the PDF at ``path``. Raises ``UnreadableFile`` when it is damaged or locked."""
    return Pdf(path.read_bytes())


def page_picture(pdf: Pdf, number: int, dpi: float) -> Image.Image:
    """The page (counting from 1) as a reader sees it, RGB, at ``dpi`` or less (``MOST_PIXELS``)."""
    with pdf.page(number) as page:
        return render(page, dpi)


def render(page: SeenPage, dpi: float) -> Image.Image:
    """Draw a loaded page, RGB on white."""
    scale = page_scale(page, dpi)
    if not page.tiled:
        return _drawn(page, scale)
    finest = page_scale(page, TILED_DPI)
    picture = _drawn(page, finest)
    size = [math.ceil(side * scale) for side in page.size]
    across, down = (min(far / scale * finest, most) for far, most in zip(size, picture.size, strict=True))
    return picture.resize((size[0], size[1]), Image.Resampling.LANCZOS, box=(0, 0, across, down))


def _drawn(page: SeenPage, scale: float) -> Image.Image:
    # PDFium knows nothing of user units: its own size of the page times ``unit`` is ours
    bitmap = page.raw.render(
        scale=scale * page.geometry.unit, may_draw_forms=False, draw_annots=False, rev_byteorder=True
    )
    try:
        picture: Image.Image = bitmap.to_pil()
        return picture.convert("RGB")
    finally:
        bitmap.close()


def page_scale(page: SeenPage, dpi: float) -> float:
    """Pixels to a point at ``dpi``, or at what the page can be drawn."""
    return drawable_dpi(*page.size, dpi) / POINTS_PER_INCH


def render_part(page: SeenPage, box: Box, scale: float) -> Image.Image:
    """What stands in ``box``, ``scale`` pixels to a point, RGB on white.

    The box begins at the same fraction of a pixel wherever it lies: the same word gives the same picture.
    """
    width, height = (math.ceil(side * scale) + 1 for side in (box.width, box.height))
    bitmap = pdfium.FPDFBitmap_Create(width, height, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        left, top = (PHASE - side * scale for side in (box.x0, box.y0))
        zoom = scale * page.geometry.unit
        matrix = pdfium.FS_MATRIX(zoom, 0, 0, zoom, left, top)
        whole = pdfium.FS_RECTF(0, 0, width, height)
        pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, page.raw.raw, matrix, whole, 0)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
        return Image.frombuffer("RGBX", (width, height), data, "raw", "BGRX", stride, 1).convert("RGB")
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def drawable_dpi(width: float, height: float, dpi: float) -> float:
    """The resolution at which a page of this size (points) stays within ``MOST_PIXELS``."""
    inches = (width / POINTS_PER_INCH) * (height / POINTS_PER_INCH)
    return min(dpi, math.sqrt(MOST_PIXELS / inches))
