"""The word on a bar is the one by which the text calls somebody."""

import pytest

from terbuka.screening.policy import label
from tests.screening.screened import Screened


def _label(text: str, name: str) -> str:
    finding = Screened(text).of(name)
    return label(finding.type, finding.role)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anak korban bernama Siti Aminah (14 tahun) diperiksa.", "Siti Aminah"),
        ("Pada hari Rabu anak korban Melati Kusuma diperiksa di ruang ramah anak.", "Melati Kusuma"),
        ("Nama | Peran\nSiti Aminah | Anak korban\nBudi Hartono | Saksi", "Siti Aminah"),
        ("Anak korban: Siti Aminah\n", "Siti Aminah"),
    ],
)
def test_a_child_that_is_called_a_victim_is_one_on_the_bar(text: str, name: str) -> None:
    assert _label(f"LAPORAN\n\n{text}", name) == "ANAK KORBAN"


def test_a_child_that_saw_it_is_no_victim() -> None:
    assert (
        _label("LAPORAN\n\nAnak saksi bernama Dimas Aditya (9) melihat kejadian.", "Dimas Aditya") == "ANAK"
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Terlapor Hendra Saputra belum diperiksa.", "Hendra Saputra"),
        ("Terlapor Hendra Saputra alias Ucok belum diperiksa.", "Ucok"),
        ("Teradu Hendra Saputra belum diperiksa.", "Hendra Saputra"),
        ("Nama | Peran\nSiti Aminah | Saksi\nHendra Saputra | Terlapor", "Hendra Saputra"),
    ],
)
def test_who_was_reported_is_not_called_a_suspect(text: str, name: str) -> None:
    assert _label(f"LAPORAN\n\n{text}", name) == "TERLAPOR"


@pytest.mark.parametrize(
    "text",
    [
        "Petugas mengamankan Hendra Saputra (34) di sebuah rumah.",
        "Hendra Saputra ditangkap di depan toko. Petugas lalu membekuk Hendra Saputra lagi.",
    ],
)
def test_who_was_only_arrested_is_not_called_a_suspect(text: str) -> None:
    assert _label(f"LAPORAN\n\n{text}", "Hendra Saputra") == "TERDUGA"


@pytest.mark.parametrize(
    "text",
    [
        "Tersangka Hendra Saputra ditahan.",
        "Petugas mengamankan Hendra Saputra. Kini tersangka Hendra Saputra ditahan.",
        "Terlapor Hendra Saputra memukulnya. Kini tersangka Hendra Saputra ditahan.",
    ],
)
def test_who_is_called_a_suspect_anywhere_is_one_on_the_bar(text: str) -> None:
    assert _label(f"LAPORAN\n\n{text}", "Hendra Saputra") == "TERSANGKA"


def test_the_age_of_who_was_reported_shields_nobody_and_stays() -> None:
    paper = Screened("LAPORAN\n\nTerlapor Hendra Saputra (41 tahun) mencuri motor milik Siti Rahmah.")
    assert paper.hides("Hendra Saputra") and paper.shows("41 tahun")


def test_who_was_reported_stays_so_though_of_the_victims_family() -> None:
    paper = Screened(
        "LAPORAN\n\nPencabulan terhadap korban Nadia. Terlapor Hendra Saputra, ayah korban, diperiksa."
    )
    assert paper.of("Hendra Saputra").role == "reported"
