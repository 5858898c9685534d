"""Looks at the pictures of a text: what OCR reads in them, what codes say, what nobody reads.

A picture's place in the text is held by ``PICTURE``, the words in it, and ``UNREAD`` for each part that was
not read: so screening sees them, and an officer hides or keeps them, as any other text.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from PIL import Image

from terbuka.documents import scans
from terbuka.documents.codes import codes_in
from terbuka.documents.docx.flow import Picture
from terbuka.documents.docx.pictures import size_in_points
from terbuka.documents.ink import has_ink
from terbuka.documents.layout import Layout
from terbuka.documents.model import PICTURE, UNREAD, Page, PageSource, Unread, Word
from terbuka.documents.ocr import Ocr
from terbuka.documents.unread import InkMap

POINTS_PER_INCH = 72


class Look(NamedTuple):
    """What stands for a picture in the text. Offsets count from the beginning of ``text``."""

    text: str
    size: tuple[float, float]
    words: tuple[Word, ...]
    unread: tuple[Unread, ...]


def look_at(picture: Picture, shown: Image.Image, ocr: Ocr) -> Look:
    """Read what is ``shown`` of the picture."""
    size = size_in_points(picture, shown)
    ink = InkMap(shown, size)
    if ink.is_blank and not has_ink(shown):
        return Look(PICTURE, size, (), ())
    dpi = shown.width * POINTS_PER_INCH / size[0]
    reading = ocr.read_page(shown, dpi, ink.further).result()
    parts = scans.unread_of_page(1, size, reading, ink)
    parts = scans.with_codes(1, parts, codes_in(shown, dpi, ink.further))
    layout = Layout()
    layout.add_page(size, PageSource.OCR, reading.words)
    said, (page,) = layout.finish()
    return _placed(said, page, parts)


def _placed(said: str, page: Page, parts: Iterable[Unread]) -> Look:
    """The text of a picture: the word for it, what it says, and a word for each part that was not read."""
    text = f"{PICTURE}\n{said}" if said else PICTURE
    begin = len(PICTURE) + 1
    words = tuple(replace(word, start=word.start + begin, end=word.end + begin) for word in page.words)
    unread = []
    for part in parts:
        text += f"\n{UNREAD}"
        unread.append(replace(part, start=len(text) - len(UNREAD), end=len(text)))
    return Look(text, (page.width, page.height), words, tuple(unread))


def pages_of(looks: Iterable[tuple[int, Picture, Look]]) -> Iterator[tuple[Page, list[Unread]]]:
    """Each picture as a page of its own with its unread parts, at its place in the text laid out."""
    for number, picture, look in looks:
        by = picture.start
        words = tuple(replace(word, start=word.start + by, end=word.end + by) for word in look.words)
        unread = [replace(part, start=part.start + by, end=part.end + by) for part in look.unread]
        end = by + len(look.text)
        yield Page(number, by, end, *look.size, PageSource.OCR, words), unread
