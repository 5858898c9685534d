"""Fills an empty office with sample data, and empties it again."""

import fcntl
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from django.conf import settings
from django.db import connections

from terbuka.demo.papers import Paper, bring, papers
from terbuka.demo.people import accounts, employ_everybody
from terbuka.errors import TerbukaError
from terbuka.language import N_, translate
from terbuka.organisation.models import Account

__all__ = ["accounts", "empty", "fill", "is_demo"]

Say = Callable[[str], None]

FILLING, READY = "filling", "ready"


class NotADemo(TerbukaError):
    """This office holds real work."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "Kantor ini bukan kantor contoh, jadi tidak ada yang diisi atau dihapus. Jalankan tanpa "
                "data contoh, atau pilih TERBUKA_HOME lain."
            )
        )


def is_demo() -> bool:
    """Does this home hold the demo office, whole or half filled?"""
    return settings.DEMO_MARK.exists()


def fill(say: Say, rows: Sequence[Paper] | None = None) -> None:
    """Make the demo office where there is nothing yet; what was left half made is made anew. ``rows``: its
    papers (default: all).

    Raises ``NotADemo`` where there is an office already that is not a demo.
    """
    with _alone():
        if is_demo() and settings.DEMO_MARK.read_text() == READY:
            return
        if is_demo():
            empty()
        elif Account.objects.exists():
            raise NotADemo
        settings.DEMO_MARK.write_text(FILLING)
        _fill(say, papers() if rows is None else rows)
        settings.DEMO_MARK.write_text(READY)


def _fill(say: Say, rows: Sequence[Paper]) -> None:
    employ_everybody()
    for number, paper in enumerate(rows, 1):
        say(
            translate(N_("Data contoh %(number)d dari %(all)d: %(title)s"))
            % {"number": number, "all": len(rows), "title": paper.title}
        )
        bring(paper, _work)


def empty() -> None:
    """Take everything out of the demo office: rows, files, pictures. The tables are made again.

    Raises ``NotADemo``.
    """
    from terbuka.office.serve import prepare

    if not is_demo():
        raise NotADemo
    connections.close_all()
    if settings.DATABASES["default"]["ENGINE"] != "django.db.backends.sqlite3":
        raise TerbukaError(N_("Kantor contoh di PostgreSQL dihapus dengan tangan: hapus basis datanya."))
    for name in settings.HOME.glob("office.sqlite3*"):
        name.unlink()
    for store in (settings.PRIVATE_FILES, settings.PUBLIC_FILES):
        shutil.rmtree(store, ignore_errors=True)
    settings.DEMO_MARK.unlink()
    prepare(demo=True)


def _work() -> None:
    """Do the jobs that wait, here and now."""
    from django_tasks_db.management.commands.db_worker import Worker

    Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="demo",
        excluded_queue_names=[],
    ).run()


@contextmanager
def _alone() -> Iterator[None]:
    """Two that start at once: the second waits until the first has filled the office."""
    with (settings.HOME / ".demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
