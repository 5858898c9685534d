"""Pictures of pages for the studio."""

import io
from pathlib import Path

import pytest
from PIL import Image

from terbuka.documents.pictures import WIDEST, page_picture_png
from terbuka.errors import UnreadableFile
from tests.documents.samples import docx, image_sheet, page_image, paragraph, pdf, png, text_sheet, tiff


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "berkas"


def drawn(path: Path, number: int, width: int) -> Image.Image:
    return Image.open(io.BytesIO(page_picture_png(path, number, width)))


def test_page_of_a_pdf_is_drawn_as_wide_as_asked(file: Path) -> None:
    file.write_bytes(pdf(text_sheet(["satu"]), image_sheet(Image.new("RGB", (9, 9), "red"), size=(200, 100))))
    assert drawn(file, 1, 595).size == (595, 842)
    second = drawn(file, 2, 500)
    assert second.size == (500, 250)
    assert second.convert("RGB").getpixel((250, 125)) == (255, 0, 0)


def test_frame_of_a_picture_is_drawn_as_wide_as_asked(file: Path) -> None:
    file.write_bytes(tiff(page_image([], dpi=30), Image.new("RGB", (300, 100), "blue")))
    picture = drawn(file, 2, 150)
    assert picture.size == (150, 50)
    assert picture.convert("RGB").getpixel((75, 25)) == (0, 0, 255)


def test_frame_of_the_right_width_is_left_as_it_is(file: Path) -> None:
    file.write_bytes(png(Image.new("RGB", (120, 90), "green")))
    assert drawn(file, 1, 120).size == (120, 90)


def test_width_is_bounded(file: Path) -> None:
    file.write_bytes(pdf(text_sheet(["satu"], size=(200, 20))))
    assert drawn(file, 1, 1_000_000).width == WIDEST
    assert drawn(file, 1, -5).width == 1


@pytest.mark.parametrize("number", [0, -1, 2])
@pytest.mark.parametrize("data", [pdf(text_sheet(["satu"])), png(page_image([], dpi=20))], ids=["pdf", "png"])
def test_page_that_does_not_exist_is_refused(file: Path, data: bytes, number: int) -> None:
    file.write_bytes(data)
    with pytest.raises(UnreadableFile, match="tidak ada dalam dokumen"):
        page_picture_png(file, number, 100)


def test_format_without_pages_is_refused(file: Path) -> None:
    file.write_bytes(docx(paragraph("Surat")))
    with pytest.raises(UnreadableFile, match="tidak memiliki gambar"):
        page_picture_png(file, 1, 100)
