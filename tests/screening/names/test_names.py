import pytest

from terbuka.screening.names.candidates import find_names
from terbuka.screening.names.degrees import behind_degrees, comma_degree, degree_after, degree_at
from terbuka.screening.names.likeness import initials, likeness, weight
from terbuka.screening.reading import read_text
from tests.screening.screened import Screened, layout_of, names_in

SIGNED = (
    "Yang menerima,                    Yang menyerahkan,\n\n"
    "CARINIH                           Bripka DEDE KURNIA\n"
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("pelapor SITI RAHMAH memarkir", ["SITI RAHMAH"]),
        ("Saksi H. Kastalani (pemilik warung)", ["Kastalani"]),
        (
            "saksi-saksi yaitu Rosmaniar, Hendri Caniago dan sdr. Ilham",
            ["Rosmaniar", "Hendri Caniago", "Ilham"],
        ),
        ("Kombes Pol Bayu Wirasakti, S.I.K.", ["Bayu Wirasakti"]),
        ("Dekan Dr. Ir. Muhajir Said, M.T.", ["Muhajir Said"]),
        ("1. Nama : I WAYAN SUDARTA, umur 51 th", ["I WAYAN SUDARTA"]),
        ("Nama : SITI RAHMAH binti ABDUL GANI", ["SITI RAHMAH binti ABDUL GANI"]),
        ("Nama : ROSDIANA br. SIMANJUNTAK", ["ROSDIANA br. SIMANJUNTAK"]),
        ("Nama : Budi Umur : 30", ["Budi"]),
        ("Nama : Rahmat Hidayatullah Pelapor", ["Rahmat Hidayatullah"]),
        ("Nama : Bahrudin bin H. Sani Tersangka", ["Bahrudin bin H. Sani"]),
        ("Nama : Maulida Rahmah Anak Korban", ["Maulida Rahmah"]),
        ("Nama : BAYU WIRASAKTI S.H.", ["BAYU WIRASAKTI"]),
        ("Nama : Maria Dua Nurak", ["Maria Dua Nurak"]),
        ("nama : siti aminah", ["siti aminah"]),
        (
            "Tersangka : 1. HERMAN SUSILO bin KASMAN  2. LIE FEN FEN als. VIVI",
            ["HERMAN SUSILO bin KASMAN", "LIE FEN FEN", "VIVI"],
        ),
        ("ibunya, Sri Wahyuni, datang", ["Sri Wahyuni"]),
        ("Ibu Aril, Nurmin, menyesal", ["Aril", "Nurmin"]),
        ("Sopir truk, Tukimin, warga Boyolali", ["Tukimin"]),
        ("kepada orang tuanya, Sukran. Menurut", ["Sukran"]),
        ("penganiayaan terhadap Rasmin pada", ["Rasmin"]),
        ("Dedy Koswara Rahman (42) memaafkan", ["Dedy Koswara Rahman"]),
        ("1. Rosalinda Hoar (istri), petani", ["Rosalinda Hoar"]),
        ("berinisial AF, RS (16) dan MN", ["AF", "RS", "MN"]),
        ("pasangan NA (38) dan", ["NA"]),
        ("anak M.A. dan Terdakwa SN", ["M.A", "SN"]),
        ("Nadia Putri (N.P.) hadir", ["Nadia Putri", "N.P"]),
        ("Muhammad Arsyad als. Accang", ["Muhammad Arsyad", "Accang"]),
        ("alias Narto Cepot ditahan", ["Narto Cepot"]),
        ('informan "Bintang Laut" melapor', ["Bintang Laut"]),
        ("orang bernama samsul dan pak ujang, si ipul", ["samsul", "ujang", "ipul"]),
        ("istrinya daeng kebo kena pukul", ["daeng kebo"]),
        ("Sdri.\nRAHMAH keluar", ["RAHMAH"]),
        ("La Ode Safrudin dan Wa Ode Nurfaida, Wa Ani", ["La Ode Safrudin", "Wa Ode Nurfaida", "Wa Ani"]),
        ("Theresia Nona Lusi datang", ["Theresia Nona Lusi"]),
        ("Sdr. Hendrik S. (41)", ["Hendrik S"]),
        ("Go Mei Hwa dan W. Santosa", ["Go Mei Hwa", "W. Santosa"]),
        ("Pak Juli Hartono lahir", ["Juli Hartono"]),
        ("korban\nA. Batari Toja", ["A. Batari Toja"]),
        ("almarhum Ridwan Effendi Lubis", ["Ridwan Effendi Lubis"]),
        ("NO | NAMA | NIK | KET\n1 | Hj. MASRUFAH | 1 | x", ["MASRUFAH"]),
        ('From: "Ruben Salossa" <a@contoh.id>', ["Ruben Salossa"]),
        ("[03/05/24 07.12] Hamidah: pagi\n", ["Hamidah"]),
        ("---- DEWI ANGGRAINI ----", ["DEWI ANGGRAINI"]),
        (SIGNED, ["CARINIH", "DEDE KURNIA"]),
        ("Oleh Retna Widyastuti\nDosen", ["Retna Widyastuti"]),
    ],
)
def test_names_are_found(text: str, names: list[str]) -> None:
    assert [name.rstrip(".") for name in names_in(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Jl. Jend. Ahmad Yani Km 5",
        "Bandara Syamsudin Noor",
        "RSUD Ulin dan RS Bhayangkara Hoegeng Imam Santoso",
        "PT Surya Kencana Ramli",
        "KM Dharma Kartika berlayar",
        "Operasi Antik Intan 2023",
        "Danrem 101/Antasari",
        "wartawan Radar Antasari",
        "bulan Juli sampai Agustus, 5 Mei",
        "Banjarmasin, 15 Maret 2022",
        "Tanjung, 30 Oktober 2023",
        "bulan depan surya terbenam",
        "Nomor : LP/B/118",
        "Surat Perintah Penyidikan Nomor SP.Sidik/201/IX/2022/Ditreskrimum tanggal 5 September 2022",
        "nomor B/44/Bambang.Irawan/2024;",
        "teh Tiongkok dan tulang Rusuk",
        "Terlapor : Dalam lidik",
        "Nama kegiatan : Rapat Surya",
        "Nama : PT Maju",
        "Nama: Alamat Lengkap",
        "Nama :\nPu\nAlamat",
        "KEPOLISIAN NEGARA REPUBLIK INDONESIA\nDAERAH KALIMANTAN SELATAN",
        "korban KDRT dan UMKM",
        "Irjen Pol\nDr.",
        "gelar S.Kom. dan, S.H., M.H.",
        "HST dan STNK",
        "Kepala Dinas Pendidikan",
        "",
    ],
)
def test_what_is_no_name_is_left_alone(text: str) -> None:
    assert names_in(text) == []


