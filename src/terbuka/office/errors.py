"""Errors of the office that a user can act on."""

from terbuka.errors import TerbukaError
from terbuka.language import N_


class NotPossible(TerbukaError):
    """The rule or the state does not allow it now. Nothing was changed."""


class StoreFull(TerbukaError):
    """No room left on the disk. Nothing half-written stays behind."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "Penyimpanan penuh, berkas tidak disimpan. Berkas yang sudah ada tetap aman. "
                "Hubungi pengelola sistem untuk menambah ruang, lalu coba lagi."
            )
        )


class FileMissing(TerbukaError):
    """A file that a row names is not in its store."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "Berkas ini sedang tidak bisa diambil dari penyimpanan. Coba lagi nanti; bila tetap begini, "
                "beri tahu meja layanan informasi."
            )
        )


class LeaseLost(Exception):
    """Another worker has taken this job over: stop, and write nothing more."""
