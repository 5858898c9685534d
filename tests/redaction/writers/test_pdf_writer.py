"""The public PDF holds the kept words in pixels and text, and nothing of what was hidden."""

import errno
import io
import subprocess
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader

from terbuka.documents import Box
from terbuka.documents.reader import open_document
from terbuka.redaction.writers.pdf import write
from tests.documents.samples.pdf import Sheet, pdf, text_line

from ..conftest import plan_hiding

SECRETS = ("RAHMAH", "6371034704880003", "YASIN", "WAYAN", "BUDI")
OFFICIAL = "FAHRUL ROZI"


def made(source, plan, target):
    steps = []
    placed = write(source, target, plan, lambda done, total: steps.append((done, total)))
    return placed, steps


def poppler_text(path):
    return subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout.decode()


def ocr_text(path):
    drawn = subprocess.run(["pdftoppm", "-r", "200", "-gray", str(path)], capture_output=True, check=True)
    read = subprocess.run(
        ["tesseract", "stdin", "stdout", "-l", "ind"], input=drawn.stdout, capture_output=True, check=True
    )
    return read.stdout.decode()


@pytest.fixture
def copy(report, tmp_path):
    source, plan = report
    placed, _ = made(source, plan, tmp_path / "copy.pdf")
    return tmp_path / "copy.pdf", plan, placed


def test_copy_has_no_secret_in_any_text(copy):
    path, _, _ = copy
    texts = poppler_text(path) + "".join(page.extract_text() for page in PdfReader(path).pages)
    for secret in SECRETS:
        assert secret not in texts.upper()
    assert OFFICIAL in texts and "[NAMA · 17.h]" in texts


@pytest.mark.ocr
def test_copy_has_no_secret_in_its_pixels(copy):
    text = ocr_text(copy[0])
    for secret in SECRETS:
        assert secret not in text.upper()
    assert OFFICIAL in text


def test_copy_tells_nothing_of_its_making(copy):
    path, _, _ = copy
    with pikepdf.open(path) as pdf:
        same_in_every_copy = {"/MarkInfo", "/StructTreeRoot", "/Metadata", "/OutputIntents"}
        assert set(pdf.Root.keys()) == {"/Type", "/Pages", "/Lang", *same_in_every_copy}
        assert "/Info" not in pdf.trailer
    assert b"Libertinus" not in path.read_bytes()


def test_copy_of_one_plan_is_the_same_every_time(report, tmp_path):
    source, plan = report
    made(source, plan, tmp_path / "one.pdf")
    made(source, plan, tmp_path / "two.pdf")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


CANDIDATES = (
    "Dewi Anggraini|Rini Wulandari|Sari Puspita|Ahmad Fauzi|Budi Santoso|Slamet Wibisono|Nurul Hidayah|"
    "Siti Maimunah|Agus Setiawan|Yanti Lestari"
)
WITH_A_NAME = """
#set page(width: 595.28pt, height: 300pt, margin: 56.7pt)
#set text(size: 11pt)
Nama : NAME \\
NIK : 6371010203850004

Pelapor NAME melapor kepada Aipda Joko Susilo bahwa motornya hilang di pasar.

#table(columns: (240pt, 1fr), [Pelapor NAME datang], [NAME])

#rotate(90deg, reflow: true)[catatan NAME saksi]
"""


def test_same_page_with_another_name_gives_the_same_copy(typeset, tmp_path):
    """Who has a copy and a list of names could else set each of them and compare the letters that stayed."""
    made_of = set()
    for name in CANDIDATES.split("|"):
        source = typeset(WITH_A_NAME.replace("NAME", name))
        plan = plan_hiding(open_document(source), CANDIDATES.replace(" ", r"\s+"))
        assert len(plan.redactions) == 5
        made(source, plan, tmp_path / "copy.pdf")
        made_of.add((tmp_path / "copy.pdf").read_bytes())
    assert len(made_of) == 1


def test_every_redaction_is_placed_on_its_page(copy):
    _, plan, placed = copy
    assert {bar.number for bar in placed} == {r.number for r in plan.redactions}
    page = plan.document.pages[0]
    assert all(0 <= bar.box.x0 < bar.box.x1 <= page.width + 40 for bar in placed)


def test_progress_is_told_page_by_page(report, tmp_path):
    source, plan = report
    assert made(source, plan, tmp_path / "copy.pdf")[1] == [(1, 1)]


def test_full_disk_is_said_and_ends_no_process(report, tmp_path):
    source, plan = report
    with pytest.raises(OSError, match="No space left") as refused:
        made(source, plan, Path("/dev/full"))
    assert refused.value.errno == errno.ENOSPC


def test_clean_black_and_white_page_is_small(copy):
    assert copy[0].stat().st_size < 30_000


def test_turned_words_are_hidden_and_kept_in_their_turn(copy):
    path, plan, _ = copy
    turned = [w for w in plan.document.pages[0].words if w.turn]
    assert turned, "the sample must hold turned text"
    text = poppler_text(path)
    assert "catatan" in text and "saksi" in text


