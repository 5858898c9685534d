"""A published note that tells too much is closed: its words are nowhere any more, and everybody reads that.
All persons are invented."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from terbuka.journal.models import Entry
from terbuka.office.errors import NotPossible
from terbuka.organisation.models import Account
from terbuka.organisation.roles import Role
from terbuka.register import actions
from terbuka.register.models import NOTE_CLOSED, Edition, Item
from tests.register.samples import published
from tests.rows import Office

Officer = Callable[..., Account]
Enter = Callable[[Account], Client]
NOTE = "Nama Wayan Sudarta dihapus dari ringkasan."


@pytest.fixture
def ppid(officer: Officer) -> Account:
    return officer(Role.PPID)


@pytest.fixture
def item(office: Office, ppid: Account) -> Item:
    """Published twice; the second time with a note that tells too much."""
    item = published(ppid, office.polda)
    actions.change(ppid, item, retention="5 tahun")
    actions.publish(ppid, item, change_note=NOTE, words_certified=True)
    item.refresh_from_db()
    return item


def edition(item: Item, number: int) -> Edition:
    return item.editions.get(number=number)


@pytest.mark.parametrize("ended", [False, True])
def test_note_is_closed_of_an_open_and_of_an_ended_edition(ppid: Account, item: Item, ended: bool) -> None:
    if ended:
        actions.withdraw(ppid, item, reason="Ada kekeliruan.")
    before = Edition.objects.values().get(number=2)
    actions.close_note(ppid, edition(item, 2), ground="17.h")
    assert Edition.objects.values().get(number=2) == before | {"change_note": NOTE_CLOSED}
    entry = Entry.objects.get(verb="register.note_closed")
    assert entry.detail == {"item": item.pk, "edition": 2, "ground": "17.h"}


def test_note_that_is_not_there_or_closed_already_is_not_closed(ppid: Account, item: Item) -> None:
    actions.close_note(ppid, edition(item, 2), ground="17.h")
    for number in (1, 2):
        with pytest.raises(NotPossible):
            actions.close_note(ppid, edition(item, number), ground="17.h")
    assert Entry.objects.filter(verb="register.note_closed").count() == 1


def test_note_is_closed_on_a_ground_of_the_law_only(ppid: Account, item: Item) -> None:
    with pytest.raises(KeyError):
        actions.close_note(ppid, edition(item, 2), ground="18.z")
    assert edition(item, 2).change_note == NOTE


@pytest.mark.parametrize("role", [role for role in Role if role != Role.PPID])
def test_note_is_closed_by_the_ppid_only(officer: Officer, enter: Enter, item: Item, role: Role) -> None:
    actor = officer(role)
    with pytest.raises(PermissionDenied):
        actions.close_note(actor, edition(item, 2), ground="17.h")
    address = f"/kantor/daftar/{item.pk}/edisi/2/"
    assert enter(actor).post(f"{address}tutup-catatan/", {"ground": "17.h"}).status_code == 404
    assert "tutup-catatan" not in enter(actor).get(address).content.decode()
    assert edition(item, 2).change_note == NOTE


def test_closed_note_is_read_nowhere(ppid: Account, item: Item, enter: Enter, client: Client) -> None:
    office_client, address = enter(ppid), f"/kantor/daftar/{item.pk}/edisi/2/"
    assert f"{address}tutup-catatan/" in office_client.get(address).content.decode()
    assert "Catatan edisi 2" in office_client.get(f"{address}tutup-catatan/").content.decode()
    answer: Any = office_client.post(f"{address}tutup-catatan/", {"ground": "17.h"}, follow=True)
    assert NOTE_CLOSED in answer.content.decode() and "tutup-catatan" not in answer.content.decode()
    assert office_client.get(f"{address}tutup-catatan/").status_code == 404
    listed = office_client.get(f"/kantor/daftar/{item.pk}/").content.decode()
    public = client.get(f"/informasi/{item.pk}-{item.slug}/").content.decode()
    for page in (answer.content.decode(), listed, public):
        assert NOTE_CLOSED in page and "Sudarta" not in page
    assert "menutup catatan perubahan edisi 2" in listed and "17.h" in listed


def test_first_edition_has_no_note_to_close(ppid: Account, item: Item, enter: Enter) -> None:
    address = f"/kantor/daftar/{item.pk}/edisi/1/"
    assert "tutup-catatan" not in enter(ppid).get(address).content.decode()
    assert enter(ppid).get(f"{address}tutup-catatan/").status_code == 404
