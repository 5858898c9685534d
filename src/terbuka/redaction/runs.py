"""What stands together on a line, and what of it stands at a place of its own.

A wide gap ends a *run*, unless the line is stretched between two margins there, and so does a ruled line:
the next cell of a table or form has its own place. But a wide gap may be nothing but a gap, and what stands
behind it then tells where the hidden name ended. Other lines must show that there is a column.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from terbuka.documents import Box
from terbuka.documents.justified import justified
from terbuka.redaction.pieces import Piece

GAP = 1.0
"""A gap wider than this many line heights ends a run."""
NARROW, SAME = 0.4, 0.5
"""A gap wider than the one, which no space between words is, ends a run in front of a column of other rows,
which begins within the other, in points: hardly a word of a line of prose stands just there."""
EVEN = 1.6
"""How many times the narrowest gap of a stretched line its widest may be: behind a comma TeX leaves more."""
CENTRED = 2.0
"""How many times as wide as another a run is that is centred with it: a whole line of text says nothing."""
FEWEST = 4
"""Runs of a line that may be words of one that is stretched, though no other line shows it."""
LOW = 0.6
"""Share of the height of a run below which what stays in it is a note's mark and no measure for bars."""
CONFIRM = 1.5
"""Points within which two runs begin at the same margin."""


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces that stand together."""

    pieces: tuple[Piece, ...]

    @property
    def box(self) -> Box:
        """As high as what stays: a "g" in a hidden name must not make its bar higher, nor one in a word of
        which only a part stays."""
        around = _around(self.pieces)
        kept = [piece for piece in self.pieces if piece.redaction is None]
        stays = [piece for piece in kept if piece.whole] or kept
        line = _around(stays) if stays else around
        if line.height < LOW * around.height:
            return around
        return Box(around.x0, line.y0, around.x1, line.y1)

    @property
    def touched(self) -> bool:
        """Whether something in it is hidden."""
        return any(piece.redaction is not None for piece in self.pieces)


Row = Sequence[Run]
"""The runs of a line or of one cell of it."""


def _around(pieces: Sequence[Piece]) -> Box:
    box = pieces[0].box
    for piece in pieces[1:]:
        box = box.joined(piece.box)
    return box


def cells_of(line: Sequence[Piece], ruled: Callable[[Box, Box], bool]) -> Iterator[list[Piece]]:
    """The pieces of a line, parted where a ruled line stands between two, but not a word in the boxes of a
    form."""
    cell = [line[0]]
    for left, right in pairwise(line):
        height = min(left.box.height, right.box.height)
        # a step back is a new column that the reading order put on the same line
        step_back = right.box.x0 - left.box.x1 < -2 * height
        if step_back or (not are_spelled(left, right) and ruled(left.box, right.box)):
            yield cell
            cell = []
        cell.append(right)
    yield cell


def rows_of(cells: Sequence[Sequence[Piece]]) -> list[Row]:
    """The runs of each cell."""
    words = [_words(cell) for cell in cells]
    stretched = justified([[_around(word) for word in row] for row in words], EVEN, others=1)
    columns = _columns([_runs(row, found) for row, found in zip(words, stretched, strict=True)])
    rows: list[Row] = [_runs(row, found, columns) for row, found in zip(words, stretched, strict=True)]
    return [
        [Run(tuple(cell))] if _is_one_line(row, cell_words, rows) else row
        for row, cell, cell_words in zip(rows, cells, words, strict=True)
    ]


def _is_one_line(row: Row, words: Sequence[Sequence[Piece]], rows: Sequence[Row]) -> bool:
    """Whether the runs of a row with something hidden in it are nothing but words of a stretched line: evenly
    apart, and in no column."""
    if len(row) < FEWEST or not any(run.touched for run in row):
        return False
    gaps = [right[0].box.x0 - left[-1].box.x1 for left, right in pairwise(words)]
    is_even = min(gaps) > 0 and max(gaps) <= EVEN * min(gaps)
    inner = [at for at in range(1, len(row) - 1) if not row[at].touched]
    return is_even and not any(_is_confirmed(row, at, rows) for at in inner)


def joins(left: Piece, right: Piece) -> bool:
    """Whether the two are of one word."""
    return not (left.whole or right.whole) and left.end == right.start


def are_spelled(left: Piece, right: Piece) -> bool:
    """Whether the two are hidden letters that stand by themselves, as in the boxes of a form: a bar for each
    would tell how many there were, and the narrow ones."""
    return all(p.whole and p.end - p.start == 1 and p.redaction is not None for p in (left, right))


def _words(cell: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces of a cell, those of one word together."""
    words: list[list[Piece]] = []
    for piece in cell:
        if words and joins(words[-1][-1], piece):
            words[-1].append(piece)
        else:
            words.append([piece])
    return words


