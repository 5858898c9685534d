"""QR and bar codes on pages: found, read, and covered so that they say nothing any more."""

import pytest
import zxingcpp
from PIL import Image, ImageDraw, ImageOps

from terbuka.documents import Box, Document, Unread, codes
from terbuka.documents.codes import Code, codes_in
from terbuka.documents.scans import CODE, DOUBTFULLY_READ, PART_UNREAD, with_codes
from tests.documents.conftest import Opened
from tests.documents.samples.codes import BARS, QR, code_image
from tests.documents.samples.images import jpeg, page_image, png
from tests.documents.samples.pdf import image_sheet, pdf, text_sheet

SAYS, NUMBER = "Dewi Anggraini 6371010203850004", "6371010203850004"
DPI = 200
LINES = ["Laporan kegiatan bulan Maret", "Kegiatan berjalan aman dan tertib"]


def page_with(*placed: tuple[Image.Image, tuple[int, int]], lines: list[str] = LINES) -> Image.Image:
    page = page_image(lines, dpi=DPI)
    for code, at in placed:
        page.paste(code, at)
    return page


def covered(page: Image.Image, found: list[Code]) -> Image.Image:
    drawn = ImageDraw.Draw(page)
    for code in found:
        drawn.rectangle([side * DPI / 72 for side in code.box], fill="black")
    return page


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("kind", [QR, BARS], ids=str)
def test_code_is_read_and_its_box_covers_it(kind: zxingcpp.BarcodeFormat, turn: int) -> None:
    code = code_image(SAYS, kind, scale=3, height=0 if kind == QR else 240).rotate(turn, expand=True)
    page = page_with((code, (300, 700)))
    (found,) = codes_in(page, DPI)
    assert found.text == SAYS
    assert found.box.x0 > 80 and found.box.y1 < 800
    assert zxingcpp.read_barcodes(covered(page, [found])) == []


def test_tall_bar_code_with_something_across_it_is_covered_above_and_below() -> None:
    code = code_image(NUMBER, BARS, scale=3, height=600)
    ImageDraw.Draw(code).rectangle((0, 290, code.width, 310), fill="white")
    page = page_with((code, (300, 700)))
    found = codes_in(page, DPI)
    assert {code.text for code in found} == {NUMBER}
    assert zxingcpp.read_barcodes(covered(page, found)) == []


@pytest.mark.parametrize("kind", [QR, BARS], ids=str)
def test_inverted_code_at_the_edge_is_read(kind: zxingcpp.BarcodeFormat) -> None:
    code = code_image(SAYS, kind, scale=4, height=200)
    page = page_with((ImageOps.invert(code), (-10, -10)), lines=[])
    (found,) = codes_in(page, DPI)
    assert found.text == SAYS and found.box.x0 < 6 and found.box.y0 == 0


def test_code_that_grey_does_not_show_is_read_in_its_channel() -> None:
    code = code_image(SAYS).convert("L")
    # red and green that are one grey
    coloured = ImageOps.colorize(code, (180, 40, 60), (20, 121, 60))
    page = Image.new("RGB", (800, 800), (20, 121, 60))
    page.paste(coloured, (200, 200))
    assert codes_in(page, DPI) == []
    (found,) = codes_in(page, DPI, ["R"])
    assert found.text == SAYS


def test_codes_that_say_different_things_are_several() -> None:
    page = page_with((code_image("satu"), (200, 700)), (code_image("dua"), (900, 700)))
    assert {code.text for code in codes_in(page, DPI)} == {"satu", "dua"}


def test_text_tables_and_photographs_are_no_codes() -> None:
    page = page_image(["1 | 2 | 3 || |||| 6371010203850004"] * 30, dpi=DPI)
    drawn = ImageDraw.Draw(page)
    for x in range(150, 1500, 23):
        drawn.line((x, 100, x, 1500), fill="black", width=2)
    assert codes_in(page, DPI) == []


def test_page_with_codes_without_end_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codes, "ROUNDS", 1)
    found = codes_in(page_with((code_image(SAYS), (300, 700))), DPI)
    whole = next(code.box for code in found if not code.text)
    assert (whole.x0, whole.y0) == (0, 0) and whole.x1 == pytest.approx(595.4, abs=1)


class TestWithCodes:
    """A code and what nobody could read around it."""

    CODE_BOX = Box(100, 100, 160, 160)

    def parts(self, *parts: Unread) -> list[Unread]:
        return with_codes(1, parts, [Code(self.CODE_BOX, SAYS)])

    def test_strokes_of_a_code_are_the_code(self) -> None:
        strokes = Unread(1, Box(98, 110, 170, 150), PART_UNREAD, {})
        elsewhere = Unread(1, Box(300, 300, 400, 350), PART_UNREAD, {})
        assert self.parts(elsewhere, strokes) == [
            Unread(1, Box(98, 100, 170, 160), CODE, {}, SAYS),
            elsewhere,
        ]

    def test_page_that_was_not_read_stays_so(self) -> None:
        whole = Unread(1, Box(0, 0, 595, 842), DOUBTFULLY_READ, {})
        assert self.parts(whole) == [Unread(1, whole.box, DOUBTFULLY_READ, {}, SAYS)]

    def test_code_that_was_found_twice_is_one(self) -> None:
        twice = [Code(self.CODE_BOX, SAYS), Code(Box(100, 140, 160, 200), SAYS)]
        assert with_codes(1, [], twice) == [Unread(1, Box(100, 100, 160, 200), CODE, {}, SAYS)]

    def test_two_codes_side_by_side_are_one_part(self) -> None:
        both = with_codes(1, [], [Code(self.CODE_BOX, "satu"), Code(Box(150, 100, 220, 160), "dua")])
        assert both == [Unread(1, Box(100, 100, 220, 160), CODE, {}, "satu\ndua")]


def unread_codes(document: Document) -> list[tuple[int, str, str]]:
    return [(part.page, part.message, part.text) for part in document.unread if part.text]


@pytest.mark.ocr
@pytest.mark.parametrize("kind", ["picture", "photograph", "scan", "beside text"])
def test_document_tells_its_codes(opened: Opened, kind: str) -> None:
    page = page_with((code_image(SAYS), (700, 900)))
    small = code_image(SAYS)
    beside = text_sheet(LINES)
    beside.images["I"] = small
    beside.content += b"q 100 0 0 100 300 300 cm /I Do Q\n"
    data = {
        "picture": lambda: png(page, dpi=(DPI, DPI)),
        "photograph": lambda: jpeg(page, dpi=(DPI, DPI)),
        "scan": lambda: pdf(image_sheet(page)),
        "beside text": lambda: pdf(beside, beside),
    }[kind]()
    document = opened(data)
    pages = [1, 2] if kind == "beside text" else [1]
    assert unread_codes(document) == [(number, CODE, SAYS) for number in pages]
    box = next(part.box for part in document.unread if part.text)
    if kind == "beside text":
        assert box.x0 <= 310 and box.x1 >= 390 and box.y0 <= 452 and box.y1 >= 532
    assert "Laporan kegiatan" in document.text and SAYS not in document.text
    assert Document.from_json(document.to_json()) == document
