"""What holds now, from what was proposed and everything that was decided since: a pure fold.

The list of decisions only grows. A decision that was undone counts as if it had never been made, except
that whoever saw the place before it must look again (``State.touched``).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Standing(StrEnum):
    """Where a place stands. ``UNDECIDED`` is hidden until somebody says otherwise; ``VOID`` was added by
    a decision that has been undone, or taken away by one: it is not there."""

    UNDECIDED = "undecided"
    HIDDEN = "hidden"
    KEPT = "kept"
    VOID = "void"


class Kind(StrEnum):
    """What a decision does. ``LIFT`` opens what only the superior may open, ``REMOVE`` takes a box away that
    somebody drew."""

    HIDE = "hide"
    KEEP = "keep"
    LIFT = "lift"
    REMOVE = "remove"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Item:
    """A place as proposed. ``added_by``: number of the decision that added it, None for screening."""

    number: int
    standing: Standing
    ground: str
    added_by: int | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """A decision. ``marks``: the numbers of the places, as ranges ``(first, last)``. ``ground``: a new
    ground, empty to leave it. ``undoes``: the decision that an undo takes back."""

    number: int
    kind: Kind
    marks: Sequence[tuple[int, int]]
    ground: str = ""
    undoes: int | None = None


class State(NamedTuple):
    """``decision``: the one in effect; ``touched``: the last that concerned the place. 0: none."""

    standing: Standing
    ground: str
    decision: int = 0
    touched: int = 0


def proposed(item: Item) -> State:
    """Before anybody decided anything."""
    return State(item.standing if item.added_by is None else Standing.VOID, item.ground)


_STANDING = {
    Kind.HIDE: Standing.HIDDEN,
    Kind.KEEP: Standing.KEPT,
    Kind.LIFT: Standing.KEPT,
    Kind.REMOVE: Standing.VOID,
}


def step(state: State, act: Act) -> State:
    """One decision more (not an undo)."""
    return State(_STANDING[act.kind], act.ground or state.ground, act.number, act.number)


def fold(items: Iterable[Item], acts: Sequence[Act]) -> dict[int, State]:
    """The state of every item after all ``acts``, which come in order."""
    states = {item.number: proposed(item) for item in items}
    undone = {act.undoes for act in acts if act.kind is Kind.UNDO}
    for act in acts:
        for number in numbers(act.marks):
            if number not in states:
                continue
            if act.kind is not Kind.UNDO and act.number not in undone:
                states[number] = step(states[number], act)
            states[number] = states[number]._replace(touched=act.number)
    return states


def ranges(marks: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers as ranges ``(first, last)``, both inclusive, in order: thousands in a few bytes."""
    found: list[tuple[int, int]] = []
    for number in sorted(set(marks)):
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def numbers(marks: Iterable[Sequence[int]]) -> Iterator[int]:
    """The numbers in ``ranges``."""
    for first, last in marks:
        yield from range(first, last + 1)
