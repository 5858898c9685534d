"""Real rows for tests, made by the actions that make them in an office. All persons are invented."""

import datetime
import itertools
from dataclasses import dataclass

from terbuka.organisation import actions
from terbuka.organisation.models import Account, Person, Unit, Zone

SINCE = datetime.date(2020, 1, 1)
PASSWORD = "tenggiri-lompat-31"
_numbers = itertools.count(1)


@dataclass(frozen=True)
class Office:
    """Units of the demo's shape, small."""

    polda: Unit
    bidhumas: Unit
    pid: Unit
    polres: Unit
    polsek: Unit


def open_unit(code: str, name: str, kind: str, parent: Unit | None) -> Unit:
    """A unit that has been there since 2020."""
    return actions.open_unit(
        None, code=code, name=name, kind=kind, parent=parent, zone=Zone.WITA, valid_from=SINCE
    )


def build_office() -> Office:
    """One province with a division, its sub-division, a resort and its sector."""
    polda = open_unit("POLDA", "Polda Contoh", "polda", None)
    bidhumas = open_unit("BIDHUMAS", "Bidang Humas", "bid", polda)
    pid = open_unit("PID", "Subbidang PID", "sub", bidhumas)
    polres = open_unit("POLRES", "Polres Contoh", "polres", polda)
    polsek = open_unit("POLSEK", "Polsek Contoh", "polsek", polres)
    return Office(polda, bidhumas, pid, polres, polsek)


def add_person(name: str = "Rahmadi Noor", unit: Unit | None = None) -> Person:
    """Somebody without role and account."""
    return actions.add_person(None, unit=unit, name=name, rank="AKBP", post="Kepala Subbidang")


def employ(*roles: str, unit: Unit, name: str = "Rahmadi Noor", password: str = "") -> Account:
    """Somebody with an account who holds ``roles`` at ``unit`` since 2020."""
    person = add_person(name, unit)
    for role in roles:
        actions.appoint(None, person, unit=unit, role=role, valid_from=SINCE)
    number = next(_numbers)
    account = actions.create_account(
        None, person, username=f"petugas{number}", email=f"petugas{number}@contoh.go.id"
    )
    if password:
        actions.set_password(account, password)
    return account
