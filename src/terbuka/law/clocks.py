"""What the events of a clock come to. A pure fold: a new calendar gives the new date from the same events."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from terbuka.errors import TerbukaError
from terbuka.language import N_

from .calendar import Calendar
from .deadlines import due_date, safe_date
from .rules import Rule


class EventKind(StrEnum):
    """``RESTART``: the request is complete now, and the whole time runs anew (Perki 1/2021 Art. 31(3)).
    ``END``: nothing is due any more (withdrawn, lapsed), and nothing was met."""

    START = "start"
    RESTART = "restart"
    EXTEND = "extend"
    PAUSE = "pause"
    RESUME = "resume"
    MEET = "meet"
    END = "end"


class WrongEvent(TerbukaError):
    """An event that this clock cannot have now."""


@dataclass(frozen=True, slots=True)
class ClockState:
    """``due``: the last day; while the clock rests, what it would be if it ran on at once. ``safe``: the date
    that staff go by, never later. ``remaining``: working days that are left while it rests.
    """

    started: date
    due: date
    safe: date
    is_extended: bool = False
    remaining: int | None = None
    safe_remaining: int = 0
    met: date | None = None
    ended: date | None = None

    @property
    def is_open(self) -> bool:
        return self.met is None and self.ended is None

    @property
    def is_paused(self) -> bool:
        return self.remaining is not None

    @property
    def is_late(self) -> bool:
        """Whether it was met after the last day; for a clock that runs ask ``due``."""
        return self.met is not None and self.met > self.due


def fold(rule: Rule, events: Iterable[tuple[EventKind, date]], calendar: Calendar) -> ClockState:
    """The state after these events, in their order. Raises ``WrongEvent`` for what cannot follow: no start or
    a second one, a second extension (Perki 1/2021 Art. 36: once), a pause of what rests, anything once met or
    ended, a day before the one of the event before it.
    """
    state: ClockState | None = None
    last = date.min
    for event, on in events:
        if on < last:
            raise WrongEvent(N_("Kejadian itu mendahului kejadian sebelumnya. Periksa tanggalnya."))
        state, last = _after(rule, state, event, on, calendar), on
    if state is None:
        raise WrongEvent(N_("Tenggat ini belum dimulai."))
    return state


def _after(
    rule: Rule, state: ClockState | None, event: EventKind, on: date, calendar: Calendar
) -> ClockState:
    if state is None or event == EventKind.START:
        return _started(rule, state, event, on, calendar)
    if not state.is_open:
        raise WrongEvent(N_("Tenggat ini sudah dipenuhi atau berakhir."))
    match event:
        case EventKind.RESTART:
            return _restarted(rule, state, on, calendar)
        case EventKind.EXTEND:
            return _extended(rule, state, calendar)
        case EventKind.PAUSE:
            return _paused(state, on, calendar)
        case EventKind.RESUME:
            return _resumed(state, on, calendar)
        case EventKind.END:
            return replace(state, ended=on)
        case _:
            return replace(state, met=on)


def _started(
    rule: Rule, state: ClockState | None, event: EventKind, on: date, calendar: Calendar
) -> ClockState:
    if state is not None:
        raise WrongEvent(N_("Tenggat ini sudah dimulai."))
    if event != EventKind.START:
        raise WrongEvent(N_("Tenggat ini belum dimulai."))
    safe, _ = safe_date(rule, on, calendar)
    return ClockState(on, due_date(rule, on, calendar), safe)


def _restarted(rule: Rule, state: ClockState, on: date, calendar: Calendar) -> ClockState:
    """The Perki lets the time run from when the request is complete, the Act from its receipt (reference
    section 9, number 1): the former is due, the latter stays the safe date."""
    if state.is_extended or state.is_paused:
        raise WrongEvent(N_("Tenggat yang diperpanjang atau dijeda tidak dapat dimulai ulang."))
    return replace(state, due=due_date(rule, on, calendar))


def _extended(rule: Rule, state: ClockState, calendar: Calendar) -> ClockState:
    if not rule.extension:
        raise WrongEvent(N_("Tenggat ini tidak dapat diperpanjang."))
    if state.is_extended:
        raise WrongEvent(N_("Tenggat ini sudah diperpanjang; perpanjangan hanya satu kali."))
    if state.is_paused:
        raise WrongEvent(N_("Lanjutkan tenggat ini dahulu, baru perpanjang."))
    return replace(
        state,
        due=calendar.after(state.due, rule.extension),
        safe=calendar.strict.after(state.safe, rule.extension),
        is_extended=True,
    )


def _paused(state: ClockState, on: date, calendar: Calendar) -> ClockState:
    if state.is_paused:
        raise WrongEvent(N_("Tenggat ini sudah dijeda."))
    return replace(
        state,
        remaining=calendar.between(on, state.due),
        safe_remaining=calendar.strict.between(on, state.safe),
    )


def _resumed(state: ClockState, on: date, calendar: Calendar) -> ClockState:
    """What was left when it was paused is counted from the day on which it runs again. What had run out had
    run out."""
    if state.remaining is None:
        raise WrongEvent(N_("Tenggat ini tidak dijeda."))
    return replace(
        state,
        due=calendar.after(on, state.remaining) if state.remaining else state.due,
        safe=calendar.strict.after(on, state.safe_remaining) if state.safe_remaining else state.safe,
        remaining=None,
        safe_remaining=0,
    )
