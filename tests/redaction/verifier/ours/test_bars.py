"""A bar is known by its own label, and by nothing else standing in it."""

import io

import pytest
from PIL import Image, ImageDraw

from terbuka.documents import Box, Page, PageSource, Word
from terbuka.documents.lines import LooseWord
from terbuka.redaction.lettering import label_font
from terbuka.redaction.model import Redaction
from terbuka.redaction.pieces import Piece
from terbuka.redaction.verifier.ours.bars import without_bars
from terbuka.redaction.verifier.pixels.reading import Drawn
from terbuka.redaction.writers.paint import paint_page

DPI = 200
LABEL = "[NAMA · 17.h]"
SIZE = 400.0, 200.0
WIDE = Box(60, 40, 300, 160)


def painted(
    height: float = 14.0, label: str = LABEL, turn: int = 0, ground: str = "white"
) -> tuple[Image.Image, LooseWord]:
    """A page of the writer with one bar on it, and its label."""
    box = Box(60, 80, 260, 80 + height) if turn % 180 == 0 else Box(80, 40, 80 + height, 160)
    page = Page(1, 0, 5, *SIZE, PageSource.TEXT, (Word(0, 5, box, turn=turn),))
    paper = Image.new("RGB", tuple(round(side * DPI / 72) for side in SIZE), ground)  # type: ignore[arg-type]
    made = paint_page(
        paper, page, [Piece(0, 5, box, turn, 1)], "Udin.", [Redaction(1, "PERSON", 0, 5, 1, label)]
    )
    (word,) = made.words
    return made.picture, LooseWord(word.text, word.box, turn=word.turn)


def region(label: str = LABEL, box: Box = WIDE) -> tuple[Image.Image, LooseWord]:
    page = Page(1, 0, 0, *SIZE, PageSource.TEXT, ())
    paper = Image.new("RGB", tuple(round(side * DPI / 72) for side in SIZE), "white")  # type: ignore[arg-type]
    made = paint_page(paper, page, [], "", [Redaction(1, "REGION", 0, 0, 1, label, (box,))])
    return made.picture, LooseWord(made.words[0].text, box)


def standing(picture: Image.Image, *labels: LooseWord) -> list[LooseWord]:
    return without_bars(Drawn(picture, DPI), labels)[1]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("height", [7.0, 10.0, 14.0, 22.0])
def test_bar_of_the_writer_is_known_and_taken_out(height: float, turn: int) -> None:
    picture, label = painted(height, turn=turn)
    rest, labels = without_bars(Drawn(picture, DPI), [label])
    assert labels == [label]
    assert rest.picture.convert("L").getextrema()[0] == 255, "nothing of the bar is left"
    assert rest.dpi == DPI


@pytest.mark.parametrize("box", [WIDE, Box(60, 40, 110, 60), Box(60, 40, 66, 160)])
def test_drawn_region_is_known(box: Box) -> None:
    picture, label = region(box=box)
    assert standing(picture, label) == [label]


def test_bar_that_its_label_fills_is_known() -> None:
    picture, label = region("[N]", Box(60, 40, 68, 46))
    assert standing(picture, label) == [label]


@pytest.mark.parametrize("width", range(6, 40, 2))
def test_bar_of_any_width_is_known_in_black_and_white(width: int) -> None:
    """Type too small for a fax would be blots."""
    picture, label = region(box=Box(60, 40, 60 + width, 160))
    fax = picture.convert("L").point([255 if level >= 140 else 0 for level in range(256)])
    assert standing(fax.convert("RGB"), label) == [label]


@pytest.mark.parametrize("height", [7.0, 10.0, 14.0, 22.0])
@pytest.mark.parametrize("ground", ["white", "#303030", "black", "#400020"])
def test_bar_is_known_in_a_photograph_of_little_quality(ground: str, height: float) -> None:
    picture, label = painted(height, ground=ground)
    small = picture.convert("L").resize((picture.width * 3 // 4, picture.height * 3 // 4))
    buffer = io.BytesIO()
    small.save(buffer, "JPEG", quality=60)
    with Image.open(buffer) as read:
        seen = read.convert("RGB").resize(picture.size)
    assert standing(seen, label) == [label]


def test_bar_that_lies_partly_under_a_later_one_is_known() -> None:
    picture, label = painted()
    box = Box(label.box.x0 + 10, 70, 300, label.box.y1 - 4)
    over, later = region("[BAGIAN]", box)
    area = tuple(round(side * DPI / 72) for side in box)
    picture.paste(over.crop(area), area)  # type: ignore[arg-type]
    assert standing(picture, label, later) == [later, label]
    assert standing(picture, label) == [], "what lies over it is no bar that anybody knows"


@pytest.mark.parametrize("inside", ["SITI AMINAH", "[SITI · 17.h]", "[UMUR · 17.h]", "[NAMA · 17.j]"])
def test_bar_that_shows_something_else_is_not_known(inside: str) -> None:
    picture, label = painted(label=inside)
    assert standing(picture, LooseWord(LABEL, label.box)) == []


def test_name_beside_the_label_is_seen() -> None:
    picture, label = region()
    ImageDraw.Draw(picture).text((260, 400), "Siti Aminah", fill="white", font=label_font(20))
    assert standing(picture, label) == []


@pytest.mark.parametrize("colour", [(70, 70, 70), (0, 0, 90), (40, 40, 40)])
def test_name_that_shines_through_is_seen(colour: tuple[int, int, int]) -> None:
    picture, label = region()
    draw = ImageDraw.Draw(picture)
    for line in range(8):
        draw.text((200, 130 + 18 * line), "Siti Aminah " * 5, fill=colour, font=label_font(22))
    picture_label = region()[0]
    assert standing(picture_label, label) == [label] and standing(picture, label) == []


def test_label_over_paper_or_beside_the_page_is_no_bar() -> None:
    paper = Image.new("RGB", (400, 400), "white")
    over, beside = LooseWord(LABEL, Box(20, 20, 90, 34)), LooseWord(LABEL, Box(900, 20, 970, 34))
    assert standing(paper, over, beside) == []
