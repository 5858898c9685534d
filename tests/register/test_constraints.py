"""The database itself refuses what must not be public. Rows are put in past all our code."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.core.files.storage import storages
from django.db import DatabaseError, IntegrityError, connection, models, transaction
from django.utils import timezone

from terbuka.disclosure.models import PublicCopy
from terbuka.office.jobs import Progress
from terbuka.office.models import JobRun
from terbuka.organisation.models import Account
from terbuka.organisation.roles import Role
from terbuka.register import actions
from terbuka.register.jobs import empty_public_store, public_name
from terbuka.register.models import Attachment, Edition, Item, PublicFile
from tests.at_once import both
from tests.register.samples import certified, drafted, published
from tests.rows import Office

Officer = Callable[..., Account]


@pytest.fixture
def ppid(officer: Officer) -> Account:
    return officer(Role.PPID)


def row_of(row: models.Model, **other: Any) -> dict[str, Any]:
    """The columns of ``row`` as the database has them, some of them changed; without its own key."""
    values = {field.column: getattr(row, field.attname) for field in row._meta.concrete_fields}
    del values[row._meta.pk.column]
    return {**values, **other}


def insert(model: type[models.Model], values: dict[str, Any]) -> None:
    """One row by bare SQL, all checks done at once."""
    quote = connection.ops.quote_name
    columns = ", ".join(quote(name) for name in values)
    marks = ", ".join(["%s"] * len(values))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({marks})",  # noqa: S608
            list(values.values()),
        )
        connection.check_constraints()


def change(row: models.Model, **values: Any) -> None:
    """One update by bare SQL."""
    quote = connection.ops.quote_name
    pairs = ", ".join(f"{quote(name)} = %s" for name in values)
    table, key = quote(row._meta.db_table), quote(row._meta.pk.column)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {pairs} WHERE {key} = %s", [*values.values(), row.pk])  # noqa: S608
        connection.check_constraints()


@pytest.mark.parametrize("copy_id", [None, 987654])
def test_public_file_without_a_certificate_is_refused(
    office: Office, ppid: Account, copy_id: int | None
) -> None:
    item = published(ppid, office.polda, certified(office.polda))
    file = PublicFile.objects.get(edition__item=item)
    with pytest.raises(IntegrityError):
        insert(PublicFile, row_of(file, copy_id=copy_id, name="Selundupan"))
    with pytest.raises(IntegrityError):
        change(file, copy_id=copy_id)
    attachment = Attachment.objects.get(item=item)
    with pytest.raises(IntegrityError):
        insert(Attachment, row_of(attachment, copy_id=copy_id))


@pytest.mark.parametrize(
    "broken",
    [
        {"passed": False},
        {"verified_sha256": "0" * 64},
        {"sha256": "", "verified_sha256": ""},
        {"approved_by_id": "PREPARER"},
        {"file": ""},
    ],
)
def test_certificate_of_a_public_file_cannot_be_broken(
    office: Office, ppid: Account, broken: dict[str, Any]
) -> None:
    copy = certified(office.polda)
    published(ppid, office.polda, copy)
    values = {name: copy.prepared_by_id if value == "PREPARER" else value for name, value in broken.items()}
    with pytest.raises(IntegrityError):
        change(copy, **values)


def test_certificate_of_a_public_file_cannot_be_deleted(office: Office, ppid: Account) -> None:
    copy = certified(office.polda)
    published(ppid, office.polda, copy)
    with (
        pytest.raises(IntegrityError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("DELETE FROM disclosure_publiccopy WHERE number = %s", [copy.pk])
        connection.check_constraints()
    assert PublicCopy.objects.filter(pk=copy.pk).exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": 2, "change_note": "Perubahan."},  # a second open edition
        {"number": 1, "ended_at": "NOW", "ended_by_id": "PPID"},  # the number is taken
        {"number": 2, "change_note": "", "ended_at": "NOW", "ended_by_id": "PPID"},
        {"number": 2, "change_note": "x", "ended_at": "NOW", "ended_by_id": None},
        {"number": 2, "change_note": "x", "ended_at": None, "ended_by_id": "PPID"},
        {"number": 2, "change_note": "x", "withdrawn_because": "Keliru."},
        {"number": 2, "change_note": "x", "title_stays": False},
        {"number": 2, "change_note": "x", "published_by_id": None},
        {"number": 2, "change_note": "x", "information_class": "exempt"},
        {"number": 2, "change_note": "x", "available_as": "fax"},
    ],
)
def test_edition_that_cannot_be_is_refused(office: Office, ppid: Account, wrong: dict[str, Any]) -> None:
    known = {"NOW": timezone.now(), "PPID": ppid.pk}
    edition = published(ppid, office.polda).editions.get()
    with pytest.raises(IntegrityError):
        insert(Edition, row_of(edition, **{name: known.get(value, value) for name, value in wrong.items()}))


def test_edition_that_ends_before_it_begins_is_refused(office: Office, ppid: Account) -> None:
    edition = published(ppid, office.polda).editions.get()
    before = edition.published_at - timedelta(days=1)
    with pytest.raises(IntegrityError):
        change(edition, ended_at=before, ended_by_id=ppid.pk)


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "published"},
        {"state": "withdrawn"},
        {"state": "secret"},
        {"published_revision": 1},
        {"state": "published", "published_revision": 2},
        {"period_from": "2021-01-01"},
        {"period_to": "2021-01-01"},
        {"period_from": "2021-02-01", "period_to": "2021-01-01"},
        {"unit_id": None},
    ],
)
def test_item_that_cannot_be_is_refused(office: Office, ppid: Account, wrong: dict[str, Any]) -> None:
    item = drafted(ppid, office.polda)
    with pytest.raises(IntegrityError):
        change(item, **wrong)


def test_names_cannot_be_empty(office: Office, ppid: Account) -> None:
    published(ppid, office.polda, certified(office.polda))
    for row in (PublicFile.objects.get(), Attachment.objects.get()):
        with pytest.raises(IntegrityError):
            change(row, name="")


# --- Two at once


def test_two_who_publish_at_once_make_one_edition(
    transactional_db: None, office: Office, officer: Officer
) -> None:
    one, other = officer(Role.PPID), officer(Role.PPID)
    item = drafted(one, office.polda, certified(office.polda))
    raised = both(lambda: actions.publish(one, item), lambda: actions.publish(other, item))
    assert sorted(raised) == ["", "NotPossible"]
    assert Edition.objects.count() == 1 and PublicFile.objects.count() == 1


def clear(sha256: str) -> None:
    """What the job does, without a worker."""
    run = JobRun.objects.create(job="uji")
    empty_public_store.function(Progress(run), hashes=[sha256])


def test_withdrawal_and_publication_of_the_same_bytes_at_once_leave_what_the_rows_say(
    transactional_db: None, office: Office, officer: Officer, work: Callable[[], None]
) -> None:
    ppid = officer(Role.PPID)
    copy, same = certified(office.polda, b"sama"), certified(office.polda, b"sama")
    for _round in range(5):
        first, second = published(ppid, office.polda, copy), drafted(ppid, office.polda, same)
        actions.withdraw(ppid, first, reason="Ada kekeliruan.")
        raised = both(partial(clear, copy.sha256), partial(actions.publish, ppid, second))
        assert raised == ["", ""]
        assert storages["public"].exists(public_name(same.sha256))
        actions.withdraw(ppid, second, reason="Ada kekeliruan.")
    work()
    assert not storages["public"].exists(public_name(same.sha256))


def test_number_of_an_item_is_never_used_again(office: Office, ppid: Account) -> None:
    last = drafted(ppid, office.polda)
    number = last.number
    actions.discard(ppid, last)
    assert drafted(ppid, office.polda).number > number


def test_rows_of_the_register_refuse_what_the_database_refuses(office: Office, ppid: Account) -> None:
    """The helpers of this file can fail: a good row goes in."""
    item = drafted(ppid, office.polda)
    insert(Item, row_of(item, title="Baris kedua"))
    assert Item.objects.filter(title="Baris kedua").exists()
    with pytest.raises(DatabaseError):
        insert(Item, row_of(item, revision=None))


def test_rows_say_what_they_are(office: Office, ppid: Account) -> None:
    item = published(ppid, office.polda, certified(office.polda))
    rows = (item, item.editions.get(), item.attachments.get(), PublicFile.objects.get())
    title, name = "Laporan kegiatan triwulan pertama", "Laporan bagian 1"
    assert [str(row) for row in rows] == [title, title, name, name]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Laporan Kegiatan, 2021", "laporan-kegiatan-2021"),
        ("報告書", "informasi"),
        ("x" * 79 + " yz", "x" * 79),
        ("../../etc/passwd", "etcpasswd"),
    ],
)
def test_title_in_the_address_is_plain(title: str, slug: str) -> None:
    assert Item(title=title).slug == slug