def test_strangers_are_taken_only_in_papers_about_persons() -> None:
    assert names_in("penganiayaan terhadap Rasmin pada", personal=False) == []


def test_a_name_may_go_on_in_the_next_line_of_running_text() -> None:
    line = "Kontrak ditandatangani oleh Kepala Dinas selaku pengguna anggaran, Ir. Gusti"
    assert names_in(f"{line}\nZulkarnain, lalu") == ["Gusti\nZulkarnain"]
    assert names_in("saksi Gusti\nZulkarnain") == ["Gusti", "Zulkarnain"]


@pytest.mark.parametrize(
    ("word", "least", "most"),
    [
        ("rahmah", 1, 1),
        ("bulan", 0, 0.5),
        ("wirasakti", 0.2, 0.3),
        ("laporan", -1, -0.5),
        ("banjarmasin", -1, 0),
        ("loksado", 0, 0.2),
    ],
)
def test_how_much_a_word_speaks_for_a_name(word: str, least: float, most: float) -> None:
    assert least <= weight(word) <= most


def test_likeness_of_words_without_context() -> None:
    reading = read_text("Siti Rahmah laporan polisi A")
    assert likeness(reading, 0, 2) > 0.9
    assert likeness(reading, 2, 4) == 0
    assert likeness(reading, 4, 5) == 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("AF", 1),
        ("N.P.", 2),
        ("M.R.S.T.U", 4),
        ("ABCD", 0),
        ("Af", 0),
        ("A", 0),
        ("NAMA SAYA", 0),
        ("AF BUDI", 0),
        ("NIK", 0),
    ],
)
def test_initials(text: str, count: int) -> None:
    assert initials(read_text(text), 0) == count


