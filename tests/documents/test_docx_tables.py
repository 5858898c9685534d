"""Rows, cells and tables that show nothing, and what a table's style says of them. Names are invented."""

import pytest

from terbuka.documents import Document
from tests.documents.samples.docx import paragraph, run, story, table
from tests.documents.samples.hidden import SECRET, WHITE, assert_hidden, hidden, part, read, white


@pytest.mark.parametrize(
    ("row", "cell", "look"),
    [
        ("<w:hidden/>", "", ""),
        ('<w:trHeight w:val="1" w:hRule="exact"/>', "", ""),
        ("", '<w:shd w:val="clear" w:fill="1F3864"/>', '<w:color w:val="1F3864"/>'),
        ("", "", WHITE),
    ],
)
def test_row_or_cell_that_shows_nothing_is_hidden(row: str, cell: str, look: str) -> None:
    made = (
        f"<w:tbl><w:tr><w:trPr>{row}</w:trPr>"
        f"<w:tc><w:tcPr>{cell}</w:tcPr>{paragraph(run(SECRET, look))}</w:tc></w:tr></w:tbl>"
    )
    assert_hidden(read(paragraph("Ada"), made))


@pytest.mark.parametrize(
    "look",
    [
        '<w:tblInd w:w="-30000" w:type="dxa"/>',
        '<w:tblInd w:w="30000" w:type="dxa"/>',
        '<w:tblpPr w:horzAnchor="page" w:vertAnchor="page" w:tblpX="30000" w:tblpY="1"/>',
    ],
)
def test_table_off_the_page_is_hidden(look: str) -> None:
    assert_hidden(read(paragraph("Ada"), table([[SECRET]], look=look)))


def test_cell_that_another_one_covers_is_hidden() -> None:
    rows = (
        f'<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph("Ada")}</w:tc></w:tr>'
        f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph(SECRET)}</w:tc></w:tr>"
    )
    assert_hidden(read(f"<w:tbl>{rows}</w:tbl>"))


TABLE_STYLES = story(
    "styles",
    '<w:style w:type="table" w:default="1" w:styleId="Biasa"><w:tblPr/></w:style>'
    '<w:style w:type="table" w:styleId="Kepala"><w:basedOn w:val="Biasa"/>'
    '<w:tblPr><w:tblStyleRowBandSize w:val="2"/></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
    '<w:tcPr><w:shd w:val="clear" w:fill="4472C4"/></w:tcPr></w:tblStylePr>'
    '<w:tblStylePr w:type="band2Horz"><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr>'
    '<w:tblStylePr w:type="lastCol"><w:tcPr><w:shd w:val="clear" w:fill="FFFFFF"/></w:tcPr></w:tblStylePr>'
    '<w:tblStylePr w:type="swCell"><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style>'
    '<w:style w:type="table" w:styleId="Samar"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="Sempit"><w:pPr><w:spacing w:line="1" w:lineRule="exact"/></w:pPr>'
    "</w:style>"
    '<w:style w:type="table" w:styleId="Tutup"><w:trPr><w:hidden/></w:trPr></w:style>',
)


def styled(rows: list[list[str]], style: str, look: str = "") -> Document:
    return read(
        paragraph("Ada"),
        table(rows, look=f'<w:tblStyle w:val="{style}"/>{look}'),
        **part("styles", TABLE_STYLES),
    )


def test_white_head_on_the_colour_of_the_tables_style_is_seen() -> None:
    document = styled([["Nama", white("NIK")], ["satu", "dua"]], "Kepala")
    assert document.text == "Ada\nNama\tNIK\nsatu\tdua" and not hidden(document)


def test_white_text_is_seen_only_in_the_cells_that_the_style_fills() -> None:
    rows = [["Nama"], [white("a")], [white("b")], [white("c")], [white("d")]]
    assert hidden(styled(rows, "Kepala")) == ["a", "b"]
    assert hidden(styled(rows, "Kepala", '<w:tblLook w:val="0200"/>')) == ["a", "b", "c", "d"]
    assert hidden(styled(rows, "Kepala", '<w:tblLook w:val="0000"/>')) == ["a", "d"]


def test_column_and_corner_of_a_tables_style_count() -> None:
    look = '<w:tblLook w:val="none" w:lastColumn="1" w:lastRow="1" w:firstColumn="1" w:noVBand="0"/>'
    document = styled([["a", "b", "c"], ["x", "y", "z"], ["q", white("r"), white("s")]], "Kepala", look)
    assert hidden(document) == ["q", "r", "s"]


@pytest.mark.parametrize("style", ["Samar", "Sempit", "Tutup"])
def test_tables_style_hides_as_well(style: str) -> None:
    assert_hidden(styled([[SECRET]], style))


@pytest.mark.parametrize(
    ("look", "text"),
    [("<w:bidiVisual/>", "R\tA\tT\tN\tA"), ('<w:bidiVisual w:val="0"/>', "A\tN\tT\tA\tR")],
)
def test_table_whose_first_cells_stand_on_the_right_is_read_as_it_is_seen(look: str, text: str) -> None:
    assert read(table([list("ANTAR")], look=look)).text == text
