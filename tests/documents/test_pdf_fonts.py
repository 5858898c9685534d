"""Fonts that show other words than they say, were it for one name only. All persons are invented."""

import io

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw

from terbuka.documents import Document, PageSource
from terbuka.documents.pdf.read import read as read_pdf
from tests.documents.samples.pdf import (
    Made,
    Sheet,
    described,
    helvetica,
    image_object,
    meaning,
    outlines,
    own_font,
    pdf,
    text_line,
    two_byte_font,
)

pytestmark = pytest.mark.ocr
LINES = [
    "Laporan kegiatan bulan Maret di wilayah hukum Polsek Martapura Kota",
    "Petugas bertemu dengan warga, lalu mencatat nomor 0511 3304 678 dan 129",
    "SEMUA JALAN BEBAS HAMBATAN; QAWI DAN ZAIN FOTO KEGIATAN VIDEO XENIA YANG CUKUP",
    "rapat dihadiri juga oleh perwakilan kelurahan, koperasi, yayasan, dan zakat (fidyah)",
]
HONEST = b"".join(text_line(line, 60, 780 - 20 * at) for at, line in enumerate(LINES))


def read(content: bytes, finish: Made | None = None, **fonts: Made) -> Document:
    return read_pdf(pdf(Sheet(HONEST + content, fonts=fonts), finish=finish), "", lambda done, total: None)


def said(shown: str, as_: str) -> dict[str, str]:
    return dict(zip(shown, as_, strict=True))


def is_found_out(document: Document, shown: str) -> bool:
    """The page is read from its pixels, and what they show is its text."""
    return document.pages[0].source is PageSource.OCR and shown in document.text and bool(document.notices)


def encoded(glyphs: dict[int, str], claims: dict[int, str]) -> Made:
    """Helvetica in which the codes draw ``glyphs`` (by name) and are said to mean ``claims``."""

    def make(document: pikepdf.Pdf) -> pikepdf.Object:
        differences: list[object] = []
        for code, name in glyphs.items():
            differences += [code, Name(f"/{name}")]
        font = helvetica(document, meaning({chr(code): letter for code, letter in claims.items()}))
        font.Encoding = Dictionary(
            Type=Name.Encoding, BaseEncoding=Name.WinAnsiEncoding, Differences=Array(differences)
        )
        return font

    return make


def codes(first: int, count: int) -> bytes:
    return b"(" + b"".join(b"\\%03o" % (first + at) for at in range(count)) + b") Tj"


def line(shown: bytes, font: str = "L", x: int = 60, y: int = 600, before: bytes = b"") -> bytes:
    return before + f"BT /{font} 12 Tf {x} {y} Td ".encode() + shown + b" ET\n"


def test_honest_page_stays_text() -> None:
    document = read(b"")
    assert document.pages[0].source is PageSource.TEXT
    assert document.notices == () and document.unread == ()


@pytest.mark.parametrize(
    ("shown", "as_"),
    [("Rukmini", "Padangw"), ("Ani", "dan"), ("6371034704", "6371084764"), ("SITI", "MEJA")],
)
def test_second_font_of_the_same_name_that_lies_about_one_word(shown: str, as_: str) -> None:
    first = said(shown, as_)
    font = {"L": lambda d: helvetica(d, meaning(first))}
    claimed = "".join(first[letter] for letter in shown)
    document = read(text_line(shown, 60, 600, font="L"), **font)
    assert is_found_out(document, shown) and claimed not in document.text.split("\n")


def test_codes_of_their_own_that_lie_about_one_word() -> None:
    letters = "Rukmini"
    glyphs = {0x80 + at: letter for at, letter in enumerate(letters)}
    claims = {0x80 + at: letter for at, letter in enumerate("Banjara")}
    claims |= {ord(letter): letter for letter in set("".join(LINES))}
    content = b"".join(text_line(each, 60, 700 - 20 * at, font="L") for at, each in enumerate(LINES))
    document = read(content + line(codes(0x80, 7)), L=encoded(glyphs, claims))
    assert is_found_out(document, letters)


