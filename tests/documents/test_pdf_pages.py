"""One geometry for words and pictures, whatever the page's boxes, rotation and unit."""

import io
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array

from terbuka.documents import Box
from terbuka.documents.pdf import Pdf, open_pdf, page_picture
from terbuka.documents.pdf.pages import MOST_PIXELS
from terbuka.documents.pdf.read import read
from terbuka.errors import LimitExceeded, UnreadableFile
from tests.documents.samples.pdf import (
    Made,
    Sheet,
    annotations,
    free_text,
    make_form,
    pdf,
    text_field,
    text_line,
)

BAR = b"0 0 1 rg 100 200 50 20 re f\n"
"""A blue bar of 50 by 20 points, lower left corner at (100, 200)."""
BLUE = (0, 0, 255)


def bar_box(data: bytes, dpi: float = 72) -> tuple[Box, tuple[int, int]]:
    """Where the bar stands in the picture, in points, and the picture's size in pixels."""
    picture = page_picture(Pdf(data), 1, dpi)
    mask = picture.split()[0].point(lambda level: 255 if level < 128 else 0)
    found = mask.getbbox()
    assert found is not None
    assert picture.getpixel(((found[0] + found[2]) // 2, (found[1] + found[3]) // 2)) == BLUE
    return Box(*(side * 72 / dpi for side in found)), picture.size


@pytest.mark.parametrize(
    ("keys", "size", "expected"),
    [
        ({}, (400, 300), Box(100, 80, 150, 100)),
        ({"Rotate": 90}, (300, 400), Box(200, 100, 220, 150)),
        ({"Rotate": 180}, (400, 300), Box(250, 200, 300, 220)),
        ({"Rotate": 270}, (300, 400), Box(80, 250, 100, 300)),
        ({"CropBox": [50, 150, 350, 280]}, (300, 130), Box(50, 60, 100, 80)),
        ({"CropBox": [50, 150, 350, 280], "Rotate": 90}, (130, 300), Box(50, 50, 70, 100)),
        ({"MediaBox": [-50, -50, 350, 250]}, (400, 300), Box(150, 30, 200, 50)),
        ({"UserUnit": 2}, (800, 600), Box(200, 160, 300, 200)),
    ],
)
def test_boxes_of_words_and_pixels_of_the_picture_agree(
    keys: dict[str, object], size: tuple[int, int], expected: Box
) -> None:
    def maker(value: object) -> Made:
        return lambda _: Array(value) if isinstance(value, list) else value

    made = {key: maker(value) for key, value in keys.items()}
    data = pdf(Sheet(BAR, (400, 300), keys=made))
    found, pixels = bar_box(data)
    assert pixels == size
    assert all(abs(one - other) <= 1 for one, other in zip(found, expected, strict=True))
    words = pdf(Sheet(text_line("MMMM", 100, 200, 20), (400, 300), keys=made))
    page = read(words, "", lambda done, total: None).pages[0]
    assert [page.width, page.height] == [*size]
    box = page.words[0].box
    assert box is not None
    unit = 2 if "UserUnit" in keys else 1
    # four letters of 20 points from the bar's corner on: the bar lies inside their box
    assert box.touches(expected)
    assert max(box.width, box.height) == pytest.approx(4 * 0.833 * 20 * unit, abs=2 * unit)


def test_resolution_is_what_was_asked_for() -> None:
    _, pixels = bar_box(pdf(Sheet(BAR, (400, 300))), dpi=144)
    assert pixels == (800, 600)


def test_page_of_five_metres_is_drawn_within_the_limit() -> None:
    picture = page_picture(Pdf(pdf(Sheet(BAR, (14_173, 14_173)))), 1, 300)
    assert picture.width * picture.height <= MOST_PIXELS * 1.01


def test_units_in_compressed_objects_are_found() -> None:
    sheet = Sheet(BAR, (100, 100), keys={"UserUnit": lambda _: 3})
    data = pdf(sheet, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert b"UserUnit" not in data
    with Pdf(data).page(1) as page:
        assert page.size == (300, 300)


def test_senseless_unit_is_one() -> None:
    with Pdf(pdf(Sheet(BAR, (100, 100), keys={"UserUnit": lambda _: -4}))).page(1) as page:
        assert page.size == (100, 100)


def test_annotations_and_fields_are_part_of_the_page() -> None:
    data = pdf(
        Sheet(keys={"Annots": annotations(free_text("M", 72, 600), text_field("nama", "M", 72, 500))}),
        finish=make_form,
    )
    opened = Pdf(data)
    first = page_picture(opened, 1, 72)
    assert first.convert("L").point(lambda level: 255 - level).getbbox() is not None
    assert first.tobytes() == page_picture(opened, 1, 72).tobytes()


def test_file_is_opened_by_path(tmp_path: Path) -> None:
    path = tmp_path / "berkas"
    path.write_bytes(pdf(Sheet(BAR), Sheet(BAR)))
    assert len(open_pdf(path)) == 2


def encrypted(user: str, owner: str) -> bytes:
    with pikepdf.open(io.BytesIO(pdf(Sheet(BAR)))) as document:
        buffer = io.BytesIO()
        document.save(buffer, encryption=pikepdf.Encryption(user=user, owner=owner))
        return buffer.getvalue()


def test_locked_file_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="kata sandi"):
        Pdf(encrypted("rahasia", "pemilik"))


def test_file_that_only_restricts_printing_opens() -> None:
    assert len(Pdf(encrypted("", "pemilik"))) == 1


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", pdf(Sheet(BAR))[:60], pdf()], ids=["header", "cut", "no pages"]
)
def test_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="rusak"):
        Pdf(data)


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("terbuka.documents.pdf.pages.MOST_PAGES", 2)
    with pytest.raises(LimitExceeded, match="3 halaman"):
        Pdf(pdf(Sheet(BAR), Sheet(BAR), Sheet(BAR)))


def test_page_without_area_is_refused() -> None:
    data = pdf(
        Sheet(
            BAR,
            keys={
                "MediaBox": lambda _: Array([0, 0, 100, 100]),
                "CropBox": lambda _: Array([500, 500, 600, 600]),
            },
        )
    )
    with pytest.raises(UnreadableFile, match="Halaman 1 rusak"), Pdf(data).page(1):
        pass


def test_damaged_page_is_told_by_its_number() -> None:
    def break_second(document: pikepdf.Pdf) -> None:
        document.Root.Pages.Kids[1] = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Font))

    opened = Pdf(pdf(Sheet(BAR), Sheet(BAR), finish=break_second))
    with pytest.raises(UnreadableFile, match="Halaman 2 rusak"):
        page_picture(opened, 2, 72)
