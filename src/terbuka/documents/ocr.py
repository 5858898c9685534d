"""Reads pictures with tesseract: one process a picture, two pictures at a time."""

import os
import re
import shutil
import statistics
import subprocess
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageStat

from terbuka.documents.lines import LooseWord
from terbuka.documents.model import Box
from terbuka.errors import UnreadableFile
from terbuka.language import N_

DPI = 300
AT_ONCE = 2
SECONDS = 100
"""For one picture; below the sandbox's patience, so that one bad page is said and not the whole lost."""
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

SURE_WORD = 50.0
"""Confidence from which on a word accounts for the ink under it."""
LETTER_NUMBER = re.compile(r".*\w/\w.*/")
"""``LP/B/118/III/2022``: tesseract knows no such words and is unsure even of what it reads well."""

MISSING = N_(
    "Berkas ini berisi pindaian, tetapi pembaca gambar belum terpasang. "
    "Pasang tesseract-ocr dan tesseract-ocr-ind, lalu coba lagi."
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The words in a picture, boxes in points from its top left. ``confidence``: mean, 0 to 100."""

    words: tuple[LooseWord, ...] = ()
    confidence: float = 0.0

    @property
    def weight(self) -> float:
        """How much was read, and how surely."""
        return self.confidence * sum(character.isalnum() for word in self.words for character in word.text)

    @property
    def sure(self) -> list[Box]:
        """The boxes of the words that account for the ink under them."""
        return [
            word.box for word in self.words if word.confidence >= SURE_WORD or LETTER_NUMBER.match(word.text)
        ]


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
        return self._pool.submit(_read, picture.convert("L"), dpi, language, "6")

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
    return Reading(words, _confidence(words))


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
    answer = _tesseract(picture, "osd", "--psm", "0")
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
    return replace(reading, words=words)


class _Row(NamedTuple):
    """A row of tesseract's table: a line (level 4) or a word (level 5), in pixels."""

    level: int
    line: tuple[str, ...]
    left: int
    top: int
    width: int
    height: int
    confidence: float
    text: str


def _read(
    picture: Image.Image, dpi: float, language: str, segmentation: str = "3", least_sure: float = 0.0
) -> Reading:
    table = _tesseract(picture, language, "--psm", segmentation, "--dpi", str(round(dpi)), "tsv")
    rows = list(_rows(table))
    lines = {row.line: row for row in rows if row.level == 4}
    found: list[_Row] = []
    words: list[LooseWord] = []
    for key, row_group in groupby((row for row in rows if row.level == 5), key=lambda row: row.line):
        on_line = [row for row in row_group if _is_word(row)]
        if on_line and (not least_sure or _is_sure(on_line, least_sure)):
            words.extend(_words_of_line(lines[key], on_line, dpi, len(words)))
            found.extend(on_line)
    return Reading(tuple(words), _confidence(found))


def _is_sure(rows: list[_Row], least: float) -> bool:
    letters = sum(character.isalnum() for row in rows for character in row.text)
    return letters >= SURE_LETTERS and _confidence(rows) >= least


def _confidence(words: Sequence[_Row | LooseWord]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def _words_of_line(line: _Row, rows: list[_Row], dpi: float, order: int) -> Iterator[LooseWord]:
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


def _rows(table: str) -> Iterator[_Row]:
    for line in table.splitlines()[1:]:
        fields = line.split("\t")
        if len(fields) == 12 and fields[0] in ("4", "5"):
            left, top, width, height = (int(field) for field in fields[6:10])
            text = "".join(fields[11].split())
            yield _Row(int(fields[0]), tuple(fields[1:5]), left, top, width, height, float(fields[10]), text)


def _is_word(row: _Row) -> bool:
    if any(character.isalnum() for character in row.text):
        return True
    return bool(row.text) and row.confidence >= SURE_SIGN


def _rounded(box: Box) -> Box:
    return Box(*(round(side, 2) for side in box))


def _tesseract(picture: Image.Image, language: str, *options: str) -> str:
    """What tesseract says of a grey picture; nothing when it fails, which the page's notice then tells."""
    header = b"P5 %d %d 255\n" % picture.size
    try:
        answer = subprocess.run(
            ["tesseract", "stdin", "stdout", "-l", language, *options],  # noqa: S607
            input=header + picture.tobytes(),
            capture_output=True,
            timeout=SECONDS,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (subprocess.SubprocessError, OSError):
        return ""
    return answer.stdout.decode(errors="replace")
