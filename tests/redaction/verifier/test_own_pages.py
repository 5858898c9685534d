"""Pages of real text are known without being read, and read as soon as there is more on them."""

import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader

from terbuka.documents import Box
from terbuka.documents.ocr import Ocr
from terbuka.documents.reader import open_document
from terbuka.redaction.plan import readable_pages
from terbuka.redaction.verifier import own_pages
from terbuka.redaction.verifier.inspect import inspect
from terbuka.redaction.verifier.operators import PageText, Run
from terbuka.redaction.verifier.own_pages import OwnPages
from terbuka.redaction.verifier.reading import Drawn
from terbuka.redaction.verifier.rendering import draw
from terbuka.redaction.verifier.specimens import Letter, Specimens
from terbuka.redaction.verify import secrets_of
from terbuka.redaction.writers.encode import Encoded, image_stream
from terbuka.redaction.writers.pdf import write
from tests.documents.samples.codes import code_image
from tests.redaction.conftest import plan_hiding

SIZE = (420.0, 200.0)
BODY = (
    '#set page(width: 420pt, height: 200pt, margin: 30pt)\n#set text(font: "Libertinus Serif", size: 12pt)\n'
    "Saksi Melati Dewi hadir di kantor kelurahan; saksi itu ditanya dan menjawab dua kali, kantor ditutup.\n"
)
PAGES_ALIKE = 3


@pytest.fixture
def copied(typeset, tmp_path: Path) -> Callable[..., tuple[Path, dict]]:
    """The copy of typst source in which a name is hidden, and what the verifier is told of it."""

    def make(source: str) -> tuple[Path, dict]:
        original, path = typeset(source), tmp_path / "copy.pdf"
        plan = plan_hiding(open_document(original), "Melati Dewi")
        placed = write(original, path, plan, lambda done, total: None)
        secrets = [[s.number, s.type, s.text] for s in secrets_of(plan)]
        return path, {
            "public": str(path),
            "secrets": secrets,
            "pages": readable_pages(plan, placed),
            "ours": True,
        }

    return make


def to_be_read(path: Path) -> tuple[list[int], list[int]]:
    """(the pages that have to be read, those that were drawn to find that out)."""
    drawn: list[int] = []

    def drawing(number: int) -> Drawn:
        drawn.append(number)
        return draw(path, number, SIZE)

    with Ocr() as ocr:
        return OwnPages(PdfReader(path)).to_be_read(ocr, drawing), drawn


def specimens(path: Path, change: Callable[[dict[int, Letter]], None] = lambda letters: None) -> bool:
    """Whether the first page is known, after a ``change`` of what its letters are said to be."""
    page = PdfReader(path).pages[0]
    letters = own_pages._letters([page])
    text = own_pages._text(page, [0, *(letters[at].width for at in sorted(letters))])
    change(letters)
    known = Specimens(letters)
    with Ocr() as ocr:
        known.read(ocr, {1: text}, lambda number: draw(path, number, SIZE))
    return known.knows(text)


def named(letters: dict[int, Letter], text: str) -> int:
    return next(number for number, letter in letters.items() if letter.text == text)


def behind(path: Path, picture: Image.Image) -> None:
    """Put another picture behind the text of the first page."""
    grey = picture.convert("L")
    encoded = Encoded(zlib.compress(grey.tobytes()), *grey.size, "/FlateDecode", "/DeviceGray", 8)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].Resources.XObject.P = image_stream(pdf, encoded)
        pdf.save(path, deterministic_id=True, min_version="1.7", fix_metadata_version=False)


def picture_of(path: Path) -> Image.Image:
    with pikepdf.open(path) as pdf:
        return pikepdf.PdfImage(pdf.pages[0].Resources.XObject.P).as_pil_image().convert("L")


def test_pages_of_real_text_and_bars_are_known(copied) -> None:
    path, request = copied("#pagebreak()\n".join([BODY] * PAGES_ALIKE))
    assert to_be_read(path) == ([], [1])
    assert inspect(request, lambda done, total: None)["passed"]


def test_page_of_text_without_a_bar_is_known(copied) -> None:
    path, _ = copied(BODY.replace("Melati Dewi ", ""))
    assert to_be_read(path)[0] == []


def test_page_with_the_lines_of_a_table_is_known(copied) -> None:
    path, _ = copied(BODY + "#table(columns: 2, [Saksi], [Melati Dewi], [kantor], [ditutup])")
    assert to_be_read(path)[0] == []


