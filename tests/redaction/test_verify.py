"""A public copy verified by itself: ours passes, and whatever was put into it or left in it is found.

All persons are invented.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageDraw

from terbuka.demo import typeset
from terbuka.documents import Box
from terbuka.documents.reader import open_document
from terbuka.redaction.lettering import label_font
from terbuka.redaction.redact import redact
from terbuka.redaction.verifier.ours.layer import layer_pages
from terbuka.redaction.verify import verify
from terbuka.screening import Action, Finding
from terbuka.screening.screen import screen
from tests.documents.samples import image_sheet, page_image, pdf, png, text_sheet
from tests.documents.samples.images import emblem, scribble

pytestmark = pytest.mark.ocr

LETTER = """LAPORAN POLISI
Nomor: LP/B/118/III/2022/SPKT

Nama          : SITI AMINAH
NIK           : 6371034704880003
Alamat        : Jl. Teluk Tiram Gg. Keluarga RT 12
Telepon       : 0813-4866-0021

No | Nama | NIK | Keterangan
1 | SITI AMINAH | 6371034704880003 | pelapor
2 | Budi Darmawan | 6371034704880011 | saksi

Pada hari Senin pelapor Siti Aminah datang ke kantor dan menerangkan bahwa sepeda motornya hilang.
Saksi Budi Darmawan melihat seorang laki-laki. ------------------------------------------------
Biaya perkara Rp 125.000,- (seratus dua puluh lima ribu rupiah).

                                        Banjarmasin, 15 Maret 2022
                                        KANIT RESKRIM

                                        FAHRUL ROZI, S.H.
                                        AIPTU NRP 79081145
"""
NAME, LABEL = "SITI AMINAH", "[PELAPOR · 17.a.2]"


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of a born-digital letter; not to be changed."""
    folder = tmp_path_factory.mktemp("copy")
    (folder / "asal.pdf").write_bytes(typeset.as_pdf(LETTER))
    return made(folder / "asal.pdf")


@pytest.fixture
def copy(clean: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(clean, tmp_path / "salinan.pdf"))


def made(source: Path, *more: Finding) -> Path:
    """The copy of ``source`` as screening proposes it, and with ``more`` hidden."""
    document = open_document(source)
    out = source.with_name("salinan" + source.suffix)
    redact(source, out, [*screen(document).findings, *more], document=document)
    return out


def found(copy: Path, *terms: str) -> dict[str, set[str]]:
    """Classes by check of what survives."""
    verification = verify(copy, terms=terms)
    assert verification.passed is not any(check.survivors for check in verification.checks)
    return {c.name: {s.kind for s in c.survivors} for c in verification.checks if c.survivors}


# --- what must pass


def test_copy_of_a_born_digital_letter_passes(copy: Path) -> None:
    verification = verify(copy)
    assert verification.passed, verification.survivors
    names = [check.name for check in verification.checks]
    assert names[:5] == ["structure", "bytes", "text", "pixels", "codes"]
    assert names[5:] == ["text layer", "screening", "hidden content"]
    assert verification.checks[5].items > 60 and "ROZI" in open_document(copy).text


def scan(folder: Path) -> Path:
    (folder / "asal.pdf").write_bytes(typeset.as_scan(LETTER))
    return folder / "asal.pdf"


def mixed(folder: Path) -> Path:
    """A scan, a page with text and a blank one."""
    picture = page_image(["Lampiran laporan kegiatan", "Pelapor Siti Aminah tinggal di Martapura"])
    text = text_sheet(["Surat keterangan", "Pelapor Siti Aminah, NIK 6371034704880003, hadir."])
    (folder / "asal.pdf").write_bytes(pdf(image_sheet(picture), text, text_sheet([])))
    return folder / "asal.pdf"


def picture(folder: Path) -> Path:
    """A letterhead with an emblem, and a signature that nobody can read."""
    page = page_image(["Laporan kegiatan bulan Maret", "Pelapor Siti Aminah tinggal di Martapura"])
    page.paste(emblem(120), (700, 30))
    scribble(page, (350, 600, 480, 650))
    (folder / "asal.png").write_bytes(png(page, dpi=(200, 200)))
    return folder / "asal.png"


def coarse_picture(folder: Path) -> Path:
    """A table with ruled lines in fewer pixels than labels need."""
    page = page_image(["Laporan kegiatan bulan Maret", "", "1     Siti Aminah     Martapura"], dpi=130)
    draw = ImageDraw.Draw(page)
    for x in (98, 124, 600):
        draw.line((x, 165, x, 205), fill="black", width=2)
    (folder / "asal.png").write_bytes(png(page, dpi=(130, 130)))
    return folder / "asal.png"


@pytest.mark.parametrize("source", [scan, mixed, picture, coarse_picture])
def test_copy_of_what_was_scanned_passes(tmp_path: Path, source: Callable[[Path], Path]) -> None:
    copy = made(source(tmp_path))
    verification = verify(copy)
    assert verification.passed, verification.survivors
    assert "AMINAH" not in open_document(copy).text.upper()


