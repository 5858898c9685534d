"""What is to be hidden (``Plan``), where it was put (``Placed``), what stays readable (``Readable``)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from terbuka.documents import Box, Document
from terbuka.screening import Mode

APART = "\n\n"
"""Stands between texts so that no form of a secret reaches from one into the next."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """One thing to hide. ``number`` counts from 1 in document order and names it in the log.

    ``start``/``end``: offsets into the document's text; equal for a region drawn on the page.
    ``boxes``: in points on ``page``; for text of a paged document the boxes of its words.
    ``label``: what stands in its place, as ``"[NAMA · 17.h]"``.
    """

    number: int
    type: str
    start: int
    end: int
    page: int
    label: str
    boxes: tuple[Box, ...] = ()
    ground: str | None = None
    basis: tuple[str, ...] = ()
    mode: Mode = Mode.MASK

    def to_json(self) -> dict[str, Any]:
        return {
            "number": self.number,
            "type": self.type,
            "start": self.start,
            "end": self.end,
            "page": self.page,
            "label": self.label,
            "boxes": [list(box) for box in self.boxes],
            "ground": self.ground,
            "basis": list(self.basis),
            "mode": str(self.mode),
        }

    @staticmethod
    def from_json(data: dict[str, Any]) -> "Redaction":
        return Redaction(
            **{
                **data,
                "boxes": tuple(Box(*box) for box in data["boxes"]),
                "basis": tuple(data["basis"]),
                "mode": Mode(data["mode"]),
            }
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """A document and everything to hide in it: in document order, stretches of text not overlapping.

    ``left_open``: stretches that somebody looked at and kept, in document order. What is merely not hidden is
    not among them: nobody may have seen it. ``pixels``: every page becomes a picture, where real
    text cannot be proven. ``grounds_page``: a page at the end lists grounds and counts.
    """

    document: Document
    redactions: tuple[Redaction, ...]
    left_open: tuple[tuple[int, int], ...] = ()
    pixels: bool = False
    grounds_page: bool = False

    def to_rows(self) -> Iterator[Any]:
        """The plan as plain data, piece by piece: each redaction and what holds of all, then the document."""
        stretches = [list(stretch) for stretch in self.left_open]
        yield stretches, self.pixels, self.grounds_page, len(self.redactions)
        yield from (redaction.to_json() for redaction in self.redactions)
        yield from self.document.to_rows()

    @staticmethod
    def from_rows(rows: Iterable[Any]) -> "Plan":
        """The inverse of ``to_rows``."""
        rows = iter(rows)
        left_open, pixels, grounds_page, count = next(rows)
        redactions = tuple(map(Redaction.from_json, islice(rows, count)))
        stretches = tuple((start, end) for start, end in left_open)
        return Plan(Document.from_rows(rows), redactions, stretches, pixels, grounds_page)


class Readable(NamedTuple):
    """What may be read on one page of the public copy: the words that are not hidden, and the labels of its
    bars.

    ``left_open``: those of the unhidden words that somebody looked at and kept (``Plan.left_open``). The rest
    is merely not hidden.
    """

    unhidden: str
    labels: str
    left_open: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a redaction stands in the public copy. ``box`` is None in formats without pages."""

    number: int
    page: int
    box: Box | None
