import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.screening.folding import digits, fold, plain


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("KEPOLlSIAN", "kepolisian"),
        ("PANJAlTAN", "panjaitan"),
        ("ginjaI", "ginjal"),
        ("R0siana", "rosiana"),
        ("SUWART1NAH", "suwartinah"),
        ("Siti", "siti"),
        ("RAH\u00adMAH", "rahmah"),
        ("Rаhmаh", "rahmah"),  # Cyrillic а
        ("José", "jose"),
        ("SMPN35", "smpn35"),
        ("0812", "0812"),
        ("3B", "3b"),
    ],
)
def test_fold_reads_a_word_as_a_reader_means_it(written: str, meant: str) -> None:
    assert fold(written) == meant


def test_plain_drops_what_is_not_on_paper() -> None:
    assert plain("Su\u200bpar\u2060man\ufeff") == "Suparman"


def test_small_capitals_are_letters() -> None:
    assert plain("ʜᴀʀᴛɪɴɪ ᴡᴜʟᴀɴꜱᴀʀɪ") == "hartini wulansari"


def test_no_look_alike_appears_when_case_is_folded() -> None:
    every = [chr(code) for code in range(0x80, 0x110000)]
    assert [char for char in every if plain(plain(char).casefold()) != plain(char).casefold()] == []


@pytest.mark.parametrize(
    ("written", "number"), [("0812-5O77-31l9", "081250773119"), ("1271O82005130019", "1271082005130019")]
)
def test_digits_sees_through_ocr(written: str, number: str) -> None:
    assert digits(written) == number


@given(st.text(max_size=40))
def test_fold_takes_any_text(word: str) -> None:
    if word:
        assert fold(word) == fold(word).lower()
