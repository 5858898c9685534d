"""From candidates to findings: overlaps settled so that nothing to hide comes out readable, pages and boxes added."""

from collections.abc import Iterable

from terbuka.documents import Box, Document, Page
from terbuka.screening.candidate import Candidate


def settle(text: str, candidates: list[Candidate], opens: set[int]) -> list[Candidate]:
    """Candidates in document order, not overlapping.

    Where two overlap, the one that hides wins over the one that stays open (``opens`` holds the ids of those),
    then the higher rank, then the longer; what the winner does not cover of another that hides stays hidden.
    """
    order = sorted(candidates, key=lambda c: (id(c) in opens, -c.rank, -(c.end - c.start), c.start))
    taken: list[tuple[int, int]] = []
    out: list[Candidate] = []
    for candidate in order:
        left = _uncovered(candidate.start, candidate.end, taken)
        if id(candidate) in opens and left != [(candidate.start, candidate.end)]:
            continue
        for start, end in left:
            part = _trimmed(text, start, end)
            if part:
                out.append(_cut(candidate, *part))
                taken.append(part)
    return sorted(out, key=lambda c: c.start)


def _uncovered(start: int, end: int, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    left = [(start, end)]
    for a, b in taken:
        left = [piece for s, e in left for piece in ((s, min(e, a)), (max(s, b), e)) if piece[0] < piece[1]]
    return left


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Without white space and joining signs at the ends; None when no letter or digit is left."""
    while start < end and not text[start].isalnum() and text[start] not in "@+(":
        start += 1
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in ")!?*#%&$^.":
        end -= 1
    return (start, end) if any(char.isalnum() for char in text[start:end]) else None


def _cut(candidate: Candidate, start: int, end: int) -> Candidate:
    return Candidate(
        candidate.type, start, end, candidate.rule, candidate.certain, candidate.reason, candidate.rank, candidate.holder,
        candidate.key, candidate.values,
    )  # fmt: skip


def boxes(page: Page, start: int, end: int) -> tuple[Box, ...]:
    """One box per line of words that ``[start, end)`` touches; empty on pages without geometry.

    A word that is hidden in part gives its part where the file tells the edges of characters, else the whole.
    """
    found: list[Box] = []
    for word in page.words:
        if word.box is None or word.end <= start or word.start >= end:
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


def pages_of(document: Document, start: int, end: int) -> Iterable[tuple[Page, int, int]]:
    """The page or pages that hold ``[start, end)``, each with its part."""
    page = document.page_at(start)
    yield page, start, min(end, max(page.end, start + 1))
    for later in document.pages[page.number :]:
        if later.start >= end:
            break
        if later.end > later.start:
            yield later, later.start, min(end, later.end)
