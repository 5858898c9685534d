"""Charts as SVG with their table: few, labelled on the line, beginning at zero, readable in black and white.

Widths are percentages, so that text keeps its size on a phone. Heights are pixels. Geometry is text, so
that no template writes it with the separators of a language.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from terbuka.office.components import Value

ROW = 52
PLOT = 180


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a bar chart: y of its label and of its bar, width in percent (None: not known)."""

    label: str
    value: float | None
    text_y: str
    bar_y: str
    width: str | None


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a line: x in percent, y in pixels from the top (None: not known)."""

    label: str
    value: float | None
    x: str
    y: str | None


def bars(values: Sequence[Value]) -> list[Bar]:
    """Geometry of horizontal bars, longest possible 100 %."""
    top = _top(values)
    return [
        Bar(
            label=value.label,
            value=value.value,
            text_y=str(index * ROW + 16),
            bar_y=str(index * ROW + 24),
            width=None if value.value is None else f"{100 * value.value / top:.2f}%",
        )
        for index, value in enumerate(values)
    ]


def points(values: Sequence[Value]) -> list[Point]:
    """Geometry of a line from the left edge to the right, zero at the bottom."""
    top, last = _top(values), max(1, len(values) - 1)
    return [
        Point(
            label=value.label,
            value=value.value,
            x=f"{100 * index / last:.2f}",
            y=None if value.value is None else f"{PLOT * (1 - value.value / top):.1f}",
        )
        for index, value in enumerate(values)
    ]


def stretches(line: Sequence[Point]) -> list[str]:
    """The line as polylines ``"x,y x,y"``: it is broken where a value is not known, never drawn across."""
    found: list[list[str]] = [[]]
    for point in line:
        if point.y is None:
            found.append([])
        else:
            found[-1].append(f"{point.x},{point.y}")
    return [" ".join(stretch) for stretch in found if len(stretch) > 1]


def _top(values: Sequence[Value]) -> float:
    known = [value.value for value in values if value.value is not None]
    if any(value < 0 for value in known):
        raise ValueError("a chart begins at zero; negative figures need a table")
    return max([*known, 0]) or 1
