"""Mentions, persons, and what speaks for a role."""

from dataclasses import dataclass, field
from typing import Any

from terbuka.screening.names.model import NameRule
from terbuka.screening.roles import Role

ADULT = 18
"""The age in years from which nobody is a child (UU 11/2012 Art. 1)."""
OF_THE_MODELS = (NameRule.MODELLED, "people.repeated")
"""The rules of mentions that no sign in the text found."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something in the text that speaks for a role.

    ``rule`` counts once per person; ``reason`` is for the officer. ``explicit``: the text itself names the
    role ("saksi …"), it is not inferred from the surroundings.
    """

    role: Role
    weight: float
    rule: str
    reason: str
    values: dict[str, Any] = field(default_factory=dict, hash=False, compare=False)
    explicit: bool = False


@dataclass(slots=True)
class Mention:
    """One mention: offsets, the folded words of the name without particles, how sure, by which rule.

    ``rivals``: other persons whom the same words could mean.
    """

    start: int
    end: int
    words: tuple[str, ...]
    certain: float
    rule: str
    evidence: list[Evidence] = field(default_factory=list)
    rivals: list["Person"] = field(default_factory=list)

    def speaks_for(self, *roles: Role) -> bool:
        """True when something at this very place speaks for one of ``roles``."""
        return any(item.role in roles for item in self.evidence)


@dataclass(slots=True, eq=False)
class Person:
    """All mentions of one person. ``role`` and ``because`` are set once by ``decide``.

    ``likely``: how likely such a name must be hidden, stays, or is nobody's name (``weighing``).
    """

    number: int
    mentions: list[Mention] = field(default_factory=list)
    role: Role = Role.PRIVATE
    sure: float = 0.5
    because: Evidence | None = None  # None until decided
    age: int | None = None
    likely: tuple[float, float, float] = (1.0, 0.0, 0.0)

    @property
    def key(self) -> str:
        return f"p{self.number}"

    @property
    def first(self) -> int:
        return self.mentions[0].start

    def evidence(self) -> list[Evidence]:
        """Of all mentions, each rule and role once, the heaviest."""
        best: dict[tuple[Role, str], Evidence] = {}
        for mention in self.mentions:
            for item in mention.evidence:
                key = (item.role, item.rule)
                if key not in best or item.weight > best[key].weight:
                    best[key] = item
        return list(best.values())

    def score(self, *roles: Role) -> float:
        return sum(item.weight for item in self.evidence() if item.role in roles)
