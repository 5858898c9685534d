"""Collects hidden parts, however many there are and however long: what stands in the last line counts as what
stands in the first. What is too much to be told is said, and never left out in silence.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from terbuka.documents.model import HiddenPart

LONGEST = 2000
"""Characters of text that one part tells."""
MOST_PARTS = 500
"""Parts that are told one by one. The others are told together, by what they are and where they stand."""
MOST_CHARACTERS = MOST_PARTS * LONGEST
"""Of those that are told together."""
_SAYING = re.compile(r"[^\W\d_]{3}|\d{6}")


def says(text: str) -> bool:
    """Whether a text is more than a measure or a mark: letters or figures that may tell something."""
    return _SAYING.search(text) is not None


class Told:
    """``add`` takes in one part at a time, of whatever length."""

    def __init__(self) -> None:
        self._parts: list[HiddenPart] = []
        self._together: dict[HiddenPart, list[str]] = {}
        self._left = MOST_CHARACTERS

    def add(self, part: HiddenPart) -> None:
        if len(self._parts) < MOST_PARTS and len(part.text) <= LONGEST:
            self._parts.append(part)
            return
        self._left -= len(part.text) + 1
        if self._left >= 0:
            self._together.setdefault(replace(part, text=""), []).append(part.text)

    def parts(self) -> list[HiddenPart]:
        """What was taken in."""
        together = [
            replace(part, text=portion)
            for part, texts in self._together.items()
            for portion in portions(" ".join(texts))
        ]
        more = [HiddenPart("more", "file")] if self._left < 0 or len(together) > MOST_PARTS else []
        return [*self._parts, *together[:MOST_PARTS], *more]


def told(parts: Iterable[HiddenPart]) -> list[HiddenPart]:
    """The parts, as ``Told`` tells them."""
    collected = Told()
    for part in parts:
        collected.add(part)
    return collected.parts()


def portions(text: str) -> Iterator[str]:
    """The text in pieces of ``LONGEST`` at most, cut between two words where there are two."""
    while len(text) > LONGEST:
        cut = text.rfind(" ", 1, LONGEST) + 1 or LONGEST
        yield text[:cut].strip()
        text = text[cut:]
    yield text.strip()
