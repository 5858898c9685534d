"""Under which of its mentions somebody or something is known best."""

from collections.abc import Iterable

_IN_NAMES = " .,'’-"


def fullest(texts: Iterable[str]) -> str:
    """The mention with the most of the name, in plain writing: "Melati Kusuma" rather than "M E L A T I"."""
    return max(texts, key=_fullness)


def is_plain(text: str) -> bool:
    """A name as it is usually written, of more than one word: nothing fuller need be looked for."""
    plain, words, _length = _fullness(text)
    return plain and words > 1


def _fullness(text: str) -> tuple[bool, int, int]:
    words = text.split()
    letters = sum(len(word.strip(_IN_NAMES)) == 1 for word in words)
    plain = (
        bool(words)
        and 2 * letters <= len(words)
        and all(char.isalpha() or char in _IN_NAMES for char in text)
    )
    return plain, len(words) - letters, len(text)
