"""Lays a line anew after something in it was hidden, so that no distance betrays what stood there.

The exact width of a removed name leaves 3 to 18 candidates among 1,000 people. It can be read not
only from the box but from everything around it: from the words after it, from the stretched spaces
of justified text, from where a centred or right-aligned line begins. So

- a bar is as wide as its label, whatever it hides;
- the words of the run close up to it with one and the same space between them;
- a run that does not begin at a margin or column which other lines confirm begins on a coarse grid, and so do
  the others of its line.

What stands together on a line is a *run* (``runs``).
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from terbuka.documents import Box
from terbuka.redaction.lettering import PADDING, SIZES
from terbuka.redaction.pieces import Piece
from terbuka.redaction.runs import CONFIRM, Run, are_spelled, cells_of, joins, loose_runs, rows_of

BESIDE = 0.4
"""Share of the lower of two heights that they have in common from which on one stands beside the other."""
LEANING = 0.5
"""Line heights that the boxes of neighbours may lie over each other."""
SPACE = 0.25
"""Space between words of a relaid run, in line heights."""
GRID = 36.0
"""Points; where an unconfirmed run may begin. A centred line then tells its width to 72 points only."""
CONFIRMING = 3
"""Lines in which nothing is hidden, from which on they show where the margin is."""
LEGIBLE, SMALLER = SIZES[:4], SIZES[2:]
"""Sizes of labels in a run that ends at the margin; in one that reaches into it."""
NARROWEST = 0.45
"""Kept words may be squeezed to this share of their width before a bar gives up its label."""

Measure = Callable[[str, float], float]
"""Width in points of a label set in type of the given size in points."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept piece and where it stands now."""

    piece: Piece
    box: Box


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar over hidden pieces. ``size`` is the type size of its label in points; 0: too narrow for one.
    ``start``: the offset of what it hides."""

    redaction: int
    box: Box
    size: float
    start: int = 0


@dataclass(frozen=True, slots=True)
class Relaid:
    """A run laid anew: what to wipe, where its words and bars stand now."""

    wiped: tuple[Box, ...]
    kept: tuple[Kept, ...]
    bars: tuple[Bar, ...]


def relay_page(
    lines: Sequence[Sequence[Piece]],
    width: float,
    labels: dict[int, str],
    measure: Measure,
    ruled: Callable[[Box, Box], bool] = lambda left, right: False,
    standing: Sequence[Box] = (),
    wall: Callable[[Box], float] = lambda line: math.inf,
) -> list[Relaid]:
    """Every run with something hidden in it, laid anew.

    ``lines``: the upright lines of one page (``pieces.in_lines``). ``width``: of the page in points.
    ``labels``: what each redaction's bar says. ``ruled(left, right)``: whether a ruled line stands
    between two neighbouring boxes. ``standing``: what is drawn over the page at a place of its own.
    ``wall(line)``: where the first ruled line stands to the right of where ``line`` begins.
    """

    def parted(left: Box, right: Box) -> bool:
        gap = Box(left.x1, min(left.y0, right.y0), right.x0, max(left.y1, right.y1))
        return ruled(left, right) or any(box.touches(gap) for box in standing)

    rows = rows_of([cell for line in lines for cell in cells_of(line, parted)])
    runs = [run for row in rows for run in row]
    loose = loose_runs(rows)
    fixed = {run for run in runs if not run.touched} - loose
    starts = [(run.box.x0, run.box.width, run not in fixed) for run in runs]
    places = [_Spot(box, box.x0, box.x1) for box in (*(run.box for run in runs), *standing)]
    touched = [(run, place) for run, place in zip(runs, places, strict=False) if run not in fixed]
    for run, place in sorted(touched, key=lambda pair: pair[1].box.x0):
        place.begin = _begin(place, places, starts, may_stay=run not in loose)
        place.end = place.begin + _least(run, labels, measure)
    margin = _margin(fixed)
    return [
        _relay(run, place.begin, _room(place, places, width, _wall_of(run, wall)), margin, labels, measure)
        for run, place in touched
    ]


@dataclass
class _Spot:
    """Where something stood (``box``), where it begins now, and where it ends now at least.

    Where a run with something hidden in it ended is not asked: that tells how long it was.
    """

    box: Box
    begin: float
    end: float

    def beside(self, places: Iterable["_Spot"]) -> Iterator["_Spot"]:
        """What stands on the same height: in a scanned table it need not be on the same line of the text."""
        for other in places:
            common = min(self.box.y1, other.box.y1) - max(self.box.y0, other.box.y0)
            if common > BESIDE * min(self.box.height, other.box.height):
                yield other


def _begin(
    place: _Spot, places: Sequence[_Spot], starts: list[tuple[float, float, bool]], *, may_stay: bool
) -> float:
    """Where the run begins: where it did if other lines begin there, else on the grid, clear of others and
    not in the margin, where a bullet may stand that nobody has read."""
    x0, height = place.box.x0, place.box.height
    if may_stay and _confirmed(x0, starts):
        return x0
    edge = min((x for x, _, touched in starts if not touched), default=0.0)
    left = [other for other in place.beside(places) if other.box.x0 < x0]
    before = max((other.end for other in left if other.end <= x0 + LEANING * height), default=0.0)
    return max(x0 // GRID * GRID, min(max(before + SPACE * height, edge), x0))


def _room(place: _Spot, places: Sequence[_Spot], width: float, wall: Callable[[Box], float]) -> float:
    """How wide the run may be: up to where what stands to its right begins."""
    space = SPACE * place.box.height
    slack = LEANING * place.box.height
    right = [other.begin for other in place.beside(places) if other.box.x0 > place.box.x0 + slack]
    ahead = place.box._replace(x0=max(place.begin, place.box.x0))
    return min(*right, wall(ahead), width - space) - space - place.begin


def _wall_of(run: Run, wall: Callable[[Box], float]) -> Callable[[Box], float]:
    """The boxes of a form in which a word is spelled are no walls for its bar, which had to fit into one."""
    spelled = len(run.pieces) > 1 and all(are_spelled(*two) for two in pairwise(run.pieces))
    return (lambda line: math.inf) if spelled else wall


def _margin(fixed: Iterable[Run]) -> float:
    """Where the lines of the page end in which nothing is hidden; those with something end where it says."""
    ends = [run.box.x1 for run in fixed]
    return max(ends) if len(ends) >= CONFIRMING else math.inf


def _confirmed(x0: float, starts: list[tuple[float, float, bool]]) -> bool:
    """Whether other runs show that lines begin here: one untouched, or three of different widths."""
    same = [(width, touched) for x, width, touched in starts if abs(x - x0) <= CONFIRM]
    if any(not touched for _, touched in same):
        return True
    widths = [width for width, _ in same]
    return len(widths) >= 3 and max(widths) - min(widths) > GRID / 2


def _relay(
    run: Run, x0: float, room: float, margin: float, labels: dict[int, str], measure: Measure
) -> Relaid:
    box = run.box
    items = _items(run)
    size, squeeze = _fit(items, room, margin - x0, box.height, labels, measure)
    kept, bars = _place(items, x0, box, size, squeeze, room, labels, measure)
    return Relaid(tuple(piece.box for piece in run.pieces), tuple(kept), tuple(bars))


def _least(run: Run, labels: dict[int, str], measure: Measure) -> float:
    """The width of the run with its labels as small as they may be."""
    items, height = _items(run), run.box.height
    words = sum(item.piece.box.width for item in items if item.piece)
    bars = (_bar_width(labels[i.redaction], SIZES[-1] * height, measure) for i in items if i.redaction)
    return words + SPACE * height * sum(not item.joined for item in items[1:]) + sum(bars)


@dataclass(frozen=True, slots=True)
class _Item:
    """A kept piece, or a redaction whose neighbouring pieces became one bar."""

    piece: Piece | None
    redaction: int | None
    joined: bool  # stands against the item before it, as a bracket does
    start: int


def _items(run: Run) -> list[_Item]:
    items: list[_Item] = []
    last: Piece | None = None
    for piece in run.pieces:
        joined = last is not None and joins(last, piece)
        if piece.redaction is None:
            items.append(_Item(piece, None, joined, piece.start))
        elif not (items and items[-1].redaction == piece.redaction):
            items.append(_Item(None, piece.redaction, joined, piece.start))
        last = piece
    return items


def _fit(
    items: list[_Item], room: float, wish: float, height: float, labels: dict[int, str], measure: Measure
) -> tuple[float, float]:
    """The type size of the labels (0: none fits) and how far kept words are squeezed.

    ``wish``: how wide the run is if it ends at the margin; a label that nobody can read is worse. Labels
    without words beside them, as in the last cell of a row, have no margin but the room.
    """
    words = sum(item.piece.box.width for item in items if item.piece)
    wish = wish if words else room
    spaces = SPACE * height * sum(not item.joined for item in items[1:])
    tried = [(share, min(room, wish)) for share in LEGIBLE] + [(share, room) for share in SMALLER]
    for share, width in tried:
        size = share * height
        bars = sum(_bar_width(labels[item.redaction], size, measure) for item in items if item.redaction)
        if words + spaces + bars <= width:
            return size, 1.0
    left = room - spaces - bars
    if words and left >= NARROWEST * words:
        return size, left / words
    return 0.0, NARROWEST


def _bar_width(label: str, size: float, measure: Measure) -> float:
    return measure(label, size) + PADDING * size


def _place(
    items: list[_Item],
    x0: float,
    line: Box,
    size: float,
    squeeze: float,
    room: float,
    labels: dict[int, str],
    measure: Measure,
) -> tuple[list[Kept], list[Bar]]:
    kept: list[Kept] = []
    bars: list[Bar] = []
    at = x0
    blind = _blind_width(items, room, line.height, squeeze) if not size else 0.0
    for index, item in enumerate(items):
        at += 0 if item.joined or not index else SPACE * line.height
        if item.piece:
            width = item.piece.box.width * squeeze
            kept.append(Kept(item.piece, Box(at, item.piece.box.y0, at + width, item.piece.box.y1)))
        else:
            assert item.redaction is not None
            width = _bar_width(labels[item.redaction], size, measure) if size else blind
            bars.append(Bar(item.redaction, Box(at, line.y0, at + width, line.y1), size, item.start))
        at += width
    return kept, bars


def _blind_width(items: list[_Item], room: float, height: float, squeeze: float) -> float:
    """Bars without labels share what room is left, at least half a line height each."""
    words = sum(item.piece.box.width * squeeze for item in items if item.piece)
    spaces = SPACE * height * sum(not item.joined for item in items[1:])
    count = sum(item.redaction is not None for item in items)
    return max((room - words - spaces) / count, height / 2)
