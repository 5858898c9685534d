"""Characters as a reader sees them: look-alike letters, invisible characters, and what OCR confuses.

``plain`` serves the reading of a document, the search for terms and the verifier, so that none of them takes
a letter of another alphabet for harmless where another does not.
"""

import re
import unicodedata
from functools import lru_cache

# Soft hyphen, zero-width characters, direction marks, byte-order mark, variation selectors, tags: nothing on
# paper.
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef"
)
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
# Accents that stand beside their letter as a sign of their own: part of the letter to whoever reads it.
ACCENTS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"

# Letters of other scripts that print like Latin ones (a subset of Unicode TS 39 that fonts share). What
# becomes one of them when its case is folded stands here too: no look-alike is left, whatever comes first.
LOOKALIKE = str.maketrans(
    "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢꞮɩƖƦАВЕЅІЈКМНОРСТХУавеѕіјкмнорстхуԁԛԝһӏⅼΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορıȷɑɡԀԚԜҺӀⱭꞬᲀᲂᲃᲄᲅ",
    "abcdefghijklmnoprstuvwyzIiIRABESIJKMHOPCTXYabesijkmhopctxydqwhllABEZHIKMNOPTYXavopijagDQWHIAGboctt",
)

_HYPHENS = frozenset("\u2010\u2011\u2012\u2212\ufe63\uff0d")


class _AsPrinted(dict[int, str]):
    """For ``str.translate``: what prints like a blank, a hyphen or a digit as the usual one. One character
    for each, so that every place stays where it is; a number parted by no-break spaces is a number still."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if code > 127:
            blank = unicodedata.category(char) == "Zs"
            char = " " if blank else "-" if char in _HYPHENS else _digit(char)
        self[code] = char
        return char


def _digit(char: str) -> str:
    return str(unicodedata.decimal(char, char))


AS_PRINTED = _AsPrinted()

# What a scanner reads for another: one letter or digit stands for each class.
_OCR_CLASSES = ("0oO", "1lIi|!", "5sS$", "8bB", "2zZ")
OCR_CLASS = {char: group[0] for group in _OCR_CLASSES for char in group}
OCR_DIGIT = {"O": "0", "o": "0", "Q": "0", "D": "0", "l": "1", "I": "1", "i": "1", "|": "1", "!": "1"} | {
    "S": "5",
    "s": "5",
    "B": "8",
    "Z": "2",
    "z": "2",
    "g": "9",
    "q": "9",
    "b": "6",
    "G": "6",
}
# What stands for the letters of a label in a public copy while it is read: no word, and no empty value.
BLOT = "■"

_DIGIT_IN_CAPITALS = str.maketrans("0158|l", "OISBII")
_DIGIT_IN_SMALL = str.maketrans("0158|I", "olsbll")


def plain(text: str) -> str:
    """Without invisible characters and accents, look-alike letters as Latin ones; case is kept."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text)).translate(LOOKALIKE)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """One word as a reader means it, in lower case: ``KEPOLlSIAN`` is kepolisian, ``ginjaI`` is ginjal."""
    if word.isascii() and word.isalpha():
        if word.islower() or word.isupper() or word.istitle():
            return word.lower()
    elif word.isdigit():
        return word
    word = "".join(plain(word).split()) or word  # some signs decompose into a blank and an accent
    letters = sum(char.isalpha() for char in word)
    if letters <= len(word) - letters:
        return word.lower()
    return _undamaged(word).lower()


def _undamaged(word: str) -> str:
    """The word with digits and wrong-case letters between letters read as the letters they stand for."""
    capitals = sum(char.isupper() for char in word)
    small = sum(char.islower() for char in word)
    table = _DIGIT_IN_CAPITALS if capitals > small else _DIGIT_IN_SMALL
    out = [word[0]]
    for before, char, after in zip(word, word[1:], [*word[2:], ""], strict=False):
        between = before.isalpha() and (after.isalpha() or (not after and char.isalpha()))
        out.append(char.translate(table) if between else char)
    return "".join(out)


def digits(text: str) -> str:
    """The digits of a number, with letters that OCR reads for digits put right; separators dropped."""
    return "".join(char if char.isdigit() else OCR_DIGIT.get(char, "") for char in text)
