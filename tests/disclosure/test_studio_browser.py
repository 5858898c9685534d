"""The studio in a real browser: with keys alone, with a pointer, without a script, on a phone."""

import gzip
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import Browser, Locator, Page, Response, expect

from terbuka.demo.typeset import as_pdf
from terbuka.disclosure import actions
from terbuka.disclosure.folding import Standing
from terbuka.disclosure.models import Case, Mark
from terbuka.disclosure.studio import actions as studio
from terbuka.organisation.models import Account
from tests.disclosure.conftest import Team, mark, screened, upload
from tests.office.test_browser import refuse_overflow
from tests.rows import Office

pytestmark = pytest.mark.browser
Axe = Callable[[Page], None]
Enter = Callable[[Account], Client]
Work = Callable[[], None]
WIDTHS = (360, 768, 1280)
LIGHTEST = 100 * 1024
"""Bytes that a page of the studio may weigh, without the picture of its page."""


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
    press(page, "a", "Ditutup di 1 tempat.")
    assert here(page) == f"m{witness.number}"  # on to the next one that waits
    press(page, "t", "Tetap terbuka.")
    expect(page.locator("#tally")).to_contain_text("0 keputusan tersisa")
    assert (now(phone).standing, now(witness).standing) == (Standing.HIDDEN, Standing.KEPT)
    press(page, "z", "Diurungkan")
    press(page, "z", "Diurungkan")
    expect(page.locator("#tally")).to_contain_text("2 keputusan tersisa")
    press(page, "z", "Tidak ada keputusan Anda yang bisa diurungkan.")
    assert (now(phone).standing, now(witness).standing) == (Standing.UNDECIDED, Standing.UNDECIDED)


def test_ground_everywhere_and_person_are_keys_too(page: Page, enter: Enter, team: Team, case: Case) -> None:
    nik = mark(case, type="NIK")
    name = mark(case, role="child_relative", page=1)
    open_studio(page, enter, team.screener, case)
    go_to(page, nik)
    page.keyboard.press("g")
    expect(page.get_by_role("dialog", name="Ganti dasar menutup")).to_be_visible()
    page.get_by_role("dialog").get_by_label("Dasar menutup").select_option("17.j")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(said(page)).to_contain_text("Ditutup di 1 tempat.")
    assert here(page) == f"m{nik.number}" and now(nik).ground == "17.j"
    go_to(page, name)
    press(page, "h", re.compile(r"Ditutup di \d+ tempat\."))
    page.keyboard.press("p")
    expect(page.get_by_role("button", name="Tutup semua")).to_be_focused()
    page.keyboard.press("Enter")
    expect(said(page)).to_contain_text("Ditutup di")
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
    press(page, "v", "Pratinjau")
    assert page.locator(".overlay .box-kept").first.is_hidden()
    press(page, "a", re.compile("Ditutup|Sudah begitu"))
    expect(page.locator("[data-sheet]")).to_have_class(re.compile("is-preview"))
    press(page, "v", "Kembali ke tampilan kerja.")
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
    expect(said(page)).to_contain_text("Ditutup di 1 tempat.")
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
    press(page, "t", "Itu tidak bisa dengan temuan ini.")
    expect(page.get_by_role("link", name="Buka kunci")).to_have_count(0)
    page.context.clear_cookies()
    open_studio(page, enter, team.superior, case)
    go_to(page, child)
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
    expect(said(page)).to_contain_text("Ditutup di 1 tempat.")
    here(page)
    assert Case.objects.get(pk=doubtful.pk).decisions == 1


def test_link_to_a_mark_chooses_it(page: Page, enter: Enter, team: Team, case: Case) -> None:
    come_in(page, enter, team.screener)
    nik = mark(case, type="NIK")
    page.goto(f"/kantor/berkas/{case.pk}/studio/1/#m{nik.number}")
    assert here(page) == f"m{nik.number}"


# --- Places that screening did not see --------------------------------------------------------------


def drawn(case: Case) -> Mark:
    """The box that somebody drew."""
    return mark(case, rule="officer")


