"""Verifies an XLSX: its directory byte by byte, every part as text and as bytes, every cell, its form.

A number shows less than it holds, and a day is a number: what is hidden may stand in a cell that says
something else to a reader.
"""

import re
from collections.abc import Iterator, Sequence

from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.foreign.said_aside import aside_check, values_of
from terbuka.redaction.verifier.model import Check, Survivor
from terbuka.redaction.verifier.ours.workbook_form import ROOTS, form_survivors, is_claimed
from terbuka.redaction.verifier.packages.entries import part_check, read_entries
from terbuka.redaction.verifier.packages.rewriting import Part
from terbuka.redaction.verifier.packages.workbook_cells import Reading, codes_of
from terbuka.redaction.verifier.secrets.encodings import byte_check

HARMLESS = re.compile(
    r"docProps/.*|docMetadata/.*|customXml/.*|xl/printerSettings/.*|"
    r"\[Content_Types\]\.xml|(?:.*/)?_rels/[\w.]*\.rels|xl/(?:workbook|styles|sharedStrings|calcChain)\.xml"
    r"|xl/worksheets/sheet\d+\.xml|xl/theme/theme\d+\.xml|xl/tables/table\d+\.xml"
)
"""Parts of a foreign workbook that hold nothing but what it shows and how, or are judged by what they say
(``foreign.hidden_parts``)."""
FORGOTTEN = {"comment", "tracked-change", "structure"}
"""What no foreign workbook needs either."""
PART_KINDS = {
    "docProps/": "metadata",
    "customXml/": "metadata",
    "xl/comments": "comment",
    "xl/threadedComments": "comment",
    "xl/persons": "comment",
    "xl/media/": "picture",
    "xl/drawings/": "picture",
    "xl/charts/": "embedded-object",
    "xl/embeddings/": "embedded-object",
    "xl/pivot": "embedded-object",
    "xl/externalLinks/": "link",
    "xl/connections": "link",
    "xl/queryTables/": "link",
    "xl/revisions/": "tracked-change",
    "xl/vbaProject": "script",
}
OURS = re.compile("|".join(ROOTS))
BETWEEN = "\n\N{LINEAR A SIGN AB001}\n"
"""Stands between numbers so that no form of a secret reaches from one into the next: a letter of no name."""


def checks(copy: Copy) -> Iterator[Check]:
    """Everything that is done to a workbook."""
    survivors: list[Survivor] = []
    parts = read_entries(copy.data, survivors)
    ours = copy.ours or is_claimed(parts)
    if not ours:  # programs pad the entries of their packages
        survivors = [survivor for survivor in survivors if survivor.kind != "structure"]
    survivors.extend(_unlisted(parts, ours=ours))
    if ours:
        survivors.extend(form_survivors(copy.data, parts, copy.whole.labels))
    yield Check("structure", len(parts), tuple(dict.fromkeys(survivors)))
    yield byte_check(copy)
    yield part_check(copy, parts)
    yield _text_check(copy, parts)
    if not ours:
        yield aside_check(copy, values_of(parts))


def _unlisted(parts: Sequence[Part], *, ours: bool) -> Iterator[Survivor]:
    listed = OURS if ours else HARMLESS
    seen: set[str] = set()
    for part in parts:
        if part.name in seen:
            yield Survivor("earlier-revision", "part twice in the package")
        seen.add(part.name)
        if not listed.fullmatch(part.name):
            kinds = (kind for prefix, kind in PART_KINDS.items() if part.name.startswith(prefix))
            yield Survivor(next(kinds, "attachment"), "part not on the list")
        elif ours or part.name.endswith(".xml"):
            carriers = Reading(part.data).carriers
            yield from (
                Survivor(kind, part.name) for kind in sorted(carriers if ours else carriers & FORGOTTEN)
            )


def _text_check(copy: Copy, parts: Sequence[Part]) -> Check:
    """The texts of all cells against what may stay; numbers as they are stored, and what else is written."""
    codes = codes_of(next((part.data for part in parts if part.name == "xl/styles.xml"), b""))
    readings = [Reading(part.data, codes) for part in parts if part.name.endswith((".xml", ".rels"))]
    names = [name for reading in readings for name in reading.names]
    rows = [row for reading in readings for row in reading.rows]
    whole = copy.hunt.expecting(copy.whole)
    survivors: list[Survivor] = []
    for place, said in (
        ("cells", "\n".join([*names, *rows])),
        ("number of a cell", BETWEEN.join(number for reading in readings for number in reading.stored)),
        ("day of a cell", BETWEEN.join(day for reading in readings for day in reading.days)),
    ):
        found = whole.in_text(said)
        survivors += [
            Survivor("text", place, None, copy.hunt.types[number], number) for number in sorted(found)
        ]
    written = "\n".join(value for reading in readings for value in reading.attributes)
    survivors += [
        Survivor("metadata", "attribute", None, copy.hunt.types[number], number)
        for number in sorted(whole.in_text(written))
    ]
    return Check("text", sum(reading.cells for reading in readings), tuple(dict.fromkeys(survivors)))
