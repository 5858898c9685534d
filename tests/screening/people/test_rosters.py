"""Who stands in a roster of an office is on duty and stays; the neighbours' watch and patients do not."""

import pytest

from terbuka.screening.people.rosters import roster_lines
from terbuka.screening.reading import read_text
from tests.screening.screened import Screened

WEEK = "Sen 9    Lely Pattiasina   Jems\nSel 10   Jems Souisa   Faisal\nRab 11   Lely Pattiasina\n"
SHIFTS = "Maria Goreti Wea\tP\tP\tS\tM\tL\t0813-3981-0276\tsuami, Damianus Seda\n"


def lines_of(text: str) -> frozenset[int]:
    return roster_lines(read_text(text))


def test_days_under_a_heading_of_duty_are_a_roster() -> None:
    assert lines_of(f"JADWAL JAGA IGD\nHari  Pagi  Siang\n{WEEK}") == {2, 3, 4}


@pytest.mark.parametrize(
    "heading",
    ["JADWAL RONDA RT 4", "JADWAL JAGA PASIEN CUCI DARAH", "JADWAL PIKET KELAS 5", "KEGIATAN PEKAN INI"],
)
def test_days_under_another_heading_are_none(heading: str) -> None:
    assert lines_of(f"{heading}\n\n{WEEK}") == frozenset()


def test_two_days_of_a_story_are_none() -> None:
    assert (
        lines_of("Petugas piket menerima laporan.\nSenin Budi datang.\nSelasa Budi pergi.\n") == frozenset()
    )


@pytest.mark.parametrize(
    ("row", "is_one"),
    [
        (SHIFTS, True),
        ("Siti Hawa\tC\tC\tC\tC\tC\n", True),
        ("Budi Santoso\tH\tH\tS\tI\tA\tH\n", False),  # who came to school
        ("Budi Santoso\tS\tS\tS\tS\n", False),
        ("1\tBudi Santoso\tL\tP\n", False),
    ],
)
def test_codes_of_shifts_are_a_roster(row: str, is_one: bool) -> None:
    assert bool(lines_of(row)) is is_one


def test_who_is_on_duty_stays_and_whom_to_call_is_hidden() -> None:
    screened = Screened(f"JADWAL JAGA PUSKESMAS\n\nBidan\tSn\tSl\tRb\tKm\tJm\tHP\tDarurat\n{SHIFTS}")
    assert screened.of("Damianus Seda").action.hides
    reasons = [f.reason for f in screened.findings if screened.text[f.start : f.end] == "Maria Goreti Wea"]
    assert reasons == ["Nama di daftar jaga atau piket."] or screened.of("Maria Goreti Wea").role == "private"
