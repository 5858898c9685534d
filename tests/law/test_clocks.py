"""Clocks that start, are extended, rest, run on and are met."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from terbuka.law.calendar import Calendar
from terbuka.law.clocks import ClockState, EventKind, WrongEvent, fold
from terbuka.law.decrees import Kind, shipped
from terbuka.law.rules import rule

from .conftest import decree

START, RESTART, EXTEND, PAUSE, RESUME, MEET, END = EventKind
REQUEST = rule("request")
RECEIVED, DUE, SAFE = date(2026, 3, 11), date(2026, 4, 1), date(2026, 3, 26)
days = st.dates(date(2020, 1, 1), date(2027, 6, 1))


def after(*events: tuple[EventKind, date], calendar: Calendar | None = None) -> ClockState:
    return fold(REQUEST, [(START, RECEIVED), *events], calendar or Calendar())


def test_a_started_clock_is_due_by_its_rule() -> None:
    state = after()
    assert (state.started, state.due, state.safe) == (RECEIVED, DUE, SAFE)
    assert not (state.is_extended or state.is_paused or state.met or state.is_late)


def test_an_extension_adds_seven_days_to_both_dates() -> None:
    """Number 8; the safe date counts joint leave: 26 March to 7 April without 3 April."""
    state = after((EXTEND, date(2026, 3, 30)))
    assert (state.due, state.safe) == (date(2026, 4, 13), date(2026, 4, 7))
    assert state.is_extended


def test_an_extension_is_possible_once() -> None:
    with pytest.raises(WrongEvent, match="satu kali"):
        after((EXTEND, DUE), (EXTEND, DUE))


def test_a_clock_that_no_statute_extends_cannot_be() -> None:
    with pytest.raises(WrongEvent, match="tidak dapat diperpanjang"):
        fold(rule("repair"), [(START, RECEIVED), (EXTEND, RECEIVED)], Calendar())


def test_what_is_complete_later_runs_anew_and_keeps_the_safe_date() -> None:
    """Number 8: declared complete on 16 March, due on 7 April; the Act's date stays the safe one."""
    state = after((RESTART, date(2026, 3, 16)))
    assert (state.started, state.due, state.safe) == (RECEIVED, date(2026, 4, 7), SAFE)


@pytest.mark.parametrize("first", [EXTEND, PAUSE])
def test_what_is_extended_or_rests_does_not_run_anew(first: EventKind) -> None:
    with pytest.raises(WrongEvent, match="dimulai ulang"):
        after((first, date(2026, 3, 16)), (RESTART, date(2026, 3, 17)))


def test_a_pause_keeps_what_is_left() -> None:
    """After 12, 13, 16 and 17 March six days are left; the stricter count has the four of joint leave too."""
    state = after((PAUSE, date(2026, 3, 17)))
    assert (state.is_paused, state.remaining, state.safe_remaining) == (True, 6, 6)
    on = after((PAUSE, date(2026, 3, 17)), (RESUME, date(2026, 4, 6)))
    assert (on.due, on.safe) == (date(2026, 4, 14), date(2026, 4, 14))
    assert not on.is_paused and on.safe_remaining == 0


def test_the_safe_date_runs_on_by_its_own_count() -> None:
    """From 10 March 2026 over joint leave: what is left of the stricter count is counted strictly."""
    state = after((PAUSE, date(2026, 3, 17)), (RESUME, date(2026, 3, 17)))
    assert (state.due, state.safe) == (DUE, SAFE)


def test_a_pause_after_the_last_day_gives_nothing_back() -> None:
    state = after((PAUSE, date(2026, 4, 10)), (RESUME, date(2026, 5, 4)))
    assert (state.due, state.safe, state.is_paused) == (DUE, SAFE, False)


def test_what_is_met_late_is_late() -> None:
    assert not after((MEET, DUE)).is_late and after((MEET, DUE)).met == DUE
    assert after((MEET, DUE + timedelta(days=1))).is_late


def test_what_ends_is_neither_met_nor_late() -> None:
    state = after((END, date(2026, 5, 4)))
    assert (state.ended, state.met, state.is_open, state.is_late) == (date(2026, 5, 4), None, False, False)
    assert after().is_open and not after((MEET, DUE)).is_open


def test_a_clock_that_rests_can_be_met() -> None:
    assert after((PAUSE, date(2026, 3, 17)), (MEET, date(2026, 3, 18))).met == date(2026, 3, 18)


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ([], "belum dimulai"),
        ([(PAUSE, RECEIVED)], "belum dimulai"),
        ([(START, RECEIVED), (START, RECEIVED)], "sudah dimulai"),
        ([(START, RECEIVED), (RESUME, RECEIVED)], "tidak dijeda"),
        ([(START, RECEIVED), (PAUSE, RECEIVED), (PAUSE, RECEIVED)], "sudah dijeda"),
        ([(START, RECEIVED), (PAUSE, RECEIVED), (EXTEND, RECEIVED)], "Lanjutkan"),
        ([(START, RECEIVED), (MEET, RECEIVED), (EXTEND, RECEIVED)], "sudah dipenuhi"),
        ([(START, RECEIVED), (MEET, RECEIVED), (MEET, RECEIVED)], "sudah dipenuhi"),
        ([(START, RECEIVED), (END, RECEIVED), (MEET, RECEIVED)], "berakhir"),
        ([(START, RECEIVED), (PAUSE, RECEIVED - timedelta(days=1))], "mendahului"),
    ],
)
def test_what_cannot_follow_is_refused(events: list[tuple[EventKind, date]], said: str) -> None:
    with pytest.raises(WrongEvent, match=said):
        fold(REQUEST, events, Calendar())


@given(days, st.lists(st.integers(0, 40), min_size=2, max_size=8), st.booleans())
def test_a_clock_that_rested_is_never_due_earlier(start: date, steps: list[int], extended: bool) -> None:
    assume(len(steps) % 2 == 0)
    events, on = [(START, start)], start
    if extended:
        events.append((EXTEND, start))
    plain = fold(REQUEST, events, Calendar())
    for number, step in enumerate(steps):
        on += timedelta(days=step)
        events.append((RESUME if number % 2 else PAUSE, on))
    state = fold(REQUEST, events, Calendar())
    assert state.due >= plain.due and state.safe >= plain.safe
    assert state.safe <= state.due


@given(days, days)
def test_a_day_that_is_taken_from_the_calendar_moves_only_clocks_that_run_over_it(
    start: date, added: date
) -> None:
    more = Calendar(decrees=(*shipped(), decree("zz", "2026-01-01", {str(added): Kind.CLOSURE})))
    before, now = (fold(REQUEST, [(START, start)], calendar).due for calendar in (Calendar(), more))
    assert now == before or start < added <= before < now
