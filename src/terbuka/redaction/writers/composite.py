"""How a PDF says what a font of ours is: codes of two bytes, a TrueType program inside, a map to Unicode."""

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name


def fill_font(
    pdf: pikepdf.Pdf,
    font: pikepdf.Object,
    *,
    name: str,
    program: bytes,
    box: tuple[int, int, int, int],
    to_unicode: bytes,
    **descendant: Any,
) -> None:
    """Make the dictionary ``font`` a font of this ``name``. ``box``: in thousandths of an em; ``descendant``:
    the widths, and how codes lead to glyphs."""
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{name}"),
        Flags=4,
        FontBBox=Array(box),
        ItalicAngle=0,
        Ascent=800,
        Descent=-200,
        CapHeight=800,
        StemV=0,
        FontFile2=pdf.make_stream(program, Length1=len(program)),
    )
    glyphs = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name(f"/{name}"),
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        **descendant,
    )
    font.Type, font.Subtype = Name.Font, Name.Type0
    font.BaseFont, font.Encoding = Name(f"/{name}"), Name("/Identity-H")
    font.DescendantFonts = Array([pdf.make_indirect(glyphs)])
    font.ToUnicode = pdf.make_stream(to_unicode)


def unicode_map(blocks: str) -> bytes:
    """A map to Unicode; ``blocks``: what it maps, in its own language."""
    return f"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
""".encode()
