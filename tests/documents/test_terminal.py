"""What a terminal obeys is not read; a text full of it is a text. Names are invented."""

import pytest

from terbuka.documents.terminal import without_commands
from terbuka.documents.text import decode
from terbuka.screening.visible import visible


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Siti", "Siti"),
        ("S\bSi\bi", "Si"),
        ("_\bS_\bi", "Si"),
        ("salah\b\b\b\b\bbenar", "benar"),
        ("\bSi", "Si"),
        ("a\n\bSi", "a\nSi"),
        ("\x1b[1;31mSi\x1b[0mti", "Siti"),
        ("\x9b1mSiti", "Siti"),
        ("\x1b]8;;https://contoh.example/Budi\x1b\\Siti\x1b]8;;\x07", "Siti"),
        ("\x1b]0;Budi\nSiti", "\nSiti"),
        ("\x1b(BSiti\x1b", "Siti"),
        ("", ""),
    ],
)
def test_what_is_left_to_be_read(text: str, left: str) -> None:
    assert without_commands(text) == left
    assert visible(text).text == left


def test_stretch_of_what_is_seen_is_found_in_what_is_stored() -> None:
    text = "Sdr. \x1b[1mS\bSi\bi\x1b[0m."
    shown = visible(text)
    start, end = shown.stored(5, 7)
    assert shown.text[5:7] == "Si" and without_commands(text[start:end]) == "Si"
    assert without_commands(text[:start]) == "Sdr. " and without_commands(text[end:]) == "."


@pytest.mark.parametrize("text", ["S\bSi\bit\bti\bi", "\x1b[31mS\x1b[32mi\x1b[33mt\x1b[34mi"])
def test_text_full_of_commands_is_a_text(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded is not None and decoded.text == text


def test_bytes_full_of_other_controls_are_none() -> None:
    assert decode(b"S\x01i\x02t\x03i\x04") is None
