"""One sheet of the file → ``Sheet``: what is shown of it, in the order in which it is read."""

from collections import defaultdict
from collections.abc import Iterator

from lxml import etree

from terbuka.documents.docx.flow import Paragraph, Run
from terbuka.documents.xlsx.book import PAPERS, USUAL_PAPER, Cell, Sheet
from terbuka.documents.xlsx.lines import Lines, but
from terbuka.documents.xlsx.margins import read_margins
from terbuka.documents.xlsx.names import (
    LAST_COLUMN,
    LAST_ROW,
    Area,
    S,
    area,
    is_true,
    measure,
    place,
    whole,
)
from terbuka.documents.xlsx.values import Hide, Values
from terbuka.errors import LimitExceeded
from terbuka.language import N_

NARROWEST = 0.5
"""Characters; in a narrower column nothing is read."""
LOWEST = 3.0
"""Points; in a lower row neither."""
MOST_CELLS = 2_000_000
MOST_AREAS = 100_000
MOST_FROZEN = (60, 30)
"""Rows and columns that stay in sight; more would leave nothing to move."""
TOO_MANY = N_("Lembar kerja terlalu besar. Bagi menjadi beberapa berkas, atau hapus sel yang tidak dipakai.")


class SheetReader:
    """Reads the sheets of one workbook."""

    def __init__(self, values: Values) -> None:
        self._values = values
        self._count = 0

    def read(self, root: etree._Element, name: str, hide: Hide, unsure: list[Area]) -> Sheet:
        """The sheet called ``name``. ``unsure``: where other things than the cells' fill lie behind them."""
        sheet = Sheet(Paragraph([Run(name, self._values.title_look)]))
        elements = list(_rows(root))
        columns = _columns(root, sheet)
        rows = Lines(_hidden_rows(root, elements))
        merged = _merged(root)
        covered = _Covered(merged)
        found: dict[tuple[int, int], Cell] = {}
        for row, element in sorted(elements, key=lambda pair: pair[0]):
            covered.go_to(row)
            if (height := measure(element.get("ht"))) and is_true(element.get("customHeight")):
                sheet.heights[row] = height
            for column, given in _cells(element):
                self._take(sheet, found, given, (row, column), (rows, columns), covered, hide, unsure)
        sheet.cells = [found[at] for at in sorted(found)]
        sheet.merged = [shown for one in merged if (shown := _shown_area(one, rows, columns))]
        sheet.frozen = _frozen(root, rows, columns)
        sheet.widths = {columns.upto(at): width for at, width in sheet.widths.items() if columns.is_shown(at)}
        sheet.heights = {rows.upto(at): height for at, height in sheet.heights.items() if rows.is_shown(at)}
        setup = root.find(f"{S}pageSetup")
        paper = whole(setup.get("paperSize")) if setup is not None else USUAL_PAPER
        sheet.paper = paper if paper in PAPERS else USUAL_PAPER
        sheet.is_landscape = setup is not None and setup.get("orientation") == "landscape"
        sheet.margins, sheet.switches = read_margins(root, self._values.title_look, hide)
        fitted = root.find(f"{S}sheetPr/{S}pageSetUpPr")
        sheet.fits_page = fitted is not None and is_true(fitted.get("fitToPage"))
        view = root.find(f"{S}sheetViews/{S}sheetView")
        if view is not None and is_true(view.get("rightToLeft")):
            _turn_around(sheet)
        return sheet

    def _take(
        self,
        sheet: Sheet,
        found: dict[tuple[int, int], Cell],
        element: etree._Element,
        at: tuple[int, int],
        lines: tuple[Lines, Lines],
        covered: "_Covered",
        hide: Hide,
        unsure: list[Area],
    ) -> None:
        """One cell of the file: shown, or told as hidden."""
        self._count += 1
        if self._count > MOST_CELLS:
            raise LimitExceeded(TOO_MANY)
        row, column = at
        is_known = not any(one.holds(row, column) for one in unsure)
        spot = (lines[0].upto(row), lines[1].upto(column))
        cell = self._values.cell(element, spot, hide, is_ground_known=is_known)
        if cell is None:
            look = self._values.look(element)
            if (look.fill or look.borders) and lines[0].is_shown(row) and lines[1].is_shown(column):
                sheet.blanks[spot] = look
        elif not lines[0].is_shown(row):
            hide("hidden-text", "hidden row", cell.text)
        elif not lines[1].is_shown(column):
            hide("hidden-text", "hidden column", cell.text)
        elif covered.hides(column) or spot in found:
            hide("hidden-text", "under another cell", cell.text)
        else:
            found[spot] = cell


