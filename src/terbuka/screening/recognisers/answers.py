"""What a form asks in one line or cell and gets answered in the next: ``Alergi`` over ``udang``, ``| Alergi |
udang |``. What stands behind a colon on the same line is a field (``fields``), what stands under the headings
of a table a cell (``tables``)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from terbuka.screening.fields import ROLE_TAGS
from terbuka.screening.layout import Layout
from terbuka.screening.reading import Cell, Reading

_MOST_WORDS = 14
_NUMBER = re.compile(r"\d{1,2}|[a-z]|[ivx]+")
_JOINED = re.compile(r"[.)]? ?[/,&(.-]?[ ]?")
_OPENED = re.compile(r"[ \t]*[:=]")


class Answer(NamedTuple):
    """Offsets of an answer, and the words of what asks for it."""

    start: int
    end: int
    label: range


def answers(layout: Layout, kind: str) -> Iterator[Answer]:
    """The answers to what ``kind`` of thing is asked."""
    reading = layout.reading
    for number in _asking(layout, kind):
        answer = _beside(layout, number) if _neighbour(reading, number, 1) else _below(layout, number)
        if answer and answer.last - answer.first <= _MOST_WORDS:
            label = reading.cells[number]
            yield Answer(answer.start, answer.end, range(label.first, label.last))


def asking_words(layout: Layout, *kinds: str) -> set[int]:
    """The numbers of the words that only ask."""
    cells = (layout.reading.cells[number] for kind in kinds for number in _asking(layout, kind))
    return {index for cell in cells for index in range(cell.first, cell.last)}


def _asking(layout: Layout, kind: str) -> list[int]:
    """The cells that are nothing but a label of ``kind``, by their number."""
    reading = layout.reading
    headings = {row.headings for row in layout.rows}
    cells = {reading.cell_of[first] for first, _ in reading.marked(f"label.{kind}")}
    return [
        number
        for number in sorted(cells)
        if reading.cells[number].line not in headings and kind in _asks(reading, reading.cells[number])
    ]


def _asks(reading: Reading, cell: Cell) -> set[str]:
    """The kinds of the labels that make up a cell wholly, a number in front apart; none if it says more."""
    index = cell.first
    if index + 1 < cell.last and _NUMBER.fullmatch(reading.folds[index]):
        index += 1
    kinds: set[str] = set()
    while index < cell.last:
        marks = [
            (length, tag)
            for length, tags in reading.opening.get(index, ())
            for tag in tags
            if index + length <= cell.last and (tag.startswith("label.") or (kinds and tag in ROLE_TAGS))
        ]
        if not marks or (index > cell.first and not _JOINED.fullmatch(reading.between(index))):
            return set()
        longest = max(length for length, _ in marks)
        if not all(_JOINED.fullmatch(reading.between(at)) for at in range(index + 1, index + longest)):
            return set()  # "Status ....... kawin"
        kinds |= {tag.removeprefix("label.") for length, tag in marks if length == longest}
        index += longest
    return kinds


def _neighbour(reading: Reading, number: int, step: int) -> Cell | None:
    """The cell beside another on the same line."""
    other = number + step
    if 0 <= other < len(reading.cells) and reading.cells[other].line == reading.cells[number].line:
        return reading.cells[other]
    return None


def _beside(layout: Layout, number: int) -> Cell | None:
    """The cell to the right, if it is no label itself."""
    reading = layout.reading
    cell = _neighbour(reading, number, 1)
    row = layout.row_at(reading.cells[number].start)
    if cell is None or row or _asks(reading, cell) or layout.field_at(cell.start):
        return None
    return None if layout.in_label(cell.first) else cell


def _below(layout: Layout, number: int) -> Cell | None:
    """The line below a label that is alone on its own, if it asks nothing; with a colon one may be free."""
    reading, label = layout.reading, layout.reading.cells[number]
    if _neighbour(reading, number, -1) or layout.row_at(label.start) or number + 1 >= len(reading.cells):
        return None
    below = reading.cells[number + 1]
    reach = 2 if _OPENED.match(reading.text, label.end) else 1
    alone = _neighbour(reading, number + 1, 1) is None
    if below.line - label.line > reach or not alone or layout.row_at(below.start):
        return None
    _, end = reading.line_span(below.line)
    says_more = ":" in reading.text[below.start : end] or layout.in_label(below.first)
    return None if says_more or _asks(reading, below) else below
