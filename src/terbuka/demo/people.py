"""The units, people and accounts of the demo office, from ``organisation.toml``."""

import datetime
import tomllib
from importlib.resources import files

from django.db import transaction

from terbuka.organisation import actions
from terbuka.organisation.models import Account, Unit, Zone
from terbuka.organisation.roles import Role

PASSWORD = "sampel-terbuka-2026"  # noqa: S105 - printed at every start; the demo office holds nothing real
SINCE = datetime.date(2020, 1, 1)


def accounts() -> list[tuple[str, str, str]]:
    """Account, password, and roles in words, for whoever starts the demo."""
    return [
        (account, PASSWORD, ", ".join(str(Role(role.split("@")[0]).label) for role in roles))
        for account, _, _, _, roles in _file()["person"]
    ]


@transaction.atomic
def employ_everybody() -> None:
    """Open the units, and give everybody their roles and an account."""
    units: dict[str, Unit] = {}
    for code, name, kind, parent in _file()["unit"]:
        units[code] = actions.open_unit(
            None,
            code=code,
            name=name,
            kind=kind,
            parent=units.get(parent),
            zone=Zone.WITA,
            valid_from=SINCE,
        )
    for account, name, rank, post, roles in _file()["person"]:
        _employ(units, account, name, rank, post, roles)


def _employ(
    units: dict[str, Unit], username: str, name: str, rank: str, post: str, roles: list[str]
) -> Account:
    held = [role.split("@") for role in roles]
    person = actions.add_person(None, unit=units[held[0][1]], name=name, rank=rank, post=post)
    for role, code in held:
        actions.appoint(None, person, unit=units[code], role=role, valid_from=SINCE)
    account = actions.create_account(None, person, username=username, email=f"{username}@contoh.invalid")
    actions.set_password(account, PASSWORD)
    return account


def _file() -> dict[str, list[list]]:  # type: ignore[type-arg]  # rows of mixed columns
    return tomllib.loads(files("terbuka.demo").joinpath("organisation.toml").read_text(encoding="utf-8"))
