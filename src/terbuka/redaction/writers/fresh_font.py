"""The font of the real text of a public copy, made anew from the outlines of the letters that stay.

Nothing of the original's fonts is copied: no program, name, table, hint or map, and no glyph that only a
hidden word had. One font holds the letters of all, numbered as they come.
"""

import io
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pikepdf
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph as Drawn
from pikepdf import Array, Dictionary, Name

from terbuka.documents.pdf.glyphs import Glyph, Glyphs, Outline, Step
from terbuka.redaction.lettering import FRESH, SPACE_WIDTH
from terbuka.redaction.writers.composite import fill_font, unicode_map

UNITS = 1000
"""To an em."""
PRECISION = 0.6
"""Units by which a curve may leave its original."""
FARTHEST = 8 * UNITS
"""No letter draws farther from where it begins; its points must fit into 16 bits."""
MOST = 60_000
"""Letters of one file; their numbers have 16 bits, and a page more may come."""
MOST_SHAPES, MOST_POINTS = 8, 260
"""Of one letter: "%" has five, an ornate "@" some two hundred points."""
LEAST = 30
"""Units; a dot is larger, a letter within a letter smaller."""
SPACE = 1
"""The number of the space between two words; 0 stands for nothing."""


class FreshFont:
    """Gives letters their numbers as they come; ``finish`` makes the font."""

    def __init__(self, pdf: pikepdf.Pdf, glyphs: Glyphs) -> None:
        self._pdf, self._glyphs = pdf, glyphs
        self._numbers: dict[tuple[Glyph, str], int] = {}
        self._outlines: dict[Glyph, tuple[Drawn, int]] = {}
        self._drawable: dict[Glyph, bool] = {}
        self.font = pdf.make_indirect(Dictionary())

    def draws(self, glyph: Glyph) -> bool:
        """Whether the outline of the glyph is that of a letter, and there is room for it."""
        if glyph not in self._drawable:
            self._drawable[glyph] = _is_letter(*self._made(glyph))
        return len(self._numbers) < MOST and self._drawable[glyph]

    def number(self, glyph: Glyph, text: str) -> int:
        """The number of the letter that this glyph is where it means ``text``."""
        return self._numbers.setdefault((glyph, text), len(self._numbers) + SPACE + 1)

    def advance(self, glyph: Glyph) -> float:
        """How far the next letter stands behind it, in ems, as the font says it (whole thousandths)."""
        return self._made(glyph)[1] / UNITS

    def _made(self, glyph: Glyph) -> tuple[Drawn, int]:
        """The glyph and its advance in units, as the font has them."""
        if glyph not in self._outlines:
            outline = self._glyphs.outline(glyph)
            self._outlines[glyph] = _drawn(outline), _advance(outline)
        return self._outlines[glyph]

    def finish(self) -> None:
        """Fill in the font, once all pages are written."""
        letters = sorted(self._numbers, key=lambda letter: self._numbers[letter])
        made = [(_nothing(), SPACE_WIDTH), *(self._made(glyph) for glyph, _ in letters)]
        fill_font(
            self._pdf,
            self.font,
            name=FRESH,
            program=_program([(_nothing(), 0), *made]),
            box=(-UNITS, -UNITS, 2 * UNITS, 2 * UNITS),
            to_unicode=_to_unicode([text for _, text in letters]),
            DW=0,
            W=Array([SPACE, Array([width for _, width in made])]),
            CIDToGIDMap=Name.Identity,
        )


def _is_letter(glyph: Drawn, advance: int) -> bool:
    """Whether it is no more than one: an outline can hold a name, too small to be seen or off the page, that
    a picture of it does not show."""
    if not 0 < glyph.numberOfContours <= MOST_SHAPES or len(glyph.coordinates) > MOST_POINTS:
        return False
    starts = [0, *(end + 1 for end in glyph.endPtsOfContours)]
    shapes = [glyph.coordinates[start:end] for start, end in pairwise(starts)]
    return (
        min(glyph.xMin, glyph.yMin) >= -UNITS
        and glyph.xMax <= advance + UNITS
        and glyph.yMax <= 2 * UNITS
        and all(_breadth(shape) >= LEAST for shape in shapes)
    )


def _breadth(points: Sequence[tuple[int, int]]) -> int:
    """The longer side of what the points span."""
    xs, ys = zip(*points, strict=True)
    return int(max(max(xs) - min(xs), max(ys) - min(ys)))


def _advance(outline: Outline) -> int:
    return min(FARTHEST, max(0, round(outline.advance * UNITS)))


def _program(glyphs: list[tuple[Drawn, int]]) -> bytes:
    """A TrueType program with nothing but what is drawn. ``glyphs``: each with its advance."""
    names = [f"g{number}" for number in range(len(glyphs))]
    builder = FontBuilder(UNITS, isTTF=True)
    builder.updateHead(created=0, modified=0)  # it tells nothing of when it was made
    builder.setupGlyphOrder(names)
    builder.setupGlyf({name: glyph for name, (glyph, _) in zip(names, glyphs, strict=True)})
    builder.setupHorizontalMetrics(
        {name: (width, glyph.xMin) for name, (glyph, width) in zip(names, glyphs, strict=True)}
    )
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupMaxp()
    made = io.BytesIO()
    builder.font.save(made, reorderTables=None)
    return made.getvalue()


def _nothing() -> Drawn:
    glyph = TTGlyphPen(None).glyph()
    glyph.xMin = 0
    return glyph


def _drawn(outline: Outline) -> Drawn:
    pen = TTGlyphPen(None)
    curves = Cu2QuPen(pen, PRECISION)
    for shape in _shapes(outline.steps):
        _draw(shape, curves)
    glyph = pen.glyph(round=round)
    if not glyph.numberOfContours:
        return _nothing()
    glyph.recalcBounds(None)
    return glyph


def _shapes(steps: tuple[Step, ...]) -> Iterator[list[Step]]:
    """The steps of each closed shape, its first a move."""
    shape: list[Step] = []
    for step in steps:
        if step.kind == "move":
            if len(shape) > 2:
                yield shape
            shape = []
        shape.append(step)
    if len(shape) > 2:
        yield shape


def _draw(shape: list[Step], pen: Cu2QuPen) -> None:
    pen.moveTo(_point(shape[0]))
    curve: list[tuple[float, float]] = []
    for step in shape[1:]:
        if step.kind == "line":
            pen.lineTo(_point(step))
        else:
            curve.append(_point(step))
            if len(curve) == 3:
                pen.curveTo(*curve)
                curve = []
    pen.closePath()


def _point(step: Step) -> tuple[float, float]:
    x, y = (max(-FARTHEST, min(FARTHEST, side * UNITS)) for side in (step.x, step.y))
    return x, y


def _to_unicode(texts: list[str]) -> bytes:
    rows = [f"<{SPACE:04x}> <0020>"]
    rows += [
        f"<{number:04x}> <{text.encode('utf-16-be', 'replace').hex()}>"
        for number, text in enumerate(texts, SPACE + 1)
    ]
    blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    listed = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return unicode_map(listed)
