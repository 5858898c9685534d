"""The public copy of a workbook: a fresh package written from the cells that the original shows.

No part, element or attribute is copied. Formulas are their results; what was hidden is not there, and the
rows and columns behind it close up. There are no names, comments, links, conditions, pictures or charts in it
and no properties at all; of the heads of printed pages it has the words.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from lxml import etree

from terbuka.documents.package import Package
from terbuka.documents.xlsx.workbook import read_book
from terbuka.redaction.model import Placed, Plan
from terbuka.redaction.writers.original import hold_same
from terbuka.redaction.writers.packing import OFFICE, content_types, pack, relations, xml
from terbuka.redaction.writers.xlsx_sheet import SheetWriter
from terbuka.redaction.writers.xlsx_styles import R, element

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml"
WORKBOOK, STYLES = "xl/workbook.xml", "xl/styles.xml"


def write(source: Path, destination: Path, plan: Plan, report: Callable[[int, int], None]) -> list[Placed]:
    """Write the copy of the workbook at ``source``; returns one entry for each label."""
    book = read_book(Package(source.read_bytes()), lambda kind, place, text: None)
    hold_same(book.lay_out(), plan)
    writer = SheetWriter(book, plan.redactions, plan.document.text)
    sheets: dict[str, etree._Element] = {}
    listed = []
    for number, sheet in enumerate(book.sheets, 1):
        made = element("sheet", name=writer.name(sheet), sheetId=number)
        made.set(f"{R}id", f"sheet{number}")
        listed.append(made)
        sheets[f"sheet{number}"] = writer.sheet(sheet)
        report(number, len(book.sheets))
    workbook = element("workbook", element("sheets", *listed))
    pack(destination, _parts(workbook, sheets, writer.looks.styles()))
    return writer.placed


def _parts(
    workbook: etree._Element, sheets: dict[str, etree._Element], styles: etree._Element
) -> dict[str, bytes]:
    """Every part by name, in the order of the package."""
    kinds = {WORKBOOK: f"{MIME}.sheet.main", STYLES: f"{MIME}.styles"}
    kinds |= dict.fromkeys(_places(sheets), f"{MIME}.worksheet")
    listed = {name: (f"{OFFICE}/worksheet", f"worksheets/{name}.xml") for name in sheets}
    return {
        "[Content_Types].xml": content_types(kinds),
        "_rels/.rels": relations({"workbook": (f"{OFFICE}/officeDocument", WORKBOOK)}),
        WORKBOOK: xml(workbook),
        "xl/_rels/workbook.xml.rels": relations({"styles": (f"{OFFICE}/styles", "styles.xml"), **listed}),
        STYLES: xml(styles),
        **dict(zip(_places(sheets), map(xml, sheets.values()), strict=True)),
    }


def _places(sheets: Iterable[str]) -> list[str]:
    return [f"xl/worksheets/{name}.xml" for name in sheets]
