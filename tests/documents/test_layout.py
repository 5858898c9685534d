"""Words with a place become text in reading order, without losing one."""

from collections import Counter
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from terbuka.documents import Box, PageSource, Word
from terbuka.documents.layout import MOST_COLUMNS, Layout
from terbuka.documents.lines import LooseWord, LooseWords

HEIGHT, LETTER = 12.0, 6.0


def word(text: str, x: float, y: float, order: int = 0, **other: object) -> LooseWord:
    """A word of 12 point type, six points a letter, with its edges."""
    edges = tuple(x + LETTER * index for index in range(len(text) + 1))
    return LooseWord(text, Box(x, y, edges[-1], y + HEIGHT), edges, order=order, **other)  # type: ignore[arg-type]


def line(text: str, y: float, x: float = 72, space: float = 1) -> list[LooseWord]:
    """Words beside each other; every space is ``space`` letters wide."""
    words: list[LooseWord] = []
    for part in text.split(" "):
        if part:
            words.append(word(part, x, y, len(words)))
        x += LETTER * (len(part) + space)
    return words


def test_words_that_wait_are_the_same_words() -> None:
    words = [*line("Kepada Yth. Kepala", 72), word("miring", 5, 5, 7, slanted=True, turn=90, confidence=61.5)]
    waiting = LooseWords(words)
    assert list(waiting) == words and len(waiting) == len(words)
    assert words[0] in waiting and word("lain", 5, 5) not in waiting


def laid_out(*words: LooseWord) -> tuple[str, Sequence[Word]]:
    layout = Layout()
    layout.add_page((595, 842), PageSource.TEXT, words)
    text, pages = layout.finish()
    return text, pages[0].words


def text_of(*words: LooseWord) -> str:
    return laid_out(*words)[0]


def test_words_of_a_line_are_joined_by_one_space() -> None:
    assert text_of(*line("Kepada Yth. Kepala", 72)) == "Kepada Yth. Kepala"


def test_order_is_that_of_the_page_and_not_of_the_file() -> None:
    lines = line("baris pertama", 72) + line("baris kedua", 86)
    assert text_of(*reversed(lines)) == "baris pertama\nbaris kedua"


def test_wide_distance_of_lines_is_a_blank_line() -> None:
    lines = [*line("satu", 72), *line("dua", 86), *line("tiga", 100), *line("empat", 140)]
    assert text_of(*lines) == "satu\ndua\ntiga\n\nempat"


def test_even_double_spacing_is_no_blank_line() -> None:
    lines = [word for number in range(5) for word in line(f"baris {number}", 72 + 24 * number)]
    assert "\n\n" not in text_of(*lines)


def test_cells_of_a_row_stay_apart_in_their_columns() -> None:
    rows = [("No", "Nama", "Alamat"), ("1", "Budi", "Banjarmasin"), ("2", "Siti Aminah", "Martapura")]
    words = [
        part
        for number, row in enumerate(rows)
        for x, cell in zip((72, 120, 300), row, strict=True)
        for part in line(cell, 72 + 14 * number, x)
    ]
    text = text_of(*words)
    assert [[cell.strip() for cell in row.split("  ") if cell.strip()] for row in text.split("\n")] == [
        list(row) for row in rows
    ]
    assert len({row.index(cells[2]) for row, cells in zip(text.split("\n"), rows, strict=True)}) == 1


def test_empty_first_cell_does_not_shift_the_row() -> None:
    rows = [*line("1", 72), *line("Budi", 72, 120), *line("2", 86), *line("Siti", 86, 120)]
    rest = [*line("Aminah", 100, 120), *line("0812", 100, 300)]
    lines = text_of(*rows, *rest).split("\n")
    assert lines[2].index("Aminah") == lines[1].index("Siti")


def test_form_keeps_label_and_value_apart() -> None:
    assert (
        text_of(*line("Nama", 72), *line(": Budi Santoso", 72, 200)) == "Nama" + " " * 17 + ": Budi Santoso"
    )


