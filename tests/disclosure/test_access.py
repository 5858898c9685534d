"""Who gets what: every address of the desk for every role, for another unit, for visitors. Nothing that was
screened ever comes out to somebody without the role. All persons and numbers are invented."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone, translation

from terbuka.disclosure import actions
from terbuka.disclosure.models import Case, Decision, Look, Note
from terbuka.disclosure.rules import APPROVERS, DECIDERS, READERS, RECEIVERS, STUDIO, UPLOADERS
from terbuka.disclosure.studio import actions as studio
from terbuka.journal.models import Entry
from terbuka.office.models import JobRun
from terbuka.organisation import actions as organisation
from terbuka.organisation.models import Account, Membership
from terbuka.organisation.roles import Role
from tests.disclosure.conftest import (
    SECRETS,
    STORY,
    Team,
    certified,
    looked_through,
    mark,
    pdf,
    prepared,
    screened,
    upload,
)
from tests.rows import Office

Enter = Callable[[Account], Client]
Officer = Callable[..., Account]
Work = Callable[[], None]

HERE = "/kantor/berkas/"
SUPERIOR = frozenset({Role.SUPERIOR})
NOBODY: frozenset[str] = frozenset()
# Who withdraws a case that somebody else has uploaded.
WITHDRAWERS = STUDIO
NAME = "siti rahmah.pdf"


@dataclass(frozen=True)
class Cases:
    """One at each stage that has pages of its own."""

    deciding: Case
    review: Case
    approved: Case
    story: Case
    withdrawn: Case


@pytest.fixture
def cases(team: Team, office: Office, work: Work) -> Cases:
    def one() -> Case:
        return screened(upload(team.screener, office.polda, pdf(), title="Laporan polisi"), work)

    deciding, review = one(), prepared(one(), team.screener, work)
    approved = prepared(one(), team.screener, work)
    certified(approved, team.ppid)
    story = screened(upload(team.screener, office.polda, STORY.encode(), name="kisah.txt"), work)
    withdrawn = actions.withdraw(team.screener, one(), reason="Melati Kusuma tidak boleh disebut.")
    studio.hide_term(team.screener, deciding, "laporan", seen=0)
    work()
    return Cases(*(Case.objects.get(pk=c.pk) for c in (deciding, review, approved, story, withdrawn)))


def answers(cases: Cases) -> dict[str, tuple[int, frozenset[str]]]:
    """Address → what it answers to those roles; to everybody else it does not exist."""
    d, r, a, s, w = (
        f"{HERE}{c.pk}/" for c in (cases.deciding, cases.review, cases.approved, cases.story, cases.withdrawn)
    )
    blocked, void = mark(cases.deciding, mode="block").number, 987654
    copy = cases.review.prepared_copy.sha256
    return {
        HERE: (200, READERS),
        f"{HERE}?status=deciding&saya=on": (200, READERS),
        f"{HERE}baru/": (200, UPLOADERS),
        f"{HERE}987654/": (200, NOBODY),
        # more than a whole number of the database: there is no such case, and no fault either
        **{f"{HERE}{10**25}/{page}": (200, NOBODY) for page in ("", "sertifikat/", "sertifikat/salinan/")},
        d: (200, READERS),
        r: (200, READERS),
        a: (200, READERS),
        s: (200, READERS),
        w: (200, READERS),
        f"{d}judul/": (200, DECIDERS),
        f"{a}judul/": (200, NOBODY),
        f"{d}ulang/": (405, UPLOADERS),
        f"{d}tarik/": (200, WITHDRAWERS),
        f"{d}asal/": (405, STUDIO),
        f"{d}studio/": (302, STUDIO),
        f"{d}studio/1/": (200, STUDIO),
        f"{d}studio/1/?sisa=1&orang=e1&jenis=NIK&lihat=salinan": (200, STUDIO),
        f"{r}studio/2/": (200, STUDIO),
        f"{a}studio/2/": (200, STUDIO),
        f"{s}studio/1/": (200, STUDIO),
        f"{d}studio/0/": (200, NOBODY),
        f"{d}studio/3/": (200, NOBODY),
        f"{w}studio/": (302, NOBODY),
        f"{w}studio/1/": (200, NOBODY),
        f"{d}studio/1/bantuan/": (200, STUDIO),
        f"{d}studio/1/gambar/": (200, STUDIO),
        f"{a}studio/2/gambar/": (200, STUDIO),
        f"{d}studio/3/gambar/": (200, NOBODY),
        f"{s}studio/1/gambar/": (200, NOBODY),
        f"{w}studio/1/gambar/": (200, NOBODY),
        f"{d}studio/1/gambar/salinan/": (200, STUDIO),
        f"{a}studio/2/gambar/salinan/": (200, STUDIO),
        f"{d}studio/3/gambar/salinan/": (200, NOBODY),
        f"{s}studio/1/gambar/salinan/": (200, NOBODY),
        f"{w}studio/1/gambar/salinan/": (200, NOBODY),
        f"{d}studio/1/putuskan/": (302, STUDIO),
        f"{d}studio/1/temuan/1/dasar/": (200, DECIDERS),
        f"{d}studio/1/temuan/{void}/dasar/": (200, NOBODY),
        f"{d}studio/1/temuan/{blocked}/buka/": (200, SUPERIOR),
        f"{d}studio/1/istilah/": (200, DECIDERS),
        f"{d}studio/1/teks/": (405, STUDIO),
        f"{d}studio/1/kotak/": (200, DECIDERS),
        f"{d}studio/3/kotak/": (200, NOBODY),
        f"{s}studio/1/kotak/": (200, NOBODY),
        f"{d}salinan/": (200, DECIDERS),
        f"{w}salinan/": (200, NOBODY),
        f"{d}pratinjau/1/": (200, NOBODY),
        f"{d}pratinjau/berkas/": (200, NOBODY),
        f"{r}pratinjau/1/": (200, STUDIO),
        f"{r}pratinjau/3/": (200, NOBODY),
        f"{r}pratinjau/2/gambar/?sha256={copy}": (200, STUDIO),
        f"{r}pratinjau/3/gambar/?sha256={copy}": (200, NOBODY),
        f"{r}pratinjau/2/gambar/?sha256={'0' * 64}": (200, NOBODY),
        f"{r}pratinjau/berkas/": (200, STUDIO),
        f"{a}pratinjau/1/": (302, STUDIO),
        f"{r}setujui/": (302, APPROVERS),
        f"{r}kembalikan/": (200, APPROVERS),
        f"{d}kembalikan/": (200, NOBODY),
        f"{r}sertifikat/": (200, NOBODY),
        f"{r}sertifikat/salinan/": (200, NOBODY),
        f"{a}sertifikat/": (200, READERS),
        f"{a}sertifikat/salinan/": (200, RECEIVERS),
    }


def body_of(answer: Any) -> str:
    return b"".join(answer).decode("utf-8", "replace")


def test_every_address_for_every_role(cases: Cases, officer: Officer, enter: Enter) -> None:
    wrong: list[tuple[Any, ...]] = []
    for role in Role:
        client = enter(officer(role))
        for address, (status, roles) in answers(cases).items():
            expected = status if role in roles else 404
            both = role in {Role.SCREENING_OFFICER, Role.EDITOR}
            for shown in (address, f"/en{address}") if both else (address,):
                answer = client.get(shown)
                if answer.status_code != expected:
                    wrong.append((str(role), shown, answer.status_code, expected))
                if answer.status_code == 200 and "no-store" not in answer["Cache-Control"]:
                    wrong.append((str(role), shown, answer["Cache-Control"]))
                if role not in STUDIO and "sertifikat/salinan" not in shown:
                    text = body_of(answer)
                    wrong += [(str(role), shown, it) for it in (*SECRETS, NAME, "Sudarta") if it in text]
        translation.activate("id")
    assert wrong == []
    assert not Look.objects.exclude(officer__person__memberships__role__in=STUDIO).exists()


def test_studio_shows_what_the_others_may_not_see(cases: Cases, team: Team, enter: Enter) -> None:
    """The test above can fail: to those who may see it, the same pages show it."""
    client = enter(team.screener)
    assert "Melati Kusuma" in body_of(client.get(f"{HERE}{cases.deciding.pk}/studio/2/"))
    assert NAME in body_of(client.get(f"{HERE}{cases.deciding.pk}/"))
    withdrawn = f"{HERE}{cases.withdrawn.pk}/"
    assert "tidak boleh disebut" in body_of(client.get(withdrawn))
    for other in (team.desk, team.auditor):
        assert "tidak boleh disebut" not in body_of(enter(other).get(withdrawn))


@pytest.mark.parametrize("with_script", [True, False])
def test_visitor_is_led_to_the_log_in(cases: Cases, client: Client, with_script: bool) -> None:
    headers: dict[str, Any] = {"HTTP_HX_REQUEST": "true"} if with_script else {}
    for address in answers(cases):
        for send in (client.get, client.post):
            answer = send(address, **headers)
            assert answer.status_code == 302 and "/akun/masuk/" in answer["Location"], address
            assert answer.content == b""


def test_other_units_do_not_exist(
    cases: Cases, office: Office, officer: Officer, enter: Enter, work: Work
) -> None:
    for role in READERS:
        client = enter(officer(role, unit=office.polres))
        for address, (_status, roles) in answers(cases).items():
            answer = client.get(address)
            is_theirs = role in roles and address.split("?")[0] in {HERE, f"{HERE}baru/"}
            assert answer.status_code in ({200} if is_theirs else {404, 405}), (role, address)
            if is_theirs:
                assert f"{HERE}{cases.deciding.pk}/" not in body_of(answer)
    below = screened(upload(officer(Role.PPID, unit=office.polres), office.polsek, pdf()), work)
    assert enter(officer(Role.PPID, unit=office.polres)).get(f"{HERE}{below.pk}/studio/1/").status_code == 200


def test_role_that_has_ended_opens_nothing(cases: Cases, team: Team, enter: Enter, office: Office) -> None:
    client = enter(team.screener)
    address = f"{HERE}{cases.deciding.pk}/studio/1/"
    assert client.get(address).status_code == 200
    membership = Membership.objects.get(person=team.screener.person)
    organisation.end_membership(None, membership, on=timezone.localdate() - timedelta(days=1))
    assert client.get(address).status_code == 404
    assert client.get(f"{address}gambar/").status_code == 404


# What each address takes, well formed; who may send it. The others change nothing.
def posts(cases: Cases) -> dict[str, tuple[dict[str, Any], frozenset[str]]]:
    d, r = (f"{HERE}{c.pk}/" for c in (cases.deciding, cases.review))
    s = f"{HERE}{cases.story.pk}/"
    blocked = mark(cases.deciding, mode="block").number
    waits = cases.review.prepared_copy_or_none
    assert waits is not None
    reason = "Orang tua telah memberi izin tertulis untuk membuka nama ini."
    box = {"kotak-left": 10, "kotak-top": 10, "kotak-width": 30, "kotak-height": 9}
    return {
        f"{HERE}baru/": ({"title": "Laporan", "purpose": "request"}, UPLOADERS),
        f"{d}judul/": ({"title": "Laporan kedua"}, DECIDERS),
        f"{d}ulang/": ({}, UPLOADERS),
        f"{d}tarik/": ({"note": "Salah berkas."}, WITHDRAWERS),
        f"{d}asal/": ({}, STUDIO),
        f"{d}studio/1/putuskan/": ({"act": "hide:1:9"}, DECIDERS),
        f"{d}studio/1/temuan/1/dasar/": ({"dasar-ground": "17.a.4", "dasar-seen": 9}, DECIDERS),
        f"{d}studio/1/temuan/{blocked}/buka/": ({"kunci-reason": reason, "kunci-seen": 9}, SUPERIOR),
        f"{d}studio/1/istilah/": (
            {"istilah-term": "Demikian", "istilah-ground": "17.h", "istilah-seen": 9},
            DECIDERS,
        ),
        f"{s}studio/1/teks/": (
            {"teks-start": 0, "teks-end": 7, "teks-quote": "Pelapor", "teks-type": "TERM", "teks-seen": 9},
            DECIDERS,
        ),
        f"{d}studio/1/kotak/": ({**box, "kotak-type": "REGION", "kotak-seen": 9}, DECIDERS),
        f"{d}salinan/": ({"confirmed": "on"}, DECIDERS),
        f"{r}setujui/": ({"sha256": waits.sha256, "confirmed": "on"}, APPROVERS),
        f"{r}kembalikan/": ({"note": "Periksa lagi."}, APPROVERS),
    }


def rows() -> list[Any]:
    """Everything that an act of this desk would change."""
    return [
        list(Case.objects.order_by("pk").values_list("pk", "title", "state", "decisions")),
        *(model.objects.count() for model in (Decision, Note, JobRun, Entry)),
    ]


def test_posts_of_those_who_may_not_change_nothing(cases: Cases, officer: Officer, enter: Enter) -> None:
    for role in Role:
        client = enter(officer(role))
        before = rows()
        for address, (sent, roles) in posts(cases).items():
            if role not in roles:
                for headers in ({}, {"HTTP_HX_REQUEST": "true"}):
                    answer = client.post(address, sent, **headers)  # type: ignore[arg-type]
                    assert answer.status_code in {403, 404}, (role, address, answer.status_code)
                    assert rows() == before, (role, address)


@pytest.mark.parametrize("who", ["screener", "superior"])
def test_posts_of_those_who_may_are_taken(cases: Cases, team: Team, enter: Enter, who: str) -> None:
    """The test above can fail: the same words, sent by somebody who may, are taken."""
    role = {"screener": Role.SCREENING_OFFICER, "superior": Role.SUPERIOR}[who]
    client = enter(getattr(team, who))
    looked_through(cases.review, getattr(team, who))
    for address, (sent, roles) in posts(cases).items():
        if role in roles and not address.endswith(("baru/", "tarik/", "ulang/", "salinan/", "kembalikan/")):
            answer = client.post(address, sent)
            assert answer.status_code == (200 if address.endswith("asal/") else 302), (
                address,
                answer.content,
            )
