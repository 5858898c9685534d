"""The public pages: what they show, how they are cached, how much they weigh, what they cost."""

import csv
import io
import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest
from django.contrib.staticfiles import finders
from django.core.files.storage import storages
from django.test import Client

from terbuka.organisation.models import Account
from terbuka.organisation.roles import Role
from terbuka.portal.certificates import article, full_title
from terbuka.portal.labels import MEANINGS, all_labels, ground_rows
from terbuka.register import actions
from terbuka.register.jobs import public_name
from terbuka.register.models import Item
from terbuka.screening.policy import policy
from tests.register.samples import WORDS, certified, drafted, published
from tests.rows import Office

Officer = Callable[..., Account]
STATIC = ("/", "/informasi/", "/informasi/cetak/", "/minta-informasi/", "/label-penghitaman/")
QUIET = ("/tentang/", "/aksesibilitas/", "/privasi/")


@pytest.fixture
def ppid(officer: Officer) -> Account:
    return officer(Role.PPID)


def address_of(item: Item) -> str:
    return f"/informasi/{item.pk}-{item.slug}/"


def read(client: Client, address: str, **query: Any) -> str:
    answer = client.get(address, query)
    assert answer.status_code == 200, address
    return str(answer.content.decode())


def cache_of(answer: Any) -> set[str]:
    return set(answer["Cache-Control"].split(", "))


def titles(page: str) -> list[str]:
    return re.findall(r'<h[23] lang="id"><a [^>]*>([^<]*)</a>', page)


# --- Home and texts


def test_home_shows_the_latest_and_how_to_ask(office: Office, ppid: Account, client: Client) -> None:
    for number in range(6):
        published(ppid, office.polda, title=f"Laporan {number}")
    drafted(ppid, office.polda, title="Masih draf")
    page = read(client, "/")
    assert titles(page) == [f"Laporan {number}" for number in (5, 4, 3, 2, 1)]
    assert 'action="/informasi/"' in page and "/minta-informasi/" in page
    assert "6 informasi" in page and "0 informasi" in page


def test_home_of_an_empty_office_says_what_to_do(db: None, client: Client) -> None:
    assert "Belum ada yang terbit" in read(client, "/")
    assert "Belum ada yang terbit" in read(client, "/informasi/")


def test_contact_is_shown_where_the_office_has_said_it(db: None, client: Client, settings: Any) -> None:
    assert "Meja layanan informasi</h2>" not in read(client, "/")
    settings.OFFICE_ADDRESS, settings.OFFICE_HOURS = "Jalan Contoh 1", "08.00–15.00"
    settings.OFFICE_PHONE, settings.OFFICE_EMAIL = "0511 000 000", "ppid@contoh.go.id"
    for address in ("/", "/minta-informasi/", *QUIET):
        page = read(client, address)
        for words in ("Jalan Contoh 1", "08.00–15.00", "tel:0511000000", "mailto:ppid@contoh.go.id"):
            assert words in page, address


def test_every_page_speaks_english_too(office: Office, ppid: Account, client: Client) -> None:
    item = published(ppid, office.polda, certified(office.polda))
    for address in (*STATIC, *QUIET, address_of(item)):
        page = read(client, f"/en{address}")
        assert '<html lang="en">' in page and "Redaction labels" in page, address
        assert f'href="{address}"' in page, address
    assert f'<h1 lang="id">{WORDS["title"]}</h1>' in read(client, f"/en{address_of(item)}")
    assert "Article 17(a)(2)" in read(client, f"/en{address_of(item)}")


def test_labels_and_grounds_are_all_explained(db: None, client: Client) -> None:
    page = read(client, "/label-penghitaman/")
    rules = policy()
    for word in {*rules.words_of_types.values(), *rules.words_of_roles.values()}:
        assert f"[{word}]" in page
    assert set(MEANINGS) == {*rules.words_of_types, *rules.words_of_roles}
    words = [label.word for label in all_labels()]
    assert len(words) == len(set(words))
    grounds = ground_rows("id")
    assert [row.code for row in grounds] == [f"17.{letter}" for letter in "abcdefghij"]
    assert [item.code for item in grounds[7].items] == [f"17.h.{number}" for number in range(1, 6)]
    for row in grounds:
        assert row.title in page and row.article in page


