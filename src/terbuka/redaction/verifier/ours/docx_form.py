"""The form of a DOCX copy of ours: each byte of the package and each element of its parts is one we write.

It must come out of a ``rewriting`` by this list as it is.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from terbuka.documents.docx.labels import as_said
from terbuka.documents.docx.styles import FONTS
from terbuka.redaction.lettering import stands_in
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

W_NAME = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"

LENGTH, SHORT = r"-?\d{1,11}", r"\d{1,3}"
COLOUR = r"[0-9A-F]{6}|auto"
FONT = "|".join(map(re.escape, sorted(FONTS))) + "|"
MARGIN = r"(?:header|footer)\d{1,5}"
PART = rf"(?:document|styles|settings|footnotes|endnotes|numbering|{MARGIN})"
KINDS = "styles|settings|header|footer|footnotes|endnotes|numbering"
PICTURE = r"image\d{1,5}"
PICTURES = rf"word/media/{PICTURE}\.(?:png|jpeg)"
"""The pictures of a copy; what may stand in them is asked in ``docx_pictures``."""
DRAWING = re.escape("http://schemas.openxmlformats.org/drawingml/2006")
SIDE = r"-?\d{1,5}\.\d\d"
PLACES = rf"\d{{1,4}}\.\d{{3}}(?:;(?:{SIDE} ){{4}}\d{{1,3}})*"
"""Pixels to an inch, and box and turn of each bar."""
BARS = r"(?:\[[^\[\]<>&\"]+\](?: (?=\[)|$))*"
"""The labels of the bars; which they may be is asked with their pixels."""
ROOT = {"xmlns:w": re.escape(W_NAME), "xmlns:r": re.escape(OFFICE)}
LINE = {
    "w:val": "nil|single|thick|double|dotted|dashed|thinThickSmallGap|thickThinSmallGap",
    "w:sz": "2|4|6|8|12|18|24|36|48",
    "w:space": "0",
    "w:color": r"auto|(?:([0-9A-F])\1){3}",
}
"""A colour of sixteen shades each of red, green and blue: no more than the eye tells apart."""
SIDES = "w:top w:left w:bottom w:right w:insideH w:insideV"
NOTES = ("footnote", "endnote")
LIST_LABEL = (
    r"(?:BAB|Bab|BAGIAN|Bagian|PASAL|Pasal|LAMPIRAN|Lampiran|%[1-9]|[ .,:()/–-]){1,24}"
    r"|[-–—*+>o•▪■□●○◦◆◇❖➢➤✓✔★]"
)
"""How the labels of a list are put together: of numbers and a few words, or a sign."""
BAR = {"w:val": "clear", "w:color": "auto", "w:fill": "000000"}


def _value(pattern: str) -> Form:
    return Form("", {"w:val": pattern})


def _lengths(*names: str) -> dict[str, str]:
    return {f"w:{name}": LENGTH for name in names}


FORMS: dict[str, Form] = {
    "w:document": Form("w:body", ROOT),
    "w:hdr": Form("w:p w:tbl", ROOT),
    "w:ftr": Form("w:p w:tbl", ROOT),
    "w:body": Form("w:p w:tbl w:sectPr"),
    # paragraphs
    "w:p": Form("w:pPr w:r"),
    "w:pPr": Form(
        "w:pStyle w:keepNext w:pageBreakBefore w:numPr w:pBdr w:tabs w:spacing w:ind w:jc w:outlineLvl w:rPr "
        "w:sectPr"
    ),
    "w:pStyle": _value("Heading[1-9]"),
    "w:keepNext": Form(),
    "w:pageBreakBefore": Form(),
    "w:pBdr": Form("w:top w:left w:bottom w:right"),
    "w:tabs": Form("w:tab"),
    "w:spacing": Form("", {**_lengths("before", "after", "line"), "w:lineRule": "auto|exact|atLeast"}),
    "w:ind": Form("", _lengths("left", "right", "firstLine", "hanging")),
    "w:jc": _value("left|center|right|both"),
    "w:outlineLvl": _value("[0-8]"),
    # runs
    "w:r": Form(
        "w:rPr w:t w:br w:tab w:drawing w:footnoteReference w:footnoteRef w:endnoteReference w:endnoteRef "
        "w:separator w:continuationSeparator"
    ),
    "w:rPr": Form("w:rFonts w:b w:i w:caps w:smallCaps w:strike w:color w:sz w:u w:vertAlign w:shd w:lang"),
    "w:rFonts": Form("", {"w:ascii": FONT, "w:hAnsi": FONT, "w:cs": FONT}),
    **{f"w:{switch}": _value("0") for switch in ("b", "i", "caps", "smallCaps", "strike")},
    "w:color": _value(COLOUR),
    "w:sz": _value(SHORT),
    "w:u": _value("single"),
    "w:vertAlign": _value("superscript|subscript"),
    "w:shd": Form("", {"w:val": "clear", "w:color": "auto", "w:fill": COLOUR}),
    "w:lang": _value("id-ID"),
    "w:t": Form("", {"xml:space": "preserve"}),
    "w:br": Form("", {"w:type": "page"}),
    "w:tab": Form(
        "",
        {
            "w:val": "left|center|right|decimal",
            "w:leader": "dot|hyphen|underscore|none",
            "w:pos": LENGTH,
        },
    ),
    # pictures
    "w:drawing": Form("wp:inline"),
    "wp:inline": Form(
        "wp:extent wp:docPr a:graphic",
        {
            "xmlns:wp": f"{DRAWING}/wordprocessingDrawing",
            "xmlns:a": f"{DRAWING}/main",
            "xmlns:pic": f"{DRAWING}/picture",
        }
        | dict.fromkeys(("distT", "distB", "distL", "distR"), "0"),
    ),
    "wp:extent": Form("", dict.fromkeys(("cx", "cy"), LENGTH)),
    "wp:docPr": Form("", {"id": r"\d{1,5}", "name": PLACES, "descr": BARS}),
    "a:graphic": Form("a:graphicData"),
    "a:graphicData": Form("pic:pic", {"uri": f"{DRAWING}/picture"}),
    "pic:pic": Form("pic:nvPicPr pic:blipFill pic:spPr"),
    "pic:nvPicPr": Form("pic:cNvPr pic:cNvPicPr"),
    "pic:cNvPr": Form("", {"id": r"\d{1,5}", "name": ""}),
    "pic:cNvPicPr": Form(),
    "pic:blipFill": Form("a:blip a:stretch"),
    "a:blip": Form("", {"r:embed": PICTURE}),
    "a:stretch": Form("a:fillRect"),
    "a:fillRect": Form(),
    "pic:spPr": Form("a:xfrm a:prstGeom"),
    "a:xfrm": Form("a:off a:ext"),
    "a:off": Form("", {"x": "0", "y": "0"}),
    "a:ext": Form("", dict.fromkeys(("cx", "cy"), LENGTH)),
    "a:prstGeom": Form("a:avLst", {"prst": "rect"}),
    "a:avLst": Form(),
    # tables
    "w:tbl": Form("w:tblPr w:tblGrid w:tr"),
    "w:tblPr": Form("w:tblW w:jc w:tblInd w:tblBorders w:tblLayout w:tblCellMar"),
    "w:tblW": Form("", {"w:w": LENGTH, "w:type": "dxa"}),
    "w:tblInd": Form("", {"w:w": LENGTH, "w:type": "dxa"}),
    "w:tblBorders": Form(SIDES),
    **{side: Form("", LINE) for side in SIDES.split()},
    "w:tcBorders": Form("w:top w:left w:bottom w:right"),
    "w:tblCellMar": Form("w:left w:right"),
    **{side: Form("", {**LINE, "w:w": SHORT, "w:type": "dxa"}) for side in ("w:left", "w:right")},
    "w:tblLayout": Form("", {"w:type": "fixed"}),
    "w:tblGrid": Form("w:gridCol"),
    "w:gridCol": Form("", {"w:w": LENGTH}),
    "w:tr": Form("w:trPr w:tc"),
    "w:trPr": Form("w:tblHeader"),
    "w:tblHeader": Form(),
    "w:tc": Form("w:tcPr w:p w:tbl"),
    "w:tcPr": Form("w:tcW w:gridSpan w:vMerge w:tcBorders w:shd w:vAlign"),
    "w:tcW": Form("", {"w:w": LENGTH, "w:type": "dxa"}),
    "w:gridSpan": _value(SHORT),
    "w:vMerge": _value("restart"),
    "w:vAlign": _value("center|bottom"),
    # sections
    "w:sectPr": Form(
        "w:headerReference w:footerReference w:footnotePr w:endnotePr w:type w:pgSz w:pgMar w:cols w:titlePg"
    ),
    "w:headerReference": Form("", {"w:type": "default|first|even", "r:id": r"header\d{1,5}"}),
    "w:footerReference": Form("", {"w:type": "default|first|even", "r:id": r"footer\d{1,5}"}),
    "w:type": _value("continuous"),
    "w:pgSz": Form("", {**_lengths("w", "h"), "w:orient": "landscape"}),
    "w:pgMar": Form("", _lengths("top", "right", "bottom", "left", "header", "footer", "gutter")),
    "w:cols": Form("", {"w:num": SHORT, "w:space": SHORT}),
    "w:titlePg": Form(),
    # notes
    **{f"w:{kind}s": Form(f"w:{kind}", ROOT) for kind in NOTES},
    **{
        f"w:{kind}": Form("w:p w:tbl", {"w:type": "separator|continuationSeparator", "w:id": r"-1|\d{1,5}"})
        for kind in NOTES
    },
    **{f"w:{kind}Reference": Form("", {"w:id": r"\d{1,5}"}) for kind in NOTES},
    **{f"w:{kind}Pr": Form("w:numFmt w:numRestart") for kind in NOTES},
    "w:numRestart": _value("eachPage|eachSect"),
    **{f"w:{sign}": Form() for sign in ("footnoteRef", "endnoteRef", "separator", "continuationSeparator")},
    # lists
    "w:numPr": Form("w:ilvl w:numId"),
    "w:ilvl": _value("[0-8]"),
    "w:numId": _value(r"\d{1,4}"),
    "w:numbering": Form("w:abstractNum w:num", ROOT),
    "w:abstractNum": Form("w:multiLevelType w:lvl", {"w:abstractNumId": r"\d{1,4}"}),
    "w:multiLevelType": _value("multilevel"),
    "w:lvl": Form("w:start w:numFmt w:lvlText", {"w:ilvl": "[0-8]"}),
    "w:start": _value(r"\d{1,4}"),
    "w:numFmt": _value("bullet|chicago|decimal|decimalZero|(?:lower|upper)(?:Letter|Roman)"),
    "w:lvlText": _value(LIST_LABEL),
    "w:num": Form("w:abstractNumId", {"w:numId": r"\d{1,4}"}),
    "w:abstractNumId": _value(r"\d{1,4}"),
    # other parts
    "w:styles": Form("w:docDefaults w:style", ROOT),
    "w:docDefaults": Form("w:rPrDefault w:pPrDefault"),
    "w:rPrDefault": Form("w:rPr"),
    "w:pPrDefault": Form("w:pPr"),
    "w:style": Form(
        "w:name w:basedOn w:pPr",
        {"w:type": "paragraph", "w:default": "1", "w:styleId": "Normal|Heading[1-9]"},
    ),
    "w:name": _value("Normal|heading [1-9]"),
    "w:basedOn": _value("Normal"),
    "w:settings": Form("w:evenAndOddHeaders", ROOT),
    "w:evenAndOddHeaders": Form(),
    **FRAME,
    "Default": Form(
        "",
        {
            "Extension": "rels|xml|png|jpeg",
            "ContentType": r"application/(?:vnd\.openxmlformats-package\.relationships\+)?xml"
            r"|image/(?:png|jpeg)",
        },
    ),
    "Override": Form(
        "",
        {
            "PartName": rf"/word/{PART}\.xml",
            "ContentType": rf"{re.escape(MIME)}\.(?:document\.main|{KINDS})\+xml",
        },
    ),
    "Relationship": Form(
        "",
        {
            "Id": rf"{PART}|{PICTURE}",
            "Type": rf"{re.escape(OFFICE)}/(?:officeDocument|{KINDS}|image)",
            "Target": rf"(?:word/)?{PART}\.xml|media/{PICTURE}\.(?:png|jpeg)",
        },
    ),
}
ROOTS = {
    r"\[Content_Types\]\.xml": "Types",
    rf"_rels/\.rels|word/_rels/(?:document|footnotes|endnotes|{MARGIN})\.xml\.rels": "Relationships",
    r"word/document\.xml": "w:document",
    r"word/styles\.xml": "w:styles",
    r"word/settings\.xml": "w:settings",
    r"word/header\d+\.xml": "w:hdr",
    r"word/footer\d+\.xml": "w:ftr",
    r"word/footnotes\.xml": "w:footnotes",
    r"word/endnotes\.xml": "w:endnotes",
    r"word/numbering\.xml": "w:numbering",
}
"""The parts that a copy made by Terbuka may have, and the root of each."""


def is_claimed(parts: Sequence[Part]) -> bool:
    """Whether the package says that it is a copy of ours: nobody else names a relation so."""
    marks = {"_rels/.rels": b'Id="document"', "word/_rels/document.xml.rels": b'Id="styles"'}
    return claim(parts, marks)


def form_survivors(data: bytes, parts: Sequence[Part], labels: str) -> Iterator[Survivor]:
    """Whatever is not as we write it. ``labels``: those that may stand on bars beside the usual ones."""
    return off_form(data, parts, ROOTS, lambda root: _Writing(root, labels))


REFERENCES = frozenset(f"w:{kind}Reference" for kind in NOTES)
COUNTED = {
    **{f"w:{kind}": ("w:id", -1) for kind in NOTES},
    "w:abstractNum": ("w:abstractNumId", 1),
    "w:num": ("w:numId", 1),
}
"""What is numbered as it comes, by which attribute and from where on; lines above notes are of them."""


class _Writing(Rewriting):
    """A part of a DOCX. A bar is black and says its label alone; notes and lists are
    counted, lists as they come, and a note has one mark."""

    def __init__(self, root: str, labels: str) -> None:
        super().__init__(FORMS, root, frozenset({"w:t"}))
        self._labels = labels
        self._bar: list[str] | None = None
        self._lists = 0
        self._referred: set[tuple[str, str | None]] = set()
        self._counts = {tag: itertools.count(first) for tag, (_, first) in COUNTED.items()}

    def started(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in COUNTED:
            hold(attributes.get(COUNTED[tag][0]) == str(next(self._counts[tag])))
        if tag == "w:numId":
            number = int(attributes.get("w:val", "0"))
            hold(0 < number <= self._lists + 1)
            self._lists = max(self._lists, number)
        if tag in REFERENCES:
            hold((tag, attributes.get("w:id")) not in self._referred)
            self._referred.add((tag, attributes.get("w:id")))
        if tag == "w:shd" and self.around == "w:rPr":
            hold(attributes == BAR)
            self._bar = []

    def ended(self, tag: str) -> None:
        if tag == "w:r" and self._bar is not None:
            label = as_said("".join(self._bar))
            hold(labels_in(label) == [(0, len(label))] or stands_in(label, self._labels))
            self._bar = None

    def said(self, text: str) -> None:
        if self._bar is not None:
            self._bar.append(text)
