"""Does the font of the real text of a copy belong to what the pages show, letter by letter?"""

import re
from collections.abc import Iterator
from typing import Any

from pypdf.generic import ArrayObject

from terbuka.redaction.verifier.model import Survivor
from terbuka.redaction.verifier.not_ours import NotOurs
from terbuka.redaction.verifier.ours.pdf_font import SPACE, letters_of_map, widths_of_program


class RealText:
    """Collects the streams of real text as they are walked over."""

    def __init__(self) -> None:
        self._shown: set[int] = set()
        self._maps: list[bytes] = []
        self._programs: list[bytes] = []
        self._widths: list[Any] = []

    def take_stream(self, role: str, data: bytes) -> None:
        """``data``: of a stream in the role of a page's operators, of a font's map or program."""
        if role == "shown":
            self._shown |= _letters(data)
        elif role == "real map":
            self._maps.append(data)
        elif role == "real program":
            self._programs.append(data)

    def take_widths(self, widths: Any) -> None:
        """``widths``: the array of a font."""
        self._widths.append(widths)

    def survivors(self) -> Iterator[Survivor]:
        """A letter in the font that no page shows, a width that is not that of the letter."""
        if not (self._shown or self._maps or self._programs or self._widths):
            return
        try:
            fits = self._fits()
        except NotOurs:
            fits = False
        if not fits:
            yield Survivor("structure", "font of the text")

    def _fits(self) -> bool:
        if len(self._maps) != 1 or len(self._programs) != 1 or len(self._widths) != 1:
            return False
        letters, widths = len(letters_of_map(self._maps[0])), widths_of_program(self._programs[0])
        told = self._widths[0]
        if not isinstance(told, ArrayObject) or len(told) != 2 or not isinstance(told[1], ArrayObject):
            return False
        return (
            self._shown | {SPACE} == set(range(SPACE, letters + SPACE))
            and len(widths) == letters + SPACE
            and [told[0], *told[1]] == [SPACE, *widths[SPACE:]]
        )


def _letters(data: bytes) -> set[int]:
    """The numbers of the letters that a page shows."""
    rows = [line for line in data.split(b"\n") if line.endswith(b"TJ")]
    runs = [run for row in rows for run in re.findall(rb"<([\da-f]+)>", row)]
    return {int(run[at : at + 4], 16) for run in runs for at in range(0, len(run), 4)}
