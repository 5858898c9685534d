"""The invisible text of a public page: the kept words and the labels, retyped where they now stand.

Nothing of the original's text objects or fonts is used. The font draws nothing, has one width, and
its map to Unicode covers everything alike, so that it cannot list the letters of a secret.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

import pikepdf
from pikepdf import Dictionary

from terbuka.documents import Box
from terbuka.redaction.lettering import GLYPHLESS
from terbuka.redaction.writers.composite import fill_font, unicode_map

ADVANCE = 0.5
"""Width of every glyph in ems."""
DESCENT = 0.2
"""Share of a box below the baseline."""


@dataclass(frozen=True, slots=True)
class LayerWord:
    """A word of the text layer and the box (points from the top left) that it fills; ``turn`` as in
    ``documents.Word``.

    ``stood``: the box that it filled in the original, None of a label; ``start``, ``end``: its offsets there.
    """

    text: str
    box: Box
    turn: int = 0
    stood: Box | None = None
    start: int = 0
    end: int = 0


class TextLayer:
    """The invisible text of one public file: its font, and the operators of each page."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._blocks: set[int] = set()
        self.font = pdf.make_indirect(Dictionary())

    def lines(self, words: Iterable[LayerWord], page_height: float, font: str) -> list[str]:
        """Operators that place ``words`` invisibly (rendering mode 3), one to a line, of a text object."""
        lines = ["3 Tr"]
        for word in words:
            codes = word.text.encode("utf-16-be", "replace")
            self._blocks.update(codes[::2])
            lines.extend(_word_operators(word, codes, page_height, font))
        return lines

    def finish(self) -> None:
        """Fill in the font, once all pages are written."""
        program = files("terbuka.redaction.writers").joinpath("glyphless.ttf").read_bytes()
        fill_font(
            self._pdf,
            self.font,
            name=GLYPHLESS,
            program=program,
            box=(0, 0, 0, 0),
            to_unicode=_to_unicode(self._blocks | {0}),
            DW=int(ADVANCE * 1000),
            CIDToGIDMap=self._pdf.make_stream(b"\x00\x01" * 0x10000),
        )


def _to_unicode(blocks: set[int]) -> bytes:
    """Maps codes to themselves in whole blocks of 256, so that no map lists the letters of anything."""
    ranges = "\n".join(f"<{b:02x}00> <{b:02x}ff> <{b:02x}00>" for b in sorted(blocks))
    return unicode_map(f"{len(blocks)} beginbfrange\n{ranges}\nendbfrange")


def _word_operators(word: LayerWord, codes: bytes, page_height: float, font: str) -> list[str]:
    length, size = _along(word.box, word.turn)
    natural = len(codes) / 2 * ADVANCE * size
    if not natural or length <= 0:
        return []
    return [
        f"/{font} {size:.2f} Tf",
        f"{100 * length / natural:.2f} Tz",
        f"{_matrix(word, page_height, size)} Tm",
        f"<{codes.hex()}0020> Tj",  # the space parts it from the next word for every extractor
    ]


def _along(box: Box, turn: int) -> tuple[float, float]:
    """Length in reading direction, and height across it."""
    return (box.width, box.height) if turn % 180 == 0 else (box.height, box.width)


def _matrix(word: LayerWord, page_height: float, size: float) -> str:
    """Text matrix at the start of the baseline; PDF counts y from the bottom."""
    box, below = word.box, DESCENT * size
    match word.turn % 360:
        case 90:
            return f"0 -1 1 0 {box.x0 + below:.2f} {page_height - box.y0:.2f}"
        case 180:
            return f"-1 0 0 -1 {box.x1:.2f} {page_height - box.y0 - below:.2f}"
        case 270:
            return f"0 1 -1 0 {box.x1 - below:.2f} {page_height - box.y1:.2f}"
        case _:
            return f"1 0 0 1 {box.x0:.2f} {page_height - box.y1 + below:.2f}"
