"""The bytes of a file, read once, and the proof that everybody read the same ones."""

import hashlib
import stat
from pathlib import Path

from terbuka.errors import LimitExceeded, UnreadableFile
from terbuka.language import N_

LARGEST = 512 * 1024 * 1024
"""Bytes; a larger file is refused before it is read."""


def fingerprint(path: Path) -> tuple[str, int]:
    """SHA-256 (hexadecimal) and size in bytes of the file, read in pieces.

    Raises ``UnreadableFile`` when it is missing, empty or no ordinary file, ``LimitExceeded`` when it
    is larger than ``LARGEST``.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe or a device would be read without end
            raise UnreadableFile(N_("Ini bukan berkas biasa. Pilih satu berkas dokumen."))
        _check_size(status.st_size)
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        raise UnreadableFile(N_("Berkas tidak ditemukan. Periksa nama dan tempatnya.")) from None
    except OSError:
        raise UnreadableFile(N_("Berkas tidak boleh dibaca. Periksa izin berkasnya.")) from None
    return digest, status.st_size


def load(path: Path, sha256: str) -> bytes:
    """The whole file, if it is still the one with this SHA-256; ``UnreadableFile`` otherwise.

    What is parsed are these bytes, never the path again: a file exchanged between the hash and the
    parser would put a certificate on a document nobody has seen.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError:
        data = b""
    if hashlib.sha256(data).hexdigest() != sha256:
        raise UnreadableFile(N_("Berkas berubah ketika sedang dibaca. Coba lagi dengan berkas yang tetap."))
    return data


def _check_size(size: int) -> None:
    if not size:
        raise UnreadableFile(N_("Berkas kosong: tidak ada satu bita pun di dalamnya."))
    if size > LARGEST:
        raise LimitExceeded(
            N_(
                "Berkas terlalu besar: %(size)d MiB, paling besar %(largest)d MiB. "
                "Bagi menjadi beberapa berkas."
            ),
            size=size >> 20,
            largest=LARGEST >> 20,
        )