def test_articles_are_said_in_full() -> None:
    assert article("17.h") == "Pasal 17 huruf h"
    assert article("17.a.2") == "Pasal 17 huruf a angka 2"
    assert full_title("17.h", "id") == "Mengungkapkan rahasia pribadi"
    assert full_title("17.h.2", "en").startswith("Reveals personal secrets: health")


# --- The register


def test_register_finds_by_all_words_class_unit_and_year(
    office: Office, ppid: Account, client: Client
) -> None:
    published(ppid, office.polres, title="Laporan banjir", information_class="immediate")
    published(
        ppid,
        office.polsek,
        title="Laporan Réalisasi anggaran",
        period_from=date(2019, 7, 1),
        period_to=date(2020, 6, 30),
    )
    published(ppid, office.pid, title="Notulen rapat", summary="Laporan tiap satuan kerja.")

    def found(**query: Any) -> set[str]:
        return set(titles(read(client, "/informasi/", **query)))

    banjir, anggaran, notulen = "Laporan banjir", "Laporan Réalisasi anggaran", "Notulen rapat"
    assert found() == found(cari="lapor") == {banjir, anggaran, notulen}
    assert found(cari="LAPORAN banjir") == {banjir}
    assert found(cari="realisasi") == found(cari="réalisasi!") == {anggaran}
    assert found(cari="banjir anggaran") == set()
    assert found(cari="njir") == found(cari="%") - {banjir, anggaran, notulen} == set()
    assert found(cari="subbidang laporan") == {notulen}  # the name of the unit
    assert found(cari="polsek") == found(q="polsek") == {anggaran}
    assert found(cari="polsek", q="banjir") == {anggaran}
    assert found(kelas="immediate") == {banjir}
    assert found(unit="POLRES") == {banjir, anggaran}  # and below it
    assert found(unit="POLSEK") == {anggaran}
    assert found(tahun="2019") == found(tahun="2020") == {anggaran}
    assert found(tahun="2021") == {banjir, notulen}
    assert found(kelas="x", unit="y", tahun="z") == {banjir, anggaran, notulen}
    assert found(cari="\x00 ") == {banjir, anggaran, notulen}
    page = read(client, "/informasi/", tahun="2019", cari='"><b>')
    assert '<option value="2019" selected>' in page and "<b>" not in page
    assert 'name="robots" content="noindex, follow"' in page
    assert "noindex" not in read(client, "/informasi/")


def test_register_follows_a_unit_to_its_new_name(office: Office, ppid: Account, client: Client) -> None:
    from terbuka.organisation.actions import change_unit

    published(ppid, office.polres)
    change_unit(None, office.polres, name="Polresta Baru", kind="polres", zone=office.polres.zone)
    assert titles(read(client, "/informasi/", cari="polresta"))
    assert not titles(read(client, "/informasi/", cari="contoh"))


def test_register_has_pages(office: Office, ppid: Account, client: Client) -> None:
    for number in range(21):
        published(ppid, office.polda, title=f"Laporan {number}")
    first = read(client, "/informasi/", cari="laporan")
    assert len(titles(first)) == 20 and "Halaman 1 dari 2" in first and "21 informasi" in first
    assert "?cari=laporan&amp;halaman=2" in first
    asked = read(client, "/informasi/", q="laporan")
    assert 'value="laporan"' in asked and "?q=laporan&amp;halaman=2" in asked
    assert titles(read(client, "/informasi/", halaman="2")) == ["Laporan 0"]
    assert titles(read(client, "/informasi/", halaman="x")) == titles(read(client, "/informasi/"))


def test_nothing_found_says_what_to_do(office: Office, ppid: Account, client: Client) -> None:
    published(ppid, office.polda)
    assert "Tidak ada yang cocok" in read(client, "/informasi/", cari="zzz")


