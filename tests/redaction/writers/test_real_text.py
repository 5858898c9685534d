"""Pages of the file's own text come out as text: the same letters in the same places, nothing of the rest."""

import io
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops
from pypdf import PdfReader

from terbuka.documents import PageSource
from terbuka.documents.reader import open_document
from terbuka.redaction.model import Plan
from terbuka.redaction.writers.pdf import write
from tests.documents.samples.pdf import Sheet, pdf
from tests.documents.test_pdf_fonts import BAR, FOOT, HONEST, UNBOXED, type3
from tests.redaction.conftest import NAMES, plan_hiding

PAGE = "#set page(width: 400pt, height: 200pt, margin: 30pt)\n"


def copied(source: Path, plan: Plan) -> Path:
    target = source.with_name(f"copy-{source.name}")
    write(source, target, plan, lambda done, total: None)
    return target


@pytest.fixture
def copy_of(typeset) -> Callable[..., Path]:
    """The copy of a page of typst source in which ``hidden`` is hidden."""

    def make(source: str, hidden: str = "Melati Dewi") -> Path:
        path = typeset(PAGE + source, f"page-{abs(hash((source, hidden)))}.pdf")
        return copied(path, plan_hiding(open_document(path), hidden))

    return make


def operators(path: Path) -> str:
    return PdfReader(path).pages[0]["/Contents"].get_object().get_data().decode()


def has_text(path: Path, page: int = 0) -> bool:
    return "/G" in PdfReader(path).pages[page]["/Resources"]["/Font"]


def drawn(path: Path) -> Image.Image:
    return pypdfium2.PdfDocument(path)[0].render(scale=2).to_pil().convert("L")


def test_page_in_which_nothing_is_hidden_looks_the_same(typeset) -> None:
    source = typeset(
        PAGE + "= Laporan *tebal* _miring_\n#text(fill: red)[merah] H#sub[2]O fi ffi «é» \\ "
        "#rotate(90deg, reflow: true)[tegak] #box(fill: black, text(fill: white)[putih])"
    )
    copy = copied(source, plan_hiding(open_document(source), "Melati"))
    assert has_text(copy)
    difference = ImageChops.difference(drawn(source), drawn(copy))
    # smoothed edges differ by a shade; a letter that is missing or moved, by hundreds of pixels
    assert sum(difference.histogram()[128:]) < 20


def test_words_follow_in_reading_order(copy_of) -> None:
    copy = copy_of("Satu dua Melati Dewi tiga. \\ Empat lima Melati Dewi enam.")
    assert "Satu dua [NAMA · 17.h] tiga. " in " ".join(PdfReader(copy).pages[0].extract_text().split())
    said = subprocess.run(["pdftotext", "-raw", copy, "-"], capture_output=True, check=True).stdout.decode()
    assert said.split("\n")[:2] == ["Satu dua [NAMA · 17.h] tiga.", "Empat lima [NAMA · 17.h] enam."]


def test_font_has_no_letter_of_what_is_hidden_alone(copy_of) -> None:
    copy = copy_of("Saksi Qwxyz datang ke kantor.", "Qwxyz")
    font = PdfReader(copy).pages[0]["/Resources"]["/Font"]["/G"]
    meant = re.findall(r"<[\da-f]{4}> <([\da-f]+)>\n", font["/ToUnicode"].get_data().decode())[1:]
    letters = "".join(bytes.fromhex(code).decode("utf-16-be") for code in meant)
    assert sorted(letters) == sorted(" " + "".join(set("Saksidatangkekantor.")))
    program = font["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile2"].get_data()
    assert len(TTFont(io.BytesIO(program)).getGlyphOrder()) == len(letters) + 1


@pytest.mark.parametrize(
    ("align", "names"),
    [
        ("left", ("Melati Dewi", "Ali", "Muhammad Yasin Rahman")),
        ("center", ("Melati Dewi", "Melani Dewi")),
        ("right", ("Melati Dewi", "Melani Dewi")),
    ],
)
def test_copy_is_the_same_whatever_name_was_hidden(copy_of, align: str, names: tuple[str, ...]) -> None:
    """Neither the place of the words after it nor the spacing of their letters tells how long it was."""
    body = (
        f"#set align({align})\n#set par(justify: true)\nPada hari itu NAME hadir di kantor.\n\n"
        "Kepala kantor menerima laporan itu dan menandatanganinya di hadapan dua orang petugas.\n"
    )
    assert len({operators(copy_of(body.replace("NAME", name), name)) for name in names}) == 1


def test_ligature_goes_with_the_half_of_it_that_is_hidden(copy_of) -> None:
    text = PdfReader(copy_of("Surat fiat dan fial.", "fia(?=t)")).pages[0].extract_text()
    assert "t dan" in text and "fial" in text and "fiat" not in text
    cut = PdfReader(copy_of("Surat ofisial itu.", "ofi(?=s)|(?<=of)i(?=s)")).pages[0].extract_text()
    assert "ofi" not in cut and "sial" in cut


def test_page_with_a_rule_has_it_in_a_picture_and_its_words_as_text(copy_of) -> None:
    copy = copy_of("Kop surat #line(length: 100%) Saksi Melati Dewi hadir.")
    page = PdfReader(copy).pages[0]
    assert has_text(copy) and "/XObject" in page["/Resources"]
    assert copy.stat().st_size < 20_000


def test_page_of_text_alone_has_no_picture(copy_of) -> None:
    assert "/XObject" not in PdfReader(copy_of("Kantor ini buka.")).pages[0]["/Resources"]


