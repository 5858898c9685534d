"""A date is known again however it is written."""

import pytest

from terbuka.screening.variants import variants
from terbuka.screening.written_dates import DATE, date_forms, dates

WRITTEN = (
    "14 Agustus 1988",
    "14/8/1988",
    "14.08.1988",
    "14-08-88",
    "1988-08-14",
    "14 Agt 1988",
    "14 Aug. 1988",
    "14 August 1988",
    "14-AGUSTUS-88",
    "August 14, 1988",
    "14th August 1988",
    "empat belas Agustus seribu sembilan ratus delapan puluh delapan",
    "empat belas Agustus tahun seribu sembilan ratus delapan puluh delapan",
)

SPELLED_OUT = "empat belas Agustus tahun seribu sembilan ratus delapan puluh delapan"


@pytest.mark.parametrize(
    "secret", ["Amuntai, 14 Agustus 1988", "14/08/1988", "1988-08-14", "14 Agt 1988", SPELLED_OUT]
)
@pytest.mark.parametrize("written", WRITTEN)
def test_date_is_found_in_every_other_way_of_writing_it(secret: str, written: str) -> None:
    assert list(variants(secret).finditer(f"lahir {written} di kota"))


@pytest.mark.parametrize("other", ["15 Agustus 1988", "14/9/1988", "14 Agustus 1989", "1988-08-04"])
def test_another_date_is_not_found(other: str) -> None:
    assert not list(variants("14 Agustus 1988").finditer(f"lahir {other} di kota"))


def test_two_figures_of_a_year_mean_either_century() -> None:
    forms = date_forms("14/05/05")
    assert "14mei2005" in forms and "14mei1905" in forms


@pytest.mark.parametrize("text", ["", "14", "32 Mei 1988", "14 Blabla 1988", "14/13/1988", "nomor 12 3"])
def test_what_is_no_date_has_no_forms(text: str) -> None:
    assert date_forms(text) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [("L / 21-08-1969", "21-08-1969"), ("l / 21-08-1969", "21-08-1969"), ("2l-O8-l969", "2l-O8-l969")],
)
def test_letter_alone_is_no_figure_of_a_date(text: str, date: str) -> None:
    assert [match[0] for match in DATE.finditer(text)] == [date]


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("dua belas Mei dua ribu sembilan", (12, 5, 2009)),
        ("sebelas Januari seribu sembilan ratus tujuh puluh", (11, 1, 1970)),
        ("tiga puluh satu\nbulan Desember tahun dua ribu sepuluh", (31, 12, 2010)),
        ("Satu Maret Dua Ribu", (1, 3, 2000)),
        ("12 (dua belas) Mei 2009 (dua ribu sembilan)", (12, 5, 2009)),
        ("12 (dua belas) bulan Mei tahun 2009", (12, 5, 2009)),
    ],
)
def test_a_date_in_words_is_the_same_date(written: str, date: tuple[int, int, int]) -> None:
    assert list(dates(written)) == [date]


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ("1-5-2000", "satu Mei dua ribu"),
        ("10-5-1911", "sepuluh Mei seribu sembilan ratus sebelas"),
        ("20-5-1985", "dua puluh Mei seribu sembilan ratus delapan puluh lima"),
        ("21-5-2010", "dua puluh satu Mei dua ribu sepuluh"),
        ("31-5-2013", "tiga puluh satu Mei tahun dua ribu tiga belas"),
        ("14-5-2100", "empat belas Mei dua ribu seratus"),
    ],
)
def test_a_date_in_figures_is_found_in_words_and_the_other_way_round(figures: str, said: str) -> None:
    assert list(variants(figures).finditer(f"lahir {said} di kota"))
    assert list(variants(said).finditer(f"lahir {figures} di kota"))


@pytest.mark.parametrize("text", ["sembilan puluh Mei dua ribu", "dua belas Mei", "dua belas orang dua ribu"])
def test_other_numerals_are_no_date(text: str) -> None:
    assert list(dates(text)) == []
