"""The clocks that the statutes set, read from ``rules.toml``: how many days, from what, on which article."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from terbuka.errors import TerbukaError
from terbuka.language import N_

LONGEST = 10_000
"""Working days, some forty years: no statute sets a longer clock, and a slip of the key would."""
COUNTED = re.compile(r"(\d{1,5})-working-days", re.ASCII)


class UnknownRule(TerbukaError):
    """There is no rule of this name."""


@dataclass(frozen=True, slots=True)
class Stricter:
    """Another instrument that counts the same clock in calendar days."""

    calendar_days: int
    article: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A clock as it was set at one time.

    ``working_days``: negative counts back from the day given. ``starts``: what sets it going.
    ``extension``: working days that may be added once; 0 for none. ``since``: when this version took force.
    """

    name: str
    title: str
    title_en: str
    starts: str
    starts_en: str
    working_days: int
    since: date
    basis: tuple[str, ...]
    extension: int = 0
    stricter: Stricter | None = None

    @property
    def version(self) -> str:
        """What a clock keeps of the rule it was started by: ``"request/2021-06-30"``."""
        return f"{self.name}/{self.since.isoformat()}"

    def titled(self, language: str) -> str:
        return self.title_en if language == "en" else self.title

    def started_by(self, language: str) -> str:
        return self.starts_en if language == "en" else self.starts


@cache
def rules() -> dict[str, tuple[Rule, ...]]:
    """Every rule by its name, its versions oldest first."""
    data = tomllib.loads(files("terbuka.law").joinpath("rules.toml").read_text(encoding="utf-8"))
    return {row["name"]: tuple(_versions(row)) for row in data["rule"]}


def _versions(row: dict[str, Any]) -> Iterator[Rule]:
    versions = row.pop("version")
    for version in versions:
        stricter = version.pop("stricter", None)
        yield Rule(
            **row,
            since=version["since"],
            basis=tuple(version["basis"]),
            stricter=Stricter(**stricter) if stricter else None,
        )


def rule(name: str, on: date = date.max) -> Rule:
    """The version of a rule that held on a day; the oldest for a day before it. ``"5-working-days"`` is a
    clock without a statute. Raises ``UnknownRule``.
    """
    if found := COUNTED.fullmatch(name):
        return _plain(name, int(found[1]))
    if name not in rules():
        raise UnknownRule(
            N_("Aturan %(name)s tidak dikenal. Lihat 'terbuka deadline --list'."), name=name[:40]
        )
    held = [version for version in rules()[name] if version.since <= on]
    return held[-1] if held else rules()[name][0]


def by_version(version: str) -> Rule:
    """The rule that a clock was started by. Raises ``UnknownRule`` for one that there never was."""
    name, _, since = version.partition("/")
    found = rule(name, date.fromisoformat(since))
    if found.version != version:
        raise UnknownRule(
            N_("Aturan %(name)s tidak dikenal. Lihat 'terbuka deadline --list'."), name=version[:40]
        )
    return found


def _plain(name: str, count: int) -> Rule:
    if not 1 <= count <= LONGEST:
        raise UnknownRule(N_("Jumlah hari kerja harus antara 1 dan %(most)s."), most=LONGEST)
    return Rule(
        name=name,
        title=f"{count} hari kerja",
        title_en=f"{count} working days" if count > 1 else "1 working day",
        starts="",
        starts_en="",
        working_days=count,
        since=date.min,
        basis=(),
    )
