"""A PDF's words: those of the file where they are what a reader sees, those of OCR where not."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from terbuka.documents import Document, PageSource
from terbuka.documents.pdf.read import read as read_pdf
from terbuka.documents.told import LONGEST
from terbuka.errors import UnreadableFile
from tests.documents.conftest import Opened
from tests.documents.samples.images import noise, page_image
from tests.documents.samples.pdf import (
    A4,
    Sheet,
    annotations,
    free_text,
    heightless,
    helvetica,
    image_object,
    image_sheet,
    make_form,
    meaning,
    outlines,
    pdf,
    sticky_note,
    text_field,
    text_line,
    text_sheet,
    two_byte_font,
    two_columns,
)

LINES = ["Nama : Siti Aminah", "Alamat : Jl. Veteran 8"]
UPPER, LOWER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"
ROT13 = dict(zip(UPPER + LOWER, UPPER[13:] + UPPER[:13] + LOWER[13:] + LOWER[:13], strict=True))


def read(*sheets: Sheet, **options: object) -> Document:
    return read_pdf(pdf(*sheets, **options), "", lambda done, total: None)  # type: ignore[arg-type]


def sources(document: Document) -> list[PageSource]:
    return [page.source for page in document.pages]


def words(document: Document) -> list[str]:
    return [document.text[word.start : word.end] for page in document.pages for word in page.words]


def notices(document: Document) -> list[str]:
    return [notice.message % notice.values for notice in document.notices]


def hidden(document: Document, kind: str = "hidden-text") -> list[str]:
    return [part.text for part in document.hidden if part.kind == kind]


# the file's own text


def test_text_page_is_read_with_boxes_and_edges(opened: Opened) -> None:
    document = opened(pdf(text_sheet(LINES)))
    assert document.text == "\n".join(LINES)
    assert sources(document) == [PageSource.TEXT]
    for word in document.pages[0].words:
        assert word.box is not None and word.turn == 0
        assert len(word.edges) == word.end - word.start + 1
        assert list(word.edges) == sorted(word.edges)
        assert word.box.x0 <= word.edges[0] and word.edges[-1] <= word.box.x1
        assert word.box.height >= 12  # ascender to descender
    assert document.notices == () and hidden(document) == []


def test_word_takes_in_its_letters_and_nothing_of_the_next_line() -> None:
    """A word that is moved would carry the tips of hidden letters along, and one wiped out take others'."""
    close = text_line("jagung", 72, 713.2) + text_line("kebun", 72, 700) + text_line("\u00c9kagy", 72, 600)
    document = read(Sheet(close))
    above, below, accented = (word.box for word in document.pages[0].words)
    assert above and below and accented
    assert above.y1 <= below.y0
    assert accented.y0 <= A4[1] - 600 - 0.92 * 12 and accented.y1 >= A4[1] - 600 + 0.21 * 12


def test_pages_follow_each_other() -> None:
    document = read(text_sheet(["satu"]), Sheet(), text_sheet(["tiga"]))
    assert document.text == "satu\n\ntiga"
    assert sources(document) == [PageSource.TEXT] * 3


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_turned_page_reads_in_the_direction_it_shows(rotation: int) -> None:
    sheet = text_sheet(LINES)
    sheet.keys["Rotate"] = lambda _: rotation
    document = read(sheet)
    assert document.text == "\n".join(LINES)
    assert {word.turn for word in document.pages[0].words} == {rotation}
    assert all(bool(word.edges) == (rotation == 0) for word in document.pages[0].words)


def test_text_turned_back_on_a_turned_page_is_upright() -> None:
    content = b"BT /F 12 Tf 0 1 -1 0 300 100 Tm (Siti Aminah) Tj ET"
    document = read(Sheet(content, keys={"Rotate": lambda _: 90}))
    assert document.text == "Siti Aminah"
    assert {word.turn for word in document.pages[0].words} == {0}


