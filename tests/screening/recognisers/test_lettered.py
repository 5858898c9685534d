"""Mobile numbers in which somebody has put a letter for a figure."""

import pytest

from terbuka.screening.recognisers.lettered import lettered_runs
from tests.screening.growth import grows_evenly
from tests.screening.screened import Screened


@pytest.mark.parametrize(
    "number",
    ["0812 5I04 33T8", "0812-5104-33T8", "08125104E378", "+62 812 51A4 33T8", "0812.5104.3X78"],
)
@pytest.mark.parametrize("before", ["HP ", "", "hub. "])
def test_a_mobile_number_with_letters_is_hidden(before: str, number: str) -> None:
    screened = Screened(f"LAPORAN\n\n{before}{number} ya\n")
    assert screened.hides(number) and screened.shows("ya")


@pytest.mark.parametrize(
    "text",
    [
        "suku cadang 0812A-33T8",
        "kode 0400 5I04 33T8",
        "berkas 0812 5104 Tahun 2024",
        "tipe 08XY 5104 3378",
        "seri 0812 AB4C D3E8",
        "0812 5104 33TTT8",
        "0812 51043 T8X",
    ],
)
def test_other_numbers_with_letters_are_none(text: str) -> None:
    assert list(lettered_runs(text)) == []


def test_what_follows_a_number_is_none_of_it() -> None:
    (run,) = lettered_runs("0812 5I04 33T8 12 orang")
    assert (run.text, run.digits) == ("0812 5I04 33T8", "081251043378")


@pytest.mark.parametrize("unit", ["0", "0A", "0812 ", "0812 5I04 33T8 ", "08."])
def test_long_rows_of_groups_are_read_evenly(unit: str) -> None:
    assert grows_evenly(lambda text: list(lettered_runs(text)), unit)
