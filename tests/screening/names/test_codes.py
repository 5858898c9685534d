"""What informants are called (policy, rule 8)."""

import pytest

from tests.screening.screened import Screened


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("Sumber : Jaringan tertutup (GAGAK 02)", "GAGAK 02"),
        ("Sumber : Gagak 02", "Gagak 02"),
        ("Agen : KIJANG-3", "KIJANG-3"),
        ("Agen Kijang melaporkan bahwa target bergerak.", "Kijang"),
        ("Perlindungan terhadap sumber Gagak 02", "Gagak 02"),
        ("Sumber informasi: Jaringan JALAK-01", "JALAK-01"),
        ("Sumber tertutup: S-17, kode GAGAK 02", "S-17"),
        ("Sumber tertutup: S-17, kode GAGAK 02", "GAGAK 02"),
        ("Keterangan informan dengan kode ELANG-3 diterima.", "ELANG-3"),
    ],
)
def test_the_code_name_of_an_informant_is_hidden(told: str, code: str) -> None:
    assert Screened(told).hides(code)


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("Sumber: BPS 2023", "BPS 2023"),
        ("Sumber: Kompas 12 Mei 2023", "Kompas 12"),
        ("Sumber : Lampiran 2", "Lampiran 2"),
        ("Sumber dana APBD", "APBD"),
        ("Guru SDN Sumber Rejo 02 hadir.", "Sumber Rejo 02"),
        ("Agen Tiket melaporkan kerugian.", "Agen Tiket"),
        ("Agen Perubahan menyampaikan laporan.", "Perubahan"),
    ],
)
def test_what_a_figure_is_from_and_who_sells_are_no_code_names(told: str, kept: str) -> None:
    assert Screened(told).shows(kept)
