"""Heads and feet of printed pages are text of the workbook where they are shown. Names are invented."""

import pytest

from terbuka.documents import Document
from terbuka.documents.xlsx.read import read as read_xlsx

from .samples.xlsx import cell, row, sheet, xlsx

NAME = "Slamet Wibisono"
SEEN = row(1, cell("A1", "Rapat"))


def read(inside: str, switches: str = "") -> Document:
    behind = f"<headerFooter {switches}>{inside}</headerFooter>".replace("&", "&amp;")
    return read_xlsx(xlsx(sheet(SEEN, behind=behind)), "", lambda done, total: None)


def odd(said: str) -> str:
    return f"<oddHeader>{said}</oddHeader>"


@pytest.mark.parametrize(
    ("inside", "lines"),
    [
        (odd(f"&L{NAME}&CDua&RTiga"), f"{NAME}\tDua\tTiga"),
        (odd(f"{NAME}"), NAME),
        (odd(f"&RTiga&L{NAME}"), f"{NAME}\tTiga"),
        (odd(f'&C&"Arial,Bold"&12&KFF0000{NAME} &B&U&Edan&F&Z&G'), f"{NAME} dan"),
        (odd(f"&LHal &P dari &N&C  &R{NAME} && Co"), f"Hal  dari \t{NAME} & Co"),
        (odd(f"&C&K01+000{NAME}&K04-249!"), f"{NAME}!"),
        (odd(f"&C{NAME}&"), NAME),
        (odd(f"Baris_x000a_{NAME}"), f"Baris {NAME}"),
        (f"<oddFooter>&Ckaki</oddFooter>{odd(NAME)}", f"{NAME}\nkaki"),
    ],
)
def test_head_is_text_behind_the_cells(inside: str, lines: str) -> None:
    document = read(inside)
    assert document.text == f"Lembar1\nRapat\n\n\n{lines}" and document.hidden == ()


@pytest.mark.parametrize(
    "inside",
    [
        odd(f"&C&KFFFFFF{NAME}"),
        odd(f"&C&K00+000{NAME}"),
        odd(f"&L&1{NAME}"),
        f"<evenHeader>&L{NAME}</evenHeader>",
        f"<firstFooter>&L{NAME}</firstFooter>",
        odd("") + odd(NAME),
        f"<lain>{NAME}</lain>",
        f"<oddHeader>x<y>{NAME}</y></oddHeader>",
    ],
)
def test_head_that_nobody_sees_is_hidden_text(inside: str) -> None:
    document = read(inside)
    assert "Slamet" not in document.text
    assert NAME in " ".join(part.text for part in document.hidden if part.kind == "hidden-text")


def test_look_ends_with_its_section() -> None:
    document = read(odd(f"&C&KFFFFFFx&R{NAME}"))
    assert document.text.endswith(f"\n{NAME}")


def test_head_of_some_pages_is_shown_where_it_is_switched_on() -> None:
    inside = "<evenHeader>&Cgenap</evenHeader><firstHeader>&Cpertama</firstHeader>"
    assert read(inside, 'differentOddEven="1"').text.endswith("\n\n\ngenap")
    assert read(inside, 'differentFirst="1"').text.endswith("\n\n\npertama")


def test_head_with_nothing_but_the_number_of_the_page_says_nothing() -> None:
    document = read(odd("&P") + "<evenHeader>&P</evenHeader>")
    assert document.text.rstrip() == "Lembar1\nRapat" and document.hidden == ()
