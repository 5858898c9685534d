"""What stands behind a name says who bears it, unless it is said of somebody else."""

import pytest

from tests.screening.screened import Screened


@pytest.mark.parametrize("sign", [" | ", "\t"])
def test_a_rank_in_the_next_cell_is_of_who_is_named_there(sign: str) -> None:
    rows = [
        ("No", "Barang", "Jumlah", "Nama pemilik", "Penyidik"),
        ("1", "Telepon", "1", "Hendra Saputra", "Aipda Joko Susilo"),
        ("2", "Sepeda motor", "1", "Slamet Riyadi", "Aipda Joko Susilo"),
    ]
    screened = Screened("DAFTAR BARANG BUKTI\n" + "\n".join(sign.join(row) for row in rows) + "\n")
    assert screened.hides("Hendra Saputra") and screened.hides("Slamet Riyadi")
    assert screened.shows("Joko Susilo")


def test_a_rank_alone_in_the_next_cell_is_of_the_name_before() -> None:
    rows = "Nama | Pangkat | Jabatan\nHendra Saputra | Aipda | Kanit\nSlamet Riyadi | Bripka | anggota\n"
    assert Screened(rows).shows("Hendra Saputra") and Screened(rows).shows("Slamet Riyadi")


@pytest.mark.parametrize("heading", ["Operator", "Petugas loket", "Penyidik"])
def test_a_column_for_who_serves_tells_of_an_office(heading: str) -> None:
    rows = f"No | Pemohon | Keperluan | {heading}\n1 | Sari Dewi | SKCK | Andre\n2 | Yopi | SIM | Reza\n"
    screened = Screened(rows)
    assert screened.hides("Sari Dewi") and screened.hides("Yopi")
    assert screened.shows("Andre") and screened.shows("Reza")
