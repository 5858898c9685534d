"""Lines that pass the words of a page: found where they are lines, drawn again with nothing of the words."""

import pytest
from PIL import Image, ImageDraw

from terbuka.documents import Box, Page, PageSource, Word
from terbuka.redaction.model import Redaction
from terbuka.redaction.pieces import page_pieces
from terbuka.redaction.writers.paint import paint_page
from terbuka.redaction.writers.rules import Rule, columns, rules_through

Area = tuple[int, int, int, int]
WORDS = 40, 40, 120, 60


def drawn(*areas: Area, level: int = 0, mode: str = "L") -> Image.Image:
    picture = Image.new(mode, (200, 100), "white")
    for area in areas:
        ImageDraw.Draw(picture).rectangle(area, fill=level if mode == "L" else (level, level, 255))
    return picture


def through(picture: Image.Image) -> list[Rule]:
    return [*rules_through(picture, WORDS, 8, 4)]


@pytest.mark.parametrize("level", [0, 130, 200])
def test_line_that_goes_on_at_both_ends_passes(level: int) -> None:
    picture = drawn((0, 62, 199, 63), level=level)
    assert through(picture) == [Rule((32, 62, 127, 62), level), Rule((32, 63, 127, 63), level)]


def test_line_of_a_colour_keeps_it() -> None:
    (rule,) = through(drawn((0, 62, 199, 62), mode="RGB"))
    assert rule.colour == (0, 0, 255)


@pytest.mark.parametrize(
    "area",
    [
        (40, 62, 119, 62),  # a line under the words
        (0, 62, 119, 62),  # ending with them
        (40, 62, 199, 62),
        (0, 62, 100, 62),  # ending within them
        (0, 45, 199, 70),  # the ground they stand on
    ],
)
def test_line_that_ends_with_the_words_does_not(area: Area) -> None:
    assert through(drawn(area)) == []


def test_border_that_ends_at_another_one_passes() -> None:
    rules = through(drawn((36, 62, 123, 62), (36, 0, 36, 62), (123, 0, 123, 62)))
    assert {rule.ends for rule in rules} == {(36, 32, 36, 62), (123, 32, 123, 62), (36, 62, 123, 62)}


def test_upright_line_that_no_border_leads_on_is_a_letter() -> None:
    assert through(drawn((60, 40, 60, 60))) == []


def test_area_at_the_edge_of_the_page_has_what_is_there() -> None:
    assert [*rules_through(drawn((0, 62, 199, 62)), (0, 40, 200, 60), 8, 4)] == [Rule((0, 62, 199, 62), 0)]


@pytest.mark.parametrize("words", [(-30, 40, -10, 60), (40, 120, 90, 130), (-10, -10, 0, 0)])
def test_words_beside_the_page_have_no_lines(words: Area) -> None:
    assert [*rules_through(drawn((0, 62, 199, 62)), words, 8, 4)] == []
    assert (
        [*columns(drawn().crop((0, 0, 0, 20)), 4, 2)] == [*columns(drawn().crop((0, 0, 20, 0)), 4, 0)] == []
    )


def test_words_cut_by_the_edge_of_the_page_have_theirs() -> None:
    assert [*rules_through(drawn((0, 62, 199, 62)), (-20, 40, 50, 60), 8, 4)] == [Rule((0, 62, 57, 62), 0)]


def test_rule_is_drawn_on_the_page() -> None:
    picture = drawn()
    Rule((10, 5, 20, 5), 7).draw(picture)
    assert picture.point(lambda level: 255 - level).getbbox() == (10, 5, 21, 6)


@pytest.mark.parametrize(
    ("area", "level", "found"),
    [
        ((50, 0, 51, 99), 0, [(50, 52)]),
        ((50, 0, 51, 99), 130, [(50, 52)]),
        ((50, 0, 51, 80), 130, [(50, 52)]),  # to the border below the words
        ((50, 20, 51, 99), 130, [(50, 52)]),
        ((50, 20, 51, 79), 130, []),  # a letter
        ((50, 0, 51, 40), 130, []),
        ((50, 0, 60, 99), 0, []),  # a ground
    ],
)
def test_columns_of_a_line_are_found(area: Area, level: int, found: list[tuple[int, int]]) -> None:
    assert [*columns(drawn(area, level=level), 4, 20)] == found


def test_light_line_on_a_dark_ground_is_one_and_letters_are_none() -> None:
    picture = drawn((0, 0, 199, 99))
    ImageDraw.Draw(picture).rectangle((0, 62, 199, 62), fill=255)
    for x in range(44, 116, 6):
        ImageDraw.Draw(picture).rectangle((x, 45, x + 2, 55), fill=255)
    assert through(picture) == [Rule((32, 62, 127, 62), 255)]
    assert [*columns(picture.crop((0, 30, 200, 60)), 4, 5)] == []


def test_border_under_hidden_words_has_no_gap_of_their_width() -> None:
    def copy(width: float) -> bytes:
        picture = Image.new("L", (600, 400), 255)
        ImageDraw.Draw(picture).rectangle((20, 145, 580, 145), fill=0)
        page = Page(1, 0, 6, 300, 200, PageSource.TEXT, (Word(0, 6, Box(50, 60, 50 + width, 72)),))
        hidden = [Redaction(1, "PERSON", 0, 6, 1, "[NAMA]")]
        return paint_page(
            picture, page, page_pieces(page, hidden, "Rahmah"), "Rahmah", hidden
        ).picture.tobytes()

    assert copy(40) == copy(90)
    assert Image.frombytes("L", (600, 400), copy(40)).crop((20, 145, 580, 146)).getextrema() == (0, 0)