def test_print_has_the_seven_columns(
    office: Office, ppid: Account, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        published(ppid, office.polres, title=f"Laporan {number}")
    page = read(client, "/informasi/cetak/", unit="POLRES", tahun="2021", cari="laporan")
    assert page.count('scope="col"') == 7 and page.count('scope="row"') == 3
    for words in ("Kata yang dicari: laporan", "Polres Contoh", "Tahun: 2021"):
        assert words in page
    assert "Hanya" not in page
    monkeypatch.setattr("terbuka.portal.views.PRINTED", 2)
    assert "Hanya 2 yang terbaru" in read(client, "/informasi/cetak/")


def test_csv_holds_what_was_found(office: Office, ppid: Account, client: Client) -> None:
    published(ppid, office.polda, title="=cmd|' /C calc'!A0")
    item = published(
        ppid, office.polres, title="Laporan", period_from=date(2021, 1, 1), period_to=date(2021, 3, 31)
    )
    drafted(ppid, office.polda, title="Masih draf")
    answer = client.get("/informasi/daftar.csv")
    text = answer.getvalue().decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text))
    assert header[:4] == ["Nomor", "Judul", "Ringkasan isi", "Unit yang menguasai"]
    assert len(rows) == 2 and "Masih draf" not in text
    assert rows[0][0] == str(item.pk) and rows[0][10:12] == ["2021-01-01", "2021-03-31"]
    assert rows[0][-1] == f"http://testserver{address_of(item)}"
    assert rows[1][1].startswith("'=cmd")
    assert "max-age=300" in answer["Cache-Control"] and "daftar-informasi-publik.csv" in str(answer.headers)
    assert len(client.get("/informasi/daftar.csv", {"unit": "POLRES"}).getvalue().splitlines()) == 2


# --- An item and its files


def test_item_shows_summary_columns_files_and_certificate(
    office: Office, ppid: Account, client: Client
) -> None:
    copy = certified(office.polda)
    item = published(ppid, office.polda, copy, period_from=date(2021, 1, 1), period_to=date(2021, 3, 31))
    page = read(client, address_of(item))
    for words in (
        WORDS["title"],
        WORDS["summary"],
        "Kepala Subbidang PID",
        "5 April 2021",
        "Banjarmasin",
        "aktif 2 tahun",
        "1 Januari 2021 sampai 31 Maret 2021",
        "Laporan bagian 1",
        "12 bagian ditutup",
        "Pasal 17 huruf a angka 2",
        copy.sha256,
        f"/salinan/{copy.sha256}/",
        "certutil",
    ):
        assert words in page
    assert page.index("17.a.2") < page.index("Pasal 17 huruf h")
    assert copy.original_sha256 not in page  # whoever guesses what a bar hides could check the guess with it
    assert "Budi Rahman" not in page and "Noor Aida" not in page and "Rahmadi" not in page


def test_item_without_file_or_without_bars_says_so(office: Office, ppid: Account, client: Client) -> None:
    assert "tidak tersedia di portal" in read(client, address_of(published(ppid, office.polda)))
    clean = published(ppid, office.polda, certified(office.polda, grounds={}))
    assert "Tidak ada bagian yang ditutup" in read(client, address_of(clean))


def test_item_shows_its_changes_and_not_what_stood_there_before(
    office: Office, ppid: Account, client: Client
) -> None:
    item = published(ppid, office.polda, summary="Versi pertama.")
    actions.change(ppid, item, summary="Versi kedua.")
    assert "Versi pertama." in read(client, address_of(item))
    actions.publish(ppid, item, change_note="Angka diperbaiki.")
    actions.withdraw(ppid, item, reason="Perlu diperiksa lagi.")
    actions.publish(ppid, item, change_note="Sudah diperiksa.")
    page = read(client, address_of(item))
    for words in ("Versi kedua.", "Angka diperbaiki.", "Perlu diperiksa lagi.", "Sudah diperiksa."):
        assert words in page
    assert "Versi pertama." not in page