def test_box_is_drawn_with_the_pointer(page: Page, enter: Enter, team: Team, case: Case) -> None:
    open_studio(page, enter, team.screener, case)
    paper = page.locator("[data-sheet] img").bounding_box()
    assert paper is not None
    page.mouse.move(paper["x"] + paper["width"] * 0.2, paper["y"] + paper["width"] * 0.3)
    page.mouse.down()
    page.mouse.move(paper["x"] + paper["width"] * 0.5, paper["y"] + paper["width"] * 0.35, steps=4)
    page.mouse.up()
    dialog = page.get_by_role("dialog", name="Tutup kotak ini")
    expect(dialog.get_by_label("Jenis")).to_be_focused()
    page.keyboard.press("Escape")
    here(page)
    assert not Mark.objects.filter(case=case, rule="officer").exists()
    page.mouse.move(paper["x"] + paper["width"] * 0.5, paper["y"] + paper["width"] * 0.35)
    page.mouse.down()
    page.mouse.move(paper["x"] + paper["width"] * 0.2, paper["y"] + paper["width"] * 0.3, steps=4)
    page.mouse.up()
    dialog.get_by_label("Jenis").select_option("HEALTH")
    dialog.get_by_role("button", name="Tutup kotak").click()
    expect(said(page)).to_contain_text("Ditutup di")
    [box] = drawn(case).boxes
    assert box == pytest.approx([84, 126, 210, 147], abs=1.5)
    assert (drawn(case).type, drawn(case).standing) == ("HEALTH", Standing.HIDDEN)
    here(page)


def test_box_is_drawn_with_keys(page: Page, enter: Enter, team: Team, case: Case) -> None:
    open_studio(page, enter, team.screener, case)
    page.keyboard.press("b")
    expect(said(page)).to_contain_text("mm dari kiri")
    page.keyboard.press("Escape")
    expect(said(page)).to_contain_text("Kotak dibatalkan.")
    here(page)
    page.keyboard.press("b")
    first = said(page).inner_text()
    for key in ("ArrowRight", "ArrowDown", "Shift+ArrowRight", "Shift+ArrowDown"):
        for _time in range(3):
            page.keyboard.press(key)
    assert said(page).inner_text() != first
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Tutup kotak ini").get_by_label("Jenis")).to_be_focused()
    page.keyboard.press("Escape")
    here(page)
    page.keyboard.press("b")
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.type("Kesehatan")
    page.get_by_role("button", name="Tutup kotak").focus()
    page.keyboard.press("Enter")
    expect(said(page)).to_contain_text("Ditutup di")
    here(page)
    assert drawn(case).page == 1


def test_selected_text_is_hidden_word_by_word(page: Page, enter: Enter, team: Team, story: Case) -> None:
    open_studio(page, enter, team.screener, story)
    page.keyboard.press("b")
    expect(said(page)).to_contain_text("Pilih teksnya dahulu")
    page.get_by_text("Ia tinggal di").evaluate(
        """part => { const text = part.firstChild, at = text.data.indexOf("tinggal");
        getSelection().setBaseAndExtent(text, at, text, at + 4); }"""
    )
    page.keyboard.press("b")
    expect(page.locator("#teks [data-quote]")).to_have_text("ting")
    page.get_by_role("button", name="Tutup teks", exact=True).click()
    expect(said(page)).to_contain_text("Ditutup di 1 tempat.")
    expect(page.get_by_role("link", name="tinggal", exact=False).first).to_be_visible()
    added = drawn(story)
    assert (added.standing, added.end - added.start) == (Standing.HIDDEN, len("tinggal"))
    page.keyboard.press("v")
    expect(page.locator("[data-flow]")).to_have_class(re.compile("is-preview"))
    [size, label, paper, bar] = page.locator(".hit", has_text="6371034704880003").evaluate(
        """hit => { const label = getComputedStyle(hit, "::after");
        return [getComputedStyle(hit).fontSize, label.content, label.color, label.backgroundColor]; }"""
    )
    assert (size, label) == ("0px", '"[NIK · 17.h]"')
    assert (paper, bar) == ("rgb(255, 255, 255)", "rgb(20, 25, 27)")  # white on a bar


