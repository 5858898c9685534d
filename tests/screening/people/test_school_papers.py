"""Pupils, their parents and their parents' work in lists, forms and letters of a school."""

import pytest

from terbuka.screening import Mode
from tests.screening.screened import Screened

BODY = (("Rafli", "4B", "Sukiman"), ("Tari", "VI A", "Marni"), ("Yunus", "XI IPS 1", "Daud"))


def is_locked(screened: Screened, part: str) -> bool:
    at = screened.text.index(part)
    over = [f for f in screened.findings if f.start < at + len(part) and at < f.end and f.action.hides]
    return screened.hides(part) and all(f.mode == Mode.BLOCK for f in over)


@pytest.mark.parametrize("separator", [" | ", ";", ",", "\t", "   "])
@pytest.mark.parametrize(
    "heads",
    [("Nama", "Kls", "Wali"), ("Nama Anak", "Kelas", "Nama Ibu"), ("Nama siswa", "Kelas", "Orang tua")],
)
def test_rows_with_classes_are_locked_and_the_teacher_who_signs_stays(
    separator: str, heads: tuple[str, ...]
) -> None:
    lines = [separator.join(cells) for cells in (heads, *BODY)]
    screened = Screened("\n".join([*lines, "Dibuat oleh guru: Suharti, S.Pd."]))
    told = [part for cells in BODY for part in cells]
    assert [part for part in told if not is_locked(screened, part)] == []
    assert not screened.hides("Suharti")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nama anak: Rizki\nNama ibu: Wati\n", ("Rizki", "Wati")),
        ("Anak: Rizki\nIbu: Wati\n", ("Rizki", "Wati")),
        ("Nama : Rizal\nNISN : 0123456789\nKelas : VII-C\nOrang tua : Karim\n", ("Rizal", "VII-C", "Karim")),
        ("Rapor a.n. Rizki kelas 5", ("Rizki", "kelas 5")),
        ("NISN 0123456789 a.n. Rizki", ("Rizki",)),
        ("Wali murid dari Aulia kelas 3B mohon hadir.", ("Aulia", "3B")),
        ("Kami memanggil orang tua ananda Rizal, Bapak Karim, ke sekolah.", ("Rizal", "Karim")),
        ("Anak yatim: Nanda, Kiki\n", ("Nanda", "Kiki")),
        ("Ketua OSIS Meidina Putri membacakan ikrar.", ("Meidina Putri",)),
        ("Sidang anak RF tertutup.", ("RF",)),
        ("Siswa Andi Saputra (VII-C) dipanggil.", ("Andi Saputra", "VII-C")),
        (
            "SMP NEGERI 2 KAWAY\nKepada Yth. Bapak Teuku Zulfikar\n"
            "Orang tua dari Cut Nabila Zahira, kelas VIII-2\n",
            ("Teuku Zulfikar", "Cut Nabila Zahira", "kelas VIII-2"),
        ),
        (
            "NISN | NAMA | ASAL SEKOLAH | ORANG TUA | PEKERJAAN\n"
            "0091773402 | Hendri Vivi | SMP Pengabdi | Sarmin | tukang tahu\n"
            "0088120337 | Dayang Rahma | SMPN 9 | Raden Iskandar | nelayan\n",
            ("Hendri Vivi", "Sarmin", "tukang tahu", "Dayang Rahma", "Raden Iskandar", "nelayan"),
        ),
        (
            "Nama anak: Rambu Ana; kelas: V; nama ayah: Umbu Nggiku; pekerjaan ayah: peternak kuda\n",
            ("Rambu Ana", "Umbu Nggiku", "peternak kuda"),
        ),
    ],
)
def test_pupil_of_a_paper_is_locked_with_parents_and_their_work(text: str, told: tuple[str, ...]) -> None:
    screened = Screened(text)
    assert [part for part in told if not is_locked(screened, part)] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nama | Kelas jabatan | NIP\nHartono Wijaya | 7 | 198001012005011001\n", "Hartono Wijaya"),
        ("Nama pasien | Kelas\nHartono Wijaya | 1\nSri Wahyuni | 2\n", "Hartono Wijaya"),
        ("Daftar atlet tinju\nNama | Kelas\nHartono Wijaya | 4\n", "Hartono Wijaya"),
        ("Pasien Hartono Wijaya, kelas 3 rawat inap, dirujuk.", "Hartono Wijaya"),
        ("Nama : Hartono Wijaya\nNIP : 198001012005011001\nKelas : 7\n", "Hartono Wijaya"),
        ("Nama wali kelas: Sri Wahyuni\nKelas: 4B\n", "Sri Wahyuni"),
    ],
)
def test_class_of_a_post_a_ward_or_a_sport_makes_no_pupil(text: str, name: str) -> None:
    screened = Screened(text)
    at = screened.text.index(name)
    over = [f for f in screened.findings if f.start <= at < f.end and f.action.hides]
    assert all(f.mode != Mode.BLOCK for f in over)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Orang tua dari : Naufal Rizky\nKelas : IV-A\nKepada Yth. Wali Kelas Ibu Wahyuningsih\n",
            "Wahyuningsih",
        ),
        ("Nama siswa;Kelas;Orang tua\nRafli;4B;Sukiman\nGuru kelas: Suharti, S.Pd.\n", "Suharti"),
    ],
)
def test_teacher_who_signs_or_is_addressed_stays(text: str, name: str) -> None:
    assert not Screened(text).hides(name)


@pytest.mark.parametrize(
    "text",
    [
        "KEPUTUSAN KEPALA DINAS\nPENERIMA BEASISWA:\n1. MUHAMMAD RIZKI, SMPN 4\n2. AZIZAH, SMPN 7\n",
        "Juara lomba mewarnai:\n1. Muhammad Rizki, SDN Melayu 5\n2. Azizah - MIN 2 Banjar\n",
        "Penerima beasiswa\nNo | Nama | Sekolah\n1 | Muhammad Rizki | SMPN 4\n2 | Azizah | SMAN 7\n",
    ],
)
def test_pupils_that_are_listed_with_their_schools_are_locked(text: str) -> None:
    screened = Screened(text)
    name = "MUHAMMAD RIZKI" if "MUHAMMAD" in text else "Muhammad Rizki"
    assert is_locked(screened, name) and is_locked(screened, "AZIZAH" if "AZIZAH" in text else "Azizah")


def test_teachers_that_are_listed_with_their_schools_stay() -> None:
    text = "Lomba siswa se-kota. Pendamping:\n1. Siti Rahmah, S.Pd., SMPN 4\n2. Guru Budi Hartono, SDN 3\n"
    assert Screened(text).shows("Siti Rahmah")
    assert not is_locked(Screened(text), "Budi Hartono")
