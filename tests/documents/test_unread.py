"""What nobody could read is said; what says nothing is let go. All persons are invented."""

import io
import json
import math
import random
import shutil
from collections.abc import Callable

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from terbuka.documents import Box, Document, PageSource, scans
from terbuka.documents.lines import LooseWord
from terbuka.documents.ocr import Reading
from terbuka.documents.pdf import read as pdf_reading
from terbuka.documents.unread import InkMap
from tests.documents.conftest import Opened
from tests.documents.samples.block_letters import bars
from tests.documents.samples.images import emblem, jpeg, page_image, photograph, png, scribble
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


def scanned(page: Image.Image, quality: int, grain: int) -> Image.Image:
    """The page as a JPEG, with the grain of paper."""
    if grain:
        noise = Image.effect_noise(page.size, grain).convert("RGB")
        page = ImageChops.add(page.point(lambda level: level * 0.94), noise, 1, -128)
    return Image.open(io.BytesIO(jpeg(page, quality=quality))).convert("RGB")


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

    @pytest.mark.parametrize("y", [40, 500], ids=["head", "middle"])
    def test_emblem_is_said_wherever_it_stands(self, y: float) -> None:
        """No measure tells it from a name in a circle, and one look of a person does."""
        assert covers(unread(pasted(emblem(200), 250, y)), Box(260, y + 12, 310, y + 55))

    @pytest.mark.parametrize("frame", ["none", "box", "ring", "disc"])
    def test_name_in_a_frame_at_the_head_is_no_emblem(self, frame: str) -> None:
        def seal(draw: ImageDraw.ImageDraw) -> None:
            around, inside = (700, 100, 940, 340), "white" if frame == "disc" else "black"
            if frame == "box":
                draw.rectangle(around, outline="black", width=5)
            elif frame != "none":
                draw.ellipse(around, outline="black", width=5, fill="black" if frame == "disc" else None)
            for line, y in (("SITI", 180), ("AMINAH", 260)):
                draw.text((820, y), line, fill=inside, font=ImageFont.load_default(46), anchor="mm")

        assert covers(unread(drawn(seal)), Box(270, 62, 320, 98))

    @pytest.mark.parametrize("text", ["Adi", "A.S.", "An", "51", "8", "P"])
    def test_short_writing_is_said(self, text: str) -> None:
        page = drawn(lambda d: d.text((600, 1500), text, fill=(20, 30, 90), font=ImageFont.load_default(30)))
        assert len(unread(page)) == 1

    @pytest.mark.parametrize("text", ["Adi", "P"])
    def test_short_writing_that_grey_hardly_shows_is_said(self, text: str) -> None:
        page = drawn(lambda d: d.text((600, 1500), text, fill=(255, 255, 0), font=ImageFont.load_default(30)))
        assert len(unread(page)) == 1

    @pytest.mark.parametrize("size", [(14, 9), (20, 10), (30, 12)])
    def test_short_handwriting_is_said(self, size: tuple[int, int]) -> None:
        page = blank()
        scribble(page, (100, 300, 100 + size[0], 300 + size[1]), DPI)
        assert covers(unread(page), Box(102, 302, 98 + size[0], 298 + size[1]))

    @pytest.mark.parametrize(
        ("ink", "ground"),
        [
            ((255, 255, 0), "white"),
            ((255, 0, 0), (0, 130, 0)),
            ((0, 0, 255), "black"),
            ((0, 0, 160), (90, 0, 0)),
            ("white", "black"),
            ((225, 225, 225), "white"),
            ((255, 255, 220), "white"),
        ],
        ids=["yellow", "red on green", "blue on black", "blue on red", "inverted", "faint", "faint yellow"],
    )
    def test_writing_is_said_in_every_colour(
        self, ink: str | tuple[int, int, int], ground: str | tuple[int, int, int]
    ) -> None:
        def write(draw: ImageDraw.ImageDraw) -> None:
            draw.rectangle((550, 1400, 1500, 1700), fill=ground)
            draw.text((600, 1500), "Pelapor Siti Aminah", fill=ink, font=ImageFont.load_default(36))

        page = drawn(write)
        assert covers(unread(page), Box(220, 545, 320, 552)) and not InkMap(page, SIZE).is_blank

    def test_channel_is_named_only_where_it_shows_more_than_grey(self) -> None:
        def page(ink: tuple[int, int, int]) -> Image.Image:
            return drawn(
                lambda d: d.text((600, 1500), "Siti Aminah", fill=ink, font=ImageFont.load_default(36))
            )

        assert InkMap(page((255, 255, 0)), SIZE).further == ("B",)
        assert InkMap(page((20, 30, 90)), SIZE).further == ()
        assert InkMap(page((200, 40, 40)), SIZE).further == ()
        assert InkMap(page((0, 0, 0)), SIZE).further == ()

    @pytest.mark.parametrize("quality", [30, 50, 75, 90])
    @pytest.mark.parametrize("grain", [0, 6])
    def test_faint_writing_in_a_scan_is_said_and_the_noise_is_not(self, quality: int, grain: int) -> None:
        page = page_image(LINES, dpi=DPI)
        read = tuple(Box(55, 55 + 19.2 * line, 400, 75 + 19.2 * line) for line in range(3))
        assert unread(scanned(page, quality, grain), *read) == []
        ImageDraw.Draw(page).text(
            (600, 1500), "Siti Aminah", fill=(225, 225, 225), font=ImageFont.load_default(36)
        )
        (box,) = unread(scanned(page, quality, grain), *read)
        assert covers([box], Box(220, 545, 275, 552)) and box.width < 150

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
            lambda d: d.line((60, 130, 130, 70), fill=(60, 60, 60), width=5),
            lambda d: [
                d.rectangle((200, y, 230, y + 30), outline="black", width=3) for y in range(300, 900, 70)
            ],
            lambda d: [
                d.rectangle((x, 500, x + 45, 545), outline="black", width=3) for x in range(200, 900, 45)
            ],
            lambda d: [
                d.text((200, y), text, fill="black", font=ImageFont.load_default(30))
                for y, text in ((500, "- - - - -"), (700, ".............."), (900, ":"), (1100, "______"))
            ],
            lambda d: d.polygon([(200, 700), (270, 735), (200, 770)], fill="black"),
            lambda d: [d.line((x, 0, x, 2400), fill=(90 + 4 * x,) * 3) for x in range(40)],
            lambda d: [d.point((x * 37 % 1600, x * 91 % 2300), fill="black") for x in range(300)],
        ],
        ids=[
            "ruled table",
            "flat area",
            "black area",
            "holes of a folder",
            "staple",
            "tick boxes",
            "letter boxes",
            "dashes and leaders",
            "arrowhead",
            "shadow of the glass",
            "dust",
        ],
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
        for row in range(8):
            for column in range(4):
                left, top = 50 + 130 * column, 150 + 80 * row
                scribble(page, (left, top, left + 60, top + 20), DPI)
        assert unread(page) == [Box(0, 0, *SIZE)]

    def test_scraps_that_touch_are_one(self) -> None:
        page = pasted(photograph(236, 314), 400, 500)
        scribble(page, (380, 560, 500, 590), DPI)
        assert len(unread(page)) == 1

    def test_large_page_drawn_coarsely_is_looked_at_too(self) -> None:
        page = Image.new("RGB", (400, 400), "white")
        scribble(page, (100, 100, 200, 130), 72)
        assert InkMap(page, (14000.0, 14000.0)).unread(())


