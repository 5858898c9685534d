"""The studio in a real browser: with keys alone, with a pointer, without a script, on a phone."""

import re
from collections.abc import Callable

import pytest
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import Browser, Locator, Page, expect

from terbuka.disclosure.decisions import Standing
from terbuka.disclosure.models import Case, Mark
from terbuka.disclosure.pictures import WIDTH
from terbuka.disclosure.studio import actions as studio
from terbuka.organisation.models import Account
from tests.disclosure.conftest import Team, mark

pytestmark = pytest.mark.browser
Enter = Callable[[Account], Client]


def come_in(page: Page, enter: Enter, account: Account) -> None:
    """The browser is logged in as ``account``."""
    cookie = enter(account).cookies[django_settings.SESSION_COOKIE_NAME]
    page.context.add_cookies(
        [{"name": cookie.key, "value": cookie.value, "domain": "localhost", "path": "/"}]
    )


def open_studio(page: Page, enter: Enter, account: Account, case: Case, number: int = 1) -> None:
    come_in(page, enter, account)
    page.goto(f"/kantor/berkas/{case.pk}/studio/{number}/")


def row(page: Page, found: Mark) -> Locator:
    return page.locator(f"#m{found.number}")


def here(page: Page) -> str:
    """The mark in which the focus is: it is on one, whatever was done."""
    current = page.locator(".mark.is-current:focus-within")
    expect(current).to_have_count(1)
    return str(current.get_attribute("id"))


def said(page: Page) -> Locator:
    return page.get_by_role("status").filter(has=page.locator("p"))


def decided(number: int, words: str = "") -> re.Pattern[str]:
    """What is said of this decision, and of no other: only then has the server written it."""
    return re.compile(rf"{words}.* Keputusan nomor {number}\.")


def press(page: Page, key: str, words: str | re.Pattern[str]) -> None:
    """A key, and what a screen reader hears; the focus is on a mark afterwards."""
    page.keyboard.press(key)
    expect(said(page)).to_contain_text(words)
    here(page)


def go_to(page: Page, found: Mark) -> None:
    """With J and K."""
    order = page.locator(".mark").evaluate_all("marks => marks.map(mark => mark.id)")
    page.keyboard.press("j")
    page.keyboard.press("k")
    way = order.index(f"m{found.number}") - order.index(here(page))
    for _step in range(abs(way)):
        page.keyboard.press("j" if way > 0 else "k")
    assert here(page) == f"m{found.number}"


def see_copy(page: Page) -> None:
    """The page as the copy will show it has come, and nothing else is to be seen."""
    expect(page.locator("#copy")).to_have_js_property("naturalWidth", WIDTH)
    expect(page.locator("#copy")).to_be_visible()
    expect(page.locator("[data-sheet] > img").first).to_be_hidden()


def now(found: Mark) -> Mark:
    return Mark.objects.get(pk=found.pk)


# --- Keys alone -------------------------------------------------------------------------------------


def test_officer_decides_with_keys_and_never_loses_the_focus(
    page: Page, enter: Enter, team: Team, doubtful: Case
) -> None:
    witness, phone = mark(doubtful, role="witness"), mark(doubtful, type="PHONE")
    open_studio(page, enter, team.screener, doubtful)
    expect(page.locator("#tally")).to_contain_text("2 keputusan tersisa")
    expect(row(page, phone)).to_have_class(re.compile("is-current"))  # the first that waits for a decision
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert here(page) == f"m{phone.number}"
    press(page, "a", "Ditutup di 1 tempat. Keputusan nomor 1.")
    assert here(page) == f"m{witness.number}"  # on to the next one that waits
    press(page, "t", "Tetap terbuka. Keputusan nomor 2.")
    expect(page.locator("#tally")).to_contain_text("0 keputusan tersisa")
    assert (now(phone).standing, now(witness).standing) == (Standing.HIDDEN, Standing.KEPT)
    press(page, "z", "Keputusan nomor 2 diurungkan.")
    press(page, "z", "Keputusan nomor 1 diurungkan.")
    expect(page.locator("#tally")).to_contain_text("2 keputusan tersisa")
    press(page, "z", "Tidak ada keputusan Anda yang bisa diurungkan.")
    assert (now(phone).standing, now(witness).standing) == (Standing.UNDECIDED, Standing.UNDECIDED)


