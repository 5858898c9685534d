"""A line of text as operators of a path: no font and no letter is left of it."""

import io

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont
from PIL import ImageFont


class _Pen(BasePen):  # type: ignore[misc]
    """Writes the outline of a glyph as operators."""

    def __init__(self, glyphs: object) -> None:
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


def own_font() -> bytes:
    """Pillow's own font."""
    file = ImageFont.load_default(10)
    return bytes(file.font_bytes if hasattr(file, "font_bytes") else _whole(file.path))


def _whole(file: io.BytesIO) -> bytes:
    file.seek(0)
    return file.read()


def outlined(text: str, x: float, y: float, size: float, paint: str = "f") -> bytes:
    """``text`` from (x, y) on, in points from the bottom left; ``paint``: what is done with each letter."""
    font = TTFont(io.BytesIO(own_font()))
    glyphs, names, unit = font.getGlyphSet(), font.getBestCmap(), size / font["head"].unitsPerEm
    drawn = [f"q {unit:.5f} 0 0 {unit:.5f} {x} {y} cm 12 w"]
    for letter in text:
        pen = _Pen(glyphs)
        glyph = glyphs[names[ord(letter)]]
        glyph.draw(pen)
        drawn += [*pen.operators, paint if pen.operators else "", f"1 0 0 1 {glyph.width} 0 cm"]
    return "\n".join([*drawn, "Q\n"]).encode()
