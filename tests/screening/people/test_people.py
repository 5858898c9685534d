"""Who the persons of a document are, and every mention of them."""

import pytest

from terbuka.screening import Mode
from terbuka.screening.roles import OPEN
from terbuka.screening.setting import lay, meet
from tests.screening.screened import Screened

CHAT = "[03/05/24 07.12] Admin Polres: pagi\n[03/05/24 07.15] Hamidah: pagi pak\n"


def role_of(text: str, name: str) -> str | None:
    finding = Screened(text).of(name)
    assert finding.type == "PERSON"
    return finding.role


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Kombes Pol Bayu Wirasakti, S.I.K. mengatakan", "Bayu Wirasakti", "official"),
        ("Serka Bambang Irawan hadir", "Bambang Irawan", "official"),
        ("Penata Sri Lestari, S.Sos.", "Sri Lestari", "official"),
        ("Brigjen Pol (Purn) Halim Nasution", "Halim Nasution", "official"),
        ("Bupati HST H. Faturrahman Noor hadir", "Faturrahman Noor", "official"),
        ("Kepala Dinas Pendidikan Muhajir Said hadir", "Muhajir Said", "official"),
        ("Kepala Desa setempat, Ramlan, hadir", "Ramlan", "official"),
        ("Panitera Pengganti Husnul Khatimah, S.H.", "Husnul Khatimah", "official"),
        ("dibantu Husnul Khatimah, S.H., Panitera Pengganti", "Husnul Khatimah", "official"),
        ("dr. Felicia Gunadi memeriksa", "Felicia Gunadi", "official"),
        ("petugas pendaftaran Misran menjawab", "Misran", "official"),
        ("Nama : WAWAN HERMAWAN\nPangkat/NRP : IPDA / 76120334\nNIK : -", "WAWAN HERMAWAN", "official"),
        ("KANIT II\n\n\nFAHRUL ROZI\nAIPTU NRP 79081145", "FAHRUL ROZI", "official"),
        (
            "KEPUTUSAN BUPATI\nMENETAPKAN\n\nNama : Hartono Muslim\nNIK : 6301032206950001\n"
            "Kedudukan : Admin media sosial\n",
            "Hartono Muslim",
            "official",
        ),
        (
            "Nama : Muslim\nNIK : 6301032206950001\nPekerjaan : petani\nNama : Rusman\nJabatan : Camat\n",
            "Muslim",
            "private",
        ),
        ("Ketua PWI Kalsel, Zainuddin Fitriadi, hadir", "Zainuddin Fitriadi", "public"),
        ("Ketua Bhayangkari Ny. Dita Satria", "Dita Satria", "public"),
        ("keteladanan Pangeran Antasari", "Pangeran Antasari", "public"),
        ("Editor : Laila Maghfirah\n", "Laila Maghfirah", "journalist"),
        ("Oleh Retna Widyastuti\nDosen komunikasi", "Retna Widyastuti", "journalist"),
        ("korban Dedy Koswara memaafkan", "Dedy Koswara", "victim"),
        ("saksi AKP Petrus Wonda menerangkan", "Petrus Wonda", "witness"),
        ("Tersangka Hendrik Lubis ditahan", "Hendrik Lubis", "suspect"),
        ("pelapor Siti Rahmah datang", "Siti Rahmah", "complainant"),
        ("Informan Jamaludin bin Sapri melapor", "Jamaludin bin Sapri", "informant"),
        ("Informan kedua Aipda Ronny P. minta dilindungi", "Ronny P", "informant"),
        ("warga bernama Rusdi Hartono, HP 0812-5104-3378", "Rusdi Hartono", "private"),
        ("melapor kepada AIPTU Fahrul Rozi.\nIa tinggal di Jl. Melati 4.", "Fahrul Rozi", "official"),
        ("Sdr. Rusdi Hartono datang", "Rusdi Hartono", "private"),
        ("istrinya, Nurlela, datang, HP 0812-5104-3378", "Nurlela", "relative"),
        ("Ayah : Andi Mappanyukki, wiraswasta", "Andi Mappanyukki", "relative"),
        ("Bocah Ahmad Hafiz (11) pulang", "Ahmad Hafiz", "child"),
        ("Nama : Jonathan\nTgl. Lahir : 14 Mei 2012\nMedan, 18 Juli 2022", "Jonathan", "child"),
        (
            "Nama : Kevin Tjandra\nNIK : 6371021509150006\nBanjarmasin, 6 Januari 2024",
            "Kevin Tjandra",
            "child",
        ),
        ("Anak Korban Nadia Putri, umur 13 tahun. Korban Nadia menangis", "Nadia Putri", "child_victim"),
        ("perkara pencabulan terhadap korban Sdri. Aurelia Pingkan", "Aurelia Pingkan", "sexual_victim"),
        ("perkara pencabulan, pelapor Sdri. Aurelia Pingkan", "Aurelia Pingkan", "sexual_victim"),
        ("Anak Aldi (15) hadir bersama ibunya, Siti Arbayah.", "Siti Arbayah", "child_relative"),
        ("Anak Aldi (15) hadir. Ibu Aldi, Nurmin, menyesal.", "Nurmin", "child_relative"),
        ("Tersangka Joko dan istrinya, Lastri, hadir.", "Lastri", "relative"),
        ("Saksi Rudi dan ibunya, Wati, melihat pelaku.", "Wati", "relative"),
        ("Istri tersangka, Nurhayati, hadir.", "Nurhayati", "relative"),
        ("Istri tersangka Joko Santoso hadir.", "Joko Santoso", "suspect"),
        (
            "BERITA ACARA DIVERSI\nAnak Aldi (15) dan wali kelasnya, Ustazah Halimatus, hadir",
            "Halimatus",
            "child_relative",
        ),
        ("Keysha Aulia (SDN Tawanganom) juara", "Keysha Aulia", "child"),
        (
            "SURAT PERJANJIAN\nPIHAK KESATU\nSaksi : Noor Ifansyah, S.Kom., Kepala Bidang Layanan",
            "Noor Ifansyah",
            "official",
        ),
        ("UNDANGAN\nSURAT UNDANGAN\nturut hadir Maria Magdalena.", "Maria Magdalena", "official"),
    ],
)
def test_the_role_of_a_person(text: str, name: str, role: str) -> None:
    assert role_of(text, name) == role


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("KORBAN\n1. Rizky Maulana : luka\n", "Rizky Maulana", "victim"),
        ("C. SAKSI-SAKSI\n   1.  Nama MARIA GORETI TUKAN, umur 27 th\n", "MARIA GORETI TUKAN", "witness"),
        ("PELAPOR\n  Nama : Ariyanto Tjandra\n", "Ariyanto Tjandra", "complainant"),
        ("Pelapor,\n\n\nSITI RAHMAH\n", "SITI RAHMAH", "complainant"),
        ("Yang diperiksa,\n\n( HENDRA PANJAlTAN )\n", "HENDRA PANJAlTAN", "witness"),
        ("VISUM ET REPERTUM\nNama : Frans Bili\n", "Frans Bili", "victim"),
    ],
)
def test_headings_labels_and_signature_blocks_tell_a_role(text: str, name: str, role: str) -> None:
    assert role_of(text, name) == role


