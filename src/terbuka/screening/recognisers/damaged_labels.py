"""Labels that a scanner has damaged: letters taken for others (``No. BPJ5``, ``lMEl``, ``Tgl Lah1r``), words
torn apart (``TGL LAH IR``)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from terbuka.screening.folding import OCR_CLASS
from terbuka.screening.lexicon import marks
from terbuka.screening.reading import Mark, Reading

Marks = Iterable[Mark]

_SHORTEST, _SHORTEST_TORN = 3, 5
_MOST_WORDS = 4
_DAMAGE = re.compile(r"[^\W\d_][\d|!]|[\d|!][^\W\d_]|[a-z][A-Z]|^I[a-z]|^l[A-Z]")


@dataclass(frozen=True, slots=True)
class Mended:
    """Marks that damaged words make, as ``Reading.opening`` and ``Reading.closing`` have them."""

    opening: dict[int, list[Mark]] = field(default_factory=dict)
    closing: dict[int, list[Mark]] = field(default_factory=dict)


def mended(reading: Reading) -> Mended:
    """The labels in which a word is damaged or torn."""
    found = Mended()
    for first, last, word in _damaged(reading):
        for begin, end, tags in _phrases(reading, first, last, word):
            found.opening.setdefault(begin, []).append((end - begin, tags))
            found.closing.setdefault(end - 1, []).append((end - begin, tags))
    return found


def _damaged(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Words that are no label as they stand but would be one undamaged: first, last, and the word meant."""
    known = label_words()
    whole = frozenset(known.values())
    before = ""
    for index, fold in enumerate(reading.folds):
        if len(fold) >= _SHORTEST and _may_be_damaged(reading.word(index)):
            meant = known.get(_skeleton(fold))
            if meant and meant != fold:
                yield index, index + 1, meant
        if before + fold in whole and len(before + fold) >= _SHORTEST_TORN and reading.between(index) == " ":
            yield index - 1, index + 1, before + fold
        before = fold


def _may_be_damaged(word: str) -> bool:
    """Not plainly written in small letters, in capitals or with one in front."""
    plain = word.isalpha() and (word.islower() or word.isupper() or (word.istitle() and word[0] != "I"))
    return not plain and bool(_DAMAGE.search(word))


def _phrases(reading: Reading, first: int, last: int, word: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """The phrases of the lexicon that hold ``word`` in place of words ``first`` to ``last``."""
    left = max(first - _MOST_WORDS, 0)
    folds = [*reading.folds[left:first], word, *reading.folds[last : last + _MOST_WORDS]]
    joined, at, ends = f" {' '.join(folds)} ", 0, {}
    for place, fold in enumerate(folds):
        at += len(fold) + 1
        ends[at] = place
    here, more = first - left, last - first - 1
    for at, (length, tags) in marks().iter(joined):
        end = ends[at]
        if end - length < here <= end:
            yield left + end + 1 - length, left + end + 1 + more, tags


@cache
def label_words() -> dict[str, str]:
    """The words of all labels by their skeleton: letters that a scanner confuses are one."""
    return {
        _skeleton(word): word
        for phrase, (_, tags) in sorted(marks().items())
        if any(tag.startswith("label.") for tag in tags)
        for word in phrase.split()
        if len(word) >= _SHORTEST and word.isalpha()
    }


def _skeleton(word: str) -> str:
    return "".join(OCR_CLASS.get(char, char) for char in word)
