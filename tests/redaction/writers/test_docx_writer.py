"""The public copy of a DOCX: a fresh package with labels, and nothing the original hid."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from terbuka.documents import Document
from terbuka.documents.docx.read import read
from terbuka.errors import UnreadableFile
from terbuka.redaction.model import Placed, Plan, Redaction
from terbuka.redaction.verifier.inspect import inspect
from terbuka.redaction.writers.docx import write
from tests.documents.samples.docx import PAPER, W, docx, paragraph, run, story, table

LABEL = "[NAMA · 17.h]"
SECRET = "Siti Aminah"
WORD = f"{{{W}}}"


def document_of(data: bytes) -> Document:
    return read(data, "", lambda done, total: None)


def plan_of(data: bytes, *secrets: str) -> Plan:
    document = document_of(data)
    spans = sorted(
        found.span() for secret in secrets for found in re.finditer(re.escape(secret), document.text)
    )
    return Plan(
        document,
        tuple(Redaction(at, "PERSON", start, end, 1, LABEL) for at, (start, end) in enumerate(spans, 1)),
    )


def copy_of(folder: Path, data: bytes, plan: Plan) -> tuple[bytes, list[Placed]]:
    source, destination = folder / "asal", folder / "salinan"
    source.write_bytes(data)
    placed = write(source, destination, plan, lambda done, total: None)
    request = {"public": str(destination), "secrets": [], "pages": [], "ours": True}
    assert inspect(request, lambda done, total: None)["passed"], "every copy has the form of a copy"
    return destination.read_bytes(), placed


def hidden(folder: Path, data: bytes, *secrets: str) -> str:
    return document_of(copy_of(folder, data, plan_of(data, *secrets))[0]).text


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def everything(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "\n".join(package.read(name).decode() for name in package.namelist())


def test_label_stands_in_place_of_the_secret(tmp_path: Path) -> None:
    data = docx(paragraph(f"Saksi {SECRET}, lahir di Martapura."), paragraph("Selesai"))
    copy, placed = copy_of(tmp_path, data, plan_of(data, SECRET))
    assert document_of(copy).text == f"Saksi {LABEL}, lahir di Martapura.\nSelesai"
    assert placed == [Placed(1, 1, None)]
    assert "Siti" not in everything(copy)


def test_label_reads_as_a_bar(tmp_path: Path) -> None:
    data = docx(paragraph(run(SECRET, '<w:sz w:val="28"/>')))
    bar = part(copy_of(tmp_path, data, plan_of(data, SECRET))[0]).find(f".//{WORD}r")
    assert bar is not None
    look = {etree.QName(child).localname: dict(child.attrib) for child in bar[0]}
    assert look["b"] == {}
    assert look["color"] == {f"{WORD}val": "FFFFFF"}
    assert look["shd"][f"{WORD}fill"] == "000000"
    assert look["sz"] == {f"{WORD}val": "28"}


@pytest.mark.parametrize(
    "look",
    [
        '<w:color w:val="000000"/><w:highlight w:val="black"/>',
        '<w:color w:val="auto" w:themeColor="background1"/>',
        '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>',
    ],
)
def test_bar_of_the_original_is_not_lifted(tmp_path: Path, look: str) -> None:
    """The copy has no markers: what stood under one would be read in it."""
    data = docx(paragraph("Saksi ", run(SECRET, look)))
    copy, _ = copy_of(tmp_path, data, plan_of(data))
    assert "Siti" not in everything(copy) and "Saksi" in everything(copy)


def test_white_text_on_a_dark_paragraph_is_black_in_the_copy(tmp_path: Path) -> None:
    white, dark = '<w:color w:val="FFFFFF"/>', '<w:shd w:val="clear" w:fill="1F3864"/>'
    cell = f"<w:tbl><w:tr><w:tc><w:tcPr>{dark}</w:tcPr>{paragraph(run('Nama', white))}</w:tc></w:tr></w:tbl>"
    data = docx(paragraph(run("Judul", white), look=dark), cell)
    copy, _ = copy_of(tmp_path, data, plan_of(data))
    read_again = document_of(copy)
    assert read_again.text == "Judul\nNama" and not read_again.hidden
    assert [colour.get(f"{WORD}val") for colour in part(copy).iter(f"{WORD}color")] == ["FFFFFF"]


def test_secret_in_pieces_of_several_runs_is_one_label(tmp_path: Path) -> None:
    data = docx(paragraph("Saksi ", run("Si", "<w:b/>"), run("ti Ami", "<w:i/>"), "nah", " hadir"))
    copy, placed = copy_of(tmp_path, data, plan_of(data, SECRET))
    assert document_of(copy).text == f"Saksi {LABEL} hadir"
    assert len(placed) == 1


def test_secret_over_paragraphs_and_cells_has_a_label_in_each(tmp_path: Path) -> None:
    data = docx(paragraph("Jl. Veteran 8"), paragraph("RT 3 Binuang"), table([["satu Siti", "Aminah dua"]]))
    plan = plan_of(data, "Veteran 8\nRT 3", "Siti\tAminah")
    copy, placed = copy_of(tmp_path, data, plan)
    assert document_of(copy).text == f"Jl. {LABEL}\n{LABEL} Binuang\nsatu {LABEL}\t{LABEL} dua"
    assert [bar.number for bar in placed] == [1, 1, 2, 2]


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ((0, 0), f"satu{LABEL}\ndua\ttiga"),
        ((4, 5), f"satu{LABEL}\ndua\ttiga"),
        ((8, 9), f"satu\ndua{LABEL}\ttiga"),
        ((13, 13), f"satu\ndua\ttiga{LABEL}"),
    ],
)
def test_redaction_over_nothing_but_a_new_line_shows_its_label(
    tmp_path: Path, span: tuple[int, int], expected: str
) -> None:
    data = docx(paragraph("satu"), table([["dua", "tiga"]]))
    plan = Plan(document_of(data), (Redaction(1, "PERSON", *span, 1, LABEL),))
    copy, placed = copy_of(tmp_path, data, plan)
    assert document_of(copy).text == expected
    assert len(placed) == 1


def test_redaction_in_an_empty_document_shows_its_label(tmp_path: Path) -> None:
    data = docx(paragraph(""))
    plan = Plan(document_of(data), (Redaction(1, "PERSON", 0, 0, 1, LABEL),))
    assert document_of(copy_of(tmp_path, data, plan)[0]).text == LABEL


def test_hidden_space_shows_its_label_once(tmp_path: Path) -> None:
    data = docx(paragraph("a", run(" "), run(" ", "<w:b/>"), "b"))
    plan = Plan(document_of(data), (Redaction(1, "PERSON", 1, 3, 1, LABEL),))
    assert document_of(copy_of(tmp_path, data, plan)[0]).text == f"a{LABEL}b"


def test_hidden_space_at_the_start_of_a_further_paragraph_has_no_label(tmp_path: Path) -> None:
    data = docx(paragraph("satu"), paragraph("  dua"))
    plan = Plan(document_of(data), (Redaction(1, "PERSON", 2, 7, 1, LABEL),))
    assert document_of(copy_of(tmp_path, data, plan)[0]).text == f"sa{LABEL}\ndua"


# lengths that must not be told


@pytest.mark.parametrize("name", ["Al", "Siti Aminah", "Muhammad Syarifuddin"])
@pytest.mark.parametrize(
    "line",
    [
        "{name}{space}RT 3",
        "Nama : {name}{dots}",
        "Nama : {dots} {name}",
        "{space}{name}",
        "Pihak{space}{name}",
        "x{name}{space}",
    ],
)
def test_copy_of_a_line_is_the_same_whatever_the_length(tmp_path: Path, line: str, name: str) -> None:
    def filled(who: str) -> bytes:
        rest = 40 - len(who) if line != "{space}{name}" else 16 + len(who) % 3
        whole = line.format(name=who, space=" " * rest, dots="." * rest)
        return docx(paragraph(*(run(letter) for letter in whole)))  # a run a letter

    assert hidden(tmp_path, filled(name), name) == hidden(tmp_path, filled("Joko"), "Joko")


def test_tabs_after_a_label_are_one(tmp_path: Path) -> None:
    data = docx(paragraph(SECRET, "<w:r><w:tab/><w:tab/><w:t>RT 3</w:t></w:r>"))
    assert hidden(tmp_path, data, SECRET) == f"{LABEL}\tRT 3"


def test_line_break_ends_what_is_settled(tmp_path: Path) -> None:
    data = docx(
        paragraph(
            f"x{' ' * 9}", "<w:r><w:br/></w:r>", f"{' ' * 11}{SECRET}", "<w:r><w:br/></w:r>", f"{' ' * 5}y"
        )
    )
    assert hidden(tmp_path, data, SECRET) == f"x{' ' * 9}\n{' ' * 8}{LABEL}\n{' ' * 5}y"


def test_column_widths_lie_on_a_grid(tmp_path: Path) -> None:
    grid = '<w:tblGrid><w:gridCol w:w="1913"/><w:gridCol w:w="17"/></w:tblGrid>'
    row = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="1913" w:type="dxa"/></w:tcPr>{paragraph("a")}</w:tc>' for _ in "ab"
    )
    copy, _ = copy_of(tmp_path, data := docx(f"<w:tbl>{grid}<w:tr>{row}</w:tr></w:tbl>"), plan_of(data))
    widths = [column.get(f"{WORD}w") for column in part(copy).iter(f"{WORD}gridCol")]
    assert widths == ["1920", "240"]


# what the copy is made of

RICH_PARTS: dict[str, str | bytes] = {
    "word/header1.xml": story("hdr", paragraph("KOP ", SECRET)),
    "word/footer1.xml": story("ftr", paragraph("Halaman 1")),
    "word/footnotes.xml": story(
        "footnotes", f'<w:footnote w:id="5">{paragraph(f"kartu {SECRET}")}</w:footnote>'
    ),
    "word/comments.xml": story("comments", paragraph(SECRET)),
    "word/people.xml": f"<a>{SECRET}</a>",
    "word/settings.xml": story(
        "settings", f'<w:evenAndOddHeaders/><w:docVars><w:docVar w:name="{SECRET}"/></w:docVars>'
    ),
    "word/styles.xml": story(
        "styles",
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:asciiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
        f'<w:style w:type="paragraph" w:styleId="Judul"><w:name w:val="{SECRET}"/><w:pPr><w:keepNext/>'
        '<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:caps/></w:rPr></w:style>'
        '<w:style w:type="table" w:styleId="Kisi"><w:tblPr><w:tblBorders><w:top w:val="single"/>'
        "</w:tblBorders></w:tblPr></w:style>",
    ),
    "word/theme/theme1.xml": (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont>'
        '<a:latin typeface="Calibri"/></a:minorFont></a:theme>'
    ),
    "word/media/image1.png": SECRET,
    "word/vbaProject.bin": SECRET,
    "docProps/core.xml": f"<c><creator>{SECRET}</creator></c>",
    "customXml/item1.xml": f"<a>{SECRET}</a>",
}
RICH_RELATED = {
    "h": ("header", "header1.xml"),
    "f": ("footer", "footer1.xml"),
    "n": ("footnotes", "footnotes.xml"),
    "c": ("comments", "comments.xml"),
    "s": ("styles", "styles.xml"),
    "e": ("settings", "settings.xml"),
    "t": ("theme", "theme/theme1.xml"),
    "p": ("image", "media/image1.png"),
}


def rich() -> bytes:
    """A document with everything in it that may hide a name."""
    section = '<w:headerReference w:type="default" r:id="h"/><w:footerReference w:type="even" r:id="f"/>'
    return docx(
        paragraph("Judul", look='<w:pStyle w:val="Judul"/>'),
        paragraph(
            f'<w:bookmarkStart w:id="1" w:name="{SECRET}"/>',
            f'<w:hyperlink r:id="x" w:tooltip="{SECRET}">{run("tautan")}</w:hyperlink>',
            f"<w:del><w:r><w:delText>{SECRET}</w:delText></w:r></w:del><w:ins>{run(' sisipan')}</w:ins>",
            run(SECRET, "<w:vanish/>"),
            f'<w:fldSimple w:instr="AUTHOR {SECRET}">{run(" hasil")}</w:fldSimple>',
            '<w:r w:rsidR="00A1"><w:footnoteReference w:id="5"/></w:r>',
        ),
        paragraph(
            "Foto ",
            f'<w:r><w:drawing><wp:docPr id="1" descr="{SECRET}"/><a:blip r:embed="p"/></w:drawing></w:r>',
        ),
        paragraph(
            f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('Kotak')}</w:txbxContent></v:textbox></w:pict></w:r>"
        ),
        f"<w:sdt><w:sdtPr><w:alias w:val='{SECRET}'/></w:sdtPr>"
        f"<w:sdtContent>{paragraph('isian')}</w:sdtContent></w:sdt>",
        paragraph("bagian", look=f"<w:sectPr>{PAPER}<w:cols w:num='2'/></w:sectPr>"),
        table([["a", "b"]], look='<w:tblStyle w:val="Kisi"/>'),
        section=section + '<w:type w:val="continuous"/>' + PAPER + "<w:titlePg/>",
        parts=RICH_PARTS,
        related=RICH_RELATED,
        external={"x": ("hyperlink", f"https://contoh.id/{SECRET}")},
    )


def test_nothing_hidden_reaches_the_copy(tmp_path: Path) -> None:
    data = rich()
    copy, _ = copy_of(tmp_path, data, plan_of(data, SECRET))
    assert "Siti" not in everything(copy)
    again = document_of(copy)
    assert again.hidden == () and again.notices == ()
    assert again.text == (
        f"KOP {LABEL}\nJudul\ntautan sisipan hasil[1]\nFoto [GAMBAR]\n\nKotak\nisian\nbagian\na\tb\n"
        f"[1] kartu {LABEL}\nHalaman 1"
    )


ELEMENTS = frozenset(
    [
        "document",
        "body",
        "hdr",
        "ftr",
        "p",
        "pPr",
        "r",
        "rPr",
        "t",
        "tab",
        "br",
        "tbl",
        "tblPr",
        "tblGrid",
        "gridCol",
        "tr",
        "trPr",
        "tc",
        "tcPr",
        "sectPr",
        "pStyle",
        "keepNext",
        "pageBreakBefore",
        "pBdr",
        "top",
        "bottom",
        "left",
        "right",
        "insideH",
        "insideV",
        "tabs",
        "spacing",
        "ind",
        "jc",
        "rFonts",
        "b",
        "i",
        "u",
        "caps",
        "smallCaps",
        "strike",
        "color",
        "sz",
        "vertAlign",
        "shd",
        "tblW",
        "tblInd",
        "tblBorders",
        "tblLayout",
        "tblHeader",
        "tcW",
        "gridSpan",
        "vMerge",
        "vAlign",
        "headerReference",
        "footerReference",
        "type",
        "pgSz",
        "pgMar",
        "cols",
        "titlePg",
        "footnotes",
        "footnote",
        "footnoteRef",
        "footnoteReference",
        "separator",
        "continuationSeparator",
    ]
)


def test_copy_holds_only_what_the_writer_writes(tmp_path: Path) -> None:
    data = rich()
    copy, _ = copy_of(tmp_path, data, plan_of(data, SECRET))
    with zipfile.ZipFile(io.BytesIO(copy)) as package:
        names = package.namelist()
        assert names == [
            "[Content_Types].xml",
            "_rels/.rels",
            "word/document.xml",
            "word/_rels/document.xml.rels",
            "word/styles.xml",
            "word/settings.xml",
            "word/header1.xml",
            "word/footer1.xml",
            "word/footnotes.xml",
        ]
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert all(
            not entry.extra and not entry.comment and not entry.flag_bits for entry in package.infolist()
        )
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml", "word/footnotes.xml"):
        for element in part(copy, name).iter():
            assert etree.QName(element).localname in ELEMENTS
            assert not any(
                "rsid" in key or key.endswith(("}name", "}author", "}date")) for key in element.attrib
            )


def test_copy_is_the_same_every_time(tmp_path: Path) -> None:
    data = rich()
    plan = plan_of(data, SECRET)
    assert copy_of(tmp_path, data, plan)[0] == copy_of(tmp_path, data, plan)[0]


def test_source_that_is_not_the_plan_s_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="berubah"):
        copy_of(tmp_path, docx(paragraph("lain")), plan_of(docx(paragraph(SECRET))))


def test_invisible_and_forbidden_characters_are_dropped(tmp_path: Path) -> None:
    data = docx(paragraph("Bu\u200bdi \u202eterbalik \ue000"))
    assert hidden(tmp_path, data) == "Budi \ufffd kilabret"  # as a reader saw it


# how the copy looks


def kept(folder: Path, *blocks: str, **options: object) -> etree._Element:
    data = docx(*blocks, **options)  # type: ignore[arg-type]
    return part(copy_of(folder, data, plan_of(data))[0])


def values(element: etree._Element | None) -> dict[str, str]:
    assert element is not None
    return {etree.QName(key).localname: value for key, value in element.attrib.items()}


def test_look_of_runs_is_kept(tmp_path: Path) -> None:
    look = (
        '<w:rFonts w:ascii="Arial"/><w:b/><w:i/><w:u w:val="single"/><w:strike/><w:smallCaps/>'
        '<w:color w:val="c00000"/><w:sz w:val="30"/><w:vertAlign w:val="superscript"/>'
    )
    root = kept(tmp_path, paragraph(run("a", look), run("b", '<w:b w:val="false"/><w:u w:val="none"/>')))
    first, second = root.iter(f"{WORD}r")
    assert [etree.QName(child).localname for child in first[0]] == (
        ["rFonts", "b", "i", "smallCaps", "strike", "color", "sz", "u", "vertAlign"]
    )
    assert values(first.find(f".//{WORD}rFonts"))["ascii"] == "Arial"
    assert values(first.find(f".//{WORD}color")) == {"val": "C00000"}
    assert second.find(f"{WORD}rPr") is None


def test_font_by_another_name_is_not_kept(tmp_path: Path) -> None:
    root = kept(
        tmp_path, paragraph(run("a", f'<w:rFonts w:ascii="{SECRET}"/><w:vertAlign w:val="baseline"/>'))
    )
    assert root.find(f".//{WORD}rFonts") is None


def test_styles_become_direct_looks_and_headings_stay_headings(tmp_path: Path) -> None:
    copy, _ = copy_of(tmp_path, rich(), plan_of(rich()))
    title = part(copy).find(f".//{WORD}p")
    assert title is not None
    assert values(title.find(f".//{WORD}pStyle")) == {"val": "Heading1"}
    assert title.find(f".//{WORD}caps") is not None and title.find(f".//{WORD}keepNext") is not None
    assert values(title.find(f".//{WORD}spacing")) == {
        "before": "0",
        "after": "160",
        "line": "259",
        "lineRule": "auto",
    }
    styles = part(copy, "word/styles.xml")
    assert values(styles.find(f".//{WORD}rFonts"))["ascii"] == "Calibri"
    assert values(styles.find(f".//{WORD}sz")) == {"val": "22"}


def test_look_of_paragraphs_is_kept(tmp_path: Path) -> None:
    look = (
        '<w:pageBreakBefore/><w:pBdr><w:top w:val="nil"/><w:bottom w:val="double" w:sz="12"/></w:pBdr>'
        '<w:tabs><w:tab w:val="left" w:pos="720"/><w:tab w:val="end" w:pos="9000" w:leader="dot"/>'
        '<w:tab w:val="clear" w:pos="720"/><w:tab w:val="bar" w:pos="5"/></w:tabs>'
        '<w:ind w:left="720" w:right="12pt" w:hanging="360"/><w:jc w:val="distribute"/>'
        '<w:outlineLvl w:val="9"/>'
    )
    properties = kept(tmp_path, paragraph("a", look=look)).find(f".//{WORD}pPr")
    assert properties is not None
    assert properties.find(f"{WORD}pageBreakBefore") is not None and properties.find(f"{WORD}pStyle") is None
    assert [etree.QName(side).localname for side in properties.iterfind(f"{WORD}pBdr/*")] == ["bottom"]
    assert values(properties.find(f"{WORD}pBdr/{WORD}bottom"))["val"] == "double"
    assert [values(tab) for tab in properties.iter(f"{WORD}tab")] == [
        {"val": "right", "leader": "dot", "pos": "9000"}
    ]
    assert values(properties.find(f"{WORD}ind")) == {"left": "720", "right": "240", "hanging": "360"}
    assert values(properties.find(f"{WORD}jc")) == {"val": "both"}


def test_senseless_lengths_are_left_out_or_bounded(tmp_path: Path) -> None:
    look = '<w:ind w:left="abc" w:firstLine="9999999"/><w:spacing w:before="99999999"/><w:jc w:val="miring"/>'
    properties = kept(tmp_path, paragraph("a", look=look)).find(f".//{WORD}pPr")
    assert properties is not None
    assert values(properties.find(f"{WORD}ind")) == {"firstLine": "31680"}
    assert properties.find(f"{WORD}jc") is None


def test_tables_keep_borders_merges_and_fills(tmp_path: Path) -> None:
    def cell(look: str, text: str) -> str:
        return f"<w:tc><w:tcPr>{look}</w:tcPr>{paragraph(text)}</w:tc>"

    rows = (
        "<w:tr><w:trPr><w:tblHeader/></w:trPr>"
        + cell('<w:gridSpan w:val="2"/><w:shd w:val="clear" w:fill="d9d9d9"/><w:vAlign w:val="center"/>', "a")
        + "</w:tr><w:tr>"
        + cell('<w:vMerge w:val="restart"/><w:shd w:val="solid" w:fill="auto"/>', "b")
        + cell('<w:tcBorders><w:top w:val="single"/></w:tcBorders><w:vAlign w:val="top"/>', "c")
        + "</w:tr><w:tr>"
        + cell("<w:vMerge/>", "")
        + cell('<w:tcW w:w="50" w:type="pct"/>', "d")
        + "</w:tr>"
    )
    grid = '<w:tblGrid><w:gridCol w:w="2400"/><w:gridCol w:w="4800"/></w:tblGrid>'
    look = '<w:tblPr><w:jc w:val="center"/><w:tblInd w:w="120" w:type="dxa"/></w:tblPr>'
    root = kept(tmp_path, f"<w:tbl>{look}{grid}{rows}</w:tbl>")
    made = root.find(f".//{WORD}tbl")
    assert made is not None
    assert made.find(f".//{WORD}tblHeader") is not None and made.find(f".//{WORD}tblBorders") is None
    assert (
        values(made.find(f".//{WORD}jc")) == {"val": "center"}
        and values(made.find(f".//{WORD}tblInd"))["w"] == "120"
    )
    cells = [[etree.QName(item).localname for item in found[0]] for found in made.iter(f"{WORD}tc")]
    assert cells == [
        ["tcW", "gridSpan", "shd", "vAlign"],
        ["tcW", "vMerge", "shd"],
        ["tcW", "tcBorders"],
        ["tcW", "vMerge"],
        ["tcW"],
    ]
    assert [values(found).get("w") for found in made.iter(f"{WORD}tcW")] == [
        "7200",
        "2400",
        "4800",
        "2400",
        "4800",
    ]


def test_table_without_borders_or_grid_stays_so(tmp_path: Path) -> None:
    look = '<w:tblBorders><w:top w:val="nil"/><w:bottom w:val="none"/></w:tblBorders>'
    made = kept(tmp_path, table([["a", "b"], ["c"]], look=look))
    assert made.find(f".//{WORD}tblBorders") is None
    assert [values(column)["w"] for column in made.iter(f"{WORD}gridCol")] == ["2400", "2400"]


@pytest.mark.parametrize(
    ("look", "kept_padding"),
    [
        ("", None),
        ("<w:tblCellMar/>", None),
        ('<w:tblCellMar><w:left w:w="28" w:type="dxa"/></w:tblCellMar>', "27"),
        ('<w:tblCellMar><w:start w:w="-5"/><w:end w:w="0"/></w:tblCellMar>', "0"),
        ('<w:tblCellMar><w:left w:w="9000" w:type="dxa"/></w:tblCellMar>', "216"),
        ('<w:tblCellMar><w:left w:w="113"/></w:tblCellMar>', None),
    ],
)
def test_padding_of_cells_lies_on_a_grid(tmp_path: Path, look: str, kept_padding: str | None) -> None:
    data = docx(table([["a", SECRET]], look=look))
    copy, _ = copy_of(tmp_path, data, plan_of(data, SECRET))
    sides = [values(side) for side in part(copy).iterfind(f".//{WORD}tblCellMar/*")]
    assert [side["w"] for side in sides] == ([kept_padding] * 2 if kept_padding else [])


def test_table_in_a_table_is_followed_by_a_paragraph(tmp_path: Path) -> None:
    root = kept(tmp_path, table([[table([["a"]])]]), table([["b"]]))
    assert [found[-1].tag for found in root.iter(f"{WORD}tc")] == [f"{WORD}p"] * 3


def test_sections_keep_their_paper(tmp_path: Path) -> None:
    wide = (
        '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="700" w:left="x"/>'
        '<w:cols w:num="3"/><w:type w:val="continuous"/>'
    )
    root = kept(tmp_path, paragraph("a", look=f"<w:sectPr>{wide}</w:sectPr>"), paragraph("b"), section="")
    first, last = root.iter(f"{WORD}sectPr")
    assert values(first.find(f"{WORD}pgSz")) == {"w": "16838", "h": "11906", "orient": "landscape"}
    assert values(first.find(f"{WORD}pgMar"))["top"] == "700"
    assert values(first.find(f"{WORD}cols"))["num"] == "3"
    assert values(first.find(f"{WORD}type")) == {"val": "continuous"}
    assert values(last.find(f"{WORD}pgSz")) == {"w": "11906", "h": "16838"}
    assert first.getparent() is not None and last.getparent().tag == f"{WORD}body"


def test_section_that_ends_in_a_table_gets_a_paragraph(tmp_path: Path) -> None:
    box = (
        f"<w:r><w:pict><v:textbox><w:txbxContent>{table([['a']])}</w:txbxContent></v:textbox></w:pict></w:r>"
    )
    root = kept(tmp_path, paragraph(box, look=f"<w:sectPr>{PAPER}</w:sectPr>"))
    assert len(list(root.iter(f"{WORD}sectPr"))) == 2


def test_page_break_is_kept(tmp_path: Path) -> None:
    root = kept(tmp_path, paragraph("a", '<w:r><w:br w:type="page"/></w:r>', "b"))
    assert [values(found) for found in root.iter(f"{WORD}br")] == [{"type": "page"}]


def test_document_without_a_last_section_is_written(tmp_path: Path) -> None:
    body = story("document", f"<w:body>{paragraph('a')}</w:body>")
    assert kept(tmp_path, parts={"word/document.xml": body}).find(f".//{WORD}pgSz") is not None
