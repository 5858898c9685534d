"""Work that takes longer than a page may: asked for in a transaction, done by a worker, seen on the page.

A desk writes its jobs in its ``jobs.py``::

    @job(attempts=3, on_failed=actions.screening_failed)
    def screen_file(progress: Progress, *, case: int) -> None:
        ...
        progress(page, pages, N_("Membaca halaman %(page)d dari %(pages)d"), page=page, pages=pages)

and asks for one inside the transaction of its action, after the journal::

    screen_file.enqueue(actor=actor, unit=case.unit, subject=case, case=case.pk)

The row that asks is part of that transaction (it is the outbox), so a job is never lost and never done
for something that was rolled back. A worker that dies loses its lease and the job is taken up again; so a
job must be idempotent: it looks first whether its result is there already. It must not hold one
transaction from beginning to end: on SQLite the whole office would wait for it.
"""

import datetime
import logging
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Concatenate, Generic, ParamSpec

from django.db import Error, connection, models, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django_tasks import task
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from terbuka.errors import TerbukaError
from terbuka.language import N_
from terbuka.office.errors import LeaseLost
from terbuka.office.models import JobRun, JobState
from terbuka.organisation.models import Account, Unit
from terbuka.organisation.roles import Role
from terbuka.organisation.rules import Visitor, units_with_role

logger = logging.getLogger("terbuka.jobs")

LEASE = datetime.timedelta(seconds=30)
BEAT = 5.0  # seconds between two signs of life
KEPT = datetime.timedelta(days=30)  # how long the rows of finished jobs stay

P = ParamSpec("P")
_jobs: dict[str, "Job[Any]"] = {}


class Progress:
    """How a job says how far it is. Raises ``LeaseLost`` when another worker has taken the job over."""

    def __init__(self, run: JobRun) -> None:
        self._run = run
        self._written_at = 0.0
        self.lost = threading.Event()

    def __call__(self, done: int, total: int, sentence: str = "", **values: Any) -> None:
        """``done`` of ``total`` steps; ``sentence`` is a message marked ``N_``. Written twice a second
        at most, and always at the end."""
        if self.lost.is_set():
            raise LeaseLost
        if done < total and time.monotonic() - self._written_at < 0.5:
            return
        self._written_at = time.monotonic()
        if not _mine(self._run).update(
            done=done, total=total, sentence=sentence, sentence_values=values, lease_until=_lease()
        ):
            raise LeaseLost


OnFailed = Callable[[JobRun], None]


@dataclass(frozen=True, slots=True)
class Job(Generic[P]):
    """A function that a worker runs. ``limit``: the longest it may take before it is given up."""

    name: str
    function: Callable[Concatenate[Progress, P], None]
    attempts: int
    limit: datetime.timedelta
    on_failed: OnFailed | None

    def enqueue(
        self,
        *,
        actor: Account | None,
        unit: Unit | None = None,
        subject: models.Model | None = None,
        **arguments: Any,
    ) -> JobRun:
        """Ask for it in the transaction under way. ``arguments`` must be JSON and hold no personal data."""
        run = JobRun.objects.create(
            job=self.name,
            arguments=arguments,
            account=actor,
            unit=unit,
            subject_kind=subject._meta.label_lower if subject else "",
            subject_id=str(subject.pk) if subject else "",
        )
        _hand_over(run)
        return run


def job(
    *,
    attempts: int = 3,
    limit: datetime.timedelta = datetime.timedelta(hours=4),
    on_failed: OnFailed | None = None,
) -> Callable[[Callable[Concatenate[Progress, P], None]], Job[P]]:
    """Make a function a job. ``on_failed`` is called, in a transaction, once it is given up for good."""

    def declare(function: Callable[Concatenate[Progress, P], None]) -> Job[P]:
        name = f"{function.__module__}.{function.__qualname__}"
        _jobs[name] = Job(name, function, attempts, limit, on_failed)
        return _jobs[name]

    return declare


def visible_runs(account: Visitor) -> QuerySet[JobRun]:
    """The jobs that ``account`` asked for, and those of units that a role of theirs reaches."""
    if not isinstance(account, Account):
        return JobRun.objects.none()
    return JobRun.objects.filter(Q(account=account) | Q(unit__in=units_with_role(account, Role.values)))


def latest_run(subject: models.Model) -> JobRun | None:
    """The last job about ``subject``: for its page, which has checked the right to see it."""
    return JobRun.objects.filter(subject_kind=subject._meta.label_lower, subject_id=str(subject.pk)).first()


# --- In the worker ----------------------------------------------------------------------------------


@task()
def run_job(number: str) -> None:
    """Run the job ``number`` unless it is over or somebody else's. Never raises: what an exception says
    may be personal, and the queue would store it."""
    try:
        _run(number)
    except Exception:
        # The database was away just when the end should be written. The lease runs out, and the job is
        # taken up again.
        logger.exception("the end of job %s could not be written", number)


def _run(number: str) -> None:
    run = _take(number)
    if run is None:
        return
    declared = _jobs.get(run.job)
    if declared is None:
        logger.error("no such job: %s", run.job)
        _fail(run, None, _BROKEN, {})
        return
    progress = Progress(run)
    try:
        with _Heartbeat(run, progress, declared.limit):
            declared.function(progress, **run.arguments)
    except LeaseLost:
        logger.warning("job %s was taken over", run.pk)
    except TerbukaError as error:
        _fail(run, declared, error.message, error.values)
    except Exception:
        logger.exception("job %s (%s) broke in attempt %d", run.pk, run.job, run.attempt)
        _again_or_fail(run, declared, _BROKEN)
    else:
        _mine(run).update(state=JobState.DONE, finished_at=timezone.now(), lease_until=None)


