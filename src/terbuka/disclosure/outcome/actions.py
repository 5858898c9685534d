"""The only writers of what jobs found out. Each is one transaction, and does nothing where the case has
moved on since the job was asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from terbuka import __version__
from terbuka.disclosure import verbs, workflow
from terbuka.disclosure.cleaning import forget
from terbuka.disclosure.decisions import Standing
from terbuka.disclosure.models import Case, Mark, PreparedCopy
from terbuka.disclosure.workflow import CASE
from terbuka.journal.actions import record
from terbuka.office.models import JobRun


def locked(case: Case | int) -> Case:
    """The case as it is now, locked until the transaction ends: two officers, or an officer and a job."""
    number = case if isinstance(case, int) else case.pk
    return Case.objects.select_related("unit").select_for_update(of=("self",)).get(pk=number)


def move(case: Case, event: str, *fields: str) -> None:
    """Do the step ``event`` and write the case with ``fields``. Raises ``NotPossible``."""
    state = CASE.target(event, case.state)
    if state != case.state:
        case.state, case.state_since = state, timezone.now()
    case.save(update_fields=["state", "state_since", *fields])


# --- Screening --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Screened:
    """What screening brought. ``extract``: its name in the private store. ``pages``: as the studio
    counts them. ``marks``: not saved yet."""

    extract: str
    format: str
    pages: int
    profile: str
    marks: Sequence[Mark]


@transaction.atomic
def screened(number: int, found: Screened) -> bool:
    """Put the findings of case ``number`` in place. False where nobody waits for them any more."""
    case = locked(number)
    if case.state != workflow.RECEIVED:
        return False
    for mark in found.marks:
        mark.case = case
    Mark.objects.bulk_create(found.marks, batch_size=500)
    case.extract, case.format, case.pages = found.extract, found.format, found.pages
    case.profile, case.problem, case.problem_values = found.profile, "", {}
    case.left = sum(mark.standing == Standing.UNDECIDED for mark in found.marks)
    move(case, "screened", "extract", "format", "pages", "profile", "problem", "problem_values", "left")
    record(
        verbs.SCREENED,
        case,
        actor=None,
        unit=case.unit,
        case=case.pk,
        findings=len(found.marks),
        left=case.left,
    )
    return True


def not_screened(run: JobRun) -> None:
    """The file could not be read: say why. Called in a transaction (``office.jobs``)."""
    case = locked(run.arguments["case"])
    if case.state != workflow.RECEIVED:
        return
    case.problem, case.problem_values = run.error, run.error_values
    move(case, "not_screened", "problem", "problem_values")
    record(verbs.NOT_SCREENED, case, actor=None, unit=case.unit, case=case.pk)


# --- The copy ---------------------------------------------------------------------------------------


@transaction.atomic
def prepared(number: int, decisions: int, made: dict[str, Any]) -> bool:
    """Put a verified copy in place, to wait for the second person. ``made``: fields of ``PreparedCopy``.
    False where a decision, a withdrawal or another worker came first."""
    case = locked(number)
    copy = PreparedCopy.objects.filter(case=case, decisions=decisions, file="").first()
    if copy is None or case.state != workflow.PREPARING or case.decisions != decisions:
        return False
    for field, value in made.items():
        setattr(copy, field, value)
    copy.engine_version = __version__
    copy.save()
    case.problem, case.problem_values = "", {}
    move(case, "prepared", "problem", "problem_values")
    record(verbs.COPY_MADE, case, actor=None, unit=case.unit, case=case.pk, sha256=copy.sha256)
    return True


def not_prepared(run: JobRun) -> None:
    """No copy could be made, or something would survive in it: back to deciding, nothing is kept. Called
    in a transaction (``office.jobs``)."""
    case = locked(run.arguments["case"])
    if case.state != workflow.PREPARING or case.decisions != run.arguments["decisions"]:
        return
    names = drop_prepared_copy(case)
    case.problem, case.problem_values = run.error, run.error_values
    move(case, "not_prepared", "problem", "problem_values")
    record(verbs.COPY_FAILED, case, actor=None, unit=case.unit, case=case.pk)
    forget(None, case, *names)


def drop_prepared_copy(case: Case) -> list[str]:
    """Give up the copy that was being made or waited; return the names of its files, which the caller
    passes to ``cleaning.forget`` after the journal."""
    copy = PreparedCopy.objects.filter(case=case).first()
    if copy is None:
        return []
    names = [copy.file, copy.log, copy.extract, *drop_pictures(case, of=copy.sha256)]
    copy.delete()
    return names


def drop_pictures(case: Case, **of: str) -> list[str]:
    """Give up the pictures of pages, all or those of one file; return the names of their files."""
    pictures = case.pictures.filter(**of)
    names = list(pictures.values_list("file", flat=True))
    pictures.delete()
    return names
