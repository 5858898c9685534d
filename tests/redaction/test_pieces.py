"""Words cut into what stays and what goes."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.documents import Box, Page, PageSource, Word
from terbuka.redaction.model import Redaction
from terbuka.redaction.pieces import SIGN_WIDTH, Piece, in_lines
from terbuka.redaction.pieces import page_pieces as pieces_of


def word(start: int, end: int, x0: float = 0.0, *, edges: bool = True, turn: int = 0) -> Word:
    width = 10.0 * (end - start)
    marks = tuple(x0 + 10.0 * n for n in range(end - start + 1)) if edges else ()
    return Word(start, end, Box(x0, 0, x0 + width, 12), marks, turn)


def page(*words: Word) -> Page:
    return Page(1, 0, max((w.end for w in words), default=0), 500, 700, PageSource.TEXT, words)


def hide(start: int, end: int, number: int = 1, boxes: tuple[Box, ...] = ()) -> Redaction:
    return Redaction(number, "PERSON", start, end, 1, "[NAMA]", boxes)


def page_pieces(page: Page, redactions: Iterable[Redaction], text: str = "") -> list[Piece]:
    return pieces_of(page, redactions, text)


def read_pieces(text: str, *hidden: Redaction, turn: int = 0) -> list[tuple[str, int | None]]:
    """The pieces of a page whose one word was read in a picture."""
    read = Page(1, 0, len(text), 500, 700, PageSource.OCR, (word(0, len(text), edges=False, turn=turn),))
    return [(text[p.start : p.end], p.redaction) for p in pieces_of(read, hidden, text)]


def test_word_without_redaction_stays_whole():
    (piece,) = page_pieces(page(word(0, 4)), [])
    assert (piece.start, piece.end, piece.redaction, piece.whole) == (0, 4, None, True)


def test_word_inside_stretch_goes():
    (piece,) = page_pieces(page(word(0, 4)), [hide(0, 9)])
    assert piece.redaction == 1 and piece.whole


def test_bracketed_name_is_cut_at_the_edges_of_its_letters():
    left, name, right = page_pieces(page(word(0, 6)), [hide(1, 5)])  # "(Udin)"
    assert [(p.start, p.end, p.redaction) for p in (left, name, right)] == [
        (0, 1, None),
        (1, 5, 1),
        (5, 6, None),
    ]
    assert name.box == Box(10, 0, 50, 12) and not name.whole


def test_word_without_edges_goes_as_a_whole():
    (piece,) = page_pieces(page(word(0, 6, edges=False)), [hide(1, 5)])
    assert piece.redaction == 1 and (piece.start, piece.end) == (0, 6)


@pytest.mark.parametrize(
    ("text", "start", "end", "kept"),
    [
        ("(Udin)", 1, 5, ["(", ")"]),
        ("(Udin),", 1, 5, ["(", "),"]),
        ("(Udin", 1, 5, ["("]),
        ("Udin).", 0, 4, [")."]),
        ("[Udin]", 1, 5, ["[", "]"]),
    ],
)
def test_brackets_around_a_name_that_was_read_stay(text: str, start: int, end: int, kept: list[str]) -> None:
    pieces = read_pieces(text, hide(start, end))
    assert [said for said, redaction in pieces if redaction is None] == kept
    assert [said for said, redaction in pieces if redaction] == [text[start:end]]


@pytest.mark.parametrize(
    ("text", "stretches", "turn"),
    [
        ("Udin,", [(0, 4)], 0),  # no taller than its letters
        ("(Udin-01)", [(1, 5)], 0),
        ("(Udin/Siti)", [(1, 5), (6, 10)], 0),
        ("(Udin)", [(1, 5)], 90),
        ("(((((U)))))", [(5, 6)], 0),
    ],
)
def test_word_that_was_read_goes_as_a_whole_otherwise(
    text: str, stretches: list[tuple[int, int]], turn: int
) -> None:
    if text.startswith("((("):
        narrow = Word(0, 11, Box(0, 0, 30, 12))
        read = Page(1, 0, 11, 500, 700, PageSource.OCR, (narrow,))
        pieces = [(text[p.start : p.end], p.redaction) for p in pieces_of(read, [hide(5, 6)], text)]
    else:
        pieces = read_pieces(text, *(hide(*stretch) for stretch in stretches), turn=turn)
    assert pieces == [(text, 1)]


def test_brackets_of_a_word_that_was_read_are_as_wide_whatever_stands_between_them() -> None:
    for end in (4, 9):
        read = Page(1, 0, end, 500, 700, PageSource.OCR, (word(0, end, edges=False),))
        left, _, right = pieces_of(read, [hide(1, end - 1)], f"({'x' * (end - 2)})")
        assert left.box.width == pytest.approx(SIGN_WIDTH * 12) and right.box.width == pytest.approx(
            SIGN_WIDTH * 12
        )


def test_word_with_right_to_left_edges_has_an_upright_box():
    mirrored = Word(0, 2, Box(0, 0, 20, 12), (20.0, 10.0, 0.0))
    gone, kept = page_pieces(page(mirrored), [hide(0, 1)])
    assert gone.box == Box(10, 0, 20, 12) and kept.box == Box(0, 0, 10, 12)


def test_word_in_two_stretches_is_cut_twice():
    pieces = page_pieces(page(word(0, 5)), [hide(0, 2, 1), hide(3, 5, 2)])
    assert [(p.start, p.end, p.redaction) for p in pieces] == [(0, 2, 1), (2, 3, None), (3, 5, 2)]


def test_word_in_drawn_region_goes_even_where_the_region_covers_only_a_part():
    region = hide(0, 0, 7, (Box(30, 0, 60, 12),))
    (piece,) = page_pieces(page(word(0, 6)), [region])
    assert piece.redaction == 7 and piece.whole


def test_word_barely_touched_by_a_region_stays():
    region = hide(0, 0, 7, (Box(58, 0, 90, 12),))
    (piece,) = page_pieces(page(word(0, 6)), [region])
    assert piece.redaction is None


def test_word_without_box_is_left_out():
    assert page_pieces(page(Word(0, 3)), []) == []


def test_lines_end_at_newlines_and_turns():
    pieces = page_pieces(page(word(0, 2), word(3, 5), word(6, 8, turn=90)), [])
    assert [len(line) for line in in_lines(pieces, "aa\nbb cc")] == [1, 1, 1]
    assert [len(line) for line in in_lines(pieces[:2], "aa bb cc")] == [2]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)), max_size=5))
def test_pieces_cover_every_letter_once_and_hide_every_hidden_one(stretches):
    words = [word(n * 6, n * 6 + 5) for n in range(6)]
    redactions, at = [], 0
    for start, length in sorted(stretches):
        if start >= at:
            redactions.append(hide(start, start + length, len(redactions) + 1))
            at = start + length
    pieces = page_pieces(page(*words), redactions)
    letters = [n for piece in pieces for n in range(piece.start, piece.end)]
    assert letters == [n for w in words for n in range(w.start, w.end)]
    hidden = {n for r in redactions for n in range(r.start, r.end)}
    assert hidden & set(letters) == {n for p in pieces if p.redaction for n in range(p.start, p.end)}
