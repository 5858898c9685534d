"""Numbers of a workbook are read as they are shown where Indonesian is spoken."""

from datetime import date
from decimal import Decimal

import pytest

from terbuka.documents.xlsx.dates import day_of, number_of
from terbuka.documents.xlsx.numbers import BUILT_IN, GENERAL, parsed, shown, shown_text
from terbuka.documents.xlsx.sections import sections


@pytest.mark.parametrize(
    ("value", "code", "said"),
    [
        ("1234567.891", "#,##0.00", "1.234.567,89"),
        ("-1234", "#,##0", "-1.234"),
        ("999", "#,##0", "999"),
        ("0.125", "0.0%", "12,5%"),
        ("0.5", "0%", "50%"),
        ("0.5", '0" persen"', "1 persen"),
        ("812", "000000", "000812"),
        ("1.50", "0.##", "1,5"),
        ("1.5", "0.0?", "1,5"),
        ("3", "?0", "3"),
        ("0", "#", ""),
        ("1000000", "#,##0,", "1.000"),
        ("12345.678", "0.00E+00", "1,23E+04"),
        ("2.5", "# ?/?", "2,5"),
        ("1234567", '#,##0" kg"', "1.234.567 kg"),
        ("1500000", '_-"Rp"* #,##0_-;-"Rp"* #,##0_-', "Rp 1.500.000"),
        ("1500000", "[$Rp-421]#,##0", "Rp1.500.000"),
        ("0", BUILT_IN[41], "-"),
        ("-5", "#,##0;[Red](#,##0)", "(5)"),
        ("7", '[>5]"besar";"kecil"', "besar"),
        ("3", '[>5]"besar";"kecil"', "kecil"),
        ("3", '[=x]"besar";0', "3"),
        ("3", '[>9]"a";[<1]"b"', "b"),
        ("6371034704880003", "0000\\ 0000\\ 0000\\ 0000", "6371 0347 0488 0003"),
        ("12345678901234", "00\\.000\\.000\\.0-000\\.000", "01.234.567.8-901.234"),
        ("45", "@", "45"),
        ("5", '"nihil"', "nihil"),
        ("5", 'General" orang"', "5 orang"),
        ("5", "", "5"),
        ("5", ";;;", ""),
    ],
)
def test_number_is_shown_as_its_format_says(value: str, code: str, said: str) -> None:
    number = parsed(value)
    assert number is not None and shown(number, code) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("6371034704880003", "6371034704880003"),
        ("6.371034704880003E+15", "6371034704880003"),
        ("0.30000000000000004", "0,3"),
        ("1234.5", "1234,5"),
        ("-7", "-7"),
        ("0", "0"),
        ("1e25", "1E+25"),
        ("1.5e-12", "1,5E-12"),
    ],
)
def test_number_without_a_format_is_shown_in_full(value: str, said: str) -> None:
    number = parsed(value)
    assert number is not None and shown(number, GENERAL) == said


@pytest.mark.parametrize("value", ["", "NaN", "INF", "Budi", "1e999", "1e-999"])
def test_what_is_no_number_is_none(value: str) -> None:
    assert parsed(value) is None


@pytest.mark.parametrize(
    ("value", "code", "said"),
    [
        ("44927", "dd/mm/yyyy", "01/01/2023"),
        ("44927.75", "[$-421]d mmmm yyyy hh:mm", "1 Januari 2023 18:00"),
        ("44927", "[$-409]dddd, mmmm d, yy", "Sunday, January 1, 23"),
        ("44927", "ddd d-mmm-yyyy", "Min 1-Jan-2023"),
        ("44927", "mmmmm", "J"),
        ("0.75", "h:mm AM/PM", "6:00 PM"),
        ("0.25", "h:mm A/P", "6:00 A"),
        ("0.5", "dd/mm/yyyy", "00/01/1900"),
        ("1.5", "[h]:mm:ss", "36:00:00"),
        ("0.001", "[mm]:ss", "01:26"),
        ("40000.123456", "mm:ss.0", "57:46,6"),
        ("40000.123456", "ss.00", "46,60"),
        ("1", "d/m/yyyy", "1/1/1900"),
        ("60", "d/m/yyyy", "28/2/1900"),
        ("61", "d/m/yyyy", "1/3/1900"),
        ("-3", "dd/mm/yyyy", "-3"),
        ("3000000", "dd/mm/yyyy", "3000000"),
    ],
)
def test_date_is_shown_as_its_format_says(value: str, code: str, said: str) -> None:
    number = parsed(value)
    assert number is not None and shown(number, code) == said


def test_days_may_be_counted_from_1904() -> None:
    assert shown(Decimal(43465), "dd/mm/yyyy", True) == "01/01/2023"


def test_days_have_numbers_and_numbers_days() -> None:
    for day in (date(1900, 1, 1), date(1988, 4, 7), date(2023, 1, 1)):
        assert day_of(number_of(day)) == day
    assert day_of(0) is None


@pytest.mark.parametrize(
    ("code", "said"),
    [("@", "Budi"), (GENERAL, "Budi"), ("dd/mm/yyyy", "Budi"), (";;;", ""), ('0;0;0;"Sdr. "@', "Sdr. Budi")],
)
def test_text_is_shown_as_its_format_says(code: str, said: str) -> None:
    assert shown_text("Budi", code) == said


def test_code_longer_than_programs_take_is_cut() -> None:
    assert len(sections("0;" * 1000)) < 200
