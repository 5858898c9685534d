"""What an officer adds in the studio, in a real browser: boxes, selected text, terms; and all of it without a
script."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from terbuka.disclosure.decisions import Standing
from terbuka.disclosure.models import Case, Mark
from terbuka.disclosure.studio import actions as studio
from terbuka.documents import Box
from terbuka.organisation.models import Account
from tests.disclosure.conftest import Team, mark
from tests.disclosure.test_studio_browser import decided, go_to, here, now, open_studio, row, said, see_copy

pytestmark = pytest.mark.browser
Enter = Callable[[Account], Client]
PAPER = Box(100, 500, 400, 560)
"""Empty, on the first page."""


def drawn(case: Case) -> Mark:
    """The box that somebody drew."""
    return mark(case, rule="officer")


def test_box_is_drawn_with_the_pointer(page: Page, enter: Enter, team: Team, case: Case) -> None:
    open_studio(page, enter, team.screener, case)
    paper = page.locator("[data-sheet] img").first.bounding_box()
    assert paper is not None
    page.mouse.move(paper["x"] + paper["width"] * 0.2, paper["y"] + paper["width"] * 0.3)
    page.mouse.down()
    page.mouse.move(paper["x"] + paper["width"] * 0.5, paper["y"] + paper["width"] * 0.35, steps=4)
    page.mouse.up()
    dialog = page.get_by_role("dialog", name="Tutup kotak ini")
    kind = dialog.get_by_label("Jenis")
    expect(kind).to_be_focused()
    left, top, width, height = (
        dialog.get_by_label(name).input_value() for name in ("Dari kiri", "Dari atas", "Lebar", "Tinggi")
    )
    assert all(re.fullmatch(r"\d+,\d", measure) for measure in (left, top, width, height))
    expect(said(page)).to_have_text(
        f"Kotak {left} mm dari kiri, {top} mm dari atas, {width} kali {height} mm."
    )
    dialog.get_by_role("button", name="Tutup kotak").click()
    expect(dialog).to_be_visible()  # nothing is chosen for the officer
    assert kind.evaluate("kind => kind.matches(':invalid')")
    page.keyboard.press("Escape")
    here(page)
    assert not Mark.objects.filter(case=case, rule="officer").exists()
    page.mouse.move(paper["x"] + paper["width"] * 0.5, paper["y"] + paper["width"] * 0.35)
    page.mouse.down()
    page.mouse.move(paper["x"] + paper["width"] * 0.2, paper["y"] + paper["width"] * 0.3, steps=4)
    page.mouse.up()
    kind.select_option("HEALTH")
    dialog.get_by_role("button", name="Tutup kotak").click()
    expect(said(page)).to_have_text(decided(1))
    [box] = drawn(case).boxes
    assert box == pytest.approx([84, 126, 210, 147], abs=1.5)
    assert (drawn(case).type, drawn(case).standing) == ("HEALTH", Standing.HIDDEN)
    assert here(page) == f"m{drawn(case).number}"  # at the new one, not at the first of the page
    page.keyboard.press("b")
    page.keyboard.press("Enter")
    expect(kind).to_have_value("")
    page.keyboard.press("ArrowDown")
    expect(kind).to_have_value("HEALTH")  # the last choice is the next one


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
    expect(said(page)).to_have_text(decided(1))
    here(page)
    assert drawn(case).page == 1


def test_whole_page_is_one_button_away(page: Page, enter: Enter, team: Team, case: Case) -> None:
    open_studio(page, enter, team.screener, case)
    page.get_by_role("link", name="Tutup seluruh halaman").click()
    dialog = page.get_by_role("dialog", name="Tutup kotak ini")
    expect(dialog.get_by_label("Seluruh halaman")).to_be_checked()
    dialog.get_by_label("Jenis").select_option("REGION")
    dialog.get_by_role("button", name="Tutup kotak").click()
    expect(said(page)).to_have_text(decided(1))
    (box,) = drawn(case).boxes
    assert box[:2] == [0, 0] and box[2] > 400
    page.keyboard.press("v")
    page.get_by_role("link", name="Tutup seluruh halaman").click()
    expect(page.locator(".is-preview")).to_have_count(0)


def test_page_stays_where_it_is_when_a_box_is_asked_for(
    page: Page, enter: Enter, team: Team, case: Case
) -> None:
    page.set_viewport_size({"width": 1280, "height": 600})
    open_studio(page, enter, team.screener, case)
    pane = page.locator(".sheet-pane")
    before = pane.evaluate("pane => (pane.scrollTop = pane.scrollHeight, pane.scrollTop)")
    assert before > 200  # what was looked at last is out of sight
    page.keyboard.press("b")
    expect(page.locator("[data-draw-keys]")).to_be_focused()
    assert pane.evaluate("pane => pane.scrollTop") == before


def test_box_is_taken_away_with_a_key(page: Page, enter: Enter, team: Team, case: Case) -> None:
    studio.hide_region(team.screener, case, 1, PAPER, type="REGION", ground="17.h", seen=0)
    box = drawn(case)
    open_studio(page, enter, team.screener, case)
    go_to(page, mark(case, type="NIK"))
    expect(page.get_by_role("button", name="Hapus kotak")).to_have_count(0)  # this was found, not drawn
    page.keyboard.press("x")
    expect(said(page)).to_have_text("Itu tidak bisa dengan temuan ini.")
    go_to(page, box)
    expect(page.get_by_role("button", name="Hapus kotak")).to_be_visible()
    page.keyboard.press("x")
    expect(said(page)).to_have_text(decided(2, "Kotak dihapus."))
    expect(row(page, box)).to_have_count(0)
    expect(page.locator(f'[data-box="{box.number}"]')).to_have_count(0)
    here(page)
    page.keyboard.press("z")
    expect(row(page, box)).to_be_visible()
    go_to(page, box)
    page.keyboard.press("Delete")
    expect(row(page, box)).to_have_count(0)
    assert now(box).standing == Standing.VOID


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
    page.get_by_role("dialog").get_by_label("Jenis").select_option("ADDRESS")
    page.get_by_role("button", name="Tutup teks", exact=True).click()
    expect(said(page)).to_have_text(decided(1, "Ditutup di 1 tempat"))
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
    expect(said(page)).to_have_text(decided(1, "Ditutup di 1 tempat"))
    assert here(page) == f"m{drawn(case).number}"
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
    expect(said(plain)).to_have_text(decided(1, "Ditutup di 1 tempat"))
    row(plain, witness).get_by_role("button", name="Biarkan terbuka").click()
    expect(said(plain)).to_have_text(decided(2, "Tetap terbuka"))
    expect(plain.locator("#tally")).to_contain_text("0 keputusan tersisa")
    assert (now(phone).standing, now(witness).standing) == (Standing.HIDDEN, Standing.KEPT)
    plain.get_by_role("button", name="Urungkan").click()
    expect(said(plain)).to_have_text("Keputusan nomor 2 diurungkan.")
    assert now(witness).standing == Standing.UNDECIDED
    row(plain, nik).get_by_role("link").first.click()
    row(plain, nik).get_by_role("link", name="Ganti dasar").click()
    plain.get_by_label("Dasar menutup").select_option("17.j")
    plain.get_by_role("button", name="Simpan").click()
    expect(said(plain)).to_have_text(decided(4))
    assert now(nik).ground == "17.j"
    plain.locator("#jenis").select_option("NIK")
    plain.get_by_role("button", name="Saring").click()
    expect(plain.locator(".mark")).to_have_count(1)  # waits: a list read at once may be the page before's
    expect(plain.locator(".mark")).to_have_id(f"m{nik.number}")
    plain.get_by_role("link", name=re.compile("^Semua ")).click()
    plain.get_by_role("link", name="Tutup istilah").click()
    plain.get_by_label("Tutup istilah ini di mana pun").fill("melihat kejadian")
    plain.get_by_role("button", name="Simpan").click()
    expect(said(plain)).to_have_text(decided(5, "Ditutup di 1 tempat"))
    plain.get_by_role("link", name="Pratinjau").click()
    expect(plain.locator("[data-sheet]")).to_have_class(re.compile("is-preview"))
    see_copy(plain)
    plain.get_by_role("link", name="Halaman berikutnya").click()
    expect(plain).to_have_url(re.compile("/studio/2/"))
    plain.get_by_role("link", name="Bantuan").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Papan ketik dan tanda")


def test_box_is_two_clicks_without_a_script(plain: Page, enter: Enter, team: Team, case: Case) -> None:
    open_studio(plain, enter, team.screener, case)
    plain.get_by_role("link", name="Gambar kotak").click()
    plain.get_by_role("button", name="klik sudut pertama").click(position={"x": 140, "y": 210})
    plain.get_by_role("button", name="klik sudut kedua").click(position={"x": 350, "y": 245})
    plain.get_by_role("button", name="Simpan").click()
    expect(plain.get_by_role("alert")).to_contain_text("Pilih dahulu apa yang ditutup")
    assert not case.marks.filter(rule="officer").exists()
    plain.get_by_label("Jenis").select_option("HEALTH")
    plain.get_by_role("button", name="Simpan").click()
    expect(said(plain)).to_have_text(decided(1))
    [box] = drawn(case).boxes
    assert box == pytest.approx([84, 126, 210, 147], abs=1.5)
    row(plain, drawn(case)).get_by_role("button", name="Hapus kotak").click()
    expect(said(plain)).to_have_text(decided(2, "Kotak dihapus."))
    assert now(drawn(case)).standing == Standing.VOID


def test_box_is_taken_away_with_a_finger(
    browser: Browser, live_server: Any, enter: Enter, team: Team, case: Case
) -> None:
    studio.hide_region(team.screener, case, 1, PAPER, type="REGION", ground="17.h", seen=0)
    base = live_server.url.replace("127.0.0.1", "localhost")
    phone = browser.new_context(
        base_url=base, viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True
    )
    page = phone.new_page()
    open_studio(page, enter, team.screener, case)
    row(page, drawn(case)).get_by_role("link").first.tap()
    button = page.get_by_role("button", name="Hapus kotak")
    place = button.bounding_box()
    assert place is not None and place["height"] >= 44 and place["x"] + place["width"] <= 360
    button.tap()
    expect(said(page)).to_have_text(decided(2, "Kotak dihapus."))
    phone.close()
