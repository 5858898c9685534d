"""An officer who testifies, is harmed, is accused or goes under cover is hidden (policy, rule 8)."""

import pytest

from tests.screening.screened import Screened

PAPER = "LAPORAN HASIL PENYELIDIKAN\n\n{}\n"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Saksi dalam perkara ini adalah Bripka Doni Saputra yang melihat kejadian.", "Doni Saputra"),
        ("Bripka Doni Saputra diperiksa sebagai saksi.", "Doni Saputra"),
        ("Aiptu Rahman Hakim menjadi korban pengeroyokan.", "Rahman Hakim"),
        ("Korban pengeroyokan adalah Aiptu Rahman Hakim.", "Rahman Hakim"),
        ("Briptu Yoga Pratama menyamar sebagai pembeli.", "Yoga Pratama"),
        ("Pembelian terselubung dilakukan oleh Briptu Yoga Pratama.", "Yoga Pratama"),
        ("Bripda Arman Setiadi terbukti menerima suap dan dijadikan tersangka.", "Arman Setiadi"),
        ("Tersangka adalah mantan Kepala Desa Awang, Suryadi.", "Suryadi"),
        ("Penyidik menetapkan mantan Kepala Desa Suryadi Pranata sebagai tersangka.", "Suryadi Pranata"),
        ("Yang menjadi saksi yaitu Aipda Suwarno dan Bripka Doni Saputra.", "Doni Saputra"),
        ("Aipda Suwarno menerangkan sebagai saksi bahwa ia melihat.", "Suwarno"),
        ("Bripka Doni Saputra – anggota Polsek Bae, hadir sebagai saksi.", "Doni Saputra"),
        ("Bripka Doni Saputra, anggota Polsek Bae, diperiksa sebagai saksi.", "Doni Saputra"),
        ("Saksi: Lai Bumbungan, Markus Pasaribu, serta Briptu Doni Saputra.", "Doni Saputra"),
        ("Yang mengenalnya anggota penyamaran, Bripka Jefri Marbun, saja.", "Jefri Marbun"),
    ],
)
def test_an_officer_in_a_role_of_the_case_is_hidden(told: str, name: str) -> None:
    assert Screened(PAPER.format(told)).hides(name)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("AKP Rusman Hadi menetapkan Kasdi sebagai tersangka.", "Rusman Hadi"),
        ("AKP Rusman Hadi, Kasat Reskrim, menetapkan Kasdi sebagai tersangka.", "Rusman Hadi"),
        ("AKP Rusman Hadi menahan seorang warga yang menjadi tersangka.", "Rusman Hadi"),
        ("Aiptu Rahman Hakim memeriksa warga sebagai saksi.", "Rahman Hakim"),
        ("Yang memeriksa saksi adalah Bripka Doni Saputra.", "Doni Saputra"),
        ("Penyidik yang menangani korban adalah Bripka Doni Saputra.", "Doni Saputra"),
        ("dr. Rahman Hakim dihadirkan sebagai saksi ahli.", "Rahman Hakim"),
        ("Tersangka ditahan. Yang memimpin adalah AKP Rusman Hadi.", "Rusman Hadi"),
        ("Ketua Majelis Hakim Rusman Hadi membuka sidang.", "Rusman Hadi"),
    ],
)
def test_an_officer_who_works_on_the_case_stays(told: str, name: str) -> None:
    assert Screened(PAPER.format(told)).shows(name)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Sopir Bupati, Kasdi, mengadu kehilangan motor.", "Kasdi"),
        ("Sekretaris pribadi Bupati bernama Ratna Dewi mengadu kehilangan motor.", "Ratna Dewi"),
        ("Asisten rumah tangga Kapolres, Tumirah, kehilangan dompet.", "Tumirah"),
        ("Istri Kapolsek, Ny. Marlina, kehilangan dompet.", "Marlina"),
    ],
)
def test_who_serves_or_belongs_to_an_officer_holds_no_office(told: str, name: str) -> None:
    assert Screened(f"SURAT PENGADUAN\n\n{told}\n").hides(name)


def test_who_holds_the_post_stays() -> None:
    assert Screened("SIARAN PERS\n\nKepala Desa Awang, Suryadi Pranata, hadir.\n").shows("Suryadi Pranata")


@pytest.mark.parametrize("called", ["Informan kode ELANG-3", "informan dengan kode ELANG-3"])
def test_the_code_of_an_informant_is_hidden_with_its_number(called: str) -> None:
    assert Screened(PAPER.format(f"Keterangan {called} diterima.")).hides("ELANG-3")
