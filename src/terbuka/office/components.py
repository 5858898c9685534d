"""What components show: plain values that a view builds and a template partial draws."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a clock's explanation: ``counted`` is its number, None where ``reason`` skipped it."""

    date: datetime.date
    counted: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """A deadline: the day, the working days left (negative: overdue), whose turn it is, and each day
    with its reason. ``met``: it has been kept."""

    due: datetime.date
    left: int
    owner: str
    days: Sequence[Day] = ()
    met: bool = False

    @property
    def tone(self) -> str:
        if self.met:
            return "ok"
        if self.left < 0:
            return "late"
        return "soon" if self.left <= 3 else "plain"

    @property
    def late_by(self) -> int:
        return max(0, -self.left)


@dataclass(frozen=True, slots=True)
class Step:
    """Where a case stands: ``state`` is ``done``, ``now`` or ``todo``."""

    label: str
    state: str


def steps(labels: Sequence[str], now: int) -> list[Step]:
    """The ``labels`` with ``now`` (an index) as the present one; past the end: all done."""
    return [
        Step(label, "done" if index < now else "now" if index == now else "todo")
        for index, label in enumerate(labels)
    ]


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of tabs or breadcrumbs; ``here`` marks the page itself."""

    label: str
    url: str
    here: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """A figure of a chart. None is "not known": it is said so, and never drawn as zero."""

    label: str
    value: float | None
