"""What the widths of gaps and bars tell in another program's PDF."""

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.foreign.widths import BAR, FITS, HOLE, width_check
from terbuka.redaction.verifier.secrets.search import Hunt, Secret
from tests.documents.samples.images import page_image
from tests.documents.samples.pdf import Sheet, helvetica, meaning, pdf, text_line

NAME, OTHER = "Xantira Qwelmono", "Bulan Sasmito"
LEFT, LINE = 72.0, 700.0
SPACE = 3.336
_NARROW = {"i": 222, "l": 222, "r": 333, "t": 278, " ": 278, ".": 278, ",": 278}
_WIDE = {"x": 500, "m": 833, "w": 722, "X": 667, "Q": 778, "B": 667, "S": 667, "P": 667, "s": 500, "c": 500}
_WIDTHS = {**_NARROW, **_WIDE, "k": 500, "v": 500, "y": 500}
BEFORE, BEHIND = "Pelapor Sdri. ", ", hadir memberi keterangan."


def wide(text: str, size: float = 12) -> float:
    """In Helvetica."""
    return sum(_WIDTHS.get(letter, 556) for letter in text) * size / 1000


END = LEFT + wide(BEFORE)
"""Where the words before the gap end."""
NEXT = END + wide(NAME)
"""Where the words behind it begin."""


def line(
    gap: float = NEXT - END, before: str = BEFORE, behind: str = BEHIND, y: float = LINE, between: bytes = b""
) -> bytes:
    """A line with a gap of this width."""
    rest = LEFT + wide(before) + gap
    return text_line(before, LEFT, y) + text_line(behind, rest, y) + between


def bar(
    left: float = END, right: float = NEXT, y: float = LINE - 3, high: float = 14, how: str = "0 g"
) -> bytes:
    return f"q {how} {left} {y} {right - left} {high} re f Q\n".encode()


def told(content: bytes, *terms: str, finish: object = None) -> set[str]:
    data = pdf(Sheet(content, images={"I": page_image(["Cap"], dpi=20)}), finish=finish)  # type: ignore[arg-type]
    return told_of(data, *terms)


def told_of(data: bytes, *terms: str) -> set[str]:
    hunt = Hunt([Secret(number, "PERSON", term) for number, term in enumerate(terms, 1)])
    check = width_check(Copy(Path(), data, hunt, [], False, lambda done, of: None))
    assert all(one.kind == "side-channel" for one in check.survivors)
    return {one.place for one in check.survivors}


def test_bar_between_words_that_stayed_where_they_were_is_told() -> None:
    assert told(line(between=bar())) == {BAR.place}
    assert told(line(behind=" hadir", between=bar())) == {BAR.place}
    assert told(line(between=bar(how="1 g"))) == {BAR.place}


def test_bars_of_the_words_of_one_name_are_one() -> None:
    middle = END + wide("Xantira")
    assert told(line(between=bar(right=middle) + bar(left=middle + SPACE))) == {BAR.place}


def test_bar_with_a_label_shorter_than_itself_is_told() -> None:
    label = text_line("DIRAHASIAKAN", END + 30, LINE, size=5, state="1 g")
    assert told(line(between=bar() + label)) == {BAR.place}


@pytest.mark.parametrize(("room", "places"), [(0.5, set()), (2.0, {BAR.place})])
def test_bar_as_wide_as_its_label_tells_nothing(room: float, places: set[str]) -> None:
    width = wide("ini coba") + room * 12
    label = text_line("ini coba", END + 3, LINE, state="1 g")
    assert told(line(gap=width, between=bar(right=END + width) + label), NAME) == places


@pytest.mark.parametrize(
    ("gap", "width"), [(62.0, 62.0), (60.0 + SPACE, 60.0), (56.6929, 56.6929), (63.75, 63.75)]
)
def test_bar_of_a_width_that_somebody_chose_tells_nothing(gap: float, width: float) -> None:
    assert told(line(gap=gap, between=bar(right=END + width))) == set()


@pytest.mark.parametrize(("gap", "width"), [(63.37, 62.0), (62.0, 61.37)], ids=["gap", "bar"])
def test_bar_and_gap_of_which_nobody_chose_the_one_are_told(gap: float, width: float) -> None:
    assert told(line(gap=gap, between=bar(right=END + width))) == {BAR.place}


