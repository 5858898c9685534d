"""The lines around paragraphs and cells: those of a table, of the parts of its style, of one cell."""

from collections.abc import Iterable

from lxml import etree

from terbuka.documents.docx.colours import Colours
from terbuka.documents.docx.flow import Line, Lines
from terbuka.documents.docx.package import W
from terbuka.documents.docx.tables import Spot
from terbuka.documents.docx.values import merged, number, value

NONE = ("none", "nil")
START_END = {"start": "left", "end": "right"}
SIDES = ("top", "left", "bottom", "right")
INSIDE = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV"}
WIDE, TALL = ("Row", "Horz", "Table"), ("Col", "Vert", "Table")
"""How the parts of a style end that reach over all columns, and over all rows."""


def lines_of(borders: etree._Element | None, colours: Colours) -> Lines:
    """The lines that an element of borders speaks of, also those that it takes away."""
    found: Lines = {}
    for side in borders if borders is not None else ():
        name = etree.QName(side).localname
        found[START_END.get(name, name)] = _line(side, colours)
    return found


def _line(side: etree._Element, colours: Colours) -> Line:
    kind = value(side) or "nil"
    if kind in NONE:
        return Line("nil")
    return Line(kind, number(side.get(f"{W}sz")) or Line.size, colours.of(side, "color"))


def drawn(lines: Lines) -> Lines:
    """Without those that were taken away and have nothing under them."""
    return {side: line for side, line in lines.items() if line.kind != "nil"}


def paragraph_lines(settings: list[etree._Element], colours: Colours) -> tuple[tuple[str, Line], ...]:
    """The lines around a paragraph: the last borders count."""
    lines = drawn(lines_of(merged(settings).get(f"{W}pBdr"), colours))
    return tuple((side, lines[side]) for side in SIDES if side in lines)


def cell_lines(
    regions: Iterable[tuple[str, etree._Element]], own: etree._Element, spot: Spot, colours: Colours
) -> Lines:
    """The lines that a cell has beside those of its table. ``regions``: the parts of the table's style that
    it belongs to, with their settings; ``own``: its own settings."""
    lines: Lines = {}
    for kind, settings in regions:
        lines |= _within(lines_of(settings.find(f"{W}tcBorders"), colours), kind, spot)
    mine = lines_of(own.find(f"{W}tcBorders"), colours)
    return lines | {side: mine[side] for side in SIDES if side in mine}


def _within(lines: Lines, kind: str, spot: Spot) -> Lines:
    """The sides of one cell of a region, which has lines around it and between its cells."""
    at_edge = {
        "top": not kind.endswith(TALL) or spot.row == 0,
        "bottom": not kind.endswith(TALL) or spot.row == spot.rows - 1,
        "left": not kind.endswith(WIDE) or spot.column == 0,
        "right": not kind.endswith(WIDE) or spot.column == spot.columns - 1,
    }
    names = {side: side if at_edge[side] else INSIDE[side] for side in SIDES}
    return {side: lines[name] for side, name in names.items() if name in lines}
