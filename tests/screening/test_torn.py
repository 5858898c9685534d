"""Numbers of a column that OCR did not read whole."""

from tests.screening.screened import Screened

HEAD = (
    " No        Nama            Peran            NIK              Telepon\n"
    " 1 Rahmat Hidayatullah Pelapor      6371031708890003 0812-5123-4477\n"
    " 2  Noor Aida Safitri   Saksi       6371045202920001 0857 5190 2231\n"
)


def test_pieces_of_a_number_under_a_stamp_are_hidden_with_what_stands_between_them() -> None:
    text = HEAD + " 3  Bahrudin bin Sani   Saksi       63030      780002 0813 4899 0017\n"
    found = Screened(text).of("63030      780002")
    assert (found.type, found.rule) == ("NIK", "torn.number")


def test_row_below_a_torn_one_is_of_the_column_too() -> None:
    torn = " 3  Bahrudin bin Sani   Saksi       63030      780002 0813 4899 0017\n"
    text = HEAD[HEAD.index(" 2") :] + torn + " 4 Maulida Rahmah       Saksi       637103 5051 0004 -\n"
    assert not Screened(text).hides("63030")  # one number alone makes no column
    text = HEAD + torn + " 4 Maulida Rahmah       Saksi       6371  6505  0004  -\n"
    assert Screened(text).hides("6371  6505  0004")


def test_torn_number_of_a_child_is_locked_as_a_whole_one() -> None:
    text = HEAD + " 3 Maulida Rahmah        Anak korban 6371       120004 -\n"
    assert Screened(text).of("6371       120004").ground == "17.j"


def test_number_of_another_column_is_no_piece() -> None:
    text = HEAD + " 3  Bahrudin bin Sani   Saksi  2021      -             0813 4899 0017\n"
    assert Screened(text).shows("2021")


def test_form_makes_no_column() -> None:
    text = "Nama   : Rahmat Hidayatullah\nNIK    : 6371031708890003\nTahun  : 2023  (dua ribu)\n"
    assert Screened(text).shows("2023")


def test_running_text_below_a_column_stays() -> None:
    text = HEAD + "Demikian daftar ini kami buat untuk tahun 2023 agar dipakai.\n"
    assert Screened(text).shows("2023")


def test_table_with_tabs_has_no_columns_of_characters() -> None:
    text = "Nama\tNIK\nAnis\t6371031708890003\nBudi\t6371045202920001\nCici\t45000  unit\n"
    assert Screened(text).shows("45000")
