"""Every address that the office has, found in its URL configuration, so that none is forgotten: nobody
without a role gets anything of a desk, however they ask, and no answer to them holds what is hidden.

Which role gets which page is tested desk by desk (``test_access``, ``test_pages``).
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from terbuka.disclosure.models import Case
from terbuka.organisation.models import Account
from terbuka.organisation.roles import Role
from terbuka.organisation.rules import has_role
from tests.disclosure.conftest import SECRETS, pdf, prepared, screened, upload
from tests.register.samples import certified, drafted
from tests.rows import Office

# Desks whose every page needs a role.
DESKS = {"disclosure", "register", "organisation", "journal"}
# Who works at none of them.
OUTSIDERS = (Role.REPORTER, Role.EDITOR, Role.MODERATOR, Role.SECRETARY, Role.PROGRAMME_OWNER)


def addresses(resolver: URLResolver | None = None, spaces: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Name with its namespaces, and the pattern, of every address."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, (*spaces, *filter(None, [pattern.namespace])))
        elif isinstance(pattern, URLPattern):
            yield ":".join((*spaces, str(pattern.name))), pattern


@pytest.fixture
def case(office: Office, officer: Callable[..., Account], work: Callable[[], None]) -> Case:
    """A case with a copy that waits for the second person: everything about it can be asked for."""
    screener = officer(Role.SCREENING_OFFICER)
    return prepared(screened(upload(screener, office.polda, pdf()), work), screener, work)


@pytest.fixture
def values(case: Case, office: Office, officer: Callable[..., Account]) -> dict[str, dict[str, Any]]:
    """What stands in the addresses of each desk, of rows that are really there."""
    ppid = officer(Role.PPID)
    item = drafted(ppid, office.polda, certified(office.polda))
    mark = case.marks.filter(mode="block").first()
    assert mark is not None
    return {
        "disclosure": {"pk": case.pk, "number": 1, "mark": mark.number},
        "register": {"number": item.pk, "pk": item.attachments.get().pk, "edition": 1},
        "organisation": {"pk": ppid.person.pk},
    }


def every_desk_address(values: dict[str, dict[str, Any]]) -> list[str]:
    from django.urls import reverse

    found = []
    for name, pattern in addresses():
        space = name.partition(":")[0]
        if space in DESKS:
            wanted = set(pattern.pattern.converters)
            known = values.get(space, {})
            assert wanted <= set(known), f"{name}: say in this test what stands in its address"
            found.append(reverse(name, kwargs={key: known[key] for key in wanted}))
    assert len(found) > 50
    return found


@pytest.mark.django_db
def test_no_address_of_a_desk_answers_a_visitor(client: Client, values: dict[str, dict[str, Any]]) -> None:
    for address in every_desk_address(values):
        for answer in (client.get(address), client.post(address), client.head(address)):
            assert answer.status_code == 302, (address, answer.status_code)
            assert answer["Location"].startswith("/akun/masuk/"), address


@pytest.mark.django_db
def test_no_address_of_a_desk_answers_who_works_elsewhere(
    officer: Callable[..., Account],
    enter: Callable[[Account], Client],
    values: dict[str, dict[str, Any]],
) -> None:
    client = enter(officer(*OUTSIDERS))
    for address in every_desk_address(values):
        for headers in ({}, {"HX-Request": "true"}):
            for answer in (client.get(address, headers=headers), client.post(address, headers=headers)):
                assert answer.status_code == 404, (address, answer.status_code)
                assert not any(secret.encode() in answer.content for secret in SECRETS)


@pytest.mark.django_db
def test_no_address_of_a_case_answers_another_unit(
    office: Office,
    officer: Callable[..., Account],
    enter: Callable[[Account], Client],
    values: dict[str, dict[str, Any]],
) -> None:
    """Whoever holds every role, but in a unit that lies below or beside."""
    stranger = officer(*(role for role in Role), unit=office.polsek)
    assert has_role(stranger, frozenset({Role.PPID}), office.polsek)
    client = enter(stranger)
    for address in every_desk_address(values):
        if address.startswith("/kantor/berkas/") and any(part.isdigit() for part in address.split("/")):
            # 405 tells only that this address is never for reading.
            assert client.get(address).status_code in (404, 405), address
            assert client.post(address).status_code == 404, address


@pytest.mark.django_db
def test_outsiders_have_a_first_page_that_says_so(
    officer: Callable[..., Account], enter: Callable[[Account], Client]
) -> None:
    assert enter(officer(Role.REPORTER)).get("/kantor/").status_code == 200
