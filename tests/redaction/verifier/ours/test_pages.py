"""Pages of real text are known without being read, and read as soon as there is more on them."""

import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader

from terbuka.documents.ocr import Ocr
from terbuka.documents.reader import open_document
from terbuka.redaction.plan import readable_pages
from terbuka.redaction.verifier.inspect import inspect
from terbuka.redaction.verifier.ours.pages import OwnPages
from terbuka.redaction.verifier.pixels.reading import DPI
from terbuka.redaction.verifier.pixels.rendering import draw
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


def to_be_read(path: Path) -> tuple[list[int], set[int]]:
    """(the pages that have to be read, those of which only the picture behind is)."""
    own = OwnPages(PdfReader(path))
    with Ocr() as ocr:
        return own.to_be_read(ocr), own.behind


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


def survivors(request: dict) -> set[str]:
    answer = inspect(request, lambda done, total: None)
    return {s["class"] for check in answer["checks"] for s in check["survivors"]}


def test_pages_of_real_text_and_bars_are_known(copied) -> None:
    path, request = copied("#pagebreak()\n".join([BODY] * PAGES_ALIKE))
    assert to_be_read(path) == ([], {1, 2, 3})
    assert survivors(request) == set()


def test_page_of_text_without_a_bar_is_known(copied) -> None:
    path, _ = copied(BODY.replace("Melati Dewi ", ""))
    assert to_be_read(path)[0] == []


@pytest.mark.parametrize(
    "behind",
    [
        "#table(columns: 2, [Saksi], [Melati Dewi], [kantor], [ditutup])",
        "#rect(width: 120pt, height: 60pt, fill: gradient.linear(black, white))",
    ],
)
def test_of_a_page_of_real_text_only_the_picture_behind_is_read(copied, behind: str) -> None:
    path, request = copied(BODY + behind)
    assert to_be_read(path) == ([1], {1})
    assert survivors(request) == set()


def test_picture_of_shades_behind_the_text_is_read_as_large_as_letters(copied, tmp_path: Path) -> None:
    down, around = Image.linear_gradient("L"), Image.radial_gradient("L")
    Image.merge("RGB", (down, down.rotate(90), around)).resize((300, 150)).save(tmp_path / "foto.png")
    path, request = copied(BODY + '#image("foto.png", width: 200pt)')
    assert PdfReader(path).pages[0]["/Resources"]["/XObject"]["/P"]["/Filter"] == "/DCTDecode"
    own = OwnPages(PdfReader(path))
    with Ocr() as ocr:
        (number,) = own.to_be_read(ocr)
    assert own.seen(number, lambda number: draw(path, number, SIZE)).dpi == DPI
    assert survivors(request) == set()


def test_page_without_real_text_is_read(copied) -> None:
    path, _ = copied("#set page(width: 420pt, height: 200pt)\n#rect(width: 90pt, height: 60pt)")
    assert to_be_read(path) == ([1], set())


def test_page_with_real_text_behind_one_without_is_known(copied) -> None:
    path, _ = copied(BODY.split("\n")[0] + "\n#rect(width: 90pt, height: 60pt) #pagebreak()" + BODY)
    assert to_be_read(path) == ([1], {2})


@pytest.mark.parametrize("more", ["#text(stroke: 1pt + red)[Kantor]", "#rotate(90deg, reflow: true)[saksi]"])
def test_page_with_words_in_its_picture_or_on_their_side_is_read_whole(copied, more: str) -> None:
    path, request = copied(BODY + more)
    numbers, behind = to_be_read(path)
    assert (numbers, behind) == ([1], set())
    assert survivors(request) == set()


def written(size: int, level: int) -> Callable[[Image.Image], None]:
    """Writes the hidden name into a picture."""
    return lambda picture: ImageDraw.Draw(picture).text((100, 300), "Melati Dewi", fill=level, font_size=size)


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (written(40, 0), "pixels"),
        (written(14, 0), "pixels"),  # so small that strokes are dust
        (written(150, 0), "pixels"),  # so large that they are flat areas
        (written(150, 190), "pixels"),
        (written(40, 250), "hidden-text"),
        (lambda picture: picture.paste(code_image("Melati Dewi"), (300, 300)), "code"),
    ],
)
def test_name_in_the_picture_behind_the_text_survives(copied, change, kind: str) -> None:
    path, request = copied(BODY)
    picture = picture_of(path)
    change(picture)
    behind(path, picture)
    assert kind in survivors(request)
