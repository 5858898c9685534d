"""Days of the week and of the market: who was born on one may be called so ("Saksi Jumat", "Legi")."""

from terbuka.screening.lexicon import words
from terbuka.screening.names.rules import AGE_BEHIND
from terbuka.screening.reading import Reading

_DAYS, _BEFORE, _BEHIND = words("day-as-name"), words("before-a-day"), words("behind-a-day")
_YEARS = words("age-unit")


def is_day(reading: Reading, index: int) -> bool:
    """Word ``index`` is also a day."""
    return reading.folds[index] in _DAYS


def is_dated(reading: Reading, index: int) -> bool:
    """Word ``index`` is a day and means that day: "hari Jumat", "Jumat kemarin", "Senin, 4 Maret"."""
    if not is_day(reading, index) or AGE_BEHIND.match(reading.text, reading.ends[index]):
        return False
    if index and reading.folds[index - 1] in _BEFORE:
        return True
    behind = reading.folds[index + 1 : index + 3]
    if not behind or "\n" in reading.between(index + 1):
        return False
    of_age = behind[1:] and behind[1] in _YEARS
    return behind[0] in _BEHIND or (behind[0][0].isdigit() and not of_age)
