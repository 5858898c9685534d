"""Numbers whose groups unusual signs part, and rows of figures that are none."""

import pytest

from terbuka.screening.recognisers.parted import parted_numbers
from tests.screening.growth import grows_evenly
from tests.screening.screened import Screened

_SIGNS = [
    *("\t", "  ", "     ", "·", " · ", "/", " / ", "_", "•", "*", "~", "'", ",", ":", "|", " | ", " // "),
    *("\n", "\n  ", "\v", "\f", "\u2028"),
]


def screened(text: str) -> Screened:
    return Screened(f"LAPORAN POLISI\n\n{text}\n")


@pytest.mark.parametrize("sign", _SIGNS)
@pytest.mark.parametrize(
    ("before", "number"),
    [
        ("NIK : ", "3201 1541 0796 0003"),
        ("NIK : ", "1234 5678 9012 3456"),
        ("yang bersangkutan ", "3201 1541 0796 0003"),
        ("No. KK : ", "3201 1541 0796 0003"),
        ("kartu debit : ", "4539 1488 0343 6467"),
        ("IMEI : ", "35 693803 564380 9"),
        ("NPWP : ", "09 254 294 3 407 000"),
        ("NIP. ", "19800715 201403 1 002"),
        ("Nopol : ", "F 2281 KAB"),
    ],
)
def test_groups_of_one_number_are_hidden_whatever_parts_them(before: str, number: str, sign: str) -> None:
    written = number.replace(" ", sign)
    assert screened(f"{before}{written}").hides(written)


@pytest.mark.parametrize("sign", [sign for sign in _SIGNS if "\n" not in sign])
@pytest.mark.parametrize(
    ("before", "number"),
    [
        ("HP : ", "0812 9044 7712"),
        ("bisa dihubungi di ", "0812 9044 7712"),
        ("WA : ", "+62 812 9044 7712"),
        ("rekening BRI ", "0211 0103 3871 504"),
    ],
)
def test_telephones_and_accounts_are_hidden_whatever_parts_them(before: str, number: str, sign: str) -> None:
    written = number.replace(" ", sign)
    assert screened(f"{before}{written}").hides(written)


def test_groups_in_one_cell_of_a_column_are_one_number() -> None:
    text = "NO | NAMA | REKENING | JUMLAH\n1 | Rina Lestari | 0211/0103/3871/504 | 12\n"
    assert Screened(text).hides("0211/0103/3871/504")


def test_mixed_signs_end_a_number_where_they_change() -> None:
    assert screened("1 | 3201·1541·0796·0003 | 45").hides("3201·1541·0796·0003")


@pytest.mark.parametrize(
    "text",
    [
        "tanggal 12/03/2026 dan 08/04/2026 serta 11/02/2026",
        "2024/01/05 2025/02/06 2026/03/07",
        "12/03/2026\t08/04/2026\t11/05/2026",
        "Nomor LP/B/12/I/2026/SPKT, surat B/1203/11/2026 dan 800/1203/BKD/2026",
        "kode rekening 5 / 1 / 02 / 02 / 01 / 0030",
        "kode billing 8203 / 1234 / 5678 / 9012",
        "1.250.000  2.300.000  12.500.000",
        "12.500.000\t23.000.000\t35.500.000",
        "| 1 | 12 | 45 | 2026 | 812 | 45 |",
        "jam 08:15 08:30 09:45 10:15 11:30",
        "2021/2022/2023/2024",
        "skor 21/19 18/21 21/15, halaman 120, 121, 122, 123, 140",
        "5200\t9661\t5017\t5786\t4012\t3377",
        "6288  9378  4826",
    ],
)
def test_dates_codes_and_rows_of_figures_stay(text: str) -> None:
    assert screened(text).types() == []


@pytest.mark.parametrize("sign", [" ", "  ", "\t", "\n", " | "])
@pytest.mark.parametrize("figure", ["1", "11"])
def test_row_of_ones_is_no_nik(figure: str, sign: str) -> None:
    assert screened(sign.join([figure] * (16 // len(figure)))).types() == []


def test_two_whole_numbers_are_not_joined() -> None:
    two = screened("HP 081290447712\t081377441290, NIK 3201154107960003/3201154107960005")
    assert [two.of(n).start for n in ("081290447712", "081377441290")] == [
        two.text.index("081290447712"),
        two.text.index("081377441290"),
    ]


@pytest.mark.parametrize("unit", ["1 ", "1/", "1\t", "0812\n", "1234_", "0812 / ", "12  ", "1" + " " * 50])
def test_long_rows_of_figures_take_no_time_for_their_square(unit: str) -> None:
    assert grows_evenly(lambda text: list(parted_numbers(text)), unit)
