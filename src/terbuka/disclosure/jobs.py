"""The long work of this desk: reading and screening a file, making and proving a copy."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile, File

from terbuka.disclosure import workflow
from terbuka.disclosure.decisions import Kind, Standing
from terbuka.disclosure.extract import Extract, open_extract, saved_extract, sheet_bounds
from terbuka.disclosure.marking import to_findings, to_marks
from terbuka.disclosure.models import Case, PreparedCopy, Target
from terbuka.disclosure.outcome import actions as outcome
from terbuka.disclosure.workplace import stored, workplace
from terbuka.documents import Document
from terbuka.documents.arrangement import arrangement_of
from terbuka.documents.formats import Format
from terbuka.documents.reader import open_document
from terbuka.language import N_
from terbuka.office.jobs import Progress, job
from terbuka.office.storage import PrivateStorage, clear_when_full
from terbuka.redaction.grounds_page import grounds_sheets
from terbuka.redaction.log import RedactionLog
from terbuka.redaction.redact import redact
from terbuka.screening.policy import DEFAULT
from terbuka.screening.screen import screen
from terbuka.screening.terms import find_terms


@job(attempts=3, on_failed=outcome.not_screened)
def screen_file(progress: Progress, *, case: int) -> None:
    """Read the file of a case and propose what may not be shown. Done before: nothing happens."""
    found = Case.objects.filter(pk=case, state=workflow.RECEIVED).first()
    if found is None:
        return
    original = stored(found.original)
    document = open_document(original, on_progress=_reading(progress))
    progress(1, 1, N_("Mencari apa yang tidak boleh terbuka."))
    screening = screen(document, profile=DEFAULT)
    bounds = sheet_bounds(document)
    marks, reasons = to_marks(screening.findings, bounds, paged=Format(document.format).is_paged)
    blocks = arrangement_of(original, document)
    with saved_extract(document, screening.notices, reasons, blocks) as name:
        result = outcome.Screened(name, document.format, len(bounds), screening.profile, marks)
        if not outcome.screened(case, result):
            PrivateStorage().delete(name)


@job(attempts=3, on_failed=outcome.not_prepared)
def make_copy(progress: Progress, *, case: int, decisions: int, grounds_page: bool = False) -> None:
    """Write the public copy of a case as decided, prove it, and keep it for the second person.
    ``grounds_page``: its last page lists grounds and counts."""
    prepared = (
        PreparedCopy.objects.filter(case=case, decisions=decisions, file="").select_related("case").first()
    )
    if prepared is None:
        return
    with clear_when_full(), workplace() as place:
        copy = place / "copy"
        with open_extract(prepared.case.extract) as extract:
            log = _redact(prepared.case, extract, copy, progress, grounds_page=grounds_page)
        with _kept(copy, log) as made:
            if not outcome.prepared(case, decisions, made):
                for name in filter(None, (made["file"], made["log"], made["extract"])):
                    PrivateStorage().delete(name)


def _redact(
    case: Case, extract: Extract, copy: Path, progress: Progress, *, grounds_page: bool
) -> RedactionLog:
    document = extract.document()
    return redact(
        stored(case.original),
        copy,
        to_findings(case.marks.all(), paged=case.has_pictures),
        document=document,
        terms=_whole_terms(case, document),
        grounds_page=grounds_page,
        stage=_stages(progress),
        work=copy.parent,
    )


def _whole_terms(case: Case, document: Document) -> list[str]:
    """The terms that are hidden wherever they stand: these may not be found anywhere in the copy. A term
    of which something was opened, before or since, is not among them."""
    undone = set(case.decision_list.filter(undoes__isnull=False).values_list("undoes", flat=True))
    terms = case.decision_list.filter(kind=str(Kind.HIDE), target=Target.TERM).exclude(number__in=undone)
    opened = list(case.marks.filter(standing=str(Standing.KEPT)).values_list("start", "end"))
    return [
        decision.text
        for decision in terms
        if not any(
            start < hit.end and hit.start < end
            for hit in find_terms(document, [decision.text])
            for start, end in opened
        )
    ]


@contextmanager
def _kept(copy: Path, log: RedactionLog) -> Iterator[dict[str, Any]]:
    """Put the copy, its log and (where it has no pictures) its text into the private store; take them
    away again if the block fails. Gives the fields of ``PreparedCopy``."""
    format = Format(log.format).of_copy
    with ExitStack() as stack:
        store = PrivateStorage()
        content = stack.enter_context(copy.open("rb"))
        record = ContentFile(json.dumps(log.to_json()).encode())
        made = {
            "file": stack.enter_context(store.saving(File(content))),
            "log": stack.enter_context(store.saving(record)),
            "extract": "",
            "sha256": log.public_sha256,
            "size": log.public_size,
            "format": str(format),
            "pages": log.pages + (len(grounds_sheets(log.redactions)) if log.grounds_page else 0),
            "grounds": log.counts(),
            "checks": [{"name": check.name, "items": check.items} for check in log.verification.checks],
            "verified_sha256": log.verification.sha256,
            "passed": log.verification.passed,
        }
        if not format.is_paged:
            written = open_document(copy)
            blocks = arrangement_of(copy, written)
            made["extract"] = stack.enter_context(saved_extract(written, blocks=blocks))
            made["pages"] = len(sheet_bounds(written))
        yield made


def _reading(progress: Progress) -> Callable[[int, int], None]:
    def report(done: int, total: int) -> None:
        progress(done, total, N_("Membaca halaman %(page)d dari %(pages)d."), page=done, pages=total)

    return report


# Where it begins on the bar; 1 where the step that is reported is done, and the next one is at work.
_STAGES = {
    "write": (0, 0, N_("Menulis salinan, halaman %(step)d dari %(steps)d.")),
    "verify": (50, 1, N_("Memeriksa salinan, langkah %(step)d dari %(steps)d.")),
}


def _stages(progress: Progress) -> Callable[[str], Callable[[int, int], None]]:
    """Writing is the first half of the bar, proving the second. The last step is said by the end."""

    def stage(name: str) -> Callable[[int, int], None]:
        begin, begun, sentence = _STAGES[name]

        def report(done: int, total: int) -> None:
            share = begin + 49 * done // max(1, total)
            progress(share, 100, sentence, step=min(done + begun, total), steps=total)

        return report

    return stage
