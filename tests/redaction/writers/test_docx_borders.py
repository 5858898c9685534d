"""Lines of tables and paragraphs in the copy of a DOCX: seen as they were, and saying nothing else."""

from pathlib import Path

import pytest
from lxml import etree

from tests.documents.samples.docx import docx, paragraph, story, table

from .test_docx_writer import WORD, copy_of, part, plan_of, values

BLUE = '<w:{} w:val="single" w:sz="12" w:space="0" w:color="4472C4"/>'
Sides = dict[str, dict[str, str]]


def kept(folder: Path, *blocks: str, style: str = "") -> etree._Element:
    """The copy of a document; ``style``: the inside of the table style ``Kisi``."""
    styles = story("styles", f'<w:style w:type="table" w:styleId="Kisi">{style}</w:style>')
    data = docx(*blocks, parts={"word/s.xml": styles}, related={"s": ("styles", "s.xml")})
    return part(copy_of(folder, data, plan_of(data))[0])


def sides_of(borders: etree._Element | None) -> Sides:
    return {etree.QName(side).localname: values(side) for side in (borders if borders is not None else ())}


def cells(root: etree._Element) -> list[Sides]:
    return [sides_of(cell.find(f"{WORD}tcPr/{WORD}tcBorders")) for cell in root.iter(f"{WORD}tc")]


def line(kind: str = "single", size: str = "12", colour: str = "4477CC") -> dict[str, str]:
    return {"val": kind, "sz": size, "space": "0", "color": colour}


def test_colour_and_width_of_a_table_s_lines_are_kept(tmp_path: Path) -> None:
    borders = "".join(BLUE.format(side) for side in ("top", "start", "insideH"))
    root = kept(tmp_path, table([["a", "b"]], look=f"<w:tblBorders>{borders}</w:tblBorders>"))
    made = sides_of(root.find(f".//{WORD}tblBorders"))
    assert made == {"top": line(), "left": line(), "insideH": line()}
    assert list(made) == ["top", "left", "insideH"]


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ('w:val="double" w:sz="5" w:color="auto"', line("double", "4", "auto")),
        ('w:val="apples" w:sz="9000" w:color="010203"', line("single", "48", "000000")),
        ('w:val="dashed" w:color="Siti"', line("dashed", "4", "auto")),
        ('w:val="thick" w:sz="18" w:themeColor="accent2"', line("thick", "18", "EE7733")),
    ],
)
def test_lines_are_of_few_kinds_sizes_and_colours(
    tmp_path: Path, given: str, written: dict[str, str]
) -> None:
    root = kept(tmp_path, table([["a"]], look=f"<w:tblBorders><w:top {given}/></w:tblBorders>"))
    assert sides_of(root.find(f".//{WORD}tblBorders")) == {"top": written}


@pytest.mark.parametrize("sides", ["", '<w:top w:val="nil"/>', '<w:top w:val="none"/><w:left/>'])
def test_table_with_no_side_drawn_has_no_lines(tmp_path: Path, sides: str) -> None:
    root = kept(tmp_path, table([["a"]], look=f"<w:tblBorders>{sides}</w:tblBorders>"))
    assert root.find(f".//{WORD}tblBorders") is None


def test_cell_keeps_its_own_lines_and_the_want_of_one(tmp_path: Path) -> None:
    own = f'<w:tcBorders><w:top w:val="nil"/>{BLUE.format("end")}{BLUE.format("insideH")}</w:tcBorders>'
    row = f"<w:tr><w:tc><w:tcPr>{own}</w:tcPr>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr>"
    look = f"<w:tblPr><w:tblBorders>{BLUE.format('top')}</w:tblBorders></w:tblPr>"
    assert cells(kept(tmp_path, f"<w:tbl>{look}{row}</w:tbl>")) == [
        {"top": {"val": "nil"}, "right": line()},
        {},
    ]


def test_part_of_a_table_s_style_has_lines_around_it_and_between_its_cells(tmp_path: Path) -> None:
    def part_of(kind: str, *sides: str) -> str:
        borders = "".join(BLUE.format(side) for side in sides)
        settings = f"<w:tcPr><w:tcBorders>{borders}</w:tcBorders></w:tcPr>"
        return f'<w:tblStylePr w:type="{kind}">{settings}</w:tblStylePr>'

    style = part_of("firstRow", "left", "right", "bottom") + part_of("firstCol", "insideH")
    rows = [["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]]
    made = cells(kept(tmp_path, table(rows, look='<w:tblStyle w:val="Kisi"/>'), style=style))
    assert [set(cell) for cell in made] == [
        {"left", "bottom"}, {"bottom"}, {"right", "bottom"},
        {"top", "bottom"}, set(), set(),
        {"top"}, set(), set(),
    ]  # fmt: skip


def test_box_around_a_paragraph_is_kept(tmp_path: Path) -> None:
    borders = '<w:left w:val="dotted" w:sz="6"/><w:top w:val="thinThickSmallGap" w:sz="24" w:color="C00000"/>'
    root = kept(tmp_path, paragraph("RAHASIA", look=f"<w:pBdr>{borders}</w:pBdr>"))
    made = sides_of(root.find(f".//{WORD}pBdr"))
    assert made == {"top": line("thinThickSmallGap", "24", "BB0000"), "left": line("dotted", "6", "auto")}
    assert list(made) == ["top", "left"]
