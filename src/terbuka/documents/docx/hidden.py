"""What a DOCX package holds beside what the document shows."""

import re
from collections.abc import Iterator

from lxml import etree

from terbuka.documents.docx.package import Package, Relation
from terbuka.documents.model import HiddenPart
from terbuka.errors import TerbukaError

LONGEST = 2000
"""Characters of text that one part tells."""
MOST_PARTS = 500

KINDS = (
    (r"docProps/.*thumbnail|docProps/.*\.(jpe?g|png|emf|wmf)", "picture"),
    (r"docProps/", "metadata"),
    (r"customXml/|.*/item\d*\.xml", "metadata"),
    (r"word/comments|word/people", "comment"),
    (r"word/glossary/", "hidden-text"),
    (r".*vbaProject|.*vbaData|word/activeX/", "script"),
    (r"word/embeddings/", "embedded"),
    (r"word/(charts|diagrams)/", "embedded"),
    (r"word/media/", "picture"),
    (r"word/(header|footer)", "hidden-text"),
    (r"word/printerSettings|word/webSettings", "metadata"),
    (r"_xmlsignatures/", "signature"),
)
"""Which parts hide what, by name. Word's own names; a part under another one is ``attachment``."""
KNOWN = re.compile(
    r"\[Content_Types\]\.xml|(.*/)?_rels/.*\.rels"
    r"|word/(document|styles|stylesWithEffects|numbering|settings|fontTable|footnotes|endnotes)\.xml"
    r"|word/(header|footer)\d*\.xml|word/theme/.*|word/media/.*|word/fonts/.*"
)


def hidden_parts(package: Package) -> list[HiddenPart]:
    """Every hidden part beside the stories themselves, at most ``MOST_PARTS``."""
    found: list[HiddenPart] = []
    for part in _all_parts(package):
        if len(found) >= MOST_PARTS:
            found.append(HiddenPart("more", "package"))
            break
        found.append(part)
    return found


def _all_parts(package: Package) -> Iterator[HiddenPart]:
    if package.comment:
        yield HiddenPart("comment", "package", package.comment.decode("utf-8", errors="replace")[:LONGEST])
    yield from _links(package)
    yield from _settings(package)
    used = {relation.target for name in package.names for relation in _relations(package, name)}
    for name in package.names:
        if name == package.main or (KNOWN.fullmatch(name) and not _is_left_over(name, used)):
            continue
        kind = next((kind for pattern, kind in KINDS if re.match(pattern, name)), "attachment")
        yield HiddenPart(kind, name[:LONGEST], _words(package, name))


def _relations(package: Package, name: str) -> Iterator[Relation]:
    """The relations in the part ``name``, if it holds any."""
    folder, _, file = name.rpartition("_rels/")
    if file.endswith(".rels"):
        yield from package.relations(folder + file.removesuffix(".rels")).values()


def _is_left_over(name: str, used: set[str]) -> bool:
    """A picture, head or foot that nothing refers to any more."""
    return name not in used and name.startswith(("word/media/", "word/header", "word/footer"))


def _links(package: Package) -> Iterator[HiddenPart]:
    """Addresses outside the package, of every part that has any."""
    for name in package.names:
        for relation in _relations(package, name):
            if relation.external:
                yield HiddenPart("link", name, relation.target[:LONGEST])


def _settings(package: Package) -> Iterator[HiddenPart]:
    """Document variables, mail merge sources and the like stand in attributes of the settings."""
    for part in package.related("settings"):
        root = package.xml(part)
        for element in root.iter() if root is not None else ():
            local = str(element.tag).rpartition("}")[2]
            if local in ("docVar", "mailMerge", "attachedTemplate", "documentProtection"):
                values = " ".join(value for key, value in element.attrib.items() if "Salt" not in key)
                yield HiddenPart("metadata", f"settings {local}", values[:LONGEST])


def _words(package: Package, name: str) -> str:
    """The words of an XML part, in its elements and attributes; nothing of any other."""
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
