"""What stands around some words: the marks of the lexicon, the line, the column, and what the model of words
reads beside."""

from collections.abc import Iterator

from terbuka.screening.layout import Layout
from terbuka.screening.reading import Reading
from terbuka.screening.tagging.tagger import Tagged

_REACH, _NEAR = 6, 2
_SIGNS = 2  # how many signs of a gap tell something
_NOTHING = "none"


def around(layout: Layout, tagged: Tagged, words: range, own: frozenset[str] = frozenset()) -> Iterator[str]:
    """The names of what holds around ``words``, of which there is one at least. ``own``: words that say
    nothing here, wherever they stand."""
    yield from _marks(layout.reading, words)
    yield from (
        f"{name}={' '.join(said)}" for name, said in _said(layout.reading, words) if own.isdisjoint(said)
    )
    yield from _line(layout, words)
    yield from _column(layout, layout.reading.starts[words.start])
    yield from _read_beside(tagged, words)


def tags_at(reading: Reading, at: int, side: str) -> Iterator[str]:
    """The tags of the marks that begin at a word."""
    for _, tags in reading.opening.get(at, ()):
        yield from (f"{side}-mark={tag}" for tag in sorted(tags))


def _marks(reading: Reading, words: range) -> Iterator[str]:
    """The marks that begin near, in front and behind, in the same paragraph."""
    for at in range(max(words.start - _REACH, 0), words.start):
        if "\n\n" not in reading.text[reading.ends[at] : reading.starts[words.start]]:
            yield from tags_at(reading, at, f"front{words.start - at <= _NEAR:d}")
    for at in range(words.stop, min(words.stop + _REACH, len(reading))):
        if "\n\n" in reading.text[reading.ends[words.stop - 1] : reading.starts[at]]:
            break
        yield from tags_at(reading, at, f"back{at - words.stop < _NEAR:d}")


def _said(reading: Reading, words: range) -> Iterator[tuple[str, list[str]]]:
    """The words that the line begins with, and the pairs beside."""
    folds, first = reading.folds, reading.line_words(reading.lines[words.start]).start
    for count in (1, 2):
        if first + count <= words.start:
            yield "line", folds[first : first + count]
    if words.start > 1:
        yield "front-pair", folds[words.start - 2 : words.start]
    if words.stop + 1 < len(reading):
        yield "back-pair", folds[words.stop : words.stop + 2]


def _line(layout: Layout, words: range) -> Iterator[str]:
    """Whether the line begins here, under which heading it stands, and the signs beside."""
    reading, line = layout.reading, layout.reading.lines[words.start]
    if reading.line_words(line).start == words.start:
        yield f"line={_NOTHING}"
    yield f"section={layout.section(line)}"
    front, back = _gap(reading, words.start)[-_SIGNS:], _gap(reading, words.stop)[:_SIGNS]
    yield from (f"signs={front}|{back}", f"front-signs={front}", f"back-signs={back}")


def _gap(reading: Reading, index: int) -> str:
    return reading.between(index).replace("\r", "").replace("\n", "¶")


def _column(layout: Layout, start: int) -> Iterator[str]:
    """What the label or the heading of the column says, and of the other columns."""
    yield from (f"asked={kind}" for kind in layout.kinds_at(start))
    row = layout.row_at(start)
    if row is not None:
        yield from (f"row={kind}" for cell in row.cells for kind in cell.kinds)
        yield f"cell={sum(cell.end <= start for cell in row.cells)}"


def _read_beside(tagged: Tagged, words: range) -> Iterator[str]:
    """What the model of words takes the words beside for."""
    for side, at in (("front", words.start - 1), ("back", words.stop)):
        likely = tagged.details[at] if 0 <= at < len(tagged.details) else {}
        yield f"{side}-read={max(likely, key=lambda label: likely[label], default=_NOTHING)}"
