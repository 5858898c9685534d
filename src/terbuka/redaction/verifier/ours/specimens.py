"""Does each letter of the real text draw what it says? A few words that hold it are read, and no page.

A copy of real text has one font, and what a letter draws it draws on every page. So the words of a page whose
letters have all been read once need not be read again: what they say is in the text, which is searched. They
are read on a sheet of their own: on the page, something drawn over a letter would hide what it draws. There a
letter that stands only by itself in the copy, as a colon or a figure in a table does, is set beside words.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from terbuka.documents import Box
from terbuka.documents.lines import LooseWord
from terbuka.documents.ocr import Ocr
from terbuka.redaction.verifier.ours.operators import PageText
from terbuka.redaction.verifier.ours.pdf_font import Outline
from terbuka.redaction.verifier.ours.specimen_sheet import specimen_sheet
from terbuka.redaction.verifier.pixels.agreement import read_alike

SPECIMENS = 2
"""Words that have to be read right of each letter, or all that it stands in."""
SPARE = 2
"""Words more that are tried, as reading errs."""
SIZES = (18.0, 13.0, 25.0)
"""Points; the sizes of type that words are read in, one after the other."""
LEAST = 2
"""Letters of a word that is read: one by itself is read as anything."""
HOST = 4
"""Letters at least, or figures, of a word that a letter is set beside which stands in none."""
FLAT, LONG = 140, 2.0
"""Units of height, and widths to a height, of a dash."""
DEEP = -80
"""Units; where an upright stroke ends that is a ruled line: the "l" that looks like it ends higher."""
ROUND, FULL = 1.4, 0.6
"""Sides of a dot to each other at most, and the share of its box that it fills: no letter does."""
SOLID = 0.95
"""Share of its box that an upright line fills: a letter of one stroke has serifs, a hook or a bend."""
UPRIGHT, LOW, HIGH = 3.0, 200, 400
"""Heights to a width, and units within which it begins and beyond which it ends, of a capital "I"."""
BESIDE, BELOW, ABOVE = 300, 350, 1050
"""Units to which a letter may reach beside its place, below and above its line: no farther than its row on
the sheet.
"""

Word = tuple[int, ...]
"""The numbers of its letters."""


class Letter(NamedTuple):
    """What a letter means and draws; ``width``: to the next one, in thousandths of an em."""

    text: str
    outline: Outline | None
    width: int

    @property
    def is_plain_sign(self) -> bool:
        """Whether it is a dash, a dot or an upright line, and draws one: then it need not be read. Whatever
        else stands for a sign may draw a letter.
        """
        drawn = self.outline
        if drawn is None or any(map(str.isalnum, self.text)) or drawn.shapes > 1:
            return drawn is None
        left, bottom, right, top = drawn.box
        width, height = right - left, top - bottom
        is_dash = height <= FLAT and width >= LONG * height
        is_line = width <= FLAT and bottom <= DEEP and drawn.area >= SOLID * width * height
        is_dot = max(width, height) <= ROUND * min(width, height) and drawn.area >= FULL * width * height
        return bool(is_dash or is_line or is_dot)

    @property
    def may_be_a_letter(self) -> bool:
        """Whether it is said to be a sign and draws a stroke on the line, as "I" and "l" are in many fonts:
        beside a word that is read as a sign or not at all, so reading does not tell.
        """
        if self.outline is None or any(map(str.isalnum, self.text)) or self.outline.shapes > 1:
            return False
        left, bottom, right, top = self.outline.box
        width, height = right - left, top - bottom
        is_solid = self.outline.area >= SOLID * width * height and height >= UPRIGHT * width
        return bool(is_solid and DEEP < bottom < LOW and top > HIGH)

    @property
    def is_in_place(self) -> bool:
        """Whether it draws where it stands."""
        left, bottom, right, top = self.outline.box if self.outline else (0, 0, 0, 0)
        return bool(left >= -BESIDE and right <= self.width + BESIDE and bottom >= -BELOW and top <= ABOVE)


class Specimens:
    """The letters of a copy that are known to draw what they say. Its pages are met first, and then read."""

    def __init__(self, letters: Mapping[int, Letter]) -> None:
        """``letters``: by number. Those that draw and mean the same are one."""
        self._letters = letters
        self._form = {number: _form(letter) for number, letter in letters.items()}
        self._words: dict[object, dict[str, Word]] = defaultdict(dict)
        self._right: dict[object, set[str]] = defaultdict(set)

    def meet(self, page: PageText) -> None:
        """Take words of the page, as long as there are too few of a letter."""
        for run in page.runs:
            said = self._said(run.letters)
            if sum(sign.isalnum() for sign in said) >= LEAST:
                for form in self._forms(run.letters):
                    words = self._words[form]
                    if len(words) < SPECIMENS + SPARE:
                        words.setdefault(said, run.letters)

    def read(self, ocr: Ocr, font: Any) -> frozenset[int]:
        """The numbers of the letters that are known, once a few words of each have been read.

        ``font``: the font of the real text, as pypdf has it.
        """
        self._read_of(ocr, font, list(self._words))
        self._read_of(ocr, font, list(self._beside_words()))
        return frozenset(number for number in self._letters if self._is_known(number))

    def _read_of(self, ocr: Ocr, font: Any, forms: Sequence[object]) -> None:
        for size, most in zip(SIZES, (SPECIMENS, None, None), strict=True):
            if chosen := list(self._chosen(forms, most)):
                self._take(ocr, font, chosen, size)

    def _beside_words(self) -> Iterator[object]:
        """The forms of what stands in no word, each set before and behind words that have been read right."""
        hosts = [(said, word) for words in self._words.values() for said, word in words.items()]
        good = {said: word for said, word in hosts if len(said) >= HOST and self._is_right(said, word)}
        for number in [one for one, form in self._form.items() if form not in self._words]:
            letter = self._letters[number]
            if letter.is_in_place and not letter.is_plain_sign:
                figures = [said for said in good if said.isdigit() and letter.text.isdigit()]
                chosen = figures or [said for said in good if said.isalpha()]
                for at, said in enumerate(chosen[: SPECIMENS + SPARE]):
                    word = (*good[said], number) if at % 2 else (number, *good[said])
                    self._words[self._form[number]][self._said(word)] = word
                yield self._form[number]

    def _is_right(self, said: str, word: Word) -> bool:
        return all(said in self._right[form] for form in self._forms(word))

    def _said(self, word: Word) -> str:
        """The text of its letters; empty where one of them is not in the font, or draws elsewhere."""
        found = [self._letters.get(number) for number in word]
        return "".join(one.text for one in found if one) if all(o and o.is_in_place for o in found) else ""

    def _forms(self, word: Word) -> set[object]:
        return {self._form[number] for number in word if not self._letters[number].is_plain_sign}

    def _is_known(self, number: int) -> bool:
        letter = self._letters[number]
        if not letter.is_in_place or letter.may_be_a_letter:
            return False
        return letter.is_plain_sign or self._is_proven(self._form[number])

    def _is_proven(self, form: object) -> bool:
        return len(self._right[form]) >= min(SPECIMENS, len(self._words[form])) > 0

    def _chosen(self, forms: Sequence[object], most: int | None) -> Iterator[Word]:
        """Words of ``forms`` of which too few have been read right; ``most``: of one of them."""
        chosen: dict[Word, None] = {}
        for form in forms:
            if not self._is_proven(form):
                some = list(self._words[form].items())[:most]
                chosen.update({word: None for said, word in some if said not in self._right[form]})
        return iter(chosen)

    def _take(self, ocr: Ocr, font: Any, words: Sequence[Word], size: float) -> None:
        widths = [sum(self._letters[number].width for number in word) for word in words]
        drawn, boxes = specimen_sheet(font, words, widths, size)
        said = [LooseWord(self._said(word), Box(*box)) for word, box in zip(words, boxes, strict=True)]
        right = {id(one) for one in read_alike(ocr, drawn, said)}
        for word, one in zip(words, said, strict=True):
            if id(one) in right:
                for form in self._forms(word):
                    self._right[form].add(one.text)


def _form(letter: Letter) -> object:
    return letter.text, letter.outline.data if letter.outline else None