class TestDrawnPage:
    """A page of a PDF without pictures: no noise, and every line where it was drawn."""

    def unread(
        self, draw: Callable[[ImageDraw.ImageDraw], None], *read: Box, scan: bool = False
    ) -> list[Box]:
        return InkMap(drawn(draw), SIZE, None if scan else []).unread(read)

    def name(self, draw: ImageDraw.ImageDraw) -> None:
        for x0, y0, x1, y1 in bars("SITI LATIFAH", 200, 800, 61, 133, 40):
            draw.rectangle((x0, y0, x1 + 4, y1 + 4), fill="black")

    def test_letters_made_of_lines_are_said(self) -> None:
        assert covers(self.unread(self.name), Box(73, 289, 480, 335))

    def test_letters_made_of_lines_that_were_read_are_let_go(self) -> None:
        assert self.unread(self.name, Box(70, 285, 510, 340)) == []

    def test_letters_beside_those_that_were_read_are_said(self) -> None:
        (box,) = self.unread(self.name, Box(70, 285, 290, 340))
        assert box.x0 > 180 and covers([box], Box(310, 289, 490, 335))

    def test_table_is_let_go(self) -> None:
        def table(draw: ImageDraw.ImageDraw) -> None:
            for y in range(800, 1600, 55):
                draw.line((150, y, 1500, y), fill="black", width=2)
            for x in (150, 400, 900, 1500):
                draw.line((x, 800, x, 1570), fill="black", width=2)

        assert self.unread(table) == []

    def hatch(self, draw: ImageDraw.ImageDraw) -> None:
        for x in range(-1400, 1700, 16):
            draw.line((x, 2400, x + 1400, 1000), fill=(180, 180, 180), width=2)

    def test_hatch_is_let_go(self) -> None:
        assert self.unread(self.hatch) == []

    @pytest.mark.parametrize("y", [900, 985, 1600], ids=["beside", "at its edge", "within"])
    def test_writing_by_a_hatch_is_said(self, y: int) -> None:
        def write(draw: ImageDraw.ImageDraw) -> None:
            self.hatch(draw)
            draw.text((600, y), "Siti Aminah", fill=(110, 110, 110), font=ImageFont.load_default(30))

        assert covers(self.unread(write), Box(220, y * 0.36 + 6, 270, y * 0.36 + 9))

    def test_table_of_white_lines_on_grey_is_let_go(self) -> None:
        def table(draw: ImageDraw.ImageDraw) -> None:
            draw.rectangle((150, 800, 1500, 1500), fill=(150, 150, 150))
            for y in range(855, 1500, 55):
                draw.line((150, y, 1500, y), fill="white", width=6)
            for x in (400, 900):
                draw.line((x, 800, x, 1500), fill="white", width=6)

        assert self.unread(table) == []

    def test_white_writing_on_grey_is_said(self) -> None:
        def write(draw: ImageDraw.ImageDraw) -> None:
            draw.rectangle((150, 800, 1500, 1500), fill=(150, 150, 150))
            draw.text((600, 1100), "Siti Aminah", fill="white", font=ImageFont.load_default(30))

        assert covers(self.unread(write), Box(220, 401, 270, 405))

    def test_lines_of_a_scan_are_not_held_for_letters(self) -> None:
        assert self.unread(self.name, scan=True) == []


