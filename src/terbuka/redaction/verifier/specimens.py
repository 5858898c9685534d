"""Does each letter of the real text draw what it says? A few words that hold it are read, and no page.

A copy of real text has one font, and what a letter draws it draws on every page. So the words of a page whose
letters have all been read once need not be read again: what they say is in the text, which is searched.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
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
    """The letters of a copy that are known to draw what they say."""

    def __init__(self, letters: Mapping[int, Letter]) -> None:
        """``letters``: by number. Those that draw and mean the same are one."""
        self._letters = letters
        self._form = {number: _form(letter) for number, letter in letters.items()}
        self._right: dict[object, set[str]] = defaultdict(set)
        self._tried: set[str] = set()
        self._all: dict[object, set[str]] = defaultdict(set)
        self._known: set[int] = set()

    def read(self, ocr: Ocr, pages: Mapping[int, PageText], draw: Draw) -> None:
        """Read words of the ``pages`` (by number), as few as tell."""
        for _, run in self._runs(pages):
            for form in self._forms(run):
                self._all[form].add(self.said(run))
        for scale in CLOSER:
            for number, runs in self._chosen(pages).items():
                self._take(ocr, draw(number), runs, scale)
        self._known = {number for number in self._letters if self._is_known(number)}

    def said(self, run: Run) -> str:
        """The text of its letters."""
        return "".join(self._letters[number].text for number in run.letters)

    def knows(self, page: PageText) -> bool:
        """Whether every letter of the page draws what it says."""
        return all(run.box is not None and self._known.issuperset(run.letters) for run in page.runs)

    def _is_known(self, number: int) -> bool:
        letter = self._letters[number]
        return letter.is_in_place and (letter.is_sign or self._is_proven(self._form[number]))

    def _is_proven(self, form: object) -> bool:
        return len(self._right[form]) >= min(SPECIMENS, len(self._all[form])) > 0

    def _runs(self, pages: Mapping[int, PageText]) -> Iterator[tuple[int, Run]]:
        """The runs that can be read, each with the number of its page."""
        for number, page in pages.items():
            for run in page.runs:
                if run.box and all(at in self._letters for at in run.letters) and self._is_long(run):
                    yield number, run

    def _is_long(self, run: Run) -> bool:
        return sum(sign.isalnum() for sign in self.said(run)) >= LEAST

    def _forms(self, run: Run) -> set[object]:
        return {self._form[at] for at in run.letters if not self._letters[at].is_sign}

    def _chosen(self, pages: Mapping[int, PageText]) -> dict[int, list[Run]]:
        """Words that show letters of which too few have been read, by page; those that failed come last."""
        chosen: dict[int, list[Run]] = defaultdict(list)
        hoped: dict[object, set[str]] = defaultdict(set)
        if wanted := {form for form in self._all if not self._is_proven(form)}:
            runs = list(self._runs(pages))
            for number, run in sorted(runs, key=lambda each: self.said(each[1]) in self._tried):
                said, forms = self.said(run), self._forms(run)
                if any(self._helps(form, said, hoped[form]) for form in forms & wanted):
                    chosen[number].append(run)
                    for form in forms:
                        hoped[form].add(said)
        self._tried |= {self.said(run) for runs in chosen.values() for run in runs}
        return chosen

    def _helps(self, form: object, said: str, hoped: Set[str]) -> bool:
        """Whether a word is to be read for a letter for which others are ``hoped`` to be read as well."""
        return said not in hoped and said not in self._right[form] and len(hoped) < SPECIMENS + SPARE

    def _take(self, ocr: Ocr, drawn: Drawn, runs: Sequence[Run], scale: float) -> None:
        words = [LooseWord(self.said(run), run.box) for run in runs if run.box]
        right = read_alike(ocr, drawn, words, scale)
        for run, word in zip(runs, words, strict=True):
            if word in right:
                for form in self._forms(run):
                    self._right[form].add(word.text)


def _form(letter: Letter) -> object:
    return letter.text, letter.outline.data if letter.outline else None
