"""Tables whose cells stand one below the other, as text pulled out of a file has them."""

import pytest

from tests.screening.growth import grows_evenly
from tests.screening.screened import Screened, layout_of

PEOPLE = (
    ("Karsinah", "45", "Jl. Melati No. 3 RT 02"),
    ("Joko Triyono", "2", "Dusun Krajan RT 01 RW 04"),
    ("Aisyah", "12", "Gang Mawar 7"),
    ("Yohanes Bere Tae", "61", "Kampung Baru RT 3"),
)


def stacked(heads: str, rows: list[tuple[str, ...]], gap: str = "\n") -> str:
    return gap.join([*heads.split(), *(cell for row in rows for cell in row)]) + "\n"


NUMBERED = [(str(at), *row) for at, row in enumerate(PEOPLE, 1)]


@pytest.mark.parametrize("title", ["DAFTAR KORBAN BANJIR\n\n", "Daftar penerima bantuan\n", "Lampiran\n\n"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_numbered_table_is_read_row_by_row(title: str, gap: str) -> None:
    screened = Screened(f"{title}{stacked('No Nama Umur Alamat', NUMBERED, gap)}\nBanjarmasin, 3 Mei 2024\n")
    for name, _, address in PEOPLE:
        assert screened.hides(name) and screened.hides(address)
    assert screened.shows("Banjarmasin, 3 Mei 2024") and screened.shows("Alamat")


def test_a_table_without_numbers_goes_on_as_long_as_its_cells_hold_what_the_headings_say() -> None:
    text = "Lampiran\n\n" + stacked("Nama Umur Alamat", list(PEOPLE))
    screened = Screened(text + "Demikian daftar ini dibuat.\nPetugas mencatat permohonan.\n")
    assert all(screened.hides(name) for name, _, _ in PEOPLE)
    assert screened.shows("Petugas mencatat permohonan")


def test_a_row_that_lacks_a_cell_does_not_shift_the_next() -> None:
    rows = [NUMBERED[0][:3], *NUMBERED[1:]]
    layout = layout_of("Daftar\n\n" + stacked("No Nama Umur Alamat", rows))
    held = [
        layout.reading.text[c.start : c.end] for row in layout.rows for c in row.cells if "name" in c.kinds
    ]
    assert held == [name for name, _, _ in PEOPLE]


def test_officers_in_such_a_table_stay() -> None:
    rows = [("1", "Rusman Hadi", "AKP", "Kasat Reskrim"), ("2", "Hendra Wijaya", "AIPTU", "Kanit I")]
    screened = Screened("DAFTAR PETUGAS\n" + stacked("No Nama Pangkat Jabatan", rows))
    assert screened.shows("Rusman Hadi") and screened.shows("Hendra Wijaya")


@pytest.mark.parametrize(
    "text",
    [
        "Formulir\nNama\nAlamat\nTelepon\n\nDiisi oleh petugas loket pelayanan.\nPemohon wajib hadir.\n",
        "No\nNama\nUmur\n",
        "Nama\n",
        "Nama\nUmur\nKarsinah\nempat puluh\n",
        "No\nUraian\nJumlah\n1\nKertas\n20\n2\nTinta\n4\n",
    ],
)
def test_what_is_no_such_table_is_left_as_it_is(text: str) -> None:
    assert layout_of(text).rows == []


def test_a_cell_that_goes_on_below_stays_in_its_row() -> None:
    rows = [("1", "Karsinah", "45", "Jl. Melati No. 3", "RT 02"), *NUMBERED[1:]]
    layout = layout_of("Daftar\n\n" + stacked("No Nama Umur Alamat", rows))
    held = [
        layout.reading.text[c.start : c.end] for row in layout.rows for c in row.cells if "name" in c.kinds
    ]
    assert held == [name for name, _, _ in PEOPLE]


def test_many_lines_that_look_like_headings_are_read_in_even_time() -> None:
    assert grows_evenly(layout_of, "No\nNama\nUmur\n")
