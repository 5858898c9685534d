"""Rows over several lines are read as one, and everything that is read stands somewhere in the document."""

import itertools
import sys

from hypothesis import given
from hypothesis import strategies as st

from terbuka.screening.reading import read_text
from terbuka.screening.unwrapping import Unwrapped, unwrap
from tests.screening.screened import Screened, layout_of

TOP = """\
 NO  NAMA                   JABATAN                            NO. HP          TANDA
                                                                               TANGAN
 1   AKP Tarmizi Hasan      Kapolsek Banua Hulu, NRP           0813-4900-7715  1. ttd
                            86071533
 2   Siti Zubaidah binti    warga, Jl. Kayu Bulan Blok         0812 5160 8871  2. ttd
     Sarkani                B-7 RT 20
"""
MIDDLE = """\
                          PANGKAT /                                    TANDA
NO  NAMA                              JABATAN              NO. HP
                            NRP                                        TANGAN
                                      Kapolsek Banua Hulu
1   Tarmizi Hasan         AKP                              081349007715
                                      Polres Hulu Sungai
                          Aipda /
2   Rusman Effendi                    Banit                081256610042
                          84060771
3   Siti Zubaidah         -           warga                085267119008
"""


def lines_of(text: str) -> list[list[str]]:
    """The cells of every line of the unwrapped text."""
    unwrapped = unwrap(read_text(text)).reading.text
    return [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in unwrapped.splitlines()]


def test_cell_that_goes_on_below_is_one() -> None:
    assert lines_of(TOP) == [
        ["NO", "NAMA", "JABATAN", "NO. HP", "TANDA TANGAN"],
        ["1", "AKP Tarmizi Hasan", "Kapolsek Banua Hulu, NRP 86071533", "0813-4900-7715", "1. ttd"],
        [
            "2",
            "Siti Zubaidah binti Sarkani",
            "warga, Jl. Kayu Bulan Blok B-7 RT 20",
            "0812 5160 8871",
            "2. ttd",
        ],
    ]


def test_rows_set_to_the_middle_of_their_lines_are_told_by_their_numbers() -> None:
    assert lines_of(MIDDLE) == [
        ["NO", "NAMA", "PANGKAT /NRP", "JABATAN", "NO. HP", "TANDA TANGAN"],
        ["1", "Tarmizi Hasan", "AKP", "Kapolsek Banua Hulu Polres Hulu Sungai", "081349007715", ""],
        ["2", "Rusman Effendi", "Aipda /84060771", "Banit", "081256610042", ""],
        ["3", "Siti Zubaidah", "-", "warga", "085267119008", ""],
    ]


SIGNED = """\
No   Nama            Umur    Telepon        Alamat
1    Siti Rahmah     33 th   081251043378   Jl. Teluk Tiram
                                            Gg. Keluarga No. 27
2    Maria Goreti    27 th   082351887702   Jl. Pangeran
     Tukan                                  Samudera No. 4
                                     Banjarmasin, 15 Maret 2022
"""


def test_place_and_date_over_a_signature_make_no_column_wider() -> None:
    assert lines_of(SIGNED)[2] == [
        "2",
        "Maria Goreti Tukan",
        "27 th",
        "082351887702",
        "Jl. Pangeran Samudera No. 4",
    ]


PAGES = """\
NO   NAMA              JABATAN        NO. HP
1    Tarmizi Hasan     Kapolsek       081349007715

                        Halaman 1 dari 2


2    Siti Zubaidah     warga          085267119008
Catatan panitia: selesai.
"""


def test_table_goes_on_behind_the_foot_of_a_page_with_the_next_number() -> None:
    rows = lines_of(PAGES)
    assert rows[-2] == ["2", "Siti Zubaidah", "warga", "085267119008"]
    assert rows.count(["NO", "NAMA", "JABATAN", "NO. HP"]) == 2
    assert lines_of(PAGES.replace("\n2 ", "\n7 "))[-2] != ["7", "Siti Zubaidah", "warga", "085267119008"]


def test_what_is_said_again_stands_nowhere_in_the_document() -> None:
    whole = unwrap(read_text(PAGES))
    again = whole.reading.text.rindex("NAMA")
    assert whole.pieces(again, again + 4) == []
    assert whole.pieces(whole.reading.text.index("NAMA"), whole.reading.text.index("NAMA") + 4) == [(5, 9)]


