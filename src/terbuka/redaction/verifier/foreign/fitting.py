"""How wide a text would be in a line of a foreign PDF, and so whether it stood in a gap of it."""

import ctypes
from itertools import pairwise
from statistics import median

import pypdfium2.raw as pdfium

from terbuka.redaction.verifier.foreign.measured import TOUCHING, Gap, Letter, Page

NEAR, KERNED = 0.12, 0.01
"""Points by which a text may miss a gap; ems for each pair of letters whose kerning is not known."""
AROUND = 3
"""A gap has no space, one or two around what stood in it."""
SPACE, NO_LETTER = " ", "\ue000"
LAST_OF_LATIN = 0xFF
"""A type that is not embedded has the letters up to here."""


class Setting:
    """How letters are set on one page: how wide they are, and how far apart beside each other, in ems."""

    def __init__(self, page: Page) -> None:
        self._advances: dict[tuple[int, str], float] = {}
        self._pairs: dict[tuple[int, str, str], float] = {}
        for line in page.lines:
            for letter in line.letters:
                wide = (letter.end - letter.start) / letter.face.em
                self._advances[letter.face.key, letter.text] = wide
            for one, two in pairwise(line.letters):
                step = (two.start - one.end) / one.face.em
                if abs(step) < TOUCHING:
                    self._pairs[one.face.key, one.text, two.text] = step

    def fits(self, text: str, gap: Gap) -> bool:
        """Whether the text stood in the gap, by its width."""
        text = " ".join(text.split())
        kern, unseen = self._kerning(text, gap)
        most = NEAR + unseen * (KERNED * gap.em if gap.line.is_kerned else 0.0)
        for space in spaces(gap):
            wide = self._width(text, gap, space)
            if wide and any(abs(gap.width - count * space - wide - kern) <= most for count in range(AROUND)):
                return True
        return False

    def _width(self, text: str, gap: Gap, space: float) -> float | None:
        """The sum of its advances; None where the type lacks a letter."""
        advances = [space if letter == SPACE else self._advance(gap.before, letter) for letter in text]
        known = [advance for advance in advances if advance is not None]
        return sum(known) if len(known) == len(text) else None

    def _advance(self, like: Letter, letter: str) -> float | None:
        shown = self._advances.get((like.face.key, letter))
        return shown * like.face.em if shown is not None else advance(like, letter)

    def _kerning(self, text: str, gap: Gap) -> tuple[float, int]:
        """(what the distances of its pairs of letters add, how many pairs the page does not show)."""
        font = gap.before.face.key
        asked = [(font, one, two) for one, two in pairwise(text) if SPACE not in (one, two)]
        known = [self._pairs[pair] for pair in asked if pair in self._pairs]
        unseen = len(asked) - len(known)
        return sum(known) * gap.em + unseen * gap.line.tracking, unseen


def advance(like: Letter, letter: str) -> float | None:
    """How far the line goes on with a letter of the same type; None where it has none."""
    wide, none = _width_of(like, letter), _width_of(like, NO_LETTER)
    is_whole = pdfium.FPDFFont_GetIsEmbedded(like.face.font) == 0 and ord(letter) <= LAST_OF_LATIN
    return wide * like.face.em if wide != none or is_whole else None


def _width_of(like: Letter, letter: str) -> float:
    wide = ctypes.c_float()
    pdfium.FPDFFont_GetGlyphWidth(like.face.font, ord(letter), 1.0, wide)
    return wide.value


def spaces(gap: Gap) -> set[float]:
    """How wide a space of this line is: as its type has it, and as it is set."""
    typed = _width_of(gap.before, SPACE) * gap.em + gap.line.tracking
    steps = (two.start - one.end for one, two in pairwise(gap.line.letters))
    between = [step for step in steps if TOUCHING * gap.em <= step < gap.em]
    return {typed, median(between)} if between else {typed}
