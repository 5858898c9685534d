"""The text layer of a page: every piece of text that the file shows or hides there, with its place.

Read by pdfminer, which asks neither whether a piece is visible nor what is drawn over it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTPage
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from terbuka.documents import Box
from terbuka.documents.lines import LooseWord
from terbuka.screening.policy import labels_in


@dataclass(frozen=True, slots=True)
class LayerPage:
    """The words of a page in the order of the file, a label as one. ``size``: width and height in points."""

    size: tuple[float, float]
    words: tuple[LooseWord, ...]


def layer_pages(path: Path) -> Iterator[LayerPage]:
    """The text layer of every page of the PDF at ``path``."""
    manager = PDFResourceManager()
    device = _Device(manager)
    interpreter = PDFPageInterpreter(manager, device)
    with path.open("rb") as file:
        for page in PDFPage.get_pages(file):
            interpreter.process_page(page)
            yield device.taken()


def is_label(text: str) -> bool:
    """Whether it is nothing but a label of a public copy, which has no letter of its own choice."""
    return labels_in(text) == [(0, len(text))]


class _Device(PDFLayoutAnalyzer):
    """Keeps the characters apart by the operators that set them: a label is set by one."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self._shown: list[list[LTChar]] = []
        self._page = LayerPage((0.0, 0.0), ())

    def taken(self) -> LayerPage:
        """The page that was processed last."""
        return self._page

    def render_string(self, *arguments: Any) -> None:
        self._shown.append([])
        super().render_string(*arguments)

    def render_char(self, *arguments: Any, **options: Any) -> float:
        advance = super().render_char(*arguments, **options)
        character = self.cur_item._objs[-1]
        assert isinstance(character, LTChar)
        self._shown[-1].append(character)
        return advance

    def receive_layout(self, ltpage: LTPage) -> None:
        words = tuple(word for characters in self._shown for word in _words(characters, ltpage.height))
        self._page = LayerPage((ltpage.width, ltpage.height), words)
        self._shown = []


def _words(characters: Sequence[LTChar], height: float) -> Iterator[LooseWord]:
    """The label that ``characters`` spell, or the words between their spaces."""
    letters = [(letter, character) for character in characters for letter in character.get_text()]
    text = "".join(letter for letter, _ in letters)
    spans = labels_in(text) if is_label(text.strip()) else [m.span() for m in re.finditer(r"\S+", text)]
    for start, end in spans:
        inside = [character for _, character in letters[start:end]]
        yield LooseWord(text[start:end], _around(inside, height), turn=_turn(inside[0]))


def _around(characters: Sequence[LTChar], height: float) -> Box:
    """pdfminer counts from the bottom of the page."""
    return Box(
        min(character.x0 for character in characters),
        height - max(character.y1 for character in characters),
        max(character.x1 for character in characters),
        height - min(character.y0 for character in characters),
    )


def _turn(character: LTChar) -> int:
    """The clockwise turn of the reading direction, from the direction of the baseline."""
    along, up, *_ = character.matrix
    if abs(along) >= abs(up):
        return 0 if along >= 0 else 180
    return 270 if up > 0 else 90
