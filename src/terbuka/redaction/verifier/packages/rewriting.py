"""Puts a package of ours together again from what was read of it, by a list of its own.

Programs skip what they do not know: an attribute, a name, text between two paragraphs, the date of an entry.
Who searches the file reads it all. So what comes out must be the same byte by byte.
"""

import re
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.parsers import expat

from terbuka.redaction.verifier.model import Survivor
from terbuka.redaction.verifier.not_ours import NotOurs, hold

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGES = "http://schemas.openxmlformats.org/package/2006"
DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_IN_TEXT = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\r", "&#13;"))
_IN_VALUES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"))


class Form(NamedTuple):
    """What an element may have in it, and its attributes with their values."""

    children: str = ""
    attributes: dict[str, str] = {}


class Part(NamedTuple):
    """An entry of the package: its name, its bytes, and the same as they stand in the file."""

    name: str
    data: bytes
    packed: bytes


FRAME = {
    "Types": Form("Default Override", {"xmlns": f"{PACKAGES}/content-types"}),
    "Relationships": Form("Relationship", {"xmlns": f"{PACKAGES}/relationships"}),
}
"""What holds a package together, whatever is in it."""


def claim(parts: Sequence[Part], marks: Mapping[str, bytes]) -> bool:
    """Whether a part says, by a name that nobody else gives, that the package is a copy of ours."""
    return any(part.name in marks and marks[part.name] in part.data for part in parts)


def package_bytes(parts: Sequence[Part]) -> bytes:
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


class Rewriting:
    """Writes a part anew from what a parser says of it.

    ``forms``: every element that may stand in the part; ``root``: the one it begins with; ``texts``: those
    that hold text.
    """

    def __init__(self, forms: Mapping[str, Form], root: str, texts: frozenset[str]) -> None:
        self._made: list[str] = []
        self._forms, self._root, self._texts = forms, root, texts
        self._open: list[str] = []
        self._is_begun = False  # the tag of an element, which may turn out to have nothing in it

    def gives(self, data: bytes) -> bool:
        """Whether the part comes out as it is."""
        parser = expat.ParserCreate()
        parser.ordered_attributes = True
        parser.XmlDeclHandler = lambda *_: self._made.append(DECLARATION)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        try:
            parser.Parse(data, True)
        except (expat.ExpatError, NotOurs):
            return False
        return "".join(self._made).encode() == data

    def started(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins, in those that are open. For what a list of elements cannot tell."""

    def ended(self, tag: str) -> None:
        """An element is closed."""

    def said(self, text: str) -> None:
        """Text in the element that was opened last."""

    @property
    def around(self) -> str:
        """The innermost open element."""
        return self._open[-1] if self._open else ""

    def _start(self, tag: str, attributes: list[str]) -> None:
        pairs = list(zip(attributes[::2], attributes[1::2], strict=True))
        hold(tag in (self._forms[self.around].children.split() if self._open else [self._root]))
        hold(all(_is_value(self._forms[tag], *pair) for pair in pairs))
        self._close_tag()
        written = "".join(f' {name}="{_escaped(value, _IN_VALUES)}"' for name, value in pairs)
        self._made.append(f"<{tag}{written}")
        self.started(tag, dict(pairs))
        self._open.append(tag)
        self._is_begun = True

    def _end(self, tag: str) -> None:
        self._open.pop()
        self._made.append("/>" if self._is_begun else f"</{tag}>")
        self._is_begun = False
        self.ended(tag)

    def _characters(self, text: str) -> None:
        hold(self.around in self._texts)
        self._close_tag()
        self.said(text)
        self._made.append(_escaped(text, _IN_TEXT))

    def _close_tag(self) -> None:
        if self._is_begun:
            self._made.append(">")
            self._is_begun = False


def _is_value(form: Form, name: str, value: str) -> bool:
    pattern = form.attributes.get(name)
    return pattern is not None and re.fullmatch(pattern, value) is not None


def _escaped(text: str, signs: tuple[tuple[str, str], ...]) -> str:
    for sign, written in signs:
        text = text.replace(sign, written)
    return text


def off_form(
    data: bytes, parts: Sequence[Part], roots: Mapping[str, str], writing: Callable[[str], Rewriting]
) -> Iterator[Survivor]:
    """Whatever of a package is not as we write it. ``roots``: the root of each part, by a pattern of its
    name; ``writing``: what writes a part with this root anew.
    """
    if data != package_bytes(parts):
        yield Survivor("structure", "package form")
    for part in parts:
        root = next((root for name, root in roots.items() if re.fullmatch(name, part.name)), None)
        if root is not None and not writing(root).gives(part.data):
            yield Survivor("structure", f"form of {part.name}")
