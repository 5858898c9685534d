"""Words that are spelled in numbers, Morse, by radio operators and in base85."""

from base64 import a85encode, b85encode

import pytest

from terbuka.screening.spelled import spelled
from tests.screening.growth import grows_evenly

NAME = "Hartini"
_MORSE = ".... .- .-. - .. -. .."


def meant(text: str) -> list[str]:
    return [said for part in spelled(text) for said in part.meant.split("\n")]


@pytest.mark.parametrize(
    "written",
    [
        " ".join(str(ord(char)) for char in NAME),
        ", ".join(str(ord(char)) for char in NAME),
        NAME.encode().hex(" "),
        ", ".join(f"0x{ord(char):02X}" for char in NAME),
        " ".join(f"U+{ord(char):04X}" for char in NAME),
        " ".join(f"{ord(char):o}" for char in NAME),
        " ".join(f"{ord(char):08b}" for char in NAME),
        "".join(f"{ord(char):08b}" for char in NAME),
        "".join(f"{ord(char):07b}" for char in NAME),
        f"<~{a85encode(b'Pelapor Hartini').decode()}~>",
        b85encode(b"Pelapor Hartini").decode(),
    ],
)
def test_what_is_spelled_is_read(written: str) -> None:
    text = f"Kode {written} dicatat."
    (part,) = (each for each in spelled(text) if NAME in each.meant)
    assert text[part.start : part.end] == written


@pytest.mark.parametrize("written", [_MORSE, _MORSE.replace(" ", "/"), _MORSE.replace("-", "–")])
def test_morse_is_read(written: str) -> None:
    assert "hartini" in meant(f"Pesan: {written} selesai")


def test_words_of_morse_are_parted() -> None:
    assert "sa ti" in meant("... .-  - ..")


def test_operators_spell_names() -> None:
    written = "Hotel Alfa Romeo-Tango India November India"
    assert meant(f"Panggil {written} segera") == ["HARTINI"]


@pytest.mark.parametrize(
    "text",
    [
        "Daftar isi ........ 4",
        "--- --- --- ---",
        "hotel india delta",
        "12/03/2026 10:30:45 dan 0812 5104 3378",
        "Nomor 6371 0347 0488 0003",
        "1010101",
        "https://contoh.go.id/berita?id=1&x=2",
        "#keadilan(untuk){semua}",
        "...... ...... ...... ......",
        "11111111111111111111111111111",
    ],
)
def test_what_spells_nothing_is_no_word(text: str) -> None:
    assert [said for said in meant(text) if said.isalpha() and len(said) > 3] == []


@pytest.mark.parametrize("piece", ["72 97 ", "0x48,", "01", ".- ", "hotel ", "P-SdkaBp%TN", "- "])
def test_long_rows_are_read_evenly(piece: str) -> None:
    assert grows_evenly(lambda text: list(spelled(text)), piece)
