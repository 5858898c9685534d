"""Parts of a workbook beside its sheets in which a name survives, and the package around them."""

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

from leaks.docx_package import PACKAGE
from leaks.docx_parts import encoded, picture_of
from leaks.xlsx_package import HEAD, Leak, Place, Who, files_of, package, packed, root_of, row, text

DRAWING = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"


def _part(name: str, kind: str, content: str | bytes, **more: object) -> Leak:
    """A part that the workbook refers to."""
    return Leak(parts={f"xl/{name}": content}, related={"p1": (kind, name)}, **more)  # type: ignore[arg-type]


def _of_sheet(name: str, kind: str, content: str | bytes, behind: str = "") -> Leak:
    """A part that the first sheet refers to."""
    return Leak(parts={f"xl/{name}": content}, of_sheet={"p1": (kind, f"../{name}")}, behind=behind)


def _drawing(who: Who) -> Leak:
    said = quoteattr(who.name)
    shape = (
        f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name={said} descr={said}/><xdr:cNvSpPr/></xdr:nvSpPr>'
        f"<xdr:txBody><a:p><a:r><a:t>{escape(who.name)}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
    )
    told = f"{HEAD}<xdr:wsDr {DRAWING}><xdr:twoCellAnchor>{shape}</xdr:twoCellAnchor></xdr:wsDr>"
    return _of_sheet("drawings/drawing1.xml", "drawing", told, '<drawing r:id="p1"/>')


def _picture(who: Who) -> Leak:
    leak = _drawing(who)
    leak.parts["xl/media/image1.png"] = encoded(picture_of(who.name))
    return leak


def _chart(who: Who) -> Leak:
    name = escape(who.name)
    cache = f"<c:strCache><c:pt idx='0'><c:v>{name}</c:v></c:pt></c:strCache>"
    told = f"{HEAD}<c:chartSpace {DRAWING}><c:chart><c:title>{name}</c:title>{cache}</c:chart></c:chartSpace>"
    leak = _drawing(who)
    leak.parts["xl/charts/chart1.xml"] = told
    return leak


def _threads(who: Who) -> Leak:
    told = f"<threadedComment ref='B7'><text>{escape(who.name)}</text></threadedComment>"
    thread = f"{HEAD}<ThreadedComments>{told}</ThreadedComments>"
    person = f"{HEAD}<personList><person displayName={quoteattr(who.name)}/></personList>"
    return Leak(
        parts={"xl/threadedComments/threadedComment1.xml": thread, "xl/persons/person.xml": person},
        of_sheet={"p1": ("threadedComment", "../threadedComments/threadedComment1.xml")},
        related={"p2": ("person", "persons/person.xml")},
    )


def _comments(who: Who) -> Leak:
    name = escape(who.name)
    author = f"<authors><author>{name}</author></authors>"
    told = f"<comment ref='B7' authorId='0'><text><t>{name}</t></text></comment>"
    whole = root_of("comments", f"{author}<commentList>{told}</commentList>")
    return _of_sheet("comments1.xml", "comments", whole)


def _table(who: Who) -> Leak:
    called = (
        f'id="1" name={quoteattr(who.name)} displayName={quoteattr(who.name.replace(" ", "_"))} ref="A6:D7"'
    )
    columns = f'<tableColumns count="1"><tableColumn id="1" name={quoteattr(who.name)}/></tableColumns>'
    return _of_sheet(
        "tables/table1.xml",
        "table",
        root_of("table", columns, called),
        '<tableParts count="1"><tablePart r:id="p1"/></tableParts>',
    )


def _external(who: Who) -> Leak:
    names = f"<sheetNames><sheetName val={quoteattr(who.name)}/></sheetNames>"
    cells = f'<row r="1"><cell r="A1" t="str"><v>{escape(who.name)}</v></cell></row>'
    kept = f'<sheetDataSet><sheetData sheetId="0">{cells}</sheetData></sheetDataSet>'
    whole = root_of("externalLink", f"<externalBook>{names}{kept}</externalBook>")
    return _part("externalLinks/externalLink1.xml", "externalLink", whole)


def _pivot(who: Who) -> Leak:
    said = quoteattr(who.name)
    field = f"<cacheField name={said}><sharedItems><s v={said}/></sharedItems></cacheField>"
    whole = root_of("pivotCacheDefinition", f"<cacheFields>{field}</cacheFields>")
    leak = _part("pivotCache/pivotCacheDefinition1.xml", "pivotCacheDefinition", whole)
    leak.parts["xl/pivotCache/pivotCacheRecords1.xml"] = root_of("pivotCacheRecords", f"<r><s v={said}/></r>")
    return leak


def _workbook_in_it(who: Who) -> Leak:
    inner = package(who, Leak())
    return _of_sheet("embeddings/Microsoft_Excel_Sheet1.xlsx", "package", inner)


