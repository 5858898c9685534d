"""Network addresses, device addresses, and places on a map."""

import re

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.layout import Layout
from terbuka.screening.recognisers.patterns import Pattern
from terbuka.screening.roles import Role

_REACH, _LABEL_REACH = 12, 5
_SHORTEST, _SENTENCE = 8, 60
_FROM = re.compile(
    r"\b(?:from|dari|via|to|ke|lewat|by|alamat|host|client|server|login|akses)\s(?:alamat\s)?$", re.I
)
_PORT = re.compile(r"(?::\d{2,5}\b|\s+port\s+\d)", re.I)
_IP = N_("Alamat jaringan.")
_MAC = N_("Alamat perangkat jaringan.")
_HOME = N_("Titik koordinat; dapat menunjuk tempat tinggal.")
_SCENE = N_("Titik koordinat tempat kejadian, bukan tempat tinggal.")


def devices(layout: Layout, patterns: list[Pattern]) -> list[Candidate]:
    """IP and MAC addresses and coordinates among ``patterns``."""
    found = []
    for pattern in patterns:
        hexadecimal = pattern.kind == "cisco" and any(char.isalpha() for char in pattern.text)
        if pattern.kind == "mac" or hexadecimal or (pattern.kind == "ipv6" and _ipv6(pattern.text)):
            reason = _IP if pattern.kind == "ipv6" else _MAC
            found.append(_made("IP", pattern, "devices.network", 0.95, reason))
        elif pattern.kind == "ipv4" and _ipv4(layout, pattern):
            found.append(_made("IP", pattern, "devices.network", 0.93, _IP))
        elif pattern.kind == "geo":
            scene = _is_scene(layout, pattern.start)
            found.append(
                _made(
                    "GEO",
                    pattern,
                    "devices.coordinates",
                    0.9,
                    _SCENE if scene else _HOME,
                    Role.SCENE if scene else None,
                )
            )
    return found


def _made(
    type_: str, pattern: Pattern, rule: str, certain: float, reason: str, holder: Role | None = None
) -> Candidate:
    return Candidate(
        type_, pattern.start, pattern.end, rule, certain, reason, Rank.IDENTIFIER, holder, pattern.text
    )


def _ipv4(layout: Layout, pattern: Pattern) -> bool:
    """Four numbers to 255 without leading zeros; budget codes and paragraph numbers are short or labelled,
    and nobody comes "from" one or logs in."""
    parts = pattern.text.split(".")
    if any(int(part) > 255 or (len(part) > 1 and part.startswith("0")) for part in parts) or parts[0] == "0":
        return False
    return (
        _labelled(layout, pattern.start)
        or "ip" in layout.kinds_at(pattern.start)
        or sum(len(part) > 1 for part in parts) >= 3
        or (len(pattern.text) >= _SHORTEST and _is_reached(layout.reading.text, pattern))
    )


def _is_reached(text: str, pattern: Pattern) -> bool:
    """As logs and reports tell where somebody came from: "from 45.9.20.1 port 40022", "login dari …"."""
    return bool(_FROM.search(text, max(pattern.start - _SENTENCE, 0), pattern.start)) or bool(
        _PORT.match(text, pattern.end)
    )


def _labelled(layout: Layout, start: int) -> bool:
    reading = layout.reading
    index = reading.word_at(start)
    for at in range(index, max(index - _LABEL_REACH, 0), -1):
        if reading.tag_before(at, "label.ip"):
            return True
        if "\n" in reading.between(at):
            break
    return False


def _ipv6(text: str) -> bool:
    groups = text.split(":")
    return ("::" in text or len(groups) == 8) and any(len(group) >= 3 for group in groups)


def _is_scene(layout: Layout, start: int) -> bool:
    """The nearest word in front tells a scene (of an accident, a search) from a home."""
    reading = layout.reading
    index = reading.word_at(start)
    for at in range(index, max(index - _REACH, 0), -1):
        if reading.tag_before(at, "home"):
            return False
        if reading.tag_before(at, "scene"):
            return True
    field = layout.field_at(start) or layout.field_at(start + 1)  # a minus may look like a filler
    return bool(field and field.has("office_address"))