def test_item_of_another_title_is_led_to_the_right_address(
    office: Office, ppid: Account, client: Client
) -> None:
    item = published(ppid, office.polda)
    for address in (f"/informasi/{item.pk}/", f"/informasi/{item.pk}-nama-orang/"):
        answer = client.get(address)
        assert (answer.status_code, answer["Location"]) == (302, address_of(item))


def test_what_was_never_public_does_not_exist(office: Office, ppid: Account, client: Client) -> None:
    copy = certified(office.polda)
    draft = drafted(ppid, office.polda, copy)
    for address in (address_of(draft), "/informasi/987654/", "/salinan/abc/", f"/salinan/{'0' * 64}/"):
        assert client.get(address).status_code == 404, address
    assert client.get(f"/informasi/{10**20}/").status_code == 404  # more than a row can be numbered
    assert client.get(f"/salinan/{copy.sha256}/").status_code == 404


def test_copy_is_downloaded_under_a_plain_name(office: Office, ppid: Account, client: Client) -> None:
    copy = certified(office.polda, "isi salinan é".encode())
    item = drafted(ppid, office.polda)
    actions.attach(ppid, item, copy, name="Laporan: triwulan I / 2021")
    actions.publish(ppid, item)
    answer = client.get(f"/salinan/{copy.sha256}/")
    assert answer.getvalue() == "isi salinan é".encode()
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="laporan-triwulan-i-2021.txt"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert cache_of(answer) == {"max-age=0", "public"}
    assert answer["ETag"] == f'"{copy.sha256}"'
    again = client.get(f"/salinan/{copy.sha256}/", headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304 and again.getvalue() == b""
    assert client.head(f"/salinan/{copy.sha256}/").status_code == 200
    assert client.post(f"/salinan/{copy.sha256}/").status_code == 405


@pytest.mark.parametrize(
    ("format", "suffix", "content_type"),
    [
        ("pdf", "pdf", "application/pdf"),
        ("docx", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ],
)
def test_copy_has_the_type_of_its_format(
    office: Office, ppid: Account, client: Client, format: str, suffix: str, content_type: str
) -> None:
    copy = certified(office.polda, format=format)
    item = published(ppid, office.polda, copy)
    answer = client.get(f"/salinan/{copy.sha256}/")
    assert answer["Content-Type"] == content_type
    assert answer["Content-Disposition"].endswith(f'.{suffix}"')
    assert {"pdf": "PDF", "docx": "Word (DOCX)"}[format] in read(client, address_of(item))


# --- Withdrawn


def test_withdrawn_item_answers_410_with_its_tombstone(
    office: Office, ppid: Account, client: Client, work: Callable[[], None]
) -> None:
    copy = certified(office.polda)
    item = published(ppid, office.polda, copy)
    actions.withdraw(ppid, item, reason="Lampirannya keliru.")
    for address in (address_of(item), f"/informasi/{item.pk}/", f"/salinan/{copy.sha256}/"):
        answer = client.get(address)
        page = answer.content.decode()
        assert answer.status_code == 410, address
        assert "Lampirannya keliru." in page and WORDS["title"] in page
        assert "Unduh" not in page and WORDS["summary"] not in page
        assert 'content="noindex"' in page and cache_of(answer) == {"max-age=0", "public"}
    assert client.get(f"/en{address_of(item)}").status_code == 410
    for address in ("/", "/informasi/", "/sitemap.xml"):
        assert WORDS["title"] not in read(client, address) and item.slug not in read(client, address)
    work()
    assert client.get(f"/salinan/{copy.sha256}/").status_code == 410


def test_tombstone_may_leave_the_title_out(office: Office, ppid: Account, client: Client) -> None:
    item = published(ppid, office.polda)
    actions.withdraw(ppid, item, reason="Judulnya keliru.", title_stays=False)
    page = client.get(address_of(item)).content.decode()
    assert WORDS["title"] not in page and f"Informasi nomor {item.pk}" in page


def test_replaced_file_leads_to_the_one_that_counts(office: Office, ppid: Account, client: Client) -> None:
    old, new = certified(office.polda), certified(office.polda)
    item = published(ppid, office.polda, old)
    actions.detach(ppid, item.attachments.get())
    actions.attach(ppid, item, new, name="Laporan yang diperbaiki")
    actions.publish(ppid, item, change_note="Berkas diganti.")
    answer = client.get(f"/salinan/{old.sha256}/")
    assert answer.status_code == 410
    assert "sudah diganti" in answer.content.decode() and address_of(item) in answer.content.decode()
    assert client.get(f"/salinan/{new.sha256}/").status_code == 200


def test_rows_decide_and_not_the_store(office: Office, ppid: Account, client: Client) -> None:
    copy = certified(office.polda)
    item = published(ppid, office.polda, copy)
    actions.withdraw(ppid, item, reason="Ada kekeliruan.")
    assert storages["public"].exists(public_name(copy.sha256))  # the job has not come by yet
    assert client.get(f"/salinan/{copy.sha256}/").status_code == 410


# --- Caches, cookies, weight, cost


def public_addresses(item: Item) -> list[str]:
    return [*STATIC, *QUIET, address_of(item), "/informasi/?cari=laporan", "/sitemap.xml", "/robots.txt"]


def test_public_pages_are_cacheable_and_set_no_cookie(office: Office, ppid: Account, client: Client) -> None:
    item = published(ppid, office.polda, copy := certified(office.polda))
    for address in [*public_addresses(item), f"/salinan/{copy.sha256}/", "/informasi/daftar.csv"]:
        for language in ("", "/en"):
            answer = client.get(f"{language}{address}")
            assert answer.status_code == 200, address
            assert "public" in answer["Cache-Control"] and "max-age=" in answer["Cache-Control"], address
            assert not answer.cookies and "Cookie" not in answer.get("Vary", ""), address
    assert client.get("/tidak-ada/").cookies == {}


def test_page_that_has_not_changed_is_not_sent_again(office: Office, ppid: Account, client: Client) -> None:
    item = published(ppid, office.polda)
    for address in public_addresses(item):
        first = client.get(address)
        again = client.get(address, headers={"if-none-match": first["ETag"]})
        assert again.status_code == 304 and again.content == b"", address
    before = client.get("/informasi/")["ETag"]
    published(ppid, office.polda, title="Laporan lain")
    assert client.get("/informasi/")["ETag"] != before


def test_officer_who_reads_the_portal_leaves_no_copy_in_a_cache(
    office: Office, ppid: Account, enter: Callable[[Account], Client]
) -> None:
    answer = enter(ppid).get("/informasi/")
    assert "no-store" in answer["Cache-Control"] and "public" not in answer["Cache-Control"]


def test_public_pages_are_only_read(office: Office, ppid: Account, client: Client) -> None:
    item = published(ppid, office.polda)
    for address in public_addresses(item):
        assert client.post(address, {"cari": "x"}).status_code == 405, address


def weight(page: str) -> int:
    """Bytes of a page with its styles and scripts, not compressed."""
    linked = re.findall(r'(?:href|src)="/static/([^"]+\.(?:css|js))"', page)
    paths = [finders.find(name) for name in linked]
    assert linked and all(paths)
    return len(page.encode()) + sum(len(open(path, "rb").read()) for path in paths if path)  # noqa: PTH123


def test_pages_weigh_less_than_100_kilobytes(office: Office, ppid: Account, client: Client) -> None:
    long = {"title": "Laporan panjang " * 12, "summary": "kata yang panjang " * 110}
    item = published(ppid, office.polda, *[certified(office.polda) for _number in range(8)], **long)
    for _number in range(20):
        published(ppid, office.polda, **long)
    heaviest = {address: weight(read(client, address)) for address in [*STATIC, *QUIET, address_of(item)]}
    del heaviest["/informasi/cetak/"]  # for paper: as long as the list
    assert max(heaviest.values()) < 100_000, heaviest


def test_pages_are_sent_compressed(office: Office, ppid: Account, client: Client) -> None:
    plain = client.get("/informasi/")
    packed = client.get("/informasi/", headers={"accept-encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip" and len(packed.content) < len(plain.content) / 2
    same = client.get("/informasi/", headers={"accept-encoding": "gzip", "if-none-match": packed["ETag"]})
    assert same.status_code == 304


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/", 3),
        ("/informasi/", 4),
        ("/informasi/cetak/", 2),
        ("ITEM", 3),
        ("/sitemap.xml", 1),
        ("/tentang/", 0),
    ],
)
def test_pages_cost_a_fixed_number_of_queries(
    office: Office,
    ppid: Account,
    client: Client,
    django_assert_num_queries: Any,
    address: str,
    queries: int,
) -> None:
    for unit in (office.polda, office.pid, office.polres):
        for _number in range(3):
            item = published(ppid, unit, certified(unit), certified(unit))
    with django_assert_num_queries(queries):
        read(client, address_of(item) if address == "ITEM" else address)


def test_download_costs_one_query(
    office: Office, ppid: Account, client: Client, django_assert_num_queries: Any
) -> None:
    published(ppid, office.polda, copy := certified(office.polda))
    with django_assert_num_queries(1):
        client.get(f"/salinan/{copy.sha256}/").getvalue()


# --- Machines


def test_sitemap_lists_public_pages_in_both_languages(office: Office, ppid: Account, client: Client) -> None:
    item, draft = published(ppid, office.polda), drafted(ppid, office.polda, title="Masih draf")
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314
    places = [node.text for node in root.iter() if node.tag.endswith("loc")]
    assert f"http://testserver{address_of(item)}" in places
    assert not [place for place in places if draft.slug in str(place) or "kantor" in str(place)]
    links = [node.get("href") for node in root.iter() if node.tag.endswith("link")]
    assert f"http://testserver/en{address_of(item)}" in links
    assert client.get("/en/sitemap.xml").content == client.get("/sitemap.xml").content


def test_robots_may_read_what_the_public_may(db: None, client: Client) -> None:
    text = read(client, "/robots.txt")
    assert "Disallow: /kantor/" in text and "Disallow: /en/akun/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


# --- HTML


class Outline(HTMLParser):
    """What a screen reader needs to find its way."""

    VOID = frozenset({"meta", "link", "input", "br", "img", "hr"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.labelled: set[str] = set()
        self.fields: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        if "id" in given:
            self.ids.append(str(given["id"]))
        if tag == "label" and given.get("for"):
            self.labelled.add(str(given["for"]))
        if tag in {"input", "select", "textarea"} and given.get("type") != "hidden":
            self.fields.append(str(given.get("id")))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def test_pages_have_one_heading_landmarks_labels_and_closed_tags(
    office: Office, ppid: Account, client: Client
) -> None:
    item = published(ppid, office.polda, certified(office.polda), certified(office.polda))
    gone = published(ppid, office.polda)
    actions.withdraw(ppid, gone, reason="Ada kekeliruan.")
    for address in (*STATIC, *QUIET, address_of(item), "/informasi/?kelas=periodic", address_of(gone)):
        page = client.get(address).content.decode()
        outline = Outline()
        outline.feed(page)
        assert outline.wrong == [] and outline.open == [], address
        assert outline.tags.count("h1") == 1, address
        assert {"header", "nav", "main", "footer", "title"} <= set(outline.tags), address
        assert len(outline.ids) == len(set(outline.ids)), address
        assert set(outline.fields) <= outline.labelled, address
        assert "<script" not in page.replace('<script src="/static/', ""), address


def test_public_file_that_is_missing_is_said(client: Client, office: Office, ppid: Account) -> None:
    copy = certified(office.polda)
    published(ppid, office.polda, copy)
    storages["public"].delete(public_name(copy.sha256))
    answer = client.get(f"/salinan/{copy.sha256}/")
    assert answer.status_code == 503
    assert "sedang tidak bisa diambil" in answer.content.decode()
    assert "public" not in answer.get("Cache-Control", "")