@pytest.mark.parametrize(
    ("row", "role"),
    [
        ("1 | Jumiati | warga, Gg. Seroja RT 11 | 0877-1640-2295", "private"),
        ("1 | Visco Putra | Ketua Bawaslu | 081368812207", "official"),
        ("1 | Suparman | Operator PPID, NIP 198403112004122003 | -", "official"),
        ("1 | Kadek Ayu | pelajar kelas IX SMPN 35 | -", "child"),
        ("1 | Nurhaeda | Saksi | 0877-1640-2295", "witness"),
        ("1 | AIPDA Muh. Yunus | Saksi penangkap | -", "witness"),
        ("1 | Rusdi Hartono | - | 0877-1640-2295", "private"),
        ("1 | Rusdi Hartono | Polres Banjar | 0877-1640-2295", "private"),
        ("1 | Rusdi Hartono | Kanit Reskrim | 0877-1640-2295", "official"),
        ("1 | Rusdi Hartono | sopir Kapolres | 0877-1640-2295", "private"),
        ("1 | Nurlela | Bhayangkari, istri Aiptu Rusman | 0877-1640-2295", "private"),
        ("1 | Nurlela | anak Danramil | 0877-1640-2295", "private"),
        ("1 | Rusdi Hartono | Jl. Jenderal Sudirman No. 4 | 0877-1640-2295", "private"),
        ("1 | Rusdi Hartono | Jl. Brigjen H. Hasan Basri RT 2 | 0877-1640-2295", "private"),
        ("1 | Rusdi Hartono | Jorong Koto Baru | 0877-1640-2295", "private"),
    ],
)
def test_the_row_of_a_table_tells_a_role(row: str, role: str) -> None:
    name = row.split(" | ")[1].removeprefix("AIPDA ")
    assert role_of(f"DAFTAR HADIR\nNO | NAMA | JABATAN | NO. HP\n{row}\n", name) == role


