"""Words that were blurred or made a mosaic, and what looks like them."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from terbuka.documents import Box
from terbuka.redaction.verifier.foreign.flat_bars import look_at_bars
from terbuka.redaction.verifier.foreign.smears import smeared
from tests.documents.samples.images import png

NAME = "Xantira Qwelmono Sasmito"
PLACE = (180, 300, 430, 318)


def page(size: float = 16, ground: str = "white") -> Image.Image:
    """A page of 100 dpi with a name on a ground."""
    picture = Image.new("RGB", (827, 1169), "white")
    draw = ImageDraw.Draw(picture)
    draw.rectangle(PLACE, fill=ground)
    draw.text((186, 300), NAME, fill="black", font=ImageFont.load_default(size))
    return picture


def with_part(made: Image.Image) -> Image.Image:
    picture = page()
    picture.paste(made, PLACE[:2])
    return picture


def blurred(radius: float) -> Image.Image:
    return with_part(page().crop(PLACE).filter(ImageFilter.GaussianBlur(radius)))


def mosaic(side: int) -> Image.Image:
    part = page().crop(PLACE)
    small = part.resize((part.width // side, part.height // side), Image.Resampling.BOX)
    return with_part(small.resize(part.size, Image.Resampling.NEAREST))


def shaded(width: int, height: int, turns: int) -> Image.Image:
    """A page with a strip whose tone goes up and down so many times."""
    ramp = Image.linear_gradient("L").rotate(90).point([155 + level // 3 for level in range(256)])
    strip = Image.new("L", (width, height), 200)
    long = width // turns
    for turn in range(turns):
        part = ramp if turn % 2 else ramp.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        strip.paste(part.resize((long, height)), (turn * long, 0))
    picture = Image.new("RGB", (827, 1169), "white")
    picture.paste(strip, PLACE[:2])
    return picture


@pytest.mark.parametrize("picture", [blurred(2), blurred(3.5), mosaic(5), mosaic(6)])
def test_words_that_were_blurred_are_found(picture: Image.Image) -> None:
    (box,) = smeared(picture, ())
    assert box.touches(Box(*(side * 0.72 for side in PLACE)))


def test_words_that_were_read_are_not_blurred() -> None:
    assert smeared(blurred(2), [Box(*(side * 0.72 for side in PLACE))]) == []


@pytest.mark.parametrize("ground", ["white", "#ddd"])
def test_letters_on_paper_and_on_a_shade_are_not_blurred(ground: str) -> None:
    assert smeared(page(ground=ground), ()) == []
    assert smeared(page(7, ground), ()) == []


def test_flat_box_and_one_that_goes_one_way_are_not_blurred() -> None:
    assert smeared(with_part(Image.new("RGB", (250, 18), "#888")), ()) == []
    shade = Image.linear_gradient("L").rotate(90).resize((250, 18)).convert("RGB")
    assert smeared(with_part(shade), ()) == []


@pytest.mark.parametrize(("turns", "count"), [(3, 0), (10, 1)])
def test_box_that_goes_up_and_down_a_few_times_is_not_blurred(turns: int, count: int) -> None:
    assert len(smeared(shaded(250, 18, turns), ())) == count


@pytest.mark.parametrize(
    ("size", "count"),
    [
        ((120, 7), 0),
        ((120, 9), 1),
        ((120, 33), 1),
        ((120, 36), 0),
        ((40, 30), 0),
        ((50, 30), 1),
    ],
    ids=["low", "lowest", "highest", "high", "square", "word"],
)
def test_strip_has_the_height_and_the_length_of_a_word(size: tuple[int, int], count: int) -> None:
    assert len(smeared(shaded(*size, 10), ())) == count


def test_hatching_is_not_blurred() -> None:
    hatched = Image.new("RGB", (250, 18), "#e6e6e6")
    for x in range(0, 250, 4):
        hatched.paste("#9a9a9a", (x, 0, x + 2, 18))
    assert smeared(with_part(hatched), ()) == []


def test_photograph_is_no_line() -> None:
    waves = page().crop(PLACE).filter(ImageFilter.GaussianBlur(3)).resize((250, 200))
    assert smeared(with_part(waves), ()) == []


def test_blurred_words_are_told_by_page(tmp_path: Path) -> None:
    path = tmp_path / "page.png"
    path.write_bytes(png(blurred(3), dpi=(100, 100)))
    request = {"public": str(path), "format": "image", "words": [[]], "regions": [[]]}
    (survivor,) = look_at_bars(request, lambda done, total: None)["survivors"]
    assert (survivor["class"], survivor["place"], survivor["page"]) == (
        "pixels",
        "words that were blurred",
        1,
    )
