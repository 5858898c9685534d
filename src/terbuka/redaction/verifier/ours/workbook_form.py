"""The form of an XLSX copy of ours: each byte of the package and each element of its parts is one we write.

It must come out of a ``rewriting`` by this list as it is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from terbuka.documents.docx.styles import FONTS
from terbuka.documents.xlsx.book import PAPERS
from terbuka.documents.xlsx.styles import ALIGNMENTS, BORDERS, STANDINGS
from terbuka.redaction.number_formats import CODES
from terbuka.redaction.verifier.model import Survivor
from terbuka.redaction.verifier.not_ours import hold
from terbuka.redaction.verifier.packages.rewriting import (
    FRAME,
    OFFICE,
    Form,
    Part,
    Rewriting,
    claim,
    off_form,
)
from terbuka.screening.policy import labels_in

S_NAME = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml"

COUNT, SHORT = r"\d{1,7}", r"\d{1,3}"
CELL = r"[A-Z]{1,3}[1-9]\d{0,6}"
COLOUR = r"FF[0-9A-F]{6}"
HALVES = r"\d{1,3}(?:\.5)?"
SHEET = r"sheet\d{1,3}"
BAR_STYLE = "1"
"""The number of the style that bars have."""
BAR = ("FF000000", "FFFFFFFF")
"""What lies behind a label, and the colour of its letters."""
ROOT = {"xmlns": re.escape(S_NAME), "xmlns:r": re.escape(OFFICE)}


def _one_of(values: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(values)))


def _counts(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, COUNT)


FONT = _one_of(FONTS)
MARGINS = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
"""Heads and feet of printed pages."""
_INSIDE = r"(?:[^&]|&[&PNADT])+"
_MARGIN = re.compile(rf"(?:&L{_INSIDE})?(?:&C{_INSIDE})?(?:&R{_INSIDE})?", re.S)
"""Words at the left, in the middle and at the right, and what a program counts: no look and no file."""
LETTERS = "b i strike u vertAlign sz color"
FORMS: dict[str, Form] = {
    "workbook": Form("sheets", ROOT),
    "sheets": Form("sheet"),
    "sheet": Form("", {"name": ".{1,31}", "sheetId": SHORT, "r:id": SHEET}),
    # sheets
    "worksheet": Form("sheetPr sheetViews cols sheetData mergeCells pageSetup headerFooter", ROOT),
    "sheetViews": Form("sheetView"),
    "sheetView": Form("pane", {"workbookViewId": "0"}),
    "pane": Form(
        "",
        {
            "xSplit": SHORT,
            "ySplit": SHORT,
            "topLeftCell": CELL,
            "activePane": "bottomRight|bottomLeft|topRight",
            "state": "frozen",
        },
    ),
    "cols": Form("col"),
    "col": Form("", {**_counts("min", "max"), "width": SHORT, "customWidth": "1"}),
    "sheetData": Form("row"),
    "row": Form("c", {"r": COUNT, "ht": SHORT, "customHeight": "1"}),
    "c": Form("v is", {"r": CELL, "s": COUNT, "t": "inlineStr"}),
    "v": Form("", {}),
    "is": Form("t r"),
    "r": Form("rPr t"),
    "rPr": Form(f"{LETTERS} rFont"),
    "t": Form("", {"xml:space": "preserve"}),
    "mergeCells": Form("mergeCell", _counts("count")),
    "mergeCell": Form("", {"ref": f"{CELL}:{CELL}"}),
    "sheetPr": Form("pageSetUpPr"),
    "pageSetUpPr": Form("", {"fitToPage": "1"}),
    "pageSetup": Form(
        "", {"paperSize": _one_of(map(str, PAPERS)), "orientation": "landscape", "fitToHeight": "0"}
    ),
    "headerFooter": Form(" ".join(MARGINS), dict.fromkeys(("differentOddEven", "differentFirst"), "1")),
    **{margin: Form() for margin in MARGINS},
    # styles
    "styleSheet": Form("numFmts fonts fills borders cellStyleXfs cellXfs cellStyles", ROOT),
    "numFmts": Form("numFmt", _counts("count")),
    "numFmt": Form("", {"numFmtId": SHORT, "formatCode": _one_of(CODES)}),
    "fonts": Form("font", _counts("count")),
    "font": Form(f"{LETTERS} name"),
    "b": Form(),
    "i": Form(),
    "strike": Form(),
    "u": Form(),
    "vertAlign": Form("", {"val": "superscript|subscript"}),
    "sz": Form("", {"val": HALVES}),
    "color": Form("", {"rgb": COLOUR}),
    "name": Form("", {"val": FONT}),
    "rFont": Form("", {"val": FONT}),
    "fills": Form("fill", _counts("count")),
    "fill": Form("patternFill"),
    "patternFill": Form("fgColor", {"patternType": "none|gray125|solid"}),
    "fgColor": Form("", {"rgb": COLOUR}),
    "borders": Form("border", _counts("count")),
    "border": Form("left right top bottom diagonal"),
    **{side: Form("", {"style": _one_of(BORDERS)}) for side in ("left", "right", "top", "bottom")},
    "diagonal": Form(),
    "cellStyleXfs": Form("xf", _counts("count")),
    "cellXfs": Form("xf", _counts("count")),
    "xf": Form(
        "alignment",
        {
            **_counts("numFmtId", "fontId", "fillId", "borderId"),
            "xfId": "0",
            **{f"apply{what}": "1" for what in ("NumberFormat", "Font", "Fill", "Border", "Alignment")},
        },
    ),
    "alignment": Form(
        "", {"horizontal": _one_of(ALIGNMENTS), "vertical": _one_of(STANDINGS), "wrapText": "1"}
    ),
    "cellStyles": Form("cellStyle", _counts("count")),
    "cellStyle": Form("", {"name": "Normal", "xfId": "0", "builtinId": "0"}),
    # the package
    **FRAME,
    "Default": Form(
        "",
        {
            "Extension": "rels|xml",
            "ContentType": r"application/(?:vnd\.openxmlformats-package\.relationships\+)?xml",
        },
    ),
    "Override": Form(
        "",
        {
            "PartName": rf"/xl/(?:workbook|styles|worksheets/{SHEET})\.xml",
            "ContentType": rf"{re.escape(MIME)}\.(?:sheet\.main|styles|worksheet)\+xml",
        },
    ),
    "Relationship": Form(
        "",
        {
            "Id": f"workbook|styles|{SHEET}",
            "Type": rf"{re.escape(OFFICE)}/(?:officeDocument|styles|worksheet)",
            "Target": rf"(?:xl/)?(?:workbook|styles|worksheets/{SHEET})\.xml",
        },
    ),
}
ROOTS = {
    r"\[Content_Types\]\.xml": "Types",
    r"_rels/\.rels|xl/_rels/workbook\.xml\.rels": "Relationships",
    r"xl/workbook\.xml": "workbook",
    r"xl/styles\.xml": "styleSheet",
    rf"xl/worksheets/{SHEET}\.xml": "worksheet",
}
"""The parts that a copy made by Terbuka may have, and the root of each."""
_NUMBER = re.compile(r"-?\d{1,17}(?:\.\d{1,17})?(?:E[+-]?\d{1,3})?")


def is_claimed(parts: Sequence[Part]) -> bool:
    """Whether the package says that it is a copy of ours: nobody else names a relation so."""
    marks = {"_rels/.rels": b'Id="workbook"', "xl/_rels/workbook.xml.rels": b'Id="styles"'}
    return claim(parts, marks)


def form_survivors(data: bytes, parts: Sequence[Part], labels: str) -> Iterator[Survivor]:
    """Whatever is not as we write it. ``labels``: those that may stand on bars beside the usual ones."""
    return off_form(data, parts, ROOTS, lambda root: _Writing(root, labels))


class _Writing(Rewriting):
    """A part of a workbook. A cell holds one number or one text; a bar is black and says its labels alone."""

    def __init__(self, root: str, labels: str) -> None:
        super().__init__(FORMS, root, frozenset({"t", "v", *MARGINS}))
        self._labels = labels
        self._said: list[str] = []
        self._cell: dict[str, str] = {}
        self._values = 0
        self._fonts: list[str] = []
        self._fills: list[str] = []
        self._looks: list[tuple[str, str]] = []

    def started(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in MARGINS:
            self._said = []
        elif tag == "c":
            self._cell, self._said, self._values = attributes, [], 0
        elif tag in ("v", "is"):
            self._values += 1
            hold((tag == "is") == ("t" in self._cell) and self._values == 1)
        elif tag == "xf" and self.around == "cellXfs":
            self._looks.append((attributes.get("fillId", ""), attributes.get("fontId", "")))
        self._colour(tag, attributes)

    def _colour(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in ("font", "fill"):
            (self._fonts if tag == "font" else self._fills).append("")
        elif tag == "color" and self.around == "font":
            self._fonts[-1] = attributes.get("rgb", "")
        elif tag == "fgColor":
            self._fills[-1] = attributes.get("rgb", "")

    def said(self, text: str) -> None:
        self._said.append(text)

    def ended(self, tag: str) -> None:
        if tag == "v":
            hold(bool(_NUMBER.fullmatch("".join(self._said))))
        elif tag == "c" and self._cell.get("s") == BAR_STYLE:
            hold(self._is_bar("".join(self._said)))
        elif tag in MARGINS:
            hold(bool(_MARGIN.fullmatch("".join(self._said))))
        elif tag == "styleSheet":
            hold(self._has_bars())

    def _has_bars(self) -> bool:
        """Whether the style of bars is what makes a bar."""
        if len(self._looks) < 2:
            return False
        fill, font = (int(number) for number in self._looks[int(BAR_STYLE)])
        found = (self._fills[fill : fill + 1], self._fonts[font : font + 1])
        return found == ([BAR[0]], [BAR[1]])

    def _is_bar(self, text: str) -> bool:
        rest, at = "", 0
        for start, end in labels_in(text):
            rest += text[at:start]
            at = end
        rest = (rest + text[at:]).strip()
        return bool(text) and (not rest or rest in self._labels)
