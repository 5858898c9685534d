"""The main way, from a file to a certified public copy on the portal, in a real browser and with the
keyboard alone. What the public downloads is searched with tools that had no part in making it.

All persons and numbers are invented.
"""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import typst
from playwright.sync_api import Browser, Locator, Page, expect

from terbuka.organisation.models import Account
from terbuka.organisation.roles import Role
from tests.rows import PASSWORD, Office, employ

pytestmark = pytest.mark.browser
Axe = Callable[[Page], None]

PAPER = """
#set page(width: 420pt, height: 595pt, margin: 42pt)
#set text(font: "Libertinus Serif", size: 12pt)
#align(center)[*LAPORAN POLISI* \\ Nomor: LP/B/118/III/2022/SPKT]

Pelapor: SITI RAHMAH \\
NIK: 6371034704880003 \\
Alamat: Jl. Teluk Tiram Darat Gg. Keluarga No. 27 RT 15 \\
Telepon: 0812-5104-3378

Pada hari Selasa pelapor Siti Rahmah datang ke kantor. Saksi bernama Wayan Sudarta melihat kejadian itu.
Anak korban bernama Melati Kusuma (9 tahun) bersekolah di SDN Teluk Dalam 1.

Ciri pelaku: bertato kelabang.

Yang menerima laporan: AIPTU FAHRUL ROZI, Kanit SPKT.
#pagebreak()
Keterangan tambahan: korban anak Melati Kusuma diantar oleh ibunya, Siti Rahmah.

Mengetahui, AKP HENDRA WIJAYA, Kapolsek.
"""
HIDDEN = ("Rahmah", "6371034704880003", "Tiram", "5104", "3378", "Wayan", "Sudarta", "Melati", "Kusuma")
DRAWN = "kelabang"
OFFICIALS = ("FAHRUL ROZI", "HENDRA WIJAYA")
TITLE = "Laporan polisi tentang pencurian"


@pytest.fixture
def staff(transactional_db: None, office: Office) -> dict[str, Account]:
    return {
        "screener": employ(Role.SCREENING_OFFICER, unit=office.polda, name="Aminah", password=PASSWORD),
        "ppid": employ(Role.PPID, unit=office.polda, name="Ahmad Fauzi", password=PASSWORD),
    }


