"""Findings and decisions → the plan of a public copy: what is hidden, under which label."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Any

from terbuka.documents import Box, Document, Page
from terbuka.documents.direction import Stretch, as_seen
from terbuka.documents.formats import Format
from terbuka.documents.terminal import without_commands
from terbuka.errors import TerbukaError
from terbuka.language import N_
from terbuka.law.grounds import grounds
from terbuka.redaction import shape
from terbuka.redaction.grounds_page import grounds_sheets
from terbuka.redaction.model import APART, Placed, Plan, Readable, Redaction
from terbuka.redaction.pieces import page_pieces
from terbuka.screening import Action, Finding, Mode
from terbuka.screening.policy import DEFAULT, label

NOBODY_READ = "unread.region"
CLOSE = 0.25
"""Points: as far as the ink of a word may be measured beside its box."""

_DECISIONS = shape.row(
    {"findings": shape.each(shape.row({}))}, {"document": shape.row({}, {"sha256": shape.text})}
)
_FINDING = shape.row(
    {"type": shape.text, "action": shape.one_of(Action)},
    {
        "start": shape.whole,
        "end": shape.whole,
        "page": shape.whole,
        "boxes": shape.each(shape.box),
        "ground": shape.maybe(shape.one_of(grounds())),
        "basis": shape.each(shape.text),
        "mode": shape.one_of(Mode),
        "role": shape.maybe(shape.text),
        "entity": shape.maybe(shape.text),
        "rule": shape.text,
        "reason": shape.text,
    },
)
"""What of a decision goes into the copy or its log."""


def make_plan(
    document: Document, findings: Iterable[Finding], *, profile: str = DEFAULT, grounds_page: bool = False
) -> Plan:
    """Everything that ``findings`` hide, in document order, stretches clipped so that none overlap; and what
    they keep. ``profile``: whose words stand on the boxes. ``grounds_page``: a page at the end lists grounds
    and counts. Raises ``UnknownProfile``, and ``TerbukaError`` where the copy has no pages to add one to."""
    if grounds_page and Format(document.format).of_copy != Format.PDF:
        raise TerbukaError(N_("Halaman dasar hanya dapat ditambahkan pada salinan PDF."))
    findings = tuple(findings)
    hidden = sorted(_told_once(document, findings), key=lambda f: _order(f, document))
    redactions: list[Redaction] = []
    covered = 0
    for finding in hidden:
        start, end = finding.start, finding.end
        if start < end:
            start = max(start, covered)
            if start >= end:
                continue  # stands wholly inside one before it
            covered = end
        redactions.append(_redaction(len(redactions) + 1, replace(finding, start=start, end=end), profile))
    left_open = sorted({(f.start, f.end) for f in findings if not f.action.hides and f.start < f.end})
    return Plan(document, tuple(redactions), tuple(left_open), grounds_page=grounds_page)


def _told_once(document: Document, findings: Iterable[Finding]) -> Iterator[Finding]:
    """What is hidden, without those parts nobody read that are the ink of a word which goes as well: a bar of
    their own would be as wide as the letter."""
    hidden = [finding for finding in findings if finding.action.hides]
    stretches = [(f.start, f.end) for f in hidden if f.start < f.end]
    for finding in hidden:
        gone = _words_within(document, finding.page, stretches) if finding.rule == NOBODY_READ else []
        if not gone or not all(any(_is_inside(box, word) for word in gone) for box in finding.boxes):
            yield finding


def _words_within(document: Document, number: int, stretches: Sequence[Stretch]) -> list[Box]:
    """Where the words of a page stand that go as a whole."""
    words = [word for page in document.pages[number - 1 : number] for word in page.words]
    return [w.box for w in words if w.box and any(a <= w.start and w.end <= b for a, b in stretches)]


def _is_inside(box: Box, word: Box) -> bool:
    return (
        box.x0 >= word.x0 - CLOSE
        and box.y0 >= word.y0 - CLOSE
        and box.x1 <= word.x1 + CLOSE
        and box.y1 <= word.y1 + CLOSE
    )


def _order(finding: Finding, document: Document) -> tuple[int, int]:
    """By place in the text; a drawn region stands at the beginning of its page."""
    if finding.start == finding.end and document.pages:
        return (document.pages[finding.page - 1].start, 0)
    return (finding.start, -finding.end)


def _redaction(number: int, finding: Finding, profile: str) -> Redaction:
    word = label(finding.type, finding.role, finding.ground, profile=profile)
    return Redaction(
        number=number,
        type=finding.type,
        start=finding.start,
        end=finding.end,
        page=finding.page,
        label=f"[{word}]",
        boxes=finding.boxes,
        ground=finding.ground,
        basis=finding.basis,
        mode=finding.mode,
    )


def read_decisions(data: Any, document: Document) -> tuple[Finding, ...]:
    """A decisions file: the output of ``terbuka screen --json`` in which a person changed actions.

    A finding with ``page`` and ``boxes`` but without text (``start`` equal to ``end``, or neither) is
    a region drawn by hand. Raises ``TerbukaError`` when it does not fit the document.
    """
    if not _DECISIONS(data):
        raise TerbukaError(
            N_("Berkas keputusan tidak terbaca. Pakai keluaran 'terbuka screen --json' yang disunting.")
        )
    if data.get("document", {}).get("sha256", document.sha256) != document.sha256:
        raise TerbukaError(
            N_("Keputusan ini dibuat untuk berkas lain. Periksa ulang berkas ini, lalu putuskan lagi.")
        )
    rows: list[dict[str, Any]] = data["findings"]
    for number, row in enumerate(rows, 1):
        if not _FINDING(row):
            raise TerbukaError(
                N_("Keputusan ke-%(number)s tidak terbaca atau dasarnya tidak dikenal."), number=number
            )
    findings = tuple(Finding.from_json({"start": 0, "end": 0, "page": 1, **row}) for row in rows)
    for number, finding in enumerate(findings, 1):
        if not _fits(finding, document):
            raise TerbukaError(N_("Keputusan ke-%(number)s menunjuk ke luar dokumen."), number=number)
    return findings


def _fits(finding: Finding, document: Document) -> bool:
    if not 0 <= finding.start <= finding.end <= len(document.text):
        return False
    if not 1 <= finding.page <= max(1, len(document.pages)):
        return False
    return finding.start < finding.end or bool(finding.boxes) or not finding.action.hides


def readable_pages(plan: Plan, placed: Iterable[Placed]) -> list[Readable]:
    """What may be read on each page of the public copy.

    The words of the grounds page count as labels, so they may stand there even if a secret is spelled the
    same.
    """
    labels: dict[int, list[str]] = {}
    for bar in placed:
        labels.setdefault(bar.page, []).append(plan.redactions[bar.number - 1].label)
    seen = as_seen(plan.document.text)
    hidden = sorted(place for r in plan.redactions if r.start < r.end for place in seen.seen(r.start, r.end))
    left_open = sorted(place for stretch in plan.left_open for place in seen.seen(*stretch))
    sheets = grounds_sheets(plan.redactions) if plan.grounds_page else ()
    added = [Readable("", " ".join(word.text for word in sheet)) for sheet in sheets]
    pages = [
        Readable(
            " ".join(_unhidden_words(plan, page, seen.text, hidden)),
            " ".join(labels.get(page.number, ())),
            APART.join(_left_open(page, left_open, seen.text, hidden)),
        )
        for page in plan.document.pages
    ]
    return pages + added


def _unhidden_words(plan: Plan, page: Page, seen: str, hidden: Sequence[Stretch]) -> list[str]:
    if any(word.box for word in page.words):
        text = plan.document.text
        pieces = page_pieces(page, plan.redactions, text)
        return [text[p.start : p.end] for p in pieces if p.redaction is None]
    return _unhidden(seen, page.start, page.end, hidden)


def _left_open(
    page: Page, left_open: Sequence[Stretch], seen: str, hidden: Sequence[Stretch]
) -> Iterator[str]:
    """What was looked at and kept on a page, as far as nothing hides it after all."""
    reached = page.start
    for start, end in left_open[bisect_left(left_open, (page.start, 0)) :]:
        if start >= page.end:
            break
        if end > reached:
            yield from _unhidden(seen, max(start, reached), min(end, page.end), hidden)
            reached = end


def _unhidden(seen: str, start: int, end: int, hidden: Sequence[Stretch]) -> list[str]:
    """The pieces of ``[start, end)`` that no redaction covers."""
    pieces = []
    for first, last in hidden[bisect_right(hidden, start, key=itemgetter(1)) :]:
        if first >= end:
            break
        pieces.append(without_commands(seen[start : max(start, first)]))
        start = last
    return [*pieces, without_commands(seen[start:end])]
