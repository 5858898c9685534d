"""A workbook is read as a spreadsheet program shows it. Names are invented."""

import io
import zipfile
from pathlib import Path

import pytest

from terbuka.documents import Document
from terbuka.documents.formats import Format, detect
from terbuka.documents.reader import open_document
from terbuka.documents.xlsx.lines import Lines, but
from terbuka.documents.xlsx.read import read as read_xlsx
from terbuka.errors import LimitExceeded, UnreadableFile
from terbuka.screening.screen import screen

from .samples.xlsx import OFFICE, S, cell, part, row, rows, sheet, styles, xf, xlsx


def read(*sheets: object, **more: object) -> Document:
    return read_xlsx(xlsx(*sheets, **more), "", lambda done, total: None)  # type: ignore[arg-type]


def test_sheets_are_read_one_after_the_other_with_their_names() -> None:
    document = read(
        ("Data", "", rows(["No", "Nama"], [1, "Budi"])), ("Kosong", "", ""), ("Lain", "", rows(["x"]))
    )
    assert document.format == "xlsx"
    assert document.text == "Data\nNo\tNama\n1\tBudi\n\nKosong\n\nLain\nx"
    assert [document.text[w.start : w.end] for w in document.pages[0].words][:3] == ["Data", "No", "Nama"]


def test_headings_stand_over_their_columns_however_far_apart() -> None:
    data = (
        row(1, cell("B1", "Nama"), cell("ZZ1", "NIK")) + row(2, cell("B2", "Budi")) + row(3, cell("ZZ3", "1"))
    )
    assert read(data).text == "Lembar1\nNama\tNIK\nBudi\n\t1"


def test_any_number_of_empty_rows_is_two() -> None:
    data = row(1, cell("A1", "a")) + row(3, cell("A3", "b")) + row(1048576, cell("XFD1048576", "c"))
    assert read(data).text == "Lembar1\na\n\nb\n\n\n\tc"


def test_every_kind_of_value_is_read() -> None:
    data = "".join(
        [
            '<c r="A1" t="s"><v>0</v></c>',
            '<c r="B1" t="b"><v>1</v></c>',
            '<c r="C1" t="b"><v>0</v></c>',
            '<c r="D1" t="e"><v>#N/A</v></c>',
            '<c r="E1" t="str"><f>A1</f><v>hasil</v></c>',
            '<c r="F1" t="d" s="1"><v>1988-04-07</v></c>',
            '<c r="G1" t="d"><v>1988-44-07</v></c>',
            '<c r="H1"><v>bukan angka</v></c>',
            '<c r="I1"><v> 12 </v></c>',
            '<c r="J1" t="s"><v>99</v></c>',
        ]
    )
    document = read(f'<row r="1">{data}</row>', strings=["teks"], look=styles(xf(14)))
    assert document.text.split("\n")[1].split("\t") == [
        "teks", "TRUE", "FALSE", "#N/A", "hasil", "07/04/1988", "1988-44-07", "bukan angka", "12",
    ]  # fmt: skip


