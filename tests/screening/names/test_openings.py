""" "Lalu" leads over to what somebody did then; among the Sasak it is a title."""

import pytest

from tests.screening.screened import Screened, names_in


def test_a_conjunction_in_front_of_a_known_name_is_no_part_of_it() -> None:
    told = "Anak korban bernama KINANTHI AYU LARASATI, 14 tahun. Lalu Kinan cerita bahwa ia takut.\n"
    screened = Screened(told)
    assert screened.hides("Kinan")
    assert screened.of("Kinan").entity == screened.of("KINANTHI").entity
    assert screened.shows("Lalu")


@pytest.mark.parametrize("text", ["Lalu Budi Santoso pergi.", "Ia datang.\nLalu Budi Santoso pergi."])
def test_a_sentence_that_opens_so_names_only_who_stands_behind(text: str) -> None:
    assert names_in(text) == ["Budi Santoso"]


@pytest.mark.parametrize(
    "text",
    [
        "Warga Lombok Timur. Lalu Budi Santoso pergi.",
        "Baiq Sahnun hadir. Lalu Budi Santoso pergi.",
        "Saksi Lalu Budi Santoso hadir. Lalu Budi Santoso pergi.",
    ],
)
def test_the_title_of_the_sasak_stays_with_the_name(text: str) -> None:
    assert names_in(text)[-1] == "Lalu Budi Santoso"


def test_traffic_is_nobodys_title() -> None:
    assert names_in("Satuan Lalu Lintas. Lalu Budi Santoso pergi.") == ["Budi Santoso"]


def test_a_signature_is_no_sentence() -> None:
    assert names_in("Pemohon,\n\nLalu Budi Santoso\n") == ["Lalu Budi Santoso"]
