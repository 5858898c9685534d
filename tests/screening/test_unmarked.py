import pytest

from terbuka.screening.unmarked import unmarked
from tests.screening.growth import grows_evenly


@pytest.mark.parametrize(
    "text",
    [
        "Har<b>tini</b>",
        '<span style="color:red">Har</span><i>tini</i>',
        "Har<!-- catatan -->tini",
        "Har[b]tini[/b]",
        "[color=red]Har[/color]tini",
        "Har**tini**",
        "~~Har~~tini",
        "Har`tini`",
        "Har\\textbf{tini}",
        "Har{}tini",
        "Har\\-tini",
        "Har\\b tini",
        "Har'+'tini",
        'Har" + "tini',
    ],
)
def test_marks_are_left_out(text: str) -> None:
    bare = unmarked(text)
    start, end = bare.stored(bare.text.index("Har"), bare.text.index("tini") + 4)
    assert bare.text == "Hartini" and text[start:end].startswith("Har") and text[start:end].endswith("tini")


def test_text_without_marks_is_left_as_it_is() -> None:
    assert unmarked("2 > 1, umur 3").text == "2 > 1, umur 3"
    assert unmarked("umur < 3 dan > 1").text == "umur < 3 dan > 1"


@pytest.mark.parametrize("piece", ["<b", "<!--", "[b", "\\a", "{", "*", "<!-- x"])
def test_long_rows_of_marks_are_read_evenly(piece: str) -> None:
    assert grows_evenly(unmarked, piece)
