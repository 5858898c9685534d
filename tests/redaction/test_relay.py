"""No distance on a relaid line tells how wide the hidden text was."""

from hypothesis import given
from hypothesis import strategies as st

from terbuka.documents import Box
from terbuka.redaction.lettering import SIZES
from terbuka.redaction.pieces import Piece
from terbuka.redaction.relay import GRID, relay_page

PAGE = 595.0
LABELS = {1: "[NAMA · 17.h]", 2: "[NIK · 17.h]"}


def measure(label: str, size: float) -> float:
    return 0.5 * size * len(label)


def line(*words: tuple[float, float, int | None], y: float = 100, height: float = 12) -> list[Piece]:
    """Pieces at (x, width, redaction)."""
    return [
        Piece(
            n * 20 + int(y) * 1000,
            n * 20 + 19 + int(y) * 1000,
            Box(x, y, x + width, y + height),
            0,
            redaction,
        )
        for n, (x, width, redaction) in enumerate(words)
    ]


def spaced(x: float, widths: list[tuple[float, int | None]], space: float, y: float = 100) -> list[Piece]:
    words = []
    for width, redaction in widths:
        words.append((x, width, redaction))
        x += width + space
    return line(*words, y=y)


def rounded(box: Box) -> Box:
    """To a thousandth of a point: a pixel is 360 times as wide."""
    return Box(*(round(value, 3) for value in box))


def places(relaid):
    return (
        [(kept.piece.start, rounded(kept.box)) for run in relaid for kept in run.kept],
        [(bar.redaction, rounded(bar.box), bar.size) for run in relaid for bar in run.bars],
    )


MARGIN_LINE = line((50, 300, None), y=80)


@given(
    st.lists(st.floats(8, 60), min_size=0, max_size=3),
    st.floats(4, 120),
    st.floats(4, 120),
    st.lists(st.floats(8, 60), min_size=0, max_size=3),
)
def test_left_aligned_line_looks_the_same_whatever_is_hidden(before, one, other, after):
    def relaid(width):
        words = [*((w, None) for w in before), (width, 1), *((w, None) for w in after)]
        return places(relay_page([MARGIN_LINE, spaced(50, words, 3)], PAGE, LABELS, measure))

    assert relaid(one) == relaid(other)


@given(st.floats(40, 160), st.floats(40, 160))
def test_justified_line_does_not_tell_by_its_stretched_spaces(one, other):
    def relaid(width):
        words = [(60.0, None), (width, 1), (80.0, None), (40.0, None)]
        space = (480 - sum(w for w, _ in words)) / 3
        return places(relay_page([MARGIN_LINE, spaced(50, words, min(space, 11.9))], PAGE, LABELS, measure))

    assert relaid(one) == relaid(other)


@given(st.floats(20, 300))
def test_centred_line_begins_on_the_grid(width):
    start = (PAGE - width) / 2
    relaid = relay_page([line((start, width, 1), y=300)], PAGE, LABELS, measure)
    ((_, box, _),) = places(relaid)[1]
    assert box.x0 % GRID == 0 and start - GRID < box.x0 <= start


def test_line_that_begins_like_an_untouched_one_stays_there():
    relaid = relay_page([MARGIN_LINE, line((50, 90, 1), y=200)], PAGE, LABELS, measure)
    assert relaid[0].bars[0].box.x0 == 50


def test_column_of_names_of_different_widths_stays_aligned():
    lines = [line((131, width, 1), y=100 + 20 * n) for n, width in enumerate((20, 55, 90))]
    assert {run.bars[0].box.x0 for run in relay_page(lines, PAGE, LABELS, measure)} == {131}


def test_column_of_equal_widths_is_not_taken_for_a_margin():
    """Three centred lines with one name begin at one place because of the name."""
    lines = [line((131, 60, 1), y=100 + 20 * n) for n in range(3)]
    assert {run.bars[0].box.x0 for run in relay_page(lines, PAGE, LABELS, measure)} == {108}


def test_snapped_run_does_not_run_into_the_cell_before_it():
    relaid = relay_page([line((30, 75, None), (131, 60, 1))], PAGE, LABELS, measure)
    assert 105 < relaid[0].bars[0].box.x0 <= 131


