"""Errors of this desk that an officer can act on."""

from typing import TYPE_CHECKING

from terbuka.errors import TerbukaError
from terbuka.language import N_
from terbuka.office.errors import NotPossible

if TYPE_CHECKING:
    from terbuka.disclosure.models import Case, Decision


class FileGone(TerbukaError):
    """A file that a row names is not in the private store."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "Berkasnya tidak ada lagi di penyimpanan. Catatannya tetap ada. Hubungi pengelola sistem "
                "untuk memulihkannya dari cadangan, lalu coba lagi."
            )
        )


class AlreadyThere(NotPossible):
    """The same officer has put in the same bytes before. ``case``: what became of them."""

    def __init__(self, case: "Case") -> None:
        self.case = case
        super().__init__(
            N_(
                "Anda sudah mengunggah berkas yang sama persis: kasus %(case)d. Tidak ada kasus baru yang "
                "dibuat."
            ),
            case=case.pk,
        )


class Overtaken(NotPossible):
    """Somebody else has decided the same place since the page was made. ``by``: what they decided."""

    def __init__(self, by: "Decision") -> None:
        self.by = by
        super().__init__(
            N_(
                "Keputusan Anda belum disimpan: petugas lain baru saja memutuskan temuan ini. Lihat "
                "keputusannya, lalu putuskan lagi bila perlu."
            )
        )


class CopyDamaged(TerbukaError):
    """The file of a copy is not the one that was verified."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "Berkas salinan tidak sama dengan yang lulus pemeriksaan, jadi tidak dipakai. Berkas asal "
                "dan keputusannya aman. Buat salinannya sekali lagi; bila sudah disahkan, unggah berkas "
                "asalnya sebagai kasus baru."
            )
        )
