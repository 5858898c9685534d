"""Due dates per second beside numpy's ``busday_offset`` and a loop that asks day by day, all here and now.

All get the same starts, the same days off and 30 working days, and must agree on every date. numpy counts a
whole array in one call; ours and the loop are asked date by date, as an office asks for each clock.

    python bench/deadlines.py [DATES]
"""

import random
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta

import numpy as np

from terbuka.law.calendar import Calendar
from terbuka.law.deadlines import due, due_date
from terbuka.law.rules import rule

ANSWER = rule("objection-answer")
FIRST = date(2020, 1, 1)
EXPLAINED = 1000


def main() -> bool:
    """Whether all agree."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    choose = random.Random(14).randrange  # noqa: S311 - no secret, a sample
    starts = [FIRST + timedelta(days=choose(2800)) for _ in range(count)]
    calendar = Calendar()
    off = [on for on in (FIRST + timedelta(days=number) for number in range(2922)) if calendar.off(on)]
    days = ANSWER.working_days

    ours, ours_rate = timed(lambda: [due_date(ANSWER, start, calendar) for start in starts], count)
    theirs, numpy_rate = timed(lambda: by_numpy(starts, off, days), count)
    slow, loop_rate = timed(
        lambda: [by_loop(start, set_off, days) for set_off in [set(off)] for start in starts], count
    )
    explained, explained_rate = timed(
        lambda: [due(ANSWER, start, calendar).due for start in starts[:EXPLAINED]], EXPLAINED
    )

    agree = ours == theirs == slow and explained == ours[:EXPLAINED]
    print(f"{count} starts of 2020 to 2027, {days} working days; all agree: {agree}")
    for name, rate in (
        ("numpy, one call", numpy_rate),
        ("Terbuka", ours_rate),
        ("Terbuka, explained", explained_rate),
        ("day by day", loop_rate),
    ):
        print(f"  {name:20}{rate:12,.0f} dates/s{rate / loop_rate:9.2f} x day by day")
    return agree


def timed(work: Callable[[], list[date]], count: int) -> tuple[list[date], float]:
    """What it gave, and how many dates a second."""
    start = time.perf_counter()
    found = work()
    return found, count / (time.perf_counter() - start)


def by_numpy(starts: list[date], off: list[date], days: int) -> list[date]:
    """A start on a day off rolls back, so that the first working day after it is number one."""
    found = np.busday_offset(np.array(starts, "datetime64[D]"), days, roll="backward", holidays=off)
    return [on.item() for on in found]


def by_loop(start: date, off: set[date], days: int) -> date:
    while days:
        start += timedelta(days=1)
        days -= start.weekday() < 5 and start not in off
    return start


if __name__ == "__main__":
    sys.exit(not main())
