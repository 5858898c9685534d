"""Plates, chassis and engine numbers.

Plate prefixes: Perpol 7/2021 annex (registration regions). Chassis: ISO 3779, 17 characters without I, O, Q;
Indonesian makers begin with MH, MJ, MK or ML.
"""

import re

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import words
from terbuka.screening.recognisers.patterns import Pattern
from terbuka.screening.roles import Role

PREFIXES = words("plate-prefix")
_SHAPE = re.compile(r"([A-Z]{1,2})[ \-.]*(\d{1,4})[ \-.]*([A-Z]{1,3})")
_CHASSIS = re.compile(r"[A-HJ-NPR-Z0-9]{17}")
_MAKER = re.compile(r"M[HJKL][A-Z0-9]")
_VEHICLE_WORDS = words("vehicle")
_REACH = 8

_PLATE = N_("Pelat nomor dengan kode wilayah %(prefix)s.")
_CHASSIS_REASON = N_("17 huruf dan angka dalam bentuk nomor rangka.")
_LABELLED = N_("Nomor setelah label %(label)s.")


def vehicles(layout: Layout, patterns: list[Pattern]) -> list[Candidate]:
    """Plates, chassis and engine numbers among ``patterns``."""
    found = []
    for pattern in patterns:
        if pattern.kind == "plate":
            candidate = _plate(layout, pattern) or _serial(layout, pattern)
        elif pattern.kind == "serial":
            candidate = _serial(layout, pattern)
        else:
            continue
        if candidate:
            found.append(candidate)
    return found


def _plate(layout: Layout, pattern: Pattern) -> Candidate | None:
    small = pattern.text.islower()
    match = _SHAPE.fullmatch(pattern.text.upper())
    if not match or match[1].lower() not in PREFIXES or match[2].startswith("0"):
        return None
    near = _near(layout, pattern.start)
    labelled = "plate" in layout.kinds_at(pattern.start) or "plate" in near
    if not labelled and (not _looks_like_plate(match, near) or (small and "vehicle" not in near)):
        return None
    holder = Role.OFFICIAL if "official" in near else None
    key = "".join(match.groups())
    return Candidate(
        "PLATE",
        pattern.start,
        pattern.end,
        "vehicles.plate",
        0.97 if labelled else 0.85,
        _PLATE,
        Rank.IDENTIFIER,
        holder,
        key,
        {"prefix": match[1]},
    )


def _looks_like_plate(match: re.Match[str], near: set[str]) -> bool:
    """Without a label: three or four digits, or a word of vehicles in front."""
    long = len(match[2]) >= 3 and (len(match[1]) == 2 or len(match[3]) >= 2)
    return long or ("vehicle" in near and len(match[3]) >= 1)


def _near(layout: Layout, start: int) -> set[str]:
    """What the words in front say: ``plate``, ``chassis``, ``engine``, ``vehicle``, ``official``."""
    reading = layout.reading
    index = reading.word_at(start)
    said: set[str] = set()
    for at in range(index, max(index - _REACH, 0), -1):
        if reading.text.find("|", reading.ends[at - 1], reading.starts[at]) >= 0:
            break
        for length, tags in reading.closing.get(at - 1, ()):
            del length
            said |= {
                name for name in ("plate", "chassis", "engine") if f"label.{name}" in tags and at > index - 4
            }
            said |= {"official"} if "vehicle.official" in tags and at > index - 5 else set()
        if reading.folds[at - 1] in _VEHICLE_WORDS:
            said.add("vehicle")
    return said


def _serial(layout: Layout, pattern: Pattern) -> Candidate | None:
    """A chassis or engine number: by its label, or by the form of a chassis."""
    text = pattern.text
    label = _nearest_label(layout, pattern.start)
    if label and len(text) >= 5 and any(char.isdigit() for char in text):
        return Candidate(
            "VEHICLE_ID",
            pattern.start,
            pattern.end,
            "vehicles.labelled",
            0.97,
            _LABELLED,
            Rank.IDENTIFIER,
            None,
            text,
            {"label": label},
        )
    mixed = sum(char.isdigit() for char in text) >= 5 and sum(char.isalpha() for char in text) >= 4
    if _CHASSIS.fullmatch(text) and mixed and _MAKER.match(text):
        return Candidate(
            "VEHICLE_ID",
            pattern.start,
            pattern.end,
            "vehicles.chassis",
            0.95,
            _CHASSIS_REASON,
            Rank.IDENTIFIER,
            None,
            text,
        )
    return None


def _nearest_label(layout: Layout, start: int) -> str:
    kinds = layout.kinds_at(start)
    near = _near(layout, start)
    if "chassis" in near or "chassis" in kinds:
        return "nomor rangka"
    return "nomor mesin" if "engine" in near or "engine" in kinds else ""
