"""A flow → WordprocessingML, element by element.

What is not written here or in ``docx_drawing`` does not exist in the copy.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from lxml import etree

from terbuka.documents.docx.flow import (
    USUAL_PADDING,
    Cell,
    Flow,
    Lines,
    Paragraph,
    ParagraphLook,
    Row,
    RunLook,
    Section,
    Story,
    Table,
)
from terbuka.documents.model import PICTURE
from terbuka.redaction.model import Placed
from terbuka.redaction.writers.docx_borders import sides
from terbuka.redaction.writers.docx_drawing import drawing
from terbuka.redaction.writers.docx_element import W, element
from terbuka.redaction.writers.docx_labels import fitting
from terbuka.redaction.writers.docx_lists import Lists
from terbuka.redaction.writers.docx_pictures import Gallery, Shown
from terbuka.redaction.writers.docx_sections import section
from terbuka.redaction.writers.docx_text import Bit, Cutter

BAR, BAR_TEXT = "000000", "FFFFFF"
WIDTH_GRID = 240
"""Twips; columns that fitted themselves to their contents would tell the longest hidden name."""
PADDING_GRID, MOST_PADDING = 27, 216
"""Twips: quarters of the usual padding, and twice it."""
LINE = 9000
"""Twips: what a line of a page that is no cell has room for."""


class Body:
    """Writes stories. ``placed`` grows by one entry for each label, ``pictures`` by each that is shown.

    ``references``: by mark the kind and number of its note; without it marks are text. ``lists``: the items
    of the story at hand; without it their labels are text.
    """

    def __init__(
        self, flow: Flow, cutter: Cutter, gallery: Gallery, references: Mapping[str, tuple[str, int]]
    ) -> None:
        self._default = flow.default_look
        self._references = references
        self.lists: Lists | None = None
        self._cutter = cutter
        self._gallery = gallery
        self._room = LINE
        self.placed: list[Placed] = []
        self.pictures: list[Shown] = []

    def story(self, blocks: Story) -> list[etree._Element]:
        """The elements of a story. A section's properties go into the paragraph before it."""
        made: list[etree._Element] = []
        for block in blocks:
            if isinstance(block, Paragraph):
                made.append(self._paragraph(block))
            elif isinstance(block, Table):
                made.append(self._table(block))
            elif isinstance(block, Section):
                if not made or made[-1].tag != f"{W}p":
                    made.append(element("p", element("pPr")))
                made[-1][0].append(section(block))
        return made

    def _paragraph(self, paragraph: Paragraph) -> etree._Element:
        bits = self._cutter.cut(paragraph)
        item = bits[0].item if bits else None
        place = self.lists.place(item) if self.lists and item else None
        if place:
            mark = _run_properties(bits.pop(0).look, self._default)
            made = element("p", _paragraph_properties(paragraph.look, place, mark))
        else:
            made = element("p", _paragraph_properties(paragraph.look))
        for bit in bits:
            if bit.redaction is not None:
                self.placed.append(Placed(bit.redaction, 1, None))
                made.append(self._bar(bit, paragraph.look))
            elif bit.kind == "picture":
                made.extend(self._picture(bit, paragraph.look))
            elif bit.text:
                made.append(self._run(bit))
        return made

    def _bar(self, bit: Bit, look: ParagraphLook) -> etree._Element:
        """A label, white on black, so that it reads as a bar."""
        room = self._room - look.left - look.right
        label, size = fitting(bit.text, bit.look.size or self._default.size, room)
        properties = element(
            "rPr",
            element("b"),
            element("color", val=BAR_TEXT),
            element("sz", val=size) if size else None,
            element("shd", val="clear", color="auto", fill=BAR),
        )
        return element("r", properties, _text(label))

    def _picture(self, bit: Bit, look: ParagraphLook) -> Iterable[etree._Element]:
        """The picture; the labels of what hides it all; a word where nobody has looked at it."""
        if bit.picture is None or not bit.picture.text:
            yield element("r", element("rPr", element("b")), _text(PICTURE))
            return
        hidden = self._cutter.hidden_in(bit.picture)
        shown = self._gallery.paint(bit.picture, hidden)
        if shown is None:
            for redaction in hidden:
                self.placed.append(Placed(redaction.number, 1, None))
                yield self._bar(Bit(redaction.label, bit.look), look)
        else:
            self.placed.extend(shown.placed)
            self.pictures.append(shown)
            yield element("r", drawing(bit.picture, shown, len(self.pictures)))

    def _run(self, bit: Bit) -> etree._Element:
        made = element("r", _run_properties(bit.look, self._default))
        if bit.kind == "break":
            made.append(element("br", type="page"))
            return made
        mark = bit.text.rstrip()
        if bit.kind in ("note", "note label") and mark in self._references:
            return self._note_mark(bit, mark)
        if bit.kind in ("label", "note label") and bit.text.endswith(" "):
            bit.text = bit.text.removesuffix(" ") + "\t"
        made.extend(_characters(bit.text))
        return made

    def _note_mark(self, bit: Bit, mark: str) -> etree._Element:
        """The number of a note, which programs count by themselves."""
        kind, number = self._references[mark]
        if bit.kind == "note":
            sign = element(f"{kind}Reference", id=number)
            return element("r", _run_properties(bit.look, self._default), sign)
        look = replace(bit.look, raised="superscript")
        return element(
            "r",
            _run_properties(look, self._default),
            element(f"{kind}Ref"),
            *_characters(bit.text.removeprefix(mark)),
        )

    def _table(self, table: Table) -> etree._Element:
        widths = _widths(table)
        padding = min(MOST_PADDING, round(table.padding / PADDING_GRID) * PADDING_GRID)
        properties = element(
            "tblPr",
            element("tblW", w=sum(widths), type="dxa"),
            element("jc", val=table.align) if table.align else None,
            element("tblInd", w=table.indent, type="dxa") if table.indent else None,
            _borders("tblBorders", table.lines),
            element("tblLayout", type="fixed"),
            _padding(padding),
        )
        grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
        return element("tbl", properties, grid, *(self._row(row, widths, padding) for row in table.rows))

    def _row(self, row: Row, widths: Sequence[int], padding: int) -> etree._Element:
        made = element("tr", element("trPr", element("tblHeader")) if row.header else None)
        at = 0
        for cell in row.cells:
            width = sum(widths[at : at + cell.across]) or _on_grid(cell.width)
            around, self._room = self._room, width - 2 * padding
            made.append(self._cell(cell, width))
            self._room = around
            at += cell.across
        return made

    def _cell(self, cell: Cell, width: int) -> etree._Element:
        merge = {"begin": {"val": "restart"}, "go on": {}}.get(cell.down)
        properties = element(
            "tcPr",
            element("tcW", w=width, type="dxa"),
            element("gridSpan", val=cell.across) if cell.across > 1 else None,
            element("vMerge", **merge) if merge is not None else None,
            _borders("tcBorders", cell.lines),
            element("shd", val="clear", color="auto", fill=cell.fill) if cell.fill else None,
            element("vAlign", val=cell.align) if cell.align else None,
        )
        inside: Story = [block for block in cell.blocks if not isinstance(block, Section)]
        made = element("tc", properties, *self.story(inside))
        if made[-1].tag == f"{W}tbl":
            made.append(element("p", element("pPr")))  # a cell has to end with a paragraph
        return made


