"""The long work: done once, resumed where a worker died, given up in words, and nothing left lying about.

All persons and numbers are invented.
"""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from terbuka.disclosure import actions, workflow
from terbuka.disclosure.extract import open_extract
from terbuka.disclosure.jobs import make_copy, screen_file
from terbuka.disclosure.models import Case, PreparedCopy
from terbuka.disclosure.outcome import actions as outcome
from terbuka.disclosure.queries import open_stored
from terbuka.disclosure.studio import actions as studio
from terbuka.documents.pictures import page_picture_png
from terbuka.office.errors import LeaseLost
from terbuka.office.jobs import LEASE, Progress, latest_run, requeue_abandoned
from terbuka.office.models import JobRun, JobState
from terbuka.office.storage import PrivateStorage
from terbuka.office.worker import sweep
from tests.disclosure.conftest import (
    SECRETS,
    Team,
    certified,
    decide_all,
    mark,
    pdf,
    prepared,
    screened,
    stored_files,
    upload,
    verbs_of,
)
from tests.rows import Office
from tests.waiting import until

Work = Callable[[], None]
PAST = timezone.now() - 10 * LEASE


def again(case: Case) -> Case:
    return Case.objects.get(pk=case.pk)


def asked(case: Case, team: Team) -> Case:
    """The copy is asked for; no worker has begun yet."""
    decide_all(team.screener, case)
    return actions.prepare(team.screener, case, confirmed=True)


def due_now(work: Work) -> None:
    """Retries wait some seconds; tests do not."""
    DBTaskResult.objects.filter(status="READY").update(run_after=PAST)
    work()


class Acting(Progress):
    """A progress in the middle of which somebody does something."""

    def __init__(self, act: Callable[[], object]) -> None:
        self.run = JobRun.objects.create(job="uji", state=JobState.RUNNING)
        super().__init__(self.run)
        self._act: Callable[[], object] | None = act

    def __call__(self, done: int, total: int, sentence: str = "", **values: Any) -> None:
        act, self._act = self._act, None
        if act:
            act()
        super().__call__(done, total, sentence, **values)


# --- A worker is gone


def test_screening_whose_worker_died_is_taken_up(team: Team, office: Office, work: Work) -> None:
    case = upload(team.screener, office.polda, pdf())
    run = latest_run(case)
    assert run is not None
    JobRun.objects.filter(pk=run.pk).update(state=JobState.RUNNING, attempt=1, lease_until=PAST)
    DBTaskResult.objects.filter(id=str(run.task_id)).update(status="RUNNING", started_at=PAST)
    assert requeue_abandoned() == 1
    due_now(work)
    assert again(case).state == workflow.DECIDING
    assert verbs_of(case) == ["disclosure.uploaded", "disclosure.screened"]


def test_screening_that_kills_its_workers_is_given_up_in_words(
    team: Team, office: Office, work: Work
) -> None:
    case = upload(team.screener, office.polda, pdf())
    run = latest_run(case)
    assert run is not None
    JobRun.objects.filter(pk=run.pk).update(state=JobState.RUNNING, attempt=3, lease_until=PAST)
    assert requeue_abandoned() == 1
    case = again(case)
    assert case.state == workflow.FAILED and "terhenti beberapa kali" in case.problem
    actions.retry(team.screener, case)
    work()
    assert again(case).state == workflow.DECIDING


def test_copy_whose_worker_died_for_good_goes_back(case: Case, team: Team, work: Work) -> None:
    case = asked(case, team)
    run = latest_run(case)
    assert run is not None
    JobRun.objects.filter(pk=run.pk).update(state=JobState.RUNNING, attempt=3, lease_until=PAST)
    assert requeue_abandoned() == 1
    case = again(case)
    assert case.state == workflow.DECIDING and case.problem and not PreparedCopy.objects.exists()
    assert verbs_of(case)[-1] == "disclosure.copy_failed"
    work()
    assert stored_files() == {case.original, case.extract}


Start = Callable[[], "subprocess.Popen[bytes]"]


