"""What a workbook holds and nobody sees is no text of it, and is listed. Names are invented."""

import pytest

from terbuka.documents import Document, HiddenPart
from terbuka.documents.xlsx.read import read as read_xlsx

from .samples.xlsx import cell, part, row, rows, sheet, styles, xf, xlsx

SECRET = "Slamet Wibisono"
WHITE = '<font><sz val="11"/><color rgb="FFFFFFFF"/></font>'
TINY = '<font><sz val="1"/></font>'
NAVY = '<fill><patternFill patternType="solid"><fgColor rgb="FF1F3864"/></patternFill></fill>'
COLUMNS = f'<tableColumns><tableColumn name="{SECRET}"/></tableColumns>'
NO_WIDTH = '<sheetFormatPr defaultColWidth="0"/>'
SEEN = row(1, cell("A1", "Rapat"))


def read(*sheets: object, **more: object) -> Document:
    return read_xlsx(xlsx(*sheets, **more), "", lambda done, total: None)  # type: ignore[arg-type]


def hidden(document: Document, kind: str) -> str:
    """What is told of this kind; the text has none of it."""
    assert "Slamet" not in document.text
    assert "Rapat" in document.text
    return "\n".join(f"{part.place}: {part.text}" for part in document.hidden if part.kind == kind)


def at(where: str, style: int = 0) -> str:
    return row(int(where[1:]), cell(where, SECRET, style))


def head(said: str) -> str:
    return f"<headerFooter><oddHeader>{said}</oddHeader></headerFooter>"


def defined(said: str, refers: str = "Lembar1!$A$1") -> str:
    return f"<definedNames><definedName {said}>{refers}</definedName></definedNames>"


def condition(rule: str) -> str:
    return f'<conditionalFormatting sqref="A1:A9">{rule}</conditionalFormatting>'


def validation(said: str) -> str:
    told = f"<formula1>{said}</formula1>"
    return f"<dataValidations><dataValidation type='list'>{told}</dataValidation></dataValidations>"


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (sheet(SEEN + row(2, cell("A2", SECRET), look='hidden="1"')), "hidden row"),
        (sheet(SEEN + row(2, cell("A2", SECRET), look='ht="0"')), "hidden row"),
        (
            sheet(
                row(1, cell("A1", "Rapat")) + row(2, cell("A2", SECRET), look='hidden="1"'),
                '<sheetFormatPr zeroHeight="1"/>',
            ),
            "hidden row",
        ),
        (sheet(SEEN + at("H2"), '<cols><col min="8" max="8" hidden="1"/></cols>'), "hidden column"),
        (sheet(SEEN + at("H2"), '<cols><col min="7" max="9" width="0"/></cols>'), "hidden column"),
        (
            sheet(SEEN + at("H2"), NO_WIDTH + '<cols><col min="1" max="2" width="9"/></cols>'),
            "hidden column",
        ),
        (sheet(SEEN + at("B2", 1)), "number format"),
        (sheet(SEEN + at("B2", 2)), "colour or size"),
        (sheet(SEEN + at("B2", 3)), "colour or size"),
        (
            sheet(
                row(1, cell("A1", "Rapat"), cell("B1", SECRET)) + row(2) + row(3, cell("A3", "x")),
                behind='<mergeCells><mergeCell ref="A1:C2"/></mergeCells>',
            ),
            "under another cell",
        ),
        (sheet(row(1, cell("A1", "Rapat"), cell("A1", SECRET))), "under another cell"),
        (
            sheet(SEEN + f'<row r="2"><c r="A2" t="inlineStr"><is><rPh><t>{SECRET}</t></rPh></is></c></row>'),
            "pronunciation",
        ),
        (
            sheet(SEEN + f'<row r="2"><c r="A2"><v>1</v><is><t>{SECRET}</t></is></c></row>'),
            "second value",
        ),
        (sheet(SEEN + f"<row r='2'>{SECRET}</row>"), "between the cells"),
        (sheet(SEEN + f"<row r='2'><c r='A2'/>{SECRET}</row>"), "between the cells"),
        (sheet(SEEN, behind=f"<lain>{SECRET}</lain>"), "sheet"),
        (sheet(SEEN, behind=f"<pageSetup/>{SECRET}"), "sheet"),
        (sheet(SEEN, behind=head(f"&amp;L&amp;KFFFFFF{SECRET}")), "headerFooter"),
        (sheet(SEEN, behind=f'<scenarios><scenario name="{SECRET}"/></scenarios>'), "scenarios"),
    ],
)  # fmt: skip
def test_text_that_nobody_sees_is_listed(data: str, place: str) -> None:
    look = styles(xf(170), xf(font=1), xf(font=2), fonts=WHITE + TINY, codes={170: ";;;"})
    told = hidden(read(data, look=look), "hidden-text")
    assert SECRET in told and place in told


