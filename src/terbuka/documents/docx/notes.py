"""Footnotes and endnotes: where they stand in their part, and how they begin in the text."""

from lxml import etree

from terbuka.documents.docx.flow import Block, Paragraph, Run, RunLook
from terbuka.documents.docx.package import W


def note_of(root: etree._Element | None, identifier: str) -> etree._Element | None:
    """The note of a part by its identifier."""
    notes = root if root is not None else ()
    return next((note for note in notes if note.get(f"{W}id") == identifier), None)


def labelled(blocks: list[Block], number: int, usual: RunLook) -> list[Block]:
    """The blocks of a note with its mark in front."""
    first = next((block for block in blocks if isinstance(block, Paragraph)), None)
    if first is None:
        first = Paragraph([])
        blocks.insert(0, first)
    text = "".join(run.text for run in first.runs)
    gap = "" if text[:1].isspace() else " "
    look = first.runs[0].look if first.runs else usual
    first.runs.insert(0, Run(f"[{number}]{gap}", look, "note label"))
    return blocks
