"""Where a detail ends: the words that ask for it, the boxes of a form that nobody ticked, and the words that
only join it to the sentence stay readable (policy: only the words of the value)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from terbuka.screening.candidate import Candidate
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import words
from terbuka.screening.reading import Reading
from terbuka.screening.recognisers.answers import asking_words
from terbuka.screening.recognisers.learned import LEARNED

_ASKED = ("health", "finance", "marital", "religion", "ethnic", "school", "age")
_RULES = frozenset(
    {
        LEARNED,
        "health.passage",
        "health.asked",
        "finance.passage",
        "finance.state",
        "schooling.kinship",
        "told.marriage",
        "told.money",
    }
)
_CHOICES = frozenset({"attributes.marital", "attributes.religion", "attributes.ethnic", "attributes.said"})
_BEFORE = words("joining") | words("introducing") | words("in-front-of-a-detail")
_BEHIND = words("joining") | words("behind-a-detail")
_AT = frozenset({"di", "ke", "dari", "oleh"})
_FOUND = frozenset({"terdapat", "ditemukan", "didapatkan"})
_COLON = re.compile(r"[ \t]*:(?!\d)")
_ITEM, _AFTER_ITEM = re.compile(r"\d{1,2}|[a-z]"), re.compile(r"[.)]\s")
_LONGEST_LABEL = 5
_TICKED = re.compile(r"[\[(] ?[xXvV] ?[\])]")
_NOT_TICKED = re.compile(r"(?:\[[ _]{0,3}\]|\([ _]{1,3}\)|☐|□)[ \t]{0,2}(?P<option>[^\[(☐☑□■\n|]*)")
_NEXT_COLUMN = re.compile(r"\s{2,}")


def cut_edges(layout: Layout, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates without what is none of the detail; in pieces where that stands in the middle."""
    outside = {index for index in range(len(layout.reading)) if layout.in_label(index)}
    outside |= asking_words(layout, *_ASKED)
    outside |= _item_numbers(layout)
    not_chosen = _not_chosen(layout)
    outside |= not_chosen
    for candidate in candidates:
        if candidate.rule in _RULES:
            yield from _pieces(layout, candidate, outside)
        elif candidate.rule in _CHOICES:
            yield from _pieces(layout, candidate, not_chosen)
        else:
            yield candidate


def _item_numbers(layout: Layout) -> set[int]:
    """The numbers that begin a line: what is told ends before the next item of a list."""
    reading = layout.reading
    return {
        index
        for index in range(1, len(reading))
        if reading.lines[index] > reading.lines[index - 1]
        and _ITEM.fullmatch(reading.folds[index])
        and _AFTER_ITEM.match(reading.between(index + 1))
    }


def _asking(reading: Reading, span: range) -> set[int]:
    """The words of ``span`` that a colon follows, back to the clause before: they ask for what comes then."""
    found = set[int]()
    for behind in range(span.start + 1, span.stop + 1):
        if not _COLON.match(reading.text, reading.ends[behind - 1]):
            continue
        first = behind - 1
        while first > span.start and behind - first < _LONGEST_LABEL and reading.between(first) == " ":
            first -= 1
        found.update(range(first, behind))
    return found


def _leading_up(reading: Reading, span: range) -> range:
    """Where on the body something is found, in front of what it is: "pada dahi kanan, dua sentimeter dari
    garis tengah, terdapat luka"."""
    found = next((index for index in span if reading.folds[index] in _FOUND), span.start)
    front = range(span.start, found)
    if any(reading.tag_at(i, "health.core") for i in front):
        return range(0)
    return range(span.start, found + 1) if any(reading.tag_at(i, "health.part") for i in front) else range(0)


def _at_a_hospital(reading: Reading, span: range) -> range:
    """Where somebody is treated, at the end of what for: "dirawat di RSUD Ulin"."""
    for index in range(span.start + 1, span.stop):
        if reading.folds[index - 1] in _AT and reading.tag_at(index, "place.hospital"):
            return range(index - 1, span.stop)
    return range(0)


def _not_chosen(layout: Layout) -> set[int]:
    """In a form where boxes are ticked: the ticks, and the words behind boxes that are not."""
    reading, found = layout.reading, set[int]()
    for match in _TICKED.finditer(reading.text):
        found.update(reading.words_in(*match.span()))
    if not found:
        return found
    for match in _NOT_TICKED.finditer(reading.text):
        start, end = match.span("option")
        column = _NEXT_COLUMN.search(reading.text, start, end)
        found.update(reading.words_in(start, column.start() if column else end))
    return found


def _pieces(layout: Layout, candidate: Candidate, outside: set[int]) -> Iterator[Candidate]:
    reading = layout.reading
    span = reading.words_in(candidate.start, candidate.end)
    joins = candidate.rule in _RULES
    outside = outside.intersection(span)
    if joins:
        outside = outside.union(_asking(reading, span), _leading_up(reading, span))
        if candidate.type == "HEALTH":
            outside = outside.union(_at_a_hospital(reading, span))
    if outside.isdisjoint(span) and not (joins and span and _joining(reading.folds, span)):
        yield candidate
        return
    index = span.start
    while index < span.stop:
        last = index
        while last < span.stop and last not in outside:
            last += 1
        first, behind = _without_joining(reading.folds, index, last) if joins else (index, last)
        if first < behind:
            start = max(candidate.start, reading.starts[first])
            end = candidate.end if behind == span.stop else reading.ends[behind - 1]
            yield replace(candidate, start=start, end=end)
        index = max(last, index) + 1


def _joining(folds: list[str], span: range) -> bool:
    return _without_joining(folds, span.start, span.stop) != (span.start, span.stop)


def _without_joining(folds: list[str], first: int, last: int) -> tuple[int, int]:
    """The stretch without the words at its edges that join clauses, and those that say what is told."""
    while first < last and folds[first] in _BEFORE:
        first += 1
    while last > first and folds[last - 1] in _BEHIND:
        last -= 1
    return first, last