@pytest.fixture
def start_worker(transactional_db: None) -> Iterator[Start]:
    """Real worker processes on the test's database and store, with short leases."""
    started: list[subprocess.Popen[bytes]] = []
    database = connection.settings_dict
    url = f"sqlite:///{database['NAME']}"
    if connection.vendor == "postgresql":
        url = f"postgres://{database['USER']}@{database['HOST']}:{database['PORT']}/{database['NAME']}"
    code = (
        "import datetime, pathlib, django; django.setup();"
        "from django.conf import settings; from terbuka.office import jobs, worker;"
        f"settings.PRIVATE_FILES = pathlib.Path({str(settings.PRIVATE_FILES)!r});"
        "jobs.LEASE = datetime.timedelta(seconds=1); jobs.BEAT = 0.2;"
        "worker.SWEEP = 0.3; worker.POLL = 0.05; worker.run_worker()"
    )

    def start() -> "subprocess.Popen[bytes]":
        environment = {**os.environ, "DATABASE_URL": url}
        started.append(subprocess.Popen([sys.executable, "-c", code], env=environment))
        return started[-1]

    yield start
    for child in started:
        child.kill()
        child.wait()


def test_workers_killed_while_reading_and_while_copying_lose_nothing(
    start_worker: Start, team: Team, office: Office
) -> None:
    case = upload(team.screener, office.polda, pdf())

    def attempt() -> int:
        run = latest_run(case)
        assert run is not None
        return run.attempt if run.state == JobState.RUNNING else 0

    first = start_worker()
    until(lambda: attempt() == 1)
    first.kill()
    second = start_worker()
    until(lambda: again(case).state == workflow.DECIDING)
    # Nobody waits for the row of a finished job: the next one is asked for at once.
    asked(again(case), team)
    making = Path(settings.PRIVATE_FILES) / ".making"
    until(lambda: making.is_dir() and any(making.iterdir()))
    second.kill()
    start_worker()
    until(lambda: again(case).state == workflow.APPROVING)
    done = again(case)
    waits = PreparedCopy.objects.get()
    left = {name for name in stored_files() if not name.startswith(".making")}
    assert left == {done.original, done.extract, waits.file, waits.log}
    assert verbs_of(case) == [
        "disclosure.uploaded",
        "disclosure.screened",
        "disclosure.copy_requested",
        "disclosure.copy_made",
    ]


def left_in_making(name: str, *, seconds: float) -> Path:
    """What a worker that was killed some time ago left: a copy that nobody has proven."""
    place = Path(settings.PRIVATE_FILES) / ".making" / name
    place.mkdir(parents=True)
    (place / "copy").write_bytes(b"Siti Rahmah")
    then = time.time() - seconds
    os.utime(place, (then, then))
    return place


def test_workplace_of_a_killed_worker_is_cleared_by_the_next(case: Case, team: Team, work: Work) -> None:
    old, young = left_in_making("tmpold", seconds=90), left_in_making("tmpyoung", seconds=5)
    asked(case, team)
    work()
    assert list(young.parent.iterdir()) == [young] and not old.exists()


def test_workplace_of_a_killed_worker_is_cleared_though_nobody_makes_a_copy(db: None) -> None:
    old = left_in_making("tmpold", seconds=90)
    sweep(housekeeping=True)
    assert list(old.parent.iterdir()) == []


def test_extract_of_a_killed_worker_goes_and_what_rows_name_stays(case: Case) -> None:
    """The worker was killed when the file was written and no row named it."""
    store = PrivateStorage()
    named = {case.original, case.extract}
    with suppress(SystemExit), store.saving(ContentFile(b"Siti Rahmah")) as lost:
        claims = list(store.root.glob(".claim-*"))
        raise SystemExit
    store._put(ContentFile(b"Siti Rahmah"), lambda digest: lost)
    for name in (lost, *named):
        claim = store.root / claims[0].name.replace(lost.replace("/", "-"), name.replace("/", "-"))
        claim.touch()
        os.utime(claim, (time.time() - 2 * 86400,) * 2)
    sweep(housekeeping=True)
    assert stored_files() == named


# --- Twice


def test_screening_done_twice_is_done_once(case: Case) -> None:
    before = stored_files(), case.marks.count(), verbs_of(case)
    screen_file.function(Progress(JobRun()), case=case.pk)
    assert (stored_files(), case.marks.count(), verbs_of(case)) == before


def test_second_screening_that_comes_too_late_leaves_nothing(team: Team, office: Office, work: Work) -> None:
    case = upload(team.screener, office.polda, pdf())
    screen_file.function(Acting(work), case=case.pk)
    case = again(case)
    assert case.state == workflow.DECIDING and stored_files() == {case.original, case.extract}
    assert verbs_of(case).count("disclosure.screened") == 1


