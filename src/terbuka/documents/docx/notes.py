"""Footnotes and endnotes: where they stand in their part, how they are numbered and begin in the text."""

from lxml import etree

from terbuka.documents.docx.flow import Block, Paragraph, Run, RunLook
from terbuka.documents.docx.package import W
from terbuka.documents.docx.values import value

KINDS = {"footnotes": "footnotePr", "endnotes": "endnotePr"}
"""By kind the element that says how they are numbered."""
FORMATS = frozenset({"decimal", "lowerRoman", "upperRoman", "lowerLetter", "upperLetter", "chicago"})
RESTARTS = frozenset({"eachPage", "eachSect"})


def counts_of(*places: etree._Element | None) -> dict[str, tuple[str, str]]:
    """By kind of notes the format of their numbers and where these begin anew, as the first of ``places`` has
    it that says so. Empty is what Word takes where none does."""
    counts = {}
    for kind, tag in KINDS.items():
        said = [
            found for place in places if place is not None and (found := place.find(f"{W}{tag}")) is not None
        ]
        format, restart = (
            next((told for one in said if (told := value(one.find(f"{W}{name}"))) in known), "")
            for name, known in (("numFmt", FORMATS), ("numRestart", RESTARTS))
        )
        if format or restart:
            counts[kind] = str(format), str(restart)
    return counts


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
