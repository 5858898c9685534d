"""What the pages of a foreign PDF have and do not draw: forms, pictures and fonts that were left behind,
notes that are marked as hidden, places that somebody marked for a redaction and never redacted."""

import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from terbuka.redaction.verifier.foreign.pdf_objects import content_of, data_of, numbers_of
from terbuka.redaction.verifier.foreign.pdf_stray import reached_numbers
from terbuka.redaction.verifier.model import Survivor

DEEPEST = 12
DRAWN = {
    "/XObject": re.compile(rb"/([^\s/<>\[\]()%]+)\s+Do\b"),
    "/Pattern": re.compile(rb"/([^\s/<>\[\]()%]+)\s+(?:scn|SCN)\b"),
}
"""How the operators of a page use what its resources list."""
LETTERING = re.compile(
    rb"(?P<text>\((?:\\.|[^()\\])+\)|<[\da-fA-F\s]+>)|/(?P<font>[^\s/<>\[\]()%]+)\s+[-+.\d]+\s+Tf\b|\b(?P<state>[qQ])\b",
    re.DOTALL,
)
"""What is shown, the choice of a font, and the steps into a state of its own and back."""
CATEGORIES = (*DRAWN, "/Font")
KINDS = {"/XObject": "picture", "/Pattern": "picture", "/Font": "structure"}
TEXT = re.compile(rb"[)>\]]\s*(?:Tj|TJ|'|\")\s")
HIDDEN, NO_VIEW = 2, 32
"""Flags of annotations that no reader sees."""


def undrawn_survivors(reader: PdfReader) -> Iterator[Survivor]:
    """One of each class and page."""
    usage = _Usage()
    for number, page in enumerate(reader.pages, 1):
        usage.visit(page, content_of(page), number, 0)
        yield from _annotations(page, number, usage)
    yield from dict.fromkeys(usage.left())
    yield from _loose(reader)


class _Usage:
    """Which of the listed resources are used on any page."""

    def __init__(self) -> None:
        self._listed: dict[Any, Survivor] = {}
        self._used: set[Any] = set()

    def left(self) -> Iterator[Survivor]:
        yield from (survivor for key, survivor in self._listed.items() if key not in self._used)

    def visit(self, owner: DictionaryObject, content: bytes, page: int, depth: int) -> None:
        """Take in the resources of a page, a form or a pattern, and what its content uses of them."""
        resources = owner.get("/Resources")
        resources = resources.get_object() if resources is not None else None
        if not isinstance(resources, DictionaryObject) or depth > DEEPEST:
            return
        for category in CATEGORIES:
            listed = resources.get(category)
            listed = listed.get_object() if listed is not None else None
            if not isinstance(listed, DictionaryObject):
                continue
            names = _used(category, content)
            for name in listed:
                key, item = _key(listed.raw_get(name)), listed[name]
                if _shows_something(category, item):
                    place = f"{category[1:]} that no page uses"
                    self._listed.setdefault(key, Survivor(KINDS[category], place, page))
                if name in names and key not in self._used:
                    self._used.add(key)
                    if isinstance(item, StreamObject) and "/Resources" in item:
                        self.visit(item, data_of(item), page, depth + 1)


def _used(category: str, content: bytes) -> set[str]:
    """The names of what operators draw; of fonts, those in which they show something."""
    if category != "/Font":
        return {_name(found) for found in DRAWN[category].findall(content)}
    used: set[str] = set()
    font, outer = "", [""]
    for found in LETTERING.finditer(content):
        if found["font"]:
            font = _name(found["font"])
        elif found["text"]:
            used.add(font)
        elif found["state"] == b"q":
            outer.append(font)
        else:
            font = outer.pop() if outer else ""
    return used


def _name(found: bytes) -> str:
    plain = re.sub(rb"#([0-9A-Fa-f]{2})", lambda code: bytes([int(code[1], 16)]), found)
    return "/" + plain.decode("latin-1")


def _key(raw: Any) -> Any:
    return raw.idnum if isinstance(raw, IndirectObject) else id(raw)


def _shows_something(category: str, item: Any) -> bool:
    """A form without anything in it, and a font of every reader's own, tell nothing."""
    if not isinstance(item, DictionaryObject):
        return False
    if category == "/Font":
        return "/ToUnicode" in item or "/FontFile" in str(item.get("/FontDescriptor", ""))
    if category == "/XObject" and item.get("/Subtype") == "/Form" and isinstance(item, StreamObject):
        return bool(TEXT.search(data_of(item) + b" ")) or b" Do" in data_of(item)
    return True


def _annotations(page: DictionaryObject, number: int, usage: _Usage) -> Iterator[Survivor]:
    listed = page.get("/Annots")
    listed = listed.get_object() if listed is not None else None
    for raw in listed if isinstance(listed, ArrayObject) else ():
        note = raw.get_object()
        if not isinstance(note, DictionaryObject):
            continue
        if note.get("/Subtype") == "/Redact":
            yield Survivor("annotation", "redaction that was never applied", number)
        looks = list(_looks(note.get("/AP")))
        flags = note.get("/F", 0)
        unseen = isinstance(flags, int) and flags & (HIDDEN | NO_VIEW)
        for look in looks:
            usage.visit(look, data_of(look), number, 1)
            if unseen and _shows_something("/XObject", look):
                yield Survivor("annotation", "note that is not shown", number)


def _looks(value: Any) -> Iterator[StreamObject]:
    """The appearances of an annotation, in every state."""
    value = value.get_object() if value is not None else None
    if isinstance(value, StreamObject):
        yield value
    elif isinstance(value, DictionaryObject):
        for key in value:
            yield from _looks(value.raw_get(key))


def _loose(reader: PdfReader) -> Iterator[Survivor]:
    """Pages and pictures of earlier times that nothing leads to any more."""
    for number in sorted(numbers_of(reader) - reached_numbers(reader) - {0}):
        try:
            item = reader.get_object(IndirectObject(number, 0, reader))
        except PyPdfError:
            continue
        if not isinstance(item, StreamObject) or item.get("/Type") in ("/ObjStm", "/XRef", "/Metadata"):
            continue
        if item.get("/Subtype") == "/Image" or TEXT.search(data_of(item) + b" "):
            yield Survivor("unreferenced-object", "object that nothing leads to")
            return