@pytest.mark.parametrize("head", ["LAPORAN POLISI", "SIARAN PERS", "BERITA ACARA PEMERIKSAAN SAKSI"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Penyidik memeriksa Slamet Wibisono sebagai saksi.",
        "Bripka Joko memeriksa Slamet Wibisono.",
        "Kapolres mengatakan Slamet Wibisono mencuri motor.",
        "Kasat Reskrim mengungkapkan Slamet Wibisono mencuri motor.",
        "Dokter menyatakan Slamet Wibisono positif HIV.",
        "Kepala desa melaporkan Slamet Wibisono.",
        "Menurut Kapolres, Slamet Wibisono mencuri motor.",
    ],
)
def test_who_stands_behind_a_verb_is_not_the_official_in_front_of_it(head: str, sentence: str) -> None:
    assert Screened(f"{head}\n\n{sentence}\n").hides("Slamet Wibisono")


@pytest.mark.parametrize(
    "sentence",
    [
        '"Benar," kata Kapolres Slamet Wibisono.',
        "Menurut Kapolres AKBP Slamet Wibisono, benar.",
        "Hal itu dikatakan Kapolres, AKBP Slamet Wibisono, di kantornya.",
        "Menurut Kapolres, AKBP Slamet Wibisono, benar.",
        "Kapolres Slamet Wibisono memeriksa barisan.",
    ],
)
def test_official_who_says_or_does_it_stays_open(sentence: str) -> None:
    assert Screened(f"SIARAN PERS\n\n{sentence}\n").shows("Slamet Wibisono")


def test_child_named_by_the_first_name_behind_a_verb_is_no_official() -> None:
    text = (
        "LAPORAN POLISI\n\nAnak korban : Siti Maimunah\nUmur : 9 tahun\n\nKepala sekolah Siti Rahmah hadir."
        "\n\nPenyidik memeriksa Siti dan ibunya."
    )
    screened = Screened(text)
    first_name = text.index("Siti dan")
    assert any(f.start <= first_name < f.end and f.action.hides for f in screened.findings)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Kepada Kapolres, AKBP Slamet Riyadi, warga mengadu.", "Slamet Riyadi", "official"),
        ("Upaya damai dipimpin Raja Negeri, Abdul Kadir Ollong, kemarin.", "Abdul Kadir Ollong", "official"),
        ("Mengetahui Kepala Bidang,\n\nI Gusti Bagus Tenaya\n", "I Gusti Bagus Tenaya", "official"),
        ("Kata kader Marni, anak itu sakit.", "Marni", "official"),
        ("menemui Lalu Wiradarma (Pengantar Kerja) di kantor", "Lalu Wiradarma", "official"),
    ],
)
def test_a_post_belongs_to_its_holder_alone(text: str, name: str, role: str) -> None:
    assert role_of(f"SIARAN PERS\n\n{text}\n", name) == role


def test_who_speaks_to_an_officer_is_none() -> None:
    text = "SIARAN PERS\n\nKepada penyidik, Bulan Lestari mengaku berutang.\n"
    persons = meet(lay(text, "polri").layout).persons
    assert not any(item.role in OPEN for person in persons for item in person.evidence())


def test_who_writes_in_a_chat_is_not_whom_it_is_about() -> None:
    chat = "[3/9/23 06.44] Kader Imas: 1 Bu Eti Rohaeti, sakit\n[3/9/23 06.45] Kader Imas: 2 Pak Dadang\n"
    assert Screened(chat).hides("Eti Rohaeti") and Screened(chat).shows("Imas")


