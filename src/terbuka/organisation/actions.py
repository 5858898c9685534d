"""The only writers of units, people, memberships and accounts.

Every function is one transaction: rule → change → journal. ``actor`` None is the program itself (set-up,
demo data). They raise ``PermissionDenied`` where the rule says no, ``NotPossible`` where the state does,
``ValidationError`` where a value is wrong; nothing is changed then.
"""

import datetime
import secrets
from typing import Any, TypeVar

from allauth.mfa.models import Authenticator
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from terbuka.journal.actions import record
from terbuka.journal.verbs import Verb
from terbuka.language import N_
from terbuka.office.errors import NotPossible
from terbuka.organisation import verbs
from terbuka.organisation.models import Account, Membership, Person, Unit, valid_on
from terbuka.organisation.roles import Role
from terbuka.organisation.rules import administers_everything, may_administer, require

Row = TypeVar("Row", bound=models.Model)

# --- Units ------------------------------------------------------------------------------------------


@transaction.atomic
def open_unit(
    actor: Account | None,
    *,
    code: str,
    name: str,
    kind: str,
    parent: Unit | None,
    zone: str,
    valid_from: datetime.date,
    succeeds: Unit | None = None,
) -> Unit:
    """Open a unit below ``parent`` (None: a root)."""
    require(may_administer(actor, parent))
    unit = Unit(
        code=code,
        name=name,
        kind=kind,
        parent=parent,
        zone=zone,
        valid_from=valid_from,
        succeeds=succeeds,
        path="-",
    )
    _save(unit)
    _set_path(unit, parent)
    record(verbs.UNIT_OPENED, unit, actor=actor, unit=unit, code=code)
    return unit


@transaction.atomic
def change_unit(actor: Account | None, unit: Unit, *, name: str, kind: str, zone: str) -> Unit:
    """Give ``unit`` another name, kind or zone; it stays the same unit (a new one: ``succeed_unit``)."""
    require(may_administer(actor, unit))
    unit.name, unit.kind, unit.zone = name, kind, zone
    _save(unit)
    record(verbs.UNIT_CHANGED, unit, actor=actor, unit=unit, code=unit.code)
    return unit


@transaction.atomic
def move_unit(actor: Account | None, unit: Unit, parent: Unit) -> Unit:
    """Put ``unit`` with everything below it under another ``parent``."""
    require(may_administer(actor, unit) and may_administer(actor, parent))
    if unit.covers(parent):
        raise NotPossible(N_("Unit tidak bisa dipindahkan ke bawah dirinya sendiri. Pilih induk lain."))
    _move(unit, parent)
    record(verbs.UNIT_MOVED, unit, actor=actor, unit=unit, code=unit.code, parent=parent.code)
    return unit


@transaction.atomic
def end_unit(actor: Account | None, unit: Unit, *, on: datetime.date) -> Unit:
    """End ``unit``; ``on`` is its last day. The roles held there end on the same day.

    Not possible while units below it stay open, or before the unit begins.
    """
    require(may_administer(actor, unit))
    _refuse_end(unit, on)
    if unit.children.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=on)).exists():
        raise NotPossible(
            N_("Masih ada unit di bawahnya yang berlaku. Akhiri atau pindahkan unit itu lebih dahulu.")
        )
    _end(unit, on)
    record(verbs.UNIT_ENDED, unit, actor=actor, unit=unit, code=unit.code, on=on.isoformat())
    return unit


@transaction.atomic
def succeed_unit(
    actor: Account | None, unit: Unit, *, code: str, name: str, kind: str, on: datetime.date
) -> Unit:
    """Replace ``unit`` by a new one from the day ``on`` (a Polres becomes a Polresta).

    What stands below it and who works there goes over; the old unit keeps its cases and its history.
    """
    require(may_administer(actor, unit))
    last_day = on - datetime.timedelta(days=1)
    _refuse_end(unit, last_day)
    successor = open_unit(
        actor,
        code=code,
        name=name,
        kind=kind,
        parent=unit.parent,
        zone=unit.zone,
        valid_from=on,
        succeeds=unit,
    )
    for child in unit.children.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on)):
        _move(child, successor)
    for membership in unit.memberships.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on)):
        _save(
            Membership(
                person_id=membership.person_id,
                unit=successor,
                role=membership.role,
                valid_from=max(on, membership.valid_from),
                valid_to=membership.valid_to,
            )
        )
    _end(unit, last_day)
    record(
        verbs.UNIT_SUCCEEDED,
        unit,
        actor=actor,
        unit=successor,
        code=unit.code,
        successor=code,
        on=on.isoformat(),
    )
    return successor


