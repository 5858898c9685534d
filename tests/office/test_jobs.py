"""Jobs: asked for with the act, done once, taken up again when a worker dies, given up in the end."""

import datetime
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.utils import timezone
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from terbuka.office import jobs, worker
from terbuka.office.errors import LeaseLost
from terbuka.office.jobs import LEASE, Progress, forget_finished, latest_run, requeue_abandoned, visible_runs
from terbuka.office.models import JobRun, JobState
from terbuka.organisation.models import Account
from terbuka.organisation.roles import Role
from tests.office import sample_jobs
from tests.rows import Office
from tests.waiting import until

Officer = Callable[..., Account]
Work = Callable[[], None]
PAST = timezone.now() - 10 * LEASE


@pytest.fixture(autouse=True)
def _no_failures_yet() -> None:
    sample_jobs.FAILED.clear()


def failed() -> list[str]:
    return list(sample_jobs.FAILED)


def state(run: JobRun) -> JobRun:
    run.refresh_from_db()
    return run


def due_now() -> None:
    """Retries wait some seconds; tests do not."""
    DBTaskResult.objects.filter(status=TaskResultStatus.READY).update(run_after=PAST)


def test_job_is_done_and_says_how_far_it_was(db: None, work: Work) -> None:
    run = sample_jobs.count_pages.enqueue(actor=None, pages=4)
    assert (run.state, run.percent, run.spoken, run.is_over) == (JobState.WAITING, None, "", False)
    work()
    assert (state(run).state, run.done, run.total, run.percent) == (JobState.DONE, 4, 4, 100)
    assert run.spoken == "Membaca halaman 4"
    assert run.is_over and run.finished_at and run.lease_until is None
    assert str(run) == "tests.office.sample_jobs.count_pages done"


def test_job_of_a_rolled_back_act_is_never_done(transactional_db: None, work: Work) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        sample_jobs.count_pages.enqueue(actor=None, pages=1)
        raise RuntimeError
    assert not JobRun.objects.exists()
    assert not DBTaskResult.objects.exists()


def test_clear_refusal_ends_the_job_at_once_with_its_sentence(db: None, work: Work) -> None:
    run = sample_jobs.refuse.enqueue(actor=None)
    work()
    assert (state(run).state, run.attempt, run.spoken) == (JobState.FAILED, 1, "Berkas rusak di halaman 3.")
    assert failed() == [str(run.pk)]


def test_broken_job_is_tried_again_and_then_given_up(db: None, work: Work) -> None:
    run = sample_jobs.break_always.enqueue(actor=None, secret="6371010203040001")
    work()
    assert (state(run).state, run.attempt) == (JobState.WAITING, 1)
    assert failed() == []
    due_now()
    work()
    assert (state(run).state, run.attempt) == (JobState.FAILED, 2)
    assert "Berkas dan data Anda aman" in run.spoken
    assert failed() == [str(run.pk)]


def test_what_an_exception_said_is_stored_nowhere_and_not_logged(
    db: None, work: Work, caplog: pytest.LogCaptureFixture
) -> None:
    from terbuka.office.logs import LineFormatter

    run = sample_jobs.break_always.enqueue(actor=None, secret="Melati")
    work()
    due_now()
    work()
    task = DBTaskResult.objects.latest("enqueued_at")
    assert (task.traceback, task.exception_class_path, task.status) == ("", "", TaskResultStatus.SUCCESSFUL)
    lines = [LineFormatter().format(record) for record in caplog.records if record.name == "terbuka.jobs"]
    assert any("builtins.ValueError" in line and "sample_jobs.py" in line for line in lines)
    assert not any("no such person" in line for line in lines)
    assert "Melati" not in f"{state(run).error} {run.error_values}"


def test_failure_of_what_follows_a_failure_is_logged_only(
    db: None, work: Work, caplog: pytest.LogCaptureFixture
) -> None:
    run = sample_jobs.break_with_what_follows.enqueue(actor=None)
    work()
    assert state(run).state == JobState.FAILED
    assert "what follows the failure" in caplog.text


def test_job_whose_worker_ends_before_what_follows_is_not_over(db: None) -> None:
    """Else the rows that wait for it would wait for ever."""
    run = sample_jobs.break_and_end.enqueue(actor=None)
    with pytest.raises(SystemExit):
        jobs.run_job.call(str(run.pk))
    assert state(run).state == JobState.RUNNING


