"""What a foreign PDF says where no extractor of text looks: names of inks, tags, glyphs and resources,
strings that are meant for programs, what stands between the operators, text in patterns, masks, letters and
notes.

A given term may stand nowhere. Else it counts where it names somebody and no page says it (``telling``).
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from pypdf import PageObject, PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from terbuka.redaction.verifier.foreign.pdf_objects import UNREADABLE, content_of, data_of
from terbuka.redaction.verifier.foreign.pdf_operators import Spoken, spoken
from terbuka.redaction.verifier.foreign.unseen_pictures import Found

LONG_NAME = 8
"""Letters of a name that may say something: F1, MC0 and Artifact say nothing."""
OF_FONTS = frozenset({"/BaseFont", "/FontName", "/FontFamily"})
"""Fonts have names of people: Kartika, Nirmala."""
SIGNED = frozenset({"/Contents", "/Cert", "/CheckSum", "/O", "/U", "/OE", "/UE", "/Perms"})
"""Strings that are keys, sums and seals."""
JUDGED_ELSEWHERE = frozenset(
    {"/Title", "/URI", "/F", "/UF", "/Desc", "/V", "/DV", "/RV", "/TU", "/TM", "/Opt", "/RC", "/Subj", "/JS"}
    | {"/ActualText", "/Alt", "/E"}
)
"""Keys of strings that are hidden parts of their own kind (``hidden_parts``)."""
SPELT = re.compile(r"[^\W\d_]")
UNKNOWN = "\ufffd"
"""What an extractor writes for a letter that it cannot tell."""
UNSEEN = "not on the page by itself"


class Said(NamedTuple):
    """``text``: in words. ``certain``: it is text, not a name that a program may have chosen."""

    kind: str
    place: str
    text: str
    page: int | None
    certain: bool = False


class Gathered:
    """Walks a file once.

    ``said``: what is judged; ``everything``: every name and string in it; ``pictures``: those that are no
    part of a page by themselves.
    """

    def __init__(self, reader: PdfReader) -> None:
        self._reader = reader
        self._reached = set(map(_number, reader.pages))
        self._names: set[str] = set()
        self._shown: set[int] = set()
        self._drawn: set[int] = set()
        self.said: dict[Said, None] = {}
        self.everything: dict[str, None] = {}
        self.pictures: list[Found] = []
        for number, page in enumerate(reader.pages, 1):
            self._operators(content_of(page), number)
            self._walk(page, number)
        trailer = DictionaryObject(reader.trailer)
        trailer.pop("/ID", None)  # two numbers by chance, which may look like anything
        self._walk(trailer, None)

    def _walk(self, start: DictionaryObject, page: int | None) -> None:
        """Take in all that is reached from here for the first time; from a page nothing above it."""
        waiting: list[tuple[Any, str]] = [(start, "")]
        while waiting:
            value, key = waiting.pop()
            if isinstance(value, IndirectObject):
                if value.idnum in self._reached:
                    continue
                self._reached.add(value.idnum)
                value = _got(value)
            if isinstance(value, DictionaryObject):
                self._look_at(value, page)
                waiting += [(value.raw_get(name), name) for name in value if name != "/Parent" or not page]
            elif isinstance(value, ArrayObject):
                if key == "/Differences":
                    self._spelt([name[1:] for name in value if isinstance(name, NameObject)])
                waiting += [(item, key) for item in value]
            else:
                self._note(value, key, page)

    def _note(self, value: Any, key: str, page: int | None) -> None:
        """A name or a string under a key."""
        if isinstance(value, NameObject) and key not in OF_FONTS:
            self._name(value[1:], page)
        elif isinstance(value, (NameObject, ByteStringObject, TextStringObject)):
            text = _text(value)
            self.everything[text] = None
            if key == "/CharSet":
                self._spelt(text.strip("/").split("/"))
            elif key not in SIGNED | OF_FONTS | JUDGED_ELSEWHERE and text.isprintable():
                self._add(Said("name", f"string {key}", text, page))

    def _name(self, name: str, page: int | None) -> None:
        if name not in self._names:
            self._names.add(name)
            self.everything[name] = None
            if sum(map(str.isalpha, name)) >= LONG_NAME:
                self._add(Said("name", "name", name, page))

    def _spelt(self, names: list[str]) -> None:
        """Glyphs of a font, one beside the other. Their usual orders have each of them once."""
        letters = "".join(name if len(name) == 1 else " " for name in names)
        self.everything[letters] = None
        told = SPELT.findall(letters)
        if len(told) > len(set(told)):
            self._add(Said("name", "names of glyphs", letters, None))
        for name in names:
            self._name(name, None)

    def _add(self, said: Said) -> None:
        text = " ".join(said.text.split())
        if text:
            self.said[said._replace(text=text)] = None

    def _look_at(self, item: DictionaryObject, page: int | None) -> None:
        """What one dictionary says by its keys, and what is drawn by it."""
        for key in item:
            self._name(key[1:], page)
        if isinstance(item, StreamObject) and ("/BBox" in item or "/Resources" in item):
            self._operators(data_of(item), page)
        for place, stream, resources in _unseen(item):
            self._text(place, stream, resources, page)
            if stream is not _shown(item):
                self._pictures(place, resources, page)

    def _operators(self, content: bytes, page: int | None) -> Spoken:
        """What is said between the operators of a page, a form, a pattern or a letter."""
        said = spoken(content)
        self.everything |= dict.fromkeys([*said.beside, said.shown])
        for name in said.names:
            self._name(name, page)
        self._add(Said("hidden-text", "between the operators", "\n".join(said.beside), page, certain=True))
        return said

    def _text(self, place: str, stream: StreamObject, resources: Any, page: int | None) -> None:
        """The text of a form that is no part of the page by itself, as it reads."""
        if id(stream) in self._shown:
            return
        self._shown.add(id(stream))
        said = self._operators(data_of(stream), page)
        text = self._extracted(stream, resources)
        if not text or UNKNOWN in text:
            text = f"{text} {said.shown}"
        self.everything[text] = None
        self._add(Said("hidden-text", place, text, page, certain=True))

    def _pictures(self, place: str, resources: Any, page: int | None) -> None:
        """The pictures of a form that is no part of the page by itself, and of the forms in it."""
        for item in _entries(_entries(resources).get("/XObject")).values():
            if not isinstance(item, StreamObject) or id(item) in self._drawn:
                continue
            self._drawn.add(id(item))
            if item.get("/Subtype") == "/Image":
                self.pictures.append(Found(place, item, page))
            self._pictures(place, item.get("/Resources"), page)

    def _extracted(self, stream: StreamObject, resources: Any) -> str:
        page = PageObject.create_blank_page(width=1, height=1)
        page.pdf = self._reader
        page[NameObject("/Contents")] = stream
        page[NameObject("/Resources")] = resources if resources is not None else DictionaryObject()
        try:
            return page.extract_text()
        except Exception:  # pypdf gives up in many ways on what is damaged; the operators were read
            return ""


def _unseen(item: DictionaryObject) -> Iterator[tuple[str, StreamObject, Any]]:
    """(place, form, resources) of what is drawn by patterns, masks, letters of a font and notes."""
    for stream in _entries(item.get("/Pattern")).values():
        yield from _form("pattern", stream, None)
    for letter in _entries(item.get("/CharProcs")).values():
        yield from _form("letter of a font", letter, item.get("/Resources"))
    yield from _form("soft mask", _entries(item.get("/SMask")).get("/G"), None)
    for look in _entries(item.get("/AP")).values():
        for stream in (look, *([] if isinstance(look, StreamObject) else _entries(look).values())):
            yield from _form("note", stream, None)


def _shown(item: DictionaryObject) -> Any:
    """The look of a note that its page shows."""
    look = _entries(item.get("/AP")).get("/N")
    return look if isinstance(look, StreamObject) else _entries(look).get(str(item.get("/AS")))


def _form(place: str, value: Any, resources: Any) -> Iterator[tuple[str, StreamObject, Any]]:
    if isinstance(value, StreamObject):
        yield f"{UNSEEN}: {place}", value, value.get("/Resources", resources)


def _entries(value: Any) -> dict[str, Any]:
    """The entries of a dictionary; none of what is none."""
    value = _got(value)
    return {key: _got(value.raw_get(key)) for key in value} if isinstance(value, DictionaryObject) else {}


def _got(value: Any) -> Any:
    """What a reference leads to; None where it cannot be read."""
    try:
        return value.get_object() if isinstance(value, IndirectObject) else value
    except UNREADABLE:
        return None


def _number(page: Any) -> int:
    reference = page.indirect_reference
    return 0 if reference is None else int(reference.idnum)


def _text(value: Any) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)
