"""A word's letters tell how much it looks like a name."""

import pytest

from terbuka.screening.tagging.letters import letter_groups, name_odds


def test_groups_of_letters_mark_the_edges_of_a_word() -> None:
    assert list(letter_groups("adi")) == ["^ad", "adi", "di$", "^adi", "adi$"]


@pytest.mark.parametrize("name", ["darmawi", "hutasoit", "widodo", "suryaningsih"])
def test_letters_of_a_name_speak_for_one(name: str) -> None:
    assert name_odds(name)[0] > name_odds("pemeriksaan")[0]


def test_letters_of_a_place_speak_against_a_name() -> None:
    assert name_odds("tanjungpinang")[1] < name_odds("darmawi")[1]


def test_unknown_letters_say_nothing() -> None:
    assert name_odds("qqq") == (0, 0)
