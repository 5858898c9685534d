"""Every word of the text layer is held against the pixels in its place. All persons are invented."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PIL import Image, ImageDraw, ImageFont

from terbuka.documents import Box
from terbuka.documents.lines import LooseWord
from terbuka.documents.ocr import Ocr, Reading
from terbuka.redaction.verifier.pixels.agreement import Agreement, agree
from terbuka.redaction.verifier.pixels.reading import Drawn

pytestmark = pytest.mark.ocr
DPI = 200
POINTS = DPI / 72
FONT = ImageFont.load_default(34)


class Sheet:
    """A page on which words are drawn, and what its text layer would say of them."""

    def __init__(self) -> None:
        self.picture = Image.new("RGB", (1400, 900), "white")
        self.words: list[LooseWord] = []

    def line(self, y: float, *words: str, x: float = 60) -> "Sheet":
        """Draw the words on a line at ``y`` pixels, and say them."""
        for word in words:
            width = FONT.getlength(word)
            ImageDraw.Draw(self.picture).text((x, y), word, fill="black", font=FONT)
            self.say(word, x, y, width)
            x += width + 12
        return self

    def say(self, text: str, x: float, y: float, width: float = 0, turn: int = 0) -> "Sheet":
        width = width or FONT.getlength(text)
        box = Box(*(round(side / POINTS, 2) for side in (x, y, x + width, y + 42)))
        self.words.append(LooseWord(text, box, turn=turn))
        return self


SENTENCES = (
    ("Pelapor", "datang", "ke", "kantor", "pada", "hari", "Senin"),
    ("dan", "menerangkan", "bahwa", "sepeda", "motornya", "hilang"),
    ("Biaya", "perkara", "Rp", "125.000,-", "dibayar", "lunas"),
)


@pytest.fixture
def sheet() -> Sheet:
    made = Sheet()
    for number, words in enumerate(SENTENCES):
        made.line(80 + 60 * number, *words)
    return made


@pytest.fixture
def ocr() -> Iterator[Ocr]:
    with Ocr() as reader:
        yield reader


def held(ocr: Ocr, sheet: Sheet) -> Agreement:
    drawn = Drawn(sheet.picture, DPI)
    return agree(ocr, drawn, sheet.words, ocr.read_page(sheet.picture, DPI).result())


def texts(words: tuple[LooseWord, ...]) -> list[str]:
    return [word.text for word in words]


def test_words_that_the_pixels_show_agree(ocr: Ocr, sheet: Sheet) -> None:
    agreement = held(ocr, sheet)
    assert sorted(texts(agreement.shown)) == sorted(word for line in SENTENCES for word in line)
    assert not agreement.unshown and not agreement.unsaid
    assert Drawn(sheet.picture, DPI).ink.unread(agreement.read) == []


@pytest.mark.parametrize(
    ("text", "x", "y"),
    [
        ("Aminah", 600, 500),  # on bare paper
        ("Aminah", 60, 80),  # over another word
        ("Siti", 60, 140),
        ("SA", 600, 500),
        ("6371034704880003", 600, 500),
        ("Pelapor", 600, 500),  # a word of the page, but not there
        ("Aminah", 5000, 80),  # beside the page
    ],
)
def test_word_that_the_pixels_do_not_show_is_unshown(
    ocr: Ocr, sheet: Sheet, text: str, x: int, y: int
) -> None:
    sheet.say(text, x, y)
    assert text in texts(held(ocr, sheet).unshown)


def test_word_in_a_huge_box_is_not_found_somewhere_in_it(ocr: Ocr, sheet: Sheet) -> None:
    sheet.words.append(LooseWord("hilang", Box(0, 0, 500, 320)))
    assert "hilang" in texts(held(ocr, sheet).unshown)


@pytest.mark.parametrize(
    ("said", "drawn"),
    [
        ("Aminah", "Rahman"),
        ("Tati", "topi"),
        ("6371034704880003", "6371034704880999"),
        ("081348660021", "081348669921"),
        ("17", "71"),
        ("17", "12"),
        ("12.45", "12.46"),
        ("SA", "RW"),
    ],
)
def test_word_that_is_only_like_what_stands_there_is_unshown(
    ocr: Ocr, sheet: Sheet, said: str, drawn: str
) -> None:
    sheet.line(400, "nomor", drawn, "dicatat")
    at = next(index for index, word in enumerate(sheet.words) if word.text == drawn)
    sheet.words[at] = LooseWord(said, sheet.words[at].box)
    agreement = held(ocr, sheet)
    assert said in texts(agreement.unshown)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_few_short_words_with_one_letter_wrong_are_errors_of_reading(
    ocr: Ocr, sheet: Sheet, count: int
) -> None:
    """More are no accident: three would spell a name."""
    for number, (said, drawn) in enumerate([("Tati", "tadi"), ("RT", "RW"), ("ESA", "EKA")][:count]):
        sheet.line(400 + 60 * number, "nomor", drawn, "dicatat")
        sheet.words[-2] = LooseWord(said, sheet.words[-2].box)
    unshown = texts(held(ocr, sheet).unshown)
    assert unshown == ([] if count < 3 else ["Tati", "RT", "ESA"])


def test_long_number_with_one_figure_wrong_is_an_error_of_reading(ocr: Ocr, sheet: Sheet) -> None:
    """What is blurred in the copy is read as another figure each time."""
    sheet.line(400, "jumlah", "5.582.500", "rupiah")
    sheet.words[-2] = replace(sheet.words[-2], text="6.582.500")
    assert held(ocr, sheet).unshown == ()
    sheet.words[-2] = replace(sheet.words[-2], text="6.583.500")
    assert texts(held(ocr, sheet).unshown) == ["6.583.500"]


def corner(sheet: Sheet, y: int, said: str) -> tuple[Sheet, LooseWord]:
    """Empty cells of a table, over which the layer says something; and what was read in their place."""
    pen = ImageDraw.Draw(sheet.picture)
    for x in (800, 830, 860):
        pen.line((x, y, x, y + 40), fill="black", width=3)
    pen.line((700, y, 860, y), fill="black", width=3)
    pen.line((700, y + 40, 860, y + 40), fill="black", width=3)
    sheet.say(said, 800, y, 60)
    return sheet, LooseWord("LL", sheet.words[-1].box, confidence=40.0)


@pytest.mark.parametrize(
    ("said", "unshown"),
    [
        (["D9"], []),
        (["D9", "8"], []),
        (["D9", "K8", "8"], ["D9", "K8", "8"]),
        (["D98"], ["D98"]),
        (["D9", "Tati"], ["D9", "Tati"]),
    ],
)
def test_few_signs_where_nothing_can_be_read_surely_pass(
    ocr: Ocr, sheet: Sheet, said: list[str], unshown: list[str]
) -> None:
    """The lines of a table are read as this or that, also by who wrote the copy."""
    read = ocr.read_page(sheet.picture, DPI).result().words
    doubtful = [corner(sheet, 400 + 80 * number, text)[1] for number, text in enumerate(said)]
    drawn = Drawn(sheet.picture, DPI)
    agreement = agree(ocr, drawn, sheet.words, Reading((*read, *doubtful), 90.0))
    assert texts(agreement.unshown) == unshown
    sure = [replace(word, confidence=90.0) for word in doubtful]
    agreement = agree(ocr, drawn, sheet.words, Reading((*read, *sure), 90.0))
    assert texts(agreement.unshown) == said, "what is read surely is something else"


@pytest.mark.parametrize("figure", ["3.", "9.", "5"])
def test_figure_that_others_mislead_about_is_read_alone(ocr: Ocr, sheet: Sheet, figure: str) -> None:
    read = ocr.read_page(sheet.picture, DPI).result()
    small = ImageFont.load_default(22)
    pen = ImageDraw.Draw(sheet.picture)
    pen.text((100, 400), figure, fill="black", font=small)
    box = Box(*(side / POINTS for side in pen.textbbox((100, 400), figure, font=small)))
    sheet.words.append(LooseWord(figure, box))
    corner(sheet, 600, "D9")
    assert texts(agree(ocr, Drawn(sheet.picture, DPI), sheet.words, read).unshown) == ["D9"]


def test_words_that_reading_runs_together_are_one_place(ocr: Ocr, sheet: Sheet) -> None:
    """The writer cuts a word at the edge of what it hides; the pieces stand against each other."""
    sheet.line(400, "STPL/118/III/2022/SPKT", "diterima")
    whole = next(word for word in sheet.words if word.text.startswith("STPL"))
    sheet.words.remove(whole)
    middle = whole.box.x0 + FONT.getlength("STPL/118/III/") / POINTS
    sheet.words += [
        LooseWord("STPL/118/III/", Box(whole.box.x0, whole.box.y0, middle, whole.box.y1)),
        LooseWord("2022/SPKT", Box(middle, whole.box.y0, whole.box.x1, whole.box.y1)),
    ]
    assert held(ocr, sheet).unshown == ()


def test_name_among_words_that_are_run_together_is_unshown(ocr: Ocr, sheet: Sheet) -> None:
    """However long the word it hides in, the errors of reading never add up to a whole word."""
    sheet.line(400, "dipertanggungjawabkannya", "diterima")
    box = next(word.box for word in sheet.words if word.text.startswith("dipert"))
    sheet.words.append(LooseWord("Tati", Box(box.x0 + 40, box.y0, box.x0 + 60, box.y1)))
    assert "Tati" in texts(held(ocr, sheet).unshown)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_word_is_read_in_its_turn(ocr: Ocr, sheet: Sheet, turn: int) -> None:
    strip = Image.new("RGB", (round(FONT.getlength("catatan")), 42), "white")
    ImageDraw.Draw(strip).text((0, 0), "catatan", fill="black", font=FONT)
    strip = strip.rotate(-turn, expand=True)
    sheet.picture.paste(strip, (700, 400))
    box = Box(*(side / POINTS for side in (700, 400, 700 + strip.width, 400 + strip.height)))
    sheet.words.append(LooseWord("catatan", box, turn=turn))
    assert "catatan" in texts(held(ocr, sheet).shown)
    sheet.words[-1] = LooseWord("Aminah", box, turn=turn)
    assert "Aminah" in texts(held(ocr, sheet).unshown)


def test_cell_between_ruled_lines_is_read(ocr: Ocr, sheet: Sheet) -> None:
    pen = ImageDraw.Draw(sheet.picture)
    for number, figure in enumerate(("1", "2", "7")):
        top = 400 + 60 * number
        sheet.line(top, figure, "barang", x=80)
        pen.line((60, top - 12, 700, top - 12), fill="black", width=3)
        pen.line((66, top - 12, 66, top + 48), fill="black", width=3)
        left = sheet.words[-2]
        sheet.words[-2] = LooseWord("|" + left.text, Box(62 / POINTS, left.box.y0, *left.box[2:]))
    assert held(ocr, sheet).unshown == ()


def test_what_the_pixels_show_and_the_layer_does_not_say_is_unsaid(ocr: Ocr, sheet: Sheet) -> None:
    said = list(sheet.words)
    sheet.line(400, "Siti", "Aminah", "binti", "Hasan")
    sheet.words = said
    assert texts(held(ocr, sheet).unsaid) == ["Siti", "Aminah", "binti", "Hasan"]


def test_name_that_is_run_together_with_a_word_is_unsaid(ocr: Ocr, sheet: Sheet) -> None:
    """Of ``pelaporAminah`` the layer says only the half: the other half is on the page all the same."""
    sheet.line(400, "pelaporAminah")
    whole = sheet.words.pop()
    end = whole.box.x0 + FONT.getlength("pelapor") / POINTS
    sheet.words.append(LooseWord("pelapor", Box(whole.box.x0, whole.box.y0, end, whole.box.y1)))
    assert any("minah" in text for text in texts(held(ocr, sheet).unsaid))


def test_signs_say_nothing_and_account_for_their_ink(ocr: Ocr, sheet: Sheet) -> None:
    sheet.line(400, "-" * 60).line(460, "lunas", ").", "***")
    agreement = held(ocr, sheet)
    assert not agreement.unshown and not agreement.unsaid
    assert Drawn(sheet.picture, DPI).ink.unread(agreement.read) == []


def test_row_of_signs_accounts_for_no_writing(ocr: Ocr, sheet: Sheet) -> None:
    """Nor does one beside the page."""
    box = Box(60 / POINTS, 400 / POINTS, 700 / POINTS, 450 / POINTS)
    pen = ImageDraw.Draw(sheet.picture)
    for x in range(60, 690, 14):
        pen.line((x, 405 + (x * 7) % 30, x + 12, 445 - (x * 5) % 30), fill="black", width=4)
    sheet.words += [LooseWord("-" * 40, box), LooseWord("-" * 40, Box(900, 400, 990, 412))]
    agreement = held(ocr, sheet)
    assert box not in agreement.read
    assert Drawn(sheet.picture, DPI).ink.unread(agreement.read)


@pytest.mark.parametrize(("ground", "ink"), [("#729fcf", "black"), ("#1f3864", "white")])
def test_words_in_a_box_of_colour_are_read(ocr: Ocr, sheet: Sheet, ground: str, ink: str) -> None:
    draw = ImageDraw.Draw(sheet.picture)
    draw.rectangle((50, 480, 620, 660), fill=ground)
    draw.text((60, 500), "Catatan", fill=ink, font=FONT)
    draw.text((60, 560), "telepon", fill=ink, font=FONT)
    sheet.say("Catatan", 60, 500).say("telepon", 60, 560)
    assert not held(ocr, sheet).unshown
    sheet.say("Aminah", 300, 600)
    assert texts(held(ocr, sheet).unshown) == ["Aminah"]


def test_word_as_pale_as_its_box_is_unshown(ocr: Ocr, sheet: Sheet) -> None:
    draw = ImageDraw.Draw(sheet.picture)
    draw.rectangle((50, 480, 620, 660), fill="#729fcf")
    draw.text((60, 500), "Aminah", fill="#729fce", font=FONT)
    assert texts(held(ocr, sheet.say("Aminah", 60, 500)).unshown) == ["Aminah"]
