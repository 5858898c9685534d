"""A DOCX's text in reading order, as Word shows it; the rest listed as hidden."""

import io
import zipfile

import pytest

from terbuka.documents import Document, HiddenPart, PageSource
from terbuka.documents.docx.read import read as read_docx
from terbuka.errors import LimitExceeded, UnreadableFile
from tests.documents.conftest import Opened
from tests.documents.samples.docx import PAPER, docx, paragraph, run, story, table

SECRET = "Siti Aminah"


def read(*blocks: str, **options: object) -> Document:
    return read_docx(docx(*blocks, **options), "", lambda done, total: None)  # type: ignore[arg-type]


def hidden(document: Document, kind: str) -> list[str]:
    return [part.text for part in document.hidden if part.kind == kind]


def field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(result)}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_document_is_one_page_of_words_without_boxes(opened: Opened) -> None:
    document = opened(
        docx(paragraph("Kepada ", run("Siti", "<w:b/>"), " Aminah"), paragraph(""), paragraph("Salam"))
    )
    assert document.text == "Kepada Siti Aminah\n\nSalam"
    assert (document.format, len(document.pages)) == ("docx", 1)
    page = document.pages[0]
    assert (page.source, page.width, page.height) == (PageSource.FLOW, 0, 0)
    assert [document.text[word.start : word.end] for word in page.words] == document.text.split()
    assert all(word.box is None for word in page.words)


def test_strict_names_are_understood() -> None:
    data = docx(paragraph("Budi"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            content = content.replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            ).replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
            new.writestr(name, content)
    assert read_docx(buffer.getvalue(), "", lambda done, total: None).text == "Budi"


# characters


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:t>a</w:t><w:tab/><w:t>b</w:t>", "a\tb"),
        ("<w:t>a</w:t><w:ptab/><w:t>b</w:t>", "a\tb"),
        ("<w:t>a</w:t><w:br/><w:t>b</w:t>", "a\nb"),
        ('<w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t>', "a\nb"),
        ("<w:t>a</w:t><w:cr/><w:t>b</w:t>", "a\nb"),
        ("<w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t>", "a-b"),
        ("<w:t>a</w:t><w:softHyphen/><w:t>b</w:t>", "ab"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "✓"),
        ('<w:sym w:font="Wingdings" w:char="F041"/>', "□"),
        ("<w:t> a </w:t>", "a"),
        ('<w:t xml:space="preserve"> a\n</w:t>', " a "),
        ("<w:t/>", ""),
        (
            "<w:ruby><w:rubyBase><w:r><w:t>a</w:t></w:r></w:rubyBase><w:rt><w:r><w:t>b</w:t></w:r></w:rt></w:ruby>",
            "ab",
        ),
        ("<w:lastRenderedPageBreak/><w:t>a</w:t>", "a"),
    ],
)
def test_what_stands_in_a_run_is_read(inside: str, text: str) -> None:
    assert read(paragraph(f"<w:r>{inside}</w:r>")).text == text


@pytest.mark.parametrize(
    "wrapped",
    [
        '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
        "<w:ins>{}</w:ins>",
        "<w:moveTo>{}</w:moveTo>",
        "<w:smartTag>{}</w:smartTag>",
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:fldSimple w:instr="DATE">{}</w:fldSimple>',
        '<w:dir w:val="rtl">{}</w:dir>',
        '<w:bdo w:val="ltr">{}</w:bdo>',
        "<w:bdo>{}</w:bdo>",
        "<m:oMath><m:r><m:t>Budi</m:t></m:r></m:oMath>",
        "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
        "<mc:AlternateContent><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
        "<mc:AlternateContent/>{}",
    ],
)
def test_what_wraps_runs_is_read_through_once(wrapped: str) -> None:
    assert read(paragraph(wrapped.replace("{}", run("Budi")))).text == "Budi"


# tables


def test_cells_are_parted_by_tabs_and_rows_by_lines() -> None:
    assert read(paragraph("Daftar"), table([["No", "Nama"], ["1", SECRET]]), paragraph("Selesai")).text == (
        f"Daftar\nNo\tNama\n1\t{SECRET}\nSelesai"
    )