def test_drawn_region_hides_pixels_and_the_words_under_it(typeset, tmp_path):
    source = typeset()
    document = open_document(source)
    word = next(w for w in document.pages[0].words if document.text[w.start : w.end] == "FAHRUL")
    region = Box(word.box.x0 + 5, word.box.y0, word.box.x1 - 5, word.box.y1)
    placed, _ = made(source, plan_hiding(document, r"$^", (1, region)), tmp_path / "copy.pdf")
    assert [bar.number for bar in placed] == [1] and placed[0].box.joined(word.box) == placed[0].box
    assert "FAHRUL" not in poppler_text(tmp_path / "copy.pdf")
    with Image.open(io.BytesIO(_drawn(tmp_path / "copy.pdf"))) as picture:
        scale = picture.width / 595
        assert picture.convert("L").getpixel(((word.box.x0 + 1) * scale, (word.box.y0 + 1) * scale)) == 0


def _drawn(path):
    return subprocess.run(["pdftoppm", "-r", "100", str(path)], capture_output=True, check=True).stdout


def test_trace_of_tiny_text_is_wiped(typeset, tmp_path):
    source = typeset(
        "#set page(width: 300pt, height: 200pt)\nTerbuka\n"
        "#place(dx: 20pt, dy: 60pt)[#text(size: 1.6pt)[Siti Rahmah]]"
    )
    document = open_document(source)
    traces = [part for part in document.hidden if part.box]
    assert traces, "tiny text must be told as a trace"
    made(source, plan_hiding(document), tmp_path / "copy.pdf")
    with Image.open(io.BytesIO(_drawn(tmp_path / "copy.pdf"))) as picture:
        scale = picture.width / 300
        area = picture.convert("L").crop([round(side * scale) for side in traces[0].box])
        assert area.getextrema() == (255, 255)


@pytest.mark.parametrize("left", [0.0, 0.15, 0.3, 0.6, 1.0])
def test_tips_of_letters_under_a_bar_are_gone_and_the_bar_is_whole(tmp_path, left):
    """Where the tips stood tells the letters; where a gap is, the length of the name."""
    bar = f"0 g 60 590 300 {18.75 - left} re f\n".encode()  # the tallest letters reach to 608.75
    source, bare = tmp_path / "bar.pdf", tmp_path / "bare.pdf"
    heading = text_line("Laporan kegiatan", 72, 700)
    source.write_bytes(pdf(Sheet(heading + text_line("Pelapor Siti Rahmadhli", 72, 600) + bar)))
    bare.write_bytes(pdf(Sheet(heading + bar)))
    document = open_document(source)
    assert document.text == "Laporan kegiatan"
    made(source, plan_hiding(document, r"$^"), tmp_path / "copy.pdf")
    made(bare, plan_hiding(open_document(bare), r"$^"), tmp_path / "other.pdf")
    pictures = [Image.open(io.BytesIO(_drawn(tmp_path / name))) for name in ("copy.pdf", "other.pdf")]
    assert pictures[0].tobytes() == pictures[1].tobytes()


def test_photograph_becomes_a_pdf_of_the_same_shape(tmp_path, typeset):
    drawn = subprocess.run(
        ["pdftoppm", "-r", "150", "-png", str(typeset())], capture_output=True, check=True
    ).stdout
    scan = tmp_path / "scan.png"
    scan.write_bytes(drawn)
    document = open_document(scan)
    assert document.format == "image"
    made(scan, plan_hiding(document), tmp_path / "copy.pdf")
    page = PdfReader(tmp_path / "copy.pdf").pages[0]
    assert abs(float(page.mediabox.width) - document.pages[0].width) < 0.01
    text = page.extract_text().upper()
    assert "RAHMAH" not in text and "6371034704880003" not in text and "ROZI" in text


def test_what_is_too_pale_to_be_seen_becomes_paper(tmp_path):
    """In black and white it is gone anyway; beside a photograph it is not, and a machine reads it."""
    page = Image.new("RGB", (900, 1200), "white")
    page.paste(Image.effect_noise((800, 500), 90).convert("RGB"), (50, 50))
    ImageDraw.Draw(page).text((60, 900), "Siti Aminah", fill=(245, 245, 245), font_size=90)
    page.save(tmp_path / "asal.png", dpi=(200, 200))
    copy = tmp_path / "copy.pdf"
    document = open_document(tmp_path / "asal.png")
    write(tmp_path / "asal.png", copy, plan_hiding(document, "nothing"), lambda done, total: None)
    with pikepdf.open(copy) as pdf:
        stream = pdf.pages[0].Resources.XObject.P
        picture = pikepdf.PdfImage(stream).as_pil_image().convert("L")
    assert stream.Filter == "/DCTDecode"
    assert picture.crop((0, picture.height * 2 // 3, *picture.size)).getextrema() == (255, 255)


BOXES = "#box(width: 16pt, height: 20pt, stroke: 0.5pt)[#align(center + horizon)[{}]]#h(2pt)"


def test_names_in_the_boxes_of_a_form_have_one_look(typeset, tmp_path):
    pictures = []
    for name in ("SULASTRI", "IWANHADI"):
        source = typeset("Nama #h(20pt)" + "".join(BOXES.format(letter) for letter in name))
        copy = tmp_path / "copy.pdf"
        made(source, plan_hiding(open_document(source), r"(?<=Nama\s)[^\n]+"), copy)
        assert "Nama" in poppler_text(copy) and name[0] + name[1] not in poppler_text(copy)
        pictures.append(_drawn(copy))
    assert pictures[0] == pictures[1]
