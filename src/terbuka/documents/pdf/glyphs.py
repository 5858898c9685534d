"""Which glyph of which font stands where, whatever the font says that it means.

PDFium tells the meaning of a character and not its code. So it is given a twin of the file, in which the
fonts say of every code nothing but the code, and asked once more.
"""

import ctypes
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from functools import cached_property
from typing import NamedTuple

import pikepdf
import pypdfium2.raw as pdfium
from pikepdf import Dictionary, Name

from terbuka.documents.pdf.pages import Pdf, SeenPage, item_number
from terbuka.errors import TerbukaError

Origin = tuple[float, float]
"""Where a glyph begins, in the units of the page."""
Glyph = tuple[int, int]
"""Its font and its code: the same outline wherever it stands."""

RANGES = ((0xE000, 0xF8FF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3))
"""Characters that PDFium leaves as they are: the codes in the twin."""
UNKNOWN = 0x0100
"""From here on 256 characters that stand for no code. A code without any would fall back on what its font
says, which may be a character that stands for another code."""
BLOCK = 100
"""Ranges in one block of a map, at most."""
FOREIGN = ("/XRef", "/ObjStm", "/Metadata", "/EmbeddedFile")
ACTUAL_TEXT = re.compile(b"/" + b"".join(b"(?:%c|#%02x)" % (byte, byte) for byte in b"ActualText"), re.I)
"""Any byte of a name may be written as its number."""
NOTHING = b"/ActualNone"
THOUSANDTHS = 1000.0
KINDS = {
    pdfium.FPDF_SEGMENT_MOVETO: "move",
    pdfium.FPDF_SEGMENT_LINETO: "line",
    pdfium.FPDF_SEGMENT_BEZIERTO: "curve",
}
SHAPE = set(b"d0 d1 q Q cm w J j M d i ri m l c v y h re f F f* S s B B* b b* n W W*".split())
"""Operators of a drawn letter that has one colour and is all its own: it looks the same everywhere."""


class Step(NamedTuple):
    """Of an outline, in ems, y upwards: ``kind`` is ``move``, ``line`` or ``curve``, of which three points in
    a row make one; ``closes``: the shape ends here."""

    kind: str
    x: float
    y: float
    closes: bool


class Outline(NamedTuple):
    """The shape of a glyph, and its ``advance`` in ems."""

    steps: tuple[Step, ...]
    advance: float


