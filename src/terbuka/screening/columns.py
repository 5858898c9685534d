"""The headings of a table: what each column holds, and what parts its cells.

Cells are parted by bars, tabs, semicolons or commas (then they are counted), or by two or more blanks (then
they belong to the heading they stand under).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from terbuka.screening.fields import ROLE_TAGS, names_a_thing
from terbuka.screening.folding import BLOT
from terbuka.screening.lexicon import words
from terbuka.screening.reading import Reading, read_text

_DELIMITERS = {"|": 1, "\t": 1, ";": 2, ",": 2}  # how many of them make a row of headings, at least
_ALIGNED = re.compile(r"\S+(?: \S+)*")
_STRAY_BAR = re.compile(r"(?<!\S)\|(?!\S)")  # what OCR reads of a ruled table's lines, here and there
_WIDE = re.compile(r"\S {3,}\S")
_NO_HEADING = re.compile(r"\d{5,}")
_LONGEST_HEADING = 45
_NUMBER_AND_NAME = re.compile(r"(no\.?|nomor|nr\.?) ?(?=nama\b)", re.I)  # a narrow column runs into the next
_MOST_LINES = 3
_MOST_COLUMNS = 60
_LEAST_COMMAS, _LEAST_KNOWN_WITH_COMMAS = 3, 4  # running text has commas too
_RULER = frozenset("-=_+| \r")
_COLUMNS = words("column")
_NUMBERING = words("numbering")
_PERSON_COLUMNS = frozenset({*ROLE_TAGS, "post.staff"})

Piece = tuple[int, int]
"""A stretch of one line: offsets of the text, trimmed."""


@dataclass(frozen=True, slots=True)
class Column:
    """``kinds``: meanings of the heading (as of a field's label). ``pieces``: one for each of its lines.

    ``left``/``right``: how many characters of the line stand before it and before its end. ``wholly``: each
    of its words is one of a heading.
    """

    kinds: tuple[str, ...]
    pieces: tuple[Piece, ...]
    left: int
    right: int
    wholly: bool = False


@dataclass(frozen=True, slots=True)
class Headings:
    """``delimiter``: "" for aligned columns. ``last``: the line behind the headings. ``numbered``: the rows
    begin with a number."""

    columns: tuple[Column, ...]
    delimiter: str
    last: int
    numbered: bool


def is_ruler(text: str) -> bool:
    """A line of dashes between rows; an empty one too."""
    return _RULER.issuperset(text)


def split(text: str, delimiter: str) -> list[Piece]:
    """Offsets of the trimmed cells of a line."""
    if not delimiter:
        return [match.span() for match in _ALIGNED.finditer(_STRAY_BAR.sub(" ", text))]
    spans, at = [], 0
    for piece in text.split(delimiter):
        left = at + len(piece) - len(piece.lstrip())
        spans.append((left, max(left, at + len(piece.rstrip()))))
        at += len(piece) + 1
    return spans


def headings_at(reading: Reading, line: int) -> Headings | None:
    """The headings on one line, if it is a row of headings."""
    start, end = reading.line_span(line)
    text = reading.text[start:end]
    if _NO_HEADING.search(text) or not any(char.isalpha() for char in text):
        return None
    for delimiter in (*(char for char, least in _DELIMITERS.items() if text.count(char) >= least), ""):
        spans = split(text, delimiter) if delimiter else _fragments(text)
        if not 2 <= len(spans) <= _MOST_COLUMNS or (not delimiter and ":" in text):
            continue
        if delimiter == "|" and any(_WIDE.search(text[a:b]) for a, b in spans):
            continue
        columns = [
            Column(_kinds(reading, start + a, start + b), ((start + a, start + b),), a, b) for a, b in spans
        ]
        if _are_headings(columns, delimiter):
            return Headings(tuple(columns), delimiter, line + 1, _are_numbered(reading, columns))
    return None


def _fragments(text: str) -> list[Piece]:
    """Headings parted by two blanks or more; ``No Nama`` and ``NONAMA`` are two."""
    fragments = split(text, "")
    left, right = fragments[0]
    match = _NUMBER_AND_NAME.match(text, left, right)
    return [match.span(1), (match.end(), right), *fragments[1:]] if match else fragments


class HeadingLines:
    """Where a reading has rows of headings; each line is looked at once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._found: dict[int, Headings | None] = {}

    def at(self, line: int) -> Headings | None:
        """The headings on one line."""
        if line not in self._found:
            self._found[line] = headings_at(self.reading, line)
        return self._found[line]

    def wrapped_at(self, line: int) -> Headings | None:
        """The headings that begin on ``line``, also those that are set over two or three lines."""
        for size in range(_MOST_LINES, 1, -1):
            lines = range(line, min(line + size, len(self.reading.line_starts)))
            main = next((found for at in lines if (found := self.at(at))), None)
            whole = _over_lines(self.reading, lines, main) if main and len(lines) == size else None
            if whole:
                return whole
        return self.at(line)


@dataclass(slots=True)
class _Growing:
    """A heading to which further lines add; the fields as in ``Column``."""

    left: int
    right: int
    pieces: list[Piece]

    def add(self, left: int, right: int, piece: Piece) -> None:
        self.left, self.right = min(self.left, left), max(self.right, right)
        self.pieces = sorted([*self.pieces, piece])


def _over_lines(reading: Reading, lines: range, main: Headings) -> Headings | None:
    """Of one line that is a row of headings by itself (``main``), and of lines that go on with them."""
    growing = [_Growing(column.left, column.right, [*column.pieces]) for column in main.columns]
    for line in lines:
        if line + 1 != main.last and not _add_line(reading, line, main.delimiter, growing):
            return None
    if not main.delimiter:
        growing.sort(key=lambda heading: heading.left)
    known = {column.pieces[0]: column for column in main.columns}
    columns = [_grown(reading, heading, known) for heading in growing]
    if not all(_is_heading_line(reading, line, columns) for line in lines if line + 1 != main.last):
        return None
    return Headings(tuple(columns), main.delimiter, lines.stop, _are_numbered(reading, columns))


def _grown(reading: Reading, heading: _Growing, known: dict[Piece, Column]) -> Column:
    """The column of a heading over several lines: what its words say together, else what one line says."""
    pieces = tuple(heading.pieces)
    one = next((known[piece] for piece in pieces if piece in known), None)
    if one and one.pieces == pieces:
        return one
    joined = read_text(_glued([reading.text[start:end] for start, end in pieces]))
    kinds = _kinds(joined, 0, len(joined.text), wholly=True)
    return (
        Column(kinds, pieces, heading.left, heading.right, wholly=bool(kinds))
        if kinds or not one
        else Column(one.kinds, pieces, heading.left, heading.right)
    )


def _is_heading_line(reading: Reading, line: int, columns: list[Column]) -> bool:
    """Half of what the line adds makes whole headings, and nobody is named on it."""
    start, end = reading.line_span(line)
    added = [column for column in columns if any(start <= piece[0] <= end for piece in column.pieces)]
    whole = sum(column.wholly for column in added)
    return 2 * whole >= len(added) and all(column.wholly for column in added if "name" in column.kinds)


def _add_line(reading: Reading, line: int, delimiter: str, growing: list[_Growing]) -> bool:
    """Add what stands on ``line`` to the headings; False where it cannot belong to them."""
    start, end = reading.line_span(line)
    text = reading.text[start:end]
    spans = [(index, a, b) for index, (a, b) in enumerate(split(text, delimiter)) if a < b]
    if is_ruler(text) or _NO_HEADING.search(text):
        return False
    for index, a, b in spans:
        over = [heading for heading in growing if a < heading.right and heading.left < b]
        if delimiter:
            over = growing[index : index + 1]
        elif not over:
            over = [_Growing(a, b, [])]
            growing += over
        if len(over) != 1:
            return False
        over[0].add(a, b, (start + a, start + b))
    return True


def joins(before: str, without_blanks: bool = False) -> bool:
    """Whether nothing comes between ``before``, at the end of a cell's line, and what goes on below: it ends
    with a sign that joins, or the cell holds one thing ``without_blanks`` (an address of e-mail)."""
    return without_blanks or (len(before) > 1 and before.endswith(("-", "/", "@", "_")))


def _glued(pieces: list[str]) -> str:
    """The lines of a heading as one."""
    out = ""
    for piece in pieces:
        out += piece if not out or joins(out) else f" {piece}"
    return out


def _are_headings(columns: list[Column], delimiter: str) -> bool:
    """At least two, and a third of them, are headings we know; none is a sentence. Of two, one says Name."""
    known = sum(1 for column in columns if not _COLUMNS.isdisjoint(column.kinds))
    if delimiter == "," and (len(columns) <= _LEAST_COMMAS or known < _LEAST_KNOWN_WITH_COMMAS):
        return False
    if any(column.right - column.left > _LONGEST_HEADING for column in columns):
        return False
    if len(columns) == 2 and not any("name" in column.kinds for column in columns):
        return False
    return known >= 2 and 3 * known >= len(columns)


def _are_numbered(reading: Reading, columns: Sequence[Column]) -> bool:
    """The first column with a heading is for numbers."""
    first = next(column for column in columns if column.left < column.right)
    held = [reading.folds[i] for start, end in first.pieces for i in reading.words_in(start, end)]
    return all(word in _NUMBERING for word in held)


def _kinds(reading: Reading, start: int, end: int, wholly: bool = False) -> tuple[str, ...]:
    """What a heading says about its column; ``wholly``: only if each of its words is one of a label."""
    span = reading.words_in(start, end)
    kinds: list[str] = []
    index, told = span.start, 0
    while index < span.stop:
        length, tags = _heading_mark(reading, index, span.stop, wholly)
        told += length
        kinds += [tag.removeprefix("label.") for tag in tags]
        index += max(1, length)
    numbered = any(reading.folds[i].isdigit() for i in span) or BLOT in reading.text[start:end]
    least = len(span) if wholly else len(span) / 2
    if numbered or told < least:  # "Forum Anak, SMPN 35 kls IX": a row, not a heading
        return ()
    if "name" in kinds and names_a_thing(reading, span):
        kinds = [kind for kind in kinds if kind != "name"]
    return tuple(dict.fromkeys(kinds))


def _heading_mark(reading: Reading, index: int, stop: int, label: bool) -> tuple[int, list[str]]:
    """The longest mark at word ``index`` that can head a column: its length and meanings."""
    best, tags = 0, list[str]()
    others = frozenset[str]() if label else _PERSON_COLUMNS
    for length, have in reading.opening.get(index, ()):
        useful = [tag for tag in sorted(have) if tag.startswith("label.") or tag in others]
        if useful and length > best and index + length <= stop:
            best, tags = length, useful
    return best, tags
