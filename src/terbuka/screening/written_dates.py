"""One date in every way it is written: what screening seeks and what the verifier seeks is the same.

Two figures of a year mean either century: a form too many hides or refuses, a form too few leaks.
"""

import re
from collections.abc import Iterator

MONTHS = (
    ("januari", "january", "jan"),
    ("februari", "pebruari", "february", "feb", "peb"),
    ("maret", "march", "mar"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("agustus", "august", "agust", "agt", "agu", "ags", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nopember", "nov", "nop"),
    ("desember", "december", "des", "dec"),
)
"""The names of each month, Indonesian, old, English and short."""
_NUMBERS = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
_WRITTEN = re.compile(r"(\d{1,2})[ .\-/]+([a-z]{3,9}|\d{1,2})\.?[ .,\-/]+(\d{4}|\d{2})(?!\d)", re.I)
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})(?!\d)", re.I)
_ISO = re.compile(r"(\d{4})[\-/.](\d{1,2})[\-/.](\d{1,2})(?!\d)")


def date_forms(text: str) -> list[str]:
    """The forms of the first date in ``text``, letters and figures only; nothing where there is none.

    >>> "14mei1988" in date_forms("Banjar, 14-05-1988")
    True
    """
    return list(dict.fromkeys(form for date in dates(text) for form in _forms(*date)))


def dates(text: str) -> Iterator[tuple[int, int, int]]:
    """Day, month and year of the first date in ``text``; both years that two figures may mean."""
    iso = _ISO.search(text)
    written = None if iso else _WRITTEN.search(text)
    if iso:
        parts = (int(iso[3]), int(iso[2]), iso[1])
    elif written:
        parts = (int(written[1]), _month(written[2].casefold()), written[3])
    elif first := _MONTH_FIRST.search(text):
        parts = (int(first[2]), _month(first[1].casefold()), first[3])
    else:
        return
    day, month, year = parts
    if 1 <= day <= 31 and 1 <= month <= 12:
        for century in (0,) if len(year) == 4 else (1900, 2000):
            yield day, month, century + int(year)


def _month(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.get(word, 0)


def _forms(day: int, month: int, year: int) -> Iterator[str]:
    """In figures and in words, in both orders, with two and four figures for the year."""
    yield f"{year}{month:02d}{day:02d}"
    for said in (str(day), f"{day:02d}"):
        for named in (str(month), f"{month:02d}", *MONTHS[month - 1]):
            yield f"{said}{named}{year}"
            yield f"{said}{named}{year % 100:02d}"
        for named in MONTHS[month - 1]:
            yield f"{named}{said}{year}"
