from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terbuka.documents import Box, Document, Page, PageSource, Word
from terbuka.documents.text import document_of
from terbuka.screening import Action, Finding, Mode, Screening
from terbuka.screening.annotated import Score, parse
from terbuka.screening.policy import UnknownProfile
from terbuka.screening.screen import screen
from tests.screening.screened import Screened

CORPUS = Path(__file__).parents[2] / "corpus" / "dev"

PIECES = st.sampled_from(
    [
        *(
            "Nama : ",
            "saksi ",
            "Sdr. ",
            "SITI RAHMAH ",
            "binti ",
            "6371034704880003 ",
            "\n",
            "  ",
            "   ",
            "\t",
            "|",
            ";",
        ),
        *(
            "Jl. ",
            "RT 02 ",
            "(15 th) ",
            ", ",
            ". ",
            "alias ",
            "NIK ",
            "0812-5104-3378 ",
            "Anak Korban ",
            "umur 13 tahun ",
        ),
        *(
            "VISUM ET REPERTUM\n",
            "luka robek ",
            "NO|NAMA|HP\n1|Budi|",
            "Kapolsek ",
            "a@b.id ",
            "@x_y ",
            "DA 1234 XY ",
        ),
        *(
            "\u00ad",
            "ﬁ",
            "بيت",
            "名前",
            "lahir 7 April 1988 ",
            "kata sandi: x9! ",
            "Rp 5 juta ",
            "gaji ",
            "SMPN 6 kelas IX ",
        ),
        *(
            "-3.298871, 114.586045 ",
            ":::",
            "((",
            '"',
            "'",
            "\r\n",
            "[03/05/24 07.12] A: ",
            "[NAMA · 17.h]",
            "■",
            "¨",
            "İ",
        ),
    ]
)


def check(text: str, result: Screening) -> None:
    """What holds for every screening."""
    for finding in result.findings:
        assert 0 <= finding.start < finding.end <= len(text)
        assert any(char.isalnum() for char in text[finding.start : finding.end])
        assert 0 < finding.confidence <= 1
        assert (finding.ground is not None) == finding.action.hides
        assert finding.rule and finding.reason % finding.values
        assert Finding.from_json(finding.to_json()) == finding
    pairs = zip(result.findings, result.findings[1:], strict=False)
    assert all(a.end <= b.start for a, b in pairs)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_screening_never_fails_on_the_pieces_of_documents(text: str) -> None:
    check(text, screen(document_of(text)))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), st.lists(st.text(max_size=12), max_size=2))
def test_screening_never_fails_on_any_text(text: str, terms: list[str]) -> None:
    result = screen(document_of(text), terms=terms)
    assert all(0 <= f.start < f.end <= len(text) for f in result.findings)


def test_a_reason_never_holds_what_is_hidden() -> None:
    text, _ = parse((CORPUS / "d01.txt").read_text(encoding="utf-8"))
    for finding in screen(document_of(text)).findings:
        assert finding.reason % finding.values
        # The sentence itself is always the same; what it is filled with comes from the text.
        said = " ".join(str(value) for value in finding.values.values())
        assert text[finding.start : finding.end].lower() not in said.lower()


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(UnknownProfile):
        screen(document_of("x"), profile="lain")


def test_findings_say_page_boxes_ground_and_rule() -> None:
    text = "pelapor SITI\nRAHMAH"
    words = (Word(0, 7, Box(50, 50, 90, 62)), Word(8, 12, Box(95, 50, 120, 62)))
    second = (Word(13, 19, Box(50, 50, 100, 62)),)
    pages = (
        Page(1, 0, 12, 595, 842, PageSource.TEXT, words),
        Page(2, 13, 19, 595, 842, PageSource.OCR, second),
    )
    found = screen(Document("pdf", "0" * 64, 1, text, pages)).findings
    assert [(f.page, f.boxes) for f in found if f.action.hides] == [
        (1, (Box(95, 50, 120, 62),)),
        (2, (Box(50, 50, 100, 62),)),
    ]
    one = found[0]
    assert (one.type, one.action, one.ground, one.mode, one.role) == (
        "PERSON",
        Action.REDACT,
        "17.a.2",
        Mode.MASK,
        "complainant",
    )
    assert one.rule == "names.anchored"
    assert one.reason % one.values == "Nama setelah kata pelapor."


