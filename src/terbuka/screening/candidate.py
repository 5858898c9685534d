"""What a recogniser hands on: a stretch of text that may have to be hidden, before roles and policy."""

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from terbuka.screening.roles import Role


class Rank(IntEnum):
    """Which reading wins where two overlap; the loser keeps what the winner does not cover.

    ``MODEL``: only a model saw it; gives way to ``CONTEXT`` where both see the same stretch, for a rule can
    say why. ``LABELLED``: a label, a column or the grammar of a list says what it is. ``TERM``: what an
    officer hides, and secrets.
    """

    MODEL = 0
    CONTEXT = 1
    NAME = 2
    LABELLED = 3
    IDENTIFIER = 4
    TERM = 5


@dataclass(slots=True)
class Candidate:
    """``holder``: whose it is, if the recogniser can tell; otherwise ``people`` says. ``certain`` is 0 to 1.

    ``key``: candidates with the same key are one thing (a number written twice). ``rule``: ``module.rule``.
    ``reason``: message for the officer with ``values``; never the found text. ``weighed``: no label says what
    it is and no rule whose, so a model weighs whether it must be hidden (``weighing.passages``).
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
    weighed: bool = False

    def overlaps(self, start: int, end: int) -> bool:
        return self.start < end and start < self.end
