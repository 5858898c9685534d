"""What a DOCX package holds beside what the document shows."""

import re
from collections.abc import Iterator

from terbuka.documents.docx.package import Package, W
from terbuka.documents.model import HiddenPart
from terbuka.documents.parts import (
    comment_of,
    is_closed,
    links_of,
    people_of,
    relations_in,
    root_of,
    strays_in,
    words_in,
)
from terbuka.documents.picture_tags import tags_of_blank
from terbuka.documents.told import says, told

KINDS = (
    (r"docProps/.*thumbnail|docProps/.*\.(jpe?g|png|emf|wmf)", "picture"),
    (r"docProps/|docMetadata/", "metadata"),
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
LOOKS = re.compile(
    r"\[Content_Types\]\.xml|(.*/)?_rels/.*\.rels"
    r"|word/(styles|stylesWithEffects|numbering|settings|fontTable)\.xml|word/theme/[^/]*\.xml"
)
"""Parts that say how the document looks and is put together, in attributes alone."""
STORIES = re.compile(r"word/(document|footnotes|endnotes)\.xml|word/(header|footer)\d*\.xml")
SHOWN = re.compile(
    rf"{STORIES.pattern}|word/media/.*"
    r"|word/fonts/[^/]*\.(odttf|ttf|otf|fntdata)"
)
"""Stories, whose own reader tells what they hide, pictures and typefaces."""
TYPED = {
    f"{W}{name}": kind
    for name, kind in {
        "alias": "form",
        "tag": "form",
        "default": "form",
        "helpText": "form",
        "statusText": "form",
        "attr": "metadata",
        "permStart": "metadata",
        "tblCaption": "alternative-text",
        "tblDescription": "alternative-text",
    }.items()
}
"""Elements of stories into whose attributes somebody types: titles of controls, first texts and hints of
fields, what a smart tag knows, who may write there, captions of tables."""
_WRITTEN = (f"{W}val", f"{W}ed")


def hidden_parts(package: Package) -> list[HiddenPart]:
    """Every hidden part beside the stories themselves."""
    return told(_all_parts(package))


def _all_parts(package: Package) -> Iterator[HiddenPart]:
    yield from comment_of(package)
    yield from links_of(package)
    yield from _settings(package)
    yield from people_of(package)
    yield from _styles(package)
    for name in package.names:
        if name == package.main or STORIES.fullmatch(name):
            yield from _typed(package, name)
    used = {relation.target for name in package.names for relation in relations_in(package, name)}
    for name in package.names:
        if LOOKS.fullmatch(name):
            yield from _strays(package, name)
        elif name != package.main and (not SHOWN.fullmatch(name) or _is_left_over(name, used)):
            yield _part(package, name)


def _part(package: Package, name: str) -> HiddenPart:
    kind = next((kind for pattern, kind in KINDS if re.match(pattern, name)), "attachment")
    if kind == "metadata" and "printerSettings" not in name and is_closed(package, name):
        kind = "attachment"  # programs keep their remarks in letters
    if kind == "picture" and (said := tags_of_blank(package.read(name) or b"")) is not None:
        return HiddenPart("metadata", name, said)
    return HiddenPart(kind, name, words_in(package, name))


def _typed(package: Package, name: str) -> Iterator[HiddenPart]:
    """What was typed into attributes of a story."""
    root = root_of(package, name)
    for element in root.iter(*TYPED) if root is not None else ():
        said = " ".join(element.get(attribute, "") for attribute in _WRITTEN).strip()
        if says(said):
            yield HiddenPart(TYPED[str(element.tag)], name, said)


def _strays(package: Package, name: str) -> Iterator[HiddenPart]:
    if said := strays_in(package, name):
        yield HiddenPart("hidden-text", name, said)


def _is_left_over(name: str, used: set[str]) -> bool:
    """A picture, head or foot that nothing refers to any more."""
    return name not in used and name.startswith(("word/media/", "word/header", "word/footer"))


def _styles(package: Package) -> Iterator[HiddenPart]:
    """What somebody called the styles of the document."""
    for part in package.related("styles"):
        root = package.xml(part)
        for style in root.iter(f"{W}style") if root is not None else ():
            name = style.find(f"{W}name")
            if name is not None and style.get(f"{W}customStyle"):
                yield HiddenPart("name", "styles", (name.get(f"{W}val") or ""))


def _settings(package: Package) -> Iterator[HiddenPart]:
    """Document variables, mail merge sources and the like stand in attributes of the settings."""
    for part in package.related("settings"):
        root = package.xml(part)
        for element in root.iter() if root is not None else ():
            local = str(element.tag).rpartition("}")[2]
            if local in ("docVar", "mailMerge", "attachedTemplate", "documentProtection"):
                values = " ".join(value for key, value in element.attrib.items() if "Salt" not in key)
                yield HiddenPart("metadata", f"settings {local}", values)
