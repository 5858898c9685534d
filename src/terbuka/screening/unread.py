"""Unknown is not no: what was not read on a page is hidden until a person has looked at it."""

from collections.abc import Iterator

from terbuka.documents import Document
from terbuka.screening.model import Finding
from terbuka.screening.policy import policy


def unread_findings(document: Document, profile: str) -> Iterator[Finding]:
    """A region for every part of a page that was not read, in document order."""
    verdict = policy(profile).verdict("REGION", None, 0.0)
    for part in document.unread:
        start = document.pages[part.page - 1].start
        yield Finding(
            type="REGION",
            start=start,
            end=start,
            page=part.page,
            action=verdict.action,
            rule="unread.region",
            confidence=0.0,
            boxes=(part.box,),
            ground=verdict.ground,
            basis=verdict.basis,
            mode=verdict.mode,
            reason=part.message,
            values=part.values,
        )