def test_hidden_sheet_is_listed_with_its_name() -> None:
    for state in ("hidden", "veryHidden"):
        told = hidden(read(SEEN, (SECRET, f'state="{state}"', rows(["Slamet lahir 1988"]))), "hidden-text")
        assert SECRET in told and "lahir 1988" in told and "sheet 2: hidden sheet" in told


def test_number_that_shows_nothing_is_listed() -> None:
    document = read(SEEN + row(2, cell("A2", 6371034704880003, 1)), look=styles(xf(170), codes={170: ";;;"}))
    assert "6371034704880003" in hidden(document, "hidden-text")


@pytest.mark.parametrize("code", ['"lima"', "0.00E+00", "#,##0,,"])
def test_long_number_that_is_not_shown_in_full_is_listed(code: str) -> None:
    document = read(SEEN + row(2, cell("A2", 6371034704880003, 1)), look=styles(xf(170), codes={170: code}))
    assert "6371034704880003" in hidden(document, "hidden-text")


@pytest.mark.parametrize("code", ["0000 0000 0000 0000", "#,##0", "General", "0.00"])
def test_long_number_that_is_shown_in_full_is_not_listed(code: str) -> None:
    document = read(row(2, cell("A2", 6371034704880003, 1)), look=styles(xf(170), codes={170: code}))
    assert document.hidden == ()


def test_text_behind_another_is_listed() -> None:
    document = read(SEEN + at("A2", 1), look=styles(xf(170), codes={170: '0;0;0;"tertutup"'}))
    assert SECRET in hidden(document, "hidden-text") and "tertutup" in document.text


def test_letters_of_no_colour_on_black_are_listed() -> None:
    black = '<fill><patternFill patternType="solid"><fgColor rgb="FF000000"/></patternFill></fill>'
    font = '<font><sz val="11"/></font>'
    document = read(SEEN + at("A2", 1), look=styles(xf(font=1, fill=2), fonts=font, fills=black))
    assert SECRET in hidden(document, "hidden-text")


def test_shared_text_of_no_cell_is_listed() -> None:
    assert SECRET in hidden(read(SEEN, strings=["satu", SECRET]), "hidden-text")


def test_run_in_the_colour_of_its_ground_is_listed() -> None:
    white = f'<is><r><t>Rapat </t></r><r><rPr><color rgb="FFFFFFFF"/></rPr><t>{SECRET}</t></r></is>'
    assert SECRET in hidden(read(f'<row r="1"><c r="A1" t="inlineStr">{white}</c></row>'), "hidden-text")


@pytest.mark.parametrize(
    "font",
    [
        '<font><sz val="11"/><color theme="0"/></font>',
        '<font><sz val="11"/><color indexed="9"/></font>',
        '<font><sz val="11"/><color theme="1" tint="0.98"/></font>',
        '<font><sz val="11"/><color rgb="FFFFFFFF" tint="-0.02"/></font>',
    ],
)
def test_white_is_white_however_it_is_said(font: str) -> None:
    assert SECRET in hidden(read(SEEN + at("A2", 1), look=styles(xf(font=1), fonts=font)), "hidden-text")


