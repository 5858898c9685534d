"""What the page at the end of a copy says: on which grounds how much is hidden, and nothing of what it is."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from terbuka.documents import Box
from terbuka.law.grounds import ground
from terbuka.redaction.lettering import label_font
from terbuka.redaction.model import Redaction

TITLE = "Bagian yang ditutup dalam salinan ini"
ACT = "UU 14/2008"
_OTHERWISE = "Dasar lain"

SIZE = (595.28, 841.89)
"""Points: A4, whatever the size of the pages before it."""
MARGIN = 64.8
PIXEL = 0.36
"""At 200 to an inch. Sizes of type are whole pixels, so that words are as wide as they are measured."""
SPACE = 1.2
"""Of the font's own: its letters stand close."""


class Style(NamedTuple):
    """How a line is set; all in points. ``line``: its height; ``above``: what stays empty before it."""

    size: float
    is_bold: bool
    indent: float
    line: float
    above: float = 0.0


HEAD = Style(21.6, True, 0.0, 34.0)
TOTAL = Style(12.24, False, 0.0, 20.0, 4.0)
GROUND = Style(12.24, True, 0.0, 20.0, 20.0)
DETAIL = Style(11.16, False, 18.0, 17.0)
KEPT_TOGETHER = GROUND.line + 2 * DETAIL.line
"""A ground with less room than this below it begins on the next page."""


class Standing(NamedTuple):
    """A word, its place in points, the size of its type, and whether it is bold."""

    text: str
    box: Box
    size: float
    is_bold: bool


def grounds_sheets(redactions: Iterable[Redaction]) -> list[list[Standing]]:
    """The words of the page, or of as many as the lines take."""
    paper = _Paper()
    for number, (text, style) in enumerate(_styled(grounds_lines(redactions))):
        paper.add(text, style, is_first=number == 0)
    return paper.sheets


def _styled(lines: Iterable[str]) -> Iterator[tuple[str, Style]]:
    """Every line with words and how it is set: the title, the total, then grounds behind empty lines."""
    style, following = HEAD, TOTAL
    for line in lines:
        if not line:
            style = GROUND
            continue
        yield line, style
        style, following = following, DETAIL


class _Paper:
    """Sets lines below each other, on a new sheet where there is no room."""

    def __init__(self) -> None:
        self.sheets: list[list[Standing]] = [[]]
        self._top = MARGIN

    def add(self, text: str, style: Style, *, is_first: bool) -> None:
        """One line, wrapped at the margin."""
        if not is_first:
            self._top += style.above
        if self._top + (KEPT_TOGETHER if style is GROUND else style.line) > SIZE[1] - MARGIN:
            self._turn()
        space, left, right = SPACE * _width(" ", style.size), MARGIN + style.indent, SIZE[0] - MARGIN
        x = left
        for word in text.split():
            width = _width(word, style.size)
            if x + width > right:
                self._top, x = self._top + style.line, left
                if self._top + style.line > SIZE[1] - MARGIN:
                    self._turn()
            box = Box(x, self._top, x + width, self._top + style.line)
            self.sheets[-1].append(Standing(word, box, style.size, style.is_bold))
            x += width + space
        self._top += style.line

    def _turn(self) -> None:
        self.sheets.append([])
        self._top = MARGIN


def _width(text: str, size: float) -> float:
    return label_font(round(size / PIXEL)).getlength(text) * PIXEL


def grounds_lines(redactions: Iterable[Redaction]) -> list[str]:
    """The lines of the page, in Indonesian as the labels are; an empty one parts two grounds."""
    by_ground: dict[str, list[Redaction]] = {}
    for redaction in redactions:
        by_ground.setdefault(redaction.ground or "", []).append(redaction)
    lines = [TITLE, f"Seluruhnya: {_parts(sum(map(len, by_ground.values())))}"]
    for code in sorted(by_ground, key=lambda code: (not code, code)):
        lines += ["", *_ground_lines(code, by_ground[code])]
    return lines


def _ground_lines(code: str, redactions: list[Redaction]) -> list[str]:
    words = Counter(redaction.label.strip("[]").partition(" · ")[0] for redaction in redactions)
    basis = sorted({act.replace("Art.", "Pasal") for redaction in redactions for act in redaction.basis})
    named = f"{_article(code)} {ACT}" if code else _OTHERWISE
    return [
        f"{named}: {_parts(len(redactions))}",
        *([ground(code).title.capitalize()] if code else []),
        *([f"Juga: {', '.join(basis)}" if code else ", ".join(basis)] if basis else []),
        # not "UMUR: 3" or "3 × UMUR", which is read as somebody's age
        ", ".join(f"{word} sebanyak {count}" for word, count in words.most_common()),
    ]


def _article(code: str) -> str:
    """``"17.h.2"`` as ``"Pasal 17 huruf h angka 2"``."""
    article, letter, *item = code.split(".")
    return f"Pasal {article} huruf {letter}" + "".join(f" angka {number}" for number in item)


def _parts(count: int) -> str:
    return f"{count} bagian"
