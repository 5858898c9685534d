"""What a workbook shows, as plain values: cells in rows, rows on sheets, all with offsets.

The text: sheet by sheet its name on a line, then a line for each row, its cells parted by tabs. Columns
without a cell are left out, so that headings stand over their columns however far apart these are. Behind the
rows a line for each head and foot of the printed pages.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from terbuka.documents.docx.flow import RECORD_CELLS, Paragraph, RunLook
from terbuka.documents.xlsx.names import Area
from terbuka.documents.xlsx.styles import USUAL_FONT, CellLook
from terbuka.errors import LimitExceeded
from terbuka.language import N_

MOST_PLACES = 4_000_000
"""Cells with something in them, and the empty ones between them in their rows."""
BLANK_LINES = 2
"""Stand for any number of empty rows: screening takes them for the end of a table."""
USUAL_PAPER = 9
"""A4, as the format numbers papers."""
PAPERS = (1, 5, 8, USUAL_PAPER, 11, 14)
"""Also letter, legal, A3, A5 and folio."""
TOO_WIDE = N_(
    "Lembar kerja terlalu besar. Bagi menjadi beberapa berkas, atau hapus kolom yang tidak dipakai."
)


@dataclass(slots=True)
class Cell:
    """A cell that shows something. ``number``: what it holds, as written in the file; None for a text."""

    row: int
    column: int
    told: Paragraph
    look: CellLook
    number: str | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.told.runs)


@dataclass(slots=True)
class Margin:
    """A head or foot. ``kind``: as the format calls it; ``sections``: by ``L``, ``C``, ``R``. A run without
    text stands for a code, which is its kind."""

    kind: str
    sections: dict[str, Paragraph]


@dataclass(slots=True)
class Sheet:
    """A sheet: rows and columns from 1 as a reader counts those that are shown.

    ``blanks``: the looks of cells with nothing in them. ``widths``: of columns, in characters; ``heights``:
    of the rows that do not fit themselves to their text, in points. ``frozen``: rows and columns that stay
    in sight. ``margins``: the heads and feet of its printed pages; ``switches``: which pages have their own.
    """

    title: Paragraph
    cells: list[Cell] = field(default_factory=list)
    blanks: dict[tuple[int, int], CellLook] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    frozen: tuple[int, int] = (0, 0)
    is_landscape: bool = False
    fits_page: bool = False
    paper: int = USUAL_PAPER
    margins: list[Margin] = field(default_factory=list)
    switches: list[str] = field(default_factory=list)

    def rows(self) -> Iterator[list[Cell]]:
        """The cells row by row."""
        row: list[Cell] = []
        for cell in self.cells:
            if row and row[-1].row != cell.row:
                yield row
                row = []
            row.append(cell)
        if row:
            yield row


@dataclass(slots=True)
class Book:
    """A workbook: its sheets in order. ``since_1904``: its days are counted from there."""

    sheets: list[Sheet]
    default_font: RunLook = USUAL_FONT
    since_1904: bool = False

    def told(self) -> Iterator[Paragraph]:
        """The name, the cells, heads and feet of every sheet, in reading order."""
        for sheet in self.sheets:
            yield sheet.title
            yield from (cell.told for cell in sheet.cells)
            for margin in sheet.margins:
                yield from margin.sections.values()

    def lay_out(self) -> str:
        """The text of the workbook. Tells every cell its offset. Raises ``LimitExceeded``."""
        text = _Text()
        for sheet in self.sheets:
            text.sheet(sheet)
        return text.finish()


class _Text:
    """Collects the text."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._places = 0

    def finish(self) -> str:
        return "".join(self._parts)

    def sheet(self, sheet: Sheet) -> None:
        self._write("\n\n" if self._length else "")
        self._told(sheet.title, " ")
        columns = {column: at for at, column in enumerate(sorted({cell.column for cell in sheet.cells}))}
        above = 0
        for row in sheet.rows():
            self._write("\n" * (1 + min(row[0].row - above - 1, BLANK_LINES) if above else 1))
            above = row[0].row
            self._row(row, columns)
        for number, margin in enumerate(sheet.margins):
            self._write("\n" if number else "\n" * (1 + BLANK_LINES))
            for at, told in enumerate(margin.sections.values()):
                self._write("\t" if at else "")
                self._told(told, " ")

    def _row(self, row: list[Cell], columns: dict[int, int]) -> None:
        line_break = " " if len(row) >= RECORD_CELLS else "\n"
        at = 0
        for cell in row:
            self._write("\t" * (columns[cell.column] - at))
            at = columns[cell.column]
            self._told(cell.told, line_break)
        self._places += at + 1
        if self._places > MOST_PLACES:
            raise LimitExceeded(TOO_WIDE)

    def _told(self, told: Paragraph, line_break: str) -> None:
        told.start = self._length
        for run in told.runs:
            run.start = self._length
            self._write(run.text.replace("\n", line_break).replace("\t", " "))
        told.end = self._length

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