@pytest.mark.parametrize(
    "fill",
    [
        NAVY,
        '<fill><patternFill patternType="solid"/></fill>',
        '<fill><patternFill patternType="darkGray"><fgColor rgb="FF000000"/></patternFill></fill>',
        '<fill><gradientFill><stop position="0"><color rgb="FF1F3864"/></stop>'
        '<stop position="1"><color theme="1"/></stop></gradientFill></fill>',
    ],
)
def test_white_on_a_dark_ground_is_seen(fill: str) -> None:
    document = read(row(1, cell("A1", "Kepala", 1)), look=styles(xf(font=1, fill=2), fonts=WHITE, fills=fill))
    assert "Kepala" in document.text


@pytest.mark.parametrize(
    ("font", "fill"),
    [
        ('<font><sz val="11"/></font>', '<fill><patternFill patternType="solid"/></fill>'),
        (
            '<font><sz val="11"/></font>',
            '<fill><patternFill patternType="solid"><bgColor rgb="FFFFFFFF"/></patternFill></fill>',
        ),
        (
            '<font><sz val="11"/><color theme="4" tint="0.4"/></font>',
            '<fill><patternFill patternType="solid"><fgColor theme="4" tint="0.4"/></patternFill></fill>',
        ),
        (
            '<font><sz val="11"/><color indexed="13"/></font>',
            '<fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill>',
        ),
        ('<font><sz val="11"/><color indexed="65"/></font>', NAVY.replace("solid", "none")),
        (
            '<font><sz val="11"/></font>',
            '<fill><patternFill patternType="solid"><fgColor indexed="64"/></patternFill></fill>',
        ),
    ],
)
def test_letters_in_the_colour_of_their_ground_are_told(font: str, fill: str) -> None:
    document = read(SEEN + at("A2", 1), look=styles(xf(font=1, fill=2), fonts=font, fills=fill))
    assert SECRET in hidden(document, "hidden-text")


@pytest.mark.parametrize(
    ("format", "is_told"),
    [
        ('<dxf><font><color rgb="FFFFFF00"/></font></dxf>', True),
        ('<dxf><fill><patternFill><bgColor rgb="FF000000"/></patternFill></fill></dxf>', True),
        ('<dxf><font><color rgb="FF0000FF"/></font></dxf>', False),
        ('<dxf><fill><patternFill><bgColor rgb="FF00FF00"/></patternFill></fill></dxf>', False),
    ],
)
def test_condition_that_gives_letters_and_ground_one_colour_is_told(format: str, is_told: bool) -> None:
    yellow = '<fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill>'
    condition = (
        '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0"/></conditionalFormatting>'
    )
    document = read(
        sheet(row(1, cell("A1", "Rapat", 1)), behind=condition),
        look=styles(xf(fill=2), fills=yellow, rest=f"<dxfs>{format}</dxfs>"),
    )
    assert bool(hidden(document, "hidden-text")) == is_told


def test_white_on_what_a_table_or_a_condition_colours_is_seen() -> None:
    table = part("table", '<tableStyleInfo name="TableStyleMedium2"/>', 'id="1" name="Tabel1" ref="A1:A2"')
    document = read(
        row(1, cell("A1", "Kepala", 1)),
        look=styles(xf(font=1), fonts=WHITE),
        parts={"xl/tables/table1.xml": table},
        of_sheet={"t": ("table", "../tables/table1.xml")},
    )
    assert "Kepala" in document.text and not document.hidden
    condition = (
        '<conditionalFormatting sqref="A1:A9"><cfRule type="expression" dxfId="0"/></conditionalFormatting>'
    )
    dark = '<dxfs><dxf><fill><patternFill><bgColor rgb="FF1F3864"/></patternFill></fill></dxf></dxfs>'
    document = read(
        sheet(row(1, cell("A1", "Kepala", 1)), behind=condition),
        look=styles(xf(font=1), fonts=WHITE, rest=dark),
    )
    assert "Kepala" in document.text


