"""The invisible text of a public page: the kept words and the labels, retyped where they now stand.

Nothing of the original's text objects or fonts is used. The font draws nothing, has one width, and
its map to Unicode covers everything alike, so that it cannot list the letters of a secret.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

import pikepdf
from pikepdf import Array, Dictionary, Name

from terbuka.documents import Box

ADVANCE = 0.5
"""Width of every glyph in ems."""
DESCENT = 0.2
"""Share of a box below the baseline."""

_TO_UNICODE = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
1 beginbfrange
<0000> <FFFF> <0000>
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


@dataclass(frozen=True, slots=True)
class Placed:
    """Text and the box (points from the top left) it stands in; ``turn`` as in ``documents.Word``."""

    text: str
    box: Box
    turn: int = 0


def make_font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The glyphless font as one shared object of ``pdf``."""
    program = files("terbuka.redaction.writers").joinpath("glyphless.ttf").read_bytes()
    descriptor = pdf.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name.TerbukaGlyphless,
            Flags=4,
            FontBBox=Array([0, 0, 0, 0]),
            ItalicAngle=0,
            Ascent=800,
            Descent=-200,
            CapHeight=800,
            StemV=0,
            FontFile2=pdf.make_stream(program, Length1=len(program)),
        )
    )
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name.TerbukaGlyphless,
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        FontDescriptor=descriptor,
        DW=int(ADVANCE * 1000),
        CIDToGIDMap=pdf.make_stream(b"\x00\x01" * 0x10000),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name.TerbukaGlyphless,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_stream(_TO_UNICODE),
        )
    )


def text_operators(words: Iterable[Placed], page_height: float, font: str) -> bytes:
    """Content-stream operators that place ``words`` invisibly (rendering mode 3)."""
    lines = ["BT", "3 Tr"]
    for word in words:
        lines.extend(_word_operators(word, page_height, font))
    lines.append("ET")
    return "\n".join(lines).encode("ascii")


def _word_operators(word: Placed, page_height: float, font: str) -> list[str]:
    codes = word.text.encode("utf-16-be", "replace")
    length, size = _along(word.box, word.turn)
    natural = len(codes) / 2 * ADVANCE * size
    if not natural or length <= 0:
        return []
    return [
        f"/{font} {size:.2f} Tf",
        f"{100 * length / natural:.2f} Tz",
        f"{_matrix(word, page_height, size)} Tm",
        f"<{codes.hex()}0020> Tj",  # the space parts it from the next word for every extractor
    ]


def _along(box: Box, turn: int) -> tuple[float, float]:
    """Length in reading direction, and height across it."""
    return (box.width, box.height) if turn % 180 == 0 else (box.height, box.width)


def _matrix(word: Placed, page_height: float, size: float) -> str:
    """Text matrix at the start of the baseline; PDF counts y from the bottom."""
    box, below = word.box, DESCENT * size
    match word.turn % 360:
        case 90:
            return f"0 -1 1 0 {box.x0 + below:.2f} {page_height - box.y0:.2f}"
        case 180:
            return f"-1 0 0 -1 {box.x1:.2f} {page_height - box.y0 - below:.2f}"
        case 270:
            return f"0 1 -1 0 {box.x1 - below:.2f} {page_height - box.y1:.2f}"
        case _:
            return f"1 0 0 1 {box.x0:.2f} {page_height - box.y1 + below:.2f}"
