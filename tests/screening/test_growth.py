"""A long document of many persons takes no more time for each of them than a short one."""

from collections.abc import Callable

import pytest

from terbuka.documents.text import document_of
from terbuka.screening.screen import screen
from tests.screening.growth import grows_evenly, grows_with_its_parts

FIRST = ("Rusdi", "Slamet", "Darmawi", "Yohana", "Ketut", "Rahmah", "Bambang", "Sulastri", "Hendra", "Fahrul")
LAST = (
    "Hartono",
    "Wijaya",
    "Irawan",
    "Santoso",
    "Kusuma",
    "Saputra",
    "Hidayat",
    "Gunawan",
    "Siregar",
    "Lubis",
)


def name(number: int) -> str:
    return f"{FIRST[number % 10]} {LAST[number // 10 % 10]} {chr(65 + number // 100 % 26)}."


def form(number: int) -> str:
    return (
        f"IDENTITAS {number}\nNama : {name(number)}\nNIK : 63710347048{number:05d}\nUmur : 40 tahun\n"
        f"Tempat/tgl lahir : Kandangan, 12/05/1984\nAlamat : Jl. Kuripan No. {number} RT 02\n"
        f"No. HP : 08125104{number:04d}\nKeterangan : sakit asma dan berutang Rp {number} juta\n"
    )


def row(number: int) -> str:
    return f"{number} | {name(number)} | 63710347048{number:05d} | Jl. Kuripan No. {number} | sakit asma"


def table(number: int) -> str:
    return row(number) if number else f"No | Nama | NIK | Alamat | Keterangan\n{row(number)}"


def namesakes(number: int) -> str:
    """Everybody bears one name, and is called by it alone, also torn."""
    letters = f"{chr(65 + number % 26)}{chr(97 + number // 26 % 26)}"
    return f"Saksi Wirandaka {letters}{LAST[number % 10].lower()} datang. Wirandaka dan Wiran daka pergi."


@pytest.mark.parametrize("part", [form, table, namesakes])
def test_time_grows_with_the_persons_of_a_document(part: Callable[[int], str]) -> None:
    assert grows_with_its_parts(lambda text: screen(document_of(f"LAPORAN\n\n{text}")), part)


@pytest.mark.parametrize(
    "unit",
    [
        "9182736450918273 ",
        "7 3 1 9 ",
        "1 l 2 O ",
        "451 / 872 / ",
        "tas milik Pak Sutejo hilang di pasar lama ketika hujan ",
        "DRS. SUTEJO HARTONO, ",
        "XQZT Dr. Pak ",
        "7 | Sutejo | pasar lama | ",
        "Sutejo@",
        "nol delapan satu ",
    ],
)
def test_time_grows_with_the_length_of_one_line(unit: str) -> None:
    assert grows_evenly(lambda text: screen(document_of(text)), unit)
