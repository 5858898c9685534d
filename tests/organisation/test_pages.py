"""The administrators' pages: who may open them, what they do, what they keep when something is wrong."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from terbuka.journal.models import Entry
from terbuka.organisation.models import Account, Membership, Person, Unit
from terbuka.organisation.roles import Role
from tests.rows import Office, add_person

Officer = Callable[..., Account]
Enter = Callable[[Account], Client]


@pytest.fixture
def administrator(officer: Officer) -> Account:
    return officer(Role.ADMINISTRATOR, name="Siti Maulida")


@pytest.fixture
def client_of(administrator: Account, enter: Enter) -> Client:
    return enter(administrator)


def addresses(office: Office, account: Account) -> list[str]:
    person, membership = account.person, account.person.memberships.get()
    return [
        reverse("organisation:units"),
        reverse("organisation:open-unit"),
        *(reverse(f"organisation:{name}", args=[office.pid.pk]) for name in UNIT_PAGES),
        reverse("organisation:people"),
        reverse("organisation:add-person"),
        *(reverse(f"organisation:{name}", args=[person.pk]) for name in PERSON_PAGES),
        reverse("organisation:end-membership", args=[membership.pk]),
    ]


UNIT_PAGES = ("unit", "change-unit", "move-unit", "end-unit", "succeed-unit")
PERSON_PAGES = ("person", "change-person", "appoint", "create-account")
POSTS = ("make-link", "set-account-active", "end-person-sessions")


def test_every_page_opens_for_the_administrator(
    office: Office, administrator: Account, client_of: Client
) -> None:
    for address in addresses(office, administrator):
        assert client_of.get(address).status_code == 200, address
        assert client_of.get(f"/en{address}").status_code == 200, address
        translation.activate("id")


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_no_page_exists_for_other_roles(
    office: Office, officer: Officer, enter: Enter, administrator: Account, role: str
) -> None:
    client = enter(officer(role))
    for address in addresses(office, administrator):
        assert client.get(address).status_code == 404, address
    for name in POSTS:
        assert client.post(reverse(f"organisation:{name}", args=[administrator.person.pk])).status_code == 404


def test_visitor_is_led_to_the_log_in(office: Office, administrator: Account, client: Client) -> None:
    for address in addresses(office, administrator):
        answer = client.get(address)
        assert answer.status_code == 302
        assert answer["Location"].startswith(reverse("account_login"))


def test_administrator_of_a_part_gets_404_for_the_rest(
    office: Office, officer: Officer, enter: Enter
) -> None:
    client = enter(officer(Role.ADMINISTRATOR, unit=office.polres))
    other = officer(Role.PPID, unit=office.pid)
    assert client.get(reverse("organisation:unit", args=[office.polsek.pk])).status_code == 200
    for name in UNIT_PAGES:
        assert client.get(reverse(f"organisation:{name}", args=[office.pid.pk])).status_code == 404
    for name in ("person", "change-person", "create-account"):
        assert client.get(reverse(f"organisation:{name}", args=[other.person.pk])).status_code == 404
    for name in POSTS:
        assert client.post(reverse(f"organisation:{name}", args=[other.person.pk])).status_code == 404
    membership = other.person.memberships.get()
    assert client.get(reverse("organisation:end-membership", args=[membership.pk])).status_code == 404


def test_unit_is_opened_changed_moved_replaced_and_ended(office: Office, client_of: Client) -> None:
    form = {
        "name": "Polres Baru",
        "code": "POLRES-BARU",
        "kind": "polres",
        "parent": office.polda.pk,
        "zone": "Asia/Makassar",
        "valid_from": "2021-01-04",
    }
    answer = client_of.post(reverse("organisation:open-unit"), form, follow=True)
    assert "Polres Baru" in answer.content.decode()
    unit = Unit.objects.get(code="POLRES-BARU")

    def post(view: str, pk: int, **data: Any) -> None:
        assert client_of.post(reverse(f"organisation:{view}", args=[pk]), data).status_code == 302

    post("change-unit", unit.pk, name="Polres Baru Sekali", kind="polres", zone="Asia/Jayapura")
    post("move-unit", unit.pk, parent=office.bidhumas.pk)
    post("succeed-unit", unit.pk, name="Polresta Baru", code="POLRESTA-BARU", kind="polres", on="2021-06-01")
    successor = Unit.objects.get(code="POLRESTA-BARU")
    post("end-unit", successor.pk, on="2021-12-31")
    unit.refresh_from_db()
    successor.refresh_from_db()
    assert (unit.name, str(unit.valid_to)) == ("Polres Baru Sekali", "2021-05-31")
    assert (successor.parent, str(successor.valid_to)) == (office.bidhumas, "2021-12-31")
    shown = client_of.get(reverse("organisation:unit", args=[successor.pk])).content.decode()
    assert "Menggantikan" in shown and "sampai 31 Desember 2021" in shown


def test_form_keeps_what_was_typed_and_says_what_is_wrong(office: Office, client_of: Client) -> None:
    form = {"name": "Unit <b>Uji</b>", "code": "dengan spasi", "kind": "polres", "parent": office.polda.pk}
    page = client_of.post(reverse("organisation:open-unit"), form).content.decode()
    assert 'value="Unit &lt;b&gt;Uji&lt;/b&gt;"' in page
    assert "<b>Uji</b>" not in page
    assert "Huruf besar, angka, titik dan garis." in page
    assert 'aria-invalid="true"' in page
    assert "data-error-summary" in page


def test_refusal_of_the_action_stands_above_the_form(office: Office, client_of: Client) -> None:
    page = client_of.post(reverse("organisation:end-unit", args=[office.polres.pk]), {"on": "2021-01-04"})
    assert page.status_code == 200
    assert "Masih ada unit di bawahnya" in page.content.decode()
    translation.activate("en")
    english = client_of.post(reverse("organisation:end-unit", args=[office.polres.pk]), {"on": "2021-01-04"})
    assert "There are still units below it" in english.content.decode()


def test_error_of_a_field_the_form_does_not_have_stands_above_it(
    office: Office, client_of: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody takes the code between the check of the form and the action."""
    from terbuka.organisation import actions

    opened = actions.open_unit

    def race(actor: Any, **data: Any) -> Unit:
        Unit.objects.filter(pk=office.pid.pk).update(code=data["code"])
        return opened(actor, **data)

    monkeypatch.setattr(actions, "open_unit", race)
    form = {
        "name": "Unit", "code": "UNIT", "kind": "polres", "parent": office.polda.pk,
        "zone": "Asia/Makassar", "valid_from": "2021-01-04",
    }  # fmt: skip
    page = client_of.post(reverse("organisation:open-unit"), form)
    assert page.status_code == 200
    assert "field-errors" in page.content.decode()


