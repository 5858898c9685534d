"""The headings of a table: what each column holds, and what parts its cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from terbuka.screening.cells import DELIMITERS, STROKES, Piece, is_ruler, split, split_row
from terbuka.screening.fields import ROLE_TAGS, names_a_thing
from terbuka.screening.folding import BLOT
from terbuka.screening.lexicon import is_name_part, is_ordinary, words
from terbuka.screening.reading import Reading, read_text

_MOST_COLUMNS = 60
_FEW = {";": 2, ",": 3, **dict.fromkeys(STROKES, _MOST_COLUMNS)}  # then the rows must tell of a table
_WIDE = re.compile(r"\S {3,}\S")
_NO_HEADING = re.compile(r"\d{5,}")
_ROLES_HEAD = re.compile(r"\D*")
LONGEST_HEADING = 45
_NUMBER_AND_NAME = re.compile(r"(no\.?|nomor|nr\.?) ?(?=nama\b)", re.I)  # a narrow column runs into the next
_MOST_LINES = 3
_LEAST_KNOWN_WITH_COMMAS = 4  # running text has commas too
_LEAST_WITH_A_NAME = 2
_LONGEST_NAME = 6
_RULED, _FEW_BESIDE_NAMES = ("|", "\t"), 3
_SIGN_AND_BLANK = re.compile(r"[;,]\s")
_SENTENCE_ENDS = (".", "?", "!", ":")
_COLUMNS = words("column")
_NUMBERING = words("numbering")
_OF_SEX = words("asks-for-sex")
_ROLES = ROLE_TAGS.keys() - {"role.private"}  # most of these are occupations, which stand in cells
_PERSON_COLUMNS = frozenset({*ROLE_TAGS, "post", "post.staff"})


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
    begin with a number. ``end``: the line behind the rows, where only these tell that it is a table."""

    columns: tuple[Column, ...]
    delimiter: str
    last: int
    numbered: bool
    end: int | None = None


def headings_at(reading: Reading, line: int) -> Headings | None:
    """The headings on one line, if it is a row of headings."""
    start, end = reading.line_span(line)
    text = reading.text[start:end]
    if _NO_HEADING.search(text) or not any(char.isalpha() for char in text):
        return None
    for delimiter in (*(char for char in DELIMITERS if char in text), ""):
        spans = split(text, delimiter) if delimiter else _fragments(text)
        if not 2 <= len(spans) <= _MOST_COLUMNS or (not delimiter and ":" in text):
            continue
        if delimiter == "|" and any(_WIDE.search(text[a:b]) for a, b in spans):
            continue
        if any(b - a > LONGEST_HEADING for a, b in spans):
            continue
        columns = [
            Column(heading_kinds(reading, start + a, start + b), ((start + a, start + b),), a, b)
            for a, b in spans
        ]
        known = are_headings(columns)
        names = 0 if known else _names_end(reading, line, columns, delimiter)
        if names:
            return Headings(tuple(columns), delimiter, line + 1, _are_numbered(reading, columns), names)
        if not known and (not _ROLES_HEAD.fullmatch(text) or not are_headings(columns, with_roles=True)):
            continue
        numbered = _are_numbered(reading, columns)
        if known and not _is_scant(columns, delimiter):
            return Headings(tuple(columns), delimiter, line + 1, numbered)
        end = _rows_end(reading, line, columns, delimiter, known)
        if end:
            return Headings(tuple(columns), delimiter, line + 1, numbered, end)
    return None


def _is_scant(columns: Sequence[Column], delimiter: str) -> bool:
    """So few headings between commas or semicolons that it may be running text."""
    if len(columns) <= _FEW.get(delimiter, 0):
        return True
    return delimiter == "," and _known(columns) < _LEAST_KNOWN_WITH_COMMAS


def _rows_end(reading: Reading, line: int, columns: Sequence[Column], delimiter: str, known: bool) -> int:
    """The line behind the rows below scant headings, 0 where they are no table's.

    Each heading is one we know, and each line up to a blank one or to the same headings has a cell for each.
    What a program wrote, with no blanks between its cells, may have one row, other headings, and rows with a
    cell too few or too many. Between strokes, and where the headings are known with roles alone ("Inisial
    korban", "Hubungan pelaku"), two rows of three cells are enough; what follows them may be anything.
    """
    headings = reading.text[slice(*reading.line_span(line))]
    filled = [column for column in columns if column.left < column.right]
    wholly = all(_is_wholly(reading, column) for column in filled)
    stroked = delimiter in STROKES or not known
    if stroked and len(filled) <= _LEAST_WITH_A_NAME:
        return 0
    packed = delimiter in STROKES or not _SIGN_AND_BLANK.search(headings)
    if not any(_names_persons(column) for column in columns) or not (wholly or packed):
        return 0
    below, rows = line + 1, 0
    while below < len(reading.line_starts):
        start, end = reading.line_span(below)
        text = reading.text[start:end].rstrip()
        if not text or text == headings.rstrip():
            break
        if _is_row(text, columns, delimiter):
            rows += not is_ruler(text)
        elif not packed:
            return 0
        elif stroked or delimiter not in text or text.endswith(_SENTENCE_ENDS):
            break
        below += 1
    sure = wholly or (not stroked and _known(columns) > _LEAST_WITH_A_NAME)
    least = 1 if packed and sure else 2
    return below if rows >= least else 0


