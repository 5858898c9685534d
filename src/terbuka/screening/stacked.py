"""Tables whose cells stand one below the other: what is left of one when its text is pulled out of a file.

First the headings, a line each ("No", "Nama", "Umur"), then the cells of every row the same way.
"""

import re
from dataclasses import dataclass

from terbuka.screening.cells import Piece
from terbuka.screening.columns import LONGEST_HEADING, Column, are_headings, heading_kinds
from terbuka.screening.fields import ROLE_TAGS
from terbuka.screening.lexicon import words
from terbuka.screening.reading import Reading

_MOST_COLUMNS, _LONGEST_CELL = 12, 90
_MOST_CELLS = 24  # of one row: a cell may go on below
_NUMBERING = words("numbering")
_NUMBER = re.compile(r"(\d{1,4})[.)]?")
_SENTENCE = re.compile(r"[a-z]{3,}[.;]$|:")
_HOLDS = {
    "age": re.compile(r"\d{1,3}\b"),
    "nik": re.compile(r"[\d.\- ]{8,}"),
    "phone": re.compile(r"\+?[\d\- ]{8,}"),
}
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Stacked:
    """``titles`` and ``rows``: where each cell stands. ``last``: the line behind the table."""

    titles: list[Piece]
    kinds: list[tuple[str, ...]]
    rows: list[list[Piece]]
    last: int


def stacked_at(reading: Reading, line: int) -> Stacked | None:
    """The stacked table whose first heading stands on ``line``."""
    first = _cell(reading, line)
    if first is None or not _may_head(reading, first):
        return None
    lines = _lines(reading, line, _MOST_COLUMNS + 1)
    numbered = _is_numbering(reading, first)
    width = _up_to_one(reading, lines) if numbered else _run_of_headings(reading, lines)
    titles = [piece for _, piece in lines[:width]]
    columns = [Column(heading_kinds(reading, *piece), (piece,), 0, piece[1] - piece[0]) for piece in titles]
    named = any({"name", *ROLE_TAGS} & set(column.kinds) for column in columns)
    if width < 2 or not named or not are_headings(columns):
        return None
    kinds = [column.kinds for column in columns]
    begin = lines[width - 1][0] + 1
    rows, last = _numbered(reading, begin, width) if numbered else _counted(reading, begin, kinds)
    return Stacked(titles, kinds, rows, last) if rows else None


def _cell(reading: Reading, line: int) -> Piece | None:
    """What a line holds, if that may be one cell."""
    start, end = reading.line_span(line)
    text = reading.text[start:end]
    body = text.strip()
    if not body or len(body) > _LONGEST_CELL or "|" in body or "\t" in body or "   " in body:
        return None
    begin = start + len(text) - len(text.lstrip())
    return begin, begin + len(body)


def _lines(reading: Reading, line: int, most: int) -> list[tuple[int, Piece]]:
    """The cells from ``line`` on with their lines; one blank line may stand between two."""
    found: list[tuple[int, Piece]] = []
    while line < len(reading.line_starts) and len(found) < most:
        piece = _cell(reading, line)
        if piece is not None:
            found.append((line, piece))
        elif reading.text[slice(*reading.line_span(line))].strip() or (found and line - found[-1][0] > 1):
            break
        line += 1
    return found


def _may_head(reading: Reading, piece: Piece) -> bool:
    start, end = piece
    if end - start > LONGEST_HEADING or ":" in reading.text[start:end]:
        return False
    return _is_numbering(reading, piece) or bool(heading_kinds(reading, start, end))


def _is_numbering(reading: Reading, piece: Piece) -> bool:
    held = reading.words_in(*piece)
    return len(held) > 0 and all(reading.folds[i] in _NUMBERING for i in held)


def _number(reading: Reading, piece: Piece) -> int | None:
    match = _NUMBER.fullmatch(reading.text, *piece)
    return int(match.group(1)) if match else None


def _up_to_one(reading: Reading, lines: list[tuple[int, Piece]]) -> int:
    """How many headings stand above the number of the first row."""
    return next((at for at, (_, piece) in enumerate(lines) if _number(reading, piece) == 1), 0)


def _run_of_headings(reading: Reading, lines: list[tuple[int, Piece]]) -> int:
    return next((at for at, (_, piece) in enumerate(lines) if not _may_head(reading, piece)), 0)


def _numbered(reading: Reading, line: int, width: int) -> tuple[list[list[Piece]], int]:
    """Rows that begin with the next number; the last has as many cells as there are headings."""
    rows: list[list[Piece]] = []
    begin = _lines(reading, line, 1)
    while begin and _number(reading, begin[0][1]) == len(rows) + 1:
        cells = _lines(reading, begin[0][0], _MOST_CELLS)
        size = _size(reading, cells, len(rows) + 2, width)
        own = cells[: size or width]
        rows.append([piece for _, piece in own])
        line = own[-1][0] + 1
        begin = _lines(reading, line, 1) if size else []
    return rows, line


def _size(reading: Reading, cells: list[tuple[int, Piece]], number: int, width: int) -> int:
    """How many cells stand in front of the next ``number``, best as many as headings (an age is no number);
    0 where it does not come."""
    found = [at for at in range(2, len(cells)) if _number(reading, cells[at][1]) == number]
    return min(found, key=lambda at: abs(at - width), default=0)


def _counted(reading: Reading, line: int, kinds: list[tuple[str, ...]]) -> tuple[list[list[Piece]], int]:
    """Rows of as many cells as there are headings, as long as they hold what these say."""
    rows: list[list[Piece]] = []
    proven = False
    while len(cells := _lines(reading, line, len(kinds))) == len(kinds):
        held = [_fits(reading, piece, kind) for (_, piece), kind in zip(cells, kinds, strict=True)]
        if False in held:
            break
        proven = proven or True in held
        rows.append([piece for _, piece in cells])
        line = cells[-1][0] + 1
    return (rows, line) if proven or len(rows) > 1 else ([], line)


def _fits(reading: Reading, piece: Piece, kinds: tuple[str, ...]) -> bool | None:
    """Whether a cell holds what its heading says; None where that cannot be told."""
    text = reading.text[slice(*piece)]
    if _SENTENCE.search(text):
        return False
    if "name" in kinds:
        return False if _DIGIT.search(text) or not text[0].isupper() else None
    return next((bool(shape.match(text)) for kind, shape in _HOLDS.items() if kind in kinds), None)
