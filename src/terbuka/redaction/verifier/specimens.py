"""Does each letter of the real text draw what it says? A few words that hold it are read, and no page.

A copy of real text has one font, and what a letter draws it draws on every page. So the words of a page whose
letters have all been read once need not be read again: what they say is in the text, which is searched.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from terbuka.documents.lines import LooseWord
from terbuka.documents.ocr import Ocr
from terbuka.redaction.verifier.agreement import CLOSER, read_alike
from terbuka.redaction.verifier.operators import PageText, Run
from terbuka.redaction.verifier.pdf_font import Outline
from terbuka.redaction.verifier.reading import Drawn

SPECIMENS = 2
"""Words that have to be read right of each letter, or all that it stands in."""
SPARE = 2
"""Words more that are tried at once, as reading errs."""
LEAST = 2
"""Letters of a word that is read: one by itself is read as anything."""
SIGNS = frozenset(" .,;:!?()[]{}/\\-–—\"'“”‘’·•*+=<>_|…%&°#~^")
"""Signs between the words, which reading leaves out."""
MOST_SHAPES, MOST_POINTS = 2, 90
"""Of the outline of a sign that need not be read: a bullet, a colon; a name has more."""
BESIDE, BELOW, ABOVE = 300, 350, 1050
"""Units to which a letter may reach beside its place, below and above its line, to be seen where its word is
cut out.
"""

Draw = Callable[[int], Drawn]
"""The picture of the page of this number."""


class Letter(NamedTuple):
    """What a letter means and draws; ``width``: to the next one, in thousandths of an em."""

    text: str
    outline: Outline | None
    width: int

    @property
    def is_sign(self) -> bool:
        """Whether it is a sign, and too simple a drawing to be a word."""
        drawn = self.outline
        is_simple = drawn is None or (drawn.shapes <= MOST_SHAPES and drawn.points <= MOST_POINTS)
        return self.text in SIGNS and is_simple

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
        self._words: dict[object, dict[str, tuple[int, Run]]] = defaultdict(dict)
        self._right: dict[object, set[str]] = defaultdict(set)

    def meet(self, number: int, page: PageText) -> None:
        """Take words of the page of this ``number``, as long as there are too few of a letter."""
        for run in page.runs:
            said = self._said(run)
            if run.box and said and sum(sign.isalnum() for sign in said) >= LEAST:
                for form in self._forms(run):
                    words = self._words[form]
                    if len(words) < SPECIMENS + SPARE:
                        words.setdefault(said, (number, run))

    def read(self, ocr: Ocr, draw: Draw) -> frozenset[int]:
        """The numbers of the letters that are known, once a few words of each have been read."""
        for scale, most in zip(CLOSER, (SPECIMENS, None, None), strict=True):
            for number, runs in self._chosen(most).items():
                self._take(ocr, draw(number), runs, scale)
        return frozenset(number for number in self._letters if self._is_known(number))

    def _said(self, run: Run) -> str:
        """The text of its letters; empty where one of them is not in the font."""
        found = [self._letters.get(number) for number in run.letters]
        return "".join(letter.text for letter in found if letter) if all(found) else ""

    def _forms(self, run: Run) -> set[object]:
        return {self._form[at] for at in run.letters if not self._letters[at].is_sign}

    def _is_known(self, number: int) -> bool:
        letter = self._letters[number]
        return letter.is_in_place and (letter.is_sign or self._is_proven(self._form[number]))

    def _is_proven(self, form: object) -> bool:
        return len(self._right[form]) >= min(SPECIMENS, len(self._words[form])) > 0

    def _chosen(self, most: int | None) -> dict[int, list[Run]]:
        """Words of letters of which too few have been read right, by page; ``most``: of one letter."""
        chosen: dict[int, dict[Run, None]] = defaultdict(dict)
        for form, words in list(self._words.items()):
            if not self._is_proven(form):
                for said, (number, run) in list(words.items())[:most]:
                    if said not in self._right[form]:
                        chosen[number][run] = None
        return {number: list(runs) for number, runs in chosen.items()}

    def _take(self, ocr: Ocr, drawn: Drawn, runs: Sequence[Run], scale: float) -> None:
        words = [LooseWord(self._said(run), run.box) for run in runs if run.box]
        right = read_alike(ocr, drawn, words, scale)
        for run, word in zip(runs, words, strict=True):
            if word in right:
                for form in self._forms(run):
                    self._right[form].add(word.text)


def _form(letter: Letter) -> object:
    return letter.text, letter.outline.data if letter.outline else None