def test_copy_with_turned_lines_and_drawn_boxes_passes(typeset: Callable[..., Path]) -> None:
    """Boxes over words, over each other, over another bar, and one too narrow for its label."""
    source = typeset()
    boxes = [
        Box(60, 700, 200, 760),
        Box(150, 740, 300, 800),
        Box(300, 600, 306, 660),
        Box(56, 180, 140, 200),
    ]
    more = [
        Finding("REGION", 0, 0, 1, Action.REDACT, "hand", 1.0, boxes=(box,), ground="17.h") for box in boxes
    ]
    verification = verify(made(source, *more))
    assert not [s for s in verification.survivors if s.kind != "screening"], verification.survivors
    assert "unread.region" not in {s.place for s in verification.survivors}


@pytest.mark.parametrize("turn", [90, 270])
def test_copy_of_a_scan_with_a_turned_line_passes(
    typeset: Callable[..., Path], tmp_path: Path, turn: int
) -> None:
    """Read upright it is nothing that anybody has read: what is hidden of it is high and narrow."""
    line = "Saksi Siti Aminah, HP 085712345678"
    letter = typeset(
        '#set text(font: "Libertinus Serif", size: 11pt)\n= LAPORAN POLISI\n'
        "Pada hari Senin pelapor datang ke kantor dan menerangkan bahwa sepeda motornya hilang.\n\n"
        f"#rotate({turn}deg, reflow: true)[{line}]\n\nBanjarmasin, 4 Maret 2024"
    )
    page = pdfium.PdfDocument(letter)[0].render(scale=200 / 72).to_pil().convert("L")
    (tmp_path / "asal.png").write_bytes(png(page, dpi=(200, 200)))
    verification = verify(made(tmp_path / "asal.png"))
    assert verification.passed, verification.survivors


@pytest.mark.parametrize("format", ["docx", "text"])
def test_copy_of_other_formats_passes(tmp_path: Path, format: str) -> None:
    source = tmp_path / "asal"
    source.write_bytes(typeset.as_docx(LETTER) if format == "docx" else LETTER.encode())
    assert verify(made(source)).passed


# --- what somebody put into a copy of ours


def in_layer(copy: Path, text: str, box: Box) -> None:
    """Put ``text`` into the invisible layer at ``box``, as the writer would."""
    with pikepdf.open(copy, allow_overwriting_input=True) as document:
        page = document.pages[0]
        below = float(page.MediaBox[3]) - box.y1 + 0.2 * box.height
        stretch = 100 * box.width / (0.5 * box.height * len(text))
        shown = text.encode("utf-16-be").hex()
        lines = [
            f"/T {box.height:.2f} Tf",
            f"{stretch:.2f} Tz",
            f"1 0 0 1 {box.x0:.2f} {below:.2f} Tm",
            f"<{shown}0020> Tj",
            "ET",
        ]
        content = page.Contents.read_bytes().removesuffix(b"ET") + "\n".join(lines).encode()
        page.obj.Contents = document.make_stream(content)
        document.save(copy, deterministic_id=True, min_version="1.7")


def label_box(copy: Path) -> Box:
    page = next(layer_pages(copy))
    return next(word.box for word in page.words if word.text == LABEL)


def word_box(copy: Path, text: str) -> Box:
    return next(word.box for word in next(layer_pages(copy)).words if word.text == text)


PLACES: dict[str, Callable[[Path], Box]] = {
    "paper": lambda copy: Box(300, 760, 380, 772),
    "bar": label_box,
    "other word": lambda copy: word_box(copy, "sepeda"),
    "beside the page": lambda copy: Box(-200, 100, -120, 112),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", [NAME, "[SITI AMINAH]"])
def test_name_in_the_invisible_layer_is_found(copy: Path, place: str, text: str) -> None:
    in_layer(copy, text, PLACES[place](copy))
    assert found(copy)["text layer"] == {"hidden-text"}


@pytest.mark.parametrize("text", ["Tati", "Ani", "SA", "Siti Aminah binti Hasan dari Kuin Selatan"])
def test_whatever_the_pixels_do_not_show_is_found(copy: Path, text: str) -> None:
    """Also what screening would not take for a name."""
    in_layer(copy, text, Box(300, 760, 380, 772))
    assert found(copy)["text layer"] == {"hidden-text"}


def test_name_in_place_of_a_label_is_found(copy: Path) -> None:
    with pikepdf.open(copy, allow_overwriting_input=True) as document:
        old, new = (text.encode("utf-16-be").hex() for text in (LABEL, "[SITI AMINAH]"))
        content = document.pages[0].Contents.read_bytes()
        assert old.encode() in content
        document.pages[0].obj.Contents = document.make_stream(content.replace(old.encode(), new.encode(), 1))
        document.save(copy, deterministic_id=True)
    assert found(copy)["text layer"] == {"hidden-text"}


def test_label_without_a_bar_is_found(copy: Path) -> None:
    in_layer(copy, "[NAMA · 17.h]", Box(300, 760, 380, 772))
    assert found(copy)["text layer"] == {"hidden-text"}


def metadata(document: pikepdf.Pdf) -> None:
    document.docinfo["/Title"] = NAME


def annotation(document: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=NAME)
    document.pages[0].obj.Annots = Array([document.make_indirect(note)])


def attachment(document: pikepdf.Pdf) -> None:
    document.attachments["asal.txt"] = pikepdf.AttachedFileSpec(document, NAME.encode(), filename="asal.txt")


@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        (metadata, {"metadata"}),
        (annotation, {"annotation", "comment"}),
        (attachment, {"attachment"}),
    ],
)
def test_name_elsewhere_in_the_file_is_found(
    copy: Path, change: Callable[[pikepdf.Pdf], None], kinds: set[str]
) -> None:
    with pikepdf.open(copy, allow_overwriting_input=True) as document:
        change(document)
        document.save(copy)
    assert kinds <= set().union(*found(copy).values())