@pytest.mark.parametrize("rotation", [0, 90])
def test_font_that_does_not_say_its_height_reads_like_any_other(rotation: int) -> None:
    lines = ["Tempat/tgl lahir : Kuripan,", "A. YANG MELAPORKAN (KORBAN) - saksi"]
    content = b"".join(text_line(line, 72, 700 - 14 * at, 10, font="L") for at, line in enumerate(lines))
    document = read(Sheet(content, fonts={"L": heightless}, keys={"Rotate": lambda _: rotation}))
    assert document.text == "\n".join(lines)
    for word in document.pages[0].words:
        assert word.box is not None
        assert (word.box.width if rotation else word.box.height) >= 10


def test_slanted_watermark_comes_after_the_text() -> None:
    mark = b"0.8 g BT /F 40 Tf 0.7 -0.7 0.7 0.7 100 500 Tm (Komisi Informasi) Tj ET 0 g\n"
    sheet = text_sheet([f"Baris {number} dari surat ini" for number in range(20)])
    sheet.content = mark + sheet.content
    document = read(sheet)
    assert document.text.startswith("Baris 0") and document.text.endswith("\n\nKomisi Informasi")


def test_columns_are_read_one_after_the_other() -> None:
    left = [f"Kolom kiri baris ke {number} berisi kalimat yang" for number in range(12)]
    right = [f"Kolom kanan baris ke {number} berisi kalimat yang" for number in range(12)]
    text = read(two_columns(left, right)).text
    assert text.index("kiri baris ke 11") < text.index("kanan baris ke 0")


def test_annotations_and_fields_are_read_as_they_are_printed() -> None:
    sheet = Sheet(
        text_line("Surat", 72, 700),
        keys={
            "Annots": annotations(
                free_text("Catatan Rudi", 72, 600),
                sticky_note("Komentar Dewi", "Joko"),
                text_field("nama", "Isian Lina", 72, 500),
            )
        },
    )
    document = read(sheet, finish=make_form)
    assert document.text == "Surat\n\nCatatan Rudi\n\nIsian Lina"
    assert {"Komentar Dewi", "Joko"} <= set(hidden(document, "comment"))
    assert hidden(document, "form") == ["Isian Lina"]


def test_ligatures_and_invisible_characters_are_letters_and_nothing() -> None:
    def font(document: pikepdf.Pdf) -> pikepdf.Object:
        made = helvetica(document, meaning({"A": "\ufb01", "!": "\u00ad", "|": "\u200b", "D": "\u00a0"}))
        drawn = {33: Name.space, 65: Name.fi, 68: Name.space, 124: Name.space}
        made.Encoding = Dictionary(
            Type=Name.Encoding, Differences=Array([item for code in drawn.items() for item in code])
        )
        return made

    document = read(Sheet(text_line("deAnisi ka!ta ta|npa jauhDdekat", 72, 700, font="L"), fonts={"L": font}))
    assert document.text == "definisi kata tanpa jauh dekat"
    assert sources(document) == [PageSource.TEXT]
    assert [len(word.edges) for word in document.pages[0].words] == [9, 5, 6, 5, 6]


def test_letters_beyond_the_basic_plane_are_whole() -> None:
    said = meaning({"A": "A"}).replace(b"<0041>", b"<d83dde00>")  # a pair of halves
    document = read(
        Sheet(text_line("Budi A ini", 72, 700, font="L"), fonts={"L": lambda d: helvetica(d, said)})
    )
    assert words(document) == ["Budi", "😀", "ini"]


def test_lone_sign_of_a_symbol_font_is_a_bullet() -> None:
    said = meaning({"A": "\uf0b7"})
    sheet = Sheet(
        text_line("A", 72, 700, font="L") + text_line("butir pertama", 86, 700),
        fonts={"L": lambda d: helvetica(d, said)},
    )
    assert read(sheet).text == "• butir pertama"


def test_mark_of_a_note_is_not_part_of_the_number() -> None:
    content = text_line("6371010101900001", 72, 700) + b"BT /F 7 Tf 178.8 704 Td (1) Tj ET"
    assert words(read(Sheet(content))) == ["6371010101900001", "1"]


def test_bold_by_printing_twice_is_one_word() -> None:
    assert read(Sheet(text_line("Tebal", 72, 700) + text_line("Tebal", 72.3, 700))).text == "Tebal"


# what is not seen is not text


