"""How marks are drawn on the picture of a page."""

import pytest

from terbuka.disclosure.models import Mark
from terbuka.disclosure.studio.drawing import boxes
from terbuka.disclosure.studio.page import Row


@pytest.mark.parametrize(
    ("width", "height", "words"),
    [(120, 12, "TELEPON · 17.h"), (60, 12, "TELEPON"), (30, 12, "17.h"), (20, 12, ""), (120, 6, "")],
)
def test_label_says_as_much_as_can_be_read(width: float, height: float, words: str) -> None:
    place = Mark(number=1, type="PHONE", ground="17.h", boxes=[[40, 80, 40 + width, 80 + height]])
    [drawn] = boxes([Row(place, "0812-5104-3378", "", None, False)])
    assert drawn.words == words
    assert not words or float(drawn.size) >= 7
