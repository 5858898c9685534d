"""Text that a DOCX has and does not show, each way somebody took for a redaction. Names are invented."""

import io
import zipfile

import pytest

from terbuka.documents import Document
from terbuka.documents.docx.package import Package
from terbuka.documents.docx.read import read as read_docx
from terbuka.documents.docx.walk import read_flow
from tests.documents.samples.docx import docx, paragraph, run, story
from tests.documents.samples.hidden import SECRET, WHITE, assert_hidden, hidden, part, read

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


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


def test_copy_has_no_letters_of_the_colour_behind_them() -> None:
    """White on a dark paragraph is seen; the copy has no such paragraph, so its letters are black."""
    dark = '<w:shd w:val="clear" w:fill="1F3864"/>'
    package = Package(docx(paragraph(run(SECRET, WHITE), look=dark)))
    (made, _) = read_flow(package, lambda *told: None).body
    assert made.runs[0].text == SECRET and made.runs[0].look.colour == ""
