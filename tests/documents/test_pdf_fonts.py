"""Fonts that show other words than they say, were it for one name only. All persons are invented."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from terbuka.documents import Document, PageSource
from terbuka.documents.pdf.read import read as read_pdf
from tests.documents.samples.pdf import Made, Sheet, helvetica, meaning, pdf, text_line

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


def test_letters_that_are_said_to_be_bullets() -> None:
    spread = b"".join(text_line(letter, 60 + 30 * at, 600, font="L") for at, letter in enumerate("RUKMINI"))
    document = read(spread, L=lambda d: helvetica(d, meaning(dict.fromkeys("RUKMIN", "\u2022"))))
    assert document.pages[0].source is PageSource.OCR


def test_letters_that_are_said_to_be_of_another_script() -> None:
    claims = said("Rukmin", "\u0646\u0627\u0645\u0647\u0648\u064a")
    document = read(text_line("Rukmini", 60, 600, font="L"), L=lambda d: helvetica(d, meaning(claims)))
    assert is_found_out(document, "Rukmini")


def type3(document: pikepdf.Pdf, claims: dict[str, str]) -> pikepdf.Object:
    """A font of drawn letters: I and L, whose boxes are said to be empty."""
    drawn = {
        "I": b"600 0 0 0 0 0 d1 100 0 120 700 re f",
        "L": b"600 0 0 0 0 0 d1 100 0 120 700 re 100 0 400 120 re f",
    }
    return document.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=Array([0, 0, 600, 700]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            CharProcs=Dictionary({f"/{name}": document.make_stream(body) for name, body in drawn.items()}),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([73, Name.I, 76, Name.L])),
            FirstChar=73,
            LastChar=76,
            Widths=Array([600] * 4),
            ToUnicode=document.make_stream(meaning(claims)),
            Resources=Dictionary(),
        )
    )


@pytest.mark.parametrize(
    ("claims", "honest"),
    [({"I": "I", "L": "L"}, True), ({"I": "o", "L": "e"}, False), ({"I": " ", "L": " "}, False)],
)
def test_drawn_letters(claims: dict[str, str], honest: bool) -> None:
    document = read(b"BT /L 20 Tf 60 600 Td (LILI) Tj ET\n", L=lambda d: type3(d, claims))
    assert "LILI" in document.text.replace(" ", "")
    assert (document.pages[0].source is PageSource.TEXT) is honest


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
