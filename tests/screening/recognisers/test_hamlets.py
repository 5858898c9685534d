"""A hamlet in front of its RT belongs to the address, and an address behind a name to who bears it."""

import pytest

from terbuka.screening.recognisers.addresses import find_addresses
from tests.screening.screened import Screened, layout_of


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        ("TUMINAH, GUNUNGKIDUL, 02-02-1950, SERUT RT 01, PALBAPANG, BANTUL", "TUMINAH", "SERUT RT 01"),
        ("PENERIMA:\n1. TUMINAH, SERUT RT 01, PALBAPANG", "TUMINAH", "SERUT RT 01"),
        ("Tuminah (Serut RT 01) penerima bantuan.", "Tuminah", "Serut RT 01"),
        ("Tuminah, Serut Kulon RT 01 RW 02, menerima bantuan.", "Tuminah", "Serut Kulon RT 01 RW 02"),
    ],
)
def test_the_address_behind_a_name_is_hidden_with_its_hamlet(text: str, name: str, address: str) -> None:
    screened = Screened(text)
    assert screened.hides(name)
    assert screened.hides(address)
    assert screened.of(address).type == "ADDRESS"


@pytest.mark.parametrize(
    "text",
    ["Hadir: Siti, Budi RT 02", "menurut Bu Tini RT 02", "Ketua RT 02", "diterima Ketua, Bupati RT 02"],
)
def test_who_lives_there_is_no_hamlet(text: str) -> None:
    reading = layout_of(text).reading
    assert all(reading.folds[address.first] == "rt" for address in find_addresses(reading))


def test_the_address_behind_the_name_of_an_office_stays() -> None:
    assert Screened("Posko banjir, Serut RT 01, dibuka hari ini.").shows("Serut RT 01")
