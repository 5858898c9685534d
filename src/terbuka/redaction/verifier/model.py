"""What a verification says."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Survivor:
    """Something that is still there.

    ``kind``: where it was found (``"text"``, ``"pixels"``, ``"bytes"``, ``"structure"``, ``"metadata"``,
    ``"attachment"`` …). ``place``: where, in the file's own terms, never its content. ``page`` counts
    from 1; None where the file as a whole is meant. ``type``: the type of what survives; ``redaction``:
    its number in the log. Both None if unknown.
    """

    kind: str
    place: str
    page: int | None = None
    type: str | None = None
    redaction: int | None = None

    def to_json(self) -> dict[str, Any]:
        return {
            "class": self.kind,
            "place": self.place,
            "page": self.page,
            "type": self.type,
            "redaction": self.redaction,
        }

    @staticmethod
    def from_json(data: dict[str, Any]) -> "Survivor":
        return Survivor(data["class"], data["place"], data["page"], data["type"], data["redaction"])


@dataclass(frozen=True, slots=True)
class Check:
    """One way of looking. ``items``: how many things it looked at (objects, pages, streams, words).

    ``notes``: what is there too, as in every file of its kind, and tells nothing.
    """

    name: str
    items: int
    survivors: tuple[Survivor, ...] = ()
    notes: tuple[Survivor, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "items": self.items,
            "survivors": [survivor.to_json() for survivor in self.survivors],
            "notes": [note.to_json() for note in self.notes],
        }

    @staticmethod
    def from_json(data: dict[str, Any]) -> "Check":
        survivors, notes = (
            tuple(Survivor.from_json(row) for row in data[key]) for key in ("survivors", "notes")
        )
        return Check(data["name"], data["items"], survivors, notes)


@dataclass(frozen=True, slots=True)
class Verification:
    """``passed`` only where every check ran to its end and found nothing."""

    format: str
    sha256: str
    secrets: int
    checks: tuple[Check, ...]

    @property
    def survivors(self) -> tuple[Survivor, ...]:
        return tuple(survivor for check in self.checks for survivor in check.survivors)

    @property
    def passed(self) -> bool:
        return bool(self.checks) and not self.survivors

    def to_json(self) -> dict[str, Any]:
        return {
            "passed": self.passed,
            "format": self.format,
            "sha256": self.sha256,
            "secrets": self.secrets,
            "checks": [check.to_json() for check in self.checks],
        }

    @staticmethod
    def from_json(data: dict[str, Any]) -> "Verification":
        return Verification(
            data["format"],
            data["sha256"],
            data["secrets"],
            tuple(Check.from_json(row) for row in data["checks"]),
        )
