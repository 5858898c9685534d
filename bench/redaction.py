"""Time of a public copy beside its peers, all here and now on the same typeset document.

Text pages: PyMuPDF's redact-and-save, which reads nothing back, against writing and verifying by Terbuka;
half its speed is asked. Pages as pictures: PDFium draws each page and Pillow encodes it, which hides nothing,
against Terbuka's writer on the same pages as pixels; at most 1.5 times that time is asked. What counts is the
ratio.

    python bench/redaction.py [PAGES]
"""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pypdfium2
import typst

from leaks.peers import Peer
from terbuka.documents.reader import open_document
from terbuka.redaction.plan import make_plan
from terbuka.redaction.redact import write_copy
from terbuka.redaction.verify import secrets_of, verify_plan
from terbuka.screening.screen import screen

PARAGRAPH = (
    "Pada hari ini pelapor Sdri. Siti Rahmah, NIK 6371034704880003, menerangkan kepada AIPTU Fahrul Rozi "
    "bahwa sepeda motor miliknya hilang di depan toko. Saksi Wayan melihat seorang laki-laki. "
)
FILLING = (
    "Rapat membahas rencana kerja, anggaran, dan jadwal pelayanan pada tahun depan; setiap bagian "
    "menyampaikan usul tertulis paling lambat akhir bulan. "
)
DPI = 200
HALF, MOST = 0.5, 1.5

Made = TypeVar("Made")


def main() -> bool:
    """Whether the speeds that are asked were reached, by copies that are proven."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as folder:
        source = typeset(Path(folder), pages)
        reached = [texts(source, Path(folder), pages), pictures(source, Path(folder), pages)]
    return all(reached)


def typeset(folder: Path, pages: int) -> Path:
    """A document of so many pages, each with two paragraphs of a report among others."""
    page = f"{PARAGRAPH}\n\n{FILLING * 12}\n\n{PARAGRAPH}\n\n{FILLING * 6}"
    body = "\n#pagebreak()\n".join([page] * pages)
    (folder / "source.typ").write_text(f'#set page(paper: "a4")\n{body}')
    typst.compile(folder / "source.typ", output=folder / "source.pdf")
    return folder / "source.pdf"


def texts(source: Path, folder: Path, pages: int) -> bool:
    """Pages that stay text; whether they are written and verified as fast as asked."""
    spent: dict[str, float] = {}
    document = timed(spent, "read", lambda: open_document(source))
    plan = make_plan(document, timed(spent, "screen", lambda: screen(document).findings))
    copy = folder / "copy.pdf"
    placed = timed(spent, "write", lambda: write_copy(source, copy, plan, lambda done, total: None))
    verification = timed(spent, "verify", lambda: verify_plan(copy, plan, placed))
    spent["write and verify"] = spent["write"] + spent["verify"]
    size = copy.stat().st_size / pages / 1000
    print(f"{pages} text pages, {len(plan.redactions)} redactions, {size:.1f} KB a page")
    print(f"passed: {verification.passed}")
    peer = Peer("PyMuPDF")
    if peer.is_there:
        secrets = sorted({secret.text for secret in secrets_of(plan)})
        peer.redact(source, folder / "warm.pdf", secrets)  # its start is not its speed
        timed(spent, "PyMuPDF", lambda: peer.redact(source, folder / "peer.pdf", secrets))
    show(spent, pages, "PyMuPDF")
    return verdict(spent, "write and verify", "PyMuPDF", HALF) and verification.passed


def pictures(source: Path, folder: Path, pages: int) -> bool:
    """The same pages as pixels alone; whether they are written as fast as asked."""
    spent: dict[str, float] = {}
    timed(spent, "bare raster", lambda: bare_raster(source, folder / "bare.pdf"))
    document = open_document(source)
    plan = replace(make_plan(document, screen(document).findings), pixels=True)
    copy = folder / "pixels.pdf"
    placed = timed(spent, "write", lambda: write_copy(source, copy, plan, lambda done, total: None))
    verification = timed(spent, "verify", lambda: verify_plan(copy, plan, placed))
    print(f"{pages} pages as pixels, passed: {verification.passed}")
    show(spent, pages, "bare raster")
    return verdict(spent, "write", "bare raster", 1 / MOST) and verification.passed


def bare_raster(source: Path, copy: Path) -> None:
    drawn = [page.render(scale=DPI / 72).to_pil() for page in pypdfium2.PdfDocument(source)]
    drawn[0].save(copy, save_all=True, append_images=drawn[1:], resolution=DPI, quality=70)


def timed(spent: dict[str, float], name: str, work: Callable[[], Made]) -> Made:
    """What the work makes; how long it took goes into ``spent``."""
    began = time.perf_counter()
    made = work()
    spent[name] = time.perf_counter() - began
    return made


def show(spent: dict[str, float], pages: int, peer: str) -> None:
    for name, seconds in spent.items():
        ratio = f"{spent[peer] / seconds:7.2f} x {peer}" if peer in spent else ""
        print(f"  {name:18} {pages / seconds:8.1f} pages/s {ratio}")


def verdict(spent: dict[str, float], name: str, peer: str, asked: float) -> bool:
    """Whether the speed is at least ``asked`` times the peer's; so also where there is no peer."""
    if peer not in spent:
        print(f"  {peer} is not installed in .bench-venv\n")
        return True
    reached = spent[peer] / spent[name] >= asked
    print(f"  asked of {name}: {asked:.2f} x its speed or more; {'reached' if reached else 'MISSED'}\n")
    return reached


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
