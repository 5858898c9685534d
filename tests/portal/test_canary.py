"""A document with a canary goes the whole way, from the upload to the portal. The canary may stand in no
public page, file, header, address, list or log. All persons and numbers are invented."""

import logging
import re
import subprocess
from collections import deque
from collections.abc import Callable
from pathlib import Path

import pytest
import typst
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pypdf import PdfReader

from terbuka.disclosure import actions as disclosure
from terbuka.disclosure.models import Case, PublicCopy, Purpose
from terbuka.disclosure.studio import actions as studio
from terbuka.organisation.models import Account
from terbuka.organisation.roles import Role
from terbuka.register import actions
from terbuka.register.models import Item
from tests.register.samples import WORDS, certified
from tests.rows import Office

Officer = Callable[..., Account]
Work = Callable[[], None]

REPORT = """
#set page(width: 420pt, height: 595pt, margin: 42pt)
#set document(title: "Laporan Kanarina Suryaputri", author: "Kanarina Suryaputri")
Pelapor: KANARINA SURYAPUTRI \\
NIK: 6371034704880003 \\
Telepon: 0812-5104-3378 \\
Alamat: Jl. Kenari Emas Gg. Sangkar No. 27 RT 15

Pelapor Kanarina Suryaputri melapor kepada AIPTU FAHRUL ROZI, Kanit SPKT.
"""
# What was hidden, in the file, its metadata and its name; who worked on it; what was never published.
CANARIES = (
    "kanarina",
    "suryaputri",
    "6371034704880003",
    "081251043378",
    "0812-5104-3378",
    "kenari emas",
    "petugas-pemeriksa",
    "pejabat-pengesah",
    "judul-kasus",
    "isi-draf",
    "isi-lama",
    "isi-ditarik",
)
OPEN = "FAHRUL ROZI"


@pytest.fixture
def copy(office: Office, officer: Officer, work: Work) -> PublicCopy:
    """The report, decided and certified by the desk that does it, with the real engine."""
    screener = officer(Role.SCREENING_OFFICER, name="Petugas-Pemeriksa Rekaan")
    ppid = officer(Role.PPID, name="Pejabat-Pengesah Rekaan")
    case = disclosure.upload(
        screener,
        unit=office.polda,
        title="Judul-Kasus Kanarina",
        purpose=Purpose.PUBLICATION,
        file=SimpleUploadedFile("laporan kanarina suryaputri.pdf", typst.compile(REPORT.encode())),
    )
    work()
    studio.hide_proposed(screener, case, page=None, sure=False, seen=10**6)
    case.refresh_from_db()
    studio.look(screener, case, *range(1, case.pages + 1))
    disclosure.prepare(screener, case, confirmed=True)
    work()
    case = Case.objects.get(pk=case.pk)
    assert case.prepared_copy_or_none is not None, (case.problem, case.problem_values)
    studio.look(ppid, case.prepared_copy_or_none, *range(1, case.prepared_copy_or_none.pages + 1))
    return disclosure.approve(ppid, case, sha256=case.prepared_copy_or_none.sha256)


@pytest.fixture
def published_items(office: Office, officer: Officer, copy: PublicCopy) -> list[Item]:
    """The copy published, and around it whatever has been public or is not yet."""
    ppid = officer(Role.PPID, name="Pejabat-Pengesah Kedua")
    item = actions.draft(ppid, unit=office.polda, **{**WORDS, "summary": "isi-lama"})
    actions.attach(ppid, item, copy, name="Laporan polisi")
    actions.publish(ppid, item, words_certified=True)
    actions.change(ppid, item, summary="Laporan polisi yang sudah ditutup.")
    actions.publish(ppid, item, change_note="Ringkasan diperbaiki.")
    actions.change(ppid, item, summary="isi-draf")
    gone = actions.draft(
        ppid, copy=certified(office.polda), unit=office.polda, **{**WORDS, "summary": "isi-ditarik"}
    )
    actions.publish(ppid, gone, words_certified=True)
    actions.withdraw(ppid, gone, reason="Perlu diperiksa lagi.")
    actions.draft(ppid, unit=office.polda, **{**WORDS, "title": "isi-draf", "summary": "isi-draf"})
    return [item, gone]


def crawl(client: Client, *begin: str) -> dict[str, tuple[str, bytes]]:
    """Every public address that can be reached: its headers and its body."""
    found: dict[str, tuple[str, bytes]] = {}
    queue = deque(begin)
    while queue:
        address = queue.popleft().split("#")[0].replace("&amp;", "&")
        if address in found or not address.startswith("/") or address.startswith("/static/"):
            continue
        answer = client.get(address)
        found[address] = (str(answer.headers), answer.getvalue())
        if "html" in answer.get("Content-Type", "") or "xml" in answer.get("Content-Type", ""):
            text = answer.getvalue().decode()
            queue += re.findall(r'(?:href|src|action)="([^"]+)"', text)
            queue += [place.removeprefix("http://testserver") for place in re.findall(r"<loc>([^<]+)", text)]
    return found


def refuse(place: str, text: str) -> None:
    for canary in CANARIES:
        assert canary not in text.lower(), f"{canary} in {place}"


def test_canary_stands_nowhere_in_public(
    client: Client,
    published_items: list[Item],
    copy: PublicCopy,
    work: Work,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    work()
    caplog.set_level(logging.DEBUG)
    gone = published_items[1]
    found = crawl(
        client,
        "/",
        "/sitemap.xml",
        "/robots.txt",
        f"/informasi/{gone.pk}/",
        "/informasi/?cari=kanarina",
        "/informasi/?cari=6371034704880003",
        "/informasi/daftar.csv?cari=suryaputri",
    )
    assert {f"/salinan/{copy.sha256}/", "/informasi/daftar.csv", "/en/informasi/cetak/"} <= set(found)
    for address, (headers, body) in found.items():
        if "cari=" not in address and "cari%3D" not in address:
            # The words that somebody looks for stand in the answer to them, and nowhere else.
            refuse(address, address)
            refuse(f"headers of {address}", headers)
            refuse(f"body of {address}", body.decode("utf-8", "replace"))
    assert b"Tidak ada yang cocok" in found["/informasi/?cari=kanarina"][1]
    assert len(found["/informasi/daftar.csv?cari=suryaputri"][1].splitlines()) == 1
    refuse("the log", caplog.text)


def test_canary_is_in_no_public_file(published_items: list[Item], copy: PublicCopy, work: Work) -> None:
    work()
    root = storages["public"].root  # type: ignore[attr-defined]
    files = [path for path in root.rglob("*") if path.is_file()]
    assert [str(path.relative_to(root)).replace("/", "") for path in files] == [copy.sha256]
    data = files[0].read_bytes()
    for canary in CANARIES:
        for encoding in ("utf-8", "utf-16-be", "utf-16-le"):
            assert canary.encode(encoding) not in data.lower()
    read = [
        subprocess.run(["pdftotext", str(files[0]), "-"], capture_output=True, check=True, text=True).stdout,
        "\n".join(page.extract_text() for page in PdfReader(files[0]).pages),
    ]
    for text in read:
        refuse("the copy", text)
        assert OPEN in " ".join(text.split())
    refuse("its metadata", str(PdfReader(files[0]).metadata))


def test_canary_is_found_where_it_may_be(published_items: list[Item], copy: PublicCopy) -> None:
    """This file can fail: the canary is in the office's own store."""
    with storages["default"].open(copy.case.original) as original:
        text = "\n".join(page.extract_text() for page in PdfReader(original).pages)
    assert "KANARINA" in text
    with pytest.raises(AssertionError):
        refuse("the original", text)