def _names_end(reading: Reading, line: int, columns: Sequence[Column], delimiter: str) -> int:
    """The line behind the rows below "Nama" and one or two headings that say nothing ("Keterangan"), 0 where
    most of them hold no name."""
    head = next((i for i, c in enumerate(columns) if "name" in c.kinds and _is_wholly(reading, c)), None)
    filled = sum(column.left < column.right for column in columns)
    if head is None or delimiter not in _RULED or not 2 <= filled <= _FEW_BESIDE_NAMES:
        return 0
    below, rows, named = line + 1, 0, 0
    while below < len(reading.line_starts):
        start, end = reading.line_span(below)
        text = reading.text[start:end].rstrip()
        if not text or not _is_row(text, columns, delimiter):
            break
        below += 1
        if is_ruler(text):
            continue
        rows += 1
        left, right = split_row(text, delimiter, len(columns))[head]
        inside = reading.words_in(start + left, start + right)
        named += any(reading.capital(i) and _may_name(reading.folds[i]) for i in inside)
    return below if named >= _LEAST_WITH_A_NAME and 2 * named > rows else 0


def _may_name(word: str) -> bool:
    return word.isalpha() and (is_name_part(word) or not is_ordinary(word))


def _is_wholly(reading: Reading, column: Column) -> bool:
    """Each word of it is one of a heading."""
    start, end = column.pieces[0]
    return bool(heading_kinds(reading, start, end, wholly=True))


def _names_persons(column: Column) -> bool:
    return bool({"name", *ROLE_TAGS} & set(column.kinds))


def _is_row(text: str, columns: Sequence[Column], delimiter: str) -> bool:
    """A cell for each heading, under those of persons a name or nothing; no sentence."""
    spans = split_row(text, delimiter, len(columns))
    if len(spans) != len(columns) or text.endswith(_SENTENCE_ENDS):
        return False
    names = (text[a:b] for (a, b), column in zip(spans, columns, strict=True) if _names_persons(column))
    return all(len(name.split()) <= _LONGEST_NAME for name in names)


def _known(columns: Sequence[Column], with_roles: bool = False) -> int:
    """How many of them are headings we know; beside names also those of relatives. ``with_roles``: also what
    says who somebody is."""
    named = any("name" in column.kinds for column in columns)
    telling = _COLUMNS | {"relative"} if named or with_roles else _COLUMNS
    telling |= _ROLES if with_roles else set()
    return sum(not telling.isdisjoint(column.kinds) for column in columns)


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
    if main.end:
        return None
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
    kinds = heading_kinds(joined, 0, len(joined.text), wholly=True)
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


def are_headings(columns: list[Column], with_roles: bool = False) -> bool:
    """At least two, and a third of those that hold something, are headings we know; none is a sentence. Of
    two, one says Name."""
    known, filled = _known(columns, with_roles), sum(column.left < column.right for column in columns)
    if any(column.right - column.left > LONGEST_HEADING for column in columns):
        return False
    if filled == 2 and not any("name" in column.kinds for column in columns):
        return False
    return known >= 2 and 3 * known >= filled


def _are_numbered(reading: Reading, columns: Sequence[Column]) -> bool:
    """The first column with a heading is for numbers."""
    first = next(column for column in columns if column.left < column.right)
    held = [reading.folds[i] for start, end in first.pieces for i in reading.words_in(start, end)]
    return all(word in _NUMBERING for word in held)


def heading_kinds(reading: Reading, start: int, end: int, wholly: bool = False) -> tuple[str, ...]:
    """What a heading says about its column; ``wholly``: only if each of its words is one of a label."""
    span = reading.words_in(start, end)
    kinds: list[str] = []
    index, told = span.start, 0
    while index < span.stop:
        length, tags = _heading_mark(reading, index, span.stop, wholly)
        told += length
        kinds += [tag.removeprefix("label.") for tag in tags]
        index += max(1, length)
    if "-".join(reading.folds[span.start : span.stop]) in _OF_SEX:
        return ("sex",)
    if told < (len(span) if wholly else len(span) / 2):  # "Forum Anak, SMPN 35 kls IX": a row, no heading
        return ()
    if any(reading.folds[i].isdigit() for i in span) or BLOT in reading.text[start:end]:
        return ()
    if "name" in kinds and names_a_thing(reading, span):
        kinds = [kind for kind in kinds if kind != "name"]
    return tuple(dict.fromkeys(kinds))


def _heading_mark(reading: Reading, index: int, stop: int, label: bool) -> tuple[int, tuple[str, ...]]:
    """The longest mark at word ``index`` that can head a column: its length and meanings."""
    best, tags = 0, tuple[str, ...]()
    for length, have in reading.opening.get(index, ()):
        useful = _of_a_heading(have, label) if length > best and index + length <= stop else ()
        if useful:
            best, tags = length, useful
    return best, tags


@lru_cache(maxsize=4096)
def _of_a_heading(tags: frozenset[str], label: bool) -> tuple[str, ...]:
    """Those of the tags of a mark that say what a column holds."""
    others = frozenset[str]() if label else _PERSON_COLUMNS
    return tuple(tag for tag in sorted(tags) if tag.startswith("label.") or tag in others)