@pytest.mark.parametrize(
    "format",
    ['<dxf><font><color rgb="FFFFFFFF"/></font></dxf>', '<dxf><numFmt numFmtId="1" formatCode=";;;"/></dxf>'],
)
def test_condition_that_hides_is_told(format: str) -> None:
    condition = (
        '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0"/></conditionalFormatting>'
    )
    document = read(sheet(SEEN, behind=condition), look=styles(rest=f"<dxfs>{format}</dxfs>"))
    assert "conditionalFormatting" in hidden(document, "hidden-text")


@pytest.mark.parametrize(
    ("ranges", "type_", "told"),
    [
        ("C1 A1:A9", "expression", "conditionalFormatting: C1 A1:A9"),
        ("B2:B9", "expression", "conditionalFormatting: …"),
        ("bukan", "expression", "conditionalFormatting: …"),
        ("A1:A9", "containsErrors", ""),
    ],
)
def test_condition_that_hides_words_tells_where(ranges: str, type_: str, told: str) -> None:
    condition = (
        f'<conditionalFormatting sqref="{ranges}"><cfRule type="{type_}" dxfId="0"/></conditionalFormatting>'
    )
    white = '<dxfs><dxf><font><color rgb="FFFFFFFF"/></font></dxf></dxfs>'
    document = read(
        sheet(row(1, cell("A1", "Rapat"), cell("B1", 7)), behind=condition), look=styles(rest=white)
    )
    assert hidden(document, "hidden-text").partition(": ")[2] == told


@pytest.mark.parametrize(
    ("behind", "kind"),
    [
        (validation(f'"{SECRET}"'), "form"),
        (f'<dataValidations><dataValidation prompt="{SECRET}"/></dataValidations>', "form"),
        (f'<hyperlinks><hyperlink ref="A1" tooltip="{SECRET}"/></hyperlinks>', "link"),
        (f'<protectedRanges><protectedRange name="{SECRET}"/></protectedRanges>', "name"),
        (f'<autoFilter ref="A1:A2"><filters><filter val="{SECRET}"/></filters></autoFilter>', "form"),
        (condition(f'<cfRule type="x" text="{SECRET}"/>'), "field"),
        (condition(f'<cfRule><formula>A1="{SECRET}"</formula></cfRule>'), "field"),
        (f"<extLst><ext><x>{SECRET}</x></ext></extLst>", "metadata"),
    ],
)  # fmt: skip
def test_what_stands_behind_the_cells_is_listed(behind: str, kind: str) -> None:
    assert SECRET in hidden(read(sheet(SEEN, behind=behind)), kind)


@pytest.mark.parametrize(
    "behind",
    [
        validation("$A$1:$A$5"),
        '<autoFilter ref="A1:D5"/>',
        head("&amp;C&amp;P / &amp;N"),
        "<pageMargins left='0.7' right='0.7'/>",
        condition("<cfRule><formula>A1&gt;5</formula></cfRule>"),
    ],
)  # fmt: skip
def test_what_says_nothing_is_not_listed(behind: str) -> None:
    assert read(sheet(SEEN, behind=behind)).hidden == ()