def _text(text: str) -> etree._Element:
    made = element("t")
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    made.text = text
    return made


def _characters(text: str) -> Iterable[etree._Element]:
    """Text with its tabs and line breaks."""
    start = 0
    for at, character in enumerate(text):
        if character in "\t\n\r\f":
            if at > start:
                yield _text(text[start:at])
            yield element("tab" if character == "\t" else "br")
            start = at + 1
    if start < len(text):
        yield _text(text[start:])


def _run_properties(look: RunLook, default: RunLook) -> etree._Element | None:
    """Only what differs from the document's default look."""

    def switch(tag: str, value: bool, usual: bool) -> etree._Element | None:
        return element(tag, val=None if value else "0") if value != usual else None

    properties = element(
        "rPr",
        element("rFonts", ascii=look.font, hAnsi=look.font, cs=look.font)
        if look.font != default.font
        else None,
        switch("b", look.bold, default.bold),
        switch("i", look.italic, default.italic),
        switch("caps", look.caps, default.caps),
        switch("smallCaps", look.small_caps, default.small_caps),
        switch("strike", look.strike, default.strike),
        element("color", val=look.colour or "auto") if look.colour != default.colour else None,
        element("sz", val=look.size) if look.size != default.size else None,
        element("u", val="single") if look.underline else None,
        element("vertAlign", val=look.raised) if look.raised else None,
    )
    return properties if len(properties) else None


