"""How the text of a document without pages is arranged: headings, paragraphs, tables, sheets of a workbook,
the fields of a mail.

For who shows it to people. Nothing that is found, hidden or proven depends on it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from terbuka.documents.formats import Format
from terbuka.documents.model import Document
from terbuka.documents.sandbox import Progress, run_in_sandbox
from terbuka.errors import TerbukaError

if TYPE_CHECKING:
    from terbuka.documents.docx.flow import Flow, Story
    from terbuka.documents.docx.flow import Row as FlowRow
    from terbuka.documents.xlsx.book import Book
    from terbuka.documents.xlsx.book import Cell as BookCell
    from terbuka.documents.xlsx.book import Sheet as BookSheet

TEXT, HEADING, TABLE, SHEET = "text", "heading", "table", "sheet"
FIELDS, ATTACHMENT = "fields", "attachment"
ARRANGED = frozenset({Format.DOCX, Format.XLSX, Format.HTML, Format.MAIL})
MOST_CELLS = 200_000
"""A document with more is shown as its plain text."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: a stretch of the text, empty where nothing stands in it. ``across``: columns."""

    start: int
    end: int
    across: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text. ``kind``: ``text``, ``heading``, ``table``, ``sheet`` (its name), ``fields`` (of
    a mail: rows of a label and a value) or ``attachment``.

    ``level``: of a heading from 1; of a sheet and its table the number of the sheet. ``goes_on``: its
    beginning stands elsewhere (``part``). ``said``: what the file says of an attachment, its name and kind;
    that is none of its text.
    """

    kind: str
    start: int
    end: int
    level: int = 0
    rows: tuple[tuple[Cell, ...], ...] = ()
    goes_on: bool = False
    said: str = ""

    def part(self, start: int, end: int) -> "Block | None":
        """What of it stands between two offsets of the text."""
        if not _meets(self.start, self.end, start, end):
            return None
        rows = tuple(
            tuple(Cell(*_within(cell.start, cell.end, start, end), cell.across) for cell in row)
            for row in self.rows
            if _meets(row[0].start, row[-1].end, start, end)
        )
        within = _within(self.start, self.end, start, end)
        return Block(self.kind, *within, self.level, rows, self.goes_on or self.start < start, self.said)

    def to_row(self) -> list[Any]:
        """The block as plain data."""
        rows = [[[cell.start, cell.end, cell.across] for cell in row] for row in self.rows]
        return [self.kind, self.start, self.end, self.level, rows, self.goes_on, self.said]

    @staticmethod
    def from_row(data: Sequence[Any]) -> "Block":
        """The inverse of ``to_row``."""
        kind, start, end, level, rows, *rest = data  # older packages have no ``said``
        return Block(
            kind, start, end, level, tuple(tuple(Cell(*cell) for cell in row) for row in rows), *rest
        )


def _meets(start: int, end: int, first: int, last: int) -> bool:
    return max(start, first) < min(end, last) or (start == end and first <= start < last)


def _within(start: int, end: int, first: int, last: int) -> tuple[int, int]:
    return min(max(start, first), last), max(min(end, last), first)


def arrangement_of(path: Path, document: Document) -> tuple[Block, ...]:
    """The blocks of ``document``, which was read from the file at ``path``, in order; none where its format
    has no arrangement, or where not every word would stand in a block: then only its text tells all."""
    if Format(document.format) not in ARRANGED:
        return ()
    request = {
        "path": str(path.absolute()),
        "sha256": document.sha256,
        "format": document.format,
        "pictures": [[page.number, document.text[page.start : page.end]] for page in document.pictures],
    }
    try:
        blocks: tuple[Block, ...] = run_in_sandbox(
            "terbuka.documents.arrangement:arrange",
            request,
            take=lambda rows: tuple(map(Block.from_row, rows)),
            reads=[path],
        )
    except TerbukaError:
        return ()
    return blocks if holds_all(blocks, document.text) else ()


def holds_all(blocks: Iterable[Block], text: str) -> bool:
    """Whether every word of ``text`` stands in one block, and in the order of the text."""
    at = 0
    for start, end in chain.from_iterable(map(_stretches, blocks)):
        if not at <= start <= end <= len(text) or text[at:start].strip():
            return False
        at = end
    return not text[at:].strip()


def _stretches(block: Block) -> Iterator[tuple[int, int]]:
    if not block.rows:
        yield block.start, block.end
    for row in block.rows:
        yield from ((cell.start, cell.end) for cell in row)


# --- In the sandbox ---------------------------------------------------------------------------------


def arrange(request: dict[str, Any], report: Progress) -> Iterator[list[Any]]:
    """The sandbox's side of ``arrangement_of``."""
    from terbuka.documents.source import load

    data = load(Path(request["path"]), request["sha256"])
    format = Format(request["format"])
    if format is Format.XLSX:
        blocks = _of_workbook(data)
    elif format is Format.MAIL:
        from terbuka.documents.mail.arranged import blocks_of

        blocks = blocks_of(data)
    else:
        blocks = _of_flow(_docx(data, dict(request["pictures"])) if format is Format.DOCX else _html(data))
    cells = 0
    for block in blocks:
        cells += sum(map(len, block.rows))
        if cells > MOST_CELLS:
            return
        yield block.to_row()


