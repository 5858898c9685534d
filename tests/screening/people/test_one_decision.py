"""One person, one decision (policy, rule 10), with a reason that is true where it stands."""

import pytest

from terbuka.screening import Action
from tests.screening.screened import Screened

AGAIN = "alasannya ada pada sebutan lain"
SAME_NAME = "dihitamkan di tempat lain"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Korban mengaku dijemput La Bara di pelabuhan. La Bara kini buron.", "La Bara"),
        ("La Bara kini buron. Kata warga, La Bara orang baik.", "La Bara"),
        ("Kepala sekolah SDN 2, Bu Ratna, dirampok di rumahnya. Ratna luka.", "Ratna"),
        ("Bripka Doni Saputra hadir. Doni Saputra kemudian ditangkap Propam.", "Doni Saputra"),
    ],
)
def test_every_mention_is_hidden_where_one_is(text: str, name: str) -> None:
    assert Screened(text).hides(name)


def test_reason_of_a_further_mention_sends_to_the_first() -> None:
    text = "Korban Slamet Riyadi luka. Kemudian Slamet Riyadi dirawat."
    first, second = [f for f in Screened(text).findings if f.type == "PERSON"]
    assert first.values == {"mark": "korban"}
    assert AGAIN in second.reason and second.values == {}
    assert second.role == first.role and second.entity == first.entity


def test_reason_of_a_further_mention_is_its_own_where_the_text_gives_one() -> None:
    text = "Korban Slamet Riyadi luka. Saksi korban Slamet Riyadi dirawat."
    reasons = [f.values for f in Screened(text).findings if f.type == "PERSON"]
    assert reasons == [{"mark": "korban"}, {"mark": "saksi korban"}]


def test_open_mention_that_may_be_somebody_hidden_says_why_it_is_hidden() -> None:
    text = (
        "Kombes Pol Bayu Wirasakti mengatakan tersangka Sdr. Hendra Lubis ditahan. "
        "Menurut AKP Hendra Gunawan, perkara lanjut. Kemudian Hendra pulang."
    )
    last = Screened(text).findings[-1]
    assert text[last.start : last.end] == "Hendra"
    assert last.action == Action.REVIEW and SAME_NAME in last.reason


def test_name_over_a_plea_to_an_officer_is_hidden_like_everywhere() -> None:
    text = (
        "Grup publik: WARGA PLAJU (48 rb anggota)\n\nRendi Oktaviansyah\n3 jam\n\n"
        "Nak curhat: pak rendi ditilang. Kata Pak Rendi, uangnya diminta. Rendi Oktaviansyah, korban.\n"
    )
    assert Screened(text).hides("Rendi Oktaviansyah")


def test_namesake_in_office_stays_where_the_text_gives_the_rank() -> None:
    screened = Screened("SIARAN PERS\n\nTersangka Ahmad Junaedi ditahan. Kapolsek AKP Ahmad hadir.\n")
    assert screened.hides("Ahmad Junaedi")
    assert screened.shows("AKP Ahmad")


def test_place_with_the_name_of_somebody_hidden_stays_and_its_reason_is_true() -> None:
    text = "Toko Baso Elektronik milik pelapor Andi Baso dibobol."
    shop = Screened(text).of("Baso Elektronik"[:4])
    assert shop.action == Action.KEEP
    assert "bukan orang" not in shop.reason and "nama orang yang dihitamkan" in shop.reason
