"""What stands out from the paper of a picture, in all its colours."""

import pytest
from PIL import Image, ImageDraw

from terbuka.documents.ink import Ink, Mask, has_ink, planes, without_dust

EXACT = Image.new("L", (600, 400))
"""Nothing of the picture comes from a camera."""
WHITE = Image.new("RGB", (600, 400), "white")


def drawn(ink: object, ground: object = "white") -> Image.Image:
    picture = Image.new("RGB", (600, 400), ground)  # type: ignore[arg-type]
    ImageDraw.Draw(picture).rectangle((100, 100, 140, 140), fill=ink)  # type: ignore[arg-type]
    return picture


def test_grey_picture_has_one_plane() -> None:
    assert list(planes(WHITE)) == list(planes(WHITE.convert("L"))) == ["L"]


def test_tint_nobody_sees_is_no_colour() -> None:
    assert list(planes(Image.new("RGB", (9, 9), (255, 252, 248)))) == ["L"]


def test_coloured_picture_is_looked_at_in_every_channel() -> None:
    seen = planes(drawn((255, 255, 0)))
    assert list(seen) == ["L", "R", "G", "B"]
    assert seen["R"].getextrema() == (255, 255) and seen["B"].getextrema() == (0, 255)


@pytest.mark.parametrize("ground", ["white", "black", (0, 130, 0)])
def test_empty_page_has_no_ink_whatever_its_colour(ground: object) -> None:
    assert not has_ink(drawn(ground, ground))


@pytest.mark.parametrize(
    ("ink", "ground"), [("black", "white"), ((255, 255, 0), "white"), ((255, 0, 0), (0, 130, 0))]
)
def test_ink_is_seen_in_every_colour(ink: object, ground: object) -> None:
    assert has_ink(drawn(ink, ground))


def test_long_lines_and_areas_are_no_strokes() -> None:
    picture = WHITE.convert("L")
    draw = ImageDraw.Draw(picture)
    draw.line((20, 50, 580, 54), fill=0, width=2)
    draw.rectangle((50, 100, 300, 300), fill=0)
    assert Ink(picture).strokes.histogram()[255] < 500  # the corners


@pytest.mark.parametrize("ground", [0, 255])
def test_strokes_are_found_on_dark_ground_as_on_light(ground: int) -> None:
    picture = Image.new("L", (600, 400), ground)
    ImageDraw.Draw(picture).text((100, 100), "Siti", fill=255 - ground, font_size=20)
    ink = Ink(picture)
    assert ink.strong and ink.strong <= ink.faint


def grey(ink: int, ground: int, text: str = "Siti Aminah", size: int = 14) -> Image.Image:
    """Letters in the middle of an area of white paper."""
    picture = Image.new("L", (600, 400), 255)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((150, 150, 450, 250), fill=ground)
    draw.text((200, 190), text, fill=ink, font_size=size)
    return picture


@pytest.mark.parametrize(("ink", "ground"), [(255, 140), (255, 200), (0, 140), (200, 140), (255, 60)])
def test_strokes_lighter_than_an_area_are_found_as_darker_ones(ink: int, ground: int) -> None:
    seen = Ink(grey(ink, ground), EXACT)
    assert any(16 <= x <= 23 and 15 <= y <= 17 for x, y in seen.strong | seen.faint)


@pytest.mark.parametrize("ink", [60, 255])
def test_strokes_lighter_than_grey_paper_are_found_as_darker_ones(ink: int) -> None:
    picture = Image.new("L", (600, 400), 140)
    ImageDraw.Draw(picture).text((200, 190), "Siti", fill=ink, font_size=14)
    seen = Ink(picture, EXACT)
    assert seen.strong | seen.faint


def test_fields_to_write_in_are_no_light_strokes() -> None:
    picture = Image.new("L", (600, 400), 255)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((20, 40, 330, 380), fill=190)
    for at in range(12):
        draw.rectangle((40 + 22 * at, 100, 57 + 22 * at, 120), fill=255)
        draw.rectangle((40, 150 + 18 * at, 50, 160 + 18 * at), fill=255)
    draw.line((20, 60, 330, 60), fill=255, width=3)
    assert not Ink(picture, EXACT).light_strokes.getbbox()


@pytest.mark.parametrize("fill", [0, 31, 54, 90])
@pytest.mark.parametrize("height", range(14, 60, 3))
def test_dark_band_is_no_writing_however_high_it_is(height: int, fill: int) -> None:
    """The head of a table: where light ground meets dark at its ends, nothing stands out."""
    picture = Image.new("L", (1170, 827), 255)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((78, 103, 1092, 103 + height), fill=fill, outline=0)
    for x in (118, 388, 659, 930):
        draw.line((x, 103, x, 280), fill=0)
    assert not Ink(picture, EXACT).strong


@pytest.mark.parametrize("size", [8, 14, 40])
def test_letters_in_a_dark_band_are_writing(size: int) -> None:
    picture = Image.new("L", (600, 400), 255)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((20, 100, 580, 150), fill=40)
    draw.text((200, 102), "Siti", fill=255, font_size=size)
    assert Ink(picture, EXACT).strong


def hatched(level: int) -> Image.Image:
    """Lines over most of the page, and pencil beside them."""
    picture = Image.new("L", (600, 400), 255)
    draw = ImageDraw.Draw(picture)
    for x in range(-300, 600, 6):
        draw.line((x, 400, x + 280, 120), fill=180, width=2)
    draw.text((100, 40), "Siti Aminah", fill=level, font_size=16)
    return picture


@pytest.mark.parametrize("grain", [None, Image.new("L", (600, 400))], ids=["scan", "drawn"])
def test_hatch_does_not_hide_what_stands_beside_it(grain: Image.Image | None) -> None:
    assert any(y <= 5 for _, y in Ink(hatched(120), grain).strong)


def test_what_is_drawn_has_no_noise_and_a_picture_has() -> None:
    noise = Image.effect_noise((600, 400), 12)
    everywhere, in_a_picture = (Ink(noise, Image.new("L", noise.size, grain)).faint for grain in (0, 255))
    assert len(in_a_picture) < len(everywhere) / 20


def test_mask_comes_back_as_it_was() -> None:
    mask = Image.new("L", (13, 7))
    mask.paste(255, (3, 2, 8, 5))
    packed = Mask.of(mask)
    assert packed.picture().tobytes() == mask.tobytes()


def test_specks_of_one_pixel_are_dust_and_the_thinnest_stroke_is_not() -> None:
    page = Image.new("L", (60, 60), 250)
    for at in ((10, 10), (31, 14), (50, 55)):
        page.putpixel(at, 0)
    ImageDraw.Draw(page).line((5, 40, 40, 25), fill=0, width=1)
    clean = without_dust(page)
    assert all(clean.getpixel(at) == 250 for at in ((10, 10), (31, 14), (50, 55)))
    assert sum(clean.histogram()[:100]) == 36


def test_specks_of_colour_are_dust_in_every_channel() -> None:
    page = Image.new("RGB", (20, 20), (250, 250, 250))
    page.putpixel((7, 7), (250, 0, 0))
    assert without_dust(page).getpixel((7, 7)) == (250, 250, 250)
