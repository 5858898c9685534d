"""The shape of JSON that a person hands in, told before anything is made of it.

So nothing in it, however strange, is taken for something else or found out only half way.
"""

from collections.abc import Callable, Iterable, Mapping

Shape = Callable[[object], bool]
"""Whether a value, as ``json`` reads it, has this shape."""

FARTHEST = 1e6
"""Points from the top left of a page; nothing stands farther."""
SIDES = 4


def text(value: object) -> bool:
    """A text that can be written to a file: halves of a sign (``"\\ud800"``) cannot."""
    return isinstance(value, str) and not any("\ud800" <= sign <= "\udfff" for sign in value)


def whole(value: object) -> bool:
    """A whole number; neither ``7.0`` nor ``true``."""
    return type(value) is int


def truth(value: object) -> bool:
    """``true`` or ``false``."""
    return isinstance(value, bool)


def number(value: object) -> bool:
    """A number that can be a place on a page; NaN and Infinity, which ``json`` reads, cannot."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= FARTHEST


def box(value: object) -> bool:
    """Left, top, right, bottom."""
    if not isinstance(value, list) or len(value) != SIDES or not all(number(side) for side in value):
        return False
    return bool(value[0] <= value[2] and value[1] <= value[3])


def stretch(value: object) -> bool:
    """Begin and end in a text."""
    return isinstance(value, list) and len(value) == 2 and all(whole(end) for end in value)


def one_of(values: Iterable[str]) -> Shape:
    """One of these texts."""
    known = frozenset(values)
    return lambda value: isinstance(value, str) and value in known


def maybe(shape: Shape) -> Shape:
    """``null``, or a value of this shape."""
    return lambda value: value is None or shape(value)


def each(shape: Shape) -> Shape:
    """A list of values of this shape."""
    return lambda value: isinstance(value, list) and all(shape(item) for item in value)


def row(needed: Mapping[str, Shape], further: Mapping[str, Shape] | None = None) -> Shape:
    """An object with all keys that are ``needed``; what these and ``further`` name has its shape."""
    shapes = {**needed, **(further or {})}

    def fits(value: object) -> bool:
        if not isinstance(value, dict) or not needed.keys() <= value.keys():
            return False
        return all(shapes[key](item) for key, item in value.items() if key in shapes)

    return fits