def test_job_that_the_program_no_longer_has_fails(db: None, work: Work) -> None:
    run = sample_jobs.count_pages.enqueue(actor=None, pages=1)
    JobRun.objects.filter(pk=run.pk).update(job="terbuka.gone")
    work()
    assert state(run).state == JobState.FAILED


def test_job_is_not_done_twice(db: None, work: Work) -> None:
    run = sample_jobs.count_pages.enqueue(actor=None, pages=2)
    work()
    jobs.run_job.call(str(run.pk))
    assert (state(run).attempt, run.state) == (1, JobState.DONE)


# --- A worker is gone


def abandon(run: JobRun, **values: Any) -> None:
    JobRun.objects.filter(pk=run.pk).update(
        **{"state": JobState.RUNNING, "attempt": 1, "lease_until": PAST, **values}
    )
    DBTaskResult.objects.filter(id=str(run.task_id)).update(status=TaskResultStatus.RUNNING, started_at=PAST)


def test_abandoned_job_is_taken_up_and_done(db: None, work: Work) -> None:
    run = sample_jobs.count_pages.enqueue(actor=None, pages=2)
    first_task = str(run.task_id)
    abandon(run)
    assert requeue_abandoned() == 1
    assert (state(run).state, str(run.task_id) != first_task) == (JobState.WAITING, True)
    assert DBTaskResult.objects.get(id=first_task).status == TaskResultStatus.FAILED
    due_now()
    work()
    assert (state(run).state, run.attempt) == (JobState.DONE, 2)


def test_job_claimed_by_a_worker_that_never_began_is_taken_up(db: None, work: Work) -> None:
    run = sample_jobs.count_pages.enqueue(actor=None, pages=2)
    abandon(run, state=JobState.WAITING, attempt=0, lease_until=None)
    JobRun.objects.filter(pk=run.pk).update(created_at=PAST)
    assert requeue_abandoned() == 1
    due_now()
    work()
    assert state(run).state == JobState.DONE


def test_job_abandoned_too_often_is_given_up_and_says_so(db: None) -> None:
    run = sample_jobs.break_always.enqueue(actor=None, secret="x")
    abandon(run, attempt=2)
    assert requeue_abandoned() == 1
    assert state(run).state == JobState.FAILED
    assert "terhenti beberapa kali" in run.spoken
    assert failed() == [str(run.pk)]


def test_waiting_and_living_jobs_are_left_alone(db: None) -> None:
    waiting = sample_jobs.count_pages.enqueue(actor=None, pages=1)
    JobRun.objects.filter(pk=waiting.pk).update(created_at=PAST)
    living = sample_jobs.count_pages.enqueue(actor=None, pages=1)
    abandon(living, lease_until=timezone.now() + LEASE)
    assert requeue_abandoned() == 0


def test_two_sweepers_take_up_a_job_once(db: None) -> None:
    run = sample_jobs.count_pages.enqueue(actor=None, pages=1)
    abandon(run)
    nobody = JobRun.objects.none()
    assert jobs._take_up(run.pk, nobody) is False
    assert requeue_abandoned() == 1
    assert requeue_abandoned() == 0


def test_worker_that_wakes_up_late_writes_nothing_more(db: None) -> None:
    run = sample_jobs.count_pages.enqueue(actor=None, pages=9)
    old = jobs._take(str(run.pk))
    assert old is not None
    JobRun.objects.filter(pk=run.pk).update(attempt=2, done=7)
    with pytest.raises(LeaseLost):
        Progress(old)(1, 9)
    assert not jobs._mine(old).update(state=JobState.DONE)
    jobs._again_or_fail(old, sample_jobs.count_pages, "x")
    jobs._fail(old, sample_jobs.count_pages, "x", {})
    assert (state(run).done, run.state) == (7, JobState.RUNNING)


def test_job_that_lost_its_lease_stops_without_a_word(db: None, work: Work) -> None:
    run = sample_jobs.count_pages.enqueue(actor=None, pages=9)

    def lose(progress: Progress, /, **_: Any) -> None:
        progress.lost.set()
        progress(1, 9)

    lost = jobs.Job("test.lost", lose, 3, LEASE, None)
    jobs._jobs["test.lost"] = lost
    JobRun.objects.filter(pk=run.pk).update(job="test.lost")
    work()
    assert (state(run).state, run.error) == (JobState.RUNNING, "")
    del jobs._jobs["test.lost"]


def test_progress_is_written_at_most_twice_a_second(db: None, django_assert_num_queries: Any) -> None:
    run = sample_jobs.count_pages.enqueue(actor=None, pages=1)
    taken = jobs._take(str(run.pk))
    assert taken is not None
    progress = Progress(taken)
    with django_assert_num_queries(2):
        for done in range(1, 101):
            progress(done, 100)
    assert state(run).done == 100


