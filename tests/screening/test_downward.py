"""Names and numbers that are read down a column. Persons are invented."""

import pytest

from terbuka.documents.text import document_of
from terbuka.screening.downward import columns
from terbuka.screening.terms import find_terms
from tests.screening.growth import grows_evenly
from tests.screening.screened import Screened

NAME, NUMBER = "RATNA WIRANDAKA", "6371036101900004"


def down(word: str, row: str, empty: str = "") -> str:
    return "\n".join(row.format(at, sign) if sign != " " else empty for at, sign in enumerate(word, 1))


ROWS = {
    "cells": "{0}\t{1}\tlunas",
    "bars": "| {0} | {1} | lunas |",
    "blanks": "baris {0:2}    {1}   lunas",
    "written": "{0};{1};lunas",
    "alone": "\t\t{1}",
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_term_down_a_column_is_hidden_and_what_stands_beside_it_is_not(row: str) -> None:
    text = f"Daftar\n{down(NAME, row)}\nSelesai."
    screened = Screened(text, terms=[NAME])
    assert {text[at] for at in screened.result.hidden_offsets()} >= set(NAME) - {" "}
    assert len([at for at in screened.result.hidden_offsets() if text[at].isalnum()]) == len(NAME) - 1
    assert find_terms(document_of(text), [NAME])


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_number_down_a_column_is_hidden_by_itself(row: str) -> None:
    text = down(NUMBER, row)
    screened = Screened(text)
    assert set(screened.types()) == {"NIK"}
    assert "".join(text[f.start : f.end] for f in screened.findings) == NUMBER


def test_what_stands_over_a_column_says_what_is_in_it() -> None:
    text = "No\tNama\n" + down("RATNAWIRANDAKA", "{}\t{}")
    screened = Screened(text)
    assert screened.types() == ["PERSON"] * 14 and len({f.entity for f in screened.findings}) == 1


def test_narrow_letters_of_a_page_may_stand_aside() -> None:
    signs = "RIZKI"
    text = "\n".join(f"baris {at}    {' ' * (sign == 'I')}{sign}" for at, sign in enumerate(signs))
    assert [column.said(text) for column in columns(text)] == [signs]


@pytest.mark.parametrize(
    "text",
    [
        "No\tL/P\tHadir\n1\tL\tv\n2\tP\tx\n3\tP\tv\n4\tL\tv\n5\tL\tv\n6\tP\tx",
        "1\tsatu\n2\tdua\n3\ttiga\n4\tempat\n5\tlima\n6\tenam",
        "Kolom\nA\nB",
        "a, b, c, dan d\nbaris biasa\nbaris lain",
        "1\tA\tsatu\n2\tB\tdua\n3\tmuka\tx\n4\tC\ttiga\n5\tD\tempat",
    ],
)
def test_marks_of_presence_and_numbers_of_rows_say_nothing(text: str) -> None:
    assert list(columns(text)) == []


def test_grades_down_a_column_stay() -> None:
    text = "No\tMata kuliah\tNilai\n" + "\n".join(
        f"{at}\tMateri {sign}{at}\t{sign}" for at, sign in enumerate("ABBACDABCBAAB", 1)
    )
    assert Screened(text).types() == []


def test_a_column_ends_where_three_rows_have_no_sign() -> None:
    text = down("RATN", "x\t{1}") + "\nx\t\nx\t\nx\t\n" + down("ARAT", "x\t{1}")
    assert [column.said(text) for column in columns(text)] == ["RATN", "ARAT"]
    near = down("RATN", "x\t{1}") + "\nx\t\nx\n" + down("ARAT", "x\t{1}")
    assert [column.said(near) for column in columns(near)] == ["RATN ARAT"]


@pytest.mark.parametrize("unit", ["x\tR\ta\n", "a\t", "a  ", "a|", "a\n", "a;b\n1\t2\n"])
def test_long_columns_and_wide_lines_are_read_once(unit: str) -> None:
    assert grows_evenly(lambda text: list(columns(text)), unit)


@pytest.mark.parametrize("between", ["\t", "  ", "|"])
def test_many_columns_are_read_side_by_side(between: str) -> None:
    """As many rows as columns: four times the text, eight times the side by side."""
    side = 40
    text = "\n".join(between.join("abcd"[(row + at) % 4] for at in range(side)) for row in range(side))
    assert len(list(columns(text))) == side
    assert grows_evenly(lambda text: list(columns(text)), between.join("abcd" * 20) + "\n")
