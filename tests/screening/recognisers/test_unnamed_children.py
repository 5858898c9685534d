"""What tells who a child is that a document about a case does not name."""

import pytest

from terbuka.screening import Mode
from tests.screening.screened import Screened


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("Seorang anak perempuan kelas 5 SDN Telawang 3 menjadi korban pencabulan.", "5 SDN Telawang 3"),
        ("Korban (11), siswi kelas 5 SDN Telawang 3, dicabuli tetangganya.", "5 SDN Telawang 3"),
        ("Korban (11), siswi kelas 5 SDN Telawang 3, dicabuli tetangganya.", "11"),
        (
            "Nama korban: (dirahasiakan)\nUmur: 11 tahun\nSekolah: kelas 5 SDN Mojo 3\nPencabulan\n",
            "SDN Mojo 3",
        ),
        ("Murid TK Pertiwi kelompok B2 dicabuli ayah tirinya, satpam Bank Kalsel.", "TK Pertiwi kelompok B2"),
        ("Murid TK Pertiwi kelompok B2 dicabuli ayah tirinya, satpam Bank Kalsel.", "satpam Bank Kalsel"),
        ("Korban pencabulan adalah ketua OSIS SMPN 3, ibunya buruh sawit PT Agri Bumi.", "ketua OSIS SMPN 3"),
        ("Korban pencabulan adalah ketua OSIS SMPN 3, ibunya buruh sawit PT Agri Bumi.", "PT Agri Bumi"),
        ("Korban (11) dicabuli tetangganya. Ibunya buruh sawit PT Agri Bumi.", "buruh sawit PT Agri Bumi"),
        ("Bocah 9 tahun tenggelam di sungai. Korban bersekolah di SDN Mojo 3.", "9 tahun"),
        ("Bocah 9 tahun tenggelam di sungai. Korban bersekolah di SDN Mojo 3.", "SDN Mojo 3"),
        ("Pelapor menerangkan anaknya, kelas 5 SDN Mojo 3, menjadi korban pencabulan.", "kelas 5 SDN Mojo 3"),
        ("Seorang pelajar SMKN 2 Kudus ditangkap karena mencuri motor.", "SMKN 2 Kudus"),
        ("Korban, kelas 2 SMP, dianiaya kakak kelasnya.", "kelas 2 SMP"),
        ("Balita 3 tahun dianiaya ibu tirinya di rumahnya Jl. Melati No. 4 RT 02.", "Jl. Melati No. 4 RT 02"),
        (
            "Anak tersebut bersekolah di MTsN 3 Amuntai. Ia dipukul ayahnya, satpam di Bank Kalsel.",
            "MTsN 3 Amuntai",
        ),
        ("korban msh sekolah di sdn 3 sungai tabuk klas 4, diperkosa pamannya", "sdn 3 sungai tabuk klas 4"),
        ("Anak Korban: dirahasiakan\nUsia: 13\nPekerjaan orang tua: karyawan PT Adaro\n", "PT Adaro"),
        ("Bayi 5 bulan dianiaya ibunya.", "5 bulan"),
    ],
)
def test_what_tells_who_an_unnamed_child_is_is_blocked_hard(text: str, telling: str) -> None:
    screened = Screened(text)
    assert screened.hides(telling)
    assert screened.of(telling).mode == Mode.BLOCK


@pytest.mark.parametrize(
    ("text", "open_words"),
    [
        ("Siswa kelas 5 SDN Telawang 3 juara lomba cerdas cermat.", "kelas 5 SDN Telawang 3"),
        ("Sebanyak 12 anak kelas 5 SD menjadi korban kekerasan sepanjang 2024.", "kelas 5 SD"),
        ("Polwan mengunjungi murid TK Pertiwi dalam program Polsanak.", "TK Pertiwi"),
        ("Penyuluhan bahaya pencabulan kepada siswa SMPN 3 Martapura berjalan lancar.", "SMPN 3 Martapura"),
        ("Korban (34), pedagang, dijambret di depan SDN Telawang 3.", "SDN Telawang 3"),
        ("Korban (34) menjemput anaknya di SDN Telawang 3 ketika dijambret.", "SDN Telawang 3"),
        ("Seorang anak dicabuli di belakang SDN Telawang 3.", "SDN Telawang 3"),
        ("Seorang siswa dipukul. Kepala SDN Telawang 3 menyesalkannya.", "SDN Telawang 3"),
        ("Kecelakaan di depan SDN 3 Telawang, korban pengendara berusia 34 tahun.", "34 tahun"),
        ("Wali murid SDN 3 Telawang menjadi korban penipuan.", "SDN 3 Telawang"),
        ("Orang tua siswa/siswi SMPN 3 menjadi korban penipuan.", "SMPN 3"),
        ("Beasiswa untuk 30 siswa SMPN 3 Martapura, anak korban kebakaran.", "SMPN 3 Martapura"),
        ("Polsek mengamankan lokasi pentas seni siswa TK Pertiwi.", "TK Pertiwi"),
        ("Penyuluhan kekerasan seksual anak: SDN Telawang 3, 4 Maret.", "SDN Telawang 3"),
        ("Setiap orang dilarang memaksa anak melakukan persetubuhan (2) ketentuan itu berlaku.", "2"),
        ("Seorang anak dicabuli. Pelaku lulusan SMA, ditangkap polisi.", "SMA"),
        ("korban dicabuli di depan sdn 3 sungai tabuk, anak itu pulang", "sdn 3 sungai tabuk"),
        ("Seorang anak dicabuli. Anak di bawah 12 tahun tidak dapat ditahan.", "12 tahun"),
        ("Seorang anak dicabuli. Pelaku mahasiswa semester 4, kata korban.", "semester 4"),
        (
            "Seorang anak dicabuli. Sekolah tidak menyebut nama korban, siswa kelas, atau alamat.",
            "siswa kelas",
        ),
        ("Seorang anak dicabuli. Ayahnya buruh tani.", "buruh tani"),
        ("Seorang anak dicabuli. Pelaku dijerat Pasal 82 ayat (1) UU Perlindungan Anak.", "ayat (1)"),
        ("Seorang anak dicabuli. Pelaku diancam pidana penjara 15 tahun.", "15 tahun"),
        ("Anak buah kapal hilang di laut. Kantornya di samping SMKN 3.", "SMKN 3"),
    ],
)
def test_what_is_not_said_of_a_child_in_a_case_stays(text: str, open_words: str) -> None:
    assert not Screened(text).hides(open_words)


def test_school_in_the_table_of_a_document_about_a_child_is_left_to_its_row() -> None:
    text = "Seorang anak dicabuli.\n\nNo | Sekolah | Korban\n1 | SDN Mojo 3 | nihil\n2 | SDN Mojo 4 | nihil\n"
    assert not Screened(text).hides("SDN Mojo 4")
