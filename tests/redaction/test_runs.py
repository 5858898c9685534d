"""What stands beside a hidden name tells where it ended, unless other lines show that there is a column."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.documents import Box
from terbuka.redaction.pieces import Piece
from terbuka.redaction.relay import GRID, relay_page
from terbuka.redaction.runs import loose_runs, rows_of
from tests.redaction.test_relay import LABELS, PAGE, line, measure, places

Words = list[tuple[float, int | None]]
COLUMN: list[list[float]] = [[60, 50, 40], [70, 40, 55], [25, 45, 30, 40]]


def stretched(words: Words, y: float, right: float = 300) -> list[Piece]:
    """From 50 points to ``right``."""
    gap = (right - 50 - sum(width for width, _ in words)) / (len(words) - 1)
    x, placed = 50.0, []
    for width, redaction in words:
        placed.append((x, width, redaction))
        x += width + gap
    return line(*placed, y=y)


@given(st.floats(20, 110), st.floats(20, 110), st.booleans())
def test_loosely_stretched_line_does_not_tell_by_its_gaps(one: float, other: float, last: bool) -> None:
    """Neither in front of the name nor behind it."""

    def relaid(width: float):
        around = [stretched([(w, None) for w in words], 100 + 14 * n) for n, words in enumerate(COLUMN)]
        name: Words = [(30, None), (40, None), (width, 1)]
        return places(
            relay_page([*around, stretched(name if last else name[::-1], 160)], PAGE, LABELS, measure)
        )

    assert relaid(one) == relaid(other)


def test_what_stands_behind_a_name_and_a_wide_gap_moves_to_the_grid() -> None:
    begins = set()
    for width in range(20, 120):
        words = line((50, width, 1), (80 + width, 60, None), y=200)
        bar, behind = relay_page([line((50, 470, None), y=80), words], PAGE, LABELS, measure)
        assert bar.bars and [kept.piece.redaction for kept in behind.kept] == [None]
        assert bar.bars[0].box.x1 <= behind.kept[0].box.x0 <= 80 + width
        begins.add(round(behind.kept[0].box.x0, 3))
    assert len([begin for begin in begins if begin % GRID]) <= 1 and len(begins) <= 4


def test_name_that_nearly_reaches_the_next_column_is_laid_as_the_short_ones_are() -> None:
    def relaid(width: float):
        table = [line((50, 30 + 7 * n, None), (150, 40, None), y=80 + 14 * n) for n in range(3)]
        return places(
            relay_page([*table, line((50, width, 1), (150, 40, None), y=122)], PAGE, LABELS, measure)
        )

    assert len({str(relaid(width)) for width in (20, 60, 80, 94)}) == 1
    assert relaid(94) != relaid(97)  # a space is no gap between columns


def test_gap_of_prose_in_front_of_a_column_of_one_other_row_ends_no_run() -> None:
    lines = [line((50, 30, None), (150, 40, None), y=80), line((50, 94, 1), (150, 40, None), y=122)]
    assert [len(row) for row in rows_of(lines)] == [2, 1]


def rows(*lines: list[Piece]) -> list[str]:
    """The loose runs, by where they begin."""
    return sorted(f"{run.box.x0:.0f}" for run in loose_runs(rows_of(lines)))


@pytest.mark.parametrize(
    ("width", "other"),
    [
        (40, line((50, 60, None), (200, 90, None), y=80)),
        (70, line((150, 120, None), y=80)),
        (40, line((195, 50, None), y=80)),
        (40, line((50, 90, 1), (200, 30, None), y=80)),
    ],
    ids=["begins", "ends", "middle", "another length beside"],
)
def test_a_column_that_another_line_shows_stays(width: float, other: list[Piece]) -> None:
    row = line((50, 60, 1), (200, width, None), y=100)
    assert rows(row) == ["200"] and rows(row, other) == []


def test_a_line_with_the_same_name_shows_no_column() -> None:
    assert rows(*(line((50, 60, 1), (200, 40, None), y=100 + 20 * n) for n in range(3))) == ["200"] * 3


def test_what_stands_before_a_name_is_loose_where_the_line_hangs_from_its_end_or_middle() -> None:
    hanging = line((90, 40, None), (200, 100, 1), y=100)
    assert rows(hanging) == []
    assert rows(hanging, line((150, 150, None), y=80)) == ["90"]
    assert rows(hanging, line((175, 40, None), y=80)) == ["90"]
    assert rows(hanging, line((90, 210, None), y=80)) == []


def test_a_name_alone_on_its_line_and_lines_without_one_have_no_loose_runs() -> None:
    assert rows(line((50, 60, 1)), line((50, 60, None), (200, 30, None), y=120)) == []


def test_ordinary_lines_beside_hidden_ones_are_left_alone() -> None:
    around = [stretched([(w, None) for w in words], 100 + 14 * n) for n, words in enumerate(COLUMN)]
    relaid = relay_page([*around, line((50, 40, 1), (96, 40, None), y=160)], PAGE, LABELS, measure)
    assert len(relaid) == 1 and len(relaid[0].kept) == 1


@given(st.floats(30, 150), st.floats(30, 150))
def test_stretched_line_by_itself_tells_nothing_either(one: float, other: float) -> None:
    def relaid(width: float):
        words: Words = [(30, None), (40, None), (width, 1), (30, None), (25, None)]
        return places(
            relay_page([line((50, 490, None), y=80), stretched(words, 160, 400)], PAGE, LABELS, measure)
        )

    assert relaid(one) == relaid(other)


def test_row_of_a_table_with_even_gaps_stays_in_its_columns() -> None:
    row = stretched([(30, None), (40, None), (50, 1), (30, None), (25, None)], 160, 400)
    head = [Piece(piece.start + 9, piece.end + 9, piece.box._replace(y0=80, y1=92)) for piece in row]
    (relaid,) = relay_page([head, row], PAGE, LABELS, measure)
    assert not relaid.kept


def boxed(widths: list[float], first: int = 1) -> list[Piece]:
    """Hidden letters of these widths, each in the middle of its box of 18 points."""
    return [
        Piece(n, n + 1, Box(129 + 18 * n - width / 2, 200, 129 + 18 * n + width / 2, 212), 0, first)
        for n, width in enumerate(widths)
    ]


@given(
    st.lists(st.floats(2, 10), min_size=2, max_size=20), st.lists(st.floats(2, 10), min_size=2, max_size=20)
)
def test_word_in_the_boxes_of_a_form_tells_neither_its_letters_nor_their_number(
    one: list[float], other: list[float]
) -> None:
    def bars(widths: list[float]) -> list[tuple[float, float]]:
        around = [line((50, 300, None), y=80), boxed([8.0, *widths])]
        relaid = relay_page(around, PAGE, LABELS, measure, lambda left, right: True, (), lambda line: 130.0)
        return [(round(bar.box.x0, 3), round(bar.box.x1, 3)) for run in relaid for bar in run.bars]

    assert bars(one) == bars(other) and len(bars(one)) == 1


def test_words_in_the_boxes_of_a_form_have_bars_side_by_side() -> None:
    letters = boxed([8.0] * 5)
    second = [piece for piece in boxed([8.0] * 12, first=2) if piece.start > 5]
    around = [line((50, 300, None), y=80), [*letters, *second]]
    (run,) = relay_page(around, PAGE, LABELS, measure, lambda left, right: True)
    assert [bar.redaction for bar in run.bars] == [1, 2]
    assert run.bars[1].box.x0 - run.bars[0].box.x1 < 12


def test_kept_letters_in_boxes_stay_in_them() -> None:
    letters = [replace(piece, redaction=None) for piece in boxed([8.0] * 5)]
    around = [line((50, 300, None), y=80), [*letters, *line((300, 40, 1), y=200)]]
    relaid = relay_page(around, PAGE, LABELS, measure, lambda left, right: True)
    assert not any(run.kept for run in relaid)
