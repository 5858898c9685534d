"""The public copy of a DOCX: a fresh package written from the flow of the original.

No part, element or attribute is copied. What the copy holds is what ``docx_xml`` can write: so there
are no identifiers of revisions, bookmarks, comments, fields, links or tracked changes in it, no document
properties at all, and of pictures nothing but pixels.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from lxml import etree

from terbuka.documents.docx.colours import A
from terbuka.documents.docx.flow import Flow, Section
from terbuka.documents.docx.package import Package, R
from terbuka.documents.docx.walk import read_flow
from terbuka.redaction.model import Placed, Plan
from terbuka.redaction.writers import docx_notes
from terbuka.redaction.writers.docx_drawing import RELATION
from terbuka.redaction.writers.docx_element import element
from terbuka.redaction.writers.docx_lists import Lists
from terbuka.redaction.writers.docx_pictures import Gallery, Shown
from terbuka.redaction.writers.docx_sections import section
from terbuka.redaction.writers.docx_text import Cutter
from terbuka.redaction.writers.docx_xml import Body, styles
from terbuka.redaction.writers.original import hold_same
from terbuka.redaction.writers.packing import OFFICE, content_types, pack, relations, xml

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"
KINDS = {
    "document": f"{MIME}.document.main",
    "styles": f"{MIME}.styles",
    "settings": f"{MIME}.settings",
    "header": f"{MIME}.header",
    "footer": f"{MIME}.footer",
    "footnotes": f"{MIME}.footnotes",
    "endnotes": f"{MIME}.endnotes",
    "numbering": f"{MIME}.numbering",
}


def write(source: Path, destination: Path, plan: Plan, report: Callable[[int, int], None]) -> list[Placed]:
    """Write the copy of the DOCX at ``source``; returns one entry for each label."""
    package = Package(source.read_bytes())
    flow = read_flow(package, lambda kind, place, text: None)
    gallery = Gallery(package, flow, plan.document, report)
    hold_same(flow.lay_out(), plan)
    cutter = Cutter(flow, plan.redactions)
    references = docx_notes.references(flow) if flow.notes and docx_notes.marks_stand(flow, cutter) else {}
    body = Body(flow, cutter, gallery, references)
    parts = _parts(flow, body, notes_apart=bool(references))
    pack(destination, parts)
    report(1, 1)
    return body.placed


def _parts(flow: Flow, body: Body, *, notes_apart: bool) -> dict[str, bytes]:
    """Every part by name, in the order of the package. ``notes_apart``: in parts of their own, instead of
    behind the body."""
    margins = {
        f"{kind}{number}": element(root, *body.story(story))
        for kind, root, stories in (("header", "hdr", flow.heads), ("footer", "ftr", flow.feet))
        for number, story in enumerate(stories, 1)
    }
    last = flow.body[-1]
    assert isinstance(last, Section)  # the walk ends the body with one
    body.lists = lists = Lists()
    blocks = body.story(flow.body[:-1])
    body.lists = None  # programs count apart in other parts
    if notes_apart:
        beside = margins | docx_notes.parts(flow, body)
    else:
        beside = margins
        blocks += [made for note in flow.notes for made in body.story(note.story)]
    numbering = lists.part()
    if numbering is not None:
        beside["numbering"] = numbering
    document = element("document", element("body", *blocks, section(last)))
    parts = {
        "_rels/.rels": relations({"document": (f"{OFFICE}/officeDocument", "word/document.xml")}),
        "word/document.xml": xml(document),
        "word/_rels/document.xml.rels": relations(
            {
                "styles": (f"{OFFICE}/styles", "styles.xml"),
                **{name: (f"{OFFICE}/{name.rstrip('0123456789')}", f"{name}.xml") for name in beside},
                **({"settings": (f"{OFFICE}/settings", "settings.xml")} if flow.even_and_odd else {}),
                **_shown_in(document, body.pictures),
            }
        ),
        "word/styles.xml": xml(styles(flow.default_look)),
    }
    if flow.even_and_odd:
        parts["word/settings.xml"] = xml(element("settings", element("evenAndOddHeaders")))
    for name, root in beside.items():
        parts[f"word/{name}.xml"] = xml(root)
        if shown := _shown_in(root, body.pictures):
            parts[f"word/_rels/{name}.xml.rels"] = relations(shown)
    parts |= {f"word/{_file(number, shown)}": shown.data for number, shown in enumerate(body.pictures, 1)}
    kinds = sorted({shown.kind for shown in body.pictures})
    return {"[Content_Types].xml": content_types(_kinds(parts), kinds), **parts}


def _shown_in(root: etree._Element, pictures: Sequence[Shown]) -> dict[str, tuple[str, str]]:
    """The relations of a part to the pictures that stand in it."""
    names = [blip.get(f"{R}embed", "") for blip in root.iter(f"{A}blip")]
    numbers = [int(name.removeprefix(RELATION)) for name in names]
    return {
        name: (f"{OFFICE}/image", _file(number, pictures[number - 1]))
        for name, number in zip(names, numbers, strict=True)
    }


def _file(number: int, picture: Shown) -> str:
    return f"media/image{number}.{picture.kind}"


def _kinds(names: Iterable[str]) -> dict[str, str]:
    """The parts that have a content type of their own."""
    kinds = {name: KINDS.get(re.sub(r"^.*/|\d*\.xml$", "", name)) for name in names}
    return {name: kind for name, kind in kinds.items() if kind}
