"""The names of SpreadsheetML, and the values that its attributes have."""

import re
from dataclasses import dataclass

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")


def is_true(value: str | None) -> bool:
    """Whether an attribute says yes."""
    return (value or "").lower() in ("1", "true", "on")


def whole(value: str | None, default: int = 0) -> int:
    """A whole number, ``default`` where there is none."""
    return int(value) if value and re.fullmatch(r"-?\d{1,9}", value) else default


def measure(value: str | None) -> float | None:
    """A length; None where there is none."""
    return float(value) if value and re.fullmatch(r"-?\d{1,6}(?:\.\d{1,20})?", value) else None


def place(reference: str) -> tuple[int, int] | None:
    """Row and column, from 1, of ``B7``; None for what is no cell."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    row = int(found[2])
    return (row, column) if 1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN else None


def reference(row: int, column: int) -> str:
    """``B7``: the other way round."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


@dataclass(frozen=True, slots=True)
class Area:
    """Rows and columns from the first to the last."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right


def area(range_: str | None) -> Area | None:
    """``A1:C3`` or ``B7``; None for what is neither."""
    first, _, last = (range_ or "").partition(":")
    start, end = place(first), place(last or first)
    if start is None or end is None:
        return None
    return Area(min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))
