"""Lines of a stretched paragraph, and rows of tables that only look like some."""

from terbuka.documents.justified import justified
from terbuka.documents.layout import Layout
from terbuka.documents.lines import LooseWord
from terbuka.documents.model import Box, PageSource

PARAGRAPH = [[30, 50, 20], [60, 40, 45], [25, 25, 30, 40], [80, 70]]


def stretched(widths: list[list[float]], x0: float = 50, x1: float = 260) -> list[list[Box]]:
    """A line for each list of widths of words, from margin to margin."""
    lines = []
    for number, words in enumerate(widths):
        gap, x, line = (x1 - x0 - sum(words)) / (len(words) - 1), x0, list[Box]()
        for width in words:
            line.append(Box(x, 14.0 * number, x + width, 14.0 * number + 10))
            x += width + gap
        lines.append(line)
    return lines


def test_lines_between_two_margins_are_stretched_and_so_are_those_of_columns_side_by_side() -> None:
    found = justified(stretched(PARAGRAPH), 1.3, others=2)
    assert found == [[(0, 3)], [(0, 3)], [(0, 4)], []]
    beside = stretched(PARAGRAPH[:3], 280, 490)
    both = [left + right for left, right in zip(stretched(PARAGRAPH[:3]), beside, strict=True)]
    assert justified(both, 1.3, others=2) == [[(0, 3), (3, 6)], [(0, 3), (3, 6)], [(0, 4), (4, 8)]]


def test_a_line_without_others_is_not_stretched() -> None:
    assert justified(stretched(PARAGRAPH[:1]), 1.3, others=1) == [[]]
    assert justified(stretched(PARAGRAPH[:2]), 1.3, others=2) == [[], []]
    assert justified(stretched(PARAGRAPH[:2]), 1.3, others=1) == [[(0, 3)], [(0, 3)]]


def test_rows_of_a_table_with_even_gaps_are_not_stretched() -> None:
    assert justified(stretched([[20, 20, 20]] * 5), 1.3, others=1) == [[]] * 5


def test_lines_with_uneven_gaps_or_other_margins_are_not_stretched() -> None:
    uneven = [[Box(50, 0, 80, 10), Box(90, 0, 120, 10), Box(240, 0, 260, 10)], *stretched(PARAGRAPH[:3])]
    assert justified(uneven, 1.3, others=2)[0] == []
    aside = [*stretched(PARAGRAPH[:1]), *stretched(PARAGRAPH[1:3], 50, 262)]
    assert justified(aside, 1.3, others=1)[0] == []


def laid_out(lines: list[list[Box]]) -> str:
    layout = Layout()
    words = [LooseWord("x" * round(box.width / 5), box) for line in lines for box in line]
    wide = [LooseWord("x" * 80, Box(50, 200, 500, 210))]
    layout.add_page((595, 842), PageSource.TEXT, [*words, *wide])
    return layout.finish()[0]


def test_stretched_lines_are_laid_out_without_cells_though_other_lines_are_wider() -> None:
    assert "  " not in laid_out(stretched(PARAGRAPH[:3]))


def test_rows_of_a_table_keep_their_cells() -> None:
    assert "  " in laid_out(stretched([[20, 20, 20]] * 5))
