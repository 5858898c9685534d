"""DOCX packages put together part by part, around an invented person whose name must not survive."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from xml.sax.saxutils import escape

from leaks.persons import person, sentences

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:example:unknown" mc:Ignorable="w14 w15 x"'
)
PAPER = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708"/>'
)


@dataclass(frozen=True, slots=True)
class Who:
    """The invented person of one case, and the sentences around."""

    name: str
    nik: str
    seen: str
    """The sentence of the body that names the person."""
    kept: tuple[str, ...]

    @property
    def parts(self) -> list[str]:
        return self.name.split()


def who_of(seed: Random) -> Who:
    """The person and the sentences of one case; the same for the same seed."""
    chosen = person(seed)
    return Who(chosen.name, chosen.nik, chosen.sentence, tuple(sentences(seed, 3)))


def run(text: str, look: str = "") -> str:
    """A run; ``look`` is the inside of its properties."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*inside: str, look: str = "") -> str:
    """A paragraph of elements and of plain texts."""
    runs = "".join(part if part.startswith("<") else run(part) for part in inside)
    return f"<w:p><w:pPr>{look}</w:pPr>{runs}</w:p>"


def story(root: str, *blocks: str) -> str:
    """A whole part, as ``hdr``, ``ftr``, ``comments``."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMES}>{"".join(blocks)}</w:{root}>'


@dataclass(slots=True)
class Leak:
    """What a class puts into a document: blocks of the body, further parts, relations of the document."""

    blocks: list[str] = field(default_factory=list)
    parts: dict[str, str | bytes] = field(default_factory=dict)
    related: dict[str, tuple[str, str]] = field(default_factory=dict)
    external: dict[str, tuple[str, str]] = field(default_factory=dict)
    section: str = ""
    content_type: str = MAIN
    kept: tuple[str, ...] = ()
    """What of the blocks must stay readable, beside the usual words."""


def files_of(who: Who, leak: Leak) -> dict[str, str | bytes]:
    """The parts of the document by name."""
    body = "".join([*map(paragraph, who.kept[:2]), paragraph(who.seen), *leak.blocks, paragraph(who.kept[2])])
    section = f"<w:sectPr>{leak.section}{PAPER}</w:sectPr>"
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="png" ContentType="image/png"/>'
            f'<Override PartName="/word/document.xml" ContentType="{leak.content_type}"/></Types>'
        ),
        "_rels/.rels": relations({"r1": ("officeDocument", "word/document.xml")}, {}),
        "word/document.xml": story("document", f"<w:body>{body}{section}</w:body>"),
        "word/_rels/document.xml.rels": relations(leak.related, leak.external),
        **leak.parts,
    }


def relations(inner: Mapping[str, tuple[str, str]], outer: Mapping[str, tuple[str, str]]) -> str:
    """A part of relations: identifier to (kind, target)."""
    items = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{escape(target)}"{mode}/>'
        for given, mode in ((inner, ""), (outer, ' TargetMode="External"'))
        for key, (kind, target) in given.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """The ZIP of the parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content)
    return buffer.getvalue()


def package(who: Who, leak: Leak) -> bytes:
    """A whole document with one leak in it."""
    return packed(files_of(who, leak))
