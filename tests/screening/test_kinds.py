import pytest

from terbuka.documents import Notice
from terbuka.language import translate, use_language
from terbuka.screening.kinds import Matter, kinds, notices, told_kind
from tests.screening.screened import Screened, matter_of


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("LAPORAN POLISI\nNomor : LP/B/1/2022\nA. YANG MELAPORKAN (KORBAN)", "police_report"),
        ("PRO JUSTITIA\nVISUM ET REPERTUM\nNomor : R/1", "medical"),
        ("SIARAN PERS\nUNTUK SEGERA DISIARKAN", "press_release"),
        ("P U T U S A N\nNomor 1/Pid.Sus/2022\nDEMI KEADILAN BERDASARKAN KETUHANAN YANG MAHA ESA", "ruling"),
        ("DAFTAR HADIR\nSOSIALISASI", "attendance"),
        ("KEPUTUSAN BUPATI\nMenimbang : bahwa\nMEMUTUSKAN", "decree"),
        ("RINCIAN KERTAS KERJA SATKER T.A. 2023\nDIPA : 1", "budget"),
        ("[03/05/24 07.12] A: pagi\n[03/05/24 07.15] B: pagi pak", "chat"),
        ("From: a@contoh.id\nTo: b@contoh.id\nHalo", "email"),
        ("SURAT EDARAN\nKEPADA SELURUH SATKER", "policy"),
        ("SURAT KETETAPAN PENGHENTIAN PENYIDIKAN\nNomor: S.Tap/1", "closure"),
    ],
)
def test_a_kind_is_told_by_its_head(head: str, code: str) -> None:
    kind = matter_of(head).kind
    assert kind is not None and kind.code == code


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("Daftar Hadir\nNo  Nama  Paraf", "attendance"),
        ("Presensi Temu Warga RW 04\nNo\tNama\tParaf", "attendance"),
        ("DAFTAR HADIR PENYULUHAN HUKUM BAGI PELAKU USAHA KECIL KECAMATAN BINUANG", "attendance"),
        ("SIARAN PERS No. 09/PR/IV/2024/Humas\nPOLRES LANGSA", "press_release"),
        ("SlARAN PERS\nNomor: 445/RSUD/2O23", "press_release"),
        ("BUKU TAMU\nKantor Desa Binuang", "attendance"),
        ("BERITA ACARA PENGHITUNGAN SUARA\nTPS 4", "record"),  # it is no news ("berita")
        ("BERITA ACARA\nPEMERIKSAAN SAKSI", "witness_record"),
    ],
)
def test_a_title_tells_a_kind_however_long_and_in_small_letters(head: str, code: str) -> None:
    kind = matter_of(head).kind
    assert kind is not None and kind.code == code


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("DAFTAR HADIR RAPAT KOORDINASI PENGADUAN MASYARAKAT", "attendance"),
        ("NOTULEN RAPAT PEMBAHASAN PENGADUAN MASYARAKAT", "minutes"),
        ("DAFTAR HADIR PELATIHAN SIARAN PERS", "attendance"),
        ("SURAT TANDA PENERIMAAN LAPORAN ORANG HILANG\nORANG YANG HILANG", "missing_person"),
    ],
)
def test_what_a_title_is_about_does_not_tell_the_kind(head: str, code: str) -> None:
    kind = matter_of(head).kind
    assert kind is not None and kind.code == code


@pytest.mark.parametrize(
    "text",
    [
        "Absensi : lengkap\nNama : Rusdi",  # a label with its value
        "Siang tadi kami bertiga ke kantor desa itu dengan membawa sebuah\nPresensi yang belum terisi",
        "Undangan sudah saya terima.",
        "word " * 60 + "\nKeluhan\nbatuk",  # a box of a form
    ],
)
def test_words_that_are_no_title_do_not_tell_a_kind_alone(text: str) -> None:
    assert matter_of(text).kind is None


