"""Spaces and dots around a label: whatever is measured by what stood there is measured anew.

In aligned columns the gap after a name is what the name leaves of its column, in a form the dots fill
up the line, and a centred line begins where half its length says. Each tells the length of what was
hidden, and a length leaves few names.
"""

import re
import unicodedata

from terbuka.documents.terminal import without_commands

GRID = 8
"""Characters; where a line or cell may begin that no neighbour shares."""
FILLERS = "._…"
FILLED = 3
"""How many dots or underscores stand for any number of them."""

_LEADING_FILL = re.compile(rf"^( ?)(([{FILLERS}])\3{{3,}})")
_TRAILING_FILL = re.compile(rf"(([{FILLERS}])\2{{3,}})( ?)$")
_LEADING_SPACE = re.compile(r"^[ \t\u00a0]{2,}")
_TRAILING_SPACE = re.compile(r"[ \t\u00a0]{2,}$")
_LINE_ENDS = "\n\r\t\f"
_BREAKS = "\v\x1c\x1d\x1e\x1f\x85"
_SELECTORS = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Signs that Unicode says are not shown, though it counts them as letters: a run of them can spell a name."""


def visible(text: str) -> str:
    """The text without characters that nobody sees: zero width, bidirectional marks, controls."""
    return text if text.isascii() and text.isprintable() else "".join(map(_visible, without_commands(text)))


def _visible(character: str) -> str:
    if character in _LINE_ENDS:
        return character
    if character in _BREAKS:
        return " "
    category = unicodedata.category(character)
    if category in ("Cf", "Cc") or _SELECTORS.match(character):
        return ""
    return "\ufffd" if category in ("Co", "Cs", "Cn") else character


def snapped(column: int) -> int:
    """The column on the grid at or before ``column``."""
    return column // GRID * GRID


def leading_fill(text: str) -> tuple[int, str]:
    """How many characters of fill ``text`` begins with, and what stands for them."""
    found = _LEADING_FILL.match(text)
    return (found.end(), found[1] + found[3] * FILLED) if found else (0, "")


def trailing_fill(text: str) -> tuple[int, str]:
    """How many characters of fill ``text`` ends with, and what stands for them."""
    found = _TRAILING_FILL.search(text)
    return (len(text) - found.start(), found[2] * FILLED + found[3]) if found else (0, "")


def leading_gap(text: str) -> tuple[int, str]:
    """How many spaces and tabs ``text`` begins with where they are two or more, and what stands for them."""
    found = _LEADING_SPACE.match(text)
    return (found.end(), _one_gap(found[0])) if found else (0, "")


def trailing_gap(text: str, *, starts_line: bool = False) -> tuple[int, str]:
    """As ``leading_gap`` at the end; an indent that ``starts_line`` is put on the grid."""
    found = _TRAILING_SPACE.search(text)
    if not found:
        return 0, ""
    gap = found[0]
    if starts_line and found.start() == 0 and "\t" not in gap:
        return len(gap), " " * snapped(len(gap))
    return len(gap), _one_gap(gap)


def _one_gap(gap: str) -> str:
    return "\t" if "\t" in gap else "  "
