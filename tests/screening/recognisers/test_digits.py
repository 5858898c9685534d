import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.screening.recognisers.digits import _RUN, _stretches, find_runs
from tests.screening.screened import Screened


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("NIP 19790621 200604 1 007", ["197906212006041007"]),
        ("HP 0812-5O77-31l9.", ["081250773119"]),
        ("No. 1271O82005130019", ["1271082005130019"]),
        ("rek 6262-Ol-O12345-53-7", ["626201012345537"]),
        ("N I K : 351O 1349 0577 OOO2", ["3510134905770002"]),
        ("(0511) 3353-111", ["05113353111"]),
        ("+62(0)81338561277", ["62081338561277"]),
        ("0812 5104 3378 0813 2222 1111", ["081251043378", "081322221111"]),
        ("6371034704880003 6371034704880004 6371034704880005", [f"637103470488000{n}" for n in (3, 4, 5)]),
        ("6371034704880003 - 081251043378", ["6371034704880003", "081251043378"]),
        ("1 6371034704880003 12 6371034704880004", ["6371034704880003", "6371034704880004"]),
        ("SMPN35 dan X1 lalu 12 SB", []),
        ("Rp 7.5OO.OOO", ["7500000"]),
        ("12 SIM 345", ["345"]),
        ("abc123def", []),
    ],
)
def test_runs_are_read_as_people_write_them(text: str, digits: list[str]) -> None:
    assert [run.digits for run in find_runs(text)] == digits


def test_an_amount_is_told_from_a_telephone_number() -> None:
    amount, phone = find_runs("1.250.000")[0], find_runs("0812.345.678")[0]
    assert amount.amount and not phone.amount
    assert find_runs("0812-5O77")[0].damaged and not phone.damaged


@given(st.text(alphabet="0123456789OolI -./()+abc\n|", max_size=80))
def test_runs_stand_in_order_inside_the_text(text: str) -> None:
    runs = find_runs(text)
    assert all(text[run.start : run.end] == run.text for run in runs)
    assert all(a.end <= b.start for a, b in itertools.pairwise(runs))


@pytest.mark.parametrize(
    "text", ["NIK 6305 0252-\n0789 0003", "HP 0852-5104-\n6633", "rekening BRI 0211-\n  01-033871-50-4"]
)
def test_number_goes_on_behind_a_hyphen_at_the_end_of_a_line(text: str) -> None:
    (run,) = find_runs(text)
    assert run.end == len(text)


@pytest.mark.parametrize(
    "blank", ["\u00a0", "\u2009", "\u2007", "\u202f", "\u2010", "\u2011", "\u2012", "\u2212"]
)
@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("NIK", "3201 1541 0796 0003"),
        ("HP", "0812 9044 7712"),
        ("Nopol", "F 2281 KAB"),
        ("NIP", "19800715 201403 1 002"),
    ],
)
def test_number_parted_by_a_sign_that_prints_like_a_blank_or_hyphen_is_hidden(
    label: str, number: str, blank: str
) -> None:
    written = number.replace(" ", blank)
    assert Screened(f"LAPORAN POLISI\n\n{label} : {written}\n").hides(written)


@pytest.mark.parametrize("zero", ["\uff10", "\u0660"])
def test_digits_of_another_script_are_digits(zero: str) -> None:
    written = "".join(chr(ord(zero) + int(digit)) for digit in "3201154107960003")
    assert Screened(f"LAPORAN POLISI\n\nNIK : {written}\n").hides(written)


@given(st.text(alphabet="019OolIS -./()+\n|x", max_size=80))
def test_every_run_of_the_whole_text_is_seen(text: str) -> None:
    """Only stretches with a digit are read: none of them may cut a run in two."""
    whole = [match.span() for match in _RUN.finditer(text) if any(map(str.isdigit, match[0]))]
    parts = [
        (first + match.start(), first + match.end())
        for first, last in _stretches(text)
        for match in _RUN.finditer(text[first:last])
        if any(map(str.isdigit, match[0]))
    ]
    assert parts == whole
