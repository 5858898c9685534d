"""Who may do what: roles reach down the tree, on their days, and nowhere else."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from terbuka.organisation import actions, rules
from terbuka.organisation.models import Account, Unit
from terbuka.organisation.roles import PRIVILEGED, Role
from tests.rows import SINCE, Office

Officer = Callable[..., Account]
DAY = datetime.timedelta(days=1)


def at_the_next_request(account: Account) -> Account:
    """The account as a request loads it, with nothing remembered of its roles."""
    return Account.objects.get(pk=account.pk)


def test_role_reaches_its_unit_and_below_but_not_above_or_beside(office: Office, officer: Officer) -> None:
    account = officer(Role.PPID, unit=office.bidhumas)
    reached = [unit for unit in Unit.objects.all() if rules.has_role(account, {Role.PPID}, unit)]
    assert reached == [office.bidhumas, office.pid]


def test_other_role_does_not_open_what_a_role_opens(office: Office, officer: Officer) -> None:
    account = officer(Role.REPORTER)
    assert not rules.has_role(account, {Role.PPID, Role.AUDITOR}, office.polda)
    assert rules.has_role_anywhere(account, {Role.REPORTER})
    assert not rules.has_role_anywhere(account, {Role.PPID})


def test_prefix_of_a_number_is_not_a_parent(office: Office, officer: Officer) -> None:
    one, twelve = Unit(path="1/"), Unit(path="12/")
    assert not one.covers(twelve)
    assert one.covers(one)


def test_membership_holds_from_its_first_to_its_last_day(office: Office, officer: Officer) -> None:
    account = officer()
    first, last = datetime.date(2021, 3, 9), datetime.date(2021, 3, 24)
    actions.appoint(None, account.person, unit=office.pid, role=Role.EDITOR, valid_from=first, valid_to=last)
    for day, expected in ((first - DAY, False), (first, True), (last, True), (last + DAY, False)):
        assert rules.has_role(account, {Role.EDITOR}, office.pid, on=day) is expected, day


def test_role_at_an_ended_unit_is_gone_with_it(office: Office, officer: Officer) -> None:
    account = officer(Role.PPID, unit=office.polsek)
    yesterday = timezone.localdate() - DAY
    actions.end_unit(None, office.polsek, on=yesterday)
    account = at_the_next_request(account)
    assert rules.roles_held(account) == frozenset()
    assert rules.roles_held(account, on=yesterday) == {Role.PPID}


def test_visitor_and_deactivated_account_hold_nothing(office: Office, officer: Officer) -> None:
    account = officer(Role.PPID)
    account.is_active = False
    for somebody in (AnonymousUser(), account):
        assert rules.memberships(somebody) == ()
        assert not rules.units_with_role(somebody, Role.values).exists()
        assert rules.home_unit(somebody) is None


def test_account_without_person_holds_nothing(db: None) -> None:
    account = Account(username="sendiri")
    account.save()
    assert rules.roles_held(Account.objects.get()) == frozenset()


def test_units_with_role_joins_all_reaches(office: Office, officer: Officer) -> None:
    account = officer(Role.AUDITOR, unit=office.polres)
    actions.appoint(None, account.person, unit=office.pid, role=Role.AUDITOR, valid_from=SINCE)
    actions.appoint(None, account.person, unit=office.bidhumas, role=Role.EDITOR, valid_from=SINCE)
    assert set(rules.units_with_role(account, {Role.AUDITOR})) == {office.polres, office.polsek, office.pid}


def test_roles_are_read_with_one_query_however_often_they_are_asked(
    office: Office, officer: Officer, django_assert_num_queries: Any
) -> None:
    account = officer(Role.PPID, Role.EDITOR, Role.AUDITOR)
    with django_assert_num_queries(1):
        for unit in (office.polda, office.pid, office.polsek):
            rules.has_role(account, {Role.PPID}, unit)
            rules.roles_held(account, unit)
        rules.has_role_anywhere(account, {Role.EDITOR})
        rules.home_unit(account)
        rules.units_with_role(account, {Role.AUDITOR})


def test_memberships_are_read_anew_at_the_next_request(office: Office, officer: Officer) -> None:
    account = officer()
    assert rules.roles_held(account) == frozenset()
    actions.appoint(None, account.person, unit=office.pid, role=Role.EDITOR, valid_from=SINCE)
    assert rules.roles_held(account) == frozenset()
    assert rules.roles_held(at_the_next_request(account)) == {Role.EDITOR}


def test_home_unit_is_the_deepest(office: Office, officer: Officer) -> None:
    account = officer(Role.PPID)
    actions.appoint(None, account.person, unit=office.pid, role=Role.EDITOR, valid_from=SINCE)
    assert rules.home_unit(account) == office.pid


def test_administrator_of_a_part_administers_that_part_only(office: Office, officer: Officer) -> None:
    account = officer(Role.ADMINISTRATOR, unit=office.polres)
    assert rules.may_administer(account, office.polsek)
    assert not rules.may_administer(account, office.polda)
    assert not rules.may_administer(account, None)
    assert rules.may_administer(officer(Role.ADMINISTRATOR), None)
    assert rules.may_administer(None, office.polda)


def test_require_lets_pass_or_refuses() -> None:
    rules.require(True)
    with pytest.raises(PermissionDenied):
        rules.require(False)


def test_privileged_roles_are_those_that_see_or_open_what_is_hidden() -> None:
    assert {Role.REPORTER, Role.EDITOR, Role.MODERATOR, Role.DESK_OFFICER} & PRIVILEGED == set()
    assert {Role.SUPERIOR, Role.ADMINISTRATOR, Role.SCREENING_OFFICER} <= PRIVILEGED


def test_rows_say_what_they_are(office: Office, officer: Officer) -> None:
    account = officer(Role.PPID, unit=office.pid)
    assert str(office.pid) == "Subbidang PID"
    assert str(account) == account.username
    assert str(account.person) == "AKBP Rahmadi Noor"
    assert str(account.person.memberships.get()) == "PPID, Subbidang PID"
    assert (office.polda.depth, office.pid.depth) == (0, 2)
