"""A page of text as it is arranged: the blocks of a sheet, filled with what is drawn in them.

Fillings differ: the studio draws what is to be hidden, the preview of a copy its labels.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from terbuka.disclosure.extract import Sheet
from terbuka.documents.arrangement import ATTACHMENT, FIELDS, HEADING, SHEET, TABLE, TEXT, Block

P = TypeVar("P")
DEEPEST = 6
"""There is no heading below it in a page."""
_ABOVE = 2
"""Headings of the page itself that stand above those of a document."""


@dataclass(frozen=True, slots=True)
class FilledCell(Generic[P]):
    """A cell of a table. ``across``: how many columns."""

    parts: Sequence[P]
    across: int


@dataclass(frozen=True, slots=True)
class Filled(Generic[P]):
    """A block with what is drawn in it: ``parts``, or the ``rows`` of a table. See ``Block``."""

    block: Block
    parts: Sequence[P]
    rows: Sequence[Sequence[FilledCell[P]]] = ()

    @property
    def is_table(self) -> bool:
        return self.block.kind == TABLE

    @property
    def is_sheet(self) -> bool:
        """The name of a sheet of a workbook."""
        return self.block.kind == SHEET

    @property
    def is_fields(self) -> bool:
        """The head of a mail."""
        return self.block.kind == FIELDS

    @property
    def is_attachment(self) -> bool:
        """A file that hangs on a mail."""
        return self.block.kind == ATTACHMENT

    @property
    def heading(self) -> int:
        """The level of its heading in the page, 0 for none."""
        level = 1 if self.is_sheet else self.block.level
        return min(level + _ABOVE, DEEPEST) if self.block.kind in (HEADING, SHEET) else 0


def arranged(sheet: Sheet, fill: Callable[[int, int], Sequence[P]]) -> list[Filled[P]]:
    """What to draw of ``sheet``. ``fill``: what is drawn between two offsets of the document."""
    return [_filled(block, fill) for block in sheet.blocks or (Block(TEXT, sheet.start, sheet.end),)]


def columns(blocks: Sequence[Filled[P]]) -> int:
    """Of the widest table among them; 0 where there is none."""
    return max((sum(cell.across for cell in row) for block in blocks for row in block.rows), default=0)


def _filled(block: Block, fill: Callable[[int, int], Sequence[P]]) -> Filled[P]:
    if block.kind not in (TABLE, FIELDS):
        return Filled(block, fill(block.start, block.end))
    rows = [[FilledCell(fill(cell.start, cell.end), cell.across) for cell in row] for row in block.rows]
    return Filled(block, (), rows)
