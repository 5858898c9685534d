"""Whoever is listed as one of a gang holds no office there."""

import pytest

from tests.screening.screened import Screened


@pytest.mark.parametrize(
    "told",
    [
        "Struktur sindikat: Irfan (bos), Yusran (bendahara), Ros (kurir).",
        "Komplotan itu terdiri dari Irfan (ketua), Yusran (bendahara) dan Ros (kurir).",
        "Pelaku yang ditangkap, yaitu Irfan (24), Yusran (bendahara), Ros (kurir).",
    ],
)
@pytest.mark.parametrize("name", ["Irfan", "Yusran", "Ros"])
def test_one_of_a_gang_is_hidden_whatever_post_he_has_in_it(told: str, name: str) -> None:
    assert Screened(told).hides(name)


@pytest.mark.parametrize(
    "told",
    [
        "Struktur panitia: Irfan Hadi (ketua), Yusran (bendahara).",
        "Kelompok tani: Irfan Hadi (ketua), Yusran (bendahara).",
        "Sindikat ini diungkap tim: AKP Irfan Hadi (Kasat Reskrim), Bripka Yusran (penyidik).",
    ],
)
@pytest.mark.parametrize("name", ["Irfan Hadi", "Yusran"])
def test_who_holds_an_office_or_uncovers_the_gang_stays(told: str, name: str) -> None:
    assert Screened(told).shows(name)


@pytest.mark.parametrize("told", ["Korlap : {}", "Koordinator lapangan aksi, {}, menyampaikan tuntutan."])
def test_who_leads_a_demonstration_is_private(told: str) -> None:
    assert Screened(told.format("Irfan Palalloi")).hides("Irfan Palalloi")