def test_one_figure_of_a_number_is_found_out() -> None:
    glyphs, claims = {0x80: "eight"}, {0x80: "6"} | {ord(figure): figure for figure in "0123456789"}
    content = text_line("0123456789 9876543210", 60, 640, font="L")
    document = read(content + line(b"(637103\\2004704880003) Tj"), L=encoded(glyphs, claims))
    assert is_found_out(document, "6371038470488")


def properties(text: str) -> Made:
    def finish(document: pikepdf.Pdf) -> None:
        document.pages[0].obj.Resources.Properties = Dictionary(M=Dictionary(ActualText=String(text)))

    return finish


@pytest.mark.parametrize("how", ["inline", "property"])
def test_text_that_is_said_to_stand_for_other_words(how: str) -> None:
    mark = b"/Span << /ActualText (Banjara) >> BDC " if how == "inline" else b"/Span /M BDC "
    shown = line(b"(Rukmini) Tj", "F")
    document = read(mark + shown + b"EMC\n", properties("Banjara") if how == "property" else None)
    assert is_found_out(document, "Rukmini")


def test_text_that_is_said_to_stand_for_other_words_by_a_name_in_figures() -> None:
    """The other words are signs that could be the codes of the twin."""
    mark = b"/Span << /Actual#54ext <FEFF4E004E014E024E034E044E054E06> >> BDC "
    assert is_found_out(read(mark + line(b"(Rukmini) Tj", "F") + b"EMC\n"), "Rukmini")


def test_text_that_stands_for_what_is_shown_is_believed() -> None:
    mark = b"/Span << /ActualText (Rukmini) >> BDC "
    document = read(mark + line(b"(Rukmini) Tj", "F") + b"EMC\n")
    assert document.pages[0].source is PageSource.TEXT and "Rukmini" in document.text


@pytest.mark.parametrize("matrix", [b"0 1 -1 0 300 300 Tm", b"-1 0 0 -1 300 300 Tm", b"0 -1 1 0 300 500 Tm"])
def test_turned_words_that_lie(matrix: bytes) -> None:
    turned = b"BT /L 14 Tf " + matrix + b" (Saksi RUKMINI) Tj ET\n"
    honest = read(turned.replace(b"/L", b"/F"))
    assert honest.pages[0].source is PageSource.TEXT and honest.notices == ()
    lying = read(turned, L=lambda d: helvetica(d, meaning(said("RUKMIN", "BANJAR"))))
    assert lying.pages[0].source is PageSource.OCR


def test_slanted_words_that_lie() -> None:
    slanted = b"0.7 g BT /L 40 Tf 0.7 -0.7 0.7 0.7 100 600 Tm (Saksi RUKMINI) Tj ET 0 g\n"
    honest = read(slanted.replace(b"/L", b"/F"))
    assert honest.pages[0].source is PageSource.TEXT and honest.notices == ()
    lying = read(slanted, L=lambda d: helvetica(d, meaning(said("RUKMIN", "BANJAR"))))
    assert lying.pages[0].source is PageSource.OCR


@pytest.mark.parametrize("claim", [" ", "\u200b", "\u00ad", "\n", "\ufffd", "\ue123"])
def test_letters_that_are_said_to_be_nothing(claim: str) -> None:
    document = read(
        text_line("Rukmini", 60, 600, font="L"),
        L=lambda d: helvetica(d, meaning(dict.fromkeys("Rukmin", claim))),
    )
    assert "Rukmini" in document.text


@pytest.mark.parametrize(
    "claim",
    ["\u200b", "\u00ad", " ", "{", "1", "o", "\u0646", "\u0440"],
    ids=["nothing", "soft hyphen", "space", "brace", "figure", "letter", "Arabic", "Cyrillic"],
)
def test_one_letter_of_a_name_that_is_said_to_be_something_else(claim: str) -> None:
    """One letter is enough to keep a name from being found."""
    document = read(
        line(b"(R\200kmini) Tj", "L"),
        L=encoded({0x80: "u"}, {0x80: claim} | {ord(letter): letter for letter in "Rkmini"}),
    )
    assert is_found_out(document, "Rukmini")