def test_next_cell_keeps_its_place():
    cells = line((50, 70, 1), (200, 60, None), y=200)
    relaid = relay_page([MARGIN_LINE, cells], PAGE, LABELS, measure)
    assert not relaid[0].kept and relaid[0].bars[0].box.x1 < 200


def test_run_does_not_move_into_the_margin():
    """A bullet that nobody has read may stand before it."""
    above, below = line((60, 100, None), y=80), line((65, 40, None), (108, 60, 1))
    (relaid,) = relay_page([above, below], PAGE, LABELS, measure)
    assert relaid.kept[0].box.x0 == 60


def test_ruled_line_ends_a_run():
    cells = line((50, 40, 1), (96, 60, None), y=200)
    relaid = relay_page([MARGIN_LINE, cells], PAGE, LABELS, measure, lambda left, right: True)
    assert not relaid[0].kept


def test_label_is_as_large_as_its_line_where_there_is_room():
    ((_, _, size),) = places(relay_page([line((50, 90, 1), (150, 60, None))], PAGE, LABELS, measure))[1]
    assert size == SIZES[0] * 12


def test_label_is_smaller_before_its_line_reaches_into_the_margin():
    full = [line((50, 400, None), y=80 + 20 * n) for n in range(3)]
    words = spaced(50, [(200, None), (30, 1), (150, None)], 3, y=200)
    (relaid,) = relay_page([*full, words], PAGE, LABELS, measure)
    assert SIZES[3] * 12 <= relaid.bars[0].size < SIZES[0] * 12 and relaid.kept[-1].box.x1 <= 450


def test_label_alone_in_the_last_cell_is_large_though_the_heading_above_it_is_short():
    full = [line((50, 100, None), (420, 20, None), y=80 + 20 * n) for n in range(3)]
    relaid = relay_page([*full, line((420, 80, 1), y=200)], PAGE, LABELS, measure)
    assert relaid[0].bars[0].size == SIZES[0] * 12


def test_bar_beside_a_part_of_a_word_is_as_high_as_the_words_of_its_line():
    """The box of a word of which only a bracket stays may be as high as the letters in it."""
    bracket = Piece(0, 1, Box(50, 96, 54, 115), whole=False)
    name, kept = Piece(1, 5, Box(54, 96, 90, 115), 0, 1, whole=False), line((93, 40, None))[0]
    (relaid,) = relay_page([[bracket, name, kept]], PAGE, LABELS, measure)
    assert (relaid.bars[0].box.y0, relaid.bars[0].box.y1) == (100, 112)


def test_label_shrinks_where_the_cell_is_narrow():
    cells = line((50, 14, 1), (100, 60, None), y=200)
    bar = relay_page([MARGIN_LINE, cells], PAGE, LABELS, measure)[0].bars[0]
    assert 0 < bar.size < 0.62 * 12 and bar.box.x1 < 100


def test_bar_without_room_for_any_label_takes_the_room_there_is():
    cells = line((50, 4, 1), (70, 60, None), y=200)
    bar = relay_page([MARGIN_LINE, cells], PAGE, LABELS, measure)[0].bars[0]
    assert bar.size == 0 and bar.box.x0 == 50 and bar.box.x1 <= 70


def test_words_are_squeezed_before_the_label_goes():
    cells = spaced(50, [(4, 1), (100, None)], 2, y=200) + line((175, 60, None), y=200)
    relaid = relay_page([MARGIN_LINE, cells], PAGE, LABELS, measure)[0]
    assert relaid.bars[0].size > 0 and relaid.kept[0].box.width < 100 and relaid.kept[0].box.x1 < 175


def test_pieces_of_one_redaction_become_one_bar():
    relaid = relay_page([spaced(50, [(30, 1), (40, 1), (20, None)], 3)], PAGE, LABELS, measure)
    assert len(relaid[0].bars) == 1


def test_two_redactions_side_by_side_become_two_bars():
    relaid = relay_page([spaced(50, [(30, 1), (40, 2)], 3)], PAGE, LABELS, measure)
    assert [bar.redaction for bar in relaid[0].bars] == [1, 2]


