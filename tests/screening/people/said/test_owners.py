"""Whose a thing or a family is, is a private person; who has it in office stays (policy, rules 1 and 3)."""

import pytest

from tests.screening.screened import Screened


@pytest.mark.parametrize(
    "told",
    [
        "Motor itu milik Tigor Lumbanraja.",
        "Motor itu milik Pak Tigor Lumbanraja.",
        "Ladang itu kepunyaan Sri Lestari dan Tigor Lumbanraja.",
        "Api berasal dari rumah Tigor Lumbanraja sekitar pukul 16.45.",
        "Rumah itu ditempati dua orang (Tigor Lumbanraja dan istrinya).",
        "Yang hadir Tigor Lumbanraja beserta keluarganya.",
    ],
)
def test_who_has_a_thing_or_a_family_is_hidden(told: str) -> None:
    screened = Screened(told)
    assert screened.hides("Tigor Lumbanraja")
    assert screened.of("Tigor Lumbanraja").role == "private"


@pytest.mark.parametrize(
    "told",
    [
        "Rombongan tiba di rumah Bupati Tigor Lumbanraja.",
        "Mobil dinas milik Kepala Dinas Tigor Lumbanraja rusak.",
        "Presiden Tigor Lumbanraja dan istrinya tiba.",
        "Kapolres AKBP Tigor Lumbanraja beserta istrinya hadir.",
    ],
)
def test_who_has_it_in_office_stays(told: str) -> None:
    assert Screened(told).shows("Tigor Lumbanraja")


def test_building_called_after_somebody_gives_no_reason_to_hide_the_name() -> None:
    reasons = [f.reason for f in Screened("Pameran di Rumah Tigor Lumbanraja dibuka.").findings]
    assert not any("milik orang ini" in reason for reason in reasons)


def test_row_of_a_table_says_nothing_of_its_neighbour() -> None:
    text = "No | Petugas | Barang\n1 | AKP Rudi Hartono | motor milik korban\n"
    assert Screened(text).shows("Rudi Hartono")
