"""Runs tesseract on one picture and reads its table of lines and words."""

import os
import re
import subprocess
from collections.abc import Iterator
from typing import NamedTuple

from PIL import Image

SECONDS = 100
"""For one picture; below the sandbox's patience, so that one bad page is said and not the whole lost."""

SURE_WORD = 50.0
"""Confidence from which on a word accounts for the ink under it."""
LETTER_NUMBER = re.compile(r".*\w/\w.*/")
"""``LP/B/118/III/2022``: tesseract knows no such words and is unsure even of what it reads well."""

LINE, WORD = 4, 5
"""Levels of the table."""


class Row(NamedTuple):
    """A row of the table: a line or a word, in pixels."""

    level: int
    line: tuple[str, ...]
    left: int
    top: int
    width: int
    height: int
    confidence: float
    text: str

    @property
    def letters(self) -> int:
        """How many letters and figures it has."""
        return sum(character.isalnum() for character in self.text)

    @property
    def sure(self) -> bool:
        """Whether it accounts for the ink under it."""
        return is_sure(self.text, self.confidence)


def is_sure(text: str, confidence: float) -> bool:
    """Whether a word that was read so accounts for the ink under it."""
    return confidence >= SURE_WORD or bool(LETTER_NUMBER.match(text))


def read_rows(picture: Image.Image, dpi: float, language: str, segmentation: str) -> list[Row]:
    """The lines and words of a grey picture. ``segmentation``: tesseract's page segmentation mode."""
    table = run_tesseract(picture, language, "--psm", segmentation, "--dpi", str(round(dpi)), "tsv")
    return list(_rows(table))


def _rows(table: str) -> Iterator[Row]:
    for line in table.splitlines()[1:]:
        fields = line.split("\t")
        if len(fields) == 12 and fields[0] in (str(LINE), str(WORD)):
            left, top, width, height = (int(field) for field in fields[6:10])
            text = "".join(fields[11].split())
            yield Row(int(fields[0]), tuple(fields[1:5]), left, top, width, height, float(fields[10]), text)


def run_tesseract(picture: Image.Image, language: str, *options: str) -> str:
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