@pytest.mark.parametrize(
    ("formula", "is_told"),
    [
        (f'IF(B1="{SECRET}",1,0)', True),
        ("IF(B1=6371034704880003,1,0)", True),
        ("[1]Data!A1", True),
        ("SUM(A100000:A1048576)", False),
        ('IF(A1="","",A1*1000)', False),
    ],
)
def test_formula_that_says_something_is_listed(formula: str, is_told: bool) -> None:
    escaped = formula.replace('"', "&quot;")
    document = read(SEEN + f'<row r="2"><c r="A2"><f>{escaped}</f><v>1</v></c></row>')
    assert bool(hidden(document, "field")) is is_told


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ({"book": defined(f'name="x" comment="{SECRET}"')}, "name"),
        ({"book": defined('name="_xlnm.Print_Titles"', f'"{SECRET}"')}, "name"),
        ({"properties": f'<fileSharing userName="{SECRET}"/>'}, "metadata"),
        ({"properties": f'<x:absPath xmlns:x="y" url="C:/{SECRET}"/>'}, "metadata"),
        (
            {"book": f'<customWorkbookViews><customWorkbookView name="{SECRET}"/></customWorkbookViews>'},
            "metadata",
        ),
        ({"book": f"<lain>{SECRET}</lain>"}, "hidden-text"),
        ({"look": styles(rest=f'<cellStyles><cellStyle name="{SECRET}"/></cellStyles>')}, "name"),
        ({"look": styles(rest=f'<tableStyles><tableStyle name="{SECRET}"/></tableStyles>')}, "name"),
        ({"look": styles(rest=f"<lain>{SECRET}</lain>")}, "hidden-text"),
        ({"look": styles(codes={170: f'"{SECRET}"0'})}, "name"),
        ({"parts": {"docMetadata/LabelInfo.xml": f"<a>{SECRET}</a>"}}, "metadata"),
        (
            {"parts": {"xl/printerSettings/printer1.bin": b"\xff" + f"\1{SECRET}".encode("utf-16-le")}},
            "metadata",
        ),
        ({"parts": {"docProps/core.xml": f"<a>{SECRET}</a>"}}, "metadata"),
        ({"parts": {"xl/comments1.xml": f"<a>{SECRET}</a>"}}, "comment"),
        ({"parts": {"xl/threadedComments/threadedComment1.xml": f"<a>{SECRET}</a>"}}, "comment"),
        ({"parts": {"xl/externalLinks/externalLink1.xml": f"<a>{SECRET}</a>"}}, "link"),
        ({"parts": {"xl/pivotCache/pivotCacheRecords1.xml": f'<a v="{SECRET}"/>'}}, "embedded"),
        ({"parts": {"xl/charts/chart1.xml": f"<a>{SECRET}</a>"}}, "embedded"),
        ({"parts": {"xl/drawings/drawing1.xml": f'<a descr="{SECRET}"/>'}}, "picture"),
        ({"parts": {"xl/tables/table1.xml": f'<a name="{SECRET}"/>'}}, "name"),
        (
            {"parts": {"xl/tables/table1.xml": part("table", COLUMNS)}},
            "name",
        ),
        ({"parts": {"xl/worksheets/sheet9.xml": sheet(rows([SECRET]))}}, "hidden-text"),
        ({"parts": {"xl/revisions/revisionLog1.xml": f"<a>{SECRET}</a>"}}, "tracked-change"),
        ({"parts": {"lain/x.xml": f"<a>{SECRET}</a>"}}, "attachment"),
        ({"outside": {"h": ("hyperlink", f"mailto:{SECRET}")}}, "link"),
    ],
)  # fmt: skip
def test_what_stands_beside_the_sheets_is_listed(more: dict[str, object], kind: str) -> None:
    assert SECRET in hidden(read(SEEN, **more), kind)


@pytest.mark.parametrize(
    ("kind", "place", "content"),
    [
        ("theme", "theme/theme1.xml", f"<a>{SECRET}</a>"),
        ("calcChain", "calcChain.xml", part("calcChain", f"<c/><!-- {SECRET} -->")),
        ("sharedStrings", "sharedStrings.xml", part("sst", f"<si><t>Rapat</t></si>{SECRET}")),
    ],
)
def test_text_beside_what_a_part_shows_is_listed(kind: str, place: str, content: str) -> None:
    document = read(SEEN, related={"x": (kind, place)}, parts={f"xl/{place}": content})
    assert f"xl/{place}: {SECRET}" in hidden(document, "hidden-text")


def test_text_between_relations_is_listed() -> None:
    document = read(SEEN, parts={"xl/_rels/lain.rels": f"<a>{SECRET}</a>"})
    assert f"xl/_rels/lain.rels: {SECRET}" in hidden(document, "hidden-text")


def test_sheet_that_the_workbook_does_not_list_is_listed() -> None:
    document = read(
        SEEN,
        related={"x": ("worksheet", "worksheets/sheet9.xml")},
        parts={"xl/worksheets/sheet9.xml": sheet(rows([SECRET]))},
    )
    assert SECRET in hidden(document, "hidden-text")


