"""What the page at the end of a copy says: on which grounds how much is hidden, and nothing of what it is."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from terbuka.documents import Box
from terbuka.law.grounds import ground
from terbuka.redaction.lettering import label_width
from terbuka.redaction.model import Redaction

TITLE = "Bagian yang ditutup dalam salinan ini"
ACT = "UU 14/2008"
_OTHERWISE = "Dasar lain"

SIZE = (595.28, 841.89)
"""Points: A4, whatever the size of the pages before it."""
MARGIN, TYPE, LINE = 56.0, 11.16, 18.0
"""Points; the type is 31 pixels at 200 to an inch, so that words are as wide as they are measured."""
ROWS = int((SIZE[1] - 2 * MARGIN) / LINE)


class Standing(NamedTuple):
    """A word and its place in points."""

    text: str
    box: Box


def grounds_sheets(redactions: Iterable[Redaction]) -> list[list[Standing]]:
    """The words of the page, or of as many as the lines take."""
    placed = list(_placed(grounds_lines(redactions)))
    return [[word for _, word in page] for _, page in groupby(placed, key=lambda each: each[0] // ROWS)]


def _placed(lines: Iterable[str]) -> Iterator[tuple[int, Standing]]:
    """Every word with the row, counted through all pages, on which it stands."""
    space, right = label_width(" ", TYPE), SIZE[0] - MARGIN
    row = 0
    for line in lines:
        x = MARGIN
        for word in line.split():
            width = label_width(word, TYPE)
            if x + width > right:
                row, x = row + 1, MARGIN
            top = MARGIN + row % ROWS * LINE
            yield row, Standing(word, Box(x, top, x + width, top + LINE))
            x += width + space
        row += 1


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