def test_name_that_only_another_extractor_reads_is_found(copy: Path) -> None:
    """A replacement text: poppler gives it out, pdfminer the letters that it replaces."""
    with pikepdf.open(copy, allow_overwriting_input=True) as document:
        page = document.pages[0]
        content = page.Contents.read_bytes().removesuffix(b"ET")
        marked = b"/Span << /ActualText (SITI AMINAH) >> BDC\n<0020> Tj\nEMC\nET"
        page.obj.Contents = document.make_stream(content + marked)
        document.save(copy, deterministic_id=True)
    places = {(survivor.kind, survivor.place) for survivor in verify(copy).survivors}
    assert {("hidden-text", "text layer: poppler"), ("structure", "page stream")} <= places


def test_name_in_an_earlier_revision_is_found(copy: Path) -> None:
    data = copy.read_bytes()
    copy.write_bytes(data + b"\n% SITI AMINAH\nstartxref\n" + data[data.rfind(b"startxref") + 10 :])
    assert "earlier-revision" in set().union(*found(copy, NAME).values())
    assert "bytes" in found(copy, NAME)["bytes"]


def repainted(copy: Path, draw: Callable[[Image.Image, ImageDraw.ImageDraw], None]) -> None:
    """Change the pixels of the first page and leave everything else."""
    with pikepdf.open(copy, allow_overwriting_input=True) as document:
        stream = document.pages[0].Resources.XObject.P
        picture = pikepdf.PdfImage(stream).as_pil_image().convert("L")
        draw(picture, ImageDraw.Draw(picture))
        stream.write(picture.tobytes())
        stream.ColorSpace, stream.BitsPerComponent = Name.DeviceGray, 8
        document.save(copy, deterministic_id=True)


def test_name_that_stands_in_the_pixels_alone_is_screened(copy: Path) -> None:
    """A writer that paints a name and does not say it in the text layer."""

    def draw(picture: Image.Image, pen: ImageDraw.ImageDraw) -> None:
        pen.text(
            (300, 2100), "Pelapor Sdri. Nurul Hidayah, NIK 6371034704880003", fill=0, font=label_font(34)
        )

    repainted(copy, draw)
    assert "screening" in found(copy)


def test_name_that_nobody_can_see_in_the_pixels_is_found(copy: Path) -> None:
    repainted(copy, lambda picture, pen: pen.text((300, 1900), NAME, fill=251, font=label_font(40)))
    assert found(copy)["pixels"] == {"hidden-text"}


def test_bar_that_shows_a_name_is_found(copy: Path) -> None:
    left, top, right, bottom = (round(side * 200 / 72) for side in label_box(copy))

    def draw(picture: Image.Image, pen: ImageDraw.ImageDraw) -> None:
        pen.rectangle((left, top + 3, right, bottom - 3), fill=0)
        pen.text((left + 4, (top + bottom) / 2), NAME, fill=255, font=label_font(20), anchor="lm")

    repainted(copy, draw)
    assert found(copy)["text layer"] == {"hidden-text"}


def test_bar_that_is_not_there_is_found(copy: Path) -> None:
    left, top, right, bottom = (round(side * 200 / 72) for side in label_box(copy))
    repainted(copy, lambda picture, pen: pen.rectangle((left, top, right, bottom), fill=255))
    assert found(copy)["text layer"] == {"hidden-text"}


def test_handwriting_in_a_copy_is_a_part_that_nobody_has_read(copy: Path) -> None:
    def draw(picture: Image.Image, pen: ImageDraw.ImageDraw) -> None:
        page = picture.convert("RGB")
        scribble(page, (300, 760, 430, 800))
        picture.paste(page.convert("L"))

    repainted(copy, draw)
    places = {survivor.place for survivor in verify(copy).survivors}
    assert "unread.region" in places