_BROKEN = N_(
    "Pekerjaan ini gagal karena kesalahan di dalam program. Berkas dan data Anda aman. "
    "Coba lagi; bila tetap gagal, hubungi pengelola sistem."
)
_STOPPED = N_(
    "Pekerjaan ini terhenti beberapa kali di tengah jalan dan tidak dilanjutkan lagi. Berkas dan data "
    "Anda aman. Coba lagi; bila tetap gagal, hubungi pengelola sistem."
)


def requeue_abandoned() -> int:
    """Take up the jobs whose worker is gone; return how many. Safe to call from many workers at once.

    A worker is gone when its lease has run out, or when it claimed the task and never began the job.
    """
    now = timezone.now()
    alive = DBTaskResult.objects.filter(id=OuterRef("task_id")).filter(
        Q(status=TaskResultStatus.READY) | Q(status=TaskResultStatus.RUNNING, started_at__gte=now - LEASE)
    )
    abandoned = JobRun.objects.filter(
        Q(state=JobState.RUNNING, lease_until__lt=now)
        | (Q(state=JobState.WAITING, created_at__lt=now - LEASE) & ~Exists(alive))
    )
    numbers = list(abandoned.values_list("pk", flat=True))
    return sum(_take_up(number, abandoned) for number in numbers)


def _take_up(number: Any, abandoned: QuerySet[JobRun]) -> bool:
    with transaction.atomic():
        run = abandoned.filter(pk=number).select_for_update(skip_locked=True, of=("self",)).first()
        if run is None:
            return False
        logger.warning("job %s (%s) lost its worker in attempt %d", run.pk, run.job, run.attempt)
        DBTaskResult.objects.filter(id__in=[run.task_id], status=TaskResultStatus.RUNNING).update(
            status=TaskResultStatus.FAILED, finished_at=timezone.now()
        )
        _again_or_fail(run, _jobs.get(run.job), _STOPPED)
        return True


def forget_finished() -> None:
    """Delete the rows of jobs that were over long ago, and the queue's own rows of yesterday."""
    now = timezone.now()
    JobRun.objects.filter(finished_at__lt=now - KEPT).delete()
    DBTaskResult.objects.finished().filter(finished_at__lt=now - datetime.timedelta(days=1)).delete()


def _lease() -> datetime.datetime:
    return timezone.now() + LEASE


def _mine(run: JobRun) -> QuerySet[JobRun]:
    """The row, if this attempt still holds it: an old worker that wakes up must not write over a new one."""
    return JobRun.objects.filter(pk=run.pk, state=JobState.RUNNING, attempt=run.attempt)


def _take(number: str) -> JobRun | None:
    with transaction.atomic():
        run = JobRun.objects.select_for_update().filter(pk=number, state=JobState.WAITING).first()
        if run is None:
            return None
        run.state, run.attempt, run.lease_until = JobState.RUNNING, run.attempt + 1, _lease()
        run.started_at = timezone.now()
        run.save(update_fields=["state", "attempt", "lease_until", "started_at"])
        return run


def _hand_over(run: JobRun, delay: datetime.timedelta | None = None) -> None:
    later = run_job.using(run_after=timezone.now() + delay) if delay else run_job
    run.task_id = later.enqueue(str(run.pk)).id
    run.save(update_fields=["task_id"])


def _again_or_fail(run: JobRun, declared: Job[Any] | None, sentence: str) -> None:
    if declared is None or run.attempt >= declared.attempts:
        _fail(run, declared, sentence, {})
        return
    with transaction.atomic():
        again = JobRun.objects.select_for_update().filter(pk=run.pk, attempt=run.attempt)
        if again.exclude(state__in=[JobState.DONE, JobState.FAILED]).update(
            state=JobState.WAITING, lease_until=None
        ):
            _hand_over(run, datetime.timedelta(seconds=2**run.attempt))


def _fail(run: JobRun, declared: Job[Any] | None, sentence: str, values: dict[str, Any]) -> None:
    """The end of a job and what follows from it are one: who is killed between would leave rows that wait for
    a job that is over."""
    with transaction.atomic():
        open_run = JobRun.objects.filter(pk=run.pk, attempt=run.attempt).exclude(
            state__in=[JobState.DONE, JobState.FAILED]
        )
        ended = open_run.update(
            state=JobState.FAILED,
            error=sentence,
            error_values=values,
            finished_at=timezone.now(),
            lease_until=None,
        )
        if ended and declared and declared.on_failed:
            run.refresh_from_db()
            try:
                with transaction.atomic():
                    declared.on_failed(run)
            except Exception:
                logger.exception("what follows the failure of job %s broke", run.pk)


class _Heartbeat:
    """Moves the lease forward while the job runs, in a thread of its own.

    When the job takes longer than its limit the beat stops, so that the job is given up; and if it does
    not even come back to its next progress, the process ends itself: a thread cannot be ended.
    """

    def __init__(self, run: JobRun, progress: Progress, limit: datetime.timedelta) -> None:
        self._run, self._progress = run, progress
        self._deadline = time.monotonic() + limit.total_seconds()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="heartbeat", daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trail: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join(timeout=BEAT)

    def _beat(self) -> None:
        while not self._over.wait(BEAT):
            late = time.monotonic() - self._deadline
            if late > LEASE.total_seconds():
                logger.error("job %s hangs, the worker ends itself", self._run.pk)
                os._exit(70)
            if late > 0 or not self._renew():
                self._progress.lost.set()
        connection.close()

    def _renew(self) -> bool:
        try:
            return bool(_mine(self._run).update(lease_until=_lease()))
        except Error:
            # The database is busy or was restarted; the lease lasts for several beats. The next asks it anew:
            # what once broke stays broken.
            connection.close()
            return True
