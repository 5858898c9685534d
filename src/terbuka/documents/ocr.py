"""Reads pictures with tesseract: one process a picture, two pictures at a time."""

import re
import shutil
import statistics
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from PIL import Image, ImageDraw, ImageStat

from terbuka.documents.closer import look_closer
from terbuka.documents.lines import LooseWord
from terbuka.documents.marks import Area
from terbuka.documents.model import Box
from terbuka.documents.tesseract import LINE, WORD, Row, is_sure, read_rows, run_tesseract
from terbuka.errors import UnreadableFile
from terbuka.language import N_

DPI = 300
AT_ONCE = 2
DOUBTFUL = 60.0
"""Mean confidence (0 to 100) below which a page may be lying on its side."""
SURE_SIGN = 50.0
"""Confidence a word without letter or digit needs: specks and rules are read as such signs."""
SURE_PART = 65.0
"""Mean confidence a line in a picture needs: a coat of arms is read as words, too."""
SURE_LETTERS = 3
"""Letters and figures a line needs to be sure of itself."""
VERTICAL_LETTERS = 4
"""A line higher than wide with so many letters runs up or down the page."""
TALL = 1.8
"""Times its words' height from which on a line is skewed and its box tells nothing of the word's."""

MISSING = N_(
    "Berkas ini berisi pindaian, tetapi pembaca gambar belum terpasang. "
    "Pasang tesseract-ocr dan tesseract-ocr-ind, lalu coba lagi."
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The words in a picture, boxes in points from its top left. ``confidence``: mean, 0 to 100.

    ``doubtful``: where something stands of which a closer look made nothing, however little ink it has.
    """

    words: tuple[LooseWord, ...] = ()
    confidence: float = 0.0
    doubtful: tuple[Box, ...] = ()

    @property
    def weight(self) -> float:
        """How much was read, and how surely."""
        return self.confidence * sum(character.isalnum() for word in self.words for character in word.text)

    @property
    def sure(self) -> list[Box]:
        """The boxes of the words that account for the ink under them."""
        return [word.box for word in self.words if is_sure(word.text, word.confidence)]


class Ocr:
    """A reader of pictures. Use it in a ``with`` block; what still runs at its end is dropped."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(AT_ONCE)

    def __enter__(self) -> "Ocr":
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    @cached_property
    def language(self) -> str | None:
        """``"ind"``, or ``"eng"`` where Indonesian is missing; None without tesseract."""
        return next((language for language in ("ind", "eng") if language in self._installed), None)

    @cached_property
    def _installed(self) -> list[str]:
        if not shutil.which("tesseract"):
            return []
        listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, check=False)  # noqa: S607
        return listed.stdout.decode(errors="replace").split()

    def read_page(self, picture: Image.Image, dpi: float, further: Sequence[str] = ()) -> Future[Reading]:
        """Read a page of which ``dpi`` pixels are an inch, whichever way it lies.

        ``further``: its channels that show what grey does not (``InkMap.further``). Raises
        ``UnreadableFile`` without tesseract.
        """
        return self._submit(_read_any_way, picture, dpi, further)

    def read_parts(self, picture: Image.Image, dpi: float, further: Sequence[str] = ()) -> Future[Reading]:
        """Read what stands here and there in a picture; what is read from its patterns is left out."""
        return self._submit(_read_parts, picture, dpi, further)

    def read_block(self, picture: Image.Image, dpi: float, *, english: bool = False) -> Future[Reading]:
        """Read one block of upright lines; also what is not read surely, for who knows what it may be.

        ``english``: with the eyes of a language that has a q, where it is installed.
        """
        language = "eng" if english and "eng" in self._installed else self._any_language()
        return self._pool.submit(_read, picture.convert("L"), dpi, language, "6", closely=False)

    def _submit(
        self, read: "_Reader", picture: Image.Image, dpi: float, further: Sequence[str]
    ) -> Future[Reading]:
        channels = [picture.getchannel(name) for name in further]
        grey, language = picture.convert("L"), self._any_language()
        return self._pool.submit(_read_planes, read, grey, channels, dpi, language)

    def _any_language(self) -> str:
        if self.language is None:
            raise UnreadableFile(MISSING)
        return self.language


_Reader = Callable[[Image.Image, float, str], Reading]


def _read_planes(
    read: _Reader, grey: Image.Image, channels: Sequence[Image.Image], dpi: float, language: str
) -> Reading:
    """What is read in grey, and then in single channels from which everything known is taken away."""
    reading = read(grey, dpi, language)
    for channel in channels:
        draw, paper = ImageDraw.Draw(channel), ImageStat.Stat(channel).median[0]
        for box in reading.sure:
            draw.rectangle([side * dpi / 72 for side in box], fill=round(paper))
        reading = _joined(reading, _read_parts(channel, dpi, language))
    return reading


def _joined(first: Reading, more: Reading) -> Reading:
    """Both readings; what was read with doubt and then surely counts once."""
    sure = set(first.sure)
    kept = [w for w in first.words if w.box in sure or not any(w.box.touches(o.box) for o in more.words)]
    words = (*kept, *(replace(word, order=word.order + len(first.words)) for word in more.words))
    return Reading(words, _confidence(words), first.doubtful + more.doubtful)