def test_line_without_a_number_that_names_somebody_else_is_a_row_of_its_own() -> None:
    rows = lines_of(
        "NO | NAMA                          | KETERANGAN  | NO. HP\n"
        "1  | AKP Tarmizi Hasan             | Kapolsek    | 081349007715\n"
        "   | Maria Goreti                  | istri       | -\n"
        "2  | Rusman Effendi                | warga       | 081256610042\n"
        "   | Aiptu                         | purnawirawan|\n"
        "3  | Jumiati                       | warga       | -\n"
    )
    assert ["", "Maria Goreti", "istri", "-"] in rows
    assert rows[-2] == ["2", "Rusman Effendi Aiptu", "warga purnawirawan", "081256610042"]


def test_lines_of_a_ruled_table_that_ocr_reads_here_and_there_part_cells() -> None:
    rows = lines_of(
        "NO | NAMA              JABATAN | ALAMAT    NO. HP | TTD\n"
        " 7 | Jumiati           warga RT 11       | 0877-1640-2295 1.\n"
        " 8   Rusdi             pedagang            081256610042   2.\n"
    )
    assert rows[1][:3] == ["7", "Jumiati", "warga RT 11"]
    assert rows[2] == ["8", "Rusdi", "pedagang", "", "081256610042", "2."]


def test_bar_inside_a_cell_is_no_end_of_it() -> None:
    layout = layout_of("NO  NAMA      JABATAN    NO. HP\n1   Jumiati   a|b|c|d    081256610042\n")
    assert [layout.reading.text[c.start : c.end] for c in layout.rows[0].cells][2] == "a|b|c|d"


def test_signature_below_a_table_is_no_part_of_its_last_row() -> None:
    text = (
        "NO  NAMA             JABATAN                 NO. HP\n"
        "1   Rusman Effendi   warga Desa Tabudarat    081256610042\n"
        "                     Mengetahui,             Lurah\n"
    )
    assert lines_of(text)[-1] == ["Mengetahui,             Lurah"]


def test_rows_without_numbers_go_on_where_there_was_no_room() -> None:
    text = (
        "NAMA                 ALAMAT                   NO. HP\n"
        "Siti Zubaidah binti  Jl. Kayu Bulan Blok B-7  0812 5160 8871\n"
        "Sarkani              RT 20\n"
        "Rusman               Jl. Seroja               081256610042\n"
        "Jumiati              Gg. Damai                -\n"
    )
    assert [row[0] for row in lines_of(text)[1:]] == ["Siti Zubaidah binti Sarkani", "Rusman", "Jumiati"]


def test_text_without_a_table_is_left_as_it_is() -> None:
    reading = read_text("Nama : Rusman     HP : 0812\nNO | NAMA | NO. HP\n\nSelesai.")
    whole = unwrap(reading)
    assert whole.reading is reading and whole.pieces(3, 9) == [(3, 9)]


def test_numbers_of_rows_without_a_heading_are_a_column() -> None:
    rows = lines_of(
        "NAMA               JABATAN       NO. HP\n"
        "1. Siti Zubaidah   warga         0812 5160 8871\n"
        "   binti Sarkani   Desa Hulu\n"
        "2. Rusman          pedagang      081256610042\n"
    )
    assert rows == [
        ["", "NAMA", "JABATAN", "NO. HP"],
        ["1.", "Siti Zubaidah binti Sarkani", "warga Desa Hulu", "0812 5160 8871"],
        ["2.", "Rusman", "pedagang", "081256610042"],
    ]


def test_piece_that_was_not_torn_is_one() -> None:
    whole = unwrap(read_text("Daftar:\nNO | NAMA | NO. HP\n1 | Rusman | 0812\n"))
    assert whole.pieces(0, whole.reading.text.index("NO") + 2) == [(0, 10)]


def test_pieces_of_a_wrapped_number_lie_on_both_lines() -> None:
    text = (
        "NO  NAMA             NO. HP         TTD\n"
        "1   Rusman Effendi   0812-5160-     1.\n"
        "                     8871           ttd\n"
        "2   Jumiati          0852-6711-     2.\n"
        "                     9008           ttd\n"
    )
    whole = unwrap(read_text(text))
    assert "0812-5160-8871" in whole.reading.text
    at = whole.reading.text.index("0812-5160-8871")
    assert [text[start:end] for start, end in whole.pieces(at, at + 14)] == ["0812-5160-", "8871"]


def test_line_with_a_cell_where_nothing_stood_above_is_a_row() -> None:
    text = (
        "NAMA                 ALAMAT                   NO. HP\n"
        "Siti Zubaidah binti  -                        0812 5160 8871\n"
        "Rusman                                        081256610042\n"
        "                     Jl. Seroja Gg. Damai RT  -\n"
    )
    assert [row[0] for row in lines_of(text)[1:]] == ["Siti Zubaidah binti", "Rusman", ""]


