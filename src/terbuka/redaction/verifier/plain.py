"""Verifies plain text: its words, its bytes, and that nothing in it is invisible."""

import unicodedata
from collections.abc import Iterator

from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.model import Check, Survivor
from terbuka.redaction.verifier.secrets.encodings import byte_check

VISIBLE_CONTROLS = "\n\r\t\f"
# Letters by their category that no reader shows: fillers, and selectors of a form, which can spell a name.
_UNSEEN_LETTERS = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0} | {
    *range(0x180B, 0x1810),
    *range(0xFE00, 0xFE10),
    *range(0xE0100, 0xE01F0),
}


def checks(copy: Copy) -> Iterator[Check]:
    """Everything that is done to a text."""
    text = copy.data.decode("utf-8-sig", "replace")
    invisible = sorted({unicodedata.category(character) for character in text if is_unseen(character)})
    yield Check(
        "structure", len(text), tuple(Survivor("hidden-text", f"character {kind}") for kind in invisible)
    )
    yield byte_check(copy)
    yield Check("text", len(text.split()), tuple(copy.survivors("text", "text", [text])))


def is_unseen(character: str) -> bool:
    """Whether no reader sees the character."""
    unseen = unicodedata.category(character) in ("Cf", "Cc", "Co") or ord(character) in _UNSEEN_LETTERS
    return unseen and character not in VISIBLE_CONTROLS
