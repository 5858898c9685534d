"""What administrators may read, and how many queries it costs."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from terbuka.organisation import actions, queries
from terbuka.organisation.models import Account
from terbuka.organisation.roles import Role
from tests.rows import SINCE, Office, add_person

Officer = Callable[..., Account]


def test_unit_tree_shows_the_administered_part_with_people(
    office: Office, officer: Officer, django_assert_num_queries: Any
) -> None:
    administrator = officer(Role.ADMINISTRATOR, unit=office.polres)
    officer(Role.REPORTER, Role.EDITOR, unit=office.polsek)
    with django_assert_num_queries(2):
        tree = list(queries.unit_tree(administrator))
    assert [(unit.code, unit.members) for unit in tree] == [("POLRES", 1), ("POLSEK", 1)]  # type: ignore[attr-defined]


def test_unit_tree_hides_ended_units_unless_asked(office: Office, officer: Officer) -> None:
    administrator = officer(Role.ADMINISTRATOR, unit=office.polres)
    actions.end_unit(None, office.polsek, on=SINCE)
    assert [unit.code for unit in queries.unit_tree(administrator)] == ["POLRES"]
    assert [unit.code for unit in queries.unit_tree(administrator, ended=True)] == ["POLRES", "POLSEK"]


def test_nobody_but_administrators_sees_units_or_people(office: Office, officer: Officer) -> None:
    reader = officer(Role.PPID, Role.AUDITOR)
    assert not queries.unit_tree(reader).exists()
    assert not queries.administered_people(reader).exists()


def test_people_of_other_units_are_not_shown(office: Office, officer: Officer) -> None:
    officer(Role.REPORTER, unit=office.bidhumas, name="Sari Dewi Anggraini")
    own = officer(Role.REPORTER, unit=office.polsek, name="Budi Santosa")
    add_person("Tanpa Peran")
    administrator = officer(Role.ADMINISTRATOR, unit=office.polres, name="Kepala")
    names = [person.name for person in queries.administered_people(administrator)]
    assert names == ["Budi Santosa", "Kepala"]
    everything = officer(Role.ADMINISTRATOR, name="Semua")
    assert {"Tanpa Peran", "Sari Dewi Anggraini"} <= {
        person.name for person in queries.administered_people(everything)
    }
    assert [person.pk for person in queries.administered_people(everything, "sant")] == [own.person.pk]


def test_people_come_with_current_roles_only_in_a_fixed_number_of_queries(
    office: Office, officer: Officer, django_assert_num_queries: Any
) -> None:
    administrator = officer(Role.ADMINISTRATOR, name="Zainal")
    for number in range(5):
        account = officer(Role.REPORTER, Role.EDITOR, unit=office.pid, name=f"Orang {number}")
        actions.end_membership(None, account.person.memberships.filter(role=Role.EDITOR).get(), on=SINCE)
    with django_assert_num_queries(3):
        people = list(queries.administered_people(administrator))
        held = [[m.role for m in person.current] for person in people]  # type: ignore[attr-defined]
    assert held == [[Role.REPORTER]] * 5 + [[Role.ADMINISTRATOR]]


def test_members_of_a_unit_who_hold_it_now_come_first(office: Office, officer: Officer) -> None:
    former = officer(Role.REPORTER, unit=office.pid, name="Ani")
    actions.end_membership(None, former.person.memberships.get(), on=SINCE)
    officer(Role.REPORTER, unit=office.pid, name="Zul")
    assert [m.person.name for m in queries.memberships_of_unit(office.pid)] == ["Zul", "Ani"]


def test_units_on_a_day_are_those_that_hold_then(office: Office) -> None:
    actions.end_unit(None, office.polsek, on=SINCE)
    assert office.polsek in queries.units_on(SINCE)
    assert office.polsek not in queries.units_on(timezone.localdate())
    assert office.polsek not in queries.units_on()
