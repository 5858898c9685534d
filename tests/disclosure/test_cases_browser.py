"""The pages of a case in a real browser: files dropped, progress, the second person, both themes, a phone."""

import datetime
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from terbuka.disclosure import actions
from terbuka.disclosure.models import Case, PublicCopy
from terbuka.disclosure.studio import actions as studio
from terbuka.organisation.models import Account
from tests.disclosure.conftest import STORY, Team, certified, decide_all, pdf, prepared, screened, upload
from tests.disclosure.test_studio_browser import come_in
from tests.office.test_browser import refuse_overflow
from tests.rows import Office

pytestmark = pytest.mark.browser
Axe = Callable[[Page], None]
Enter = Callable[[Account], Client]
Work = Callable[[], None]
WIDTHS = (360, 768, 1280)


def drop(page: Page, *files: Path) -> None:
    """Files dragged from outside the browser onto the box for them."""
    field = page.get_by_label("Berkas", exact=True)
    field.scroll_into_view_if_needed()
    box = field.bounding_box()
    assert box is not None
    browser = page.context.new_cdp_session(page)
    what = {"items": [], "files": [str(file) for file in files], "dragOperationsMask": 1}
    place = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    for step in ("dragEnter", "dragOver", "drop"):
        browser.send("Input.dispatchDragEvent", {"type": step, **place, "data": what})


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    """A report, a text, and a file with nothing in it."""
    made = [tmp_path / name for name in ("siti rahmah.pdf", "kisah.txt", "kosong.pdf")]
    for path, content in zip(made, (pdf(), STORY.encode(), b""), strict=True):
        path.write_bytes(content)
    return made


# --- Upload -----------------------------------------------------------------------------------------


def test_several_files_are_dropped_and_what_is_refused_holds_up_no_other(
    page: Page, axe: Axe, enter: Enter, team: Team, papers: list[Path]
) -> None:
    come_in(page, enter, team.screener)
    page.goto("/kantor/berkas/baru/")
    drop(page, *papers)
    chosen = page.locator(".chosen li")
    expect(chosen).to_have_count(3)
    expect(chosen.first).to_contain_text("siti rahmah.pdf")
    axe(page)
    page.get_by_role("textbox", name="Judul").fill("Laporan kehilangan")
    page.get_by_label("Diumumkan tanpa diminta").check()
    page.get_by_role("button", name="Unggah dan periksa").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_contain_text("2 dari 3 berkas menjadi kasus baru")
    refused = page.get_by_role("alert").get_by_role("listitem").filter(has_text="kosong.pdf")
    expect(refused).to_contain_text("Belum diterima")
    expect(refused).to_contain_text("Berkas kosong")
    expect(page.get_by_role("link", name=re.compile("berkas [12]$"))).to_have_count(2)
    expect(page.get_by_role("textbox", name="Judul")).to_have_value("Laporan kehilangan")
    expect(page.get_by_label("Diumumkan tanpa diminta")).to_be_checked()
    axe(page)
    assert set(Case.objects.values_list("state", "title")) == {
        ("received", "Laporan kehilangan, berkas 1"),
        ("received", "Laporan kehilangan, berkas 2"),
    }


def test_doubtful_title_is_asked_again_and_the_files_too(
    page: Page, enter: Enter, team: Team, papers: list[Path]
) -> None:
    come_in(page, enter, team.screener)
    page.goto("/kantor/berkas/baru/")
    page.get_by_label("Berkas", exact=True).set_input_files(papers[1])
    page.get_by_role("textbox", name="Judul").fill("Laporan 6371034704880003")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("tampaknya memuat data pribadi")
    expect(page.get_by_text("Pilih berkasnya sekali lagi")).to_be_visible()
    expect(page.get_by_label("Saya memastikan judul ini")).not_to_be_checked()
    page.get_by_role("textbox", name="Judul").fill("Laporan kehilangan")
    page.get_by_label("Berkas", exact=True).set_input_files(papers[1])
    page.get_by_role("button", name="Unggah dan periksa").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Laporan kehilangan")