def test_remark_that_nobody_can_read_is_listed() -> None:
    document = read(SEEN, parts={"customXml/a.bin": bytes(9)})
    assert [(part.kind, part.place) for part in document.hidden] == [("attachment", "customXml/a.bin")]


def test_last_of_many_formulas_is_listed() -> None:
    cells = "".join(
        f'<row r="{at}"><c r="A{at}" t="str"><f>"Kata {at} di sini"</f><v>x</v></c></row>'
        for at in range(2, 400)
    )
    assert "Kata 399 di sini" in hidden(read(SEEN + cells), "field")


def test_who_saved_the_workbook_is_listed_alone() -> None:
    told = f"<c><a>lain</a><lastModifiedBy>{SECRET}</lastModifiedBy></c>"
    document = read(SEEN, parts={"docProps/core.xml": told})
    assert HiddenPart("metadata", "docProps/core.xml lastModifiedBy", SECRET) in document.hidden


def test_words_in_an_attribute_of_a_cell_are_listed() -> None:
    document = read(SEEN + f'<row r="2" spans="{SECRET}"><c r="A2"><v>1</v></c></row>')
    assert SECRET in hidden(document, "metadata")
    assert not read(SEEN + '<row r="2" spans="1:4"><c r="A2" s="0"><v>1</v></c></row>').hidden


def test_parts_of_bytes_are_listed_by_name() -> None:
    document = read(
        SEEN,
        parts={
            "xl/vbaProject.bin": b"Slamet",
            "xl/tables/table1.bin": b"Slamet",
            "xl/media/image1.png": b"Slamet",
        },
    )
    assert {(part.kind, part.place) for part in document.hidden} == {
        ("script", "xl/vbaProject.bin"),
        ("attachment", "xl/tables/table1.bin"),
        ("picture", "xl/media/image1.png"),
    }


def test_sheet_of_no_cells_is_listed() -> None:
    document = read(
        SEEN,
        parts={"xl/chartsheets/sheet1.xml": part("chartsheet", ""), "xl/workbook.xml": _with_a_chart()},
        related={"c": ("chartsheet", "chartsheets/sheet1.xml")},
    )
    assert "Bagan" in hidden(document, "embedded") and "Hilang" in hidden(document, "hidden-text")


def _with_a_chart() -> str:
    return part(
        "workbook",
        '<sheets><sheet name="Lembar1" r:id="s1"/><sheet name="Bagan" r:id="c"/>'
        '<sheet name="Hilang" r:id="x"/></sheets>',
    )


def test_ordinary_workbook_hides_nothing() -> None:
    names = defined('name="_xlnm._FilterDatabase" hidden="1"')
    normal = '<cellStyles><cellStyle name="Normal" builtinId="0"/></cellStyles>'
    document = read(SEEN, book=names, look=styles(rest=normal))
    assert document.hidden == ()


def test_own_palette_of_a_workbook_is_used() -> None:
    palette = "<colors><indexedColors>" + '<rgbColor rgb="00FFFFFF"/>' * 3 + "</indexedColors></colors>"
    font = '<font><sz val="11"/><color indexed="2"/></font>'
    assert SECRET in hidden(
        read(SEEN + at("A2", 1), look=styles(xf(font=1), fonts=font, rest=palette)), "hidden-text"
    )


def test_own_theme_of_a_workbook_is_used() -> None:
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme>'
        '<a:accent1><a:srgbClr val="FEFEFE"/></a:accent1></a:clrScheme></a:themeElements></a:theme>'
    )
    font = '<font><sz val="11"/><color theme="4"/></font>'
    document = read(
        SEEN + at("A2", 1),
        look=styles(xf(font=1), fonts=font),
        parts={"xl/theme/theme1.xml": theme},
        related={"th": ("theme", "theme/theme1.xml")},
    )
    assert SECRET in hidden(document, "hidden-text")