def test_rows_of_jobs_long_over_are_forgotten(db: None, work: Work) -> None:
    old, fresh, open_one = (sample_jobs.count_pages.enqueue(actor=None, pages=1) for _ in range(3))
    for run in (old, fresh):
        jobs.run_job.call(str(run.pk))
    JobRun.objects.filter(pk=old.pk).update(finished_at=timezone.now() - jobs.KEPT - LEASE)
    DBTaskResult.objects.filter(id=str(old.task_id)).update(
        status=TaskResultStatus.SUCCESSFUL, finished_at=timezone.now() - datetime.timedelta(days=2)
    )
    worker.sweep(housekeeping=True)
    forget_finished()
    assert set(JobRun.objects.all()) == {fresh, open_one}
    assert not DBTaskResult.objects.filter(id=str(old.task_id)).exists()


# --- Heartbeat


def test_heartbeat_moves_the_lease_forward(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "BEAT", 0.05)
    run = sample_jobs.count_pages.enqueue(actor=None, pages=1)
    taken = jobs._take(str(run.pk))
    assert taken is not None
    JobRun.objects.filter(pk=run.pk).update(lease_until=PAST)
    with jobs._Heartbeat(taken, Progress(taken), LEASE):
        until(lambda: (state(run).lease_until or PAST) > timezone.now())
    assert requeue_abandoned() == 0


def test_heartbeat_tells_the_job_that_its_lease_is_lost_or_its_time_is_up(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "BEAT", 0.05)
    run = sample_jobs.count_pages.enqueue(actor=None, pages=1)
    taken = jobs._take(str(run.pk))
    assert taken is not None
    late = Progress(taken)
    with jobs._Heartbeat(taken, late, datetime.timedelta(0)):
        until(late.lost.is_set)
    JobRun.objects.filter(pk=run.pk).update(attempt=5)
    robbed = Progress(taken)
    with jobs._Heartbeat(taken, robbed, LEASE):
        until(robbed.lost.is_set)


@contextmanager
def busy_database() -> Iterator[None]:
    """Another connection writes and does not end; ours waits for a moment only."""
    other = connection.copy()
    postgres = connection.vendor == "postgresql"
    with other.cursor() as cursor, connection.cursor() as ours:
        cursor.execute("BEGIN" if postgres else "BEGIN IMMEDIATE")
        if postgres:
            cursor.execute("LOCK TABLE office_jobrun, django_session IN ACCESS EXCLUSIVE MODE")
        ours.execute("SET lock_timeout = 50" if postgres else "PRAGMA busy_timeout = 50")
        yield
        cursor.execute("ROLLBACK")
    other.close()
    connection.close()  # the next one waits as long as ever


def test_busy_database_does_not_lose_the_lease(transactional_db: None) -> None:
    run = sample_jobs.count_pages.enqueue(actor=None, pages=1)
    taken = jobs._take(str(run.pk))
    assert taken is not None
    JobRun.objects.filter(pk=run.pk).update(lease_until=PAST)
    beat = jobs._Heartbeat(taken, Progress(taken), LEASE)
    with busy_database():
        assert beat._renew() is True
    assert state(run).lease_until == PAST
    assert beat._renew() is True
    assert (state(run).lease_until or PAST) > PAST


def test_end_that_cannot_be_written_is_logged_and_the_job_taken_up_again(
    transactional_db: None, caplog: pytest.LogCaptureFixture
) -> None:
    run = sample_jobs.break_meanwhile.enqueue(actor=None, secret="Melati")
    with ExitStack() as stack:
        sample_jobs.MEANWHILE.append(lambda: stack.enter_context(busy_database()))
        jobs.run_job.call(str(run.pk))
        assert "could not be written" in caplog.text
    assert state(run).state == JobState.RUNNING
    JobRun.objects.filter(pk=run.pk).update(lease_until=PAST)
    assert requeue_abandoned() == 1 and state(run).state == JobState.FAILED


# --- Real processes


