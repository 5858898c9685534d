"""What the package of a workbook holds beside the sheets that are shown."""

import re
from collections.abc import Iterator

from terbuka.documents.model import HiddenPart
from terbuka.documents.package import Package
from terbuka.documents.parts import comment_of, is_closed, links_of, people_of, strays_in, words_in
from terbuka.documents.picture_tags import tags_of_blank
from terbuka.documents.told import told
from terbuka.documents.xlsx.names import R, S

KINDS = (
    (r"docProps/.*thumbnail|docProps/.*\.(jpe?g|png|emf|wmf)", "picture"),
    (r"docProps/|docMetadata/", "metadata"),
    (r"customXml/", "metadata"),
    (r"xl/(comments|threadedComments|persons)|.*/comments?\d*\.xml", "comment"),
    (r"xl/(externalLinks|connections|queryTables|webConnections|model)", "link"),
    (r"xl/(pivotCache|pivotTables|slicer|timeline)", "embedded"),
    (r"xl/(charts|chartsheets|diagrams|embeddings)", "embedded"),
    (r"xl/(drawings|media)", "picture"),
    (r"xl/tables/", "name"),
    (r"xl/(revisions|userNames)", "tracked-change"),
    (r".*vbaProject|.*vbaData|xl/(macrosheets|dialogsheets)", "script"),
    (r"xl/(activeX|ctrlProps)", "form"),
    (r"xl/(metadata|richData|worksheets/|sharedStrings)", "hidden-text"),
    (r"xl/(printerSettings|customProperty|webextensions|xmlMaps)", "metadata"),
    (r"_xmlsignatures/", "signature"),
)
"""Which parts hide what, by name. A part under another one is ``attachment``."""
READ = ("worksheet", "styles")
"""Relations of the workbook to parts whose own reader tells what they hide."""
IN_ATTRIBUTES = ("theme", "calcChain", "sharedStrings")
"""Relations to parts that hold no text, but the shared one in its own elements."""
FRAME = re.compile(r"\[Content_Types\]\.xml|(.*/)?_rels/.*\.rels")
STRING = frozenset({f"{S}t"})
BUILT_IN = "_xlnm."
_LITERAL = re.compile(r'"([^"]*[^\W\d_]{3}[^"]*)"')
_USUAL_TABLE = re.compile(r"(Table|Tabel)_?\d*", re.IGNORECASE)


def hidden_parts(package: Package, text: str) -> list[HiddenPart]:
    """Every hidden part beside the sheets. ``text``: what the workbook shows."""
    return told(_all_parts(package, text))


def _all_parts(package: Package, text: str) -> Iterator[HiddenPart]:
    yield from comment_of(package)
    yield from links_of(package)
    yield from people_of(package)
    yield from _of_workbook(package)
    yield from _of_styles(package)
    kinds = _used_parts(package)
    for name in package.names:
        if kinds.get(name) in IN_ATTRIBUTES or FRAME.fullmatch(name):
            yield from _strays(package, name)
        elif name not in kinds:
            yield from _unused(package, name, text)


def _used_parts(package: Package) -> dict[str, str]:
    """The parts of what the workbook shows, and what each is to it. A sheet that it does not list is none."""
    root = package.xml(package.main)
    sheets = root.iterfind(f"{S}sheets/{S}sheet") if root is not None else ()
    listed = {sheet.get(f"{R}id") for sheet in sheets}
    used = {package.main: "workbook"}
    for identifier, relation in package.relations(package.main).items():
        is_listed = relation.kind != "worksheet" or identifier in listed
        if relation.kind in (*READ, *IN_ATTRIBUTES) and not relation.external and is_listed:
            used[relation.target] = relation.kind
    return used


def _strays(package: Package, name: str) -> Iterator[HiddenPart]:
    if said := strays_in(package, name, STRING):
        yield HiddenPart("hidden-text", name, said)


def _unused(package: Package, name: str, text: str) -> Iterator[HiddenPart]:
    kind = next((kind for pattern, kind in KINDS if re.match(pattern, name)), "attachment")
    if kind == "name":
        yield from _of_table(package, name, text)
    elif kind == "metadata" and "printerSettings" not in name and is_closed(package, name):
        yield HiddenPart("attachment", name)  # programs keep their remarks in letters
    elif kind == "picture" and (said := tags_of_blank(package.read(name) or b"")) is not None:
        yield HiddenPart("metadata", name, said)
    else:
        yield HiddenPart(kind, name, words_in(package, name))


def _of_workbook(package: Package) -> Iterator[HiddenPart]:
    """Names for cells, users, views, the folder where the file was saved."""
    root = package.xml(package.main)
    for element in root.iter() if root is not None else ():
        local = str(element.tag).rpartition("}")[2]
        said = (element.text or "").strip()
        if local == "definedName":
            name = element.get("name", "")
            if not name.startswith(BUILT_IN) or '"' in said:
                yield HiddenPart("name", "name of cells", f"{name} {said} {element.get('comment', '')}")
        elif local == "fileSharing" and element.get("userName"):
            yield HiddenPart("metadata", "workbook user", element.get("userName", ""))
        elif local == "customWorkbookView":
            yield HiddenPart("metadata", "workbook view", element.get("name", ""))
        elif local == "absPath":
            yield HiddenPart("metadata", "workbook folder", element.get("url", ""))
        elif said:
            yield HiddenPart("hidden-text", "workbook", said)


def _of_styles(package: Package) -> Iterator[HiddenPart]:
    """Names that somebody gave to styles of cells and tables, words that a number is shown with."""
    for part in package.related("styles"):
        root = package.xml(part)
        if root is None:
            continue
        for style in root.iterfind(f"{S}cellStyles/{S}cellStyle"):
            if style.get("builtinId") is None:
                yield HiddenPart("name", "name of a style", style.get("name", ""))
        for style in root.iterfind(f"{S}tableStyles/{S}tableStyle"):
            yield HiddenPart("name", "name of a style", style.get("name", ""))
        for code in root.iterfind(f"{S}numFmts/{S}numFmt"):
            words = " ".join(_LITERAL.findall(code.get("formatCode", "")))
            if words.strip():
                yield HiddenPart("name", "number format", words)
        for element in root.iter():
            if element.text and element.text.strip():
                yield HiddenPart("hidden-text", "styles", element.text.strip())


def _of_table(package: Package, name: str, text: str) -> Iterator[HiddenPart]:
    """What a table is called, and headings that its cells do not show."""
    root = package.xml(name) if name.endswith(".xml") else None
    if root is None:
        yield HiddenPart("attachment", name)
        return
    called = {root.get("name", ""), root.get("displayName", "")}
    said = sorted(word for word in called if word and not _USUAL_TABLE.fullmatch(word))
    said.append(root.get("comment", ""))
    for column in root.iterfind(f"{S}tableColumns/{S}tableColumn"):
        heading = " ".join(column.get("name", "").replace("_x000a_", " ").split())
        said += [heading] if heading not in " ".join(text.split()) else []
        said.append(column.get("totalsRowLabel", ""))
    words = " ".join(filter(None, said))
    if words:
        yield HiddenPart("name", name, words)
