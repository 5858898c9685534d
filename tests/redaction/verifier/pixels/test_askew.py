"""Lines at a slant are laid level, whichever way they run. No person is real."""

import pytest
from PIL import Image, ImageDraw

from terbuka.redaction.verifier.pixels.askew import LEVEL, STEP, slants

ACROSS = [turn for turn in range(0, 180, 13) if LEVEL < turn % 90 < 90 - LEVEL]


def line(turn: int) -> Image.Image:
    note = Image.new("L", (500, 60), 255)
    ImageDraw.Draw(note).text((10, 10), "catatan: Siti Aminah", fill=0, font_size=36)
    return note.rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


@pytest.mark.parametrize("turn", ACROSS)
def test_line_is_laid_level(turn: int) -> None:
    (found,) = slants(line(turn))
    left = (found + turn) % 180
    assert min(left, 180 - left) <= STEP


@pytest.mark.parametrize("turn", [0, 4, -4, 90, 180, 270])
def test_line_that_readers_bear_is_let_be(turn: int) -> None:
    assert slants(line(turn)) == []


def test_line_beside_a_bar_and_level_text_is_laid_level() -> None:
    part = Image.new("L", (620, 420), 255)
    part.paste(line(30), (60, 80))
    part.paste(line(0), (100, 0))
    part.paste(0, (0, 5, 100, 55))
    assert any(abs(found - 150) <= STEP for found in slants(part))


@pytest.mark.parametrize("shape", ["blank", "area", "circle"])
def test_what_has_no_lines_has_no_slant(shape: str) -> None:
    part = Image.new("L", (300, 300), 255)
    pen = ImageDraw.Draw(part)
    if shape == "area":
        pen.rectangle((60, 20, 200, 280), fill=0)
    if shape == "circle":
        pen.ellipse((20, 20, 280, 280), outline=0, width=6)
    assert slants(part) == []
