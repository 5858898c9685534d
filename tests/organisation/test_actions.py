"""What changes the organisation: each verb, what it refuses, and that it is written down."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from terbuka.journal.models import Entry
from terbuka.journal.verify import verify_chain
from terbuka.office.errors import NotPossible
from terbuka.organisation import actions
from terbuka.organisation.models import Account, Membership, Person, Unit
from terbuka.organisation.roles import Role
from terbuka.organisation.rules import has_role
from tests.rows import SINCE, Office, add_person, employ, open_unit

Officer = Callable[..., Account]
DAY = datetime.timedelta(days=1)
MARCH = datetime.date(2021, 3, 9)


def last_verb() -> str:
    assert verify_chain().sound
    return Entry.objects.order_by("-number")[0].verb


def paths() -> dict[str, str]:
    return dict(Unit.objects.values_list("code", "path"))


# --- Units


def test_open_unit_sets_the_path_and_is_written_down(office: Office) -> None:
    assert office.polda.path == f"{office.polda.pk}/"
    assert office.pid.path == f"{office.polda.pk}/{office.bidhumas.pk}/{office.pid.pk}/"
    assert last_verb() == "unit.opened"


@pytest.mark.parametrize("code", ["polda kecil", "", "POLDA", "X" * 41])
def test_open_unit_with_a_wrong_or_taken_code_changes_nothing(office: Office, code: str) -> None:
    before = (Unit.objects.count(), Entry.objects.count())
    with pytest.raises(ValidationError):
        open_unit(code, "Unit", "bid", office.polda)
    assert (Unit.objects.count(), Entry.objects.count()) == before


def test_only_the_administrator_of_the_parent_opens_a_unit(office: Office, officer: Officer) -> None:
    data: dict[str, Any] = {
        "code": "BARU",
        "name": "Unit",
        "kind": "bid",
        "zone": "Asia/Makassar",
        "valid_from": SINCE,
    }
    for actor in (officer(Role.PPID), officer(Role.ADMINISTRATOR, unit=office.polres)):
        with pytest.raises(PermissionDenied):
            actions.open_unit(actor, parent=office.polda, **data)
    with pytest.raises(PermissionDenied):
        actions.open_unit(officer(Role.ADMINISTRATOR, unit=office.polres), parent=None, **data)
    opened = actions.open_unit(officer(Role.ADMINISTRATOR), parent=office.polda, **data)
    assert Entry.objects.order_by("-number")[0].object_id == str(opened.pk)


def test_change_unit_keeps_its_identity(office: Office) -> None:
    actions.change_unit(None, office.pid, name="Subbidang Multimedia", kind="sub", zone="Asia/Jakarta")
    office.pid.refresh_from_db()
    assert (office.pid.name, office.pid.zone, last_verb()) == (
        "Subbidang Multimedia",
        "Asia/Jakarta",
        "unit.changed",
    )


def test_move_unit_takes_everything_below_along(office: Office) -> None:
    actions.move_unit(None, office.bidhumas, office.polres)
    assert paths()["PID"] == f"{office.polres.path}{office.bidhumas.pk}/{office.pid.pk}/"
    assert last_verb() == "unit.moved"


def test_move_unit_below_itself_is_not_possible(office: Office) -> None:
    before = paths()
    for target in (office.bidhumas, office.pid):
        with pytest.raises(NotPossible):
            actions.move_unit(None, office.bidhumas, target)
    assert paths() == before


def test_move_unit_needs_both_ends(office: Office, officer: Officer) -> None:
    with pytest.raises(PermissionDenied):
        actions.move_unit(officer(Role.ADMINISTRATOR, unit=office.polres), office.polsek, office.bidhumas)


def test_end_unit_ends_the_roles_there_and_drops_those_that_never_began(
    office: Office, officer: Officer
) -> None:
    account = officer(Role.PPID, unit=office.polsek)
    actions.appoint(None, account.person, unit=office.polsek, role=Role.EDITOR, valid_from=MARCH + 30 * DAY)
    actions.end_unit(None, office.polsek, on=MARCH)
    assert Membership.objects.get(unit=office.polsek).valid_to == MARCH
    assert last_verb() == "unit.ended"


def test_end_unit_leaves_a_role_that_ended_earlier_as_it_was(office: Office, officer: Officer) -> None:
    account = officer(Role.PPID, unit=office.polsek)
    earlier = actions.end_membership(None, account.person.memberships.get(), on=MARCH - DAY)
    actions.end_unit(None, office.polsek, on=MARCH)
    earlier.refresh_from_db()
    assert earlier.valid_to == MARCH - DAY


def test_end_unit_with_open_units_below_is_not_possible(office: Office) -> None:
    with pytest.raises(NotPossible):
        actions.end_unit(None, office.polres, on=MARCH)
    actions.end_unit(None, office.polsek, on=MARCH)
    actions.end_unit(None, office.polres, on=MARCH)


@pytest.mark.parametrize("on", [SINCE - DAY, SINCE - 400 * DAY])
def test_end_unit_before_it_begins_is_not_possible(office: Office, on: datetime.date) -> None:
    with pytest.raises(NotPossible):
        actions.end_unit(None, office.polsek, on=on)


def test_end_unit_a_second_time_is_possible_only_earlier(office: Office) -> None:
    actions.end_unit(None, office.polsek, on=MARCH)
    for later in (MARCH, MARCH + DAY):
        with pytest.raises(NotPossible):
            actions.end_unit(None, office.polsek, on=later)
    actions.end_unit(None, office.polsek, on=MARCH - DAY)


def test_succeed_unit_hands_over_what_is_below_and_who_works_there(office: Office, officer: Officer) -> None:
    account = officer(Role.PPID, unit=office.polres)
    future = actions.appoint(
        None, account.person, unit=office.polres, role=Role.EDITOR, valid_from=MARCH + 30 * DAY
    )
    successor = actions.succeed_unit(
        None, office.polres, code="POLRESTA", name="Polresta Contoh", kind="polres", on=MARCH
    )
    office.polres.refresh_from_db()
    assert (successor.succeeds, office.polres.valid_to) == (office.polres, MARCH - DAY)
    assert paths()["POLSEK"] == f"{successor.path}{office.polsek.pk}/"
    old, *new = account.person.memberships.order_by("valid_from")
    assert (old.unit, old.valid_to) == (office.polres, MARCH - DAY)
    assert [(m.unit, m.role, m.valid_from) for m in new] == [
        (successor, Role.PPID, MARCH),
        (successor, Role.EDITOR, future.valid_from),
    ]
    assert has_role(account, {Role.PPID}, Unit.objects.get(code="POLSEK"))
    assert last_verb() == "unit.succeeded"


def test_succeed_unit_before_it_begins_changes_nothing(office: Office) -> None:
    before = paths()
    with pytest.raises(NotPossible):
        actions.succeed_unit(None, office.polres, code="X", name="X", kind="polres", on=SINCE)
    assert paths() == before


def test_unit_that_ends_before_it_begins_is_refused_by_the_database(office: Office) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Unit.objects.filter(pk=office.pid.pk).update(valid_to=SINCE - DAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Unit.objects.filter(pk=office.pid.pk).update(parent=office.pid.pk)


# --- People and roles


def test_add_person_by_an_administrator_of_a_unit(office: Office, officer: Officer) -> None:
    administrator = officer(Role.ADMINISTRATOR, unit=office.polres)
    actions.add_person(administrator, unit=office.polres, name="Siti Maulida")
    assert last_verb() == "person.added"
    with pytest.raises(PermissionDenied):
        actions.add_person(administrator, unit=None, name="Siti Maulida")


def test_journal_of_a_person_does_not_hold_the_name(office: Office) -> None:
    person = add_person("Melati Suryaningsih", office.polda)
    actions.change_person(None, person, name="Melati Kusuma", rank="", post="")
    assert last_verb() == "person.changed"
    for entry in Entry.objects.all():
        assert "Melati" not in str(entry.detail)


def test_change_person_by_whoever_administers_all_their_units(office: Office, officer: Officer) -> None:
    account = officer(Role.REPORTER, unit=office.polsek)
    administrator = officer(Role.ADMINISTRATOR, unit=office.polres)
    actions.change_person(administrator, account.person, name="Nama Baru", rank="", post="")
    actions.appoint(None, account.person, unit=office.bidhumas, role=Role.REPORTER, valid_from=SINCE)
    with pytest.raises(PermissionDenied):
        actions.change_person(administrator, account.person, name="Nama Lain", rank="", post="")


def test_person_without_roles_is_for_the_administrator_of_everything(
    office: Office, officer: Officer
) -> None:
    person = add_person()
    with pytest.raises(PermissionDenied):
        actions.change_person(
            officer(Role.ADMINISTRATOR, unit=office.polres), person, name="X", rank="", post=""
        )
    actions.change_person(officer(Role.ADMINISTRATOR), person, name="X", rank="", post="")


def test_person_whose_roles_are_over_stays_with_who_administers_those_units(
    office: Office, officer: Officer
) -> None:
    account = officer(Role.REPORTER, unit=office.polsek)
    actions.end_membership(None, account.person.memberships.get(), on=MARCH)
    administrator = officer(Role.ADMINISTRATOR, unit=office.polres)
    actions.change_person(administrator, account.person, name="X", rank="", post="")


def test_appoint_is_written_down_with_codes_only(office: Office, officer: Officer) -> None:
    account = officer(Role.PPID, unit=office.pid)
    entry = Entry.objects.filter(verb="membership.appointed").get()
    assert entry.detail == {"person": account.person.pk, "role": "ppid", "code": "PID", "on": "2020-01-01"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((SINCE, None), (MARCH, None)),
        ((SINCE, None), (SINCE, MARCH)),
        ((MARCH, None), (SINCE, MARCH)),
        ((SINCE, MARCH), (MARCH, None)),
        ((SINCE, MARCH), (SINCE + DAY, MARCH - DAY)),
    ],
)
def test_appoint_twice_at_the_same_time_is_not_possible(
    office: Office,
    first: tuple[datetime.date, datetime.date | None],
    second: tuple[datetime.date, datetime.date | None],
) -> None:
    person = add_person(unit=office.polda)
    actions.appoint(None, person, unit=office.pid, role=Role.PPID, valid_from=first[0], valid_to=first[1])
    with pytest.raises(NotPossible):
        actions.appoint(
            None, person, unit=office.pid, role=Role.PPID, valid_from=second[0], valid_to=second[1]
        )
    assert person.memberships.count() == 1


def test_appoint_again_after_the_role_has_ended(office: Office) -> None:
    person = add_person(unit=office.polda)
    actions.appoint(None, person, unit=office.pid, role=Role.PPID, valid_from=SINCE, valid_to=MARCH)
    actions.appoint(None, person, unit=office.pid, role=Role.PPID, valid_from=MARCH + DAY)
    assert person.memberships.count() == 2


def test_appoint_at_a_unit_that_does_not_hold_then_is_not_possible(office: Office) -> None:
    with pytest.raises(NotPossible):
        actions.appoint(None, add_person(), unit=office.pid, role=Role.PPID, valid_from=SINCE - DAY)


def test_appoint_with_an_unknown_role_or_a_wrong_end_is_refused(office: Office) -> None:
    person = add_person()
    with pytest.raises(ValidationError):
        actions.appoint(None, person, unit=office.pid, role="kaisar", valid_from=SINCE)
    with pytest.raises(ValidationError):
        actions.appoint(None, person, unit=office.pid, role=Role.PPID, valid_from=MARCH, valid_to=SINCE)
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(person=person, unit=office.pid, role="kaisar", valid_from=SINCE)


def test_appoint_needs_an_administrator_of_the_unit(office: Office, officer: Officer) -> None:
    with pytest.raises(PermissionDenied):
        actions.appoint(
            officer(Role.ADMINISTRATOR, unit=office.polres),
            add_person(),
            unit=office.pid,
            role=Role.PPID,
            valid_from=SINCE,
        )


def test_end_membership_holds_to_its_last_day(office: Office, officer: Officer) -> None:
    account = officer(Role.PPID, unit=office.pid)
    ended = actions.end_membership(None, account.person.memberships.get(), on=MARCH)
    assert (ended.valid_to, last_verb()) == (MARCH, "membership.ended")
    with pytest.raises(NotPossible):
        actions.end_membership(None, ended, on=MARCH)
    with pytest.raises(NotPossible):
        actions.end_membership(None, ended, on=SINCE - DAY)
    with pytest.raises(PermissionDenied):
        actions.end_membership(officer(Role.PPID), ended, on=SINCE)


def test_last_administrator_of_a_tree_stays(office: Office, officer: Officer) -> None:
    first = officer(Role.ADMINISTRATOR)
    today = timezone.localdate()
    with pytest.raises(NotPossible):
        actions.end_membership(None, first.person.memberships.get(), on=today - DAY)
    with pytest.raises(NotPossible):
        actions.set_account_active(None, first.person, active=False)
    officer(Role.ADMINISTRATOR)
    actions.set_account_active(None, first.person, active=False)


# --- Accounts


def test_create_account_has_no_password_and_lower_case_names(office: Office, officer: Officer) -> None:
    person = add_person(unit=office.polda)
    account = actions.create_account(
        officer(Role.ADMINISTRATOR), person, username="Siti.M", email="Siti@Contoh.GO.ID"
    )
    assert (account.username, account.email, account.has_usable_password()) == (
        "siti.m",
        "siti@contoh.go.id",
        False,
    )
    assert last_verb() == "account.created"
    with pytest.raises(NotPossible):
        actions.create_account(None, person, username="lain")


def test_create_account_with_a_taken_name_or_address_changes_nothing(
    office: Office, officer: Officer
) -> None:
    taken = officer()
    for data in (
        {"username": taken.username},
        {"username": "lain", "email": taken.email},
        {"username": "a b"},
    ):
        with pytest.raises(ValidationError):
            actions.create_account(None, add_person(), **data)
    assert Person.objects.filter(account__isnull=False).count() == 1


def test_two_accounts_without_address_are_possible(office: Office) -> None:
    for name in ("satu", "dua"):
        actions.create_account(None, add_person(), username=name)
    assert Account.objects.filter(email="").count() == 2


def test_account_of_somebody_elsewhere_cannot_be_taken_over_by_appointing_them(
    office: Office, officer: Officer
) -> None:
    """Who administers a resort appoints the PPID of the province there, to get a link into the account."""
    victim = officer(Role.PPID)
    attacker = officer(Role.ADMINISTRATOR, unit=office.polres)
    actions.appoint(attacker, victim.person, unit=office.polres, role=Role.REPORTER, valid_from=SINCE)
    with pytest.raises(PermissionDenied):
        actions.note_password_link(attacker, victim.person)
    with pytest.raises(PermissionDenied):
        actions.set_account_active(attacker, victim.person, active=False)
    with pytest.raises(PermissionDenied):
        actions.end_sessions(attacker, victim)


def test_password_link_is_written_down_and_needs_an_active_account(office: Office, officer: Officer) -> None:
    account = officer()
    actions.note_password_link(None, account.person)
    assert last_verb() == "account.link_made"
    actions.set_account_active(None, account.person, active=False)
    for person in (account.person, add_person()):
        with pytest.raises(NotPossible):
            actions.note_password_link(None, person)


def test_deactivated_account_cannot_log_in_and_can_be_let_in_again(office: Office, rf: object) -> None:
    account = employ(unit=office.polda, password="tenggiri-lompat-31")
    actions.set_account_active(None, account.person, active=False)
    assert last_verb() == "account.deactivated"
    request = rf.get("/")  # type: ignore[attr-defined]
    assert authenticate(request, username=account.username, password="tenggiri-lompat-31") is None
    actions.set_account_active(None, account.person, active=True)
    assert last_verb() == "account.reactivated"
    assert authenticate(request, username=account.username, password="tenggiri-lompat-31") == account


def test_set_account_active_without_account_is_not_possible(office: Office) -> None:
    with pytest.raises(NotPossible):
        actions.set_account_active(None, add_person(), active=True)


def test_end_sessions_changes_what_sessions_are_signed_with(office: Office, officer: Officer) -> None:
    account = officer()
    before = account.get_session_auth_hash()
    actions.end_sessions(account, account)
    assert account.get_session_auth_hash() != before
    actions.end_sessions(officer(Role.ADMINISTRATOR), account)
    assert last_verb() == "account.sessions_ended"
    with pytest.raises(PermissionDenied):
        actions.end_sessions(officer(Role.PPID), account)