def _refuse_end(unit: Unit, on: datetime.date) -> None:
    if unit.valid_to is not None and unit.valid_to <= on:
        raise NotPossible(N_("Unit ini sudah berakhir lebih dahulu."))
    if on < unit.valid_from:
        raise NotPossible(N_("Hari terakhir tidak boleh sebelum unit mulai berlaku. Pilih tanggal lain."))


def _end(unit: Unit, on: datetime.date) -> None:
    unit.valid_to = on
    _save(unit)
    # A role that would begin only later falls away; it was never held.
    unit.memberships.filter(valid_from__gt=on).delete()
    unit.memberships.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=on)).update(valid_to=on)


def _set_path(unit: Unit, parent: Unit | None) -> None:
    unit.path = f"{parent.path if parent else ''}{unit.pk}/"
    unit.save(update_fields=["path"])


def _move(unit: Unit, parent: Unit) -> None:
    old = unit.path
    unit.parent = parent
    unit.save(update_fields=["parent"])
    _set_path(unit, parent)
    for below in Unit.objects.filter(path__startswith=old).exclude(pk=unit.pk):
        below.path = unit.path + below.path.removeprefix(old)
        below.save(update_fields=["path"])


# --- People and what they hold ----------------------------------------------------------------------


@transaction.atomic
def add_person(
    actor: Account | None, *, unit: Unit | None, name: str, rank: str = "", post: str = ""
) -> Person:
    """Add somebody who works here. An administrator of ``unit`` may; they appoint them next."""
    require(may_administer(actor, unit))
    person = _save(Person(name=name, rank=rank, post=post))
    record(verbs.PERSON_ADDED, person, actor=actor, unit=unit, person=person.pk)
    return person


@transaction.atomic
def change_person(actor: Account | None, person: Person, *, name: str, rank: str, post: str) -> Person:
    """Correct the name, or a new rank or post."""
    require(_may_change(actor, person))
    person.name, person.rank, person.post = name, rank, post
    _save(person)
    record(verbs.PERSON_CHANGED, person, actor=actor, person=person.pk)
    return person


@transaction.atomic
def appoint(
    actor: Account | None,
    person: Person,
    *,
    unit: Unit,
    role: str,
    valid_from: datetime.date,
    valid_to: datetime.date | None = None,
) -> Membership:
    """Give ``person`` a role at ``unit`` and below, from ``valid_from`` to ``valid_to`` (None: open)."""
    require(may_administer(actor, unit))
    if not Unit.objects.filter(valid_on(valid_from), pk=unit.pk).exists():
        raise NotPossible(N_("Unit ini tidak berlaku pada tanggal itu. Pilih unit atau tanggal lain."))
    same = person.memberships.filter(unit=unit, role=role)
    overlap = Q(valid_to__isnull=True) | Q(valid_to__gte=valid_from)
    if valid_to:
        overlap &= Q(valid_from__lte=valid_to)
    if same.filter(overlap).exists():
        raise NotPossible(N_("Orang ini sudah memegang peran itu di unit ini pada waktu yang sama."))
    membership = _save(
        Membership(person=person, unit=unit, role=role, valid_from=valid_from, valid_to=valid_to)
    )
    _record_membership(verbs.APPOINTED, actor, membership, valid_from)
    return membership


@transaction.atomic
def end_membership(actor: Account | None, membership: Membership, *, on: datetime.date) -> Membership:
    """End a role; ``on`` is its last day. The last administrator of a tree stays."""
    require(may_administer(actor, membership.unit))
    if on < membership.valid_from:
        raise NotPossible(N_("Hari terakhir tidak boleh sebelum peran mulai berlaku. Pilih tanggal lain."))
    if membership.valid_to is not None and membership.valid_to <= on:
        raise NotPossible(N_("Peran ini sudah berakhir lebih dahulu."))
    _refuse_last_administrator(Q(pk=membership.pk), on)
    membership.valid_to = on
    _save(membership)
    _record_membership(verbs.RELIEVED, actor, membership, on)
    return membership


def _may_change(actor: Account | None, person: Person) -> bool:
    """Whoever administers every unit where ``person`` holds a role, now or later.

    Every one: who administers one small unit could otherwise appoint the PPID there and then make
    themselves a link into the PPID's account.
    """
    if actor is None or administers_everything(actor):
        return True
    held = list(person.memberships.select_related("unit"))
    today = timezone.localdate()
    lasting = [m for m in held if m.valid_to is None or m.valid_to >= today] or held
    return bool(lasting) and all(may_administer(actor, membership.unit) for membership in lasting)


