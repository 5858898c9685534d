"""Is anything that had to be hidden still in this copy? The answer comes from a process of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from terbuka.documents import Document
from terbuka.documents.direction import as_seen
from terbuka.documents.model import PICTURE, UNREAD
from terbuka.documents.reader import open_document
from terbuka.documents.sandbox import Limits, Progress, run_in_sandbox
from terbuka.documents.source import fingerprint
from terbuka.documents.terminal import without_commands
from terbuka.errors import TerbukaError
from terbuka.language import N_
from terbuka.redaction.log import read_log
from terbuka.redaction.model import APART, Placed, Plan, Readable
from terbuka.redaction.pieces import page_pieces
from terbuka.redaction.plan import make_plan, readable_pages
from terbuka.redaction.verifier.foreign.hidden_parts import hidden_check
from terbuka.redaction.verifier.model import Check, Survivor, Verification
from terbuka.redaction.verifier.rescreen.again import readable_still
from terbuka.redaction.verifier.rescreen.alone import Seen, seen_alone
from terbuka.redaction.verifier.secrets.search import Secret
from terbuka.screening.screen import screen


def verify_plan(
    public: Path,
    plan: Plan,
    placed: Iterable[Placed],
    *,
    terms: Iterable[str] = (),
    on_progress: Progress | None = None,
) -> Verification:
    """Verify a copy that was made from ``plan``: nothing hidden in it may be read more often than it may."""
    secrets = [*secrets_of(plan), *(Secret(0, "TERM", term) for term in terms)]
    return _verify(public, secrets, readable_pages(plan, placed), on_progress=on_progress)


def verify(
    public: Path,
    *,
    original: Path | None = None,
    log: Any = None,
    terms: Sequence[str] = (),
    on_progress: Progress | None = None,
) -> Verification:
    """Verify any file as a public copy.

    With ``original`` and ``log`` (the log as read from JSON): that exactly what the log hides is gone.
    With ``original`` alone: that what screening would hide in it is gone. By itself: that it holds no
    hidden content and nothing that screening would hide. ``terms`` must not be found in any case.
    Raises ``TerbukaError`` when a file cannot be read, log and original do not belong together, or a log
    comes without its original.
    """
    if original is None:
        if log is not None:
            raise TerbukaError(N_("Catatan hanya dapat dipakai bersama berkas asalnya (--original)."))
        return _verify_alone(public, terms, on_progress)
    document = open_document(original)
    if log is None:
        plan = make_plan(document, screen(document).findings)
        secrets = [*secrets_of(plan), *(Secret(0, "TERM", term) for term in terms)]
        pages = readable_pages(plan, ())
        left_open = APART.join(page.left_open for page in pages)
        whole = Readable("\n".join(page.unhidden for page in pages), "", left_open)
        copy = open_document(public)
        verification = _verify(public, secrets, [whole], shown=copy.text, on_progress=on_progress)
        return _with(verification, _beside_the_text(copy))
    plan, placed, sha256 = read_log(log, document)
    verification = verify_plan(public, plan, placed, terms=terms, on_progress=on_progress)
    changed = () if verification.sha256 == sha256 else (Survivor("hash", "not the copy of this log"),)
    return _with(verification, Check("hash", 1, changed))


def _verify_alone(public: Path, terms: Sequence[str], on_progress: Progress | None) -> Verification:
    """Without an original: what the file hides, and what screening would still hide in it."""
    own = _own_copy(public, on_progress)
    document = own.document if own else open_document(public)
    pages = own.pages if own else [Readable("", "")] * max(1, len(document.pages))
    seen = Seen(list(readable_still(document)), (), ()) if own else seen_alone(public, document, on_progress)
    readable = [Survivor("screening", finding.rule, finding.page, finding.type) for finding in seen.findings]
    secrets = [Secret(0, "TERM", term) for term in terms]
    shown = None if own else document.text
    verification = _verify(public, secrets, pages, shown=shown, on_progress=on_progress)
    words = sum(len(page.words) for page in document.pages)
    return _with(
        verification,
        *([own.check] if own and own.check else []),
        Check("screening", words, (*seen.shining, *dict.fromkeys(readable)), seen.emblems),
        _all_hidden(document) if own else hidden_check(document),
    )


def _beside_the_text(document: Document) -> Check:
    """What the file holds beside its pages: what stands on them unseen is held against the original."""
    beside = (part for part in document.hidden if part.kind != "hidden-text")
    return hidden_check(replace(document, hidden=tuple(beside)))


def _all_hidden(document: Document) -> Check:
    """In a copy of our own making there is no hidden part, of whatever kind."""
    hidden = [Survivor(part.kind, part.place, part.page) for part in document.hidden]
    return Check("hidden content", len(hidden), tuple(dict.fromkeys(hidden)))


class _OwnCopy(NamedTuple):
    """A file that calls itself ours, as ``rescreen.own`` reads it; ``check``: of the layer of a PDF."""

    document: Document
    pages: list[Readable]
    check: Check | None


def _own_copy(public: Path, on_progress: Progress | None) -> _OwnCopy | None:
    """The file read as a copy of our own making, which is then held to be exactly one; None if it is none."""
    sha256, _ = fingerprint(public)
    answer = run_in_sandbox(
        "terbuka.redaction.verifier.rescreen.own:read_own",
        {"public": str(public.absolute()), "sha256": sha256},
        reads=[public],
        limits=Limits(),
        on_progress=on_progress,
    )
    if answer is None:
        return None
    pages = [Readable(*page) for page in answer["pages"]]
    check = Check.from_json(answer["check"]) if answer["check"] else None
    return _OwnCopy(Document.from_json(answer["document"]), pages, check)


def secrets_of(plan: Plan) -> list[Secret]:
    """The text under every redaction, drawn regions included."""
    text, read = plan.document.text, as_seen(plan.document.text).read
    secrets = [
        Secret(r.number, r.type, said)
        for r in plan.redactions
        if r.end > r.start and (said := _without_pictures(without_commands(read(r.start, r.end))))
    ]
    regions = {r.number: r.type for r in plan.redactions if r.end == r.start}
    for page in plan.document.pages if regions else ():
        under: dict[int, list[str]] = {}
        for piece in page_pieces(page, plan.redactions, text):
            if piece.redaction in regions:
                under.setdefault(piece.redaction, []).append(text[piece.start : piece.end])
        for number, words in under.items():
            # each word, and the passage as a whole
            secrets.extend(Secret(number, regions[number], said) for said in {*words, " ".join(words)})
    return secrets


def _without_pictures(text: str) -> str:
    """What stands for a picture, or for what nobody has read of it, is no secret."""
    for word in (PICTURE, UNREAD):
        text = text.replace(word, " ")
    return text.strip()


def _with(verification: Verification, *checks: Check) -> Verification:
    return Verification(
        verification.format, verification.sha256, verification.secrets, (*verification.checks, *checks)
    )


def _verify(
    public: Path,
    secrets: Sequence[Secret],
    pages: Sequence[Readable],
    *,
    shown: str | None = None,
    on_progress: Progress | None,
) -> Verification:
    """``shown``: what a file says that is not ours."""
    answer = run_in_sandbox(
        "terbuka.redaction.verifier.inspect:inspect",
        {
            "public": str(public.resolve()),
            "secrets": [[secret.number, secret.type, secret.text] for secret in secrets],
            "pages": list(pages),
            "ours": shown is None,
            "shown": shown or "",
        },
        reads=[public],
        limits=Limits(),
        on_progress=on_progress,
    )
    return Verification.from_json(answer)
