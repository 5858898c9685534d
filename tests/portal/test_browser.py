"""The portal in a real browser: a phone, both themes, the keyboard, without a script, on paper; with axe."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from terbuka.organisation.roles import Role
from terbuka.register import actions
from tests.register.samples import certified, published
from tests.rows import Office, employ

pytestmark = pytest.mark.browser
Axe = Callable[[Page], None]


@pytest.fixture
def addresses(transactional_db: None, office: Office, settings: Any) -> list[str]:
    """Every kind of public page, with long and short content."""
    settings.OFFICE_ADDRESS, settings.OFFICE_HOURS = "Jalan Contoh Raya 16, Banjarbaru", "08.00–15.00 WITA"
    settings.OFFICE_PHONE, settings.OFFICE_EMAIL = "0511 000 000", "ppid@contoh.go.id"
    ppid = employ(Role.PPID, unit=office.polda)
    for number in range(21):
        published(ppid, office.polres, certified(office.polres), title=f"Laporan pengaduan nomor {number}")
    item = published(
        ppid,
        office.polda,
        certified(office.polda, b"isi salinan"),
        certified(office.polda, grounds={}),
        title="Laporan perkembangan penanganan pengaduan masyarakat sepanjang triwulan pertama",
    )
    gone = published(ppid, office.polda, title="Perjanjian lama")
    actions.withdraw(ppid, gone, reason="Lampirannya keliru.")
    return [
        f"/informasi/{item.pk}-{item.slug}/",
        "/",
        "/informasi/",
        "/informasi/?cari=laporan&unit=POLRES",
        "/informasi/?cari=zzz",
        "/informasi/cetak/",
        f"/informasi/{gone.pk}/",
        "/minta-informasi/",
        "/label-penghitaman/",
        "/tentang/",
        "/aksesibilitas/",
        "/privasi/",
        "/tidak-ada/",
    ]


def test_no_page_hinders_anybody(page: Page, axe: Axe, addresses: list[str]) -> None:
    for address in addresses:
        for width, language in ((1280, ""), (768, ""), (360, ""), (360, "/en")):
            page.set_viewport_size({"width": width, "height": 780})
            page.goto(f"{language}{address}")
            while page.locator("details.folded:not([open])").count():
                page.locator("details.folded:not([open]) > summary").first.click()
            assert page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            ), (address, width)
            if width == 360:
                axe(page)
    assert page.context.cookies() == []


def test_targets_on_a_phone_are_large_enough(page: Page, addresses: list[str]) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    for address in addresses:
        page.goto(address)
        small = page.evaluate(
            """() => Array.from(
                document.querySelectorAll('button, .button, .desks a, input, select, summary')
            ).filter(e => e.offsetParent && e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML)"""
        )
        assert small == [], address


def test_citizen_finds_and_downloads_with_the_keyboard_alone(
    page: Page, addresses: list[str], tmp_path: Path
) -> None:
    page.goto("/")
    page.get_by_label("Cari informasi").focus()
    page.keyboard.type("perkembangan MASYARAKAT")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("1 informasi")
    page.get_by_role("link", name="Laporan perkembangan").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Laporan perkembangan")
    page.get_by_role("link", name="Unduh Laporan bagian 1").focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    saved = tmp_path / "salinan"
    download.value.save_as(saved)
    assert saved.read_bytes() == b"isi salinan"
    assert download.value.suggested_filename == "laporan-bagian-1.txt"


def test_everything_works_without_a_script(browser: Browser, live_server: Any, addresses: list[str]) -> None:
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False, locale="id-ID")
    page = context.new_page()
    page.goto("/informasi/")
    page.get_by_text("Saring menurut").click()
    page.get_by_label("Unit").select_option("POLRES")
    page.get_by_role("button", name="Saring").click()
    expect(page.get_by_role("status")).to_contain_text("21 informasi")
    page.get_by_role("link", name="Berikutnya").click()
    expect(page.get_by_text("Halaman 2 dari 2")).to_be_visible()
    page.get_by_role("link", name="Laporan pengaduan nomor 0").click()
    page.get_by_text("Sertifikat nomor").click()
    expect(page.get_by_text("Sidik berkas ini")).to_be_visible()
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("link", name="Download")).to_be_visible()
    assert context.cookies() == []
    context.close()


def test_register_prints_its_columns_on_paper(page: Page, addresses: list[str], tmp_path: Path) -> None:
    page.goto("/informasi/cetak/")
    paper = tmp_path / "daftar.pdf"
    page.pdf(path=paper, format="A4", landscape=True)
    text = " ".join(PdfReader(paper).pages[0].extract_text().split())
    for words in ("Ringkasan isi", "Jangka waktu simpan", "Laporan perkembangan", "Banjarmasin"):
        assert words in text
    assert "Minta informasi" not in text and "Tema gelap" not in text