def _read_parts(picture: Image.Image, dpi: float, language: str) -> Reading:
    return _read(picture, dpi, language, "11", SURE_PART)


def _read_any_way(picture: Image.Image, dpi: float, language: str) -> Reading:
    """The best reading of a page, turned where it lies on its side or upside down."""
    best = _read(picture, dpi, language)
    if best.words and best.confidence >= DOUBTFUL:
        return best
    for turn in _likely_turns(picture):
        turned = _read(picture.rotate(turn, expand=True), dpi, language)
        turned = _turned_back(turned, turn, picture, dpi)
        best = max(best, turned, key=lambda reading: reading.weight)
    return best


def _likely_turns(picture: Image.Image) -> Iterator[int]:
    """Degrees counter-clockwise the page may need; all of them where tesseract cannot tell."""
    answer = run_tesseract(picture, "osd", "--psm", "0")
    found = re.search(r"Orientation in degrees: (\d+)", answer)
    if not found:
        yield from (90, 270, 180)
    elif int(found[1]):
        yield int(found[1])


def _turned_back(reading: Reading, turn: int, picture: Image.Image, dpi: float) -> Reading:
    """The reading of a picture that was turned ``turn`` degrees counter-clockwise, on the picture itself."""
    width, height = (side * 72 / dpi for side in picture.size)

    def back(box: Box) -> Box:
        match turn:
            case 90:
                return Box(width - box.y1, box.x0, width - box.y0, box.x1)
            case 180:
                return Box(width - box.x1, height - box.y1, width - box.x0, height - box.y0)
            case _:
                return Box(box.y0, height - box.x1, box.y1, height - box.x0)

    words = tuple(
        replace(word, box=_rounded(back(word.box)), turn=(word.turn + turn) % 360) for word in reading.words
    )
    doubtful = tuple(_rounded(back(box)) for box in reading.doubtful)
    return replace(reading, words=words, doubtful=doubtful)


def _read(
    picture: Image.Image,
    dpi: float,
    language: str,
    segmentation: str = "3",
    least_sure: float = 0.0,
    *,
    closely: bool = True,
) -> Reading:
    rows = list(_sure_lines(read_rows(picture, dpi, language, segmentation), least_sure))
    doubtful: list[Area] = []
    # a page that is read badly as it lies is read badly whatever its sizes are
    if closely and _confidence([row for row in rows if row.level == WORD]) >= DOUBTFUL:
        rows, doubtful = look_closer(picture, rows, dpi, language)
    lines = {row.line: row for row in rows if row.level == LINE}
    found = [row for row in rows if row.level == WORD]
    words: list[LooseWord] = []
    for key, on_line in groupby(found, key=lambda row: row.line):
        words.extend(_words_of_line(lines[key], list(on_line), dpi, len(words)))
    boxes = tuple(_rounded(Box(*(side * 72 / dpi for side in area))) for area in doubtful)
    return Reading(tuple(words), _confidence(found), boxes)


def _sure_lines(rows: Iterable[Row], least: float) -> Iterator[Row]:
    """Every line with its words, where it has any; only those that are sure of themselves."""
    for _, of_line in groupby((row for row in rows if row.level in (LINE, WORD)), key=lambda row: row.line):
        line = [row for row in of_line if row.level == LINE or _is_word(row)]
        if len(line) > 1 and (not least or _is_sure(line[1:], least)):
            yield from line


def _is_sure(rows: list[Row], least: float) -> bool:
    letters = sum(character.isalnum() for row in rows for character in row.text)
    return letters >= SURE_LETTERS and _confidence(rows) >= least


def _confidence(words: Sequence[Row | LooseWord]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def _words_of_line(line: Row, rows: list[Row], dpi: float, order: int) -> Iterator[LooseWord]:
    """Words from the line's ascender to its descender, so that covering the box covers the word."""
    letters = sum(len(row.text) for row in rows)
    upright = line.height <= line.width or letters < VERTICAL_LETTERS
    turn = 0 if upright else (90 if rows[0].top <= rows[-1].top else 270)
    usual = statistics.median(row.height if upright else row.width for row in rows)
    level = (line.height if upright else line.width) <= TALL * usual
    for row in rows:
        if upright:
            top, bottom = _span(row.top, row.height, line.top, line.height, level)
            left, right = _padded(row.left, row.width, 0.06 * row.height)
        else:
            left, right = _span(row.left, row.width, line.left, line.width, level)
            top, bottom = _padded(row.top, row.height, 0.06 * row.width)
        box = Box(*(max(0.0, side * 72 / dpi) for side in (left, top, right, bottom)))
        yield LooseWord(row.text, _rounded(box), turn=turn, order=order, confidence=row.confidence)
        order += 1


def _span(start: int, size: int, line_start: int, line_size: int, level: bool) -> tuple[float, float]:
    """Across the line: the line's own span where it runs level, the word's with a margin where not."""
    if level:
        return min(start, line_start), max(start + size, line_start + line_size)
    return _padded(start, size, 0.15 * size)


def _padded(start: int, size: int, margin: float) -> tuple[float, float]:
    return start - margin, start + size + margin


def _is_word(row: Row) -> bool:
    if any(character.isalnum() for character in row.text):
        return True
    return bool(row.text) and row.confidence >= SURE_SIGN


def _rounded(box: Box) -> Box:
    return Box(*(round(side, 2) for side in box))
