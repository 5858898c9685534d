"""A copy tells screen readers its paragraphs in reading order, and every reader that it is a PDF/A."""

import subprocess
from pathlib import Path

import pikepdf
from PIL import ImageCms

from terbuka.documents import Box
from terbuka.documents.reader import open_document
from terbuka.redaction.archival import REMARK, profile
from terbuka.redaction.writers.pdf import write
from terbuka.redaction.writers.tags import paragraphs
from terbuka.redaction.writers.textlayer import LayerWord
from tests.redaction.conftest import plan_hiding


def word(text: str, start: int) -> LayerWord:
    return LayerWord(text, Box(0, 0, 9, 9), start=start)


def test_paragraph_ends_where_the_text_has_a_blank_line() -> None:
    text = "satu dua\ntiga\n\nempat\n\n\n\nlima"
    words = [word(part, text.index(part)) for part in text.split()]
    found = [[one.text for one in part] for part in paragraphs(words, text)]
    assert found == [["satu", "dua", "tiga"], ["empat"], ["lima"]]
    assert list(paragraphs([], text)) == []


def test_copy_is_tagged_page_by_page(typeset, tmp_path: Path) -> None:
    source = typeset(
        "#set page(width: 300pt, height: 200pt)\n= Judul\n#v(2em)\nSaksi Melati Dewi hadir.\n"
        "#pagebreak()\nDua."
    )
    copy = tmp_path / "copy.pdf"
    write(source, copy, plan_hiding(open_document(source), "Melati Dewi"), lambda *_: None)
    told = subprocess.run(["pdfinfo", "-struct-text", copy], capture_output=True, check=True).stdout.decode()
    assert [line.strip().strip('"').strip() for line in told.splitlines()] == [
        "Document",
        "P (block)",
        "Judul",
        "P (block)",
        "Saksi [NAMA · 17.h] hadir.",
        "P (block)",
        "Dua.",
    ]
    with pikepdf.open(copy) as pdf:
        assert [page.obj.StructParents for page in pdf.pages] == [0, 1]
        assert pdf.Root.Lang == "id" and pdf.Root.MarkInfo.Marked
        with pdf.open_metadata() as remark:
            assert remark.pdfa_status == "2U"


def test_remark_and_colours_are_those_of_every_copy(typeset, tmp_path: Path) -> None:
    source = typeset("Saksi hadir.")
    write(source, tmp_path / "copy.pdf", plan_hiding(open_document(source)), lambda *_: None)
    with pikepdf.open(tmp_path / "copy.pdf") as pdf:
        assert pdf.Root.Metadata.read_bytes() == REMARK
        assert pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes() == profile()


def test_profile_is_that_of_srgb_and_tells_no_date(tmp_path: Path) -> None:
    (tmp_path / "colours.icc").write_bytes(profile())
    known = ImageCms.getOpenProfile(str(tmp_path / "colours.icc"))
    assert "sRGB" in ImageCms.getProfileDescription(known)
    assert profile()[8:12] == b"\x04\x20\x00\x00" and profile()[24:26] == b"\x07\xd0"