def test_case_page_follows_the_screening(
    page: Page, enter: Enter, team: Team, office: Office, work: Work
) -> None:
    case = upload(team.screener, office.polda, STORY.encode(), name="kisah.txt")
    come_in(page, enter, team.screener)
    page.goto(f"/kantor/berkas/{case.pk}/")
    expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.get_by_role("link", name="Buka studio")).to_have_count(0)
    work()
    expect(page.get_by_role("link", name="Buka studio")).to_be_visible()  # by itself
    expect(page.get_by_role("progressbar")).to_have_count(0)


def test_list_follows_what_the_program_does_and_then_rests(
    page: Page, axe: Axe, enter: Enter, team: Team, office: Office, work: Work
) -> None:
    case = upload(team.screener, office.polda, STORY.encode(), name="kisah.txt", title="Surat yang baru")
    come_in(page, enter, team.screener)
    page.goto("/kantor/berkas/?unit=&status=")
    expect(page.get_by_role("row", name="Surat yang baru")).to_contain_text("Sedang diperiksa")
    link = page.get_by_role("link", name="Surat yang baru")
    link.focus()
    axe(page)
    work()
    expect(page.get_by_role("row", name="Surat yang baru")).to_contain_text(
        "Siap dibuatkan salinan"
    )  # by itself
    expect(link).to_be_focused()
    assert page.locator("[hx-get]").count() == 0
    axe(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_timeout(3500)
    assert asked == []
    assert Case.objects.get(pk=case.pk).state == "deciding"


def test_list_whose_session_has_ended_leads_to_the_log_in(
    page: Page, enter: Enter, team: Team, office: Office
) -> None:
    upload(team.screener, office.polda, STORY.encode(), name="kisah.txt")
    come_in(page, enter, team.screener)
    page.goto("/kantor/berkas/?saya=on")
    page.context.clear_cookies()
    page.wait_for_url(re.compile(r"/akun/masuk/\?next=/kantor/berkas/%3Fsaya%3Don"))


def test_list_says_whose_turn_it_is_and_how_long_it_waits(
    page: Page, enter: Enter, team: Team, office: Office, case: Case
) -> None:
    upload(team.screener, office.polda, STORY.encode(), name="kisah.txt", title="Surat yang baru")
    Case.objects.filter(pk=case.pk).update(uploaded_at=case.uploaded_at - datetime.timedelta(days=3, hours=5))
    come_in(page, enter, team.ppid)
    page.goto("/kantor/berkas/")
    rows = page.get_by_role("row").filter(has=page.get_by_role("rowheader"))
    expect(rows).to_have_count(2)
    new, old = rows.first, rows.last
    expect(new).to_contain_text("Surat yang baru")
    expect(new).to_contain_text("Giliran: program")
    expect(new).to_contain_text("baru saja")
    expect(old).to_contain_text("Giliran: petugas pemeriksa")
    assert re.search(r"3\W+hari$", old.inner_text().strip())
    page.get_by_role("link", name="Surat yang baru").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"/berkas/{case.pk}/$"))


# --- The second person ------------------------------------------------------------------------------


