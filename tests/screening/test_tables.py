import pytest

from terbuka.screening.reading import read_text
from terbuka.screening.tables import find_rows
from tests.screening.screened import layout_of


def cells_of(text: str) -> list[list[tuple[tuple[str, ...], str]]]:
    layout = layout_of(text)
    return [[(c.kinds, layout.reading.text[c.start : c.end]) for c in row.cells] for row in layout.rows]


@pytest.mark.parametrize("sign", [" | ", "\t", ";"])
def test_rows_under_counted_columns(sign: str) -> None:
    text = sign.join(("NO", "NAMA", "NO. HP")) + "\n" + sign.join(("1", "Jumiati", "0877-1640-2295"))
    assert cells_of(text)[0][1:] == [(("name",), "Jumiati"), (("phone",), "0877-1640-2295")]


def test_rows_under_aligned_columns_belong_to_the_heading_above() -> None:
    text = (
        "NO  NAMA KPM             NIK               ALAMAT\n"
        "1   Yosefina Nona        5307105507720002  Dusun Wolon\n"
        "2   Anselmus             -                 Dusun Klotong\n"
    )
    rows = cells_of(text)
    assert rows[0][1][0] == ("name",)
    assert rows[0][2] == (("nik",), "5307105507720002")
    assert rows[1][-1] == (("address",), "Dusun Klotong")


def test_commas_make_columns_only_under_a_clear_heading() -> None:
    text = "No,Tanggal,Nama,Alamat,Kontak,Pekerjaan\n1,04-01-2023,Danang,Jl. X,0878,guru"
    assert (("name",), "Danang") in cells_of(text)[0]
    assert cells_of("Nama, alamat, dan umur, dicatat\noleh A, B, dan C, kemudian") == []


def test_a_table_ends_at_two_blank_lines_and_at_other_text() -> None:
    text = "NO | NAMA | NIK\n1 | A | 1\n------\n\n2 | B | 2\n\n\n9 | C | 3\n"
    assert len(cells_of(text)) == 2
    assert len(cells_of("NO | NAMA | NIK\n1 | A | 1\nCatatan panitia\n")) == 1


def test_a_heading_may_name_a_person_by_role_or_a_thing() -> None:
    assert cells_of("NO | PEMILIK LAMA | NO. MESIN | NO. HP\n1 | Hendrik | X1 | 08")[0][1][1] == "Hendrik"
    kinds = cells_of("NO | NAMA KAPAL | NAMA NAKHODA | NO. HP\n1 | KM Sinar | Ali | 08")
    assert "name" not in kinds[0][1][0]


def test_a_row_with_labels_in_it_is_no_new_heading() -> None:
    text = (
        "NO | NAMA | INSTANSI | NO. HP | TTD\n"
        "1 | Kadek | Forum Anak, SMPN 35 kls IX | 0838 (HP ibu) | ttd\n2 | Fikri | - | - | ttd"
    )
    assert len(cells_of(text)) == 2


def test_empty_cells_and_extra_cells_do_no_harm() -> None:
    rows = find_rows(read_text("NO | NAMA | NIK\n | A | | | lebih"))
    assert [c.column for c in rows[0].cells] == [1, 4]
    assert rows[0].cell("nik") is None
    assert rows[0].cell("name") is not None
