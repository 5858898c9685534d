"""What is said of a private person is hidden; the same words about nobody stay."""

import pytest

from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.people.cast import Cast
from terbuka.screening.weighing.passages import _stays
from tests.screening.screened import Screened, layout_of, matter_of

HEAD = "BERITA ACARA PEMERIKSAAN SAKSI\n\nSaksi Darmawi, NIK 6371034704880003, menerangkan: "


@pytest.mark.parametrize(
    ("said", "detail", "type_"),
    [
        ("saya menderita asma kronis sejak kecil", "asma kronis", "HEALTH"),
        ("suami saya berutang Rp 40 juta kepada rentenir", "Rp 40 juta", "FINANCE"),
        ("saya sudah bercerai dari istri saya", "bercerai", "MARITAL"),
        ("rumah saya di Gg. Seroja No. 4 RT 11", "Gg. Seroja No. 4 RT 11", "ADDRESS"),
    ],
)
def test_details_of_a_person_are_hidden(said: str, detail: str, type_: str) -> None:
    paper = Screened(f"{HEAD}{said}.")
    assert paper.hides(detail) and paper.of(detail).type == type_


@pytest.mark.parametrize(
    "text",
    [
        "LAPORAN TAHUNAN\n\nPada 2023 tercatat 412 kasus diabetes dan 96 kasus hipertensi di kabupaten ini.",
        "PERATURAN DAERAH\n\nPasal 4\n\nWajib retribusi yang menunggak dikenai denda dua persen sebulan.",
        "SIARAN PERS\n\nKantor pelayanan pindah ke Jl. Ahmad Yani No. 12 mulai Senin.",
    ],
)
def test_the_same_words_about_nobody_stay(text: str) -> None:
    assert not Screened(text).types()


def test_an_address_is_told_from_a_place_and_is_as_sure_as_that() -> None:
    screened = Screened(
        "LAPORAN POLISI\n\nPelapor Sdr. Rusdi Hartono tinggal di Jl. Teluk Tiram No. 27 RT 15, bekerja pada "
        "kantor Dinas Perhubungan, Jl. Ahmad Yani No. 12.\n"
    )
    home, office = screened.of("Jl. Teluk Tiram No. 27 RT 15"), screened.of("Jl. Ahmad Yani No. 12")
    assert (home.type, home.action.hides) == ("ADDRESS", True)
    assert (office.type, office.action.hides) == ("PLACE", False)


@pytest.mark.parametrize(
    ("rule", "type_", "said", "likely", "stays"),
    [
        ("learned.detail", "ADDRESS", "gang", 0.45, False),
        ("learned.detail", "ADDRESS", "gang", 0.55, True),
        ("learned.detail", "HEALTH", "asma", 0.25, True),
        ("learned.detail", "HEALTH", "asma", 0.2, False),
        ("health.passage", "HEALTH", "asma", 0.25, True),
        ("learned.detail", "FINANCE", "sudah dua kali panen tidak setor", 0.4, False),
        ("learned.detail", "FINANCE", "sudah dua kali panen tidak setor", 0.5, True),
    ],
)
def test_the_more_would_be_hidden_for_nothing_the_surer_it_must_be(
    rule: str, type_: str, said: str, likely: float, stays: bool
) -> None:
    cast = Cast(layout_of(said), [], matter_of(said))
    passage = Candidate(type_, 0, len(said), rule, 0.9, "", Rank.CONTEXT, weighed=True)
    assert _stays(cast, passage, likely) is stays
    assert passage.certain == likely


def test_what_is_said_of_all_must_be_surer() -> None:
    for said, stays in (("Ia menderita asma.", True), ("Yang menderita asma wajib lapor.", False)):
        cast = Cast(layout_of(said), [], matter_of(said))
        at = said.index("asma")
        passage = Candidate("HEALTH", at, at + 4, "learned.detail", 0.9, "", Rank.CONTEXT, weighed=True)
        assert _stays(cast, passage, 0.4) is stays
