"""Corners of painting: turns, letters the label font lacks, regions too small for a label."""

import pytest
from PIL import Image, ImageDraw

from terbuka.documents import Box, Page, PageSource, Word
from terbuka.redaction.model import Redaction
from terbuka.redaction.pieces import page_pieces
from terbuka.redaction.writers.paint import paint_page
from terbuka.redaction.writers.textlayer import LayerWord, _matrix, _word_operators

SCALE = 2


def painted(text, words, redactions, size=(300, 200)):
    page = Page(1, 0, len(text), *size, PageSource.TEXT, words)
    picture = Image.new("L", (size[0] * SCALE, size[1] * SCALE), 255)
    draw = ImageDraw.Draw(picture)
    for word in words:
        draw.rectangle([side * SCALE for side in word.box], fill=120)
    return paint_page(picture, page, page_pieces(page, redactions, text), text, redactions)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_hidden_word_is_wiped_in_every_turn(turn):
    box = Box(100, 60, 160, 72) if turn % 180 == 0 else Box(100, 60, 112, 120)
    result = painted("Rahmah", (Word(0, 6, box, turn=turn),), [Redaction(1, "PERSON", 0, 6, 1, "[NAMA]")])
    left = sum(count for count, level in result.picture.getcolors(100000) if level == 120)
    assert left < 50, "only the soft edges of the label may have this grey"
    assert [word.text for word in result.words] == ["[NAMA]"] and result.words[0].turn == turn
    assert result.picture.size == (600, 400)


def test_rest_of_a_cut_word_is_set_anew():
    edges = tuple(50.0 + 10 * n for n in range(9))
    word = Word(0, 8, Box(50, 60, 130, 72), edges)
    result = painted("(Rahmah)", (word,), [Redaction(1, "PERSON", 1, 7, 1, "[NAMA]")])
    assert {w.text for w in result.words} == {"(", "[NAMA]", ")"}


def test_brackets_around_a_name_that_was_read_stay_with_any_width_of_it():
    def words(width: float) -> dict[str, Box]:
        page = Page(1, 0, 9, 300, 200, PageSource.OCR, (Word(0, 9, Box(50, 60, 50 + width, 72)),))
        hidden = [Redaction(1, "PERSON", 1, 7, 1, "[NAMA]")]
        pieces = page_pieces(page, hidden, "(Rahmah),")
        made = paint_page(Image.new("L", (600, 400), 255), page, pieces, "(Rahmah),", hidden)
        return {word.text: Box(*(round(side, 6) for side in word.box)) for word in made.words}

    assert words(80).keys() == {"(", "[NAMA]", "),"}
    assert words(80) == words(93)


def test_rest_that_the_label_font_lacks_goes_too():
    edges = tuple(50.0 + 10 * n for n in range(9))
    word = Word(0, 8, Box(50, 60, 130, 72), edges)
    result = painted("«Rahmah»", (word,), [Redaction(1, "PERSON", 1, 7, 1, "[NAMA]")])
    assert {w.text for w in result.words} == {"[NAMA]"}


def cells(second: str, *, ruled: bool, height: float = 12):
    """A row "1 | Rahmah" of which the name is hidden, with or without a ruled line where the "|" stands."""
    text = f"1 {second} Rahmah"
    boxes = Box(50, 60, 56, 72), Box(70, 60, 78, 60 + height), Box(90, 60, 150, 72)
    starts = (0, 1), (2, 2 + len(second)), (3 + len(second), len(text))
    words = tuple(Word(*span, box) for span, box in zip(starts, boxes, strict=True))
    page = Page(1, 0, len(text), 300, 200, PageSource.OCR, words)
    picture = Image.new("L", (600, 400), 255)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((148, 80 if ruled else 124, 150, 190 if ruled else 140), fill=0)
    hidden = [Redaction(1, "PERSON", starts[2][0], starts[2][1], 1, "[NAMA]")]
    result = paint_page(picture, page, page_pieces(page, hidden, text), text, hidden)
    return {word.text: word.box for word in result.words}, result.picture