def test_justified_line_has_single_spaces() -> None:
    words = [*line("komunikasi secara elektronik ataupun", 72, space=6), *line("nonelektronik.", 86)]
    assert text_of(*words).split("\n")[0] == "komunikasi secara elektronik ataupun"


def test_unevenly_stretched_line_has_single_spaces() -> None:
    words = [
        word("a", 72, 72),
        word("b", 89, 72, 1),
        word("c", 105, 72, 2),
        word("d", 122, 72, 3),
        word("e", 137, 72, 4),
    ]
    assert text_of(*words, *line("lanjutan dari baris yang panjang", 86)).startswith("a b c d e\n")


def test_two_columns_of_running_text_are_read_one_after_the_other() -> None:
    left = [f"kiri baris nomor {number} penuh kata" for number in range(7)]
    right = [f"kanan baris nomor {number} penuh kata" for number in range(7)]
    words = line("Judul di atas kedua kolom yang membentang lebar sekali di halaman", 40)
    for number in range(7):
        words += line(left[number], 72 + 14 * number, 72) + line(right[number], 72 + 14 * number, 330)
    text = text_of(*words)
    assert text.index("nomor 6") < text.index("kanan baris")
    assert text.startswith("Judul")


def _side_by_side(left: list[str], right: list[str]) -> str:
    lines = [part for row, text in enumerate(left) for part in line(text, 72 + 14 * row, 72)]
    lines += [part for row, text in enumerate(right) for part in line(text, 72 + 14 * row, 330)]
    return text_of(*lines)


def test_two_short_columns_whose_sentences_go_on_do_not_tear_a_name() -> None:
    left = ["Keterangan dari saksi Maria Goreti", "Liwun: pada malam itu saksi", "melihat tersangka di rumah"]
    right = ["Arsyad di Jalan Kuripan No.", "8 RT 12 di kota", "membawa tas yang hitam"]
    text = _side_by_side(left, right)
    assert "Maria Goreti\nLiwun" in text
    assert "No.\n8 RT 12" in text


def test_short_table_of_long_cells_stays_row_by_row() -> None:
    left = [
        "Saksi Maria Goreti Liwun (satu)",
        "Saksi Ahmad Zaini Putra (dua)",
        "Saksi Dewi Sartika Putri (tiga)",
    ]
    right = ["Jalan Kuripan Nomor 8", "jalan lama di kota ini", "Jalan Melati Nomor 9"]
    rows = _side_by_side(left, right).split("\n")
    assert ["8" in rows[0], "lama" in rows[1], "9" in rows[2]] == [True] * 3


def test_note_of_one_line_beside_a_short_paragraph_stays_on_its_line() -> None:
    left = ["Keterangan dari saksi pada malam", "itu saksi melihat orang lain", "melihat tersangka di rumah"]
    first, *_ = _side_by_side(left, ["catatan di tepi yang pendek"]).split("\n")
    assert "malam" in first
    assert "catatan" in first


def test_table_of_long_cells_stays_row_by_row() -> None:
    words = [
        part
        for number in range(7)
        for part in [
            *line(f"hak {number}", 72 + 14 * number),
            *line(f"nilai {number}", 72 + 14 * number, 330),
        ]
    ]
    rows = text_of(*words).split("\n")
    assert len(rows) == 7
    assert all(f"hak {number}" in row and f"nilai {number}" in row for number, row in enumerate(rows))


def test_mark_of_a_note_does_not_lengthen_the_number_before_it() -> None:
    raised = LooseWord("1", Box(96.2, 70, 99, 77), (96.2, 99.0), order=5)
    assert text_of(*line("6371 ini", 72), raised) == "6371 1 ini"


