"""Things told by their letters: addresses on the net, plates, chassis, passports, devices, places on a map.

One alternation in re2 finds them all in one run; the module for each kind then looks at what stands around.
"""

import re
import string
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
_LOCAL = r"[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}"  # RFC 5321; without an end, "1.1.1.…" is read anew at each 1
_OF_LOCAL = frozenset(f"{string.ascii_letters}{string.digits}._%+-")
_SAID_AT, _SAID_DOT = "(?i:at|et|a ?keong|keong|a bulat)", "(?i:dot|titik)"
AT = rf"@| ?[\[({{] ?{_SAID_AT} ?[\])}}] ?"
DOT = rf"\.| ?[\[({{] ?{_SAID_DOT} ?[\])}}] ?"
_MAIL_HOST = "(?i:gmail|yahoo|ymail|outlook|hotmail|icloud|proton|protonmail|live|mail)"
# Said or written apart: only where the host is known, or the end of the address is.
SAID_AT = rf" ?(?:{AT}) ?| {_SAID_AT} "
SAID_DOT = rf" ?(?:{DOT}) ?| {_SAID_DOT} "
_SAID_HOST = rf"{_MAIL_HOST}(?:(?:{SAID_DOT})(?i:com|co|net|id|org))+"
_APART_HOST = rf"[A-Za-z0-9\-]+(?:(?:{SAID_DOT})(?i:com|co|net|id|org|go|ac|sch|or|web|my|desa))+"
_PLUS = "[23456789CFGHJMPQRVWX]"  # the figures of plus codes (Open Location Code)
_PARTS = {
    "email": rf"{_LOCAL}(?:{AT})[A-Za-z0-9\-]+(?:(?:{DOT})[A-Za-z0-9\-]+)*"
    rf"(?:{DOT})[A-Za-z]{{2,}}"
    rf"|{_LOCAL}(?:{SAID_AT}){_SAID_HOST}\b|{_LOCAL}(?:@| ?@ ){_APART_HOST}\b",
    "url": rf"(?:https?://|www\.){_NET_WORD}|(?:{_SHARED})/{_NET_WORD}",
    "handle": r"@[A-Za-z0-9_](?:[A-Za-z0-9_.]*[A-Za-z0-9_])?",
    "mac": rf"{_HEX}{{2}}(?:[:\-]{_HEX}{{2}}){{5}}",
    "ipv6": rf"(?:{_HEX}{{1,4}}:){{2,7}}(?::?{_HEX}{{1,4}}(?::{_HEX}{{1,4}}){{0,6}})"
    rf"|(?:{_HEX}{{1,4}}:){{7}}{_HEX}{{1,4}}",
    "cisco": rf"{_HEX}{{4}}\.{_HEX}{{4}}\.{_HEX}{{4}}",
    "geo": r"\d{1,2}[.,]\d{3,} ?(?:LS|LU|S|N)\b[ ,;/\-–]*\d{2,3}[.,]\d{3,} ?(?:BT|E)\b"
    r"|[-−]?\d{1,2}[.,]\d{4,}\s*[,;/ ]\s*[-−]?\d{2,3}[.,]\d{4,}"
    rf"|{_DEGREES}{_MINUTES} ?(?:LS|LU|S|N)[ ,;/\-–]*{_DEGREES}{_MINUTES} ?(?:BT|E)"
    rf"|{_PLUS}{{8}}\+{_PLUS}{{2,3}}|{_PLUS}{{4}}\+{_PLUS}{{2,3}}",
    "ipv4": r"\d{1,3}(?:\.\d{1,3}){3}",
    "passport": r"\b[A-Z]{1,2} ?[0-9Olo]{6,8}\b",
    "serial": r"\b[A-Z0-9lo]{2,5}[A-Z0-9lo\-]{4,24}\b",
}
_JOINED = re2.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PARTS.items()))
FIGURE = "[0-9OolISBZ_?*]"
"""A figure of a plate: also as a scanner misreads it, or as a witness leaves it out."""
# Plates are tried at every letter ("R2 DA5190KAD" and "L300 DR 8117 SL" hold one, not at their beginning);
# re2 has no look-around, so these patterns run by themselves.
_PLATE = re.compile(
    rf"(?<![A-Za-z0-9/])(?=(?P<plate>[A-Z]{{1,2}}[ \-.]{{0,2}}(?P<figures>{FIGURE}{{1,4}})"
    r"(?:[ \-.]{0,2}[A-Z]{1,3})?)(?![A-Za-z0-9/]))"
)
_MISREAD = re.compile(r"[0-9OolI]{4}")
_SMALL_PLATE = re.compile(
    r"(?<![A-Za-z0-9/])(?=(?P<plate>[a-z]{1,2}[ \-.]{0,2}(?P<figures>\d{2,4})[ \-.]{0,2}[a-z]{1,3})"
    r"(?![A-Za-z0-9/]))"
)
# A letter at its end or its beginning read as a figure ("X0", "D4"): only near a word for a vehicle.
_DAMAGED_PLATE = re.compile(
    r"(?<![A-Za-z0-9/])[A-Z]{1,2}[ \-.]{0,2}\d{2,4}[ \-.]{1,2}"
    r"(?=[A-Z]{0,2}[0158])(?=[0158]{0,2}[A-Z])[A-Z0158]{2,3}(?![A-Za-z0-9/])"
    r"|(?<![A-Za-z0-9/])(?:[A-Z][0-8]|[0-8][A-Z])[ \-.]{1,2}\d{2,4}[ \-.]{0,2}[A-Z]{1,3}(?![A-Za-z0-9/])"
)
# Its parts by any other sign, by blanks or one below the other: only a label makes that a plate.
_PARTED_PLATE = re.compile(
    r"(?<![A-Za-z0-9/])(?P<prefix>[A-Z]{1,2})(?P<gap>\s{0,5}[^\w\s(]{1,2}\s{0,5}|_|\s{1,5})(?P<figures>\d{1,4})"
    r"(?P=gap)(?P<suffix>[A-Z]{1,3})(?![A-Za-z0-9/])"
)
# A line's end between two of its parts, once. Behind it no further number and no value may follow: that would
# be the next plate, or the next field of a form.
_PLATE_GAP, _PLATE_BREAK = r"[ \-.]{0,2}", r"[ \t\-.]{0,3}\r?\n[ \t>]{0,20}"
_TORN_PLATE = re.compile(
    r"(?<![A-Za-z0-9/])(?<!\d\d[ \-.])([A-Z]{1,2})"
    rf"(?:{_PLATE_BREAK}(\d{{1,4}}){_PLATE_GAP}|{_PLATE_GAP}(\d{{1,4}}){_PLATE_BREAK})"
    r"([A-Z]{1,3})(?![A-Za-z0-9/]|[ \-.]{0,2}\d|[ \t]*[:=]|\.[A-Za-z])"
)
_BYTES_BEFORE, _BYTE = (
    re.compile(rf"(?<![^\W_]){_HEX}{{2}}[:\-]$"),
    re.compile(rf"[:\-]{_HEX}{{2}}(?![^\W_])"),
)
_USUAL_GAP = re.compile(r"[ \-.]{1,2}")


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
        if kind == "email":
            while start and text[start - 1] in _OF_LOCAL:
                start -= 1  # a longer name than there may be
        if kind == "url":
            end = start + len(text[start:end].rstrip(".,;:!?"))
        if not _inside_word(text, start, end, kind):
            yield Pattern(kind, start, end, text[start:end])
    yield from _all_plates(text)