def test_person_with_a_number_of_his_own_is_no_part_of_the_row_above() -> None:
    rows = lines_of(
        "NO  NAMA                JABATAN     NO. HP\n"
        "1   AKP Tarmizi Hasan   Kapolsek    0813-4900-7715\n"
        "    Maria Goreti        istri       0852-6711-9008\n"
        "2   Rusman              Kanit       081256610042\n"
    )
    assert rows[2] == ["", "Maria Goreti", "istri", "0852-6711-9008"]


def test_line_below_the_last_row_with_a_cell_that_was_empty_is_no_part_of_it() -> None:
    text = (
        "NO  NAMA             ALAMAT       NO. HP\n"
        "1   Rusman Effendi                081256610042\n"
        "                     Banjarmasin, 4 Mei 2023\n"
    )
    assert lines_of(text)[-1] == ["Banjarmasin, 4 Mei 2023"]


def test_row_of_empty_cells_between_two_rows_ends_nothing() -> None:
    text = "no;nama;alamat\n1;Rusman Effendi;Jl. Seroja 4\n;;\n2;Siti Zubaidah;Jl. Melati 9\n"
    rows = lines_of(text)
    assert ["1", "Rusman Effendi", "Jl. Seroja 4"] in rows and ["2", "Siti Zubaidah", "Jl. Melati 9"] in rows


def test_many_pages_with_headings_take_work_that_grows_with_them() -> None:
    page = (
        "NO  NAMA      NO. HP         TTD\n"
        "1   Rusdi     0812 5104 337  1.\n"
        "    Hartono   8              ttd\n"
    )

    def calls(pages: int) -> int:
        reading, counted = read_text(page * pages), itertools.count()
        sys.setprofile(lambda *_: next(counted) and None)
        unwrap(reading)
        sys.setprofile(None)
        return next(counted)

    assert calls(400) < 5 * calls(100)


def places(whole: Unwrapped) -> list[int]:
    """Where each character of the new text stands in the document, those that were added left out."""
    size = range(len(whole.reading.text))
    return [start for at in size for start, _ in whole.pieces(at, at + 1)]


WORDS = st.sampled_from(
    ["AKP", "Siti", "Rusman", "Jl. Seroja", "RT 2", "-", "0812 5160", "NRP", "8871", "", "ttd"]
)
HEADS = st.sampled_from(["NO", "NAMA", "JABATAN", "NO. HP", "TANDA", "ALAMAT", "PANGKAT/", "KET"])


@st.composite
def tables(draw: st.DrawFn) -> str:
    """Lines of cells under headings: aligned, barred or tabbed, some numbered, some blank."""
    width = draw(st.integers(3, 6))
    sign = draw(st.sampled_from(["", "|", "\t", ";"]))
    lines = [draw(st.lists(HEADS, min_size=width, max_size=width))]
    for number in range(draw(st.integers(0, 9))):
        first = draw(st.sampled_from([str(number), f"{number}.", "", "Halaman"]))
        if draw(st.integers(0, 5)) == 0:
            lines.append([""] * width)
        lines.append([first, *draw(st.lists(WORDS, min_size=width - 1, max_size=width))])
    text = ["  ".join(cell.ljust(9) for cell in line) if not sign else sign.join(line) for line in lines]
    blank = draw(st.lists(st.integers(0, len(text)), max_size=3))
    for at in sorted(blank, reverse=True):
        text.insert(at, "")
    return "\n".join(text) + draw(st.sampled_from(["", "\n"]))


@given(st.one_of(tables(), st.text(alphabet="NO AMHP|\t1.\n-z", max_size=200)))
def test_every_character_that_says_something_is_read_once_where_it_stands(text: str) -> None:
    whole = unwrap(read_text(text))
    read = places(whole)
    assert len(read) == len(set(read))
    assert {i for i, char in enumerate(text) if char.isalnum()} <= set(read)
    assert all(
        whole.reading.text[at] == text[start]
        for at in range(len(whole.reading.text))
        for start, _ in whole.pieces(at, at + 1)
    )


def test_a_word_that_its_cell_breaks_is_whole() -> None:
    text = (
        "NO  NAMA            NIK               ALAMAT\n"
        "1   Siti Rah-       6371034704880003  Jl. Melati Blok\n"
        "    mah Dewi                          B-7 RT 3\n"
        "2   Budi Wiran-     6305025207890003  Jl. Kuripan\n"
        "    daka\n"
    )
    read = layout_of(text).reading.text
    assert "Siti Rahmah Dewi" in read and "Budi Wirandaka" in read and "Blok B-7" in read
    assert Screened(f"{text}\nMenurut Rahmah dan Wirandaka, ya.").hides("Wirandaka")