def database_url() -> str:
    """The test database, for another process."""
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    return f"postgres://{database['USER']}@{database['HOST']}:{database['PORT']}/{database['NAME']}"


Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def start_worker(transactional_db: None) -> Iterator[Start]:
    """Real worker processes on the test database, with short leases."""
    started: list[subprocess.Popen[bytes]] = []

    def start(before: str = "") -> "subprocess.Popen[bytes]":
        code = (
            "import dataclasses, datetime, django; django.setup();"
            "from terbuka.office import jobs, worker; import tests.office.sample_jobs;"
            "jobs.LEASE = datetime.timedelta(seconds=1); jobs.BEAT = 0.2;"
            f"worker.SWEEP = 0.3; worker.POLL = 0.1; {before} worker.run_worker()"
        )
        environment = {**os.environ, "DATABASE_URL": database_url()}
        started.append(subprocess.Popen([sys.executable, "-c", code], env=environment))
        return started[-1]

    yield start
    for child in started:
        child.kill()
        child.wait()


def test_job_survives_a_worker_that_dies_in_the_middle(start_worker: Start, tmp_path: Path) -> None:
    run = sample_jobs.die_once.enqueue(actor=None, marker=str(tmp_path / "died"))
    first = start_worker()
    assert first.wait(timeout=20) == 9
    assert state(run).state == JobState.RUNNING
    start_worker()
    until(lambda: state(run).state == JobState.DONE)
    assert run.attempt == 2


def test_job_that_kills_every_worker_is_given_up(start_worker: Start) -> None:
    run = sample_jobs.die_always.enqueue(actor=None)

    def over() -> bool:
        if workers[-1].poll() is not None:
            workers.append(start_worker())
        return bool(state(run).state == JobState.FAILED)

    workers = [start_worker()]
    until(over)
    assert (run.attempt, "terhenti" in run.spoken) == (2, True)


def test_worker_ends_the_job_under_way_before_it_stops(start_worker: Start, tmp_path: Path) -> None:
    marker = tmp_path / "begun"
    run = sample_jobs.sleep_long.enqueue(actor=None, seconds=1.5, marker=str(marker))
    child = start_worker()
    until(marker.exists)
    child.send_signal(signal.SIGTERM)
    child.wait(timeout=20)
    assert state(run).state == JobState.DONE


def test_job_that_hangs_beyond_its_limit_takes_its_worker_down(start_worker: Start, tmp_path: Path) -> None:
    name = sample_jobs.sleep_long.name
    run = sample_jobs.sleep_long.enqueue(actor=None, seconds=600, marker=str(tmp_path / "begun"))
    assert jobs._jobs[name].limit > LEASE
    child = start_worker(
        f"hanging = jobs._jobs['{name}'];"
        f"jobs._jobs['{name}'] = dataclasses.replace(hanging, limit=datetime.timedelta(seconds=0.5));"
    )
    assert child.wait(timeout=20) == 70
    assert not state(run).is_over  # the next worker takes it up


# --- Who may see a job


def test_job_is_visible_to_who_asked_and_to_roles_of_its_unit(office: Office, officer: Officer) -> None:
    asker = officer(name="Pemohon")
    run = sample_jobs.count_pages.enqueue(actor=asker, unit=office.pid, subject=office.pid, pages=1)
    for account, expected in (
        (asker, True),
        (officer(Role.PPID, unit=office.bidhumas), True),
        (officer(Role.PPID, unit=office.polres), False),
        (officer(), False),
    ):
        assert visible_runs(account).filter(pk=run.pk).exists() is expected
    assert latest_run(office.pid) == run
    assert latest_run(office.polres) is None


def test_visitor_sees_no_job(db: None) -> None:
    from django.contrib.auth.models import AnonymousUser

    sample_jobs.count_pages.enqueue(actor=None, pages=1)
    assert not visible_runs(AnonymousUser()).exists()


# --- The sweeper


def test_sweeper_survives_a_busy_database_and_tidies_once_it_may(transactional_db: None) -> None:
    def expired() -> None:
        Session.objects.create(session_key="kuki", session_data="", expire_date=PAST)

    logging.getLogger("terbuka.worker").setLevel(logging.ERROR)
    expired()
    with busy_database():
        assert worker._sweep_again(0.0) == 0.0
    assert Session.objects.exists()
    tidied = worker._sweep_again(0.0)
    assert tidied > 0 and not Session.objects.exists()
    expired()
    assert worker._sweep_again(tidied) == tidied and Session.objects.exists()
    assert worker._sweep_again(tidied - 2 * worker.HOUSEKEEPING) >= tidied and not Session.objects.exists()


def test_sweeper_goes_on_where_tidying_breaks(
    transactional_db: None, settings: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever ends it ends the taking up of jobs, too."""
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "gone"
    assert worker._sweep_again(0.0) > 0
    assert "tidying up broke" in caplog.text
