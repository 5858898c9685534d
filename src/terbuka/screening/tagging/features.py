"""What the models of words look at in each word: its form, its own letters, its marks, and its neighbours.

The model learns which of these speak for the name of a person, a place or an organisation; nothing here
decides anything. What is read here when a text is screened is read the same way when the model is trained.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from terbuka.screening.lexicon import hints_of
from terbuka.screening.names.likeness import weight
from terbuka.screening.reading import Reading
from terbuka.screening.tagging.letters import name_odds

Weigh = Callable[[str], float]
"""How much a word alone speaks for a name; in training without what its own sentence taught the lists."""

_LONGEST_SENTENCE = 150
_MOSTLY = 0.8
_REACH = 6
_BESIDE, _NEAR, _LEFT, _RIGHT = (-1, 1), (-2, -1, 1, 2), (-4, -3, -2, -1), (1, 2, 3, 4)
_AROUND = (*_LEFT, *_RIGHT)
_KINDS = (
    (-0.6, "everyday"),
    (0.0, "region"),
    (0.2, "district"),
    (0.3, "unknown"),
    (0.55, "rare"),
    (0.9, "known"),
)


def sentences(reading: Reading) -> Iterator[range]:
    """The word numbers of each stretch that the model reads at once."""
    first = 0
    for at in range(1, len(reading) + 1):
        if at == len(reading) or at - first >= _LONGEST_SENTENCE or _parts(reading, at):
            yield range(first, at)
            first = at


def _parts(reading: Reading, index: int) -> bool:
    return "\n\n" in reading.between(index) or reading.sentence_end(index)


Names = Callable[[Any], list[str]]
Reaching = tuple[tuple[tuple[int, ...], Names], ...]
"""Names of what holds, and of which words: those that have the word so many steps behind them."""


class Group(NamedTuple):
    """What one kind of thing (a word and its form, its marks, the gaps beside it) makes hold of words around.
    The names of ``told`` say how far away the thing is, those of ``untold`` do not."""

    told: Reaching
    untold: Reaching = ()

    @property
    def steps(self) -> tuple[int, ...]:
        return tuple(sorted({step for steps, _ in self.told for step in steps}))


GROUPS = {
    "word": Group(
        told=(
            ((0, *_AROUND), lambda fold: [f"word={fold}", *(f"hint={h}" for h in hints_of(fold))]),
            ((0,), lambda fold: _letters(fold)),
        ),
        untold=((_LEFT, lambda fold: [f"left={fold}"]), (_RIGHT, lambda fold: [f"right={fold}"])),
    ),
    "form": Group(
        told=(
            ((0,), lambda form: _form(form[0], form[2], form[3])),
            (_NEAR, lambda form: [f"kind={form[1]}{form[3]}"]),
            (_BESIDE, lambda form: [f"name={form[0][0]}{form[1]}"]),
        )
    ),
    "tags": Group(told=(((0, *_AROUND), lambda tags: [f"tag={tag}" for tag in tags]),)),
    "hints": Group(told=(((0,), lambda hints_: [f"hints={hint}" for hint in hints_]),)),
    "gaps": Group(told=(((0,), lambda gaps: _gaps(*gaps)),)),
    "before": Group(told=(((-1,), lambda pair: [f"word+shape={pair[0]}{pair[1]}"]),)),
    "behind": Group(told=(((1,), lambda pair: [f"word+shape={pair[0]}{pair[1]}"]),)),
    "gap before": Group(told=(((-1,), lambda gap: [f"gap={gap[0]}{gap[1]}{gap[2]}"]),)),
    "gap behind": Group(told=(((1,), lambda gap: [f"gap={gap[0]}{gap[1]}{gap[2]}"]),)),
}
REACH = max(_AROUND)
"""How far from a word the furthest is that is looked at."""


def features(reading: Reading, weigh: Weigh = weight) -> list[list[str]]:
    """For each word of ``reading`` the names of what holds of it."""
    count = len(reading)
    found: list[list[str]] = [[] for _ in range(count)]
    for group, things in Things(reading, weigh).of(range(count)).items():
        spelled = {thing: list(_spelled(GROUPS[group], thing)) for thing in set(things)}
        for other, thing in enumerate(things):
            for step, names in spelled[thing]:
                if 0 <= other - step < count:
                    found[other - step] += names
    return found


def _spelled(group: Group, thing: Any) -> Iterator[tuple[int, list[str]]]:
    """At each step the names as the training knows them."""
    for steps, names in group.told:
        yield from ((step, [f"{step or ''}{name}" for name in names(thing)]) for step in steps)
    for steps, names in group.untold:
        yield from ((step, names(thing)) for step in steps)


class Things:
    """Of each word of a reading the things that make something hold."""

    def __init__(self, reading: Reading, weigh: Weigh = weight) -> None:
        count = len(reading)
        self.folds = reading.folds
        kinds = {fold: _kind(weigh(fold)) for fold in set(reading.folds)}
        self.kinds = [kinds[fold] for fold in reading.folds]
        self.shapes = [_shape(reading.word(at)) for at in range(count)]
        self.gaps = [*(_gap(reading, at) for at in range(count)), "end"]
        self.tags = _tags(reading)
        capitals = _in_capitals(reading)
        self.forms = [s + "!" if capital else s for s, capital in zip(self.shapes, capitals, strict=True)]
        self.hints = _hinted(reading)

    def __len__(self) -> int:
        return len(self.folds)

    def of(self, words: range) -> dict[str, list[Any]]:
        """For each group its thing of each of ``words``."""
        here = slice(words.start, words.stop)
        folds, kinds, shapes, forms = (of[here] for of in (self.folds, self.kinds, self.shapes, self.forms))
        before, behind = self.gaps[here], self.gaps[words.start + 1 : words.stop + 1]
        last = self.shapes[words.start - 1] if words.start else ""
        following = [*self.shapes[words.start + 1 : words.stop + 1], ""]
        return {
            "word": folds,
            "form": list(zip(map(name_odds, folds), shapes, forms, kinds, strict=True)),
            "tags": self.tags[here],
            "hints": self.hints[here],
            "gaps": list(zip(before, behind, forms, strict=True)),
            "before": list(zip(folds, following, strict=False)),
            "behind": list(zip(folds, [last, *shapes], strict=False)),
            "gap before": list(zip(behind, shapes, kinds, strict=True)),
            "gap behind": list(zip(before, shapes, kinds, strict=True)),
        }


def _letters(fold: str) -> list[str]:
    return [f"begin={fold[:3]}", f"end2={fold[-2:]}", f"end3={fold[-3:]}", f"end4={fold[-4:]}"]


def _form(odds: tuple[int, int], shape: str, kind: str) -> list[str]:
    name, place = odds
    return [
        f"shape={shape}", f"kind={kind}", f"kind+shape={kind}{shape}",
        f"name={name}", f"place={place}", f"name+place={name},{place}", f"name+shape={name}{shape}",
    ]  # fmt: skip


def _gaps(before: str, behind: str, shape: str) -> list[str]:
    return [f"gap={before}", f"behind={behind}", f"gaps={before}|{behind}|{shape}"]


def _hinted(reading: Reading) -> list[tuple[str, ...]]:
    """For each word the kinds of detail that several words around it hint at, and how many."""
    found: list[tuple[str, ...]] = [()] * len(reading)
    hinting = [at for at, fold in enumerate(reading.folds) if hints_of(fold)]
    first = last = 0
    for at in range(len(reading)):
        while last < len(hinting) and hinting[last] <= at + _REACH:
            last += 1
        while first < last and hinting[first] < at - _REACH:
            first += 1
        if first < last:
            kinds = [kind for near in hinting[first:last] for kind in hints_of(reading.folds[near])]
            found[at] = _several(tuple(sorted(kinds))) if len(kinds) > 1 else ()
    return found


@lru_cache(maxsize=4096)
def _several(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds that stand more than once in ``kinds``, in order, and how often."""
    return tuple(f"{kind}{min(times, 4)}" for kind, times in Counter(kinds).items() if times > 1)


