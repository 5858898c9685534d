"""Dates of birth, with the place where it stands beside them."""

import re

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.folding import BLOT
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import words
from terbuka.screening.recognisers.dates import DATE

_REASON = N_("Tanggal atau tempat lahir setelah label %(label)s.")
_REACH, _LONGEST = 45, 60
_PLACE_AND_DATE = re.compile(r"[A-Z][\w'.\- ]{1,40}?[,/ ]\s*$")
_NO_PERSON = words("no-birth")


def births(layout: Layout) -> list[Candidate]:
    """Labelled places and dates of birth, and dates behind "lahir" in running text."""
    found = []
    for field in layout.fields:
        if field.has("birth"):
            found += _value(layout, field.start, field.end)
    for row in layout.rows:
        cell = row.cell("birth")
        if cell:
            found += _value(layout, cell.start, cell.end)
    seen = {(c.start, c.end) for c in found}
    return found + [c for c in _in_prose(layout) if (c.start, c.end) not in seen]


def _value(layout: Layout, start: int, end: int) -> list[Candidate]:
    text = layout.reading.text
    match = DATE.search(text, start, end)
    if match is None:
        told = any(char.isalpha() for char in text[start:end]) and BLOT not in text[start:end]
        return [_made(start, end)] if told and end - start < _LONGEST else []
    before = text[start : match.start()]
    if any(char.isdigit() for char in before):  # "45 tahun / 30 Oktober 1977": the age is another matter
        return [_made(match.start(), match.end())]
    return [_made(start, match.end())]


def _made(start: int, end: int) -> Candidate:
    return Candidate(
        "BIRTH", start, end, "births.labelled", 0.95, _REASON, Rank.LABELLED, None, None, {"label": "lahir"}
    )


def _in_prose(layout: Layout) -> list[Candidate]:
    reading, found = layout.reading, []
    for first, last in reading.marked("label.birth"):
        if first and reading.folds[first - 1] in _NO_PERSON:
            continue
        after = reading.ends[last - 1]
        match = DATE.search(reading.text, after, min(after + _REACH, len(reading.text)))
        if (
            match is None
            or "\n\n" in reading.text[after : match.start()]
            or "|" in reading.text[after : match.start()]
        ):
            continue
        start = _with_place(reading.text, after, match.start())
        if start is not None:
            found.append(_made(start, match.end()))
    return found


def _with_place(text: str, after: int, date: int) -> int | None:
    """Where place and date begin, or None when too many other words stand between."""
    between = text[after:date]
    place = _PLACE_AND_DATE.search(between)
    words = between[: place.start()].split() if place else between.split()
    if len([word for word in words if word.strip(":,.")]) > 3:
        return None
    return after + place.start() if place else date