def test_letters_that_are_said_to_be_nothing_under_honest_ones_that_nobody_sees() -> None:
    """The invisible word lends its place to the visible one, which belongs to none of its seen letters."""
    shown = text_line("Rukmini", 60.3, 600, 11, font="L") + text_line("Badaruan", 60, 600, state="3 Tr")
    document = read(shown, L=lambda d: helvetica(d, meaning(dict.fromkeys("Rukmini", "\u200b"))))
    assert is_found_out(document, "Rukmini")


def test_capitals_that_are_said_to_be_small() -> None:
    """A name in small letters is no name to the screening."""
    small = said("RAB", "rab") | {letter: letter for letter in "ukminabtd "}
    document = read(
        text_line("dan Rukmini binti Abdad", 60, 600, font="L"), L=lambda d: helvetica(d, meaning(small))
    )
    assert is_found_out(document, "Rukmini")


@pytest.mark.parametrize(("matrix", "shown"), [(b"-1 0 0 1 260 600 Tm", "dod"), (b"1 0 0 -1 60 600 Tm", "")])
def test_mirrored_letters_are_others(matrix: bytes, shown: str) -> None:
    document = read(b"BT /F 14 Tf " + matrix + b" (bob) Tj ET\n")
    assert is_found_out(document, shown) and "bob" not in document.text


@pytest.mark.parametrize(("letter", "claim", "word"), [("u", "\u0646", "Rukmini"), ("I", "{", "RIZKI")])
def test_what_a_letter_alone_is_not_read_as_proves_nothing_for_words(
    letter: str, claim: str, word: str
) -> None:
    """OCR is unsure of it, and takes it for what it does not know; in words it is."""
    claims = {each: each for each in word} | {letter: claim}
    alone = text_line(letter, 60, 560, font="L") + text_line(word.replace(letter, ""), 60, 520, font="L")
    document = read(alone + text_line(word, 60, 600, font="L"), L=lambda d: helvetica(d, meaning(claims)))
    assert is_found_out(document, word)


def test_rare_letters_and_marks_are_believed() -> None:
    document = read(text_line("Ñuñez {y} Al-Muttaqin", 60, 600) + text_line("***", 60, 560))
    assert document.pages[0].source is PageSource.TEXT and "Ñuñez {y}" in document.text


def test_font_that_does_not_say_that_it_is_one() -> None:
    def make(document: pikepdf.Pdf) -> pikepdf.Object:
        font = helvetica(document, meaning(dict.fromkeys("Rukmini", "\ue07c")))
        del font["/Type"]
        return font

    assert is_found_out(read(text_line("Rukmini", 60, 600, font="L"), L=make), "Rukmini")


def composite(document: pikepdf.Pdf, glyphs: dict[int, str], claims: dict[int, str]) -> pikepdf.Object:
    """A font of two-byte codes that draw ``glyphs`` and are said to mean ``claims``."""
    program = own_font()
    font = TTFont(io.BytesIO(program))
    table = bytearray(2 * 0x10000)
    for code, letter in glyphs.items():
        table[2 * code : 2 * code + 2] = font.getGlyphID(font.getBestCmap()[ord(letter)]).to_bytes(2, "big")
    pairs = " ".join(f"<{code:04x}> <{ord(letter):04x}>" for code, letter in claims.items())
    to_unicode = (
        "begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange "
        f"{len(claims)} beginbfchar {pairs} endbfchar endcmap"
    )
    return two_byte_font(
        document,
        to_unicode,
        FontDescriptor=described(document, program),
        DW=650,
        CIDToGIDMap=document.make_stream(bytes(table)),
    )


