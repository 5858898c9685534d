import pytest

from terbuka.screening.recognisers.identifiers import identifiers
from terbuka.screening.recognisers.phone_holders import holder
from terbuka.screening.roles import Role
from tests.screening.screened import Screened, layout_of


def role_of(text: str, number: str) -> Role | None:
    layout = layout_of(text)
    text = layout.reading.text
    candidate = next(c for c in identifiers(layout) if text[c.start : c.end] == number)
    assert candidate.type == "PHONE"
    return holder(layout, candidate)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("anggota Polri, NRP 83070621, telepon 0852 4317 6680", "0852 4317 6680"),
        ("tinggal di Kelurahan Kelayu Selatan, WA 0878 6412 9053", "0878 6412 9053"),
        ("layanan SAPA 129 atau nomor pendamping 0852 9811 4036", "0852 9811 4036"),
        ("telepon kantor (0387) 61745, ponsel 0812 3790 4416", "0812 3790 4416"),
        ("Pendamping Lokal Desa Zul Fadli 0817-5750-338", "0817-5750-338"),
        ("hubungi PMI, Ns. Rusmini (0852 5178 6640)", "0852 5178 6640"),
        ("DINAS KESEHATAN KOTA\nPN = penelepon 0823-3619-0057", "0823-3619-0057"),
        ("satpam perusahaan, yang menerima ancaman melalui nomor\n   0858 2149 3307", "0858 2149 3307"),
        ("istri di Rayong, dapat ditelepon +66 81 440 7726", "+66 81 440 7726"),
        ("Hubungi 0812-5540-\n7718 untuk keterangan", "0812-5540-\n7718"),
        ("ayah korban, Zulkarnain;0778-8021164;tanya kabar", "0778-8021164"),
    ],
)
def test_a_number_is_a_persons_where_no_offices_words_lead_to_it(text: str, number: str) -> None:
    assert role_of(text, number) is Role.PRIVATE


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("WhatsApp pengaduan Ditresnarkoba 0811-5110-110", "0811-5110-110"),
        ("Layanan Aduan Polres Banjarbaru 0811-5055-445", "0811-5055-445"),
        ("WA Kasi Pelayanan, 0812-2400-884 (nomor kantor)", "0812-2400-884"),
        ("lewat WA 0811-4301-129", "0811-4301-129"),
        ("hotline (0411) 3614110, WA 0812-4301-445", "0812-4301-445"),
        ("kotak saran atau WA desa 0856-4007-3327", "0856-4007-3327"),
        ("Dekan Fakultas Syariah, Ibu Jannah, telepon (0328) 821773", "(0328) 821773"),
        ("dapat bertanya ke (0653) 21110", "(0653) 21110"),
        ("Sekretariat SMKN 7 Batam;0778-470129;minta penyuluh", "0778-470129"),
        ("sambungan 0511-3300745", "0511-3300745"),
        ("Posko Daker Makkah    : +966 12 541 0200", "+966 12 541 0200"),
        ("Telepon pos   : (0752) 92110", "(0752) 92110"),
        ("pukul 10;;0778-470129;tanya", "0778-470129"),
        ("[12.10] Admin: sambungan (0511) 3300745", "(0511) 3300745"),
        ("korban (sudah pulang) sambungan (0511) 3300745", "(0511) 3300745"),
    ],
)
def test_a_number_is_an_offices_where_its_words_lead_to_it(text: str, number: str) -> None:
    assert role_of(text, number) is Role.INSTITUTION


HEAD = """RUMAH SAKIT UMUM DAERAH TABALONG
Jl. Ahmad Yani Telp. (0526) 2021118   WA 0812-5112-2021
Pengaduan 0812 4455 6677   Sdri. Rina 0813-4455-6688

Nomor : 1
"""


@pytest.mark.parametrize(
    ("number", "role"),
    [
        ("(0526) 2021118", Role.INSTITUTION),
        ("0812-5112-2021", Role.INSTITUTION),
        ("0812 4455 6677", Role.INSTITUTION),
        ("0813-4455-6688", Role.PRIVATE),
    ],
)
def test_a_letterheads_numbers_are_the_offices_unless_a_person_is_named(number: str, role: Role) -> None:
    assert role_of(HEAD, number) is role


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("No | Nama | Kontak\n1 | Rina Lestari | (0511) 3354321\n", "(0511) 3354321"),
        ("No | Nama | Instansi / No. HP\n1 | Rina Lestari | Polres, 0811-5512-110\n", "0811-5512-110"),
        ("Kepala (bidang) umum 0852-4411-9083", "0852-4411-9083"),
    ],
)
def test_a_number_in_a_persons_row_is_the_persons(text: str, number: str) -> None:
    assert role_of(text, number) is Role.PRIVATE