class Keyboard:
    """Somebody who has no mouse: only Tab, Enter, Space, arrows and letters."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, target: Locator) -> None:
        """Press Tab until ``target`` has the focus."""
        for _ in range(150):
            if target.evaluate("node => node === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"The keyboard does not reach {target}")

    def press(self, target: Locator, key: str = "Enter") -> None:
        self.reach(target)
        self.page.keyboard.press(key)

    def go(self, target: Locator) -> None:
        """Press Enter on what leads to another page."""
        with self.page.expect_navigation():
            self.press(target)

    def follow(self, name: str) -> None:
        self.go(self.page.get_by_role("link", name=name, exact=True).first)

    def push(self, name: str) -> None:
        self.go(self.page.get_by_role("button", name=name, exact=True).first)

    def write(self, label: str, text: str) -> None:
        self.reach(self.page.get_by_label(label, exact=True))
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def log_in(self, account: Account) -> None:
        self.page.goto("/kantor/")
        self.write("Nama pengguna atau surel", account.username)
        self.write("Kata sandi", PASSWORD)
        self.page.keyboard.press("Enter")
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("Selamat datang")

    def log_out(self) -> None:
        self.press(self.page.locator("header summary").first)
        self.push("Keluar")
        expect(self.page.get_by_role("heading", level=1)).not_to_contain_text("Selamat datang")

    def choose(self, label: str, text: str) -> None:
        """In a list of choices, by typing what stands there."""
        self.reach(self.page.get_by_label(label, exact=True))
        self.page.keyboard.type(text)


def test_file_becomes_a_certified_public_copy_by_keyboard_alone(
    page: Page,
    axe: Axe,
    browser: Browser,
    staff: dict[str, Account],
    work: Callable[[], None],
    tmp_path: Path,
) -> None:
    keyboard = Keyboard(page)
    paper = tmp_path / "siti rahmah.pdf"
    paper.write_bytes(typst.compile(PAPER.encode()))

    keyboard.log_in(staff["screener"])
    axe(page)
    _upload(keyboard, axe, paper)
    work()
    page.reload()
    axe(page)
    _decide(keyboard, axe)
    _ask_for_the_copy(keyboard, axe)
    work()
    page.reload()
    keyboard.log_out()

    keyboard.log_in(staff["ppid"])
    _approve(keyboard, axe)
    _publish(keyboard, axe)

    copy = _download_as_the_public(browser, axe, page.url.split("/kantor/")[0], tmp_path)
    assert all(word in _run("pdftotext", paper, "-") for word in (*HIDDEN, DRAWN, *OFFICIALS))
    _search(copy, tmp_path)


def _upload(keyboard: Keyboard, axe: Axe, paper: Path) -> None:
    page = keyboard.page
    keyboard.follow("Berkas")
    axe(page)
    keyboard.follow("Berkas baru")
    axe(page)
    with page.expect_file_chooser() as chooser:
        keyboard.press(page.locator("input[type=file]"))
    chooser.value.set_files(paper)
    keyboard.write("Judul", TITLE)
    keyboard.choose("Unit", "Polda")
    keyboard.press(page.get_by_label("Menjawab permohonan informasi"), "ArrowDown")
    keyboard.push("Unggah dan periksa")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    axe(page)


def _decide(keyboard: Keyboard, axe: Axe) -> None:
    page = keyboard.page
    keyboard.follow("Buka studio")
    expect(page.get_by_role("heading", name="Temuan di halaman ini")).to_be_visible()
    axe(page)
    # Every finding of the page in turn: what is to be hidden is hidden, officials stay open.
    for _ in range(page.locator(".mark").count()):
        mark = page.locator(".mark.is-current")
        number = mark.get_attribute("data-mark")
        official = any(name in mark.inner_text() for name in ("FAHRUL", "LP/B"))
        key = "t" if official else "a"
        if mark.locator(f"[data-key={key}]").count():
            page.keyboard.press(key)
            expect(page.locator("[data-studio]")).not_to_have_attribute("aria-busy", "true")
        if page.locator(".mark.is-current").get_attribute("data-mark") == number:
            page.keyboard.press("j")
    _draw(page, axe, DRAWN)
    page.keyboard.press("n")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    page.wait_for_url(re.compile("/studio/2/"))
    axe(page)
    expect(page.locator(".tally")).to_contain_text("0 keputusan tersisa")


def _draw(page: Page, axe: Axe, word: str) -> None:
    """One more box, over what screening could not know."""
    left, top, right, bottom = _place_of(word)
    page.keyboard.press("b")
    for _ in range(400):
        box = page.locator("[data-draft] rect").evaluate(
            "r => [r.x.baseVal.value, r.y.baseVal.value, r.width.baseVal.value, r.height.baseVal.value]"
        )
        key = _next_key(box, (left - 3, top - 3, right + 3, bottom + 3))
        if key is None:
            break
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Tutup kotak ini")
    expect(dialog).to_be_visible()
    axe(page)
    page.keyboard.type("Istilah")
    keyboard = Keyboard(page)
    keyboard.press(dialog.get_by_role("button", name="Tutup kotak"))
    expect(dialog).to_be_hidden()
    expect(page.locator("[data-said]")).not_to_be_empty()


def _next_key(box: list[float], goal: tuple[float, float, float, float]) -> str | None:
    x, y, width, height = box
    left, top, right, bottom = goal
    step = 4.0
    if x > left:
        return "ArrowLeft"
    if x < left - 2 * step:
        return "ArrowRight"
    if y > top:
        return "ArrowUp"
    if y < top - 2 * step:
        return "ArrowDown"
    if x + width < right:
        return "Shift+ArrowRight"
    if x + width > right + 2 * step:
        return "Shift+ArrowLeft"
    if y + height < bottom:
        return "Shift+ArrowDown"
    if y + height > bottom + 2 * step:
        return "Shift+ArrowUp"
    return None


def _place_of(word: str) -> tuple[float, float, float, float]:
    """Where ``word`` stands on the first page, as whoever looks at it sees."""
    import pypdfium2

    page = pypdfium2.PdfDocument(typst.compile(PAPER.encode()))[0]
    text = page.get_textpage()
    index, count = text.search(word).get_next()
    boxes = [text.get_charbox(index + at) for at in range(count)]
    height = page.get_height()
    return (
        min(box[0] for box in boxes),
        height - max(box[3] for box in boxes),
        max(box[2] for box in boxes),
        height - min(box[1] for box in boxes),
    )


def _ask_for_the_copy(keyboard: Keyboard, axe: Axe) -> None:
    page = keyboard.page
    keyboard.follow("Buat salinan")
    expect(page.get_by_role("heading", level=1)).to_have_text("Buat salinan")
    axe(page)
    keyboard.press(page.get_by_role("checkbox").first, "Space")
    keyboard.push("Buat salinan")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    axe(page)


def _approve(keyboard: Keyboard, axe: Axe) -> None:
    page = keyboard.page
    axe(page)
    keyboard.go(page.get_by_role("link", name=re.compile("persetujuan")).first)
    keyboard.follow(TITLE)
    keyboard.follow("Lihat salinan")
    expect(page.get_by_role("heading", level=1)).to_have_text("Pratinjau salinan")
    axe(page)
    expect(page.get_by_text("1 dari 2 halaman dibuka")).to_be_visible()
    expect(page.get_by_role("button", name="Setujui")).to_have_count(0)
    keyboard.follow("Buka halaman 2")
    page.wait_for_url(re.compile("/pratinjau/2/"))
    axe(page)
    keyboard.press(page.get_by_role("checkbox").first, "Space")
    keyboard.push("Setujui")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sertifikat")
    axe(page)


def _publish(keyboard: Keyboard, axe: Axe) -> None:
    page = keyboard.page
    keyboard.follow("Beranda")
    keyboard.go(page.get_by_role("link", name=re.compile("belum masuk daftar")))
    axe(page)
    keyboard.go(page.get_by_role("link", name=re.compile("^Buat informasi")).first)
    axe(page)
    keyboard.write("Ringkasan isi", "Laporan polisi dengan data pribadi yang ditutup.")
    keyboard.write("Penanggung jawab", "Kepala Subbidang PID")
    keyboard.press(page.get_by_label("Berkala"), "Space")
    keyboard.reach(page.get_by_label("Tanggal pembuatan"))
    page.keyboard.type("03152022")
    keyboard.write("Tempat pembuatan", "Banjarmasin")
    keyboard.write("Jangka waktu simpan", "5 tahun")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    axe(page)
    keyboard.follow("Terbitkan")
    axe(page)
    keyboard.push("Terbitkan")
    expect(page.get_by_role("link", name="Lihat di portal")).to_be_visible()


def _download_as_the_public(browser: Browser, axe: Axe, base: str, folder: Path) -> Path:
    context = browser.new_context(base_url=base, locale="id-ID", accept_downloads=True)
    page = context.new_page()
    keyboard = Keyboard(page)
    page.goto("/")
    axe(page)
    keyboard.reach(page.get_by_label("Cari informasi").first)
    page.keyboard.type("pencurian")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/informasi/"))
    axe(page)
    keyboard.follow(TITLE)
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    axe(page)
    with page.expect_download() as download:
        keyboard.press(page.get_by_role("link", name=re.compile("^Unduh")).first)
    copy = folder / "unduhan.pdf"
    download.value.save_as(copy)
    assert not any(part.lower() in download.value.suggested_filename.lower() for part in HIDDEN)
    assert context.cookies() == []
    context.close()
    return copy


def _search(copy: Path, folder: Path) -> None:
    """Poppler reads the text layer, tesseract the pixels, pikepdf every object: none of them finds what was
    hidden, and the first two find the officials."""
    layer = _run("pdftotext", copy, "-")
    _run("pdftoppm", "-r", "150", "-png", copy, folder / "page")
    pixels = "\n".join(
        _run("tesseract", picture, "-", "-l", "ind") for picture in sorted(folder.glob("page*.png"))
    )
    with pikepdf.open(copy) as pdf:
        objects = "\n".join(_strings(item) for item in pdf.objects)
    for hidden in (*HIDDEN, DRAWN):
        for found in (layer, pixels, objects, copy.read_bytes().decode("latin-1")):
            assert hidden.lower() not in found.lower(), hidden
    for official in OFFICIALS:
        assert official in layer
        assert official in pixels


def _run(*command: Any) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, check=True)
    return done.stdout.decode()


def _strings(item: Any) -> str:
    """Everything in an object of the PDF that could be read."""
    text = repr(item)
    if isinstance(item, pikepdf.Stream):
        try:
            text += item.read_bytes().decode("latin-1")
        except pikepdf.PdfError:
            text += item.read_raw_bytes().decode("latin-1")
    return text
