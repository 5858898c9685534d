"""A detail that is hidden goes as far as its phrase: one readable word of it may tell the rest."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from terbuka.screening.candidate import Candidate
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import words
from terbuka.screening.reading import Reading
from terbuka.screening.tagging.tagger import OPEN_PERSON, Tagged

_OPENED = frozenset({"HEALTH", "FINANCE", "MARITAL", "RELATIVE"})
_ENDED = _OPENED - {"FINANCE"}  # of an amount the next words mostly say what it is for
_OPENS, _BEHIND = words("opens-a-detail"), words("behind-a-detail")
_IN_AN_AMOUNT = (".", ",")
_FEW = 2  # more words than these are another matter
_NAMES, _RATHER = ("PERSON", OPEN_PERSON, "PLACE", "ORG"), 0.3


def to_borders(layout: Layout, tagged: Tagged, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates; those in running text with the words that open the phrase ("tidak", "sering"), the last
    few of it, the other half of a word said twice ("gatal-gatal"), and the rest of an amount."""
    reading = layout.reading
    for candidate in candidates:
        span = reading.words_in(candidate.start, candidate.end)
        if not (candidate.weighed and span):
            yield candidate
            continue
        first, last = span.start, span.stop
        while first and _halves(reading, first):
            first -= 1
        while last < len(reading) and _halves(reading, last):
            last += 1
        if candidate.type in _OPENED:
            first = _first(reading, first)
        if candidate.type in _ENDED:
            last = _last(reading, tagged, last)
        start = candidate.start if first == span.start else reading.starts[first]
        end = candidate.end if last == span.stop else reading.ends[last - 1]
        yield replace(candidate, start=start, end=end)


def _halves(reading: Reading, index: int) -> bool:
    """A hyphen alone stands in front of word ``index``, between letters; or the sign that parts an amount:
    "Rp350.000" is one."""
    before, after, gap = reading.word(index - 1), reading.word(index), reading.between(index)
    if gap in _IN_AN_AMOUNT:
        return before[-1].isdigit() and after[0].isdigit()
    return gap == "-" and (before + after).isalpha()


def _first(reading: Reading, first: int) -> int:
    while first and _goes_on(reading, first) and reading.folds[first - 1] in _OPENS:
        first -= 1
    return first


def _last(reading: Reading, tagged: Tagged, last: int) -> int:
    """Behind the few words up to the end of the phrase; where it ends with a name or goes on, nothing."""
    at, more = last, 0
    while at < len(reading) and (_goes_on(reading, at) or _halves(reading, at)):
        if reading.folds[at] in _BEHIND:
            return at
        more += _goes_on(reading, at)
        if more > _FEW or reading.capital(at) or _is_name(tagged, at):
            return last
        at += 1
    return at


def _goes_on(reading: Reading, index: int) -> bool:
    """Nothing but a space stands in front of word ``index``, or a break in a sentence."""
    return reading.between(index) == " " or (reading.wraps(index) and reading.word(index).islower())


def _is_name(tagged: Tagged, index: int) -> bool:
    likely = tagged.details[index]
    return sum(likely.get(label, 0.0) for label in _NAMES) > _RATHER