STATUTE = """UNDANG-UNDANG REPUBLIK INDONESIA
NOMOR 14 TAHUN 2008
TENTANG
KETERBUKAAN INFORMASI PUBLIK
DENGAN RAHMAT TUHAN YANG MAHA ESA
PRESIDEN REPUBLIK INDONESIA,

Pasal 17
Setiap Badan Publik wajib membuka akses bagi setiap Pemohon Informasi Publik, kecuali:
h. Informasi Publik yang apabila dibuka dapat mengungkap rahasia pribadi, yaitu:
   1. riwayat dan kondisi anggota keluarga;
   2. riwayat, kondisi dan perawatan, pengobatan kesehatan fisik, dan psikis seseorang;
   3. kondisi keuangan, aset, pendapatan, dan rekening bank seseorang;
Pasal 22
(7) Paling lambat 10 (sepuluh) hari kerja sejak diterimanya permintaan sebagaimana dimaksud pada ayat (1).

Disahkan di Jakarta
pada tanggal 30 April 2008
PRESIDEN REPUBLIK INDONESIA,
ttd
DR. H. SUSILO BAMBANG YUDHOYONO
"""


def test_a_statute_has_nothing_to_hide_and_may_not_be_closed() -> None:
    screened = Screened(STATUTE)
    assert screened.types() == []
    assert screened.result.notices[0].values["letter"] == "b"


def test_a_public_copy_has_nothing_more_to_hide() -> None:
    """What stands in place of the hidden is no finding: a copy can be checked by screening it again."""
    text, _ = parse((CORPUS / "d01.txt").read_text(encoding="utf-8"))
    copy = text
    for finding in reversed(screen(document_of(text)).findings):
        if finding.action.hides:
            copy = copy[: finding.start] + f"[NAMA · {finding.ground}]" + copy[finding.end :]
    assert [copy[f.start : f.end] for f in screen(document_of(copy)).findings if f.action.hides] == []


def measures(folder: str) -> dict[str, float]:
    score = Score()
    for path in sorted((CORPUS.parent / folder).glob("*.txt")):
        text, spans = parse(path.read_text(encoding="utf-8"))
        result = screen(document_of(text))
        check(text, result)
        score.add(path.name, text, spans, result.hidden_offsets())
    return score.measures()


def test_the_measures_on_the_shared_documents() -> None:
    measured = measures("dev")
    assert measured["leak_rate"] <= 0.02
    assert measured["entity_leak_rate"] <= 0.03
    assert measured["over_redaction"] <= 0.03
    assert measured["collateral"] <= 0.03


def test_the_measures_on_our_own_documents() -> None:
    """The models have learned from these: this shows only that what they know arrives at the findings."""
    measured = measures("own")
    assert measured["leak_rate"] <= 0.01
    assert measured["over_redaction"] <= 0.01


RLO, PDF = "\u202e", "\u202c"


@pytest.mark.parametrize(
    "turned",
    [
        f"Menurut {RLO}akadnariW iduB{PDF} itu benar",
        f"Menurut {RLO}aynakadnariW",
        f"tercatat {RLO}3000 8840 7430 1736{PDF} itu",
        f"tercatat 6371 0347 {RLO}3000 8840{PDF} itu",
        f"surel {RLO}moc.liamg@idub{PDF} itu",
    ],
)
def test_text_that_is_turned_around_is_read_as_it_is_seen(turned: str) -> None:
    text = f"LAPORAN POLISI\nPelapor Sdr. Budi Wirandaka, NIK 6371034704880003, melapor.\n{turned}.\n"
    screened = Screened(text)
    hidden = screened.result.hidden_offsets()
    kept = "".join(text[i] for i in range(text.index(turned), len(text)) if i not in hidden)
    for secret in ("idub", "iduB", "kadnariW", "akad", "8840", "1736", "6371", "0347", "liamg"):
        assert secret not in kept


def test_kept_text_that_is_turned_around_stays() -> None:
    assert Screened(f"Rapat di {RLO}alua{PDF} Polres, Kapolres hadir.").shows("alua")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("bahwa Saudara Drs. [NAMA · 17.h] telah memasuki batas usia pensiun", ""),
        ("Sasaran Haji [NAMA · 17.h] alias [NAMA · 17.h] berencana menerima kiriman", ""),
        ("Nama : [KORBAN · 17.a.2]\nIbu kandung : Rahmah [NAMA · 17.h]", "Rahmah"),
        ("Saudara Drs. Rahmadi telah melapor, lalu Saudara Drs. [NAMA · 17.h] datang", "Rahmadi"),
    ],
)
def test_title_in_front_of_a_label_is_no_name_and_a_name_is_one(text: str, left: str) -> None:
    """A copy that is screened again shows the titles of those who are hidden in it."""
    told = [text[f.start : f.end] for f in Screened(text).findings if f.action.hides]
    assert told == ([left] if left else [])