def test_steps_of_the_proof_are_counted_from_one(case: Case, team: Team, work: Work) -> None:
    case, said = asked(case, team), []

    class Heard(Progress):
        def __call__(self, done: int, total: int, sentence: str = "", **values: Any) -> None:
            said.append(sentence % values)

    make_copy.function(Heard(JobRun()), case=case.pk, decisions=case.decisions)
    proof = [sentence for sentence in said if sentence.startswith("Memeriksa")]
    steps = [tuple(map(int, re.findall(r"\d+", sentence))) for sentence in proof]
    assert steps[0][0] == 1 and all(1 <= step <= steps for step, steps in steps)


def test_copy_made_twice_is_made_once(case: Case, team: Team, work: Work) -> None:
    case = asked(case, team)
    make_copy.function(Acting(work), case=case.pk, decisions=case.decisions)
    waits = PreparedCopy.objects.get()
    assert stored_files() == {case.original, case.extract, waits.file, waits.log}
    make_copy.function(Progress(JobRun()), case=case.pk, decisions=case.decisions)
    assert PreparedCopy.objects.get().file == waits.file
    assert verbs_of(case).count("disclosure.copy_made") == 1


# --- Something else happens meanwhile


def test_case_withdrawn_while_its_file_is_read_stays_withdrawn(
    team: Team, office: Office, work: Work
) -> None:
    case = upload(team.screener, office.polda, pdf())
    meanwhile = Acting(lambda: actions.withdraw(team.screener, case, reason="Salah berkas."))
    screen_file.function(meanwhile, case=case.pk)
    work()
    assert again(case).state == workflow.WITHDRAWN and not case.marks.exists() and stored_files() == set()


def test_decision_while_the_copy_is_written_discards_it(case: Case, team: Team, work: Work) -> None:
    case = asked(case, team)
    number = mark(case, role="official").number
    meanwhile = Acting(lambda: studio.hide(team.colleague, case, number, seen=9))
    make_copy.function(meanwhile, case=case.pk, decisions=case.decisions)
    assert again(case).state == workflow.DECIDING and not PreparedCopy.objects.exists()
    work()
    assert stored_files() == {case.original, case.extract}


def test_worker_that_lost_its_lease_leaves_nothing(case: Case, team: Team) -> None:
    case = asked(case, team)
    meanwhile = Acting(lambda: JobRun.objects.filter(pk=meanwhile.run.pk).update(attempt=2))
    with pytest.raises(LeaseLost):  # another worker has taken it up
        make_copy.function(meanwhile, case=case.pk, decisions=case.decisions)
    assert again(case).state == workflow.PREPARING and stored_files() == {case.original, case.extract}


def test_failure_that_is_told_too_late_changes_nothing(case: Case, team: Team, work: Work) -> None:
    outcome.not_screened(JobRun(arguments={"case": case.pk}, error="Berkas rusak."))
    case = prepared(case, team.screener, work)
    outcome.not_prepared(
        JobRun(arguments={"case": case.pk, "decisions": case.decisions}, error="Berkas rusak.")
    )
    assert (again(case).state, again(case).problem) == (workflow.APPROVING, "")


# --- It cannot be done


def test_full_disk_ends_the_screening_in_words(
    small_disk: Callable[[], None], team: Team, office: Office, work: Work
) -> None:
    case = upload(team.screener, office.polda, pdf())
    small_disk()
    work()
    case = again(case)
    assert case.state == workflow.FAILED and "Penyimpanan penuh" in case.problem
    assert stored_files() == {case.original} and not case.marks.exists()


def test_full_disk_ends_the_copy_in_words(
    small_disk: Callable[[], None], case: Case, team: Team, work: Work
) -> None:
    asked(case, team)
    small_disk()
    work()
    case = again(case)
    assert case.state == workflow.DECIDING and "Tidak ada tempat lagi di disk" in case.problem
    assert stored_files() == {case.original, case.extract} and not PreparedCopy.objects.exists()


@pytest.mark.parametrize("which", ["original", "extract"])
def test_file_that_vanished_is_said(case: Case, team: Team, work: Work, which: str) -> None:
    asked(case, team)
    PrivateStorage().delete(getattr(case, which))
    work()
    case = again(case)
    assert case.state == workflow.DECIDING and "tidak ada lagi di penyimpanan" in case.problem
    assert latest_run(case).state == JobState.FAILED  # type: ignore[union-attr]


