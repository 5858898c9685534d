"""Letters and labels are found where the writer has set them."""

import pikepdf
import pytest

from terbuka.documents import Box
from terbuka.redaction.verifier.ours.operators import page_text
from terbuka.redaction.writers.textlayer import LayerWord, TextLayer

LABEL, HEIGHT = "[NAMA · 17.h]", 400.0
WIDTHS = [0, 250, 500, 600]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_label_lies_in_the_box_that_it_was_written_for(turn: int) -> None:
    box = Box(50, 60, 150, 72) if turn % 180 == 0 else Box(50, 60, 62, 160)
    words = [LayerWord("Kantor", Box(10, 10, 40, 20)), LayerWord(LABEL, box, turn)]
    lines = TextLayer(pikepdf.new()).lines(words, HEIGHT, "T")
    (label,), in_picture = page_text("\n".join(lines).encode(), HEIGHT, [])[1:]
    assert in_picture
    assert (label.text, label.turn) == (LABEL, turn)
    assert label.box == pytest.approx(box, abs=0.05)


def test_page_whose_layer_has_only_labels_has_no_words_in_its_picture() -> None:
    lines = TextLayer(pikepdf.new()).lines([LayerWord(LABEL, Box(50, 60, 150, 72))], HEIGHT, "T")
    assert not page_text("\n".join(lines).encode(), HEIGHT, []).in_picture


def run(*lines: str):
    (found,) = page_text("\n".join(["/G 10 Tf", *lines]).encode(), HEIGHT, WIDTHS).runs
    return found


def test_run_reaches_from_its_first_letter_to_its_last() -> None:
    found = run("2 0 0 1 50 300 Tm", "[<0002> -100 <00030001>] TJ")
    assert found.letters == (2, 3)
    assert found.box == pytest.approx(Box(50, 90.5, 50 + 2 * 12, 103))


@pytest.mark.parametrize("matrix", ["1 0.2 0 1", "1 0 0.2 1", "-1 0 0 1", "1 0 0 -1"])
def test_run_that_leans_has_no_box(matrix: str) -> None:
    assert run(f"{matrix} 50 300 Tm", "[<0002>] TJ").box is None


def test_run_of_letters_over_each_other_has_no_box() -> None:
    assert run("1 0 0 1 50 300 Tm", "[<0002> 450 <0003>] TJ").box is None
    assert run("1 0 0 1 50 300 Tm", "[<0002> 100 <0003>] TJ").box is not None


def test_operators_of_pictures_are_no_text() -> None:
    assert page_text(b"q 9 0 0 9 0 0 cm /P Do Q\nBT\n3 Tr\nET", HEIGHT, []) == ((), (), False)
