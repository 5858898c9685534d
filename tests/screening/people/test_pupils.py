"""Children known by school, class or age, and whose name a label asks for."""

import pytest

from terbuka.screening import Mode
from tests.screening.screened import Screened

LIST = "No;Nama Siswa;Kelas;Nama Orang Tua\n1;Bejo;4A;Sukirman\n2;Intan;4B;Marni\n3;Tono;5A;Wagiman\n"
ALIGNED = """No   Nama Siswa        Kelas   Nama Orang Tua
1    Bejo Santoso      4A      Sukirman
2    Intan Permata     4B      Marni
"""


def is_locked(screened: Screened, part: str) -> bool:
    at = screened.text.index(part)
    over = [f for f in screened.findings if f.start < at + len(part) and at < f.end and f.action.hides]
    return screened.hides(part) and all(f.mode == Mode.BLOCK for f in over)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nama siswa: Bejo Santoso\nKelas: 4A\n", ("Bejo Santoso", "4A")),
        ("Nama lengkap siswa: Bejo Santoso\nKelas: 4A\n", ("Bejo Santoso", "4A")),
        (LIST, ("Bejo", "4A", "Intan", "4B", "Tono", "5A", "Sukirman", "Marni", "Wagiman")),
        (ALIGNED, ("Bejo Santoso", "4A", "Intan Permata", "4B", "Sukirman", "Marni")),
        ("Bocah 9 tahun bernama Andi hilang di sungai.", ("Andi", "9 tahun")),
        ("Bayi 3 bulan bernama Keisya Putri dibuang.", ("Keisya Putri", "3 bulan")),
        ("Anak 12 tahun bernama Rafi tenggelam di Sungai Barito.", ("Rafi", "12 tahun")),
        ("Menurut Slamet Riyadi, bocah 9 tahun bernama Andi hilang.", ("Andi", "9 tahun")),
        ("Siswa kelas 5 SD bernama Andi dipukul gurunya.", ("Andi", "kelas 5 SD")),
        ("Siswi kelas VIII SMPN 4 Kudus bernama Putri Lestari dirundung.", ("Putri Lestari", "SMPN 4")),
        ("Siswa kelas 5 SDN 3 bernama Andi dan Budi Santoso hilang.", ("Andi", "Budi Santoso")),
        ("Seorang murid kelas 2 SDN 3 Telawang, Andi Saputra, hilang.", ("Andi Saputra", "SDN 3")),
        ("Saya ibu dari anak saya Caca, kelas 2 SDN Mojo III, dipukul.", ("Caca", "kelas 2 SDN Mojo III")),
        ("Anakku si Caca, kelas 3 SD, sering diganggu.", ("Caca", "kelas 3 SD")),
        ("Anak saya Caca, kelas 4A, dipukul.", ("Caca", "4A")),
        ("Adik saya bernama Wulan, kelas 1 SMP, kehilangan sepeda.", ("Wulan", "kelas 1 SMP")),
        ("Saya Rina, kelas 2 SMP, ingin melapor.", ("Rina", "kelas 2 SMP")),
        ("Andi Saputra (kelas 5 SDN 3) dipukul gurunya.", ("Andi Saputra", "kelas 5 SDN 3")),
    ],
)
def test_pupil_is_locked_with_school_class_and_age(text: str, told: tuple[str, ...]) -> None:
    screened = Screened(text)
    assert [part for part in told if not is_locked(screened, part)] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nama mahasiswa: Bejo Santoso\nJurusan: Teknik Sipil\n", "Bejo Santoso"),
        ("Nama wali kelas: Sri Wahyuni\n", "Sri Wahyuni"),
        ("Nama siswa: Briptu Hartono Wijaya\nNRP: 88010123\nKursus: Reskrim\n", "Hartono Wijaya"),
        ("Saya Rina, mahasiswi semester 4 Universitas Muria Kudus, ingin melapor.", "Rina"),
        ("Saya Rina, wali kelas 2 SMPN 3 Kudus, melaporkan kehilangan laptop.", "Rina"),
        ("Saya Wati Lestari, guru kelas 5 SDN 3 Kudus, kehilangan dompet.", "Wati Lestari"),
        ("Bu Sri Wahyuni, kelas 5 SDN 3 Kudus, mengajar.", "Sri Wahyuni"),
        ("Alumni SMAN 1 Kudus bernama Hartono Wijaya kehilangan motor.", "Hartono Wijaya"),
        ("Mantan siswa kelas 5 SDN 3 bernama Hartono Wijaya ditangkap.", "Hartono Wijaya"),
        ("Siswa SPN Polda bernama Hartono Wijaya dilantik.", "Hartono Wijaya"),
        ("Mahasiswa semester 4 bernama Hartono Wijaya hilang.", "Hartono Wijaya"),
        ("Seorang pelajar 19 tahun bernama Hartono Wijaya hilang.", "Hartono Wijaya"),
        ("Anak 34 tahun bernama Hartono Wijaya memukul ayahnya.", "Hartono Wijaya"),
        ("Seorang pria 45 tahun bernama Hartono Wijaya hilang.", "Hartono Wijaya"),
        ("Narapidana kelas IIA bernama Hartono Wijaya kabur.", "Hartono Wijaya"),
        ("Penumpang kelas 2 KM Kelud bernama Hartono Wijaya hilang.", "Hartono Wijaya"),
        ("Menurut Slamet Riyadi, bocah 9 tahun bernama Andi hilang.", "Slamet Riyadi"),
        ("Para siswa kelas 5 SDN 3 mendengarkan Hartono Wijaya.", "Hartono Wijaya"),
        ("Di hadapan siswa kelas 5 SDN 3, Hartono Wijaya bercerita.", "Hartono Wijaya"),
        ("Siswa kelas 5 bernama Andi. Konselor: Hartono Wijaya, S.Pd., guru BK.", "Hartono Wijaya"),
        ("Siswa kelas 5 SDN 3 dan gurunya Hartono Wijaya pulang.", "Hartono Wijaya"),
    ],
)
def test_grown_person_near_words_of_a_school_is_not_locked(text: str, name: str) -> None:
    assert not is_locked(Screened(text), name)
