"""What a foreign file tells by itself: which guesses count, and what scanners read in bars."""

from dataclasses import replace

import pytest

from terbuka.documents import Box, PageSource
from terbuka.documents.layout import Layout
from terbuka.documents.lines import LooseWord
from terbuka.documents.text import document_of
from terbuka.redaction.verifier.rescreen.alone import _is_sure, _without_barred
from terbuka.screening import Action, Finding

PAGE = document_of("Laporan kegiatan. Lemari arsip dibersihkan.")


def test_unsure_guess_at_a_name_that_nobody_bears_is_no_finding() -> None:
    document = document_of("lemari Bambang")
    guess = Finding("PERSON", 0, 6, 1, Action.REVIEW, "names.modelled", 0.3)
    assert not _is_sure(document, guess)
    assert _is_sure(document, replace(guess, start=7, end=14))
    assert _is_sure(document, replace(guess, confidence=0.9))
    assert _is_sure(document, replace(guess, start=3, end=3, boxes=(Box(0, 0, 1, 1),)))


@pytest.mark.parametrize(
    ("source", "said", "sure"),
    [
        (PageSource.OCR, "Pelapor sari. hadir", False),
        (PageSource.OCR, "Pelapor Sari. hadir", True),
        (PageSource.OCR, "Pelapor sari hadir.", True),
        (PageSource.TEXT, "Pelapor sari. hadir", True),
    ],
)
def test_title_that_a_scanner_misreads_is_no_name(source: PageSource, said: str, sure: bool) -> None:
    layout = Layout()
    words = [
        LooseWord(word, Box(10 + 40 * at, 10, 40 + 40 * at, 20), order=at)
        for at, word in enumerate(said.split())
    ]
    layout.add_page((200, 200), source, words)
    text, pages = layout.finish()
    document = replace(PAGE, text=text, pages=pages)
    at = text.lower().index("sari")
    assert _is_sure(document, Finding("PERSON", at, at + 4, 1, Action.REVIEW, "names.modelled", 0.85)) is sure


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
