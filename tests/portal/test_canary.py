"""A document with canaries goes the whole way, from the upload to the portal. None may stand in a public
page, file, header, address, list, table, picture or log. All persons and numbers are invented."""

import io
import logging
import re
import subprocess
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path

import pikepdf
import pytest
import typst
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import resolve
from django.utils import translation
from PIL import Image
from pypdf import PdfReader

from terbuka.disclosure import actions as disclosure
from terbuka.disclosure.models import Case, Picture, PublicCopy, Purpose
from terbuka.disclosure.pictures import page_picture
from terbuka.disclosure.studio import actions as studio
from terbuka.documents.tesseract import run_tesseract
from terbuka.organisation.models import Account
from terbuka.organisation.roles import Role
from terbuka.portal.urls import urlpatterns
from terbuka.register import actions
from terbuka.register.models import Item
from tests.documents.samples import image_sheet, page_image, pdf
from tests.documents.samples.pdf import sticky_note, text_line
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
SCAN = ["Pelapor: MERPATIARA WIDANINGRUM", "NIK: 3171012208770004", "", "Telah diterima oleh petugas jaga."]
# What was hidden: in the text, the file, its metadata and its name, where no reader sees it, in a scan.
DOCUMENT = (
    "kanarina",
    "suryaputri",
    "6371034704880003",
    "081251043378",
    "0812-5104-3378",
    "kenari emas",
    "tulisan-putih",
    "catatan-tempel",
    "isi-lampiran",
    "merpatiara",
    "widaningrum",
    "3171012208770004",
)
# Who worked on it; what was never published.
CANARIES = (
    *DOCUMENT,
    "petugas-pemeriksa",
    "pejabat-pengesah",
    "judul-kasus",
    "isi-draf",
    "isi-lama",
    "isi-ditarik",
)
OPEN = "FAHRUL ROZI"


def report() -> bytes:
    """A typeset page with white text, a note and an attachment, and a scanned one."""
    scan = pdf(image_sheet(page_image(SCAN)))
    whole = io.BytesIO()
    with pikepdf.open(io.BytesIO(typst.compile(REPORT.encode()))) as document:
        with pikepdf.open(io.BytesIO(scan)) as scanned:
            document.pages.extend(scanned.pages)
        page = document.pages[0]
        page.Resources.Font["/F"] = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.contents_add(document.make_stream(text_line("tulisan-putih", 42, 60, state="1 g")))
        note = sticky_note("catatan-tempel", "Kanarina")(document)
        page.obj.Annots = pikepdf.Array([document.make_indirect(note)])
        document.attachments["isi-lampiran.txt"] = b"isi-lampiran"
        document.save(whole)
    return whole.getvalue()


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
        file=SimpleUploadedFile("laporan kanarina suryaputri.pdf", report()),
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


def refuse(place: str, text: str, canaries: Iterable[str] = CANARIES) -> None:
    for canary in canaries:
        assert canary not in text.lower(), f"{canary} in {place}"


def refuse_pages(client: Client, gone: Item) -> dict[str, tuple[str, bytes]]:
    """Every page, list and file of the portal; returns them."""
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
    for address, (headers, body) in found.items():
        if "cari=" not in address and "cari%3D" not in address:
            # The words that somebody looks for stand in the answer to them, and nowhere else.
            refuse(address, address)
            refuse(f"headers of {address}", headers)
            refuse(f"body of {address}", body.decode("utf-8", "replace"))
    return found


def refuse_files() -> list[Path]:
    """Every file of the public store, its name, bytes, text and pixels; returns them."""
    root = storages["public"].root  # type: ignore[attr-defined]
    files = [path for path in root.rglob("*") if path.is_file()]
    for path in files:
        refuse("a file's name", str(path.relative_to(root)))
        data = path.read_bytes()
        for canary in CANARIES:
            for encoding in ("utf-8", "utf-16-be", "utf-16-le"):
                assert canary.encode(encoding) not in data.lower(), f"{canary} in the bytes of a file"
        refuse("the metadata", str(PdfReader(path).metadata))
        refuse("the text", "\n".join(page.extract_text() for page in PdfReader(path).pages))
        for number in map(str, range(1, len(PdfReader(path).pages) + 1)):
            drawn = ["pdftoppm", "-r", "150", "-gray", "-f", number, "-l", number, str(path)]
            refuse("the pixels", read_pixels(subprocess.run(drawn, capture_output=True, check=True).stdout))
    return files


