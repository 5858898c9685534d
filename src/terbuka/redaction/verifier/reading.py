"""Reads the pixels of a copy as a person would, upright and turned, and looks for secrets there."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from typing import NamedTuple

from PIL import Image, ImageDraw

from terbuka.documents.ink import busy_area
from terbuka.documents.ocr import Ocr, Reading
from terbuka.errors import UnreadableFile
from terbuka.language import N_
from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.model import Check, Survivor
from terbuka.redaction.verifier.search import skeleton

DPI = 200
LOOK_DPI = 100
"""Enough to see whether there is anything like writing."""
TURNS = (0, 90, 180, 270)
AHEAD = 3
"""Pages read ahead, so that both of the reader's processes are busy."""
POINTS_PER_INCH = 72
READ_SHARE, FEW = 0.3, 20
"""A page of which less than this share of its letters is read, less a few, has not been looked at."""


class Drawn(NamedTuple):
    """The picture of a page, grey, with ``dpi`` pixels to an inch (``DPI`` where the page is not huge)."""

    picture: Image.Image
    dpi: float


def reading_check(copy: Copy, pictures: Iterable[Drawn], pages: int) -> Check:
    """Read every page. ``pictures``: the pages in order; ``pages``: how many."""
    texts: list[str] = []
    unread: list[Survivor] = []
    with Ocr() as ocr:
        if ocr.language is None:
            raise UnreadableFile(
                N_("Salinan tidak dapat diperiksa tanpa tesseract-ocr. Pasang dulu, lalu coba lagi.")
            )
        for drawn, reading in read_ahead(ocr, pictures):
            known = skeleton(" ".join(copy.pages[len(texts)])) if len(texts) < len(copy.pages) else ""
            texts.append("\n".join([_text(reading), *_turned(ocr, drawn, reading, known)]))
            if len(_text(reading)) < READ_SHARE * len(known) - FEW:
                unread.append(Survivor("pixels", "page could not be read", len(texts)))
            copy.report(len(texts), pages)
    found = copy.survivors("pixels", "reading", texts, read=True)
    return Check("pixels", len(texts), (*unread, *found))


def read_ahead(ocr: Ocr, pictures: Iterable[Drawn]) -> Iterator[tuple[Drawn, Reading]]:
    """Every picture with what was read in it, in order."""
    waiting: deque[tuple[Drawn, Future[Reading]]] = deque()
    for drawn in pictures:
        waiting.append((drawn, ocr.read_page(*drawn)))
        if len(waiting) >= AHEAD:
            first, reading = waiting.popleft()
            yield first, reading.result()
    for first, reading in waiting:
        yield first, reading.result()


def _turned(ocr: Ocr, drawn: Drawn, reading: Reading, known: str) -> list[str]:
    """What stands on the page beside the words that are meant to stay there, in four turns.

    ``known``: skeleton of the text that is meant to stay. Only words found in it are taken away first:
    a name on its side is read upright as rubbish, and must not be taken for read.
    """
    rest, dpi = drawn.picture.convert("L"), drawn.dpi
    draw = ImageDraw.Draw(rest)
    for word in reading.words:
        if skeleton(word.text) in known:
            draw.rectangle([side * dpi / POINTS_PER_INCH for side in word.box], fill=255)
    factor = max(1, round(dpi / LOOK_DPI))
    area = busy_area(rest.reduce(factor))
    if area is None:
        return []
    crop = rest.crop((area[0] * factor, area[1] * factor, area[2] * factor, area[3] * factor))
    readings = [ocr.read_parts(crop.rotate(turn, expand=True), dpi) for turn in TURNS]
    return [_text(reading.result()) for reading in readings]


def _text(reading: Reading) -> str:
    return " ".join(word.text for word in reading.words)
