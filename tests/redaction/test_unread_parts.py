"""What nobody could read does not reach the public copy unless a person says so. All persons are invented."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from terbuka.documents import Box
from terbuka.documents.reader import open_document
from terbuka.redaction.redact import redact
from terbuka.screening import Action
from terbuka.screening.screen import screen
from tests.documents.samples.images import page_image, photograph, png, scribble

pytestmark = pytest.mark.ocr
DPI = 200
LINES = ["Laporan kegiatan bulan Maret", "Pelapor Siti Aminah tinggal di Martapura", "Kegiatan berjalan aman"]
SIGNED = (350, 600, 480, 650)


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    page = page_image(LINES, dpi=DPI)
    scribble(page, SIGNED, DPI)
    path = tmp_path / "pindaian.png"
    path.write_bytes(png(page, dpi=(DPI, DPI)))
    return path


def shown(copy: Path, area: Box | tuple[float, ...]) -> set[int]:
    """The greys of an area (points) of the copy's first page."""
    page = pypdfium2.PdfDocument(copy)[0].render(scale=2).to_pil().convert("L")
    return {level for _, level in page.crop(tuple(round(2 * side) for side in area)).getcolors(1 << 16)}  # type: ignore[arg-type]


def test_unread_part_is_covered_by_default_and_the_rest_stays(scan: Path, tmp_path: Path) -> None:
    document = open_document(scan)
    log = redact(scan, tmp_path / "salinan.pdf", screen(document).findings, document=document)
    (region,) = [redaction for redaction in log.redactions if redaction.type == "REGION"]
    area = region.boxes[0]
    assert area.x0 <= SIGNED[0] + 6 and area.x1 >= SIGNED[2] - 6
    # outside of its own label nothing but the bar is left
    assert shown(tmp_path / "salinan.pdf", (area.x0 + 1, area.y0 + 1, area.x1 - 1, area.y0 + 8)) == {0}
    assert "Laporan kegiatan" in open_document(tmp_path / "salinan.pdf").text


def test_unread_part_that_a_person_opened_stays(scan: Path, tmp_path: Path) -> None:
    document = open_document(scan)
    decided = [
        replace(finding, action=Action.KEEP) if finding.type == "REGION" else finding
        for finding in screen(document).findings
    ]
    redact(scan, tmp_path / "salinan.pdf", decided, document=document)
    assert max(shown(tmp_path / "salinan.pdf", SIGNED)) > 200


@pytest.mark.parametrize("kind", ["handwriting", "photograph"])
def test_page_that_could_not_be_read_is_covered_whole(kind: str, tmp_path: Path) -> None:
    page = page_image([], dpi=DPI)
    if kind == "handwriting":
        scribble(page, (60, 100, 500, 140), DPI)
        scribble(page, (60, 200, 400, 240), DPI)
    else:
        page.paste(photograph(1000, 1400), (300, 400))
    path, out = tmp_path / "halaman.png", tmp_path / "salinan.pdf"
    path.write_bytes(png(page, dpi=(DPI, DPI)))
    log = redact(path, out, screen(open_document(path)).findings)
    assert [redaction.type for redaction in log.redactions] == ["REGION"]
    assert shown(out, (5, 5, 590, 380)) == {0} and shown(out, (5, 480, 590, 835)) == {0}


def test_blank_page_stays_as_it_is(tmp_path: Path) -> None:
    path, out = tmp_path / "kosong.png", tmp_path / "salinan.pdf"
    path.write_bytes(png(Image.new("RGB", (1654, 2339), "white"), dpi=(DPI, DPI)))
    log = redact(path, out, screen(open_document(path)).findings)
    assert log.redactions == () and shown(out, (5, 5, 590, 830)) == {255}
