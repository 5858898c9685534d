import pytest

from terbuka.screening.names.peoples import of_many, peoples
from terbuka.screening.reading import read_text
from tests.screening.screened import Screened, names_in


def peoples_in(text: str) -> list[str]:
    reading = read_text(text)
    return [reading.word(index) for index in sorted(peoples(reading))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Warga Dayak, Bugis, dan Jawa hidup berdampingan.", ["Dayak", "Bugis", "Jawa"]),
        ("masyarakat Batak Toba dan Nias", ["Batak", "Toba", "Nias"]),
        ("suku Dani / Asmat", ["Dani", "Asmat"]),
    ],
)
def test_a_row_of_peoples_behind_a_word_for_a_group_is_nobody(text: str, found: list[str]) -> None:
    assert peoples_in(text) == found
    assert names_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "korban Dani dan Asmat tewas",
        "Warga Dani melapor.",
        "Warga, Dani dan Asmat, melapor.",
        "warga Dani. Asmat pergi",
        "warga Dani dan",
    ],
)
def test_names_that_are_also_peoples_are_left_to_the_rules_of_names(text: str) -> None:
    assert peoples_in(text) == []


def test_two_victims_called_like_peoples_are_hidden() -> None:
    assert Screened("LAPORAN POLISI\n\nKorban Dani dan Asmat tewas di rumahnya.").hides("Dani")


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Islam, Kristen, Hindu", True),
        ("Islam dan Kristen", False),
        ("Islam", False),
        ("Islam\n\nHindu\n\nBudha", False),
    ],
)
def test_three_faiths_are_more_than_one_person_has(text: str, many: bool) -> None:
    assert of_many(read_text(text), 0, "value.religion") is many
