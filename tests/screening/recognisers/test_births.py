import re

import pytest

from terbuka.screening.recognisers.births import births
from tests.screening.screened import Screened, in_text, layout_of, texts_of


def found(text: str) -> list[str]:
    layout = layout_of(text)
    return [birth.strip(", ") for birth in texts_of(text, in_text(layout, births(layout)))]


@pytest.mark.parametrize(
    ("text", "birth"),
    [
        ("lahir di Matur tanggal 8 Agustus 1969, bertempat", "di Matur tanggal 8 Agustus 1969"),
        ("Dutch, born 4 November 1988 in Zwolle, passport", "4 November 1988 in Zwolle"),
        ("Tgl lahir  | 3 Januari 1975", "3 Januari 1975"),
        ("Lahir                  Singkawang, 5 September 1971", "Singkawang, 5 September 1971"),
        ("Tempat lahir        Singkawang", "Singkawang"),
        ("Tmpt / Tgl Lah1r\nTumbang T1ti, 2l-O9-1975\n", "Tumbang T1ti, 2l-O9-1975"),
        (
            "Lahir di / pada                Kontak\nSiak, 7 Agustus 1983           0812",
            "Siak, 7 Agustus 1983",
        ),
        (
            "tanggal lahir tertulis salah, padahal yang benar Tanjung, 21 Maret 1986",
            "tertulis salah, padahal yang benar Tanjung, 21 Maret 1986",
        ),
        ("tahun lahir 2011; yang benar", "2011"),
        ("lahir jan 2019, jadi", "jan 2019"),
        ("saya asli Hakka, lahir Blitar 88, istri", "Blitar 88"),
        ("Tgl lahir         18 Maret '75", "18 Maret '75"),
        ("Umur/tgl lahir : 45 tahun / 30 Oktober 1977", "30 Oktober 1977"),
        ("Tempat lahir / umur : Lahei, 30 tahun / 14 Mei 1993", "Lahei"),
        ('no,nama,nik,ttl,kelas,ayah\n1,A,2,"Mujur, 2 Maret 2010",VII,B\n', "Mujur, 2 Maret 2010"),
        ("urut;jam;pelapor;lahir;sebab\n1;08.10;Rina;4-5-1990;x\n", "4-5-1990"),
    ],
)
def test_a_birth_is_found_behind_its_label(text: str, birth: str) -> None:
    assert birth in found(text)


@pytest.mark.parametrize(
    ("text", "birth"),
    [
        ("Meutia Rahmi, P, Sigli, 12/01/1979", "Sigli, 12/01/1979"),
        ("Tn. DANIEL PURBA / L / 21-08-1969", "21-08-1969"),
        ("3. Cut Intan      anak    21-02-2000   tuna daksa, 2023", "21-02-2000"),
        ("Rina, P, 4-5-90, ikut ibunya sejak 2020", "4-5-90"),
        ("2. Kameloh         P   30-10-2019   belum sekolah, 2022", "30-10-2019"),
        ("Gede Arya Pramana / Tejakula 8.2.2011 / SMPN 2 tahun 2024", "Tejakula 8.2.2011"),
        ("1  | REZA GUMILAR   | 17-01-2009   | Kp. Pasir, 2025", "17-01-2009"),
        ("Tumbang Lambung (Kuala Kurun, 30-11-1949) dirawat 2023", "Kuala Kurun, 30-11-1949"),
        ("HAMMADI bin KACO, Tinambung, 2 Juni 1979, Islam, 2023", "Tinambung, 2 Juni 1979"),
        ("Tempat/Tgl    : Watampone, O9-12-l981\nTahun 2023", "Watampone, O9-12-l981"),
    ],
)
def test_a_birth_in_a_list_is_known_by_what_stands_beside_it(text: str, birth: str) -> None:
    assert birth in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "lahir\n\n7 April 1988",
        "(pemain lahir 1 Januari 2011 atau sesudahnya)",
        "Hari lahir Pancasila 1 Juni 1945",
        "anak kedua lahir mati tahun 2019",
        "lahir 3 bayi pada bulan itu, 22/05/2023",
        "mereka yang lahir antara 1996 dan 2005",
        "tanggal lahir anak\n[12/02/24 19.17] Ucup: ya",
        "Banjarmasin, 12 Mei 2023\n\nKepala Dinas",
        "Rina Lestari | TMT 01-03-2005 | guru, 2023",
        "Simanungkalit; RM 08-41-77; No. JKN",
        "No | Lahir | Alamat\n",
        "kode 5.1.02.02.01.0030",
        "pemeriksaan anak 12-05-2023 di ruang PPA, 2023",
    ],
)
def test_other_dates_are_no_births(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Tempat/tgl lahir : Rantau, 2 Maret 1992", "births.labelled"),
        ("Tgl lahir  | 3 Januari 1975", "births.labelled"),
        ("ia lahir di Rantau tanggal 2 Maret 1992", "births.told"),
        ("Siti Rahmah | P | 12/05/1984 | Rantau", "births.listed"),
        ("ketemu hari Selasa Pahing, lahirnya Rebo Wage", "births.day"),
        ("Tanggal lahir : Jumat Kliwon, 2 Maret 1992", "births.labelled"),
    ],
)
def test_the_officer_is_told_of_a_label_only_where_one_stands(text: str, rule: str) -> None:
    (birth,) = births(layout_of(text))
    assert birth.rule == rule
    assert ("label" in birth.reason.split("%")[0]) == (rule == "births.labelled")


