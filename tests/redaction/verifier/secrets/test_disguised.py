"""A given term that is in a text and cannot be read in it."""

from base64 import b32encode, b64encode
from codecs import encode

import pytest

from terbuka.redaction.model import Readable
from terbuka.redaction.verifier.secrets.disguised import Disguised
from terbuka.redaction.verifier.secrets.search import TERM, Hunt, Secret

NAME = "Hartini"


@pytest.mark.parametrize(
    "written",
    [
        "Har<b>tini</b>",
        "Har&shy;tini",
        "Ha&#114;tini",
        "\x1b[1mHar\x1b[0mtini",
        b64encode(NAME.encode()).decode(),
        b32encode(NAME.encode()).decode(),
        " ".join(str(ord(letter)) for letter in NAME),
        encode(NAME, "rot13"),
        NAME[::-1],
        "H4rt1n1",
        "H@rt1n1",
    ],
)
def test_disguised_term_is_found(written: str) -> None:
    text = f"Kode {written} dicatat."
    assert Disguised([NAME]).stands_in(text)
    assert Hunt([Secret(TERM, "TERM", NAME)]).expecting(Readable(text, "")).in_text(text) == {TERM}


@pytest.mark.parametrize(
    "text", ["Kode [NAMA · 17.h] dicatat.", "Hartono <b>hadir</b>, 12 34 56 78, SGFydG9ubw==", ""]
)
def test_text_without_the_term_is_clean(text: str) -> None:
    assert not Disguised([NAME]).stands_in(text)


def test_label_that_is_the_term_is_not_disguised() -> None:
    assert not Disguised(["Anak Korban"]).stands_in("Menurut [ANAK KORBAN · 17.a.2] pintu rusak.")


def test_no_term_is_nowhere() -> None:
    assert not Disguised([]).stands_in("SGFydGluaQ==")
