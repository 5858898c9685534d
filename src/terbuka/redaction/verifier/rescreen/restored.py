"""The text of a public copy as its original may have read: something of its kind in the place of every bar,
and the columns where they were.

Nobody knows what stood there. But to who reads names and numbers a bar is neither, and what it closes up
leaves the next signature below the wrong heading.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from terbuka.screening.policy import labels_in, policy

_CELL = re.compile(r"\S(?:\S| (?! ))*")
_REACH = 10
"""Lines with columns above, at most, among which those of a line are looked for."""
_GAP = 2
"""Blanks between two columns."""

# By type, and names by role, since one person is never two things; all invented.
_THINGS = {
    "PERSON": "Heru Wibisono",
    "NIK": "3201154107960003",
    "KK": "3201150107960003",
    "PHONE": "081251043378",
    "EMAIL": "heru.wibisono@gmail.com",
    "ADDRESS": "Jl. Kuripan No. 12 RT 03",
    "BIRTH": "12 Maret 1988",
    "AGE": "34 tahun",
    "PLATE": "DA 4821 KQ",
    "BANK_ACCOUNT": "0211-01-038715-50-4",
    "HEALTH": "patah tulang",
    "RELIGION": "Islam",
    "MARITAL": "kawin",
    "FINANCE": "Rp 2.000.000",
    "CREDENTIAL": "Xr8#kk21",
}
_NAMES = {
    "child": "Dimas Prayoga",
    "child_victim": "Dwi Lestari",
    "child_relative": "Marlina Sari",
    "victim": "Yulia Prabowo",
    "sexual_victim_relative": "Endang Wati",
    "witness": "Sulis Raharjo",
    "complainant": "Toyo Gunadi",
    "suspect": "Bagus Pratama",
    "informant": "Wagiman",
}


class Restored:
    """``text``: the copy with stand-ins for its labels."""

    def __init__(self, copy: str) -> None:
        self._copy = copy
        self._pieces: list[str] = []
        self._length = 0
        self._kept: list[tuple[int, int, int]] = []  # from where in the copy, to where, how long
        self._columns: list[list[int]] = []
        labels, at = labels_in(copy), 0
        for line in copy.splitlines(keepends=True):
            end = at + len(line)
            self._line(at, end, [label for label in labels if at <= label[0] < end])
            at = end
        self.text = "".join(self._pieces)

    def places(self, start: int, end: int) -> Iterator[int]:
        """The offsets in ``text`` of the kept letters and figures of ``[start, end)`` of the copy."""
        first = max(bisect_left(self._kept, (start, 0, 0)) - 1, 0)
        for origin, at, length in self._kept[first:]:
            if origin >= end:
                break
            inside = range(max(start, origin), min(end, origin + length))
            yield from (place - origin + at for place in inside if self._copy[place].isalnum())

    def _line(self, start: int, end: int, labels: Sequence[tuple[int, int]]) -> None:
        cells = [match.span() for match in _CELL.finditer(self._copy, start, end)]
        columns = self._columns_of(start, cells, moved=bool(labels))
        begin, at = self._length, start
        for number, (first, last) in enumerate(cells):
            if columns:
                self._add(" " * max(begin + columns[number] - self._length, _GAP if number else 0))
            else:
                self._keep(at, first)
            self._cell(first, last, labels)
            at = last
        self._keep(at, end)

    def _columns_of(self, start: int, cells: Sequence[tuple[int, int]], *, moved: bool) -> list[int]:
        """Where the columns of a line with a label have been; nothing where they are as they were."""
        if moved:
            return next((columns for columns in self._columns if len(columns) == len(cells)), [])
        if len(cells) > 1:
            self._columns = [[first - start for first, _ in cells], *self._columns[: _REACH - 1]]
        return []

    def _cell(self, start: int, end: int, labels: Sequence[tuple[int, int]]) -> None:
        for first, last in labels:
            if start <= first < end:
                self._keep(start, first)
                label = self._copy[first:last]
                self._add(_stand_ins().get(_word(label), label))
                start = last
        self._keep(start, end)

    def _keep(self, start: int, end: int) -> None:
        if start < end:
            self._kept.append((start, self._length, end - start))
            self._add(self._copy[start:end])

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)


def _word(label: str) -> str:
    """``[NAMA · 17.h]`` says NAMA."""
    return label.strip("[]").partition(" · ")[0]


@cache
def _stand_ins() -> dict[str, str]:
    """By the words on the labels."""
    words = policy()
    things = {words.words_of_types[type_]: thing for type_, thing in _THINGS.items()}
    return things | {words.words_of_roles[role]: name for role, name in _NAMES.items()}
