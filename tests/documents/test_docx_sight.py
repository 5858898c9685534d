"""Text that a DOCX has and does not show, each way somebody took for a redaction. Names are invented."""

import io
import zipfile

import pytest

from terbuka.documents import Document
from terbuka.documents.docx.package import Package
from terbuka.documents.docx.read import read as read_docx
from terbuka.documents.docx.walk import read_flow
from tests.documents.samples.docx import PAPER, docx, paragraph, run, story, table

SECRET = "Siti Rahmah"
WHITE = '<w:color w:val="FFFFFF"/>'
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def read(*blocks: str, **options) -> Document:
    return read_docx(docx(*blocks, **options), "0" * 64, lambda done, total: None)


def hidden(document: Document) -> list[str]:
    return [part.text for part in document.hidden if part.kind == "hidden-text"]


def part(kind: str, content: str) -> dict:
    return {"parts": {f"word/{kind}.xml": content}, "related": {"s1": (kind, f"{kind}.xml")}}


def assert_hidden(document: Document) -> None:
    assert SECRET not in document.text and "Ada" in document.text
    assert hidden(document) == [SECRET]


def outline(width: str, colour: str) -> str:
    return f'<w14:textOutline {W14} w14:w="{width}">{solid(colour)}</w14:textOutline>'


def solid(colour: str, inside: str = "") -> str:
    return f"<w14:solidFill><w14:{colour}>{inside}</w14:{colour.split(' ')[0]}></w14:solidFill>"


@pytest.mark.parametrize(
    "look",
    [
        '<w:color w:val="000000"/><w:highlight w:val="black"/>',
        '<w:highlight w:val="black"/>',
        '<w:highlight w:val="darkBlue"/>',
        '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>',
        '<w:color w:val="FFFFFF"/><w:highlight w:val="white"/><w:shd w:val="clear" w:fill="000000"/>',
        '<w:color w:val="auto" w:themeColor="background1"/>',
        '<w:color w:val="000000" w:themeColor="light1"/>',
        '<w:color w:val="FF0000" w:themeColor="text1" w:themeTint="08"/>',
        '<w:color w:val="FF0000" w:themeColor="accent1" w:themeShade="00"/><w:highlight w:val="black"/>',
        '<w:color w:val="F2F2F2" w:themeColor="background1" w:themeShade="F2"/>',
        '<w:color w:val="EFEFEF"/>',
        '<w:color w:val="000000"/><w:shd w:val="solid" w:color="auto" w:fill="auto"/>',
        '<w:color w:val="000000"/><w:shd w:val="pct95" w:color="000000" w:fill="FFFFFF"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="diagStripe" w:color="FFFFFF" w:fill="FFFFFF"/>',
        '<w:color w:val="4472C4"/><w:shd w:val="clear" w:fill="auto" w:themeFill="accent1"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="auto"/>',
        '<w:sz w:val="2"/>',
        '<w:sz w:val="6"/>',
        '<w:rtl/><w:szCs w:val="2"/>',
        '<w:w w:val="1"/>',
        '<w:w w:val="1%"/>',
        '<w:position w:val="-3000"/>',
        '<w:position w:val="3000"/>',
        '<w:spacing w:val="-1000"/>',
        '<w:fitText w:val="1"/>',
        f"<w14:textFill {W14}><w14:noFill/></w14:textFill>",
        f"<w14:textFill {W14}>" + solid('schemeClr w14:val="bg1"') + "</w14:textFill>",
        f"<w14:textFill {W14}>"
        + solid('srgbClr w14:val="000000"', '<w14:alpha w14:val="98000"/>')
        + "</w14:textFill>",
        f"<w14:textFill {W14}>"
        + solid('schemeClr w14:val="tx1"', '<w14:lumMod w14:val="3000"/><w14:lumOff w14:val="97000"/>')
        + "</w14:textFill>",
        WHITE + outline("9525", 'schemeClr w14:val="none"'),
        WHITE + outline("1", 'srgbClr w14:val="000000"'),
    ],
)
def test_run_that_cannot_be_read_is_hidden(look: str) -> None:
    assert_hidden(read(paragraph("Ada ", run(SECRET, look))))


