"""Signature blocks: a name alone in its cell, the capacity above it, the rank or number below it."""

from collections.abc import Set

from terbuka.language import N_
from terbuka.screening.layout import Layout
from terbuka.screening.people.model import Evidence
from terbuka.screening.reading import Cell, Reading
from terbuka.screening.roles import Role

_ABOVE, _BELOW = 9, 3
_BULLETS = frozenset("-–•*·")
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


def signature_evidence(layout: Layout, first: int, last: int, others: Set[int]) -> list[Evidence]:
    """Evidence for a name that stands alone in its cell; nothing for names in running text or tables.

    ``others``: the words of all other names. A cell that names somebody else ("AIPTU PETRUS" below it, in a
    list of those present) is no capacity and no rank of this one.
    """
    reading = layout.reading
    cell = reading.cells[reading.cell_of[first]]
    item = reading.text[reading.line_starts[cell.line] : cell.start].strip() in _BULLETS
    if item or layout.row_at(cell.start) or not _alone(reading, cell, first, last):
        return []
    return [*_above(layout, cell, others), *_below(layout, cell, others)]


def _alone(reading: Reading, cell: Cell, first: int, last: int) -> bool:
    """Nothing but titles, ranks and degrees shares the cell."""
    for index in range(cell.first, cell.last):
        inside = first <= index < last
        degree = index >= last and len(reading.folds[index]) <= 4
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


def _above(layout: Layout, cell: Cell, others: Set[int]) -> list[Evidence]:
    """The nearest capacity above: "Pelapor,", "KANIT II", "Yang diperiksa,"."""
    reading = layout.reading
    for other in layout.over(cell, range(cell.line - 1, max(cell.line - _ABOVE, -1), -1)):
        if other.last - other.first > 12 or layout.row_at(other.start) or _names(other, others):
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


def _names(cell: Cell, others: Set[int]) -> bool:
    return not others.isdisjoint(range(cell.first, cell.last))


def _below(layout: Layout, cell: Cell, others: Set[int]) -> list[Evidence]:
    """A rank, NIP or NRP right under the name."""
    reading = layout.reading
    for other in layout.over(cell, range(cell.line + 1, min(cell.line + _BELOW, len(reading.line_starts)))):
        if _names(other, others):
            return []
        if any(
            reading.tag_at(
                i,
                "rank",
                "rank.military",
                "rank.civil",
                "label.nip",
                "label.nrp",
                "post",
                "post.staff",
                "post.organisation",
            )
            for i in range(other.first, other.last)
        ):
            return [Evidence(Role.OFFICIAL, 3.5, "rank-below", _RANK_BELOW)]
    return []