def test_page_without_real_text_is_read(copied) -> None:
    path, _ = copied("#set page(width: 420pt, height: 200pt)\n#rect(width: 90pt, height: 60pt)")
    assert to_be_read(path)[0] == [1]


def test_page_with_real_text_behind_one_without_is_known(copied) -> None:
    path, _ = copied(BODY.split("\n")[0] + "\n#rect(width: 90pt, height: 60pt) #pagebreak()" + BODY)
    assert to_be_read(path)[0] == [1]


def test_page_with_a_photograph_is_read(copied) -> None:
    path, _ = copied(BODY + "#rect(width: 120pt, height: 60pt, fill: gradient.linear(black, white))")
    assert to_be_read(path)[0] == [1]


def test_page_that_is_a_picture_is_read(copied) -> None:
    path, _ = copied(BODY + "#text(stroke: 1pt + red)[Kantor]")
    assert to_be_read(path)[0] == [1]


def test_page_with_text_on_its_side_is_read(copied) -> None:
    path, _ = copied(BODY + "#rotate(90deg, reflow: true)[saksi]")
    assert to_be_read(path)[0] == [1]


def test_name_in_the_picture_behind_the_text_survives(copied) -> None:
    path, request = copied(BODY)
    picture = picture_of(path)
    ImageDraw.Draw(picture).text((300, 400), "Melati Dewi", fill=0, font_size=40)
    behind(path, picture)
    assert to_be_read(path)[0] == [1]
    found = inspect(request, lambda done, total: None)
    assert "pixels" in {s["class"] for check in found["checks"] for s in check["survivors"]}


def test_code_in_the_picture_behind_the_text_is_read(copied) -> None:
    path, _ = copied(BODY)
    picture = picture_of(path)
    picture.paste(code_image("Melati Dewi"), (300, 300))
    behind(path, picture)
    assert to_be_read(path)[0] == [1]


def test_pale_writing_behind_the_text_is_read(copied) -> None:
    path, _ = copied(BODY)
    picture = picture_of(path)
    ImageDraw.Draw(picture).text((300, 400), "Melati Dewi", fill=250, font_size=40)
    behind(path, picture)
    assert to_be_read(path)[0] == [1]


def test_letters_that_draw_what_they_say_are_known(copied) -> None:
    assert specimens(copied(BODY)[0])


def test_letter_that_says_what_it_does_not_draw_is_not_known(copied) -> None:
    def lie(letters: dict[int, Letter]) -> None:
        at = named(letters, "k")
        letters[at] = letters[at]._replace(text="m")

    assert not specimens(copied(BODY)[0], lie)


def test_letter_that_draws_beside_its_place_is_not_known(copied) -> None:
    def widen(letters: dict[int, Letter]) -> None:
        outline = letters[named(letters, "k")].outline
        outline.box = (0, 0, 3000, 500)

    assert not specimens(copied(BODY)[0], widen)


def test_sign_that_is_no_simple_drawing_is_not_known(copied) -> None:
    def draw_more(letters: dict[int, Letter]) -> None:
        letters[named(letters, "•")].outline.points = 200

    path, _ = copied(BODY.replace("Saksi", "• Saksi"))
    assert specimens(path) and not specimens(path, draw_more)


def test_letter_that_the_font_does_not_have_is_not_known(copied) -> None:
    def drop(letters: dict[int, Letter]) -> None:
        del letters[named(letters, "k")]

    assert not specimens(copied(BODY)[0], drop)


def test_letter_that_only_stands_by_itself_is_not_known(copied) -> None:
    path, _ = copied(BODY)
    letters = own_pages._letters([PdfReader(path).pages[0]])
    alone = PageText((Run((named(letters, "k"),), Box(30, 30, 40, 42)),), ())
    known = Specimens(letters)
    with Ocr() as ocr:
        known.read(ocr, {1: alone}, lambda number: draw(path, number, SIZE))
    assert not known.knows(alone)


def test_words_are_read_until_each_letter_is_known(copied) -> None:
    """Of letters that lie all is tried that they stand in."""

    def lie(letters: dict[int, Letter]) -> None:
        at = named(letters, "a")
        letters[at] = letters[at]._replace(text="o")

    path, _ = copied(BODY + "satu dua tiga papan rapat kapal badan taman makan malam salam padam dalam asal")
    assert not specimens(path, lie)
