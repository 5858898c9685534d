"""What a DOCX shows, as plain values: runs in paragraphs, paragraphs in cells, all with offsets.

Lengths are in twentieths of a point (``twips``), type sizes in half points, as the format has them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

RECORD_CELLS = 3
"""A row with so many filled cells is a record: it stays on one line of the text."""
USUAL_PADDING = 108
"""Twips beside the text of a cell where the table says nothing."""


@dataclass(frozen=True, slots=True)
class RunLook:
    """How characters look. ``size`` in half points; ``colour`` six hexadecimal figures."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    caps: bool = False
    small_caps: bool = False
    raised: str = ""  # superscript, subscript
    size: int = 0
    font: str = ""
    colour: str = ""


@dataclass(frozen=True)
class Line:
    """A line at one side. ``kind`` as the format names it, ``nil`` where one is taken away; ``size`` in
    eighths of a point; ``colour`` as of runs."""

    kind: str = "single"
    size: int = 4
    colour: str = ""


Lines = dict[str, Line]
"""By side: ``top``, ``left``, ``bottom``, ``right``, and between cells ``insideH`` and ``insideV``."""


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """How a paragraph looks. ``heading``: its outline level from 1, 0 for body text.

    ``tabs``: (position, alignment, leader). ``rules``: the sides that have a line.
    """

    heading: int = 0
    align: str = ""
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    line: int = 0
    line_rule: str = ""
    tabs: tuple[tuple[int, str, str], ...] = ()
    rules: tuple[tuple[str, Line], ...] = ()
    page_break: bool = False
    keep_next: bool = False


Crop = tuple[int, int, int, int]
"""What is cut off a picture: left, top, right, bottom, in hundred-thousandths of its sides."""


@dataclass(slots=True)
class Picture:
    """A picture that is shown whole, or as a rectangle of it. ``part``: its file in the package; ``width``
    and ``height``: of its place, in twips.

    ``text``: what stands for it in ``Document.text`` at ``start``, behind its paragraph; empty where nobody
    has looked at it.
    """

    part: str
    crop: Crop
    width: int
    height: int
    text: str = ""
    start: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list. ``of``: which list; ``formats``, ``counts``: how the levels down to its own count,
    and how far; ``pattern``: how its label is put together, or the sign."""

    of: str
    formats: tuple[str, ...]
    counts: tuple[int, ...]
    pattern: str


@dataclass(slots=True)
class Run:
    """Characters of one look. ``start`` is the offset of the first one in ``Document.text``.

    ``kind``: ``text``; ``label`` (the number of a list item and the space behind it); ``note`` (the mark of a
    note in the text); ``note label`` (the same in front of the note); ``break`` (a new page); ``picture`` (no
    text: a picture stands here, ``picture`` if it is a plain one). ``item``: the one that a label stands in
    front of, where its number is clear.
    """

    text: str
    look: RunLook
    kind: str = "text"
    start: int = 0
    picture: Picture | None = None
    item: Item | None = None


@dataclass(slots=True)
class Paragraph:
    """Runs in one paragraph, and where it begins and ends in ``Document.text``."""

    runs: list[Run]
    look: ParagraphLook = ParagraphLook()
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Cell:
    """A table cell. ``across``: columns it spans; ``down``: ``begin`` or ``go on`` of a vertical merge;
    ``lines``: where they are others than the table's."""

    blocks: list["Block"]
    width: int = 0
    across: int = 1
    down: str = ""
    fill: str = ""
    align: str = ""
    lines: Lines = field(default_factory=dict)


@dataclass(slots=True)
class Row:
    """A table row. ``header``: repeated on every page."""

    cells: list[Cell]
    header: bool = False


@dataclass(slots=True)
class Table:
    """A table. ``widths`` of its grid columns; ``lines`` around and between its cells. ``padding``: twips
    between the left and right edges of its cells and their text."""

    rows: list[Row]
    widths: list[int] = field(default_factory=list)
    lines: Lines = field(default_factory=dict)
    align: str = ""
    indent: int = 0
    padding: int = USUAL_PADDING


@dataclass(slots=True)
class Section:
    """The end of a section: the paper, and which stories stand at its head and foot.

    ``heads`` and ``feet`` map ``default``, ``first``, ``even`` to numbers in ``Flow.heads``/``feet``.
    ``counts``: how notes are numbered, by their kind as ``Note`` has it (``notes``).
    """

    width: int = 11906
    height: int = 16838
    landscape: bool = False
    margins: dict[str, int] = field(default_factory=dict)
    columns: int = 1
    continuous: bool = False
    title_page: bool = False
    heads: dict[str, int] = field(default_factory=dict)
    feet: dict[str, int] = field(default_factory=dict)
    counts: dict[str, tuple[str, str]] = field(default_factory=dict)


Block = Paragraph | Table | Section | Picture
Story = list[Block]


@dataclass(slots=True)
class Note:
    """A note. ``kind``: ``footnotes`` or ``endnotes``."""

    kind: str
    story: Story


@dataclass(slots=True)
class Flow:
    """A whole document: each head and foot once, the body, the notes in the order of their marks."""

    body: Story
    heads: list[Story] = field(default_factory=list)
    feet: list[Story] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    default_look: RunLook = RunLook()
    even_and_odd: bool = False

    def stories(self) -> Iterator[Story]:
        """In reading order: heads, body, notes, feet."""
        yield from self.heads
        yield self.body
        yield from (note.story for note in self.notes)
        yield from self.feet

    def pictures(self) -> Iterator[Picture]:
        """The plain pictures, in reading order."""
        for story in self.stories():
            yield from _pictures(story)

    def lay_out(self) -> str:
        """The text of the document. Tells every run, paragraph and picture its offset."""
        text = _Text()
        for story in self.stories():
            text.story(story, "\n")
        return text.finish()


def _pictures(story: Story) -> Iterator[Picture]:
    for block in story:
        if isinstance(block, Picture):
            yield block
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _pictures(cell.blocks)


class _Text:
    """Collects the text: paragraphs and rows on lines, cells parted by tabs."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._parting = ""

    def finish(self) -> str:
        return "".join(self._parts)

    def story(self, blocks: Story, parting: str) -> None:
        """``parting`` stands between two blocks and for every line break: a space within a record."""
        for block in blocks:
            if isinstance(block, Paragraph):
                self._paragraph(block, parting)
            elif isinstance(block, Table):
                self._table(block)
            elif isinstance(block, Picture) and block.text:
                self._part()
                block.start = self._length
                self._write(block.text.replace("\n", parting))
            else:
                continue
            self._parting = parting

    def _paragraph(self, paragraph: Paragraph, line_break: str) -> None:
        self._part()
        paragraph.start = self._length
        for run in paragraph.runs:
            run.start = self._length
            self._write(run.text.replace("\n", line_break))
        paragraph.end = self._length

    def _table(self, table: Table) -> None:
        for number, row in enumerate(table.rows):
            self._parting = "\n" if number else self._parting
            filled = sum(_is_filled(cell) for cell in row.cells)
            for index, cell in enumerate(row.cells):
                self._parting = "\t" if index else self._parting
                self.story(cell.blocks, " " if filled >= RECORD_CELLS else "\n")

    def _part(self) -> None:
        self._write(self._parting)
        self._parting = ""

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _is_filled(cell: Cell) -> bool:
    return any(
        isinstance(block, Table)
        or (isinstance(block, Picture) and block.text)
        or (isinstance(block, Paragraph) and any(run.text.strip() for run in block.runs))
        for block in cell.blocks
    )