@pytest.mark.parametrize("second", ["|", "I", "||"])
def test_ruled_line_that_was_read_as_a_letter_stays_where_it_is(second):
    words, picture = cells(second, ruled=True)
    assert words.keys() == {"1", "[NAMA]"} and words["1"] == Box(50, 60, 56, 72)
    assert words["[NAMA]"].x0 > 75, "the bar stands in its own cell"
    assert picture.crop((149, 85, 150, 185)).getextrema() == (0, 0)


def test_stroke_much_higher_than_its_words_is_a_ruled_line_that_ends():
    assert cells("|", ruled=False, height=19)[0].keys() == {"1", "[NAMA]"}


@pytest.mark.parametrize(("second", "ruled"), [("|", False), ("ke", True)])
def test_letter_that_is_no_ruled_line_is_a_word(second, ruled):
    assert cells(second, ruled=ruled)[0].keys() == {"1", second, "[NAMA]"}


def test_region_too_small_for_a_label_is_a_plain_bar():
    region = Redaction(1, "REGION", 0, 0, 1, "[DITUTUP · 17.h]", (Box(10, 10, 12, 12),))
    result = painted("", (), [region])
    assert {level for _, level in result.picture.crop((20, 20, 23, 23)).getcolors()} == {0}


def test_word_without_length_is_not_written():
    assert _word_operators(LayerWord("x", Box(5, 5, 5, 9)), "x".encode("utf-16-be"), 100, "T") == []
    assert _word_operators(LayerWord("", Box(5, 5, 9, 9)), b"", 100, "T") == []


def test_upside_down_text_starts_at_its_right():
    assert _matrix(LayerWord("x", Box(10, 20, 50, 30), 180), 200, 10) == "-1 0 0 -1 50.00 178.00"


def test_drawn_region_is_covered_to_its_edges() -> None:
    """A photograph is no word that is wiped first: what the bar leaves free stays to be seen."""
    picture = Image.new("L", (600, 400), 120)
    page = Page(1, 0, 0, 300.0, 200.0, PageSource.OCR, ())
    region = Redaction(1, "REGION", 0, 0, 1, "[BAGIAN · 17.h]", (Box(0, 0, 300, 200),))
    covered = paint_page(picture, page, [], "", [region]).picture
    for edge in ((0, 0, 600, 150), (0, 250, 600, 400), (0, 0, 100, 400), (500, 0, 600, 400)):
        assert covered.crop(edge).getextrema() == (0, 0)


def test_words_half_inside_a_region_go_in_one_rectangle() -> None:
    """Bars of their own would tell how many words there were, and how long."""
    words = (
        Word(0, 6, Box(20, 50, 60, 62)),
        Word(7, 13, Box(70, 50, 120, 62)),
        Word(14, 18, Box(20, 90, 50, 102)),
        Word(19, 23, Box(20, 150, 50, 162)),
    )
    above = Redaction(1, "REGION", 0, 0, 1, "[BAGIAN]", (Box(40, 52, 110, 62),))
    below = Redaction(2, "REGION", 0, 0, 1, "[BAGIAN]", (Box(20, 150, 60, 162),))
    result = painted("Melati Rahmah ikut juga", words, [above, below])
    gap = result.picture.crop((62 * SCALE, 50 * SCALE, 68 * SCALE, 51 * SCALE))
    assert gap.getextrema() == (0, 0)
    (bar, _) = result.bars
    assert bar.box.x0 <= 20 and bar.box.x1 >= 120 and bar.box.y1 < 90
    assert [word.text for word in result.words] == ["[BAGIAN]", "ikut", "[BAGIAN]"]


def test_word_that_a_bar_stands_over_is_not_said() -> None:
    """Text that the picture does not show is hidden text; here a line up the page crosses one along it."""
    words = (
        Word(0, 6, Box(60, 60, 160, 72)),
        Word(7, 12, Box(64, 40, 76, 90), turn=90),
        Word(13, 18, Box(64, 100, 76, 150), turn=90),
    )
    result = painted("Rahmah punya hasil", words, [Redaction(1, "PERSON", 0, 6, 1, "[NAMA · 17.h]")])
    assert [word.text for word in result.words] == ["[NAMA · 17.h]", "hasil"]