def read_pixels(data: bytes) -> str:
    """What OCR reads in a picture."""
    with Image.open(io.BytesIO(data)) as picture:
        return run_tesseract(picture.convert("L"), "ind", "--psm", "6")


def refuse_tables() -> None:
    """Every table of the office: what a document holds stands in none, in the clear. An officer gave the case
    its title."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
            columns = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                told = [str(value) for name, value in zip(columns, row, strict=True) if name != "title"]
                refuse(f"table {table}", "\n".join(told), DOCUMENT)


def refuse_derived(copy: PublicCopy) -> None:
    """The pictures that the office shows of a copy are drawn from the copy, and their names tell nothing."""
    for number in range(1, copy.pages + 1):
        name = page_picture(copy.case, copy.file, copy.sha256, number)
        refuse("the name of a picture", name)
        with storages["default"].open(name) as picture:
            refuse("a picture of the copy", read_pixels(picture.read()))


def test_canary_stands_nowhere_in_public(
    client: Client,
    published_items: list[Item],
    copy: PublicCopy,
    work: Work,
    caplog: pytest.LogCaptureFixture,
) -> None:
    work()
    caplog.set_level(logging.DEBUG)
    found = refuse_pages(client, published_items[1])
    assert {f"/salinan/{copy.sha256}/", "/informasi/daftar.csv", "/en/informasi/cetak/"} <= set(found)
    with translation.override("id"):
        reached = {resolve(address.partition("?")[0].removeprefix("/en")).url_name for address in found}
    assert {pattern.name for pattern in urlpatterns} <= reached
    assert b"Tidak ada yang cocok" in found["/informasi/?cari=kanarina"][1]
    assert len(found["/informasi/daftar.csv?cari=suryaputri"][1].splitlines()) == 1
    refuse("the log", caplog.text)
    refuse_tables()


@pytest.mark.ocr
def test_canary_is_in_no_public_file_and_nothing_derived(
    published_items: list[Item], copy: PublicCopy, work: Work
) -> None:
    work()
    root = storages["public"].root  # type: ignore[attr-defined]
    files = refuse_files()
    assert [str(path.relative_to(root)).replace("/", "") for path in files] == [copy.sha256]
    read = subprocess.run(["pdftotext", str(files[0]), "-"], capture_output=True, check=True, text=True)
    refuse("the copy", read.stdout)
    assert OPEN in " ".join(read.stdout.split()) and "Telah diterima" in " ".join(read.stdout.split())
    refuse_derived(copy)


@pytest.mark.ocr
def test_planted_canary_is_found(
    client: Client, published_items: list[Item], copy: PublicCopy, officer: Officer, work: Work
) -> None:
    """Every one of the checks above can fail: one leak after the other is planted."""
    work()
    item, gone = published_items
    with storages["default"].open(copy.case.original) as original:
        data = original.read()
    with pytest.raises(AssertionError, match="a picture of the copy"):
        drawn = page_picture(copy.case, copy.case.original, copy.case.sha256, 2)
        Picture.objects.create(case=copy.case, of=copy.sha256, page=1, file=drawn)
        refuse_derived(copy)
    with pytest.raises(AssertionError, match="in table register_"):
        Item.objects.filter(pk=item.pk).update(summary="Laporan Kanarina")
        refuse_tables()
    with pytest.raises(AssertionError, match="body of"):
        again = Item.objects.get(pk=item.pk)
        actions.publish(officer(Role.PPID), again, change_note="Keliru.", words_certified=True)
        refuse_pages(client, gone)
    path = refuse_files()[0]
    for leak, said in ((b"merpatiara", "the bytes"), (data, "the (bytes|metadata|text)")):
        path.chmod(0o600)
        path.write_bytes(path.read_bytes() + leak if leak is not data else data)
        with pytest.raises(AssertionError, match=said):
            refuse_files()
    path.write_bytes(pdf(image_sheet(page_image(SCAN))))
    with pytest.raises(AssertionError, match="the pixels"):
        refuse_files()