def test_term_is_hidden_from_its_dialog(page: Page, enter: Enter, team: Team, case: Case) -> None:
    open_studio(page, enter, team.screener, case)
    opener = page.get_by_role("link", name="Tutup istilah")
    opener.click()
    dialog = page.get_by_role("dialog", name="Tutup sebuah istilah")
    dialog.get_by_label("Tutup istilah ini di mana pun").fill("tidak tertulis di sini")
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("tidak ditemukan")
    dialog.get_by_label("Tutup istilah ini di mana pun").fill("melihat kejadian")
    page.keyboard.press("Enter")
    expect(said(page)).to_contain_text("Ditutup di 1 tempat.")
    here(page)
    assert drawn(case).type == "TERM"
    opener.click()
    expect(dialog.get_by_label("Tutup istilah ini di mana pun")).to_have_value("")


# --- Without a script -------------------------------------------------------------------------------


@pytest.fixture
def plain(browser: Browser, live_server: Any) -> Iterator[Page]:
    """A browser without scripts."""
    base = live_server.url.replace("127.0.0.1", "localhost")
    context = browser.new_context(base_url=base, java_script_enabled=False, locale="id-ID")
    yield context.new_page()
    context.close()


def test_everything_is_decided_without_a_script(
    plain: Page, enter: Enter, team: Team, doubtful: Case
) -> None:
    phone, witness, nik = (
        mark(doubtful, **of) for of in ({"type": "PHONE"}, {"role": "witness"}, {"type": "NIK"})
    )
    open_studio(plain, enter, team.screener, doubtful)
    row(plain, phone).get_by_role("button", name="Tutup A").click()
    expect(said(plain)).to_contain_text("Ditutup di 1 tempat.")
    row(plain, witness).get_by_role("button", name="Biarkan terbuka").click()
    expect(plain.locator("#tally")).to_contain_text("0 keputusan tersisa")
    assert (now(phone).standing, now(witness).standing) == (Standing.HIDDEN, Standing.KEPT)
    plain.get_by_role("button", name="Urungkan").click()
    assert now(witness).standing == Standing.UNDECIDED
    row(plain, nik).get_by_role("link").first.click()
    row(plain, nik).get_by_role("link", name="Ganti dasar").click()
    plain.get_by_label("Dasar menutup").select_option("17.j")
    plain.get_by_role("button", name="Simpan").click()
    assert now(nik).ground == "17.j"
    plain.locator("#jenis").select_option("NIK")
    plain.get_by_role("button", name="Saring").click()
    assert {place.get_attribute("id") for place in plain.locator(".mark").all()} == {f"m{nik.number}"}
    plain.get_by_role("link", name=re.compile("^Semua ")).click()
    plain.get_by_role("link", name="Tutup istilah").click()
    plain.get_by_label("Tutup istilah ini di mana pun").fill("melihat kejadian")
    plain.get_by_role("button", name="Simpan").click()
    expect(said(plain)).to_contain_text("Ditutup di 1 tempat.")
    plain.get_by_role("link", name="Pratinjau").click()
    expect(plain.locator("[data-sheet]")).to_have_class(re.compile("is-preview"))
    plain.get_by_role("link", name="Halaman berikutnya").click()
    expect(plain).to_have_url(re.compile("/studio/2/"))
    plain.get_by_role("link", name="Bantuan").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Papan ketik dan tanda")


def test_box_is_two_clicks_without_a_script(plain: Page, enter: Enter, team: Team, case: Case) -> None:
    open_studio(plain, enter, team.screener, case)
    plain.get_by_role("link", name="Gambar kotak").click()
    plain.get_by_role("button", name="klik sudut pertama").click(position={"x": 140, "y": 210})
    plain.get_by_role("button", name="klik sudut kedua").click(position={"x": 350, "y": 245})
    plain.get_by_label("Jenis").select_option("HEALTH")
    plain.get_by_role("button", name="Simpan").click()
    expect(said(plain)).to_contain_text("Ditutup di")
    [box] = drawn(case).boxes
    assert box == pytest.approx([84, 126, 210, 147], abs=1.5)