def test_word_that_is_drawn_by_itself_is_squeezed_where_room_is_short() -> None:
    text = "Rahmah Banjarmasin"
    words = (Word(0, 6, Box(0, 60, 40, 72)), Word(7, 18, Box(43, 60, 98, 72)))
    page = Page(1, 0, len(text), 100, 200, PageSource.TEXT, words)
    picture = Image.new("L", (200, 400), 255)
    hidden = [Redaction(1, "PERSON", 0, 6, 1, "[NAMA PANJANG SEKALI]")]
    drawn = Image.new("RGB", (112, 25), (90, 90, 90))
    result = paint_page(picture, page, page_pieces(page, hidden, text), text, hidden, lambda box: drawn)
    kept = next(word for word in result.words if word.text == "Banjarmasin")
    assert kept.box.width < 50
    columns, _ = result.picture.point([255 if level == 90 else 0 for level in range(256)]).getprojection()
    assert 0 < sum(columns) <= 2 * kept.box.width + 2


@pytest.mark.parametrize(("level", "outlined"), [(255, False), (140, False), (40, True), (0, True)])
def test_bar_on_a_dark_ground_has_an_outline(level: int, outlined: bool):
    page = Page(1, 0, 6, 300, 200, PageSource.OCR, (Word(0, 6, Box(50, 60, 110, 72)),))
    hidden = [Redaction(1, "PERSON", 0, 6, 1, "[NAMA]"), Redaction(2, "REGION", 0, 0, 1, "[BAGIAN]", (WIDE,))]
    picture = Image.new("L", (600, 400), level)
    made = paint_page(picture, page, page_pieces(page, hidden, "Rahmah"), "Rahmah", hidden)
    corners = [(int(bar.box.x0 * SCALE) - 1, int(bar.box.y1 * SCALE)) for bar in made.bars if bar.box]
    assert len(corners) == 2
    assert [made.picture.getpixel((x, y - 2)) for x, y in corners] == [255 if outlined else level] * 2


WIDE = Box(50, 100, 200, 140)
NARROW = Box(150, 60, 190, 72)


def in_a_cell(word: Box, label: str, *, left: float, right: float, before: str = "") -> dict[str, Box]:
    """A hidden name between two ruled lines, which are all that is drawn, with the bars where they stand."""
    text = f"{before}Rahmah"
    words = [Word(len(before), len(text), word)]
    if before:
        words.insert(0, Word(0, len(before), Box(left + 3, word.y0, word.x0 - 3, word.y1)))
    page = Page(1, 0, len(text), 300, 200, PageSource.TEXT, tuple(words))
    picture = Image.new("L", (600, 400), 255)
    for x in (left, right):
        ImageDraw.Draw(picture).rectangle((x * SCALE, 80, x * SCALE + 1, 190), fill=0)
    hidden = [Redaction(1, "AGE", len(before), len(text), 1, label)]
    made = paint_page(picture, page, page_pieces(page, hidden, text), text, hidden)
    return {said.text: said.box for said in made.words}


def test_label_without_room_says_its_word_alone():
    assert in_a_cell(NARROW, "[UMUR · 17.h]", left=146, right=260).keys() == {"[UMUR · 17.h]"}
    assert in_a_cell(NARROW, "[UMUR · 17.h]", left=146, right=192).keys() == {"[UMUR]"}
    assert in_a_cell(NARROW, "[UMUR]", left=146, right=160).keys() == {"[UMUR]"}


def test_label_beside_words_may_be_smaller_before_it_loses_its_ground():
    word = Box(100, 60, 140, 72)
    said = in_a_cell(word, "[UMUR · 17.h]", left=76, right=150, before="usia")
    assert said.keys() == {"usia", "[UMUR · 17.h]"}


def test_bar_does_not_reach_over_the_ruled_line_in_front_of_it():
    """Wherever the name began in its cell: behind the line, which tells no more than the grid."""
    begins = {
        in_a_cell(Box(x, 60, x + 30, 72), "[UMUR]", left=146, right=260)["[UMUR]"].x0 for x in (152, 158, 165)
    }
    assert len(begins) == 1 and min(begins) > 147


def test_region_too_small_for_the_whole_label_says_its_word():
    region = Redaction(1, "REGION", 0, 0, 1, "[BAGIAN · 17.h]", boxes=(Box(50, 50, 95, 60),))
    assert [word.text for word in painted("", (), [region]).words] == ["[BAGIAN]"]
