"""Long lists, long documents and many findings cost what short ones cost. All texts are invented."""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from terbuka.disclosure import actions
from terbuka.disclosure.extract import open_extract, saved_extract
from terbuka.disclosure.marking import to_marks
from terbuka.disclosure.models import Case, Mark
from terbuka.disclosure.outcome import actions as outcome
from terbuka.disclosure.outcome.actions import Screened
from terbuka.disclosure.queries import visible_cases
from terbuka.disclosure.studio import actions as studio
from terbuka.documents import Box, Document, Page, PageSource, Word
from terbuka.office.storage import PrivateStorage
from terbuka.organisation.models import Account
from terbuka.screening import Action, Finding
from tests.disclosure.conftest import Team, pdf, upload
from tests.rows import Office

Enter = Callable[[Account], Client]
PAGES, EACH = 2000, 5  # five findings on each page: ten thousand
HERE = "/kantor/berkas/"

# Statements. The session, the account and its roles are three of each.
LIST, DECIDE = 5, 27
CALLS = 250  # for each finding; the dearest act, to hide a word everywhere, makes half of them
PLACES = {
    "": 8,
    "studio/": 5,
    "studio/1/": 15,
    "studio/2/": 15,
    "studio/2/?sisa=1": 14,
    "studio/1/istilah/": 4,
    "studio/1/kotak/": 4,
    "salinan/": 7,
}


def queries_of(act: Callable[[], Any]) -> int:
    with CaptureQueriesContext(connection) as caught:
        act()
    return len(caught)


@contextmanager
def at_most_calls(most: int) -> Iterator[None]:
    """Fails, and ends the block, once Python has made more calls in it: a loop of loops is not waited for."""
    made = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal made
        made += event == "call"
        assert made <= most, f"more than {most} calls"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield
    finally:
        sys.setprofile(before)


def long_document() -> Document:
    """Two thousand pages of the same few words."""
    text, pages = "", []
    for number in range(1, PAGES + 1):
        start, words = len(text), []
        for place, word in enumerate(
            ("Saksi", "Wayan", "Ketut", "Nyoman", "Made", "Putu", f"lembar{number}")
        ):
            left = 40.0 + 60 * place
            words.append(Word(len(text), len(text) + len(word), Box(left, 40, left + 50, 52)))
            text += word + " "
        pages.append(Page(number, start, len(text), 420.0, 595.0, PageSource.TEXT, tuple(words)))
    return Document("pdf", "0" * 64, 1000, text, tuple(pages))


def findings(document: Document) -> list[Finding]:
    """Five on every page; each fifth person is the same in the whole document, one in ten is unsure."""
    return [
        Finding(
            type="PERSON",
            start=word.start,
            end=word.end,
            page=page.number,
            action=Action.REVIEW if page.number % 10 == 0 else Action.REDACT,
            rule="uji",
            confidence=0.9,
            boxes=(word.box,) if word.box else (),
            ground="17.h",
            entity=f"e{place}",
            role="witness",
        )
        for page in document.pages
        for place, word in enumerate(page.words[1 : EACH + 1])
    ]


@cache
def marks_and_package() -> tuple[list[dict[str, Any]], bytes]:
    """What screening brings of it: made once, put in place by each test."""
    document = long_document()
    marks, reasons = to_marks(findings(document), [], paged=True)
    names = [f.attname for f in Mark._meta.concrete_fields if f.name not in {"id", "case"}]
    with saved_extract(document, (), reasons) as name:
        package = Path(PrivateStorage().path(name)).read_bytes()
    PrivateStorage().delete(name)
    return [{name: getattr(mark, name) for name in names} for mark in marks], package


@pytest.fixture
def long_case(team: Team, office: Office) -> Case:
    """A case as it is after the screening of such a document."""
    case = upload(team.screener, office.polda, pdf(), title="Berkas panjang")
    marks, package = marks_and_package()
    name = PrivateStorage().save(None, ContentFile(package))
    found = Screened(name, "pdf", PAGES, "polri", [Mark(**values) for values in marks])
    assert outcome.screened(case.pk, found)
    return Case.objects.get(pk=case.pk)


def test_list_costs_the_same_for_ten_times_the_cases(case: Case, team: Team, enter: Enter) -> None:
    client = enter(team.screener)
    assert queries_of(lambda: client.get(HERE)) == LIST
    row = {f.attname: getattr(case, f.attname) for f in Case._meta.concrete_fields if not f.primary_key}
    Case.objects.bulk_create([Case(**{**row, "title": f"Surat {number}"}) for number in range(49)])
    assert visible_cases(team.screener).count() == 50
    assert queries_of(lambda: client.get(HERE)) == LIST


def test_pages_cost_the_same_for_a_thousand_times_the_pages(
    case: Case, long_case: Case, team: Team, enter: Enter
) -> None:
    client = enter(team.screener)
    for place, cost in PLACES.items():
        for shown in (case, long_case):
            address = f"{HERE}{shown.pk}/{place}"
            assert (place, queries_of(partial(client.get, address))) == (place, cost)
    script: dict[str, Any] = {"HTTP_HX_REQUEST": "true"}
    for shown in (case, long_case):
        address, act = f"{HERE}{shown.pk}/studio/1/putuskan/", {"act": "hide:1:9"}
        assert queries_of(partial(client.post, address, act, **script)) == DECIDE


def test_page_of_a_long_document_holds_only_what_stands_on_it(
    long_case: Case, team: Team, enter: Enter
) -> None:
    client = enter(team.screener)
    page = client.get(f"{HERE}{long_case.pk}/studio/1000/").content.decode()
    assert page.count('<li id="m') == EACH
    assert len(set(re.findall(r"/studio/(\d+)/", page))) < 50
    assert len(page.encode()) < 100_000
    prepare = client.get(f"{HERE}{long_case.pk}/salinan/").content.decode()
    assert len(prepare.encode()) < 100_000


def test_ten_thousand_findings_are_decided_at_once(long_case: Case, team: Team) -> None:
    """Statements, not rows, are what an act may cost; and of calls so many for each finding."""
    screener, pages = team.screener, range(1, PAGES + 1)
    acts: list[tuple[Callable[[], Any], int]] = [
        (lambda: studio.hide_proposed(screener, long_case, page=None, sure=True, seen=0), 40),
        (lambda: studio.hide_proposed(screener, long_case, page=None, sure=False, seen=9), 20),
        (lambda: studio.keep_person(screener, long_case, "e1", seen=9), 20),
        (lambda: studio.hide_term(screener, long_case, "saksi", seen=9), 80),
        (lambda: studio.undo(screener, long_case, 4), 20),
        (lambda: studio.look(screener, long_case, *pages), 10),
        (lambda: actions.prepare(screener, long_case, confirmed=True), 20),
    ]
    for number, (act, most) in enumerate(acts):
        with at_most_calls(CALLS * PAGES * EACH):
            assert queries_of(act) <= most, number
    assert long_case.marks.filter(standing="kept").count() == PAGES
    assert long_case.marks.filter(standing="void").count() == PAGES


def test_package_of_a_long_document_gives_it_back_whole(long_case: Case) -> None:
    with open_extract(long_case.extract) as extract:
        assert extract.document() == long_document()
        assert extract.page(PAGES) == long_document().pages[-1]
        assert extract.sheet(PAGES).cut(0, 10**9).endswith(f"lembar{PAGES} ")
