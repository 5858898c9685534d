"""The public copy of a plain text: a fresh UTF-8 file, labels in place, columns where they were."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from terbuka.documents.direction import as_seen
from terbuka.documents.text import decode
from terbuka.redaction.model import Placed, Plan, Redaction
from terbuka.redaction.writers.original import hold_same
from terbuka.redaction.writers.spacing import leading_fill, snapped, trailing_fill, visible

NEAR = 3
"""Lines with words above and below that may share a column."""
BAR = "|"
LINE_ENDS = re.compile(r"\r\n|\n|\r|\f")
CELLS = re.compile(r"(?:^|(?<=  )|(?<=\t)|(?<=\|))[^ \t]|\|")
GAPS = re.compile(r"([ ]{2,}|[ ](?=\|)|\t+)")
REPORT_EVERY = 5000


@dataclass(slots=True)
class _Piece:
    """A stretch of a line: kept text, or the label of a redaction. ``column``: where it began."""

    text: str
    column: int
    redaction: int | None = None


def write(source: Path, destination: Path, plan: Plan, report: Callable[[int, int], None]) -> list[Placed]:
    """Write the copy of the text at ``source``; returns one entry for each label."""
    decoded = decode(source.read_bytes())
    hold_same(decoded.text if decoded else None, plan)
    assert decoded is not None  # None is no document's text
    placed: list[Placed] = []
    lines = list(_lines(*_as_seen(decoded.text, plan.redactions)))
    starts = [_cell_starts(original) for original, _, _ in lines]
    with destination.open("w", encoding="utf-8-sig" if decoded.mark else "utf-8", newline="") as copy:
        for number, (_, pieces, end) in enumerate(lines):
            labels = [piece.redaction for piece in pieces if piece.redaction is not None]
            shared = _shared(starts, number) if labels else set()
            copy.write((_laid_anew(pieces, shared) if labels else _joined(pieces)) + end)
            placed.extend(Placed(label, 1, None) for label in labels)
            if number % REPORT_EVERY == 0:
                report(number, len(lines))
    return placed


def _as_seen(text: str, redactions: Sequence[Redaction]) -> tuple[str, list[Redaction]]:
    """The text in the order in which a reader sees it, and where the redactions stand in it: the copy holds
    no overrides, and would say what nobody saw."""
    seen = as_seen(text)
    places = [
        replace(redaction, start=start, end=end)
        for redaction in redactions
        for start, end in seen.seen(redaction.start, redaction.end)
    ]
    return seen.text, sorted(places, key=lambda redaction: redaction.start)


def _lines(text: str, redactions: Sequence[Redaction]) -> Iterator[tuple[str, list[_Piece], str]]:
    """(the visible original, its pieces, its end) line by line."""
    waiting = list(reversed(redactions))
    for start, end, line_end in _spans(text):
        while waiting and waiting[-1].end < start:
            waiting.pop()
        here = []
        while waiting and waiting[-1].start <= end:
            here.append(waiting.pop())
            if here[-1].end > end:
                waiting.append(here[-1])  # goes on in the next line
                break
        yield visible(text[start:end]), _pieces(text, start, end, here), line_end


def _spans(text: str) -> Iterator[tuple[int, int, str]]:
    start = 0
    for found in LINE_ENDS.finditer(text):
        yield start, found.start(), found[0]
        start = found.end()
    yield start, len(text), ""


def _pieces(text: str, start: int, end: int, redactions: Sequence[Redaction]) -> list[_Piece]:
    pieces: list[_Piece] = []
    at, column = start, 0

    def keep(until: int) -> int:
        kept = visible(text[at:until])
        if kept:
            pieces.append(_Piece(kept, column))
        return column + len(kept)

    for redaction in redactions:
        begin, stop = max(redaction.start, start), min(redaction.end, end)
        column = keep(begin)
        if text[begin:stop].strip() or redaction.start == redaction.end or redaction.start >= start:
            pieces.append(_Piece(redaction.label, column, redaction.number))
        column += len(visible(text[begin:stop]))
        at = stop
    keep(end)
    return pieces


def _cell_starts(line: str) -> set[int]:
    """The columns at which the line or one of its cells begins."""
    first = len(line) - len(line.lstrip(" "))
    return {first, *(found.start() for found in CELLS.finditer(line))} if line.strip() else set()


def _shared(starts: Sequence[set[int]], number: int) -> set[int]:
    """The columns at which cells of the lines above and below begin."""
    shared: set[int] = set()
    for lines in (range(number - 1, -1, -1), range(number + 1, len(starts))):
        filled = (starts[line] for line in lines if starts[line])
        shared.update(*islice(filled, NEAR))
    return shared


def _joined(pieces: Sequence[_Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _laid_anew(pieces: Sequence[_Piece], shared: set[int]) -> str:
    """The line with labels: cells stay in columns that others share, everything else is settled."""
    line = ""
    for index, piece in enumerate(pieces):
        if piece.redaction is not None:
            line += piece.text
            continue
        text, column = piece.text, piece.column
        if index and pieces[index - 1].redaction is not None:
            fill, instead = leading_fill(text)
            line, text, column = line + instead, text[fill:], column + fill
        before_label = index + 1 < len(pieces)
        line = _cells(line, text, column, shared, before_label)
    return line.rstrip(" \t")


def _cells(line: str, text: str, column: int, shared: set[int], before_label: bool) -> str:
    """Append kept text cell by cell. ``column``: where it began in the original.

    A cell stays in a column that others share. Otherwise the line and a label begin on the grid, and
    a kept cell follows after two spaces.
    """
    parts = GAPS.split(text)
    for number, part in enumerate(parts):
        is_gap = number % 2 == 1
        if is_gap:
            following = parts[number + 1]
            if following or before_label:
                least = 1 if following.startswith(BAR) else 2
                start = column + len(part)
                if start not in shared:
                    start = snapped(start) if not line or not following else 0
                line += _gap(line, part, start, least)
        else:
            last = number == len(parts) - 1
            fill, instead = trailing_fill(part) if before_label and last else (0, "")
            line += part[: len(part) - fill] + instead
        column += len(part)
    return line


def _gap(line: str, gap: str, start: int, least: int) -> str:
    """The space before a cell that is to begin at ``start``; ``least`` or more within a line."""
    if "\t" in gap:
        return "\t" if line else gap
    return " " * max(start - len(line), least if line else 0)
