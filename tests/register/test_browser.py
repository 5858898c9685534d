"""The register's desk in a real browser: on a phone, in both themes, with the keyboard, with axe."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from terbuka.organisation.models import Account
from terbuka.organisation.roles import Role
from terbuka.register import actions
from tests.office.test_browser import log_in
from tests.register.samples import certified, published
from tests.rows import PASSWORD, Office, employ

pytestmark = pytest.mark.browser
Axe = Callable[[Page], None]
WIDTHS = (360, 768, 1280)
PAGES = ("", "baru/", "salinan/", "1/", "1/ubah/", "1/lampirkan/", "1/terbitkan/", "1/tarik/", "1/edisi/1/")


@pytest.fixture
def ppid(transactional_db: None, office: Office) -> Account:
    return employ(Role.PPID, unit=office.polda, password=PASSWORD)


def test_no_page_of_the_desk_hinders_anybody(page: Page, axe: Axe, office: Office, ppid: Account) -> None:
    item = published(ppid, office.polda, certified(office.polda))
    actions.change(ppid, item, retention="5 tahun")
    certified(office.polda, title="Laporan pengaduan")
    log_in(page, ppid)
    for name in PAGES:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 780})
            page.goto(f"/kantor/daftar/{name.replace('1/', f'{item.pk}/', 1)}")
            assert page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            ), (name, width)
            if width != 768:
                axe(page)


def test_officer_lists_attaches_and_publishes_with_the_keyboard(
    page: Page, office: Office, ppid: Account
) -> None:
    certified(office.polda, title="Laporan pengaduan")
    log_in(page, ppid)
    page.goto("/kantor/daftar/salinan/")
    page.get_by_role("link", name="Buat informasi").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Ringkasan isi").fill("Rekapitulasi pengaduan.")
    page.get_by_label("Penanggung jawab").fill("Kepala Subbidang PID")
    page.get_by_label("Setiap saat").check()
    page.get_by_label("Tanggal pembuatan").fill("2021-04-05")
    page.get_by_label("Tempat pembuatan").fill("Banjarmasin")
    page.get_by_label("Jangka waktu simpan").fill("5 tahun")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Laporan pengaduan")
    page.get_by_role("link", name="Terbitkan").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Terbitkan").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Lihat di portal").click()
    expect(page.get_by_role("link", name="Unduh Laporan pengaduan")).to_be_visible()
