"""What is hidden in a document, or was typed about it, stands in no log, no journal, no table and no public
place, from the upload to the certificate. All persons and numbers are invented."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from terbuka.disclosure.models import Case, Decision, Note, PreparedCopy
from terbuka.journal.models import Entry
from terbuka.office.logs import LineFormatter
from terbuka.organisation.models import Account
from tests.disclosure.conftest import SECRETS, Team, mark, pdf, screened, stored_files, upload
from tests.rows import Office

Enter = Callable[[Account], Client]
Work = Callable[[], None]

HERE = "/kantor/berkas/"
TYPED = ("Melati-alasan", "Melati-catatan", "Melati-istilah", "Melati-judul")
CANARIES = (*SECRETS, *TYPED, "Sudarta", "Kusuma", "Teluk Tiram", "siti rahmah.pdf")


def tables() -> Iterator[tuple[str, str]]:
    """Every table but the ones about persons and their sessions, as one text."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith(("disclosure_", "journal_", "office_", "django_tasks")):
                cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
                yield table, str(cursor.fetchall())


def found_in(text: str) -> list[str]:
    return [canary for canary in CANARIES if canary.lower() in text.lower()]


@pytest.fixture
def whole_way(team: Team, office: Office, enter: Enter, work: Work, caplog: pytest.LogCaptureFixture) -> Case:
    """Everything that is typed or shown about a case, by its pages; the log keeps everything."""
    caplog.set_level(logging.DEBUG)
    screener, boss, second = enter(team.screener), enter(team.superior), enter(team.ppid)
    case = screened(upload(team.screener, office.polda, pdf()), work)
    address, studio = f"{HERE}{case.pk}/", f"{HERE}{case.pk}/studio/1/"
    screener.get(f"{HERE}?saya=on&cari=Melati-judul")
    screener.post(f"{address}judul/", {"title": "Perihal Melati-judul", "certified": "on"})
    Case.objects.update(title="Laporan")
    for page in (1, 2):
        screener.get(f"{address}studio/{page}/")
        screener.get(f"{address}studio/{page}/gambar/")
    term = {"istilah-term": "Melati-istilah", "istilah-ground": "17.h", "istilah-seen": 0}
    screener.post(f"{studio}istilah/", term)
    screener.post(f"{studio}istilah/", {**term, "istilah-term": "Wayan Sudarta"})
    screener.post(f"{studio}putuskan/", {"act": "hide-person:Melati-istilah:0"})
    child = mark(case, mode="block", page=2).number
    why = "Melati-alasan: orang tuanya telah mengizinkan."
    reason = {"kunci-reason": why, "kunci-everywhere": "on", "kunci-seen": 9}
    boss.post(f"{address}studio/2/temuan/{child}/buka/", reason)
    screener.post(f"{studio}putuskan/", {"act": "proposed:all:any:9"})
    screener.post(f"{address}asal/")
    for attempt in range(2):
        screener.post(f"{address}salinan/", {"confirmed": "on"})
        work()
        copy = PreparedCopy.objects.get().sha256
        for page in (1, 2):
            second.get(f"{address}pratinjau/{page}/")
            second.get(f"{address}pratinjau/{page}/gambar/?sha256={copy}")
        if not attempt:
            second.post(f"{address}kembalikan/", {"note": "Melati-catatan: lihat lagi."})
    second.post(f"{address}setujui/", {"sha256": PreparedCopy.objects.get().sha256, "confirmed": "on"})
    work()
    second.get(f"{address}sertifikat/salinan/")
    case = Case.objects.get(pk=case.pk)
    assert case.state == "approved", case.problem
    return case


def test_nothing_personal_is_logged_or_kept_in_the_clear(
    whole_way: Case, caplog: pytest.LogCaptureFixture
) -> None:
    lines = [
        LineFormatter().format(record)
        for record in caplog.get_records("setup")
        if record.name.startswith("terbuka")
    ]
    assert len(lines) > 20 and found_in("\n".join(lines)) == []
    assert found_in(str(list(Entry.objects.values()))) == []
    for table, rows in tables():
        assert (table, found_in(rows)) == (table, [])
    texts = [decision.text for decision in Decision.objects.all()] + [
        note.text for note in Note.objects.all()
    ]
    assert len(found_in(str(texts))) >= 3  # it is there for those who may read it


def test_nothing_is_public_before_it_is_published_and_the_store_is_closed(
    whole_way: Case, client: Client
) -> None:
    public = Path(settings.PUBLIC_FILES)
    assert not public.exists() or not [path for path in public.rglob("*") if path.is_file()]
    for address in ("/", "/informasi/", f"/salinan/{whole_way.sha256}/", "/sitemap.xml"):
        page: Any = client.get(address)
        assert found_in(page.content.decode()) == []
        assert page.status_code == (404 if "salinan" in address else 200)
    assert "Laporan" not in client.get("/informasi/").content.decode()
    assert stored_files() and found_in(" ".join(stored_files())) == []
    for name in stored_files():
        path = Path(settings.PRIVATE_FILES) / name
        assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