def test_record_stays_on_one_line() -> None:
    address = paragraph("Jl. Veteran 8") + paragraph("Banjarmasin")
    assert read(table([["1", "Budi", address]])).text == "1\tBudi\tJl. Veteran 8 Banjarmasin"
    broken = paragraph("Jl. Veteran 8", "<w:r><w:br/></w:r>", "Banjarmasin")
    assert read(table([["1", "Budi", broken]])).text == "1\tBudi\tJl. Veteran 8 Banjarmasin"


def test_signature_cell_keeps_its_lines() -> None:
    signed = paragraph("KEPALA") + paragraph("") + paragraph("BUDI")
    assert read(table([["", signed]])).text == "\tKEPALA\n\nBUDI"


def test_table_in_a_table_is_read_row_by_row() -> None:
    inner = table([["a", "b"], ["c", "d"]]) + paragraph("")
    assert read(table([[inner, "e"]])).text == "a\tb\nc\td\n\te"


def test_cell_without_a_paragraph_keeps_its_place() -> None:
    cells = "<w:tc/>" + "<w:tc><w:tcPr/><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc>"
    assert read(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>", paragraph("c")).text == "\tb\nc"


def test_rows_and_cells_in_controls_are_read() -> None:
    cell = "<w:sdt><w:sdtContent><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr>{cell}</w:tr></w:sdtContent></w:sdt>"
    assert read(f"<w:tbl>{row}</w:tbl>", "<w:tbl><w:tblPr/></w:tbl>").text == "a"


def test_blocks_in_controls_and_alternatives_are_read() -> None:
    control = f"<w:sdt><w:sdtContent>{paragraph('a')}</w:sdtContent></w:sdt>"
    second = f"<mc:Choice>{paragraph('b')}</mc:Choice><mc:Fallback>{paragraph('x')}</mc:Fallback>"
    third = f"<mc:Fallback>{paragraph('c')}</mc:Fallback>"
    alternatives = [f"<mc:AlternateContent>{inside}</mc:AlternateContent>" for inside in (second, third)]
    custom = f"<w:customXml>{paragraph('d')}</w:customXml>"
    assert read(control, *alternatives, custom).text == "a\nb\nc\nd"


def test_tables_within_tables_without_end_are_refused() -> None:
    block = paragraph("dalam")
    for _ in range(60):
        block = table([[block]])
    with pytest.raises(LimitExceeded):
        read(block)


# heads, feet, notes, text boxes


MARGINS = {
    "word/header1.xml": story("hdr", paragraph("KOP SURAT")),
    "word/header2.xml": story("hdr", paragraph("KOP LAIN")),
    "word/footer1.xml": story("ftr", paragraph("Halaman ", field("PAGE", "1"))),
}
RELATED = {
    "h1": ("header", "header1.xml"),
    "h2": ("header", "header2.xml"),
    "f1": ("footer", "footer1.xml"),
}


def reference(kind: str, identifier: str, which: str = "default") -> str:
    return f'<w:{kind}Reference w:type="{which}" r:id="{identifier}"/>'


def test_heads_come_first_and_feet_last_each_once() -> None:
    section = reference("header", "h1") + reference("footer", "f1")
    first = paragraph("bagian satu", look=f"<w:sectPr>{section}{PAPER}</w:sectPr>")
    document = read(first, paragraph("bagian dua"), section=section + PAPER, parts=MARGINS, related=RELATED)
    assert document.text == "KOP SURAT\nbagian satu\nbagian dua\nHalaman 1"
    assert hidden(document, "hidden-text") == ["KOP LAIN"]


@pytest.mark.parametrize(
    ("which", "extra", "setting", "shown"),
    [
        ("first", "", "", False),
        ("first", "<w:titlePg/>", "", True),
        ("even", "", "", False),
        ("even", "", "<w:evenAndOddHeaders/>", True),
        ("lain", "", "", False),
    ],
)
def test_head_that_no_page_shows_is_hidden(which: str, extra: str, setting: str, shown: bool) -> None:
    document = read(
        paragraph("isi"),
        section=reference("header", "h1", which) + PAPER + extra,
        parts={**MARGINS, "word/settings.xml": story("settings", setting)},
        related={**RELATED, "s": ("settings", "settings.xml")},
    )
    assert ("KOP SURAT" in document.text) is shown
    assert ("KOP SURAT" in hidden(document, "hidden-text")) is not shown


def test_reference_to_a_missing_head_is_no_trouble() -> None:
    section = reference("header", "tidak ada") + reference("footer", "f9")
    document = read(paragraph("isi"), section=section, related={"f9": ("footer", "footer9.xml")})
    assert document.text == "isi"


def test_notes_come_after_the_body_in_the_order_of_their_marks() -> None:
    body = paragraph(
        "6371010101900001",
        '<w:r><w:footnoteReference w:id="5"/></w:r>',
        " lagi",
        '<w:r><w:endnoteReference w:id="2"/></w:r>',
        '<w:r><w:footnoteReference w:id="5"/></w:r>',
        '<w:r><w:footnoteReference w:id="77"/></w:r>',
    )
    notes = (
        f'<w:footnote w:id="-1" w:type="separator">{paragraph("garis")}</w:footnote>'
        f'<w:footnote w:id="5">{paragraph("<w:r><w:footnoteRef/></w:r>", "kartu")}</w:footnote>'
        f'<w:footnote w:id="6">{paragraph("tak dirujuk")}</w:footnote>'
    )
    document = read(
        body,
        parts={
            "word/footnotes.xml": story("footnotes", notes),
            "word/endnotes.xml": story("endnotes", f'<w:endnote w:id="2">{table([["akhir"]])}</w:endnote>'),
        },
        related={"f": ("footnotes", "footnotes.xml"), "e": ("endnotes", "endnotes.xml")},
    )
    # the mark in brackets: a bare figure would lengthen the number before it
    assert document.text == "6371010101900001[1] lagi[2][1][3]\n[1] kartu\n[2] \nakhir\n[3] "
    assert hidden(document, "hidden-text") == ["tak dirujuk"]


def text_box(text: str, fallback: str | None = None) -> str:
    inside = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    other = f"<w:txbxContent>{paragraph(text if fallback is None else fallback)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor>"
        f'<wp:docPr id="1" name="Kotak 1" descr="keterangan {text}"/><wps:txbx>{inside}</wps:txbx>'
        f"</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{other}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_text_box_is_read_once_after_its_paragraph() -> None:
    document = read(paragraph("sebelum", text_box("Kotak"), " sesudah"), paragraph("akhir"))
    assert document.text == "sebelum sesudah\nKotak\nakhir"
    assert hidden(document, "alternative-text") == ["keterangan Kotak"]
    assert hidden(document, "hidden-text") == []


def test_other_branch_of_a_text_box_is_hidden() -> None:
    document = read(paragraph(text_box("Kotak", fallback=SECRET)))
    assert document.text == "\nKotak"
    assert hidden(document, "hidden-text") == [SECRET]


def test_text_box_within_a_text_box_is_read_once() -> None:
    box = "<w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict>"
    inner = box.format(paragraph("dalam"))
    outer = box.format(f"<w:p><w:r>{inner}</w:r></w:p>")
    assert read(paragraph(f"<w:r>{outer}</w:r>")).text.split() == ["dalam"]


# lists


def numbering(*levels: tuple[str, str], override: str = "") -> dict[str, str]:
    abstract = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{pattern}"/>'
        f'<w:pPr><w:ind w:left="{360 * (at + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        for at, (format, pattern) in enumerate(levels)
    )
    body = (
        f'<w:abstractNum w:abstractNumId="0">{abstract}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{override}</w:num><w:num w:numId="3"/>'
    )
    return {"word/numbering.xml": story("numbering", body)}


