"""A hidden person's name in other letters than its own."""

import codecs
from base64 import b32encode, b64encode

import pytest

from tests.screening.screened import Screened

NAME = "Hartini"
WRITTEN = [
    b64encode(NAME.encode()).decode(),
    b32encode(NAME.encode()).decode(),
    NAME.encode().hex(),
    f"0x{NAME.encode().hex()}",
    NAME.encode().hex(" "),
    " ".join(str(ord(char)) for char in NAME),
    codecs.encode(NAME, "rot13"),
    NAME[::-1],
    "H4rt1n1",
    "H@rt1n1",
    "Har\\textbf{tini}",
    "Har<b>tini",
    "+AEgAYQByAHQAaQBuAGk-",
    "".join(f"\\{ord(char):03o}" for char in NAME),
]


@pytest.mark.parametrize("written", WRITTEN)
def test_a_hidden_persons_name_is_hidden_in_other_letters(written: str) -> None:
    text = f"LAPORAN POLISI\n\nPelapor Sdri. {NAME} hadir memberi keterangan.\nKode {written} dicatat.\n"
    screened = Screened(text)
    assert screened.hides(written) and screened.shows("Kode") and screened.shows("dicatat")


@pytest.mark.parametrize("written", WRITTEN)
def test_a_term_is_hidden_in_other_letters(written: str) -> None:
    screened = Screened(f"Kode {written} dicatat.\n", terms=[NAME])
    assert screened.hides(written) and screened.shows("Kode") and screened.shows("dicatat")


def test_a_name_that_nobody_hides_stays_in_other_letters() -> None:
    text = f"Kapolres AKBP Bayu Wirasakti hadir. Kode {b64encode(b'Bayu Wirasakti').decode()} dicatat.\n"
    assert Screened(text).types() == []


def test_marks_between_the_words_of_another_persons_name_hide_nothing() -> None:
    text = "Pelapor Sdri. Hartini hadir.\nKapolres *AKBP Bayu* *Wirasakti* menerima."
    assert Screened(text).shows("*Wirasakti*")


@pytest.mark.parametrize(
    "written",
    [
        ".... .- .-. - .. -. ..",
        b64encode(b64encode(NAME.encode())).decode(),
        b64encode("".join(f"%{ord(char):02x}" for char in NAME).encode()).decode(),
        '"Har" + "tini"',
        '<span style="color:red">Har</span><i>tini</i>',
    ],
)
def test_signs_alone_codes_in_codes_and_tags_hide_nothing(written: str) -> None:
    for hidden in (
        Screened(f"Pelapor Sdri. {NAME} hadir. Kode {written} dicatat."),
        Screened(f"Kode {written} dicatat.", terms=[NAME]),
    ):
        at = hidden.text.index(written) + written.find("Har") * ("Har" in written)
        assert any(f.start == at and f.action.hides for f in hidden.findings)
        assert hidden.shows("dicatat")
