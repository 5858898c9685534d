"""What screening says about a document."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from terbuka.documents import Box, Notice


class Action(StrEnum):
    """What screening proposes. ``REVIEW`` is hidden unless a person says otherwise."""

    REDACT = "redact"
    REVIEW = "review"
    KEEP = "keep"

    @property
    def hides(self) -> bool:
        return self is not Action.KEEP


class Mode(StrEnum):
    """``BLOCK``: a child, or a victim of sexual violence; only the superior may lift it (policy, rule 4)."""

    MASK = "mask"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Finding:
    """One stretch of text (or one region of a page) and what is proposed for it.

    ``start``/``end``: offsets into the document's text, end exclusive; equal for a region without text.
    ``boxes``: points from the top left of ``page``; empty in flow documents.
    ``type``: a type of the disclosure policy. ``rule``: the recogniser and rule that saw it, as
    ``"identifiers.nik"``. ``reason``: a message with ``values`` that says why in a sentence an officer
    understands. ``confidence``: 0 to 1. ``entity``: mentions of one person or thing share it.
    ``role``: who the person is here (``official``, ``victim``, ``child`` …), if it is a person.
    ``ground``: a code of ``law.grounds`` where hidden; ``basis``: articles.
    """

    type: str
    start: int
    end: int
    page: int
    action: Action
    rule: str
    confidence: float
    boxes: tuple[Box, ...] = ()
    ground: str | None = None
    basis: tuple[str, ...] = ()
    entity: str | None = None
    mode: Mode = Mode.MASK
    role: str | None = None
    reason: str = ""
    values: dict[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """The shape of ``terbuka screen --json`` (docs/cli.md)."""
        return {
            "type": self.type,
            "start": self.start,
            "end": self.end,
            "page": self.page,
            "boxes": [[round(value, 2) for value in box] for box in self.boxes],
            "action": str(self.action),
            "ground": self.ground,
            "basis": list(self.basis),
            "rule": self.rule,
            "confidence": round(self.confidence, 3),
            "entity": self.entity,
            "mode": str(self.mode),
            "role": self.role,
            "reason": self.reason,
            "values": self.values,
        }

    @staticmethod
    def from_json(data: dict[str, Any]) -> "Finding":
        """Read what ``to_json`` wrote. Raises ``KeyError`` or ``ValueError`` on anything else."""
        return Finding(
            type=data["type"],
            start=data["start"],
            end=data["end"],
            page=data["page"],
            action=Action(data["action"]),
            rule=data.get("rule", ""),
            confidence=data.get("confidence", 1.0),
            boxes=tuple(Box(*box) for box in data.get("boxes", ())),
            ground=data.get("ground"),
            basis=tuple(data.get("basis", ())),
            entity=data.get("entity"),
            mode=Mode(data.get("mode", Mode.MASK)),
            role=data.get("role"),
            reason=data.get("reason", ""),
            values=data.get("values", {}),
        )


@dataclass(frozen=True, slots=True)
class Screening:
    """All findings in document order, not overlapping, and notices about the document as a whole."""

    profile: str
    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...] = ()

    def hidden_offsets(self) -> set[int]:
        """The offsets of the document's text that a public copy would not show."""
        return {
            at
            for finding in self.findings
            if finding.action.hides
            for at in range(finding.start, finding.end)
        }
