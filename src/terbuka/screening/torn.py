"""Identity numbers of a list that a stamp or a stroke crosses: what OCR reads of them is no number any more.

 2  Noor Aida Safitri   6371045202920001
 3  Bahrudin            63030      780002

Pieces that stand where the numbers of the rows beside them do are parts of such a number, with all that was
not read between them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from terbuka.language import N_
from terbuka.screening.candidate import Candidate
from terbuka.screening.roles import Role

_TYPES = ("NIK", "KK")
_PIECE = re.compile(r"(?<![^\W_])\d[\dOoQlISBZ]{2,15}(?![^\W_])")
_CELLS = re.compile(r"\S  +\S")
_NO_BLANKS = ("\t", "|", ";")
_SLACK = 2
_BESIDE = (-2, -1, 1, 2)
_ROWS = 2
"""Numbers in the rows beside it that make a column: in a form the next one stands farther off."""
_REASON = N_("Bagian nomor yang tidak terbaca utuh: nomor seperti itu berdiri di baris sebelahnya.")


@dataclass(frozen=True, slots=True)
class _Place:
    """From where to where on its line a number stands."""

    type: str
    left: int
    right: int

    def holds(self, left: int, right: int) -> bool:
        return self.left - _SLACK <= left and right <= self.right + _SLACK


def torn_numbers(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """What is left of identity numbers in the rows of a column of such numbers."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    places = _places(text, starts, found)
    torn: list[Candidate] = []
    for line in sorted({line + step for line in places for step in _BESIDE}):
        for place in _columns(places, line) if 0 <= line < len(starts) else ():
            candidate = _torn(text, starts, line, place)
            if candidate:
                torn.append(replace(candidate, holder=_holder(found, starts, line)))
                places.setdefault(line, []).append(place)
    return torn


def _places(text: str, starts: list[int], found: Iterable[Candidate]) -> dict[int, list[_Place]]:
    places: dict[int, list[_Place]] = {}
    for candidate in found:
        if candidate.type in _TYPES and "\n" not in text[candidate.start : candidate.end]:
            line = bisect_right(starts, candidate.start) - 1
            left, right = candidate.start - starts[line], candidate.end - starts[line]
            places.setdefault(line, []).append(_Place(candidate.type, left, right))
    return places


def _columns(places: dict[int, list[_Place]], line: int) -> Iterator[_Place]:
    """The columns of numbers that this line is a row of, without a number of its own in them."""
    beside = [place for step in _BESIDE for place in places.get(line + step, ())]
    for place in dict.fromkeys(beside):
        alike = [other for other in beside if place.holds(other.left, other.right)]
        own = any(other.left < place.right and place.left < other.right for other in places.get(line, ()))
        if len(alike) >= _ROWS and not own:
            yield place


def _holder(found: Iterable[Candidate], starts: list[int], line: int) -> Role | None:
    """Whose row it is, if all that is told in it is of one: a child's number is locked, torn or not."""
    holders = {candidate.holder for candidate in found if bisect_right(starts, candidate.start) - 1 == line}
    told = holders - {None}
    return told.pop() if len(told) == 1 else None


def _torn(text: str, starts: list[int], line: int, place: _Place) -> Candidate | None:
    start = starts[line]
    row = text[start : starts[line + 1] - 1 if line + 1 < len(starts) else len(text)]
    if not _CELLS.search(row) or any(sign in row for sign in _NO_BLANKS):
        return None
    pieces = [match.span() for match in _PIECE.finditer(row) if place.holds(*match.span())]
    if not pieces:
        return None
    left, right = start + pieces[0][0], start + pieces[-1][1]
    return Candidate(place.type, left, right, "torn.number", 0.85, _REASON)
