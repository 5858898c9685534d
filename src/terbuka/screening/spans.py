"""Stretches of text: overlaps settled so that nothing to hide comes out readable; their pages and boxes."""

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import replace

from terbuka.documents import Box, Document, Page
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.folding import plain

_MAY_BEGIN = frozenset("@+(")
_MAY_END = frozenset(")!?*#%&$^.")


def settle(text: str, candidates: list[Candidate], opens: set[int]) -> list[Candidate]:
    """Candidates in document order, not overlapping.

    Where two overlap, the one that hides wins over the one that stays open (``opens``: ids of those), then
    the higher rank, then the longer; what the winner does not cover of another that hides stays hidden. What
    only a model saw ranks as other running text does, and behind it where both are the same stretch.
    """

    def order_of(c: Candidate) -> tuple[bool, int, int, int, int]:
        return id(c) in opens, -max(c.rank, Rank.CONTEXT), c.start - c.end, c.start, -c.rank

    taken: list[tuple[int, int]] = []  # disjoint, sorted
    out: list[Candidate] = []
    for candidate in sorted(candidates, key=order_of):
        left = _uncovered(candidate.start, candidate.end, taken)
        if id(candidate) in opens and left != [(candidate.start, candidate.end)]:
            continue
        for piece in left:
            part = _trimmed(text, *piece) or _signs_alone(text, candidate, *piece)
            if part:
                insort(taken, part)
                out.append(replace(candidate, start=part[0], end=part[1]))
    return sorted(out, key=lambda c: c.start)


def _uncovered(start: int, end: int, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pieces of ``[start, end)`` that no interval of ``taken`` covers."""
    pieces = []
    index = max(bisect_left(taken, (start, start)) - 1, 0)
    while start < end and index < len(taken) and taken[index][0] < end:
        begin, stop = taken[index]
        if stop > start:
            if begin > start:
                pieces.append((start, begin))
            start = stop
        index += 1
    if start < end:
        pieces.append((start, end))
    return pieces


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Without white space and joining signs at the ends; None when no letter or digit is left."""
    while start < end and not _is_letter(text[start]) and text[start] not in _MAY_BEGIN:
        start += 1
    while end > start and not _is_letter(text[end - 1]) and text[end - 1] not in _MAY_END:
        end -= 1
    return (start, end) if any(map(_is_letter, text[start:end])) else None


def _signs_alone(text: str, candidate: Candidate, start: int, end: int) -> tuple[int, int] | None:
    """All of what is sought and written without a letter: in Morse."""
    if candidate.rank is not Rank.TERM or any(map(_is_letter, text[candidate.start : candidate.end])):
        return None
    return start, end


def _is_letter(char: str) -> bool:
    """A letter or a digit, also in a circle or a square."""
    return char.isalnum() or (not char.isascii() and any(map(str.isalnum, plain(char))))


def boxes(page: Page, start: int, end: int) -> tuple[Box, ...]:
    """One box per line of words that ``[start, end)`` touches; empty on pages without geometry.

    A word that is hidden in part gives its part where the file tells the edges of characters, else the whole.
    """
    found: list[Box] = []
    first = bisect_left(page.words, start, key=lambda word: word.end - 1)
    # one by one: the words of a text are all on one page, and a slice of them is as many
    for word in map(page.words.__getitem__, range(first, len(page.words))):
        if word.start >= end:
            break
        if word.box is None:
            continue
        box = word.box
        if word.edges and word.turn == 0:
            left = word.edges[max(start, word.start) - word.start]
            right = word.edges[min(end, word.end) - word.start]
            box = Box(min(left, right), box.y0, max(left, right), box.y1)
        if found and _same_line(found[-1], box):
            found[-1] = found[-1].joined(box)
        else:
            found.append(box)
    return tuple(found)


def _same_line(one: Box, other: Box) -> bool:
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    return shared > 0.5 * min(one.height, other.height) and other.x0 >= one.x0


def pages_of(document: Document, start: int, end: int) -> Iterator[tuple[Page, int, int]]:
    """The pages that hold ``[start, end)``, each with its part; what lies on none goes to the nearest."""
    nearest = document.page_at(start)
    placed = False
    for page in document.pages[nearest.number - 1 :]:
        first, last = max(start, page.start), min(end, page.end)
        if first < last:
            placed = True
            yield page, first, last
        elif page.start >= end:
            break
    if not placed:
        yield nearest, start, end
