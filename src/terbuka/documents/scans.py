"""What an officer must know about a page that was read from its pixels."""

from PIL import Image

from terbuka.documents.ink import has_ink
from terbuka.documents.model import Notice
from terbuka.documents.ocr import DOUBTFUL, Ocr, Reading
from terbuka.language import N_

UNREAD = N_("Halaman %(page)d tidak terbaca oleh mesin. Baca sendiri halaman ini sebelum memutuskan.")
HARD_TO_READ = N_("Halaman %(page)d sulit dibaca oleh mesin. Periksa sendiri hasil bacaannya.")
ENGLISH = N_(
    "Bahasa Indonesia untuk pembaca gambar belum terpasang; pindaian dibaca dengan bahasa Inggris. "
    "Pasang tesseract-ocr-ind."
)


def about_page(number: int, reading: Reading, picture: Image.Image) -> list[Notice]:
    """Notices about one page: ink without words, or words read with doubt."""
    values = {"page": number}
    if not reading.words:
        return [Notice(UNREAD, values, number)] if has_ink(picture) else []
    return [Notice(HARD_TO_READ, values, number)] if reading.confidence < DOUBTFUL else []


def about_language(ocr: Ocr) -> list[Notice]:
    """A notice when scans were read without the Indonesian language."""
    return [Notice(ENGLISH, {})] if ocr.language == "eng" else []