def _paragraph_properties(
    look: ParagraphLook, place: tuple[int, int] | None = None, mark: etree._Element | None = None
) -> etree._Element:
    """``place``: of an item, its list and level; ``mark``: how its label looks."""
    number = (
        element("numPr", element("ilvl", val=place[1]), element("numId", val=place[0])) if place else None
    )
    tabs = [element("tab", val=kind, leader=leader, pos=position) for position, kind, leader in look.tabs]
    spacing = element(
        "spacing",
        before=look.before,
        after=look.after,
        line=look.line or None,
        lineRule=look.line_rule or None,
    )
    indent = element(
        "ind",
        left=look.left or None,
        right=look.right or None,
        firstLine=look.first if look.first > 0 else None,
        hanging=-look.first if look.first < 0 else None,
    )
    return element(
        "pPr",
        element("pStyle", val=f"Heading{look.heading}") if look.heading else None,
        element("keepNext") if look.keep_next else None,
        element("pageBreakBefore") if look.page_break else None,
        number,
        _borders("pBdr", dict(look.rules)),
        element("tabs", *tabs) if tabs else None,
        spacing,
        indent if len(indent.attrib) else None,
        element("jc", val=look.align) if look.align else None,
        mark,
    )


def _borders(tag: str, lines: Lines) -> etree._Element | None:
    return element(tag, *(element(side, **line) for side, line in sides(lines))) if lines else None


def _padding(twips: int) -> etree._Element | None:
    """None where it is what Word gives a table that says nothing."""
    if twips == USUAL_PADDING:
        return None
    return element("tblCellMar", *(element(side, w=twips, type="dxa") for side in ("left", "right")))


def _widths(table: Table) -> list[int]:
    if table.widths:
        return [_on_grid(width) for width in table.widths]
    widest = max(table.rows, key=lambda row: len(row.cells))
    return [_on_grid(cell.width) for cell in widest.cells]


def _on_grid(width: int) -> int:
    return max(WIDTH_GRID, round(width / WIDTH_GRID) * WIDTH_GRID)


def styles(default: RunLook) -> etree._Element:
    """The default look and the nine heading levels; nothing else has a style."""
    defaults = element(
        "docDefaults",
        element(
            "rPrDefault",
            element(
                "rPr",
                element("rFonts", ascii=default.font, hAnsi=default.font, cs=default.font)
                if default.font
                else None,
                element("sz", val=default.size) if default.size else None,
                element("lang", val="id-ID"),
            ),
        ),
        element("pPrDefault", element("pPr", element("spacing", before=0, after=0))),
    )
    normal = element("style", element("name", val="Normal"), type="paragraph", default="1", styleId="Normal")
    headings = [
        element(
            "style",
            element("name", val=f"heading {level}"),
            element("basedOn", val="Normal"),
            element("pPr", element("outlineLvl", val=level - 1)),
            type="paragraph",
            styleId=f"Heading{level}",
        )
        for level in range(1, 10)
    ]
    return element("styles", defaults, normal, *headings)
