"""Copies that other tools made, verified by themselves: what is left in them is found.

All persons are invented.
"""

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name
from PIL import ImageDraw

from terbuka.redaction.verify import verify
from tests.documents.samples import docx, image_sheet, page_image, paragraph, pdf, png, run, text_sheet
from tests.documents.samples.images import emblem, scribble
from tests.documents.samples.pdf import text_line
from tests.documents.samples.xlsx import cell, row, sheet, xlsx
from tests.redaction.test_verify import found

pytestmark = pytest.mark.ocr


def sandwich() -> Iterator[tuple[str, bytes]]:
    """Badly redacted: black over text, black over a scan with its text, white text, a comment."""
    line = "Pelapor Siti Aminah, NIK 6371034704880003, hadir di kantor."
    over = b"0 g 60 755 400 30 re f\n"
    covered = text_sheet([line])
    covered.content += over
    yield "black over text", pdf(covered)
    picture = page_image([line])
    ImageDraw.Draw(picture).rectangle((100, 150, 1600, 260), fill="black")
    layer = text_sheet([line]).content.replace(b" BT", b" 3 Tr BT")
    yield "black over a scan with its text", pdf(image_sheet(picture, over=layer))
    white = text_sheet(["Surat keterangan."])
    white.content += text_sheet([line]).content.replace(b"q ", b"q 1 g ")
    yield "white text", pdf(white)


@pytest.mark.parametrize("kind", ["black over text", "black over a scan with its text", "white text"])
def test_badly_redacted_file_of_another_tool_fails(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "lain.pdf"
    path.write_bytes(dict(sandwich())[kind])
    survivors = found(path)
    assert "hidden-text" in survivors["hidden content"] and "text layer" not in survivors


def test_bar_of_another_tool_as_wide_as_the_name_fails(tmp_path: Path) -> None:
    """The words are gone, and the line stayed where it was."""
    sheet = text_sheet(["Ruang arsip dibersihkan setiap pekan.", "Petugas jaga melapor."])
    sheet.content += text_line("Pelapor Sdri.", 72, 600) + text_line(", hadir di kantor.", 231.37, 600)
    sheet.content += b"0 g 148.2 597 83.17 13 re f\n"
    path = tmp_path / "lain.pdf"
    path.write_bytes(pdf(sheet))
    assert found(path) == {"widths": {"side-channel"}}


def test_emblem_of_a_foreign_letterhead_is_noted_and_a_signature_fails(tmp_path: Path) -> None:
    page = page_image(
        ["", "", "", "", "Laporan kegiatan bulan Maret", "Ruang arsip dibersihkan setiap pekan."]
    )
    page.paste(emblem(200), (700, 60))
    path = tmp_path / "lain.png"
    path.write_bytes(png(page, dpi=(200, 200)))
    verification = verify(path)
    assert verification.passed, verification.survivors
    assert [note.place for check in verification.checks for note in check.notes] == [
        "emblem in the head of a page"
    ]
    scribble(page, (350, 600, 480, 650))
    path.write_bytes(png(page, dpi=(200, 200)))
    assert found(path) == {"screening": {"screening"}}


def test_foreign_file_that_calls_its_font_ours_is_held_to_be_ours(tmp_path: Path) -> None:
    """The name of the font opens nothing: whoever borrows it is looked at more strictly."""
    sheet = image_sheet(page_image(["Surat keterangan kegiatan"]), over=b"BT 3 Tr /F 12 Tf (SITI) Tj ET")
    sheet.fonts = {"F": lambda document: Dictionary(Type=Name.Font, BaseFont=Name.TerbukaGlyphless)}
    path = tmp_path / "lain.pdf"
    path.write_bytes(pdf(sheet))
    survivors = found(path)
    assert "structure" in survivors["structure"] and survivors["text layer"] == {"hidden-text"}


def test_scan_of_another_tool_without_any_text_is_read_as_any_file(tmp_path: Path) -> None:
    """Black over a scan is no gap, and a scan without a text layer hides nothing."""
    picture = page_image(["Surat keterangan kegiatan bulan Maret", "Pelapor Siti Aminah hadir"])
    path = tmp_path / "lain.pdf"

    def bare(document: pikepdf.Pdf) -> None:
        del document.pages[0].Resources.Font

    path.write_bytes(pdf(image_sheet(picture), finish=bare))
    assert found(path) == {"screening": {"screening"}}
    ImageDraw.Draw(picture).rectangle((100, 260, 1600, 330), fill="black")
    path.write_bytes(pdf(image_sheet(picture), finish=bare))
    assert "hidden content" not in found(path)


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"])
def test_pdf_that_cannot_be_read_is_said_to_be_damaged(tmp_path: Path, content: bytes) -> None:
    from terbuka.errors import UnreadableFile

    path = tmp_path / "rusak.pdf"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match="rusak"):
        verify(path)


@pytest.mark.parametrize(
    "look",
    [
        "<w:vanish/>",
        '<w:color w:val="000000"/><w:highlight w:val="black"/>',
        '<w:color w:val="auto" w:themeColor="background1"/>',
        '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>',
        '<w:sz w:val="4"/>',
        '<w:w w:val="1"/>',
    ],
)
def test_docx_with_hidden_text_fails(tmp_path: Path, look: str) -> None:
    path = tmp_path / "lain.docx"
    path.write_bytes(docx(paragraph(run("Kode rahasia biru tujuh", look)), paragraph("Surat keterangan.")))
    assert "hidden-text" in found(path)["hidden content"]


CONTROL = '<w:sdt><w:sdtPr><w:alias w:val="Bambang"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'


def test_docx_with_a_name_in_a_control_fails(tmp_path: Path) -> None:
    path = tmp_path / "surat.docx"
    path.write_bytes(docx(CONTROL.format(paragraph("Isian"))))
    assert {(s.kind, s.place, s.type) for s in verify(path).survivors} == {
        ("form", "word/document.xml", "PERSON"),
        ("metadata", "word/document.xml", "PERSON"),
    }
    path.write_bytes(docx(CONTROL.replace("Bambang", "Isian").format(paragraph("Isian"))))
    assert verify(path).passed


def test_xlsx_with_a_number_in_an_attribute_fails(tmp_path: Path) -> None:
    path = tmp_path / "daftar.xlsx"
    look = 'spans="1:1" x="6371034704880003"'
    path.write_bytes(xlsx(sheet(row(1, cell("A1", "Rapat"), look=look))))
    assert ("metadata", "xl/worksheets/sheet1.xml", "NIK") in {
        (s.kind, s.place, s.type) for s in verify(path).survivors
    }
