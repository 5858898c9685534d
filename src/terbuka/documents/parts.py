"""What the parts of an Office package say that no program shows: words in them, addresses they refer to."""

import re
from collections.abc import Iterator

from lxml import etree

from terbuka.documents.model import HiddenPart
from terbuka.documents.package import Package, Relation
from terbuka.documents.text import decode
from terbuka.documents.told import says
from terbuka.errors import TerbukaError

_PRINTED = re.compile(r"[\w\\. /:-]{4,}", re.ASCII)
_REMARK = re.compile(r"<!--(.*?)-->|<\?(?!xml\s)(.*?)\?>", re.S)


def comment_of(package: Package) -> Iterator[HiddenPart]:
    """What is written at the end of the package itself, and in front of it."""
    if package.leading:
        yield HiddenPart("leading-data", "package", package.leading.decode("utf-8", errors="replace"))
    if package.comment:
        yield HiddenPart("comment", "package", package.comment.decode("utf-8", errors="replace"))


def relations_in(package: Package, name: str) -> Iterator[Relation]:
    """The relations in the part ``name``, if it holds any."""
    folder, _, file = name.rpartition("_rels/")
    if file.endswith(".rels"):
        yield from package.relations(folder + file.removesuffix(".rels")).values()


def links_of(package: Package) -> Iterator[HiddenPart]:
    """Addresses outside the package, of every part that has any."""
    for name in package.names:
        for relation in relations_in(package, name):
            if relation.external:
                yield HiddenPart("link", name, relation.target)


def people_of(package: Package) -> Iterator[HiddenPart]:
    """Who wrote the document, each by itself: there a name of any kind is a person's."""
    for name in ("docProps/core.xml", "docProps/app.xml"):
        root = package.xml(name) if name in package.names else None
        for element in root.iter() if root is not None else ():
            local = str(element.tag).rpartition("}")[2]
            if local in ("creator", "lastModifiedBy", "Manager") and element.text:
                yield HiddenPart("metadata", f"{name} {local}", element.text)


def words_in(package: Package, name: str) -> str:
    """The words of a part: of XML in its elements and attributes, of a text all; of what a printer keeps what
    can be read there. Of damaged XML, too: no program shows it, and every search finds what is in it."""
    data = package.read(name) or b""
    if "printerSettings" in name:
        wide = "\n".join(data[start:].decode("utf-16-le", errors="replace") for start in (0, 1))
        return " ".join(_PRINTED.findall(wide))
    root = root_of(package, name)
    if root is not None:
        return " ".join([*_values(root), *_remarks(data)])
    decoded = decode(data)
    return " ".join(decoded.text.split()) if decoded else ""


def is_closed(package: Package, name: str) -> bool:
    """Whether nobody can read what the part holds: it is neither XML nor a text."""
    return root_of(package, name) is None and decode(package.read(name) or b"") is None


def strays_in(package: Package, name: str, shown: frozenset[str] = frozenset()) -> str:
    """``strays`` of a part, or all of it where it is no XML; empty where it says nothing."""
    root = root_of(package, name)
    if root is None:
        return words_in(package, name)
    said = " ".join([*strays(root, shown), *_remarks(package.read(name) or b"")])
    return said if says(said) else ""


def strays(root: etree._Element, shown: frozenset[str] = frozenset()) -> Iterator[str]:
    """Text where programs look for none: beside the elements that are ``shown``."""
    for element in root.iter():
        if element.tag not in shown and element.text and element.text.strip():
            yield element.text.strip()
        if element.tail and element.tail.strip() and element is not root:
            yield element.tail.strip()


def _remarks(data: bytes) -> Iterator[str]:
    """What is written between the elements for whoever reads the XML; a parser leaves it out."""
    decoded = decode(data)
    for comment, instruction in _REMARK.findall(decoded.text if decoded else ""):
        yield (comment or instruction).strip()


def root_of(package: Package, name: str) -> etree._Element | None:
    """The root of a part; None where it is no XML, or none that can be read."""
    if not name.endswith((".xml", ".vml", ".rels")):
        return None
    try:
        return package.xml(name)
    except TerbukaError:
        return None


def _values(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        yield from (value for value in element.attrib.values() if "://" not in value)
        if element.text and element.text.strip():
            yield element.text.strip()
        if element.tail and element.tail.strip():
            yield element.tail.strip()
