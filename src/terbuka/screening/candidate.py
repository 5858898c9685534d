"""What a recogniser hands on: a stretch of text that may have to be hidden, before roles and policy."""

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from terbuka.screening.roles import Role


class Rank(IntEnum):
    """Which reading wins where two overlap; the loser keeps what the winner does not cover."""

    CONTEXT = 1
    NAME = 2
    LABELLED = 3
    IDENTIFIER = 4
    TERM = 5


@dataclass(slots=True)
class Candidate:
    """``holder``: whose it is, if the recogniser can tell; otherwise ``people`` says. ``certain`` is 0 to 1.

    ``key``: candidates with the same key are one thing (a number written twice). ``rule``: ``module.rule``.
    ``reason``: message for the officer with ``values``; never the found text.
    """

    type: str
    start: int
    end: int
    rule: str
    certain: float
    reason: str
    rank: Rank = Rank.IDENTIFIER
    holder: Role | None = None
    key: str | None = None
    values: dict[str, Any] = field(default_factory=dict)

    def overlaps(self, start: int, end: int) -> bool:
        return self.start < end and start < self.end
