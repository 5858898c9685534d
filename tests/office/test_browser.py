"""In a real browser: by keyboard, without a script, on a phone, in both themes, with a passkey, with axe."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from terbuka.organisation.models import Account
from terbuka.organisation.roles import Role
from tests.office import sample_jobs
from tests.rows import PASSWORD, Office, employ

pytestmark = pytest.mark.browser
Axe = Callable[[Page], None]
WIDTHS = (360, 768, 1280)


@pytest.fixture
def administrator(transactional_db: None, office: Office) -> Account:
    return employ(
        Role.ADMINISTRATOR,
        Role.AUDITOR,
        unit=office.polda,
        name="Siti Maulida Rahmawati Puspitasari",
        password=PASSWORD,
    )


def log_in(page: Page, account: Account) -> None:
    page.goto("/akun/masuk/")
    page.get_by_label("Nama pengguna atau surel").fill(account.username)
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Selamat datang")


def pages_of(office: Office, account: Account) -> list[str]:
    person = account.person.pk
    return [
        "/kantor/",
        "/kantor/organisasi/",
        f"/kantor/organisasi/unit/{office.pid.pk}/",
        "/kantor/organisasi/unit/baru/",
        f"/kantor/organisasi/unit/{office.pid.pk}/akhiri/",
        "/kantor/organisasi/orang/",
        f"/kantor/organisasi/orang/{person}/",
        f"/kantor/organisasi/orang/{person}/peran/",
        "/kantor/jurnal/",
        "/kantor/jurnal/periksa/",
        "/akun/",
        "/akun/sandi/ganti/",
        "/akun/langkah-kedua/",
        "/akun/langkah-kedua/webauthn/",
        "/akun/keluar/",
        "/_komponen/",
        "/tidak-ada/",
    ]


def refuse_overflow(page: Page) -> None:
    """A page may not scroll sideways; a wide table scrolls by itself."""
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), (
        page.url
    )


def test_no_page_hinders_anybody(page: Page, axe: Axe, office: Office, administrator: Account) -> None:
    page.goto("/akun/masuk/")
    axe(page)
    log_in(page, administrator)
    for address in pages_of(office, administrator):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(address)
            refuse_overflow(page)
        axe(page)


def test_pages_of_visitors_hinder_nobody(page: Page, axe: Axe, db: None) -> None:
    for address in ("/akun/masuk/", "/en/akun/masuk/", "/akun/sandi/lupa/", "/akun/daftar/", "/tidak-ada/"):
        page.goto(address)
        axe(page)
        refuse_overflow(page)


def test_targets_of_public_pages_are_large_enough_for_a_thumb(page: Page, db: None) -> None:
    """44 pixels, or a link within a sentence, or a box whose label is the target."""
    small = """() => [...document.querySelectorAll("a[href], button, summary, select, textarea, input")]
        .filter(e => e.checkVisibility() && !e.closest("p, li:not(nav li), th, dialog, .skip"))
        .filter(e => !["checkbox", "radio", "hidden"].includes(e.type) && !e.classList.contains("skip"))
        .filter(e => e.getBoundingClientRect().height < 44)
        .map(e => e.outerHTML.slice(0, 90))"""
    page.set_viewport_size({"width": 360, "height": 740})
    for address in ("/akun/masuk/", "/_komponen/", "/tidak-ada/"):
        page.goto(address)
        assert page.evaluate(small) == [], address


def test_log_in_and_open_a_row_with_the_keyboard_alone(page: Page, administrator: Account) -> None:
    page.goto("/akun/masuk/")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Langsung ke isi")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type(administrator.username)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Selamat datang")
    page.goto("/kantor/organisasi/")
    first, second = page.locator(".row-link").nth(0), page.locator(".row-link").nth(1)
    first.focus()
    page.keyboard.press("ArrowDown")
    expect(second).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Polda Contoh")


def test_menu_opens_closes_and_logs_out(page: Page, administrator: Account) -> None:
    log_in(page, administrator)
    summary = page.locator("details.menu > summary")
    summary.click()
    expect(page.get_by_role("link", name="Akun saya")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Akun saya")).to_be_hidden()
    expect(summary).to_be_focused()
    summary.click()
    page.get_by_role("heading", level=1).click()
    expect(page.get_by_role("link", name="Akun saya")).to_be_hidden()
    summary.click()
    page.get_by_role("button", name="Keluar").click()
    expect(page.get_by_role("heading", name="Masuk", exact=True)).to_be_visible()


def test_theme_is_switched_kept_and_not_flashed(page: Page, db: None) -> None:
    def paper() -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    page.emulate_media(color_scheme="light")
    page.goto("/akun/masuk/")
    assert paper() == "rgb(255, 255, 255)"
    page.get_by_role("button", name="Tema gelap").click()
    assert paper() == "rgb(16, 20, 22)"
    expect(page.get_by_role("button", name="Tema gelap")).to_have_count(0)
    page.reload()
    assert paper() == "rgb(16, 20, 22)"
    page.emulate_media(media="print")
    assert paper() == "rgb(255, 255, 255)"
    page.emulate_media(media="screen", color_scheme="dark")
    page.get_by_role("button", name="Tema terang").click()
    assert paper() == "rgb(255, 255, 255)"
    expect(page.get_by_role("button", name="Tema terang")).to_have_count(0)


def test_switch_says_where_it_leads_on_a_dark_device(page: Page, db: None) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("/akun/masuk/")
    expect(page.get_by_role("button", name="Tema terang")).to_be_visible()
    expect(page.get_by_role("button", name="Tema gelap")).to_have_count(0)
    page.emulate_media(color_scheme="light")
    expect(page.get_by_role("button", name="Tema gelap")).to_be_visible()


def test_language_is_switched_on_the_same_page(page: Page, db: None) -> None:
    page.goto("/akun/masuk/?next=/kantor/")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Log in")
    assert page.url.endswith("/en/akun/masuk/?next=/kantor/")
    page.get_by_role("link", name="Bahasa Indonesia").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Masuk")


def test_dialog_opens_closes_and_gives_the_focus_back(page: Page, db: None) -> None:
    page.goto("/_komponen/")
    opener = page.get_by_role("link", name="Buka dialog")
    opener.click()
    expect(page.get_by_role("dialog", name="Tarik salinan publik?")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(opener).to_be_focused()


def test_refused_form_puts_the_focus_on_the_summary(page: Page, administrator: Account) -> None:
    log_in(page, administrator)
    page.goto("/kantor/organisasi/orang/baru/")
    page.get_by_role("button", name="Simpan").click()
    summary = page.locator("[data-error-summary]")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="Nama").click()
    expect(page.get_by_label("Nama", exact=True)).to_be_focused()


def test_one_time_link_can_be_copied(
    page: Page, office: Office, administrator: Account, browser: Browser
) -> None:
    other = employ(unit=office.polda, name="Budi Santosa")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    log_in(page, administrator)
    page.goto(f"/kantor/organisasi/orang/{other.person.pk}/")
    page.get_by_role("button", name="Buat tautan sandi").click()
    page.get_by_role("button", name="Salin").click()
    expect(page.get_by_role("button", name="Tersalin")).to_be_visible()
    link = page.locator("#tautan").inner_text()
    assert page.evaluate("navigator.clipboard.readText()") == link


def test_everything_works_without_a_script(
    browser: Browser, live_server: Any, office: Office, administrator: Account, work: Callable[[], None]
) -> None:
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    log_in(page, administrator)
    page.goto("/kantor/organisasi/orang/baru/")
    page.get_by_label("Nama", exact=True).fill("Budi Santosa")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Beri peran kepada Budi Santosa")
    run = sample_jobs.count_pages.enqueue(actor=administrator, pages=3)
    page.goto(f"/kantor/kerja/{run.pk}/")
    expect(page.get_by_text("Menunggu giliran")).to_be_visible()
    work()
    expect(page.get_by_text("Membaca halaman 3")).to_be_visible(timeout=10_000)
    context.close()


def test_progress_of_a_job_is_polled_and_the_page_loaded_anew(
    page: Page, administrator: Account, work: Callable[[], None]
) -> None:
    log_in(page, administrator)
    run = sample_jobs.count_pages.enqueue(actor=administrator, pages=3)
    page.goto(f"/kantor/kerja/{run.pk}/?kembali=/kantor/")
    expect(page.get_by_role("progressbar", name="Kemajuan pekerjaan")).to_be_visible()
    work()
    expect(page.get_by_role("link", name="Kembali")).to_be_visible(timeout=10_000)
    expect(page.get_by_text("Selesai")).to_be_visible()


def test_passkey_is_set_up_and_opens_the_office(page: Page, administrator: Account) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    log_in(page, administrator)
    page.goto("/akun/langkah-kedua/webauthn/add/")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Lanjutkan").click()
    page.get_by_label("Juga untuk masuk tanpa kata sandi").check()
    page.locator("#mfa_webauthn_add").click()
    expect(page.get_by_role("heading", name="Kode pemulihan")).to_be_visible()
    page.goto("/akun/langkah-kedua/webauthn/")
    expect(page.get_by_role("cell", name="dipasang")).to_be_visible()
    page.locator("details.menu > summary").click()
    page.get_by_role("button", name="Keluar").click()
    page.get_by_role("button", name="Masuk dengan kunci sandi").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Selamat datang")


def test_form_sent_twice_is_sent_once(page: Page, administrator: Account) -> None:
    from terbuka.organisation.models import Person

    log_in(page, administrator)
    page.goto("/kantor/organisasi/orang/baru/")
    page.get_by_label("Nama", exact=True).fill("Budi Santosa")
    page.get_by_role("button", name="Simpan").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("Beri peran kepada Budi Santosa")
    assert Person.objects.filter(name="Budi Santosa").count() == 1
