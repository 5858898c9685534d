"""Cuts the words of a page into pieces that stay and pieces that go.

A hidden stretch may end inside a word (``(Udin)``, ``no.0812…``). Where the file tells the edges of
its characters the word is cut there; where it does not (OCR), the whole word goes: too much is
better than half a name.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from terbuka.documents import Box, Page, Word
from terbuka.redaction.model import Redaction

TOUCHED = 0.15
"""A word counts as inside a drawn region when more than this share of its area lies in it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one word of the original. ``redaction`` is the number that hides it, None if it stays.

    ``whole`` is False where the word was cut and another piece of it stands right beside this one.
    """

    start: int
    end: int
    box: Box
    turn: int = 0
    redaction: int | None = None
    whole: bool = True


def page_pieces(page: Page, redactions: Iterable[Redaction]) -> list[Piece]:
    """Every piece of the page in document order; words without a box are left out."""
    stretches = [r for r in redactions if r.end > r.start and r.start < page.end and r.end > page.start]
    regions = [
        (r.number, covered_areas(page, r)) for r in redactions if r.end == r.start and r.page == page.number
    ]
    pieces: list[Piece] = []
    for word in page.words:
        if word.box is None:
            continue
        while stretches and stretches[0].end <= word.start:
            stretches.pop(0)
        region = _region_over(word.box, regions)
        if region is not None:
            pieces.append(Piece(word.start, word.end, word.box, word.turn, region))
        else:
            pieces.extend(_cut(word, word.box, stretches))
    return pieces


def covered_areas(page: Page, region: Redaction) -> list[Box]:
    """What a drawn region covers: its boxes, each grown over the words that it cuts, and over what that cuts.

    One rectangle: a bar for each cut word would tell how many there were and how long.
    """
    words = [word.box for word in page.words if word.box is not None]
    areas = []
    for area in region.boxes:
        before = None
        while area != before:
            before = area
            for box in words:
                if is_cut(box, area):
                    area = area.joined(box)
        areas.append(area)
    return areas


def _region_over(box: Box, regions: list[tuple[int, list[Box]]]) -> int | None:
    for number, areas in regions:
        if any(is_cut(box, area) for area in areas):
            return number
    return None


def is_cut(box: Box, area: Box) -> bool:
    """Whether ``area`` covers more of a word's ``box`` than its rim."""
    width = min(box.x1, area.x1) - max(box.x0, area.x0)
    height = min(box.y1, area.y1) - max(box.y0, area.y0)
    return width > 0 and height > 0 and width * height > TOUCHED * box.width * box.height


def _cut(word: Word, box: Box, stretches: list[Redaction]) -> Iterator[Piece]:
    touching = [r for r in stretches if r.start < word.end and r.end > word.start]
    if not touching:
        yield Piece(word.start, word.end, box, word.turn)
    elif len(word.edges) != word.end - word.start + 1:
        yield Piece(word.start, word.end, box, word.turn, touching[0].number)
    else:
        at = word.start
        for redaction in touching:
            start, end = max(redaction.start, word.start), min(redaction.end, word.end)
            if start > at:
                yield _part(word, box, at, start, None)
            yield _part(word, box, start, end, redaction.number)
            at = end
        if at < word.end:
            yield _part(word, box, at, word.end, None)


def _part(word: Word, box: Box, start: int, end: int, redaction: int | None) -> Piece:
    left, right = sorted((word.edges[start - word.start], word.edges[end - word.start]))
    whole = start == word.start and end == word.end
    return Piece(start, end, Box(left, box.y0, right, box.y1), word.turn, redaction, whole)


def in_lines(pieces: Iterable[Piece], text: str) -> list[list[Piece]]:
    """The pieces grouped by the lines of the document's text, one turn a line."""
    lines: list[list[Piece]] = []
    for piece in pieces:
        last = lines[-1][-1] if lines else None
        if last and last.turn == piece.turn and "\n" not in text[last.end : piece.start]:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines
