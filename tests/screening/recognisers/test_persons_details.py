"""Birth, age, religion, ethnicity, marital status, health, finance, school, addresses: whose and where."""

import pytest

from terbuka.screening import Mode
from terbuka.screening.candidate import Rank
from terbuka.screening.people.cast import Cast
from terbuka.screening.people.model import Mention, Person
from terbuka.screening.reading import read_text
from terbuka.screening.recognisers.addresses import find_addresses
from terbuka.screening.recognisers.ages import _document_year, bracketed
from terbuka.screening.recognisers.attributes import attributes
from terbuka.screening.recognisers.births import births
from terbuka.screening.recognisers.checks import today
from terbuka.screening.recognisers.health import _labelled
from terbuka.screening.recognisers.numerals import in_words
from terbuka.screening.screen import find_details
from terbuka.screening.setting import meet
from tests.screening.screened import Screened, layout_of, matter_of

CHAT = "[03/05/24 07.12] A: pagi\n[03/05/24 07.15] B: pagi pak\n[03/05/24 07.16] B: "
REPORT = "LAPORAN POLISI\nYANG MELAPORKAN (KORBAN)\nNama : SITI RAHMAH\nNIK : 6371034704880003\n"


@pytest.mark.parametrize(
    ("text", "birth"),
    [
        ("Tempat/tgl lahir : Banjarmasin, 7 April 1988", "Banjarmasin, 7 April 1988"),
        ("TTL : Medan, 21-06-1979", "Medan, 21-06-1979"),
        ("Tgl. Lahir : O9-O5-l977", "O9-O5-l977"),
        ("Umur/tanggal lahir : 45 tahun / 30 Oktober 1977", "30 Oktober 1977"),
        ("umur 44 tahun, lahir di Saparua tanggal 17 Agustus 1979, agama", "17 Agustus 1979"),
        ("bayi lahir 13 Oktober 2023 dengan", "13 Oktober 2023"),
        ("NO | NAMA | TTL | NIK\n1 | Elisabet | Sorong, 14-02-1995 | 1", "Sorong, 14-02-1995"),
        ("Tempat lahir : Sungai Ulin", "Sungai Ulin"),
    ],
)
def test_dates_of_birth_are_hidden(text: str, birth: str) -> None:
    assert Screened(text).hides(birth)


@pytest.mark.parametrize(
    "text",
    ["Hari lahir Pancasila 1 Juni 1945", "rapat 7 April 1988", "lahir\n\n7 April 1988", "Tgl Lahir : -"],
)
def test_other_dates_are_not(text: str) -> None:
    assert "BIRTH" not in Screened(text).types()


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Korban Sdri. Dinda, pr, 16 th, pelajar", "16 th"),
        ("Bocah bernama Ahmad Hafiz (11) itu", "11"),
        ("anak Rehan (6 th) hilang", "6 th"),
        ("bayi bernama Aqila (8 bln) sehat", "8 bln"),
        ("Korban Siti Rahmah berusia 33 tahun", "33 tahun"),
        ("Anak Korban Nadia, umur 13 (tiga belas) tahun", "13 (tiga belas) tahun"),
        ("Anak Korban Nadia sejak usia tujuh tahun", "tujuh tahun"),
        ("Korban Sdr. Dedy Koswara, pemilik toko, 42 tahun;", "42 tahun"),
        ("NO | NAMA | UMUR | NIK\n1 | Azzam | 4 | -", "4"),
        ("Balita 3 tahun bernama Aqila menang lomba", "3 tahun"),
        ("No\tNama\tPeran\tUmur\n1\tSiti Rahmah\tPelapor\t34\n2\tBagus Wirawan\tSaksi\t28", "28"),
    ],
)
def test_ages_of_whose_name_is_hidden_are_hidden(text: str, age: str) -> None:
    screened = Screened(text)
    assert screened.hides(age) and "AGE" in screened.types()


@pytest.mark.parametrize(
    "text",
    [
        "61 di antaranya berusia 17-25 tahun",
        "14 persen berusia di atas 60 tahun",
        "pidana penjara selama 9 (sembilan) tahun",
        "Tersangka Hendrik (41) ditahan",
        "dihukum, 5 tahun, penjara",
        "ayat (2) dan ayat (15)",
        "umur\n\n17 tahun",
        "usia pakai 200 tahun",
        "AKBP Melati Sukma (41) mengatakan",
        "masa umur.",
        "Balita 3 tahun perlu imunisasi",
        "Anak 34 tahun bernama Hartono Wijaya menang lomba",
        "SIARAN PERS\nPolisi menangkap RH (34), warga Kelayan. Pelaku RH, umur 34 tahun, ditahan.",
        "PUTUSAN\nTerdakwa:\nNama lengkap : Saiful\nUmur : 29 tahun\nKorban Mawar hadir.",
    ],
)
def test_durations_statistics_and_ages_of_others_stay(text: str) -> None:
    assert "AGE" not in Screened(text).types()


@pytest.mark.parametrize(
    ("text", "age", "reason"),
    [
        ("Anak Aldi (15) hadir.", "15", "umur seorang anak"),
        ("Korban Slamet Riyadi, umur 45 tahun, luka.", "45 tahun", "umur seorang korban"),
        ("Pelapor Slamet Riyadi, umur 45 tahun, datang.", "45 tahun", "umur seseorang"),
    ],
)
def test_reason_of_an_age_says_whose_it_is(text: str, age: str, reason: str) -> None:
    assert reason in Screened(text).of(age).reason.lower()


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("Agama : Kristen Protestan", "RELIGION", "Kristen Protestan"),
        ("Agama : Aliran Hijau", "RELIGION", "Aliran Hijau"),
        ("agama Islam, suku Banjar", "RELIGION", "Islam"),
        ("agama Islam, suku Banjar", "ETHNIC", "Banjar"),
        ("SUPARDI, lk, 39 th, swasta, islam, almt Desa", "RELIGION", "islam"),
        ("Status : Janda (cerai mati)", "MARITAL", "Janda (cerai mati"),
        ("Status pemohon janda dengan dua anak", "MARITAL", "janda"),
        (CHAT + "sa janda pak", "MARITAL", "janda"),
        (CHAT + "Bu Yosefina itu janda pak", "MARITAL", "janda"),
        ("NO | NAMA | AGAMA | KET\n1 | Yosefina | Katolik | janda", "RELIGION", "Katolik"),
        ("NO | NAMA | NIK | KET\n1 | Yosefina | - | janda", "MARITAL", "janda"),
    ],
)
def test_attributes_of_persons(text: str, type_: str, value: str) -> None:
    assert Screened(text).of(value).type == type_


@pytest.mark.parametrize(
    ("text", "rule", "rank", "weighed"),
    [
        ("Status : janda", "attributes.marital", Rank.LABELLED, False),
        (CHAT + "sa janda pak", "attributes.said", Rank.CONTEXT, False),
        (CHAT + "Bu Yosefina itu janda pak", "attributes.said", Rank.CONTEXT, True),
        (CHAT + "Begitu kata sa. Janda itu pulang", "attributes.said", Rank.CONTEXT, True),
    ],
)
def test_what_no_label_asks_is_weighed_unless_the_speaker_says_it_of_himself(
    text: str, rule: str, rank: Rank, weighed: bool
) -> None:
    found = attributes(layout_of(text), matter_of(text))
    assert [(c.rule, c.rank, c.weighed) for c in found] == [(rule, rank, weighed)]


@pytest.mark.parametrize(
    "text",
    [
        "tokoh Islam dan Katolik hadir",
        "RS Islam",
        "Suku Dinas",
        "Status : aktif",
        "wilayah Makassar, Jawa, dan Bali",
        "masyarakat Banjar",
    ],
)
def test_other_uses_of_the_words_stay(text: str) -> None:
    assert not {"RELIGION", "ETHNIC", "MARITAL"} & set(Screened(text).types())


@pytest.mark.parametrize(
    ("text", "health"),
    [
        (REPORT + "Korban mengalami luka robek di pelipis kiri.", "luka robek di pelipis kiri"),
        (REPORT + "Korban menderita alergi seafood.", "alergi seafood"),
        (REPORT + "Golongan darah : AB", "AB"),
        (
            "VISUM ET REPERTUM\nNama : Frans\nTekanan darah 140/90 mmHg, nadi 102 kali per menit.",
            "140/90 mmHg, nadi 102 kali per menit",
        ),
        (
            "VISUM ET REPERTUM\nNama : Frans\n"
            "luka terbuka tepi tidak rata berukuran tiga kali satu sentimeter.",
            "luka terbuka tepi tidak rata berukuran tiga kali satu sentimeter",
        ),
        ("Diagnosa : demam tifoid", "demam tifoid"),
        (
            "NO | NAMA | NIK | KETERANGAN\n1 | Anselmus | - | lansia, tuna rungu sejak lahir",
            "tuna rungu sejak lahir",
        ),
        ("Saya hamil tujuh bulan. Nama saya Elvi Sukaesih, HP 0812-5104-3378", "hamil tujuh bulan"),
        (REPORT + "istrinya mengidap kanker stadium II.", "kanker stadium II"),
        ("SIARAN PERS\nKorban Melani (14) mengalami depresi.", "depresi"),
        (REPORT + "pikun (demensia)", "pikun (demensia"),
    ],
)
def test_health_of_a_person_is_hidden_to_the_end_of_the_clause(text: str, health: str) -> None:
    assert Screened(text).hides(health)


def test_clause_of_a_medical_paper_ends_at_a_word_that_says_nothing_of_health() -> None:
    done = Screened(
        "VISUM ET REPERTUM\nNama : Frans\n\nMengeluh nyeri perut. Ia datang bersama bapaknya, lalu pingsan."
    )
    assert done.hides("nyeri perut") and done.hides("pingsan") and done.shows("datang bersama")


@pytest.mark.parametrize(
    "text",
    [
        "Korban meninggal dunia akibat kecelakaan turun 11 persen",
        "Penyandang disabilitas yang mendapat SIM D bertambah",
        "Angka penderita stroke, hipertensi, atau diabetes boleh diumumkan",
        "Diagnosa : sehat",
        REPORT + "Setiap korban luka wajib dilayani.",
        REPORT + "Dirawat di Rumah Sakit Umum.",
        REPORT + "Jumlah kasus luka 12.",
        "SIARAN PERS\nSalah satu korban luka wajib melapor. Tersangka Hendrik (41) ditahan.",
        "NO | NAMA | JABATAN | NO. HP\n1 | Kompol Tatar Insan | Wakapolres, unit trauma | -",
    ],
)
def test_statistics_duties_and_officials_give_no_health(text: str) -> None:
    assert "HEALTH" not in Screened(text).types()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Penghasilan : Rp. 1.200.000 / bulan", "Rp. 1.200.000 / bulan"),
        (
            REPORT + "Korban punya hutang di koperasi sebesar Rp. 7.500.000.",
            "hutang di koperasi sebesar Rp. 7.500.000",
        ),
        (REPORT + "suaminya menunggak motor tiga bulan.", "menunggak motor tiga bulan"),
        (
            "KEPUTUSAN KEPALA\nMENIMBANG\nMEMUTUSKAN\nistrinya, Sdri. Meli Sartika, punya utang Rp 62 juta",
            "utang Rp 62 juta",
        ),
    ],
)
def test_money_matters_of_a_person_are_hidden(text: str, value: str) -> None:
    assert Screened(text).hides(value)


def test_an_amount_far_behind_its_word_is_whole_and_no_part_of_a_word() -> None:
    said = "punya utang kepada delapan anggota koperasi desa, Rp 12.450.000"
    assert Screened(f"{REPORT}Korban {said}.").hides(
        "utang kepada delapan anggota koperasi desa, Rp 12.450.000"
    )
    setting = meet(layout_of(f"{REPORT}Korban Siti Rahmah masih berutang, hidup terpisah karenanya."))
    _, seen = find_details(setting)
    assert not [c for c in seen if c.rule == "finance.passage"]


def test_a_whole_story_behind_a_label_of_anything_is_no_ailment() -> None:
    story = "tagihan melonjak padahal rumah kosong " * 4
    layout = layout_of(f"Nama : Siti Rahmah\nKeluhan : {story}dan ia sesak\nKondisi : sesak napas\n")
    labelled = [layout.reading.text[c.start : c.end] for c in _labelled(layout, asks=True)]
    assert labelled == ["sesak napas"]


@pytest.mark.parametrize(
    "text",
    [
        REPORT + "Tagihan belanja dinas dari pagu anggaran sebesar Rp 7.500.000.",
        "tabungan Rp 5.000.000",
        "Gaji : -",
    ],
)
def test_public_money_and_money_of_nobody_stay(text: str) -> None:
    assert "FINANCE" not in Screened(text).types()


CHILD = "Anak Korban NADIA PUTRI, umur 13 tahun, adalah pelajar kelas VII B MTs Darul Amin Tunggul Irang. "


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (CHILD, "pelajar kelas VII B MTs Darul Amin Tunggul Irang"),
        (CHILD + "Ia keponakan istri Terdakwa.", "keponakan istri Terdakwa"),
        (
            CHILD + "Ibunya, Sri Wahyuni, penjual nasi kuning di Pasar Keramat.",
            "penjual nasi kuning di Pasar Keramat",
        ),
        (CHILD + "Nadia tinggal bersama kakek dari pihak ibu.", "tinggal bersama kakek dari pihak ibu"),
        ("Bocah Hafiz (11) murid SMPN 6 Kandangan, kelas IX-C.\n\nSMPN 6 menerima surat.", "SMPN 6"),
        (
            "Nama : Jonathan\nTgl. Lahir : 14 Mei 2012\n"
            "Sekolah : SD Negeri 060827, Kls. IV\nMedan, 18 Juli 2022",
            "SD Negeri 060827, Kls. IV",
        ),
        (
            "NO | NAMA | INSTANSI | NO. HP\n1 | Kadek Ayu (15 th) | Forum Anak, SMPN 35 kls IX | -",
            "Forum Anak, SMPN 35 kls IX",
        ),
        ("Anak Fitrah umur 9 tahun bersekolah di SD Inpres Pallangga", "bersekolah di SD Inpres Pallangga"),
    ],
)
def test_what_identifies_a_child_is_blocked_hard(text: str, part: str) -> None:
    screened = Screened(text)
    assert screened.hides(part)
    assert screened.of(part).mode is Mode.BLOCK


@pytest.mark.parametrize(
    "text",
    [
        "SDN Sudirman I Makassar dibangun",
        "Kapolres berkunjung ke SMAN 21",
        CHILD + "\n\nRapat di SMA Athirah.",
    ],
)
def test_schools_of_nobody_stay(text: str) -> None:
    assert [
        f for f in Screened(text).findings if f.type == "RELATIVE" and f.start > text.find("\n\n") > 0
    ] == []
    if not text.startswith(CHILD):
        assert "RELATIVE" not in Screened(text).types()


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("alamat Jl. Kuripan Gg. Bali RT 09 Banjarmasin Timur", "Jl. Kuripan Gg. Bali RT 09"),
        (
            "warga Gang Melati RT 12 Kelurahan Pekapuran Raya, bersama",
            "Gang Melati RT 12 Kelurahan Pekapuran Raya",
        ),
        (
            "Gg. Bina Brata RT 14 No. 3B, Jl. Brigjen H. Hasan Basri, titik",
            "Gg. Bina Brata RT 14 No. 3B, Jl. Brigjen H. Hasan Basri",
        ),
        ("Jl. Poros Malino lorong 3 dekat pos ronda", "Jl. Poros Malino lorong 3 dekat pos ronda"),
        ("Jl. Surapati RT 6 Kelurahan Barabai Barat, lalu", "Jl. Surapati RT 6 Kelurahan Barabai Barat"),
        (
            "Perumahan Bumi Intan Blok D3/11, RT 034/RW 006, Kel. Sungai Besar, Kec. Banjarbaru",
            "Perumahan Bumi Intan Blok D3/11, RT 034/RW 006, Kel. Sungai Besar",
        ),
        ("Alamat: Jl. Melati 3\nNo. Telp: 0812-5104-3378", "Jl. Melati 3"),
        ("Alamat: Jl. Melati 3\nNo. KTP: 6371034704880003", "Jl. Melati 3"),
        ("Alamat: Jl. Melati 3\nNomor Anggota: 12", "Jl. Melati 3"),
        ("Jl. Melati RT 3 No. HP 0812-5104-3378", "Jl. Melati RT 3"),
        ("Jl. Melati RT 3 No HP/WA 0812-5104-3378", "Jl. Melati RT 3"),
        ("Jl. Melati\nNo. 3 RT 05", "Jl. Melati\nNo. 3 RT 05"),
        ("Jl. Melati\nNo. B-12 RT 05", "Jl. Melati\nNo. B-12 RT 05"),
        ("Jl. Melati no: 12", "Jl. Melati no: 12"),
    ],
)
def test_how_far_an_address_reaches(text: str, address: str) -> None:
    reading = read_text(text)
    found = [text[reading.starts[a.first] : reading.ends[a.last - 1]] for a in find_addresses(reading)]
    assert found[0] == address


@pytest.mark.parametrize(
    "text", ["Kepala Desa Ramlan", "desa itu", "jalan. AF datang", "Ketua RT 05 hadir", "Blok"]
)
def test_words_that_open_no_address(text: str) -> None:
    assert find_addresses(read_text(text)) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (
            "Alamat : Jl. Teluk Tiram Gg. Keluarga No. 27 RT 15 Kec. Banjarmasin Barat",
            "Jl. Teluk Tiram Gg. Keluarga No. 27 RT 15",
        ),
        ("Alamat : Kuripan Dalam, Kota Banjarmasin", "Kuripan Dalam"),
        (
            "Yth. Sdr. Yulianus Bawi\n     Desa Kambitin Raya RT 03 No. 12\n",
            "Desa Kambitin Raya RT 03 No. 12",
        ),
        (
            "tinggal di Jl. Trikora Komp. Wengga Blok L no 44, Banjarbaru",
            "Jl. Trikora Komp. Wengga Blok L no 44",
        ),
        ("NO | NAMA | ALAMAT | NO. HP\n1 | Rusdi | Jl. Seroja | -", "Jl. Seroja"),
        (CHAT + "alamat Jl. Mawar RT 2", "Jl. Mawar RT 2"),
        (
            "REKAP PANGGILAN LAYANAN 110\nNO | NAMA | LOKASI | NO. HP\n"
            "1 | Hamdan | Gg. Sepakat RT 04 | 0812-5104-3378",
            "Gg. Sepakat RT 04",
        ),
        ("Sdr. Rusdi, HP 0812-5104-3378, Komp. Madani RT 27 No. 2", "Komp. Madani RT 27 No. 2"),
        ("Pelapor Jl. Teluk Tiram Gg. Keluarga RT 12 hadir.", "Jl. Teluk Tiram Gg. Keluarga RT 12"),
        ("Saksi Rusdi, alamat Jalan Mawar Pekanbaru.", "Jalan Mawar Pekanbaru"),
    ],
)
def test_addresses_of_persons_are_hidden(text: str, address: str) -> None:
    assert Screened(text).hides(address)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("POLRES TAPIN\nJl. A. Yani Km. 3,5 No. 43 Rantau\n\nNomor : 1", "Jl. A. Yani Km. 3,5 No. 43"),
        ("bertempat di Jl. R.E. Martadinata No. 1, Banjarmasin", "Jl. R.E. Martadinata No. 1"),
        ("kecelakaan di Jl. A. Yani Km 98 Desa Tatakan", "Jl. A. Yani Km 98 Desa Tatakan"),
        ("Alamat kantor : Jl. Pahlawan No. 3 RT 02", "Jl. Pahlawan No. 3 RT 02"),
        ("LAPORAN POLISI\nTKP : Jl. A. Yani Km 98 Desa Tatakan\nKorban : Rusdi", "Jl. A. Yani Km 98"),
        (
            "Nama : Badan Pertanahan Nasional\nAlamat : Jalan Dewi Saraswati No. 3",
            "Jalan Dewi Saraswati No. 3",
        ),
        ("pemasangan CCTV di Jl. Hasan Basry", "Jl. Hasan Basry"),
        ("UNDANGAN\nSURAT UNDANGAN\ntitik kumpul Jl. Jenderal Sudirman No. 1", "Jl. Jenderal Sudirman No. 1"),
        ("Alamat : Banjarmasin Utara", "Banjarmasin Utara"),
        (
            "NO | NAMA | JABATAN/ALAMAT | NO. HP\n1 | Abdul Wahid | Ketua LPM Kelurahan Surgi | -",
            "Kelurahan Surgi",
        ),
    ],
)
def test_offices_and_public_places_stay(text: str, place: str) -> None:
    assert Screened(text).shows(place)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("tiga belas tahun", (13, 2)),
        ("dua puluh tujuh", (27, 3)),
        ("dua puluh orang", (20, 2)),
        ("sepuluh", (10, 1)),
        ("tujuh", (7, 1)),
        ("orang", None),
        ("", None),
    ],
)
def test_numerals_in_words(words: str, number: tuple[int, int] | None) -> None:
    assert in_words(words.split()) == number


@pytest.mark.parametrize("number", ["Nomor: SKET/12/IX/2023\n", ""])
def test_adult_whose_birth_is_the_only_date_is_no_child(number: str) -> None:
    text = f"SURAT KETERANGAN\n{number}Nama : Wahyu Nugroho\nTempat, tanggal lahir : Rantau, 2 Maret 1992\n"
    assert [f.role for f in Screened(text).findings if f.type == "PERSON"] == ["private"]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Nomor: SKET/12/IX/2009\nTanggal lahir : 12/05/1984\n", 2009),
        ("Tanggal lahir : 12/05/1984\n", today().year),
        ("Tanggal lahir : 12/05/1984\nSIM berlaku s.d. 12/05/2019\n", today().year),
        ("Tanggal lahir : 12/05/1984\nBanjarmasin, 3 Juni 2021\n", 2021),
        ("Tanggal lahir : 12/05/1984\nNomor: B/7/2999\n", today().year),
    ],
)
def test_the_year_of_a_document_is_no_year_of_a_birth_or_of_validity(text: str, year: int) -> None:
    layout = layout_of(text)
    assert _document_year(layout.reading.text, births(layout)) == year


def test_adult_in_a_form_without_another_year_is_no_child() -> None:
    """``/1984`` of the birth date looks like the year in a letter's number."""
    form = Screened("Nama : Rusdi Hartono\nTempat/tgl lahir : Kandangan, 12/05/1984\n")
    assert {(f.role, f.mode) for f in form.findings if f.type == "PERSON"} == {("private", Mode.MASK)}


@pytest.mark.parametrize(
    ("said", "name", "years"),
    [
        ("Aldi (15) menangis.", "Aldi", [15]),
        ("Xarvio (15 th) menangis.", "Xarvio", [15]),
        ("Xarvio (7 bln) menangis.", "Xarvio", [0]),
        ("Ayat (2) berlaku.", "Ayat", []),
    ],
)
def test_an_age_behind_a_known_name_counts_though_the_models_saw_nobody(
    said: str, name: str, years: list[int]
) -> None:
    mention = Mention(0, len(name), (name.lower(),), 0.2, "names.modelled")
    person = Person(1, [mention], likely=(0.1, 0.1, 0.8))
    layout = layout_of(said)
    assert [age.years for age in bracketed(Cast(layout, [person], matter_of(said)))] == years


