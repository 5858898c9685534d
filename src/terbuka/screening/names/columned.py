"""Forms without colons: labels in one column, what is asked in the next, or leader dots between.

Nama lengkap        Hermanto Bong
Alias               Akiat
Pekerjaan ......... petani
"""

import re
from collections.abc import Iterator

from terbuka.screening.fields import ROLE_TAGS
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import is_name_part
from terbuka.screening.reading import Cell, Reading

_LEADER = re.compile(r"\s?[.…·_]{3,}\s?(?:[.…·_]+\s?)*")
_APART = re.compile(r"\s{3,}|\s*\t\s*")
_NAMED = {"label.name": "name", "alias": "name", "label.relative": "relative"} | {
    tag: tag for tag in ROLE_TAGS
}
_LONGEST_NUMBER, _NEAR = 2, 2

Value = tuple[int, int, tuple[str, ...]]


def columned(layout: Layout) -> Iterator[Value]:
    """Where a value begins and ends that such a label announces as a name, and what the label says."""
    reading = layout.reading
    lines = dict(_labelled_lines(layout))
    for line, (first, last, end) in lines.items():
        kinds = _kinds(reading, first, last)
        sure = _LEADER.fullmatch(reading.between(last)) or _is_long(reading, last, end)
        if kinds and (sure or any(line + step in lines for step in range(-_NEAR, _NEAR + 1) if step)):
            yield reading.starts[last], end, kinds


def _is_long(reading: Reading, first: int, end: int) -> bool:
    """Several words that are no heading of a column."""
    value = reading.words_in(reading.starts[first], end)
    return len(value) > 1 and any(is_name_part(reading.folds[at]) for at in value)


def _labelled_lines(layout: Layout) -> Iterator[tuple[int, tuple[int, int, int]]]:
    """Each line of nothing but a label and its value: the first word of both, and where the value ends."""
    reading = layout.reading
    by_line: dict[int, list[Cell]] = {}
    for cell in reading.cells:
        by_line.setdefault(cell.line, []).append(cell)
    for line, cells in by_line.items():
        if len(cells) > 2 or layout.row_at(cells[0].start):
            continue
        first = cells[0].first
        if len(reading.folds[first]) <= _LONGEST_NUMBER and first + 1 < cells[0].last:
            first += not any(_is_label(tags) for _, tags in reading.opening.get(first, ()))
        last = first + _label(reading, first)
        if first < last < cells[-1].last and _stands_apart(reading, last):
            yield line, (first, last, cells[-1].end)


def _label(reading: Reading, first: int) -> int:
    """How many words the label has that begins with word ``first``."""
    return max((length for length, tags in reading.opening.get(first, ()) if _is_label(tags)), default=0)


def _is_label(tags: frozenset[str]) -> bool:
    return any(tag.startswith("label.") or tag in _NAMED for tag in tags)


def _stands_apart(reading: Reading, index: int) -> bool:
    gap = reading.between(index)
    return bool(_APART.fullmatch(gap) or _LEADER.fullmatch(gap)) and "\n" not in gap


def _kinds(reading: Reading, first: int, last: int) -> tuple[str, ...]:
    """What the label asks for, if that is somebody."""
    tags = {tag for length, have in reading.opening[first] if length == last - first for tag in have}
    return tuple(dict.fromkeys(kind for tag, kind in _NAMED.items() if tag in tags))
