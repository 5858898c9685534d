"""What nobody sees on paper of one colour is paper. No person is real."""

import pytest
from PIL import Image, ImageDraw

from terbuka.redaction.paleness import PALE, pale, paper_of, without_pale


def page(ink: int, paper: int = 255) -> Image.Image:
    made = Image.new("L", (300, 100), paper)
    ImageDraw.Draw(made).text((10, 10), "Siti Aminah", fill=ink, font_size=30)
    return made


@pytest.mark.parametrize("paper", [255, 240, 20])
@pytest.mark.parametrize("by", [1, 5, PALE - 1])
def test_pale_letters_are_found_and_become_paper(paper: int, by: int) -> None:
    made = page(abs(paper - by), paper)
    assert paper_of(made) == paper
    assert (mask := pale(made)) and mask.getbbox() == page(0).point(lambda level: 255 - level).getbbox()
    assert without_pale(made).getextrema() == (paper, paper)
    assert pale(made, by + 1) is None


def test_letters_that_are_seen_stay() -> None:
    made = page(255 - PALE)
    assert without_pale(made).getextrema() == (255 - PALE, 255)


def test_blank_page_and_texture_have_nothing_pale() -> None:
    assert pale(Image.new("L", (300, 100), 255)) is None
    scan = Image.effect_noise((300, 100), 6)
    assert pale(scan) is None and without_pale(scan).tobytes() == scan.tobytes()


@pytest.mark.parametrize(("share", "is_texture"), [(0.06, False), (0.3, True)])
def test_texture_is_what_much_of_the_paper_has(share: float, is_texture: bool) -> None:
    made = Image.new("L", (300, 100), 255)
    ImageDraw.Draw(made).rectangle((0, 0, 299, round(100 * share) - 1), fill=250)
    assert (pale(made) is None) == is_texture


def test_every_colour_is_looked_at_by_itself() -> None:
    made = Image.new("RGB", (300, 100), "white")
    ImageDraw.Draw(made).text((10, 10), "Siti Aminah", fill=(255, 255, 250), font_size=30)
    assert without_pale(made).getextrema() == ((255, 255),) * 3


def test_nearly_flat_paper_is_made_flat_before_jpeg_does_it() -> None:
    made = Image.new("L", (300, 100), 210)
    ImageDraw.Draw(made).rectangle((0, 0, 299, 29), fill=207)
    assert pale(made) is None
    assert without_pale(made).getextrema() == (210, 210)
