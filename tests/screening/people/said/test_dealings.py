"""Whom somebody in office examines or calls on, and who saw a crime, is hidden (policy, rule 3)."""

import pytest

from tests.screening.screened import Screened


@pytest.mark.parametrize(
    ("told", "hidden", "stays"),
    [
        ("Iptu Arman, S.H. memeriksa Sdr. Yosep Klau.", "Yosep Klau", "Arman"),
        ("Iptu Arman memeriksa Nyonya Tan Mei Ling.", "Tan Mei Ling", "Arman"),
        ("Aiptu Gani menginterogasi Mulyono.", "Mulyono", "Gani"),
        ("Kompol Dedi menemui Bapak Rusli Tahir di rumahnya.", "Rusli Tahir", "Dedi"),
        ("AKP SUGIYO, S.I.K. menerima Tn. Kwee Tjan.", "Kwee Tjan", "SUGIYO"),
        ("IPDA SRI MULYANI, S.H. mewawancarai Ny. Tan Mei Ling di rumahnya.", "Tan Mei Ling", "SRI MULYANI"),
        ("Petugas menanyai Bambang Sutejo dan Sri Wahyuni; dipimpin AKP Doni.", "Sri Wahyuni", "Doni"),
        ("Pdt. Simon Manurung juga melihat pemukulan itu, kata AKP Doni.", "Simon Manurung", "Doni"),
        ("Korban dipukul. Saat itu Ustaz Hamid juga melihat. AKP Doni datang.", "Hamid", "Doni"),
    ],
)
def test_who_is_examined_or_saw_it_is_hidden_and_the_officer_stays(
    told: str, hidden: str, stays: str
) -> None:
    screened = Screened(told)
    assert screened.hides(hidden)
    assert screened.shows(stays)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Kapolres AKBP Dedi menemui Bupati Slamet Riyadi di pendopo.", "Slamet Riyadi"),
        ("Propam memeriksa berkas bersama Bripka Doni Saputra.", "Doni Saputra"),
        ("AKP Doni Saputra melihat pameran foto bersama Bupati.", "Doni Saputra"),
        ("Ustaz Hamid Basri menyaksikan lomba azan bersama warga.", "Hamid Basri"),
    ],
)
def test_who_acts_in_office_or_looks_on_at_a_ceremony_stays(told: str, name: str) -> None:
    assert Screened(told).shows(name)