# --- For everybody, everywhere ----------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_studio_hinders_nobody(
    page: Page, axe: Axe, enter: Enter, team: Team, doubtful: Case, scheme: Any, office: Office, work: Work
) -> None:
    story = screened(upload(team.screener, office.polda, b"Pelapor Siti Rahmah, NIK 6371034704880003."), work)
    studio.hide(team.screener, doubtful, mark(doubtful, type="NIK").number, seen=0)
    page.emulate_media(color_scheme=scheme)
    come_in(page, enter, team.screener)
    number = mark(doubtful, type="PHONE").number
    studio_of = f"/kantor/berkas/{doubtful.pk}/studio/"
    addresses = (
        *(
            f"{studio_of}{rest}"
            for rest in ("1/", "1/?sisa=1", "1/?jenis=KK", "2/", "1/bantuan/", "1/istilah/")
        ),
        *(f"{studio_of}1/{rest}" for rest in (f"temuan/{number}/dasar/", "kotak/", "?lihat=salinan")),
        f"/kantor/berkas/{story.pk}/studio/1/",
    )
    for address in addresses:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 780})
            page.goto(address)
            refuse_overflow(page)
            if width != 768:
                axe(page)
    page.goto(f"{studio_of}1/")
    for key, name in (("g", "Ganti dasar menutup"), ("?", "Papan ketik dan tanda")):
        page.keyboard.press(key)
        expect(page.get_by_role("dialog", name=name)).to_be_visible()
        axe(page)
        page.keyboard.press("Escape")


def test_decision_buttons_can_be_tapped_below_the_picture_on_a_phone(
    browser: Browser, live_server: Any, enter: Enter, team: Team, doubtful: Case
) -> None:
    base = live_server.url.replace("127.0.0.1", "localhost")
    phone = {"width": 360, "height": 780}
    context = browser.new_context(base_url=base, viewport=phone, is_mobile=True, has_touch=True)  # type: ignore[arg-type]
    page = context.new_page()
    open_studio(page, enter, team.screener, doubtful)
    found = mark(doubtful, type="PHONE")
    row(page, found).get_by_role("link").first.tap()
    hide = row(page, found).get_by_role("button", name="Tutup", exact=True)
    place, picture = hide.bounding_box(), page.locator(".sheet-pane").bounding_box()
    assert place is not None and picture is not None
    assert place["height"] >= 44 and place["y"] >= picture["y"] + picture["height"]
    assert place["y"] + place["height"] <= 780
    box = page.locator(".box.is-current rect").first.bounding_box()
    assert box is not None and picture["y"] <= box["y"] <= picture["y"] + picture["height"]
    hide.tap()
    expect(page.locator("#tally")).to_contain_text("1 keputusan tersisa")
    context.close()


def long_file() -> bytes:
    """Forty pages of sample papers, from a list of attendance with sixty findings to a letter."""
    papers = sorted((Path(actions.__file__).parents[1] / "demo" / "documents").glob("*.txt"))
    made = pypdf.PdfWriter()
    for paper in papers * 3:
        for sheet in pypdf.PdfReader(io.BytesIO(as_pdf(paper.read_text()))).pages:
            if len(made.pages) < 40:
                made.add_page(sheet)
    content = io.BytesIO()
    made.write(content)
    return content.getvalue()


def test_page_of_a_long_file_is_light(
    page: Page, enter: Enter, team: Team, office: Office, work: Work
) -> None:
    case = screened(upload(team.screener, office.polda, long_file()), work)
    assert case.pages == 40
    come_in(page, enter, team.screener)
    weights: dict[str, int] = {}

    def weigh(response: Response) -> None:
        kind = response.request.resource_type
        if kind in {"document", "stylesheet", "script"}:
            body = response.body()
            # Static files are sent as they were compressed when they were collected; pages are not.
            weights[response.url] = len(body if kind == "document" else gzip.compress(body))

    page.on("response", weigh)
    most = case.marks.values_list("page", flat=True)
    fullest = max(set(most), key=list(most).count)
    for number in (1, fullest, 40):
        weights.clear()
        page.goto(f"/kantor/berkas/{case.pk}/studio/{number}/", wait_until="networkidle")
        assert sum(weights.values()) <= LIGHTEST, weights
        assert len(weights) > 5
