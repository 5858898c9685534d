"""The lines of a page to the hundredth of a point."""

from collections.abc import Iterator

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from terbuka.redaction.verifier.foreign.measured import Page, gaps, measured, measured_pages
from tests.documents.samples.images import page_image
from tests.documents.samples.pdf import Sheet, helvetica, pdf, text_line

WORD = text_line("Surat", 72, 700)
WIDE = 12 * (667 + 556 + 333 + 556 + 278) / 1000
"""Of the word, in Helvetica."""
OPEN: list[pypdfium2.PdfDocument] = []
"""Fonts end with their document."""


@pytest.fixture(autouse=True)
def closed_afterwards() -> Iterator[None]:
    yield
    while OPEN:
        OPEN.pop().close()


def page_of(content: bytes, **more: object) -> Page:
    data = pdf(Sheet(content, images={"I": page_image(["Cap"], dpi=20)}), **more)
    document = pypdfium2.PdfDocument(data)
    OPEN.append(document)
    return measured(document[0])


def test_letters_stand_where_their_advances_begin_and_end() -> None:
    (line,) = page_of(WORD).lines
    assert "".join(letter.text for letter in line.letters) == "Surat"
    assert line.letters[0].start == pytest.approx(72)
    assert line.letters[-1].end == pytest.approx(72 + WIDE, abs=0.001)
    assert line.letters[0].face.name == "Helvetica"
    assert (line.tracking, line.is_kerned) == (pytest.approx(0, abs=1e-4), False)


def test_text_that_runs_up_the_page_is_measured_along_its_line() -> None:
    (line,) = page_of(b"BT /F 12 Tf 0 1 -1 0 300 100 Tm (Surat) Tj ET\n").lines
    assert line.letters[0].start == pytest.approx(100)
    assert line.letters[-1].end == pytest.approx(100 + WIDE, abs=0.01)


@pytest.mark.parametrize(
    "content",
    [
        text_line("Surat", 72, 700, state="3 Tr"),
        b"BT /F 12 Tf 0.9 0.5 -0.5 0.9 300 100 Tm (Surat) Tj ET\n",
        b"",
    ],
    ids=["invisible", "askew", "none"],
)
def test_text_that_is_not_seen_or_runs_askew_is_left_out(content: bytes) -> None:
    assert page_of(content).lines == []


def test_tracking_and_kerning_are_measured() -> None:
    (tracked,) = page_of(b"BT /F 12 Tf 1 Tc 72 700 Td (Surat) Tj ET\n").lines
    assert tracked.tracking == pytest.approx(1, abs=0.01)
    assert not tracked.is_kerned
    (kerned,) = page_of(b"BT /F 12 Tf 72 700 Td [(Sur) 80 (at)] TJ ET\n").lines
    assert kerned.is_kerned
    (two_words,) = page_of(text_line("Surat satu", 72, 700)).lines
    assert not two_words.is_kerned
    (rounded,) = page_of(b"BT /F 12 Tf 72 700 Td [(Sur) 2 (at)] TJ ET\n").lines
    assert not rounded.is_kerned
    (little,) = page_of(b"BT /F 12 Tf 72 700 Td [(Sur) 8 (at)] TJ ET\n").lines
    assert little.is_kerned
    (single,) = page_of(text_line("S", 72, 700)).lines
    assert (single.tracking, single.is_kerned) == (0.0, False)


def test_gaps_are_wide() -> None:
    (line,) = page_of(WORD + text_line("   satu dua", 150, 700)).lines
    (gap,) = gaps(line, line.letters)
    assert (gap.before.text, gap.after.text) == ("t", "s")
    assert gap.width == pytest.approx(150 - 72 - WIDE + 3 * 3.336, abs=0.01)


@pytest.mark.parametrize(("ems", "count"), [(1.4, 0), (1.8, 1)])
def test_space_of_justified_text_is_no_gap(ems: float, count: int) -> None:
    (line,) = page_of(WORD + text_line("satu", 72 + WIDE + ems * 12, 700)).lines
    assert len(list(gaps(line, line.letters))) == count


@pytest.mark.parametrize(("ems", "count"), [(0.1, 1), (0.3, 2)])
def test_letters_of_a_line_stand_about_on_one_height(ems: float, count: int) -> None:
    assert len(page_of(WORD + text_line("satu", 150, 700 + ems * 12)).lines) == count


def test_boxes_and_thick_lines_are_marks_and_thin_ones_rules() -> None:
    page = page_of(b"10 10 80 12 re f 1 g 10 40 80 12 re f 10 60 80 1 re f 0 G 9 w 10 90 m 70 90 l S\n")
    assert sorted(mark.shade for mark in page.marks) == [0, 0, 255]
    assert [round(rule.top - rule.bottom) for rule in page.rules] == [1]


@pytest.mark.parametrize(
    "content",
    [
        b"10 10 80 12 re S\n",
        b"10 10 80 12 re n\n",
        b"/G gs 10 10 80 12 re f\n",
        b"1 g 10 10 80 12 re B\n",
        b"10 10 m 20 40 l 30 10 l 40 40 l 50 10 l 60 40 l 70 10 l 80 40 l f\n",
    ],
    ids=["outline", "nothing", "transparent", "white in a frame", "drawing"],
)
def test_outlines_and_what_is_not_seen_are_no_marks(content: bytes) -> None:
    def finish(document: pikepdf.Pdf) -> None:
        document.pages[0].obj.Resources.ExtGState = Dictionary(G=Dictionary(ca=0))

    assert page_of(content, finish=finish).marks == []


def test_box_in_a_form_and_picture_stand_where_they_are_drawn() -> None:
    def finish(document: pikepdf.Pdf) -> None:
        form = document.make_stream(
            b"0 0 50 10 re f",
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 99, 99]),
            Resources=Dictionary(Font=Dictionary(F=helvetica(document))),
        )
        document.pages[0].obj.Resources.XObject["/K"] = form

    page = page_of(b"q 1 0 0 1 100 200 cm /K Do Q q 30 0 0 20 40 50 cm /I Do Q\n", finish=finish)
    assert [tuple(mark)[:4] for mark in page.marks] == [pytest.approx((100, 200, 150, 210))]
    assert [tuple(picture)[:4] for picture in page.pictures] == [pytest.approx((40, 50, 70, 70))]


def test_fields_to_fill_in_are_rules() -> None:
    def finish(document: pikepdf.Pdf) -> None:
        notes = [
            Dictionary(Type=Name.Annot, Subtype=Name(kind), Rect=Array([10, 20, 110, 38]), FT=Name.Tx)
            for kind in ("/Widget", "/Link")
        ]
        document.pages[0].obj.Annots = Array([document.make_indirect(note) for note in notes])
        document.Root.AcroForm = Dictionary(Fields=Array(document.pages[0].obj.Annots[:1]))

    assert [tuple(rule)[:4] for rule in page_of(WORD, finish=finish).rules] == [(10, 20, 110, 38)]


def test_file_that_cannot_be_opened_has_no_pages() -> None:
    assert list(measured_pages(b"%PDF-1.7 nothing")) == []


def test_pages_are_numbered() -> None:
    assert [number for number, _ in measured_pages(pdf(Sheet(WORD), Sheet(WORD)))] == [1, 2]