def test_glyphs_placed_one_by_one_become_words() -> None:
    letters = [
        word(letter, 72 + 6 * at, 72, order)
        for order, (at, letter) in enumerate(reversed(list(enumerate("Siti"))))
    ]
    text, words = laid_out(*letters, *line("Aminah", 72, 102))
    assert text == "Siti Aminah"
    assert words[0].edges == (72, 78, 84, 90, 96)


def test_touching_words_that_the_file_parts_stay_two() -> None:
    assert text_of(word("Siti", 72, 72, 0), word("Aminah", 96.5, 72, 1)) == "Siti Aminah"


def test_right_to_left_words_are_read_from_the_right() -> None:
    assert text_of(word("السلام", 120, 72, 0), word("عليكم", 72, 72, 1)) == "السلام عليكم"


def test_turned_words_come_after_upright_ones_in_their_own_order() -> None:
    up = [
        LooseWord("Arsip", Box(20, 500, 32, 540), turn=270),
        LooseWord("Rahasia", Box(20, 444, 32, 494), turn=270, order=1),
    ]
    down = [
        LooseWord("ke", Box(560, 100, 572, 112), turn=90),
        LooseWord("bawah", Box(560, 116, 572, 150), turn=90, order=1),
    ]
    head = [
        LooseWord("terbalik", Box(204, 700, 264, 712), turn=180, order=1),
        LooseWord("Kepala", Box(270, 700, 310, 712), turn=180),
    ]
    assert (
        text_of(*up, *down, *head, *line("tegak", 72))
        == "tegak\n\nke bawah\n\nKepala terbalik\n\nArsip Rahasia"
    )


def test_slanted_words_stay_in_the_order_of_the_file() -> None:
    mark = [
        LooseWord("Komisi", Box(50, 50, 150, 150), slanted=True, order=3),
        LooseWord("Informasi", Box(150, 150, 300, 300), slanted=True, order=4),
        LooseWord("Salinan", Box(10, 10, 40, 40), slanted=True, order=9),
    ]
    assert text_of(*mark, *line("tegak", 72)).startswith("tegak\n\nKomisi Informasi\n")


def test_page_of_five_metres_makes_no_endless_line() -> None:
    assert len(text_of(*line("kiri", 72), *line("kanan", 72, 14_000))) <= MOST_COLUMNS + 20


def test_pages_are_joined_by_a_new_line() -> None:
    layout = Layout()
    for text in ("satu", "", "tiga"):
        layout.add_page((595, 842), PageSource.TEXT, line(text, 72))
    text, pages = layout.finish()
    assert text == "satu\n\ntiga"
    assert [(page.number, text[page.start : page.end]) for page in pages] == [
        (1, "satu"),
        (2, ""),
        (3, "tiga"),
    ]


places = st.floats(0, 800, allow_nan=False)
loose = st.builds(
    lambda text, x, y, width, height, turn, slanted, edged, order: LooseWord(
        text,
        Box(x, y, x + width, y + height),
        tuple(x + width * at / len(text) for at in range(len(text) + 1))
        if edged and not (turn or slanted)
        else (),
        turn,
        slanted,
        order,
    ),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1, max_size=8),
    places,
    places,
    st.floats(0, 300),
    st.floats(0, 40),
    st.sampled_from([0, 0, 0, 90, 180, 270]),
    st.booleans(),
    st.booleans(),
    st.integers(0, 50),
)


@given(st.lists(loose, max_size=40))
def test_no_word_is_lost_and_none_overlaps(words: list[LooseWord]) -> None:
    text, placed = laid_out(*words)
    assert Counter("".join(word.text for word in words)) == Counter("".join(text.split()))
    assert "".join(text[word.start : word.end] for word in placed) == "".join(text.split())
    ends = [0, *(word.end for word in placed)]
    assert all(end <= word.start < word.end for end, word in zip(ends, placed, strict=False))
    assert all(len(word.edges) in (0, word.end - word.start + 1) for word in placed)
    assert "\f" not in text
