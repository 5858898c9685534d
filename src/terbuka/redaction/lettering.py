"""The lettering of a public copy: the same for who writes it and for who looks whether it is one."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import ImageFont

INSET = 0.06
"""A bar is this share of its height lower than its line, so that bars of two lines do not run together."""
SIZES = (0.84, 0.72, 0.62, 0.5, 0.4, 0.3)
"""Sizes of a label's type in line heights, tried from the largest, which is about that of the line, until the
line has room for it."""
PADDING = 0.6
"""What a bar is wider than its label, in sizes of its type."""
REGION_LINE = 12.0
"""Points; the label in a drawn region is no larger than in a line of this height."""
SHRINK = 0.8
"""How much smaller a label is set, again and again, that is wider than its bar."""
GLYPHLESS = "TerbukaGlyphless"
"""The font of the text layer, which draws nothing."""
FRESH = "TerbukaFresh"
"""The font of real text, made from the letters that stay."""
SPACE_WIDTH = 250
"""Of its space, in thousandths of an em: what parts two words for who searches and copies."""
LEGIBLE, BESIDE, ALONE = 5.0, 0.45, 0.55
"""Points, and shares of the height of its line, beside words and alone in its cell: a label that would stand
in smaller type says its word alone."""
SMALLEST = 7
"""Pixels; the smallest type of a label. A smaller one is blots in black and white, which nobody can tell from
something else: the bar stays black, and the text layer says its label."""


@cache
def label_font(size: int) -> "ImageFont.FreeTypeFont":
    """Pillow's own font: the same on every machine. ``size`` in pixels."""
    from PIL import ImageFont  # a text has no labels to be set, and its copy no need of Pillow

    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont)
    return font


def label_width(label: str, size: float) -> float:
    """Width of a label in points at a type size in points."""
    return label_font(100).getlength(label) * size / 100


def fitting(label: str, size: float, width: float) -> float:
    """The size in points, made smaller until the label is no wider than its bar; 1 or less: there is none."""
    while size > 1 and label_width(label, size) > width:
        size *= SHRINK
    return size


def is_legible(size: float, height: float, share: float = ALONE) -> bool:
    """Whether a label of this size of type can be read as easily as the line of this ``height``, nearly."""
    return size >= max(LEGIBLE, share * height)


def word_alone(label: str) -> str:
    """``[UMUR · 17.h]`` where there is no room for more than ``[UMUR]``; the log knows the ground."""
    word, parting, _ = label.partition(" · ")
    return f"{word}]" if parting else label


def stands_in(label: str, labels: str) -> bool:
    """Whether ``label`` is one of those in ``labels``, or the word of one."""
    return label in labels or f"{label.removesuffix(']')} · " in labels
