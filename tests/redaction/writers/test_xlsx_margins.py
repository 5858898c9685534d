"""Heads and feet of printed pages in the copy of a workbook. Names are invented."""

import re
from collections.abc import Callable
from xml.sax.saxutils import unescape

import pytest

from terbuka.redaction.verify import verify_plan

from ...documents.samples.xlsx import cell, row, sheet
from .test_xlsx_writer import NAME, Copy, copied

__all__ = ["copied"]
Copied = Callable[..., Copy]
SEEN = row(1, cell("A1", "Rapat"))


def head(copied: Copied, inside: str, switches: str = "") -> str:
    """The element of the copy, which was verified."""
    behind = f"<headerFooter {switches}>{inside}</headerFooter>".replace("&", "&amp;")
    copy = copied(sheet(SEEN, behind=behind))
    assert verify_plan(copy.path, copy.plan, copy.placed).passed
    assert len(copy.placed) == len(copy.plan.redactions) and copy.hidden == ()
    found = re.search("<headerFooter.*</headerFooter>", copy.sheet)
    return unescape(found[0]) if found else ""


@pytest.mark.parametrize(
    ("said", "written"),
    [
        (f"&LDaftar {NAME}&RHal &P dari &N", "&LDaftar [NAMA · 17.h]&RHal &P dari &N"),
        (f'&C&"Arial,Bold"&14{NAME}&G', "&C[NAMA · 17.h]"),
        ("Siti &BRahmah & &&", "&C[NAMA · 17.h] &&"),
        (f"&L{NAME} &P&C&A, &D &T", "&L[NAMA · 17.h] &P&C&A, &D &T"),
        (f"&L\u200b&P{NAME}", "&L&P[NAMA · 17.h]"),
        (f"&C{NAME} datang, {NAME} pulang", "&C[NAMA · 17.h] datang, [NAMA · 17.h] pulang"),
    ],
)
def test_words_of_a_head_are_kept_but_for_what_is_hidden(copied: Copied, said: str, written: str) -> None:
    inside = f"<oddHeader>{said}</oddHeader>"
    assert head(copied, inside) == f"<headerFooter><oddHeader>{written}</oddHeader></headerFooter>"


def test_heads_stand_in_the_order_of_the_format(copied: Copied) -> None:
    inside = "<evenHeader>genap</evenHeader><oddFooter>kaki</oddFooter><oddHeader>kepala</oddHeader>"
    written = head(copied, inside, 'differentOddEven="1" differentFirst="1"')
    assert re.findall(r"<(\w+)[ >]", written) == ["headerFooter", "oddHeader", "oddFooter", "evenHeader"]
    assert 'differentOddEven="1" differentFirst="1"' in written


def test_sheet_without_words_in_its_heads_has_none(copied: Copied) -> None:
    assert head(copied, "<oddHeader>&L&B &R </oddHeader>") == ""


def test_head_is_never_longer_than_programs_take(copied: Copied) -> None:
    kept = "x" * 240
    written = head(copied, f"<oddHeader>&L{NAME}, &C{kept}&R{NAME}</oddHeader>")
    assert written == f"<headerFooter><oddHeader>&L[NAMA], &C{kept}</oddHeader></headerFooter>"