@pytest.mark.parametrize(
    "look",
    [
        '<w:highlight w:val="yellow"/>',
        '<w:highlight w:val="none"/>',
        '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>',
        '<w:shd w:val="clear" w:fill="000000"/>',
        '<w:color w:val="D9D9D9" w:themeColor="background1" w:themeShade="D9"/>',
        '<w:color w:val="FFFFFF" w:themeColor="text1"/>',
        '<w:color w:val="FFFFFF" w:themeColor="text1" w:themeTint="xx"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:themeFill="text1" w:themeFillTint="BF"/>',
        '<w:color w:val="000000"/><w:shd w:val="pct10" w:color="auto" w:fill="auto"/>',
        '<w:sz w:val="8"/>',
        '<w:sz w:val="2"/><w:cs/><w:szCs w:val="24"/>',
        '<w:w w:val="66"/>',
        '<w:position w:val="-12"/>',
        '<w:spacing w:val="-20"/>',
        '<w:fitText w:val="2400"/>',
        WHITE + outline("9525", 'srgbClr w14:val="000000"'),
        f"{WHITE}<w14:textFill {W14}>"
        + solid('srgbClr w14:val="C00000"', '<w14:alpha w14:val="0"/>')
        + "</w14:textFill>",
    ],
)
def test_run_that_can_be_read_is_text(look: str) -> None:
    document = read(paragraph(run(SECRET, look)))
    assert document.text == SECRET and not hidden(document)


@pytest.mark.parametrize(
    "look",
    [
        '<w:spacing w:line="1" w:lineRule="exact"/>',
        '<w:spacing w:line="0" w:lineRule="exact"/>',
        '<w:spacing w:line="70" w:lineRule="exact"/><w:rPr/>',
        '<w:spacing w:line="1" w:lineRule="auto"/>',
        '<w:spacing w:line="1"/>',
        '<w:ind w:left="-20000"/>',
        '<w:ind w:left="20000"/>',
        '<w:ind w:firstLine="-20000"/>',
        '<w:ind w:left="20000"/><w:jc w:val="center"/>',
        '<w:ind w:right="-20000"/><w:jc w:val="right"/>',
        '<w:framePr w:x="-20000" w:y="1"/>',
        '<w:framePr w:hAnchor="page" w:vAnchor="page" w:x="100" w:y="20000"/>',
        '<w:framePr w:hAnchor="page" w:vAnchor="margin" w:w="900" w:h="900" w:x="-2000" w:y="1"/>',
        '<w:framePr w:w="1" w:x="100" w:y="1"/>',
        '<w:framePr w:h="1" w:hRule="exact" w:x="100" w:y="1"/>',
    ],
)
def test_paragraph_without_room_or_off_the_page_is_hidden(look: str) -> None:
    size = '<w:sz w:val="22"/>'
    assert_hidden(read(paragraph("Ada"), paragraph(run(SECRET, size), look=look)))


@pytest.mark.parametrize(
    "look",
    [
        '<w:spacing w:line="240" w:lineRule="exact"/>',
        '<w:spacing w:line="1" w:lineRule="atLeast"/>',
        '<w:spacing w:line="360" w:lineRule="auto"/>',
        '<w:ind w:left="-1000"/>',
        '<w:ind w:left="720" w:hanging="720"/>',
        '<w:ind w:left="4320"/><w:jc w:val="center"/>',
        '<w:ind w:right="-200"/><w:jc w:val="right"/>',
        '<w:framePr w:w="4000" w:hAnchor="margin" w:vAnchor="text" w:x="100" w:y="-200"/>',
    ],
)
def test_paragraph_on_the_page_is_text(look: str) -> None:
    document = read(paragraph(SECRET, look=look))
    assert document.text == SECRET and not hidden(document)


def test_indent_is_measured_on_the_paper_of_its_section() -> None:
    wide = (
        '<w:sectPr><w:pgSz w:w="23811" w:h="16838"/><w:sectPrChange><w:sectPr/></w:sectPrChange></w:sectPr>'
    )
    far = '<w:ind w:left="14000"/>'
    document = read(paragraph("Ada", look=far + wide), paragraph(SECRET, look=far), section=PAPER)
    assert_hidden(document)


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