def test_ground_everywhere_and_person_are_keys_too(page: Page, enter: Enter, team: Team, case: Case) -> None:
    nik = mark(case, type="NIK")
    name = mark(case, role="child_relative", page=1)
    open_studio(page, enter, team.screener, case)
    go_to(page, nik)
    page.keyboard.press("g")
    expect(page.get_by_role("dialog", name="Tutup dengan dasar lain")).to_be_visible()
    page.get_by_role("dialog").get_by_label("Dasar menutup").select_option("17.j")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text(decided(1, "Ditutup di 1 tempat"))
    assert here(page) == f"m{nik.number}" and now(nik).ground == "17.j"
    go_to(page, mark(case, role="witness"))
    press(page, "h", decided(2, r"Ditutup di \d+ tempat"))
    assert Mark.objects.filter(case=case, decision=2).exists()
    go_to(page, name)
    page.keyboard.press("p")
    expect(page.get_by_role("button", name="Tutup semua")).to_be_focused()
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text(decided(3, r"Ditutup di \d+ tempat"))
    here(page)
    of_person = Mark.objects.filter(case=case, entity=name.entity)
    assert {found.standing for found in of_person} == {Standing.HIDDEN}
    assert all(found.decision for found in of_person)


def test_pages_preview_and_help_are_keys_too(page: Page, enter: Enter, team: Team, case: Case) -> None:
    open_studio(page, enter, team.screener, case)
    page.keyboard.press("m")
    expect(said(page)).to_contain_text("Tidak ada halaman lagi")
    page.keyboard.press("n")
    expect(page).to_have_url(re.compile(r"/studio/2/"))
    expect(page.get_by_role("link", name="Halaman 2")).to_have_attribute("aria-current", "page")
    here(page)
    page.keyboard.press("m")
    expect(page).to_have_url(re.compile(r"/studio/1/"))
    here(page)
    press(page, "v", "Pratinjau: begini tampaknya nanti.")
    see_copy(page)
    assert page.locator(".overlay .box-kept").first.is_hidden()
    press(page, "a", decided(1, "Ditutup"))
    expect(page.locator("[data-sheet]")).to_have_class(re.compile("is-preview"))
    expect(page.locator("#copy")).to_have_attribute("src", re.compile("keputusan=1$"))  # drawn anew
    see_copy(page)
    press(page, "v", "Kembali ke tampilan kerja.")
    assert page.locator(".overlay .box-kept").first.is_visible()
    page.keyboard.press("v")
    page.keyboard.press("b")  # a box is drawn on the original: in the copy words stand elsewhere
    expect(page.locator("[data-sheet]")).not_to_have_class(re.compile("is-preview"))
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Papan ketik dan tanda")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    here(page)


def test_last_mark_leads_to_the_page_with_the_next_that_waits(
    page: Page, enter: Enter, team: Team, case: Case
) -> None:
    waits = mark(case, page=2, role="child_relative")
    Mark.objects.filter(pk=waits.pk).update(standing="undecided", action="review")
    Case.objects.filter(pk=case.pk).update(left=1)
    open_studio(page, enter, team.screener, case)
    go_to(page, mark(case, role="official"))
    page.keyboard.press("j")
    expect(page).to_have_url(re.compile(r"/studio/2/"))
    assert here(page) == f"m{waits.number}"
    press(page, "j", "Ini temuan terakhir.")


