"""The redaction log: where, what kind, which ground; never the text.

It is the office's own record: ``source`` tells the stretch of the original, and so its length. The
public gets the certificate with counts, and ``box``, which tells nothing (see ``relay``).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from terbuka import __version__
from terbuka.documents import Box, Document
from terbuka.errors import TerbukaError
from terbuka.language import N_
from terbuka.redaction import shape
from terbuka.redaction.model import Placed, Plan, Redaction
from terbuka.redaction.verifier.model import Verification
from terbuka.screening import Mode


@dataclass(frozen=True, slots=True)
class RedactionLog:
    """What was done to one file, by which version, and what the verifier said."""

    original_sha256: str
    public_sha256: str
    public_size: int
    format: str
    pages: int
    redactions: tuple[Redaction, ...]
    placed: tuple[Placed, ...]
    verification: Verification
    left_open: tuple[tuple[int, int], ...] = ()
    grounds_page: bool = False
    version: str = __version__

    def counts(self) -> dict[str, int]:
        """Redactions per ground, most first; ``""`` for those without one."""
        return dict(Counter(redaction.ground or "" for redaction in self.redactions).most_common())

    def to_json(self) -> dict[str, Any]:
        boxes: dict[int, list[dict[str, Any]]] = {}
        for bar in self.placed:
            box = [round(value, 2) for value in bar.box] if bar.box else None
            boxes.setdefault(bar.number, []).append({"page": bar.page, "box": box})
        return {
            "terbuka": self.version,
            "format": self.format,
            "pages": self.pages,
            "original": {"sha256": self.original_sha256},
            "public": {"sha256": self.public_sha256, "size": self.public_size},
            "grounds": self.counts(),
            "grounds_page": self.grounds_page,
            "left_open": [list(stretch) for stretch in self.left_open],
            "redactions": [_row(redaction, boxes.get(redaction.number, [])) for redaction in self.redactions],
            "verification": self.verification.to_json(),
        }


def _row(redaction: Redaction, bars: list[dict[str, Any]]) -> dict[str, Any]:
    first = bars[0] if bars else {"page": redaction.page, "box": None}
    return {
        "number": redaction.number,
        "page": first["page"],
        "box": first["box"],
        "boxes": bars,
        "type": redaction.type,
        "label": redaction.label,
        "ground": redaction.ground,
        "basis": list(redaction.basis),
        "mode": str(redaction.mode),
        "source": {
            "page": redaction.page,
            "start": redaction.start,
            "end": redaction.end,
            "boxes": [[round(value, 2) for value in box] for box in redaction.boxes],
        },
    }


_HASHED = shape.row({"sha256": shape.text})
_REDACTION = shape.row(
    {
        "number": shape.whole,
        "boxes": shape.each(shape.row({"page": shape.whole, "box": shape.maybe(shape.box)})),
        "type": shape.text,
        "label": shape.text,
        "ground": shape.maybe(shape.text),
        "basis": shape.each(shape.text),
        "mode": shape.one_of(Mode),
        "source": shape.row(
            {
                "page": shape.whole,
                "start": shape.whole,
                "end": shape.whole,
                "boxes": shape.each(shape.box),
            }
        ),
    }
)
_LOG = shape.row(
    {"redactions": shape.each(_REDACTION), "original": _HASHED, "public": _HASHED},
    {"left_open": shape.each(shape.stretch), "grounds_page": shape.truth},
)
"""What is read of a log."""


def read_log(data: Any, document: Document) -> tuple[Plan, tuple[Placed, ...], str]:
    """(plan, where its bars stand, hash of the public copy) from a log written by ``to_json``.

    Raises ``TerbukaError`` when the log is not one, or is not about ``document``.
    """
    if not _LOG(data):
        raise TerbukaError(N_("Catatan penghitaman tidak terbaca."))
    redactions = tuple(_redaction(row) for row in data["redactions"])
    placed = tuple(
        Placed(row["number"], bar["page"], Box(*bar["box"]) if bar["box"] else None)
        for row in data["redactions"]
        for bar in row["boxes"]
    )
    left_open = tuple((start, end) for start, end in data.get("left_open", ()))
    original, public = data["original"]["sha256"], data["public"]["sha256"]
    if original != document.sha256:
        raise TerbukaError(N_("Catatan penghitaman ini bukan tentang berkas asal yang diberikan."))
    if not _in_order(redactions, left_open, document):
        raise TerbukaError(N_("Catatan penghitaman tidak cocok dengan isi berkas asal."))
    plan = Plan(document, redactions, left_open, grounds_page=data.get("grounds_page", False))
    return plan, placed, public


def _redaction(row: dict[str, Any]) -> Redaction:
    source = row["source"]
    return Redaction(
        number=row["number"],
        type=row["type"],
        start=source["start"],
        end=source["end"],
        page=source["page"],
        label=row["label"],
        boxes=tuple(Box(*box) for box in source["boxes"]),
        ground=row["ground"],
        basis=tuple(row["basis"]),
        mode=Mode(row["mode"]),
    )


def _in_order(
    redactions: Sequence[Redaction], left_open: Sequence[tuple[int, int]], document: Document
) -> bool:
    numbers = [redaction.number for redaction in redactions]
    stretches = [*left_open, *((redaction.start, redaction.end) for redaction in redactions)]
    inside = all(0 <= start <= end <= len(document.text) for start, end in stretches)
    pages = all(1 <= redaction.page <= max(1, len(document.pages)) for redaction in redactions)
    return inside and pages and numbers == list(range(1, len(redactions) + 1))
