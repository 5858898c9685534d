"""The ZIP package of an Office file, opened without trust: bounded, no entities, no network."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from terbuka.documents.formats import DAMAGED_PACKAGE
from terbuka.errors import LimitExceeded, UnreadableFile
from terbuka.language import N_

MOST_ENTRIES = 5000
LARGEST_PART = 256 * 1024 * 1024
LARGEST_PACKAGE = 1024 * 1024 * 1024
BOMB_RATIO = 300
"""Times its packed size; XML packs well, but not so well. Small parts are let through."""
BOMB_FLOOR = 8 * 1024 * 1024

BOMB = N_("Berkas mengembang melebihi batas ketika dibuka. Minta berkas lain, atau simpan sebagai PDF.")

MAINS = ("word/document.xml", "xl/workbook.xml")
"""Where the main part stands that nothing refers to."""
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": (
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/picture": (
        b"http://schemas.openxmlformats.org/drawingml/2006/picture"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/math": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/math"
    ),
}
"""ISO strict names of what everybody writes in the transitional ones."""


class Relation(NamedTuple):
    """``kind`` is the last part of the type's address, as ``header``; ``target`` a part or an address."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of a package by name. Raises ``UnreadableFile`` or ``LimitExceeded``."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, EOFError):
            raise UnreadableFile(DAMAGED_PACKAGE) from None
        entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        _check_size(entries)
        self.comment = self._zip.comment
        self.leading = data[: min((entry.header_offset for entry in self._zip.infolist()), default=0)]
        self.names = [entry.filename for entry in entries]
        self._entries = {_folded(entry.filename): entry for entry in entries}
        if len(self._entries) != len(self.names):
            # two parts of one name: which one a program shows is chance
            raise UnreadableFile(DAMAGED_PACKAGE)
        self.main = self._main_part()

    def _main_part(self) -> str:
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and _folded(relation.target) in self._entries:
                return relation.target
        return next((name for name in MAINS if name in self._entries), MAINS[0])

    def read(self, name: str) -> bytes | None:
        """The bytes of a part; None when there is none."""
        entry = self._entries.get(_folded(name))
        if entry is None:
            return None
        try:
            with self._zip.open(entry) as part:
                data = part.read(LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError):
            raise UnreadableFile(DAMAGED_PACKAGE) from None
        if len(data) > LARGEST_PART:
            raise LimitExceeded(BOMB)
        return data

    def xml(self, name: str) -> etree._Element | None:
        """The root of an XML part; None when there is none."""
        data = self.read(name)
        if data is None:
            return None
        for strict, transitional in STRICT.items():
            data = data.replace(strict, transitional)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise UnreadableFile(DAMAGED_PACKAGE) from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableFile(DAMAGED_PACKAGE)  # entities: no program writes them, an attacker does
        return root

    def relations(self, part: str) -> dict[str, Relation]:
        """The relations of a part (``""``: of the package) by their identifier."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for item in root if root is not None else ():
            external = item.get("TargetMode") == "External"
            target = item.get("Target", "")
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = item.get("Type", "").rpartition("/")[2]
            found[item.get("Id", "")] = Relation(kind, target, external)
        return found

    def related(self, kind: str) -> Iterator[str]:
        """The parts of this kind that the main part refers to."""
        for relation in self.relations(self.main).values():
            if relation.kind == kind and not relation.external:
                yield relation.target


def _folded(name: str) -> str:
    """The name of a part as programs compare it: small and capital letters are one, and so are slashes."""
    return name.replace("\\", "/").lstrip("/").casefold()


def _check_size(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > LARGEST_PACKAGE:
        raise LimitExceeded(BOMB)
    for entry in entries:
        if entry.file_size > BOMB_FLOOR and entry.file_size > BOMB_RATIO * max(entry.compress_size, 1):
            raise LimitExceeded(BOMB)
        if entry.file_size > LARGEST_PART:
            raise LimitExceeded(BOMB)