def white(text: str) -> str:
    return paragraph(run(text, WHITE))


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


def test_colours_are_those_of_the_documents_theme() -> None:
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
        '<a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="101010"/></a:dk1>'
        '<a:lt1><a:srgbClr val="000000"/></a:lt1><a:lt2><a:srgbClr val="x"/></a:lt2></a:clrScheme>'
        "</a:themeElements></a:theme>"
    )
    settings = story("settings", '<w:clrSchemeMapping w:bg2="accent1"/>')
    document = read(
        paragraph(run("satu ", '<w:color w:val="FFFFFF" w:themeColor="background1"/>')),
        paragraph(run("dua", '<w:color w:val="FFFFFF" w:themeColor="background2"/>')),
        parts={"word/theme1.xml": theme, "word/settings.xml": settings},
        related={
            "t": ("theme", "theme1.xml"),
            "s": ("settings", "settings.xml"),
            "u": ("settings", "none.xml"),
            "v": ("theme", "none.xml"),
        },
    )
    assert document.text == "satu \ndua"


def test_page_that_is_coloured_hides_text_of_its_colour() -> None:
    shown = part("settings", story("settings", "<w:displayBackgroundShape/>"))
    coloured = docx(paragraph("Ada "), paragraph(run(SECRET, '<w:color w:val="1F3864"/>')), **shown)
    background = '<w:background w:color="1F3864"/><w:body>'

    def painted(data: bytes) -> Document:
        return read_docx(_with(data, background), "0" * 64, lambda done, total: None)

    assert_hidden(painted(coloured))
    unpainted = docx(paragraph(run(SECRET, '<w:color w:val="1F3864"/>')))
    assert painted(unpainted).text == SECRET
    assert _with(unpainted, background) != unpainted