def test_bracket_stands_against_its_bar():
    pieces = [
        Piece(0, 1, Box(50, 100, 54, 112), 0, None, False),
        Piece(1, 5, Box(54, 100, 80, 112), 0, 1, False),
        Piece(5, 6, Box(80, 100, 84, 112), 0, None, False),
    ]
    relaid = relay_page([MARGIN_LINE, pieces], PAGE, LABELS, measure)[0]
    left, right = relaid.kept
    assert left.box.x1 == relaid.bars[0].box.x0 and relaid.bars[0].box.x1 == right.box.x0


def test_step_back_to_another_column_ends_a_run():
    relaid = relay_page([line((300, 60, 1), (50, 60, None))], PAGE, LABELS, measure)
    assert not relaid[0].kept


def test_untouched_lines_are_left_alone():
    assert relay_page([MARGIN_LINE], PAGE, LABELS, measure) == []


def test_everything_of_a_touched_run_is_wiped():
    pieces = spaced(50, [(30, None), (40, 1)], 3)
    assert set(relay_page([pieces], PAGE, LABELS, measure)[0].wiped) == {piece.box for piece in pieces}


def test_cell_on_another_line_of_the_text_keeps_its_place():
    """In a scanned table neighbours are often no neighbours in the text."""
    hidden, beside = line((50, 20, 1)), line((82, 60, None), y=103)
    (free,) = relay_page([hidden, MARGIN_LINE], PAGE, LABELS, measure)
    assert free.bars[0].box.x1 > 82
    (run,) = relay_page([hidden, MARGIN_LINE, beside], PAGE, LABELS, measure)
    assert run.bars[0].box.x1 <= 82


def test_drawn_region_parts_a_line_and_is_not_run_into():
    words = line((50, 40, 1), (98, 40, None), (146, 40, 2))
    region = Box(90, 90, 97, 130)
    first, second = relay_page([MARGIN_LINE, words], PAGE, LABELS, measure, standing=[region])
    assert first.bars[0].box.x1 <= 90
    assert [kept.box.x0 for kept in second.kept] == [98]


@given(st.floats(20, 150), st.floats(20, 150))
def test_neighbours_tell_nothing_of_the_width(one, other):
    def relaid(width):
        neighbours = line((260, 60, None), y=104), line((10, 30, None), y=97)
        return places(relay_page([line((50, width, 1)), *neighbours, MARGIN_LINE], PAGE, LABELS, measure))

    assert relaid(one) == relaid(other)


@given(st.floats(4, 90), st.floats(4, 90))
def test_run_after_a_hidden_one_tells_nothing_of_its_width(one, other):
    """Neither where it begins nor how small its label is."""

    def relaid(width):
        words = line((100, width, 1), (206, 30, 2), y=200)
        return places(relay_page([MARGIN_LINE, words], PAGE, LABELS, measure))

    assert relaid(one) == relaid(other)


def test_two_runs_that_both_move_do_not_run_into_each_other():
    """The second begins further left on the grid, just where the label of the first would end."""
    words = line((121, 40, 1), (188, 60, None), (250, 30, 2), y=200)
    first, second = relay_page([MARGIN_LINE, words], PAGE, LABELS, measure)
    assert first.bars[0].box.x1 <= second.kept[0].box.x0 == 180


def test_mark_of_a_note_is_no_measure_for_a_bar() -> None:
    name = Piece(0, 5, Box(56, 100, 90, 112), 0, 1)
    mark = Piece(5, 6, Box(91, 100, 94, 105))
    (run,) = relay_page([[name, mark]], 595, {1: "[NAMA]"}, measure)
    assert run.bars[0].box.height == 12


def test_bar_is_as_high_as_what_stays_on_its_line() -> None:
    tall = Piece(0, 5, Box(56, 100, 90, 112.4), 0, 1)
    stays = Piece(6, 9, Box(93, 100, 110, 112))
    (run,) = relay_page([[tall, stays]], 595, {1: "[NAMA]"}, measure)
    assert (run.bars[0].box.y0, run.bars[0].box.y1) == (100, 112)
