"""PDF pages put together operator by operator, so that each holds exactly one peculiarity."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageFont

WIDTH, HEIGHT = 595.0, 842.0
LEFT, TOP, LEADING, SIZE = 72.0, 770.0, 20.0, 12.0
Made = Callable[[pikepdf.Pdf], Any]
"""Makes an object that belongs to a PDF, or changes one."""

Box = tuple[float, float, float, float]
"""Left, bottom, width and height in points."""


@dataclass(slots=True)
class Sheet:
    """A page: lines of text, what is drawn before and after them, its pictures and further keys."""

    lines: Sequence[str] = ()
    before: bytes = b""
    after: bytes = b""
    keys: dict[str, Made] = field(default_factory=dict)
    pictures: dict[str, Made] = field(default_factory=dict)
    resources: dict[str, Made] = field(default_factory=dict)
    finish: Made | None = None

    @property
    def content(self) -> bytes:
        lines = b"".join(text_at(line, LEFT, y_of(number)) for number, line in enumerate(self.lines))
        return self.before + lines + self.after


def y_of(number: int) -> float:
    """The baseline of a line, counted from 0."""
    return TOP - LEADING * number


def literal(text: str) -> bytes:
    """The text as a string of PDF in the encoding of Windows."""
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return b"(" + escaped.encode("cp1252") + b")"


def text_at(text: str, x: float, y: float, size: float = SIZE, state: str = "") -> bytes:
    """Operators that show a line of text; ``state`` stands before them (``3 Tr``, ``1 g``)."""
    return f"q {state} BT /F {size} Tf {x:.3f} {y:.3f} Td ".encode() + literal(text) + b" Tj ET Q\n"


def width_of(text: str, size: float = SIZE) -> float:
    """In Helvetica, whose widths every reader of PDF knows."""
    return sum(_WIDTHS.get(letter, 556) for letter in text) * size / 1000


_WIDTHS = {
    **dict.fromkeys(" ,./:;!I()[]t", 278),
    **dict.fromkeys("il'", 222),
    **dict.fromkeys("fr-", 333),
    **dict.fromkeys("cksvxyzJ", 500),
    **dict.fromkeys("ABEKPSVXYF&", 667),
    **dict.fromkeys("CDHNRUw", 722),
    **dict.fromkeys("GOQ", 778),
    **dict.fromkeys("TLFZ", 611),
    "j": 222,
    "t": 278,
    "L": 556,
    "M": 833,
    "m": 833,
    "W": 944,
    "F": 611,
    "*": 389,
    '"': 355,
}


def box_of(line: str, part: str, number: int, grown: float = 1.0) -> Box:
    """Where ``part`` of the line with this number stands."""
    before = line[: line.index(part)]
    x = LEFT + width_of(before) - grown
    return x, y_of(number) - 3 - grown, width_of(part) + 2 * grown, SIZE + 2 * grown


def filled(box: Box, colour: str = "0 g") -> bytes:
    """A rectangle in a colour."""
    return f"q {colour} {box[0]:.3f} {box[1]:.3f} {box[2]:.3f} {box[3]:.3f} re f Q\n".encode()


def drawn(name: str, box: Box) -> bytes:
    """A picture or form of the resources, stretched over the box."""
    x, y, width, height = box
    return f"q {width:.3f} 0 0 {height:.3f} {x:.3f} {y:.3f} cm /{name} Do Q\n".encode()


def rect(box: Box) -> Array:
    return Array([box[0], box[1], box[0] + box[2], box[1] + box[3]])


def stream(document: pikepdf.Pdf, data: bytes, **keys: Any) -> pikepdf.Object:
    return document.make_indirect(document.make_stream(data, **keys))


def form(document: pikepdf.Pdf, content: bytes, box: Box) -> pikepdf.Object:
    """A form of this size whose origin is its own corner."""
    fonts = Dictionary(Font=Dictionary(F=helvetica(document)))
    bounds = Array([0, 0, box[2], box[3]])
    return stream(document, content, Type=Name.XObject, Subtype=Name.Form, BBox=bounds, Resources=fonts)


def helvetica(document: pikepdf.Pdf) -> pikepdf.Object:
    return document.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )


def picture(image: Image.Image, *, jpeg: bytes = b"", **keys: Any) -> Made:
    """An image of the resources; ``jpeg``: its bytes where they are a JPEG."""

    def make(document: pikepdf.Pdf) -> pikepdf.Object:
        grey = image.mode == "L"
        more = {"Filter": Name.DCTDecode} if jpeg else {}
        made = {name: value(document) if callable(value) else value for name, value in keys.items()}
        return stream(
            document,
            jpeg or (image if grey else image.convert("RGB")).tobytes(),
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=image.width,
            Height=image.height,
            ColorSpace=Name.DeviceGray if grey else Name.DeviceRGB,
            BitsPerComponent=8,
            **more,
            **made,
        )

    return make


def pdf(*sheets: Sheet, finish: Made | None = None, **save: Any) -> bytes:
    """A PDF of these pages; ``save``: options of ``pikepdf.Pdf.save``."""
    document = pikepdf.new()
    for sheet in sheets:
        page = document.add_blank_page(page_size=(WIDTH, HEIGHT)).obj
        page.Resources = Dictionary(
            Font=Dictionary(F=helvetica(document)),
            XObject=Dictionary({f"/{name}": make(document) for name, make in sheet.pictures.items()}),
            **{name: make(document) for name, make in sheet.resources.items()},
        )
        page.Contents = document.make_stream(sheet.content)
        for name, make in sheet.keys.items():
            page[f"/{name}"] = make(document)
        if sheet.finish:
            sheet.finish(document)
    if finish:
        finish(document)
    buffer = io.BytesIO()
    document.save(buffer, **{"fix_metadata_version": False, **save})
    return buffer.getvalue()


def typeface(size: int, name: str = "DejaVuSans.ttf") -> Any:
    """A font of the system, or Pillow's own."""
    try:
        return ImageFont.truetype(name, size)
    except OSError:
        return ImageFont.load_default(size)
