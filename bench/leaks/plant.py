"""What a planted leak is: a file that somebody took for redacted, and what can still be learned from it.

    LEAKS = Bed("pdf", Kind.STRUCTURE)

    @LEAKS.plant
    def white_text(seed: Random, who: Person) -> bytes: …

The function's name names the class, its docstring says what somebody did.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random

from leaks.persons import Person, person, sentences


class Kind(StrEnum):
    """Where the leak lies. ``CLEAN``: there is none."""

    STRUCTURE = "structure"
    PIXELS = "pixels"
    SIDE = "side channel"
    CLEAN = "clean"


Builder = Callable[[Random, Person], bytes]


@dataclass(frozen=True, slots=True)
class Planted:
    """One class of leaks, and how a file with it is made."""

    name: str
    suffix: str
    kind: Kind
    build: Builder

    def made(self, seed: int) -> tuple[bytes, Person]:
        """The file, and whom it tells of."""
        dice = Random(f"{seed} {self.name}")  # noqa: S311 - samples, no secrets
        who = person(dice)
        return self.build(dice, who), who


@dataclass(slots=True)
class Bed:
    """Collects the classes of one module."""

    suffix: str
    kind: Kind
    planted: list[Planted] = field(default_factory=list)

    def plant(self, build: Builder) -> Builder:
        """Takes in a builder; for use as a decorator."""
        return self.add(build.__name__, build)

    def add(self, name: str, build: Builder) -> Builder:
        self.planted.append(Planted(f"{self.suffix} {name.replace('_', ' ')}", self.suffix, self.kind, build))
        return build

    def __iter__(self) -> Iterator[Planted]:
        return iter(self.planted)


SECRET_LINE = 3
"""Where among the lines stands the one that tells of the person, counted from 0."""


def page_lines(seed: Random, told: str) -> list[str]:
    """A page of ordinary lines with ``told`` among them."""
    lines = sentences(seed, 7)
    return [*lines[:SECRET_LINE], told, *lines[SECRET_LINE:]]


def redacted(who: Person) -> str:
    """The person's sentence as it is after a good redaction."""
    return who.sentence.replace(who.name, "[NAMA]").replace(who.nik, "[NIK]")
