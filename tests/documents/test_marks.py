"""Small marks on paper: which say nothing, and which may be a name."""

from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw, ImageFont

from terbuka.documents.ink import INK
from terbuka.documents.marks import say_nothing

POINTS = 0.72
"""Of a pixel, at 100 dpi."""
Draw = Callable[[ImageDraw.ImageDraw], None]


def says_nothing(draw: Draw) -> bool:
    mask = Image.new("L", (200, 100))
    draw(ImageDraw.Draw(mask))
    mask = mask.point(lambda level: 255 if level >= INK else 0)
    return say_nothing(mask, mask, POINTS)


def text(written: str, size: int = 15) -> Draw:
    return lambda draw: draw.text((40, 40), written, fill=255, font=ImageFont.load_default(size))


def several(*marks: Draw) -> Draw:
    def draw_all(draw: ImageDraw.ImageDraw) -> None:
        for mark in marks:
            mark(draw)

    return draw_all


MARKS: dict[str, Draw] = {
    "nothing": lambda draw: None,
    "dust": lambda draw: draw.ellipse((40, 40, 45, 45), fill=255),
    "dash": lambda draw: draw.line((40, 40, 90, 40), fill=255, width=2),
    "hairline": lambda draw: draw.line((40, 20, 40, 80), fill=255, width=2),
    "hole": lambda draw: draw.ellipse((40, 40, 64, 64), fill=255),
    "bullet": lambda draw: draw.rectangle((40, 40, 49, 49), fill=255),
    "arrowhead": lambda draw: draw.polygon([(40, 40), (60, 50), (40, 60)], fill=255),
    "staple": lambda draw: draw.line((40, 20, 70, 45), fill=255, width=2),
    "tick box": lambda draw: draw.rectangle((40, 40, 55, 55), outline=255, width=2),
    "two tick boxes": several(
        lambda draw: draw.rectangle((40, 40, 55, 55), outline=255, width=2),
        lambda draw: draw.rectangle((80, 40, 95, 55), outline=255, width=2),
    ),
    "staple the other way": lambda draw: draw.line((70, 20, 40, 45), fill=255, width=3),
}


@pytest.mark.parametrize("mark", MARKS)
def test_mark_says_nothing(mark: str) -> None:
    assert says_nothing(MARKS[mark])


WRITING: dict[str, Draw] = {
    "initials": text("A.S."),
    "letter": text("P"),
    "figure": text("8"),
    "O, which has no corners": text("O"),
    "ticked box": several(
        lambda draw: draw.rectangle((40, 40, 55, 55), outline=255, width=2),
        lambda draw: draw.line((43, 47, 47, 52, 53, 42), fill=255, width=2),
    ),
    "name beside a hole": several(lambda draw: draw.ellipse((10, 40, 34, 64), fill=255), text("Adi")),
    "thin letters on a slope": lambda draw: draw.line((40, 60, 50, 30, 56, 60, 70, 35), fill=255, width=1),
    "marker": text("AB", 40),
    "LI": several(
        lambda draw: draw.rectangle((40, 30, 43, 50), fill=255),
        lambda draw: draw.rectangle((40, 47, 52, 50), fill=255),
        lambda draw: draw.rectangle((57, 30, 60, 50), fill=255),
    ),
    "heavy L": several(
        lambda draw: draw.rectangle((40, 30, 44, 49), fill=255),
        lambda draw: draw.rectangle((40, 45, 51, 49), fill=255),
    ),
    "large": lambda draw: draw.ellipse((20, 10, 110, 90), fill=255),
}


@pytest.mark.parametrize("written", WRITING)
def test_writing_may_say_something(written: str) -> None:
    assert not says_nothing(WRITING[written])
