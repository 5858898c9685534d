"""Forms with a box for each letter are read together and hidden whole. Persons are invented."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.screening.boxes import unbox
from tests.screening.screened import Screened

Boxes = Callable[[str], str]
BOXES: dict[str, Boxes] = {
    "bars": lambda word: "|" + "|".join(word) + "|",
    "wide bars": lambda word: "| " + " | ".join(word) + " |",
    "tabs": "\t".join,
    "brackets": lambda word: "".join(f"[{sign}]" for sign in word),
    "slashes": "/".join,
    "blanks": "  ".join,
}


@pytest.mark.parametrize("boxes", BOXES.values(), ids=BOXES)
def test_what_stands_in_boxes_is_hidden_whole(boxes: Boxes) -> None:
    lines = {"Nama": "DEWI ANGGRAINI", "NIK": "6371010203850004", "No. HP": "081234567890"}
    text = "FORMULIR PERMOHONAN\n\n" + "".join(f"{label} : {boxes(word)}\n" for label, word in lines.items())
    screened = Screened(text)
    for word in lines.values():
        for part in word.split():
            assert screened.hides(boxes(part).strip("|[] "))


@pytest.mark.parametrize("boxes", BOXES.values(), ids=BOXES)
def test_a_number_in_boxes_without_a_label_is_known_again(boxes: Boxes) -> None:
    text = f"Sdri. Dewi Anggraini, NIK 6371010203850004, hadir.\n\n{boxes('6371010203850004')}\n"
    assert Screened(text).hides(boxes("6371010203850004").strip("|[] "))


@pytest.mark.parametrize(
    "text",
    [
        "| 1 | Siti Rahmah | v | x | h | s | i |",
        "1 | 2 | 3 | 4 | 5 | 6",
        "v | v | x | v | v",
        "No | Nama | L | P | A | B | C",
        "A/B/C/D/E adalah pilihan",
    ],
)
def test_rows_of_tables_are_no_boxes(text: str) -> None:
    assert unbox(text).text == text and unbox(text).stored(2, 9) == (2, 9)


@given(st.text(alphabet="AB12|[]/ \t\n", max_size=60))
def test_any_text_keeps_its_length_and_its_letters(text: str) -> None:
    unboxed = unbox(text)
    assert len(unboxed.text) == len(text)
    assert sorted(filter(str.isalnum, unboxed.text)) == sorted(filter(str.isalnum, text))
    for start in range(len(text)):
        left, right = unboxed.stored(start, start + 1)
        assert 0 <= left < right <= len(text)
        if unboxed.text[start].isalnum():
            assert text[left:right] == unboxed.text[start]


def test_stretch_over_the_edge_of_the_boxes_takes_both_in() -> None:
    text = "NIK : 6/3/7/1/0"
    unboxed = unbox(text)
    assert unboxed.text == "NIK : 63710    "
    assert unboxed.stored(0, 8) == (0, 9) and unboxed.stored(6, 15) == (6, 15)


@pytest.mark.parametrize("boxes", [BOXES["bars"], BOXES["tabs"], "  ".join], ids=["bars", "tabs", "blanks"])
def test_a_label_without_a_colon_is_no_part_of_the_boxes(boxes: Boxes) -> None:
    between = "" if boxes("ab").startswith("|") else "\t" if "\t" in boxes("ab") else "  "
    text = f"Nama{between}{boxes('DEWIANGGRAINI')}\nNIK{between}{boxes('6371010203850004')}\n"
    screened = Screened(text)
    assert screened.types() == ["PERSON", "NIK"]
    assert screened.hides(boxes("DEWIANGGRAINI").strip("|")) and screened.shows("Nama")


def test_a_short_name_in_boxes_behind_its_label_is_hidden_whole() -> None:
    assert Screened("Nama : S | I | T | I\n").hides("S | I | T | I")
    assert unbox("Hadir | v | x | s | i").text == "Hadir | v | x | s | i"


def test_letters_with_dashes_between_them_are_read_together() -> None:
    assert Screened("Nama : D — E — W — I — A — N — G\n").hides("D — E — W — I — A — N — G")
