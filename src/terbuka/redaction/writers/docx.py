"""The public copy of a DOCX: a fresh package written from the flow of the original.

No part, element or attribute is copied. What the copy holds is what ``docx_xml`` can write: so there
are no identifiers of revisions, bookmarks, comments, fields, links, tracked changes or pictures in it,
and no document properties at all.
"""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from terbuka.documents.docx.flow import Flow, Section
from terbuka.documents.docx.package import Package
from terbuka.documents.docx.walk import read_flow
from terbuka.errors import UnreadableFile
from terbuka.language import N_
from terbuka.redaction.model import Placed, Plan
from terbuka.redaction.writers.docx_text import Cutter
from terbuka.redaction.writers.docx_xml import Body, element, section, styles
from terbuka.redaction.writers.packing import OFFICE, content_types, pack, relations, xml

CHANGED = N_("Berkas asal berubah selama dikerjakan. Periksa ulang berkas itu.")
MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"
KINDS = {
    "document": f"{MIME}.document.main",
    "styles": f"{MIME}.styles",
    "settings": f"{MIME}.settings",
    "header": f"{MIME}.header",
    "footer": f"{MIME}.footer",
}


def write(source: Path, destination: Path, plan: Plan, report: Callable[[int, int], None]) -> list[Placed]:
    """Write the copy of the DOCX at ``source``; returns one entry for each label."""
    flow = read_flow(Package(source.read_bytes()), lambda kind, place, text: None)
    if flow.lay_out() != plan.document.text:
        raise UnreadableFile(CHANGED)
    body = Body(flow, Cutter(flow, plan.redactions))
    parts = _parts(flow, body)
    pack(destination, parts)
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
        "_rels/.rels": relations({"document": (f"{OFFICE}/officeDocument", "word/document.xml")}),
        "word/document.xml": xml(document),
        "word/_rels/document.xml.rels": relations(
            {
                "styles": (f"{OFFICE}/styles", "styles.xml"),
                **{name: (f"{OFFICE}/{name.rstrip('0123456789')}", f"{name}.xml") for name in margins},
                **({"settings": (f"{OFFICE}/settings", "settings.xml")} if flow.even_and_odd else {}),
            }
        ),
        "word/styles.xml": xml(styles(flow.default_look)),
    }
    if flow.even_and_odd:
        parts["word/settings.xml"] = xml(element("settings", element("evenAndOddHeaders")))
    parts |= {f"word/{name}.xml": xml(root) for name, root in margins.items()}
    return {"[Content_Types].xml": content_types(_kinds(parts)), **parts}


def _kinds(names: Iterable[str]) -> dict[str, str]:
    """The parts that have a content type of their own."""
    kinds = {name: KINDS.get(re.sub(r"^.*/|\d*\.xml$", "", name)) for name in names}
    return {name: kind for name, kind in kinds.items() if kind}
