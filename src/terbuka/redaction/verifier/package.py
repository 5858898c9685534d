"""Verifies a ZIP package (DOCX): its directory byte by byte, every part as text and as bytes, its form.

Reads the local headers itself instead of trusting the central directory: stale entries, gaps and
comments between them are where edited packages keep what was removed.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.encodings import ByteHunt, byte_check
from terbuka.redaction.verifier.model import Check, Survivor
from terbuka.redaction.verifier.package_form import ROOTS, form_survivors, is_claimed
from terbuka.redaction.verifier.rewriting import Part

LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
PART = 256 * 1024 * 1024
"""Bytes of one inflated part at most."""

OURS = re.compile("|".join(ROOTS))
HARMLESS = re.compile(
    OURS.pattern + r"|word/(numbering|fontTable|webSettings|footnotes|endnotes)\.xml|word/theme/theme\d+\.xml"
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
    "drawing": "picture",
    "pict": "picture",
    "object": "embedded-object",
    "sdt": "control",
    "altChunk": "embedded-object",
    "docVar": "metadata",
    "rsid": "metadata",
}


def checks(copy: Copy) -> Iterator[Check]:
    """Everything that is done to a package."""
    survivors: list[Survivor] = []
    parts = _parts(copy.data, survivors)
    ours = copy.ours or is_claimed(parts)
    survivors.extend(_unlisted(parts, ours))
    if ours:
        survivors.extend(form_survivors(copy.data, parts, copy.whole.labels))
    yield Check("structure", len(parts), tuple(dict.fromkeys(survivors)))
    yield byte_check(copy)
    yield _part_check(copy, parts)
    yield _text_check(copy, parts)


def _parts(data: bytes, survivors: list[Survivor]) -> list[Part]:
    """Entries in the order of the file; whatever stands between or around them is a survivor."""
    parts: list[Part] = []
    at = 0
    while data[at : at + 4] == LOCAL:
        flags, method = struct.unpack("<HH", data[at + 6 : at + 10])
        packed, name_length, extra = struct.unpack("<I4xHH", data[at + 18 : at + 30])
        name = data[at + 30 : at + 30 + name_length].decode("utf-8", "replace")
        body = at + 30 + name_length + extra
        if flags & 0x8 or extra:
            survivors.append(Survivor("structure", "entry with extra data"))
        content, used = _content(data, body, packed, method)
        parts.append(Part(name, content, data[body : body + used]))
        at = body + used + (_descriptor(data, body + used) if flags & 0x8 else 0)
    survivors.extend(_directory(data, at, len(parts)))
    return parts


def _content(data: bytes, body: int, packed: int, method: int) -> tuple[bytes, int]:
    """(content, bytes used). A streamed entry does not say its length: deflate finds its own end."""
    if method == 0:
        return data[body : body + packed], packed
    engine = zlib.decompressobj(-15)
    content = engine.decompress(memoryview(data)[body:], PART)
    return content, len(data) - body - len(engine.unused_data) - len(engine.unconsumed_tail)


def _descriptor(data: bytes, at: int) -> int:
    return 16 if data[at : at + 4] == b"PK\x07\x08" else 12


def _directory(data: bytes, at: int, entries: int) -> Iterator[Survivor]:
    """The central directory must begin where the entries end, count them all, and end the file."""
    listed = 0
    while data[at : at + 4] == CENTRAL:
        name, extra, comment = struct.unpack("<HHH", data[at + 28 : at + 34])
        if comment or extra:
            yield Survivor("comment", "package directory")
        at += 46 + name + extra + comment
        listed += 1
    if data[at : at + 4] != END or len(data) != at + 22:
        yield Survivor("bytes", "outside the package's entries")
    if listed != entries:
        yield Survivor("unreferenced-object", "entry not in the directory")


def _unlisted(parts: list[Part], ours: bool) -> Iterator[Survivor]:
    seen: set[str] = set()
    for part in parts:
        if part.name in seen:
            yield Survivor("earlier-revision", "part twice in the package")
        seen.add(part.name)
        if not (OURS if ours else HARMLESS).fullmatch(part.name):
            kinds = (kind for prefix, kind in PART_KINDS.items() if part.name.startswith(prefix))
            yield Survivor(next(kinds, "attachment"), "part not on the list")
        else:
            for kind in sorted(_Reading(part.data).carriers):
                yield Survivor(kind, part.name)


def _part_check(copy: Copy, parts: list[Part]) -> Check:
    hunt = ByteHunt(copy.hunt, copy.whole)
    survivors = [
        Survivor("bytes", part.name, None, copy.hunt.types[number], number)
        for part in parts
        for number in sorted(hunt.in_bytes(part.data))
    ]
    return Check("parts", len(parts), tuple(survivors))


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


class _Reading:
    """Words, attribute values and carriers of one XML part, read by expat."""

    BREAKS = frozenset({"p", "tc", "tr", "br", "tab", "cr"})

    def __init__(self, data: bytes) -> None:
        self._text: list[str] = []
        self._attributes: list[str] = []
        self.carriers: set[str] = set()
        parser = expat.ParserCreate(namespace_separator="}")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text.append
        parser.CommentHandler = lambda _: self.carriers.add("comment")
        parser.ProcessingInstructionHandler = lambda *_: self.carriers.add("structure")
        parser.StartDoctypeDeclHandler = lambda *_: self.carriers.add("structure")
        try:
            parser.Parse(data, True)
        except expat.ExpatError:
            self.carriers.add("structure")  # what cannot be read cannot be cleared

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition("}")[2]
        if local in self.BREAKS:
            self._text.append("\n")
        if local in CARRIERS:
            self.carriers.add(CARRIERS[local])
        for key, value in attributes.items():
            if key.rpartition("}")[2].startswith("rsid"):
                self.carriers.add("metadata")
            self._attributes.append(value)

    def _end(self, name: str) -> None:
        if name.rpartition("}")[2] in self.BREAKS:
            self._text.append("\n")

    @property
    def text(self) -> str:
        return "".join(self._text)

    @property
    def attributes(self) -> str:
        return "\n".join(self._attributes)
