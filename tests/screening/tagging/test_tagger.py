"""What the models of words say of a text."""

import pytest

from terbuka.screening.reading import read_text
from terbuka.screening.tagging.tagger import tag


def likely(text: str, word: str, type_: str) -> float:
    reading = read_text(text)
    return tag(reading).details[reading.folds.index(word)].get(type_, 0.0)


def test_each_word_has_probabilities() -> None:
    reading = read_text("Darmawi menderita asma sejak kecil. Ia tinggal di Banjarmasin.")
    tagged = tag(reading)
    assert len(tagged.persons) == len(tagged.details) == len(tagged.likely_names()) == len(reading)
    assert all(0 <= value <= 1.0001 for value in tagged.likely_names())
    assert all(0 <= value <= 1.0001 for word in tagged.details for value in word.values())


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ("Saksi Darmawi mengaku menderita asma sejak kecil.", "asma", "HEALTH"),
        ("Terdakwa berutang Rp 40 juta kepada rentenir.", "40", "FINANCE"),
        ("Korban sudah bercerai dari suaminya.", "bercerai", "MARITAL"),
    ],
)
def test_details_in_prose_are_seen(text: str, word: str, type_: str) -> None:
    assert likely(text, word, type_) > 0.2


def test_words_of_a_statute_are_nobodys_details() -> None:
    text = "Pasal 3\n\nSetiap orang berhak memperoleh informasi publik sesuai ketentuan undang-undang ini."
    tagged = tag(read_text(text))
    assert not any(sum(word.values()) > 0.3 for word in tagged.details)


def test_a_name_without_title_is_likely_one() -> None:
    reading = read_text("Sumantri mencari Darmawi di gudang.")
    names = tag(reading).likely_names()
    assert min(names[reading.folds.index(name)] for name in ("sumantri", "darmawi")) > 0.5


def test_a_type_is_summed_over_all_words() -> None:
    tagged = tag(read_text("Saksi Darmawi mengaku menderita asma sejak kecil."))
    health = [word.get("HEALTH", 0.0) for word in tagged.details]
    assert tagged.words_of("HEALTH") == tagged.words_of("HEALTH") == pytest.approx(sum(health))
    assert tagged.words_of("HEALTH") > 0.2
    assert tagged.words_of("no type") == 0
