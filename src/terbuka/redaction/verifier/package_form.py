"""The form of a DOCX copy of ours: each byte of the package and each element of its parts is one we write.

Programs skip what they do not know: an attribute, a name, text between two paragraphs, the date of an entry.
Who searches the file reads it all. So the package is put together again from what was read of it, by a list
of its own, and must come out the same byte by byte.
"""

import re
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from xml.parsers import expat

from terbuka.documents.docx.styles import FONTS
from terbuka.redaction.verifier.model import Survivor
from terbuka.screening.policy import labels_in

W_NAME = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGES = "http://schemas.openxmlformats.org/package/2006"
MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"

LENGTH, SHORT = r"-?\d{1,11}", r"\d{1,3}"
COLOUR = r"[0-9A-F]{6}|auto"
FONT = "|".join(map(re.escape, sorted(FONTS))) + "|"
PART = r"(?:document|styles|settings|(?:header|footer)\d{1,5})"
ROOT = {"xmlns:w": re.escape(W_NAME), "xmlns:r": re.escape(OFFICE)}
RULE = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "auto"}
SIDES = "w:top w:left w:bottom w:right w:insideH w:insideV"
BAR = {"w:val": "clear", "w:color": "auto", "w:fill": "000000"}


class Form(NamedTuple):
    """What an element may have in it, and its attributes with their values."""

    children: str = ""
    attributes: dict[str, str] = {}


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
        "w:pStyle w:keepNext w:pageBreakBefore w:pBdr w:tabs w:spacing w:ind w:jc w:outlineLvl w:sectPr"
    ),
    "w:pStyle": _value("Heading[1-9]"),
    "w:keepNext": Form(),
    "w:pageBreakBefore": Form(),
    "w:pBdr": Form("w:top w:bottom"),
    "w:tabs": Form("w:tab"),
    "w:spacing": Form("", {**_lengths("before", "after", "line"), "w:lineRule": "auto|exact|atLeast"}),
    "w:ind": Form("", _lengths("left", "right", "firstLine", "hanging")),
    "w:jc": _value("left|center|right|both"),
    "w:outlineLvl": _value("[0-8]"),
    # runs
    "w:r": Form("w:rPr w:t w:br w:tab"),
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
    # tables
    "w:tbl": Form("w:tblPr w:tblGrid w:tr"),
    "w:tblPr": Form("w:tblW w:jc w:tblInd w:tblBorders w:tblLayout"),
    "w:tblW": Form("", {"w:w": LENGTH, "w:type": "dxa"}),
    "w:tblInd": Form("", {"w:w": LENGTH, "w:type": "dxa"}),
    "w:tblBorders": Form(SIDES),
    **{side: Form("", RULE) for side in SIDES.split()},
    "w:tblLayout": Form("", {"w:type": "fixed"}),
    "w:tblGrid": Form("w:gridCol"),
    "w:gridCol": Form("", {"w:w": LENGTH}),
    "w:tr": Form("w:trPr w:tc"),
    "w:trPr": Form("w:tblHeader"),
    "w:tblHeader": Form(),
    "w:tc": Form("w:tcPr w:p w:tbl"),
    "w:tcPr": Form("w:tcW w:gridSpan w:vMerge w:shd w:vAlign"),
    "w:tcW": Form("", {"w:w": LENGTH, "w:type": "dxa"}),
    "w:gridSpan": _value(SHORT),
    "w:vMerge": _value("restart"),
    "w:vAlign": _value("center|bottom"),
    # sections
    "w:sectPr": Form("w:headerReference w:footerReference w:type w:pgSz w:pgMar w:cols w:titlePg"),
    "w:headerReference": Form("", {"w:type": "default|first|even", "r:id": r"header\d{1,5}"}),
    "w:footerReference": Form("", {"w:type": "default|first|even", "r:id": r"footer\d{1,5}"}),
    "w:type": _value("continuous"),
    "w:pgSz": Form("", {**_lengths("w", "h"), "w:orient": "landscape"}),
    "w:pgMar": Form("", _lengths("top", "right", "bottom", "left", "header", "footer", "gutter")),
    "w:cols": Form("", {"w:num": SHORT, "w:space": SHORT}),
    "w:titlePg": Form(),
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
    "Types": Form("Default Override", {"xmlns": f"{PACKAGES}/content-types"}),
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
            "PartName": rf"/word/{PART}\.xml",
            "ContentType": rf"{re.escape(MIME)}\.(?:document\.main|styles|settings|header|footer)\+xml",
        },
    ),
    "Relationships": Form("Relationship", {"xmlns": f"{PACKAGES}/relationships"}),
    "Relationship": Form(
        "",
        {
            "Id": PART,
            "Type": rf"{re.escape(OFFICE)}/(?:officeDocument|styles|settings|header|footer)",
            "Target": rf"(?:word/)?{PART}\.xml",
        },
    ),
}
ROOTS = {
    r"\[Content_Types\]\.xml": "Types",
    r"_rels/\.rels|word/_rels/document\.xml\.rels": "Relationships",
    r"word/document\.xml": "w:document",
    r"word/styles\.xml": "w:styles",
    r"word/settings\.xml": "w:settings",
    r"word/header\d+\.xml": "w:hdr",
    r"word/footer\d+\.xml": "w:ftr",
}
"""The parts that a copy made by Terbuka may have, and the root of each."""


