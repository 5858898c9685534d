"""A number that is hidden once is hidden wherever it stands again, in whatever form."""

import pytest

from tests.screening.screened import Screened


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("NIK 6371034704880003", "6371-0347-0488-\n0003"),
        ("NIK 6371034704880003", "ktp_6371034704880003.jpg"),
        ("NIK 6371O347O488OOO3", "6371/0347/0488/0003"),
        ("HP 0812-5104-3378", "kode 81251043378 itu"),
        ("HP 0812-5104-3378", "bukti/6281251043378/2024"),
        ("rekening BRI 0023-01-045678-50-9", "arsip 002301045678509 itu"),
        ("NRP 79081145", "berkas 7908-1145 itu"),
        ("surel siti.rahmah@gmail.com", "siti rahmah@gmail.com"),
        ("Paspor No. B 1234567", "berkas B1234567 itu"),
    ],
)
def test_a_thing_is_hidden_wherever_it_stands(first: str, again: str) -> None:
    screened = Screened(f"Sdri. Siti Rahmah, {first}, hadir.\n\nTercatat {again}.")
    number = again.split(" ")[1] if again.endswith(" itu") else again
    hidden = number.removeprefix("ktp_").removesuffix(".jpg").removeprefix("bukti/").removesuffix("/2024")
    assert screened.hides(hidden)


def test_the_number_of_an_office_stays_where_it_is_the_offices() -> None:
    text = "Kantor Polres, telepon kantor (0511) 3353-111.\n\nHubungi 0511 3353 111."
    assert Screened(text).shows("(0511) 3353-111")


def test_a_short_number_is_no_thing_of_its_own() -> None:
    text = "Serka Budi NRP 21950, hadir.\n\nAnggaran 21950 rupiah."
    assert Screened(text).shows("Anggaran 21950")


@pytest.mark.parametrize(
    "again",
    [
        *("2 Maret 1985", "02/03/1985", "2/3/85", "1985-03-02", "2-Mar-85", "02.03.1985"),
        *("March 2, 1985", "Mar 02 1985", "2nd March 1985", "02031985", "19850302"),
    ],
)
@pytest.mark.parametrize("first", ["Banjarmasin, 2 Maret 1985", "02-03-1985", "2nd March 1985", "O2-03-l985"])
def test_a_date_of_birth_is_hidden_however_it_is_written_again(first: str, again: str) -> None:
    text = f"Nama : Rahmat Hidayatullah\nTempat/Tgl Lahir : {first}\n\nPada {again} ia datang."
    assert Screened(text).hides(again)


@pytest.mark.parametrize("other", ["3 Maret 1985", "2 Maret 1986", "Rp 231.985", "2385 lembar"])
def test_what_is_not_that_date_stays(other: str) -> None:
    text = f"Nama : Rahmat Hidayatullah\nTempat/Tgl Lahir : Banjarmasin, 2 Maret 1985\n\nAda {other} saja."
    assert Screened(text).shows(other)
