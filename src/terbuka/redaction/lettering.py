"""The lettering of a public copy: the same for who writes it and for who looks whether it is one."""

from functools import cache

from PIL import ImageFont

INSET = 0.06
"""A bar is this share of its height lower than its line, so that bars of two lines do not run together."""
GLYPHLESS = "TerbukaGlyphless"
"""The font of the text layer, which draws nothing."""
SMALLEST = 4
"""Pixels; the smallest type of a label."""


@cache
def label_font(size: int) -> ImageFont.FreeTypeFont:
    """Pillow's own font: the same on every machine. ``size`` in pixels."""
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont)
    return font


def label_width(label: str, size: float) -> float:
    """Width of a label in points at a type size in points."""
    return label_font(100).getlength(label) * size / 100
