"""The first administrator, further ones, and the way back for who has lost every second factor."""

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.test import Client
from typer.testing import CliRunner, Result

from terbuka.cli import app
from terbuka.errors import TerbukaError
from terbuka.journal.models import Entry
from terbuka.organisation.models import Account, Membership, Person, Unit
from terbuka.organisation.roles import Role
from tests.rows import PASSWORD, Office, build_office, employ

pytestmark = pytest.mark.django_db(transaction=True)
FIRST = ("--unit", "POLDA-CONTOH", "--unit-name", "Polda Contoh")
WHO = ("--name", "Salma Noor", "--account", "Salma")


def office_command(*arguments: str, typed: str = "") -> Result:
    """``terbuka office …`` with its answers typed; what it refuses is raised."""
    result = CliRunner().invoke(app, ["office", *arguments], input=typed)
    if isinstance(result.exception, TerbukaError):
        raise result.exception
    return result


def link_in(result: Result) -> str:
    found = re.search(r"https?://[^/\s]+(/\S+)", result.output)
    assert found, result.output
    return found[1]


def set_password(client: Client, link: str) -> Any:
    form = client.get(link, follow=True)
    address = form.redirect_chain[-1][0] if form.redirect_chain else link
    return client.post(address, {"password1": PASSWORD, "password2": PASSWORD})


def verbs() -> list[str]:
    return list(Entry.objects.order_by("number").values_list("verb", flat=True))


def test_admin_in_an_empty_office_makes_the_first_unit_and_lets_its_administrator_in(client: Client) -> None:
    link = link_in(office_command("admin", *FIRST, *WHO))
    membership = Membership.objects.select_related("unit", "person__account").get()
    assert (membership.unit.code, membership.unit.name, membership.unit.parent) == (*FIRST[1::2], None)
    assert (membership.role, membership.person.name) == (Role.ADMINISTRATOR, "Salma Noor")
    assert verbs()[-1] == "account.link_made" and set(Entry.objects.values_list("actor", flat=True)) == {None}

    assert set_password(client, link).status_code == 302
    client.post("/akun/masuk/", {"login": "salma", "password": PASSWORD})
    assert client.get("/kantor/organisasi/").status_code == 200
    assert client.get(link, follow=True).context["token_fail"] is True


def test_admin_asks_for_what_was_not_said() -> None:
    result = office_command("admin", typed="POLDA-CONTOH\nPolda Contoh\nSalma Noor\nsalma\n")
    assert "Nama lengkap administrator" in result.output
    assert Account.objects.get().person.name == "Salma Noor"


def test_admin_in_an_office_asks_for_no_unit_and_adds_another() -> None:
    build_office()
    office_command("admin", typed="Umar Said\numar\n")
    assert Membership.objects.get().unit.code == "POLDA" and Unit.objects.count() == 5


def test_admin_where_there_are_two_trees_wants_to_know_which() -> None:
    office = build_office()
    office_command("admin", *WHO)
    Unit.objects.filter(pk=office.polres.pk).update(parent=None)
    with pytest.raises(TerbukaError, match="POLDA, POLRES"):
        office_command("admin", "--name", "Umar Said", "--account", "umar")
    office_command("admin", "--unit", "POLRES", "--name", "Umar Said", "--account", "umar")
    assert Person.objects.get(name="Umar Said").memberships.get().unit == office.polres


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--unit", "polda", "--unit-name", "Polda", *WHO), "Kode unit: Huruf besar"),
        ((*FIRST, "--name", "Salma Noor", "--account", "salma noor"), "Nama pengguna: Huruf kecil"),
        ((*FIRST, "--name", "S" * 201, "--account", "salma"), "Nama: "),
    ],
)
def test_admin_with_a_wrong_value_makes_nothing(arguments: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(TerbukaError, match=sentence):
        office_command("admin", *arguments)
    assert not (Unit.objects.exists() or Person.objects.exists() or Entry.objects.exists())


def test_admin_does_not_touch_an_account_that_is_there() -> None:
    office_command("admin", *FIRST, *WHO)
    before = (Account.objects.get().password, Entry.objects.count())
    with pytest.raises(TerbukaError, match="Nama pengguna"):
        office_command("admin", *WHO)
    assert (Account.objects.get().password, Entry.objects.count()) == before


@pytest.mark.parametrize(
    ("address", "https", "port", "begins"),
    [
        ("", False, "", "http://localhost:8000/akun/"),
        ("", False, "8001", "http://localhost:8001/akun/"),
        ("", True, "8001", "https://ppid.contoh.go.id/akun/"),
        ("http://10.1.2.3/", True, "", "http://10.1.2.3/akun/"),
    ],
)
def test_admin_prints_the_link_at_the_address_of_the_office(
    settings: Any, monkeypatch: pytest.MonkeyPatch, address: str, https: bool, port: str, begins: str
) -> None:
    settings.HTTPS, settings.ALLOWED_HOSTS = https, ["ppid.contoh.go.id"]
    if port:
        monkeypatch.setenv("TERBUKA_PORT", port)
    result = office_command("admin", *FIRST, *WHO, *(("--address", address) if address else ()))
    assert f"\n{begins}" in result.output


def test_admin_where_the_office_keeps_a_zone_of_no_unit_takes_the_middle_one(settings: Any) -> None:
    settings.TIME_ZONE = "Asia/Pontianak"
    office_command("admin", *FIRST, *WHO)
    assert Unit.objects.get().zone == "Asia/Makassar"


@pytest.fixture
def with_factors() -> Account:
    office: Office = build_office()
    account = employ(Role.PPID, unit=office.polda)
    for kind in ("totp", "recovery_codes", "webauthn", "webauthn"):
        Authenticator.objects.create(user=account, type=kind, data={})
    return account


def test_forget_factor_takes_all_of_them_and_ends_the_sessions(
    client: Client, with_factors: Account, settings: Any
) -> None:
    settings.REQUIRE_MFA = True
    client.force_login(with_factors, backend="terbuka.organisation.accounts.Backend")
    other = employ(Role.PPID, unit=Unit.objects.get(code="POLDA"))
    Authenticator.objects.create(user=other, type="totp", data={})

    office_command("forget-factor", with_factors.username.upper(), typed="y\n")

    assert list(Authenticator.objects.values_list("user", flat=True)) == [other.pk]
    assert verbs()[-1] == "account.factors_forgotten"
    assert client.get("/kantor/")["Location"].startswith("/akun/masuk/")
    client.force_login(
        Account.objects.get(pk=with_factors.pk), backend="terbuka.organisation.accounts.Backend"
    )
    assert client.get("/kantor/")["Location"] == "/akun/langkah-kedua/"


def test_forget_factor_changes_nothing_without_a_yes(with_factors: Account) -> None:
    assert office_command("forget-factor", with_factors.username, typed="n\n").exit_code == 1
    assert Authenticator.objects.count() == 4 and "account.factors_forgotten" not in verbs()


def test_forget_factor_with_yes_asks_nothing(with_factors: Account) -> None:
    assert office_command("forget-factor", with_factors.username, "--yes").exit_code == 0
    assert not Authenticator.objects.exists()


def test_forget_factor_of_nobody_is_refused(with_factors: Account) -> None:
    with pytest.raises(TerbukaError, match="Tidak ada akun"):
        office_command("forget-factor", "tidakada", "--yes")
    assert Authenticator.objects.count() == 4


def test_problems_of_a_field_that_nobody_named_are_said_by_its_own_name() -> None:
    from terbuka.cli.admin import _problems

    assert _problems(ValidationError({"zone": ["salah"]})) == "zone: salah"
