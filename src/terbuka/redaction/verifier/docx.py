"""Verifies a DOCX: its directory byte by byte, every part as text and as bytes, its form."""

import re
from collections.abc import Iterator

from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.foreign.said_aside import aside_check, values_of
from terbuka.redaction.verifier.model import Check, Survivor
from terbuka.redaction.verifier.ours.docx_form import PICTURES, ROOTS, form_survivors, is_claimed
from terbuka.redaction.verifier.ours.docx_pictures import is_picture, picture_checks
from terbuka.redaction.verifier.packages.entries import part_check, read_entries
from terbuka.redaction.verifier.packages.rewriting import Part
from terbuka.redaction.verifier.packages.xml_part import XmlPart
from terbuka.redaction.verifier.pixels.picture_files import opens, says_more
from terbuka.redaction.verifier.secrets.encodings import byte_check

OURS = re.compile("|".join([*ROOTS, PICTURES]))
HARMLESS = re.compile(
    "|".join(ROOTS)
    + r"|word/(numbering|fontTable|webSettings|footnotes|endnotes)\.xml|word/theme/theme\d+\.xml"
    r"|word/_rels/[\w.]+\.rels"
)
"""Parts of a foreign document that hold nothing but what it shows and how."""
PART_KINDS = {
    "docProps/": "metadata",
    "customXml/": "metadata",
    "word/comments": "comment",
    "word/people": "comment",
    "word/media/": "picture",
    "word/embeddings/": "embedded-object",
    "word/charts/": "embedded-object",
    "word/glossary/": "hidden-text",
    "word/vbaProject": "script",
}

# elements and attributes that carry what a reader does not see
CARRIERS = {
    "del": "tracked-change",
    "ins": "tracked-change",
    "moveFrom": "tracked-change",
    "moveTo": "tracked-change",
    "delText": "tracked-change",
    "vanish": "hidden-text",
    "commentReference": "comment",
    "commentRangeStart": "comment",
    "instrText": "field",
    "fldSimple": "field",
    "bookmarkStart": "bookmark",
    "pict": "picture",
    "object": "embedded-object",
    "sdt": "control",
    "altChunk": "embedded-object",
    "docVar": "metadata",
    "rsid": "metadata",
}
FORGOTTEN = {"comment", "tracked-change", "structure"}
"""What no foreign document needs either; its other parts are judged by what they say (``foreign``)."""
MEDIA = "word/media/"
PICTURE_URI = "http://schemas.openxmlformats.org/drawingml/2006/picture"
"""What a drawing shows that is looked at; of other drawings nobody knows what they say or cover."""


def checks(copy: Copy) -> Iterator[Check]:
    """Everything that is done to a DOCX."""
    survivors: list[Survivor] = []
    parts = read_entries(copy.data, survivors)
    ours = copy.ours or is_claimed(parts)
    if not ours:  # programs pad the entries of their packages
        survivors = [survivor for survivor in survivors if survivor.kind != "structure"]
    survivors.extend(_unlisted(parts, ours))
    if ours:
        survivors.extend(form_survivors(copy.data, parts, copy.whole.labels))
    yield Check("structure", len(parts), tuple(dict.fromkeys(survivors)))
    yield byte_check(copy)
    yield part_check(copy, parts)
    yield _text_check(copy, parts)
    if not ours:
        yield aside_check(copy, values_of(parts))
    yield from picture_checks(copy, parts, ours=ours)


def _unlisted(parts: list[Part], ours: bool) -> Iterator[Survivor]:
    seen: set[str] = set()
    for part in parts:
        if part.name in seen:
            yield Survivor("earlier-revision", "part twice in the package")
        seen.add(part.name)
        if not ours and part.name.startswith(MEDIA):
            if not opens(part.data):  # a drawing, which nobody here can look at
                yield Survivor("picture", "part not on the list")
            elif says_more(part.data):
                yield Survivor("metadata", part.name)
        elif ours and not OURS.fullmatch(part.name):
            kinds = (kind for prefix, kind in PART_KINDS.items() if part.name.startswith(prefix))
            yield Survivor(next(kinds, "attachment"), "part not on the list")
        elif ours and not is_picture(part):
            yield from (Survivor(kind, part.name) for kind in sorted(_Reading(part.data).carriers))
        elif HARMLESS.fullmatch(part.name):
            left = FORGOTTEN & _Reading(part.data).carriers
            yield from (Survivor(kind, part.name) for kind in sorted(left))


def _text_check(copy: Copy, parts: list[Part]) -> Check:
    """The words of all parts together against what may stay, and the attributes against nothing."""
    readings = [_Reading(part.data) for part in parts if part.name.endswith((".xml", ".rels"))]
    survivors = [
        *copy.survivors("text", "parts", ["\n".join(reading.text for reading in readings)]),
    ]
    whole = copy.hunt.expecting(copy.whole)
    for reading in readings:
        survivors.extend(
            Survivor("metadata", "attribute", None, copy.hunt.types[number], number)
            for number in sorted(whole.in_reading(reading.attributes))
        )
    return Check("text", len(readings), tuple(dict.fromkeys(survivors)))


class _Reading(XmlPart):
    """Words, attribute values and carriers of one XML part, read by expat."""

    BREAKS = frozenset({"p", "tc", "tr", "br", "tab", "cr"})

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._text: list[str] = []
        self._attributes: list[str] = []
        self._read(data)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in self.BREAKS:
            self._text.append("\n")
        if tag in CARRIERS:
            self.carriers.add(CARRIERS[tag])
        if tag == "graphicData" and attributes.get("uri") != PICTURE_URI:
            self.carriers.add("picture")
        for key, value in attributes.items():
            if key.rpartition("}")[2].startswith("rsid"):
                self.carriers.add("metadata")
            self._attributes.append(value)

    def _end(self, tag: str) -> None:
        if tag in self.BREAKS:
            self._text.append("\n")

    def _characters(self, text: str) -> None:
        self._text.append(text)

    @property
    def text(self) -> str:
        return "".join(self._text)

    @property
    def attributes(self) -> str:
        return "\n".join(self._attributes)
