"""The decrees that say which days are no working days, and what they said together on a given day.

A decree counts from the day it was issued. Later ones change days that earlier ones set, even while
deadlines run: in February 2021 the joint leave of 12 March was taken back. So a calendar is always the one
of a day (``as_of``).
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from terbuka.errors import TerbukaError
from terbuka.language import N_

ESTIMATED = "(perkiraan)"
"""Ends the name of a day that follows the moon and is confirmed shortly before."""


class BadDecree(TerbukaError):
    """A decree lacks something, or contradicts itself."""


class Kind(StrEnum):
    """Why a day is none of the working days."""

    NATIONAL_HOLIDAY = "national_holiday"
    JOINT_LEAVE = "joint_leave"
    LOCAL = "local"
    CLOSURE = "closure"


OWN = frozenset({Kind.LOCAL, Kind.CLOSURE})
"""What a region or an office decides for itself. It neither changes nor outlives what the state decides."""


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day that a decree sets. ``decree`` is its code."""

    on: date
    kind: Kind
    name: str
    decree: str

    @property
    def is_estimated(self) -> bool:
        return self.name.endswith(ESTIMATED)


@dataclass(frozen=True, slots=True)
class Decree:
    """``decides``: the years whose whole calendar it sets. ``supersedes``: codes of decrees that end with it.
    ``withdraws``: days that are again working days. ``every_year``: month, day and name of what returns.
    ``place``: where it holds; empty for everywhere. ``certainty``: ``verified`` (its text was read),
    ``secondary`` (reports of it) or ``recalled`` (to be compared).
    """

    code: str
    title: str
    issued: date
    certainty: str
    source: str
    days: tuple[DayOff, ...] = ()
    every_year: tuple[tuple[int, int, str], ...] = ()
    decides: tuple[int, ...] = ()
    supersedes: frozenset[str] = frozenset()
    withdraws: frozenset[date] = frozenset()
    place: str = ""

    @property
    def is_own(self) -> bool:
        """Whether a region or an office made it."""
        return any(day.kind in OWN for day in self.days)


@cache
def shipped() -> tuple[Decree, ...]:
    """The decrees that come with the program: 2020 to 2027, and what holds every year."""
    folder = files("terbuka.law").joinpath("decrees")
    found = sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda e: e.name
    )
    return tuple(decree for entry in found for decree in read(entry.read_text(encoding="utf-8")))


def read(text: str) -> list[Decree]:
    """The decrees in a TOML text. Raises ``BadDecree``."""
    try:
        rows = tomllib.loads(text)["decree"]
        return [_decree(row) for row in rows]
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadDecree(
            N_("Keputusan hari libur tidak dapat dibaca: %(why)s. Periksa berkasnya."), why=str(error)
        ) from error


def _decree(row: dict[str, Any]) -> Decree:
    made = Decree(
        code=row["code"],
        title=row["title"],
        issued=_day(row["issued"]),
        certainty=row["certainty"],
        source=row["source"],
        days=tuple(_days(row)),
        every_year=tuple(_every_year(row.get("every_year", {}))),
        decides=tuple(row.get("decides", ())),
        supersedes=frozenset(row.get("supersedes", ())),
        withdraws=frozenset(map(_day, row.get("withdraws", ()))),
        place=row.get("place", ""),
    )
    if made.is_own and any(day.kind not in OWN for day in made.days):
        raise BadDecree(
            N_("%(code)s: hari libur negara dan setempat harus dalam keputusan masing-masing."),
            code=made.code,
        )
    return made


def _days(row: Mapping[str, Any]) -> Iterable[DayOff]:
    for kind in Kind:
        for on, name in row.get(kind, {}).items():
            yield DayOff(date.fromisoformat(on), kind, name, row["code"])


def _every_year(table: Mapping[str, str]) -> Iterable[tuple[int, int, str]]:
    for when, name in table.items():
        month, day = map(int, when.split("-"))
        date(2000, month, day)  # a month and a day that there are
        yield month, day, name


def _day(value: object) -> date:
    if type(value) is not date:
        raise ValueError(f"{value!r}")
    return value


def known(decrees: Iterable[Decree], as_of: date, place: str = "") -> list[Decree]:
    """Those that were issued by then and hold at this place, oldest first, without the superseded."""
    found = sorted(
        (decree for decree in decrees if decree.issued <= as_of and decree.place in ("", place)),
        key=lambda decree: (decree.issued, decree.code),
    )
    ended = {code for decree in found for code in decree.supersedes}
    return [decree for decree in found if decree.code not in ended]


def days_off(in_order: Iterable[Decree]) -> dict[date, DayOff]:
    """Every day off by its date, as the decrees together set it; ``in_order`` as of ``known``."""
    of_state: dict[date, DayOff] = {}
    own: dict[date, DayOff] = {}
    for decree in in_order:
        layer = own if decree.is_own else of_state
        for on in decree.withdraws:
            layer.pop(on, None)
        layer.update((day.on, day) for day in decree.days)
    return own | of_state