def _with(data: bytes, instead: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", instead.encode())
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def shape(
    inside: str,
    fill: str = "",
    style: str = "",
    extent: tuple[int, int] = (1_800_000, 900_000),
    x: str = "0",
    more: str = "",
    kind: str = "anchor",
) -> str:
    return (
        f'<w:r><w:rPr>{WHITE}</w:rPr><w:drawing><wp:{kind} xmlns:wp="{WP}">'
        f"<wp:positionH><wp:posOffset>{x}</wp:posOffset></wp:positionH>"
        f'<wp:extent cx="{extent[0]}" cy="{extent[1]}"/>{more}'
        f"<a:graphic><a:graphicData><wps:wsp><wps:spPr>{fill}</wps:spPr>{style}"
        f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        f"</wp:{kind}></w:drawing></w:r>"
    )


NAVY = '<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>'
STYLED_SHAPE = '<wps:style><a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef></wps:style>'


@pytest.mark.parametrize(
    "drawn",
    [
        shape(white(SECRET)),
        shape(white(SECRET), "<a:noFill/>", STYLED_SHAPE),
        shape(white(SECRET), NAVY.replace("/></a", '><a:alpha val="2000"/></a:srgbClr></a')),
        shape(white(SECRET), '<a:gradFill/>'),
        shape(paragraph(SECRET), extent=(100, 900_000)),
        shape(paragraph(SECRET), x="-99000000"),
        shape(paragraph(SECRET), more='<wp:docPr hidden="1"/>'),
        '<w:r><w:pict><v:shape style="position:absolute;left:-5000pt;width:90pt"><v:textbox><w:txbxContent>'
        f"{paragraph(SECRET)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
        '<w:r><w:pict><v:shape style="visibility:hidden"><v:textbox><w:txbxContent>'
        f"{paragraph(SECRET)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
        '<w:r><w:pict><v:shape style="width:0pt;height:9pt"><v:textbox><w:txbxContent>'
        f"{paragraph(SECRET)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
        '<w:r><w:pict><v:shape fillcolor="#1f3864 [3204]" style="width:9pt"><v:textbox><w:txbxContent>'
        f"{paragraph(run(SECRET, '<w:color w:val=' + chr(34) + '1F3864' + chr(34) + '/>'))}"
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
    ],
)  # fmt: skip
def test_text_box_that_shows_nothing_is_hidden(drawn: str) -> None:
    assert_hidden(read(paragraph("Ada", drawn)))


@pytest.mark.parametrize(
    "drawn",
    [
        shape(white(SECRET), NAVY),
        shape(white(SECRET), "", STYLED_SHAPE),
        shape(paragraph(SECRET), more='<wp:docPr hidden="0"/>', kind="inline"),
        '<w:r><w:pict><v:group style="width:90pt;height:9pt"><v:shape fillcolor="black" '
        'style="left:99999;top:.;width:99999"><v:textbox>'
        f"<w:txbxContent>{white(SECRET)}</w:txbxContent></v:textbox></v:shape></v:group></w:pict></w:r>",
        '<w:r><w:pict><v:shape fillcolor="fancy"><v:textbox>'
        f"<w:txbxContent>{paragraph(SECRET)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
    ],
)
def test_text_box_that_is_seen_is_text(drawn: str) -> None:
    """The look of the run that holds the box is not that of its text."""
    document = read(paragraph("Ada", drawn))
    assert document.text == f"Ada\n{SECRET}" and not hidden(document)


def test_pages_of_a_table_of_contents_are_seen_on_paper() -> None:
    document = read(paragraph("Bab I ", run("12", "<w:webHidden/>")))
    assert document.text == "Bab I 12" and not hidden(document)


@pytest.mark.parametrize(
    "formula",
    [
        f"<m:oMath><m:r><w:rPr><w:vanish/></w:rPr><m:t>{SECRET}</m:t></m:r></m:oMath>",
        f"<m:oMath><m:r><w:rPr>{WHITE}</w:rPr><m:t>{SECRET}</m:t></m:r></m:oMath>",
        '<m:oMath><m:phant><m:phantPr><m:show m:val="0"/></m:phantPr>'
        f"<m:e><m:r><m:t>{SECRET}</m:t></m:r></m:e></m:phant></m:oMath>",
    ],
)
def test_hidden_part_of_a_formula_is_hidden(formula: str) -> None:
    assert_hidden(read(paragraph("Ada", formula)))


def test_phantom_that_is_shown_is_text() -> None:
    formula = "<m:oMath><m:phant><m:phantPr/><m:e><m:r><m:t>x</m:t></m:r></m:e></m:phant></m:oMath>"
    assert read(paragraph("Ada ", formula)).text == "Ada x"


@pytest.mark.parametrize(
    "block",
    [
        f"<w:p>{SECRET}</w:p>",
        f"<w:p/>{SECRET}",
        f"<w:p><w:t>{SECRET}</w:t></w:p>",
        f'<w:p><x:y xmlns:x="urn:x"><w:r><w:t>{SECRET}</w:t></w:r></x:y></w:p>',
        f'<x:y xmlns:x="urn:x">{SECRET}</x:y>',
        f"<w:p><w:r><w:rPr/>{SECRET}<w:t/></w:r></w:p>",
        "<mc:AlternateContent><mc:Choice><w:p/></mc:Choice>"
        f"<mc:Fallback>{paragraph(SECRET)}</mc:Fallback></mc:AlternateContent>",
        "<w:p><w:r><w:drawing><mc:AlternateContent><mc:Choice/>"
        f"<mc:Fallback>{paragraph(SECRET)}</mc:Fallback></mc:AlternateContent></w:drawing></w:r></w:p>",
    ],
)
def test_text_where_no_program_shows_any_is_hidden(block: str) -> None:
    assert_hidden(read(paragraph("Ada"), block))


def test_data_of_fields_and_measures_of_drawings_are_no_text() -> None:
    signs = '<w:r><w:fldChar w:fldCharType="begin"><w:fldData>AAAA</w:fldData></w:fldChar></w:r>'
    document = read(paragraph("Ada", signs, shape("<w:p/>", x="914400")))
    assert not hidden(document)


def test_copy_has_no_letters_of_the_colour_behind_them() -> None:
    """White on a dark paragraph is seen; the copy has no such paragraph, so its letters are black."""
    dark = '<w:shd w:val="clear" w:fill="1F3864"/>'
    package = Package(docx(paragraph(run(SECRET, WHITE), look=dark)))
    (made, _) = read_flow(package, lambda *told: None).body
    assert made.runs[0].text == SECRET and made.runs[0].look.colour == ""
