"""Bars on foreign pages: opaque ones say nothing, others let something through."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from terbuka.documents import Box
from terbuka.redaction.verifier.foreign.flat_bars import bare, look_at_bars
from tests.documents.samples.images import jpeg, page_image, png
from tests.documents.samples.pdf import image_sheet, pdf

NAME = "Xantira Qwelmono"
PLACE = (180, 300, 460, 330)


def page(level: int | None, *, opacity: float = 1.0, label: str = "") -> Image.Image:
    """A page of 100 dpi with a name, and a bar of this level over it."""
    picture = Image.new("RGB", (827, 1169), "white")
    draw = ImageDraw.Draw(picture)
    draw.text((190, 302), NAME, fill="black", font=ImageFont.load_default(22))
    if level is not None:
        bar = Image.new("RGB", (280, 30), (level, level, level))
        picture.paste(Image.blend(picture.crop(PLACE), bar, opacity), PLACE)
        draw.text((190, 305), label, fill="white", font=ImageFont.load_default(16))
    return picture


@pytest.mark.parametrize("opacity", [0.6, 0.8, 0.9, 0.95])
def test_bar_that_is_not_opaque_shines(opacity: float) -> None:
    assert bare(page(0, opacity=opacity), ()).shines


def test_bar_of_a_weak_jpeg_shines(tmp_path: Path) -> None:
    path = tmp_path / "page.jpg"
    path.write_bytes(jpeg(page(0, opacity=0.9), quality=70))
    with Image.open(path) as picture:
        assert bare(picture.convert("RGB"), ()).shines


@pytest.mark.parametrize("level", [0, 60, 128])
def test_opaque_bar_is_nothing_to_read(level: int) -> None:
    seen = bare(page(level), ())
    assert not seen.shines and seen.left == []


def test_label_of_a_bar_does_not_shine() -> None:
    assert not bare(page(0, label="[NAMA]"), ()).shines


def test_name_without_a_bar_is_left() -> None:
    assert bare(page(None), ()).left


def test_name_as_wide_as_its_bar_is_left_beside_it() -> None:
    picture = page(0)
    ImageDraw.Draw(picture).text((190, 400), NAME, fill="black", font=ImageFont.load_default(22))
    assert [box.y0 > 250 for box in bare(picture, ()).left] == [True]


@pytest.mark.parametrize(("end", "is_left"), [(220, False), (320, True)])
def test_word_of_which_half_is_a_bar_was_not_read(end: int, is_left: bool) -> None:
    """``end``: of the box of the word, which begins 130 pixels before the bar."""
    picture = page(0)
    ImageDraw.Draw(picture).text((60, 302), "Rapat", fill="black", font=ImageFont.load_default(22))
    word = Box(*(side * 0.72 for side in (50, 300, end, 330)))
    assert bool(bare(picture, [word]).left) == is_left


@pytest.mark.parametrize("format", ["pdf", "image"])
def test_regions_that_are_bars_are_told_page_by_page(tmp_path: Path, format: str) -> None:
    path = tmp_path / "file"
    picture = page(0).resize((1654, 2339))
    path.write_bytes(pdf(image_sheet(picture)) if format == "pdf" else png(picture, dpi=(200, 200)))
    here, elsewhere = Box(128, 212, 332, 240), Box(20, 20, 40, 40)
    answer = look_at_bars(
        {"public": str(path), "format": format, "words": [[here, elsewhere]], "regions": [[here, elsewhere]]},
        lambda done, total: None,
    )
    assert answer == {
        "survivors": [],
        "empty": [[True, False]],
        "emblems": [[False, False]],
        "barred": [[True, False]],
    }


def test_word_that_shows_beside_its_bar_was_read(tmp_path: Path) -> None:
    path = tmp_path / "file.png"
    picture = page(0)
    ImageDraw.Draw(picture).text((120, 302), "Rapa", fill="black", font=ImageFont.load_default(22))
    path.write_bytes(png(picture, dpi=(100, 100)))
    word = Box(*(side * 0.72 for side in (118, 300, 320, 330)))
    request = {"public": str(path), "format": "image", "words": [[word]], "regions": [[]]}
    assert look_at_bars(request, lambda done, total: None)["barred"] == [[False]]


def test_thick_letters_of_a_poster_are_no_bar(tmp_path: Path) -> None:
    path = tmp_path / "file.png"
    picture = page(None)
    draw = ImageDraw.Draw(picture)
    draw.text((100, 500), "HERMAN", fill="black", font=ImageFont.load_default(90), stroke_width=6)
    path.write_bytes(png(picture, dpi=(100, 100)))
    word = Box(*(side * 0.72 for side in draw.textbbox((100, 500), "HERMAN", ImageFont.load_default(90))))
    request = {"public": str(path), "format": "image", "words": [[word]], "regions": [[]]}
    assert look_at_bars(request, lambda done, total: None)["barred"] == [[False]]


def test_page_whose_bar_shines_is_a_survivor(tmp_path: Path) -> None:
    path = tmp_path / "file.png"
    path.write_bytes(png(page(0, opacity=0.8), dpi=(100, 100)))
    request = {"public": str(path), "format": "image", "words": [[]], "regions": [[]]}
    (survivor,) = look_at_bars(request, lambda done, total: None)["survivors"]
    assert (survivor["class"], survivor["page"]) == ("pixels", 1)


def test_page_of_print_has_no_bars() -> None:
    seen = bare(page_image(["Laporan kegiatan", "satu tahun"], dpi=100), ())
    assert seen.bars.getbbox() is None and not seen.shines


@pytest.mark.parametrize(("opacity", "is_bar"), [(1.0, True), (0.98, False), (0.5, False)])
def test_word_that_may_have_been_read_through_a_bar_is_no_bar(
    tmp_path: Path, opacity: float, is_bar: bool
) -> None:
    path = tmp_path / "file"
    path.write_bytes(png(page(0, opacity=opacity), dpi=(100, 100)))
    word = Box(135, 217, 325, 237)
    request = {"public": str(path), "format": "image", "words": [[word]], "regions": [[]]}
    assert look_at_bars(request, lambda done, total: None)["barred"] == [[is_bar]]
