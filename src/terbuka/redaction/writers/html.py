"""The public copy of a page: a fresh one written from the flow of the original.

No element or attribute is copied. What the copy holds is a fixed head (``page_frame``), a handful of tags
with a few attributes, and the kept words. Bars are ``<mark>``, which nothing else is.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from terbuka.documents.docx.flow import Cell, Flow, Paragraph, Row, RunLook, Story, Table
from terbuka.documents.html import read_flow
from terbuka.documents.html.charset import decode_page
from terbuka.documents.html.walk import INDENT
from terbuka.documents.model import PICTURE
from terbuka.redaction.model import Placed, Plan
from terbuka.redaction.page_frame import ALIGNED, DEEPEST, HEAD, TAIL
from terbuka.redaction.writers.docx_text import Bit, Cutter
from terbuka.redaction.writers.html_lists import Item, is_label, lists
from terbuka.redaction.writers.original import hold_same

ALIGNMENTS = {"center": "center", "right": "right", "both": "justify"}
"""By how a flow calls them."""


def write(source: Path, destination: Path, plan: Plan, report: Callable[[int, int], None]) -> list[Placed]:
    """Write the copy of the page at ``source``; returns one entry for each label."""
    flow = read_flow(decode_page(source.read_bytes()), lambda kind, place, text: None)
    hold_same(flow.lay_out(), plan)
    page = Page(Cutter(flow, plan.redactions))
    destination.write_bytes(page.of(flow).encode())
    report(1, 1)
    return page.placed


class Page:
    """Writes stories. ``placed`` grows by one entry for each label."""

    def __init__(self, cutter: Cutter) -> None:
        self._cutter = cutter
        self.placed: list[Placed] = []

    def of(self, flow: Flow, first: Iterable[str] = ()) -> str:
        """The whole page of a flow. ``first``: blocks before it."""
        return HEAD + "".join(f"{block}\n" for block in (*first, *self.blocks(flow.body))) + TAIL

    def blocks(self, story: Story) -> Iterator[str]:
        """Its blocks, each an element."""
        items: list[Item] = []
        for block in story:
            bits = self._cutter.cut(block) if isinstance(block, Paragraph) else []
            if isinstance(block, Paragraph) and _is_item(block, bits):
                items.append(Item(_level(block), bits[0].text, self.inside(bits[1:])))
                continue
            yield from lists(items)
            items = []
            if isinstance(block, Paragraph):
                yield self._paragraph(block, bits)
            else:
                assert isinstance(block, Table)  # nothing else stands in a page
                yield self._table(block)
        yield from lists(items)

    def _paragraph(self, paragraph: Paragraph, bits: Sequence[Bit]) -> str:
        look = paragraph.look
        if look.rules:
            return "<hr>"
        level = _level(paragraph)
        tag = f"h{min(look.heading, 6)}" if look.heading else "p"
        names = [f"i{level}"] if level and not look.heading else []
        names += [ALIGNED[ALIGNMENTS[look.align]]] if look.align in ALIGNMENTS else []
        classes = f' class="{" ".join(names)}"' if names else ""
        return f"<{tag}{classes}>{self.inside(bits)}</{tag}>"

    def inside(self, bits: Iterable[Bit]) -> str:
        """What stands in a paragraph."""
        return "".join(map(self._bit, bits))

    def _bit(self, bit: Bit) -> str:
        if bit.redaction is not None:
            self.placed.append(Placed(bit.redaction, 1, None))
            return f"<mark>{escaped(bit.text)}</mark>"
        if bit.kind == "picture":
            return f"<b>{PICTURE}</b>"
        text = escaped(bit.text)
        for tag in _tags(bit.look) if bit.text.strip() else ():
            text = f"<{tag}>{text}</{tag}>"
        return text

    def _table(self, table: Table) -> str:
        rows = [self._row(table.rows, number) for number in range(len(table.rows))]
        return "<table>\n" + "".join(f"{row}\n" for row in rows) + "</table>"

    def _row(self, rows: Sequence[Row], number: int) -> str:
        tag = "th" if rows[number].header else "td"
        cells = []
        column = 0
        for cell in rows[number].cells:
            if cell.down != "go on":
                inside = "".join(self.blocks(cell.blocks))
                cells.append(f"<{tag}{_spans(rows, number, column, cell)}>{inside}</{tag}>")
            column += cell.across
        return f"<tr>{''.join(cells)}</tr>"


def _level(paragraph: Paragraph) -> int:
    return min(paragraph.look.left // INDENT, DEEPEST)


def _is_item(paragraph: Paragraph, bits: Sequence[Bit]) -> bool:
    """An item of a list whose label is left as it was."""
    if not bits or bits[0].kind != "label" or bits[0].redaction is not None or paragraph.look.heading:
        return False
    return _level(paragraph) > 0 and is_label(bits[0].text)


def escaped(text: str) -> str:
    """Characters as HTML writes them; every line end is one that is seen."""
    for sign, written in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(sign, written)
    for sign in "\n\r\f":
        text = text.replace(sign, "<br>")
    return text


def _tags(look: RunLook) -> Iterator[str]:
    """From the innermost."""
    if look.font:
        yield "code"
    if look.raised:
        yield "sup" if look.raised == "superscript" else "sub"
    for tag, is_set in (("s", look.strike), ("u", look.underline), ("i", look.italic), ("b", look.bold)):
        if is_set:
            yield tag


def _spans(rows: Sequence[Row], number: int, column: int, cell: Cell) -> str:
    across = f' colspan="{cell.across}"' if cell.across > 1 else ""
    down = 1
    while cell.down and number + down < len(rows) and _goes_on(rows[number + down], column):
        down += 1
    return across + (f' rowspan="{down}"' if down > 1 else "")


def _goes_on(row: Row, column: int) -> bool:
    """Whether the cell at ``column`` is the rest of one above."""
    at = 0
    for cell in row.cells:
        if at == column:
            return cell.down == "go on"
        at += cell.across
    return False
