"""Which articles of criminal law a text cites."""

import pytest

from terbuka.screening.articles import cites_another_crime, cites_sexual_violence


@pytest.mark.parametrize(
    "text",
    [
        "Pasal 285 KUHP",
        "Pasal 289 ayat (1) KUHP",
        "81 UU PA",
        "Pasal 82 ayat (1) UU Perlindungan Anak",
        "Pasal 76D UU Nomor 35 Tahun 2014",
        "Pasal 6 huruf c UU TPKS",
        "Pasal 473 KUHP",
    ],
)
def test_article_on_sexual_violence_is_known(text: str) -> None:
    assert cites_sexual_violence(text)
    assert not cites_another_crime(text)


@pytest.mark.parametrize("text", ["Pasal 362 KUHP", "363 ayat (1) ke-3 KUHP", "Pasal 351 KUHP"])
def test_other_article_of_the_code_is_another_crime(text: str) -> None:
    assert cites_another_crime(text)
    assert not cites_sexual_violence(text)


@pytest.mark.parametrize(
    "text", ["Kamar 285", "Rp 82 juta untuk perlindungan", "Pasal 17 UU KIP", "285; 3 KUHP"]
)
def test_number_without_the_law_cites_nothing(text: str) -> None:
    assert not cites_sexual_violence(text)
    assert not cites_another_crime(text)