def test_degrees_behind_names() -> None:
    reading = read_text("Bayu, S.H., M.Kn. hadir; Ani S.Kom hadir, SE; Budi hadir")
    assert degree_after(reading, 1)
    assert reading.text[behind_degrees(reading, 1) :].startswith(" hadir; Ani")
    assert comma_degree(reading, 1) and not comma_degree(reading, 0)
    ani = reading.folds.index("ani")
    assert degree_at(reading, ani + 1)
    assert not degree_at(reading, ani) and not degree_at(reading, reading.folds.index("se"))
    assert not degree_after(reading, len(reading) - 1)


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("Tersangka AHMAD YANI Als ACIL Bin HAMDANI ditangkap.", "ACIL Bin HAMDANI"),
        ("Korban MURNIATI Als ACIL MUR Binti SABERAN melapor.", "ACIL MUR Binti SABERAN"),
        ("Tersangka Samsul alias Julak ditangkap.", "Julak"),
    ],
)
def test_what_elders_are_called_is_an_alias_too(text: str, alias: str) -> None:
    assert Screened(text).hides(alias)


@pytest.mark.parametrize(
    "text",
    [
        "Anak korban : M. Aldi\nUmur : 9 tahun",
        "Anak korban : M.\n              Aldi\nUmur : 9 tahun",
        "Orang tua Anak,\n\n  Hasbiyah\n             Anak       : M.\n                          Aldi\n",
    ],
)
def test_initial_goes_with_the_name_behind_it_on_the_line_below_too(text: str) -> None:
    screened = Screened(f"LAPORAN POLISI\n\n{text}")
    assert screened.hides("M") and screened.hides("Aldi")


def test_letter_that_ends_a_line_of_another_column_is_no_initial() -> None:
    text = f"LAPORAN POLISI\n\nSaksi Aldi melihat huruf M.\n{' ' * 60}Kartono tahu.\n"
    assert "Kartono" in names_in(text)


@pytest.mark.parametrize("name", ["Medan Siregar", "Banjar Kusuma", "Padang Sari"])
def test_who_is_addressed_is_a_person_though_called_like_a_town(name: str) -> None:
    assert names_in(f"Tn. {name} dirawat di Kota Medan") == [name]


@pytest.mark.parametrize("label", ["Nama", "Korban", "Nama korban"])
@pytest.mark.parametrize("name", ["王小明", "Иван Петров", "محمد علي"])
def test_a_name_in_another_script_behind_its_label_is_found(label: str, name: str) -> None:
    assert names_in(f"{label} : {name}\nUmur : 30\n") == [name]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Korban: Sdr. Bonifasius Kia Beda melapor.", "Bonifasius Kia Beda"),
        ("Korban mengaku dijemput La Bara di pelabuhan. La Bara kini buron.", "La Bara"),
    ],
)
def test_a_last_part_that_is_an_ordinary_word_is_hidden_with_the_name(told: str, name: str) -> None:
    assert Screened(told).hides(name)


@pytest.mark.parametrize(
    "told",
    [
        "Menurut Sdr. Budi Santoso Warga desa itu pergi.",
        "Korban Sdr. Budi Santoso Melapor ke Polres.",
    ],
)
def test_a_capital_behind_a_name_is_no_part_of_it(told: str) -> None:
    screened = Screened(told)
    word = told.split("Santoso ")[1].split(" ")[0]
    assert screened.hides("Budi Santoso")
    assert screened.shows(word)


@pytest.mark.parametrize("name", ["Ngatmini Kabelen", "Yopi Lumintang", "FEBRIANI NOFITA LAIA"])
def test_whoever_stands_below_the_title_of_a_cv_is_hidden(name: str) -> None:
    told = f"CURRICULUM VITAE\n\n{name}\nJl. Melati No. 4 Kudus\n\nPendidikan:\nSMA Negeri 1 Kudus 2010\n"
    assert Screened(told).hides(name)


@pytest.mark.parametrize("line", ["Data Diri", "Pengalaman Kerja", "PENDIDIKAN"])
def test_a_heading_below_the_title_of_a_cv_is_no_name(line: str) -> None:
    assert Screened(f"CURRICULUM VITAE\n\n{line}\n\n2010 lulus SMA\n").shows(line)