@pytest.mark.parametrize(
    ("text", "birth"),
    [
        ("Saya lahir pada tanggal dua belas Mei dua ribu sembilan.", "dua belas Mei dua ribu sembilan"),
        ("lahir tanggal tujuh belas Agustus seribu sembilan ratus delapan puluh lima", None),
        ("lahir dua puluh satu bulan Juni tahun dua ribu sepuluh", None),
        ("Tanggal lahir : sebelas Maret dua ribu dua", "sebelas Maret dua ribu dua"),
        (
            "lahir tanggal 12 (dua belas) Mei 2009 (dua ribu sembilan).",
            "12 (dua belas) Mei 2009 (dua ribu sembilan)",
        ),
        ("ia lahir hari Jumat Kliwon.", "Jumat Kliwon"),
        ("wetonnya Selasa Pahing", "Selasa Pahing"),
        ("Weton: Rebo Wage", "Rebo Wage"),
    ],
)
def test_a_birth_told_in_words_is_found(text: str, birth: str | None) -> None:
    born = " ".join(found(text))
    assert (birth or text.split("lahir ")[1].removeprefix("tanggal ")) in born


@pytest.mark.parametrize(
    "text",
    [
        "Pada hari ini, Jumat Kliwon, tanggal dua belas Mei dua ribu dua puluh tiga, diperiksa",
        "Rapat diadakan Jumat Kliwon di balai desa. Ia lahir di desa itu.",
        "Anak lahir selamat. Arisan tiap Minggu Pahing.",
    ],
)
def test_days_and_dates_in_words_of_other_things_stay(text: str) -> None:
    assert found(text) == []


CLIENT = "LAPORAN SOSIAL\nNama : Rukmini Sasmita\nNIK : 3273014507850003\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Klien lahir di Kudus dan ikut neneknya.",
        "Klien lahir dan besar di Kudus.",
        "Sdri. Rukmini kelahiran Kudus, penjahit.",
    ],
)
def test_the_place_alone_is_hidden_where_it_is_a_protected_persons(text: str) -> None:
    assert Screened(CLIENT + text).hides("Kudus")


def test_the_place_of_birth_of_somebody_in_public_stays() -> None:
    article = "SIARAN PERS\nBupati Drs. H. Sutarman, M.M. lahir di Kudus dan menjabat sejak tahun lalu.\n"
    assert Screened(article).shows("Kudus")


def test_an_abbreviation_in_a_column_for_births_is_no_birth() -> None:
    table = "No;Nama;TTL;Keperluan\n1;Slamet;PNS;SKCK\n2;Bejo;KUDUS;SKCK\n3;Intan;Bae;SKCK\n"
    assert found(table) == ["KUDUS", "Bae"]


def test_the_heading_beside_a_heading_is_no_birth() -> None:
    table = "DAFTAR PELAMAR\nNo,Nama,Tempat Lahir,Berkas\n1,Siti Aminah,Kudus,KTP\n2,Bejo Santoso,Pati,KK\n"
    assert found(table) == ["Kudus", "Pati"]


@pytest.mark.parametrize(
    ("text", "birth"),
    [
        ("1. Sugeng Riyadi, Sleman, 19 Januari 1961", "Sleman, 19 Januari 1961"),
        ("1. Ngadiyem, Bantul, 31-12-1948\n2. Sutini, Sleman, 19-01-1961", "Sleman, 19-01-1961"),
        (
            "No Nama Alamat\n1. Ngadiyem, Bantul, 31-12-1948\n2. Sutini, Sleman, 19-01-1961",
            "Bantul, 31-12-1948",
        ),
        ("1. NGADIYEM, BANTUL, 31-12-1948, PUCUNG RT 04", "BANTUL, 31-12-1948"),
        ("TUMINAH, GUNUNGKIDUL, 02-02-1950, SERUT RT 01", "GUNUNGKIDUL, 02-02-1950"),
    ],
)
def test_a_birth_right_behind_the_name_that_opens_an_item_is_found(text: str, birth: str) -> None:
    screened = Screened(text)
    assert birth in found(text)
    assert screened.hides(birth)
    assert screened.hides(re.sub(r"^1\. ", "", text.splitlines()[-1]).split(",")[0].split(". ")[-1])


@pytest.mark.parametrize(
    "text",
    ["Kepala Desa,\nSleman, 19 Januari 2021\nSugeng Riyadi", "1. Surat Keputusan, Sleman, 19 Januari 2021"],
)
def test_the_date_line_of_a_document_is_no_birth(text: str) -> None:
    assert found(text) == []
