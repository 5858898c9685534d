"""The cells of one line of a table.

They are parted by bars, tabs, semicolons, commas, or a stroke between blanks (then they are counted), or by
two or more blanks (then they belong to the heading they stand under).
"""

import re

STROKES = (" / ", " - ", " – ", " — ")  # they part running text and ranges too, however many there are
DELIMITERS = ("|", "\t", ";", ",", *STROKES)
_QUOTED = {
    sign: re.compile(rf'\s*"(?P<inside>(?:[^"]|"")*)"\s*(?:{re.escape(sign)}|$)') for sign in DELIMITERS
}
_ALIGNED = re.compile(r"(?:Rp\.? +(?=\d)|\S)+(?: (?:Rp\.? +(?=\d)|\S)+)*")  # amounts are set flush right
_STRAY_BAR = re.compile(r"(?<!\S)\|(?!\S)")  # what OCR reads of a ruled table's lines, here and there
_RULER = frozenset("-=_+| \r")

Piece = tuple[int, int]
"""A stretch of one line: offsets of the text, trimmed."""


def is_ruler(text: str) -> bool:
    """A line of dashes between rows; an empty one too."""
    return _RULER.issuperset(text)


def split(text: str, delimiter: str) -> list[Piece]:
    """Offsets of the trimmed cells of a line, without the quotes around one (RFC 4180)."""
    if not delimiter:
        return [match.span() for match in _ALIGNED.finditer(_STRAY_BAR.sub(" ", text))]
    spans, at = list[Piece](), 0
    while at <= len(text):
        quoted = _QUOTED[delimiter].match(text, at)
        left, right = quoted.span("inside") if quoted else (at, _index(text, delimiter, at))
        last = quoted and not quoted[0].endswith(delimiter)
        at = len(text) + 1 if last else quoted.end() if quoted else right + len(delimiter)
        body = text[left:right]
        left += len(body) - len(body.lstrip())
        spans.append((left, max(left, left + len(body.strip()))))
    return spans


def split_row(text: str, delimiter: str, width: int) -> list[Piece]:
    """The cells of a row below ``width`` headings. Where there are too many between commas, one with a blank
    behind it is in a cell ("Slamet,Kudus, 02-02-1970,PNS")."""
    spans = split(text, delimiter)
    if delimiter != "," or len(spans) <= width:
        return spans
    joined: list[Piece] = []
    for left, right in spans:
        if joined and text[joined[-1][1] : left] == ", ":
            joined[-1] = (joined[-1][0], right)
        else:
            joined.append((left, right))
    return joined if len(joined) == width else spans


def _index(text: str, sign: str, at: int) -> int:
    """Where the next ``sign`` stands, or the text ends."""
    found = text.find(sign, at)
    return found if found >= 0 else len(text)
