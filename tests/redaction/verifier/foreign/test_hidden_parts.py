"""Hidden parts of another program's file: which fail, which are noted."""

from dataclasses import replace

import pytest

from terbuka.documents import Box, HiddenPart, PageSource
from terbuka.documents.layout import Layout
from terbuka.documents.lines import LooseWord
from terbuka.documents.text import document_of
from terbuka.redaction.verifier.foreign.hidden_parts import _is_sure, _without_barred, hidden_check
from terbuka.redaction.verifier.model import Check, Survivor
from terbuka.screening import Action, Finding

PAGE = document_of("Laporan kegiatan. Lemari arsip dibersihkan.")


def checked(*parts: HiddenPart) -> Check:
    return hidden_check(replace(PAGE, hidden=parts))


@pytest.mark.parametrize(
    "part",
    [
        HiddenPart("metadata", "Info /Author", "Xantira"),
        HiddenPart("metadata", "Info /Title", "BAP Xantira Qwelmono"),
        HiddenPart("metadata", "docProps/core.xml lastModifiedBy", "xantira"),
        HiddenPart("metadata", "EXIF GPS 2", "(3.0, 26.0, 1.0)"),
        HiddenPart("metadata", "/PieceInfo"),
        HiddenPart("attachment", "/EF", "jadwal.txt"),
        HiddenPart("comment", "/Contents", "tutup yang ini"),
        HiddenPart("hidden-text", "page 1", "Xantira", 1),
        HiddenPart("form", "/V", "rahasia"),
        HiddenPart("alternative-text", "/ActualText", "rahasia"),
        HiddenPart("picture", "docProps/thumbnail.jpeg"),
        HiddenPart("trailing-data", "after the end of the file"),
        HiddenPart("hidden-text", "sheet 1: headerFooter", "Rekap Xantira Qwelmono"),
    ],
)
def test_content_that_was_forgotten_fails(part: HiddenPart) -> None:
    check = checked(part)
    assert [(s.kind, s.place) for s in check.survivors] == [(part.kind, part.place)] and not check.notes


@pytest.mark.parametrize(
    "part",
    [
        HiddenPart("metadata", "Info /Producer", "Microsoft® Word 2019"),
        HiddenPart("metadata", "Info /Author", "Sekretariat Daerah"),
        HiddenPart("metadata", "Info /Creator", "cairo 1.16.0"),
        HiddenPart("outline", "/Title", "Laporan kegiatan"),
        HiddenPart("name", "/Names", "section.1"),
        HiddenPart("form", "/V", "Off"),
        HiddenPart("form", "/TU", "Isi nama"),
        HiddenPart("comment", "/Contents", "Lemari arsip"),
        HiddenPart("earlier-revision", "1 revision(s)"),
        HiddenPart("hidden-text", "page 1", ", ,", 1),
        HiddenPart("hidden-text", "sheet 1: headerFooter", "Halaman dari", 1),
    ],
)
def test_what_every_program_leaves_is_noted(part: HiddenPart) -> None:
    check = checked(part)
    assert check.notes == (Survivor(part.kind, part.place, part.page),) and not check.survivors


def test_notes_come_through_json() -> None:
    check = checked(HiddenPart("metadata", "Info /Producer", "Skia"))
    assert Check.from_json(check.to_json()) == check


def test_unsure_guess_at_a_name_that_nobody_bears_is_no_finding() -> None:
    document = document_of("lemari Bambang")
    guess = Finding("PERSON", 0, 6, 1, Action.REVIEW, "names.modelled", 0.3)
    assert not _is_sure(document, guess)
    assert _is_sure(document, replace(guess, start=7, end=14))
    assert _is_sure(document, replace(guess, confidence=0.9))
    assert _is_sure(document, replace(guess, start=3, end=3, boxes=(Box(0, 0, 1, 1),)))


@pytest.mark.parametrize(
    ("source", "edges", "said"),
    [
        (PageSource.OCR, (), "saksi ■■■ hadir"),
        (PageSource.TEXT, (), "saksi MEN hadir"),
        (PageSource.MIXED, (40.0, 50.0, 60.0, 70.0), "saksi MEN hadir"),
    ],
)
def test_letters_that_a_scanner_reads_in_a_bar_are_none(
    source: PageSource, edges: tuple[float, ...], said: str
) -> None:
    layout = Layout()
    words = [
        LooseWord("saksi", Box(10, 10, 36, 20)),
        LooseWord("MEN", Box(40, 10, 70, 20), edges),
        LooseWord("hadir", Box(74, 10, 100, 20)),
    ]
    layout.add_page((200, 200), source, words)
    text, pages = layout.finish()
    document = replace(PAGE, text=text, pages=pages)
    assert _without_barred(document, [[False, True, False]]).text == said


def test_document_without_bars_stays_as_it_is() -> None:
    assert _without_barred(PAGE, [[]]) is PAGE
