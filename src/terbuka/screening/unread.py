"""Unknown is not no: what was not read on a page is hidden until a person has looked at it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from terbuka.documents import Document, Unread
from terbuka.language import N_
from terbuka.screening.model import Action, Finding, Mode
from terbuka.screening.policy import Verdict, label, policy

Inside = Callable[[str], Sequence[Finding]]
"""What screening says about a text by itself."""

IN_CODE = N_("Kode QR atau kode batang. Telepon siapa pun dapat membacanya; di dalamnya ada %(types)s.")


def unread_findings(document: Document, profile: str, inside: Inside) -> Iterator[Finding]:
    """A region for every part of a page or a picture that was not read, in document order.

    A code that says what may not be shown is hidden as hard as that; its text is told to nobody here.
    """
    verdict = policy(profile).verdict("REGION", None, 0.0)
    for part in document.unread:
        region = _region(part, document.pages[part.page - 1].start, verdict)
        said = [finding for finding in inside(part.text) if finding.action.hides] if part.text else []
        yield _as_what_it_says(region, said, profile) if said else region


def _region(part: Unread, start: int, verdict: Verdict) -> Finding:
    """In a text that flows the words that stand for the part; on a page its box."""
    in_flow = part.start < part.end
    return Finding(
        type="REGION",
        start=part.start if in_flow else start,
        end=part.end if in_flow else start,
        page=part.page,
        action=verdict.action,
        rule="unread.code" if part.text else "unread.region",
        confidence=0.0,
        boxes=() if in_flow else (part.box,),
        ground=verdict.ground,
        basis=verdict.basis,
        mode=verdict.mode,
        reason=part.message,
        values=part.values,
    )


def _as_what_it_says(region: Finding, said: Sequence[Finding], profile: str) -> Finding:
    """The region with the hardest verdict on what its code says."""
    types = dict.fromkeys(label(finding.type, profile=profile) for finding in said)
    hardest = max(said, key=lambda finding: (finding.mode is Mode.BLOCK, finding.action is Action.REDACT))
    return replace(
        region,
        action=hardest.action,
        confidence=hardest.confidence,
        ground=hardest.ground,
        basis=hardest.basis,
        mode=hardest.mode,
        reason=IN_CODE,
        values={"types": ", ".join(types)},
    )
