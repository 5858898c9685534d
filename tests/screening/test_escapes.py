import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.screening.escapes import unescape
from tests.screening.growth import grows_evenly
from tests.screening.screened import Screened

NIK = "3201154107960003"
_CODES = {
    "decimal entities": "&#{:d};",
    "entities without an end": "&#x{:x}",
    "hexadecimal entities": "&#X{:X};",
    "a link": "%{:02x}",
    "a mail": "={:02X}",
    "a program": "\\u{:04x}",
    "a program, short": "\\x{:02x}",
    "a program, in braces": "\\u{{{:x}}}",
    "a program, long": "\\U{:08x}",
    "a program, octal": "\\{:03o}",
    "a style sheet": "\\{:04x} ",
    "a link of old scripts": "%u{:04x}",
    "a link in a link": "%25{:02x}",
    "a link in a link in a link": "%2525{:02x}",
    "a mail in a link": "%3D{:02X}",
    "entities in entities": "&amp;#{};",
    "entities in a mail": "=26=23{}=3B",
}


def coded(text: str, form: str) -> str:
    return "".join(form.format(ord(char)) for char in text)


@pytest.mark.parametrize("form", _CODES.values(), ids=list(_CODES))
@pytest.mark.parametrize(
    ("before", "said"),
    [("yang bersangkutan ", NIK), ("HP ", "081251043378"), ("Pelapor Sdri. ", "Siti Rahmah")],
)
def test_what_is_written_in_codes_is_hidden_as_a_whole(before: str, said: str, form: str) -> None:
    written = coded(said, form)
    screened = Screened(f"LAPORAN POLISI\n\n{before}{written} hadir.\n")
    assert screened.hides(written) and screened.shows("hadir")


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        (f"NIK: &#51;{NIK[1:]}", f"51;{NIK[1:]}"),
        (f"NIK: {NIK[:-1]}&#51; ada", f"{NIK[:-1]}&#51;"),
        ("telp: &#48;812&#45;5104&#45;3378", "48;812&#45;5104&#45;3378"),
        ("surel budi88%40gmail.com", "budi88%40gmail.com"),
        ("surel budi88&commat;gmail&period;com", "budi88&commat;gmail&period;com"),
        ("Pelapor Sdri. Ren&eacute; Wulandari hadir", "Ren&eacute; Wulandari"),
        ("Pelapor Sdri. Ren=C3=A9 Wulandari hadir", "Ren=C3=A9 Wulandari"),
    ],
)
def test_one_code_inside_hides_nothing_from_screening(text: str, hidden: str) -> None:
    assert Screened(text).hides(hidden)


def test_mail_that_breaks_a_line_is_read() -> None:
    head = "Content-Transfer-Encoding: quoted-printable\n\n"
    written = f"Nomor =\nsaya 0812=\n51043=378 ada, NIK {NIK[:9]}=\n{NIK[9:]}"
    assert Screened(head + written).hides(f"{NIK[:9]}=\n{NIK[9:]}")
    assert unescape(head + "Siti Rah=\r\nmah =33").text.endswith("Siti Rahmah 3")
    assert unescape("Siti Rah=\nmah =33").text == "Siti Rah=\nmah =33"


@pytest.mark.parametrize(
    ("written", "said", "codes"),
    [
        ("+AEgAYQByAHQAaQBuAGk-", "Hartini", "+AEgAYQByAHQAaQBuAGk-"),
        ("+AEg-artini", "Hartini", "+AEg-"),
        ("&AEg-artini", "Hartini", "&AEg-"),
        ("Har\\164ini", "Hartini", "Har"),
        ("\\110artini", "Hartini", "\\110"),
        ("H\\0061 rtini", "Hartini", "H"),
        ("Ren\\303\\251", "René", "Ren"),
        ("Har&shy;tini", "Har\u00adtini", "Har"),
        ("Har&ZeroWidthSpace;tini", "Har\u200btini", "Har"),
        ("Har\\u200btini", "Har\u200btini", "Har"),
    ],
)
def test_codes_of_words_and_of_signs_that_nobody_sees_are_read(written: str, said: str, codes: str) -> None:
    unescaped = unescape(written)
    assert unescaped.text == said
    assert unescaped.stored(0, len(said)) == (0, len(written))
    start, end = unescaped.stored(0, 3)
    assert written[start:end].startswith(codes)


def test_a_part_of_a_word_in_utf_7_stands_where_all_of_it_does() -> None:
    written = "kata +AEgAYQByAHQAaQBuAGk-, ya"
    assert unescape(written).stored(7, 9) == (5, 26)


@pytest.mark.parametrize(
    "text",
    [
        "golongan A+AB-, O+AB-",
        "a+A1b2 dan &A12- dan +ABCDEFG1234",
        "+2KfYqNix-",
        "D:\\110a\\x C:\\2024\\berkas",
        "R&D &AMP",
        "\\u{ffffff} \\U000FFFFF",
        "+A///-",
        "Realisasi 20%30 orang, kenaikan 5%, bobot 10%20",
        "Naik 10%20 dan 5%20, lalu %20 saja",
        "x=12 dan y=30, total=45",
        "PT R&D Abadi; PT A&B;",
        "&#1; &#xFFFFF; &tidakada; \\u00 \\d",
        "https://contoh.go.id/berkas%20%20laporan",
        "=FF=FE=80",
    ],
)
def test_shares_sums_and_signs_that_nobody_sees_are_no_codes(text: str) -> None:
    assert unescape(text).text == text


@given(st.lists(st.sampled_from(["a", "7", " ", "&#54;", "%36%40", "=C3=A9", "&amp;", "%"])).map("".join))
def test_each_sign_knows_where_it_stands(text: str) -> None:
    unescaped = unescape(text)
    end = 0
    for start in range(len(unescaped.text)):
        left, right = unescaped.stored(start, start + 1)
        assert left == end
        if not unescaped.within:  # a code of codes may be one only beside another
            assert unescape(text[left:right]).text in (unescaped.text[start], text[left:right])
        end = right
    assert end == len(text)


@pytest.mark.parametrize(
    "piece", ["&#54;", "%36", "=36", "&#", "%3", "==", "\\u003", "%C3", "+A", "\\1", "%25", "&amp;"]
)
def test_long_rows_of_codes_are_read_evenly(piece: str) -> None:
    assert grows_evenly(unescape, piece)


def test_blanks_of_links_part_words_outside_of_links_too() -> None:
    assert unescape("Sdri.%20Siti%20Rahmah,%20NIK%206371%20hadir").text == "Sdri. Siti Rahmah, NIK 6371 hadir"
