"""Marriage and money in the words of a story, which no label asks for: "diceraikan", "tergadai".

Proposed wherever they stand; whether they are said of somebody private is weighed (``weighing.passages``).
"""

from collections.abc import Iterator
from functools import cache

from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import phrases
from terbuka.screening.reading import Reading
from terbuka.screening.recognisers.learned import REASONS

_KINDS = (("MARITAL", "told.marriage", "told-marriage"), ("FINANCE", "told.money", "told-money"))
_CERTAIN = 0.6


def told(layout: Layout) -> Iterator[Candidate]:
    """Each such word or phrase, the longest at its place."""
    reading = layout.reading
    for type_, rule, name in _KINDS:
        for first, last in _spans(reading, name):
            start, end = reading.starts[first], reading.ends[last - 1]
            yield Candidate(type_, start, end, rule, _CERTAIN, REASONS[type_], Rank.CONTEXT, weighed=True)


def _spans(reading: Reading, name: str) -> Iterator[tuple[int, int]]:
    index, by_first_word = 0, _by_first_word(name)
    while index < len(reading):
        longest = 0
        for phrase in by_first_word.get(reading.folds[index], ()):
            if len(phrase) > longest and tuple(reading.folds[index : index + len(phrase)]) == phrase:
                longest = len(phrase)
        if longest:
            yield index, index + longest
        index += longest or 1


@cache
def _by_first_word(name: str) -> dict[str, list[tuple[str, ...]]]:
    """The phrases of a set, as words, by the first of them."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases(name):
        said = tuple(phrase.split())
        found.setdefault(said[0], []).append(said)
    return found