def item(text: str, level: int = 0, list_id: str = "1") -> str:
    return paragraph(text, look=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def listed(*items: str, levels: tuple[tuple[str, str], ...], override: str = "") -> list[str]:
    return read(
        *items, parts=numbering(*levels, override=override), related={"n": ("numbering", "numbering.xml")}
    ).text.split("\n")


def test_list_items_are_numbered_as_word_shows_them() -> None:
    levels = (("upperRoman", "%1."), ("decimal", "%1.%2)"), ("lowerLetter", "(%3)"))
    items = [item("a"), item("b", 1), item("c", 1), item("d", 2), item("e"), item("f", 1)]
    assert listed(*items, levels=levels) == ["I. a", "I.1) b", "I.2) c", "(a) d", "II. e", "II.1) f"]


@pytest.mark.parametrize(
    ("format", "pattern", "label"),
    [
        ("decimal", "Pasal %1", "Pasal 1 "),
        ("decimalZero", "%1", "01 "),
        ("lowerRoman", "%1)", "i) "),
        ("upperLetter", "%1", "A "),
        ("bullet", "\uf0b7", "• "),
        ("bullet", "-", "- "),
        ("bullet", "–", "– "),
        ("bullet", "\uf0a7", "▪ "),
        ("bullet", "\uf0e0", "• "),
        ("bullet", "Siti", "• "),
        ("none", "%1", ""),
        ("ordinalText", "%1", "- "),
        ("decimal", "%4", "- "),
    ],
)
def test_label_has_the_format_of_its_level(format: str, pattern: str, label: str) -> None:
    assert listed(item("x"), levels=((format, pattern),)) == [f"{label}x"]


def test_letters_and_roman_figures_go_on() -> None:
    assert listed(*[item("x")] * 28, levels=(("lowerLetter", "%1"),))[25:] == ["z x", "aa x", "bb x"]
    assert listed(*[item("x")] * 44, levels=(("lowerRoman", "%1"),))[43] == "xliv x"


def test_list_may_begin_anew() -> None:
    override = (
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride><w:lvlOverride w:ilvl="1"/>'
    )
    items = [item("a"), item("b", list_id="2"), item("c", list_id="2"), item("d")]
    assert listed(*items, levels=(("decimal", "%1"),), override=override) == ["1 a", "5 b", "6 c", "7 d"]


def test_list_may_begin_with_zero_and_go_on() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="0"/></w:lvlOverride>'
    items = [item(text, list_id="2") for text in "ab"]
    assert listed(*items, levels=(("decimal", "%1."),), override=override) == ["0. a", "1. b"]


def test_list_may_describe_a_level_of_its_own() -> None:
    override = (
        '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/>'
        '<w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride>'
    )
    items = [item("a"), item("b", list_id="2"), item("c")]
    assert listed(*items, levels=(("decimal", "%1."),), override=override) == ["1. a", "B) b", "3. c"]


def lists(body: str, *items: str) -> list[str]:
    """The lines of a document with such lists."""
    parts = {"word/numbering.xml": story("numbering", body)}
    return read(*items, parts=parts, related={"n": ("numbering", "numbering.xml")}).text.split("\n")


def test_list_that_a_style_describes_is_numbered_as_that_says() -> None:
    body = (
        '<w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="Daftar"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="4"><w:styleLink w:val="Daftar"/><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num>'
    )
    assert lists(body, item("a"), item("b")) == ["A. a", "B. b"]


@pytest.mark.parametrize(
    ("more", "labels"),
    [
        ("", ["I.1 a", "II.1 b"]),
        ('<w:lvlRestart w:val="0"/>', ["I.1 a", "II.2 b"]),
        ('<w:lvlRestart w:val="1"/>', ["I.1 a", "II.1 b"]),
        ("<w:isLgl/>", ["1.1 a", "2.1 b"]),
        ('<w:isLgl w:val="0"/>', ["I.1 a", "II.1 b"]),
    ],
)
def test_level_may_go_on_or_show_figures_alone(more: str, labels: list[str]) -> None:
    body = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'{more}<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    found = lists(body, item("x"), item("a", 1), item("y"), item("b", 1))
    assert [found[1], found[3]] == labels


def test_level_of_a_paragraph_goes_before_that_of_its_style() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Ayat"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    levels = (("decimal", "%1."), ("lowerLetter", "%2)"))
    parts = numbering(*levels) | {"word/styles.xml": story("styles", style)}
    related = {"n": ("numbering", "numbering.xml"), "s": ("styles", "styles.xml")}
    first = paragraph("a", look='<w:pStyle w:val="Ayat"/><w:numPr><w:ilvl w:val="0"/></w:numPr>')
    second = paragraph("b", look='<w:pStyle w:val="Ayat"/>')
    assert read(first, second, parts=parts, related=related).text.split("\n") == ["1. a", "a) b"]