def test_original_that_vanished_before_the_screening_is_said(team: Team, office: Office, work: Work) -> None:
    case = upload(team.screener, office.polda, pdf())
    PrivateStorage().delete(case.original)
    work()
    assert again(case).state == workflow.FAILED and "tidak ada lagi" in again(case).problem


def test_original_that_was_changed_makes_no_copy(case: Case, team: Team, work: Work) -> None:
    asked(case, team)
    path = Path(PrivateStorage().path(case.original))
    path.write_bytes(pdf("Sekarang surat lain."))
    for _attempt in range(3):
        due_now(work)
    assert again(case).state == workflow.DECIDING and again(case).problem
    assert not PreparedCopy.objects.exists()


def test_broken_extract_is_tried_again_and_then_given_up(case: Case, team: Team, work: Work) -> None:
    asked(case, team)
    Path(PrivateStorage().path(case.extract)).write_bytes(b"no package")
    for _attempt in range(3):
        due_now(work)
    run = latest_run(case)
    assert run is not None and (run.attempt, run.state) == (3, JobState.FAILED)
    assert again(case).state == workflow.DECIDING and "kesalahan di dalam program" in again(case).problem


def test_verifier_with_survivors_sends_the_case_back_and_keeps_nothing(
    case: Case, team: Team, work: Work
) -> None:
    studio.hide_term(team.screener, case, "Teluk Dalam", seen=0)
    studio.hide_term(team.screener, case, "Demikian", seen=1)
    asked(case, team)
    # Places that were lost, as a fault of ours would have it: the term is still to be gone.
    case.marks.filter(added_by=2).delete()
    work()
    case = again(case)
    assert case.state == workflow.DECIDING and not PreparedCopy.objects.exists()
    assert "masih terbaca di teks halaman" in case.problem and case.problem_values == {"pages": "2"}
    assert not any(secret in json.dumps(case.problem_values) for secret in SECRETS)
    assert verbs_of(case)[-1] == "disclosure.copy_failed"
    assert stored_files() == {case.original, case.extract}


def test_term_beside_which_a_colleague_keeps_something_does_not_stop_the_copy(
    case: Case, team: Team, work: Work
) -> None:
    official = mark(case, role="official")
    studio.hide(team.colleague, case, official.number, seen=0)
    studio.keep(team.colleague, case, official.number, seen=1)
    outcome_of = studio.hide_term(team.screener, case, "ROZI", seen=0)
    assert (outcome_of.decision, outcome_of.left_out) == (None, 1)
    studio.hide_term(team.screener, case, "Demikian", seen=3)
    case = prepared(case, team.screener, work)
    with open_stored(PreparedCopy.objects.get().file) as file:
        import pypdf

        text = " ".join(page.extract_text() for page in pypdf.PdfReader(file).pages)
    assert "FAHRUL ROZI" in text and "Demikian" not in text


# --- Other formats


def test_text_file_gets_a_copy_that_is_read_as_text(story: Case, team: Team, work: Work) -> None:
    case = prepared(story, team.screener, work)
    waits = PreparedCopy.objects.get(case=case)
    assert (waits.format, waits.pages, waits.has_pictures) == ("text", 1, False)
    with open_extract(waits.extract) as extract:
        text = extract.sheet(1).text
    assert "17.h" in text and "Fahrul Rozi" in text and not any(secret in text for secret in SECRETS)
    copy = certified(case, team.ppid)
    assert copy.file_name.endswith(".txt")
    work()
    assert stored_files() == {case.original, case.extract, copy.file, copy.log}


@pytest.mark.ocr
def test_picture_gets_a_pdf_as_its_copy(team: Team, office: Office, work: Work, tmp_path: Path) -> None:
    source = "#set page(width: 360pt, height: 160pt)\n#set text(size: 16pt)\nPelapor: SITI RAHMAH"
    (tmp_path / "page.pdf").write_bytes(pdf(source))
    scan = page_picture_png(tmp_path / "page.pdf", 1, 1500)
    case = screened(upload(team.screener, office.polda, scan, name="pindai.png"), work)
    assert (case.format, case.has_pictures) == ("image", True)
    prepared(case, team.screener, work)
    waits = PreparedCopy.objects.get()
    assert (waits.format, waits.has_pictures, waits.pages) == ("pdf", True, 1)