class Glyphs:
    """The glyphs of a PDF. Nothing is known of those in a file that cannot be rewritten."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._roster = ExitStack()
        self._fonts: dict[int, pdfium.FPDF_FONT] = {}

    def on_page(self, number: int, told: Iterable[Origin]) -> dict[Origin, tuple[Glyph, ...]]:
        """The glyphs of page ``number`` by where they begin.

        ``told``: where the file's own text has characters. A glyph between them belongs to the one before
        it: text that is said to stand for several glyphs (``ActualText``) is told at the first of them. Those
        before the first character belong to it. Where one of them is not known, there are none.
        """
        if self._twin is None:
            return {}
        found: dict[Origin, list[Glyph | None]] = {}
        known, waiting = set(told), list[Glyph | None]()
        here = waiting
        with suppress(TerbukaError), self._twin.page(number) as page:
            for origin, glyph in self._read(page):
                if origin in known:
                    here = found.setdefault(origin, [] if found else waiting)
                here.append(glyph)
        return {at: () if None in glyphs else tuple(filter(None, glyphs)) for at, glyphs in found.items()}

    def _read(self, page: SeenPage) -> Iterator[tuple[Origin, Glyph | None]]:
        text = page.raw.get_textpage()
        fonts: dict[int, int] = {}
        try:
            x, y = ctypes.c_double(), ctypes.c_double()
            for index in range(text.count_chars()):
                if pdfium.FPDFText_IsGenerated(text.raw, index) == 0:
                    code = _code(pdfium.FPDFText_GetUnicode(text.raw, index))
                    pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
                    item = pdfium.FPDFText_GetTextObject(text.raw, index)
                    number = item_number(item)
                    if number not in fonts:  # all characters of a text object have one
                        fonts[number] = self._font(item)
                    yield (x.value, y.value), None if code is None else (fonts[number], code)
        finally:
            text.close()

    def _font(self, item: pdfium.FPDF_PAGEOBJECT) -> int:
        font = pdfium.FPDFTextObj_GetFont(item)
        address = ctypes.addressof(font.contents) if font else 0
        self._fonts[address] = font
        return address

    def text(self, font: int, codes: Sequence[int], size: float) -> pdfium.FPDF_PAGEOBJECT | None:
        """These codes set in a font of the file, at the origin; for a page made by ``add_page``."""
        item = pdfium.FPDFPageObj_CreateTextObj(self._raw, self._fonts[font], size)
        if item and pdfium.FPDFText_SetCharcodes(item, (ctypes.c_uint32 * len(codes))(*codes), len(codes)):
            return item
        return None

    def outline(self, glyph: Glyph) -> Outline:
        """What the glyph draws, and how far the next one stands behind it."""
        font, character = self._fonts[glyph[0]], _character(glyph[1])
        advance = ctypes.c_float()
        if not pdfium.FPDFFont_GetGlyphWidth(font, character, THOUSANDTHS, advance):
            return Outline((), 0.0)
        path = pdfium.FPDFFont_GetGlyphPath(font, character, 1.0)
        count = pdfium.FPDFGlyphPath_CountGlyphSegments(path) if path else 0
        steps = (pdfium.FPDFGlyphPath_GetGlyphPathSegment(path, index) for index in range(max(0, count)))
        return Outline(tuple(map(_step, steps)), advance.value / THOUSANDTHS)

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


def _character(code: int) -> int:
    """The character that a code has in the twin."""
    for first, last in RANGES:
        if code <= last - first:
            return first + code
        code -= last - first + 1
    raise ValueError("a code beyond all ranges")


def _step(segment: pdfium.FPDF_PATHSEGMENT) -> Step:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, x, y)
    kind = KINDS[pdfium.FPDFPathSegment_GetType(segment)]
    return Step(kind, x.value, y.value, bool(pdfium.FPDFPathSegment_GetClose(segment)))


def _code(character: int) -> int | None:
    before = 0
    for first, last in RANGES:
        if first <= character <= last:
            return before + character - first
        before += last - first + 1
    return None


def _twin(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts: dict[tuple[int, int], pikepdf.Object] = {}
        for item in pdf.objects:
            if isinstance(item, pikepdf.Stream):
                _strip(item)
            if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
                fonts.update((font.objgen, font) for font in _fonts(pdf, item))
        narrow, wide = (pdf.make_stream(_meaning(last)) for last in (0xFF, 0xFFFF))
        nothing = pdf.make_stream(_meaning(0xFF, ()))
        for font in fonts.values():
            composite, plain = font.get("/Subtype") == Name.Type0, _is_plain(font)
            font.ToUnicode = (wide if composite else narrow) if plain else nothing
        _add_roster(pdf, list(fonts.values()))
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
            if ACTUAL_TEXT.search(content):
                stream.write(ACTUAL_TEXT.sub(NOTHING, content))


def _fonts(pdf: pikepdf.Pdf, item: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The fonts an object names, each with a number of its own; its properties lose their text.

    Whatever stands where a font is expected is taken for one, as PDFium does.
    """
    if "/ActualText" in item:
        del item["/ActualText"]
    for inner in (item.get("/Resources"), item.get("/DR"), *_values(item.get("/Properties"))):
        if isinstance(inner, pikepdf.Dictionary) and not inner.is_indirect:
            yield from _fonts(pdf, inner)
    named = item.get("/Font")
    if isinstance(named, pikepdf.Dictionary):
        for name, font in list(named.items()):
            if isinstance(font, pikepdf.Dictionary):
                # one that has no number would be another at each place, and gone with its page
                named[name] = font if font.is_indirect else pdf.make_indirect(font)
                yield named[name]
    if item.get("/Type") == Name.Font and item.get("/Subtype") not in (Name.CIDFontType0, Name.CIDFontType2):
        yield item


def _values(item: pikepdf.Object | None) -> list[pikepdf.Object]:
    return [value for _, value in item.items()] if isinstance(item, pikepdf.Dictionary) else []


def _is_plain(font: pikepdf.Object) -> bool:
    """Whether the letters of a font look the same wherever they stand.

    A drawn letter (Type 3) may have colours, of which the paper under it shows one or the other, or
    pictures; in most such fonts it is a shape.
    """
    if font.get("/Subtype") != Name.Type3:
        return True
    drawn = font.get("/CharProcs")
    return isinstance(drawn, pikepdf.Dictionary) and all(map(_is_shape, _values(drawn)))


def _is_shape(letter: pikepdf.Object) -> bool:
    steps = pikepdf.parse_content_stream(letter)
    return all(
        step.iimage.image_mask
        if isinstance(step, pikepdf.ContentStreamInlineImage)
        else bytes(step.operator) in SHAPE
        for step in steps
    )


def _meaning(last: int, ranges: Iterable[tuple[int, int]] = RANGES) -> bytes:
    """A map that says of every code up to ``last`` which one it is."""
    rows = list(_rows(last, ranges))
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


def _rows(last: int, ranges: Iterable[tuple[int, int]]) -> Iterator[str]:
    code = 0
    for first, end in ranges:
        while first <= end and code <= last:
            step = min(0x100 - code % 0x100, 0x100 - first % 0x100, end - first + 1)
            yield f"<{code:04x}> <{code + step - 1:04x}> <{first:04x}>"
            code, first = code + step, first + step
    while code <= last:
        step = 0x100 - code % 0x100
        yield f"<{code:04x}> <{code + step - 1:04x}> <{UNKNOWN:04x}>"
        code += step


def _add_roster(pdf: pikepdf.Pdf, fonts: list[pikepdf.Object]) -> None:
    """A last page that shows a glyph of every font."""
    page = pdf.add_blank_page(page_size=(100, 100)).obj
    page.Resources = Dictionary(Font=Dictionary({f"/F{at}": font for at, font in enumerate(fonts)}))
    shown = "".join(f"/F{at} 1 Tf <0001> Tj " for at in range(len(fonts)))
    page.Contents = pdf.make_stream(f"BT {shown} ET".encode())
