#!/usr/bin/env python3
"""Take the pictures of docs/tour.md from a running demo office (``make run``), with Debian's Chromium.

    scripts/tour-pictures.py [ADDRESS] [--chromium PROGRAM]

ADDRESS: default http://localhost:8000; best an office that was just filled (``make demo-reset``). Nothing is
changed there but what looking leaves behind: log-ins in the journal, pages that count as seen. Pictures are
small: 64 colours, no picture above 150 KB.
"""

import argparse
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

PLACE = Path(__file__).resolve().parent.parent / "docs/tour"
MOST_BYTES = 150_000
COLOURS = 64
PASSWORD = "sampel-terbuka-2026"  # noqa: S105 - the demo prints it at every start
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""The browser draws and asks nobody but the office."""
DESK, TALL, PHONE = (1280, 800), (1280, 1040), (360, 700)

STUDIO_CASE = "Laporan polisi perkara pencurian"
WAITING_CASE = "Siaran pers pengungkapan perkara Agustus 2023"
ITEM = "Keputusan penunjukan PPID pelaksana dan petugas layanan"
PERSON = "I WAYAN SUDARTA"


@dataclass(frozen=True)
class Picture:
    """``who``: the account that sees it, empty for the public. ``walk`` leads a page there."""

    name: str
    who: str
    size: tuple[int, int]
    walk: Callable[[Page], None]


def home(page: Page) -> None:
    page.goto("/")


def item(page: Page) -> None:
    page.goto("/informasi/")
    page.get_by_role("link", name=ITEM).click()
    page.locator(".public-file summary").first.click()


def cases(page: Page) -> None:
    page.goto("/kantor/berkas/")


def studio(page: Page) -> None:
    page.goto("/kantor/berkas/")
    page.get_by_role("link", name=STUDIO_CASE).click()
    page.goto(f"{page.url}studio/1/")
    page.locator("a.mark-head", has_text=PERSON).first.click()
    page.mouse.move(0, 0)


def approval(page: Page) -> None:
    page.goto("/kantor/berkas/")
    page.get_by_role("link", name=WAITING_CASE).click()
    page.get_by_role("link", name="Lihat salinan", exact=True).click()


PICTURES = (
    Picture("home", "", DESK, home),
    Picture("item", "", TALL, item),
    Picture("cases", "pemeriksa", DESK, cases),
    Picture("studio", "pemeriksa", DESK, studio),
    Picture("approval", "ppid", TALL, approval),
    Picture("phone", "pemeriksa", PHONE, studio),
)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("address", nargs="?", default="http://localhost:8000")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    PLACE.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=QUIET)
        for picture in PICTURES:
            size = take(browser, options.address, picture)
            print(f"{picture.name}.png {size / 1000:.0f} kB")
        browser.close()


def take(browser: Browser, address: str, picture: Picture) -> int:
    """Write the picture; return its size in bytes."""
    width, height = picture.size
    context = browser.new_context(
        base_url=address,
        locale="id-ID",
        color_scheme="light",
        viewport={"width": width, "height": height},
        has_touch=picture.size == PHONE,
        is_mobile=picture.size == PHONE,
    )
    page = log_in(context, picture.who) if picture.who else context.new_page()
    picture.walk(page)
    page.wait_for_load_state("networkidle")
    written = write(page.screenshot(), PLACE / f"{picture.name}.png")
    context.close()
    return written


def log_in(context: BrowserContext, who: str) -> Page:
    page = context.new_page()
    page.goto("/kantor/")
    page.fill("[name=login]", who)
    page.fill("[name=password]", PASSWORD)
    page.get_by_role("button", name="Masuk", exact=True).click()
    page.wait_for_load_state("networkidle")
    return page


def write(screenshot: bytes, target: Path) -> int:
    picture = Image.open(io.BytesIO(screenshot)).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)
    size = target.stat().st_size
    if size > MOST_BYTES:
        raise SystemExit(f"{target.name} has {size} bytes, more than {MOST_BYTES}")
    return size


if __name__ == "__main__":
    main()
