"""Words of the language that somebody is called: no list knows them as names, yet they name a child."""

import pytest

from tests.screening.screened import names_in

CALLED = ("Aman", "Ganti", "Manis", "Acuan")


@pytest.mark.parametrize("name", CALLED)
@pytest.mark.parametrize(
    "told",
    [
        "Kemarin anak saya {} sakit.",
        "Istrinya takut, tetapi adiknya {} pulang.",
        "Seorang bocah bernama {} hilang di sungai.",
        "Ia dijemput Pak {} di pasar.",
        "Pagi itu korban {} menangis.",
        "Anak saya si {} baru kelas lima.",
    ],
)
def test_who_is_called_by_a_word_is_found(told: str, name: str) -> None:
    assert name in names_in(told.format(name))


@pytest.mark.parametrize(
    "text",
    [
        "Kelas Ibu Hamil dan program Kakak Asuh dibuka.",
        "Setiap Pelaku Usaha wajib mendaftar.",
        "Sebuah kapal bernama Ganti karam.",
        "Anak saya di Desa Damai sehat.",
        "Mas Kawin dibayar tunai.",
        "Kepada Bapak Bupati, anak saya sakit.",
        "Warga Kutai Barat dan pembeli Madura menawar.",
    ],
)
def test_a_capital_that_names_nobody_is_left_alone(text: str) -> None:
    assert names_in(text) == []


@pytest.mark.parametrize("name", ["Suwarno", "Liu Kon Fah", "Sulastri"])
def test_who_heads_a_neighbourhood_is_no_place(name: str) -> None:
    assert names_in(f"Malam itu Pak RT {name} melihat motor.") == [name]


def test_who_is_called_like_a_mountain_is_no_place() -> None:
    assert names_in("Uang dititipkan kepada Mas Gunung Wibawanto kemarin.") == ["Gunung Wibawanto"]
    assert names_in("Ia mendaki ke Gunung Wibawanto kemarin.") == []


def test_cell_with_a_small_letter_behind_a_name_is_nobody() -> None:
    table = "Rekap\nNama\tNIK\nSulastri Handayani\t3174056208870003\n\n\nSulastri Handayani\n"
    assert names_in(f"{table} 3174056208870003\n\nData Sulastri Handayani\nx\n") == ["Sulastri Handayani"] * 3
