"""Notes in the copy of a DOCX: at the foot of the page again, or at the end where marks would not fit."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from terbuka.redaction.model import Plan, Redaction
from tests.documents.samples.docx import docx, paragraph, picture, run, story, table
from tests.documents.samples.images import png
from tests.documents.test_docx_pictures import says

from .test_docx_pictures import RELATIONS
from .test_docx_pictures import copy_of as copy_with_pictures
from .test_docx_writer import LABEL, SECRET, WORD, copy_of, document_of, part, plan_of, values

RAISED = '<w:vertAlign w:val="superscript"/>'


def mark(identifier: int, kind: str = "footnote") -> str:
    return f'<w:r><w:rPr>{RAISED}</w:rPr><w:{kind}Reference w:id="{identifier}"/></w:r>'


def note(identifier: int, *inside: str, kind: str = "footnote") -> str:
    sign = f"<w:r><w:{kind}Ref/></w:r>"
    return f'<w:{kind} w:id="{identifier}">{paragraph(sign, *inside)}</w:{kind}>'


def noted(*blocks: str, footnotes: str = "", endnotes: str = "", header: str = "") -> bytes:
    section = '<w:headerReference w:type="default" r:id="h"/>' if header else ""
    return docx(
        *blocks,
        section=section,
        parts={
            "word/f.xml": story("footnotes", footnotes),
            "word/e.xml": story("endnotes", endnotes),
            "word/h.xml": story("hdr", header or paragraph("")),
        },
        related={"f": ("footnotes", "f.xml"), "e": ("endnotes", "e.xml"), "h": ("header", "h.xml")},
    )


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [name for name in package.namelist() if "notes" in name]


def references(data: bytes, kind: str = "footnote") -> list[str]:
    return [found.get(f"{WORD}id", "") for found in part(data).iter(f"{WORD}{kind}Reference")]


def test_notes_stand_at_the_foot_of_their_page(tmp_path: Path) -> None:
    data = noted(
        paragraph("Pertama", mark(7), f" {SECRET}", mark(3, "endnote")),
        table([["a", paragraph("b", mark(4))]]),
        footnotes=note(4, " dua") + note(7, f" kartu {SECRET}"),
        endnotes=note(3, " akhir", kind="endnote"),
    )
    copy, placed = copy_of(tmp_path, data, plan_of(data, SECRET))
    assert names(copy) == ["word/footnotes.xml", "word/endnotes.xml"]
    assert references(copy) == ["1", "2"] and references(copy, "endnote") == ["1"]
    assert len(placed) == 2
    assert document_of(copy).text == (
        f"Pertama[1] {LABEL}[2]\na\tb[3]\n[1] kartu {LABEL}\n[2] akhir\n[3] dua"
    )
    assert document_of(copy).text == document_of(data).text.replace(SECRET, LABEL)


def test_mark_and_note_keep_their_look(tmp_path: Path) -> None:
    small = '<w:sz w:val="18"/>'
    data = noted(paragraph("a", mark(1)), footnotes=note(1, run("kecil", small)))
    copy, _ = copy_of(tmp_path, data, plan_of(data))
    raised = part(copy).find(f".//{WORD}footnoteReference/../{WORD}rPr/{WORD}vertAlign")
    assert values(raised) == {"val": "superscript"}
    own = part(copy, "word/footnotes.xml").find(f".//{WORD}footnoteRef/..")
    assert own is not None
    assert [etree.QName(child).localname for child in own[0]] == ["sz", "vertAlign"]
    assert "".join(own.itertext()) == " "


def test_lines_above_the_notes_come_first_in_their_part(tmp_path: Path) -> None:
    data = noted(paragraph("a", mark(1)), footnotes=note(1, " satu"))
    copy, _ = copy_of(tmp_path, data, plan_of(data))
    notes = [values(found) for found in part(copy, "word/footnotes.xml")]
    assert notes == [
        {"type": "separator", "id": "-1"},
        {"type": "continuationSeparator", "id": "0"},
        {"id": "1"},
    ]


@pytest.mark.parametrize(
    ("blocks", "header", "footnotes"),
    [
        ([paragraph("a", mark(1), "b", mark(1))], "", note(1, " satu")),
        ([paragraph("a", mark(1))], "", note(1, " satu", mark(2)) + note(2, " dua")),
        ([paragraph("a", mark(1))], paragraph("Kop", mark(2)), note(1, " satu") + note(2, " dua")),
        (
            [table([[paragraph("a", mark(1)), paragraph("b", mark(2))]], look="<w:bidiVisual/>")],
            "",
            note(1, " satu") + note(2, " dua"),
        ),
        ([paragraph(mark(1).replace(RAISED, '<w:color w:val="FFFFFF"/>'))], "", note(1, " satu")),
    ],
    ids=["twice", "in a note", "in a head", "the other way round", "unseen"],
)
def test_notes_stand_at_the_end_where_marks_do_not_stand_once_in_the_body(
    tmp_path: Path, blocks: list[str], header: str, footnotes: str
) -> None:
    data = noted(*blocks, header=header, footnotes=footnotes)
    copy, _ = copy_of(tmp_path, data, plan_of(data))
    assert names(copy) == []
    assert document_of(copy).text == document_of(data).text


def test_notes_stand_at_the_end_where_a_mark_is_hidden(tmp_path: Path) -> None:
    data = noted(paragraph(f"Saksi {SECRET}", mark(1), mark(2)), footnotes=note(1, "satu") + note(2, " dua"))
    copy, _ = copy_of(tmp_path, data, plan_of(data, f"{SECRET}[1]"))
    assert names(copy) == []
    assert document_of(copy).text == f"Saksi {LABEL}[2]\n[1]\tsatu\n[2] dua"


def test_note_that_is_hidden_with_its_number_keeps_its_mark(tmp_path: Path) -> None:
    data = noted(paragraph("a", mark(1)), footnotes=note(1, SECRET))
    text = document_of(data).text
    plan = Plan(document_of(data), (Redaction(1, "PERSON", text.index("[1] "), len(text), 1, LABEL),))
    copy, _ = copy_of(tmp_path, data, plan)
    assert references(copy) == ["1"]
    assert document_of(copy).text == f"a[1]\n[1] {LABEL}"


@pytest.mark.parametrize("is_behind", [True, False])
def test_gap_beside_a_mark_does_not_tell_a_length(tmp_path: Path, is_behind: bool) -> None:
    def copy_with(name: str) -> bytes:
        dots = "." * (40 - len(name))
        gap = [mark(1), dots] if is_behind else [dots, mark(1)]
        data = noted(paragraph(name, *gap), footnotes=note(1, name, f"{dots}x"))
        return copy_of(tmp_path, data, plan_of(data, name))[0]

    assert copy_with(SECRET) == copy_with("Joko")


def test_picture_in_a_note_is_related_to_its_part(tmp_path: Path) -> None:
    data = docx(
        paragraph("a", mark(1)),
        parts={
            "word/f.xml": story("footnotes", note(1, picture())),
            "word/_rels/f.xml.rels": RELATIONS,
            "word/media/image1.png": png(says("Denah")),
        },
        related={"f": ("footnotes", "f.xml")},
    )
    copy, _, again = copy_with_pictures(tmp_path, data)
    assert names(copy) == ["word/footnotes.xml", "word/_rels/footnotes.xml.rels"]
    assert "Denah" in again.text


def counted(inside: str, around: str = "") -> bytes:
    return docx(
        paragraph("Pertama", mark(7), f" {SECRET}"),
        section=inside,
        parts={
            "word/f.xml": story("footnotes", note(7, " kaki")),
            "word/s.xml": story("settings", around),
        },
        related={"f": ("footnotes", "f.xml"), "s": ("settings", "s.xml")},
    )


ROMAN = '<w:footnotePr><w:numFmt w:val="lowerRoman"/></w:footnotePr>'
ANEW = '<w:endnotePr><w:numFmt w:val="lain"/><w:numRestart w:val="eachSect"/></w:endnotePr>'


@pytest.mark.parametrize(
    ("inside", "around", "kept"),
    [
        (ROMAN, "", {"footnotePr": {"numFmt": "lowerRoman"}}),
        ("", ROMAN + ANEW, {"footnotePr": {"numFmt": "lowerRoman"}, "endnotePr": {"numRestart": "eachSect"}}),
        (ROMAN, ROMAN.replace("lower", "upper"), {"footnotePr": {"numFmt": "lowerRoman"}}),
        ('<w:footnotePr><w:numFmt w:val="SitiAminah"/></w:footnotePr>', "<w:footnotePr/>", {}),
    ],
)
def test_notes_are_numbered_as_they_were(
    tmp_path: Path, inside: str, around: str, kept: dict[str, dict[str, str]]
) -> None:
    data = counted(inside, around)
    copy, _ = copy_of(tmp_path, data, plan_of(data, SECRET))
    found = {
        kind: {etree.QName(said).localname: said.get(f"{WORD}val") for said in element}
        for kind in ("footnotePr", "endnotePr")
        for element in part(copy).iter(f"{WORD}{kind}")
    }
    assert found == kept
