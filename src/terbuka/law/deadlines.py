"""When something is due by a rule, and every day on the way to it with the reason why it counts or not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from .calendar import Calendar, days_after
from .decrees import DayOff, Decree
from .rules import Rule

JOINT_LEAVE = "joint-leave"
"""A safe date that counts joint leave as working days."""


@dataclass(frozen=True, slots=True)
class CountedDay:
    """A day between start and due date. ``number``: which working day it is; None where it does not count.
    ``off``: the decree's day off, where one says so; a day that has neither lies outside of the working week.
    """

    on: date
    number: int | None
    off: DayOff | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """``due``: the last day by the law. ``safe``: the earliest that an instrument or a stricter reading of
    joint leave asks; staff go by it. ``safe_by``: what asks for it, ``JOINT_LEAVE`` or an article; empty
    where both are the same. ``undecided``: years on the way whose holidays no decree sets yet. ``estimated``:
    days on the way that follow the moon and are not confirmed. Either makes it provisional.
    """

    rule: Rule
    start: date
    due: date
    safe: date
    safe_by: str
    days: tuple[CountedDay, ...]
    undecided: tuple[int, ...]
    estimated: tuple[date, ...]
    decrees: tuple[Decree, ...]

    @property
    def is_provisional(self) -> bool:
        return bool(self.undecided or self.estimated)

    @property
    def is_before_the_rule(self) -> bool:
        """Whether the rule held only later than the clock was started."""
        return self.start < self.rule.since


def due_date(rule: Rule, start: date, calendar: Calendar) -> date:
    """The last day by this rule. The day given is not counted; a negative rule counts back from it."""
    if rule.working_days < 0:
        return calendar.before(start, -rule.working_days)
    return calendar.after(start, rule.working_days)


def safe_date(rule: Rule, start: date, calendar: Calendar) -> tuple[date, str]:
    """The earliest of the dates that the instruments and readings give (reference sections 7.1 and 9), and by
    what: empty, ``JOINT_LEAVE`` or an article."""
    readings = [
        (due_date(rule, start, calendar), ""),
        (due_date(rule, start, calendar.strict), JOINT_LEAVE),
    ]
    if rule.stricter:
        readings.append((start + timedelta(days=rule.stricter.calendar_days), rule.stricter.article))
    return min(readings)


def due(rule: Rule, start: date, calendar: Calendar) -> Deadline:
    """The due date with its explanation. Raises ``NoSuchDay`` beyond the years of a calendar."""
    last = due_date(rule, start, calendar)
    safe, safe_by = safe_date(rule, start, calendar)
    first = min(last, start)
    years = range(first.year, max(last, start).year + 1)
    days = tuple(_explained(start, last, calendar))
    return Deadline(
        rule=rule,
        start=start,
        due=last,
        safe=safe,
        safe_by=safe_by,
        days=days,
        undecided=tuple(calendar.undecided(years)),
        estimated=tuple(day.on for day in days if day.off and day.off.is_estimated),
        decrees=tuple(dict.fromkeys(decree for year in years for decree in calendar.decrees_of(year))),
    )


def _explained(start: date, last: date, calendar: Calendar) -> Iterator[CountedDay]:
    number = 0
    for on in _way(start, last):
        if calendar.is_working(on):
            number += 1
            yield CountedDay(on, number, calendar.off(on))
        else:
            yield CountedDay(on, None, calendar.off(on))


def _way(start: date, last: date) -> Iterator[date]:
    """Every date from the day beside ``start`` to ``last``, in the order of counting."""
    if last >= start:
        yield from days_after(start, last)
    else:
        yield from reversed([last, *days_after(last, start - timedelta(days=1))])
