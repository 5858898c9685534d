"""Characters → words: what is seen becomes words, what is not becomes a list of hidden stretches."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from terbuka.documents.lines import LooseWord, is_raised, reads_leftward
from terbuka.documents.model import Box
from terbuka.documents.pdf.characters import SPACE, UNMAPPED, Character
from terbuka.documents.pdf.sight import PageSight, Sight

LEAP = 0.6
"""Heights; characters further apart, along or across the line, are not of one word."""
RETURN = 1.5
"""Heights a character may stand back: kerning, accents; more is another stretch printed over."""
RUBBISH = 0.15
"""Share of characters without a meaning from which on a page's text is not to be believed."""
DECIMALS = 4
"""Of a point. Fewer, and what is measured from a word's box tells where on its line it stood."""
TIP = 0.05
"""Of the height of type; so little ink beyond it is a tip, which is wiped with the rim of a word."""
BULLET = "•"


@dataclass(frozen=True, slots=True)
class Unseen:
    """A word nobody sees. ``box`` where it still leaves a trace in the pixels."""

    text: str
    box: Box | None


@dataclass(frozen=True, slots=True)
class PageText:
    """What a text layer says. ``runs``: the characters of each word; ``spaces``: those between the words.

    ``rubbish``: not to be believed.
    """

    words: tuple[LooseWord, ...]
    runs: tuple[tuple[Character, ...], ...]
    spaces: tuple[Character, ...]
    unseen: tuple[Unseen, ...]
    rubbish: bool

    def boxes(self) -> Iterator[Box]:
        """All of the page that text takes; of what is slanted letter by letter."""
        for word, run in zip(self.words, self.runs, strict=True):
            if word.slanted:
                yield from (character.ink for character in run)
            else:
                yield word.box
        yield from (part.box for part in self.unseen if part.box)


def page_text(on_page: list[Character], sight: PageSight) -> PageText:
    """Gather the characters of a page into words, seen and unseen."""
    words: list[LooseWord] = []
    runs: list[tuple[Character, ...]] = []
    unseen: list[Unseen] = []
    spaces = [character for character in on_page if character.text == SPACE]
    for order, run in enumerate(_runs(character for character in on_page if character.text != SPACE)):
        for seen, part in _by_sight(run, sight):
            characters = [character for _, character in part]
            if seen:
                words.append(_word(characters, order))
                runs.append(tuple(characters))
            else:
                traces = [c for sight_of, c in part if sight_of is Sight.TRACE or sight.leaves_trace(c)]
                text = "".join(character.text for character in characters)
                unseen.append(Unseen(text, _around(traces) if traces else None))
    return PageText(tuple(words), tuple(runs), tuple(spaces), tuple(unseen), _is_rubbish(words))


def _runs(characters: Iterable[Character]) -> list[list[Character]]:
    runs: list[list[Character]] = []
    for character in characters:
        if runs and not _parts(runs[-1][-1], character):
            runs[-1].append(character)
        else:
            runs.append([character])
    return runs


def _parts(before: Character, after: Character) -> bool:
    """Whether a word ends between the two."""
    if after.parted or (before.turn, before.slanted) != (after.turn, after.slanted):
        return True
    if after.slanted:
        return False
    left, right = (LooseWord("", character.box, turn=after.turn).place for character in (before, after))
    height = max(left.height, right.height)
    if abs(left.y0 + left.y1 - right.y0 - right.y1) / 2 > LEAP * height or is_raised(left, right):
        return True
    gap = left.x0 - right.x1 if reads_leftward(after.text) else right.x0 - left.x1
    return gap > LEAP * height or gap < -RETURN * height


def _by_sight(run: list[Character], sight: PageSight) -> Iterator[tuple[bool, list[tuple[Sight, Character]]]]:
    """The run cut where sight of it ends: half a word may stand under a bar."""
    looked_at = [(sight.of(character), character) for character in run]
    for seen, group in groupby(looked_at, key=lambda entry: entry[0] is Sight.SEEN):
        part = list(group)
        if seen and not sight.stands_out([character for _, character in part]):
            yield False, [(Sight.TRACE, character) for _, character in part]
        else:
            yield seen, part


def _word(run: list[Character], order: int) -> LooseWord:
    text = "".join(character.text for character in run)
    if len(run) == 1 and is_sign(text):
        text = BULLET
    turn, slanted = run[0].turn, run[0].slanted
    plain = turn == 0 and not slanted and not reads_leftward(text)
    return LooseWord(text, _around(run), _edges(run) if plain else (), turn, slanted, order)


def is_sign(text: str) -> bool:
    """Whether it is a sign of a symbol font, of which nothing but its shape is known."""
    return text == UNMAPPED or "\ue000" <= text <= "\uf8ff"


def _edges(run: list[Character]) -> tuple[float, ...]:
    """The left edge of every character and the right edge of the last; a ligature is shared out evenly."""
    edges: list[float] = []
    for character in run:
        x0, step = character.box.x0, character.box.width / len(character.text)
        edges.extend(x0 + step * index for index in range(len(character.text)))
    edges.append(max(character.box.x1 for character in run))
    reached = edges[0]
    for index, edge in enumerate(edges):
        reached = max(reached, edge)
        edges[index] = round(reached, DECIMALS)
    return tuple(edges)


def _around(run: list[Character]) -> Box:
    """The box of the advances and of the ink, which leans out of them in italics.

    Across the line a tip of ink is left out: by its "g" a hidden name would give its bar another height.
    """
    boxes = [character.box for character in run] + [
        _without_tips(c) for c in run if c.ink.width > 0 and c.ink.height > 0
    ]
    return Box(
        round(min(box.x0 for box in boxes), DECIMALS),
        round(min(box.y0 for box in boxes), DECIMALS),
        round(max(box.x1 for box in boxes), DECIMALS),
        round(max(box.y1 for box in boxes), DECIMALS),
    )


def _without_tips(character: Character) -> Box:
    ink, box = character.ink, character.box
    if character.slanted:
        return ink
    if character.turn % 180:
        tip = TIP * box.width
        x0 = ink.x0 if ink.x0 < box.x0 - tip else max(ink.x0, box.x0)
        return Box(x0, ink.y0, ink.x1 if ink.x1 > box.x1 + tip else min(ink.x1, box.x1), ink.y1)
    tip = TIP * box.height
    y0 = ink.y0 if ink.y0 < box.y0 - tip else max(ink.y0, box.y0)
    return Box(ink.x0, y0, ink.x1, ink.y1 if ink.y1 > box.y1 + tip else min(ink.y1, box.y1))


def _is_rubbish(words: Iterable[LooseWord]) -> bool:
    text = "".join(word.text for word in words)
    meaningless = sum(character == UNMAPPED or "\ue000" <= character <= "\uf8ff" for character in text)
    return meaningless > RUBBISH * len(text)
