import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.screening.reading import read_text


def test_words_lines_and_marks() -> None:
    reading = read_text("Saksi Sdr. KEPOLlSIAN\ndi Kota Banjarmasin")
    assert reading.folds[:3] == ["saksi", "sdr", "kepolisian"]
    assert reading.lines[-1] == 1
    assert reading.tag_at(0, "role.witness") == 1
    assert reading.tag_before(2, "title.formal") == 1
    assert reading.marked("region")[-1] == (5, 6)


def test_a_mark_over_several_words_is_found_over_any_white_space() -> None:
    reading = read_text("Kepala  Dinas\nPendidikan")
    assert reading.tag_at(0, "post") == 3
    assert reading.within(2, "post")


def test_marks_of_several_tags_come_in_order() -> None:
    reading = read_text("saksi dan korban serta saksi")
    assert reading.marked("role.victim", "role.witness") == [(0, 1), (2, 3), (4, 5)]
    assert reading.marked("no such tag") == []


def test_cells_end_at_bars_tabs_and_two_spaces() -> None:
    reading = read_text("Nama | Umur\nA B  C\tD")
    assert [reading.text[c.start : c.end] for c in reading.cells] == ["Nama", "Umur", "A B", "C", "D"]


def test_a_line_set_with_double_spaces_is_one_cell() -> None:
    reading = read_text("SURAT  KETERANGAN  TIDAK  MAMPU    Nomor")
    assert [reading.text[c.start : c.end] for c in reading.cells] == [
        "SURAT  KETERANGAN  TIDAK  MAMPU",
        "Nomor",
    ]


def test_a_full_stop_behind_an_abbreviation_ends_no_sentence() -> None:
    reading = read_text("tinggal di Jl. Kuripan. Ia pergi! Lalu")
    assert [reading.folds[i] for i in range(len(reading)) if reading.sentence_end(i)] == ["ia", "lalu"]
    assert [reading.folds[i] for i in reading.sentence(2)] == ["tinggal", "di", "jl", "kuripan"]


def test_a_blank_line_ends_a_sentence() -> None:
    reading = read_text("satu\n\ndua\r\n\r\ntiga")
    assert [reading.sentence_end(i) for i in (1, 2)] == [True, True]


def test_running_text_goes_on_in_the_next_line_only_behind_a_long_line() -> None:
    long = "kata " * 14
    reading = read_text(f"{long}\nlanjut\npendek")
    assert reading.wraps(14)
    assert not reading.wraps(15)


def test_lookup_by_offset() -> None:
    text = "a bb\nccc"
    reading = read_text(text)
    assert [reading.word_at(i) for i in range(len(text))] == [0, 1, 1, 1, 2, 2, 2, 2]
    assert list(reading.words_in(1, 6)) == [1, 2]
    assert reading.column(6) == 1
    assert reading.between(3) == ""
    assert read_text("").between(0) == ""


@given(st.text(max_size=200))
def test_words_stand_in_order_inside_the_text(text: str) -> None:
    reading = read_text(text)
    assert all(0 <= a < b <= len(text) for a, b in zip(reading.starts, reading.ends, strict=True))
    assert all(b <= a for b, a in zip(reading.ends, reading.starts[1:], strict=False))
    assert len(reading.cell_of) == len(reading) == len(reading.lines)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Budi Wiran-\n  daka hadir", ["budi", "wirandaka", "hadir"]),
        ("WIRAN-\r\nDAKA", ["wirandaka"]),
        ("Wiran\u00ad\ndaka", ["wirandaka"]),
        ("me-\nlapor", ["melapor"]),
        ("> Wiran-\n> daka", ["wirandaka"]),
        ("anak-\nanak", ["anak", "anak"]),
        ("Siti-\nRahmah", ["siti", "rahmah"]),
        ("Polda-\n2024", ["polda", "2024"]),
        ("Wiran-\n\ndaka", ["wiran", "daka"]),
        ("Wiran- daka", ["wiran", "daka"]),
        ("N A M A : W I R A N D A K A", ["nama", "wirandaka"]),
        ("B U D I  W I R A N", ["budi", "wiran"]),
        ("A B C", ["a", "b", "c"]),
        ("A B C Dan", ["a", "b", "c", "dan"]),
    ],
)
def test_a_word_is_whole_though_a_line_breaks_it_or_blanks_part_its_letters(
    text: str, words: list[str]
) -> None:
    reading = read_text(text)
    assert reading.folds == words
    assert all(
        text[start].isalnum() and text[end - 1].isalnum()
        for start, end in zip(reading.starts, reading.ends, strict=True)
    )