def test_missing_parts_are_no_trouble() -> None:
    kinds = ("numbering", "styles", "theme", "settings", "footnotes", "header")
    related = {kind: (kind, f"{kind}.xml") for kind in kinds}
    assert read(item("a"), related=related).text == "- a"


def test_unknown_list_has_a_dash_and_no_list_none() -> None:
    assert listed(
        item("a", list_id="9"),
        item("b", list_id="0"),
        item("c", list_id="3"),
        item("", level=99),
        levels=(("decimal", "%1"),),
    ) == ["- a", "b", "- c", "- "]


# what is not shown


@pytest.mark.parametrize(
    "look",
    [
        "<w:vanish/>",
        "<w:webHidden/>",
        '<w:color w:val="FFFFFF"/>',
        '<w:color w:val="fefefe"/>',
        '<w:sz w:val="2"/>',
        '<w:color w:val="1F3864"/><w:shd w:val="clear" w:fill="1F3864"/>',
    ],
)
def test_hidden_text_is_no_text(look: str) -> None:
    document = read(paragraph("Ada ", run(SECRET, look), "lagi"))
    assert document.text == "Ada lagi"
    assert hidden(document, "hidden-text") == [SECRET]


@pytest.mark.parametrize(
    "look",
    [
        '<w:vanish w:val="0"/>',
        '<w:color w:val="auto"/>',
        '<w:color w:val="C00000"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="solid" w:fill="auto"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="auto" w:themeFill="accent1"/>',
        '<w:color w:val="FFFFFF"/><w:highlight w:val="blue"/>',
        '<w:sz w:val="8"/>',
    ],
)
def test_text_that_is_seen_is_text(look: str) -> None:
    assert read(paragraph(run(SECRET, look))).text == SECRET


