"""The public copy of a DOCX: a fresh package written from the flow of the original.

No part, element or attribute is copied. What the copy holds is what ``docx_xml`` can write: so there
are no identifiers of revisions, bookmarks, comments, fields, links, tracked changes or pictures in it,
and no document properties at all.
"""

import re
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from lxml import etree

from terbuka.documents.docx.flow import Flow, Section
from terbuka.documents.docx.package import Package
from terbuka.documents.docx.walk import read_flow
from terbuka.errors import UnreadableFile
from terbuka.language import N_
from terbuka.redaction.model import Placed, Plan
from terbuka.redaction.writers.docx_text import Cutter
from terbuka.redaction.writers.docx_xml import Body, element, section, styles

CHANGED = N_("Berkas asal berubah selama dikerjakan. Periksa ulang berkas itu.")
MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGES = "http://schemas.openxmlformats.org/package/2006"
KINDS = {
    "document": f"{MIME}.document.main",
    "styles": f"{MIME}.styles",
    "settings": f"{MIME}.settings",
    "header": f"{MIME}.header",
    "footer": f"{MIME}.footer",
}
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment a ZIP entry can have: the copy tells nothing of when it was made."""


def write(source: Path, destination: Path, plan: Plan, report: Callable[[int, int], None]) -> list[Placed]:
    """Write the copy of the DOCX at ``source``; returns one entry for each label."""
    flow = read_flow(Package(source.read_bytes()), lambda kind, place, text: None)
    if flow.lay_out() != plan.document.text:
        raise UnreadableFile(CHANGED)
    body = Body(flow, Cutter(flow, plan.redactions))
    parts = _parts(flow, body)
    with zipfile.ZipFile(destination, "w") as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, content)
    report(1, 1)
    return body.placed


def _parts(flow: Flow, body: Body) -> dict[str, bytes]:
    """Every part by name, in the order of the package."""
    margins = {
        f"{kind}{number}": element(root, *body.story(story))
        for kind, root, stories in (("header", "hdr", flow.heads), ("footer", "ftr", flow.feet))
        for number, story in enumerate(stories, 1)
    }
    last = flow.body[-1]
    assert isinstance(last, Section)  # the walk ends the body with one
    blocks = [*body.story(flow.body[:-1]), *(made for note in flow.notes for made in body.story(note))]
    document = element("document", element("body", *blocks, section(last)))
    parts = {
        "_rels/.rels": _relations({"document": (f"{OFFICE}/officeDocument", "word/document.xml")}).encode(),
        "word/document.xml": _xml(document),
        "word/_rels/document.xml.rels": _relations(
            {
                "styles": (f"{OFFICE}/styles", "styles.xml"),
                **{name: (f"{OFFICE}/{name.rstrip('0123456789')}", f"{name}.xml") for name in margins},
                **({"settings": (f"{OFFICE}/settings", "settings.xml")} if flow.even_and_odd else {}),
            }
        ).encode(),
        "word/styles.xml": _xml(styles(flow.default_look)),
    }
    if flow.even_and_odd:
        parts["word/settings.xml"] = _xml(element("settings", element("evenAndOddHeaders")))
    parts |= {f"word/{name}.xml": _xml(root) for name, root in margins.items()}
    return {"[Content_Types].xml": _content_types(parts).encode(), **parts}


def _content_types(names: Iterable[str]) -> str:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}+xml"/>'
        for name in names
        if (kind := KINDS.get(re.sub(r"^.*/|\d*\.xml$", "", name)))
    )
    return (
        f'<Types xmlns="{PACKAGES}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(relations: dict[str, tuple[str, str]]) -> str:
    items = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'
        for key, (kind, target) in relations.items()
    )
    return f'<Relationships xmlns="{PACKAGES}/relationships">{items}</Relationships>'


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)  # type: ignore[no-any-return]
