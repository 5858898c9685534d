"""Text in the order in which a reader sees it.

A right-to-left override (U+202E) turns whatever follows it around: behind it ``iduB`` is read "Budi". Of the
bidirectional algorithm (Unicode UAX #9) these overrides are all that can make a text read otherwise than it
is stored, where it is written from left to right.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

LEFT_TO_RIGHT, RIGHT_TO_LEFT, POP = "\u202d", "\u202e", "\u202c"
_EMBEDDINGS = "\u202a\u202b" + LEFT_TO_RIGHT + RIGHT_TO_LEFT
_ISOLATES, _POP_ISOLATE = "\u2066\u2067\u2068", "\u2069"
CONTROLS = _EMBEDDINGS + POP + _ISOLATES + _POP_ISOLATE

_ENDS = "\n\r\f\u2029"  # a paragraph ends, and every override with it
_TURNED = re.compile(rf"[^{_ENDS}{RIGHT_TO_LEFT}]*{RIGHT_TO_LEFT}[^{_ENDS}]*")
_APART = "\t\v\u2028"  # each side of these is set by itself
_DEEPEST = 125
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with an override. ``stored[i]``: where the character seen at ``start + i`` is stored; ``seen``
    the other way round."""

    start: int
    end: int
    stored: tuple[int, ...]
    seen: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A text as it is seen: as long as the stored one, its characters where a reader finds them."""

    text: str
    lines: tuple[_Line, ...] = ()

    def stored(self, start: int, end: int) -> list[Stretch]:
        """Where the characters seen in ``[start, end)`` are stored."""
        return self._mapped(start, end, attrgetter("stored"))

    def seen(self, start: int, end: int) -> list[Stretch]:
        """Where the characters stored in ``[start, end)`` are seen."""
        return self._mapped(start, end, attrgetter("seen"))

    def read(self, start: int, end: int) -> str:
        """What the characters stored in ``[start, end)`` say to a reader."""
        return "".join(self.text[a:b] for a, b in self.seen(start, end))

    def _mapped(self, start: int, end: int, order: Callable[[_Line], tuple[int, ...]]) -> list[Stretch]:
        found: list[Stretch] = []
        at = start
        for line in self.lines[bisect_right(self.lines, start, key=lambda line: line.end) :]:
            if line.start >= end:
                break
            if at < line.start:
                found.append((at, line.start))
            left, right = max(start, line.start), min(end, line.end)
            found += _stretches(sorted(order(line)[left - line.start : right - line.start]))
            at = right
        return _joined([*found, (at, end)] if at < end or start == end else found)


def as_seen(text: str) -> Seen:
    """Set every line in the order in which it is seen."""
    if RIGHT_TO_LEFT not in text:
        return Seen(text)
    parts, lines, at = [], [], 0
    for match in _TURNED.finditer(text):
        start, end = match.span()
        levels = _levels(match[0])
        order = _visual(levels)
        seen = [0] * len(order)
        for place, index in enumerate(order):
            seen[index] = start + place
        parts += [text[at:start], "".join(_turned(match[0], levels, order))]
        lines.append(_Line(start, end, tuple(start + index for index in order), tuple(seen)))
        at = end
    return Seen("".join([*parts, text[at:]]), tuple(lines))


def _levels(line: str) -> list[int]:
    """How deep each character is embedded; what stands on an odd level is turned around."""
    level, levels = 0, []
    opened: list[tuple[int, bool]] = []
    for char in line:
        if char in _EMBEDDINGS or char in _ISOLATES:
            levels.append(level)
            opened.append((level, char in _ISOLATES))
            level = min(_inside(level, char), _DEEPEST)
            continue
        if char == POP and opened and not opened[-1][1]:
            level = opened.pop()[0]
        elif char == _POP_ISOLATE and any(isolated for _, isolated in opened):
            while not opened[-1][1]:
                opened.pop()
            level = opened.pop()[0]
        levels.append(0 if char in _APART else level)
    return levels


def _inside(level: int, control: str) -> int:
    """The next odd level behind an override to the left; Latin letters stand on an even one otherwise."""
    odd, even = (level + 1) | 1, (level + 2) & ~1
    return odd if control == RIGHT_TO_LEFT else even


def _visual(levels: list[int]) -> list[int]:
    """The order of the characters from left to right: from the deepest level on, whatever stands there or
    deeper is turned around (UAX #9, L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


def _turned(line: str, levels: list[int], order: list[int]) -> Iterator[str]:
    for index in order:
        yield line[index].translate(_MIRRORED) if levels[index] % 2 else line[index]


def _stretches(places: Iterable[int]) -> Iterator[Stretch]:
    for place in places:
        yield place, place + 1


def _joined(stretches: list[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for start, end in stretches:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
