"""One letter wrong is the same person, unless the word is another word or another name."""

import pytest

from terbuka.screening import Action
from tests.screening.growth import grows_evenly
from tests.screening.screened import Screened

PAPER = "SIARAN PERS\nKorban Sdr. Budi Wirandaka selamat.\n"


@pytest.mark.parametrize(
    ("written", "action"),
    [
        *((wrong, Action.REVIEW) for wrong in ("Wirandeka", "Wirandakka", "Wirndaka", "Xirandaka")),
        *((right, Action.REDACT) for right in ("wirandaka", "Wirandak")),  # in small letters, cut short
    ],
)
def test_a_mention_with_one_letter_wrong_is_for_review(written: str, action: Action) -> None:
    finding = Screened(f"{PAPER}Barang kepunyaan {written} hilang.").of(written)
    assert (finding.type, finding.entity, finding.action) == ("PERSON", "e1", action)


def test_who_was_taken_for_somebody_in_public_is_for_review() -> None:
    finding = Screened(f"{PAPER}Hadir pula Wirandeka Santoso.").of("Wirandeka Santoso")
    assert finding.action is Action.REVIEW


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Wirandaka", "Wirandokq"),  # two letters
        ("Wirandaka", "Wiradanka"),  # two letters changed their places
        ("Pertamo", "pertama"),
        ("Hartono", "Hartini"),
        ("Wiranda", "Wirand4"),
        ("Badrun", "Badrin"),  # too short
    ],
)
def test_another_word_or_name_stays(name: str, word: str) -> None:
    text = f"SIARAN PERS\nKorban Sdr. {name} selamat.\nDi {word} ini."
    assert Screened(text).shows(f"Di {word}")


def test_an_official_with_a_like_name_stays() -> None:
    assert Screened(f"{PAPER}Kapolres AKBP Wirandeka hadir.").shows("Wirandeka")


def test_one_unbroken_long_word_is_read_in_even_time() -> None:
    assert grows_evenly(
        lambda text: Screened(f"Korban bernama Wirandaka datang. {text} selesai."), "abcdefghij"
    )