@pytest.mark.parametrize(
    ("content", "unseen"),
    [
        (text_line("Putih", 72, 600, state="1 g"), "Putih"),
        (text_line("Gaib", 72, 600, state="3 Tr"), "Gaib"),
        (text_line("Tertutup", 72, 600) + b"0 g 70 595 70 20 re f\n", "Tertutup"),
        (text_line("Setrip", 72, 600) + b"0 g 70 600 60 8 re f\n", "Setrip"),
        (b"q 0 0 10 10 re W n " + text_line("Terpotong", 72, 600) + b"Q\n", "Terpotong"),
        (text_line("Luar", 700, 600), "Luar"),
        (text_line("Kecil", 72, 600, 2), "Kecil"),
        (text_line("Pudar", 72, 600, state="0.995 g"), "Pudar"),
        (text_line("Tembus", 72, 600, state="0.96 g"), "Tembus"),
        (text_line("operasi", 72, 600) + b"0 g 70 603 60 10 re f\n", "operasi"),
        (text_line("operasi", 72, 600) + b"0 g 70 590 60 14 re f\n", "operasi"),
    ],
    ids=[
        "white",
        "invisible",
        "under a bar",
        "tips under a bar",
        "clipped",
        "off page",
        "tiny",
        "faint",
        "pale",
        "upper two thirds under a bar",
        "lower two thirds under a bar",
    ],
)
def test_unseen_text_is_hidden_and_not_text(content: bytes, unseen: str) -> None:
    document = read(Sheet(text_line("Kelihatan", 72, 700) + content))
    assert document.text == "Kelihatan"
    assert hidden(document) == [unseen]


@pytest.mark.parametrize(
    "content",
    [
        text_line("Abu-abu", 72, 600, state="0.9 g"),
        b"0 g 60 590 100 30 re f " + text_line("Abu-abu", 72, 600, state="1 g"),
        b"1 0 0 rg 60 590 100 30 re f " + text_line("Abu-abu", 72, 600, state="0 0.5 0 rg"),
        text_line("Abu-abu", 72, 600, 4),
    ],
    ids=["light", "white on black", "green on red", "small"],
)
def test_text_that_is_seen_with_effort_is_text(content: bytes) -> None:
    assert read(Sheet(text_line("Kelihatan", 72, 700) + content)).text == "Kelihatan\n\nAbu-abu"


def test_trace_in_the_pixels_has_a_box_and_no_trace_has_none() -> None:
    faint = text_line("Pudar", 72, 600, state="0.995 g")
    gone = text_line("Putih", 72, 500, state="1 g")
    parts = {
        part.text: part
        for part in read(Sheet(text_line("Ada", 72, 700) + faint + gone)).hidden
        if part.kind == "hidden-text"
    }
    assert parts["Putih"].box is None
    box = parts["Pudar"].box
    assert box is not None and box.x0 == pytest.approx(72, abs=1) and 842 - 620 < box.y1 < 842 - 595


def test_long_hidden_text_is_told_to_its_end() -> None:
    texts = [*["tersembunyi " * 8] * 40, "Siti"]
    gone = [text_line(text, 72, 680 - 15 * at, state="1 g") for at, text in enumerate(texts)]
    document = read(Sheet(text_line("Ada", 72, 700) + b"".join(gone)))
    told = hidden(document)
    assert len(told) == 2 and all(len(text) <= LONGEST for text in told)
    assert " ".join(told) == " ".join(["tersembunyi"] * 320 + ["Siti"])


def test_long_trace_keeps_its_box_in_each_part() -> None:
    page = text_line("Ada", 72, 700) + text_line("x" * (LONGEST + 5), 72, 600, 0.5, state="0.995 g")
    parts = [part for part in read(Sheet(page)).hidden if part.kind == "hidden-text"]
    assert "".join(part.text for part in parts) == "x" * (LONGEST + 5)
    assert len(parts) == 2 and parts[0].box is not None and parts[0].box == parts[1].box


def test_half_covered_word_is_cut_where_sight_of_it_ends() -> None:
    document = read(Sheet(text_line("Aminah", 72, 700, 24) + b"0 g 60 690 51 40 re f\n"))
    assert "".join(words(document) + hidden(document)) in ("nahAmi", "inahAm", "ahAmin")


