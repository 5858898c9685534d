"""The heads and feet of a sheet, which stand on every page that is printed of it.

In the file each is one text with codes: ``&L``, ``&C`` and ``&R`` begin its parts at the left, in the middle
and at the right, ``&P`` is the number of the page, and others say how the letters look.
"""

import re
from collections.abc import Iterator

from lxml import etree

from terbuka.documents.docx.colours import WHITE, stands_out
from terbuka.documents.docx.flow import Paragraph, Run, RunLook
from terbuka.documents.parts import strays
from terbuka.documents.xlsx.book import Margin
from terbuka.documents.xlsx.names import S, is_true
from terbuka.documents.xlsx.strings import decoded
from terbuka.documents.xlsx.values import Hide

TAG = "headerFooter"
KINDS = ("oddHeader", "evenHeader", "firstHeader", "oddFooter", "evenFooter", "firstFooter")
SWITCHES = {"even": "differentOddEven", "first": "differentFirst"}
"""What must be set for a head to be shown that is not that of all pages."""
SECTIONS = "LCR"
COUNTED = "PNADT"
"""Codes that a program puts something in for: the page, how many there are, the name of the sheet, day and
time. What ``&F`` and ``&Z`` say of the file is not in a copy."""
TINY = 2
"""Points; type that nobody sees."""
_PIECE = re.compile(r'&"[^"]*"|&K(?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|&\d{1,3}|&.|[^&]+|&', re.S)


def read_margins(root: etree._Element, look: RunLook, hide: Hide) -> tuple[list[Margin], list[str]]:
    """The heads and feet of a sheet that are shown, in the order of ``KINDS``, and the switches that are set.

    ``hide`` is told what else stands there. ``look``: of the letters.
    """
    given = root.find(f"{S}{TAG}")
    if given is None:
        return [], []
    switches = [switch for switch in SWITCHES.values() if is_true(given.get(switch))]
    first: dict[str, etree._Element] = {}
    for child in given:
        kind = str(child.tag).removeprefix(S)
        switch = next((SWITCHES[name] for name in SWITCHES if kind.startswith(name)), None)
        if kind in KINDS and kind not in first and (switch is None or switch in switches):
            first[kind] = child
        else:
            said = decoded("".join(child.itertext()))
            hide("hidden-text", TAG, "".join(text for _, text, _ in _pieces(said) if text[:1] != "&"))
    hide("hidden-text", TAG, " ".join(strays(given, frozenset(f"{S}{kind}" for kind in KINDS))))
    margins = [Margin(kind, _sections(first[kind].text, look, hide)) for kind in KINDS if kind in first]
    return [margin for margin in margins if margin.sections], switches


def _sections(said: str | None, look: RunLook, hide: Hide) -> dict[str, Paragraph]:
    runs: dict[str, list[Run]] = {section: [] for section in SECTIONS}
    for section, text, is_seen in _pieces(decoded(said)):
        if not is_seen:
            hide("hidden-text", TAG, text)
        elif text.startswith("&") and text != "&":
            runs[section].append(Run("", look, text))
        elif text:
            runs[section].append(Run(text, look))
    return {
        section: Paragraph(found)
        for section, found in runs.items()
        if any(run.text.strip() or run.kind != "text" for run in found)
    }


def _pieces(said: str) -> Iterator[tuple[str, str, bool]]:
    """(section, text or code, whether it is seen) from left to right."""
    section, colour, size = "C", "", TINY + 1
    for piece in _PIECE.findall(said):
        code = piece[1:2] if piece[0] == "&" else ""
        if code in tuple(SECTIONS):
            section, colour, size = code, "", TINY + 1
        elif code == "K":
            # of the colours of a theme the first is that of the paper
            colour = WHITE if piece.startswith("&K00+") else piece[2:] if piece[2:].isalnum() else ""
        elif code.isdecimal():
            size = int(piece[1:])
        elif code in tuple(COUNTED):
            yield section, piece, _is_seen(colour, size)
        elif code == "&" or piece[0] != "&":
            yield section, code or piece, _is_seen(colour, size)


def _is_seen(colour: str, size: int) -> bool:
    return size > TINY and (not colour or stands_out(colour.upper(), WHITE))
