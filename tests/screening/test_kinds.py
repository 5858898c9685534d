import pytest

from terbuka.screening.kinds import kinds, notices
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


def test_a_text_of_no_kind_is_open_only_without_personal_numbers() -> None:
    matter = matter_of("Hari ini cuaca cerah.")
    assert matter.kind is None
    assert not matter.is_a("chat")
    assert matter.open < 0
    assert notices(matter) == []


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
    assert "Pasal 18 ayat (1)" in notice.message % notice.values


def test_other_kinds_are_only_named() -> None:
    notice = Screened("DAFTAR HADIR\nPESERTA RAPAT").result.notices[0]
    assert notice.message % notice.values == "Dokumen ini dikenali sebagai Daftar hadir."


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
