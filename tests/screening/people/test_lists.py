"""Whoever stands in a list of private persons is one of them, though nothing else is told of them."""

import pytest

from terbuka.screening.people.lists import lists_of_persons
from terbuka.screening.roles import Role
from tests.screening.growth import grows_evenly
from tests.screening.screened import Screened, layout_of

NAMES = ("Karsinah", "Joko Triyono", "Sumiati", "Yohanes Bere", "Kasno")
HEADS = (
    "Daftar korban",
    "Penerima bantuan:",
    "Korban luka",
    "Para saksi:",
    "Daftar pasien",
    "Warga terdampak",
)


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("item", ["{name}", "- {name}", "{number}. {name}"])
def test_all_of_a_list_of_private_persons_are_hidden(head: str, item: str) -> None:
    lines = "\n".join(item.format(name=name, number=at) for at, name in enumerate(NAMES, 1))
    screened = Screened(f"Lampiran Surat\n\n{head}\n{lines}\n\nDemikian daftar ini dibuat.\n")
    assert all(screened.hides(name) for name in NAMES)


@pytest.mark.parametrize("label", ["Daftar korban", "Penerima bantuan", "Daftar pasien"])
def test_all_names_behind_such_a_label_are_hidden(label: str) -> None:
    screened = Screened(f"Lampiran Surat\n\n{label}: Karsinah, Joko Triyono, Yohanes Bere dan Kasno.\n")
    assert all(screened.hides(name) for name in ("Karsinah", "Joko Triyono", "Yohanes Bere", "Kasno"))


def test_officers_in_a_list_stay() -> None:
    screened = Screened("DAFTAR HADIR\n1. AKP Rusman Hadi\n2. Aiptu Hendra Wijaya\n3. Bripka Dewi Lestari\n")
    assert all(screened.shows(name) for name in ("Rusman Hadi", "Hendra Wijaya", "Dewi Lestari"))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Daftar korban\nKarsinah\nKasno\n", {1: "role.victim", 2: "role.victim"}),
        ("Daftar korban\n\nKarsinah\n\n\nKasno\n", {2: "role.victim"}),
        ("Daftar korban\nKarsinah\nDemikian daftar ini dibuat.\nKasno\n", {1: "role.victim"}),
        ("Korban dibawa ke rumah sakit.\nKarsinah\n", {}),
        ("Kapolsek dan korban\nKarsinah\n", {}),
        ("Penata Muda, saksi\nKarsinah\n", {}),
        ("Petugas dan korban\nKarsinah\n", {}),
        ("Korban: Kasno\nKarsinah\n", {}),
        ("Barang bukti\nPisau\n", {}),
    ],
)
def test_which_lines_are_such_a_list(text: str, lines: dict[int, str]) -> None:
    assert lists_of_persons(layout_of(text)) == lines


def test_places_and_things_in_a_list_stay() -> None:
    screened = Screened("Daftar Penerima Bantuan\nKecamatan Gambut\nDesa Awang\nKelurahan Sungai Rangas\n")
    assert all(screened.shows(name) for name in ("Gambut", "Desa Awang", "Sungai Rangas"))


def test_a_long_list_is_read_in_even_time() -> None:
    assert grows_evenly(lambda text: lists_of_persons(layout_of(text)), "Daftar korban\nKarsinah\n")


TABLES = (
    "| No | Nama Bayi | Ayah | Ibu |\n| 1 | Hanifa | Dodi Saputra | Rini Marlina |\n",
    "Nama bayi;Ayah;Ibu\nHanifa;Dodi Saputra;Rini Marlina\n",
    "No   Nama Siswa   Kelas   Ayah           Ibu\n1    Hanifa       4B      Dodi Saputra   Rini Marlina\n",
)


@pytest.mark.parametrize("table", TABLES)
def test_mothers_and_fathers_in_columns_beside_a_child_are_its_family(table: str) -> None:
    screened = Screened(table)
    parents = [screened.of(name).role for name in ("Dodi Saputra", "Rini Marlina")]
    assert parents == [Role.CHILD_RELATIVE, Role.CHILD_RELATIVE]


@pytest.mark.parametrize("table", TABLES)
def test_who_signs_below_a_table_of_children_is_none_of_them(table: str) -> None:
    signed = "\nWali Nagari Batu Taba          Kasi Pelayanan\n\nAFRIZAL                        Wirnita\n"
    screened = Screened(table + signed)
    assert screened.hides("Hanifa")
    assert screened.shows("AFRIZAL")
    assert screened.shows("Wirnita")
