"""Jobs for tests; imported by the tests and by worker processes that they start."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from terbuka.errors import TerbukaError
from terbuka.language import N_
from terbuka.office.jobs import Progress, job
from terbuka.office.models import JobRun

FAILED: list[str] = []


def note_failure(run: JobRun) -> None:
    FAILED.append(str(run.pk))


def break_too(run: JobRun) -> None:
    raise RuntimeError("6371010203040001")


@job()
def count_pages(progress: Progress, *, pages: int) -> None:
    for page in range(1, pages + 1):
        progress(page, pages, N_("Membaca halaman %(page)d"), page=page)


@job(attempts=2, on_failed=note_failure)
def break_always(progress: Progress, *, secret: str) -> None:
    raise ValueError(f"no such person: {secret}")


@job(attempts=1, on_failed=break_too)
def break_with_what_follows(progress: Progress) -> None:
    raise ValueError


MEANWHILE: list[Callable[[], object]] = []
"""What happens while ``break_meanwhile`` works."""


@job(attempts=1)
def break_meanwhile(progress: Progress, *, secret: str) -> None:
    MEANWHILE.pop()()
    raise ValueError(f"no such person: {secret}")


def end_the_process(run: JobRun) -> None:
    raise SystemExit


@job(attempts=1, on_failed=end_the_process)
def break_and_end(progress: Progress) -> None:
    raise ValueError


@job(on_failed=note_failure)
def refuse(progress: Progress) -> None:
    raise TerbukaError(N_("Berkas rusak di halaman %(page)d."), page=3)


@job(attempts=3)
def die_once(progress: Progress, *, marker: str) -> None:
    """The first time the whole process dies as if the power had gone."""
    progress(1, 2)
    if not Path(marker).exists():
        Path(marker).write_text("")
        os._exit(9)
    progress(2, 2)


@job(attempts=2)
def die_always(progress: Progress) -> None:
    os._exit(9)


@job(attempts=2)
def sleep_long(progress: Progress, *, seconds: float, marker: str) -> None:
    Path(marker).write_text("")
    time.sleep(seconds)
