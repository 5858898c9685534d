"""A DOCX copy of ours has nothing that we do not write, wherever programs do not look. Names are invented."""

import re
import struct
import zipfile
from pathlib import Path

import pytest

from terbuka.documents.reader import open_document
from terbuka.redaction.verifier.inspect import inspect
from terbuka.redaction.verify import verify
from terbuka.redaction.writers.docx import write

from ....documents.samples.docx import PAPER, docx, paragraph, run, story, table
from ...conftest import plan_hiding
from ..repacking import NAME, Change, Parts, put, repacked, survivors

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
LABEL = "[NAMA\xa0·\xa017.h]"
"""As a copy has it, in one piece."""
NOTES, LISTS = "word/footnotes.xml", "word/numbering.xml"
MARK = '<w:footnoteReference w:id="1"/>'
LIST = (
    '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="BAB %1"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="8"><w:abstractNumId w:val="3"/></w:num>'
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy with every part that we write."""
    source, path = tmp_path / "asal.docx", tmp_path / "salinan.docx"
    heads = '<w:headerReference w:type="even" r:id="h"/><w:footerReference w:type="default" r:id="f"/>'
    source.write_bytes(
        docx(
            paragraph("Saksi Siti Rahmah & <anak> hadir."),
            paragraph("satu", look='<w:numPr><w:numId w:val="8"/></w:numPr>'),
            paragraph("Catatan", '<w:r><w:footnoteReference w:id="4"/></w:r>'),
            paragraph(run("Bab\u00a0I", '<w:b/><w:color w:val="C00000"/><w:sz w:val="28"/>')),
            table([["No", "Kegiatan"], ["1", "Rapat"]]),
            section=heads + '<w:footnotePr><w:numFmt w:val="upperRoman"/></w:footnotePr>' + PAPER,
            parts={
                "word/h.xml": story("hdr", paragraph("Kepala")),
                "word/f.xml": story("ftr", paragraph("Kaki")),
                "word/s.xml": story("settings", "<w:evenAndOddHeaders/>"),
                "word/l.xml": story("numbering", LIST),
                "word/n.xml": story("footnotes", f'<w:footnote w:id="4">{paragraph("kaki")}</w:footnote>'),
            },
            related={
                "h": ("header", "h.xml"),
                "f": ("footer", "f.xml"),
                "s": ("settings", "s.xml"),
                "n": ("footnotes", "n.xml"),
                "l": ("numbering", "l.xml"),
            },
        )
    )
    write(source, path, plan_hiding(open_document(source)), lambda done, total: None)
    return path


def run_with(look: str) -> Change:
    return put(DOCUMENT, "<w:sectPr>", f"<w:p><w:r><w:rPr>{look}</w:rPr></w:r></w:p><w:sectPr>")


def with_line(kind: str, size: int, colour: str) -> Change:
    line = f'<w:top w:val="{kind}" w:sz="{size}" w:space="0" w:color="{colour}"/>'
    return put(DOCUMENT, "<w:sectPr>", f"<w:p><w:pPr><w:pBdr>{line}</w:pBdr></w:pPr></w:p><w:sectPr>")


def test_line_of_our_kinds_has_our_form(copy: Path) -> None:
    repacked(copy, with_line("double", 6, "4477CC"))
    assert survivors(copy) == set()


def test_copy_as_written_has_our_form(copy: Path) -> None:
    with zipfile.ZipFile(copy) as package:
        assert len(package.namelist()) == 10
    assert survivors(copy) == set() == survivors(copy, ours=True)
    repacked(copy, lambda parts: None, create_system=0)
    assert survivors(copy) == set()
    assert verify(copy).passed


@pytest.mark.parametrize(
    ("part", "change"),
    [
        (DOCUMENT, put(DOCUMENT, "<w:body>", f'<w:body x="{NAME}">')),
        (DOCUMENT, put(DOCUMENT, "<w:document ", '<w:document xmlns:q="urn:Slamet-Wibisono" ')),
        (DOCUMENT, put(DOCUMENT, "</w:p>", f"</w:p>{NAME}")),
        (DOCUMENT, put(DOCUMENT, "</w:p>", "</w:p> ")),
        (DOCUMENT, put(DOCUMENT, "<w:p>", f"<w:p><!-- {NAME} -->")),
        (DOCUMENT, put(DOCUMENT, "<w:p>", f"<w:p><?x {NAME}?>")),
        (DOCUMENT, put(DOCUMENT, "?>", f"?><!-- {NAME} -->")),
        (DOCUMENT, put(DOCUMENT, "</w:document>", "</w:document>\n")),
        (DOCUMENT, put(DOCUMENT, "<w:body>", f"<w:body><w:slamet>{NAME}</w:slamet>")),
        (DOCUMENT, put(DOCUMENT, "hadir", "<![CDATA[hadir]]>")),
        (DOCUMENT, put(DOCUMENT, 'w:before="0"', 'w:before="&#48;"')),
        (DOCUMENT, put(DOCUMENT, "<w:t ", "<w:t  ")),
        (DOCUMENT, put(DOCUMENT, 'numFmt w:val="upperRoman"', f'numFmt w:val="{NAME}"')),
        (DOCUMENT, put(DOCUMENT, "<w:footnotePr>", '<w:footnotePr><w:footnote w:id="-1"/>')),
        (DOCUMENT, put(DOCUMENT, LABEL, LABEL.replace("]", f" {NAME}]"))),
        (DOCUMENT, put(DOCUMENT, "<w:sectPr>", "<w:sectPr")),
        (DOCUMENT, run_with(f'<w:lang w:val="{NAME}"/>')),
        (DOCUMENT, run_with(f'<w:rFonts w:ascii="{NAME}"/>')),
        (DOCUMENT, run_with('<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>')),
        (DOCUMENT, run_with('<w:w w:val="1"/>')),
        (DOCUMENT, with_line("single", 4, "4472C4")),
        (DOCUMENT, with_line("single", 5, "4477CC")),
        (DOCUMENT, with_line("hearts", 4, "4477CC")),
        (STYLES, put(STYLES, '"heading 1"', f'"{NAME}"')),
        (STYLES, put(STYLES, '"Heading1"', '"SlametWibisono"')),
        ("word/settings.xml", put("word/settings.xml", "<w:even", '<w:docVar w:name="Slamet"/><w:even')),
        (NOTES, put(NOTES, 'w:id="1"', 'w:id="4711"')),
        (NOTES, put(NOTES, '<w:footnote w:id="1">', "<w:footnote>")),
        (NOTES, put(NOTES, 'w:type="separator"', 'w:type="Slamet"')),
        (NOTES, put(NOTES, "<w:footnoteRef/>", f"<w:footnoteRef>{NAME}</w:footnoteRef>")),
        (LISTS, put(LISTS, 'w:val="BAB %1"', f'w:val="{NAME}"')),
        (LISTS, put(LISTS, '<w:num w:numId="1">', '<w:num w:numId="77">')),
        (LISTS, put(LISTS, 'abstractNumId="1"', 'abstractNumId="4"')),
        (LISTS, put(LISTS, '"upperRoman"', '"SlametWibisono"')),
        (DOCUMENT, put(DOCUMENT, '<w:numId w:val="1"/>', '<w:numId w:val="4711"/>')),
        (DOCUMENT, put(DOCUMENT, '<w:numId w:val="1"/>', '<w:numId w:val="0"/>')),
        (DOCUMENT, put(DOCUMENT, '<w:numId w:val="1"/>', "<w:numId/>")),
        (DOCUMENT, put(DOCUMENT, MARK, MARK * 2)),
        (DOCUMENT, put(DOCUMENT, "</w:numPr>", f"<w:rPr>{NAME}</w:rPr></w:numPr>")),
        ("word/header1.xml", put("word/header1.xml", "<w:pPr>", f"<w:pPr>{NAME}")),
        (
            "[Content_Types].xml",
            put("[Content_Types].xml", "</Types>", '<Default Extension="Slamet" ContentType="a/b"/></Types>'),
        ),
        (
            "word/_rels/document.xml.rels",
            put("word/_rels/document.xml.rels", 'Id="styles"', 'Id="SlametWibisono"'),
        ),
        ("_rels/.rels", put("_rels/.rels", 'Id="document"', 'Id="SlametWibisono"')),
    ],
)
def test_what_we_do_not_write_is_named_by_its_part(copy: Path, part: str, change: Change) -> None:
    repacked(copy, change)
    assert ("structure", f"form of {part}") in survivors(copy)


@pytest.mark.parametrize(
    "entry",
    [
        {"date_time": (2024, 3, 2, 10, 11, 12)},
        {"comment": NAME.encode()},
        {"extra": struct.pack("<HH", 0x9999, len(NAME)) + NAME.encode()},
        {"create_system": 3},
        {"external_attr": 0o777 << 16},
        {"internal_attr": 1},
        {"compress_type": zipfile.ZIP_STORED},
    ],
)
def test_entry_of_another_form_is_named(copy: Path, entry: dict[str, object]) -> None:
    repacked(copy, lambda parts: None, **entry)
    assert ("structure", "package form") in survivors(copy)


def test_part_of_another_name_is_named_without_it(copy: Path) -> None:
    repacked(copy, lambda parts: parts.update({"word/headerSlamet.xml": b"<a/>"}))
    assert ("attachment", "part not on the list") in survivors(copy)


def test_bar_says_nothing_but_its_label(copy: Path) -> None:
    """A label that the plan has placed is one, whatever its words."""
    repacked(copy, put(DOCUMENT, LABEL, "[SAKSI MAHKOTA]"))
    assert ("structure", f"form of {DOCUMENT}") in survivors(copy)
    for placed in ("[SAKSI MAHKOTA]", "[SAKSI MAHKOTA · 17.a.2]"):
        request = {"public": str(copy), "secrets": [], "pages": [["", placed]], "ours": True}
        assert inspect(request, lambda done, total: None)["passed"]
    request["pages"] = [["", "[SAKSI MAHKOTA AGUNG]"]]
    assert not inspect(request, lambda done, total: None)["passed"]


@pytest.mark.parametrize("label", ["[NAMA · 17.h]", "[NAMA ·\xa017.h]", "[NAMA]"])
def test_bar_in_a_narrow_cell_says_its_label_otherwise(copy: Path, label: str) -> None:
    repacked(copy, put(DOCUMENT, LABEL, label))
    assert not survivors(copy)


def test_copy_that_was_changed_does_not_pass_by_itself(copy: Path) -> None:
    repacked(copy, put(DOCUMENT, "<w:body>", '<w:body x="Kode biru tujuh">'))
    assert not verify(copy).passed


def test_document_of_another_program_is_not_held_to_our_form(tmp_path: Path) -> None:
    path = tmp_path / "lain.docx"
    style = '<w:style w:styleId="Judul"><w:name w:val="Judul"/></w:style>'
    path.write_bytes(
        docx(
            paragraph("Rapat selesai"),
            parts={STYLES: story("styles", style)},
            related={"rId1": ("styles", "styles.xml")},
        )
    )
    assert survivors(path) == set()
    assert {place for _, place in survivors(path, ours=True)} >= {"package form", f"form of {STYLES}"}


def test_form_is_known_by_either_mark(copy: Path) -> None:
    def unmark(parts: Parts) -> None:
        parts["_rels/.rels"] = re.sub(rb'Id="\w+"', b'Id="rId1"', parts["_rels/.rels"])

    repacked(copy, unmark)
    assert ("structure", "form of _rels/.rels") in survivors(copy)
