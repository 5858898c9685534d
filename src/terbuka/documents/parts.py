"""What the parts of an Office package say that no program shows: words in them, addresses they refer to."""

import re
from collections.abc import Iterator

from lxml import etree

from terbuka.documents.model import HiddenPart
from terbuka.documents.package import Package, Relation
from terbuka.errors import TerbukaError

LONGEST = 2000
"""Characters of text that one part tells."""
MOST_PARTS = 500
_PRINTED = re.compile(r"[\w\\. /:-]{4,}", re.ASCII)


def at_most(parts: Iterator[HiddenPart]) -> list[HiddenPart]:
    """The first ``MOST_PARTS``, and a word that there are more."""
    found: list[HiddenPart] = []
    for part in parts:
        if len(found) >= MOST_PARTS:
            found.append(HiddenPart("more", "package"))
            break
        found.append(part)
    return found


def comment_of(package: Package) -> Iterator[HiddenPart]:
    """What is written at the end of the package itself, and in front of it."""
    if package.leading:
        yield HiddenPart(
            "leading-data", "package", package.leading.decode("utf-8", errors="replace")[:LONGEST]
        )
    if package.comment:
        yield HiddenPart("comment", "package", package.comment.decode("utf-8", errors="replace")[:LONGEST])


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
                yield HiddenPart("link", name, relation.target[:LONGEST])


def people_of(package: Package) -> Iterator[HiddenPart]:
    """Who wrote the document, each by itself: there a name of any kind is a person's."""
    for name in ("docProps/core.xml", "docProps/app.xml"):
        root = package.xml(name) if name in package.names else None
        for element in root.iter() if root is not None else ():
            local = str(element.tag).rpartition("}")[2]
            if local in ("creator", "lastModifiedBy", "Manager") and element.text:
                yield HiddenPart("metadata", f"{name} {local}", element.text[:LONGEST])


def words_in(package: Package, name: str) -> str:
    """The words of an XML part, in its elements and attributes, and of what a printer keeps; of no other."""
    if "printerSettings" in name:
        data = package.read(name) or b""
        wide = "\n".join(data[start:].decode("utf-16-le", errors="replace") for start in (0, 1))
        return " ".join(_PRINTED.findall(wide))[:LONGEST]
    if not name.endswith((".xml", ".vml")):
        return ""
    try:
        root = package.xml(name)
    except TerbukaError:
        return ""
    return " ".join(_values(root))[:LONGEST] if root is not None else ""


def _values(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        yield from (value for value in element.attrib.values() if "://" not in value)
        if element.text and element.text.strip():
            yield element.text.strip()
