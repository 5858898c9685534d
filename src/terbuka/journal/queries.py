"""What an auditor may read of the journal."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from terbuka.journal.models import Entry
from terbuka.organisation.models import Account, Unit
from terbuka.organisation.roles import Role
from terbuka.organisation.rules import Visitor, memberships, units_with_role

AUDITORS = frozenset({Role.AUDITOR})


def visible_entries(account: Visitor) -> QuerySet[Entry]:
    """The entries of the units that ``account`` audits; those of no unit for the auditor of a whole tree."""
    reach = Q(unit__in=units_with_role(account, AUDITORS))
    if any(m.role == Role.AUDITOR and m.unit.parent_id is None for m in memberships(account)):
        reach |= Q(unit__isnull=True)
    return Entry.objects.filter(reach).select_related("actor__person", "unit")


@dataclass(frozen=True, slots=True)
class Filter:
    """What to look for. Days are inclusive and in the office's zone; None is everything."""

    since: datetime.date | None = None
    until: datetime.date | None = None
    verb: str = ""
    unit: Unit | None = None
    actor: Account | None = None

    def apply(self, entries: QuerySet[Entry]) -> QuerySet[Entry]:
        """The entries that match; ``unit`` reaches everything below it."""
        conditions: dict[str, Any] = {}
        if self.since:
            conditions["at__gte"] = _midnight(self.since)
        if self.until:
            conditions["at__lt"] = _midnight(self.until + datetime.timedelta(days=1))
        if self.verb:
            conditions["verb"] = self.verb
        if self.unit:
            conditions["unit__path__startswith"] = self.unit.path
        if self.actor:
            conditions["actor"] = self.actor
        return entries.filter(**conditions)


def entries_about(subject_kind: str, object_id: str) -> QuerySet[Entry]:
    """The history of one row, oldest first, for the page that shows it (its view has checked the right)."""
    return Entry.objects.filter(kind=subject_kind, object_id=object_id).select_related(
        "actor__person", "unit"
    )


def _midnight(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))
