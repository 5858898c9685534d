"""What the models see in a sentence, and how it is told to the officer. All persons are invented."""

import pytest

from terbuka.language import translate, use_language
from terbuka.screening.recognisers.learned import REASONS, learned
from terbuka.screening.tagging.tagger import DETAILS, Tagged
from tests.screening.screened import Screened, layout_of

VISIT = """LAPORAN KUNJUNGAN RUMAH

Sdri. Rukmini tinggal berdua dengan ibunya sejak ia pisah ranjang dengan suaminya dua tahun lalu. Menurut
tetangga, ia rutin minum obat darah tinggi dan tiap bulan dikirimi uang Rp 400.000 oleh kakaknya. Cicilan
sepeda motornya macet tiga bulan. Ibunya sudah pikun dan pernah dipasang ring jantung.
"""


def test_every_kind_of_detail_has_a_reason_of_its_own_in_both_languages() -> None:
    assert REASONS.keys() == DETAILS and len(set(REASONS.values())) == len(DETAILS)
    use_language("en")
    try:
        assert all(translate(reason) != reason for reason in REASONS.values())
    finally:
        use_language("id")


def test_what_only_models_saw_is_told_by_its_kind() -> None:
    seen = [finding for finding in Screened(VISIT).findings if finding.rule == "learned.detail"]
    assert seen and all(finding.reason == REASONS[finding.type] for finding in seen)


@pytest.mark.parametrize(
    ("text", "part", "rule"),
    [
        ("Umur : 15 tahun", "15 tahun", "ages.age"),
        ("Aldi (15), siswa SMPN 6 Kandangan, menangis.", "15", "ages.age"),
    ],
)
def test_where_a_rule_sees_the_same_the_officer_is_told_the_rules_reason(
    text: str, part: str, rule: str
) -> None:
    paper = Screened(f"LAPORAN POLISI\n\nAnak korban Aldi Pratama melapor.\n\nNama : Aldi Pratama\n{text}\n")
    assert paper.of(part).rule == rule


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("motor seharga Rp 4.000.000 itu", []),
        ("uang tunai sebesar Rp 4.000.000", []),
        ("Ia rugi. Cicilannya Rp 4.000.000", ["Rp 4.000.000"]),
        ("gajinya Rp 4.000.000 itu", ["Rp 4.000.000"]),
    ],
)
def test_what_a_thing_cost_is_nobodys_purse(text: str, kept: list[str]) -> None:
    layout = layout_of(text)
    start = layout.reading.text.index("Rp")
    amount = layout.reading.words_in(start, start + len("Rp 4.000.000"))
    words = range(len(layout.reading))
    tagged = Tagged([0.0 for _ in words], [{"FINANCE": 0.9} if at in amount else {} for at in words])
    assert [layout.reading.text[c.start : c.end] for c in learned(layout, tagged)] == kept


@pytest.mark.parametrize("gap", ["   ", "       "])
def test_an_address_ends_at_the_gap_of_the_next_column(gap: str) -> None:
    screened = Screened(f"8     Baco     Nelayan    Jl. Rajawali Lr. 13B{gap}-{gap}8")
    assert screened.hides("Jl. Rajawali Lr. 13B")
    assert screened.shows(f"{gap}8")


FAMILY_CARD = """\
| No | Nama Lengkap | NIK | Jenis Kelamin | Pekerjaan | Hubungan |
| 1 | SUTRISNO | 1502010101700001 | LAKI-LAKI | PETANI | KEPALA KELUARGA |
| 2 | SITI AMINAH | 1502014101750002 | PEREMPUAN | IBU RUMAH TANGGA | ISTRI |
| 3 | RIZKI | 1502010101100003 | LAKI-LAKI | PELAJAR | ANAK |
"""


LOSSES = """\
NO | PELAPOR | KORBAN | TERLAPOR | TKP | KERUGIAN | PENYIDIK
1 | Lalu Supardan | idem | Lidik | Praya | Rp 14 jt | Bripka Gede Artawan
2 | Baiq Nurmala | Pelapor | Inaq Sahnim | Ds. Penujak | Rp 8,5 jt | Aipda Sahabudin
"""


@pytest.mark.parametrize(
    ("table", "value"),
    [
        (FAMILY_CARD, "ISTRI"),
        (FAMILY_CARD, "RUMAH TANGGA"),
        (FAMILY_CARD, "| ANAK |"),
        ("No | Nama | RT | Ket\n1 | Bela | 02 | miskin", "02"),
        (LOSSES, "Rp 8,5 jt"),
    ],
)
def test_what_a_column_asks_for_is_no_other_detail(table: str, value: str) -> None:
    assert Screened(table).shows(value)
