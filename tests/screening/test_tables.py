import pytest

from terbuka.screening import Mode
from terbuka.screening.reading import read_text
from terbuka.screening.tables import find_rows
from tests.screening.screened import Screened, layout_of


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


@pytest.mark.parametrize("sign", [",", ", ", ";"])
def test_few_headings_make_a_table_where_every_row_has_a_cell_for_each(sign: str) -> None:
    text = "\n".join(map(sign.join, [("Nama", "Penyakit"), ("Bejo", "TBC"), ("Intan", "hipertensi")]))
    assert cells_of(text) == [
        [(("name",), "Bejo"), (("health",), "TBC")],
        [(("name",), "Intan"), (("health",), "hipertensi")],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nama,Penyakit\nBejo,TBC",
        "No,Nama Siswa,Kelas,Orang Tua\n1,Bejo,4A,Sukir",
        "Nama,NIK,TTL,Keperluan\nBejo,3319010202700001,Kudus 02-02-1970,SKCK",
        "Petugas,Nama,Telepon\nA,Bejo,081251043378\nB,Intan,081251043379\n\nHadir, lalu pulang, semua.",
    ],
)
def test_what_a_program_wrote_is_a_table_however_short(text: str) -> None:
    rows = cells_of(text)
    assert len(rows) == text.partition("\n\n")[0].count("\n")
    assert any("name" in kinds and value == "Bejo" for kinds, value in rows[0])


@pytest.mark.parametrize(
    "text",
    [
        "Nama, alamat\nBudi tinggal di Kudus, lalu pindah.\nIa pergi, kemudian kembali.",
        "Nama, umur, alamat\nDicatat petugas, disimpan, lalu\ndiserahkan, kemudian.",
        "Nama, alamat\nBejo, Kudus",
        "Umur, alamat\n12, Kudus\n13, Pati",
        "Nama, alamat\nBejo, Kudus\nIntan",
        "Nama, alamat\nyang tinggal di rumah itu sejak dahulu, Kudus\nIntan, Pati",
        "Nama, semua orang\nBejo, Kudus\nIntan, Pati",
        "Nama,alamat",
        "Nama;\nBejo",
    ],
)
def test_running_text_with_commas_is_no_table(text: str) -> None:
    assert cells_of(text) == []


def test_a_row_with_a_cell_too_few_ends_no_table_of_a_program() -> None:
    text = (
        "No,Nama,Penyakit\n1,Bejo,TBC\n2,Sri,\n3,Tono\n4,Intan,asma,berat\nDicatat Kapolres, lalu disimpan.\n"
    )
    assert [row[1] for row in cells_of(text)] == [
        (("name",), name) for name in ("Bejo", "Sri", "Tono", "Intan")
    ]
    assert len(cells_of("Nama,Penyakit\nBejo,TBC\nTotal satu orang\n")) == 1


def test_few_headings_may_stand_again_on_the_next_page() -> None:
    page = "Nama, Penyakit\nBejo, TBC\nIntan, asma\n"
    assert len(cells_of(page + page)) == 4


def test_few_headings_end_their_table_at_the_first_blank_line() -> None:
    text = "Nama, Penyakit\nBejo, TBC\nIntan, asma\n\nKepada Yth. Kapolres, di Kudus"
    assert len(cells_of(text)) == 2


def test_quotes_and_a_blank_keep_a_comma_inside_its_cell() -> None:
    quoted = 'Nama,Alamat\n"Bejo","Jl. Melati 4, Kudus"\n"Intan", "Jl. ""Mawar"" 2"\n'
    assert cells_of(quoted)[0] == [(("name",), "Bejo"), (("address",), "Jl. Melati 4, Kudus")]
    assert cells_of(quoted)[1][1] == (("address",), 'Jl. ""Mawar"" 2')
    packed = "No,Nama,TTL,Pekerjaan,Keperluan\n1,Bejo,Kudus, 02-02-1970,PNS,SKCK\n2,Sri,A,b,c,d,e\n"
    assert cells_of(packed)[0][2] == (("birth",), "Kudus, 02-02-1970")
    assert len(cells_of(packed)[1]) == 7


@pytest.mark.parametrize("heading", ["L/P", "JK", "Jenis Kelamin", "Jenis Kel.", "Sex"])
def test_a_column_for_the_sex_says_so(heading: str) -> None:
    rows = cells_of(f"No | Nama | {heading} | Umur\n1 | Bejo | L | 40\n")
    assert rows[0][2] == (("sex",), "L")


@pytest.mark.parametrize("heading", ["Jenis", "Kel", "L", "P"])
def test_half_a_heading_asks_for_no_sex(heading: str) -> None:
    rows = cells_of(f"No | Nama | {heading} | Umur | NIK\n1 | Bejo | Sri Wahyuni | 40 | 1\n")
    assert "sex" not in rows[0][2][0]


def test_a_table_of_pupils_between_commas_tells_children_classes_and_parents() -> None:
    table = Screened("No,Nama Siswa,Kelas,Orang Tua\n1,Bejo,4A,Sukir\n2,Intan,4B,Marni\n")
    for part in ("Bejo", "Intan", "4A", "4B", "Sukir", "Marni"):
        assert table.of(part).mode is Mode.BLOCK


def test_officials_between_commas_stay() -> None:
    table = Screened("Nama, Jabatan\nAndi Wijaya, Kapolres\nBudi Santoso, Wakapolres\n")
    assert table.shows("Andi Wijaya") and table.shows("Budi Santoso")


