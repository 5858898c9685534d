import pytest

from terbuka.screening.recognisers.loose_columns import column_cells, split
from tests.screening.screened import layout_of


def cells(text: str, kind: str) -> list[str]:
    reading = layout_of(text).reading
    return [reading.text[c.start : c.end] for c in column_cells(reading) if kind in c.kinds]


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("a;jam;lahir;sebab\n1;08.10;4-5-1990;hilang\n2;09.10;-;x\n", "birth", ["4-5-1990", "-"]),
        ("x\ty\tsimpel\n1\t2\t0561-01\n", "account", ["0561-01"]),
        ('urut,ttl,catatan,y\n1,"Mujur, 2 Maret 2010","a, b",z\n', "birth", ["Mujur, 2 Maret 2010"]),
        (
            "Pengikut  tgl lahir   sebab\nRahmat    02/05/1984  x\nN.D.      30/08/2012  y\n",
            "birth",
            ["02/05/1984", "30/08/2012"],
        ),
        (
            "no | Nama; paspor; lahir | x\n1 | Zaw MC110385 1-2-1990 | y\n",
            "passport",
            ["Zaw MC110385 1-2-1990"],
        ),
    ],
)
def test_a_column_holds_what_its_heading_names(text: str, kind: str, values: list[str]) -> None:
    assert cells(text, kind) == values


@pytest.mark.parametrize(
    "text",
    [
        "Lahir : Garut   JK : L\nAlamat  Jl. A\n",
        "lahir;2020;x\n1;2;3\n",
        "saya lahir di Garut; ibu saya di sana; bapak pergi\na;b;c\n",
        "lahir;a;b\nhanya satu\n",
        "lahir;a;b\n\n\n1;2;3\n",
    ],
)
def test_what_is_no_heading_names_no_column(text: str) -> None:
    assert cells(text, "birth") == []


def test_a_cell_that_stands_under_two_headings_belongs_to_none() -> None:
    assert cells("lahir  alamat  x\nBanjarmasin Utara sekali  y\n", "birth") == []


def test_commas_in_quotes_part_nothing() -> None:
    text = 'a,"b, c",d'
    assert [text[start:end] for start, end in split(text, ",")] == ["a", '"b, c"', "d"]