def reading(*words: tuple[str, float]) -> Reading:
    loose = tuple(LooseWord(text, Box(60, 60, 200, 75), confidence=sure) for text, sure in words)
    return Reading(loose, sum(sure for _, sure in words) / len(words) if words else 0.0)


def test_words_that_go_on_in_what_is_unread_are_half_of_something() -> None:
    part, other = Box(100, 100, 120, 122), Box(400, 300, 520, 420)
    beside, next_one, far, above = (
        Box(x, y, x + 40, y + 10) for x, y in ((128, 106), (172, 106), (300, 106), (128, 70))
    )
    by_an_emblem = Box(530, 350, 570, 360)
    together = scans.with_halves([part, other], [beside, next_one, far, above, by_an_emblem])
    assert together == [Box(100, 100, 120, 122), Box(128, 106, 168, 116), Box(172, 106, 212, 116), other]


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
    document = opened(pdf(image_sheet(page_image(LINES, dpi=DPI)), Sheet()))
    assert document.unread == () and document.notices == ()


@pytest.mark.ocr
@pytest.mark.parametrize(
    ("ink", "ground"),
    [((255, 255, 0), "white"), ((255, 0, 0), (0, 130, 0)), ("white", "black")],
    ids=["yellow", "red on green", "inverted"],
)
@pytest.mark.parametrize("kind", ["png", "jpeg", "pdf", "pdf with text"])
def test_writing_that_grey_does_not_show_is_read(
    opened: Opened, kind: str, ink: str | tuple[int, int, int], ground: str | tuple[int, int, int]
) -> None:
    page = page_image(["Laporan kegiatan bulan Maret"], dpi=DPI)
    draw = ImageDraw.Draw(page)
    draw.rectangle((550, 1400, 1500, 1700), fill=ground)
    draw.text((600, 1500), "Pelapor Siti Aminah", fill=ink, font=ImageFont.load_default(40))
    over = text_line("Halaman pertama", 72, 400) if kind == "pdf with text" else b""
    files = {"png": lambda: png(page, dpi=(DPI, DPI)), "jpeg": lambda: jpeg(page, dpi=(DPI, DPI))}
    document = opened(files.get(kind, lambda: pdf(image_sheet(page, over=over)))())
    assert document.text.count("Pelapor Siti Aminah") == 1
    assert document.text.count("Laporan kegiatan bulan Maret") == 1
    (word,) = [w for w in document.pages[0].words if document.text[w.start : w.end] == "Siti"]
    assert word.box is not None and covers([word.box], Box(270, 546, 286, 553))


