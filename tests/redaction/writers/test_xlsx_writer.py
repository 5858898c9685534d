"""The copy of a workbook shows what the original shows but for what is hidden. Names are invented."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from terbuka.documents.xlsx.read import read as read_xlsx
from terbuka.errors import UnreadableFile
from terbuka.redaction.model import Plan, Redaction
from terbuka.redaction.verify import verify_plan
from terbuka.redaction.writers.xlsx import write

from ...documents.samples.xlsx import cell, row, rows, sheet, styles, xf, xlsx
from ..conftest import plan_hiding

NAME, NIK = "Siti Rahmah", "6371034704880003"
Copied = Callable[..., "Copy"]


class Copy:
    """A copy and what it was made from."""

    def __init__(self, folder: Path, data: bytes, pattern: str) -> None:
        source, self.path = folder / "asal.xlsx", folder / "salinan.xlsx"
        source.write_bytes(data)
        self.plan = plan_hiding(read_xlsx(data, _sha(data), _silent), pattern)
        self.placed = write(source, self.path, self.plan, _silent)
        with zipfile.ZipFile(self.path) as package:
            self.parts = {name: package.read(name).decode() for name in package.namelist()}
        self.sheet = self.parts["xl/worksheets/sheet1.xml"]
        again = read_xlsx(self.path.read_bytes(), "", _silent)
        self.text = again.text
        self.hidden = again.hidden

    def cell(self, where: str) -> str:
        found = re.search(rf'<c r="{where}" s="\d+"(?:/>|.*?</c>)', self.sheet)
        return found[0] if found else ""


def _silent(done: int, total: int) -> None: ...


def _sha(data: bytes) -> str:
    from hashlib import sha256

    return sha256(data).hexdigest()


@pytest.fixture
def copied(tmp_path: Path) -> Copied:
    def copied(*sheets: object, hide: str = rf"{NAME}|{NIK}", **more: object) -> Copy:
        return Copy(tmp_path, xlsx(*sheets, **more), hide)  # type: ignore[arg-type]

    return copied


def test_hidden_value_is_a_bar_with_its_label(copied: Copied) -> None:
    copy = copied(rows(["No", "Nama", "NIK"], [1, NAME, NIK]))
    assert copy.text == "Lembar1\nNo\tNama\tNIK\n1\t[NAMA · 17.h]\t[NIK · 17.h]"
    assert 's="1"' in copy.cell("B2") and 's="1"' in copy.cell("C2") and 's="1"' not in copy.cell("A2")
    assert [bar.number for bar in copy.placed] == [1, 2]
    assert verify_plan(copy.path, copy.plan, copy.placed).passed


def test_hidden_part_of_a_text_is_a_label_among_the_words(copied: Copied) -> None:
    copy = copied(rows([f"Saksi {NAME} & Tono hadir"]))
    assert copy.text == "Lembar1\nSaksi [NAMA · 17.h] & Tono hadir"
    assert "<b/>" in copy.cell("A1") and 's="1"' not in copy.cell("A1")


def test_number_that_is_hidden_is_no_number(copied: Copied) -> None:
    copy = copied(rows(["NIK", int(NIK)], ["Gaji", 1500000]))
    assert "<v>" not in copy.cell("B1") and "<v>1500000</v>" in copy.cell("B2")
    assert NIK not in copy.sheet


def test_several_things_in_a_cell_are_several_labels(copied: Copied) -> None:
    copy = copied(rows([f"{NAME} {NIK}"]))
    assert copy.text == "Lembar1\n[NAMA · 17.h] [NIK · 17.h]" and 's="1"' in copy.cell("A1")
    assert verify_plan(copy.path, copy.plan, copy.placed).passed


def test_stretch_over_two_cells_hides_both(copied: Copied) -> None:
    copy = copied(rows(["Siti", "Rahmah", "hadir"]), hide=r"Siti\tRahmah")
    assert copy.text == "Lembar1\n[NAMA · 17.h]\t[NAMA · 17.h]\thadir"


def test_day_that_is_hidden_does_not_stand_as_a_number(copied: Copied) -> None:
    data = row(1, cell("A1", 32240, 1), cell("B1", 32240), cell("C1", 32240, 2), cell("D1", 32241))
    copy = copied(data, look=styles(xf(14), xf(4)), hide="07/04/1988")
    assert "32240" not in copy.cell("A1") + copy.cell("B1")
    assert copy.cell("C1").endswith("<v>32240</v></c>"), "an amount is no day"
    assert copy.text == "Lembar1\n[NAMA · 17.h]\t[NAMA · 17.h]\t32.240,00\t32241"


def test_date_that_is_no_day_is_hidden_all_the_same(copied: Copied) -> None:
    assert copied(rows(["31/02/1988"]), hide="31/02/1988").text == "Lembar1\n[NAMA · 17.h]"


def test_number_shows_no_more_than_it_did(copied: Copied) -> None:
    data = row(1, cell("A1", 1234.5678, 1), cell("B1", 44927.75, 2), cell("C1", 44927, 3))
    copy = copied(data, look=styles(xf(4), xf(14), xf(17)))
    assert "<v>1234.57</v>" in copy.cell("A1") and "<v>44927</v>" in copy.cell("B1")
    assert "Jan-23" in copy.cell("C1") and "44927" not in copy.cell("C1")
    assert copy.text == "Lembar1\n1.234,57\t01/01/2023\tJan-23"


def test_formulas_are_their_results(copied: Copied) -> None:
    copy = copied('<row r="1"><c r="A1"><f>SUM(B1:B9)</f><v>42</v></c></row>')
    assert copy.cell("A1") == '<c r="A1" s="2"><v>42</v></c>' and "SUM" not in copy.sheet


def test_name_of_a_sheet_that_is_hidden_is_its_label(copied: Copied) -> None:
    copy = copied((NAME, "", rows(["a"])), (f"{NAME} 2", "", rows(["b"])), ("Data '[x", "", rows(["c"])))
    names = re.findall(r'<sheet name="(.*?)"', copy.parts["xl/workbook.xml"])
    assert names == ["NAMA · 17.h", "NAMA · 17.h (2)", "Data 'x"]


def test_name_of_nothing_but_signs_is_replaced(copied: Copied) -> None:
    copy = copied(("[]", "", rows(["a"])))
    assert '<sheet name="Lembar"' in copy.parts["xl/workbook.xml"]


def test_hidden_rows_columns_and_sheets_close_up(copied: Copied) -> None:
    data = (
        row(1, cell("A1", "a"), cell("B1", "rahasia"), cell("C1", "c"))
        + row(2, cell("A2", "rahasia"), look='hidden="1"')
        + row(3, cell("A3", "d"), cell("C3", "e"))
    )
    first = sheet(
        data,
        '<sheetViews><sheetView><pane xSplit="2" ySplit="2" state="frozen"/></sheetView></sheetViews>'
        '<cols><col min="2" max="2" hidden="1"/></cols>',
        '<mergeCells><mergeCell ref="A3:B4"/><mergeCell ref="B1:B2"/><mergeCell ref="C1:C9"/></mergeCells>',
    )
    copy = copied(first, ("Rahasia", 'state="hidden"', rows(["rahasia"])))
    assert copy.cell("B1") and copy.cell("A2") and "rahasia" not in "".join(copy.parts.values())
    assert re.findall(r'ref="(.*?)"', copy.sheet) == ["A2:A3", "B1:B8"]
    assert (
        '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>' in copy.sheet
    )


@pytest.mark.parametrize(
    ("split", "pane"),
    [
        ('ySplit="1"', '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'),
        ('xSplit="1"', '<pane xSplit="1" topLeftCell="B1" activePane="topRight" state="frozen"/>'),
    ],
)
def test_rows_and_columns_stay_in_sight(copied: Copied, split: str, pane: str) -> None:
    view = f'<sheetViews><sheetView><pane {split} state="frozen"/></sheetView></sheetViews>'
    assert pane in copied(sheet(rows(["a"]), view)).sheet
    assert "pane" not in copied(sheet(rows(["a"]), view.replace("frozen", "split"))).sheet


def test_look_of_cells_is_kept(copied: Copied) -> None:
    look = styles(
        xf(4, 1, 2, 1, 'horizontal="center" vertical="top" wrapText="1"'),
        fonts='<font><b/><i/><u/><strike/><vertAlign val="superscript"/><sz val="14"/><color rgb="FFC00000"/>'
        '<name val="Arial"/></font>',
        fills='<fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill>',
        borders='<border><left style="thin"/><bottom style="double"/></border>',
    )
    data = row(1, cell("A1", "Judul", 1), cell("B1", 7, 1), cell("C1", "<v/>", 1))
    copy = copied(data, look=look)
    made = copy.parts["xl/styles.xml"]
    assert (
        '<font><b/><i/><strike/><u/><vertAlign val="superscript"/><sz val="14"/><color rgb="FFC00000"/>'
        '<name val="Arial"/></font>' in made
    )
    assert '<fgColor rgb="FFFFFF00"/>' in made
    assert '<left style="thin"/><right/><top/><bottom style="double"/>' in made
    assert '<alignment horizontal="center" vertical="top" wrapText="1"/>' in made
    assert copy.cell("C1") and "numFmt " in made


def test_runs_keep_their_looks(copied: Copied) -> None:
    look = "<rPr><b/><sz val='9'/><color rgb='FFC00000'/><rFont val='Arial'/></rPr>"
    named = f"<r>{look}<t>{NAME}</t></r>"
    runs = f"<is><r><t>Saksi </t></r>{named}<r><rPr><i/></rPr><t> hadir</t></r></is>"
    copy = copied(f'<row r="1"><c r="A1" t="inlineStr">{runs}</c></row>')
    assert copy.text == "Lembar1\nSaksi [NAMA · 17.h] hadir"
    assert "<i/>" in copy.cell("A1") and '<rFont val="Arial"/>' in copy.cell("A1")


def test_letters_can_be_read_on_what_is_kept_behind_them(copied: Copied) -> None:
    """Behind a white heading lies the style of a table, which a copy has not."""
    condition = '<conditionalFormatting sqref="A1"><cfRule dxfId="0"/></conditionalFormatting>'
    dark = '<dxfs><dxf><fill><patternFill><bgColor rgb="FF1F3864"/></patternFill></fill></dxf></dxfs>'
    white = '<font><sz val="11"/><color rgb="FFFFFFFF"/></font>'
    runs = '<is><r><t>Kepala </t></r><r><rPr><color rgb="FFFFFFFF"/></rPr><t>tabel</t></r></is>'
    data = row(1, cell("A1", "Kepala", 1)) + f'<row r="2"><c r="A2" t="inlineStr">{runs}</c></row>'
    copy = copied(
        sheet(data, behind=condition.replace('"A1"', '"A1:A2"')),
        look=styles(xf(font=1), fonts=white, rest=dark),
    )
    assert copy.text == "Lembar1\nKepala\nKepala tabel" and copy.hidden == ()


def test_letters_on_a_dark_ground_turn_white(copied: Copied) -> None:
    """The condition that put a light colour behind them is not in the copy."""
    condition = '<conditionalFormatting sqref="A1"><cfRule dxfId="0"/></conditionalFormatting>'
    look = styles(
        xf(font=1, fill=2),
        fonts='<font><sz val="11"/></font>',
        fills='<fill><patternFill patternType="solid"><fgColor rgb="FF1F3864"/></patternFill></fill>',
        rest='<dxfs><dxf><fill><patternFill><bgColor rgb="FFFFFF00"/></patternFill></fill></dxf></dxfs>',
    )
    copy = copied(sheet(row(1, cell("A1", "Kepala", 1)), behind=condition), look=look)
    assert copy.text == "Lembar1\nKepala" and copy.hidden == ()


def test_unknown_font_is_replaced(copied: Copied) -> None:
    look = styles(xf(font=1), fonts='<font><sz val="11"/><name val="Slamet Sans"/></font>')
    styles_of_copy = copied(row(1, cell("A1", "a", 1)), look=look).parts["xl/styles.xml"]
    assert '<name val="Calibri"/>' in styles_of_copy and "Slamet" not in styles_of_copy


def test_row_is_as_high_as_somebody_made_it(copied: Copied) -> None:
    data = (
        f'<row r="1" ht="30" customHeight="1">{cell("A1", "Nama")}</row>'
        f'<row r="2" ht="31.5" customHeight="1">{cell("A2", "Tono")}</row>'
        f'<row r="3" ht="45">{cell("A3", "Tini")}</row>'
        f'<row r="4" ht="2000" customHeight="1">{cell("A4", "Tuti")}</row>'
    )
    copy = copied(data)
    heights = re.findall(r'<row r="(\d)"(?: ht="(\d+)" customHeight="1")?>', copy.sheet)
    assert heights == [("1", "30"), ("2", "32"), ("3", ""), ("4", "409")]
    assert verify_plan(copy.path, copy.plan, copy.placed).passed


def test_height_does_not_tell_how_many_lines_a_name_took(copied: Copied) -> None:
    """Unless a row without anything hidden is as high."""
    data = (
        f'<row r="1" ht="30" customHeight="1">{cell("A1", "Nama")}</row>'
        f'<row r="2" ht="30" customHeight="1">{cell("A2", NAME)}</row>'
        f'<row r="3" ht="62.25" customHeight="1">{cell("A3", NAME)}</row>'
    )
    assert re.findall(r'<row r="(\d)"(.*?)>', copied(data).sheet) == [
        ("1", ' ht="30" customHeight="1"'),
        ("2", ' ht="30" customHeight="1"'),
        ("3", ""),
    ]


def test_height_of_a_hidden_row_is_not_that_of_the_next(copied: Copied) -> None:
    data = (
        f'<row r="1" ht="50" customHeight="1" hidden="1">{cell("A1", "x")}</row>'
        f'<row r="2">{cell("A2", "Nama")}</row><row r="3" ht="40" customHeight="1">{cell("A3", "Tono")}</row>'
    )
    assert re.findall(r'<row r="\d".*?>', copied(data).sheet) == [
        '<row r="1">',
        '<row r="2" ht="40" customHeight="1">',
    ]


def test_title_over_several_columns_makes_none_of_them_wide(copied: Copied) -> None:
    title = "Daftar penerima bantuan langsung tunai"
    data = sheet(rows([title], [NAME]), "", '<mergeCells><mergeCell ref="A1:D1"/></mergeCells>')
    assert re.findall(r'width="(\d+)"', copied(data).sheet) == ["16"]


def test_column_is_as_wide_as_one_in_which_nothing_is_hidden(copied: Copied) -> None:
    before = '<cols><col min="1" max="2" width="23.7"/></cols>'
    copy = copied(sheet(rows([NAME, "hadir"]), before))
    assert re.findall(r'width="(\d+)"', copy.sheet) == ["24", "24"]


def test_width_does_not_tell_the_longest_name(copied: Copied) -> None:
    def widths(name: str, width: float) -> list[str]:
        before = f'<cols><col min="1" max="1" width="{width}"/><col min="2" max="2" width="19.3"/></cols>'
        copy = copied(sheet(rows([name, "tetap"], ["judul", "x"]), before), hide=re.escape(name))
        return re.findall(r'<col min="(\d)" max="\d" width="(\d+)"', copy.sheet)

    assert widths("Ani", 5.1) == widths("Maria Magdalena Sulistyowati", 31.4) == [("1", "16"), ("2", "20")]


def test_paper_may_lie_across(copied: Copied) -> None:
    setup = '<pageSetup orientation="landscape" paperSize="9"/>'
    assert (
        '<pageSetup paperSize="9" orientation="landscape"/>' in copied(sheet(rows(["a"]), behind=setup)).sheet
    )


def test_codes_of_the_format_are_not_made_anew(copied: Copied) -> None:
    copy = copied(rows(["_x005F_x0042_udi"]))
    assert copy.text == "Lembar1\n_x0042_udi" and "_x005F_x0042_udi" in copy.sheet


def test_signs_that_nobody_sees_go(copied: Copied) -> None:
    assert copied(rows(["Ra\u200bpat\u202e"])).text == "Lembar1\nRapat"


def test_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    source = tmp_path / "asal.xlsx"
    source.write_bytes(xlsx(rows([NAME, 1, 2.5])))
    plan = plan_hiding(read_xlsx(source.read_bytes(), "", _silent), NAME)
    for name in ("satu", "dua"):
        write(source, tmp_path / name, plan, _silent)
    assert (tmp_path / "satu").read_bytes() == (tmp_path / "dua").read_bytes()


def test_another_name_of_another_length_gives_the_same_copy(tmp_path: Path) -> None:
    made = set()
    for name in ("Ani Tono", "Maria Magdalena"):
        source = tmp_path / "asal.xlsx"
        source.write_bytes(xlsx(rows(["No", "Nama"], [1, name], [2, f"Saksi {name} hadir"])))
        document = read_xlsx(source.read_bytes(), "", _silent)
        write(source, tmp_path / "salinan.xlsx", plan_hiding(document, name), _silent)
        made.add((tmp_path / "salinan.xlsx").read_bytes())
    assert len(made) == 1


def test_region_without_text_gets_its_label(tmp_path: Path) -> None:
    source = tmp_path / "asal.xlsx"
    source.write_bytes(xlsx(rows(["Rapat"])))
    document = read_xlsx(source.read_bytes(), "", _silent)
    plan = Plan(document, (Redaction(1, "REGION", 0, 0, 1, "[BAGIAN]"),))
    assert [bar.number for bar in write(source, tmp_path / "salinan.xlsx", plan, _silent)] == [1]


def test_workbook_that_changed_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "asal.xlsx"
    source.write_bytes(xlsx(rows([NAME])))
    plan = plan_hiding(read_xlsx(source.read_bytes(), "", _silent))
    source.write_bytes(xlsx(rows(["lain"])))
    with pytest.raises(UnreadableFile, match="berubah"):
        write(source, tmp_path / "salinan.xlsx", plan, _silent)


def setup_of(copy: Copy) -> str:
    return "".join(re.findall(r"<sheetPr>.*?</sheetPr>|<pageSetup[^>]*>", copy.sheet))


FITTED = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'


@pytest.mark.parametrize(
    ("setup", "kept"),
    [
        ("", ""),
        ('<pageSetup paperSize="9"/>', ""),
        ('<pageSetup paperSize="14"/>', '<pageSetup paperSize="14"/>'),
        ('<pageSetup paperSize="300"/>', ""),
        ('<pageSetup orientation="landscape"/>', '<pageSetup paperSize="9" orientation="landscape"/>'),
    ],
)
def test_paper_of_a_sheet_is_kept(copied: Copied, setup: str, kept: str) -> None:
    assert setup_of(copied(sheet(rows(["Rapat"]), behind=setup))) == kept


@pytest.mark.parametrize(("columns", "fits"), [(3, True), (12, True), (40, False)])
def test_sheet_that_labels_make_a_little_wider_is_printed_on_one_page(
    copied: Copied, columns: int, fits: bool
) -> None:
    copy = copied(rows([NAME, *range(columns)]))
    assert setup_of(copy) == (f'{FITTED}<pageSetup paperSize="9" fitToHeight="0"/>' if fits else "")
    assert verify_plan(copy.path, copy.plan, copy.placed).passed


def test_sheet_that_was_fitted_to_its_page_stays_so(copied: Copied) -> None:
    copy = copied(sheet(rows(["Rapat"]), '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'))
    assert setup_of(copy) == f'{FITTED}<pageSetup paperSize="9" fitToHeight="0"/>'


def test_label_has_the_type_of_the_workbook(copied: Copied) -> None:
    font = '<font><sz val="9"/><name val="Arial"/></font>'
    copy = copied(rows([NAME]), look=styles().replace("<fonts>", f"<fonts>{font}"))
    label = '<font><b/><sz val="9"/><color rgb="FFFFFFFF"/><name val="Arial"/></font>'
    assert label in copy.parts["xl/styles.xml"]
