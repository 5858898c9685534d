"""Notes of a DOCX copy: at the foot of the page, where each mark still stands in the text as it stood.

A program counts the marks by itself. Where one is hidden, or stands twice, or not in the body, all would get
other numbers than the text speaks of: then the notes stand at the end, with their marks as text.
"""

from collections.abc import Iterator

from lxml import etree

from terbuka.documents.docx.flow import Flow, Story
from terbuka.redaction.writers.docx_element import element
from terbuka.redaction.writers.docx_text import Cutter, paragraphs_of
from terbuka.redaction.writers.docx_xml import Body

KINDS = {"footnotes": "footnote", "endnotes": "endnote"}


def marks_stand(flow: Flow, cutter: Cutter) -> bool:
    """Whether the copy shows each mark once, in its body and in their order, and none elsewhere."""
    seen = list(_marks(flow.body, cutter))
    elsewhere = [*flow.heads, *flow.feet, *(note.story for note in flow.notes)]
    stray = [mark for story in elsewhere for mark in _marks(story, cutter)]
    return not stray and seen == [f"[{number}]" for number, _ in enumerate(flow.notes, 1)]


def _marks(story: Story, cutter: Cutter) -> Iterator[str]:
    for paragraph in paragraphs_of(story):
        yield from (bit.text for bit in cutter.cut(paragraph) if bit.kind == "note")


def references(flow: Flow) -> dict[str, tuple[str, int]]:
    """By mark the kind of its note and its number among those of the kind."""
    counts = dict.fromkeys(KINDS, 0)
    found: dict[str, tuple[str, int]] = {}
    for number, note in enumerate(flow.notes, 1):
        counts[note.kind] += 1
        found[f"[{number}]"] = KINDS[note.kind], counts[note.kind]
    return found


def parts(flow: Flow, body: Body) -> dict[str, etree._Element]:
    """The parts of the notes, for each kind that there is."""
    made: dict[str, etree._Element] = {}
    for note in flow.notes:
        part = made.setdefault(note.kind, element(note.kind, *_separators(KINDS[note.kind])))
        part.append(element(KINDS[note.kind], *body.story(note.story), id=len(part) - 1))
    return made


def _separators(kind: str) -> Iterator[etree._Element]:
    """The lines above the notes of a page, which Word asks for by name."""
    for number, line in enumerate(("separator", "continuationSeparator"), -1):
        yield element(kind, element("p", element("r", element(line))), type=line, id=number)
