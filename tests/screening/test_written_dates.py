"""A date is known again however it is written."""

import pytest

from terbuka.screening.variants import variants
from terbuka.screening.written_dates import date_forms

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
)


@pytest.mark.parametrize("secret", ["Amuntai, 14 Agustus 1988", "14/08/1988", "1988-08-14", "14 Agt 1988"])
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
