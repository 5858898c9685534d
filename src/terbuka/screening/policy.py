"""What follows from a thing's type and from whose it is. The rules are data: ``policies/<profile>.toml``."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from terbuka.errors import TerbukaError
from terbuka.language import N_
from terbuka.screening.folding import BLOT
from terbuka.screening.model import Action, Mode

DEFAULT = "polri"
_ANY = "*"


class UnknownProfile(TerbukaError):
    """A profile that does not exist was asked for."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is proposed, on which ground and articles, and how hard."""

    action: Action
    ground: str | None = None
    basis: tuple[str, ...] = ()
    mode: Mode = Mode.MASK


@dataclass(frozen=True, slots=True)
class Policy:
    """``rules``: by type and role (``"*"`` for any)."""

    profile: str
    rules: dict[tuple[str, str], Verdict]
    review_below: float
    words_of_types: dict[str, str]
    words_of_roles: dict[str, str]

    def verdict(self, type_: str, role: str | None, certain: float) -> Verdict:
        """What to propose for a thing of ``type_`` that belongs to somebody in ``role``."""
        rule = self.rules.get((type_, role or _ANY)) or self.rules[type_, _ANY]
        if rule.action is Action.REDACT and rule.mode is Mode.MASK and certain < self.review_below:
            return Verdict(Action.REVIEW, rule.ground, rule.basis, rule.mode)
        return rule


def profiles() -> list[str]:
    """The names of the profiles that ship."""
    folder = files("terbuka.screening").joinpath("policies")
    return sorted(
        entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")
    )


@cache
def policy(profile: str = DEFAULT) -> Policy:
    """The policy of a profile. Raises ``UnknownProfile`` for a name that does not exist."""
    if profile not in profiles():
        raise UnknownProfile(
            N_("Profil %(profile)s tidak dikenal. Pilih salah satu: %(known)s."),
            profile=profile,
            known=", ".join(profiles()),
        )
    text = files("terbuka.screening").joinpath(f"policies/{profile}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    rules: dict[tuple[str, str], Verdict] = {}
    for row in data["rule"]:
        for type_ in row["types"] if "types" in row else data["groups"][row["group"]]:
            for role in row.get("roles", [_ANY]):
                rules.setdefault((type_, role), _verdict(row))
    return Policy(profile, rules, data["review_below"], data["labels"]["types"], data["labels"]["roles"])


def _verdict(row: dict[str, Any]) -> Verdict:
    return Verdict(
        Action(row["action"]),
        row.get("ground"),
        tuple(row.get("basis", ())),
        Mode(row.get("mode", Mode.MASK)),
    )


@cache
def _label_pattern(profile: str) -> re.Pattern[str]:
    known = policy(profile)
    words = {*known.words_of_types.values(), *known.words_of_roles.values()}
    choice = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"\[(?:{choice})(?: · 17\.[a-j](?:\.\d)?)?\]")


def labels_in(text: str, profile: str = DEFAULT) -> list[tuple[int, int]]:
    """Where the labels of a public copy stand in ``text``: begin and end of each, brackets included."""
    return [match.span() for match in _label_pattern(profile).finditer(text)]


def without_labels(text: str, profile: str = DEFAULT) -> str:
    """The text with the labels of a public copy blotted out in place: what they hide is no finding."""
    return _label_pattern(profile).sub(lambda match: BLOT * len(match[0]), text)


def label(type_: str, role: str | None = None, ground: str | None = None, *, profile: str = DEFAULT) -> str:
    """The words on the box: ``"NAMA"``, ``"ANAK KORBAN"``, with a ground ``"NAMA · 17.h"``.

    An unknown type (a region drawn by hand) is called "BAGIAN".
    """
    known = policy(profile)
    word = known.words_of_roles.get(role or "") if type_ == "PERSON" else None
    word = word or known.words_of_types.get(type_) or known.words_of_types["REGION"]
    return f"{word} · {ground}" if ground else word
