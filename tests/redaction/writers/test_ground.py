"""On what the bars of a page stand."""

import pytest
from PIL import Image, ImageDraw

from terbuka.redaction.writers.ground import Colour, ground, is_dark, within

AREA = 20, 20, 60, 40


@pytest.mark.parametrize(("mode", "paper"), [("L", 30), ("RGB", (0, 0, 90))])
def test_ground_is_what_lies_around(mode: str, paper: Colour) -> None:
    picture = Image.new(mode, (100, 60), paper)
    ImageDraw.Draw(picture).rectangle((20, 20, 59, 39), fill="white")
    assert ground(picture, AREA) == paper


@pytest.mark.parametrize(("colour", "dark"), [(0, True), (95, True), (96, False), ((0, 0, 200), False)])
def test_ground_is_dark_where_no_channel_is_light(colour: Colour, dark: bool) -> None:
    assert is_dark(colour) is dark


def test_area_grows_as_far_as_the_picture_reaches() -> None:
    assert within(Image.new("L", (62, 41)), AREA, 3) == (17, 17, 62, 41)
