"""A sheet → SpreadsheetML, cell by cell, with what is hidden cut out and labels in its place."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal

from lxml import etree

from terbuka.documents.docx.flow import Flow, RunLook
from terbuka.documents.xlsx.book import USUAL_PAPER, Book, Cell, Sheet
from terbuka.documents.xlsx.dates import number_of
from terbuka.documents.xlsx.names import reference
from terbuka.documents.xlsx.numbers import parsed
from terbuka.documents.xlsx.styles import CellLook
from terbuka.redaction.model import Placed, Redaction
from terbuka.redaction.number_formats import kept_number
from terbuka.redaction.writers.docx_text import Bit, Cutter
from terbuka.redaction.writers.xlsx_margins import margins
from terbuka.redaction.writers.xlsx_styles import Looks, element, font, readable
from terbuka.screening.written_dates import dates

WIDTH_GRID = 4
"""Characters; columns that fitted themselves to their contents would tell the longest hidden name."""
NARROWEST, WIDEST = 8, 48
"""Of a column, in characters, that is measured anew."""
FARTHEST = 252
"""The widest column of the format that is on the grid."""
USUAL_WIDTH = 9
"""Characters; of a column that says nothing."""
ROOM = {False: 140, True: 210}
"""Characters that can be read on a sheet of paper, and on one that lies across, if their type is smaller."""
HIGHEST = 409
"""Points; of a row."""
LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class SheetWriter:
    """Writes the sheets of one workbook. ``placed`` grows by one entry for each label."""

    def __init__(self, book: Book, redactions: Sequence[Redaction], text: str) -> None:
        self.looks = Looks(book.default_font)
        self.placed: list[Placed] = []
        self._since_1904 = book.since_1904
        self._cutter = Cutter(Flow([*book.told()]), redactions)
        self._days = _hidden_days(redactions, text)
        self._names: set[str] = set()

    def name(self, sheet: Sheet) -> str:
        """What the sheet is called: its own name, or the label of what hides in it."""
        bits = self._noted(self._cutter.cut(sheet.title))
        label = next((bit.text for bit in bits if bit.redaction is not None), None)
        wanted = label or "".join(bit.text for bit in bits)
        wanted = _NOT_IN_NAMES.sub("", wanted).strip("' ")[:LONGEST_NAME] or "Lembar"
        name, number = wanted, 1
        while name.casefold() in self._names:
            number += 1
            name = f"{wanted[: LONGEST_NAME - 5]} ({number})"
        self._names.add(name.casefold())
        return name

    def sheet(self, sheet: Sheet) -> etree._Element:
        """The part of a sheet."""
        rows: dict[int, dict[int, etree._Element]] = {}
        lengths: dict[int, int] = {}
        hidden: set[int] = set()
        hidden_rows: set[int] = set()
        for cell in sheet.cells:
            made, length, is_whole = self._cell(cell)
            rows.setdefault(cell.row, {})[cell.column] = made
            if not any(area.holds(cell.row, cell.column) and area.left < area.right for area in sheet.merged):
                lengths[cell.column] = max(length, lengths.get(cell.column, 0))
            if not is_whole:
                hidden.add(cell.column)
                hidden_rows.add(cell.row)
        for (row, column), look in sheet.blanks.items():
            style = self.looks.number(_plain(look))
            rows.setdefault(row, {}).setdefault(column, element("c", r=reference(row, column), s=style))
        columns = _columns(sheet.widths, lengths, hidden)
        last = max(lengths, default=0)
        fits = sheet.fits_page or (bool(hidden) and _is_little_wider(columns, sheet, last))
        return element(
            "worksheet",
            element("sheetPr", element("pageSetUpPr", fitToPage=1)) if fits else None,
            _view(sheet.frozen),
            columns,
            element("sheetData", *_rows(rows, _confirmed(sheet.heights, hidden_rows))),
            _merged(sheet),
            _paper(sheet, fits=fits),
            margins(sheet, lambda told: self._noted(self._cutter.cut(told))),
        )

    def _cell(self, cell: Cell) -> tuple[etree._Element, int, bool]:
        """The cell, how many characters are longest in it, and whether nothing is hidden in it."""
        bits = self._noted(self._cutter.cut(cell.told))
        number = parsed(cell.number) if cell.number is not None else None
        day = self._days.get(number) if number is not None else None
        if day is not None and len(bits) == 1 and bits[0].text.strip().isdecimal():
            bits = self._noted([Bit(day.label, cell.look.font, redaction=day.number)])
        labels = [bit.text for bit in bits if bit.redaction is not None]
        kept = "".join(bit.text for bit in bits if bit.redaction is None)
        where = reference(cell.row, cell.column)
        if labels and not kept.strip():
            text = " ".join(labels)
            return _texts(where, self.looks.bar, [(text, None)]), len(text), False
        if number is not None and not labels:
            written = kept_number(number, cell.look.code, self._since_1904)
            if written is not None:
                style = self.looks.number(replace(cell.look, code=written.code))
                value = element("v")
                value.text = written.value
                return element("c", value, r=where, s=style), len(kept), True
        style = self.looks.number(_plain(cell.look, is_number=number is not None))
        length = max(map(len, "".join(bit.text for bit in bits).split("\n")))
        return _texts(where, style, _pieces(bits, cell.look)), length, not labels

    def _noted(self, bits: list[Bit]) -> list[Bit]:
        self.placed += [Placed(bit.redaction, 1, None) for bit in bits if bit.redaction is not None]
        return bits


def _hidden_days(redactions: Iterable[Redaction], text: str) -> dict[Decimal, Redaction]:
    """The numbers of the days that are hidden: another cell may hold one without looking like a date."""
    days: dict[Decimal, Redaction] = {}
    for redaction in redactions:
        for day, month, year in dates(text[redaction.start : redaction.end]):
            with suppress(ValueError):
                days.setdefault(Decimal(number_of(date(year, month, day))), redaction)
    return days


def _plain(look: CellLook, *, is_number: bool = False) -> CellLook:
    """The look of a text. What was a number stays on the right."""
    return replace(look, code="General", across=look.across or ("right" if is_number else ""))


def _pieces(bits: Sequence[Bit], look: CellLook) -> list[tuple[str, RunLook | None]]:
    """Texts with their looks; one of the look of its cell says nothing of it."""
    if len(bits) == 1 and bits[0].look == look.font and bits[0].redaction is None:
        return [(bits[0].text, None)]
    pieces: list[tuple[str, RunLook | None]] = []
    for bit in bits:
        run = readable(bit.look, look.fill)
        pieces.append((bit.text, replace(run, bold=True) if bit.redaction is not None else run))
    return [piece for piece in pieces if piece[0]]


def _texts(where: str, style: int, pieces: Sequence[tuple[str, RunLook | None]]) -> etree._Element:
    """A cell with text."""
    made = element("is")
    for text, look in pieces:
        told = element("t")
        told.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        told.text = _CODED.sub("_x005F_", text)
        made.append(told if look is None else element("r", font(look, "rFont", "rPr"), told))
    return element("c", made, r=where, s=style, t="inlineStr")


def _rows(rows: dict[int, dict[int, etree._Element]], heights: dict[int, float]) -> Iterator[etree._Element]:
    """The rows, in whole points as high as somebody made them."""
    for number in sorted(rows):
        cells = (rows[number][column] for column in sorted(rows[number]))
        height = min(math.ceil(heights[number]), HIGHEST) if number in heights else None
        yield element("row", *cells, r=number, ht=height, customHeight=1 if height else None)


def _confirmed(sizes: dict[int, float], hidden: set[int]) -> dict[int, float]:
    """The sizes of lines that tell nothing: where something is hidden only if a line without anything hidden
    has the same, which nothing in it made."""
    chosen = {size for line, size in sizes.items() if line not in hidden}
    return {line: size for line, size in sizes.items() if size in chosen}


def _view(frozen: tuple[int, int]) -> etree._Element | None:
    down, across = frozen
    if not down and not across:
        return None
    corner = "bottomRight" if down and across else "bottomLeft" if down else "topRight"
    pane = element(
        "pane",
        xSplit=across or None,
        ySplit=down or None,
        topLeftCell=reference(down + 1, across + 1),
        activePane=corner,
        state="frozen",
    )
    return element("sheetViews", element("sheetView", pane, workbookViewId=0))


def _columns(widths: dict[int, float], lengths: dict[int, int], hidden: set[int]) -> etree._Element | None:
    """The widths of columns. Where something is hidden it is measured by what the copy shows."""
    columns, confirmed = [], _confirmed(widths, hidden)
    for column in sorted({*widths, *hidden}):
        width = confirmed.get(column, 0.0)
        if column in hidden:
            width = max(width, min(max(lengths.get(column, 0) + 2, NARROWEST), WIDEST))
        width = max(WIDTH_GRID, math.ceil(width / WIDTH_GRID) * WIDTH_GRID)
        columns.append(element("col", min=column, max=column, width=min(width, FARTHEST), customWidth=1))
    return element("cols", *columns) if columns else None


def _is_little_wider(columns: etree._Element | None, sheet: Sheet, last: int) -> bool:
    """Whether a sheet is hardly wider than its paper, at most: labels may have made it so, and its last
    column would be printed by itself."""
    said = () if columns is None else columns
    widths = {int(column.get("min", 0)): int(column.get("width", 0)) for column in said}
    total = sum(widths.get(column, USUAL_WIDTH) for column in range(1, last + 1))
    return total <= ROOM[sheet.is_landscape]


def _paper(sheet: Sheet, *, fits: bool) -> etree._Element | None:
    if not (fits or sheet.is_landscape or sheet.paper != USUAL_PAPER):
        return None
    return element(
        "pageSetup",
        paperSize=sheet.paper,
        orientation="landscape" if sheet.is_landscape else None,
        fitToHeight=0 if fits else None,
    )


def _merged(sheet: Sheet) -> etree._Element | None:
    areas = [
        element("mergeCell", ref=f"{reference(area.top, area.left)}:{reference(area.bottom, area.right)}")
        for area in sheet.merged
    ]
    return element("mergeCells", *areas, count=len(areas)) if areas else None