def _kind(weighs: float) -> str:
    return next((kind for below, kind in _KINDS if weighs < below), "sure")


@lru_cache(maxsize=65536)
def _shape(word: str) -> str:
    if word.isdigit():
        return "9"
    if word.isupper():
        return "A" if len(word) == 1 else "AA"
    if word.istitle():
        return "Aa"
    if word[0].isupper():
        return "AaA"
    return "a9" if any(char.isdigit() for char in word) else "a"


def _gap(reading: Reading, index: int) -> str:
    """What separates word ``index`` from the one before, in few kinds."""
    if index == 0:
        return "begin"
    gap = reading.between(index)
    if gap == " ":
        return "space"
    if "\n" in gap:
        return "paragraph" if gap.count("\n") > 1 else "wrap" if reading.wraps(index) else "line"
    return gap.strip()[:3] or ("space" if len(gap) < 3 else "column")


def _tags(reading: Reading) -> list[tuple[str, ...]]:
    """The tags of the marks that cover each word, in a fixed order."""
    tags = [frozenset[str]()] * len(reading)
    for first, marks in reading.opening.items():
        for length, have in marks:
            for at in range(first, min(first + length, len(reading))):
                tags[at] = _either(tags[at], have)
    return [_in_order(have) for have in tags]


@lru_cache(maxsize=4096)
def _either(some: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    return some | others


@lru_cache(maxsize=4096)
def _in_order(tags: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(tags))


def _in_capitals(reading: Reading) -> list[bool]:
    """Of each word: its cell is written in capitals."""
    found = [False] * len(reading)
    for cell in reading.cells:
        letters = list(filter(str.isalpha, reading.text[cell.start : cell.end]))
        if letters and sum(map(str.isupper, letters)) > _MOSTLY * len(letters):
            found[cell.first : cell.last] = [True] * (cell.last - cell.first)
    return found
