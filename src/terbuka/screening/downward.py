"""Letters that stand one below the other: a name or a number down a column, a sign of it in each row.

A text runs from row to row, so whoever reads characters meets "1 S", "2 I", "3 T", and a reader of the page
"SIT…". The signs of such a column are read together, by what stands over them if anything does, and each of
them is hidden by itself: what stands beside it in its row is somebody else's.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.model import Finding
from terbuka.screening.roles import Role

Inside = Callable[[str], Sequence[Finding]]
"""What screening says about a text by itself."""

Key = tuple[str, int]
"""A column: what parts the cells, and how many of them stand before it, or characters where blanks do."""

_ALONE = re.compile(r"(?:^|  ) ?([^\W_])[ \r]*(?=$|  )")
"""A sign that blanks part from everything else."""
_DRAWN = ("\t", "|")
_WRITTEN = (";", ",")
_FEWEST, _FEWEST_UNLIKE = 4, 3
_MOST_EMPTY = 2
"""Rows without a sign in the column, between two words."""
_ASIDE = 1
"""Characters that a narrow letter may stand beside a wide one, where nothing but blanks parts columns."""
_LONGEST_LABEL = 40
_APART = "\n\n"
_REASON = N_("Huruf demi huruf di kolom yang dibaca ke bawah.")


@dataclass(slots=True)
class Column:
    """``places``: where each sign stands, None between two words. ``last``: the line of the last sign."""

    label: str
    last: int
    places: list[int | None] = field(default_factory=list)

    def said(self, text: str) -> str:
        return "".join(" " if place is None else text[place] for place in self.places)

    def signs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where the signs of a stretch of what it says stand."""
        yield from ((place, place + 1) for place in self.places[start:end] if place is not None)

    def take(self, text: str, place: int, line: int) -> None:
        """The sign of another row; between letters and figures, and where rows were empty, a word ends."""
        before = self.places[-1]
        assert before is not None
        parted = line - self.last > 1 or text[before].isdigit() != text[place].isdigit()
        self.places += [None, place] if parted else [place]
        self.last = line


def downward(text: str, inside: Inside) -> Iterator[Candidate]:
    """The signs of every column that says what must be hidden; terms find theirs by themselves."""
    found = list(columns(text))
    if not found:
        return
    starts, texts, at = [], [], 0
    for column in found:
        label = f"{column.label}: " if column.label else ""
        starts.append(at + len(label))
        texts.append(label + column.said(text))
        at += len(texts[-1]) + len(_APART)
    for number, finding in enumerate(inside(_APART.join(texts)), 1):
        index = bisect_right(starts, finding.start) - 1
        if finding.type == "TERM" or not finding.action.hides or index < 0:
            continue
        role = Role(finding.role) if finding.role else None
        for start, end in found[index].signs(finding.start - starts[index], finding.end - starts[index]):
            yield Candidate(
                finding.type,
                start,
                end,
                finding.rule,
                finding.confidence,
                _REASON,
                Rank.TERM,
                role,
                f"down{number}",
            )


def _says_something(signs: str) -> bool:
    """Neither marks of presence nor the numbers of rows."""
    bare = signs.replace(" ", "")
    counts = bare.isdecimal() and all(int(a) + 1 == int(b) for a, b in pairwise(bare))
    return len(bare) >= _FEWEST and len(set(bare.lower())) >= _FEWEST_UNLIKE and not counts


def columns(text: str) -> Iterator[Column]:
    """Every column of signs that says something."""
    yield from (column for column in _runs(text) if _says_something(column.said(text)))


def _runs(text: str) -> Iterator[Column]:
    open_: dict[Key, Column] = {}
    at, above = 0, _Line("")
    for number, written in enumerate(text.split("\n")):
        line = _Line(written)
        signs = line.signs()
        for key, column in list(open_.items()):
            beside = next((other for other in _near(key) if other in signs), None)
            if beside is not None:
                column.take(text, at + signs.pop(beside), number)
            elif number - column.last > _MOST_EMPTY or line.cell(key).strip():
                yield open_.pop(key)
        for key, place in signs.items():
            label = above.cell(key).strip(" :|\t\r")
            label = label if len(label) <= _LONGEST_LABEL and any(map(str.isalpha, label)) else ""
            open_[key] = Column(label, number, [at + place])
        at += len(written) + 1
        above = line
    yield from open_.values()


def _near(key: Key) -> list[Key]:
    """The column itself, and where nothing but blanks parts columns those that begin beside it."""
    mark, at = key
    return [key] if mark else [key, *(("", at + aside) for aside in (-_ASIDE, _ASIDE))]


class _Line:
    """A line and its cells."""

    def __init__(self, written: str) -> None:
        self._written, self._mark = written, _mark(written)
        self._cells = written.split(self._mark) if self._mark else []

    def signs(self) -> dict[Key, int]:
        """The columns in which a sign stands alone in its cell, and where."""
        if not self._mark:
            return {("", match.start(1)): match.start(1) for match in _ALONE.finditer(self._written)}
        found, at = dict[Key, int](), 0
        for number, cell in enumerate(self._cells):
            if len(sign := cell.strip()) == 1 and sign.isalnum():
                found[self._mark, number] = at + cell.index(sign)
            at += len(cell) + len(self._mark)
        return found

    def cell(self, key: Key) -> str:
        """What stands in a column; all of a line that is parted otherwise."""
        mark, at = key
        if mark != self._mark:
            return self._written if self._mark or not at else ""
        if mark:
            return self._cells[at] if at < len(self._cells) else ""
        start = self._written.rfind("  ", 0, at + 1) + 2
        start = 0 if start == 1 else start
        end = self._written.find("  ", max(start, at))
        if start > at + _ASIDE:
            return ""
        return self._written[start : end if end >= 0 else len(self._written)]


def _mark(line: str) -> str:
    """What parts the cells of a line; nothing where blanks do, and columns stand where they stand."""
    drawn = next((mark for mark in _DRAWN if mark in line), "")
    if drawn or "  " in line:
        return drawn
    return next((mark for mark in _WRITTEN if mark in line), "")
