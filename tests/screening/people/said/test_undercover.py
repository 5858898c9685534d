"""Whoever goes under cover is hidden, an officer too; who leads it stays (policy, rules 1 and 8)."""

import pytest

from terbuka.screening.roles import Role
from tests.screening.screened import Screened


@pytest.mark.parametrize(
    "told",
    [
        "Cara mendapatkan : wawancara terselubung oleh Bripka Andi Takdir",
        "Pembelian terselubung (undercover buy) dilakukan oleh Bripka Andi Takdir.",
        "Undercover buy terhadap target dilakukan oleh Bripka Andi Takdir.",
        "Anggota yang melakukan penyamaran adalah Bripka Andi Takdir",
        "Petugas yang melakukan pembelian terselubung: Bripka Andi Takdir.",
        "Pelaksana undercover buy : Bripka Andi Takdir",
        "Yang menyamar yaitu Briptu Dani Saputra dan Bripka Andi Takdir.",
        "Pelaku undercover buy adalah Briptu Dani Saputra dan Bripka Andi Takdir.",
        "Tim melakukan pembelian terselubung melalui Bripka Andi Takdir.",
        "Petugas penyamar : Bripka Andi Takdir",
        "Bripka Andi Takdir bertindak sebagai pembeli terselubung.",
        "Bripka Andi Takdir melakukan undercover buy terhadap target.",
        "Bripka Andi Takdir dan Briptu Dani Saputra melakukan penyamaran.",
        "Bripka Andi Takdir, anggota Satresnarkoba, menyamar sebagai pembeli.",
    ],
)
def test_an_officer_who_goes_under_cover_is_hidden(told: str) -> None:
    screened = Screened(told)
    assert screened.hides("Andi Takdir")
    assert screened.of("Andi Takdir").role == Role.INFORMANT


@pytest.mark.parametrize(
    "told",
    [
        "Undercover buy dipimpin oleh AKP Rusman Hadi.",
        "AKP Rusman Hadi memerintahkan anggotanya melakukan undercover buy.",
        "Kasat Narkoba AKP Rusman Hadi menjelaskan petugas menyamar sebagai pembeli.",
        "Penggerebekan prostitusi terselubung dilakukan oleh AKP Rusman Hadi.",
        "Penyamaran pelaku diungkap oleh AKP Rusman Hadi.",
    ],
)
def test_who_leads_or_tells_of_it_stays(told: str) -> None:
    assert Screened(f"SIARAN PERS\n\n{told}\n").shows("Rusman Hadi")
