"""One amount of several equal ones in a list is not hidden by itself."""

import pytest

from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.recognisers.learned import LEARNED
from terbuka.screening.weighing.equals import without_lone_amounts

LIST = "1. Salim, Rp 2.400.000\n2. Marlis, Rp 2.400.000\n3. Guntur, Rp 2.400.000"
ROW = "1;Sumriyah;225.000;225.000;225.000"


def found(text: str, place: int, part: str, *, rule: str = LEARNED, type_: str = "FINANCE") -> Candidate:
    start = -1
    for _ in range(place):
        start = text.index(part, start + 1)
    return Candidate(type_, start, start + len(part), rule, 0.5, "", Rank.MODEL, weighed=True)


def kept(text: str, *candidates: Candidate) -> int:
    return len(without_lone_amounts(text, candidates))


@pytest.mark.parametrize("place", [1, 2, 3])
def test_one_of_three_equal_amounts_stays(place: int) -> None:
    assert kept(LIST, found(LIST, place, "Rp 2.400.000")) == 0


def test_amounts_that_are_hidden_in_two_lines_are_hidden() -> None:
    pair = [found(LIST, place, "Rp 2.400.000") for place in (1, 3)]
    assert kept(LIST, *pair) == 2


@pytest.mark.parametrize(
    ("text", "candidate"),
    [
        (LIST, {"rule": "finance.passage"}),
        (LIST, {"type_": "RELATIVE"}),
        (LIST.replace("3. Guntur, Rp 2.400.000", "3. Guntur, Rp 2.400.000.000"), {}),
        (LIST.replace("3. Guntur, Rp 2.400.000", "3. Guntur, Rp 12.400.000"), {}),
    ],
)
def test_other_amounts_are_hidden(text: str, candidate: dict[str, str]) -> None:
    assert kept(text, found(text, 1, "Rp 2.400.000", **candidate)) == 1


def test_equal_amounts_of_one_line_are_one_matter() -> None:
    assert kept(ROW, found(ROW, 1, "225.000")) == 1


def test_what_is_no_amount_is_hidden() -> None:
    text = "cicilan macet\ncicilan macet\ncicilan macet"
    assert kept(text, found(text, 1, "cicilan macet")) == 1