def test_bar_of_a_number_of_half_ems_tells_nothing() -> None:
    words = text_line("Pelapor", LEFT, LINE, 11) + text_line(
        "hadir", LEFT + wide("Pelapor", 11) + 60.5, LINE, 11
    )
    left = LEFT + wide("Pelapor", 11)
    assert told(words + bar(left, left + 60.5)) == set()


@pytest.mark.parametrize(("room", "places"), [(0.6, {BAR.place}), (1.0, set())])
def test_bar_fills_its_gap_but_for_a_space(room: float, places: set[str]) -> None:
    assert told(line(behind="hadir", between=bar(right=NEXT - room * 12))) == places
    assert told(line(behind="hadir", between=bar(left=END - SPACE + room * 12))) == places


def test_bars_of_a_chart_tell_nothing() -> None:
    rows = [
        text_line("Rapat", 72, y) + text_line("12", 115 + long, y) + bar(112.3, 112.3 + long, y - 2, 9)
        for y, long in ((500, 51.37), (520, 73.91))
    ]
    assert told(b"".join(rows)) == set()
    assert told(b"".join(rows).replace(b"0 g", b"0.2 g", 1)) == {BAR.place}


@pytest.mark.parametrize(
    "drawn",
    [
        bar(how="0.6 g"),
        bar(how="0.9 0.9 0 rg"),
        bar(y=LINE + 4),
        bar(y=LINE - 9, high=13),
        bar(y=LINE - 3, high=32),
        bar(right=END + 8),
        bar(right=END + 40),
        b"",
    ],
    ids=["grey", "yellow", "above", "below", "high", "narrow", "short", "none"],
)
def test_what_is_no_bar_in_the_gap_tells_nothing(drawn: bytes) -> None:
    assert told(line(behind=" hadir memberi keterangan.", between=drawn)) == set()


def test_white_box_over_a_line_to_write_on_is_to_be_filled_in() -> None:
    rule = bar(y=LINE - 3, high=0.5)
    assert told(line(behind=" hadir", between=bar(how="1 g") + rule)) == set()
    assert told(line(behind=" hadir", between=bar() + rule)) == {BAR.place}


def test_patch_of_paper_under_words_is_no_bar() -> None:
    assert told(bar(how="1 g") + line(behind=" hadir") + text_line("Ani", END + 20, LINE)) == set()


def test_sentence_with_a_gap_before_a_comma_is_told() -> None:
    assert told(line()) == {HOLE.place}


@pytest.mark.parametrize(
    "content",
    [
        line(behind=" hadir"),
        line(behind=",5 juta"),
        line(behind="....... 12"),
        line(before="Nama : "),
        line(gap=60.0),
        line(gap=wide(NAME), behind=BEHIND) + text_line(", dan", NEXT + wide(BEHIND) + 50.3, LINE),
        line() + text_line("Surat", NEXT, LINE - 40),
        line(gap=144.0 - wide(BEFORE)),
        line(between=b"q %f %f %f 0.5 re f Q\n" % (END, LINE - 2, NEXT - END)),
        line(between=b"q %f 0 0 12 %f %f cm /I Do Q\n" % (NEXT - END, END, LINE - 2)),
        text_line(BEFORE + " " * 30 + BEHIND, LEFT, LINE),
    ],
    ids=[
        "word",
        "number",
        "leaders",
        "colon",
        "chosen",
        "two",
        "column",
        "tab",
        "rule",
        "picture",
        "typed",
    ],
)
def test_gap_that_a_clean_file_may_have_tells_nothing(content: bytes) -> None:
    assert told(content) == set()


@pytest.mark.parametrize("place", [13 * 18.0, 11 * 35.4, 11 * 35.45, 7 * 28.35, 7 * 42.5])
def test_words_at_a_stop_of_tabs_tell_nothing(place: float) -> None:
    assert told(line(gap=place - wide(BEFORE), behind=", hadir")) == set()


def test_field_to_fill_in_tells_nothing() -> None:
    def finish(document: pikepdf.Pdf) -> None:
        box = Array([END, LINE - 2, NEXT, LINE + 12])
        field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=box, FT=Name.Tx)
        document.pages[0].obj.Annots = Array([document.make_indirect(field)])
        document.Root.AcroForm = Dictionary(Fields=Array(document.pages[0].obj.Annots))

    assert told(line(), NAME, finish=finish) == set()


def test_last_words_that_end_at_one_margin_are_a_column() -> None:
    start = 72 + wide("Saksi") + wide(NAME)
    margin = start + wide("1.204,5")
    first = text_line("Saksi", 72, 500) + text_line("1.204,5", start, 500)
    assert told(first + text_line("98,25", margin - wide("98,25") + 0.2, 520), NAME) == set()
    assert told(first + text_line("98,25", margin - wide("98,25") - 1, 520), NAME) == {FITS.place}


