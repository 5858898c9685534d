"""Who may do what: role × unit subtree × object, on a day.

The memberships of an account are read once (one query) and kept on the account object, which lives as
long as its request. Nothing here asks the database a second time, except for the querysets it returns.
"""

import datetime
from collections.abc import Collection

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.utils import timezone

from terbuka.organisation.models import Account, Membership, Unit, valid_on
from terbuka.organisation.roles import Role

Visitor = Account | AnonymousUser


def memberships(account: Visitor, on: datetime.date | None = None) -> tuple[Membership, ...]:
    """The memberships of ``account`` that hold on a day (default: today), at units that hold on it too.

    Empty for visitors and for accounts that are not active.
    """
    if not isinstance(account, Account) or not account.is_active:
        return ()
    day = on or timezone.localdate()
    kept: dict[datetime.date, tuple[Membership, ...]] = account.__dict__.setdefault("_memberships", {})
    if day not in kept:
        rows = Membership.objects.filter(valid_on(day), valid_on(day, "unit__"), person__account=account)
        kept[day] = tuple(rows.select_related("unit"))
    return kept[day]


def roles_held(
    account: Visitor, unit: Unit | None = None, *, on: datetime.date | None = None
) -> frozenset[str]:
    """The roles that reach ``unit``; without ``unit``, those held anywhere."""
    return frozenset(
        membership.role
        for membership in memberships(account, on)
        if unit is None or membership.unit.covers(unit)
    )


def has_role(
    account: Visitor, roles: Collection[str], unit: Unit, *, on: datetime.date | None = None
) -> bool:
    """True where ``account`` holds one of ``roles`` at ``unit`` or above it."""
    return not roles_held(account, unit, on=on).isdisjoint(roles)


def has_role_anywhere(account: Visitor, roles: Collection[str], *, on: datetime.date | None = None) -> bool:
    """True where ``account`` holds one of ``roles`` at any unit: for doors, never for objects."""
    return not roles_held(account, on=on).isdisjoint(roles)


def units_with_role(
    account: Visitor, roles: Collection[str], *, on: datetime.date | None = None
) -> QuerySet[Unit]:
    """All units, ended ones too, that the roles of ``account`` reach: the base of every read scope."""
    reach = Q()
    for membership in memberships(account, on):
        if membership.role in roles:
            reach |= Q(path__startswith=membership.unit.path)
    return Unit.objects.filter(reach) if reach else Unit.objects.none()


def home_unit(account: Visitor) -> Unit | None:
    """The unit that is shown with the name: of the memberships the one deepest in the tree."""
    held = memberships(account)
    return max(held, key=lambda membership: membership.unit.depth).unit if held else None


def administers_everything(account: Visitor) -> bool:
    """True for an administrator of a whole tree."""
    return any(m.role == Role.ADMINISTRATOR and m.unit.parent_id is None for m in memberships(account))


def may_administer(actor: Account | None, unit: Unit | None) -> bool:
    """May open, change and end ``unit`` and who works there. ``actor`` None is the program itself (set-up).

    ``unit`` None is a new root, or somebody without a unit: only for who administers a whole tree.
    """
    if actor is None:
        return True
    if unit is None:
        return administers_everything(actor)
    return has_role(actor, {Role.ADMINISTRATOR}, unit)


def require(condition: bool) -> None:
    """Raise ``PermissionDenied`` unless ``condition`` holds: the first line of an action."""
    if not condition:
        raise PermissionDenied
