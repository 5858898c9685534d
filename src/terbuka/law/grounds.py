"""The exemption grounds of UU 14/2008 Art. 17, read from ``grounds.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground or one of its numbered items. ``code`` is ``"17.a"`` … ``"17.j"`` or ``"17.h.2"``.

    ``needs_act``: the ground holds only with another Act and its article named (17.j).
    ``max_years``: the longest period (PP 61/2010 Art. 5(1)); None where no number is set.
    """

    code: str
    title: str
    title_en: str
    needs_act: bool = False
    max_years: int | None = None

    def titled(self, language: str) -> str:
        return self.title_en if language == "en" else self.title


@cache
def grounds() -> dict[str, Ground]:
    """Every ground and item by its code, in the order of the Act."""
    data = tomllib.loads(files("terbuka.law").joinpath("grounds.toml").read_text(encoding="utf-8"))
    found: dict[str, Ground] = {}
    for row in data["ground"]:
        items = row.pop("items", [])
        ground = Ground(**row)
        found[ground.code] = ground
        for code, title, title_en in items:
            found[code] = Ground(code, title, title_en, ground.needs_act, ground.max_years)
    return found


def ground(code: str) -> Ground:
    """The ground with this code. Raises ``KeyError`` for a code the Act does not know."""
    return grounds()[code]
