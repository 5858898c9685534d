"""A directory for what is being made, which goes with its maker.

Who is killed outright cannot clear up. So each maker holds a lock on its directory, which the system takes
from the dead, and whoever comes next clears away what nobody holds.
"""

import fcntl
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

FRESH = 60.0
"""Seconds in which a directory may not be locked yet."""


@contextmanager
def workplace(parent: Path, kind: str) -> Iterator[Path]:
    """A directory in ``parent`` for the time of the block, named after its ``kind``.

    What killed makers of this kind left there goes. ``kind`` must be a beginning that no other name has.
    """
    _clear(parent, kind)
    with tempfile.TemporaryDirectory(prefix=kind, dir=parent) as made:
        held = os.open(made, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            with suppress(OSError):  # a file system without locks: nobody else gets one either
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield Path(made)
        finally:
            os.close(held)


def _clear(parent: Path, kind: str) -> None:
    with suppress(OSError):
        for left in parent.glob(f"{kind}*"):
            with suppress(OSError):
                _clear_one(left)


def _clear_one(left: Path) -> None:
    status = left.lstat()
    ours = stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid()
    if not ours or status.st_mtime > time.time() - FRESH:
        return
    held = os.open(left, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(left, ignore_errors=True)
    finally:
        os.close(held)
