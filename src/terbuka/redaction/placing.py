"""The last step to a public copy: proven bytes go into their place, and their log right behind them.

Only here anything of the copy comes to lie beside its destination, in a folder that others may read. Copy and
log are renamed one after the other while no other command puts something into the folder, so that the two
belong together, whoever comes last.
"""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from hashlib import file_digest
from pathlib import Path
from shutil import copyfile

from terbuka.documents.workplace import workplace
from terbuka.errors import Survives, TerbukaError
from terbuka.language import N_

Keep = Callable[[], object]
"""Puts the log in its place."""
KIND = ".terbuka-copy-"
PATIENCE = 20.0
"""Seconds to wait for who puts something into the same folder, which takes moments."""


def put(proven: Path, sha256: str, destination: Path, log: AbstractContextManager[Keep]) -> None:
    """Put the file ``proven``, whose bytes are known by their hash, at ``destination``.

    ``log``: prepares to keep the log, and gives what puts it in place. Raises ``Survives`` for other bytes
    than those that were proven, and whatever ``log`` raises; ``destination`` is as it was then.
    """
    with workplace(destination.parent, KIND) as place:
        ready = place / "copy"
        copyfile(proven, ready)
        if digest(ready) != sha256:
            raise Survives(N_("Salinan tidak dibuat: berkas berubah setelah diperiksa."))
        with ready.open("rb") as written:
            os.fsync(written.fileno())
        with log as keep, _alone_in(destination.parent):
            _exchange(ready, destination, keep)


def digest(path: Path) -> str:
    """SHA-256 of a file, hexadecimal."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _exchange(ready: Path, destination: Path, keep: Keep) -> None:
    before = ready.with_name("before")
    with suppress(OSError):  # there is none, or this file system has no second names
        os.link(destination, before, follow_symlinks=False)
    ready.replace(destination)
    try:
        keep()
    except BaseException:
        if os.path.lexists(before):
            before.replace(destination)
        else:
            destination.unlink()
        raise


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """The time of the block no other command is in it for the same folder."""
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        with suppress(OSError):  # a file system without locks: nobody else gets one either
            _lock(held)
        yield
    finally:
        os.close(held)


def _lock(held: int) -> None:
    """Never for long: whoever may read the folder may hold its lock, for whatever reason."""
    patience = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > patience:
                raise TerbukaError(
                    N_("Perintah lain sedang menulis di folder tujuan. Tunggu sampai selesai, lalu ulangi.")
                ) from error
            time.sleep(0.05)
        else:
            return
