"""How numbers may stand in the copy of a workbook: the same for who writes one and for who looks at one.

A number holds more than its format shows: more places behind the point, the day of a time, the year of a
month. So a number of the copy is what is shown of it, in the format of this list that shows it just so.
"""

from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from terbuka.documents.xlsx.dates import DAY, is_date_number
from terbuka.documents.xlsx.numbers import shown
from terbuka.documents.xlsx.sections import sections

FIGURES = [
    "0", "#,##0", "0.0", "0.00", "#,##0.0", "#,##0.00", "0.000", "0.0000", "#,##0.000", "0%", "0.0%", "0.00%",
    '"Rp"#,##0', '"Rp" #,##0', '"Rp"#,##0.00', '"Rp" #,##0.00', "0.00E+00", "General",
]  # fmt: skip
DAYS = [
    "dd/mm/yyyy", "d/m/yyyy", "dd-mm-yyyy", "d-m-yyyy", "dd.mm.yyyy", "yyyy-mm-dd", "mm/dd/yyyy", "m/d/yyyy",
    "[$-421]d mmmm yyyy", "[$-421]dd mmmm yyyy", "[$-421]d mmm yyyy", "[$-421]dd mmm yyyy",
    "[$-421]d-mmm-yyyy", "[$-421]dd-mmm-yyyy", "[$-421]dddd, d mmmm yyyy", "[$-421]dddd, dd mmmm yyyy",
    "dd/mm/yyyy hh:mm", "dd/mm/yyyy hh:mm:ss", "yyyy-mm-dd hh:mm", "yyyy-mm-dd hh:mm:ss",
    "hh:mm", "hh:mm:ss", "h:mm", "h:mm:ss", "[h]:mm", "[h]:mm:ss",
]  # fmt: skip
CODES = (*FIGURES, *DAYS)
"""Every format of numbers that a copy may have."""
SINCE_1904 = 1462
"""Days between the two beginnings of the count."""
LONGEST = 15
"""Figures; programs round a longer number, so it stays as text."""


class Kept(NamedTuple):
    """A number of the copy and its format."""

    value: str
    code: str


@lru_cache(maxsize=65536)
def kept_number(number: Decimal, code: str, since_1904: bool) -> Kept | None:
    """The number that shows what ``number`` shows with ``code``, and no more; None where none does."""
    said = shown(number, code, since_1904)
    is_date = any(section.is_date for section in sections(code)) and is_date_number(number, since_1904)
    start = number + SINCE_1904 * (is_date and since_1904)
    for candidate in DAYS if is_date else FIGURES:
        value = _as_shown(start, candidate)
        if sum(map(str.isdigit, said)) <= LONGEST and shown(value, candidate) == said:
            return Kept(_written(value), candidate)
    return None


def _as_shown(number: Decimal, code: str) -> Decimal:
    """The number without what the format does not show."""
    if code in DAYS:
        return _moment_as_shown(number, code)
    if code == "General":
        return number
    if "E" in code:
        return Decimal(f"{number:.2E}")
    places = len(code.partition(".")[2].rstrip("%")) + 2 * code.endswith("%")
    if abs(number.adjusted()) > LONGEST:
        return number
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _moment_as_shown(number: Decimal, code: str) -> Decimal:
    seconds = (number * DAY).quantize(Decimal(1))
    step = DAY if "h" not in code else 1 if "s" in code else 60
    if "y" not in code and "[h]" not in code:
        seconds %= DAY
    seconds = (seconds / step).to_integral_value(ROUND_FLOOR) * step
    return (seconds / DAY).quantize(Decimal("1E-10"))


def _written(value: Decimal) -> str:
    """A number as the file has it: no more signs than it needs."""
    if value and abs(value.adjusted()) > LONGEST:
        return f"{value.normalize():E}"
    said = f"{value:f}"
    return (said.rstrip("0").rstrip(".") if "." in said else said) or "0"
