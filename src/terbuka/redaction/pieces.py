"""Cuts the words of a page into pieces that stay and pieces that go.

A hidden stretch may end inside a word (``(Udin)``, ``no.0812…``). Where the file tells the edges of
its characters the word is cut there; where it does not (OCR), the whole word goes: too much is
better than half a name. But what stands around it in brackets is known to be no part of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from terbuka.documents import Box, Page, PageSource, Word
from terbuka.redaction.model import Redaction

TOUCHED = 0.15
"""A word counts as inside a drawn region when more than this share of its area lies in it."""
BRACKETS, SIGNS = frozenset("()[]"), frozenset("()[]\"'.,;:!?")
"""Signs that reach from the top of a line to its bottom, and those that may stand with them: the box of a
word with a bracket says nothing of the height of its letters."""
SIGN_WIDTH = 0.3
"""Of a sign beside a name whose letters nobody has measured, in heights of the word."""
_READ = (PageSource.OCR, PageSource.MIXED)


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


def page_pieces(page: Page, redactions: Iterable[Redaction], text: str) -> list[Piece]:
    """Every piece of the page in document order; words without a box are left out. ``text``: of the
    document."""
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
            read = page.source in _READ and not word.turn
            pieces.extend(_cut(word, word.box, stretches, text[word.start : word.end] if read else ""))
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


def _cut(word: Word, box: Box, stretches: list[Redaction], read: str) -> Iterator[Piece]:
    """``read``: what a reader of pictures took the word for; empty of words that the file tells."""
    touching = [r for r in stretches if r.start < word.end and r.end > word.start]
    if not touching:
        yield Piece(word.start, word.end, box, word.turn)
    elif len(word.edges) != word.end - word.start + 1:
        yield from _between_signs(word, box, touching, read)
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


def _between_signs(word: Word, box: Box, touching: list[Redaction], read: str) -> Iterator[Piece]:
    """A word without edges: it goes, but for the brackets around what is hidden, "(Udin),"."""
    redaction = touching[0]
    start, end = max(redaction.start, word.start), min(redaction.end, word.end)
    before, behind = read[: start - word.start], read[end - word.start :]
    signs, width = {*before, *behind}, SIGN_WIDTH * box.height
    left, right = box.x0 + width * len(before), box.x1 - width * len(behind)
    if len(touching) > 1 or not signs & BRACKETS or not signs <= SIGNS or left >= right:
        yield Piece(word.start, word.end, box, word.turn, redaction.number)
        return
    if before:
        yield Piece(word.start, start, box._replace(x1=left), whole=False)
    yield Piece(start, end, box._replace(x0=left, x1=right), 0, redaction.number, whole=False)
    if behind:
        yield Piece(end, word.end, box._replace(x0=right), whole=False)


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
