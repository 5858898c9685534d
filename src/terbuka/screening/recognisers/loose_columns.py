"""Columns that one heading names, where too little else is known to call it a table: lists with other
headings, exports with commas and quotes, columns set by eye."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from terbuka.screening.reading import Reading

Piece = tuple[int, int]

_LEAST = {"|": 2, "\t": 2, ";": 2, ",": 3}
_LONGEST_HEADING, _MOST_WORDS = 40, 5
_MOST_ROWS = 400
_QUOTED = re.compile(r'"(?:[^"\n]|"")*"|[^,\n]*')
_NUMBER = re.compile(r"\d{3,}")
_VALUE = re.compile(r"^:|:\s*\S")
_SLACK = 2


@dataclass(frozen=True, slots=True)
class ColumnCell:
    """A cell below a heading: where it stands, and what the heading says."""

    start: int
    end: int
    kinds: tuple[str, ...]


def column_cells(reading: Reading) -> list[ColumnCell]:
    """The cells of all such columns, in document order."""
    found: list[ColumnCell] = []
    line, count = 0, len(reading.line_starts)
    while line < count:
        headings = _headings(reading, line)
        last = line + 1
        if headings:
            delimiter, columns = headings
            for row in _rows(reading, line + 1, delimiter, len(columns)):
                found += _cells(reading, row, delimiter, columns)
                last = row + 1
        line = last
    return found


def _headings(reading: Reading, line: int) -> tuple[str, list[tuple[Piece, tuple[str, ...]]]] | None:
    """The pieces of a line of headings with their meanings, of which one at least is known."""
    start, end = reading.line_span(line)
    text = reading.text[start:end]
    if _NUMBER.search(text) or not text.strip():
        return None
    for delimiter in (*(char for char, least in _LEAST.items() if text.count(char) >= least), ""):
        pieces = list(split(text, delimiter))
        if len(pieces) < 2 or any(b - a > _LONGEST_HEADING for a, b in pieces):
            continue
        if not delimiter and any(_VALUE.search(text[a:b]) for a, b in pieces):
            continue
        columns = [((a, b), _kinds(reading, start + a, start + b)) for a, b in pieces]
        if any(kinds for _, kinds in columns):
            return delimiter, columns
    return None


def split(text: str, delimiter: str) -> Iterator[Piece]:
    """The pieces of a line; commas inside quotes part nothing."""
    if not delimiter:
        at = 0
        for match in re.finditer(r" {2,}|$", text):
            if text[at : match.start()].strip():
                left = at + len(text[at:]) - len(text[at:].lstrip())
                yield left, match.start()
            at = match.end()
    elif delimiter == ",":
        at = 0
        while at <= len(text):
            cell = _QUOTED.match(text, at)
            assert cell is not None  # matches ""
            yield cell.span()
            at = cell.end() + 1
    else:
        at = 0
        for piece in text.split(delimiter):
            yield at, at + len(piece)
            at += len(piece) + 1


def _kinds(reading: Reading, start: int, end: int) -> tuple[str, ...]:
    """What a heading says: at least half of its words are labels."""
    words = reading.words_in(start, end)
    if not 0 < len(words) <= _MOST_WORDS or ":" in reading.text[start:end]:
        return ()
    told, index, kinds = 0, words.start, list[str]()
    while index < words.stop:
        best = 0
        for length, tags in reading.opening.get(index, ()):
            found = sorted(tag.removeprefix("label.") for tag in tags if tag.startswith("label."))
            if found and length > best and index + length <= words.stop:
                best, best_kinds = length, found
        kinds += best_kinds if best else []
        told += best
        index += max(best, 1)
    return tuple(kinds) if 2 * told >= len(words) else ()


def _rows(reading: Reading, line: int, delimiter: str, columns: int) -> Iterator[int]:
    """The lines below that are parted alike; a ruler or one blank line may be between."""
    blanks = 0
    for row in range(line, min(line + _MOST_ROWS, len(reading.line_starts))):
        start, end = reading.line_span(row)
        text = reading.text[start:end]
        if not any(map(str.isalnum, text)):
            blanks += not text.strip()
            if blanks > 1:
                return
            continue
        if delimiter and abs(sum(1 for _ in split(text, delimiter)) - columns) > 1:
            return
        if not delimiter and (blanks or "  " not in text.strip()):
            return
        yield row


def _cells(
    reading: Reading, row: int, delimiter: str, columns: list[tuple[Piece, tuple[str, ...]]]
) -> Iterator[ColumnCell]:
    start, end = reading.line_span(row)
    text = reading.text[start:end]
    for number, (left, right) in enumerate(split(text, delimiter)):
        kinds = _over(left, right, columns) if not delimiter else _at(number, columns)
        body = text[left:right]
        if kinds and body.strip(' "'):
            left += len(body) - len(body.lstrip(' "'))
            right -= len(body) - len(body.rstrip(' "'))
            yield ColumnCell(start + left, start + right, kinds)


def _at(number: int, columns: list[tuple[Piece, tuple[str, ...]]]) -> tuple[str, ...]:
    return columns[number][1] if number < len(columns) else ()


def _over(left: int, right: int, columns: list[tuple[Piece, tuple[str, ...]]]) -> tuple[str, ...]:
    """The heading that stands over a piece of a line, if only one does."""
    above = [kinds for (a, b), kinds in columns if a < right + _SLACK and left < b + _SLACK]
    return above[0] if len(above) == 1 else ()