@pytest.mark.parametrize("name", ["Zevanora", "Qirani", "Shabrina"])
def test_whatever_a_child_is_called_is_a_name(name: str) -> None:
    assert names_in(f"Balita umur 3 tahun bernama {name} terjatuh ke sumur.", personal=False) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Kapal bernama Zevanora berlabuh.",
        "Ada balita. Kapal bernama Zevanora berlabuh.",
        "Balita itu tidur, kapal bernama Zevanora berlabuh.",
        "Balita itu dinaikkan ke Zevanora.",
    ],
)
def test_what_is_no_child_is_no_name_for_being_called_so(text: str) -> None:
    assert names_in(text, personal=False) == []


@pytest.mark.parametrize(
    "name",
    [
        "Rimin Perangin-angin",  # says its end once more
        "I Ketut Dana",  # "Saksi I" is no first witness
        "Kgs. Lukman",
        "R. Zebua",
        "Abd. Hakim",  # a judge is called so too
        "Tjhin Mui Fung",  # not the MUI
        "RAJA lSMAIL",  # a scanner read I for l
        "Hendrik Kia Pagi",
        "Ketut Merta",  # no verb
    ],
)
def test_no_part_of_a_name_is_left_behind(name: str) -> None:
    assert names_in(f"Malam itu saksi {name} melihat motor.") == [name]


@pytest.mark.parametrize("name", ["Aji", "Idi", "Ibi"])
def test_a_child_called_like_the_letters_of_an_office_is_found(name: str) -> None:
    assert names_in(f"Anak saya si {name} baru kelas lima.") == [name]
    assert names_in(f"Rapat dihadiri {name.upper()} dan dinas.") == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("[14/11/23 19.02.11] ~ tinah_cilongok: kulonuwun\n", "tinah_cilongok"),
        ("15/3 20:41  Rahma: lur\n", "Rahma"),
        ("15/3 20:41  R: lur\n", "R"),
        ("[19/05/25 07.05] Pak RT Syarifuddin: terima kasih\n", "Syarifuddin"),
        ("[12/06/23 08.40] Acil Midah: inggih\n", "Acil Midah"),
    ],
)
def test_who_writes_in_a_chat_is_named_whole(line: str, name: str) -> None:
    assert names_in(line) == [name]


@pytest.mark.parametrize("label", ["nama di bank", "nama di rekening", "nama muda", "nama gadis"])
def test_the_name_on_a_paper_is_found_in_capitals_too(label: str) -> None:
    assert names_in(f"Menurut petugas {label} ZUMROTI berbeda dengan kartunya.") == ["ZUMROTI"]


def test_a_name_ends_where_a_degree_a_verb_or_a_title_begins() -> None:
    text = "IPDA SRI MULYANI, S.H. mewawancarai Ny. Tan Mei Ling. AKP SUGIYO, S.I.K. menemui Tn. Kwee Tjan."
    assert names_in(text) == ["SRI MULYANI", "Tan Mei Ling", "SUGIYO", "Kwee Tjan"]


def test_an_alias_in_capitals_is_whole_though_its_words_are_short() -> None:
    text = "DISITA DARI TANGAN SUMIATI ALIAS BU MI BINTI KASMO, BERUPA 1 (SATU) UNIT HP"
    assert Screened(text).hides("BU MI BINTI KASMO")
    assert Screened(text).shows("BERUPA")


def test_who_reports_in_english_is_a_complainant() -> None:
    screened = Screened("Reported by: Ms. Anna Kowalska, DOB 14/05/1991\nOfficer: Briptu Yuliana Pongtuluran")
    assert screened.of("Anna Kowalska").role == "complainant"
    assert screened.shows("Yuliana Pongtuluran")


@pytest.mark.parametrize("word", ["VI", "XI", "Kls", "Hino", "Isuzu", "Pontianak"])
def test_a_class_a_make_and_a_city_are_no_names_however_sure_a_model_is(word: str) -> None:
    layout = layout_of(f"Data: {word} tercatat.")
    sure = [0.9 if layout.reading.word(at) == word else 0.0 for at in range(len(layout.reading))]
    assert find_names(layout, [], sure) == []


