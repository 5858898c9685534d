"""Dates of birth in lists whose cells touch."""

import pytest

from terbuka.screening.reading import read_text
from terbuka.screening.recognisers.dated_rows import dated_rows
from tests.screening.screened import Screened

ROWS = (
    "        10/08/89 12:00 AM Jl. Sutoyo S Gg. Kenanga No. 3\n"
    "        08/27/71 12:00 AM Jl. Sutoyo S Gg. Mawar No. 20\n"
)


def test_dates_that_run_into_the_next_column_are_hidden() -> None:
    screened = Screened("Tanggal Lahir            Alamat                  No HP\n" + ROWS)
    assert screened.hides("10/08/89") and screened.hides("08/27/71")


@pytest.mark.parametrize(
    "heading",
    [
        "Tanggal Daftar           Alamat                  No HP\n",
        "Tanggal Lahir  Tanggal Daftar  Alamat\n",
        "Tanggal lahir dan alamat: lihat 2 lampiran\n",
    ],
)
def test_dates_that_another_heading_may_ask_for_stay(heading: str) -> None:
    assert Screened(heading + ROWS).shows("10/08/89")


def test_row_without_a_date_ends_the_list() -> None:
    text = (
        "Tanggal Lahir            Alamat                  No HP\n"
        + ROWS
        + "Jumlah dua orang\nper 12/03/2024 di kantor\n"
    )
    assert Screened(text).shows("12/03/2024")


def test_one_date_below_a_heading_makes_no_list() -> None:
    heading = "Tanggal Lahir            Alamat                  No HP\n"
    assert list(dated_rows(read_text(heading + "Dibuat 12/03/2024 di kantor kelurahan\n"))) == []
