"""How much everything around each word speaks for each label, summed.

What a thing (a word, the marks on it, a gap) says is looked up once and kept; most words of a document stood
in one before.
"""

import threading
from collections.abc import Hashable, Sequence
from typing import Any

import numpy as np

from terbuka.screening.tagging.features import GROUPS, REACH, Group, Things
from terbuka.screening.weights import Floats, Weights

_MOST_KEPT, _FIRST = 20_000, 1_024
_STEPS = range(-REACH, REACH + 1)


class Sums:
    """The sums for ``models``, whose labels stand side by side. Threads may share it."""

    def __init__(self, models: Sequence[Weights]) -> None:
        self._models = models
        self._width = sum(len(model.labels) for model in models)
        self._groups = {name: _Kept(group, self._width) for name, group in GROUPS.items()}
        self._looking = threading.Lock()

    def of(self, things: Things, words: range) -> Floats:
        """One row for each of ``words``."""
        seen = range(max(words.start - REACH, 0), min(words.stop + REACH, len(things)))
        scores = np.zeros((len(words), self._width))
        of_seen = things.of(seen)
        with self._looking:
            self._know(of_seen)
            for name, of_words in of_seen.items():
                kept = self._groups[name]
                numbers = np.array([kept.number[thing] for thing in of_words])
                for step, says in zip(kept.group.steps, kept.table, strict=True):
                    others = range(max(words.start + step, seen.start), min(words.stop + step, seen.stop))
                    if others:
                        of_others = numbers[others.start - seen.start : others.stop - seen.start]
                        first = others.start - step - words.start
                        scores[first : first + len(others)] += says.take(of_others, axis=0)
        return scores

    def _know(self, things: dict[str, list[Any]]) -> None:
        """Look up what new things say, all at once."""
        new = {name: self._groups[name].new(of_words) for name, of_words in things.items()}
        asked: list[list[str]] = []
        for name, of_group in new.items():
            group = self._groups[name].group
            asked += [[word for _, names in group.told for word in names(thing)] for thing in of_group]
            asked += [names(thing) for _, names in group.untold for thing in of_group]
        if asked:
            says = np.concatenate([model.table(asked, _STEPS) for model in self._models], axis=2)
        first = 0
        for name, of_group in new.items():
            if of_group:
                last = first + len(of_group) * (1 + len(self._groups[name].group.untold))
                self._groups[name].learn(of_group, says[first:last])
                first = last


class _Kept:
    """What the things of one group say: ``table`` by step, by the ``number`` of the thing, and by label."""

    def __init__(self, group: Group, width: int) -> None:
        self.group = group
        self.number: dict[Hashable, int] = {}
        self.table = np.empty((len(group.steps), _FIRST, width), np.float32)

    def new(self, things: list[Hashable]) -> list[Hashable]:
        """Those of ``things`` that are not known. Where there would be too many, all others are forgotten."""
        if len(self.number) + len(things) > _MOST_KEPT:
            self.number = {}
        return [thing for thing in dict.fromkeys(things) if thing not in self.number]

    def learn(self, things: list[Hashable], says: Floats) -> None:
        """Keep what new ``things`` say: what is told, then for each that is untold what that says."""
        group, first, count = self.group, len(self.number), len(self.number) + len(things)
        if count > self.table.shape[1]:
            wider = np.empty((len(group.steps), 2 * count, self.table.shape[2]), np.float32)
            wider[:, :first] = self.table[:, :first]
            self.table = wider
        told, *untold = says.reshape(-1, len(things), *says.shape[1:])
        for (steps, _), itself in zip(group.untold, untold, strict=True):
            told[:, [step + REACH for step in steps]] += itself[:, [REACH]]
        self.table[:, first:count] = told[:, [step + REACH for step in group.steps]].swapaxes(0, 1)
        self.number.update(zip(things, range(first, count), strict=True))
