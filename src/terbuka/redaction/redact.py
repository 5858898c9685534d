"""The way to a public copy: read, decide, write, verify, and only then put in place.

There is no other way to one, and no way past the verification: the copy is written where nobody else reads,
and comes to its destination when nothing survives in it (``placing``). Whatever goes wrong before that leaves
no file there, also who is killed outright.
"""

import os
import tempfile
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

from terbuka.documents import Box, Document, PageSource
from terbuka.documents.formats import Format
from terbuka.documents.reader import open_document
from terbuka.documents.sandbox import Limits, Progress, run_in_sandbox
from terbuka.documents.workplace import workplace
from terbuka.errors import TerbukaError
from terbuka.language import N_
from terbuka.redaction.locks import refuse_opened
from terbuka.redaction.log import RedactionLog
from terbuka.redaction.model import Placed, Plan
from terbuka.redaction.placing import Keep, digest, put
from terbuka.redaction.plan import make_plan
from terbuka.redaction.verify import verify_plan
from terbuka.redaction.wording import refusal
from terbuka.screening import Finding
from terbuka.screening.policy import DEFAULT

KIND = "terbuka-copy-"
Record = Callable[[RedactionLog], AbstractContextManager[Keep]]
"""Given the log of a copy that is proven, prepares to keep it; what comes out of it puts the log in place,
right after the copy. If either raises, there is no copy."""
Stage = Callable[[str], Progress]
"""Given the name of a stage (``read``, ``write``, ``verify``), returns where its progress is told."""

WRITERS = {
    Format.PDF: "terbuka.redaction.writers.pdf",
    Format.DOCX: "terbuka.redaction.writers.docx",
    Format.XLSX: "terbuka.redaction.writers.xlsx",
    Format.HTML: "terbuka.redaction.writers.html",
    Format.MAIL: "terbuka.redaction.writers.mail",
    Format.TEXT: "terbuka.redaction.writers.plain",
}


def silent(stage: str) -> Progress:
    """A stage that nobody watches."""
    return lambda done, total: None


def redact(
    source: Path,
    destination: Path,
    findings: Iterable[Finding],
    *,
    document: Document | None = None,
    terms: Iterable[str] = (),
    profile: str = DEFAULT,
    grounds_page: bool = False,
    stage: Stage = silent,
    record: Record | None = None,
    work: Path | None = None,
) -> RedactionLog:
    """Write the public copy of ``source`` with everything hidden that ``findings`` hide.

    ``document``: ``source`` already opened; it is checked to be the same bytes. ``terms``: strings
    that must not be found anywhere in the copy, in any written form. ``profile``: whose words stand on the
    boxes. ``grounds_page``: a page at the end of a PDF lists grounds and counts. ``record``: see ``Record``.
    ``work``: a folder for the copy until it is proven; else that of the system for what is temporary. Raises
    ``Survives`` when the verifier finds something, or when ``findings`` open in one place what they lock in
    another, ``TerbukaError`` when the file cannot be read or written; in each case ``destination`` is as it
    was.
    """
    check_destination(source, destination)
    document = document or open_document(source, on_progress=stage("read"))
    findings = tuple(findings)
    plan = make_plan(document, findings, profile=profile, grounds_page=grounds_page)
    refuse_opened(plan, findings)
    try:
        with workplace(work or Path(tempfile.gettempdir()), KIND) as place:
            candidate = place / "copy"
            log = _write_and_prove(source, candidate, plan, tuple(terms), stage)
            put(candidate, log.public_sha256, destination, (record or _no_record)(log))
        return log
    except OSError as error:
        raise TerbukaError(
            N_("Salinan tidak dapat disimpan (%(reason)s). Berkas asal aman, tidak ada yang ditulis."),
            reason=os.strerror(error.errno) if error.errno else type(error).__name__,
        ) from error


