"""Working days, counted."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.law.calendar import Calendar, NoSuchDay
from terbuka.law.decrees import Kind

from .conftest import decree

BARE = Calendar(decrees=())
FRIDAY, MONDAY = date(2027, 1, 8), date(2027, 1, 11)
days = st.dates(date(1990, 1, 1), date(2060, 12, 31))
counts = st.integers(1, 300)


def with_off(*on: date, kind: Kind = Kind.JOINT_LEAVE) -> Calendar:
    return Calendar(decrees=(decree("a", "2000-01-01", {str(day): kind for day in on}),))


def slowly(calendar: Calendar, start: date, count: int, step: int) -> date:
    """Day by day, as a person counts."""
    while count:
        start += timedelta(days=step)
        count -= calendar.is_working(start)
    return start


def test_the_day_given_is_not_counted() -> None:
    assert BARE.after(FRIDAY, 1) == MONDAY and BARE.after(MONDAY, 1) == date(2027, 1, 12)
    assert BARE.before(MONDAY, 1) == FRIDAY and BARE.before(FRIDAY, 1) == date(2027, 1, 7)


@given(days, counts)
def test_counting_is_as_a_person_counts(start: date, count: int) -> None:
    calendar = Calendar()
    assert calendar.after(start, count) == slowly(calendar, start, count, 1)
    assert calendar.before(start, count) == slowly(calendar, start, count, -1)


@given(days, counts)
def test_no_count_ends_on_a_day_off(start: date, count: int) -> None:
    calendar = Calendar()
    assert calendar.is_working(calendar.after(start, count))
    assert calendar.is_working(calendar.before(start, count))


@given(days, counts)
def test_forth_and_back_is_where_it_began(start: date, count: int) -> None:
    calendar = Calendar()
    end = calendar.after(start, count)
    assert calendar.between(start, end) == count
    assert calendar.before(end, count) <= start


@given(days, counts, st.lists(days, max_size=20), days)
def test_another_day_off_never_gives_an_earlier_date(
    start: date, count: int, off: list[date], another: date
) -> None:
    assert with_off(*off).after(start, count) <= with_off(*off, another).after(start, count)
    assert with_off(*off).before(start, count) >= with_off(*off, another).before(start, count)


@given(days, days, counts)
def test_a_later_start_never_gives_an_earlier_date(start: date, other: date, count: int) -> None:
    first, later = sorted((start, other))
    assert Calendar().after(first, count) <= Calendar().after(later, count)


def test_joint_leave_is_off_unless_it_works() -> None:
    calendar = with_off(MONDAY)
    assert not calendar.is_working(MONDAY) and calendar.strict.is_working(MONDAY)
    assert calendar.after(FRIDAY, 1) == date(2027, 1, 12) and calendar.strict.after(FRIDAY, 1) == MONDAY
    assert calendar.strict.strict is calendar.strict


@pytest.mark.parametrize("kind", [Kind.NATIONAL_HOLIDAY, Kind.LOCAL, Kind.CLOSURE])
def test_other_days_off_never_work(kind: Kind) -> None:
    assert not with_off(MONDAY, kind=kind).strict.is_working(MONDAY)


def test_a_week_of_six_days_counts_saturday() -> None:
    six = Calendar(decrees=(), week=frozenset(range(6)))
    assert six.after(FRIDAY, 1) == date(2027, 1, 9) and six.after(FRIDAY, 2) == MONDAY
    assert six.strict.week == six.week


def test_a_week_of_seven_days_counts_every_day() -> None:
    assert Calendar(decrees=(), week=frozenset(range(7))).after(FRIDAY, 3) == MONDAY


def test_the_first_and_the_last_working_day_of_a_year_can_be_met() -> None:
    assert BARE.before(date(2027, 1, 5), 2) == date(2027, 1, 1)
    assert BARE.before(date(2027, 1, 5), 3) == date(2026, 12, 31)
    assert BARE.after(date(2026, 12, 30), 1) == date(2026, 12, 31)
    assert BARE.after(date(2026, 12, 30), 2) == date(2027, 1, 1)


@pytest.mark.parametrize("week", [frozenset(), frozenset({7}), frozenset({-1, 0})])
def test_a_week_that_cannot_be_is_refused(week: frozenset[int]) -> None:
    with pytest.raises(ValueError, match="0 to 6"):
        Calendar(decrees=(), week=week)


def test_a_year_without_a_decree_is_said_and_has_what_returns() -> None:
    calendar = Calendar(
        decrees=(
            decree("old", "2016-01-01", every_year=((6, 1, "Pancasila"), (8, 17, "Merdeka"))),
            decree("standing", "2024-01-29", every_year=((6, 1, "Hari Lahir Pancasila"),)),
            decree("2027", "2026-09-10", {"2027-01-04": Kind.JOINT_LEAVE}, decides=[2027]),
        )
    )
    assert calendar.undecided([2026, 2027, 2028]) == [2026, 2028]
    said = calendar.off(date(2028, 6, 1))
    assert said and (said.on, said.name, said.kind, said.decree) == (
        date(2028, 6, 1),
        "Hari Lahir Pancasila",
        Kind.NATIONAL_HOLIDAY,
        "standing",
    )
    assert calendar.off(date(2028, 8, 17)) is not None and calendar.off(date(2028, 8, 18)) is None
    assert calendar.off(date(2027, 6, 1)) is None, "what a decree sets is all there is"


def test_decrees_of_a_year_are_those_that_touch_it() -> None:
    decides = decree("decides", "2025-01-01", decides=[2027])
    sets = decree("sets", "2025-01-02", {"2027-01-04": Kind.JOINT_LEAVE})
    back = decree("back", "2025-01-03", withdraws=["2027-01-04"])
    other = decree("other", "2025-01-04", {"2026-01-05": Kind.JOINT_LEAVE}, decides=[2026])
    late = decree("late", "2027-06-01", {"2027-07-01": Kind.JOINT_LEAVE})
    calendar = Calendar(decrees=(late, other, back, sets, decides), as_of=date(2027, 5, 31))
    assert [found.code for found in calendar.decrees_of(2027)] == ["decides", "sets", "back"]


def test_place_is_that_of_the_office() -> None:
    local = decree("a", "2000-01-01", {str(MONDAY): Kind.LOCAL}, place="Banjarbaru")
    assert Calendar(decrees=(local,)).is_working(MONDAY)
    assert not Calendar(decrees=(local,), place="Banjarbaru").is_working(MONDAY)


@pytest.mark.parametrize("year", [1, 9999])
def test_a_count_beyond_the_calendar_says_so(year: int) -> None:
    with pytest.raises(NoSuchDay):
        BARE.after(date(year, 6, 1), 1)
    with pytest.raises(NoSuchDay):
        BARE.before(date(year, 6, 1), 1)


def test_days_between_are_none_where_the_end_is_earlier() -> None:
    assert BARE.between(FRIDAY, FRIDAY) == BARE.between(MONDAY, FRIDAY) == 0
    assert BARE.between(FRIDAY, MONDAY) == 1


def test_the_fingerprint_changes_with_what_may_change_a_date() -> None:
    local = decree("a", "2000-01-01", {str(MONDAY): Kind.LOCAL}, place="Banjarbaru")
    calendars = [
        BARE,
        BARE.strict,
        Calendar(decrees=(), week=frozenset(range(6))),
        Calendar(decrees=(local,), place="Banjarbaru"),
        with_off(MONDAY),
        Calendar(),
        Calendar(as_of=date(2025, 8, 1)),
    ]
    assert len({calendar.fingerprint for calendar in calendars}) == len(calendars)
    assert Calendar().fingerprint == Calendar().fingerprint and len(BARE.fingerprint) == 16
    assert Calendar(decrees=(local,)).fingerprint == BARE.fingerprint, "it does not hold here"