@pytest.mark.parametrize("gap", ["\t", "          "])
def test_a_signature_is_read_in_its_own_column(gap: str) -> None:
    heads, names = (
        ("Yang menyerahkan", "Yang menerima", "Saksi"),
        ("Hendra Lubis", "Dwi Asmoro", "Ucok Pasaribu"),
    )
    numbers = ("NIP 198507142007011002", "NIP 199110262015031002", "-")
    text = "\n".join(
        gap.join(f"{cell:22}".rstrip() if gap == "\t" else f"{cell:22}" for cell in row)
        for row in (heads, names, numbers)
    )
    assert [role_of(text, name) for name in names] == ["official", "official", "witness"]


def test_label_of_the_next_line_says_nothing_of_the_name_above() -> None:
    text = "Terdakwa II       : ROSMAIDA PURBA\nPenuntut Umum     : Hendra Manurung, S.H.\n"
    assert Screened(text).hides("ROSMAIDA PURBA") and Screened(text).shows("Hendra Manurung")


def test_an_answer_in_a_form_is_no_signature() -> None:
    text = "[C] Korban    : D. A. L., perempuan\n[D] Bapas     : Nanang Setyawan, PK Ahli Muda\n"
    assert role_of(text, "Nanang Setyawan") == "official"


def test_an_officer_in_a_list_of_patients_is_a_patient() -> None:
    head = "No\tRM\tNama\tUmur\tDiagnosa\tDokter\n"
    row = "1\t00-38\tAKP Denny Mokalu\t44\tsaraf terjepit\tdr. Robert Wenas, Sp.OG\n"
    screened = Screened(head + row)
    assert screened.hides("Denny Mokalu") and screened.shows("Robert Wenas")


def test_a_street_called_after_a_general_makes_nobody_an_officer() -> None:
    text = Screened(
        "PENGADUAN\nwarga Jl. Brigjen H. Hasan Basri, Siti Rahmah, mengeluh. Rusdi, Jl. Kapten Mulyono No. 2"
    )
    assert text.hides("Siti Rahmah") and text.hides("Rusdi")


@pytest.mark.parametrize(
    "text",
    [
        "DAFTAR HADIR\nNAMA\tTTD\nAKP Rusman Hadi\t1. ttd\nSiti Rahmah\t2. ttd\nAiptu Hendra Wijaya\t3.\n",
        "PENGADUAN\nHadir:\nAKP Rusman Hadi, Kapolsek\nSiti Rahmah, warga\nAiptu Hendra Wijaya, Kanit\n",
        "PENGADUAN\n1. AKP Rusman Hadi / 86071533 / Kasat Lantas Polres Banjar / 0812-5104-3378\n"
        "2. Siti Rahmah / warga / 0813-5104-8822\n3. Aiptu Hendra Wijaya / Polsek\n",
        "DAFTAR HADIR\nNo Nama Pangkat/NRP Jabatan HP TTD\n1 Rusman Hadi AKP/86071533 Kasat 081251043378 1.\n"
        "2 Siti Rahmah - warga 081351048822 2.\n3 Hendra Wijaya AIPTU / 77030651 Banit 085248011299 3.\n",
    ],
)
def test_officials_above_and_below_in_a_list_open_nobody_else(text: str) -> None:
    screened = Screened(text)
    assert screened.hides("Siti Rahmah")
    assert screened.shows("Hendra Wijaya")


@pytest.mark.parametrize(
    "text",
    [
        "PENGADUAN\nHadir:\n- AKP Rusman Hadi, Kapolsek\n- Siti Rahmah\n- Aiptu Hendra Wijaya, Kanit\n",
        "PENGADUAN\nHadir:\n- Kapolsek Gambut\n- Siti Rahmah\n- Aiptu Hendra Wijaya\n",
    ],
)
def test_ranks_above_and_below_in_a_list_are_no_evidence_for_a_bare_name(text: str) -> None:
    """Whether such a name stays is for the model of persons to weigh."""
    persons = meet(lay(text, "polri").layout).persons
    (bare,) = [person for person in persons if person.mentions[0].words == ("siti", "rahmah")]
    assert bare.evidence() == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mengetahui,\nKAPOLSEK GAMBUT\n\n\nRUSMAN HADI\nAKP NRP 86071533\n", "RUSMAN HADI"),
        ("Kepala Desa Tabudarat\n\nRusman Hadi\n", "Rusman Hadi"),
        (
            "rapat dipimpin dan dibuka dengan resmi oleh Kepala Kepolisian Sektor\nGambut Rusman Hadi.",
            "Rusman Hadi",
        ),
        ("dibantu Rusman Hadi, S.H.,\nPanitera Pengganti, serta dihadiri Siti Rahmah.", "Rusman Hadi"),
    ],
)
def test_post_over_several_lines_still_opens_its_own_name(text: str, name: str) -> None:
    assert Screened(text).shows(name)


