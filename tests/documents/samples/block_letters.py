"""Letters and figures that are put together of level and upright bars, as on a display."""

from collections.abc import Iterator

SIDES = {
    "a": ((0, 0), (2, 0)),
    "b": ((2, 0), (2, 2)),
    "c": ((2, 2), (2, 4)),
    "d": ((0, 4), (2, 4)),
    "e": ((0, 2), (0, 4)),
    "f": ((0, 0), (0, 2)),
    "g": ((0, 2), (2, 2)),
    "m": ((1, 0), (1, 4)),
}
"""From where to where each bar goes, in halves of the width and quarters of the height, from the top left."""
FIGURES = ("abcdef", "bc", "abged", "abgcd", "fgbc", "afgcd", "afgecd", "abc", "abcdefg", "abcdfg")
LETTERS = {
    **{str(at): sides for at, sides in enumerate(FIGURES)},
    "A": "abcefg",
    "B": "abcdefg",
    "D": "abcdef",
    "E": "afged",
    "F": "afge",
    "H": "fegbc",
    "I": "m",
    "L": "fed",
    "S": "afgcd",
    "T": "am",
    "U": "fedcb",
    " ": "",
}


def bars(
    text: str, x: float, y: float, width: float, height: float, gap: float, short: float = 0
) -> Iterator[tuple[float, float, float, float]]:
    """The bars of ``text`` from (x, y) on, downwards; ``short``: how much each ends before the next."""
    for letter in text:
        for side in LETTERS[letter]:
            (x0, y0), (x1, y1) = SIDES[side]
            by_x, by_y = (short, 0) if y0 == y1 else (0, short)
            yield (
                x + x0 * width / 2 + by_x,
                y + y0 * height / 4 + by_y,
                x + x1 * width / 2 - by_x,
                y + y1 * height / 4 - by_y,
            )
        x += width + gap