def test_person_is_added_appointed_given_an_account_and_relieved(office: Office, client_of: Client) -> None:
    answer = client_of.post(
        reverse("organisation:add-person"), {"name": "Budi Santosa", "rank": "Bripka", "post": "Bintara"}
    )
    person = Person.objects.get(name="Budi Santosa")
    assert answer["Location"] == reverse("organisation:appoint", args=[person.pk])
    role = {"unit": office.pid.pk, "role": Role.REPORTER, "valid_from": "2021-01-04"}
    client_of.post(answer["Location"], role)
    client_of.post(reverse("organisation:create-account", args=[person.pk]), {"username": "budi"})
    client_of.post(
        reverse("organisation:change-person", args=[person.pk]), {"name": "Budi Santosa", "rank": "Aipda"}
    )
    membership = Membership.objects.get(person=person)
    client_of.post(reverse("organisation:end-membership", args=[membership.pk]), {"on": "2021-12-31"})
    page = client_of.get(reverse("organisation:person", args=[person.pk])).content.decode()
    assert "Aipda Budi Santosa" in page and "budi" in page and "31 Desember 2021" in page


def test_administrator_of_a_part_adds_people_for_their_own_unit(
    office: Office, officer: Officer, enter: Enter
) -> None:
    client = enter(officer(Role.ADMINISTRATOR, unit=office.polres))
    assert client.post(reverse("organisation:add-person"), {"name": "Budi Santosa"}).status_code == 302
    assert Entry.objects.get(verb="person.added", actor__isnull=False).unit == office.polres


