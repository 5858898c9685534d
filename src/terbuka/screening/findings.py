"""Candidates judged by the policy: overlaps settled, entities numbered, pages and boxes added."""

from collections.abc import Iterator

from terbuka.documents import Document
from terbuka.screening.candidate import Candidate
from terbuka.screening.model import Finding
from terbuka.screening.policy import Policy, Verdict, policy
from terbuka.screening.spans import boxes, pages_of, settle

_GROUPS = ("PERSON", "TERM")  # everything else with the same key is one thing (a number written twice)


def to_findings(document: Document, candidates: list[Candidate], profile: str) -> list[Finding]:
    """Findings in document order, not overlapping; a candidate over a page break gives one on each page."""
    rules = policy(profile)
    opens = {id(c) for c in candidates if not _verdict(rules, c).action.hides}
    entities: dict[tuple[str, str], str] = {}
    found: list[Finding] = []
    for candidate in settle(document.text, candidates, opens):
        entity = None
        if candidate.key is not None:
            group = candidate.type if candidate.type in _GROUPS else "thing"
            entity = entities.setdefault((group, candidate.key), f"e{len(entities) + 1}")
        found += _on_pages(document, candidate, _verdict(rules, candidate), entity)
    return found


def _verdict(rules: Policy, candidate: Candidate) -> Verdict:
    return rules.verdict(candidate.type, candidate.holder, candidate.certain)


def _on_pages(
    document: Document, candidate: Candidate, verdict: Verdict, entity: str | None
) -> Iterator[Finding]:
    for page, start, end in pages_of(document, candidate.start, candidate.end):
        yield Finding(
            type=candidate.type,
            start=start,
            end=end,
            page=page.number,
            action=verdict.action,
            rule=candidate.rule,
            confidence=round(candidate.certain, 3),
            boxes=boxes(page, start, end),
            ground=verdict.ground,
            basis=verdict.basis,
            entity=entity,
            mode=verdict.mode,
            role=str(candidate.holder) if candidate.holder else None,
            reason=candidate.reason,
            values=candidate.values,
        )