def test_a_city_that_is_also_a_name_may_be_one() -> None:
    layout = layout_of("Data: Bima tercatat.")
    sure = [0.9 if layout.reading.word(at) == "Bima" else 0.0 for at in range(len(layout.reading))]
    assert len(find_names(layout, [], sure)) == 1


def test_a_label_under_a_name_is_no_signature() -> None:
    screened = Screened("Nama Pasien : Ngatiman\nDiagnosa     : TB paru\nRujukan : RSUD Ansari")
    assert screened.shows("Diagnosa") and screened.hides("Ngatiman")


def test_a_name_does_not_go_on_behind_an_empty_line() -> None:
    layout = layout_of("Yosef Goa\n\nI. ANAMNESIS\n")
    found = find_names(layout, [], [0.9] * len(layout.reading))
    assert "\n" not in "".join(layout.reading.text[name.start : name.end] for name in found)


def test_a_patient_is_labelled_in_english_too() -> None:
    screened = Screened("Patient: Ingrid Halvorsen\nDiagnosis: pneumonia")
    assert screened.hides("Ingrid Halvorsen") and screened.hides("pneumonia")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Pelapor : SUPARNO al. PAK NO", ["SUPARNO", "PAK NO"]),
        ("Saksi Ahmad Al Amin datang.", ["Ahmad Al Amin"]),
        ("Nama : BOIHAQI\nAlias : -\nAlamat terakhir : Jl. Inong", ["BOIHAQI"]),
        ("Nama : BOIHAQI\nAlias :\nPekerjaan : Sopir", ["BOIHAQI"]),
        ("Nama : BOIHAQI\nNama panggilan : -\nTempat lahir : Sigli", ["BOIHAQI"]),
        ("Saksi Rusdi mangkir dari panggilan I. Korban tinggal di Sigli.", ["Rusdi"]),
        ("Tersangka Joko dengan panggilan II. Tersangka hadir.", ["Joko"]),
        ("Tersangka Joko alias Gondrong. Barang bukti disita.", ["Joko", "Gondrong"]),
        ("Tersangka Joko, panggilan Iwan. Barang bukti disita.", ["Joko", "Iwan"]),
        ("Tersangka Joko alias Moh. Toha ditahan.", ["Joko", "Moh. Toha"]),
        ("Tersangka Joko panggilan I Gede Bagus ditahan.", ["Joko", "I Gede Bagus"]),
    ],
)
def test_an_alias_is_what_stands_behind_its_word_and_no_more(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    "heading",
    ["JUMLAH KORBAN BULAN MEI 2024", "LAPORAN ANAK BULAN JUNI 2024", "MUTASI PENDUDUK BULAN APRIL 2023"],
)
def test_the_word_for_month_in_front_of_a_month_is_nobody(heading: str) -> None:
    assert names_in(heading) == []


@pytest.mark.parametrize("degree", ["S.Kom.", "S.Kom", "S.Sos., M.Si.", "A.Md.Keb."])
@pytest.mark.parametrize("name", ["Hermanto Bujang", "Hermanto"])
def test_a_degree_is_nobodys_name_and_bujang_is_part_of_one(name: str, degree: str) -> None:
    text = f"Nama : {name}, {degree}"
    assert [(f.type, text[f.start : f.end]) for f in Screened(text).findings] == [("PERSON", name)]


def test_a_name_broken_over_two_lines_goes_on_in_front_of_its_number_or_the_sentence() -> None:
    start = "Pada hari Senin tanggal 3 Maret 2025 pukul 09.00 WITA, saya AIPTU Fahrul"
    text = f"{start}\nRozi NRP 76050123 selaku penyidik memeriksa."
    assert names_in(text) == ["Fahrul\nRozi"]
    assert names_in(text.replace(" NRP 76050123", "")) == ["Fahrul\nRozi"]
    assert names_in(text.replace("Rozi NRP 76050123 selaku", "Polsek selaku")) == ["Fahrul"]


def test_sentence_behind_the_rows_of_a_list_is_nobody() -> None:
    rows = " No  Nama   Umur\n 1   [PELAPOR · 17.a.2]\n 2   [SAKSI · 17.a.2]\nDemikian laporan ini\n"
    assert Screened(rows).types() == []
