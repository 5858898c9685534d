"""The package of a workbook → ``Book``."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from terbuka.documents.formats import DAMAGED_PACKAGE
from terbuka.documents.package import Package, Relation
from terbuka.documents.xlsx.book import Book, Sheet
from terbuka.documents.xlsx.names import Area, R, S, area, is_true
from terbuka.documents.xlsx.sheet import SheetReader
from terbuka.documents.xlsx.sheet_hidden import tell_hidden
from terbuka.documents.xlsx.strings import Strings
from terbuka.documents.xlsx.styles import Styles
from terbuka.documents.xlsx.values import Hide, Values
from terbuka.errors import LimitExceeded, UnreadableFile
from terbuka.language import N_

MOST_SHEETS = 500
TOO_MANY = N_("Buku kerja berisi lebih dari %(most)d lembar. Bagi menjadi beberapa berkas.")


class _Listed(NamedTuple):
    """A sheet that the workbook lists: its number in the file, its name, where it stands."""

    number: int
    name: str
    is_shown: bool
    relation: Relation | None


def read_book(package: Package, hide: Hide) -> Book:
    """What the workbook shows. ``hide`` is told what it does not: kind, place, text."""
    root = package.xml(package.main)
    if root is None or root.tag != f"{S}workbook":
        raise UnreadableFile(DAMAGED_PACKAGE)
    properties = root.find(f"{S}workbookPr")
    since_1904 = properties is not None and is_true(properties.get("date1904"))
    styles, strings = Styles(package), Strings(package)
    reader = SheetReader(Values(strings, styles, since_1904))
    sheets = []
    for listed in _listed(package, root):
        sheet = _sheet(package, listed, reader, styles, hide)
        if sheet is not None:
            sheets.append(sheet)
    for unused in strings.unused():
        hide("hidden-text", "text of no cell", unused)
    return Book(sheets, styles.default_font, since_1904)


def _listed(package: Package, root: etree._Element) -> Iterator[_Listed]:
    relations = package.relations(package.main)
    elements = root.findall(f"{S}sheets/{S}sheet")
    if len(elements) > MOST_SHEETS:
        raise LimitExceeded(TOO_MANY, most=MOST_SHEETS)
    for number, element in enumerate(elements, 1):
        shown = element.get("state", "visible") == "visible"
        yield _Listed(number, element.get("name", ""), shown, relations.get(element.get(f"{R}id", "")))


def _sheet(
    package: Package, listed: _Listed, reader: SheetReader, styles: Styles, hide: Hide
) -> Sheet | None:
    """A sheet of cells that is shown; None for any other."""
    if listed.relation is None or listed.relation.external:
        hide("hidden-text", f"sheet {listed.number}: without content", listed.name)
        return None
    root = package.xml(listed.relation.target)
    if listed.relation.kind != "worksheet" or root is None:
        hide("embedded", f"sheet {listed.number}: no cells", listed.name)
        return None

    def hide_here(kind: str, place: str, text: str) -> None:
        hide(kind, f"sheet {listed.number}: {place}", text)

    unsure = [*_tables(package, listed.relation.target), *_conditional(root, styles)]
    sheet = reader.read(root, listed.name, hide_here, unsure)
    tell_hidden(root, styles, hide_here)
    if listed.is_shown:
        return sheet
    hide_here("hidden-text", "hidden sheet", Book([sheet]).lay_out())
    return None


def _tables(package: Package, part: str) -> Iterator[Area]:
    """Where the style of a table lies behind the cells."""
    for relation in package.relations(part).values():
        root = package.xml(relation.target) if relation.kind == "table" and not relation.external else None
        style = root.find(f"{S}tableStyleInfo") if root is not None else None
        found = area(root.get("ref")) if root is not None else None
        if found and style is not None and style.get("name"):
            yield found


def _conditional(root: etree._Element, styles: Styles) -> Iterator[Area]:
    """Where a condition may put a colour behind the cells."""
    for element in root.iterfind(f"{S}conditionalFormatting"):
        if any(styles.conditional(rule.get("dxfId")).fill for rule in element.iterfind(f"{S}cfRule")):
            yield from (found for range_ in element.get("sqref", "").split() if (found := area(range_)))
