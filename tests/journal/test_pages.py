"""The auditors' pages."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from terbuka.journal import triggers
from terbuka.journal.actions import record
from terbuka.journal.models import Entry
from terbuka.journal.queries import entries_about
from terbuka.organisation import verbs
from terbuka.organisation.models import Account, Unit
from terbuka.organisation.roles import Role
from tests.rows import Office

Officer = Callable[..., Account]
Enter = Callable[[Account], Client]
LIST = "/kantor/jurnal/"


@pytest.fixture
def auditor(officer: Officer) -> Account:
    return officer(Role.AUDITOR, name="Auditor Rekaan")


def write(unit: Unit | None, count: int = 1, actor: Account | None = None) -> None:
    with transaction.atomic():
        for _number in range(count):
            record(verbs.UNIT_CHANGED, actor=actor, unit=unit, code=unit.code if unit else "TANPA")


def rows(page: str) -> int:
    return page.count('<td class="number" data-label="Nomor">')


@pytest.mark.parametrize("name", ["entries", "export", "check"])
@pytest.mark.parametrize("role", [role for role in Role if role != Role.AUDITOR])
def test_pages_do_not_exist_for_other_roles(
    office: Office, officer: Officer, enter: Enter, role: str, name: str
) -> None:
    assert enter(officer(role)).get(reverse(f"journal:{name}")).status_code == 404


def test_auditor_of_a_part_sees_the_entries_of_that_part_only(
    office: Office, officer: Officer, enter: Enter
) -> None:
    write(office.pid)
    write(None)
    write(office.polsek)
    client = enter(officer(Role.AUDITOR, unit=office.polres))
    page = client.get(LIST).content.decode()
    assert "POLSEK" in page
    assert "mengubah nama atau jenis unit PID" not in page
    assert "TANPA" not in page


def test_auditor_of_everything_sees_entries_without_unit_too(
    office: Office, auditor: Account, enter: Enter
) -> None:
    write(None)
    page = enter(auditor).get(LIST).content.decode()
    assert "unit TANPA" in page and "Sistem" in page


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"verb": "unit.changed"}, 3),
        ({"verb": "unit.changed", "since": "2001-01-01", "until": "2001-12-31"}, 0),
        ({"verb": "unit.changed", "actor": "PETUGAS"}, 1),
        ({"verb": "unit.changed", "unit": "polres"}, 2),
    ],
)
def test_filters_narrow_the_list(
    office: Office, officer: Officer, auditor: Account, enter: Enter, query: dict[str, Any], expected: int
) -> None:
    doer = officer(Role.ADMINISTRATOR)
    write(office.pid, actor=doer)
    write(office.polsek)
    write(office.polres)
    known: dict[str, Any] = {"PETUGAS": doer.username.upper(), "polres": office.polres.pk}
    asked = {key: known.get(value, value) for key, value in query.items()}
    assert rows(enter(auditor).get(LIST, asked).content.decode()) == expected


def test_days_of_the_filter_are_inclusive_and_in_the_offices_zone(
    office: Office, auditor: Account, enter: Enter
) -> None:
    today = timezone.localdate().isoformat()
    page = enter(auditor).get(LIST, {"since": today, "until": today, "verb": "unit.opened"})
    assert rows(page.content.decode()) == 5


def test_wrong_filter_says_so_and_shows_everything(office: Office, auditor: Account, enter: Enter) -> None:
    page = enter(auditor).get(LIST, {"actor": "tidak-ada", "since": "kapan-kapan"}).content.decode()
    assert "Tidak ada akun dengan nama pengguna ini." in page
    assert rows(page) == Entry.objects.count()


@pytest.mark.parametrize("asked", [{"since": "0001-01-01"}, {"until": "9999-12-31"}])
@pytest.mark.parametrize("address", [LIST, f"{LIST}unduh/"])
def test_day_that_nobody_can_mean_is_a_wrong_filter(
    office: Office, auditor: Account, enter: Enter, address: str, asked: dict[str, str]
) -> None:
    """Its midnight is no moment that can be counted."""
    answer = enter(auditor).get(address, asked)
    assert answer.status_code == 200
    b"".join(answer)


def test_empty_list_says_what_to_do(office: Office, auditor: Account, enter: Enter) -> None:
    page = enter(auditor).get(LIST, {"until": "2001-01-01"}).content.decode()
    assert "Tidak ada catatan yang cocok" in page


def test_pages_of_the_list_hold_each_entry_once_and_keep_the_filter(
    office: Office, auditor: Account, enter: Enter
) -> None:
    write(office.pid, count=120)
    client = enter(auditor)
    seen: list[str] = []
    address = f"{LIST}?verb=unit.changed"
    for _page in range(3):
        page = client.get(address).content.decode()
        seen += [part.split("<")[0] for part in page.split('data-label="Nomor">')[1:]]
        older = [part for part in page.split('href="?') if 'rel="next"' in part.split(">")[0]]
        if older:
            address = LIST + "?" + older[0].split('"')[0].replace("&amp;", "&")
            assert "verb=unit.changed" in address
    assert len(seen) == len(set(seen)) == 120


def test_list_costs_a_fixed_number_of_queries(
    office: Office, auditor: Account, officer: Officer, enter: Enter, django_assert_num_queries: Any
) -> None:
    for _number in range(4):
        write(office.pid, count=5, actor=officer(Role.ADMINISTRATOR))
    client = enter(auditor)
    with django_assert_num_queries(5):
        client.get(LIST)


def test_export_has_the_same_entries_with_their_hashes(
    office: Office, auditor: Account, enter: Enter
) -> None:
    write(office.pid, count=3, actor=auditor)
    answer = enter(auditor).get(reverse("journal:export"), {"verb": "unit.changed"})
    text = answer.getvalue().decode("utf-8-sig")
    header, *lines = csv.reader(io.StringIO(text))
    assert header[0] == "Nomor"
    numbers = [int(line[0]) for line in lines]
    assert (len(numbers), numbers) == (3, sorted(numbers))
    assert lines[0][2] == "AKBP Auditor Rekaan"
    assert lines[0][-1] == Entry.objects.get(number=lines[0][0]).hash
    assert answer["Content-Disposition"] == 'attachment; filename="jurnal.csv"'


def test_export_speaks_the_language_of_its_address_to_the_last_line(
    office: Office, auditor: Account, enter: Enter
) -> None:
    write(None)
    translation.activate("en")
    answer = enter(auditor).get(reverse("journal:export"))
    text = answer.getvalue().decode()
    assert "Number" in text and "System" in text and "opened unit POLDA" in text


def test_check_says_that_the_journal_is_whole_or_where_it_is_not(
    office: Office, auditor: Account, enter: Enter
) -> None:
    client = enter(auditor)
    address = reverse("journal:check")
    assert "Periksa sekarang" in client.get(address).content.decode()
    whole = client.post(address).content.decode()
    assert "Jurnal utuh" in whole and Entry.objects.order_by("-number")[0].hash in whole
    triggers.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE journal_entry SET verb = 'unit.ended' WHERE number = 3")
    triggers.install(connection)
    broken = client.post(address).content.decode()
    assert "Jurnal tidak utuh" in broken and "nomor 3" in broken


def test_history_of_one_row_in_order(office: Office) -> None:
    with transaction.atomic():
        record(verbs.UNIT_CHANGED, office.pid, actor=None, code="PID")
    history = entries_about("organisation.unit", str(office.pid.pk))
    assert [entry.verb for entry in history] == ["unit.opened", "unit.changed"]
