"""Who is called a child in a case, in whatever order the words stand."""

import pytest

from terbuka.screening.roles import Role
from tests.screening.people.test_pupils import is_locked
from tests.screening.screened import Screened

NAME = "Melati Kusumawardhani"


@pytest.mark.parametrize(
    "text",
    [
        "Saksi menerangkan bahwa korban anak Melati Kusumawardhani adalah tetangganya.",
        "Saksi menerangkan bahwa korban anak Melati Kusumawardhani\nadalah tetangganya.",
        "Saksi menerangkan bahwa korban anak\nMelati Kusumawardhani adalah tetangganya.",
        "Korban anak bernama Melati Kusumawardhani dirawat.",
        "Korban anak atas nama Sdri. Melati Kusumawardhani dirawat.",
        "Korban anak, yaitu Melati Kusumawardhani, dirawat.",
        "Korban (anak) Melati Kusumawardhani dirawat.",
        "Korban anak: Melati Kusumawardhani",
        "Nama korban anak : Melati Kusumawardhani",
        "Ibu korban anak Melati Kusumawardhani melapor.",
        "Anak korban Melati Kusumawardhani dirawat.",
        "Anak (korban) Melati Kusumawardhani dirawat.",
        "Anak yang menjadi korban, Melati Kusumawardhani, dirawat.",
        "Anak di bawah umur yang menjadi korban bernama Melati Kusumawardhani dirawat.",
        "Anak sebagai korban Melati Kusumawardhani dirawat.",
        "Melati Kusumawardhani (anak korban) dirawat.",
        "Melati Kusumawardhani (korban anak) dirawat.",
        "Melati Kusumawardhani, anak yang menjadi korban, dirawat.",
        "Melati Kusumawardhani selaku korban anak menerangkan hal itu.",
    ],
)
def test_child_victim_is_locked_and_called_so(text: str) -> None:
    screened = Screened(text)
    assert is_locked(screened, NAME)
    assert screened.of(NAME).role == Role.CHILD_VICTIM


def test_child_witness_is_locked_as_a_child() -> None:
    screened = Screened("Saksi anak Melati Kusumawardhani menerangkan hal itu.")
    assert is_locked(screened, NAME)
    assert screened.of(NAME).role == Role.CHILD


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Korban, anak dari Bapak Slamet Riyadi, dirawat.", "Slamet Riyadi"),
        ("Korban anak Bapak Slamet Riyadi dirawat.", "Slamet Riyadi"),
        ("Ibu korban anak, Sulastri, melapor.", "Sulastri"),
    ],
)
def test_parents_are_locked_as_the_family(text: str, name: str) -> None:
    screened = Screened(text)
    assert is_locked(screened, name)
    assert screened.of(name).role == Role.CHILD_RELATIVE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Korban anak Melati Kusumawardhani (23) dirawat.", NAME),
        ("Anak dari korban, Melati Kusumawardhani, menangis.", NAME),
        ("Ketua Forum Korban Anak Slamet Riyadi hadir.", "Slamet Riyadi"),
        ("Kuasa hukum korban anak, Hartono Wijaya, hadir.", "Hartono Wijaya"),
        ("Rapat membahas korban anak. Slamet Riyadi hadir.", "Slamet Riyadi"),
        ("Slamet Riyadi, korban tabrak lari. Anak sekolah lewat.", "Slamet Riyadi"),
        ("Slamet Riyadi, korban anak Joko Susilo, melapor.", "Slamet Riyadi"),
    ],
)
def test_who_is_no_child_is_not_locked_by_these_words(text: str, name: str) -> None:
    assert not is_locked(Screened(text), name)
