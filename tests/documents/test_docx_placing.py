"""Text off the page or without room, in paragraphs, heads and text boxes. Names are invented."""

import pytest

from tests.documents.samples.docx import PAPER, paragraph, run, story
from tests.documents.samples.hidden import SECRET, WHITE, assert_hidden, hidden, read, white

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


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
        '<w:ind w:leftChars="-20000"/>',
        '<w:framePr w:x="-20000" w:y="1"/>',
        '<w:framePr w:hAnchor="page" w:vAnchor="page" w:x="100" w:y="20000"/>',
        '<w:framePr w:hAnchor="page" w:vAnchor="margin" w:w="900" w:h="900" w:x="-2000" w:y="1"/>',
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
        '<w:ind w:left="720" w:leftChars="300" w:hanging="720"/>',
        '<w:ind w:left="4320"/><w:jc w:val="center"/>',
        '<w:ind w:right="-200"/><w:jc w:val="right"/>',
        '<w:framePr w:w="4000" w:hAnchor="margin" w:vAnchor="text" w:x="100" w:y="-200"/>',
        '<w:framePr w:w="14" w:hAnchor="margin" w:vAnchor="text" w:xAlign="right" w:y="1"/>',
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


@pytest.mark.parametrize("kind", ["header", "footer"])
def test_head_or_foot_off_the_page_is_hidden(kind: str) -> None:
    document = read(
        paragraph("Ada"),
        section=f'<w:{kind}Reference r:id="m"/><w:pgMar w:{kind}="20000"/>',
        parts={"word/m.xml": story("hdr", paragraph(SECRET))},
        related={"m": (kind, "m.xml")},
    )
    assert_hidden(document)


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


def test_data_of_fields_and_measures_of_drawings_are_no_text() -> None:
    signs = '<w:r><w:fldChar w:fldCharType="begin"><w:fldData>AAAA</w:fldData></w:fldChar></w:r>'
    document = read(paragraph("Ada", signs, shape("<w:p/>", x="914400")))
    assert not hidden(document)
