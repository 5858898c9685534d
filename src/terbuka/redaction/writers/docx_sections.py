"""The end of a section → WordprocessingML: its paper, its heads and feet, and how its notes are numbered."""

from collections.abc import Iterator

from lxml import etree

from terbuka.documents.docx.flow import Section
from terbuka.redaction.writers.docx_element import R, element


def section(block: Section) -> etree._Element:
    """The properties of a section; heads and feet are parts numbered from 1."""
    references = [
        _reference(f"{kind}Reference", which, f"{kind}{number + 1}")
        for kind, stories in (("header", block.heads), ("footer", block.feet))
        for which, number in sorted(stories.items())
    ]
    margins = {"top": 1440, "right": 1440, "bottom": 1440, "left": 1440, "header": 708, "footer": 708}
    return element(
        "sectPr",
        *references,
        *_counts(block),
        element("type", val="continuous") if block.continuous else None,
        element("pgSz", w=block.width, h=block.height, orient="landscape" if block.landscape else None),
        element("pgMar", **{**margins, **block.margins}, gutter=0),
        element("cols", num=block.columns, space=720) if block.columns > 1 else None,
        element("titlePg") if block.title_page else None,
    )


def _reference(tag: str, which: str, relation: str) -> etree._Element:
    made = element(tag, type=which)
    made.set(f"{R}id", relation)
    return made


def _counts(block: Section) -> Iterator[etree._Element]:
    for kind, (format, restart) in block.counts.items():
        yield element(
            f"{kind.removesuffix('s')}Pr",
            element("numFmt", val=format) if format else None,
            element("numRestart", val=restart) if restart else None,
        )
