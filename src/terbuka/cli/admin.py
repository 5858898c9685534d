"""``terbuka office admin`` and ``forget-factor``: the way in for whoever runs the machine.

Accounts are given by administrators, so the first one cannot come from a page. And who has lost every
second factor is let in again only from here: an administrator alone, who may make a link to anybody's
password, must not be able to take over the account of a PPID.
"""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from terbuka.errors import TerbukaError
from terbuka.language import N_, translate

if TYPE_CHECKING:
    from django.core.exceptions import ValidationError

    from terbuka.organisation.models import Account, Unit

Name = Annotated[
    str,
    typer.Option(metavar=translate(N_("NAMA")), help=translate(N_("Nama lengkap orangnya, tanpa pangkat."))),
]
Username = Annotated[
    str,
    typer.Option(
        "--account", metavar=translate(N_("AKUN")), help=translate(N_("Nama pengguna, huruf kecil."))
    ),
]
Code = Annotated[
    str, typer.Option("--unit", metavar=translate(N_("KODE")), help=translate(N_("Kode unit teratas.")))
]
UnitName = Annotated[
    str, typer.Option(metavar=translate(N_("NAMA")), help=translate(N_("Nama unit teratas, bila belum ada.")))
]
Address = Annotated[
    str,
    typer.Option(
        metavar=translate(N_("ALAMAT")),
        help=translate(N_("Alamat kantor di peramban, misalnya https://ppid.contoh.go.id.")),
    ),
]
Known = Annotated[str, typer.Argument(metavar=translate(N_("AKUN")), help=translate(N_("Nama pengguna.")))]
Yes = Annotated[bool, typer.Option("--yes", help=translate(N_("Jangan bertanya lagi.")))]


def admin(
    name: Name = "", account: Username = "", unit: Code = "", unit_name: UnitName = "", address: Address = ""
) -> None:
    """Make an administrator of the whole tree, and print a one-time link to their password."""
    from terbuka.office.serve import prepare

    prepare()
    from django.core.exceptions import ValidationError

    root = _root(unit)
    code = "" if root else unit or _ask(N_("Kode unit teratas, huruf besar (misalnya POLDA-KALSEL)"))
    title = "" if root else unit_name or _ask(N_("Nama unit teratas"))
    name = name or _ask(N_("Nama lengkap administrator"))
    username = account or _ask(N_("Nama pengguna, huruf kecil tanpa spasi"))
    try:
        made = _employ(root, code, title, name, username)
    except ValidationError as error:
        raise TerbukaError(N_("Tidak ada yang dibuat. %(problems)s"), problems=_problems(error)) from error
    _print_link(made, address)


def forget_factor(account: Known, yes: Yes = False) -> None:
    """Take away every second factor of an account, and end its sessions."""
    from terbuka.office.serve import prepare

    prepare()
    from terbuka.organisation import actions
    from terbuka.organisation.models import Account

    found = Account.objects.with_person().filter(username=account.lower()).first()
    if found is None:
        raise TerbukaError(N_("Tidak ada akun dengan nama pengguna ini. Tidak ada yang berubah."))
    question = translate(N_("Hapus semua langkah kedua akun ini dan keluarkan di semua perangkat?"))
    if not yes:
        typer.confirm(question, abort=True)
    actions.forget_factors(found)
    typer.echo(
        translate(
            N_("Sudah. Orangnya masuk dengan kata sandi, lalu langsung memasang langkah kedua yang baru.")
        )
    )


def _root(code: str) -> "Unit | None":
    """The unit at the top of the tree; None where there is no unit yet."""
    from terbuka.organisation.models import Unit
    from terbuka.organisation.queries import units_on

    roots = list(units_on().filter(parent__isnull=True))
    if not roots and not Unit.objects.exists():
        return None
    fitting = [root for root in roots if code in ("", root.code)]
    if len(fitting) != 1:
        raise TerbukaError(
            N_("Sebut kode salah satu unit teratas dengan --unit: %(codes)s. Tidak ada yang dibuat."),
            codes=", ".join(root.code for root in roots),
        )
    return fitting[0]


def _employ(root: "Unit | None", code: str, title: str, name: str, username: str) -> "Account":
    """All of it or nothing."""
    from django.db import transaction
    from django.utils import timezone

    from terbuka.organisation import actions
    from terbuka.organisation.models import UnitKind
    from terbuka.organisation.roles import Role

    today = timezone.localdate()
    with transaction.atomic():
        unit = root or actions.open_unit(
            None, code=code, name=title, kind=UnitKind.OTHER, parent=None, zone=_zone(), valid_from=today
        )
        person = actions.add_person(None, unit=unit, name=name)
        actions.appoint(None, person, unit=unit, role=Role.ADMINISTRATOR, valid_from=today)
        account = actions.create_account(None, person, username=username)
        actions.note_password_link(None, person)
    return account


def _problems(error: "ValidationError") -> str:
    names = {"code": N_("Kode unit"), "name": N_("Nama"), "username": N_("Nama pengguna")}
    return " ".join(
        f"{translate(names.get(field, field))}: {' '.join(messages)}"
        for field, messages in error.message_dict.items()
    )


def _zone() -> str:
    from django.conf import settings

    from terbuka.organisation.models import Zone

    return settings.TIME_ZONE if settings.TIME_ZONE in Zone.values else Zone.WITA


def _print_link(account: "Account", address: str) -> None:
    from django.conf import settings

    from terbuka.organisation.accounts import password_link

    here = f"http://localhost:{os.environ.get('TERBUKA_PORT', 8000)}"
    usual = f"https://{settings.ALLOWED_HOSTS[0]}" if settings.HTTPS else here
    typer.echo(translate(N_("Buka tautan ini di peramban untuk menentukan kata sandi:")))
    typer.echo((address or usual).rstrip("/") + password_link(account))
    typer.echo(translate(N_("Berlaku sekali, paling lama tiga hari, dan tidak ditampilkan lagi.")))


def _ask(question: str) -> str:
    return str(typer.prompt(translate(question)))
