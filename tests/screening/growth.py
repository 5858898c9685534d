"""How the time of some work grows with its text: an attacker's long line must not cost its square."""

from collections.abc import Callable
from time import process_time

_SIZE, _TIMES = 6000, 4
_PARTS, _EVENLY = 200, 9.0  # in between four and the square of it, for busy machines


def grows_evenly(work: Callable[[str], object], unit: str) -> bool:
    """Four times the text takes about four times as long (sixteen times, where each place is read anew)."""
    short, long = (unit * (size // len(unit)) for size in (_SIZE, _SIZE * _TIMES))
    work(short)  # what is loaded at first use is loaded now
    return _least(work, long) < 2 * _TIMES * max(_least(work, short), 0.01)


def _least(work: Callable[[str], object], text: str) -> float:
    return min(_seconds(work, text) for _ in range(3))


def _seconds(work: Callable[[str], object], text: str) -> float:
    began = process_time()
    work(text)
    return process_time() - began


def grows_with_its_parts(work: Callable[[str], object], part: Callable[[int], str]) -> bool:
    """A document of four times as many parts, each of somebody else, takes about four times as long: what is
    asked of each of its persons, forms and rows must not go through all the others."""
    few, many = ("\n".join(map(part, range(count))) for count in (_PARTS, _PARTS * _TIMES))
    work(part(0))
    return min(_seconds(work, many) for _ in range(2)) < _EVENLY * min(_seconds(work, few) for _ in range(2))
