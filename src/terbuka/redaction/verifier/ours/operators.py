"""What the operators of a page of ours set, and where: the letters of its real text, the labels of its bars.

The lines are those that ``pdf_streams`` lets through; whatever they are not is nobody's text here.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from terbuka.documents import Box
from terbuka.documents.lines import LooseWord
from terbuka.redaction.verifier.ours.layer import is_label
from terbuka.redaction.verifier.ours.pdf_font import SPACE, UNITS

ABOVE, BELOW = 0.95, 0.3
"""Ems above and below its line that a letter reaches."""
HALF, DESCENT = 0.5, 0.2
"""Ems: the width of a letter of the layer, and how far its box reaches below the line."""
LEAST_STEP, FAR = 0.3, 10**9
"""Of its width, that a letter is clear of the one before it: no kerning takes more. Thousandths of an em."""
_SHOWN = re.compile(rb"(-?\d+ )?<([\da-f]+)>")
_TURNS = {(1, 0, 0, 1): 0, (0, -1, 1, 0): 90, (-1, 0, 0, -1): 180, (0, 1, -1, 0): 270}

Matrix = tuple[float, ...]


class Run(NamedTuple):
    """Letters that stand side by side, by their numbers. ``box``: in points; None where they lean, or stand
    over each other.
    """

    letters: tuple[int, ...]
    box: Box | None


class PageText(NamedTuple):
    """Of one page: the runs of real text, the labels of the layer, and whether the layer has other words,
    which stand in the picture.
    """

    runs: tuple[Run, ...]
    labels: tuple[LooseWord, ...]
    in_picture: bool


def page_text(operators: bytes, height: float, widths: Sequence[int]) -> PageText:
    """``operators``: of a page of this ``height``; ``widths``: of the letters of the real font."""
    runs: list[Run] = []
    labels: list[LooseWord] = []
    size, stretch, in_picture = 0.0, 1.0, False
    matrix: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    for line in operators.split(b"\n"):
        *told, operator = line.split(b" ")
        match operator:
            case b"Tf":
                size = float(told[1])
            case b"Tz":
                stretch = float(told[0]) / 100
            case b"Tm":
                matrix = tuple(map(float, told))
            case b"TJ":
                runs.append(_run(line, size, matrix, height, widths))
            case b"Tj":
                text = bytes.fromhex(told[0].strip(b"<>").decode()).decode("utf-16-be", "replace")
                if is_label(text.strip()):
                    labels.append(_label(text.strip(), size, stretch, matrix, height))
                else:
                    in_picture = True
    return PageText(tuple(runs), tuple(labels), in_picture)


def _run(line: bytes, size: float, matrix: Matrix, height: float, widths: Sequence[int]) -> Run:
    letters: list[int] = []
    along, reached = 0, [0]
    begun, stepped, overlap = -FAR, 0, False
    for nearer, shown in _SHOWN.findall(line):
        along -= int(nearer or 0)
        for at in range(0, len(shown), 4):
            number = int(shown[at : at + 4], 16)
            if number != SPACE:
                overlap = overlap or along < begun + LEAST_STEP * stepped
                begun, stepped = along, widths[number]
                letters.append(number)
                reached.append(along)
            along += widths[number]
            if number != SPACE:
                reached.append(along)
    a, b, c, d, x, y = matrix
    if b or c or a <= 0 or d <= 0 or overlap:
        return Run(tuple(letters), None)
    left, right = (x + side * size * a / UNITS for side in (min(reached), max(reached)))
    top, bottom = height - y - ABOVE * size * d, height - y + BELOW * size * d
    return Run(tuple(letters), Box(left, top, right, bottom))


def _label(text: str, size: float, stretch: float, matrix: Matrix, height: float) -> LooseWord:
    *turning, x, y = matrix
    turn = _TURNS[tuple(map(int, turning))]  # type: ignore[index]
    long, below = len(text.encode("utf-16-be")) / 2 * HALF * size * stretch, DESCENT * size
    line = height - y
    match turn:
        case 90:
            box = Box(x - below, line, x - below + size, line + long)
        case 180:
            box = Box(x - long, line - below, x, line - below + size)
        case 270:
            box = Box(x + below - size, line - long, x + below, line)
        case _:
            box = Box(x, line + below - size, x + long, line + below)
    return LooseWord(text, box, turn=turn)