@pytest.mark.parametrize(
    "source",
    [
        "#rotate(30deg)[SALINAN]",  # a slanted watermark
        "#text(stroke: 1pt + red)[Kantor]",  # outlined type
        "#text(fill: rgb(0, 0, 0, 50%))[Kantor]",  # see-through
    ],
)
def test_words_that_cannot_be_set_stay_in_the_picture(copy_of, typeset, source: str) -> None:
    copy = copy_of(f"{source} \\ Saksi Melati Dewi hadir. #place(bottom)[Kantor ini buka]")
    assert has_text(copy)
    set_anew = re.findall(r"\] TJ", operators(copy))
    assert len(set_anew) == 5  # Saksi hadir. Kantor ini buka
    with pikepdf.open(copy) as pages:
        picture = pikepdf.PdfImage(pages.pages[0].Resources.XObject.P).as_pil_image().convert("L")
    assert picture.crop((60, 60, 500, 180)).getextrema()[0] < 200


@pytest.mark.parametrize(
    "source",
    [
        "#text(fill: gradient.linear(red, blue))[Kantor] ini buka.",  # a pattern
        "#text(fill: luma(230))[Kantor] ini buka.",  # hardly to be seen
    ],
)
def test_page_whose_words_cannot_be_set_becomes_a_picture(copy_of, source: str) -> None:
    copy = copy_of(source)
    assert not has_text(copy)
    assert "/XObject" in PdfReader(copy).pages[0]["/Resources"]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_turned_cropped_and_enlarged_page_looks_the_same(typeset, rotation: int) -> None:
    path = typeset(
        PAGE + "Kantor #text(fill: blue)[ini] buka #rotate(90deg, reflow: true)[tegak]", "turned.pdf"
    )
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        page = document.pages[0].obj
        page.Rotate, page.UserUnit, page.CropBox = rotation, 1.5, pikepdf.Array([20, 40, 390, 190])
        document.save(path)
    copy = copied(path, plan_hiding(open_document(path), "Melati Dewi"))
    assert has_text(copy)
    same_size = drawn(path).resize(drawn(copy).size)  # PDFium knows nothing of user units
    difference = ImageChops.difference(same_size, drawn(copy))
    assert sum(difference.histogram()[200:]) < 60


@pytest.mark.parametrize("upright", [True, False])
@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_page_that_is_shown_turned_stays_text_in_reading_order(
    typeset, rotation: int, *, upright: bool
) -> None:
    """Its text may be turned with the page, or against it, so that a reader sees it upright."""
    path = typeset(PAGE + "Saksi Melati Dewi hadir. \\ Kantor buka.", f"turned-{rotation}-{upright}.pdf")
    back = {90: "0 1 -1 0 200 0", 180: "-1 0 0 -1 400 200", 270: "0 -1 1 0 0 400"}[rotation]
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        page = document.pages[0]
        page.obj.Rotate = rotation
        if upright:
            page.contents_add(f"q {back} cm".encode(), prepend=True)
            page.contents_add(b"Q")
            sides = [0, 0, 400, 200] if rotation == 180 else [0, 0, 200, 400]
            page.obj.MediaBox = pikepdf.Array(sides)
        document.save(path)
    copy = copied(path, plan_hiding(open_document(path), "Melati Dewi"))
    unseen = re.findall(r"<([\da-f]+)> Tj", operators(copy))
    assert [bytes.fromhex(code).decode("utf-16-be") for code in unseen] == ["[NAMA · 17.h] "]
    said = PdfReader(copy).pages[0].extract_text().split()
    assert said == ["Saksi", "[NAMA", "·", "17.h]", "hadir.", "Kantor", "buka."]


def test_letters_that_are_drawings_stay_pixels(tmp_path: Path) -> None:
    drawn_letters = {"I": UNBOXED + BAR, "L": UNBOXED + BAR + FOOT}
    content = HONEST + b"BT /L 20 Tf 60 600 Td (LILI) Tj ET\n"
    sheet = Sheet(content, fonts={"L": lambda made: type3(made, {"I": "I", "L": "L"}, drawn_letters)})
    (tmp_path / "drawn.pdf").write_bytes(pdf(sheet))
    document = open_document(tmp_path / "drawn.pdf")
    assert document.pages[0].source is PageSource.TEXT
    copy = copied(tmp_path / "drawn.pdf", plan_hiding(document, "Melati Dewi"))
    assert has_text(copy)
    unseen = re.findall(r"<([\da-f]+)> Tj", operators(copy))
    assert [bytes.fromhex(code).decode("utf-16-be") for code in unseen] == ["LILI "]


def test_plan_for_pixels_has_no_text(report: tuple[Path, Plan]) -> None:
    source, plan = report
    assert has_text(copied(source, plan))
    assert not has_text(copied(source, replace(plan, pixels=True)))


def test_narrow_cell_keeps_its_label_within_its_lines(copy_of) -> None:
    copy = copy_of("#table(columns: (60pt, 60pt), [Nama], [Ket.], [Melati Dewi], [hadir]) Melati Dewi")
    plan = plan_hiding(open_document(copy.with_name(copy.name.removeprefix("copy-"))), NAMES)
    assert plan.document.text
    picture = drawn(copy)
    rule = picture.crop((2 * 30 + 120 - 2, 60, 2 * 30 + 120 + 3, 130))
    assert rule.getextrema()[0] < 60  # the line between the cells is still there
