"""What may be read of the organisation. Names of officers in office are not secret inside the office;
accounts, memberships and their history are for the administrators of the unit."""

import datetime

from django.db.models import Count, F, Prefetch, Q, QuerySet
from django.utils import timezone

from terbuka.organisation.models import Membership, Person, Unit, valid_on
from terbuka.organisation.roles import Role
from terbuka.organisation.rules import (
    Visitor,
    administers_everything,
    units_with_role,
)

ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})


def administered_units(account: Visitor) -> QuerySet[Unit]:
    """The units that ``account`` administers, in the order of the tree."""
    return units_with_role(account, ADMINISTRATORS)


def unit_tree(account: Visitor, *, ended: bool = False) -> QuerySet[Unit]:
    """The administered units, with ``members``: how many people hold a role there today."""
    today = timezone.localdate()
    units = administered_units(account)
    if not ended:
        units = units.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=today))
    return units.annotate(
        members=Count("memberships__person", filter=valid_on(today, "memberships__"), distinct=True)
    )


def units_on(day: datetime.date | None = None) -> QuerySet[Unit]:
    """The units that hold on a day (default: today): the choices of forms."""
    return Unit.objects.filter(valid_on(day or timezone.localdate()))


def administered_people(account: Visitor, search: str = "") -> QuerySet[Person]:
    """People who hold or held a role at an administered unit, and, for whoever administers a whole tree,
    people without any role yet. ``search`` is a part of the name, the rank or the post."""
    units = administered_units(account)
    reach = Q(memberships__unit__in=units)
    if administers_everything(account):
        reach |= Q(memberships__isnull=True)
    people = Person.objects.filter(reach)
    if search:
        people = people.filter(
            Q(name__icontains=search) | Q(rank__icontains=search) | Q(post__icontains=search)
        )
    return (
        people.distinct()
        .select_related("account")
        .prefetch_related(
            Prefetch(
                "memberships",
                queryset=Membership.objects.filter(valid_on(timezone.localdate())).select_related("unit"),
                to_attr="current",
            )
        )
    )


def memberships_of_unit(unit: Unit) -> QuerySet[Membership]:
    """Everybody who holds or held a role at ``unit``; those who hold it now first."""
    return unit.memberships.select_related("person", "person__account").order_by(
        F("valid_to").desc(nulls_first=True), "person__name", "role"
    )
