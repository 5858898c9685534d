"""Forms whose labels have no colon: the value stands in a column of its own, or behind leader dots."""

import pytest

from tests.screening.screened import names_in


@pytest.mark.parametrize(
    "form",
    [
        "Nama               {}\nAlias              Rengga\nNIK                7503011102900001\n",
        "1. Pelapor      {}\n2. Terlapor     Kancil\n3. Alamat       Desa Bae\n",
        "Nama .................... {}\nHubungan ................ ayah\n",
        "KORBAN\n   Nama               {}, 46 tahun\n   Akibat             luka\n",
    ],
)
@pytest.mark.parametrize("name", ["QORZAN RAHMAN", "Umbu Ndapa Rahman"])
def test_the_value_beside_its_label_is_a_name(form: str, name: str) -> None:
    assert names_in(form.format(name))[0] == name


def test_whoever_is_asked_for_below_may_be_called_by_any_word() -> None:
    form = "Pelapor         Bunga\nTerlapor        Kancil\nAlamat          Jl. Melati 4\n"
    assert names_in(form) == ["Bunga", "Kancil"]


@pytest.mark.parametrize(
    "text",
    [
        "Nama        Alamat\n",
        "Nama        Keterangan\nLaptop      rusak\n",
        "Nama ...........\nAlamat ...........\n",
        "Saksi       Jabatan      Tanda tangan\n",
    ],
)
def test_headings_and_empty_lines_name_nobody(text: str) -> None:
    assert names_in(text) == []
