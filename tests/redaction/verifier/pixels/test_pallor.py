"""Pale pixels are black to whoever looks for them. All persons are invented."""

import io

import pytest
from PIL import Image, ImageDraw

from terbuka.redaction.verifier.pixels.pallor import pale_view
from terbuka.redaction.verifier.pixels.reading import Drawn

NAME, TEXT = "Siti Aminah", "Pelapor datang ke kantor"


def page(ink: int, at: tuple[int, int] = (100, 500)) -> Image.Image:
    made = Image.new("RGB", (900, 700), "white")
    pen = ImageDraw.Draw(made)
    pen.text((100, 100), TEXT, fill="black", font_size=36)
    pen.text(at, NAME, fill=(ink,) * 3, font_size=36)
    return made


def jpeg(made: Image.Image) -> Image.Image:
    buffer = io.BytesIO()
    made.save(buffer, "JPEG", quality=60)
    return Image.open(buffer).convert("RGB")


def parts(made: Image.Image, *, sharp: bool) -> int:
    view = pale_view(Drawn(made, 200), sharp=sharp)
    return len(view.ink.unread([])) if view else 0


@pytest.mark.parametrize("ink", [254, 250, 245])
def test_pale_letters_are_black_and_those_that_are_seen_are_not_there(ink: int) -> None:
    view = pale_view(Drawn(page(ink), 200), sharp=True)
    assert view and len(view.ink.unread([])) == 1
    black = view.picture.convert("L").point([255 - level for level in range(256)]).getbbox()
    assert black and black[1] > 480, "the letters above are taken out with their soft edges"


@pytest.mark.parametrize("at", [(100, 150), (560, 100)])
def test_pale_letters_close_to_others_are_found(at: tuple[int, int]) -> None:
    assert parts(page(250, at), sharp=True)


def test_page_without_anything_pale_has_no_view() -> None:
    made = Image.new("RGB", (900, 700), "white")
    ImageDraw.Draw(made).rectangle((100, 100, 600, 300), fill="black")
    assert pale_view(Drawn(made, 200), sharp=True) is None


def test_jpeg_stirs_the_paper_and_that_says_nothing() -> None:
    assert parts(jpeg(page(0)), sharp=False) == 0
    made = jpeg(page(0))
    ImageDraw.Draw(made).text((100, 600), NAME, fill=(246,) * 3, font_size=36)
    assert parts(made, sharp=False) == 1


def test_pale_area_and_line_say_nothing() -> None:
    made = page(0)
    ImageDraw.Draw(made).rectangle((100, 300, 800, 400), fill=(250, 250, 250))
    ImageDraw.Draw(made).line((100, 600, 800, 600), fill=(250, 250, 250), width=3)
    assert parts(made, sharp=True) == 0