def test_child_by_the_year_of_a_letter_number_is_a_child() -> None:
    text = "SURAT KETERANGAN\nNomor: SKET/12/IX/2009\nNama : Wahyu Nugroho\nTanggal lahir : 2 Maret 1995\n"
    assert [f.role for f in Screened(text).findings if f.type == "PERSON"] == ["child"]


TABLE = "No{0}Nama{0}L/P{0}Tgl Lahir\n1{0}Slamet Riyadi{0}L{0}02-02-1970\n2{0}Bejo{0}P{0}30/11/{1}\n"


@pytest.mark.parametrize("sign", [";", ",", "|", "\t"])
def test_a_table_with_the_sex_locks_children_and_no_adult(sign: str) -> None:
    adults = Screened(TABLE.format(sign, 1985))
    assert adults.hides("30/11/1985") and adults.hides("Bejo")
    assert adults.shows(f"{sign}L{sign}") and adults.shows(f"{sign}P{sign}")
    assert {finding.mode for finding in adults.findings} == {Mode.MASK}
    child = Screened(TABLE.format(sign, 2015))
    assert child.of("Bejo").mode is Mode.BLOCK and child.of("Slamet Riyadi").mode is Mode.MASK
    assert child.shows(f"{sign}P{sign}")


def test_a_name_that_slipped_under_the_sex_is_hidden() -> None:
    assert Screened("No | Nama | L/P | NIK\n1 | Sri | Bejo Santoso | 3319010202700001\n").hides(
        "Bejo Santoso"
    )


@pytest.mark.parametrize(
    "text", ["Agama Islam, Kristen, Hindu diakui negara.", "agama Islam dan Kristen dan Hindu"]
)
def test_faiths_in_a_row_are_nobodys(text: str) -> None:
    assert Screened(text).shows("Islam")


def test_the_faith_of_one_person_is_hidden() -> None:
    assert Screened("Pelapor Bejo, agama Islam, suku Jawa, melapor.").hides("Islam")


def test_a_sum_charged_to_a_budget_document_stays() -> None:
    paper = (
        "LAPORAN POLISI\nPelapor: Bejo Santoso\n\nTunggakan dibebankan pada DPA sebesar Rp 150.000.000,00."
    )
    assert Screened(paper).shows("Rp 150.000.000,00")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Alamat terakhir : Jl. Inong Balee", "Jl. Inong Balee"),
        ("Saksi Rusdi, alamat Jalan Mawar Pekanbaru.", "Jalan Mawar Pekanbaru"),
        ("Rusdi bin Ali, swasta, alamat Jalan Mawar Pekanbaru.", "Jalan Mawar Pekanbaru"),
    ],
)
def test_a_bare_street_that_a_person_gives_as_his_address_is_hidden(text: str, address: str) -> None:
    assert Screened(text).of(address).type == "ADDRESS"
    assert Screened(text).hides(address)


@pytest.mark.parametrize(
    "seat", ["Polsek Lima Puluh", "Saksi diperiksa di kantor", "Kantor pengacara korban"]
)
def test_a_bare_street_of_an_office_stays(seat: str) -> None:
    assert Screened(f"{seat}, alamat Jalan Mawar Pekanbaru.").shows("Jalan Mawar Pekanbaru")


@pytest.mark.parametrize("count", ["5 (lima)", "12 perkara", "7"])
def test_a_count_of_cases_that_wait_is_no_money(count: str) -> None:
    assert Screened(f"TUNGGAKAN : {count}\n").shows(count)


@pytest.mark.parametrize("sum_", ["Rp 5.000.000", "5 juta", "5 bulan"])
def test_what_somebody_owes_is_hidden(sum_: str) -> None:
    assert Screened(f"Nama : Joko\nTunggakan : {sum_}\n").hides(sum_)