def _refuse_last_administrator(leaving: Q, on: datetime.date) -> None:
    """Without an administrator of a root whose account is active nobody could let anybody in again."""
    rooted = Membership.objects.filter(
        role=Role.ADMINISTRATOR, unit__parent__isnull=True, person__account__is_active=True
    ).filter(valid_on(max(on, timezone.localdate())))
    if rooted.filter(leaving).exists() and not rooted.exclude(leaving).exists():
        raise NotPossible(
            N_("Ini administrator terakhir. Tunjuk administrator lain lebih dahulu, lalu coba lagi.")
        )


def _record_membership(what: Verb, actor: Account | None, membership: Membership, on: datetime.date) -> None:
    record(
        what,
        membership,
        actor=actor,
        unit=membership.unit,
        person=membership.person_id,
        role=str(membership.role),
        code=membership.unit.code,
        on=on.isoformat(),
    )


# --- Accounts ---------------------------------------------------------------------------------------


@transaction.atomic
def create_account(actor: Account | None, person: Person, *, username: str, email: str = "") -> Account:
    """Give ``person`` an account without a password; they set it themselves by a one-time link
    (``accounts.password_link``)."""
    require(_may_change(actor, person))
    if person.account_id is not None:
        raise NotPossible(N_("Orang ini sudah mempunyai akun."))
    account = Account(username=username.lower(), email=email.lower(), session_salt=_salt())
    account.set_unusable_password()
    _save(account)
    person.account = account
    person.save(update_fields=["account"])
    record(verbs.ACCOUNT_CREATED, account, actor=actor, account=account.pk)
    return account


@transaction.atomic
def note_password_link(actor: Account | None, person: Person) -> None:
    """Write down that ``actor`` has made a one-time link for ``person``: it opens their account."""
    require(_may_change(actor, person))
    if person.account is None or not person.account.is_active:
        raise NotPossible(N_("Orang ini tidak mempunyai akun aktif. Buat atau aktifkan akun lebih dahulu."))
    record(verbs.ACCOUNT_LINK_MADE, person.account, actor=actor, account=person.account.pk)


@transaction.atomic
def set_account_active(actor: Account | None, person: Person, *, active: bool) -> Account:
    """Let an account in, or keep it out. Keeping out ends all its sessions at once."""
    require(_may_change(actor, person))
    account = person.account
    if account is None:
        raise NotPossible(N_("Orang ini belum mempunyai akun."))
    if not active:
        _refuse_last_administrator(Q(person=person), timezone.localdate())
    account.is_active, account.session_salt = active, _salt()
    account.save(update_fields=["is_active", "session_salt"])
    what = verbs.ACCOUNT_REACTIVATED if active else verbs.ACCOUNT_DEACTIVATED
    record(what, account, actor=actor, account=account.pk)
    return account


@transaction.atomic
def end_sessions(actor: Account | None, account: Account) -> None:
    """Log ``account`` out on all devices. Everybody may for their own, administrators for their people."""
    if actor is not None and actor.pk != account.pk:
        require(_may_change(actor, account.person))
    account.session_salt = _salt()
    account.save(update_fields=["session_salt"])
    record(verbs.SESSIONS_ENDED, account, actor=actor, account=account.pk)


@transaction.atomic
def set_password(account: Account, password: str) -> None:
    """Set a password directly: for the program's own set-up (demo accounts, the first administrator)."""
    account.set_password(password)
    account.session_salt = _salt()
    account.save(update_fields=["password", "session_salt"])
    record(verbs.PASSWORD_CHANGED, account, actor=None)


@transaction.atomic
def forget_factors(account: Account) -> None:
    """Take away every second factor of ``account`` and end its sessions: for whoever runs the machine.

    Not for administrators: with a link to the password, too, one of them could enter as anybody.
    """
    Authenticator.objects.filter(user=account).delete()
    account.session_salt = _salt()
    account.save(update_fields=["session_salt"])
    record(verbs.FACTORS_FORGOTTEN, account, actor=None, account=account.pk)


@transaction.atomic
def note_access(what: Verb, who: Account | None, **detail: Any) -> None:
    """Write down a log-in, a log-out, a lock-out, a new password or factor: done by allauth, not by us."""
    record(what, who, actor=who, **detail)


def _salt() -> str:
    return secrets.token_hex(16)


def _save(row: Row) -> Row:
    """Check the values of ``row`` and write it. Raises ``ValidationError``."""
    row.full_clean()
    row.save()
    return row