def test_copy_is_asked_for_returned_asked_for_again_and_certified(
    page: Page, enter: Enter, team: Team, case: Case, work: Work
) -> None:
    address = f"/kantor/berkas/{case.pk}/"
    come_in(page, enter, team.screener)
    page.goto(f"{address}salinan/")
    expect(page.get_by_role("button", name="Buat salinan")).to_have_count(0)
    page.get_by_role("link", name="Buka halaman 1").click()
    page.get_by_role("link", name="Halaman berikutnya").click()
    expect(page).to_have_url(re.compile("/studio/2/"))
    page.get_by_role("link", name="Buat salinan").click()
    page.get_by_role("button", name="Buat salinan").click()
    expect(page.get_by_role("alert")).to_contain_text("Nyatakan dahulu")
    page.get_by_label("Saya sudah melihat setiap halaman").check()
    page.get_by_role("button", name="Buat salinan").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    work()
    page.get_by_role("link", name="Lihat salinan").click()
    expect(page.get_by_text("Menunggu PPID, PPID pelaksana")).to_be_visible()
    expect(page.get_by_role("button", name="Setujui")).to_have_count(0)

    page.context.clear_cookies()
    come_in(page, enter, team.ppid)
    page.goto(f"{address}pratinjau/1/")
    page.get_by_role("link", name="Kembalikan").click()
    page.get_by_label("Catatan").fill("Nama di baris ketiga masih terbaca.")
    page.get_by_role("button", name="Kembalikan salinan").click()
    expect(page.get_by_text("Nama di baris ketiga masih terbaca.")).to_be_visible()

    case.refresh_from_db()
    prepared(case, team.screener, work)
    page.goto(f"{address}pratinjau/1/")
    page.get_by_role("link", name="Berikutnya").click()
    page.get_by_role("button", name="Setujui").click()
    expect(page.get_by_role("alert")).to_contain_text("Nyatakan dahulu")
    page.get_by_label("Saya sudah melihat setiap halaman").check()
    page.get_by_role("button", name="Setujui").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sertifikat salinan publik")
    copy = PublicCopy.objects.get()
    assert (copy.prepared_by, copy.approved_by) == (team.screener, team.ppid)
    page.goto(f"{address}pratinjau/2/")  # back
    expect(page).to_have_url(re.compile("/sertifikat/$"))
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh salinan").click()
    assert download.value.suggested_filename == f"salinan-{copy.number}.pdf"


def test_withdrawn_case_keeps_its_page(page: Page, enter: Enter, team: Team, case: Case) -> None:
    come_in(page, enter, team.screener)
    page.goto(f"/kantor/berkas/{case.pk}/")
    page.get_by_role("link", name="Tarik kasus").click()
    page.get_by_role("button", name="Tarik kasus").click()
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_label("Catatan").fill("Salah unggah.")
    page.get_by_role("button", name="Tarik kasus").click()
    expect(page.get_by_text("Ditarik", exact=True)).to_be_visible()
    expect(page.get_by_text("Salah unggah.")).to_be_visible()
    expect(page.get_by_role("link", name="studio")).to_have_count(0)


# --- For everybody, everywhere ----------------------------------------------------------------------


def test_no_page_of_a_case_hinders_anybody(
    page: Page, axe: Axe, enter: Enter, team: Team, office: Office, case: Case, work: Work
) -> None:
    story = screened(upload(team.screener, office.polda, STORY.encode(), name="kisah.txt"), work)
    waiting = upload(team.screener, office.polda, pdf(), title="Laporan yang menunggu")
    broken = upload(team.screener, office.polda, b"%PDF-1.7 rusak", title="Berkas yang rusak")
    work()
    gone = upload(team.screener, office.polda, b"Salah.", name="salah.txt", title="Salah unggah")
    actions.withdraw(team.screener, gone, reason="Salah unggah.")
    studio.look(team.screener, case, 1)
    waiting.refresh_from_db()
    done = certified(prepared(waiting, team.screener, work), team.ppid).case
    again = screened(upload(team.screener, office.polda, pdf(), title="Laporan sekali lagi"), work)
    prepared(again, team.screener, work)
    decide_all(team.screener, story)
    come_in(page, enter, team.ppid)
    rests = {
        case: ("", "judul/", "tarik/", "salinan/"),
        story: ("salinan/",),
        broken: ("",),
        gone: ("",),
        done: ("", "sertifikat/"),
        again: ("", "pratinjau/1/", "kembalikan/"),
    }
    addresses = ["", "?status=failed", "?status=preparing", "baru/"]
    addresses += [f"{found.pk}/{rest}" for found, of_case in rests.items() for rest in of_case]
    for address in addresses:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 780})
            response = page.goto(f"/kantor/berkas/{address}")
            assert response is not None and response.status == 200, address
            refuse_overflow(page)
            if width != 768:
                axe(page)
