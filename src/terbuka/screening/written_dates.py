"""One date in every way it is written: what screening seeks and what the verifier seeks is the same.

Two figures of a year mean either century: a form too many hides or refuses, a form too few leaks.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

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
_NAMES = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_FIGURE = "(?-i:[0-9OolI])"  # a scanner reads O for 0 and l for 1
_TWO = rf"(?:[0-9]{_FIGURE}?|{_FIGURE}{{2}})"  # a letter alone is none: "L / 21-08-1969" begins with a sex
_DAY = rf"({_TWO})(?:st|nd|rd|th)?"
DATE = re.compile(
    rf"(?<![\w/]){_DAY}[ .\-/]{{1,3}}({_NAMES})\.?[ .,\-/]{{1,3}}({_FIGURE}{{4}}|\d{{2}})(?!\w)"
    rf"|(?<![\w/.])({_TWO}) ?[\-/.] ?({_TWO}) ?[\-/.] ?({_FIGURE}{{4}}|\d{{2}})(?![\w/])"
    r"|(?<![\w/.])((?:19|20)\d{2})[\-/.](\d{1,2})[\-/.](\d{1,2})(?![\w/])"
    rf"|(?<!\w)({_NAMES})\.? {_DAY},? {{1,2}}(\d{{4}})(?!\w)",
    re.I,
)
"""A date as Indonesian documents write it: day, month and year; figures alone; year first; month first."""
WHERE_AND_WHEN = re.compile(
    rf"(?P<place>[A-Z][\w.' ]{{2,30}}, ?)?(?:tanggal |tgl\.? )?"
    rf"(?:(?:{_DAY} )?(?i:{_NAMES})\.? \d{{4}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}})"
)
"""What stands over a signature, below a table or an empty blank: "Banjarbaru, 15 Maret 2024"."""
_UNITS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000}
_TIMES = {"puluh": 10, "ratus": 100, "ribu": 1000}
_UNIT = "|".join(_UNITS)
_BELOW_HUNDRED = rf"(?:sepuluh|sebelas|(?:{_UNIT}) belas|(?:{_UNIT}) puluh(?: (?:{_UNIT}))?|{_UNIT})"
_HUNDREDS = rf"(?:seratus|(?:{_UNIT}) ratus)"
YEAR_IN_WORDS = rf"(?:(?:seribu|dua ribu)(?: {_HUNDREDS})?(?: {_BELOW_HUNDRED})?)"
SPELLED = re.compile(
    rf"(?<!\w)({_BELOW_HUNDRED}) (?:bulan )?({_NAMES})[ ,]{{1,2}}(?:tahun )?({YEAR_IN_WORDS})(?!\w)", re.I
)
"""A date all in words, as deeds and minutes give it: "dua belas Mei dua ribu sembilan"."""
FIGURES_AND_WORDS = re.compile(
    rf"(?<![\w/])\d{{1,2}} ?\({_BELOW_HUNDRED}\) (?:bulan )?(?:{_NAMES}) (?:tahun )?\d{{4}}(?!\w)"
    rf"(?: ?\((?:tahun )?{YEAR_IN_WORDS}\))?",
    re.I,
)
"""A date whose day is given twice: "12 (dua belas) Mei 2009 (dua ribu sembilan)"."""
_BRACKETED = re.compile(r" ?\([^()\d]*\)|(?<= )(?:bulan|tahun) ", re.I)
_READ = str.maketrans("OolI", "0011")
_YEARS = r"(?P<since>(?:19|20)\d\d) ?(?:[-–]|s\.?d\.?|sampai) ?(?P<till>(?:19|20)\d\d)\b"
_YEARS_OPEN = re.compile(rf"[\s|\-•*\d.)]{{0,6}}?{_YEARS}")
_YEARS_BEHIND, _TO_YEARS = re.compile(_YEARS), 14


@lru_cache(maxsize=4)
def dates_in(text: str) -> tuple[re.Match[str], ...]:
    """All that ``DATE`` finds in a text. Kept for the last few texts: several recognisers ask one after the
    other."""
    return tuple(DATE.finditer(text))


def date_forms(text: str) -> list[str]:
    """The forms of the first date in ``text``, letters and figures only; nothing where there is none.

    >>> "14mei1988" in date_forms("Banjar, 14-05-1988")
    True
    """
    return list(dict.fromkeys(form for date in dates(text) for form in _forms(*date)))


def dates(text: str) -> Iterator[tuple[int, int, int]]:
    """Day, month and year of the first date in ``text``; both years that two figures may mean."""
    found = DATE.search(text) or DATE.search(_BRACKETED.sub("", text))
    if found is None:
        yield from _spelled(text)
        return
    said = found.groups()
    day, month, year = said[:3] if said[0] else said[3:6]
    if said[6]:
        year, month, day = said[6:9]
    elif said[9]:
        month, day, year = said[9:]
    day, month, year = int(day.translate(_READ)), _month(month), year.translate(_READ)
    if 1 <= day <= 31 and 1 <= month <= 12:
        for century in (0,) if len(year) == 4 else (1900, 2000):
            yield day, month, century + int(year)


def _spelled(text: str) -> Iterator[tuple[int, int, int]]:
    found = SPELLED.search(" ".join(text.split()))
    if found:
        day, year = _counted(found[1].lower()), _counted(found[3].lower())
        if 1 <= day <= 31:
            yield day, _month(found[2]), year


def _counted(said: str) -> int:
    """A number below ten thousand in words."""
    value = 0
    for word in said.split():
        if word in _WHOLE:
            value += _WHOLE[word]
        elif word in _TIMES:
            rest = value % 10
            value += rest * (_TIMES[word] - 1)
        elif word == "belas":
            value += 10
        else:
            value += _UNITS.index(word) + 1
    return value


def _in_words(number: int) -> str:
    """A year or a day as one says it: 2009 is ``dua ribu sembilan``."""
    said = []
    for size, name in ((1000, "ribu"), (100, "ratus")):
        count, number = divmod(number, size)
        if count:
            said.append(f"se{name}" if count == 1 else f"{_UNITS[count - 1]} {name}")
    tens, unit = divmod(number, 10)
    if number in (10, 11):
        said.append("sepuluh" if number == 10 else "sebelas")
    elif tens == 1:
        said.append(f"{_UNITS[unit - 1]} belas")
    else:
        said += [f"{_UNITS[tens - 1]} puluh"] if tens else []
        said += [_UNITS[unit - 1]] if unit else []
    return " ".join(said)


def _month(said: str) -> int:
    return _NUMBERS.get(said.casefold()) or int(said.translate(_READ))


def _forms(day: int, month: int, year: int) -> Iterator[str]:
    """In figures and in words, in both orders, with two and four figures for the year; all in words."""
    yield f"{year}{month:02d}{day:02d}"
    yield from _all_in_words(day, month, year)
    for said in (str(day), f"{day:02d}"):
        for named in (str(month), f"{month:02d}", *MONTHS[month - 1]):
            yield f"{said}{named}{year}"
            yield f"{said}{named}{year % 100:02d}"
        for named in MONTHS[month - 1]:
            yield f"{named}{said}{year}"
            yield f"{said}{_ordinal(day)}{named}{year}"
            yield f"{named}{said}{_ordinal(day)}{year}"


def _all_in_words(day: int, month: int, year: int) -> Iterator[str]:
    """``dua belas Mei (tahun) dua ribu sembilan``, letters only."""
    said, then = _in_words(day).replace(" ", ""), _in_words(year).replace(" ", "")
    for named in MONTHS[month - 1]:
        yield from (f"{said}{named}{then}", f"{said}{named}tahun{then}")


def _ordinal(day: int) -> str:
    """The English ending of a day: 2nd, 11th, 31st."""
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10 if day // 10 != 1 else 0, "th")


def beside_years(text: str, start: int, end: int) -> bool:
    """The years that something lasted open the line of ``[start, end)``, or stand behind it: "2007-2010  SMP
    Negeri 1", "SMP Negeri 1 (2007-2010)". Of two years that follow each other it is a school year."""
    line = text.rfind("\n", 0, start) + 1
    found = _YEARS_OPEN.match(text, line, end) or _YEARS_BEHIND.search(text, start, end + _TO_YEARS)
    return found is not None and int(found["till"]) - int(found["since"]) > 1
