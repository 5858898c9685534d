"""The studio for everybody, in a real browser: both themes, three widths, a thumb, a slow line."""

import gzip
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest
from django.test import Client
from playwright.sync_api import Browser, Locator, Page, Response, expect

from terbuka.demo.typeset import as_pdf
from terbuka.disclosure import actions
from terbuka.disclosure.models import Case
from terbuka.disclosure.studio import actions as studio
from terbuka.organisation.models import Account
from tests.disclosure.conftest import Team, mark, prepared, screened, upload
from tests.disclosure.test_studio_browser import come_in, open_studio, row
from tests.documents.samples.xlsx import rows, xlsx
from tests.office.test_browser import refuse_overflow
from tests.rows import Office

pytestmark = pytest.mark.browser
Axe = Callable[[Page], None]
Enter = Callable[[Account], Client]
Work = Callable[[], None]
WIDTHS = (360, 768, 1280)
LIGHTEST = 100 * 1024
"""Bytes that a page of the studio may weigh, without the picture of its page."""


def test_studio_hinders_nobody(
    page: Page, axe: Axe, enter: Enter, team: Team, doubtful: Case, office: Office, work: Work
) -> None:
    story = screened(upload(team.screener, office.polda, b"Pelapor Siti Rahmah, NIK 6371034704880003."), work)
    studio.hide(team.screener, doubtful, mark(doubtful, type="NIK").number, seen=0)
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
    for key, name in (("g", "Tutup dengan dasar lain"), ("?", "Papan ketik dan tanda")):
        page.keyboard.press(key)
        expect(page.get_by_role("dialog", name=name)).to_be_visible()
        axe(page)
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)


def test_key_pressed_right_after_a_dialog_closes_is_heard(
    page: Page, enter: Enter, team: Team, doubtful: Case
) -> None:
    open_studio(page, enter, team.screener, doubtful)
    page.keyboard.press("g")
    page.get_by_role("dialog").get_by_role("combobox").first.focus()
    page.evaluate(
        """() => {
          document.querySelector("dialog[open]").close();
          document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "?", bubbles: true}));
        }"""
    )
    expect(page.get_by_role("dialog", name="Papan ketik dan tanda")).to_be_visible()


def test_decision_buttons_can_be_tapped_below_the_picture_on_a_phone(
    browser: Browser, live_server: Any, enter: Enter, team: Team, doubtful: Case
) -> None:
    base = live_server.url.replace("127.0.0.1", "localhost")
    phone = {"width": 360, "height": 780}
    context = browser.new_context(base_url=base, viewport=phone, is_mobile=True, has_touch=True)  # type: ignore[arg-type]
    page = context.new_page()
    open_studio(page, enter, team.screener, doubtful)
    for name in ("Kotak", "Istilah", "Pratinjau", "Bantuan"):
        tool = page.get_by_role("link", name=name, exact=True).bounding_box()
        assert tool is not None and tool["x"] >= 0 and tool["x"] + tool["width"] <= 360
        assert tool["height"] >= 44
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


def test_long_strip_of_pages_fits_a_phone(page: Page, enter: Enter, team: Team, case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(pages=120)
    come_in(page, enter, team.screener)
    for width in (390, 360, 700, 1024, 1366):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(f"/kantor/berkas/{case.pk}/studio/2/")
        refuse_overflow(page)
        strip, go = page.locator(".strip ol").bounding_box(), page.get_by_role("button", name="Buka")
        place = go.bounding_box()
        assert strip is not None and place is not None
        assert strip["width"] >= 120 and place["x"] + place["width"] <= width, (width, strip, place)


@pytest.fixture
def wide(team: Team, office: Office, work: Work) -> Case:
    """A workbook with more columns than a window has room for; a name in the last but one."""
    heads = [f"Keterangan nomor {number}" for number in range(1, 15)]
    table = rows([*heads, "Nama Saksi", "Honor"], [*range(14), "Siti Rahmah", 250000])
    content = xlsx(("Saksi", "", table))
    return screened(upload(team.screener, office.polda, content, name="saksi.xlsx"), work)


def in_sight(found: Locator, pane: Locator) -> bool:
    """Its left edge is inside the pane."""
    place, frame = found.bounding_box(), pane.bounding_box()
    assert place is not None and frame is not None
    return frame["x"] <= place["x"] < frame["x"] + frame["width"]


def test_finding_in_a_far_column_is_scrolled_into_view(
    page: Page, browser: Browser, live_server: Any, enter: Enter, team: Team, wide: Case
) -> None:
    found = mark(wide, type="PERSON")
    for size in (
        {"width": 1366, "height": 768},
        {"width": 1366, "height": 500},
        {"width": 390, "height": 844},
    ):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        open_studio(page, enter, team.screener, wide)
        expect(page.get_by_text("sampai 16 kolom")).to_be_visible()
        refuse_overflow(page)
        row(page, found).get_by_role("link").first.click()
        assert in_sight(page.locator(f'[data-box="{found.number}"]'), page.locator(".sheet-pane")), size
    base = live_server.url.replace("127.0.0.1", "localhost")
    context = browser.new_context(base_url=base, java_script_enabled=False)
    bare = context.new_page()
    bare.set_viewport_size({"width": 1366, "height": 768})
    open_studio(bare, enter, team.screener, wide)
    row(bare, found).get_by_role("link").first.click()
    bare.get_by_role("link", name="Lihat di halaman").click()
    assert in_sight(bare.locator(f'[data-box="{found.number}"]'), bare.locator(".sheet-pane"))
    context.close()


def test_preview_of_a_wide_table_says_that_there_is_more(
    page: Page, axe: Axe, enter: Enter, team: Team, wide: Case, work: Work
) -> None:
    case = prepared(wide, team.screener, work)
    come_in(page, enter, team.ppid)
    for width in (1366, 390):
        page.set_viewport_size({"width": width, "height": 768})
        page.goto(f"/kantor/berkas/{case.pk}/pratinjau/1/")
        expect(page.get_by_text("sampai 16 kolom")).to_be_visible()
        refuse_overflow(page)
        axe(page)
        pane = page.locator(".preview .flow")
        pane.focus()
        assert pane.evaluate("pane => pane.scrollWidth > pane.clientWidth + 100")
        expect(pane).to_be_focused()


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
