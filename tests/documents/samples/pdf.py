"""PDFs put together object by object, so that each holds exactly one peculiarity."""

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageFont

A4 = (595.0, 842.0)
Made = Callable[[pikepdf.Pdf], Any]
"""Makes an object that belongs to a PDF."""


@dataclass
class Sheet:
    """A page: what is drawn on it, its size in points, further keys of the page, its resources."""

    content: bytes = b""
    size: tuple[float, float] = A4
    keys: dict[str, Made] = field(default_factory=dict)
    images: dict[str, Image.Image] = field(default_factory=dict)
    fonts: dict[str, Made] = field(default_factory=dict)


def text_line(text: str, x: float, y: float, size: float = 12, font: str = "F", state: str = "") -> bytes:
    """Operators for a line of text, ``y`` from the bottom. ``state``: operators before it (``3 Tr``)."""
    shown = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return f"q {state} BT /{font} {size} Tf {x} {y} Td (".encode() + shown + b") Tj ET Q\n"


def text_sheet(lines: Sequence[str], *, size: tuple[float, float] = A4, points: float = 12) -> Sheet:
    """A page with these lines from the top, 72 points from the edges."""
    content = b"".join(
        text_line(line, 72, size[1] - 72 - number * points * 1.4, points) for number, line in enumerate(lines)
    )
    return Sheet(content, size)


def image_sheet(picture: Image.Image, *, size: tuple[float, float] = A4, over: bytes = b"") -> Sheet:
    """A page covered by a picture, with ``over`` drawn on it."""
    content = f"q {size[0]} 0 0 {size[1]} 0 0 cm /I Do Q\n".encode() + over
    return Sheet(content, size, images={"I": picture})


def helvetica(pdf: pikepdf.Pdf, to_unicode: bytes | None = None) -> pikepdf.Object:
    """A standard font; ``to_unicode`` may say that its letters mean others."""
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )
    if to_unicode is not None:
        font.ToUnicode = pdf.make_stream(to_unicode)
    return pdf.make_indirect(font)


def meaning(letters: dict[str, str]) -> bytes:
    """A ToUnicode map: what each shown character says it means."""
    pairs = "\n".join(f"<{ord(shown):02x}> <{ord(said):04x}>" for shown, said in letters.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CMapName /Sample def /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(letters)} beginbfchar\n{pairs}\nendbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end\n"
    ).encode()


def pdf(*sheets: Sheet, finish: Made | None = None, **save: Any) -> bytes:
    """A PDF of these pages; ``finish`` adds to the whole. ``save``: options of ``pikepdf.Pdf.save``."""
    document = pikepdf.new()
    for sheet in sheets:
        _add(document, sheet)
    if finish:
        finish(document)
    buffer = io.BytesIO()
    document.save(buffer, **{"fix_metadata_version": False, **save})
    return buffer.getvalue()


def _add(document: pikepdf.Pdf, sheet: Sheet) -> None:
    page = document.add_blank_page(page_size=sheet.size).obj
    fonts = {"F": helvetica, **sheet.fonts}
    page.Resources = Dictionary(
        Font=Dictionary({f"/{name}": make(document) for name, make in fonts.items()}),
        XObject=Dictionary(
            {f"/{name}": image_object(document, image) for name, image in sheet.images.items()}
        ),
    )
    page.Contents = document.make_stream(sheet.content)
    for key, make in sheet.keys.items():
        page[f"/{key}"] = make(document)


def image_object(document: pikepdf.Pdf, picture: Image.Image) -> pikepdf.Object:
    """The picture as an image object."""
    colour = picture.convert("RGB")
    return document.make_stream(
        colour.tobytes(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=colour.width,
        Height=colour.height,
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
    )


def appearance(document: pikepdf.Pdf, text: str, width: float = 150, height: float = 20) -> pikepdf.Object:
    """How an annotation looks: a line of text."""
    return document.make_stream(
        text_line(text, 2, 5, 12),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, width, height]),
        Resources=Dictionary(Font=Dictionary(F=helvetica(document))),
    )


def annotations(*made: Made) -> Made:
    """The value of a page's ``Annots``."""
    return lambda document: Array([document.make_indirect(make(document)) for make in made])


def free_text(text: str, x: float, y: float) -> Made:
    """A note typed onto the page, printed with it."""
    return lambda document: Dictionary(
        Type=Name.Annot,
        Subtype=Name.FreeText,
        Rect=Array([x, y, x + 150, y + 20]),
        F=4,
        Contents=String(text),
        AP=Dictionary(N=appearance(document, text)),
    )


