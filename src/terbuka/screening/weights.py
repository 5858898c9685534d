"""The weights of a trained model: how much everything that may hold of a word, or of a whole, speaks for each
label.

A name may say of which neighbour it speaks ("-1word=bapak": the word before is "bapak"). All that one word
makes hold of itself and of its neighbours stands in one row; so a text needs each of its different words
looked up once, and the rest is sums.
"""

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

# The sums are small: more threads than one would only cost start-up. numpy reads this when it is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
_FORM = "terbuka weights 1"


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """``rows``: the number of each name, without its step. The entries of row ``r`` are those from
    ``begins[r]`` to ``begins[r + 1]``: ``cells`` (step and label) and ``values``. ``reach``: the furthest
    step. ``transitions``: how much each label speaks for the one that follows. ``model``: which of the models
    it is. ``families``: what it was made to look at (``families.FAMILIES``). Nothing in it changes, so
    threads may share it."""

    labels: list[str]
    reach: int
    rows: dict[str, int]
    begins: NDArray[np.int64]
    cells: NDArray[np.uint16]
    values: NDArray[np.float32]
    transitions: NDArray[np.float32]
    model: str = ""
    families: frozenset[str] = frozenset()

    def table(self, things: Sequence[Iterable[str]], steps: Sequence[int] = (0,)) -> Floats:
        """For each of ``things``, by the names of what it makes hold, what it says of the words that have it
        ``steps`` behind them: by step and label."""
        known = [[row for row in map(self.rows.get, names) if row is not None] for names in things]
        owners = np.repeat(np.arange(len(known)), [len(rows) for rows in known])
        entries, lengths = self._entries([row for rows in known for row in rows])
        of_step = np.full(2 * self.reach + 1, -1)
        for number, step in enumerate(steps):
            if abs(step) <= self.reach:
                of_step[step + self.reach] = number
        at_step, label = np.divmod(self.cells[entries], len(self.labels))
        place = of_step[at_step]
        wanted = place >= 0
        width = len(self.labels)
        cells = (np.repeat(owners, lengths) * len(steps) + place) * width + label
        summed = _summed(cells[wanted], self.values[entries][wanted], len(things) * len(steps) * width)
        return summed.reshape(len(things), len(steps), width)

    def scores(self, things: Sequence[dict[str, float]]) -> Floats:
        """For each of ``things``, by how far each name holds of it, what speaks for each label."""
        known = [
            (number, row, value)
            for number, holds in enumerate(things)
            for name, value in holds.items()
            if (row := self.rows.get(name)) is not None
        ]
        entries, lengths = self._entries([row for _, row, _ in known])
        says = np.repeat([value for _, _, value in known], lengths) * self.values[entries]
        width = len(self.labels)
        cells = np.repeat([number * width for number, _, _ in known], lengths) + self.cells[entries]
        return _summed(cells.astype(np.int64), says, len(things) * width).reshape(len(things), width)

    def _entries(self, rows: list[int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The numbers of the entries of ``rows``, and how many each has."""
        wanted = np.array(rows, np.int64)
        begins, lengths = self.begins[wanted], self.begins[wanted + 1] - self.begins[wanted]
        before = np.cumsum(lengths) - lengths
        return np.arange(int(lengths.sum())) + np.repeat(begins - before, lengths), lengths

    def packed(self) -> bytes:
        """The bytes of a model: a line that says what follows, the names, and the numbers."""
        names = "\n".join(self.rows).encode()
        head = {
            "form": _FORM,
            "model": self.model,
            "families": sorted(self.families),
            "labels": self.labels,
            "reach": self.reach,
            "names": len(names),
        }
        numbers = (
            np.diff(self.begins).astype("<u2"),
            self.cells.astype("<u2"),
            self.transitions.astype("<f4"),
            self.values.astype("<f4"),
        )
        return b"".join([json.dumps(head).encode(), b"\n", names, *(part.tobytes() for part in numbers)])


def _summed(cells: NDArray[np.integer], says: Floats, count: int) -> Floats:
    """What ``says`` adds up to in each of ``count`` cells."""
    return np.bincount(cells, says, count).astype(np.float64, copy=False)


def unpacked(data: bytes) -> Weights:
    """The model of such bytes; raises ``ValueError``, also where ``data`` is something else."""
    line, _, rest = data.partition(b"\n")
    head = json.loads(line)
    if not isinstance(head, dict) or head.get("form") != _FORM:
        raise ValueError("not a model of this version")
    labels, size = head["labels"], head["names"]
    names = rest[:size].decode().split("\n") if size else []
    lengths = np.frombuffer(rest, "<u2", len(names), size)
    entries, square = int(lengths.sum()), len(labels) ** 2
    at = list(accumulate([size, lengths.nbytes, 2 * entries, 4 * square]))[1:]
    begins = np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))
    return Weights(
        labels,
        head["reach"],
        dict(zip(names, range(len(names)), strict=True)),
        begins,
        np.frombuffer(rest, "<u2", entries, at[0]),
        np.frombuffer(rest, "<f4", entries, at[2]),
        np.frombuffer(rest, "<f4", square, at[1]).reshape(len(labels), len(labels)),
        head.get("model", ""),  # the first models said neither
        frozenset(head.get("families", ())),
    )
