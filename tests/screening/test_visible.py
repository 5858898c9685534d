import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.screening.folding import INVISIBLE
from terbuka.screening.visible import visible
from tests.screening.screened import Screened

_UNSEEN = ["\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\ufeff", "\u200b\u00ad"]


@pytest.mark.parametrize("sign", _UNSEEN)
@pytest.mark.parametrize(
    ("before", "number"),
    [
        ("NIK : ", "3201 1541 0796 0003"),
        ("yang bersangkutan ", "3201 1541 0796 0003"),
        ("No. KK : ", "3201 1541 0796 0003"),
        ("HP : ", "0812 9044 7712"),
        ("rekening BRI ", "0211 0103 3871 504"),
        ("kartu debit : ", "4539 1488 0343 6467"),
        ("IMEI : ", "35 693803 564380 9"),
        ("NPWP : ", "09 254 294 3 407 000"),
        ("NIP. ", "19800715 201403 1 002"),
        ("Nopol : ", "F 2281 KAB"),
    ],
)
def test_number_parted_by_a_sign_that_nobody_sees_is_hidden(before: str, number: str, sign: str) -> None:
    written = number.replace(" ", sign)
    assert Screened(f"LAPORAN POLISI\n\n{before}{written}\n").hides(written)


@pytest.mark.parametrize("sign", _UNSEEN)
def test_every_digit_followed_by_a_sign_that_nobody_sees_is_hidden(sign: str) -> None:
    written = sign.join("3201154107960003")
    assert Screened(f"LAPORAN POLISI\n\nNIK : {written} ada\n").hides(written)


def test_mail_and_label_with_a_sign_that_nobody_sees_are_read() -> None:
    screened = Screened("Surel ratih.kus\u200buma@gma\u200bil.com\nN\u200bIK : 12345678\u200b90123\n")
    assert screened.hides("ratih.kus\u200buma@gma\u200bil.com") and screened.hides("12345678\u200b90123")


def test_dates_and_years_with_a_soft_hyphen_stay() -> None:
    assert Screened("Anggaran tahun 2020\u00ad2021, tanggal 12\u00ad03\u00ad2026.\n").types() == []


def test_soft_hyphen_is_printed_at_the_end_of_a_line_and_beside_figures() -> None:
    assert visible("me\u00adlapor pa\u00ad\nda 12\u00ad03").text == "melapor pa-\nda 12-03"


def test_plain_text_is_left_as_it_is() -> None:
    assert visible("NIK 12").stored(1, 3) == (1, 3)


@given(st.text(alphabet=f"a1 \n-é{INVISIBLE[:6]}\ufeff", max_size=40))
def test_each_stretch_knows_where_it_stands(text: str) -> None:
    shown = visible(text)
    for start in range(len(shown.text)):
        left, right = shown.stored(start, start + 1)
        assert right == left + 1 and text[left] in (shown.text[start], "\u00ad")


@pytest.mark.parametrize("sign", ["\u0301", "\u0336", "\ufe0f\u20e3", "\U000e0041"])
def test_figures_with_accents_or_key_caps_are_figures(sign: str) -> None:
    written = "".join(f"{figure}{sign}" for figure in "3201154107960003")
    assert Screened(f"LAPORAN POLISI\n\nNIK : {written} ada\n").hides(written)


def test_text_in_tags_that_no_page_shows_is_read() -> None:
    written = "".join(chr(0xE0000 + ord(char)) for char in "NIK 3201154107960003")
    assert Screened(f"LAPORAN POLISI\n\nSelesai.{written}\n").hides(written[4:])
