"""DOCX packages put together part by part."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{TYPES}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
PAPER = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708"/>'
)


def run(text: str, look: str = "") -> str:
    """A run; ``look`` is the inside of its properties."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*inside: str, look: str = "") -> str:
    """A paragraph of runs, or of plain text."""
    runs = "".join(part if part.startswith("<") else run(part) for part in inside)
    return f"<w:p><w:pPr>{look}</w:pPr>{runs}</w:p>"


def table(rows: Iterable[Iterable[str]], look: str = "") -> str:
    """A table; a cell is text or a string of paragraphs."""
    body = "".join(
        "<w:tr>"
        + "".join(
            '<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr>'
            f"{cell if cell.startswith('<') else paragraph(cell)}</w:tc>"
            for cell in row
        )
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr>{look}</w:tblPr>{body}</w:tbl>"


def story(root: str, body: str) -> str:
    """A whole part, as ``hdr``, ``ftr``, ``footnotes``."""
    return f"<w:{root} {NAMES}>{body}</w:{root}>"


def picture(
    relation: str = "p1",
    *,
    size: tuple[int, int] = (450, 80),
    crop: str = "",
    effect: str = "",
    frame: str = "",
    shape: str = '<a:prstGeom prst="rect"/>',
    place: str = "inline",
    where: str = "",
) -> str:
    """A run with a picture of ``size`` points. ``crop``: attributes of the part that is shown."""
    width, height = (side * 12700 for side in size)
    return (
        f'<w:r><w:drawing><wp:{place}>{where}<wp:extent cx="{width}" cy="{height}"/>'
        '<wp:docPr id="1" name="Gambar 1"/><a:graphic><a:graphicData'
        ' uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill>'
        f'<a:blip r:embed="{relation}">{effect}</a:blip><a:srcRect {crop}/>'
        f"<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f"<pic:spPr><a:xfrm {frame}/>{shape}</pic:spPr></pic:pic></a:graphicData>"
        f"</a:graphic></wp:{place}></w:drawing></w:r>"
    )


def docx(
    *blocks: str,
    section: str = PAPER,
    parts: Mapping[str, str | bytes] | None = None,
    related: Mapping[str, tuple[str, str]] | None = None,
    external: Mapping[str, tuple[str, str]] | None = None,
) -> bytes:
    """A package.

    ``parts``: further parts by name. ``related``: relations of the document, identifier → (kind,
    target); ``external`` likewise for addresses.
    """
    relations = "".join(
        f'<Relationship Id="{key}" Type="{TYPES}/{kind}" Target="{escape(target)}"{mode}/>'
        for table_of, mode in ((related or {}, ""), (external or {}, ' TargetMode="External"'))
        for key, (kind, target) in table_of.items()
    )
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{rels}">'
            f'<Relationship Id="r1" Type="{TYPES}/officeDocument" Target="word/document.xml"/>'
            "</Relationships>"
        ),
        "word/document.xml": story(
            "document", f"<w:body>{''.join(blocks)}<w:sectPr>{section}</w:sectPr></w:body>"
        ),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{rels}">{relations}</Relationships>',
        **(parts or {}),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return buffer.getvalue()
