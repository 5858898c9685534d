"""Which parts of a page are the emblem of its letterhead."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from terbuka.documents import Box
from terbuka.redaction.verifier.foreign.emblems import is_emblem
from terbuka.redaction.verifier.foreign.flat_bars import look_at_bars
from tests.documents.samples.images import emblem, png, scribble

POINTS = 0.72
PLACE = (350, 60)


def page(part: Image.Image, place: tuple[int, int] = PLACE) -> Image.Image:
    """A page of 100 dpi with a picture on it."""
    picture = Image.new("RGB", (827, 1169), "white")
    picture.paste(part, place)
    return picture


def shown(picture: Image.Image, side: int = 110, place: tuple[int, int] = PLACE) -> bool:
    left, top = place
    return is_emblem(
        picture, Box(*(at * POINTS for at in (left - 4, top - 4, left + side, top + side))), POINTS
    )


def portrait() -> Image.Image:
    """A head above shoulders, which are round."""
    picture = Image.new("RGB", (90, 110), "white")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((25, 5, 65, 60), fill="#765")
    draw.ellipse((0, 72, 90, 240), fill="#234")
    return picture


def name_in_a_ring() -> Image.Image:
    picture = Image.new("RGB", (100, 100), "white")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((3, 3, 97, 97), outline="#22c", width=3)
    draw.text((14, 42), "Xantira", fill="#22c", font=ImageFont.load_default(18))
    return picture


def signature() -> Image.Image:
    picture = Image.new("RGB", (100, 90), "white")
    scribble(picture, (5, 5, 95, 85))
    return picture


def emblem_on_a_ribbon() -> Image.Image:
    """Not full all over, and not empty in its corners."""
    picture = emblem(90)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((31, 31, 59, 51), fill="white")
    draw.line((9, 78, 81, 78), fill="black", width=1)
    return picture


@pytest.mark.parametrize("part", [emblem(90), emblem_on_a_ribbon()])
def test_emblem_in_the_head_of_a_page_is_one(part: Image.Image) -> None:
    assert shown(page(part))


@pytest.mark.parametrize(
    "part", [portrait(), name_in_a_ring(), signature(), Image.new("RGB", (90, 90), "white")]
)
def test_portrait_stamp_signature_and_paper_are_none(part: Image.Image) -> None:
    assert not shown(page(part))


@pytest.mark.parametrize(
    ("size", "place"),
    [((90, 90), (350, 700)), ((30, 30), PLACE), ((200, 200), PLACE), ((150, 70), PLACE)],
    ids=["low", "small", "large", "wide"],
)
def test_emblem_elsewhere_or_of_another_size_is_none(size: tuple[int, int], place: tuple[int, int]) -> None:
    assert not shown(page(emblem(90).resize(size), place), 210, place)


def test_emblem_is_told_by_region_and_what_is_dark_in_it_is_no_bar(tmp_path: Path) -> None:
    part = emblem(110)
    draw = ImageDraw.Draw(part)
    draw.rectangle((20, 15, 90, 60), fill="#303030")
    draw.text((24, 24), "BERSATU", fill="black", font=ImageFont.load_default(15))
    path = tmp_path / "page.png"
    path.write_bytes(png(page(part), dpi=(100, 100)))
    regions = [Box(250.0, 40.0, 335.0, 125.0), Box(9.0, 9.0, 20.0, 20.0)]
    known, unknown = (
        look_at_bars(
            {"public": str(path), "format": "image", "words": [[]], "regions": [asked]},
            lambda done, total: None,
        )
        for asked in (regions, [])
    )
    assert (known["emblems"], known["survivors"]) == ([[True, False]], [])
    assert unknown["survivors"]
