"""Whose an address is: where somebody lives who is named in front of it."""

import pytest

from tests.screening.screened import Screened


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Saksi Nurul Hidayati, warga Jalan Veteran, melihat pelaku.", "Jalan Veteran"),
        ("Saksi Nurul Hidayati (34), warga Desa Sungai Lulut, hadir.", "Desa Sungai Lulut"),
        ("Saksi bernama Nurul Hidayati warga Jalan Veteran melihat pelaku.", "Jalan Veteran"),
        ("Saksi Nurul Hidayati, 34 tahun, warga\nJalan Veteran, melihat pelaku.", "Jalan Veteran"),
        (
            "Peserta terbaik adalah Saudara Budi Hartono, warga Jalan Belitung No. 8. Panitia",
            "Jalan Belitung No. 8",
        ),
        ("Kapolsek AKP Rahmat Hidayat, warga Jalan Veteran, hadir.", "Jalan Veteran"),
        ("Peserta Budi Hartono yang tinggal di Jalan Veteran menang.", "Jalan Veteran"),
    ],
)
def test_where_somebody_lives_who_is_named_in_front_of_it_is_hidden(text: str, address: str) -> None:
    paper = Screened(f"BULETIN\n\n{text}")
    assert paper.hides(address) and paper.of(address).type == "ADDRESS"


@pytest.mark.parametrize(
    "text",
    [
        "Warga Jalan Veteran mengeluhkan jalan rusak.",
        "Kapolsek AKP Rahmat Hidayat mengajak warga Jalan Veteran bergotong royong.",
        "Kapolsek AKP Rahmat Hidayat. Warga Jalan Veteran bergotong royong.",
    ],
)
def test_a_neighbourhood_is_nobodys_home(text: str) -> None:
    assert Screened(f"BULETIN\n\n{text}").shows("Jalan Veteran")


def test_what_follows_the_number_of_a_house_is_no_address() -> None:
    paper = Screened(
        "BULETIN\n\nSaudara Budi Hartono, warga Jalan Belitung No. 8. Panitia menyediakan konsumsi."
    )
    assert paper.hides("Jalan Belitung No. 8") and paper.shows("Panitia")


@pytest.mark.parametrize(
    "text",
    [
        "Nama          , umur      , alamat                      .\nBanjarbaru,          Maret 2024",
        "Nama : Siti\nAlamat : Banjarmasin, 15 Maret 2022",
    ],
)
def test_place_and_date_of_a_signature_are_no_address(text: str) -> None:
    found = [finding for finding in Screened(text).findings if finding.type == "ADDRESS"]
    assert not any("20" in text[finding.start : finding.end] for finding in found)
