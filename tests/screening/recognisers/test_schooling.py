"""Places of work that would tell who a child or a victim of sexual violence is."""

import pytest

from terbuka.screening import Mode
from tests.screening.screened import Screened

CHILD = "BERITA ACARA DIVERSI\nNama Anak : Ahmad Hafiz\nUmur : 13 tahun\nNama Ayah : Rusdi Hartono\n"
VICTIM = "LAPORAN POLISI tentang pencabulan\nIDENTITAS KORBAN\nNama : Siti Rahmah\n"
OTHER = "LAPORAN POLISI\nYang melaporkan:\nNama : Rusdi Hartono\n"


@pytest.mark.parametrize(
    ("text", "work"),
    [
        (f"{VICTIM}Pekerjaan : Kasir Toko Sinar Astambul\n", "Kasir Toko Sinar Astambul"),
        (f"{VICTIM}Pekerjaan : KARYAWAN BANK KALSEL\n", "KARYAWAN BANK KALSEL"),
        (f"{CHILD}Pekerjaan : Sopir PT Angkutan Sinar\n", "Sopir PT Angkutan Sinar"),
        (f"{CHILD}Pekerjaan orang tua : buruh di PT Sawit Makmur\n", "buruh di PT Sawit Makmur"),
        (
            "DIVERSI\nNO | NAMA ANAK | UMUR | PEKERJAAN WALI\n1 | Hafiz | 13 th | guru di Astambul\n",
            "guru di Astambul",
        ),
    ],
)
def test_place_of_work_that_tells_who_a_child_or_victim_is_is_blocked_hard(text: str, work: str) -> None:
    screened = Screened(text)
    assert screened.hides(work)
    assert (screened.of(work).type, screened.of(work).mode) == ("RELATIVE", Mode.BLOCK)


@pytest.mark.parametrize(
    ("text", "work"),
    [
        (f"{VICTIM}Pekerjaan : Wiraswasta\n", "Wiraswasta"),
        (f"{VICTIM}Pekerjaan : Buruh Harian Lepas\n", "Buruh Harian Lepas"),
        (f"{VICTIM}Pekerjaan : Karyawan Toko\n", "Karyawan Toko"),
        (f"{VICTIM}Pekerjaan : anggota Polri\n", "anggota Polri"),
        (f"{VICTIM}Unit : Satreskrim Polres Banjar\n", "Satreskrim Polres Banjar"),
        (f"{OTHER}Pekerjaan : Kasir Toko Sinar Astambul\n", "Kasir Toko Sinar Astambul"),
    ],
)
def test_occupation_stays_open_where_it_tells_nobody(text: str, work: str) -> None:
    assert Screened(text).shows(work)


CHILD_FORM = "FORMULIR\nNama anak : Dimas Pratama\nUmur anak : 7\nAlamat : Jl. Kenanga No. 4 RT 02/03\n"


@pytest.mark.parametrize(
    "line", ["Kelas : 4B\n", "Kelas\n4B\n", "| Kelas | 4B |\n", "Kls anak : IVb\n", "Kelas : 4 B\n"]
)
def test_a_class_that_a_form_asks_is_hidden_though_its_value_names_none(line: str) -> None:
    value = line.replace("Kls anak", "").replace("Kelas", "").strip(" :|\n")
    assert Screened(CHILD_FORM + line).hides(value)


def test_the_class_of_a_room_or_a_grown_person_stays() -> None:
    assert Screened("FORMULIR\nNama : Rukmini Sasmita\nUmur : 40\nKelas : 4B\n").shows("4B")
    assert Screened(CHILD_FORM + "Kelas : bisnis\n").shows("bisnis")


@pytest.mark.parametrize("written", ["kls. V", "kls V", "kl. 5", "kl. VII", "klas VI", "Kelas VI"])
@pytest.mark.parametrize(
    "text",
    [
        "Nama anak : Rizki (9 tahun)\nSekolah : {}",
        "Anak Rizki (12 th), {}, dipukul.",
        "Anak saya Rizki (10 th), {}, dipukul",
    ],
)
def test_a_class_is_hidden_with_its_school_however_it_is_cut_short(text: str, written: str) -> None:
    school = f"SMPN 2 Tanjung Raja {written}"
    assert Screened(text.format(school)).hides(school)


CV = "Anak : Rizki (9 tahun)\nDAFTAR RIWAYAT HIDUP\nNama : Yohanes Wenda\nUmur : 34 tahun\nPendidikan\n"


@pytest.mark.parametrize(
    ("line", "school"),
    [
        ("2007-2010  SMP Negeri 1 Wamena\n", "SMP Negeri 1 Wamena"),
        ("1. 2007-2010 SMPN 1 Wamena\n", "SMPN 1 Wamena"),
        ("- SD Negeri 2 Wamena (2001-2007)\n", "SD Negeri 2 Wamena"),
        ("2001 s.d. 2007  SD Negeri 2 Wamena\n", "SD Negeri 2 Wamena"),
    ],
)
def test_the_schools_of_a_grown_persons_life_stay_beside_a_child(line: str, school: str) -> None:
    screened = Screened(CV + line)
    assert screened.hides("Rizki")
    assert screened.shows(line.strip())
    assert screened.shows(school)


@pytest.mark.parametrize("year", ["", " (2023-2024)", " tahun ajaran 2023/2024"])
def test_the_school_of_the_child_of_the_form_is_hidden_with_any_school_year(year: str) -> None:
    text = f"Nama anak : Rizki (9 tahun)\nSekolah : SDN 2 Wamena{year}\n"
    assert Screened(text).hides("SDN 2 Wamena")