def test_key_held_down_decides_once_and_shortcuts_can_be_switched_off(
    page: Page, enter: Enter, team: Team, doubtful: Case
) -> None:
    open_studio(page, enter, team.screener, doubtful)
    page.keyboard.down("a")
    expect(said(page)).to_have_text(decided(1))
    page.keyboard.down("a")  # the keyboard repeats
    page.keyboard.up("a")
    expect(page.locator("#tally")).to_contain_text("1 keputusan tersisa")
    assert Case.objects.get(pk=doubtful.pk).decisions == 1
    page.keyboard.press("?")
    page.get_by_label("Pintasan huruf menyala").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.reload()
    page.keyboard.press("a")
    expect(page.locator("#tally")).to_contain_text("1 keputusan tersisa")
    assert Case.objects.get(pk=doubtful.pk).decisions == 1


def test_locked_mark_opens_for_nobody_but_the_superior_with_a_reason(
    page: Page, browser: Browser, enter: Enter, team: Team, case: Case
) -> None:
    child = mark(case, type="PERSON", mode="block", page=1)
    open_studio(page, enter, team.screener, case)
    go_to(page, child)
    expect(row(page, child)).to_contain_text("Hanya Atasan PPID yang dapat membuka ini.")
    press(page, "t", re.compile("Hanya Atasan PPID yang dapat membuka ini.*kirimkan tautan temuan ini"))
    asking = row(page, child).get_by_role("link", name="tautan temuan ini")
    way = str(asking.evaluate("link => link.href"))
    expect(page.get_by_role("link", name="Buka kunci")).to_have_count(0)
    page.context.clear_cookies()
    come_in(page, enter, team.superior)
    page.goto(way)
    assert here(page) == f"m{child.number}" and page.locator("[data-locked]").count() == 0
    page.get_by_role("link", name="Buka kunci").click()
    dialog = page.get_by_role("dialog", name="Buka yang terkunci")
    dialog.get_by_label("Alasan membuka").fill("boleh")
    dialog.get_by_role("button", name="Buka", exact=True).click()
    expect(dialog.get_by_role("alert")).to_be_focused()
    expect(dialog.get_by_label("Alasan membuka")).to_have_value("boleh")
    assert not Case.objects.get(pk=case.pk).decisions
    dialog.get_by_label("Alasan membuka").fill("Orang tua anak ini mengizinkan tertulis.")
    dialog.get_by_role("button", name="Buka", exact=True).click()
    expect(said(page)).to_contain_text("Dibuka dengan alasan Anda.")
    here(page)
    assert now(child).standing == Standing.KEPT


def test_officer_who_was_overtaken_sees_by_whom(page: Page, enter: Enter, team: Team, doubtful: Case) -> None:
    phone = mark(doubtful, type="PHONE")
    open_studio(page, enter, team.screener, doubtful)
    studio.keep(team.colleague, doubtful, phone.number, seen=0)
    press(page, "a", "Budi Santosa")
    expect(page.locator(".said-refused")).to_contain_text("Tetap terbuka")
    assert now(phone).standing == Standing.KEPT and Case.objects.get(pk=doubtful.pk).decisions == 1
    expect(row(page, phone)).to_contain_text("Tetap terbuka")


def test_session_that_ended_costs_no_decision(page: Page, enter: Enter, team: Team, doubtful: Case) -> None:
    open_studio(page, enter, team.screener, doubtful)
    page.context.clear_cookies()
    page.keyboard.press("a")
    ended = page.get_by_role("dialog", name="Sesi Anda berakhir")
    expect(ended).to_be_visible()
    assert not Case.objects.get(pk=doubtful.pk).decisions
    come_in(page, enter, team.screener)  # in another tab
    ended.get_by_role("button", name="Kirim lagi").click()
    expect(said(page)).to_have_text(decided(1))
    here(page)
    assert Case.objects.get(pk=doubtful.pk).decisions == 1


def test_link_to_a_mark_chooses_it(page: Page, enter: Enter, team: Team, case: Case) -> None:
    come_in(page, enter, team.screener)
    nik = mark(case, type="NIK")
    page.goto(f"/kantor/berkas/{case.pk}/studio/1/#m{nik.number}")
    assert here(page) == f"m{nik.number}"