def check_destination(source: Path | None, destination: Path) -> None:
    """Refuse at once where nothing could be put in the end: a folder that is missing, the original itself.

    And what is there and no file: a copy put in the place of ``/dev/null`` would take the device from all.
    """
    try:
        exists, is_file, is_folder = destination.exists(), destination.is_file(), destination.is_dir()
    except OSError as error:  # a name that is too long, a folder that may not be looked into
        raise TerbukaError(N_("Tempat tujuan tidak dapat dipakai. Pilih nama atau folder lain.")) from error
    if is_folder:
        raise TerbukaError(N_("%(name)s adalah folder. Sebut juga nama berkasnya."), name=destination.name)
    if exists and not is_file:
        raise TerbukaError(
            N_("%(name)s bukan berkas biasa, jadi tidak ditimpa. Pilih nama lain."), name=destination.name
        )
    if not destination.parent.is_dir():
        raise TerbukaError(N_("Folder tujuan tidak ada. Buat dulu foldernya, lalu coba lagi."))
    if not os.access(destination.parent, os.W_OK):
        raise TerbukaError(N_("Folder tujuan tidak boleh ditulisi. Pilih folder lain."))
    if source and destination.exists() and source.exists() and destination.samefile(source):
        raise TerbukaError(N_("Salinan publik tidak boleh menimpa berkas asal. Pilih nama lain."))


def _no_record(log: RedactionLog) -> AbstractContextManager[Keep]:
    """Nobody wants the log in a file."""
    return nullcontext(lambda: None)


def _write_and_prove(
    source: Path, candidate: Path, plan: Plan, terms: tuple[str, ...], stage: Stage
) -> RedactionLog:
    placed = write_copy(source, candidate, plan, stage("write"))
    verification = verify_plan(candidate, plan, placed, terms=terms, on_progress=stage("verify"))
    if not verification.passed and _has_real_text(plan):
        plan = replace(plan, pixels=True)  # what cannot be proven as text may be as a picture
        placed = write_copy(source, candidate, plan, stage("write"))
        verification = verify_plan(candidate, plan, placed, terms=terms, on_progress=stage("verify"))
    if not verification.passed:
        raise refusal(verification)
    return RedactionLog(
        original_sha256=plan.document.sha256,
        public_sha256=verification.sha256,
        public_size=candidate.stat().st_size,
        format=plan.document.format,
        pages=len(plan.document.pages),
        redactions=plan.redactions,
        placed=tuple(placed),
        verification=verification,
        left_open=plan.left_open,
        grounds_page=plan.grounds_page,
    )


def _has_real_text(plan: Plan) -> bool:
    """Whether a page of the copy may hold its words as text."""
    return any(page.source in (PageSource.TEXT, PageSource.MIXED) for page in plan.document.pages)


def write_copy(source: Path, destination: Path, plan: Plan, on_progress: Progress) -> list[Placed]:
    """Run the writer of the document's format in the sandbox; returns where the bars stand."""
    rows = run_in_sandbox(
        "terbuka.redaction.redact:write_in_sandbox",
        {
            "source": str(source.resolve()),
            "destination": str(destination.resolve()),
            "writer": WRITERS[Format(plan.document.format).of_copy],
        },
        rows=plan.to_rows(),
        reads=[source],
        writes=[destination.parent],
        limits=Limits(),
        on_progress=on_progress,
    )
    return [Placed(number, page, Box(*box) if box else None) for number, page, box in rows]


def write_in_sandbox(
    request: dict[str, object], report: Progress, rows: Iterable[Any]
) -> list[tuple[int, int, Box | None]]:
    """The sandbox's side of ``write_copy``."""
    from importlib import import_module

    source = Path(str(request["source"]))
    plan = Plan.from_rows(rows)
    if digest(source) != plan.document.sha256:
        raise TerbukaError(N_("Berkas asal berubah selama dikerjakan. Periksa ulang berkas itu."))
    writer = import_module(str(request["writer"]))
    placed: list[Placed] = writer.write(source, Path(str(request["destination"])), plan, report)
    return [(bar.number, bar.page, bar.box) for bar in placed]
