from terbuka.screening.roles import Role
from tests.screening.screened import layout_of

LETTER = """KEPOLISIAN NEGARA REPUBLIK INDONESIA
DAERAH KALIMANTAN SELATAN
Jl. Letjen S. Parman No. 16 Banjarmasin

Nomor : B/12/III/2022
KORBAN
Nama : Siti
"""


def test_what_holds_an_offset() -> None:
    layout = layout_of(LETTER)
    at = LETTER.index("Siti")
    field = layout.field_at(at)
    assert field is not None and field.has("name")
    assert layout.kinds_at(at) == ("name",)
    assert layout.kinds_at(0) == ()
    assert layout.field_at(0) is None
    assert layout.row_at(at) is None and layout.cell_at(at) is None
    assert layout.section(layout.reading.line_of(at)) is Role.VICTIM
    assert layout.section(0) is None
    assert layout.in_label(layout.reading.word_at(LETTER.index("Nama")))


def test_the_letterhead_ends_at_the_first_gap() -> None:
    layout = layout_of(LETTER)
    assert layout.letterhead == LETTER.index("\n\nNomor")


def test_a_letterhead_needs_an_institution_and_short_lines() -> None:
    assert layout_of("Kepada Bapak\ndi tempat").letterhead == 0
    assert layout_of("Laporan pagi\n" + "kata " * 40).letterhead == 0
    assert layout_of("[03/05/24 07.12] Admin Polres: Selamat pagi").letterhead == 0


def test_a_cell_of_a_table() -> None:
    layout = layout_of("NO | NAMA | NIK\n1 | Rusdi | 637\n")
    text = layout.reading.text
    cell = layout.cell_at(text.index("Rusdi"))
    assert cell is not None and cell.kinds == ("name",)
    assert layout.kinds_at(text.index("637")) == ("nik",)
    assert layout.cell_at(text.index("| 637")) is None


def test_cells_over_a_signature() -> None:
    text = "Pelapor,                    KANIT II\n\nSITI RAHMAH                 FAHRUL ROZI\n"
    layout = layout_of(text)
    cells = layout.reading.cells
    over = [text[c.start : c.end] for c in layout.over(cells[2], range(1, -1, -1))]
    assert over == ["Pelapor"]
