"""What a case of the corpus is: a builder of one file, and what was planted in it.

A family is a module with ``FAMILY = Family("pdf", "page")`` and builders marked with ``@FAMILY.case``:

    @FAMILY.case
    def white_on_white(seed: Random, folder: Path) -> Planted:
        "Text in the colour of the paper."
        …
        return Planted(path, secrets=(person.name,), kept=words)

``corpus.py`` names the modules. The name of the function names the case, its docstring says what it is. All
that varies comes from ``seed``: the same seed makes the same file.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from random import Random


class Shown(StrEnum):
    """How a reader of the original meets the secret."""

    TEXT = "text"
    PIXELS = "pixels"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Planted:
    """A file and what is in it.

    ``secrets``: what must not be in the copy in any form. Those in ``terms`` are given by hand (``--term``),
    as screening cannot know them; it has to find the others, as far as a reader sees them. ``kept``: words
    that must still be read in the copy, as often as they stand here. ``scanned``: the kept words are pixels,
    of which reading may lose a few. ``may_refuse``: why a refusal is as good as a copy here; else it is a
    fault. ``drawn``: where on the first page (points from the top left) the secret is drawn in a way that a
    person reads and OCR may not.
    """

    path: Path
    secrets: tuple[str, ...]
    kept: tuple[str, ...]
    terms: tuple[str, ...] = ()
    shown: Shown = Shown.TEXT
    scanned: bool = False
    may_refuse: str = ""
    pages: int = 1
    drawn: tuple[tuple[float, float, float, float], ...] = ()


Builder = Callable[[Random, Path], Planted]


@dataclass(frozen=True, slots=True)
class Case:
    """``format``: the row of the table it is counted in. ``family``: the part of the checklist it is from."""

    name: str
    family: str
    format: str
    build: Builder

    def made(self, seed: int, folder: Path) -> Planted:
        """The file, in ``folder``, which is there and empty."""
        return self.build(Random(f"{seed} {self.family} {self.name}"), folder)  # noqa: S311 - a sample


@dataclass(slots=True)
class Family:
    """Collects the cases of one module."""

    format: str
    name: str
    cases: list[Case] = field(default_factory=list)

    def case(self, build: Builder) -> Builder:
        """Takes in a builder; for use as a decorator."""
        self.cases.append(Case(build.__name__, f"{self.format}_{self.name}", self.format, build))
        return build

    def __iter__(self) -> Iterator[Case]:
        return iter(self.cases)