def _unheard(kind: str, place: str, text: str) -> None:
    """What is hidden was told when the document was read."""


def _docx(data: bytes, pictures: dict[int, str]) -> "Flow":
    from terbuka.documents.docx.package import Package
    from terbuka.documents.docx.walk import read_flow

    flow = read_flow(Package(data), _unheard)
    for number, picture in enumerate(flow.pictures(), 1):
        picture.text = pictures.get(number, "")
    return flow


def _html(data: bytes) -> "Flow":
    from terbuka.documents.html import read_flow
    from terbuka.documents.html.charset import decode_page

    return read_flow(decode_page(data), _unheard)


def _of_flow(flow: "Flow") -> Iterator[Block]:
    flow.lay_out()
    for story in flow.stories():
        yield from of_story(story)


def of_story(story: "Story") -> Iterator[Block]:
    """The blocks of a story whose text was laid out."""
    from terbuka.documents.docx.flow import Paragraph, Picture, Table

    for block in story:
        if isinstance(block, Paragraph) and block.start < block.end:
            kind = HEADING if block.look.heading else TEXT
            yield Block(kind, block.start, block.end, block.look.heading)
        elif isinstance(block, Picture) and block.text:
            yield Block(TEXT, block.start, block.end)
        elif isinstance(block, Table):
            rows = tuple(row for row in map(_row, block.rows) if row)
            if rows:
                yield Block(TABLE, rows[0][0].start, rows[-1][-1].end, 0, rows)


def _row(row: "FlowRow") -> tuple[Cell, ...]:
    """A cell is from its first block to its last, whatever stands in it: a table in it is its text."""
    cells: list[Cell] = []
    for cell in row.cells:
        places = list(_places(cell.blocks))
        end = cells[-1].end if cells else None
        if places:
            cells.append(Cell(places[0][0], places[-1][1], cell.across))
        elif end is not None:
            cells.append(Cell(end, end, cell.across))
    return tuple(cells)


def _places(story: "Story") -> Iterator[tuple[int, int]]:
    from terbuka.documents.docx.flow import Paragraph, Picture, Table

    for block in story:
        if isinstance(block, Paragraph) or (isinstance(block, Picture) and block.text):
            yield block.start, block.end
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _places(cell.blocks)


def _of_workbook(data: bytes) -> Iterator[Block]:
    from terbuka.documents.package import Package
    from terbuka.documents.xlsx.workbook import read_book

    book: Book = read_book(Package(data), _unheard)
    book.lay_out()
    for number, sheet in enumerate(book.sheets, 1):
        yield Block(SHEET, sheet.title.start, sheet.title.end, number)
        rows = tuple(_of_sheet(sheet))
        if rows:
            yield Block(TABLE, rows[0][0].start, rows[-1][-1].end, number, rows)


def _of_sheet(sheet: "BookSheet") -> Iterator[tuple[Cell, ...]]:
    """Every column that has a cell, in each row that has one; for any number of empty rows an empty one."""
    columns = sorted({cell.column for cell in sheet.cells})
    spans = {(area.top, area.left): area.right for area in sheet.merged}
    at, above = sheet.title.end, 0
    for row in sheet.rows():
        if above and row[0].row > above + 1:
            yield (Cell(at, at, len(columns)),)
        above = row[0].row
        cells = tuple(_cells({cell.column: cell for cell in row}, columns, spans, at))
        at = cells[-1].end
        yield cells


def _cells(
    there: "dict[int, BookCell]", columns: list[int], spans: dict[tuple[int, int], int], at: int
) -> Iterator[Cell]:
    beyond = 0
    for column in columns:
        cell = there.get(column)
        if cell is not None:
            beyond = spans.get((cell.row, column), column)
            at = cell.told.end
            taken = sum(column <= other <= beyond and other not in there for other in columns)
            yield Cell(cell.told.start, at, 1 + taken)
        elif column > beyond:
            yield Cell(at, at)
