"""Details that follow one another are one person's."""

import pytest

from terbuka.screening import Mode
from tests.screening.people.test_belongings import mode_of
from tests.screening.screened import Screened

CHILD = "Anak korban Putri Lestari (9) dirawat.\n\n"


@pytest.mark.parametrize("part", ["6371034507820003", "0812-5567-8891"])
@pytest.mark.parametrize(
    "told",
    [
        "Ibunya, Rukmini Saraswati, Jalan Melur Nomor 17, Banjarmasin.\nNIK 6371034507820003, telepon "
        "0812-5567-8891.",
        "Ibunya, Rukmini Saraswati.\nNIK 6371034507820003\nHP 0812-5567-8891",
    ],
)
def test_details_strung_behind_the_family_are_locked(told: str, part: str) -> None:
    assert mode_of(Screened(CHILD + told), part) is Mode.BLOCK


def test_details_beside_one_that_is_locked_elsewhere_are_locked() -> None:
    text = CHILD + (
        "Ibunya, Rukmini Saraswati, HP 0812-5567-8891, melapor.\n\nCatatan piket tentang perkara ini.\n\n"
        "NIK 6371034507820003, telepon +62 812 5567 8891\n"
    )
    assert mode_of(Screened(text), "6371034507820003") is Mode.BLOCK


@pytest.mark.parametrize(
    "told",
    [
        "Ibunya, Rukmini Saraswati.\nTersangka memakai nomor 0857-1234-9087.",
        "Ibunya, Rukmini Saraswati, HP 0812-5567-8891. Saksi Joko Susilo, HP 0857-1234-9087.",
        "Ibunya, Rukmini Saraswati, HP 0812-5567-8891.\n\nLaporan lain masuk. Nomor HP 0857-1234-9087.",
        "Ibunya, Rukmini Saraswati, HP 0812-5567-8891.\nPetugas jaga mencatat nomor lain yang masuk dari "
        "warga yang tidak mau disebut. Nomor HP 0857-1234-9087.",
    ],
)
def test_details_of_others_are_not_locked(told: str) -> None:
    assert mode_of(Screened(CHILD + told), "0857-1234-9087") is Mode.MASK
