"""Which rows or columns of a sheet are shown, and how a reader counts these."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator


class Lines:
    """``hidden``: stretches from the first to the last of those that are not shown."""

    def __init__(self, hidden: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._before: list[int] = []
        count = 0
        for first, last in _joined(hidden):
            self._starts.append(first)
            self._ends.append(last)
            self._before.append(count)
            count += last - first + 1

    def is_shown(self, at: int) -> bool:
        index = bisect_right(self._starts, at) - 1
        return index < 0 or at > self._ends[index]

    def upto(self, at: int) -> int:
        """How many are shown up to this one, itself included."""
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return at
        return at - self._before[index] - (min(at, self._ends[index]) - self._starts[index] + 1)

    def span(self, first: int, last: int) -> tuple[int, int] | None:
        """From which to which those that are shown between two stand; None where none is."""
        start, end = self.upto(first - 1) + 1, self.upto(last)
        return (start, end) if start <= end else None


def but(shown: Iterable[int], last: int) -> Iterator[tuple[int, int]]:
    """The stretches up to ``last`` without those that are shown."""
    at = 1
    for number in sorted(set(shown)):
        if number > at:
            yield at, number - 1
        at = number + 1
    if at <= last:
        yield at, last


def _joined(stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start, end = 0, -1
    for first, last in sorted(stretches):
        if first > end + 1:
            if end >= start:
                yield start, end
            start, end = first, last
        end = max(end, last)
    if end >= start:
        yield start, end
