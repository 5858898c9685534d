"""Walks a PDF's objects against a list of what a public copy may consist of (pypdf).

What is not on the list is a survivor of its own class, whatever it holds: nobody has to know what an
attacker or a careless writer may put under a key that has no business there.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from terbuka.documents import Document
from terbuka.documents.text import flow_page
from terbuka.redaction.verifier.foreign.pdf_covered import covered_survivors
from terbuka.redaction.verifier.foreign.pdf_revisions import revision_survivors
from terbuka.redaction.verifier.foreign.pdf_stray import stray_text
from terbuka.redaction.verifier.foreign.pdf_undrawn import undrawn_survivors
from terbuka.redaction.verifier.foreign.telling import OF_SENTENCES
from terbuka.redaction.verifier.model import Survivor
from terbuka.redaction.verifier.ours.pdf_form import stray_bytes
from terbuka.redaction.verifier.ours.pdf_streams import is_ours, is_plain
from terbuka.redaction.verifier.ours.real_text import RealText
from terbuka.redaction.verifier.ours.tags import tag_survivors
from terbuka.screening.screen import screen

Place = tuple[str, int | None]

# role → key → role of what stands there ("" = a plain value)
ALLOWED: dict[str, dict[str, str]] = {
    "trailer": {"/Size": "", "/Root": "catalogue", "/ID": ""},
    "catalogue": {
        "/Type": "",
        "/Pages": "pages",
        "/Lang": "",
        "/MarkInfo": "marks",
        "/StructTreeRoot": "tree",
        "/Metadata": "remark",
        "/OutputIntents": "colours",
    },
    "marks": {"/Marked": ""},
    "tree": {"/Type": "", "/K": "tagged document", "/ParentTree": "tag numbers"},
    "tagged document": {"/Type": "", "/S": "", "/P": "", "/K": "paragraph"},
    "paragraph": {"/Type": "", "/S": "", "/P": "", "/Pg": "", "/K": ""},
    "tag numbers": {"/Nums": "paragraph"},
    "remark": {"/Type": "", "/Subtype": "", "/Length": "", "/Filter": ""},
    "colours": {"/Type": "", "/S": "", "/OutputConditionIdentifier": "", "/DestOutputProfile": "profile"},
    "profile": {"/N": "", "/Length": "", "/Filter": ""},
    "pages": {"/Type": "", "/Kids": "page", "/Count": "", "/Parent": ""},
    "page": {
        "/Type": "",
        "/Parent": "",
        "/MediaBox": "",
        "/Resources": "resources",
        "/Contents": "shown",
        "/StructParents": "",
        "/Tabs": "",
    },
    "resources": {"/XObject": "pictures", "/Font": "fonts"},
    "pictures": {"/P": "picture"},
    "fonts": {"/T": "font", "/G": "real font"},
    "shown": {"/Length": "", "/Filter": ""},
    "map": {"/Length": "", "/Filter": ""},
    "glyphs": {"/Length": "", "/Filter": ""},
    "picture": dict.fromkeys(
        (
            "/Type",
            "/Subtype",
            "/Width",
            "/Height",
            "/ColorSpace",
            "/BitsPerComponent",
            "/Filter",
            "/DecodeParms",
            "/Length",
        ),
        "",
    ),
    "font": {
        "/Type": "",
        "/Subtype": "",
        "/BaseFont": "",
        "/Encoding": "",
        "/DescendantFonts": "descendant",
        "/ToUnicode": "map",
    },
    "descendant": {
        "/Type": "",
        "/Subtype": "",
        "/BaseFont": "",
        "/CIDSystemInfo": "",
        "/FontDescriptor": "descriptor",
        "/DW": "",
        "/CIDToGIDMap": "glyphs",
    },
    "descriptor": {
        **dict.fromkeys(
            (
                "/Type",
                "/FontName",
                "/Flags",
                "/FontBBox",
                "/ItalicAngle",
                "/Ascent",
                "/Descent",
                "/CapHeight",
                "/StemV",
            ),
            "",
        ),
        "/FontFile2": "font program",
    },
    "font program": {"/Length": "", "/Length1": "", "/Filter": ""},
}
# the font of the real text, whose letters are drawn
ALLOWED |= {
    "real font": {**ALLOWED["font"], "/DescendantFonts": "real descendant", "/ToUnicode": "real map"},
    "real descendant": {
        **ALLOWED["descendant"],
        "/FontDescriptor": "real descriptor",
        "/CIDToGIDMap": "",
        "/W": "",
    },
    "real descriptor": {**ALLOWED["descriptor"], "/FontFile2": "real program"},
    "real map": ALLOWED["map"],
    "real program": ALLOWED["font program"],
}

# what a key that carries content is called
CARRIERS = {
    "/Info": "metadata",
    "/Metadata": "metadata",
    "/PieceInfo": "metadata",
    "/Prev": "earlier-revision",
    "/XRefStm": "earlier-revision",
    "/Encrypt": "encryption",
    "/Outlines": "outline",
    "/Names": "attachment",
    "/AF": "attachment",
    "/Collection": "attachment",
    "/Dests": "outline",
    "/PageLabels": "outline",
    "/Threads": "outline",
    "/B": "outline",
    "/AcroForm": "form",
    "/OpenAction": "script",
    "/AA": "script",
    "/Annots": "annotation",
    "/OCProperties": "layer",
    "/StructTreeRoot": "alternative-text",
    "/Thumb": "thumbnail",
    "/SpiderInfo": "metadata",
    "/SMask": "picture",
    "/Mask": "picture",
    "/Alternates": "picture",
}
UPWARDS = {"/Parent", "/P", "/Pg"}
"""Ways back, to where another way leads; ``tags`` looks whether they do."""
XREF_KEYS = {"/Type", "/W", "/Index", "/Filter", "/Length", "/DecodeParms"}


def nobody_waits() -> None:
    """Nobody waits for a sign of life."""


def structure_survivors(
    reader: PdfReader, data: bytes, *, ours: bool, alive: Callable[[], None] = nobody_waits
) -> tuple[int, list[Survivor]]:
    """(objects looked at, survivors).

    ``ours``: the file claims to be a copy made by Terbuka, so that every deviation counts. In a foreign
    file it is what nobody opens that is looked at: what pages do not draw, what lies between the objects,
    what earlier revisions held. ``foreign`` judges its hidden parts. ``alive``: called page by page.
    """
    everything = _all_numbers(reader)
    if not ours:
        left = [*undrawn_survivors(reader), *covered_survivors(data, alive), *revision_survivors(data)]
        return len(everything), [*left, *_screened(stray_text(reader, data))]
    walk = _Walk(alive)
    walk.visit(DictionaryObject(reader.trailer), "trailer", ("trailer", None))
    found = [*walk.survivors, *walk.real_text.survivors(), *tag_survivors(reader), *_around(data)]
    found.extend(_loose(everything - walk.reached - _containers(reader, everything)))
    if place := stray_bytes(data):
        found.append(Survivor("structure", place))
    return len(everything), found


class _Walk:
    """Holds a copy of ours against ``ALLOWED``."""

    def __init__(self, alive: Callable[[], None]) -> None:
        self._alive = alive
        self.reached: set[int] = set()
        self.survivors: list[Survivor] = []
        self.real_text = RealText()
        self._page = 0

    def visit(self, value: Any, role: str, place: Place) -> None:
        """Check ``value`` against its role; depth is bounded by the roles, which form no circle but pages."""
        if isinstance(value, IndirectObject):
            if value.idnum in self.reached and role != "trailer":
                return
            self.reached.add(value.idnum)
            value = value.get_object()
        if isinstance(value, ArrayObject):
            for item in value:
                self.visit(item, role, place)
        elif isinstance(value, DictionaryObject):
            self._check(value, role, place)

    def _check(self, value: DictionaryObject, role: str, place: Place) -> None:
        if role == "page" and value.get("/Type") == "/Pages":
            role = "pages"
        elif role == "page":
            self._page += 1
            self._alive()
            place = ("page", self._page)
        allowed = ALLOWED.get(role, {})
        for key in value:
            target = allowed.get(key)
            if target is None and not (role == "trailer" and key in XREF_KEYS):
                self.survivors.append(Survivor(CARRIERS.get(key, "structure"), f"{place[0]} {key}", place[1]))
            elif target:
                self.visit(value.raw_get(key), target, place)
            elif key not in UPWARDS:
                self._plain(key, value.raw_get(key), place)
        if role == "real descendant":
            self.real_text.take_widths(value.get("/W"))
        if isinstance(value, StreamObject) and role != "trailer":
            self._stream(value, role, place)

    def _plain(self, key: str, value: Any, place: Place) -> None:
        if isinstance(value, IndirectObject):
            self.reached.add(value.idnum)  # a plain value kept as an object of its own
        if not is_plain(key, value):
            self.survivors.append(Survivor("structure", f"{place[0]} {key} value", place[1]))

    def _stream(self, stream: StreamObject, role: str, place: Place) -> None:
        if role not in STREAM_ROLES or not is_ours(role, stream):
            self.survivors.append(Survivor("structure", f"{place[0]} stream", place[1]))
        elif role != "picture":
            self.real_text.take_stream(role, stream.get_data())


STREAM_ROLES = {
    *("shown", "map", "glyphs", "picture", "font program", "real map", "real program"),
    *("remark", "profile"),
}


def _around(data: bytes) -> Iterator[Survivor]:
    """Bytes before the header, after the end, and revisions between."""
    if not data.startswith(b"%PDF-"):
        yield Survivor("bytes", "before header")
    end = data.rfind(b"%%EOF")
    if end < 0 or data[end + 5 :].strip(b"\r\n"):
        yield Survivor("bytes", "after end")
    if len(re.findall(rb"startxref\s+\d+\s+%%EOF", data)) > 1:
        yield Survivor("earlier-revision", "startxref")


def _all_numbers(reader: PdfReader) -> set[int]:
    numbers = {number for table in reader.xref.values() for number in table}
    return (numbers | set(reader.xref_objStm)) - {0}


def _containers(reader: PdfReader, numbers: set[int]) -> set[int]:
    """Object streams and cross-reference streams, which nothing refers to."""
    found = set()
    for number in numbers:
        value = reader.get_object(IndirectObject(number, 0, reader))
        if isinstance(value, DictionaryObject) and value.get("/Type") in ("/ObjStm", "/XRef"):
            found.add(number)
    return found


def _screened(texts: list[str]) -> Iterator[Survivor]:
    """What screening would hide in text that stands between the objects or in loose ones."""
    text = "\n".join(texts)
    document = Document("text", "", len(text), text, (flow_page(text),))
    found = [f for f in screen(document).findings if f.action.hides and f.rule not in OF_SENTENCES]
    kinds = dict.fromkeys(finding.type for finding in found)
    yield from (Survivor("structure", "between the objects", None, kind) for kind in kinds)


def _loose(numbers: set[int]) -> Iterator[Survivor]:
    for number in sorted(numbers):
        yield Survivor("unreferenced-object", f"object {number}")
