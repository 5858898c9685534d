"""Working days: every day of the working week that no decree takes out."""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property

from terbuka.errors import TerbukaError
from terbuka.language import N_

from .decrees import DayOff, Decree, Kind, days_off, known, shipped

MONDAY_TO_FRIDAY = frozenset(range(5))
"""Perpres 21/2023 Art. 3. Polri sets its own week (Art. 11), and so may units serving the public (Art. 7)."""


class NoSuchDay(TerbukaError):
    """The count ends outside of the years that a calendar can hold."""


@dataclass(frozen=True)
class Calendar:
    """What was known on ``as_of``, at ``place``. ``week``: weekdays worked, Monday is 0.

    ``joint_leave_works``: whether joint leave (cuti bersama) counts as a working day. No instrument says
    (reference section 7.1); it does not unless the body decides so.
    """

    decrees: tuple[Decree, ...] = field(default_factory=shipped)
    as_of: date = date.max
    place: str = ""
    week: frozenset[int] = MONDAY_TO_FRIDAY
    joint_leave_works: bool = False

    def __post_init__(self) -> None:
        if not self.week or not self.week <= frozenset(range(7)):
            raise ValueError("week: at least one of 0 to 6")

    @cached_property
    def strict(self) -> "Calendar":
        """The same calendar with joint leave counted as working days: no reading gives earlier dates."""
        return self if self.joint_leave_works else replace(self, joint_leave_works=True)

    @cached_property
    def _in_force(self) -> list[Decree]:
        return known(self.decrees, self.as_of, self.place)

    @cached_property
    def _off(self) -> dict[date, DayOff]:
        return days_off(self._in_force)

    @cached_property
    def _decided(self) -> frozenset[int]:
        return frozenset(year for decree in self._in_force for year in decree.decides)

    @cached_property
    def _years(self) -> dict[int, list[date]]:
        return {}

    def off(self, on: date) -> DayOff | None:
        """The day off that a decree makes of this date, whatever the weekday; None on any other date."""
        if found := self._off.get(on):
            return found
        return None if self.is_decided(on.year) else self._returning(on)

    def _returning(self, on: date) -> DayOff | None:
        """What is known of a year that no decree has set yet."""
        for decree in reversed(self._in_force):
            for month, day, name in decree.every_year:
                if (month, day) == (on.month, on.day):
                    return DayOff(on, Kind.NATIONAL_HOLIDAY, name, decree.code)
        return None

    def is_working(self, on: date) -> bool:
        if on.weekday() not in self.week:
            return False
        found = self.off(on)
        return found is None or (found.kind == Kind.JOINT_LEAVE and self.joint_leave_works)

    def is_decided(self, year: int) -> bool:
        """Whether a decree sets the calendar of this year."""
        return year in self._decided

    def undecided(self, years: Iterable[int]) -> list[int]:
        """Those of the years whose holidays nobody has decided yet: dates in them are provisional."""
        return [year for year in years if not self.is_decided(year)]

    @cached_property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal figures that change with anything that may change a date: what a clock keeps of
        the calendar that it was counted by."""
        said = [decree.code for decree in self._in_force]
        counted = f"{said} {sorted(self.week)} {self.joint_leave_works} {self.place}"
        return hashlib.sha256(counted.encode()).hexdigest()[:16]

    def decrees_of(self, year: int) -> list[Decree]:
        """The decrees in force that set, change or take back days of this year, oldest first."""
        return [decree for decree in self._in_force if year in _years_of(decree)]

    def after(self, start: date, count: int) -> date:
        """The working day that is ``count`` (1 or more) after ``start``, which is not counted itself."""
        year, days = start.year, self._working_days(start.year)
        index = bisect_right(days, start) + count - 1
        while index >= len(days):
            index -= len(days)
            year += 1
            days = self._working_days(year)
        return days[index]

    def before(self, end: date, count: int) -> date:
        """The working day that is ``count`` (1 or more) before ``end``, which is not counted itself."""
        year = end.year
        index = bisect_left(self._working_days(year), end) - count
        while index < 0:
            year -= 1
            index += len(self._working_days(year))
        return self._working_days(year)[index]

    def between(self, start: date, end: date) -> int:
        """How many working days come after ``start``, up to ``end`` itself; 0 where ``end`` is earlier."""
        return sum(self.is_working(on) for on in days_after(start, end))

    def _working_days(self, year: int) -> list[date]:
        if year not in self._years:
            if not date.min.year < year < date.max.year:
                raise NoSuchDay(N_("Tanggal itu di luar kalender. Periksa tanggal dan jumlah harinya."))
            days = days_after(date(year - 1, 12, 31), date(year, 12, 31))
            self._years[year] = [on for on in days if self.is_working(on)]
        return self._years[year]


def days_after(start: date, end: date) -> Iterable[date]:
    """Every date after ``start``, up to ``end`` itself."""
    return (start + timedelta(days=number) for number in range(1, (end - start).days + 1))


def _years_of(decree: Decree) -> set[int]:
    return {*decree.decides, *(day.on.year for day in decree.days), *(on.year for on in decree.withdraws)}