def _all_plates(text: str) -> Iterator[Pattern]:
    """Plates as usual, then damaged ones, and those whose parts stand apart or on two lines."""
    for pattern in (_PLATE, _SMALL_PLATE):
        yield from _plates(pattern, text)
    for match in _DAMAGED_PLATE.finditer(text):
        yield Pattern("damaged plate", *match.span(), match[0])
    for match in _PARTED_PLATE.finditer(text):
        if not _USUAL_GAP.fullmatch(match["gap"]):
            yield Pattern("parted plate", *match.span(), " ".join(match.group("prefix", "figures", "suffix")))
    for match in _TORN_PLATE.finditer(text):
        yield Pattern("torn plate", *match.span(), " ".join(filter(None, match.groups())))


def _plates(pattern: re.Pattern[str], text: str) -> Iterator[Pattern]:
    """Of two that overlap the one with more figures: ``L300 DR 8117 SL`` is a van and its plate."""
    best, most = None, 0
    for match in pattern.finditer(text):
        figures = sum(map(str.isdigit, match["figures"]))
        if 2 * figures < len(match["figures"]) and not (figures and _MISREAD.fullmatch(match["figures"])):
            continue
        overlaps = best is not None and match.start() < best.end
        if best and not overlaps:
            yield best
        if not overlaps or figures > most:
            best, most = Pattern("plate", *match.span("plate"), match["plate"]), figures
    if best:
        yield best


def _inside_word(text: str, start: int, end: int, kind: str) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if kind == "geo" and "+" in text[start:end] and not any(map(str.isalpha, text[start:end])):
        return True  # "2345+67" adds; a plus code has letters
    if kind == "handle":
        return before.isalnum() or before in ("_", ".")
    if kind in ("serial", "passport"):
        return before.isalnum() or after.isalnum() or before in ("/",) or after == "/"
    if kind == "mac" and (_BYTES_BEFORE.search(text, max(start - 4, 0), start) or _BYTE.match(text, end)):
        return True  # the fingerprint of a key, a dump
    return (
        before.isalnum()
        or (after.isalnum() and kind != "url")
        or (kind == "ipv4" and (before == "." or _goes_on(text, end)))
    )


def _goes_on(text: str, end: int) -> bool:
    return text[end : end + 1] == "." and text[end + 1 : end + 2].isdigit()