def test_one_time_link_is_shown_once_and_sets_the_password(
    office: Office, client_of: Client, client: Client
) -> None:
    person = add_person("Budi Santosa", office.polda)
    client_of.post(reverse("organisation:create-account", args=[person.pk]), {"username": "budi"})
    page = client_of.post(reverse("organisation:make-link", args=[person.pk])).content.decode()
    link = page.split('<output id="tautan">')[1].split("<")[0]
    assert link not in client_of.get(reverse("organisation:person", args=[person.pk])).content.decode()
    path = link.removeprefix("http://testserver")
    form = client.get(path, follow=True)
    target = form.request["PATH_INFO"]
    new = {"password1": "tenggiri-lompat-31", "password2": "tenggiri-lompat-31"}
    assert client.post(target, new, follow=True).status_code == 200
    account = Account.objects.get(username="budi")
    assert account.check_password("tenggiri-lompat-31")
    again = Client().get(path, follow=True).content.decode()
    assert 'name="password1"' not in again


def test_access_is_taken_given_and_sessions_ended(
    office: Office, client_of: Client, officer: Officer
) -> None:
    account = officer(Role.REPORTER)
    own = enter_client(account)
    assert own.get(reverse("office:home")).status_code == 200
    assert (
        client_of.post(reverse("organisation:end-person-sessions", args=[account.person.pk])).status_code
        == 302
    )
    assert own.get(reverse("office:home")).status_code == 302
    client_of.post(reverse("organisation:set-account-active", args=[account.person.pk]), {"active": "0"})
    account.refresh_from_db()
    assert not account.is_active
    assert "Nonaktif" in client_of.get(reverse("organisation:people")).content.decode()
    client_of.post(reverse("organisation:set-account-active", args=[account.person.pk]), {"active": "1"})
    account.refresh_from_db()
    assert account.is_active


def enter_client(account: Account) -> Client:
    client = Client()
    client.force_login(account, backend="terbuka.organisation.accounts.Backend")
    return client


def test_acts_on_an_account_that_is_not_there(office: Office, client_of: Client) -> None:
    person = add_person("Tanpa Akun", office.polda)
    assert client_of.post(reverse("organisation:end-person-sessions", args=[person.pk])).status_code == 404
    refused = client_of.post(reverse("organisation:make-link", args=[person.pk]))
    assert refused.status_code == 409
    assert "tidak mempunyai akun aktif" in refused.content.decode()


def test_acts_need_a_post(office: Office, client_of: Client, administrator: Account) -> None:
    for name in POSTS:
        address = reverse(f"organisation:{name}", args=[administrator.person.pk])
        assert client_of.get(address).status_code == 405


def test_search_finds_or_says_that_nothing_fits(office: Office, client_of: Client) -> None:
    people = reverse("organisation:people")
    assert "Siti Maulida" in client_of.get(people, {"cari": "maul"}).content.decode()
    assert "Tidak ada yang cocok" in client_of.get(people, {"cari": "<script>"}).content.decode()


def test_ended_units_are_shown_when_asked(office: Office, client_of: Client) -> None:
    client_of.post(reverse("organisation:end-unit", args=[office.polsek.pk]), {"on": "2021-01-04"})
    units = reverse("organisation:units")
    assert "Polsek Contoh" not in client_of.get(units).content.decode()
    assert "Polsek Contoh" in client_of.get(units, {"berakhir": "1"}).content.decode()


def test_role_of_tomorrow_is_shown_as_not_begun(office: Office, client_of: Client) -> None:
    person = add_person("Calon Pejabat", office.polda)
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    client_of.post(
        reverse("organisation:appoint", args=[person.pk]),
        {"unit": office.pid.pk, "role": Role.PPID, "valid_from": tomorrow.isoformat()},
    )
    assert "Belum mulai" in client_of.get(reverse("organisation:person", args=[person.pk])).content.decode()


@pytest.mark.parametrize(
    ("name", "queries"), [("units", 4), ("people", 5), ("open-unit", 4), ("add-person", 3)]
)
def test_lists_cost_a_fixed_number_of_queries(
    office: Office,
    client_of: Client,
    officer: Officer,
    django_assert_num_queries: Any,
    name: str,
    queries: int,
) -> None:
    for _number in range(3):
        officer(Role.REPORTER, unit=office.pid)
    with django_assert_num_queries(queries):
        client_of.get(reverse(f"organisation:{name}"))
