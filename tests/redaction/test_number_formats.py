"""A number of a copy holds what its format shows and no more."""

from decimal import Decimal

import pytest

from terbuka.documents.xlsx.numbers import shown
from terbuka.redaction.number_formats import CODES, Kept, kept_number


@pytest.mark.parametrize(
    ("value", "code", "kept"),
    [
        ("1500000", "#,##0", Kept("1500000", "#,##0")),
        ("1500000", '"Rp" #,##0', Kept("1500000", '"Rp" #,##0')),
        ("1500000", '_-"Rp"* #,##0_-;-"Rp"* #,##0_-', Kept("1500000", '"Rp" #,##0')),
        ("1234.5678", "0.00", Kept("1234.57", "0.00")),
        ("250000.5", "#,##0", Kept("250001", "#,##0")),
        ("0.12549", "0.0%", Kept("0.125", "0.0%")),
        ("12", "General", Kept("12", "0")),
        ("2.123456", "General", Kept("2.123456", "General")),
        ("6371034704880003", "0.00E+00", Kept("6370000000000000", "0.00E+00")),
        ("1E+25", "0.00E+00", Kept("1E+25", "0.00E+00")),
        ("0", "0.0", Kept("0", "0.0")),
        ("44927.75", "dd/mm/yyyy", Kept("44927", "dd/mm/yyyy")),
        ("44927.75", "hh:mm", Kept("0.75", "hh:mm")),
        ("44927.7501", "dd/mm/yyyy hh:mm", Kept("44927.75", "dd/mm/yyyy hh:mm")),
        ("44927.75", "[$-421]d mmmm yyyy", Kept("44927", "[$-421]d mmmm yyyy")),
        ("1.5", "[h]:mm", Kept("1.5", "[h]:mm")),
    ],
)
def test_number_is_kept_as_far_as_it_is_shown(value: str, code: str, kept: Kept) -> None:
    assert kept_number(Decimal(value), code, False) == kept
    assert shown(Decimal(kept.value), kept.code) == shown(Decimal(value), code)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("44927", "mmmm yyyy"),  # the day is not shown
        ("44927", "dd/mm/yy"),  # the century
        ("44927", "d mmmm"),  # the year
        ("1500000", "#,##0,"),  # all but the thousands
        ("5", '"lima"'),
        ("12345678901234", "00\\.000\\.000\\.0-000\\.000"),
        ("6371034704880003", "0"),  # programs would round it
        ("-5", "#,##0;(#,##0)"),
    ],
)
def test_number_that_no_format_of_ours_shows_is_text(value: str, code: str) -> None:
    assert kept_number(Decimal(value), code, False) is None


def test_days_of_a_copy_are_counted_from_1900() -> None:
    assert kept_number(Decimal(43465), "dd/mm/yyyy", True) == Kept("44927", "dd/mm/yyyy")
    assert kept_number(Decimal(5), "0", True) == Kept("5", "0")


def test_every_format_shows_the_number_that_it_keeps() -> None:
    for code in CODES:
        for value in ("0", "7", "44927.5", "-3", "123456.789"):
            kept = kept_number(Decimal(value), code, False)
            assert kept is None or shown(Decimal(kept.value), kept.code) == shown(Decimal(value), code)
