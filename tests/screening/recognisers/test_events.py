"""What happened to a thing is nobody's purse and no ailment. All persons are invented."""

import pytest

from terbuka.screening.recognisers.events import is_event
from tests.screening.screened import Screened, layout_of

REPORT = """LAPORAN POLISI

Pada hari Senin 4 Maret 2024 pelapor Sdri. Siti Rahmah memarkir sepeda motor an. Muhammad Yasin (alm. suami
pelapor) dalam keadaan terkunci stang. Sekira 20 menit kemudian Sdri. Rahmah keluar dari toko dan mendapati
sepeda motor tsb sudah tidak ada. Pelaku lalu mengambil televisi. Korban Rina Wati menderita luka lecet di
lutut.
"""


def told(text: str, part: str) -> bool:
    layout = layout_of(text)
    start = layout.reading.text.index(part)
    words = layout.reading.words_in(start, start + len(part))
    return is_event(layout, words.start, words.stop)


def test_what_was_done_with_things_stays_in_a_report() -> None:
    paper = Screened(REPORT)
    for part in (
        "sepeda motor an",
        "terkunci stang",
        "keluar dari toko",
        "mendapati\nsepeda motor tsb",
        "mengambil televisi",
    ):
        assert paper.shows(part)
    assert paper.hides("luka lecet")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Ia mendapati sepeda motor itu hilang.", "mendapati sepeda motor"),
        ("Rahmah keluar dari toko.", "keluar dari toko"),
        ("Rahmah keluar dari toko.", "toko"),
        ("Pelaku mencongkel pintu, punya siapa pun.", "mencongkel"),
    ],
)
def test_only_what_is_done_with_a_thing_is_an_event(text: str, part: str) -> None:
    assert told(text, part) is (part != "mencongkel")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Ia mengambil sepeda motor secara kredit.", "mengambil sepeda motor"),
        ("Ia punya mobil di rumah.", "mobil"),
        ("Mobil itu di toko.", "Mobil itu"),
        ("Motor sudah ditarik leasing.", "Motor sudah"),
        ("Ia menyewa motor.", "menyewa motor"),
        ("Kendaraan : mobil", "mobil"),
        ("No | Nama | Barang\n1 | Siti Rahmah | motor\n2 | Wayan Sudarta | mobil", "motor"),
        ("No | Nama | Barang\n1 | Siti Rahmah | motor hilang\n2 | Wayan | mobil", "motor hilang"),
        ("Keluhan : pintu terbuka", "pintu terbuka"),
    ],
)
def test_what_somebody_owns_or_owes_is_none(text: str, part: str) -> None:
    assert not told(text, part)


def test_what_is_owned_in_another_sentence_says_nothing_here() -> None:
    assert told("Ia punya toko. Pelaku mengambil sepeda motor.", "mengambil sepeda motor")