def sticky_note(text: str, author: str) -> Made:
    """A comment that pops up and is not printed."""
    return lambda document: Dictionary(
        Type=Name.Annot,
        Subtype=Name.Text,
        Rect=Array([10, 10, 30, 30]),
        Contents=String(text),
        T=String(author),
    )


def text_field(name: str, value: str, x: float, y: float) -> Made:
    """A form field without an appearance of its own."""
    return lambda document: Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Tx,
        T=String(name),
        V=String(value),
        DA=String("/F 12 Tf 0 g"),
        Rect=Array([x, y, x + 150, y + 20]),
        F=4,
    )


def make_form(document: pikepdf.Pdf) -> None:
    """Declare the fields of all pages as the document's form."""
    fields = [a for page in document.pages for a in page.obj.get("/Annots", []) if "/FT" in a]
    document.Root.AcroForm = document.make_indirect(
        Dictionary(
            Fields=Array(fields),
            NeedAppearances=True,
            DA=String("/F 12 Tf 0 g"),
            DR=Dictionary(Font=Dictionary(F=helvetica(document))),
        )
    )


def own_font() -> bytes:
    """The bytes of Pillow's own font, which is the same on every machine."""
    file: Any = ImageFont.load_default(10).path  # type: ignore[union-attr]
    file.seek(0)
    return bytes(file.read())


def described(document: pikepdf.Pdf, program: bytes, **more: Any) -> pikepdf.Object:
    """The descriptor of the embedded font ``program``; ``more`` in place of the usual values."""
    usual = {"Flags": 4, "ItalicAngle": 0, "Ascent": 900, "Descent": -200, "CapHeight": 700, "StemV": 80}
    return document.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name.Aneh,
            FontBBox=Array([0, -300, 1000, 900]),
            FontFile2=document.make_stream(program, Length1=len(program)),
            **(usual | more),
        )
    )


def two_byte_font(document: pikepdf.Pdf, to_unicode: str = "", **descendant: Any) -> pikepdf.Object:
    """A font of two-byte codes. ``to_unicode``: the CMap that says what they mean, if one does."""
    system = Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)
    below = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Aneh, CIDSystemInfo=system, **descendant
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name.Aneh,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([document.make_indirect(below)]),
    )
    if to_unicode:
        font.ToUnicode = document.make_stream(to_unicode.encode())
    return document.make_indirect(font)


def heightless(document: pikepdf.Pdf) -> pikepdf.Object:
    """An embedded font that does not say how high its letters are, as LibreOffice embeds them."""
    program = own_font()
    font = TTFont(io.BytesIO(program))
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    widths = [glyphs[names[code]].width if code in names else 0 for code in range(32, 127)]
    return document.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name.Aneh,
            Encoding=Name.WinAnsiEncoding,
            FirstChar=32,
            LastChar=126,
            Widths=Array(widths),
            FontDescriptor=described(document, program, Flags=32, Ascent=0, Descent=0),
        )
    )


class _Outliner(BasePen):  # type: ignore[misc]
    """Writes glyph outlines as path operators."""

    def __init__(self, glyphs: Any) -> None:
        super().__init__(glyphs)
        self.operators: list[str] = []

    def _moveTo(self, point: tuple[float, float]) -> None:
        self.operators.append("{:.0f} {:.0f} m".format(*point))

    def _lineTo(self, point: tuple[float, float]) -> None:
        self.operators.append("{:.0f} {:.0f} l".format(*point))

    def _curveToOne(self, *points: tuple[float, float]) -> None:
        self.operators.append(" ".join(f"{x:.0f} {y:.0f}" for x, y in points) + " c")

    def _closePath(self) -> None:
        self.operators.append("h")


def outlines(text: str, x: float, y: float, size: float) -> bytes:
    """A line of text turned into outlines: no font and no character is left of it."""
    font = TTFont(io.BytesIO(own_font()))
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    drawn = [f"q {size / 1000} 0 0 {size / 1000} {x} {y} cm"]
    for letter in text:
        glyph = glyphs[names[ord(letter)]]
        pen = _Outliner(glyphs)
        glyph.draw(pen)
        drawn += [*pen.operators, "f" if pen.operators else "", f"1 0 0 1 {glyph.width} 0 cm"]
    return "\n".join([*drawn, "Q\n"]).encode()


def two_columns(left: Iterable[str], right: Iterable[str]) -> Sheet:
    """A page of two columns of running text."""
    content = b"".join(
        text_line(line, x, 760 - number * 14, 10)
        for x, lines in ((60, left), (320, right))
        for number, line in enumerate(lines)
    )
    return Sheet(content)
