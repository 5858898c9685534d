"""What is no plain letter is left to the pixels: an outline can hold a name that nobody sees."""

import pytest

from terbuka.documents.pdf.glyphs import Outline, Step
from terbuka.redaction.writers.fresh_font import _advance, _drawn, _is_letter


def boxes(*corners: tuple[float, float, float, float]) -> Outline:
    """Rectangles: left, bottom, right, top in ems."""
    steps = []
    for left, bottom, right, top in corners:
        around = [(left, bottom), (left, top), (right, top), (right, bottom)]
        steps += [Step("line" if at else "move", x, y, False) for at, (x, y) in enumerate(around)]
    return Outline(tuple(steps), 0.5)


def is_letter(outline: Outline) -> bool:
    return _is_letter(_drawn(outline), _advance(outline))


def test_letter_and_its_dot_are_one() -> None:
    assert is_letter(boxes((0.1, 0, 0.2, 0.5), (0.1, 0.6, 0.2, 0.7)))


@pytest.mark.parametrize(
    "outline",
    [
        Outline((), 0.5),
        boxes((0.1, 0, 0.2, 0.5), (3.0, 0, 3.1, 0.5)),  # a second letter far to the right
        boxes((0.1, 0, 0.2, 0.5), (0.1, -4, 0.2, -3)),  # and below the page
        boxes((0.1, 0, 0.2, 0.5), (0.1, 2.5, 0.2, 3)),
        boxes((0.1, 0, 0.2, 0.5), (0.15, 0.1, 0.16, 0.12)),  # and within the stroke, too small to be seen
        boxes(*((0.1 * at, 0, 0.1 * at + 0.05, 0.5) for at in range(9))),  # a row of them
        Outline((Step("move", 0, 0, False), Step("line", 0.4, 0.4, False)), 0.5),
    ],
)
def test_outline_with_more_in_it_is_no_letter(outline: Outline) -> None:
    assert not is_letter(outline)


def test_outline_of_a_whole_name_in_one_stroke_is_no_letter() -> None:
    stroke = (Step("line" if at else "move", at / 600, 0.3 + 0.2 * (at % 2), False) for at in range(300))
    assert not is_letter(Outline(tuple(stroke), 0.5))
