"""Forms with a box for each letter or figure, as text has them: ``NIK : |6|3|7|1|…|4|``, ``[D][E][W][I]``.

The recognisers read such a line with the signs together and the rest of its room left blank, so that nothing
else moves; what they find stands in the document from the first box to the last.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import re2

_SIGN = r"[\pL\pN]"
_APART = (r" ?\| ?", r"\] ?\[", r" ?\t ?", r" ?/ ?", r"[ \x{a0}]{2,4}", r" ?[—–·•] ?")
_FEWEST, _FEWEST_UNLIKE = 5, 4
_FEWEST_NAMED, _FEWEST_UNLIKE_NAMED = 4, 3
_NAMED = re.compile(r"[:=][|\[/]?\s*$|\bnama\b", re.I)
"""A label that asks for what stands in the boxes."""
# On its line a label may stand before the boxes, and nothing behind them: no row of a table. It ends where a
# word does: "Nama<tab>S" is no "Nam" before the boxes "a" and "S".
_LABEL = r"[^|\t\[\n]*?"
_LINES = tuple(
    re2.compile(
        rf"(?m)^(?:(|{_LABEL}(?:[:=][ \x{{a0}}\t]*|[ \x{{a0}}\t]+))[|\[/]? ?|({_LABEL})[|\[/] ?)"
        rf"({_SIGN}(?:{apart}(?: ?{apart})?{_SIGN}){{{_FEWEST_NAMED - 1},}})[ ]?[|\]/]?[ \t\r]*$"
    )
    for apart in _APART
)


@dataclass(frozen=True, slots=True)
class Unboxed:
    """``text``: as long as the original. ``runs``: where each line of boxes begins in it, and the places of
    its signs."""

    text: str
    runs: tuple[tuple[int, tuple[int, ...]], ...] = ()

    def stored(self, start: int, end: int) -> tuple[int, int]:
        """Where ``[start, end)`` of ``text`` stands in the original."""
        for first, places in self.runs:
            if first < end and start < first + len(places):
                inside = places[max(start - first, 0) : end - first]
                start = min(start, inside[0]) if start < first else inside[0]
                end = max(end, inside[-1] + 1) if end > first + len(places) else inside[-1] + 1
        return start, end


def unbox(text: str) -> Unboxed:
    """``text`` with the signs of every line of boxes together."""
    pieces, runs, done = [], [], 0
    for first, end, places in sorted(_boxed_lines(text)):
        signs = "".join(text[place] if text[place].isalnum() else " " for place in places)
        named = bool(_NAMED.search(text, text.rfind("\n", 0, first) + 1, first))
        if first >= done and _says_something(signs, named=named):
            pieces += [text[done:first], signs.ljust(end - first)]
            runs.append((first, tuple(places)))
            done = end
    return Unboxed("".join([*pieces, text[done:]]), tuple(runs))


def _boxed_lines(text: str) -> Iterator[tuple[int, int, list[int]]]:
    """Where the boxes of each line begin and end, and the places of their signs."""
    for line in _LINES:
        for match in line.finditer(text):
            begin = match.end(1) if match[2] is None else match.start(3)
            yield begin, match.end(), _places(text, *match.span(3))


def _places(text: str, start: int, end: int) -> list[int]:
    """Where the signs stand, and one place between for an empty box, which parts two words."""
    signs = [at for at in range(start, end) if text[at].isalnum()]
    step = min(right - left for left, right in pairwise(signs))
    found = signs[:1]
    for left, right in pairwise(signs):
        found += [left + 1, right] if right - left > step else [right]
    return found


def _says_something(signs: str, *, named: bool) -> bool:
    """Neither marks of presence (``v | v | x``) nor the numbers of columns (``1 | 2 | 3 | 4 | 5``)."""
    fewest, unlike = (_FEWEST_NAMED, _FEWEST_UNLIKE_NAMED) if named else (_FEWEST, _FEWEST_UNLIKE)
    bare = signs.replace(" ", "").lower()
    return len(bare) >= fewest and len(set(bare)) >= unlike and signs not in "123456789"
