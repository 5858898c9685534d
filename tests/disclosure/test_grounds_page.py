"""The page of grounds in the office: asked for with the copy, looked at and certified as part of it."""

import json
from collections.abc import Callable

import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from terbuka.disclosure import actions
from terbuka.disclosure.models import Case, PreparedCopy
from terbuka.disclosure.queries import open_stored
from terbuka.office.errors import NotPossible
from terbuka.office.models import JobRun
from terbuka.organisation.models import Account
from tests.disclosure.conftest import Team, certified, decide_all, verbs_of

Enter = Callable[[Account], Client]
Work = Callable[[], None]
WORDS = "Tambahkan halaman akhir"


def asked_in(client: Client, case: Case, **data: str) -> Case:
    """The case after the form of the copy was sent."""
    answer = client.post(reverse("disclosure:prepare", args=[case.pk]), {"confirmed": "on", **data})
    assert answer.status_code == 302
    return Case.objects.get(pk=case.pk)


def test_page_of_grounds_is_made_looked_at_and_certified_with_the_copy(
    client_of: Client, case: Case, team: Team, enter: Enter, work: Work
) -> None:
    decide_all(team.screener, case)
    asked_in(client_of, case, grounds_page="on")
    assert verbs_of(case)[-1] == "disclosure.grounds_page_asked"
    work()
    waits = PreparedCopy.objects.get(case=case)
    assert waits.pages == case.pages + 1 == 3
    with open_stored(waits.file) as file:
        pages = [page.extract_text() for page in pypdf.PdfReader(file).pages]
    assert len(pages) == 3 and "Bagian yang ditutup dalam salinan ini" in pages[2]
    with open_stored(waits.log) as log:
        assert json.load(log)["grounds_page"] is True
    superior = enter(team.ppid)
    for number in (1, 2):
        superior.get(reverse("disclosure:preview", args=[case.pk, number]))
    with pytest.raises(NotPossible, match="halaman 3"):
        actions.approve(team.ppid, case, sha256=waits.sha256)
    last = superior.get(reverse("disclosure:preview", args=[case.pk, 3]))
    assert last.status_code == 200
    picture = reverse("disclosure:preview-picture", args=[case.pk, 3])
    assert superior.get(f"{picture}?sha256={waits.sha256}").status_code == 200
    assert certified(case, team.ppid).pages == 3


def test_page_of_grounds_is_made_only_where_it_is_asked_for(
    client_of: Client, case: Case, team: Team
) -> None:
    decide_all(team.screener, case)
    form = client_of.get(reverse("disclosure:prepare", args=[case.pk])).content.decode()
    assert WORDS in form and "checked" not in form
    asked_in(client_of, case)
    assert "disclosure.grounds_page_asked" not in verbs_of(case)
    assert JobRun.objects.get(job__endswith="make_copy").arguments["grounds_page"] is False


def test_copy_without_pages_has_no_place_for_one(client_of: Client, story: Case, team: Team) -> None:
    decide_all(team.screener, story)
    assert WORDS not in client_of.get(reverse("disclosure:prepare", args=[story.pk])).content.decode()
    with pytest.raises(NotPossible, match="salinan PDF"):
        actions.prepare(team.screener, story, confirmed=True, grounds_page=True)
    assert asked_in(client_of, story, grounds_page="on").state == "preparing"  # a field that is not there
