"""The numbers of days that are dates, written out as a number format says."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from terbuka.documents.xlsx.sections import Section, Token

LAST = 2_958_465
"""The number of 31 December 9999."""
DAY = 86_400
_LEAP_THAT_WAS_NONE = 60  # 29 February 1900, which the programs count
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
    "November", "Desember",
)  # fmt: skip
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day_of(number: int, since_1904: bool = False) -> date | None:
    """The day that a number stands for; None where it stands for none."""
    if since_1904:
        number += 1462
    if not 1 <= number <= LAST:
        return None
    return date(1899, 12, 31 if number < _LEAP_THAT_WAS_NONE else 30) + timedelta(number)


def number_of(day: date) -> int:
    """The number of a day, as the programs count them from 1900 on."""
    number = (day - date(1899, 12, 30)).days
    return number if number > _LEAP_THAT_WAS_NONE else number - 1


def is_date_number(value: Decimal, since_1904: bool = False) -> bool:
    """Whether a number can be shown as a date or a time of the day."""
    return 0 <= value <= LAST - (1462 if since_1904 else 0)


def written_date(value: Decimal, section: Section, since_1904: bool = False) -> str:
    """A number as the date, the time or the length of time that ``section`` makes of it."""
    tokens = _with_minutes(section.tokens)
    seconds = value * DAY
    places = _figures_behind_seconds(tokens)
    seconds = seconds.quantize(Decimal(1).scaleb(-places))
    days, of_day = divmod(seconds, DAY)
    day, to_twelve = day_of(int(days), since_1904), any(token.kind == "noon" for token in tokens)
    moment = _Moment(seconds, of_day, day, section.is_english, to_twelve)
    return "".join(moment.written(token) for token in tokens)


def _with_minutes(tokens: Sequence[Token]) -> list[Token]:
    """An ``m`` behind hours or before seconds means minutes; figures behind ``s.`` are of a second."""
    made = list(tokens)
    timed = [i for i, token in enumerate(made) if token.kind in ("date", "elapsed")]
    for place, index in enumerate(timed):
        token = made[index]
        before = made[timed[place - 1]].text[0] if place else ""
        after = made[timed[place + 1]].text[0] if place + 1 < len(timed) else ""
        if token.kind == "date" and token.text in ("m", "mm") and (before == "h" or after == "s"):
            made[index] = Token("minutes", token.text)
    return made


def _figures_behind_seconds(tokens: Sequence[Token]) -> int:
    return min(3, sum(token.kind == "digit" for token in tokens))


class _Moment:
    """A moment, and how its parts are written. ``day`` is None where the number stands for none."""

    def __init__(
        self, seconds: Decimal, of_day: Decimal, day: date | None, is_english: bool, to_twelve: bool
    ) -> None:
        self._seconds, self._of_day, self._day, self._to_twelve = seconds, of_day, day, to_twelve
        self._months = _ENGLISH_MONTHS if is_english else MONTHS
        self._days = _ENGLISH_DAYS if is_english else DAYS
        self._point = False

    def written(self, token: Token) -> str:
        kind, text = token
        if kind == "literal":
            return text
        if kind == "minutes":
            return _figures(int(self._of_day) // 60 % 60, text)
        if kind == "elapsed":
            unit = {"h": 3600, "m": 60, "s": 1}[text[0]]
            return _figures(int(self._seconds) // unit, text)
        if kind == "noon":
            return ("AM" if self._of_day < DAY / 2 else "PM")[: 2 if "/p" in text and len(text) > 3 else 1]
        if kind == "date":
            return self._part(text)
        if kind == "digit":
            return self._fraction()
        return "," if text == "." else text

    def _part(self, text: str) -> str:
        if text[0] == "h":
            hours = int(self._of_day) // 3600
            return _figures((hours % 12 or 12) if self._to_twelve else hours, text)
        if text[0] == "s":
            return _figures(int(self._of_day) % 60, text)
        if self._day is None:
            return _figures({"y": 1900, "m": 1, "d": 0}[text[0]], text)
        if text[0] == "y":
            return f"{self._day.year:04d}" if len(text) > 2 else f"{self._day.year % 100:02d}"
        number = self._day.month if text[0] == "m" else self._day.day
        if len(text) <= 2:
            return _figures(number, text)
        name = self._months[number - 1] if text[0] == "m" else self._days[self._day.weekday()]
        return {3: name[:3], 5: name[:1]}.get(len(text), name)

    def _fraction(self) -> str:
        """All figures behind the seconds, where the first of them stands."""
        if self._point:
            return ""
        self._point = True
        return str(self._of_day % 1).partition(".")[2]


def _figures(number: int, text: str) -> str:
    return f"{number:0{min(len(text), 4)}d}"
