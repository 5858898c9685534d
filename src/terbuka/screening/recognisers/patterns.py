"""Things told by their letters: addresses on the net, plates, chassis, passports, devices, places on a map.

One alternation in re2 finds them all in one run; the module for each kind then looks at what stands around.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import re2

_HEX = "[0-9A-Fa-f]"
_NET_WORD = r"[^\s|<>\"'()]+"
_SHARED = (
    r"wa\.me|t\.me|bit\.ly|s\.id|linktr\.ee|maps\.app\.goo\.gl|goo\.gl|(?:m\.)?facebook\.com|fb\.com|"
    r"(?:www\.)?instagram\.com|linkedin\.com|tiktok\.com|twitter\.com|x\.com|youtube\.com|youtu\.be|drive\.google\.com"
)
_DEGREES, _MINUTES = r"\d{1,3} ?[°º]", r" ?\d{1,2} ?['’′]? ?\d{0,2}(?:[.,]\d+)? ?[\"”″]?"
_PARTS = {
    "email": r"[A-Za-z0-9][A-Za-z0-9._%+\-]*(?:@| ?\[at\] ?| ?\(at\) ?)"
    r"[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*\.[A-Za-z]{2,}",
    "url": rf"(?:https?://|www\.){_NET_WORD}|(?:{_SHARED})/{_NET_WORD}",
    "handle": r"@[A-Za-z0-9_](?:[A-Za-z0-9_.]*[A-Za-z0-9_])?",
    "mac": rf"{_HEX}{{2}}(?:[:\-]{_HEX}{{2}}){{5}}",
    "ipv6": rf"(?:{_HEX}{{1,4}}:){{2,7}}(?::?{_HEX}{{1,4}}(?::{_HEX}{{1,4}}){{0,6}})"
    rf"|(?:{_HEX}{{1,4}}:){{7}}{_HEX}{{1,4}}",
    "geo": r"[-−]?\d{1,2}[.,]\d{4,}\s*[,;/ ]\s*[-−]?\d{2,3}[.,]\d{4,}"
    rf"|{_DEGREES}{_MINUTES} ?(?:LS|LU|S|N)[ ,;/\-–]*{_DEGREES}{_MINUTES} ?(?:BT|E)",
    "ipv4": r"\d{1,3}(?:\.\d{1,3}){3}",
    "passport": r"[A-Z]{1,2} ?\d{6,8}",
    "serial": r"[A-Z0-9]{2,5}[A-Z0-9\-]{4,24}",
}
_JOINED = re2.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PARTS.items()))
# A plate needs to be tried at every letter ("R2 DA5190KAD" holds one, not at its beginning): re2 has no
# look-around, so this one pattern runs by itself.
_PLATE = re.compile(r"(?<![A-Za-z0-9/])[A-Z]{1,2}[ \-.]{0,2}\d{1,4}[ \-.]{0,2}[A-Z]{1,3}(?![A-Za-z0-9/])")
_SMALL_PLATE = re.compile(
    r"(?<![A-Za-z0-9/])[a-z]{1,2}[ \-.]{0,2}\d{2,4}[ \-.]{0,2}[a-z]{1,3}(?![A-Za-z0-9/])"
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """``kind``: the name of the pattern that matched."""

    kind: str
    start: int
    end: int
    text: str


def find_patterns(text: str) -> Iterator[Pattern]:
    """Everything that stands on its own: first what the joined pattern sees, then plates."""
    for match in _JOINED.finditer(text):
        start, end = match.span()
        kind = str(match.lastgroup)
        if kind == "url":
            end = start + len(text[start:end].rstrip(".,;:!?"))
        if not _inside_word(text, start, end, kind):
            yield Pattern(kind, start, end, text[start:end])
    for pattern in (_PLATE, _SMALL_PLATE):
        for plate in pattern.finditer(text):
            yield Pattern("plate", *plate.span(), plate[0])


def _inside_word(text: str, start: int, end: int, kind: str) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if kind == "handle":
        return before.isalnum() or before in ("_", ".")
    if kind in ("serial", "passport"):
        return before.isalnum() or after.isalnum() or before in ("/",) or after == "/"
    return (
        before.isalnum()
        or (after.isalnum() and kind != "url")
        or (kind == "ipv4" and (before == "." or _goes_on(text, end)))
    )


def _goes_on(text: str, end: int) -> bool:
    return text[end : end + 1] == "." and text[end + 1 : end + 2].isdigit()