def test_layer_that_is_off_is_hidden() -> None:
    def switch_off(document: pikepdf.Pdf) -> None:
        group = document.make_indirect(Dictionary(Type=Name.OCG, Name=String("Lapisan Rudi")))
        document.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
        document.pages[0].obj.Resources.Properties = Dictionary(L=group)

    content = text_line("Kelihatan", 72, 700) + b"/OC /L BDC " + text_line("Lapisan", 72, 600) + b" EMC\n"
    document = read(Sheet(content), finish=switch_off)
    assert document.text == "Kelihatan"
    assert hidden(document) == ["Lapisan"]
    assert hidden(document, "hidden-layer") == ["Lapisan Rudi"]


# scans


@pytest.mark.ocr
def test_scan_is_read_by_ocr(opened: Opened) -> None:
    document = opened(pdf(image_sheet(page_image(LINES))))
    assert document.text == "\n".join(LINES)
    assert sources(document) == [PageSource.OCR]
    assert all(word.box and word.box.height >= 8 and not word.edges for word in document.pages[0].words)


@pytest.mark.ocr
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_scan_lying_on_its_side_is_turned(turn: int) -> None:
    lines = [f"Baris {letter} dari laporan kejadian di Banjarmasin" for letter in "ABCDEFGHJKLM"]
    picture = page_image(lines, dpi=150)
    sheet = image_sheet(picture.rotate(turn, expand=True), size=(842, 595) if turn != 180 else (595, 842))
    document = read(sheet)
    assert document.text.startswith("Baris A dari laporan kejadian di Banjarmasin\nBaris B")
    assert {word.turn for word in document.pages[0].words} == {360 - turn}


@pytest.mark.ocr
def test_invisible_text_of_a_scan_is_no_text_and_what_it_adds_is_hidden() -> None:
    layer = text_line("Nama : Siti Aminah Rahasia", 58, 770, state="3 Tr")
    document = read(image_sheet(page_image(LINES), over=layer))
    assert document.text == "\n".join(LINES)
    assert sources(document) == [PageSource.OCR]
    assert hidden(document) == ["Rahasia"]


@pytest.mark.ocr
def test_words_in_a_picture_are_added_to_those_of_the_page() -> None:
    sheet = text_sheet(["Laporan Kejadian"])
    sheet.images["I"] = page_image(["NIK 6371010101900001", "Nama JOKO SUSANTO"], size=(5, 2))
    sheet.content += b"q 360 0 0 144 72 300 cm /I Do Q\n"
    document = read(sheet, sheet)
    assert document.text == "\n".join(["Laporan Kejadian\n\nNIK 6371010101900001\nNama JOKO SUSANTO"] * 2)
    assert sources(document) == [PageSource.MIXED] * 2
    last = document.pages[0].words[-1].box
    assert last is not None and 72 < last.x0 < 432 and 398 < last.y0 < 542


@pytest.mark.ocr
def test_words_in_a_picture_within_a_form_are_added() -> None:
    def form(document: pikepdf.Pdf) -> None:
        picture = image_object(document, page_image(["Pelapor Siti Aminah"], size=(3, 1)))
        inner = document.make_stream(
            b"q 288 0 0 96 72 300 cm /I Do Q",
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 595, 842]),
            Resources=Dictionary(XObject=Dictionary(I=picture)),
        )
        document.pages[0].obj.Resources.XObject = Dictionary(O=inner)

    sheet = text_sheet(["Laporan Kejadian"])
    sheet.content += b"/O Do\n"
    assert read(sheet, finish=form).text == "Laporan Kejadian\n\nPelapor Siti Aminah"


@pytest.mark.ocr
def test_large_words_in_a_picture_are_added() -> None:
    sheet = text_sheet(["Laporan Kejadian"])
    sheet.images["I"] = page_image(["ANDI WIJAYA"], size=(5, 2), points=48, left=0.1)
    sheet.content += b"q 360 0 0 144 72 300 cm /I Do Q\n"
    assert words(read(sheet)) == ["Laporan", "Kejadian", "ANDI", "WIJAYA"]


