"""The cells of a workbook as expat reads them: rows as they are shown, numbers as they are stored."""

import re
from collections.abc import Sequence
from xml.parsers import expat

from terbuka.documents.told import says
from terbuka.documents.xlsx.dates import LAST, day_of
from terbuka.documents.xlsx.numbers import BUILT_IN, GENERAL, parsed, shown
from terbuka.redaction.verifier.packages.xml_part import XmlPart

LONG = 6
"""Figures; a shorter number is found in too many places to mean anything."""
CARRIERS = {
    "definedName": "name",
    "drawing": "picture",
    "legacyDrawing": "comment",
    "oleObject": "embedded-object",
    "control": "form",
    "scenario": "hidden-text",
    "customSheetView": "metadata",
    "protectedRange": "name",
    "rPh": "hidden-text",
    "absPath": "metadata",
}
"""Elements that carry what a reader does not see, whatever they say."""
GIVEN = "_xlnm."
"""How the names of cells begin that programs give."""
MARGINS = frozenset({"oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"})
"""Heads and feet of printed pages, which are texts with codes in them."""
_CODE = re.compile(r'&(?:&|"[^"]*"|K(?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|\d{1,3}|[A-Z])')
_CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Reading(XmlPart):
    """One part of XML. ``codes``: of number formats, by the number of a cell's style.

    ``rows``: the texts of cells and of other elements, a row on a line. ``stored``: long numbers as the file
    has them; ``days``: numbers that are shown as figures alone or not at all, as the day that they are.
    ``names``: of sheets. ``attributes``: values that may say something.
    """

    def __init__(self, data: bytes, codes: Sequence[str] = ()) -> None:
        super().__init__()
        self.rows: list[str] = []
        self.stored: list[str] = []
        self.days: list[str] = []
        self.names: list[str] = []
        self.attributes: list[str] = []
        self.cells = 0
        self._codes = codes
        self._cell: dict[str, str] = {}
        self._value: list[str] = []
        self._row: list[str] = []
        self._read(data)
        self._close_row()

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._tell()
        if tag in CARRIERS and not attributes.get("name", "").startswith(GIVEN):
            self.carriers.add(CARRIERS[tag])
        if tag == "c":
            self._cell = attributes
            self.cells += 1
        elif tag == "row":
            self._close_row()
        elif tag == "sheet":
            self.names.append(attributes.get("name", ""))
            attributes = {key: value for key, value in attributes.items() if key != "name"}
        self.attributes += [value for value in attributes.values() if says(value)]

    def _end(self, tag: str) -> None:
        if tag == "v" and self._cell.get("t", "n") == "n":
            self._number("".join(self._value))
            self._value.clear()
        if tag in MARGINS:
            self._value = [_CODE.sub(_meant, "".join(self._value))]
        self._tell()
        if tag in ("c", "si") or tag in MARGINS:
            self._row.append("\t")

    def _characters(self, text: str) -> None:
        self._value.append(text)

    def _tell(self) -> None:
        """Text goes on from run to run within a cell."""
        self._row.append(_CODED.sub(lambda coded: chr(int(coded[1], 16)), "".join(self._value)))
        self._value.clear()

    def _close_row(self) -> None:
        text = "".join(self._row).strip("\t\n")
        self.rows += [text] if text.strip() else []
        self._row = []

    def _number(self, value: str) -> None:
        number = parsed(value)
        if number is None:
            self._row.append(value)
            return
        style = self._cell.get("s", "0")
        code = self._codes[int(style)] if style.isdecimal() and int(style) < len(self._codes) else GENERAL
        said = shown(number, code).strip()
        self._row.append(said)
        figures = f"{number:f}".replace(".", "").lstrip("-0")
        if len(figures) >= LONG:
            self.stored.append(figures)
        if said.isdecimal() or not said:
            day = day_of(int(number)) if number <= LAST else None
            self.days += [f"{day.day:02d}-{day.month:02d}-{day.year}"] if day else []


def _meant(code: re.Match[str]) -> str:
    return "&" if code[0] == "&&" else "\t"


def codes_of(styles: bytes) -> list[str]:
    """The codes of number formats by the number of a cell's style."""
    own: dict[str, str] = {}
    found: list[str] = []
    inside: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition("}")[2]
        if local == "numFmt" and "dxfs" not in inside:
            own[attributes.get("numFmtId", "")] = attributes.get("formatCode", GENERAL)
        elif local == "xf" and "cellXfs" in inside:
            found.append(attributes.get("numFmtId", "0"))
        inside.append(local)

    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: inside.pop()
    try:
        parser.Parse(styles, True)
    except expat.ExpatError:
        return []  # the part is told to be unreadable where its words are looked for
    known = {str(number): code for number, code in BUILT_IN.items()}
    return [own.get(number, known.get(number, GENERAL)) for number in found]
