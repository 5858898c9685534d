"""Reads the pixels of a copy as a person would, upright and turned, and looks for secrets there."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence, Set
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps, ImageStat

from terbuka.documents import Box, ink
from terbuka.documents.ocr import Ocr, Reading
from terbuka.documents.unread import InkMap
from terbuka.errors import UnreadableFile
from terbuka.language import N_
from terbuka.redaction.model import Readable
from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.model import Check, Survivor
from terbuka.redaction.verifier.pixels.askew import slants
from terbuka.redaction.verifier.secrets.search import skeleton

DPI = 200
TURNS = (0, 90, 180, 270)
LEVELLED = Image.Resampling.BICUBIC
AHEAD = 3
"""Pages read ahead, so that both of the reader's processes are busy."""
PALE = 1
"""Percent of the darkest and of the lightest pixels that do not count when contrast is raised."""
LONG = 4
"""Letters and figures from which on a word that is meant to stay is not found by chance."""
BESIDE = 2.0
"""Heights between two words of one line, at most."""
DARK = 0.3
"""Share of a part that dark letters on paper do not cover."""
THICK = 9
"""Pixels; no stroke of a letter in black is so thick."""
APART = 20
"""Pixels between two parts that are read by themselves."""
POINTS_PER_INCH = 72
READ_SHARE, FEW = 0.3, 20
"""A page of which less than this share of its letters is read, less a few, has not been looked at."""


NO_READER = N_("Salinan tidak dapat diperiksa tanpa tesseract-ocr. Pasang dulu, lalu coba lagi.")


@dataclass(frozen=True)
class Drawn:
    """The picture of a page, with ``dpi`` pixels to an inch (``DPI`` where the page is not huge).

    ``number``: of the page in its file.
    """

    picture: Image.Image
    dpi: float
    number: int = 1

    @cached_property
    def ink(self) -> InkMap:
        """Where there is anything on the page, in whatever colour."""
        width, height = (side * POINTS_PER_INCH / self.dpi for side in self.picture.size)
        return InkMap(self.picture, (width, height))


@contextmanager
def reader_of_pictures() -> Iterator[Ocr]:
    """Raises ``UnreadableFile`` where there is none."""
    with Ocr() as ocr:
        if ocr.language is None:
            raise UnreadableFile(NO_READER)
        yield ocr


def reading_check(copy: Copy, pictures: Iterable[Drawn], pages: int, behind: Set[int] = frozenset()) -> Check:
    """Read every picture. ``pictures``: of the pages that have to be read; ``pages``: how many there are;
    ``behind``: of which pages it is only the picture behind the text.
    """
    texts = [""] * pages
    unread: list[Survivor] = []
    with reader_of_pictures() as ocr:
        for drawn, reading in read_ahead(ocr, pictures):
            page = copy.pages[drawn.number - 1] if drawn.number <= len(copy.pages) else Readable("", "")
            texts[drawn.number - 1] = said_on(ocr, drawn, reading, skeleton(" ".join(page)))
            expected = 0 if drawn.number in behind else len(skeleton(page.unhidden))
            if len(text_of(reading)) < READ_SHARE * expected - FEW:
                unread.append(Survivor("pixels", "page could not be read", drawn.number))
            copy.report(drawn.number, pages)
    found = copy.survivors("pixels", "reading", texts, read=True)
    return Check("pixels", pages, (*unread, *found))


def read_ahead(ocr: Ocr, pictures: Iterable[Drawn]) -> Iterator[tuple[Drawn, Reading]]:
    """Every picture with what was read in it, in order."""
    waiting: deque[tuple[Drawn, Future[Reading]]] = deque()
    for drawn in pictures:
        waiting.append((drawn, ocr.read_page(drawn.picture, drawn.dpi, drawn.ink.further)))
        if len(waiting) >= AHEAD:
            first, reading = waiting.popleft()
            yield first, reading.result()
    for first, reading in waiting:
        yield first, reading.result()


def said_on(ocr: Ocr, drawn: Drawn, reading: Reading, known: str) -> str:
    """All that can be read in a picture; ``known``: as for ``_turned``."""
    return "\n".join([text_of(reading), *_turned(ocr, drawn, reading, known)])


