"""Deadlines as they were worked out by other means, and as a person would explain them."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.law.calendar import Calendar
from terbuka.law.deadlines import JOINT_LEAVE, due, due_date
from terbuka.law.decrees import Kind, shipped
from terbuka.law.rules import Rule, rule, rules

from .conftest import REFERENCE, decree

names = st.sampled_from(sorted(rules()))
days = st.dates(date(2019, 6, 1), date(2028, 6, 1))


def day(text: str) -> date:
    return date.fromisoformat(text)


def of_vector(count: int) -> Rule:
    return rule("exemption-opening") if count == -30 else rule(f"{count}-working-days")


@pytest.mark.parametrize("vector", REFERENCE["vectors"], ids=lambda vector: str(vector["id"]))
def test_every_vector_comes_out(vector: dict[str, Any]) -> None:
    calendar = Calendar(joint_leave_works=not vector["joint_leave_excluded"])
    found = due(of_vector(vector["working_days"]), day(vector["trigger"]), calendar)
    assert found.due == day(vector["expected"])


@pytest.mark.parametrize(
    ("name", "start", "last"),
    [
        ("request", "2021-03-09", "2021-03-24"),
        ("request-extended", "2021-03-09", "2021-04-05"),
        ("objection-window", "2021-03-24", "2021-05-06"),
        ("objection-answer", "2021-05-06", "2021-06-24"),
        ("commission-window", "2021-06-10", "2021-06-30"),
        ("commission-start", "2021-06-30", "2021-07-21"),
        ("commission-finish", "2021-06-30", "2021-11-23"),
        ("completeness", "2026-03-11", "2026-03-16"),
        ("repair", "2026-03-16", "2026-03-26"),
        ("request", "2026-03-11", "2026-04-01"),
        ("request", "2026-03-16", "2026-04-07"),
        ("request-extended", "2026-03-11", "2026-04-13"),
        ("objection-answer", "2024-03-28", "2024-05-27"),
        ("objection-answer", "2026-10-12", "2026-11-23"),
        ("commission-window", "2026-11-23", "2026-12-11"),
        ("court", "2026-12-14", "2027-01-07"),
        ("exemption-opening", "2027-03-31", "2027-02-04"),
        ("exemption-opening", "2051-03-09", "2051-01-26"),
        ("request", "2026-12-17", "2027-01-06"),
        ("request-extended", "2026-12-17", "2027-01-15"),
    ],
)
def test_the_worked_examples_come_out(name: str, start: str, last: str) -> None:
    """Reference section 11, numbers 1 to 13."""
    assert due(rule(name), day(start), Calendar()).due == day(last)


def test_a_request_is_explained_day_by_day() -> None:
    """Number 1: the joint leave of 12 March 2021 had been taken back."""
    found = due(rule("request"), day("2021-03-09"), Calendar())
    said = [(seen.on.day, seen.number, seen.off.name if seen.off else None) for seen in found.days]
    assert said == [
        (10, 1, None),
        (11, None, "Isra Mikraj Nabi Muhammad"),
        (12, 2, None),
        (13, None, None),
        (14, None, "Hari Suci Nyepi"),
        (15, 3, None),
        (16, 4, None),
        (17, 5, None),
        (18, 6, None),
        (19, 7, None),
        (20, None, None),
        (21, None, None),
        (22, 8, None),
        (23, 9, None),
        (24, 10, None),
    ]
    assert (found.start, found.safe, found.safe_by) == (day("2021-03-09"), day("2021-03-24"), "")
    assert not found.is_provisional


def test_a_calendar_of_that_day_gives_the_date_of_that_day() -> None:
    """Number 1: with the joint leave of 12 March that stood until 22 February, one day later."""
    before = Calendar(as_of=day("2021-02-21"))
    assert due(rule("request"), day("2021-03-09"), before).due == day("2021-03-25")
    assert due(rule("request"), day("2021-03-09"), Calendar(as_of=day("2021-02-22"))).due == day("2021-03-24")


def test_counting_back_is_explained_from_the_end() -> None:
    found = due(rule("exemption-opening"), day("2027-03-31"), Calendar())
    assert found.days[0].on == day("2027-03-30") and found.days[0].number == 1
    assert found.days[-1].on == found.due and found.days[-1].number == 30
    assert found.safe == found.due, "with joint leave worked one may begin later, which is not safer"


def test_the_safe_date_counts_joint_leave() -> None:
    """Number 8."""
    found = due(rule("request"), day("2026-03-11"), Calendar())
    assert (found.due, found.safe, found.safe_by) == (day("2026-04-01"), day("2026-03-26"), JOINT_LEAVE)
    working = due(rule("request"), day("2026-03-11"), Calendar(joint_leave_works=True))
    assert (working.due, working.safe, working.safe_by) == (day("2026-03-26"), day("2026-03-26"), "")
    assert [seen.off.kind for seen in working.days if seen.number and seen.off] == [Kind.JOINT_LEAVE] * 4


def test_the_safe_date_of_a_suit_is_that_of_the_commission() -> None:
    """Number 11."""
    found = due(rule("court"), day("2026-12-14"), Calendar())
    assert (found.safe, found.safe_by) == (day("2026-12-28"), "Perki 1/2013 Art. 60(2)")


def test_a_year_without_a_decree_makes_the_date_provisional() -> None:
    """Number 12."""
    found = due(rule("exemption-opening"), day("2051-03-09"), Calendar())
    assert found.is_provisional and found.undecided == (2051,)
    over = due(rule("request"), day("2027-12-20"), Calendar())
    assert over.undecided == (2028,) and over.is_provisional


def test_the_last_day_of_a_decided_year_is_not_provisional() -> None:
    found = due(rule("1-working-days"), day("2027-12-30"), Calendar())
    assert (found.due, found.undecided, found.is_provisional) == (day("2027-12-31"), (), False)


def test_a_day_that_follows_the_moon_makes_the_date_provisional() -> None:
    found = due(rule("request"), day("2027-03-01"), Calendar())
    assert found.estimated == (day("2027-03-10"), day("2027-03-11"))
    assert found.is_provisional and not found.undecided


def test_the_decrees_are_those_of_the_years_on_the_way() -> None:
    codes = {found.code for found in due(rule("request"), day("2021-03-09"), Calendar()).decrees}
    assert codes == {found.code for found in Calendar().decrees_of(2021)}
    over = due(rule("request"), day("2026-12-17"), Calendar()).decrees
    assert len(over) == len(set(over)) and {found.code for found in over} == {
        found.code for year in (2026, 2027) for found in Calendar().decrees_of(year)
    }


def test_a_rule_that_came_later_says_so() -> None:
    assert due(rule("repair"), day("2021-06-29"), Calendar()).is_before_the_rule
    assert not due(rule("repair"), day("2021-06-30"), Calendar()).is_before_the_rule


@given(names, days, st.booleans())
def test_a_deadline_is_a_working_day_and_its_explanation_leads_to_it(
    name: str, start: date, works: bool
) -> None:
    calendar = Calendar(joint_leave_works=works)
    found = due(rule(name), start, calendar)
    count = abs(found.rule.working_days)
    assert calendar.is_working(found.due) and found.safe <= found.due
    assert [seen.number for seen in found.days if seen.number] == list(range(1, count + 1))
    assert found.days[-1].on == found.due and found.days[-1].number == count
    step = timedelta(days=-1 if found.rule.working_days < 0 else 1)
    assert [seen.on for seen in found.days] == [start + step * n for n in range(1, len(found.days) + 1)]
    assert all(seen.number or seen.off or seen.on.weekday() > 4 for seen in found.days)


@given(names, days, days)
def test_an_added_holiday_never_gives_an_earlier_date(name: str, start: date, added: date) -> None:
    more = Calendar(decrees=(*shipped(), decree("zz", "2026-01-01", {str(added): Kind.NATIONAL_HOLIDAY})))
    before, after = due_date(rule(name), start, Calendar()), due_date(rule(name), start, more)
    assert after >= before if rule(name).working_days > 0 else after <= before


def test_the_decree_of_august_2025_moves_the_clocks_that_run_over_its_day() -> None:
    """18 August 2025 became joint leave early in August; clocks of 30 days, one for each day of the year."""
    before, after = Calendar(as_of=day("2025-08-01")), Calendar(as_of=day("2025-08-31"))
    starts = [day("2025-01-01") + timedelta(days=number) for number in range(365)]
    answer = rule("objection-answer")
    moved = {on for on in starts if due_date(answer, on, before) != due_date(answer, on, after)}
    over = {on for on in starts if on < day("2025-08-18") <= due_date(answer, on, before)}
    assert moved == over and len(moved) > 30
    assert all(due_date(answer, on, after) > due_date(answer, on, before) for on in moved)
