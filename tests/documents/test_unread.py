"""What nobody could read is said; what says nothing is let go. All persons are invented."""

import json
import shutil
from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw, ImageFilter

from terbuka.documents import Box, Document, PageSource, scans
from terbuka.documents.lines import LooseWord
from terbuka.documents.ocr import Reading
from terbuka.documents.pdf import read as pdf_reading
from terbuka.documents.unread import InkMap
from tests.documents.conftest import Opened
from tests.documents.samples.images import emblem, page_image, photograph, png, scribble
from tests.documents.samples.pdf import Sheet, image_sheet, pdf, text_line, text_sheet

SIZE = (595.0, 842.0)
DPI = 200
LINES = [
    "Laporan kegiatan bulan Maret di wilayah hukum Polsek",
    "Pelapor Siti Aminah bertempat tinggal di Martapura",
    "Kegiatan berjalan aman dan tertib sampai selesai",
]


def blank() -> Image.Image:
    return page_image([], dpi=DPI)


def pasted(thing: Image.Image, x: float, y: float) -> Image.Image:
    """A white page with a picture at ``x``, ``y`` (points)."""
    page = blank()
    page.paste(thing, (round(x * DPI / 72), round(y * DPI / 72)))
    return page


def drawn(draw: Callable[[ImageDraw.ImageDraw], None]) -> Image.Image:
    page = blank()
    draw(ImageDraw.Draw(page))
    return page


def unread(page: Image.Image, *read: Box, over: tuple[Box, ...] = ()) -> list[Box]:
    return InkMap(page, SIZE).unread(read, over=over)


def covers(boxes: list[Box], area: Box) -> bool:
    return any(
        box.x0 <= area.x0 and box.y0 <= area.y0 and box.x1 >= area.x1 and box.y1 >= area.y1 for box in boxes
    )


