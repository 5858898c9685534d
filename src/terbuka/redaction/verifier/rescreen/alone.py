"""What a file that is no copy of ours tells by itself: its words, its bars, and what nobody has read."""

import re
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from terbuka.documents import Document, PageSource
from terbuka.documents.sandbox import Limits, Progress, run_in_sandbox
from terbuka.redaction.verifier.model import Survivor
from terbuka.redaction.verifier.rescreen.again import readable_still
from terbuka.screening import Finding
from terbuka.screening.folding import BLOT
from terbuka.screening.lexicon import is_name_part

TITLE = re.compile(r"s[a-z]ri\.|s[a-z]r\.")
"""In small letters, as no name is written in front of a full stop within a sentence."""
GUESS = 0.5
"""Of 1; a name that a model sees with less is looked at once more."""
NOBODY_READ, EMBLEM = "unread.region", "emblem in the head of a page"


class Seen(NamedTuple):
    """What screening would hide on the pages, survivors in the pixels of their bars, and the emblems."""

    findings: list[Finding]
    shining: tuple[Survivor, ...]
    emblems: tuple[Survivor, ...]


def seen_alone(public: Path, document: Document, on_progress: Progress | None) -> Seen:
    """What the pages of a file tell by themselves; bars tell nothing, and emblems are noted."""
    findings = _findings(document)
    if document.format not in ("pdf", "image"):
        return Seen(findings, (), ())
    regions = [[f for f in findings if _is_region(f) and f.page == page.number] for page in document.pages]
    answer = run_in_sandbox(
        "terbuka.redaction.verifier.foreign.flat_bars:look_at_bars",
        {
            "public": str(public.absolute()),
            "format": document.format,
            "words": [[word.box for word in page.words if word.box] for page in document.pages],
            "regions": [[finding.boxes[0] for finding in found] for found in regions],
        },
        reads=[public],
        limits=Limits(),
        on_progress=on_progress,
    )
    bars = _chosen(regions, answer["empty"])
    emblems = [f for f in _chosen(regions, answer["emblems"]) if f.rule == NOBODY_READ]
    read = _without_barred(document, answer["barred"])
    findings = findings if read is document else _findings(read)
    told = [f for f in findings if f not in (*bars, *emblems)]
    shining = tuple(Survivor.from_json(row) for row in answer["survivors"])
    notes = dict.fromkeys(Survivor("screening", EMBLEM, f.page, f.type) for f in emblems)
    return Seen(told, shining, tuple(notes))


def _findings(document: Document) -> list[Finding]:
    return [finding for finding in readable_still(document) if _is_sure(document, finding)]


def _without_barred(document: Document, barred: list[list[bool]]) -> Document:
    """The document without the letters that OCR makes of bars: they are no names, nor what stands beside one.
    What a file says under a bar stays, for that is no reading."""
    pieces, at = list[str](), 0
    for page, marks in zip(document.pages, barred, strict=True):
        placed = (word for word in page.words if word.box)
        for word, is_bar in zip(placed, marks, strict=True):
            if is_bar and not word.edges and page.source in (PageSource.OCR, PageSource.MIXED):
                pieces += [document.text[at : word.start], BLOT * (word.end - word.start)]
                at = word.end
    return replace(document, text="".join((*pieces, document.text[at:]))) if pieces else document


def _chosen(regions: list[list[Finding]], chosen: list[list[bool]]) -> list[Finding]:
    """Of the regions of each page those that are chosen."""
    pages = zip(regions, chosen, strict=True)
    return [f for found, marks in pages for f, is_one in zip(found, marks, strict=True) if is_one]


def _is_region(finding: Finding) -> bool:
    return finding.start == finding.end and bool(finding.boxes)


def _is_sure(document: Document, finding: Finding) -> bool:
    """Not a word that a model takes for a name with less than even odds, and that nobody is called; nor what
    a scanner makes of "Sdri." in front of a bar."""
    if finding.type != "PERSON" or finding.start == finding.end:
        return True
    if document.pages[finding.page - 1].source is PageSource.OCR and TITLE.fullmatch(
        document.text, finding.start, finding.end + 1
    ):
        return False
    if finding.confidence >= GUESS:
        return True
    words = document.text[finding.start : finding.end].split()
    return any(word[:1].isupper() and is_name_part(word.strip(".,;:()").lower()) for word in words)