@pytest.mark.ocr
def test_faint_writing_on_a_scan_is_read_or_said(opened: Opened) -> None:
    page = page_image(LINES, dpi=DPI)
    font = ImageFont.load_default(36)
    ImageDraw.Draw(page).text((600, 1500), "Rahmadi Noor", fill=(225, 225, 225), font=font)
    document = opened(jpeg(page, dpi=(DPI, DPI)))
    assert "Rahmadi Noor" in document.text or covers(
        [part.box for part in document.unread], Box(220, 545, 280, 552)
    )


@pytest.mark.ocr
def test_faint_picture_beside_text_is_read_or_said(opened: Opened) -> None:
    picture = page_image([], size=(4, 1))
    ImageDraw.Draw(picture).text((60, 80), "Rahmadi Noor", fill=(230,) * 3, font=ImageFont.load_default(40))
    sheet = text_sheet(LINES)
    sheet.content += b"q 288 0 0 72 72 200 cm /I Do Q\n"
    sheet.images["I"] = picture
    document = opened(pdf(sheet))
    assert "Rahmadi Noor" in document.text or document.unread


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


def test_page_with_the_dust_of_a_scanner_has_no_unread_part() -> None:
    page = blank()
    places = random.Random(7)  # noqa: S311
    for _ in range(3000):
        page.putpixel((places.randrange(page.width), places.randrange(page.height)), (90, 90, 90))
    assert InkMap(page, SIZE).is_blank and unread(page) == []


def wave(draw: ImageDraw.ImageDraw) -> None:
    """A signature of loops with long steep strokes."""
    points = [(900 + 3 * n, 1300 + 90 * math.sin(n / 6) * (1 + 0.4 * math.sin(n / 9))) for n in range(110)]
    draw.line(points, fill="black", width=4)


@pytest.mark.parametrize("size", [1.0, 0.75])
def test_no_stroke_of_a_signature_shows_between_what_is_unread(size: float) -> None:
    page = drawn(wave)
    page = page.resize((round(page.width * size), round(page.height * size)), Image.Resampling.LANCZOS)
    (box,) = InkMap(page, SIZE).unread([])
    around = Box(
        *(side * SIZE[0] / page.width for side in ImageChops.invert(page.convert("L")).getbbox() or ())
    )
    assert box.joined(around) == box


def face(draw: ImageDraw.ImageDraw) -> None:
    """Three outlines of one drawn face, with flat skin between them."""
    for left, top in ((200, 200), (300, 200), (250, 290)):
        for step in range(0, 60, 12):
            outline = (left + step, top, left + 20 + step, top + 60)
            draw.arc([round(side * DPI / 72) for side in outline], 0, 300, fill=0, width=3)


def test_pieces_of_one_thing_are_one_part_unless_a_word_stands_between() -> None:
    """A newcomer's photograph: accepting every proposal left a strip of the face."""
    parts = unread(drawn(face))
    assert len(parts) == 1 and covers(parts, Box(200, 200, 360, 350))
    assert len(unread(drawn(face), Box(230, 272, 330, 278))) > 1


def test_table_with_a_word_written_into_it_is_not_unread_as_a_whole() -> None:
    def table(draw: ImageDraw.ImageDraw) -> None:
        for n in range(4):
            draw.line((300, 900 + 120 * n, 1300, 900 + 120 * n), fill="black", width=3)
            draw.line((300 + 333 * n, 900, 300 + 333 * n, 1260), fill="black", width=3)

    page = drawn(table)
    scribble(page, (104, 330, 200, 372))  # over a line of it
    boxes = InkMap(page, SIZE).unread([])
    assert boxes and all(box.width < 200 for box in boxes)


def word(text: str, x: float, y: float, width: float = 10) -> LooseWord:
    return LooseWord(text, Box(x, y, x + width, y + 12))


def test_lone_letters_next_to_what_is_unread_are_part_of_it() -> None:
    part = Box(100, 100, 200, 200)
    circle = [word("H", 205, 100), word("A", 225, 105), word("S", 110, 300)]
    (grown,) = scans.with_letters([part], circle)
    assert grown == Box(100, 100, 235, 200)


def test_letters_beside_words_and_longer_words_are_not() -> None:
    part = Box(100, 100, 200, 200)
    line = [word("a", 205, 100), word("Laporan", 220, 100, 60), word("7", 205, 150), word("No", 205, 190)]
    assert scans.with_letters([part], line) == [part]
    assert scans.with_letters([], line) == []
