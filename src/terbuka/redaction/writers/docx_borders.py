"""Lines around paragraphs and cells as WordprocessingML: of few kinds, sizes and colours.

So what they say is what is seen of them; a colour that is off by a shade could say a letter.
"""

from collections.abc import Iterator, Sequence

from terbuka.documents.docx.flow import Line, Lines

KINDS = frozenset({"single", "thick", "double", "dotted", "dashed", "thinThickSmallGap", "thickThinSmallGap"})
"""Others are drawn as single ones."""
SIZES = (2, 4, 6, 8, 12, 18, 24, 36, 48)
"""Eighths of a point: those that Word offers."""
SHADES = 17
"""Of 255: a colour has sixteen shades of red, green and blue each."""
TABLE_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def sides(lines: Lines) -> Iterator[tuple[str, dict[str, object]]]:
    """The attributes of each side, in the order of the format."""
    for side in TABLE_SIDES:
        if side in lines:
            yield side, attributes(lines[side])


def attributes(line: Line) -> dict[str, object]:
    """A line as it is written."""
    if line.kind == "nil":
        return {"val": "nil"}
    return {
        "val": line.kind if line.kind in KINDS else "single",
        "sz": min(SIZES, key=lambda size: abs(size - line.size)),
        "space": 0,
        "color": _plain(line.colour) if line.colour else "auto",
    }


def _plain(colour: str) -> str:
    parts: Sequence[int] = bytes.fromhex(colour)
    return "".join(f"{round(part / SHADES) * SHADES:02X}" for part in parts)
