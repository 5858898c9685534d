"""Signature blocks: a name alone in its cell, the capacity above it, the rank or number below it."""

from collections.abc import Iterator, Set
from typing import NamedTuple

from terbuka.language import N_
from terbuka.screening.fields import HOLDS_OFFICE, OFFICE_NUMBERS
from terbuka.screening.layout import Layout
from terbuka.screening.people.model import Evidence
from terbuka.screening.reading import Cell, Reading
from terbuka.screening.roles import Role

_ABOVE, _BELOW = 9, 3
_BULLETS, _FILLER = frozenset("-–•*·"), " ._("
_SIGNS = N_("Nama di blok tanda tangan sebagai %(mark)s.")
_RANK_BELOW = N_("Pangkat atau NIP/NRP tertulis di bawah nama.")

_CAPACITIES: tuple[tuple[tuple[str, ...], Role, float], ...] = (
    (("role.complainant",), Role.COMPLAINANT, 4.0),
    (("role.witness",), Role.WITNESS, 4.0),
    (("role.suspect",), Role.SUSPECT, 4.0),
    (("role.victim",), Role.VICTIM, 4.0),
    (("post", "rank", "post.staff", "post.minor", "officeish", "official-act"), Role.OFFICIAL, 3.0),
    (("post.organisation", "org.company"), Role.PUBLIC, 2.5),
    (("role.relative", "label.relative"), Role.RELATIVE, 3.5),
    (("role.private",), Role.PRIVATE, 3.0),
)


def signature_evidence(layout: Layout, own: range, named: Set[int]) -> list[Evidence]:
    """Evidence for a name that stands alone in its cell; nothing for names in running text or tables.

    ``own``: the words of the name; ``named``: those of all names. A cell that names somebody else ("AIPTU
    PETRUS" below it, in a list of those present) is no capacity and no rank of this one.
    """
    reading = layout.reading
    cell = reading.cells[reading.cell_of[own.start]]
    before = reading.text[reading.line_starts[cell.line] : cell.start].rstrip(_FILLER)
    asked = before.endswith(":")  # "[D] Bapas   : Nanang" in a form, where a label says who it is
    if asked or before.strip() in _BULLETS or layout.row_at(cell.start) or not _alone(reading, cell, own):
        return []
    others = _Others(own, named)
    return [*_above(layout, cell, others), *_below(layout, cell, others)]


class _Others(NamedTuple):
    """The names but the one that is asked of."""

    own: range
    named: Set[int]

    def stand_in(self, cell: Cell) -> bool:
        return any(i in self.named and i not in self.own for i in range(cell.first, cell.last))


def _alone(reading: Reading, cell: Cell, own: range) -> bool:
    """Nothing but titles, ranks and degrees shares the cell."""
    for index in range(cell.first, cell.last):
        inside = index in own
        degree = index >= own.stop and len(reading.folds[index]) <= 4
        if not inside and not degree and not _title(reading, index):
            return False
    return True


def _title(reading: Reading, index: int) -> bool:
    tags = (
        "title",
        "title.clergy",
        "title.doctor",
        "title.formal",
        "title.kin",
        "rank",
        "rank.military",
        "rank.civil",
        "post.staff",
    )
    return bool(reading.tag_at(index, *tags)) or reading.within(index, *tags)


def _in_column(layout: Layout, cell: Cell, lines: range) -> Iterator[Cell]:
    """The cells over or under ``cell``: in a line of as many cells the same one of them, else those straight
    over it, else those near."""
    reading = layout.reading
    row = _cells(reading, cell.line)
    for line in lines:
        others = _cells(reading, line)
        near = list(layout.over(cell, range(line, line + 1)))
        if len(others) == len(row) > 1:
            yield others[row.index(cell)]
        else:
            yield from [other for other in near if _straight(reading, cell, other)] or near


def _cells(reading: Reading, line: int) -> list[Cell]:
    words = reading.line_words(line)
    return reading.cells[reading.cell_of[words.start] : reading.cell_of[words.stop - 1] + 1] if words else []


def _straight(reading: Reading, cell: Cell, other: Cell) -> bool:
    left, begin = reading.column(cell.start), reading.column(other.start)
    return begin < left + cell.end - cell.start and left < begin + other.end - other.start


def _above(layout: Layout, cell: Cell, others: _Others) -> list[Evidence]:
    """The nearest capacity above: "Pelapor,", "KANIT II", "Yang diperiksa,"."""
    reading = layout.reading
    for other in _in_column(layout, cell, range(cell.line - 1, max(cell.line - _ABOVE, -1), -1)):
        if other.last - other.first > 12 or layout.row_at(other.start) or others.stand_in(other):
            return []
        for tags, role, weight in _CAPACITIES:
            for index in range(other.first, other.last):
                length = reading.tag_at(index, *tags)
                if length:
                    mark = " ".join(reading.folds[index : index + length])
                    return [
                        Evidence(
                            role,
                            weight,
                            "signature",
                            _SIGNS,
                            {"mark": mark},
                            role not in (Role.PRIVATE, Role.RELATIVE),
                        )
                    ]
    return []


def _below(layout: Layout, cell: Cell, others: _Others) -> list[Evidence]:
    """A rank, NIP or NRP right under the name."""
    reading = layout.reading
    below = range(cell.line + 1, min(cell.line + _BELOW, len(reading.line_starts)))
    for other in _in_column(layout, cell, below):
        if others.stand_in(other):
            return []
        if any(reading.tag_at(i, *HOLDS_OFFICE, *OFFICE_NUMBERS) for i in range(other.first, other.last)):
            return [Evidence(Role.OFFICIAL, 3.5, "rank-below", _RANK_BELOW)]
    return []