def test_a_text_of_no_kind_has_no_notice() -> None:
    matter = matter_of("Hari ini cuaca cerah.")
    assert matter.kind is None
    assert not matter.is_a("chat")
    assert notices(matter) == []


@pytest.mark.parametrize("personal", [True, False])
def test_a_text_of_no_kind_is_open_only_without_personal_numbers(personal: bool) -> None:
    matter = Matter(None, children=False, sexual=False, personal=personal)
    assert (matter.personal_paper, matter.public_paper, matter.public_money) == (
        personal,
        not personal,
        not personal,
    )


@pytest.mark.parametrize(
    ("code", "personal", "public", "money"),
    [
        ("police_report", True, False, False),
        ("attendance", True, False, False),
        ("press_release", False, False, False),
        ("payment_list", False, False, True),  # whom an office paid is no affair of the office alone
        ("minutes", False, True, True),
        ("statute", False, True, True),
    ],
)
def test_what_a_kind_says_of_its_persons_and_amounts(
    code: str, personal: bool, public: bool, money: bool
) -> None:
    matter = Matter(kinds()[code], children=False, sexual=False)
    assert (matter.personal_paper, matter.public_paper, matter.public_money) == (personal, public, money)


@pytest.mark.parametrize(
    ("head", "letter"),
    [
        ("PUTUSAN\nDEMI KEADILAN BERDASARKAN KETUHANAN YANG MAHA ESA\nPengadilan Negeri", "a"),
        ("SURAT EDARAN\nTELEGRAM\nPEDOMAN PELAKSANAAN", "b"),
        ("SURAT PERINTAH PENGHENTIAN PENYIDIKAN\nSP3", "c"),
        ("RENCANA KERJA DAN ANGGARAN\nDIPA\nPAGU", "d"),
        ("LAPORAN REALISASI ANGGARAN\nNERACA", "e"),
    ],
)
def test_what_may_not_be_closed_as_a_whole_is_said(head: str, letter: str) -> None:
    notice = Screened(head).result.notices[0]
    assert notice.values["letter"] == letter
    assert "Pasal 18 ayat (1)" in notice.sentence


def test_other_kinds_are_only_named() -> None:
    notice = Screened("DAFTAR HADIR\nPESERTA RAPAT").result.notices[0]
    assert notice.sentence == "Dokumen ini dikenali sebagai Daftar hadir."


def test_kind_is_told_in_the_language_in_use() -> None:
    listed, spent = (Screened(head).result.notices[0] for head in ("DAFTAR HADIR", "DIPA\nRINCIAN ANGGARAN"))
    use_language("en")
    try:
        assert listed.sentence == "This document looks like: Attendance list."
        assert "looks like: Budget. Under Article 18(1)d" in spent.sentence
        assert all(translate(kind.title) != kind.title for kind in kinds().values())
    finally:
        use_language("id")
    assert listed.sentence == "Dokumen ini dikenali sebagai Daftar hadir."


def test_kind_is_found_again_among_what_was_said() -> None:
    other = Notice("Halaman %(page)s buram.", {"page": 2})
    told = Screened("DAFTAR HADIR\nPESERTA RAPAT").result.notices[0]
    assert told_kind([other, told]) is told and told_kind([other]) is None


def test_matters_of_children_and_of_sexual_violence() -> None:
    matter = matter_of("perkara pencabulan terhadap Anak Korban, pendampingan Bapas")
    assert matter.children and matter.sexual
    assert not matter_of("perkara pencurian").sexual


def test_every_kind_has_phrases_and_a_role() -> None:
    from terbuka.screening.lexicon import marks

    tags = {tag for _, (_, have) in marks().items() for tag in have}
    told_by_structure = {"chat", "email"}
    assert {f"kind.{code}" for code in kinds()} - tags <= {f"kind.{code}" for code in told_by_structure}
    assert {tag.removeprefix("kind.") for tag in tags if tag.startswith("kind.")} <= set(kinds())