class TestInk:
    def test_handwriting_is_covered_whole(self) -> None:
        page = blank()
        scribble(page, (100, 300, 250, 330), DPI)
        (box,) = unread(page)
        assert covers([box], Box(102, 303, 248, 327))
        assert box.width < 200 and box.height < 70

    def test_word_that_was_read_is_let_go(self) -> None:
        page = page_image(["Pelapor Siti Aminah"], dpi=DPI)
        assert unread(page)
        assert unread(page, Box(55, 55, 180, 75)) == []

    def test_photograph_is_covered(self) -> None:
        page = pasted(photograph(236, 314), 400, 500)
        assert covers(unread(page), Box(402, 502, 483, 611))

    def test_photograph_at_the_head_is_no_emblem(self) -> None:
        assert covers(unread(pasted(photograph(236, 314), 60, 40)), Box(62, 42, 143, 150))

    @pytest.mark.parametrize(("y", "said"), [(40, False), (500, True)])
    def test_emblem_is_let_go_only_at_the_head(self, y: float, said: bool) -> None:
        assert bool(unread(pasted(emblem(200), 250, y))) is said

    def test_emblem_of_one_tone_is_let_go(self) -> None:
        shield = Image.linear_gradient("L").resize((220, 220))
        round_one = Image.new("L", (220, 220), 255)
        round_one.paste(
            shield, mask=Image.radial_gradient("L").resize((220, 220)).point(lambda v: 255 * (v < 120))
        )
        assert unread(pasted(round_one.convert("RGB"), 250, 40)) == []
        assert unread(pasted(round_one.convert("RGB"), 250, 500))

    @pytest.mark.parametrize(
        "draw",
        [
            lambda d: (
                [d.line((150, y, 1500, y), fill="black", width=3) for y in range(200, 2200, 50)]
                + [d.line((x, 200, x, 2150), fill="black", width=3) for x in (150, 400, 900, 1500)]
            ),
            lambda d: d.rectangle((100, 400, 1500, 900), fill=(120, 140, 170)),
            lambda d: d.rectangle((100, 400, 1500, 900), fill="black"),
            lambda d: [d.ellipse((40, y, 90, y + 50), fill=(40, 40, 40)) for y in (700, 1600)],
            lambda d: [d.line((x, 0, x, 2400), fill=(90 + 4 * x,) * 3) for x in range(40)],
            lambda d: [d.point((x * 37 % 1600, x * 91 % 2300), fill="black") for x in range(300)],
        ],
        ids=["ruled table", "flat area", "black area", "holes of a folder", "shadow of the glass", "dust"],
    )
    def test_what_says_nothing_is_let_go(self, draw: Callable[[ImageDraw.ImageDraw], None]) -> None:
        page = drawn(draw)
        assert unread(page) == []
        assert InkMap(page, SIZE).is_blank

    def test_shaded_paper_under_words_is_no_photograph(self) -> None:
        shade = Image.linear_gradient("L").resize((1400, 900)).point(lambda level: 100 + level // 3)
        page = pasted(shade.convert("RGB"), 40, 300)
        words = tuple(Box(60, y, 520, y + 12) for y in range(310, 600, 40))
        assert unread(page)
        assert unread(page, *words) == []
        assert unread(page, over=words) == []

    def test_pale_pencil_is_not_blank(self) -> None:
        page = blank()
        scribble(page, (60, 100, 400, 130), DPI)
        assert not InkMap(Image.blend(page, blank(), 0.7), SIZE).is_blank

    def test_page_full_of_scraps_is_unread_as_a_whole(self) -> None:
        page = blank()
        for row in range(5):
            for column in range(3):
                left, top = 50 + 180 * column, 250 + 110 * row
                scribble(page, (left, top, left + 80, top + 20), DPI)
        assert unread(page) == [Box(0, 0, *SIZE)]

    def test_scraps_that_touch_are_one(self) -> None:
        page = pasted(photograph(236, 314), 400, 500)
        scribble(page, (380, 560, 500, 590), DPI)
        assert len(unread(page)) == 1

    def test_large_page_drawn_coarsely_is_looked_at_too(self) -> None:
        page = Image.new("RGB", (400, 400), "white")
        scribble(page, (100, 100, 200, 130), 72)
        assert InkMap(page, (14000.0, 14000.0)).unread(())


def reading(*words: tuple[str, float]) -> Reading:
    loose = tuple(LooseWord(text, Box(60, 60, 200, 75), confidence=sure) for text, sure in words)
    return Reading(loose, sum(sure for _, sure in words) / len(words) if words else 0.0)


class TestPageReadWhole:
    def said(self, page: Image.Image, read: Reading) -> list[tuple[str, Box]]:
        return [(part.message, part.box) for part in scans.unread_of_page(1, SIZE, read, InkMap(page, SIZE))]

    def test_without_a_word_is_unread_as_a_whole(self) -> None:
        page = blank()
        scribble(page, (100, 300, 250, 330), DPI)
        assert self.said(page, reading()) == [(scans.NOTHING_READ, Box(0, 0, *SIZE))]

    def test_without_anything_is_blank(self) -> None:
        assert self.said(blank(), reading()) == []

    def test_read_with_doubt_is_unread_as_a_whole(self) -> None:
        page = page_image(LINES, dpi=DPI)
        assert self.said(page, reading(("Pe1ap0r", 70.0))) == [(scans.DOUBTFULLY_READ, Box(0, 0, *SIZE))]
        assert [
            notice.message for notice in scans.about_page(1, reading(("x", 70.0)), InkMap(page, SIZE))
        ] == [scans.HARD_TO_READ]

    def test_read_surely_has_only_parts(self) -> None:
        page = page_image(["Pelapor Siti Aminah"], dpi=DPI)
        scribble(page, (100, 300, 250, 330), DPI)
        ((message, box),) = self.said(page, reading(("Pelapor", 95.0)))
        assert message == scans.PART_UNREAD and box.y0 > 280

    def test_word_read_without_certainty_accounts_for_nothing(self) -> None:
        assert reading(("sms", 30.0)).sure == []
        assert len(reading(("Siti", 95.0)).sure) == 1

    def test_letter_number_accounts_for_its_ink_however_unsure(self) -> None:
        assert len(reading(("LP/B/118/1II1/2022/SPKT", 20.0)).sure) == 1
        assert reading(("Siti/Aminah", 20.0)).sure == []


@pytest.mark.ocr
def test_signature_and_photograph_on_a_scan_are_said(opened: Opened) -> None:
    page = page_image(LINES, dpi=DPI)
    scribble(page, (350, 600, 480, 650), DPI)
    page.paste(photograph(236, 314), (150, 1500))
    document = opened(png(page, dpi=(DPI, DPI)))
    assert document.text.count("\n") == 2
    boxes = [part.box for part in document.unread]
    assert len(boxes) == 2
    assert covers(boxes, Box(355, 605, 475, 645)) and covers(boxes, Box(56, 542, 137, 651))


@pytest.mark.ocr
def test_clean_scan_has_nothing_unread(opened: Opened) -> None:
    page = page_image(LINES, dpi=DPI)
    page.paste(emblem(200), (1300, 60))
    document = opened(pdf(image_sheet(page), Sheet()))
    assert document.unread == () and document.notices == ()


@pytest.mark.ocr
def test_picture_beside_text_is_said_with_its_place(opened: Opened) -> None:
    picture = Image.new("RGB", (400, 200), "white")
    scribble(picture, (20, 20, 120, 60), DPI)
    sheet = text_sheet(LINES)
    sheet.content += b"q 144 0 0 72 300 200 cm /I Do Q\n"
    sheet.images["I"] = picture
    document = opened(pdf(sheet))
    (part,) = document.unread
    assert part.page == 1 and covers([part.box], Box(323, 592, 417, 628))
    assert document.pages[0].source is PageSource.TEXT


@pytest.mark.ocr
def test_picture_with_writing_that_was_read_is_not_said(opened: Opened) -> None:
    sheet = text_sheet(LINES)
    sheet.content += b"q 288 0 0 72 72 200 cm /I Do Q\n"
    sheet.images["I"] = page_image(["Saksi Rahmadi Noor"], size=(4, 1), left=0.2)
    document = opened(pdf(sheet))
    assert "Rahmadi" in document.text
    assert document.unread == () and document.pages[0].source is PageSource.MIXED


@pytest.mark.ocr
def test_pale_handwriting_alone_on_a_page_is_said(opened: Opened) -> None:
    page = blank()
    scribble(page, (60, 100, 400, 130), DPI)
    document = opened(png(Image.blend(page, blank(), 0.85), dpi=(DPI, DPI)))
    assert [part.message for part in document.unread] == [scans.NOTHING_READ]


@pytest.mark.ocr
def test_blurred_scan_is_unread_as_a_whole(opened: Opened) -> None:
    page = page_image(LINES * 3, dpi=100).filter(ImageFilter.GaussianBlur(3.5))
    document = opened(png(page, dpi=(100, 100)))
    assert [(part.box.width, part.box.height) for part in document.unread] == [
        (document.pages[0].width, document.pages[0].height)
    ]


def test_pictures_without_a_reader_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    real = shutil.which
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "tesseract" else real(name))
    sheet = text_sheet(LINES)
    sheet.content += b"q 144 0 0 144 300 200 cm /I Do Q\n"
    sheet.images["I"] = photograph(300, 300)
    document = pdf_reading.read(pdf(sheet), "", lambda done, total: None)
    (part,) = document.unread
    assert part.message == pdf_reading.NO_READER
    assert part.page in {notice.page for notice in document.notices}


@pytest.mark.ocr
def test_lying_text_layer_over_a_scribble_is_said(opened: Opened) -> None:
    page = blank()
    scribble(page, (100, 300, 350, 340), DPI)
    over = b"".join(text_line(line, 72, 500 - 20 * at, state="3 Tr") for at, line in enumerate(LINES))
    document = opened(pdf(image_sheet(page, over=over)))
    assert [part.message for part in document.unread] == [scans.NOTHING_READ]
    assert "hidden-text" in {part.kind for part in document.hidden}


def test_unread_parts_survive_json() -> None:
    page = page_image(LINES, dpi=60)
    document = Document(
        "pdf", "0" * 64, 1, "", (), (), (), tuple(scans.unread_parts(2, InkMap(page, SIZE).unread(())))
    )
    assert document.unread
    assert Document.from_json(json.loads(json.dumps(document.to_json()))) == document