def _turned(ocr: Ocr, drawn: Drawn, reading: Reading, known: str) -> list[str]:
    """What stands on the page beside the words that are meant to stay there, in four turns.

    ``known``: skeleton of the text that is meant to stay. Only words found in it are taken away first:
    a name on its side is read upright as rubbish, and must not be taken for read.
    """
    words = _expected(reading, known)
    parts = drawn.ink.unread(words)
    if not parts:
        return []
    readings = [ocr.read_parts(sheet, drawn.dpi) for sheet in sheets(drawn, words, parts)]
    return [text_of(reading.result()) for reading in readings]


def _expected(reading: Reading, known: str) -> list[Box]:
    """The boxes of the words that are meant to stay; short ones, which are in any text, beside another."""
    found = [(skeleton(word.text), word.box) for word in reading.words]
    boxes = [box for text, box in found if len(text) >= LONG and text in known]
    short = [box for text, box in found if len(text) < LONG and text in known]
    while beside := [box for box in short if any(_stands_by(box, other) for other in boxes)]:
        boxes += beside
        short = [box for box in short if box not in beside]
    return boxes


def _stands_by(box: Box, other: Box) -> bool:
    by = BESIDE * box.height
    return Box(box.x0 - by, box.y0 + box.height / 3, box.x1 + by, box.y1 - box.height / 3).touches(other)


def sheets(drawn: Drawn, words: Sequence[Box], parts: Sequence[Box]) -> Iterator[Image.Image]:
    """The ``parts`` of the page one below the other without its ``words``, in every plane that shows more."""
    scale = drawn.dpi / POINTS_PER_INCH
    for name in (ink.GREY, *drawn.ink.further):
        plane = drawn.picture.convert(name) if name == ink.GREY else drawn.picture.getchannel(name)
        draw, paper = ImageDraw.Draw(plane), ImageStat.Stat(plane).median[0]
        for word in words:
            draw.rectangle([side * scale for side in word], fill=round(paper))
        cuts = [plane.crop(_pixels(part, scale)) for part in parts]
        yield _sheet(cuts)
        # white letters on black are overlooked
        if dark := [cut for cut in cuts if _is_dark(cut, paper)]:
            finer = max(1, round(drawn.dpi / ink.DPI))
            yield _sheet([_strokes(cut, paper, finer) for cut in dark])


def _is_dark(cut: Image.Image, paper: float) -> bool:
    dark = sum(count for level, count in enumerate(cut.histogram()) if abs(level - paper) >= ink.DARK_GROUND)
    return dark > DARK * cut.width * cut.height


def _strokes(cut: Image.Image, paper: float, finer: int) -> Image.Image:
    """What stands out in it, black on white, without the scraps that stay at the corners of black areas."""
    strokes = ink.standing_out(cut, paper, finer)
    scraps = strokes.filter(ImageFilter.MinFilter(THICK)).filter(ImageFilter.MaxFilter(2 * THICK - 1))
    return ImageOps.invert(ImageChops.subtract(strokes, scraps))


def _sheet(cuts: Sequence[Image.Image]) -> Image.Image:
    """As clear as can be, in four turns: what is faint must not drown among what is not.

    What runs at a slant is laid level besides, and upside down.
    """
    upright = [ImageOps.autocontrast(cut, cutoff=PALE) for cut in cuts]
    cuts = [cut.rotate(turn, expand=True) for turn in TURNS for cut in upright]
    for cut in upright:
        turns = [slant + turn for slant in slants(cut) for turn in (0, 180)]
        cuts += [cut.rotate(turn, LEVELLED, expand=True, fillcolor=255) for turn in turns]
    width = max(cut.width for cut in cuts) + 2 * APART
    sheet = Image.new(ink.GREY, (width, sum(cut.height + APART for cut in cuts) + APART), 255)
    top = APART
    for cut in cuts:
        sheet.paste(cut, (APART, top))
        top += cut.height + APART
    return sheet


def _pixels(box: Box, scale: float) -> tuple[int, int, int, int]:
    left, top, right, bottom = (round(side * scale) for side in box)
    return left, top, right, bottom


def text_of(reading: Reading) -> str:
    """Its words, one behind the other."""
    return " ".join(word.text for word in reading.words)
