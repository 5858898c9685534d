"""What an officer must know about a page that was read from its pixels."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from terbuka.documents.codes import Code
from terbuka.documents.lines import LooseWord
from terbuka.documents.model import Box, Notice, Unread
from terbuka.documents.ocr import Ocr, Reading
from terbuka.documents.unread import InkMap, merged
from terbuka.language import N_

SURE_PAGE = 80.0
"""Mean confidence (0 to 100) of a page that may pass for read: clean scans reach 89 to 94, a blurred one
with half its numbers wrong 75.
"""
LONE = 1.0
"""Heights of a letter around it in which the next one of a name in a circle stands, and no longer word."""
BESIDE, LIKE = 1.5, 3.0
"""Heights of a word to what goes on with it, and of that at most, its rim counted in."""
UNREAD = N_("Halaman %(page)d tidak terbaca oleh mesin. Baca sendiri halaman ini sebelum memutuskan.")
HARD_TO_READ = N_("Halaman %(page)d sulit dibaca oleh mesin. Periksa sendiri hasil bacaannya.")
ENGLISH = N_(
    "Bahasa Indonesia untuk pembaca gambar belum terpasang; pindaian dibaca dengan bahasa Inggris. "
    "Pasang tesseract-ocr-ind."
)
NOTHING_READ = N_("Tidak ada yang terbaca mesin di halaman ini: tulisan tangan, gambar, atau pindaian kabur.")
DOUBTFULLY_READ = N_("Halaman ini terlalu sulit dibaca mesin, jadi isinya tidak dapat dipastikan.")
PART_UNREAD = N_(
    "Bagian ini tidak terbaca mesin: mungkin tulisan tangan, tanda tangan, cap, kode, atau foto. "
    "Lihat sendiri."
)

CODE = N_(
    "Bagian ini kode QR atau kode batang. Telepon siapa pun dapat membacanya, jadi baca isinya sebelum "
    "membukanya."
)


def about_page(number: int, reading: Reading, ink: InkMap) -> list[Notice]:
    """Notices about one page: ink without words, or words read with doubt."""
    values = {"page": number}
    if not reading.words:
        return [] if ink.is_blank else [Notice(UNREAD, values, number)]
    return [Notice(HARD_TO_READ, values, number)] if reading.confidence < SURE_PAGE else []


def unread_of_page(number: int, size: tuple[float, float], reading: Reading, ink: InkMap) -> list[Unread]:
    """What was not read on a page read whole: all of it where nothing, or nothing surely, was read."""
    whole = Box(0.0, 0.0, *size)
    if not reading.words:
        return [] if ink.is_blank else [Unread(number, whole, NOTHING_READ, {})]
    if reading.confidence < SURE_PAGE:
        return [Unread(number, whole, DOUBTFULLY_READ, {})]
    parts = merged([*ink.unread(reading.sure), *reading.doubtful])
    return unread_parts(number, with_letters(parts, reading.words))


def unread_parts(number: int, boxes: Iterable[Box]) -> list[Unread]:
    """Parts of a page that no word accounts for."""
    return [Unread(number, box, PART_UNREAD, {}) for box in boxes]


def with_halves(parts: Sequence[Box], words: Iterable[Box]) -> list[Box]:
    """The parts that were not read, with the words that go on in them: half of a name tells the other."""
    together, left = merged(list(parts)), list(words)
    while halves := [word for word in left if any(_goes_on(word, part) for part in together)]:
        left = [word for word in left if word not in halves]
        together = merged([*together, *halves])
    return together


def _goes_on(word: Box, part: Box) -> bool:
    near = BESIDE * word.height
    middle = Box(word.x0 - near, word.y0 + word.height / 3, word.x1 + near, word.y1 - word.height / 3)
    return part.height <= LIKE * word.height and part.touches(middle)


def with_letters(parts: Sequence[Box], words: Iterable[LooseWord]) -> list[Box]:
    """The parts, with the letters next to them that stand by themselves: of a name in a circle only those are
    words that stand upright or lie level."""
    together, known = list(parts), list(words) if parts else []
    longer = [word.box for word in known if len(word.text) > 1]
    letters = [word.box for word in known if len(word.text) == 1 and word.text.isalpha()]
    left = [letter for letter in letters if not any(_around(letter).touches(word) for word in longer)]
    while near := next(
        ((one, part) for one in left for part in together if _around(one).touches(part)), None
    ):
        letter, part = near
        left.remove(letter)
        together = merged([*together, part.joined(letter)])
    return together


def _around(letter: Box) -> Box:
    by = LONE * max(letter.width, letter.height)
    return Box(letter.x0 - by, letter.y0 - by, letter.x1 + by, letter.y1 + by)


def with_codes(number: int, parts: Sequence[Unread], codes: Iterable[Code]) -> list[Unread]:
    """The unread parts of a page with its codes: a code and the strokes of its own squares are one part.

    A larger part that stands for another reason stays what it is, and tells what the code in it says.
    """
    left = list(parts)
    for code in codes:
        part = Unread(number, code.box, CODE, {}, code.text)
        while touched := next((other for other in left if other.box.touches(part.box)), None):
            left.remove(touched)
            said = "\n".join(text for text in dict.fromkeys((touched.text, part.text)) if text)
            kept = part if touched.message == PART_UNREAD else touched
            part = replace(kept, box=touched.box.joined(part.box), text=said)
        left.append(part)
    return sorted(left, key=lambda part: (part.box.y0, part.box.x0))


def about_language(ocr: Ocr) -> list[Notice]:
    """A notice when scans were read without the Indonesian language."""
    return [Notice(ENGLISH, {})] if ocr.language == "eng" else []