def _turn_around(sheet: Sheet) -> None:
    """Set the columns of a sheet whose first one stands on the right in the order in which they are seen."""
    used = [cell.column for cell in sheet.cells] + [column for _, column in sheet.blanks]
    last = max([*used, *(one.right for one in sheet.merged)], default=0) + 1
    wide = {(one.top, one.left): one.right for one in sheet.merged}
    for cell in sheet.cells:
        cell.column = last - wide.get((cell.row, cell.column), cell.column)
    sheet.cells.sort(key=lambda cell: (cell.row, cell.column))
    sheet.blanks = {(row, last - column): look for (row, column), look in sheet.blanks.items()}
    sheet.merged = [Area(one.top, last - one.right, one.bottom, last - one.left) for one in sheet.merged]
    sheet.widths = {last - column: width for column, width in sheet.widths.items() if column < last}
    sheet.frozen = sheet.frozen[0], 0


class _Covered:
    """The cells under merged ones, row by row."""

    def __init__(self, merged: list[Area]) -> None:
        self._by_top: dict[int, list[Area]] = defaultdict(list)
        for one in merged:
            self._by_top[one.top].append(one)
        self._tops = sorted(self._by_top, reverse=True)
        self._here: list[Area] = []
        self._row = 0

    def go_to(self, row: int) -> None:
        self._row = row
        while self._tops and self._tops[-1] <= row:
            self._here.extend(self._by_top[self._tops.pop()])
        self._here = [one for one in self._here if one.bottom >= row]

    def hides(self, column: int) -> bool:
        return any(
            one.left <= column <= one.right and (one.top, one.left) != (self._row, column)
            for one in self._here
        )


def _rows(root: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The rows with their numbers, which the file may leave out."""
    at = 0
    for element in root.iterfind(f"{S}sheetData/{S}row"):
        at = whole(element.get("r"), at + 1)
        if 1 <= at <= LAST_ROW:
            yield at, element


def _cells(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    at = 0
    for element in row.iterfind(f"{S}c"):
        found = place(element.get("r", ""))
        at = found[1] if found else at + 1
        if at <= LAST_COLUMN:
            yield at, element


def _hidden_rows(root: etree._Element, rows: list[tuple[int, etree._Element]]) -> list[tuple[int, int]]:
    usual = root.find(f"{S}sheetFormatPr")
    hidden = {at for at, row in rows if _is_low(row)}
    if usual is not None and is_true(usual.get("zeroHeight")):
        return list(but([at for at, _ in rows if at not in hidden], LAST_ROW))
    return [(at, at) for at in hidden]


def _is_low(row: etree._Element) -> bool:
    height = measure(row.get("ht"))
    return is_true(row.get("hidden")) or (height is not None and height < LOWEST)


def _columns(root: etree._Element, sheet: Sheet) -> Lines:
    """The columns that are shown. Tells the sheet how wide those are that say so."""
    usual = root.find(f"{S}sheetFormatPr")
    hidden: list[tuple[int, int]] = []
    shown: list[int] = []
    for column in root.iterfind(f"{S}cols/{S}col"):
        first = max(1, whole(column.get("min"), 1))
        last = min(LAST_COLUMN, whole(column.get("max"), first))
        width = measure(column.get("width"))
        if is_true(column.get("hidden")) or (width is not None and width < NARROWEST):
            hidden.append((first, last))
        else:
            shown.extend(range(first, last + 1))
            sheet.widths.update(dict.fromkeys(range(first, last + 1), width) if width else {})
    least = measure(usual.get("defaultColWidth")) if usual is not None else None
    return Lines(but(shown, LAST_COLUMN) if least is not None and least < NARROWEST else hidden)


def _merged(root: etree._Element) -> list[Area]:
    given = (area(element.get("ref")) for element in root.iterfind(f"{S}mergeCells/{S}mergeCell"))
    return [one for one in given if one is not None][:MOST_AREAS]


def _shown_area(one: Area, rows: Lines, columns: Lines) -> Area | None:
    down, across = rows.span(one.top, one.bottom), columns.span(one.left, one.right)
    if down is None or across is None or (down[0] == down[1] and across[0] == across[1]):
        return None
    return Area(down[0], across[0], down[1], across[1])


def _frozen(root: etree._Element, rows: Lines, columns: Lines) -> tuple[int, int]:
    pane = root.find(f"{S}sheetViews/{S}sheetView/{S}pane")
    if pane is None or pane.get("state") not in ("frozen", "frozenSplit"):
        return 0, 0
    down, across = (int(measure(pane.get(side)) or 0) for side in ("ySplit", "xSplit"))
    frozen = (rows.upto(down), columns.upto(across))
    return (min(max(frozen[0], 0), MOST_FROZEN[0]), min(max(frozen[1], 0), MOST_FROZEN[1]))
