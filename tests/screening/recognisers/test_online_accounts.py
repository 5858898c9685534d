import pytest

from terbuka.screening.candidate import Candidate
from terbuka.screening.recognisers.online_accounts import is_office, online_accounts
from terbuka.screening.recognisers.patterns import find_patterns
from tests.screening.screened import in_text, layout_of


def accounts(text: str) -> list[Candidate]:
    layout = layout_of(text)
    return in_text(layout, online_accounts(layout, list(find_patterns(layout.reading.text))))


def hidden(text: str) -> list[str]:
    return sorted(text[c.start : c.end] for c in accounts(text) if c.holder is None)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("akun Instagram @dark.moon_17.", ["@dark.moon_17"]),
        ("IG dg.ngalle_ dan cantika_aulia.real", ["cantika_aulia.real", "dg.ngalle_"]),
        ("gim, nama akunnya dende_0616; akun dagangnya, lily.emas_skw.", ["dende_0616", "lily.emas_skw"]),
        ("istri atau FB\n> Olga Ma Gracia.", ["Olga Ma Gracia"]),
        ("di forum oleh pengguna jatilangit, harga 1", ["jatilangit"]),
        ("username nyong tinah1979 pasworde", ["tinah1979"]),
        ("user=cutintan_88 ip=1", ["cutintan_88"]),
        ('"from_id": "user6044918273"', ["user6044918273"]),
        ("\ntilonggo88: semangat ka", ["tilonggo88"]),
        ("lewat Facebook Lawai Motor Jaya; penadah", ["Lawai Motor Jaya"]),
        ('akun "Rembulan Sunyi" itu', ["Rembulan Sunyi"]),
        ("Telegram: pengguna t.me/papa_kelam, ID 5520481936", ["5520481936"]),
        (
            "akun @nur_bait.gampong\nnur_bait.gampong\n  assalamualaikum",
            ["@nur_bait.gampong", "nur_bait.gampong"],
        ),
        ("NAMA | NO. HP | AKUN\nA | 1 | tobias.lindq\n", ["tobias.lindq"]),
        (
            "Telegram     | @sultan9         | x\nInstagram    | dije.khodija | y",
            ["@sultan9", "dije.khodija"],
        ),
    ],
)
def test_an_account_is_known_by_its_sign_its_network_or_its_key(text: str, names: list[str]) -> None:
    assert hidden(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "akun 524111, kuitansi 12",
        "akun Instagram @humaspoldakalsel",
        "Akun resmi kecamatan ialah @langsatimur",
        "Cetak pesan langsung @baitulmal.pidie",
        "pengguna narkoba dan pengguna jalan",
        "di Facebook Live dan Instagram",
        "user admin_bjm, operator01",
        "akun gracia08@smp.belajar.id dan laporan.pdf",
        "From: Halim Tanudjaja",
        "T.t.l.  : Lolowua",
    ],
)
def test_offices_accounts_and_other_words_stay(text: str) -> None:
    assert hidden(text) == []


def test_an_office_is_told_by_a_part_of_the_name() -> None:
    assert is_office("@kec.langsatimur") and is_office("@puslabfor")
    assert not is_office("@camat_langsatimur.real") and not is_office("@kecilimut")
