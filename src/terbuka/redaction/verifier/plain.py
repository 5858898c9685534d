"""Verifies plain text: its words, its bytes, and that nothing in it is invisible."""

import unicodedata
from collections.abc import Iterator

from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.encodings import byte_check
from terbuka.redaction.verifier.model import Check, Survivor

VISIBLE_CONTROLS = "\n\r\t\f"


def checks(copy: Copy) -> Iterator[Check]:
    """Everything that is done to a text."""
    text = copy.data.decode("utf-8-sig", "replace")
    invisible = sorted(
        {
            unicodedata.category(character)
            for character in text
            if unicodedata.category(character) in ("Cf", "Cc", "Co") and character not in VISIBLE_CONTROLS
        }
    )
    yield Check(
        "structure", len(text), tuple(Survivor("hidden-text", f"character {kind}") for kind in invisible)
    )
    yield byte_check(copy)
    yield Check("text", len(text.split()), tuple(copy.survivors("text", "text", [text])))