@pytest.mark.parametrize("sign", [" / ", " - ", " – ", " | ", "\t", ";"])
def test_rows_under_headings_that_say_who_somebody_is(sign: str) -> None:
    rows = [("Inisial korban", "Usia", "Hubungan pelaku"), ("AP", "15", "tetangga"), ("SR", "11", "paman")]
    found = cells_of("\n".join(map(sign.join, rows)) + "\n(kasus 2024)")
    cells = [cell for row in found for cell in row if cell[1]]
    assert [text for kinds, text in cells if "role.victim" in kinds] == ["AP", "SR"]
    assert [text for kinds, text in cells if "age" in kinds] == ["15", "11"]


def test_one_row_between_strokes_needs_headings_that_are_nothing_else() -> None:
    assert len(cells_of("Nama - Umur - Alamat\nSiti Aminah - 34 - Jl. Melati 4")) == 1
    assert cells_of("Inisial korban - usia - pelaku pertama\nAP - 15 - paman") == []


@pytest.mark.parametrize(
    "text",
    [
        "Nama / Umur\nSiti / 12\nBudi / 14",  # "L / P", "RT / RW": two of anything
        "Saksi - korban - pelaku\nKetiganya hadir - ditunda - minggu depan.\nSidang - dibuka - pukul 9.",
        "Jadwal / kelas / hari\nSenin / 08.00 / balai desa\nRabu / 08.00 / balai desa",
        "Saksi 1 / korban / pelaku\nAP / 15 / paman\nSR / 11 / guru",
        "Korban, saksi, pelaku\ndatang, duduk, pulang\nmakan, minum, tidur",
    ],
)
def test_strokes_and_roles_in_running_text_make_no_table(text: str) -> None:
    assert cells_of(text) == []


def test_an_amount_that_is_set_flush_right_is_one_cell() -> None:
    text = (
        "No  Nama            Gol    Jumlah         Rekening Bank Sulteng   Tanda tangan\n"
        "1   Afit Lakara     III/d  Rp 1.110.000   1010205041177\n"
        "2   Mawar Toana     -      Rp   900.000   1010209915008\n"
    )
    accounts = [text for row in cells_of(text) for kinds, text in row if "account" in kinds]
    assert accounts == ["1010205041177", "1010209915008"]


def test_a_quoted_cell_at_the_end_of_a_line_ends_it() -> None:
    assert [cell[1] for cell in cells_of('Nama;Umur;Alamat\n"Siti";"12";"Jl. Melati; gang 4"')[0]] == [
        "Siti", "12", "Jl. Melati; gang 4",
    ]  # fmt: skip


@pytest.mark.parametrize("sign", [" | ", "\t"])
def test_a_column_of_names_beside_remarks_is_a_table_of_persons(sign: str) -> None:
    rows = [("Nama", "Keterangan"), ("Masdiana", "janda"), ("Bulan", "miskin"), ("Ifit", "sakit")]
    screened = Screened("\n".join(sign.join(row) for row in rows) + "\n")
    assert all(screened.hides(name) for name in ("Masdiana", "Bulan", "Ifit", "janda"))
    assert screened.shows("Keterangan")


def test_a_column_of_names_of_things_holds_no_persons() -> None:
    text = "Nama | Harga\nBeras merah | 12.000\nMinyak goreng | 9.000\nGula pasir | 8.000\n"
    assert Screened(text).shows("Minyak goreng")


@pytest.mark.parametrize("form", ["{}", "| {} |"])
def test_two_headings_of_five_are_enough_though_the_rows_are_ruled_at_their_ends(form: str) -> None:
    rows = ("No | Tanggal | Kasus | Korban | Petugas", "1 | 7/6/2024 | Penipuan | Hendra | Yoga")
    found = cells_of("\n".join(form.format(row) for row in (*rows, rows[1])))
    assert [text for row in found for kinds, text in row if "role.victim" in kinds] == ["Hendra", "Hendra"]


TO_THE_BOTTOM = (
    "     No         Nama          NIK        Alamat      Tanggal\n"
    "                                      Jl. Melati No.\n"
    "                         637103470488 12 RT 03\n"
    "           1 Siti Rahmah  0003        Rantau      03/03/2025\n"
    "             Bagus       637103120385 Desa Pulau\n"
    "           2 Wirawan     0002         Pinang RT 1  03/03/2025\n"
    "                         637103450190 Jl. Kenanga 5\n"
    "           3 Dewi Lestari  0001       Rantau      04/03/2025\n"
    "                                             Jumlah  1.950.000\n"
)


def test_rows_that_are_set_to_the_bottom_are_hidden_whole() -> None:
    screened = Screened(TO_THE_BOTTOM)
    for part in (
        "Jl. Melati No.",
        "637103470488",
        "12 RT 03",
        "0003",
        "Bagus",
        "637103120385",
        "0002",
        "0001",
    ):
        assert screened.hides(part), part
    assert screened.shows("03/03/2025") and screened.shows("Jumlah")


def test_a_line_over_the_first_number_that_had_room_belongs_to_no_row() -> None:
    text = (
        "No  Nama                 NIK               Alamat\n"
        "    Kota\n"
        "1   Yosefina Nona        5307105507720002  Dusun Wolon\n"
        "2   Anselmus Nong        5307105507720003  Dusun Klotong\n"
    )
    assert [row[1] for row in cells_of(text)] == [
        (("name",), "Yosefina Nona"),
        (("name",), "Anselmus Nong"),
    ]
