"""Dates of birth in a list whose cells touch: a date set against the right edge of its column runs into the
next one, and no column can be told.

Tanggal Lahir            Alamat
        10/08/89 12:00 AM Jl. Sutoyo
        08/27/71 12:00 AM Jl. Kuripan

Where one heading alone asks for a date, the one date of each row is what it asks for.
"""

import re
from collections.abc import Iterator

from terbuka.screening.reading import Reading

_DATE = re.compile(
    r"(?<![\w./-])(?:\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2})(?![\w/-])"
    r"(?: \d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: [AP]M\b)?)?"
)
_ASKS_FOR_A_DATE = frozenset(("tanggal", "tgl", "tmt", "date", "waktu", "hari"))
_BIRTH = "label.birth"
_LEAST_ROWS, _MOST_ROWS = 2, 2000


def dated_rows(reading: Reading) -> Iterator[tuple[int, int]]:
    """Where such dates begin and end."""
    for line in sorted({reading.lines[first] for first, _ in reading.marked(_BIRTH)}):
        rows = list(_rows(reading, line + 1)) if _is_heading(reading, line) else []
        if len(rows) >= _LEAST_ROWS:
            yield from rows


def _is_heading(reading: Reading, line: int) -> bool:
    """Headings of which one asks for the birth, another for something else, and none for a further date."""
    start, end = reading.line_span(line)
    words = reading.line_words(line)
    if ":" in reading.text[start:end] or any(char.isdigit() for char in reading.text[start:end]):
        return False
    tags = {tag for index in words for _, have in reading.opening.get(index, ()) for tag in have}
    others = any(tag.startswith("label.") and tag != _BIRTH for tag in tags)
    return others and sum(reading.folds[index] in _ASKS_FOR_A_DATE for index in words) <= 1


def _rows(reading: Reading, line: int) -> Iterator[tuple[int, int]]:
    """The date of each line below, down to the first that has none or several."""
    for row in range(line, min(line + _MOST_ROWS, len(reading.line_starts))):
        found = list(_DATE.finditer(reading.text, *reading.line_span(row)))
        if len(found) != 1:
            return
        yield found[0].span()
