"""Victims of sexual violence and their families, told in prose."""

import pytest

from terbuka.screening.roles import Role
from tests.screening.people.test_pupils import is_locked
from tests.screening.screened import Screened


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Korban pemerkosaan Siti Aminah, 23 tahun, melapor ke Polres.", "Siti Aminah"),
        ("Korban perkosaan berinisial SA (23) melapor ke Polres.", "SA"),
        ("Korban rudapaksa berinisial DL (19) sudah divisum.", "DL"),
        ("Korban tindak pidana kekerasan seksual berinisial DL (19) sudah divisum.", "DL"),
        ("Korban pelecehan seksual Dewi Lestari (25) mengalami trauma.", "Dewi Lestari"),
        ("Korban persetubuhan, Dewi Lestari, dirawat.", "Dewi Lestari"),
        ("Korban dugaan pencabulan Dewi Lestari melapor.", "Dewi Lestari"),
        ("Dewi Lestari, korban pemerkosaan, melapor ke Polres Kudus.", "Dewi Lestari"),
        ("Anak korban pencabulan Ayu Lestari didampingi ibunya.", "Ayu Lestari"),
        ("Perkara: pencabulan\nNama korban: Sri Aminah\nUmur: 25 tahun\n", "Sri Aminah"),
    ],
)
def test_victim_of_sexual_violence_is_locked(text: str, name: str) -> None:
    assert is_locked(Screened(text), name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Korban pemerasan Siti Aminah, 23 tahun, melapor ke Polres.", "Siti Aminah"),
        ("Korban penganiayaan Siti Aminah melapor. Pelaku pelecehan lain ditahan.", "Siti Aminah"),
        ("Pelaku pemerkosaan Joko Susilo (34) ditangkap.", "Joko Susilo"),
        ("Saksi kasus pencabulan, Slamet Riyadi (45), diperiksa.", "Slamet Riyadi"),
        ("Pendamping korban pemerkosaan, Ratna Sari dari LBH, hadir.", "Ratna Sari"),
        ("Kuasa hukum korban pemerkosaan, Hartono Wijaya, hadir.", "Hartono Wijaya"),
    ],
)
def test_others_in_such_a_matter_are_not_locked(text: str, name: str) -> None:
    assert not is_locked(Screened(text), name)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Ibu korban, Sulastri, dan ayah korban, Mardiyo, mendampingi anaknya, korban persetubuhan.",
            "Mardiyo",
            Role.CHILD_RELATIVE,
        ),
        (
            "Korban pemerkosaan Dewi Lestari (23) didampingi ibunya, Sulastri.",
            "Sulastri",
            Role.SEXUAL_VICTIM_RELATIVE,
        ),
        (
            "Korban pemerkosaan Dewi Lestari (23) tinggal bersama kakaknya bernama Mardiyo.",
            "Mardiyo",
            Role.SEXUAL_VICTIM_RELATIVE,
        ),
        ("Dewi Lestari diperkosa. Ibunya, Sulastri, melapor.", "Sulastri", Role.SEXUAL_VICTIM_RELATIVE),
        ("Ibu korban pemerkosaan, Sulastri, menangis.", "Sulastri", Role.SEXUAL_VICTIM_RELATIVE),
        ("Suami korban pemerkosaan, Hartono, melapor.", "Hartono", Role.SEXUAL_VICTIM_RELATIVE),
    ],
)
def test_family_of_such_a_victim_is_locked_and_called_so(text: str, name: str, role: Role) -> None:
    screened = Screened(text)
    assert is_locked(screened, name)
    assert screened.of(name).role == role


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tetangga bernama Bu Kasmi melihat anak korban Ayu (14).", "Kasmi"),
        ("Anak korban Ayu (14) menangis. Tetangganya, Slamet Riyadi, mendengar.", "Slamet Riyadi"),
        ("Tetangga korban pemerkosaan, Slamet Riyadi, diperiksa.", "Slamet Riyadi"),
        ("Ibu korban pencurian, Sulastri, melapor. Kasus pelecehan lain ditangani.", "Sulastri"),
        ("Ibu tersangka pemerkosaan, Sulastri, menangis.", "Sulastri"),
        ("Tersangka pemerkosaan ditahan. Istrinya, Sulastri, menangis.", "Sulastri"),
        ("Polres menangani pemerkosaan. Ibunya, Sulastri, menangis.", "Sulastri"),
        ("Korban Dewi Lestari diperkosa. Tersangka Joko Susilo didampingi istrinya, Sulastri.", "Sulastri"),
        ("Korban pencurian Siti Aminah dijemput ibunya, Sulastri. Pelecehan lain ditangani.", "Sulastri"),
    ],
)
def test_neighbours_and_relatives_of_others_are_hidden_but_not_locked(text: str, name: str) -> None:
    screened = Screened(text)
    assert screened.hides(name)
    assert not is_locked(screened, name)