def _columns(rows: Sequence[Row]) -> list[float]:
    """Where runs of several rows begin behind others."""
    starts = sorted(run.box.x0 for row in rows for run in row[1:])
    return [left for left, right in pairwise(starts) if right - left <= SAME]


def _runs(
    words: Sequence[Sequence[Piece]], stretched: Sequence[tuple[int, int]], columns: Sequence[float] = ()
) -> list[Run]:
    """``columns``: where other rows show that one begins. A long name reaches nearly to the next one, and its
    row would be the only one that closes up."""
    closed = {at for first, last in stretched for at in range(first, last - 1)}
    runs: list[list[Piece]] = [list(words[0])]
    for at, (before, after) in enumerate(pairwise(words)):
        left, right = before[-1].box, after[0].box
        in_column = any(abs(right.x0 - column) <= SAME for column in columns)
        widest = (NARROW if in_column else GAP) * min(left.height, right.height)
        if at not in closed and right.x0 - left.x1 > widest and not are_spelled(before[-1], after[0]):
            runs.append([])
        runs[-1] += after
    return [Run(tuple(run)) for run in runs]


def loose_runs(rows: Sequence[Row]) -> set[Run]:
    """The runs behind one with something hidden in it, and in front of one where the line ends or is centred
    as others are, that stand at no place of their own: where they begin may tell how long it was."""
    loose: set[Run] = set()
    for row in rows:
        hidden = [at for at, run in enumerate(row) if run.touched]
        if not hidden or len(row) == 1:
            continue
        first = 0 if _hangs(row, rows) else hidden[0]
        loose.update(
            row[at]
            for at in range(first, len(row))
            if not row[at].touched and not _is_confirmed(row, at, rows)
        )
    return loose


def _hangs(row: Row, rows: Sequence[Row]) -> bool:
    """Whether the row ends where another does, or has its middle, and begins elsewhere."""
    left, right = row[0].box.x0, row[-1].box.x1
    return any(
        abs(left - other[0].box.x0) > CONFIRM
        and min(abs(right - other[-1].box.x1), abs(left + right - other[0].box.x0 - other[-1].box.x1) / 2)
        <= CONFIRM
        for other in rows
    )


def _is_confirmed(row: Row, at: int, rows: Sequence[Row]) -> bool:
    """Whether a run of another row shows that there is a column: it begins, ends or is centred where this one
    does, and nothing is hidden beside it, or something of another length."""
    box, edge = row[at].box, _edge(row, at)
    for other in rows:
        hides = any(run.touched for run in other)
        for number, run in enumerate(other):
            if other is row or run.touched or not _is_aligned(box, run.box):
                continue
            if not hides or abs(_edge(other, number) - edge) > CONFIRM:
                return True
    return False


def _is_aligned(one: Box, other: Box) -> bool:
    if min(abs(one.x0 - other.x0), abs(one.x1 - other.x1)) <= CONFIRM:
        return True
    middles = abs(one.x0 + one.x1 - other.x0 - other.x1) / 2
    return middles <= CONFIRM and max(one.width, other.width) <= CENTRED * min(one.width, other.width)


def _edge(row: Row, at: int) -> float:
    """Where the run before ends; of the first one where the next one begins, if there is one."""
    return row[at - 1].box.x1 if at else row[min(1, len(row) - 1)].box.x0
