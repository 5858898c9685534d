"""The family of a child that is not named, and of one that is: hidden like the child."""

import pytest

from terbuka.screening import Action, Mode
from tests.screening.screened import Screened


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Korban anak berinisial R (12). Ortu korban, bpk Bonifasius, sudah dihubungi.", "Bonifasius"),
        ("Korban pencabulan (9 th) anak dari Aiptu Suwarno, Kanit Binmas Polsek Jenu.", "Suwarno"),
        ("Orang tua korban anak adalah Kapolsek AKP Joko Susilo.", "Joko Susilo"),
        ("Seorang anak dicabuli. Ibunya, Bripka Rina Wati, melapor.", "Rina Wati"),
        ("Seorang anak korban pencabulan, putri Kapolsek Jenu AKP Joko Susilo, dirawat.", "Joko Susilo"),
        ("Anak Korban: dirahasiakan\nUsia: 13\nNama orang tua: Hasan Basri\n", "Hasan Basri"),
        ("Seorang anak menjadi korban. Orang tuanya bernama Kasmi dan Suwarno.", "Suwarno"),
        ("Siswi kelas 5 dicabuli. Ayah dari korban bernama Aiptu Suwarno.", "Suwarno"),
    ],
)
def test_family_of_a_child_is_blocked_hard_also_in_office(text: str, name: str) -> None:
    screened = Screened(text)
    assert screened.hides(name)
    assert screened.of(name).mode == Mode.BLOCK


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Seorang anak dicabuli. Kanit PPA Aiptu Suwarno memeriksa ibu korban.", "Suwarno"),
        ("Seorang anak dicabuli. Hal itu dijelaskan Kapolsek AKP Joko Susilo.", "Joko Susilo"),
        (
            "Ibu korban sudah melapor. Kapolsek AKP Joko Susilo menjelaskan pencabulan anak itu.",
            "Joko Susilo",
        ),
        ("Sebanyak 12 anak hadir. Kapolsek AKP Joko Susilo didampingi Ibu Bhayangkari.", "Joko Susilo"),
    ],
)
def test_officer_in_a_matter_of_a_child_stays(text: str, name: str) -> None:
    screened = Screened(text)
    assert not screened.hides(name)
    assert screened.of(name).action == Action.KEEP


def role_of(text: str, name: str) -> str | None:
    return Screened(text).of(name).role


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Korban Ayu (12) dianiaya Joko di rumah neneknya, Sumi.", "Sumi"),
        ("Korban Ayu (12) diantar ibunya, Wati, dan kakaknya, Budi Santoso.", "Budi Santoso"),
        ("Ayah korban Ayu (12), Hendra Wijaya, dan istrinya, Lastri, melapor.", "Lastri"),
        ("Korban Ayu (12) tinggal bersama Hendra Wijaya (ayah) dan Lastri (ibu tiri).", "Lastri"),
        ("Pelapor Siti Rahmah mengatakan anaknya, Ayu (12), dipukul.", "Siti Rahmah"),
        ("Pelapor Siti Rahmah membawa anaknya, Ayu (12). Suaminya, Hendra Wijaya, ikut.", "Hendra Wijaya"),
        ("Nama : Ayu Lestari\nUmur : 12 tahun\nAyah : Budi Santoso\n", "Budi Santoso"),
        ("Tersangka Joko (40) ditahan. Ayah korban, Budi Santoso, melapor. Korban Ayu (12).", "Budi Santoso"),
        ("Tersangka Joko dan istrinya, Lastri, hadir. Lastri adalah ibu korban Ayu (12).", "Lastri"),
    ],
)
def test_family_of_a_child_is_locked_through_others_of_the_family(text: str, name: str) -> None:
    assert role_of(text, name) == "child_relative"
    assert Screened(text).hides(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anak Aldi (15) hadir. Ketua RT Slamet dan istrinya, Lastri, hadir.", "Lastri"),
        ("Anak korban Ayu (12) melapor. Istri tersangka, Nurhayati, hadir.", "Nurhayati"),
        ("Anak korban Ayu (12) melapor. Tersangka Joko didampingi istrinya, Nurhayati.", "Nurhayati"),
        ("Anak Ayu (12) bermain dengan temannya, Rudi Hartono.", "Rudi Hartono"),
        ("Anak Ayu (12) jatuh. Pemilik toko, Pak Hendra Wijaya, dan istrinya, Lastri, melihat.", "Lastri"),
        (
            "Nama : Rina Wati\nUmur : 42 tahun\nAyah : Budi Santoso\n\nAnak Aldi (15) melihat.\n",
            "Budi Santoso",
        ),
    ],
)
def test_relative_of_somebody_else_is_hidden_and_not_locked(text: str, name: str) -> None:
    screened = Screened(text)
    assert screened.hides(name)
    assert screened.of(name).mode == Mode.MASK


@pytest.mark.parametrize(
    "paper",
    [
        "NO | KORBAN | PENYIDIK | KET\n1 | RPS (ANAK) | BRIPTU NOVITA SARI | Diversi\n",
        "Korban : BUNGA (ANAK), Penyidik : BRIPTU NOVITA SARI\n",
        "NO  NAMA         PASAL      PENYIDIK             KET\n"
        "1   BDS (ANAK)   363 KUHP   AIPDA SUWARNO        Diversi\n"
        "2   RPS (ANAK)   363 KUHP   BRIPTU NOVITA SARI  Siswa SMPN 3\n",
    ],
)
def test_an_investigator_in_the_row_of_a_child_is_no_relative(paper: str) -> None:
    assert Screened(paper).shows("NOVITA SARI")


def test_an_officer_whose_child_it_is_is_hidden() -> None:
    paper = "Korban anak berumur 9 tahun, putri Kapolsek AKP NOVITA SARI, dirundung.\n"
    assert Screened(paper).hides("NOVITA SARI")
