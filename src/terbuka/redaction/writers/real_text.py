"""The visible text of a public page: the letters of the kept words, set where the words now stand.

A word that has moved is set with the spacing of its font, in steps that are coarser than any rounding: letter
by letter, the original's places would tell to the hundredth of a point where on its line the word stood.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from PIL import Image

from terbuka.documents.pdf.letters import Colour, Letter, Shape
from terbuka.redaction.writers.fresh_font import SPACE, FreshFont
from terbuka.redaction.writers.textlayer import LayerWord

STEP = 10
"""Thousandths of an em; between the letters of a moved word."""
START = 0.05
"""Points; where in its box a moved word begins."""
COARSE = 4
"""Pixels of the page that are looked at as one."""
CONTRAST = 40
"""Of 255; a letter nearer to the paper in every channel is left to the pixels."""
BASELINE = 0.02
"""Ems off the line of the letter before, from which on a letter stands on a line of its own."""


class _Placed(NamedTuple):
    """A letter where it stands now; ``y`` counts upwards."""

    number: int
    advance: float
    x: float
    y: float
    shape: Shape
    colour: Colour

    def behind(self, other: "_Placed") -> tuple[float, float]:
        """How far ``other`` begins behind this one, along the line and across it, in ems."""
        a, b, *_ = self.shape
        dx, dy = other.x - self.x, other.y - self.y
        square = a * a + b * b
        return (dx * a + dy * b) / square, (dy * a - dx * b) / square


def stand_out(letters: Iterable[Letter], paper: Image.Image, scale: float) -> bool:
    """Whether each letter can be seen on the page without its text; PDFium calls a pattern white.

    ``paper``: the page, ``scale`` pixels to a point.
    """
    small = paper.convert("RGB").reduce(COARSE)
    if small.getcolors(1):  # paper and nothing else
        ground = small.getpixel((0, 0))
        return all(_is_apart(colour, ground) for colour in {letter.colour for letter in letters})
    return all(_stands_out(letter, small, scale / COARSE) for letter in letters)


def _stands_out(letter: Letter, paper: Image.Image, scale: float) -> bool:
    x, y = (
        min(max(0, int(side * scale)), most - 1) for side, most in zip(letter.middle, paper.size, strict=True)
    )
    return _is_apart(letter.colour, paper.getpixel((x, y)))


def _is_apart(colour: Colour, ground: Any) -> bool:
    return any(abs(one - other) >= CONTRAST for one, other in zip(colour, ground, strict=True))


def text_lines(
    words: Iterable[LayerWord], letters: Mapping[int, Letter], font: FreshFont, height: float, name: str
) -> list[str]:
    """Operators that set ``words`` on a page of this ``height``, one to a line, of a text object.

    ``letters``: by offset in the original; ``name``: of the font on the page.
    """
    lines = ["0 Tr", "100 Tz"]
    colour: Colour | None = None
    size = ""
    for word in words:
        placed = list(_placed(word, letters, font, height))
        for run in _runs(placed):
            if run[0].colour != colour:
                colour = run[0].colour
                lines.append(" ".join(_number(level / 255, 3) for level in colour) + " rg")
            chosen, *shown = _run_operators(
                run, name, moved=word.stood != word.box, last=run[-1] is placed[-1]
            )
            lines += [chosen] * (chosen != size) + shown
            size = chosen
    return lines


def _placed(
    word: LayerWord, letters: Mapping[int, Letter], font: FreshFont, height: float
) -> Iterator[_Placed]:
    """The letters of a word that lie in it whole: one that means "fi" goes where the "i" is hidden."""
    assert word.stood is not None
    new, old = word.box, word.stood
    across, up = _ratio(new.width, old.width), _ratio(new.height, old.height)
    moved = new != old
    for at in range(word.start, word.end):
        letter = letters.get(at)
        if letter is None or at + len(letter.text) > word.end:
            continue
        x, y = letter.x - old.x0, letter.y - old.y0
        if moved:
            x, y = round(x / START) * START, round(y / START) * START
        assert letter.glyph is not None
        a, b, c, d = letter.shape
        yield _Placed(
            font.number(letter.glyph, letter.text),
            font.advance(letter.glyph),
            new.x0 + x * across,
            height - new.y0 - y * up,
            (a * across, b * up, c * across, d * up),
            letter.colour,
        )


def _ratio(now: float, before: float) -> float:
    return now / before if before > 0 else 1.0


def _runs(letters: Iterable[_Placed]) -> Iterator[list[_Placed]]:
    """Letters that one operator can show."""
    run: list[_Placed] = []
    for letter in letters:
        if run and not _goes_on(run[-1], letter):
            yield run
            run = []
        run.append(letter)
    if run:
        yield run


def _goes_on(before: _Placed, after: _Placed) -> bool:
    same = all(abs(one - other) < 1e-3 for one, other in zip(before.shape, after.shape, strict=True))
    return same and before.colour == after.colour and abs(before.behind(after)[1]) < BASELINE


def _run_operators(run: list[_Placed], name: str, *, moved: bool, last: bool) -> list[str]:
    first = run[0]
    size = round(math.hypot(*first.shape[2:]), 2) or 1.0
    matrix = " ".join(_number(side / size, 4) for side in first.shape)
    shown = _shown(run, moved=moved) + (f"{SPACE:04x}" if last else "")
    return [
        f"/{name} {_number(size, 2)} Tf",
        f"{matrix} {_number(first.x, 2)} {_number(first.y, 2)} Tm",
        f"[<{shown}>] TJ",
    ]


def _shown(run: list[_Placed], *, moved: bool) -> str:
    """The numbers of the letters, and between them by how many thousandths the next one stands nearer."""
    shown = f"{run[0].number:04x}"
    first, reached = run[0], 0.0
    for before, letter in pairwise(run):
        if moved:
            nearer = round((before.advance - before.behind(letter)[0]) * 1000 / STEP) * STEP
        else:
            reached += before.advance
            nearer = round((reached - first.behind(letter)[0]) * 1000)
            reached -= nearer / 1000
        shown += f"> {nearer} <" * bool(nearer) + f"{letter.number:04x}"
    return shown


def _number(value: float, decimals: int) -> str:
    written = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if written in ("-0", "") else written
