"""Decrees made for tests, and the calendar and deadlines that were computed by other means."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from terbuka.law.decrees import DayOff, Decree, Kind

REFERENCE: dict[str, Any] = json.loads(
    (Path(__file__).parent / "calendar-and-deadlines.json").read_text(encoding="utf-8")
)
"""Days of 2020 to 2027 by kind, and due dates: by the package ``holidays`` 0.109 and numpy."""


def decree(
    code: str,
    issued: str,
    days: Mapping[str, Kind] | None = None,
    *,
    decides: Iterable[int] = (),
    withdraws: Iterable[str] = (),
    supersedes: Iterable[str] = (),
    place: str = "",
    every_year: tuple[tuple[int, int, str], ...] = (),
) -> Decree:
    """A decree that makes these days off, by their ISO dates."""
    return Decree(
        code=code,
        title=f"Keputusan {code}",
        issued=date.fromisoformat(issued),
        certainty="recalled",
        source="",
        days=tuple(
            DayOff(date.fromisoformat(on), kind, f"Libur {on}", code) for on, kind in (days or {}).items()
        ),
        decides=tuple(decides),
        withdraws=frozenset(map(date.fromisoformat, withdraws)),
        supersedes=frozenset(supersedes),
        place=place,
        every_year=every_year,
    )