@pytest.mark.parametrize("first", [0x0010, 0xC000], ids=["low codes", "codes that are characters"])
def test_codes_of_two_bytes_that_lie(first: int) -> None:
    """Without a map, C000 falls back on the character C000, which stands for another code in the twin."""
    glyphs = dict(enumerate("Rukmini", first)) | dict(enumerate("Banjara", 0x7F00))
    claims = dict(enumerate("Banjara", first))
    shown = "".join(f"{code:04x}" for code in claims)
    document = read(line(f"<{shown}> Tj".encode()), L=lambda d: composite(d, glyphs, claims))
    assert document.pages[0].source is PageSource.OCR and "Banjara" not in document.text


def test_honest_codes_of_two_bytes_are_believed() -> None:
    word = dict(enumerate("Rukmini", 0x10))
    shown = "".join(f"{code:04x}" for code in word)
    document = read(line(f"<{shown}> Tj".encode()), L=lambda d: composite(d, word, word))
    assert document.pages[0].source is PageSource.TEXT and "Rukmini" in document.text


def test_letters_that_are_said_to_be_bullets() -> None:
    spread = b"".join(text_line(letter, 60 + 30 * at, 600, font="L") for at, letter in enumerate("RUKMINI"))
    document = read(spread, L=lambda d: helvetica(d, meaning(dict.fromkeys("RUKMIN", "\u2022"))))
    assert document.pages[0].source is PageSource.OCR


def test_letters_that_are_said_to_be_of_another_script() -> None:
    claims = said("Rukmin", "\u0646\u0627\u0645\u0647\u0648\u064a")
    document = read(text_line("Rukmini", 60, 600, font="L"), L=lambda d: helvetica(d, meaning(claims)))
    assert is_found_out(document, "Rukmini")


BAR, FOOT = b"100 0 120 700 re f ", b"100 0 400 120 re f "
UNBOXED = b"600 0 0 0 0 0 d1 "


def type3(document: pikepdf.Pdf, claims: dict[str, str], drawn: dict[str, bytes]) -> pikepdf.Object:
    """A font of drawn letters, which may draw the picture "P"."""
    picture = Image.new("RGB", (300, 60), "white")
    ImageDraw.Draw(picture).text((5, 0), "Rukmini", fill="black", font_size=50)
    letters = [part for letter in drawn for part in (ord(letter), Name(f"/{letter}"))]
    return document.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=Array([0, -300, 5000, 1000]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            CharProcs=Dictionary({f"/{name}": document.make_stream(body) for name, body in drawn.items()}),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array(letters)),
            FirstChar=65,
            LastChar=122,
            Widths=Array([600] * 58),
            ToUnicode=document.make_stream(meaning(claims)),
            Resources=Dictionary(XObject=Dictionary(P=image_object(document, picture))),
        )
    )


@pytest.mark.parametrize(
    ("claims", "honest"),
    [({"I": "I", "L": "L"}, True), ({"I": "o", "L": "e"}, False), ({"I": " ", "L": " "}, False)],
)
def test_drawn_letters(claims: dict[str, str], honest: bool) -> None:
    drawn = {"I": UNBOXED + BAR, "L": UNBOXED + BAR + FOOT}
    document = read(b"BT /L 20 Tf 60 600 Td (LILI) Tj ET\n", L=lambda d: type3(d, claims, drawn))
    assert "LILI" in document.text.replace(" ", "")
    assert (document.pages[0].source is PageSource.TEXT) is honest


def test_drawn_letters_of_dots_are_believed() -> None:
    """As TeX has them."""
    dots = b"q %d 0 0 %d 100 0 cm BI /W 1 /H 1 /IM true /BPC 1 ID \x00 EI Q "
    bar, foot = dots % (120, 700), dots % (400, 120)
    drawn = {"I": b"600 0 0 0 600 700 d1 " + bar, "L": b"600 0 0 0 600 700 d1 " + bar + foot}
    claims = {"I": "I", "L": "L"}
    document = read(b"BT /L 20 Tf 60 600 Td (LILI) Tj ET\n", L=lambda d: type3(d, claims, drawn))
    assert document.pages[0].source is PageSource.TEXT and "LILI" in document.text


