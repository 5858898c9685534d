"""Words that a model takes for names and are none, and posts that people are called."""

import pytest

from tests.screening.screened import Screened


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Korban bernama Kader (45) dirawat.", "Kader"),
        ("Anak korban, Kader, 9 tahun, dipukul tetangganya.", "Kader"),
        ("Korban hilang: Maimuna Kader (26), perawat.", "Maimuna Kader"),
        ("Tersangka Abdul Kader ditangkap.", "Abdul Kader"),
    ],
)
def test_a_post_that_families_bear_is_a_name(text: str, name: str) -> None:
    assert Screened(text).hides(name)


def test_a_post_in_front_of_a_name_is_none() -> None:
    screened = Screened("Kader Imas hadir di posyandu.")
    assert screened.shows("Kader") and screened.shows("Imas")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Failed password for root from 103.47.132.88 port 40022", "Failed"),
        ("Saya takut. Beta mau lapor.", "Beta"),
        ("Menurut Ayat (4) dan Ayat (5) Pasal 20, keberatan diajukan.", "Ayat"),
        ("Nama : Yopi\nTTL : Ambon, 3 Mei 1980", "TTL"),
        ("Sheet1\nDAFTAR PENERIMA BANTUAN SOSIAL 2025\nNo\tNama\n1\tSiti Rahmah", "Sheet1"),
    ],
)
def test_what_everybody_knows_is_nobodys_name(text: str, word: str) -> None:
    assert Screened(text).shows(word)


@pytest.mark.parametrize(
    "word",
    ["Lidik", "Sidik", "idem", "sda", "Anonim", "Isolasi", "Hamba Allah", "Tahap II", "P21", "Diversi"],
)
@pytest.mark.parametrize("heading", ["NAMA", "TERSANGKA", "KET"])
def test_how_a_case_stands_is_nobodys_name_in_a_table(word: str, heading: str) -> None:
    table = f"NO | KORBAN | {heading} | STATUS\n1 | Sri Rejeki | {word} | Lidik\n2 | Tutik | {word} | Lidik\n"
    assert Screened(table).shows(word)
    assert Screened(table).hides("Sri Rejeki")


def test_who_is_called_like_a_stage_of_a_case_is_hidden() -> None:
    assert Screened("NO | NAMA | ALAMAT\n1 | Sidik | Jl. Melati 3\n2 | Joko | Jl. Melati 4\n").hides("Sidik")
