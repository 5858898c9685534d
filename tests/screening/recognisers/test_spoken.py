import pytest

from terbuka.screening.reading import read_text
from terbuka.screening.recognisers.numerals import dictated, in_words, is_numeral
from terbuka.screening.recognisers.spoken import mixed_runs, spoken_plates, spoken_runs
from tests.screening.growth import grows_evenly
from tests.screening.screened import Screened, layout_of


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("nol delapan satu tiga, enam satu, dua dua, sembilan nol empat empat", "081361229044"),
        ("nol delapan satu tiga, empat empat, dua puluh satu, sembilan puluh, nol tujuh", "081344219007"),
        ("seratus, dua satu, kosong enam, delapan delapan tujuh", "1002106887"),
        ("sa dua lhee peuet limong nam", "123456"),
        ("tujuh-kosong-kosong-empat-sembilan-dua", "700492"),
        ("dobel lima tiga belas nol satu", "551301"),
    ],
)
def test_a_dictated_number_is_read_in_the_language_it_is_said_in(text: str, digits: str) -> None:
    (run,) = spoken_runs(layout_of(f"catat: {text}. Sudah").reading)
    assert (run.digits, run.text) == (digits, text)


@pytest.mark.parametrize(
    "text",
    ["dua puluh tujuh tahun", "tiga anak dan dua istri", "satu dua tiga", "satu\n\ndua\n\ntiga\n\nempat"],
)
def test_a_few_numerals_are_no_number(text: str) -> None:
    assert spoken_runs(layout_of(text).reading) == []


@pytest.mark.parametrize(
    ("text", "plate"),
    [
        ("oto de be satu tujuh lima enam el er so", "DB 1756 LR"),
        ("Plat PA dua tujuh enam sembilan RM.", "PA 2769 RM"),
    ],
)
def test_a_spelled_plate_is_read(text: str, plate: str) -> None:
    assert [found.text for found in spoken_plates(layout_of(text).reading)] == [plate]


def test_numerals_alone_are_no_plate() -> None:
    assert list(spoken_plates(layout_of("ada dua tiga orang").reading)) == []


def test_numerals_as_a_number_and_as_they_are_dictated() -> None:
    assert in_words(["tiga", "belas"]) == (13, 2) and in_words(["pergi"]) is None
    assert in_words(["dua", "puluh", "tujuh"]) == (27, 3) and in_words(["dua", "puluh"]) == (20, 2)
    assert dictated(["dua", "puluh", "satu"]) == ("21", 3) and dictated(["dua", "puluh"]) == ("20", 2)
    assert dictated([]) is None and dictated(["pergi"]) is None
    assert is_numeral("kosong") and is_numeral("dobel") and not is_numeral("pergi")


@pytest.mark.parametrize(
    ("before", "number"),
    [
        ("hubungi ", "0812 ext 5104 3378"),
        ("HP ", "081two51043378"),
        ("", "0812lima1043378"),
        ("", "nol81251043378"),
        ("ke ", "62 812 lima satu 043378"),
        ("no 2 ", "08one2 5104 3378"),
        ("wa ", "0812 strip 5104 strip 3378"),
        ("NIK ", "3201 satu lima 4107 96 0003"),
        ("yang bersangkutan ", "3201 satu lima 4107 96 0003"),
    ],
)
def test_a_number_half_in_words_is_hidden(before: str, number: str) -> None:
    screened = Screened(f"LAPORAN\n\n{before}{number} ada\n")
    assert screened.hides(number) and screened.shows("ada")


@pytest.mark.parametrize(
    "text",
    [
        "Rp 125.000.000 (seratus dua puluh lima juta)",
        "Nomor 0812 Tahun 2024 Pasal 12 ayat satu",
        "0812 orang dan 5104 ekor, 3378 dua",
        "titik 0812345 titik titik titik",
        "kode 0400 dua 12345678",
        "pada 12 dua 2024",
    ],
)
def test_figures_and_words_beside_each_other_are_no_number(text: str) -> None:
    assert Screened(f"LAPORAN\n\n{text}\n").types() == []


@pytest.mark.parametrize("after", ["dua kali", "satu buah", ": sa su pigi", "sa"])
@pytest.mark.parametrize("number", ["081251043378", "0812-5104-3378", "+62 812-5104-3378"])
def test_words_beside_a_whole_number_are_none_of_it(number: str, after: str) -> None:
    screened = Screened(f"LAPORAN\n\nditelepon ke {number} {after}\n")
    assert screened.hides(number) and screened.shows(after)


def test_a_number_in_figures_alone_is_not_mixed() -> None:
    assert list(mixed_runs(layout_of("0812 5104 3378 dan satu dua tiga").reading)) == []


@pytest.mark.parametrize("unit", ["0812 satu ", "satu ", "titik ", "0 titik ", "0satu"])
def test_long_rows_of_figures_and_words_are_read_evenly(unit: str) -> None:
    assert grows_evenly(lambda text: list(mixed_runs(read_text(text))), unit)
