"""Findings of the engine → marks of a case, and back. Places only; no text passes through here."""

from collections.abc import Iterable, Sequence

from terbuka.disclosure.decisions import Item, Standing
from terbuka.disclosure.extract import Reasons, split
from terbuka.disclosure.models import Mark
from terbuka.documents import Box
from terbuka.screening import Action, Finding, Mode
from terbuka.screening.policy import DEFAULT, policy

PERSONAL_SECRETS = "17.h"

_STANDING = {
    Action.REDACT: Standing.HIDDEN,
    Action.REVIEW: Standing.UNDECIDED,
    Action.KEEP: Standing.KEPT,
}


def usual_ground(type_: str) -> str:
    """The ground on which a thing of this type is usually hidden."""
    rules = policy(DEFAULT).rules
    verdict = rules.get((type_, "*"))
    return (verdict.ground if verdict else None) or PERSONAL_SECRETS


def to_marks(
    findings: Iterable[Finding], bounds: Sequence[tuple[int, int]], *, paged: bool
) -> tuple[list[Mark], dict[int, Reasons]]:
    """Marks numbered from 1 in document order, not saved yet, and why each is proposed, by sheet.

    In formats without pages (``paged`` False) a finding goes to the sheet where it stands, and one that
    runs over the end of a sheet becomes two.
    """
    marks: list[Mark] = []
    reasons: dict[int, Reasons] = {}
    for finding in findings:
        parts = [(finding.page, finding.start, finding.end)]
        for page, start, end in parts if paged else split(finding.start, finding.end, list(bounds)):
            mark = _mark(len(marks) + 1, finding, page, start, end)
            marks.append(mark)
            reasons.setdefault(page, {})[mark.number] = (finding.reason, finding.values)
    return marks, reasons


def _mark(number: int, finding: Finding, page: int, start: int, end: int) -> Mark:
    ground = finding.ground or usual_ground(finding.type)
    return Mark(
        number=number,
        page=page,
        start=start,
        end=end,
        boxes=[[round(value, 2) for value in box] for box in finding.boxes],
        type=finding.type,
        action=str(finding.action),
        mode=str(finding.mode),
        own_ground=ground,
        basis=list(finding.basis),
        rule=finding.rule,
        confidence=finding.confidence,
        entity=finding.entity or "",
        role=finding.role or "",
        standing=_STANDING[finding.action],
        ground=ground,
    )


def to_findings(marks: Iterable[Mark], *, paged: bool) -> list[Finding]:
    """What the engine is to hide and to keep, as it was decided."""
    return [_finding(mark, paged=paged) for mark in marks if mark.standing != Standing.VOID]


def _finding(mark: Mark, *, paged: bool) -> Finding:
    return Finding(
        type=mark.type,
        start=mark.start,
        end=mark.end,
        page=mark.page if paged else 1,
        action=Action.REDACT if mark.hides else Action.KEEP,
        rule=mark.rule,
        confidence=mark.confidence,
        boxes=tuple(Box(*box) for box in mark.boxes),
        ground=mark.ground,
        basis=tuple(mark.basis) if mark.ground == mark.own_ground else (),
        entity=mark.entity or None,
        mode=Mode(mark.mode),
        role=mark.role or None,
    )


def to_item(mark: Mark) -> Item:
    """A mark as proposed, for the fold of the decisions."""
    standing = Standing.HIDDEN if mark.added_by else _STANDING[Action(mark.action)]
    return Item(mark.number, standing, mark.own_ground, mark.added_by)