def _properties(who: Who) -> Leak:
    name = escape(who.name)
    core = (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties">'
        f"<cp:creator>{name}</cp:creator><cp:lastModifiedBy>{name}</cp:lastModifiedBy></cp:coreProperties>"
    )
    app = f"{HEAD}<Properties><Manager>{name}</Manager><TitlesOfParts>{name}</TitlesOfParts></Properties>"
    custom = f"{HEAD}<Properties><property name={quoteattr(who.name)}/></Properties>"
    return Leak(parts={"docProps/core.xml": core, "docProps/app.xml": app, "docProps/custom.xml": custom})


def _names(who: Who) -> Leak:
    said = f"name={quoteattr(who.name.replace(' ', '_'))} comment={quoteattr(who.name)}"
    hidden = f'<definedName name="tetap" hidden="1">"{who.name}"</definedName>'
    told = f"<definedName {said}>Laporan!$B$7</definedName>{hidden}"
    return Leak(book=f"<definedNames>{told}</definedNames>")


def _folder(who: Who) -> Leak:
    told = f"<x15ac:absPath url={quoteattr('C:/' + who.name)}/>"
    return Leak(
        properties=f'<mc:AlternateContent><mc:Choice Requires="x15">{told}</mc:Choice></mc:AlternateContent>'
    )


def _view(who: Who) -> Leak:
    told = f'<customWorkbookView name={quoteattr(who.name)} guid="x"/>'
    return Leak(book=f"<customWorkbookViews>{told}</customWorkbookViews>")


def _format(who: Who) -> Leak:
    return Leak(formats=f'<numFmt numFmtId="171" formatCode="&quot;{escape(who.name)}&quot;0"/>')


def _left_over(who: Who) -> Leak:
    rows = f"<sheetData>{row(1, text('A1', who.name))}</sheetData>"
    return Leak(parts={"xl/worksheets/sheet9.xml": root_of("worksheet", rows)})


PLACES: dict[str, Place] = {
    "name of cells": _names,
    "folder of the file": _folder,
    "user who saved it": lambda who: Leak(properties=f"<fileSharing userName={quoteattr(who.name)}/>"),
    "view of a user": _view,
    "comments": _comments,
    "threads of comments": _threads,
    "drawing with text and description": _drawing,
    "picture": _picture,
    "chart and its cache": _chart,
    "table": _table,
    "cache of another workbook": _external,
    "connection": lambda who: _part(
        "connections.xml", "connections", root_of("connections", f"<connection name={quoteattr(who.name)}/>")
    ),
    "query table": lambda who: _of_sheet(
        "queryTables/queryTable1.xml", "queryTable", root_of("queryTable", "", f"name={quoteattr(who.name)}")
    ),
    "cache of a pivot table": _pivot,
    "workbook in the workbook": _workbook_in_it,
    "properties": _properties,
    "thumbnail": lambda who: Leak(parts={"docProps/thumbnail.png": encoded(picture_of(who.name))}),
    "custom XML": lambda who: _part("../customXml/item1.xml", "customXml", f"<a>{escape(who.name)}</a>"),
    "revisions of a shared workbook": lambda who: _part(
        "revisions/revisionLog1.xml",
        "revisionLog",
        root_of("revisions", f"<rcc><nc><is><t>{who.name}</t></is></nc></rcc>"),
    ),
    "printer settings": lambda who: _of_sheet(
        "printerSettings/printerSettings1.bin", "printerSettings", who.name.encode("utf-16-le")
    ),
    "macros": lambda who: _part("vbaProject.bin", "vbaProject", who.name.encode(), content_type=MACROS),
    "name of a style": lambda who: Leak(
        named_styles=f'<cellStyles count="1"><cellStyle name={quoteattr(who.name)} xfId="0"/></cellStyles>'
    ),
    "number format with a name": _format,
    "sheet that nothing refers to": _left_over,
    "part of an unknown name": lambda who: Leak(parts={"xl/lain/catatan.xml": f"<a>{escape(who.name)}</a>"}),
}
"""By what they are called; each builds the leak of one person."""


def _with_comment(who: Who) -> bytes:
    buffer = io.BytesIO(package(who, Leak()))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.comment = who.name.encode()
    return buffer.getvalue()


def _with_entry_comment(who: Who) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files_of(who, Leak()).items():
            entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            entry.comment = who.name.encode()
            archive.writestr(entry, content)
    return buffer.getvalue()


def _moved(who: Who) -> bytes:
    """An entry that the directory no longer lists stands before the others."""
    stale = packed({"xl/lama.xml": who.name})
    return stale[: stale.index(b"PK\x01\x02")] + package(who, Leak())


CONTAINERS = {
    "comment of the package": _with_comment,
    "comment of an entry": _with_entry_comment,
    "bytes behind the package": lambda who: package(who, Leak()) + who.name.encode(),
    "entry that is no longer listed": _moved,
}
"""The whole file of each."""
