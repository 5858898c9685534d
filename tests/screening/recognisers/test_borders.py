"""How far a detail goes. All persons are invented."""

import pytest

from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.recognisers.borders import to_borders
from terbuka.screening.tagging.tagger import Tagged
from tests.screening.screened import layout_of


def widened(
    text: str, found: str, type_: str = "HEALTH", *, weighed: bool = True, named: str | None = None
) -> str:
    """What a candidate that covers ``found`` covers then; ``named``: what the models take for a name."""
    layout = layout_of(text)
    reading = layout.reading
    start = reading.text.index(found)
    candidate = Candidate(
        type_, start, start + len(found), "learned.detail", 0.9, "", Rank.MODEL, weighed=weighed
    )
    names = {i for i in range(len(reading)) if named and reading.word(i) == named}
    details = [{"PERSON": 0.9} if i in names else {} for i in range(len(reading))]
    tagged = Tagged([0.0] * len(reading), details)
    (wide,) = to_borders(layout, tagged, [candidate])
    return reading.text[wide.start : wide.end]


@pytest.mark.parametrize(
    ("text", "found", "wide"),
    [
        ("Menurut ibunya ia sering sesak napas, lalu pulang.", "sesak", "sering sesak napas"),
        ("Ia sudah tidak bisa berjalan.", "bisa berjalan", "sudah tidak bisa berjalan"),
        ("Anaknya tertusuk paku.", "tertusuk", "tertusuk paku"),
        ("kaki terbakar parah di dapur", "kaki terbakar", "kaki terbakar parah"),
        ("Anaknya gatal-gatal, demam", "gatal", "gatal-gatal"),
        ("Anaknya sakit-sakitan.", "sakitan", "sakit-sakitan"),
    ],
)
def test_a_detail_goes_to_the_border_of_its_phrase(text: str, found: str, wide: str) -> None:
    assert widened(text, found) == wide


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ia lumpuh sejak jatuh", "lumpuh"),
        ("ia lumpuh waktu kerja kapal di laut", "lumpuh"),
        ("ia lumpuh. Tidak ada saksi", "lumpuh"),
        ("ia lumpuh\nKader datang", "lumpuh"),
        ("ia lumpuh Ambon", "lumpuh"),
        ("tidak, lumpuh.", "lumpuh"),
        ("lumpuh", "lumpuh"),
        ("menelan pil tgl 2-3", "pil tgl 2"),
    ],
)
def test_it_goes_no_further(text: str, found: str) -> None:
    assert widened(text, found) == found


@pytest.mark.parametrize("found", ["Rp350", "000", "500"])
def test_an_amount_is_one(found: str) -> None:
    assert widened("nanti saya transfer Rp350.000,500, ya", found, "FINANCE") == "Rp350.000,500"


def test_what_follows_a_full_stop_is_none_of_it() -> None:
    assert widened("bayar Rp350. Rumah 12", "Rp350", "FINANCE") == "Rp350"


def test_no_name_behind_it_is_hidden_with_it() -> None:
    assert widened("dirawat dokter rustam.", "dirawat", named="rustam") == "dirawat"
    assert widened("dirawat dokter rustam.", "dirawat") == "dirawat dokter rustam"


def test_of_an_amount_what_it_is_for_stays() -> None:
    assert widened("belum bayar Rp 900.000 uang sekolah.", "bayar Rp 900.000", "FINANCE") == (
        "belum bayar Rp 900.000"
    )


def test_what_a_label_or_a_rule_is_sure_of_stays_as_it_is() -> None:
    assert widened("sering sesak napas.", "sesak", weighed=False) == "sesak"
    assert widened("tidak 16 tahun.", "16", "AGE") == "16"