def test_white_text_on_a_dark_cell_or_paragraph_is_seen() -> None:
    white = run(SECRET, '<w:color w:val="FFFFFF"/>')
    dark = '<w:shd w:val="clear" w:fill="1F3864"/>'
    cell = f"<w:tbl><w:tr><w:tc><w:tcPr>{dark}</w:tcPr>{paragraph(white)}</w:tc></w:tr></w:tbl>"
    assert read(cell, paragraph(white, look=dark)).text == f"{SECRET}\n{SECRET}"


STYLES = story(
    "styles",
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"/>'
    '<w:style w:type="paragraph" w:styleId="Rahasia"><w:basedOn w:val="N"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="Samar"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="Berwarna"><w:tblStylePr w:type="firstRow"><w:tcPr>'
    '<w:shd w:val="clear" w:fill="000080"/></w:tcPr></w:tblStylePr></w:style>'
    '<w:style w:type="table" w:styleId="Turunan"><w:basedOn w:val="Berwarna"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Lingkar"><w:basedOn w:val="Lingkar"/></w:style>'
    '<w:style w:type="table" w:styleId="Pusar"><w:basedOn w:val="Pusar"/></w:style>',
)
STYLED = {"parts": {"word/styles.xml": STYLES}, "related": {"s": ("styles", "styles.xml")}}


def test_style_hides_as_well() -> None:
    document = read(
        paragraph(SECRET, look='<w:pStyle w:val="Rahasia"/>'),
        paragraph("Ada ", run("Rudi", '<w:rStyle w:val="Samar"/>')),
        paragraph("akhir", look='<w:pStyle w:val="Lingkar"/>'),
        **STYLED,
    )
    assert document.text == "\nAda \nakhir"
    assert hidden(document, "hidden-text") == [SECRET, "Rudi"]


def test_table_style_that_fills_cells_makes_white_text_seen() -> None:
    white = paragraph(run(SECRET, '<w:color w:val="FFFFFF"/>'))
    assert read(table([[white]], look='<w:tblStyle w:val="Turunan"/>'), **STYLED).text == SECRET
    assert read(table([[white]], look='<w:tblStyle w:val="Pusar"/>'), **STYLED).text == ""


@pytest.mark.parametrize(
    "removed",
    [
        paragraph(f"<w:del><w:r><w:delText>{SECRET}</w:delText></w:r></w:del>", "Ada"),
        paragraph(f"<w:moveFrom>{run(SECRET)}</w:moveFrom>", "Ada"),
        paragraph(f"<w:r><w:delText>{SECRET}</w:delText></w:r>", "Ada"),
        f"<w:del>{paragraph(SECRET)}</w:del>" + paragraph("Ada"),
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph(SECRET)}</w:tc></w:tr></w:tbl>"
        + paragraph("Ada"),
        f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>{paragraph(SECRET)}</w:tc><w:tc>{paragraph('Ada')}</w:tc></w:tr></w:tbl>",
    ],
)
def test_tracked_removal_is_hidden(removed: str) -> None:
    document = read(removed)
    assert document.text == "Ada"
    assert hidden(document, "tracked-change") == [SECRET]


