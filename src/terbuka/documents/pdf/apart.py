"""Signs that stand apart, in a row or a column: each a word by itself, together a name.

A glyph that says it is a mark may show a letter. By itself it is read badly and proves little; a page has its
bullets. Several of them side by side may spell what nobody finds in the text: "! ? ;" that shows "SIT…".
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise

from terbuka.documents.lines import LooseWord
from terbuka.documents.model import Box

SAME_LINE, SAME_COLUMN = 0.5, 0.6
"""Of the height of the larger of two signs, by which their middles lie apart at most."""
FURTHEST, LOWEST = 8.0, 4.0
"""Heights from one sign to the next, in a row and down a column."""
FEWEST = 3
LONGEST = 12
"""Signs that are read at once."""


def signs_apart(words: Sequence[LooseWord]) -> Iterator[list[int]]:
    """The numbers of the words of one sign that stand in one row or column, with no other word between those
    of a row. Of several of the same sign in a row one is named."""
    signs = [at for at, word in enumerate(words) if len(word.text) == 1 and not word.slanted]
    for turn in sorted({words[at].turn for at in signs}):
        places = {at: word.place for at, word in enumerate(words) if word.turn == turn and not word.slanted}
        there = [at for at in signs if words[at].turn == turn]
        for line in _clusters(list(places), places, _middle, SAME_LINE):
            for is_sign, run in groupby(
                sorted(line, key=lambda at: places[at].x0), key=set(there).__contains__
            ):
                if is_sign:
                    yield from _chunks(
                        words, list(run), places, lambda left, right: right.x0 - left.x1, FURTHEST
                    )
        for column in _clusters(there, places, _centre, SAME_COLUMN):
            down = sorted(column, key=lambda at: places[at].y0)
            yield from _chunks(words, down, places, lambda above, below: below.y0 - above.y1, LOWEST)


def _middle(box: Box) -> float:
    return (box.y0 + box.y1) / 2


def _centre(box: Box) -> float:
    return (box.x0 + box.x1) / 2


def _clusters(
    numbers: Sequence[int], places: dict[int, Box], middle: Callable[[Box], float], share: float
) -> Iterator[list[int]]:
    """Those whose middles follow each other closely."""
    cluster: list[int] = []
    for at in sorted(numbers, key=lambda at: middle(places[at])):
        if cluster:
            last = places[cluster[-1]]
            reach = share * max(last.height, places[at].height)
            if middle(places[at]) - middle(last) > reach:
                yield cluster
                cluster = []
        cluster.append(at)
    if cluster:
        yield cluster


def _chunks(
    words: Sequence[LooseWord],
    numbers: Sequence[int],
    places: dict[int, Box],
    gap: Callable[[Box, Box], float],
    most: float,
) -> Iterator[list[int]]:
    """The signs, parted where the next one is far, and where they are too many."""
    run = list(numbers[:1])
    for before, at in pairwise(numbers):
        if words[at].text == words[before].text:
            continue
        height = max(places[before].height, places[at].height)
        if gap(places[before], places[at]) > most * height or len(run) == LONGEST:
            yield from [run] if len(run) >= FEWEST else []
            run = []
        run.append(at)
    yield from [run] if len(run) >= FEWEST else []
