"""Days of the week and of the market that somebody is called by."""

import pytest

from tests.screening.screened import Screened, names_in


@pytest.mark.parametrize("name", ["Senin", "Rabu", "Jumat", "Minggu", "Legi"])
@pytest.mark.parametrize(
    "told",
    [
        "Saksi {} (45) melihat kejadian itu.",
        "Pelapor {} dan istrinya datang.",
        "Pemohon bernama lengkap {} bin Marto Pawiro hadir.",
        "Korban {}, 45 tahun, menangis.",
    ],
)
def test_a_day_where_only_a_person_can_stand_is_a_name(told: str, name: str) -> None:
    assert any(found.startswith(name) for found in names_in(told.format(name)))


@pytest.mark.parametrize(
    "text",
    [
        "Saksi Jumat kemarin datang.",
        "Korban Senin, 4 Maret 2024, melapor.",
        "Saksi Rabu pagi itu tidak hadir.",
        "Rapat hari Minggu dihadiri pelapor.",
        "Pelapor hadir Senin dan pulang Selasa.",
    ],
)
def test_a_day_of_a_date_is_no_name(text: str) -> None:
    assert not {"Jumat", "Senin", "Rabu", "Minggu", "Selasa"} & set(names_in(text))


def test_the_day_itself_stays_where_somebody_is_called_like_it() -> None:
    screened = Screened("Saksi Jumat (45) melihat kejadian pada hari Jumat, 8 Maret 2024.\n")
    assert screened.shows("hari Jumat, 8 Maret 2024")
    assert any(f.start == len("Saksi ") and f.action.hides for f in screened.findings)