class Part(NamedTuple):
    """An entry of the package: its name, its bytes, and the same as they stand in the file."""

    name: str
    data: bytes
    packed: bytes


def is_claimed(parts: Iterable[Part]) -> bool:
    """Whether the package says that it is a copy of ours: nobody else names a relation so."""
    marks = {"_rels/.rels": b'Id="document"', "word/_rels/document.xml.rels": b'Id="styles"'}
    return any(part.name in marks and marks[part.name] in part.data for part in parts)


def form_survivors(data: bytes, parts: Sequence[Part], labels: str) -> Iterator[Survivor]:
    """Whatever is not as we write it. ``labels``: those that may stand on bars beside the usual ones."""
    if data != _package(parts):
        yield Survivor("structure", "package form")
    for part in parts:
        root = next((root for name, root in ROOTS.items() if re.fullmatch(name, part.name)), None)
        if root is not None and not _is_ours(part.data, root, labels):
            yield Survivor("structure", f"form of {part.name}")


def _package(parts: Sequence[Part]) -> bytes:
    """The package with these parts as our writer makes it: no date, no comment, no further field."""
    made = bytearray()
    directory = bytearray()
    for part in parts:
        name = part.name.encode()
        fields = struct.pack(
            "<HHHHHIIIHH",
            20, 0, 8, 0, 0x21, zlib.crc32(part.data), len(part.packed), len(part.data), len(name), 0,
        )  # fmt: skip
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + fields
        directory += struct.pack("<HHHII", 0, 0, 0, 0o600 << 16, len(made)) + name
        made += b"PK\x03\x04" + fields + name + part.packed
    end = struct.pack("<HHHHIIH", 0, 0, len(parts), len(parts), len(directory), len(made), 0)
    return bytes(made + directory + b"PK\x05\x06" + end)


def _is_ours(data: bytes, root: str, labels: str) -> bool:
    writing = _Writing(root, labels)
    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.XmlDeclHandler = writing.declare
    parser.StartElementHandler = writing.start
    parser.EndElementHandler = writing.end
    parser.CharacterDataHandler = writing.characters
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, _NotOurs):
        return False
    return "".join(writing.made).encode() == data


class _NotOurs(Exception):
    """Something that we do not write."""


def _hold(condition: bool) -> None:
    if not condition:
        raise _NotOurs


class _Writing:
    """Writes a part anew from what a parser says of it."""

    def __init__(self, root: str, labels: str) -> None:
        self.made: list[str] = []
        self._root, self._labels = root, labels
        self._open: list[str] = []
        self._is_begun = False  # the tag of an element, which may turn out to have nothing in it
        self._bar: list[str] | None = None

    def declare(self, *_: object) -> None:
        self.made.append(DECLARATION)

    def start(self, tag: str, attributes: list[str]) -> None:
        pairs = list(zip(attributes[::2], attributes[1::2], strict=True))
        _hold(tag in (FORMS[self._open[-1]].children.split() if self._open else [self._root]))
        _hold(all(_is_value(FORMS[tag], *pair) for pair in pairs))
        self._close_tag()
        self.made.append(f"<{tag}" + "".join(f' {name}="{value}"' for name, value in pairs))
        if tag == "w:shd" and self._open[-1] == "w:rPr":
            _hold(dict(pairs) == BAR)
            self._bar = []
        self._open.append(tag)
        self._is_begun = True

    def end(self, tag: str) -> None:
        self._open.pop()
        self.made.append("/>" if self._is_begun else f"</{tag}>")
        self._is_begun = False
        if tag == "w:r" and self._bar is not None:
            label = "".join(self._bar)
            _hold(labels_in(label) == [(0, len(label))] or label in self._labels)
            self._bar = None

    def characters(self, text: str) -> None:
        _hold(self._open[-1] == "w:t")
        self._close_tag()
        if self._bar is not None:
            self._bar.append(text)
        for sign, written in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\r", "&#13;")):
            text = text.replace(sign, written)
        self.made.append(text)

    def _close_tag(self) -> None:
        if self._is_begun:
            self.made.append(">")
            self._is_begun = False


def _is_value(form: Form, name: str, value: str) -> bool:
    pattern = form.attributes.get(name)
    return pattern is not None and re.fullmatch(pattern, value) is not None