def test_text_of_several_looks_is_one() -> None:
    look = '<rPr><b/><color rgb="FFC00000"/></rPr>'
    runs = f"<si><r><t>Siti </t></r><r>{look}<t>Rahmah</t></r></si>"
    document = read('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=[runs])
    assert document.text == "Lembar1\nSiti Rahmah"


def test_signs_that_are_written_in_codes_are_read() -> None:
    assert read(rows(["_x0042_udi_x0000__xD800_", "a_x000D__x000A_b"])).text == "Lembar1\nBudi\ta\nb"


def test_cell_of_several_lines_stays_on_one_in_a_record() -> None:
    assert read(rows(["a\nb", "c\td", "e"])).text == "Lembar1\na b\tc d\te"
    assert read(rows(["a\nb", "c"])).text == "Lembar1\na\nb\tc"


def test_rows_and_cells_without_an_address_are_counted() -> None:
    data = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>"
    assert read(data).text == "Lembar1\n1\t2\n\t3"


def test_cell_outside_the_sheet_is_no_cell() -> None:
    outside = '<row r="9999999"><c r="A9999999"><v>1</v></c></row>'
    data = outside + '<row r="1"><c r="XFE1"><v>2</v></c></row>'
    assert read(data).text == "Lembar1\n2"


def test_days_are_counted_from_where_the_workbook_says() -> None:
    data = row(1, cell("A1", 43465, 1))
    document = read(data, look=styles(xf(14)), properties='<workbookPr date1904="1"/>')
    assert document.text == "Lembar1\n01/01/2023"


def test_table_of_a_workbook_is_screened_as_one() -> None:
    document = read(
        rows(
            ["No", "Nama Saksi", "NIK", "Alamat"],
            [1, "Siti Rahmah", "6371034704880003", "Jl. Teluk Tiram No. 4"],
        )
    )
    found = {document.text[f.start : f.end] for f in screen(document).findings if f.action.hides}
    assert {"Siti Rahmah", "6371034704880003", "Jl. Teluk Tiram No. 4"} <= found


def test_strict_workbook_is_read(tmp_path: Path) -> None:
    path = tmp_path / "strict.xlsx"
    path.write_bytes(data := _strict(xlsx(rows(["Budi"]))))
    assert detect(data) is Format.XLSX
    assert open_document(path).text == "Lembar1\nBudi"


def _strict(data: bytes) -> bytes:
    """The same workbook in the names of the ISO standard."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode().replace(S, "http://purl.oclc.org/ooxml/spreadsheetml/main")
            new.writestr(
                name, text.replace(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships")
            )
    return made.getvalue()


def test_formula_without_a_result_is_told() -> None:
    document = read('<row r="1"><c r="A1"><f>SUM(B1:B2)</f></c></row>')
    assert document.text == "Lembar1"
    assert "rumus tanpa hasil" in document.notices[0].sentence


def test_drawings_are_told() -> None:
    document = read(sheet(behind='<drawing r:id="p1"/>'))
    assert "Gambar, bagan" in document.notices[0].sentence


@pytest.mark.parametrize(
    ("limit", "value"), [("sheet.MOST_CELLS", 1), ("book.MOST_PLACES", 1), ("strings.MOST_CHARACTERS", 3)]
)
def test_workbook_over_a_limit_is_refused(limit: str, value: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"terbuka.documents.xlsx.{limit}", value)
    with pytest.raises(LimitExceeded):
        read(rows(["a", "b"]), strings=["teks"])


def test_too_many_sheets_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("terbuka.documents.xlsx.workbook.MOST_SHEETS", 1)
    with pytest.raises(LimitExceeded, match="lebih dari 1 lembar"):
        read("", "")


def test_cell_in_every_corner_asks_for_no_room() -> None:
    data = row(1, cell("A1", "a")) + row(1048576, cell("XFD1048576", "b"))
    assert len(read(data).text) < 40


def test_workbook_that_is_none_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="rusak"):
        read("", parts={"xl/workbook.xml": part("book", "")})
    with pytest.raises(UnreadableFile, match="lembar yang tampak"):
        read(("Rahasia", 'state="hidden"', rows(["x"])))


def test_lines_are_counted_as_they_are_shown() -> None:
    lines = Lines([(3, 4), (4, 6), (9, 9)])
    assert [at for at in range(1, 12) if lines.is_shown(at)] == [1, 2, 7, 8, 10, 11]
    assert [lines.upto(at) for at in (0, 2, 3, 6, 7, 9, 10)] == [0, 2, 2, 2, 3, 4, 5]
    assert lines.span(3, 6) is None and lines.span(2, 7) == (2, 3)
    assert list(but([2, 5], 6)) == [(1, 1), (3, 4), (6, 6)]


def test_sheet_whose_first_column_stands_on_the_right_is_read_as_it_is_seen() -> None:
    """A copy has its first column on the left."""
    view = '<sheetViews><sheetView rightToLeft="1" workbookViewId="0"/></sheetViews>'
    data = row(1, *(cell(f"{chr(65 + at)}1", letter) for at, letter in enumerate("ANTAR")))
    data += row(2, cell("A2", "Budi"), cell("C2", "Wirandaka"))
    merged = '<mergeCells count="1"><mergeCell ref="C2:E2"/></mergeCells>'
    turned = read_xlsx(xlsx(sheet(data, before=view, behind=merged)), "", lambda done, total: None)
    assert turned.text == "Lembar1\nR\tA\tT\tN\tA\nWirandaka\t\t\t\tBudi"
    plain = read_xlsx(xlsx(sheet(data, before=view.replace("1", "0", 1))), "", lambda done, total: None)
    assert plain.text == "Lembar1\nA\tN\tT\tA\tR\nBudi\t\tWirandaka"