def test_drawn_letters_of_two_colours() -> None:
    """White ones to be seen on black paper, black ones on white."""
    pairs = dict(zip("abcdef", zip("Rukmin", "Banjar", strict=True), strict=True))
    drawn = {
        code: b"600 0 d0 1 g " + outlines(white, 0, 0, 1000) + b" 0 g " + outlines(black, 0, 0, 1000)
        for code, (white, black) in pairs.items()
    }
    claims = {code: black for code, (_, black) in pairs.items()}
    shown = b"50 590 200 30 re f BT /L 20 Tf 60 600 Td (abcdef) Tj ET\n"
    document = read(shown, L=lambda d: type3(d, claims, drawn))
    assert document.pages[0].source is PageSource.OCR
    word = next(w for w in document.pages[0].words if document.text[w.start : w.end] == "Banjar")
    assert word.box and any(part.box.touches(word.box) for part in document.unread)


def test_picture_that_is_said_to_be_a_bullet() -> None:
    drawn = {"a": b"5000 0 d0 5000 0 0 1000 0 0 cm /P Do"}
    shown = b"BT /L 14 Tf 60 600 Td (a) Tj ET\n"
    document = read(shown, L=lambda d: type3(d, {"a": "\u2022"}, drawn))
    assert is_found_out(document, "Rukmini")


def test_words_that_nobody_can_read_are_not_believed() -> None:
    crowd = b"".join(text_line(word, 60, 600) for word in ("MAWAR", "SITIX", "88888", "OKEHW"))
    document = read(crowd)
    assert document.pages[0].source is PageSource.OCR and document.unread


def test_file_that_cannot_be_rewritten_is_read_from_its_pixels(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf(Sheet(HONEST))

    def broken(*_: object, **__: object) -> None:
        raise pikepdf.PdfError("damaged")

    monkeypatch.setattr(pikepdf, "open", broken)
    document = read_pdf(data, "", lambda done, total: None)
    assert document.pages[0].source is PageSource.OCR


def apart(signs: str, font: str = "F", x: int = 60, down: int = 0) -> bytes:
    """Each sign as a word by itself, in a row or a column; none for a blank."""
    across = 0 if down else 20
    return b"".join(
        text_line(sign, x + across * at, 600 - down * at, 14, font=font)
        for at, sign in enumerate(signs)
        if sign != " "
    )


@pytest.mark.parametrize(
    ("shown", "as_", "beside", "down"),
    [
        ("TINI", "!?;", "", 0),
        ("TINA", "!?;:", "", 20),
        ("TINA", "!?;:", "1234", 20),
        (" A A", "!", "S T ", 0),
        ("ANNA", "*+", "", 0),
    ],
    ids=["row", "column", "column beside numbers", "among honest letters", "two signs"],
)
def test_letters_that_stand_apart_and_are_said_to_be_marks(
    shown: str, as_: str, beside: str, down: int
) -> None:
    claims = said("".join(dict.fromkeys(shown.replace(" ", ""))), as_)
    content = apart(shown, "L", down=down) + apart(beside, x=30 if down else 60, down=down)
    document = read(content, L=lambda d: helvetica(d, meaning(claims)))
    assert document.pages[0].source is PageSource.OCR and (document.unread or shown in document.text)


@pytest.mark.parametrize(
    ("signs", "down"),
    [("1+2=3", 0), ("()L()P", 0), ("a|b|c|d", 0), ("........5", 0), (": 6371031205870003", 0), ("-+-+*", 20)],
)
def test_honest_marks_that_stand_apart_are_believed(signs: str, down: int) -> None:
    document = read(apart(signs, down=down))
    assert document.pages[0].source is PageSource.TEXT and not document.unread
