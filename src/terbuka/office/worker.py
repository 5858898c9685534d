"""The worker process: does the jobs, and takes up those of workers that are gone.

Start as many as there are processors to spare, on one machine or (over PostgreSQL) on several:
``python -m terbuka.office.worker``.
"""

import logging
import os
import secrets
import socket
import threading
import time

import django
from django.db import Error, close_old_connections

logger = logging.getLogger("terbuka.worker")

POLL = 0.5  # seconds between two looks into an empty queue
SWEEP = 10.0  # seconds between two looks for abandoned jobs
HOUSEKEEPING = 3600.0


def run_worker() -> None:
    """Work until SIGTERM; a first one lets the job under way finish, a second one ends it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "terbuka.office.settings")
    os.umask(0o077)
    django.setup()
    from django_tasks_db.management.commands.db_worker import Worker

    threading.Thread(target=_sweep_for_ever, name="sweeper", daemon=True).start()
    worker = Worker(
        queue_names=["*"],
        interval=POLL,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=f"{socket.gethostname()[:24]}-{os.getpid()}-{secrets.token_hex(4)}",
        excluded_queue_names=[],
    )
    worker.configure_signals()
    worker.run()


def sweep(*, housekeeping: bool) -> None:
    """Take up abandoned jobs; once an hour also tidy up rows and files that nobody needs any more."""
    from django.contrib.sessions.backends.db import SessionStore

    from terbuka.office.desks import desks
    from terbuka.office.jobs import forget_finished, requeue_abandoned
    from terbuka.office.storage import PrivateStorage, PublicStorage, sweep_uploads
    from terbuka.office.stored import sweep_left

    requeue_abandoned()
    if housekeeping:
        forget_finished()
        SessionStore.clear_expired()
        PrivateStorage().sweep_drafts()
        PublicStorage().sweep_drafts()
        sweep_uploads()
        sweep_left()
        for desk in desks():
            desk.tidy()


def _sweep_for_ever() -> None:
    tidied = 0.0
    while True:
        tidied = _sweep_again(tidied)
        close_old_connections()
        time.sleep(SWEEP)


def _sweep_again(tidied: float) -> float:
    """One round, with the housekeeping where the last, at ``tidied``, was long ago; return when it was."""
    due = time.monotonic() - tidied > HOUSEKEEPING or not tidied
    try:
        sweep(housekeeping=due)
    except Error:
        # A busy or restarting database: the next round will do.
        logger.warning("could not look for abandoned jobs", exc_info=True)
        return tidied
    except Exception:
        # A disk that may not be written, say. Jobs must be taken up all the same, so the rounds go on.
        logger.exception("tidying up broke")
    return time.monotonic() if due else tidied


if __name__ == "__main__":
    run_worker()
