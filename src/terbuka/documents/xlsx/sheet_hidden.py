"""What a sheet holds beside its cells, and no reader of them sees."""

import re
from collections.abc import Iterator

from lxml import etree

from terbuka.documents.parts import strays
from terbuka.documents.xlsx.margins import TAG as MARGINS
from terbuka.documents.xlsx.names import S, area, place, whole
from terbuka.documents.xlsx.styles import Conditional, Styles
from terbuka.documents.xlsx.values import Hide

KINDS = {
    "dataValidations": "form",
    "hyperlinks": "link",
    "drawing": "picture",
    "legacyDrawing": "picture",
    "legacyDrawingHF": "picture",
    "picture": "picture",
    "oleObjects": "embedded",
    "controls": "form",
    "webPublishItems": "link",
    "customProperties": "metadata",
    "protectedRanges": "name",
    "scenarios": "hidden-text",
    "dataConsolidate": "link",
    "customSheetViews": "metadata",
    "smartTags": "metadata",
    "autoFilter": "form",
    "conditionalFormatting": "field",
    "extLst": "metadata",
}
ALWAYS = frozenset({"drawing", "legacyDrawingHF", "picture", "oleObjects", "controls", "hyperlinks"})
"""What is told though it says nothing in words."""
SAID = (
    "prompt", "promptTitle", "error", "errorTitle", "location", "tooltip", "display", "name", "val", "text",
    "user", "comment", "title", "destinationFile", "progId", "dvAspect", "link", "ref1", "sourceRef",
)  # fmt: skip
"""Attributes in which somebody writes something."""
NO_WORDS = frozenset({"containsErrors", "containsBlanks"})
TEXTS = frozenset({"s", "inlineStr", "str"})
"""Kinds of cells that hold words."""
SHOWN = frozenset(f"{S}{tag}" for tag in ("t", "v", "f"))
_WORD = re.compile(r"[^\W\d_]{2,}|\d{5,}")
_PHRASE = re.compile(r"[^\W\d_]{2,}[\s_.,-]+[^\W\d_]{2,}")
_QUOTED = re.compile(r'"[^"]*"')


def tell_hidden(root: etree._Element, styles: Styles, hide: Hide) -> None:
    """Tell what stands in the part of a sheet."""
    for element in root:
        tag = str(element.tag).rpartition("}")[2]
        if tag == "sheetData":
            hide("hidden-text", "between the cells", " ".join(strays(element, SHOWN)))
            hide("metadata", "attribute of a cell", " ".join(_remarks(element)))
        elif tag == "conditionalFormatting":
            hide("field", tag, " ".join(_conditions(element)))
            over = element.get("sqref", "")
            rules = [_condition(rule, styles) for rule in element.iterfind(f"{S}cfRule")]
            looks = [styles.look(whole(cell.get("s"))) for cell in _texts(root, over)]
            if any(rule.hides for rule in rules):
                hide("hidden-text", tag, over if looks else "…")
            elif any(rule.hides_in(look) for rule in rules for look in looks):
                hide("hidden-text", tag, over)
        elif tag == MARGINS:
            pass  # told with what is shown of them
        elif tag in KINDS:
            said = " ".join(_said(element))
            hide(KINDS[tag], tag, said or ("…" if tag in ALWAYS else ""))
        else:
            hide("hidden-text", "sheet", " ".join(strays(element, SHOWN)))
        hide("hidden-text", "sheet", (element.tail or "").strip())


def _condition(rule: etree._Element, styles: Styles) -> Conditional:
    """What it does to words: no error and no empty cell is any."""
    return Conditional() if rule.get("type") in NO_WORDS else styles.conditional(rule.get("dxfId"))


def _texts(root: etree._Element, ranges: str) -> Iterator[etree._Element]:
    """The cells with a text in one of the ranges."""
    areas = [found for range_ in ranges.split() if (found := area(range_))]
    for cell in root.iterfind(f"{S}sheetData/{S}row/{S}c"):
        spot = place(cell.get("r", "")) if cell.get("t") in TEXTS else None
        if spot and any(one.holds(*spot) for one in areas):
            yield cell


def _remarks(root: etree._Element) -> Iterator[str]:
    """Words in attributes of rows and cells, in which programs keep no words."""
    for element in root.iter(f"{S}row", f"{S}c"):
        yield from (value for value in element.attrib.values() if _PHRASE.search(value))


def _said(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        yield from (element.get(name, "") for name in SAID if _WORD.search(element.get(name, "")))
        text = element.text or ""
        if text.strip() and not _is_reference(text) and _WORD.search(text):
            yield text.strip()


def _is_reference(text: str) -> bool:
    """Cells of this workbook: ``$A$1:$A$9``, ``Daftar!$A$1``."""
    return bool(re.fullmatch(r"(?:[\w.]+!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?", text.strip()))


def _conditions(root: etree._Element) -> Iterator[str]:
    for rule in root.iterfind(f"{S}cfRule"):
        yield rule.get("text", "")
        for formula in rule.iterfind(f"{S}formula"):
            yield from (said for said in _QUOTED.findall(formula.text or "") if _WORD.search(said))