@pytest.mark.ocr
@pytest.mark.parametrize("within_a_form", [False, True])
def test_words_turned_into_outlines_are_added(within_a_form: bool) -> None:
    drawn = outlines("Pelapor Siti Aminah", 72, 500, 14)

    def form(document: pikepdf.Pdf) -> None:
        inner = document.make_stream(
            drawn, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842])
        )
        document.pages[0].obj.Resources.XObject = Dictionary(O=inner)

    sheet = text_sheet(["Laporan Kejadian"])
    sheet.content += b"/O Do\n" if within_a_form else drawn
    document = read(sheet, finish=form if within_a_form else None)
    assert document.text == "Laporan Kejadian\n\nPelapor Siti Aminah"
    assert sources(document) == [PageSource.MIXED]


def test_page_of_nothing_but_outlines_is_read(opened: Opened) -> None:
    document = opened(pdf(Sheet(outlines("Pelapor Siti Aminah", 72, 500, 14))))
    assert (document.text, sources(document)) == ("Pelapor Siti Aminah", [PageSource.OCR])


@pytest.mark.parametrize(
    "drawn",
    [
        b"".join(f"0.5 w 72 {y} m 500 {y} l S 72 {y} 99 7 re f\n".encode() for y in range(100, 600, 20)),
        b"0 g 72 300 m 90 320 l 80 330 l 70 340 l 60 330 l 50 320 l 60 310 l h f\n",
        b"q 200 0 0 200 72 300 cm /I Do Q\n",
        b"q 200 0 0 200 900 300 cm /N Do Q\n",
        b"q 9 0 0 9 72 300 cm /N Do Q\n",
    ],
    ids=["table", "arrow", "white picture", "picture off the page", "bullet"],
)
def test_what_holds_no_writing_is_not_read(
    drawn: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sheet = text_sheet(["Laporan Kejadian"])
    sheet.images = {"I": Image.new("RGB", (9, 9), "white"), "N": noise(90, 90)}
    sheet.content += drawn
    monkeypatch.setenv("PATH", str(tmp_path))  # whatever would be read is said to be unread
    assert not [notice for notice in notices(read(sheet)) if "Gambar" in notice]


@pytest.mark.ocr
def test_picture_without_words_adds_none() -> None:
    sheet = text_sheet(["Laporan Kejadian"])
    sheet.images["I"] = noise(200, 200)
    sheet.content += b"q 200 0 0 200 72 300 cm /I Do Q\n"
    document = read(sheet)
    assert document.text == "Laporan Kejadian"
    assert sources(document) == [PageSource.TEXT]


@pytest.mark.ocr
def test_unreadable_page_is_said() -> None:
    blot = page_image([], dpi=100)
    blot.paste(noise(400, 400), (100, 100))
    document = read(image_sheet(blot))
    assert notices(document) in (
        ["Halaman 1 tidak terbaca oleh mesin. Baca sendiri halaman ini sebelum memutuskan."],
        ["Halaman 1 sulit dibaca oleh mesin. Periksa sendiri hasil bacaannya."],
    )


def test_blank_page_is_no_cause_for_notice() -> None:
    document = read(image_sheet(page_image([], dpi=50)))
    assert (document.text, document.notices, sources(document)) == ("", (), [PageSource.TEXT])


@pytest.mark.ocr
def test_many_scans_are_read_in_order() -> None:
    sheets = [
        image_sheet(page_image([f"Halaman nomor {number}"], size=(4, 1), dpi=150), size=(288, 72))
        for number in range(7)
    ]
    assert read(*sheets).text.split("\n") == [f"Halaman nomor {number}" for number in range(7)]


# a text layer that is not to be believed


@pytest.mark.ocr
def test_font_that_says_other_words_than_it_shows_is_found_out() -> None:
    shown = ["Pelapor SITI AMINAH", "Alamat Banjarmasin"]
    sheet = Sheet(
        b"".join(text_line(line, 72, 700 - 20 * at, font="L") for at, line in enumerate(shown)),
        fonts={"L": lambda document: helvetica(document, meaning(ROT13))},
    )
    document = read(sheet)
    assert document.text == "\n".join(shown)
    assert sources(document) == [PageSource.OCR]
    assert notices(document) == [
        "Teks halaman 1 di dalam berkas tidak terbukti sama dengan yang terlihat; "
        "halaman dibaca dari gambarnya."
    ]


@pytest.mark.ocr
def test_text_without_meaning_is_read_by_ocr() -> None:
    said = {letter: chr(0xE000 + ord(letter)) for letter in "SitAmnahBjr"}
    sheet = Sheet(
        text_line("Siti Aminah Banjarmasin", 72, 700, font="L"),
        fonts={"L": lambda document: helvetica(document, meaning(said))},
    )
    document = read(sheet)
    assert document.text == "Siti Aminah Banjarmasin"
    assert notices(document) == [
        "Teks halaman 1 di dalam berkas tidak bermakna; halaman dibaca dari gambarnya."
    ]


def test_font_that_says_nothing_is_not_guessed_at() -> None:
    def unnamed(document: pikepdf.Pdf) -> pikepdf.Object:
        return two_byte_font(document, DW=600)

    document = read(Sheet(b"BT /L 20 Tf 72 700 Td <002400250026> Tj ET", fonts={"L": unnamed}))
    assert "$" not in document.text


@pytest.mark.ocr
def test_light_words_on_dark_ground_are_compared_as_well() -> None:
    shown = text_line("Pelapor AMINAH", 72, 700, 20, state="1 g")
    assert read(Sheet(b"0 g 0 600 595 200 re f " + shown)).notices == ()
    lying = text_line("Pelapor AMINAH", 72, 700, 20, font="L", state="1 g")
    sheet = Sheet(
        b"0 g 0 600 595 200 re f " + lying,
        fonts={"L": lambda document: helvetica(document, meaning(ROT13))},
    )
    assert len(read(sheet).notices) == 1


# without tesseract


@pytest.fixture
def no_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture
def only_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tesseract that has not been given the Indonesian language."""
    folder = tmp_path / "tessdata"
    folder.mkdir()
    for name in ("eng", "osd"):
        (folder / f"{name}.traineddata").symlink_to(trained_data() / f"{name}.traineddata")
    for name in ("configs", "tessconfigs"):
        (folder / name).symlink_to(trained_data() / name)
    monkeypatch.setenv("TESSDATA_PREFIX", str(folder))


def trained_data() -> Path:
    return next(Path(shutil.which("tesseract") or "").parents[1].glob("share/tesseract-ocr/*/tessdata"))


def test_scan_without_tesseract_is_refused_and_says_what_to_install(
    no_tesseract: None, opened: Opened
) -> None:
    with pytest.raises(UnreadableFile, match="tesseract-ocr-ind"):
        opened(pdf(image_sheet(page_image(LINES, dpi=60))))


def test_text_without_tesseract_is_read_and_says_what_was_not_done(no_tesseract: None) -> None:
    sheet = text_sheet(["Laporan Kejadian"])
    sheet.images["I"] = page_image(["NIK 6371010101900001"], size=(5, 2))
    sheet.content += b"q 360 0 0 144 72 300 cm /I Do Q\n"
    document = read(sheet)
    assert document.text == "Laporan Kejadian"
    assert len(notices(document)) == 2
    assert any("tidak dibandingkan" in notice for notice in notices(document))
    assert any("Gambar di halaman 1 tidak dibaca" in notice for notice in notices(document))


@pytest.mark.ocr
def test_scan_without_indonesian_is_read_in_english_and_says_so(only_english: None) -> None:
    document = read(image_sheet(page_image(LINES)))
    assert "Siti Aminah" in document.text
    assert any("dibaca dengan bahasa Inggris" in notice for notice in notices(document))


def test_tesseract_that_fails_leaves_a_page_that_is_said_to_be_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "tesseract"
    broken.write_text('#!/bin/sh\n[ "$1" = --list-langs ] && echo ind && exit 0\nexit 1\n')
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    document = read(image_sheet(page_image(LINES, dpi=60)))
    assert document.text == ""
    assert notices(document) == [
        "Halaman 1 tidak terbaca oleh mesin. Baca sendiri halaman ini sebelum memutuskan."
    ]


@pytest.mark.parametrize("lines", [["ﷺ"], []])
def test_nothing_to_compare_is_no_trouble(lines: Sequence[str]) -> None:
    assert read(text_sheet(["a b c"])).notices == ()
