"""The font of a copy has the letters that its pages show, and no other."""

import io
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from terbuka.documents.reader import open_document
from terbuka.redaction.verifier.ours.pdf_structure import structure_survivors
from terbuka.redaction.writers.pdf import write
from tests.redaction.conftest import plan_hiding


@pytest.fixture
def copy(typeset, tmp_path: Path) -> Path:
    source = typeset("#set page(width: 300pt, height: 200pt)\nSaksi Melati Dewi hadir di kantor.")
    write(source, tmp_path / "copy.pdf", plan_hiding(open_document(source), "Melati Dewi"), lambda *_: None)
    return tmp_path / "copy.pdf"


def survivors(path: Path) -> set[str]:
    data = path.read_bytes()
    _, found = structure_survivors(PdfReader(io.BytesIO(data)), data, ours=True)
    return {survivor.place for survivor in found}


def changed(path: Path, change) -> set[str]:
    """Survivors after ``change`` of the PDF, beside what any rewriting of its objects gives."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(path, deterministic_id=True)
    return survivors(path)


def font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.pages[0].Resources.Font.G


def test_copy_with_real_text_is_all_ours(copy: Path) -> None:
    assert survivors(copy) == set()


def test_letter_that_no_page_shows_is_seen(copy: Path) -> None:
    def blank(pdf: pikepdf.Pdf) -> None:
        lines = pdf.pages[0].Contents.read_bytes().split(b"\n")
        at = next(number for number, line in enumerate(lines) if line.endswith(b"TJ"))
        pdf.pages[0].Contents.write(b"\n".join(lines[:at] + lines[at + 1 :]))

    assert "font of the text" in changed(copy, blank)


def test_width_that_is_not_that_of_the_letter_is_seen(copy: Path) -> None:
    def widen(pdf: pikepdf.Pdf) -> None:
        font(pdf).DescendantFonts[0].W[1][3] = 637

    assert "font of the text" in changed(copy, widen)


@pytest.mark.parametrize("widths", [5, [1], [1, 2], [3, [250]]])
def test_widths_in_another_form_are_seen(copy: Path, widths) -> None:
    def put(pdf: pikepdf.Pdf) -> None:
        font(pdf).DescendantFonts[0].W = widths if isinstance(widths, int) else pikepdf.Array(widths)

    assert "font of the text" in changed(copy, put)


def test_font_without_a_program_is_seen(copy: Path) -> None:
    def drop(pdf: pikepdf.Pdf) -> None:
        del font(pdf).DescendantFonts[0].FontDescriptor.FontFile2

    assert "font of the text" in changed(copy, drop)


def test_program_of_another_font_is_seen(copy: Path) -> None:
    def swap(pdf: pikepdf.Pdf) -> None:
        other = pdf.pages[0].Resources.Font.T.DescendantFonts[0].FontDescriptor.FontFile2
        font(pdf).DescendantFonts[0].FontDescriptor.FontFile2.write(other.read_bytes())

    found = changed(copy, swap)
    assert {"page stream", "font of the text"} <= found


def test_map_that_spells_a_name_is_seen(copy: Path) -> None:
    def spell(pdf: pikepdf.Pdf) -> None:
        data = font(pdf).ToUnicode.read_bytes()
        font(pdf).ToUnicode.write(data.replace(b"> <0053>", b"> <004d0065006c006100740069>"))

    assert {"page stream", "font of the text"} <= changed(copy, spell)


def test_page_of_letters_in_no_font_of_ours_is_seen(copy: Path) -> None:
    def drop(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0].Resources.Font.G

    assert "font of the text" in changed(copy, drop)


@pytest.mark.parametrize("added", [b"1 0 0 RG", b"7 Tr", b"% Melati", b"(Melati) Tj", b"0.5 0.5 rg"])
def test_operator_that_we_do_not_write_is_seen(copy: Path, added: bytes) -> None:
    def put(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Contents.write(pdf.pages[0].Contents.read_bytes().replace(b"0 Tr", added + b"\n0 Tr"))

    assert "page stream" in changed(copy, put)