@pytest.mark.parametrize(
    "heading", ["NO. PENELEPON", "NO. TELEPON PELAPOR", "TELEPON KORBAN", "No. Telp Saksi"]
)
@pytest.mark.parametrize("beside", ["SPKT", "Polsek Banjar Barat", "keributan di kantor desa", "SMPN 3"])
@pytest.mark.parametrize("sign", [" | ", "\t", ";"])
def test_fixed_lines_under_a_heading_for_persons_are_theirs(heading: str, beside: str, sign: str) -> None:
    rows = [["NO", "WAKTU", "URAIAN", heading], ["1", "08.15", beside, "(0511) 3353111"]]
    text = "REKAP PANGGILAN 110\n\n" + "\n".join(map(sign.join, rows)) + "\n"
    assert Screened(text).hides("(0511) 3353111")


def test_fixed_lines_in_a_list_of_offices_stay() -> None:
    text = "DAFTAR KANTOR\n\nNO | INSTANSI PELAPOR | TELEPON\n1 | Polsek Banjar | (0511) 3353111\n"
    assert Screened(text).shows("(0511) 3353111")


@pytest.mark.parametrize("whose", ["(rumah)", "(HP istri)", "(ibu, rumah)", " (tetangga)", "(no. pribadi)"])
def test_a_fixed_line_said_to_be_a_home_is_a_persons(whose: str) -> None:
    text = f"Hub. Bpk Asep 0812 3456 789 / 022-7301234 {whose}".replace("  ", " ")
    assert Screened(text).hides("022-7301234")


@pytest.mark.parametrize("what", ["(rumah sakit)", "(rumah dinas Kapolres)", "(ibu kota)", ""])
def test_a_fixed_line_of_a_house_of_the_public_stays(what: str) -> None:
    assert Screened(f"Informasi layanan: 022-7301234 {what}").shows("022-7301234")


@pytest.mark.parametrize(
    "text", ["melapor ke 110 atau WhatsApp 0811-5111-0110", "Call center 112 / WA 081151110117"]
)
def test_a_mobile_number_beside_a_hotline_is_the_offices(text: str) -> None:
    assert Screened(f"Masyarakat dapat {text}.").shows(text.split()[-1])


@pytest.mark.parametrize(
    "text",
    [
        "Saya sudah telepon 110, nomor saya 081251043378",
        "Hubungi 110 atau HP Pak Bejo 081251043378",
        "melapor ke 110. WA 081251043378",
    ],
)
def test_a_persons_number_in_the_sentence_of_a_hotline_is_hidden(text: str) -> None:
    assert Screened(text).hides("081251043378")


@pytest.mark.parametrize(
    "told",
    [
        "Korban ditelepon seseorang yang mengaku petugas call center BRI dengan nomor",
        "serta grup WA dengan nomor admin",
        "Admin arisan bodong memakai nomor",
        "Pelaku mengaku CS bank menghubungi korban memakai nomor layanan WhatsApp",
        "Setelah lapor polisi nomor saya",
    ],
)
def test_a_number_of_who_pretends_to_be_an_office_is_hidden(told: str) -> None:
    assert Screened(f"{told} 0853 9644 7120.").hides("0853 9644 7120")


@pytest.mark.parametrize(
    "told",
    [
        "layanan Lapor Pak Polisi di nomor WhatsApp {} atau call center 110.",
        "Masyarakat dapat mengadu ke nomor WhatsApp {} (Lapor Kapolres).",
        "Korban petugas gadungan dapat lapor ke hotline {}.",
        "Waspada penipuan yang mengatasnamakan PLN, hubungi layanan {}.",
    ],
)
def test_a_line_of_the_police_for_the_public_stays(told: str) -> None:
    assert Screened(told.format("0819-9970-0110")).shows("0819-9970-0110")
