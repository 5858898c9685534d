"""What the studio's list shows: everything, what is left, one person, or one kind of thing."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.http import urlencode

from terbuka.disclosure.decisions import Standing
from terbuka.disclosure.models import Mark


@dataclass(frozen=True, slots=True)
class Filter:
    """``left``: only what needs a decision. ``type`` and ``entity``: one kind, one person; empty for all."""

    left: bool = False
    type: str = ""
    entity: str = ""

    @staticmethod
    def read(query: QueryDict) -> "Filter":
        """From the address of the page."""
        return Filter(query.get("sisa") == "1", _code(query.get("jenis", "")), _code(query.get("orang", "")))

    @property
    def is_on(self) -> bool:
        return self != Filter()

    def query(self, **more: Any) -> str:
        """The query string of this filter, with ``more``; begins with ``?``, or empty."""
        asked = {"sisa": "1" if self.left else "", "jenis": self.type, "orang": self.entity, **more}
        kept = {name: value for name, value in asked.items() if value}
        return f"?{urlencode(kept)}" if kept else ""

    def apply(self, marks: QuerySet[Mark]) -> QuerySet[Mark]:
        """The marks that it lets through."""
        if self.left:
            marks = marks.filter(standing=str(Standing.UNDECIDED))
        if self.type:
            marks = marks.filter(type=self.type)
        if self.entity:
            marks = marks.filter(entity=self.entity)
        return marks

    def lets_through(self, mark: Mark) -> bool:
        """The same for one mark that is there already."""
        return (
            (not self.left or mark.standing == Standing.UNDECIDED)
            and self.type in ("", mark.type)
            and self.entity in ("", mark.entity)
        )


def _code(given: str) -> str:
    """As short as codes are, and without the character that PostgreSQL refuses."""
    return given.replace("\0", "")[:20]
