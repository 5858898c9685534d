"""Lines that are stretched from margin to margin: their gaps are no gaps between cells, however wide.

In a narrow column a line of three words may have gaps of several heights. What tells it from a row of a table
are its neighbours: lines of a paragraph begin and end where it does, each evenly stretched, each otherwise.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from terbuka.documents.model import Box

EDGE = 1.5
"""Points; by so much the edges of a column differ at most."""
OTHERWISE = 1.05
"""By so much the gaps of one line are wider than those of another, at least: rows of a table are alike."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words ``[first, last)`` of a line, evenly apart."""

    line: int
    first: int
    last: int
    left: float
    right: float
    gap: float


def justified(lines: Sequence[Sequence[Box]], even: float, others: int) -> list[list[tuple[int, int]]]:
    """For each line the stretches of its words that are justified: first and behind the last.

    ``even``: how many times the narrowest gap the widest may be; ``others``: how many lines must show that
    there is a column.
    """
    stretches = [found for number, line in enumerate(lines) for found in _stretches(number, line, even)]
    by_edges: defaultdict[tuple[int, int], list[_Stretch]] = defaultdict(list)
    for stretch in stretches:
        by_edges[_cell(stretch)].append(stretch)
    found: list[list[tuple[int, int]]] = [[] for _ in lines]
    for stretch in stretches:
        alike = [other for other in _near(by_edges, stretch) if other.line != stretch.line]
        gaps = [stretch.gap, *(other.gap for other in alike)]
        if len({other.line for other in alike}) >= others and max(gaps) >= OTHERWISE * min(gaps):
            found[stretch.line].append((stretch.first, stretch.last))
    return found


def _stretches(number: int, line: Sequence[Box], even: float) -> Iterator[_Stretch]:
    """The line as a whole, what it begins with and what it ends with: two columns may share it."""
    gaps = [right.x0 - left.x1 for left, right in pairwise(line)]
    many = len(line)
    if many < 3:
        return
    forth = list(zip(accumulate(gaps, min), accumulate(gaps, max), strict=True))
    back = list(zip(accumulate(reversed(gaps), min), accumulate(reversed(gaps), max), strict=True))
    parts = [
        (0, many, forth[-1]),
        *((0, at, forth[at - 2]) for at in range(3, many)),
        *((at, many, back[many - at - 2]) for at in range(1, many - 2)),
    ]
    for first, last, (narrowest, widest) in parts:
        if narrowest > 0 and widest <= even * narrowest:
            yield _Stretch(number, first, last, line[first].x0, line[last - 1].x1, narrowest)


def _cell(stretch: _Stretch) -> tuple[int, int]:
    return int(stretch.left // EDGE), int(stretch.right // EDGE)


def _near(by_edges: dict[tuple[int, int], list[_Stretch]], stretch: _Stretch) -> Iterator[_Stretch]:
    left, right = _cell(stretch)
    for x in (left - 1, left, left + 1):
        for y in (right - 1, right, right + 1):
            for other in by_edges.get((x, y), ()):
                if abs(other.left - stretch.left) <= EDGE and abs(other.right - stretch.right) <= EDGE:
                    yield other
