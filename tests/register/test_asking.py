"""Whoever is asked to certify words answers with the form of the page, and nothing else: real pages, read as
a browser reads them."""

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from django.test import Client

from terbuka.organisation.models import Account
from terbuka.organisation.roles import Role
from terbuka.register import actions
from terbuka.register.models import Edition
from tests.register.samples import Hidden, certified, drafted, published
from tests.rows import Office

LIST = "/kantor/daftar/"
PHONE = "Hubungi HP 081234567890."
ASKED = "words_certified"
CHILD = Hidden("Melati Kusumawardhani", role="child_victim", mode="block")


class FormOf(HTMLParser):
    """What the form of a page would send: its fields as they are filled in; ``boxes``: not ticked."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.boxes: set[str] = set()
        self._inside = False
        self._area = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("name") or ""
        if tag == "form":
            self._inside = "form" in (given.get("class") or "").split()
        elif self._inside and tag == "textarea":
            self._area = name
            self.fields[name] = ""
        elif self._inside and tag == "input" and name:
            if given.get("type") == "checkbox" and "checked" not in given:
                self.boxes.add(name)
            else:
                self.fields[name] = given.get("value") or ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.fields[self._area] += data.removeprefix("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = ""
        if tag == "form":
            self._inside = False

    def ticked(self, *boxes: str) -> dict[str, str]:
        assert set(boxes) <= self.boxes
        return self.fields | dict.fromkeys(boxes, "on")


@pytest.fixture
def ppid(officer: Callable[..., Account]) -> Account:
    return officer(Role.PPID)


@pytest.fixture
def client_of(ppid: Account, enter: Callable[[Account], Client]) -> Client:
    return enter(ppid)


def sent(client: Client, address: str, fields: dict[str, str]) -> FormOf:
    """The form of the page that comes back."""
    answer = client.post(address, fields)
    assert answer.status_code == 200
    return FormOf(answer.content.decode())


def test_words_of_a_publication_are_certified_with_the_form_of_the_page(
    office: Office, ppid: Account, client_of: Client
) -> None:
    item = drafted(ppid, office.polda, summary=PHONE)
    address = f"{LIST}{item.pk}/terbitkan/"
    shown = FormOf(client_of.get(address).content.decode())
    assert ASKED not in shown.boxes
    asked = sent(client_of, address, shown.fields)
    again = sent(client_of, address, asked.fields)
    assert not Edition.objects.exists()
    assert client_of.post(address, again.ticked(ASKED)).status_code == 302
    assert Edition.objects.get().summary == PHONE


def test_words_of_a_change_are_certified_with_the_form_of_the_page(
    office: Office, ppid: Account, client_of: Client
) -> None:
    item = published(ppid, office.polda)
    actions.change(ppid, item, retention="5 tahun")
    address = f"{LIST}{item.pk}/terbitkan/"
    shown = FormOf(client_of.get(address).content.decode())
    asked = sent(client_of, address, shown.fields | {"change_note": PHONE})
    assert asked.fields["change_note"].strip() == PHONE
    assert client_of.post(address, asked.ticked(ASKED)).status_code == 302
    assert Edition.objects.get(number=2).change_note == PHONE


def test_reason_of_a_withdrawal_is_certified_with_the_form_of_the_page(
    office: Office, ppid: Account, client_of: Client
) -> None:
    item = published(ppid, office.polda)
    address = f"{LIST}{item.pk}/tarik/"
    shown = FormOf(client_of.get(address).content.decode())
    asked = sent(client_of, address, shown.fields | {"reason": PHONE})
    assert client_of.post(address, asked.ticked(ASKED, "hide_title")).status_code == 302
    item.refresh_from_db()
    assert item.state == "withdrawn"


def test_what_is_locked_is_not_asked_about(office: Office, ppid: Account, client_of: Client) -> None:
    copy = certified(office.polda, hides=[CHILD])
    item = drafted(ppid, office.polda, copy, title="Perkara Melati Kusumawardhani")
    address = f"{LIST}{item.pk}/terbitkan/"
    shown = FormOf(client_of.get(address).content.decode())
    answer = client_of.post(address, shown.fields)
    assert "judul: ANAK KORBAN" in answer.content.decode()
    assert ASKED not in FormOf(answer.content.decode()).boxes
    forced = client_of.post(address, shown.fields | {"words_asked": "1", ASKED: "on"})
    assert "judul: ANAK KORBAN" in forced.content.decode() and not Edition.objects.exists()