def test_what_ends_one_row_leads_no_name_in_the_next() -> None:
    text = Screened(
        "DAFTAR HADIR\nNAMA | ALAMAT | KETERANGAN | NO. HP\n"
        "Ipda Norlaila | - | - | Kanit PPA\nSiti Mahmudah | Gg. Damai RT 2 | - | 0877-1500-6634\n"
    )
    assert text.shows("Norlaila") and text.hides("Siti Mahmudah")


STORY = (
    "LAPORAN POLISI\nYANG MELAPORKAN (KORBAN)\nNama : BULAN SARI DEWI\nNIK : 6371034704880003\n\n"
    "Pada bulan Mei Sdri. Bulan memarkir motor. Menurut BULAN, saksi Wayan Sudarta melihat pelaku. "
    "wayan sudarta lalu pergi. Bulan menangis. Bulan depan sidang. "
    "Berkas: ktp_bulansari.jpg, foto_wayan.png. "
    "Operasi Bulan Purnama digelar di Jl. Sudarta. B.S.D. hadir; saksi W.S. pulang."
)


def test_every_mention_of_a_protected_person_is_hidden() -> None:
    screened = Screened(STORY)
    hidden = [STORY[f.start : f.end] for f in screened.findings if f.type == "PERSON" and f.action.hides]
    assert hidden == [
        "BULAN SARI DEWI", "Bulan", "BULAN", "Wayan Sudarta", "wayan sudarta", "Bulan",
        "bulansari", "wayan", "B.S.D", "W.S",
    ]  # fmt: skip
    assert screened.shows("bulan Mei")
    assert screened.shows("Bulan depan")
    assert screened.shows("Bulan Purnama")
    assert screened.shows("Jl. Sudarta")


def test_mentions_of_one_person_are_one_entity() -> None:
    screened = Screened(STORY)
    wayan = {f.entity for f in screened.findings if "ayan" in STORY[f.start : f.end]}
    bulan = {f.entity for f in screened.findings if "ulan" in STORY[f.start : f.end]}
    assert len(wayan) == len(bulan) == 1 and wayan != bulan


def test_a_month_is_not_a_person_called_juli() -> None:
    screened = Screened("korban Sdri. Juli Hartono datang. Rapat 30 Juli 2024. Juli tidak hadir pada Juli.")
    assert screened.shows("30 Juli 2024")
    assert screened.hides("Juli Hartono")


def test_a_kin_word_in_quotes_belongs_to_the_alias() -> None:
    text = 'Nama : OEI KIM NIO, dipanggil "Oma Lin"\nibunya Oma Lin pulang. Oma Rosa tidak.'
    assert Screened(text).hides("Oma Lin")


def test_an_officials_name_stays_open_everywhere_but_not_when_it_may_be_another() -> None:
    text = (
        "Kombes Pol Bayu Wirasakti mengatakan tersangka Sdr. Hendra Lubis ditahan. "
        "Menurut AKP Hendra Gunawan, perkara lanjut. Bayu menambahkan. Kemudian Hendra pulang."
    )
    screened = Screened(text)
    assert screened.shows("Bayu")
    assert screened.shows("Gunawan")
    last = max(i for i in range(len(text)) if text.startswith("Hendra", i))
    finding = next(f for f in screened.findings if f.start == last)
    assert finding.action.value == "review"


def test_a_region_that_is_also_a_name_is_a_name_only_when_addressed() -> None:
    text = "korban Sdr. Bima Lampung datang ke Lampung. Ibu Lampung pulang."
    screened = Screened(text)
    assert screened.shows("ke Lampung")


