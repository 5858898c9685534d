"""An XLSX copy of ours has nothing that we do not write, also where no program looks. Invented names."""

import zipfile
from pathlib import Path

import pytest

from terbuka.documents.xlsx.read import read
from terbuka.redaction.verify import verify
from terbuka.redaction.writers.xlsx import write

from ....documents.samples.xlsx import cell, row, rows, sheet, styles, xf, xlsx
from ...conftest import plan_hiding
from ..repacking import NAME, Parts, put, repacked, survivors

BOOK, STYLES, SHEET = "xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy with every part and most elements that we write."""
    source, path = tmp_path / "asal.xlsx", tmp_path / "salinan.xlsx"
    first = sheet(
        rows(["Saksi Siti Rahmah & <anak>", "Siti Rahmah", 7])
        + row(2, cell("A2", 44927, 1), cell("B2", "Judul", 2), cell("C2", "<v/>", 2)),
        '<sheetViews><sheetView><pane ySplit="1" state="frozen"/></sheetView></sheetViews>'
        '<cols><col min="1" max="1" width="20"/></cols>',
        '<mergeCells><mergeCell ref="B2:C2"/></mergeCells><pageSetup orientation="landscape"/>'
        '<headerFooter differentFirst="1"><oddHeader>&amp;LRapat &amp;P&amp;RSiti Rahmah</oddHeader>'
        "</headerFooter>",
    )
    look = styles(
        xf(14),
        xf(0, 1, 2, 1, 'horizontal="center" wrapText="1"'),
        fonts='<font><b/><i/><sz val="11.5"/><color rgb="FFC00000"/><name val="Arial"/></font>',
        fills='<fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill>',
        borders='<border><left style="thin"/></border>',
    )
    source.write_bytes(xlsx(("Data & 'kita'", "", first), ("Dua", "", ""), look=look))
    document = read(source.read_bytes(), "", lambda done, total: None)
    write(source, path, plan_hiding(document), lambda done, total: None)
    return path


def test_copy_as_written_has_our_form(copy: Path) -> None:
    assert survivors(copy) == set() == survivors(copy, ours=True)
    repacked(copy, lambda parts: None, create_system=0)
    assert survivors(copy) == set()
    assert verify(copy).passed


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (SHEET, "<sheetData>", f'<sheetData x="{NAME}">'),
        (SHEET, "<worksheet ", '<worksheet xmlns:q="urn:Slamet-Wibisono" '),
        (SHEET, "</row>", f"</row>{NAME}"),
        (SHEET, "</row>", "</row> "),
        (SHEET, "<sheetData>", f"<sheetData><!-- {NAME} -->"),
        (SHEET, "?>", f"?><?x {NAME}?>"),
        (SHEET, "</worksheet>", "</worksheet>\n"),
        (SHEET, "<sheetData>", f"<slamet>{NAME}</slamet><sheetData>"),
        (SHEET, "Judul", "<![CDATA[Judul]]>"),
        (SHEET, '<row r="1">', '<row r="&#49;">'),
        (SHEET, "<row ", "<row  "),
        (SHEET, '<row r="1">', '<row r="1" hidden="1">'),
        (SHEET, "[NAMA · 17.h]</t></is></c><c", f"[NAMA · 17.h] {NAME}</t></is></c><c"),
        (SHEET, "</t></is></c><c", "</t></is><v>1</v></c><c"),
        (SHEET, "<v>7</v>", "<v>7</v><v>8</v>"),
        (SHEET, "<v>7</v>", f"<v>{NAME}</v>"),
        (SHEET, "<v>7</v>", "<v>7</v><f>A1</f>"),
        (SHEET, "<v>7</v>", "<is><t>7</t></is>"),
        (SHEET, '<rFont val="Calibri"/>', f'<rFont val="{NAME}"/>'),
        (SHEET, "</worksheet>", "</worksheet"),
        (SHEET, "&amp;L", f"{NAME}&amp;L"),
        (SHEET, 'paperSize="9"', 'paperSize="77"'),
        (SHEET, 'fitToPage="1"', f'fitToPage="{NAME}"'),
        (SHEET, "<pageSetUpPr", f'<outlinePr x="{NAME}"/><pageSetUpPr'),
        (SHEET, "&amp;LRapat", "&amp;LRapat&amp;F"),
        (SHEET, "&amp;LRapat", "&amp;L&amp;KFFFFFFRapat"),
        (SHEET, "&amp;LRapat &amp;P", "&amp;L"),
        (SHEET, "<oddHeader>&amp;L", "<oddHeader>&amp;R"),
        (SHEET, 'differentFirst="1"', f'differentFirst="{NAME}"'),
        (SHEET, "<oddHeader>", "<oddHeader><oddHeader/>"),
        (STYLES, '<name val="Arial"/>', f'<name val="{NAME}"/>'),
        (STYLES, '"Normal"', f'"{NAME}"'),
        (STYLES, 'formatCode="0"', f'formatCode="0&quot;{NAME}&quot;"'),
        (STYLES, 'formatCode="0"', 'formatCode=";;;"'),
        (STYLES, '<fgColor rgb="FF000000"/>', '<fgColor rgb="FF1F3864"/>'),
        (STYLES, '<color rgb="FFFFFFFF"/>', '<color rgb="FF000000"/>'),
        (BOOK, "</sheets>", '</sheets><definedNames><definedName name="Slamet"/></definedNames>'),
        (BOOK, 'sheetId="1"', 'sheetId="1" state="hidden"'),
        ("[Content_Types].xml", "</Types>", '<Default Extension="Slamet" ContentType="a/b"/></Types>'),
        ("xl/_rels/workbook.xml.rels", 'Id="styles"', 'Id="SlametWibisono"'),
        ("_rels/.rels", 'Id="workbook"', 'Id="SlametWibisono"'),
    ],
)
def test_what_we_do_not_write_is_named_by_its_part(copy: Path, part: str, old: str, new: str) -> None:
    repacked(copy, put(part, old, new))
    assert ("structure", f"form of {part}") in survivors(copy)


def test_styles_without_a_bar_are_none_of_ours(copy: Path) -> None:
    def change(parts: Parts) -> None:
        head, rest = parts[STYLES].split(b"<cellXfs", 1)
        _, tail = rest.split(b"</cellXfs>", 1)
        parts[STYLES] = head + b'<cellXfs count="0"/>' + tail

    repacked(copy, change)
    assert ("structure", f"form of {STYLES}") in survivors(copy)


@pytest.mark.parametrize(
    "entry",
    [
        {"date_time": (2024, 3, 2, 10, 11, 12)},
        {"comment": NAME.encode()},
        {"create_system": 3},
        {"compress_type": zipfile.ZIP_STORED},
    ],
)
def test_entry_of_another_form_is_named(copy: Path, entry: dict[str, object]) -> None:
    repacked(copy, lambda parts: None, **entry)
    assert ("structure", "package form") in survivors(copy)


def test_bar_says_nothing_but_labels(copy: Path) -> None:
    """A label that the plan has placed is one, whatever its words."""
    repacked(copy, put(SHEET, "[NAMA · 17.h]</t></is></c><c", "[SAKSI MAHKOTA]</t></is></c><c"))
    assert ("structure", f"form of {SHEET}") in survivors(copy)
    assert survivors(copy, labels="[SAKSI MAHKOTA]") == set()


def test_copy_that_was_changed_does_not_pass_by_itself(copy: Path) -> None:
    repacked(copy, put(SHEET, "<sheetData>", '<sheetData x="Kode biru tujuh">'))
    assert not verify(copy).passed