def test_gap_that_one_term_fits_is_told_with_its_number() -> None:
    behind = " hadir memberi keterangan."
    assert told(line(behind=behind), OTHER, NAME) == {FITS.place}
    assert told(line(behind=behind), OTHER) == set()
    assert told(line(between=bar()), NAME) == {BAR.place, FITS.place}


def test_term_of_three_letters_has_no_width_that_tells() -> None:
    assert told(line(gap=wide("Siska"), behind=" hadir"), "Siska") == {FITS.place}
    assert told(line(gap=wide("Swa"), behind=" hadir"), "Swa") == set()


def test_gap_that_two_terms_fit_does_not_tell_which() -> None:
    assert told(line(behind=" hadir"), NAME, "Qwelmono Xantira") == set()


def test_one_of_many_terms_fits_by_chance() -> None:
    others = [f"Pihak {letter * 3}" for letter in "abcdeghijklmnopqrstuvwxyz"]
    assert told(line(behind=" hadir"), NAME, *others) == set()
    assert told(line(behind=" hadir"), NAME, *others[:12]) == {FITS.place}
    assert told(line(behind=" hadir", between=bar()), NAME, *others) == {BAR.place, FITS.place}


def test_numbers_and_letters_that_the_type_lacks_fit_nothing() -> None:
    assert told(line(behind=" hadir"), "6371012003850001", "Бамбанг Сулистё") == set()


def test_kerned_and_tracked_lines_are_measured_as_they_are_set() -> None:
    kerned = b"BT /F 12 Tf %f %f Td [(Pelapor ) (Xan) 60 (tira) %f ( hadir)] TJ ET\n"
    gap = -(wide(OTHER)) / 12 * 1000
    assert told(kerned % (LEFT, LINE, gap), OTHER) == {FITS.place}
    tracked = b"BT /F 12 Tf 0.5 Tc %f %f Td [(Pelapor Sdri. ) %f (hadir)] TJ ET\n"
    gap = -(wide(NAME + " ") + 0.5 * len(NAME + " ")) / 12 * 1000
    assert told(tracked % (LEFT, LINE, gap), NAME) == {FITS.place}


@pytest.mark.parametrize(("before", "left"), [("Menurut ", LEFT + wide("Menurut ")), ("", 60.0)])
def test_bar_at_an_end_of_its_line_is_held_against_terms(before: str, left: float) -> None:
    words = text_line(before, LEFT, LINE) if before else text_line("hadir.", 60 + wide(NAME) + 5, LINE)
    drawn = words + bar(left, left + wide(NAME))
    assert told(drawn, NAME, OTHER) == {FITS.place}
    assert told(drawn, OTHER) == set()
    assert told(drawn) == set()


def test_bar_over_a_whole_line_leaves_nothing_beside_it() -> None:
    assert told(text_line("hadir", 80, LINE, state="1 g") + bar(70, 200.3), NAME) == set()


def test_lines_that_run_up_the_page_are_looked_at_too() -> None:
    shown = b"BT /F 12 Tf 0 1 -1 0 300 %f Tm (%b) Tj ET\n"
    content = shown % (LEFT, BEFORE.encode()) + shown % (NEXT, BEHIND.encode())
    content += b"q 0 g 289 %f 14 %f re f Q\n" % (END, NEXT - END)
    assert told(content) == {BAR.place}


def test_font_with_the_letters_of_a_term_is_told() -> None:
    def finish(document: pikepdf.Pdf) -> None:
        letters = meaning({letter: letter for letter in NAME if letter.isalpha()})
        font = helvetica(document, letters)
        font.BaseFont = Name("/ABCDEF+Sisa")
        document.pages[0].obj.Resources.Font["/S"] = font

    place = "font with the letters of a term"
    assert told(line(gap=SPACE, behind="hadir."), NAME, finish=finish) == {place}
    assert told(line(gap=SPACE, behind="hadir."), finish=finish) == set()


def test_same_words_on_two_pages_are_told_by_page() -> None:
    data = pdf(Sheet(line()), Sheet(line()))
    check = width_check(Copy(Path(), data, Hunt([]), [], False, lambda done, of: None))
    assert [survivor.page for survivor in check.survivors] == [1, 2]
    assert check.items == 2
