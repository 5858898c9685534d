"""Secrets that the program makes for itself once and keeps below ``TERBUKA_HOME/secrets``.

An office that starts on a laptop must not need a person to invent a key. Whoever runs several machines
gives the same keys to all of them by the environment instead.
"""

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from cryptography.fernet import Fernet


def private_directory(path: Path) -> Path:
    """Make ``path`` a directory that only its owner may enter (0700); return it."""
    path.mkdir(parents=True, exist_ok=True)
    if path.stat().st_mode & 0o077:
        path.chmod(0o700)
    return path


def kept_secret(directory: Path, name: str, make: Callable[[], str]) -> str:
    """The secret ``name`` in ``directory``; made by ``make`` and written (0600) when it is not there yet.

    Two processes that start at once agree on one secret: whoever links the file first wins.
    """
    path = private_directory(directory) / name
    if not path.exists():
        draft = directory / f".{name}.{os.getpid()}"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(make())
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()


def new_secret_key() -> str:
    """A key for signing: 64 characters, 384 bits."""
    return secrets.token_urlsafe(48)


def new_field_key() -> str:
    """A Fernet key for encrypted fields."""
    return Fernet.generate_key().decode("ascii")
