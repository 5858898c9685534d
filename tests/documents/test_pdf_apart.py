"""Which signs stand apart in a row or a column."""

from terbuka.documents.lines import LooseWord
from terbuka.documents.model import Box
from terbuka.documents.pdf.apart import LONGEST, signs_apart


def words(text: str, y: float = 0.0, step: float = 20.0, turn: int = 0) -> list[LooseWord]:
    """A line: a word for each letter, or for what stands in brackets."""
    placed = []
    for at, part in enumerate(text.split(" ")):
        if part:
            x = step * at
            box = Box(x, y, x + 6 * len(part), y + 10)
            placed.append(LooseWord(part, Box(y, -x - 6, y + 10, -x) if turn == 270 else box, turn=turn))
    return placed


def said(there: list[LooseWord]) -> list[str]:
    return ["".join(there[at].text for at in run) for run in signs_apart(there)]


def test_signs_of_a_row_are_named_from_the_left_whatever_their_order_in_the_file() -> None:
    assert said(words("! ? ;")[::-1]) == ["!?;"]
    assert said(words("! ? ;", turn=270)) == ["!?;"]


def test_a_word_between_them_parts_a_row_and_so_does_a_wide_gap() -> None:
    assert said(words("! ? ; kata a b c")) == ["!?;", "abc"]
    assert said(words("! ? ;" + " " * 7 + "a b c")) == ["!?;", "abc"]
    assert said(words("! ? kata ;")) == []


def test_signs_of_a_column_are_named_whatever_stands_beside_them() -> None:
    rows = [word for at, sign in enumerate("!?;") for word in words(f"{sign} kata", y=20.0 * at)]
    assert said(rows) == ["!?;"]
    far = [word for at, sign in enumerate("!?;") for word in words(f"{sign} kata", y=60.0 * at)]
    assert said(far) == []


def test_the_same_sign_again_is_named_once_and_many_are_read_in_parts() -> None:
    assert said(words(". . . . . 5")) == []
    assert said(words("! ! ? ? ;")) == ["!?;"]
    assert list(map(len, said(words(" ".join("ab" * LONGEST))))) == [LONGEST, LONGEST]


def test_slanted_signs_stand_in_no_row() -> None:
    assert said([LooseWord(word.text, word.box, slanted=True) for word in words("! ? ;")]) == []
