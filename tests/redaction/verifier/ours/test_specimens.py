"""A letter is known when words that hold it read as they say, and no letter that lies is."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from terbuka.documents import Box
from terbuka.documents.ocr import Ocr
from terbuka.documents.reader import open_document
from terbuka.redaction.verifier.ours.operators import PageText, Run, page_text
from terbuka.redaction.verifier.ours.pages import font_of, letters_of
from terbuka.redaction.verifier.ours.pdf_font import Outline
from terbuka.redaction.verifier.ours.specimens import Letter, Specimens
from terbuka.redaction.writers.pdf import write
from tests.redaction.conftest import plan_hiding

SIZE = (420.0, 200.0)
BODY = (
    '#set page(width: 420pt, height: 200pt, margin: 30pt)\n#set text(font: "Libertinus Serif", size: 12pt)\n'
    "Saksi Melati Dewi hadir di kantor kelurahan; saksi itu ditanya dan menjawab dua kali, kantor ditutup.\n"
)


@pytest.fixture
def copied(typeset, tmp_path: Path) -> Callable[[str], Path]:
    """The copy of typst source in which a name is hidden."""

    def make(source: str) -> Path:
        original, path = typeset(source), tmp_path / "copy.pdf"
        write(original, path, plan_hiding(open_document(original), "Melati Dewi"), lambda done, total: None)
        return path

    return make


def are_known(path: Path, change: Callable[[dict[int, Letter]], None] = lambda letters: None) -> bool:
    """Whether the letters of the first page are, after a ``change`` of what they are said to be."""
    page = PdfReader(path).pages[0]
    font = font_of([page])
    letters = letters_of(font)
    contents = page.get_contents()
    assert contents is not None
    text = page_text(contents.get_data(), SIZE[1], [0, *(letters[at].width for at in sorted(letters))])
    change(letters)
    return _are_known(font, letters, text)


def _are_known(font: Any, letters: dict[int, Letter], text: PageText) -> bool:
    specimens = Specimens(letters)
    specimens.meet(text)
    with Ocr() as ocr:
        known = specimens.read(ocr, font)
    return all(number in known for run in text.runs for number in run.letters)


def named(letters: dict[int, Letter], text: str) -> int:
    return next(number for number, letter in letters.items() if letter.text == text)


def test_letters_that_draw_what_they_say_are_known(copied) -> None:
    assert are_known(copied(BODY))


def test_letter_that_says_what_it_does_not_draw_is_not_known(copied) -> None:
    def lie(letters: dict[int, Letter]) -> None:
        at = named(letters, "k")
        letters[at] = letters[at]._replace(text="m")

    assert not are_known(copied(BODY), lie)


def test_letter_that_draws_beside_its_place_is_not_known(copied) -> None:
    def widen(letters: dict[int, Letter]) -> None:
        outline = letters[named(letters, "k")].outline
        outline.box = (0, 0, 3000, 500)

    assert not are_known(copied(BODY), widen)


def test_sign_that_is_no_simple_drawing_is_read(copied) -> None:
    def draw_more(letters: dict[int, Letter]) -> None:
        letters[named(letters, "•")].outline.shapes = 2

    assert are_known(copied(BODY.replace("Saksi", "• Saksi")), draw_more)


def test_letter_that_the_font_does_not_have_is_not_known(copied) -> None:
    def drop(letters: dict[int, Letter]) -> None:
        del letters[named(letters, "k")]

    assert not are_known(copied(BODY), drop)


def test_letter_that_only_stands_by_itself_is_not_known(copied) -> None:
    font = font_of(PdfReader(copied(BODY)).pages)
    letters = letters_of(font)
    alone = PageText((Run((named(letters, "k"),), Box(30, 30, 40, 42)),), (), in_picture=False)
    assert not _are_known(font, letters, alone)


def test_sign_that_draws_a_letter_is_not_known(copied) -> None:
    def lie(letters: dict[int, Letter]) -> None:
        at = named(letters, "k")
        letters[at] = letters[at]._replace(text=";")

    assert not are_known(copied(BODY), lie)


@pytest.mark.parametrize(("drawn", "said"), [(":", "k"), (";", "M"), ("2", "7"), ("x", ";")])
def test_letter_by_itself_that_says_what_it_does_not_draw_is_not_known(copied, drawn: str, said: str) -> None:
    def lie(letters: dict[int, Letter]) -> None:
        at = named(letters, drawn)
        letters[at] = letters[at]._replace(text=said)

    path = copied(BODY + "Kantor : 2 ; x perkara 3571, nomor 4413")
    assert are_known(path) and not are_known(path, lie)


def outline(width: int, height: int, area: float, shapes: int = 1, bottom: int = 0) -> Outline:
    drawn = object.__new__(Outline)
    drawn.box, drawn.area, drawn.shapes, drawn.data = (0, bottom, width, bottom + height), area, shapes, b""
    return drawn


@pytest.mark.parametrize(
    ("text", "drawn", "is_plain"),
    [
        ("-", outline(300, 60, 18000), True),
        ("•", outline(300, 300, 70000), True),
        (" ", None, True),
        ("-", outline(300, 200, 60000), False),  # too high
        ("-", outline(100, 90, 4000), False),  # not full
        ("•", outline(300, 600, 170000), False),  # not round
        ("•", outline(300, 300, 40000), False),  # an O would be so empty
        ("•", outline(300, 300, 70000, shapes=2), False),
        ("i", outline(300, 300, 70000), False),
        ("|", outline(60, 1000, 60000, bottom=-250), True),
        ("|", outline(60, 700, 42000), False),  # ends on the line, as an "l" does
        ("|", outline(60, 1000, 50000, bottom=-250), False),  # bent
        ("l", outline(60, 1000, 60000, bottom=-250), False),
    ],
)
def test_plain_signs_are_dashes_lines_and_dots(text: str, drawn: Outline | None, is_plain: bool) -> None:
    assert Letter(text, drawn, 500).is_plain_sign is is_plain


@pytest.mark.parametrize(
    ("text", "drawn", "may_be"),
    [
        ("!", outline(90, 720, 64000), True),
        ("|", outline(60, 700, 42000), True),
        ("!", None, False),
        ("I", outline(90, 720, 64000), False),  # is one
        ("!", outline(90, 720, 64000, shapes=2), False),
        ("/", outline(280, 740, 60000), False),  # leans
        ("'", outline(70, 250, 17500, bottom=450), False),
        ("|", outline(60, 1000, 60000, bottom=-250), False),
        ("·", outline(70, 230, 16000, bottom=100), False),
    ],
)
def test_sign_that_draws_a_stroke_on_the_line_may_be_a_letter(
    text: str, drawn: Outline | None, may_be: bool
) -> None:
    assert Letter(text, drawn, 500).may_be_a_letter is may_be


def test_sign_that_may_be_a_letter_is_not_known_whatever_is_read(copied) -> None:
    def lie(letters: dict[int, Letter]) -> None:
        at = named(letters, ":")
        letters[at] = letters[at]._replace(outline=outline(90, 720, 64000))

    path = copied(BODY + "Kantor : 2")
    assert are_known(path) and not are_known(path, lie)


def test_words_are_read_until_each_letter_is_known(copied) -> None:
    """Of letters that lie all is tried that they stand in."""

    def lie(letters: dict[int, Letter]) -> None:
        at = named(letters, "a")
        letters[at] = letters[at]._replace(text="o")

    path = copied(BODY + "satu dua tiga papan rapat kapal badan taman makan malam salam padam dalam asal")
    assert not are_known(path, lie)
