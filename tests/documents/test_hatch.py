"""A hatch is known by its lines; whatever is written in it is not let go with it."""

from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw, ImageFont

from terbuka.documents.hatch import is_hatch

AREA = 120, 120, 480, 360
FINER = 4
Drawn = Callable[[ImageDraw.ImageDraw], object]


def hatched(x: int, y: int, pitch: int, over: Drawn = lambda on: None, *, level: int = 120) -> Image.Image:
    """Lines that go ``y`` up where they go ``x`` to the right, in an area of white paper."""
    lines = Image.new("L", (600 * FINER, 480 * FINER), 255)
    draw = ImageDraw.Draw(lines)
    for at in range(-3000, 6000, pitch * FINER):
        draw.line((at, 3000, at + 6000 * x // y, -3000), fill=level, width=FINER)
    page = Image.new("L", (600, 480), 255)
    page.paste(lines.reduce(FINER).crop(AREA), AREA)
    over(ImageDraw.Draw(page))
    return page


def write(level: int, at: tuple[int, int] = (200, 220), size: int = 14) -> Drawn:
    return lambda on: on.text(at, "Siti Aminah", fill=level, font=ImageFont.load_default(size))


@pytest.mark.parametrize(("x", "y", "pitch"), [(1, 1, 8), (-1, 1, 6), (2, 1, 9), (1, 2, 7)])
def test_parallel_lines_are_a_hatch(x: int, y: int, pitch: int) -> None:
    assert is_hatch(hatched(x, y, pitch), AREA)


@pytest.mark.parametrize("level", [0, 60, 180, 255])
@pytest.mark.parametrize("at", [(200, 220), (124, 124), (380, 340)], ids=["middle", "corner", "edge"])
def test_writing_in_a_hatch_makes_it_none(level: int, at: tuple[int, int]) -> None:
    assert not is_hatch(hatched(1, 1, 8, write(level, at)), AREA)


def test_letters_of_shifted_lines_make_it_none() -> None:
    mask = Image.new("L", (600, 480))
    ImageDraw.Draw(mask).text((150, 180), "SITI", fill=255, font=ImageFont.load_default(90))
    page = hatched(1, 1, 8)
    page.paste(page.transform(page.size, Image.Transform.AFFINE, (1, 0, 4, 0, 1, 0)), mask=mask)
    assert not is_hatch(page, AREA)


@pytest.mark.parametrize(
    "draw",
    [
        lambda on: on.rectangle(AREA, fill=120),
        lambda on: [on.text((130, y), "Rapat berkala", fill=0) for y in range(130, 350, 12)],
        lambda on: [on.line((x, 120, x + d, 360), fill=0) for x in range(120, 480, 9) for d in (-200, 200)],
    ],
    ids=["flat area", "text", "crossing lines"],
)
def test_what_is_no_slanted_lines_is_no_hatch(draw: Drawn) -> None:
    page = Image.new("L", (600, 480), 255)
    draw(ImageDraw.Draw(page))
    assert not is_hatch(page, AREA)


def test_small_area_is_no_hatch() -> None:
    assert not is_hatch(hatched(1, 1, 8), (200, 200, 260, 400))
