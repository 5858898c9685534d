"""Names in type of another size than their line. All persons are invented."""

import io
from pathlib import Path

import pytest
import typst
from PIL import Image, ImageFilter

from terbuka.documents.model import Box, Document
from terbuka.documents.ocr import Ocr, Reading
from terbuka.documents.reader import open_document

pytestmark = pytest.mark.ocr
DPI = 200
REPORT = """
#set page(width: 420pt, height: 240pt, margin: 40pt)
#set text(size: 11pt)
Kemudian pelapor datang ke kantor polisi bersama keluarganya.

%s

Barang bukti disita oleh petugas.
"""


def set_in_type(line: str, dpi: int = DPI) -> Image.Image:
    """A scan of a report with this line in it."""
    picture = typst.compile((REPORT % line).encode(), format="png", ppi=dpi)
    assert isinstance(picture, bytes)
    return Image.open(io.BytesIO(picture)).convert("L")


def read(picture: Image.Image, dpi: float = DPI) -> Reading:
    with Ocr() as ocr:
        return ocr.read_page(picture, dpi).result()


def said(reading: Reading) -> list[str]:
    return [word.text for word in reading.words]


def blurred_name(picture: Image.Image) -> Box:
    """Makes the small name unreadable, and tells where it stands."""
    name = next(word.box for word in read(picture).words if word.text == "Dewi")
    x0, y0, x1, y1 = (round(side * DPI / 72) for side in name)
    area = x0, y0 - 2, x1 + 60, y1 + 6
    picture.paste(picture.crop(area).filter(ImageFilter.GaussianBlur(2.5)), area)
    return name


@pytest.mark.parametrize("size", ["4pt", "5pt", "6pt", "20pt", "28pt", "40pt"])
@pytest.mark.parametrize("dpi", [200, 300])
def test_name_in_another_size_is_read(size: str, dpi: int) -> None:
    line = f"Lanjutan di rumah bahwa #text({size})[Dewi] sudah pulang"
    assert {"Dewi", "pulang"} <= set(said(read(set_in_type(line, dpi), dpi)))


@pytest.mark.parametrize("size", ["4pt", "5pt", "6pt"])
def test_whole_name_in_small_print_is_read(size: str) -> None:
    line = f"Lanjutan: #text({size})[Dewi Anggraini] dan ibunya pulang"
    assert {"Dewi", "Anggraini", "ibunya"} <= set(said(read(set_in_type(line))))


def test_name_in_another_size_covers_its_own_place_only() -> None:
    picture = set_in_type("Lanjutan dan #text(40pt)[Dewi] pulang")
    box = next(word.box for word in read(picture).words if word.text == "Dewi")
    beside = [word.box for word in read(picture).words if word.text in ("dan", "pulang")]
    assert box.height > 20 and not any(box.touches(other) for other in beside)


def test_small_print_that_stays_unreadable_is_doubtful() -> None:
    picture = set_in_type("Lanjutan: #text(5pt)[Dewi Anggraini] dan ibunya pulang")
    name = blurred_name(picture)
    reading = read(picture)
    assert "Dewi" not in said(reading)
    assert any(name.touches(box) for box in reading.doubtful)
    assert not any(name.touches(box) for box in reading.sure)


def test_dotted_line_is_no_doubtful_word() -> None:
    picture = set_in_type("Nama pelapor " + "." * 70)
    assert read(picture).doubtful == ()


def test_line_of_one_size_is_left_alone() -> None:
    words = read(set_in_type("Lanjutan dan Dewi pulang")).words
    line = [word.box for word in words if word.text in ("Lanjutan", "dan", "Dewi", "pulang")]
    assert len({(box.y0, box.y1) for box in line}) == 1


def test_scan_with_small_print_nobody_reads_says_so(tmp_path: Path) -> None:
    picture = set_in_type("Lanjutan: #text(5pt)[Dewi Anggraini] dan ibunya pulang")
    name = blurred_name(picture)
    document = opened(picture, tmp_path)
    assert any(part.box.touches(name) for part in document.unread)


def opened(picture: Image.Image, folder: Path) -> Document:
    picture.save(folder / "pindaian.png", dpi=(DPI, DPI))
    return open_document(folder / "pindaian.png")


def test_small_print_on_grey_paper_is_read() -> None:
    picture = set_in_type("Lanjutan: #text(5pt)[Dewi Anggraini] dan ibunya pulang")
    grey = Image.blend(picture, Image.new("L", picture.size, 90), 0.4)
    assert {"Dewi", "Anggraini"} <= set(said(read(grey)))