def test_chat_and_mail_names_are_found() -> None:
    screened = Screened(CHAT + "[03/05/24 07.16] Hamidah: ktp saya hilang\n")
    assert screened.hides("Hamidah")
    assert screened.shows("Admin")


def test_hard_blocks_reach_family_school_and_age() -> None:
    text = "Anak Korban Nadia Putri (13), pelajar kelas VII MTs Darul Amin, dijemput ibunya, Misrah."
    for part in ("Nadia Putri", "13", "kelas VII MTs Darul Amin", "Misrah"):
        finding = Screened(text).of(part)
        assert (finding.mode, finding.ground, finding.basis) == (Mode.BLOCK, "17.j", ("UU 11/2012 Art. 19",))


def test_a_person_without_any_sign_is_hidden_and_open_only_in_public_papers() -> None:
    personal = Screened("LAPORAN POLISI\nYANG MELAPORKAN\nNIK 6371034704880003. Lalu Maria Magdalena lewat.")
    assert personal.hides("Maria Magdalena")
    assert Screened("SAMBUTAN\nHADIRIN\nTerima kasih Maria Magdalena.").shows("Maria Magdalena")


ABUSED = "VISUM ET REPERTUM\nNama : Dinda Ayu\nUmur : 8 tahun\n{}\nHasil pemeriksaan: luka memar pada paha.\n"


@pytest.mark.parametrize(
    "line",
    [
        "Diantar oleh : Sumiyati (ibu)",
        "Dijemput oleh: Sumiyati (tante korban)",
        "Pendamping : Sumiyati (neneknya)",
        "Diantar oleh Sumiyati (bude) ke IGD.",
        "Pengantar : Sumiyati / ibu",
    ],
)
def test_who_brings_an_abused_child_is_hidden_with_the_child(line: str) -> None:
    assert Screened(ABUSED.format(line)).hides("Sumiyati")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Diperiksa oleh : dr. Sumiyati, Sp.FM", "Sumiyati"),
        ("Dilaporkan oleh : Bripka Joko Susilo (Banit PPA)", "Joko Susilo"),
        ("Didampingi : AKP Rusman Hadi (Kasat)", "Rusman Hadi"),
        ("Foto oleh : Retna Widyastuti", "Retna Widyastuti"),
    ],
)
def test_who_acts_in_office_for_an_abused_child_stays(line: str, name: str) -> None:
    assert Screened(ABUSED.format(line)).shows(name)


@pytest.mark.parametrize(
    "told",
    [
        "Saksi ahli pidana Prof. Eddy Hartanto memberi pendapat.",
        "Ahli pidana Dr. Eddy Hartanto, S.H. menerangkan.",
    ],
)
def test_who_gives_an_expertise_is_no_witness_of_the_case(told: str) -> None:
    assert Screened(f"SIARAN PERS\n\n{told}\n").shows("Eddy Hartanto")


def test_a_professor_who_saw_it_is_a_witness() -> None:
    assert Screened("SIARAN PERS\n\nSaksi Prof. Eddy Hartanto melihat pelaku.\n").hides("Eddy Hartanto")


@pytest.mark.parametrize(
    "told",
    [
        "Penyidik memeriksa saksi-saksi: I Made Suardana (adik korban), Ketut Rai, dan Bripda I Gede Krisna.",
        "Saksi-saksi: Rahman, Yuliati dan Bripda I Gede Krisna.",
    ],
)
def test_an_officer_in_a_list_of_witnesses_is_hidden(told: str) -> None:
    assert Screened(told).hides("Gede Krisna")


def test_a_rank_does_not_reach_over_the_name_that_bears_it() -> None:
    screened = Screened("Hadir Bripka Semuel Lekatompessy, Ny. Dina Tuasela.")
    assert screened.shows("Semuel Lekatompessy")
    assert screened.hides("Dina Tuasela")


@pytest.mark.parametrize("whom", ["seseorang", "seorang pria", "seorang laki-laki", "lelaki", "orang yang"])
def test_somebody_called_so_is_private_in_any_paper(whom: str) -> None:
    assert Screened(f"Mobil digadaikan kepada {whom} bernama Jumadi.").hides("Jumadi")
