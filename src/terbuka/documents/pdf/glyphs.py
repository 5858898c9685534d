"""Which glyph of which font stands where, whatever the font says that it means.

PDFium tells the meaning of a character and not its code. So it is given a twin of the file, in which the
fonts say of every code nothing but the code, and asked once more.
"""

import ctypes
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from functools import cached_property

import pikepdf
import pypdfium2.raw as pdfium
from pikepdf import Dictionary, Name

from terbuka.documents.pdf.pages import Pdf, SeenPage
from terbuka.errors import TerbukaError

Origin = tuple[float, float]
"""Where a glyph begins, in the units of the page."""
Glyph = tuple[int, int]
"""Its font and its code: the same outline wherever it stands."""

RANGES = ((0xE000, 0xF8FF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3))
"""Characters that PDFium leaves as they are: the codes in the twin."""
BLOCK = 100
"""Ranges in one block of a map, at most."""
FOREIGN = ("/XRef", "/ObjStm", "/Metadata", "/EmbeddedFile")
ACTUAL_TEXT, NOTHING = b"/ActualText", b"/ActualNone"


class Glyphs:
    """The glyphs of a PDF. Nothing is known of those in a file that cannot be rewritten."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._roster = ExitStack()
        self._fonts: dict[int, pdfium.FPDF_FONT] = {}

    def on_page(self, number: int, told: Iterable[Origin]) -> dict[Origin, tuple[Glyph, ...]]:
        """The glyphs of page ``number`` by where they begin.

        ``told``: where the file's own text has characters. A glyph between them belongs to the one before
        it: text that is said to stand for several glyphs (``ActualText``) is told at the first of them.
        """
        if self._twin is None:
            return {}
        found: dict[Origin, tuple[Glyph, ...]] = {}
        known, at = set(told), None
        with suppress(TerbukaError), self._twin.page(number) as page:
            for origin, glyph in self._read(page):
                at = origin if origin in known or at is None else at
                found[at] = (*found.get(at, ()), glyph)
        return found

    def _read(self, page: SeenPage) -> Iterator[tuple[Origin, Glyph]]:
        text = page.raw.get_textpage()
        try:
            x, y = ctypes.c_double(), ctypes.c_double()
            for index in range(text.count_chars()):
                code = _code(pdfium.FPDFText_GetUnicode(text.raw, index))
                if code is not None and pdfium.FPDFText_IsGenerated(text.raw, index) == 0:
                    pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
                    yield (x.value, y.value), (self._font(text.raw, index), code)
        finally:
            text.close()

    def _font(self, text: pdfium.FPDF_TEXTPAGE, index: int) -> int:
        font = pdfium.FPDFTextObj_GetFont(pdfium.FPDFText_GetTextObject(text, index))
        address = ctypes.addressof(font.contents) if font else 0
        self._fonts[address] = font
        return address

    def text(self, font: int, codes: Sequence[int], size: float) -> pdfium.FPDF_PAGEOBJECT | None:
        """These codes set in a font of the file, at the origin; for a page made by ``add_page``."""
        item = pdfium.FPDFPageObj_CreateTextObj(self._raw, self._fonts[font], size)
        if item and pdfium.FPDFText_SetCharcodes(item, (ctypes.c_uint32 * len(codes))(*codes), len(codes)):
            return item
        return None

    def add_page(self, width: float, height: float) -> pdfium.FPDF_PAGE:
        """An empty page to set glyphs on; give it back to ``take_away``."""
        return pdfium.FPDFPage_New(self._raw, pdfium.FPDF_GetPageCount(self._raw), width, height)

    def take_away(self, page: pdfium.FPDF_PAGE) -> None:
        """Forget a page made by ``add_page``."""
        pdfium.FPDF_ClosePage(page)
        pdfium.FPDFPage_Delete(self._raw, pdfium.FPDF_GetPageCount(self._raw) - 1)

    @property
    def _raw(self) -> pdfium.FPDF_DOCUMENT:
        assert self._twin is not None, "a glyph is known only of a file that has a twin"
        return self._twin.raw

    @cached_property
    def _twin(self) -> Pdf | None:
        with suppress(pikepdf.PdfError, TerbukaError, ValueError, TypeError, RuntimeError, RecursionError):
            twin = Pdf(_twin(self._data))
            # fonts that are in use stay where they are, so that no two are taken for one
            self._roster.enter_context(twin.page(len(twin))).raw.get_textpage()
            return twin
        return None


def _code(character: int) -> int | None:
    before = 0
    for first, last in RANGES:
        if first <= character <= last:
            return before + character - first
        before += last - first + 1
    return None


def _twin(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        narrow, wide = (pdf.make_stream(_meaning(last)) for last in (0xFF, 0xFFFF))
        fonts = []
        for item in pdf.objects:
            if isinstance(item, pikepdf.Stream):
                _strip(item)
            for font in _fonts(item):
                font.ToUnicode = wide if font.get("/Subtype") == Name.Type0 else narrow
                fonts.append(font)
        _add_roster(pdf, fonts)
        twin = io.BytesIO()
        pdf.save(twin, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
        return twin.getvalue()


def _strip(stream: pikepdf.Stream) -> None:
    """Take away what is not text, and what takes the place of text."""
    if stream.get("/Subtype") == Name.Image:
        stream.write(b"")
    elif stream.get("/Type") not in FOREIGN and "/Length1" not in stream:
        with suppress(pikepdf.PdfError):
            content = stream.read_bytes()
            if ACTUAL_TEXT in content:
                stream.write(content.replace(ACTUAL_TEXT, NOTHING))


def _fonts(item: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The fonts an object is or names itself, and not only by reference; its properties lose their text."""
    if not isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
        return
    if "/ActualText" in item:
        del item["/ActualText"]
    if item.get("/Type") == Name.Font:
        if item.get("/Subtype") not in (Name.CIDFontType0, Name.CIDFontType2):
            yield item
        return
    for key in ("/Resources", "/DR", "/Font", "/Properties"):
        inner = item.get(key)
        if isinstance(inner, pikepdf.Dictionary) and not inner.is_indirect:
            yield from _fonts(inner)
            if key in ("/Font", "/Properties"):
                for name in list(inner.keys()):
                    if not inner[name].is_indirect:
                        yield from _fonts(inner[name])


def _meaning(last: int) -> bytes:
    """A map that says of every code up to ``last`` which one it is."""
    rows = list(_rows(last))
    blocks = [
        f"{len(rows[at : at + BLOCK])} beginbfrange\n" + "\n".join(rows[at : at + BLOCK]) + "\nendbfrange"
        for at in range(0, len(rows), BLOCK)
    ]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CMapName /Codes def /CMapType 2 def",
            "1 begincodespacerange <0000> <ffff> endcodespacerange",
            *blocks,
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    ).encode()


def _rows(last: int) -> Iterator[str]:
    code = 0
    for first, end in RANGES:
        while first <= end and code <= last:
            step = min(0x100 - code % 0x100, 0x100 - first % 0x100, end - first + 1)
            yield f"<{code:04x}> <{code + step - 1:04x}> <{first:04x}>"
            code, first = code + step, first + step


def _add_roster(pdf: pikepdf.Pdf, fonts: list[pikepdf.Object]) -> None:
    """A last page that shows a glyph of every font."""
    page = pdf.add_blank_page(page_size=(100, 100)).obj
    page.Resources = Dictionary(Font=Dictionary({f"/F{at}": font for at, font in enumerate(fonts)}))
    shown = "".join(f"/F{at} 1 Tf <0001> Tj " for at in range(len(fonts)))
    page.Contents = pdf.make_stream(f"BT {shown} ET".encode())