def test_code_of_a_field_is_hidden_and_its_result_shown() -> None:
    document = read(
        paragraph(field(f"AUTHOR {SECRET}", "hasil")),
        paragraph(f'<w:fldSimple w:instr="TITLE {SECRET}">{run("judul")}</w:fldSimple>'),
        paragraph(
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>', '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        ),
    )
    assert document.text == "hasil\njudul\n"
    assert hidden(document, "field") == [f"AUTHOR {SECRET}", f"TITLE {SECRET}"]


def test_result_within_the_code_of_another_field_is_hidden() -> None:
    inner = field("MERGEFIELD x", SECRET)
    outer = (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{inner}'
        "<w:r><w:delInstrText>LAMA</w:delInstrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("akhir")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    document = read(paragraph(outer))
    assert document.text == "akhir"
    assert SECRET in hidden(document, "field")
    assert hidden(document, "tracked-change") == ["LAMA"]


def test_hidden_run_does_not_leave_a_field_open() -> None:
    signs = '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="{}"/></w:r>'
    assert read(paragraph(signs.format("begin"), signs.format("end"), "Ada")).text == "Ada"


def test_bookmarks_lists_and_link_tips_are_hidden() -> None:
    choice = f'<w:listItem w:displayText="{SECRET}" w:value="1"/>'
    choices = f"<w:sdt><w:sdtPr><w:dropDownList>{choice}</w:dropDownList></w:sdtPr>"
    document = read(
        paragraph(
            f'<w:bookmarkStart w:id="1" w:name="{SECRET}"/><w:bookmarkStart w:id="2" w:name="_Toc1"/>',
            f"{choices}<w:sdtContent>{run('pilih')}</w:sdtContent></w:sdt>",
            f'<w:hyperlink w:tooltip="{SECRET}">{run("tautan")}</w:hyperlink>',
        )
    )
    assert document.text == "pilihtautan"
    assert [hidden(document, kind) for kind in ("bookmark", "form", "link")] == [[SECRET]] * 3


def test_pictures_and_embedded_files_are_counted_and_said() -> None:
    inline = '<wp:docPr id="1" name="g" title="Foto"/><a:blip r:embed="p"/>'
    picture = f"<w:r><w:drawing><wp:inline>{inline}</wp:inline></w:drawing></w:r>"
    document = read(
        paragraph("Foto: ", picture),
        paragraph("<w:r><w:pict><v:imagedata/></w:pict></w:r>"),
        paragraph("<w:r><w:object/></w:r>"),
        paragraph("<w:r><w:drawing/></w:r>"),
        '<w:altChunk r:id="x"/>',
    )
    assert document.text.strip() == "Foto:"
    assert [notice.values["count"] for notice in document.notices] == [3, 1]
    assert len(hidden(document, "picture")) == 3


def test_last_of_many_hidden_parts_is_told() -> None:
    document = read(paragraph(*[run(f"n{number} ", "<w:vanish/>") + run("x ") for number in range(600)]))
    assert "n599" in document.hidden[-1].text


# the package


def test_document_without_a_body_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="rusak"):
        read_docx(docx(parts={"word/document.xml": story("document", "")}), "", lambda done, total: None)


def test_properties_are_no_text() -> None:
    document = read(paragraph("Ada"), parts={"docProps/core.xml": f"<c><creator>{SECRET}</creator></c>"})
    assert document.text == "Ada"
    assert HiddenPart("metadata", "docProps/core.xml", SECRET) in document.hidden


def test_text_that_is_turned_around_is_read_as_it_is_seen() -> None:
    turned = paragraph("Sdr. ", run("\u202eidoJ na", "<w:b/>"), run("dnawaK\u202c hadir"))
    assert read(turned).text == "Sdr. Kawandan Jodi hadir"
    element = paragraph("Sdr. ", f'<w:bdo w:val="rtl">{run("idoJ")}</w:bdo>', " hadir")
    assert read(element).text == "Sdr. Jodi hadir"


def test_lines_and_pictures_in_turned_text_stay_where_they_are() -> None:
    picture = '<w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml"/></w:pict></w:r>'
    turned = paragraph(run("\u202eidoJ"), "<w:r><w:br/></w:r>", run("itiS"), picture, run("a\u202c"))
    assert read(turned).text == "Jodi\naSiti"
    assert [part.kind for part in read(turned).hidden] == ["picture"]
