"""Two stores: originals and everything secret here, public copies there. Nothing leads from one to the other.

A name is never what a user gave (it may be a person's name, or a path out of the store): in the private
store it is random, in the public one the hash of the content. Writing is all or nothing.
"""

import errno
import hashlib
import os
import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import Storage
from django.utils._os import safe_join
from django.utils.deconstruct import deconstructible

from terbuka.office.errors import StoreFull

_FULL = {errno.ENOSPC, errno.EDQUOT}
_DAY = 24 * 3600
_CLAIM = ".claim-"


class _Store(Storage):
    """What both stores share. A file is written whole to a draft beside its place and then renamed."""

    setting: str
    file_mode: int
    directory_mode: int

    @property
    def root(self) -> Path:
        root = Path(getattr(settings, self.setting))
        root.mkdir(parents=True, exist_ok=True, mode=self.directory_mode)
        return root

    def path(self, name: str) -> str:
        """Where ``name`` lies. Raises ``SuspiciousFileOperation`` for a way out of the store."""
        return safe_join(self.root, name)

    def save(self, name: str | None, content: Any, max_length: int | None = None) -> str:
        """Write ``content`` (a file, or anything with ``chunks``) and return the name that the store
        gave it; ``name`` is ignored on purpose.

        Raises ``StoreFull`` when the disk is full; nothing half-written stays behind.
        """
        return self._put(content, self._name)

    def _put(self, content: Any, named: Callable[[str], str]) -> str:
        chunks = content if hasattr(content, "chunks") else File(content)
        root = self.root
        draft = root / f".draft-{secrets.token_hex(16)}"
        with clear_when_full():
            try:
                place = root / named(_write(draft, chunks, self.file_mode))
                place.parent.mkdir(exist_ok=True, mode=self.directory_mode)
                draft.replace(place)
                _sync_directory(place.parent)
            finally:
                draft.unlink(missing_ok=True)
        return str(place.relative_to(root))

    def generate_filename(self, filename: str | os.PathLike[str]) -> str:
        """A ``FileField`` asks first; what the user called the file goes no further than this."""
        return "file"

    def delete(self, name: str) -> None:
        Path(self.path(name)).unlink(missing_ok=True)

    def exists(self, name: str) -> bool:
        return Path(self.path(name)).exists()

    def size(self, name: str) -> int:
        return Path(self.path(name)).stat().st_size

    def sweep_drafts(self) -> int:
        """Remove drafts that a killed process left behind more than a day ago; return how many."""
        stale = list(_of_yesterday(self.root.glob(".draft-*")))
        for draft in stale:
            draft.unlink(missing_ok=True)
        return len(stale)

    def _open(self, name: str, mode: str = "rb") -> File[Any]:
        if mode != "rb":
            raise ValueError("a stored file is only read; a new version is a new file")
        return File(Path(self.path(name)).open("rb"))

    def _name(self, digest: str) -> str:
        raise AssertionError("each store names its files")


@deconstructible(path="terbuka.office.storage.PrivateStorage")
class PrivateStorage(_Store):
    """Originals, drafts, identity papers: only the program itself may read them.

    Names are random: the hash of a known document would betray that the office holds it.
    """

    setting = "PRIVATE_FILES"
    file_mode = 0o600
    directory_mode = 0o700

    @contextmanager
    def saving(self, content: Any) -> Iterator[str]:
        """Write ``content`` and give its name; take the file away again if the block fails, so that no
        file stays without its row. The row is committed inside the block.

        Who is killed in the block can take nothing away: a claim beside the file tells of it (``left``).
        """
        name = self._name("")
        claim = self.root / f"{_CLAIM}{name.replace('/', '-')}"
        with clear_when_full():
            claim.touch(mode=self.file_mode)
            _sync_directory(self.root)
        try:
            self._put(content, lambda digest: name)
            yield name
        except BaseException:
            self.delete(name)
            raise
        finally:
            claim.unlink(missing_ok=True)

    def left(self) -> list[str]:
        """The files whose makers were killed more than a day ago, perhaps before a row named them."""
        claims = _of_yesterday(self.root.glob(f"{_CLAIM}*"))
        return [claim.name.removeprefix(_CLAIM).replace("-", "/", 1) for claim in claims]

    def settle(self, name: str, *, is_named: bool) -> None:
        """End the claim on a file that was ``left``; the file goes too, unless a row names it."""
        if not is_named:
            self.delete(name)
        (self.root / f"{_CLAIM}{name.replace('/', '-')}").unlink(missing_ok=True)

    def _name(self, digest: str) -> str:
        token = secrets.token_hex(16)
        return f"{token[:2]}/{token[2:]}"


@deconstructible(path="terbuka.office.storage.PublicStorage")
class PublicStorage(_Store):
    """Certified public copies. A name is the SHA-256 of the content (two characters, a slash, the rest):
    the same copy is stored once, and whoever has the name can check the file."""

    setting = "PUBLIC_FILES"
    file_mode = 0o644
    directory_mode = 0o755

    def old_names(self) -> Iterator[str]:
        """The names of what was written more than a day ago."""
        for path in _of_yesterday(self.root.glob("??/*")):
            yield str(path.relative_to(self.root))

    def _name(self, digest: str) -> str:
        return f"{digest[:2]}/{digest[2:]}"


def sweep_uploads() -> None:
    """Remove what a web server that was killed left of uploads more than a day ago: they are originals."""
    for upload in _of_yesterday(Path(settings.FILE_UPLOAD_TEMP_DIR).iterdir()):
        upload.unlink(missing_ok=True)


def _of_yesterday(paths: Iterable[Path]) -> Iterator[Path]:
    """Those written more than a day ago. What somebody else takes away meanwhile is none."""
    for path in paths:
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < time.time() - _DAY:
                yield path


def _write(draft: Path, content: Any, mode: int) -> str:
    """Write ``content`` to the disk itself, not only to its cache; return the SHA-256."""
    digest = hashlib.sha256()
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "wb") as file:
        for chunk in content.chunks():
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()


def _sync_directory(directory: Path) -> None:
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def clear_when_full() -> Iterator[None]:
    """Turns the system's error for a full disk into ``StoreFull``."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise StoreFull from error
        raise


def sha256_of(file: File[Any]) -> str:
    """SHA-256 of a file from its beginning, hexadecimal, read piece by piece."""
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    return digest.hexdigest()
