"""Where a detail ends. All persons are invented."""

import pytest

from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.recognisers.edges import cut_edges
from tests.screening.screened import Screened, layout_of


def left(
    text: str,
    found: str,
    rule: str = "learned.detail",
    rank: Rank = Rank.CONTEXT,
) -> list[str]:
    """What is left of a candidate that covers ``found``."""
    layout = layout_of(text)
    start = layout.reading.text.index(found)
    candidate = Candidate("HEALTH", start, start + len(found), rule, 0.9, "", rank)
    return [layout.reading.text[c.start : c.end] for c in cut_edges(layout, [candidate])]


@pytest.mark.parametrize(
    ("text", "found", "kept"),
    [
        ("Ia lumpuh sejak lahir.", "lumpuh sejak lahir", ["lumpuh sejak lahir"]),
        ("Dikatakan bahwa lumpuh sehingga", "bahwa lumpuh sehingga", ["lumpuh"]),
        ("Riwayat penyakit : stroke", "penyakit : stroke", ["stroke"]),
        ("| Alergi | udang |", "Alergi | udang", ["udang"]),
        ("batuk\nAlergi : udang", "batuk\nAlergi : udang", ["batuk", "udang"]),
        ("Alergi : udang", "Alergi", []),
        ("Ia mengalami patah kaki", "mengalami patah kaki", ["patah kaki"]),
        ("dengan penghasilan Rp 900.000", "penghasilan Rp 900.000", ["Rp 900.000"]),
        ("Ia mengaku lumpuh dan pulang", "Ia mengaku lumpuh dan", ["lumpuh"]),
        ("lumpuh di rumah", "lumpuh di", ["lumpuh"]),
        ("sesak karena asap", "karena asap", ["asap"]),
        ("dahak negatif\n6.  Kerugian", "dahak negatif\n6", ["dahak negatif"]),
        ("sesak, Hb : 9,1 demam", "sesak, Hb : 9,1", ["sesak", "9,1"]),
        ("lumpuh sejak pukul 10:20", "lumpuh sejak pukul 10:20", ["lumpuh sejak pukul 10:20"]),
        (
            "pada dahi kanan, dua senti dari alis, terdapat luka robek",
            "pada dahi kanan, dua senti dari alis, terdapat luka robek",
            ["luka robek"],
        ),
        (
            "luka lecet, di pipi ditemukan memar",
            "luka lecet, di pipi ditemukan memar",
            ["luka lecet, di pipi ditemukan memar"],
        ),
        ("minum obat 10\nmg", "minum obat 10", ["minum obat 10"]),
    ],
)
def test_only_the_words_of_the_detail_are_kept(text: str, found: str, kept: list[str]) -> None:
    assert left(text, found) == kept


def test_boxes_that_nobody_ticked_are_no_value() -> None:
    form = "Status: [ ] belum kawin   [x] cerai mati   [ ] cerai hidup"
    assert left(form, "belum kawin   [x] cerai mati   [ ] cerai hidup") == ["cerai mati"]
    assert left(form, "cerai hidup", "attributes.marital", Rank.LABELLED) == []
    assert left(form, "cerai mati", "attributes.marital", Rank.LABELLED) == ["cerai mati"]
    assert left(form, "cerai hidup", "attributes.said") == []


def test_without_a_ticked_box_brackets_are_only_brackets() -> None:
    assert left("( ) lumpuh, pernah stroke", "lumpuh, pernah stroke") == ["lumpuh, pernah stroke"]


def test_what_a_rule_is_sure_of_is_not_cut() -> None:
    assert left("bahwa udang", "bahwa udang", "health.labelled") == ["bahwa udang"]


def test_an_ailment_ends_in_front_of_the_house_where_it_is_treated() -> None:
    text = "LAPORAN POLISI\nKorban Rusdi luka berat di kepala dan dirawat di RSUD Ulin sejak Senin.\n"
    screened = Screened(text)
    assert screened.hides("luka berat di kepala") and screened.shows("RSUD Ulin")
