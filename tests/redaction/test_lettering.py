"""What a label says where there is no room for all of it."""

import pytest

from terbuka.redaction.lettering import stands_in, word_alone


@pytest.mark.parametrize(
    ("label", "word"), [("[ANAK KORBAN · 17.a.2]", "[ANAK KORBAN]"), ("[BAGIAN]", "[BAGIAN]"), ("x", "x")]
)
def test_word_of_a_label_stands_alone_without_its_ground(label: str, word: str) -> None:
    assert word_alone(label) == word


@pytest.mark.parametrize(
    ("label", "stands"),
    [("[SAKSI · 17.h]", True), ("[SAKSI]", True), ("[SAK]", False), ("[SAKSI · 17.i]", False)],
)
def test_label_or_its_word_is_one_of_those_that_were_placed(label: str, stands: bool) -> None:
    assert stands_in(label, "[NAMA] [SAKSI · 17.h]") is stands
