"""Puts characters into paragraphs, and paragraphs into cells, as they come.

White space is set as a browser sets it: runs of it are one space, none begins or ends a line, unless the page
asks for all of it.
"""

import re
from dataclasses import dataclass, field

from terbuka.documents.docx.flow import Block, Cell, Line, Paragraph, ParagraphLook, Row, Run, RunLook, Table
from terbuka.documents.docx.runs import in_seen_order

MOST_TABLES = 32
"""Tables in tables; deeper ones are set as paragraphs. Every table that lays out a mail counts."""
MOST_COLUMNS, MOST_ROWS = 256, 2000
"""That one cell may span."""
_SPACE = re.compile(r"[ \t\n\r\f]+")
_LINES = re.compile(r"(\n|\f)")


@dataclass(slots=True)
class _Open:
    """A table that is being read. ``spans``: column → rows that a cell still reaches into, and its width."""

    into: list[Block]
    rows: list[Row] = field(default_factory=list)
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)
    in_row: bool = False
    in_cell: bool = False
    heads_only: bool = True


class Builder:
    """``blocks``: what was built."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._into = self.blocks
        self._tables: list[_Open] = []
        self._runs: list[Run] = []
        self._look = ParagraphLook()

    # --- paragraphs ---------------------------------------------------------------------------------

    def paragraph(self, look: ParagraphLook) -> None:
        """Whatever comes next stands in a paragraph of its own."""
        self.end()
        self._look = look

    def end(self) -> None:
        """End the paragraph that is open, if anything stands in it."""
        runs, self._runs = self._trimmed(), []
        if any(run.text or run.kind == "picture" for run in runs):
            self._into.append(Paragraph(in_seen_order(runs), self._look))

    def rule(self) -> None:
        """A line across."""
        self.end()
        self._into.append(Paragraph([], ParagraphLook(rules=(("top", Line()),))))

    def text(self, text: str, look: RunLook, *, keeps_space: bool = False, keeps_lines: bool = False) -> None:
        """Characters as they stand in the page."""
        if keeps_space:
            for part in _LINES.split(text):
                self.put("\n" if part in ("\n", "\f") else part, look)
        elif keeps_lines:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self.line_end(look)
                self._collapsed(line, look)
        else:
            self._collapsed(text, look)

    def _collapsed(self, text: str, look: RunLook) -> None:
        text = _SPACE.sub(" ", text)
        if text.startswith(" ") and self._is_at_space():
            text = text[1:]
        self.put(text, look)

    def _is_at_space(self) -> bool:
        for run in reversed(self._runs):
            if run.kind == "picture":
                return False
            if run.text:
                return run.text[-1] in " \n"
        return True

    def line_end(self, look: RunLook) -> None:
        """A new line in the paragraph."""
        for run in self._runs[-1:]:
            run.text = run.text.rstrip(" ") if run.kind == "text" else run.text
        self.put("\n", look)

    def put(self, text: str, look: RunLook, kind: str = "text") -> None:
        """Characters as they are. ``kind``: as of a run."""
        last = self._runs[-1] if self._runs else None
        if kind == "picture":
            self._runs.append(Run("", look, kind))
        elif last and (last.look, last.kind) == (look, kind) and "\n" not in (text, last.text):
            last.text += text
        elif text:
            self._runs.append(Run(text, look, kind))

    def _trimmed(self) -> list[Run]:
        """The runs without the space and the one line end that no browser shows at the end."""
        runs = self._runs
        while runs and runs[-1].kind == "text" and not runs[-1].text.strip(" ") and runs[-1].text != "\n":
            runs.pop()
        if runs and runs[-1].text == "\n" and len(runs) > 1:
            runs.pop()
        if runs and runs[-1].kind == "text":
            runs[-1].text = runs[-1].text.rstrip(" ") or runs[-1].text
        return runs

    # --- tables -------------------------------------------------------------------------------------

    @property
    def takes_tables(self) -> bool:
        """Whether another table may be opened here."""
        return len(self._tables) < MOST_TABLES

    def table(self) -> None:
        """Open a table. What stands in it and in no cell goes before it."""
        self.end()
        self._tables.append(_Open(self._into))

    def row(self) -> None:
        """Begin a row of the innermost table."""
        self.end_row()
        if self._tables:
            opened = self._tables[-1]
            opened.rows.append(Row([]))
            opened.in_row = opened.heads_only = True

    def cell(self, across: int, down: int, *, head: bool) -> None:
        """Begin a cell of it, in a row that need not have been begun."""
        if not self._tables:
            return
        self.end_cell()
        if not self._tables[-1].in_row:
            self.row()
        opened = self._tables[-1]
        across, down = max(1, min(across, MOST_COLUMNS)), max(1, min(down, MOST_ROWS))
        column = _pass_spans(opened)
        cell = Cell([], across=across, down="begin" if down > 1 else "")
        opened.rows[-1].cells.append(cell)
        if down > 1 and column < MOST_COLUMNS:
            opened.spans[column] = (down, across)
        opened.heads_only = opened.heads_only and head
        opened.in_cell = True
        self._into = cell.blocks

    def end_cell(self) -> None:
        """Go on outside of the cell that is open."""
        if self._tables and self._tables[-1].in_cell:
            self.end()
            self._tables[-1].in_cell = False
            self._into = self._tables[-1].into

    def end_row(self) -> None:
        """Go on outside of the row that is open."""
        self.end_cell()
        if not self._tables or not self._tables[-1].in_row:
            return
        opened = self._tables[-1]
        _pass_spans(opened)
        opened.rows[-1].header = opened.heads_only and len(opened.rows) == 1
        opened.spans = {
            column: (rows - 1, across) for column, (rows, across) in opened.spans.items() if rows > 1
        }
        opened.in_row = False

    def end_table(self) -> None:
        """Close the innermost table and put it where it stands."""
        if not self._tables:
            return
        self.end_row()
        self.end()
        closed = self._tables.pop()
        rows = [row for row in closed.rows if row.cells]
        if rows:
            self._into.append(Table(rows))

    def finish(self) -> list[Block]:
        """Close whatever is open."""
        while self._tables:
            self.end_table()
        self.end()
        return self.blocks


def _pass_spans(opened: _Open) -> int:
    """Set what cells above reach into the row where it has come to them; the column after it."""
    cells = opened.rows[-1].cells
    column = sum(cell.across for cell in cells)
    while column in opened.spans:
        across = opened.spans[column][1]
        cells.append(Cell([Paragraph([])], across=across, down="go on"))
        column += across
    return column
