"""Do the fonts of a PDF mean what they show?

A font may draw "Siti" and say it means "Meja": searching the text then finds nothing to hide, and the
name stays in the pixels. So a few words of every font are cut out of the pages, read by OCR and
compared. Reading every page would take a hundred times as long.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from difflib import SequenceMatcher

from PIL import Image, ImageOps

from terbuka.documents.model import Box
from terbuka.documents.ocr import Ocr, Reading
from terbuka.documents.pdf.pages import POINTS_PER_INCH, Pdf, page_picture
from terbuka.documents.pdf.words import PageText

SAMPLES = 8
"""Words taken of one font, letters and figures apart."""
MOST_KINDS = 128
SHEET = 40
"""Words on one sheet for OCR."""
DPI = 200
HEIGHT, MARGIN, WIDTH = 48, 24, 800
"""Pixels: of a word on the sheet, around it, of the sheet."""
ALIKE = 0.5
"""Similarity from which on a reading is taken for the word: OCR errs, but not in every second letter."""
ALIKE_FIGURES = 0.75
"""For numbers, of which ten figures make all, so that any two look a little alike."""
FITTING = re.compile(r"[A-Za-z]{4,20}|[0-9]{4,20}")


@dataclass(frozen=True, slots=True)
class Sample:
    """A word as the font says it, and where it stands. ``kind``: its font, letters and figures apart."""

    font: str
    kind: str
    text: str
    page: int
    box: Box


class FontSamples:
    """Collects words of every font while the pages are read, evenly over the document."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = defaultdict(int)
        self._samples: dict[str, list[Sample]] = defaultdict(list)

    def take(self, number: int, text: PageText) -> None:
        """Look at the words of page ``number``."""
        for word, font in zip(text.words, text.fonts, strict=True):
            if word.turn or word.slanted or not FITTING.fullmatch(word.text):
                continue
            kind = f"{font} {word.text.isdigit()}"
            self._seen[kind] += 1
            if _is_milestone(self._seen[kind]) and self._has_room(kind):
                self._samples[kind].append(Sample(font, kind, word.text, number, word.box))

    def _has_room(self, kind: str) -> bool:
        return len(self._samples.get(kind, ())) < SAMPLES and (
            kind in self._samples or len(self._samples) < MOST_KINDS
        )

    def send(self, pdf: Pdf, ocr: Ocr) -> "SentSamples":
        """Cut the words out of their pages and begin to read them."""
        samples = sorted(
            (sample for of_kind in self._samples.values() for sample in of_kind),
            key=lambda s: (s.page, s.box),
        )
        crops = list(_crops(pdf, samples))
        return SentSamples(
            [
                (samples[at : at + SHEET], ocr.read_lines(_sheet(crops[at : at + SHEET]), 300))
                for at in range(0, len(crops), SHEET)
            ]
        )


@dataclass(frozen=True, slots=True)
class SentSamples:
    """Words on sheets that OCR is reading."""

    sheets: list[tuple[list[Sample], Future[Reading]]]

    def lying_fonts(self) -> set[str]:
        """The fonts that show other words than they say."""
        verdicts: dict[tuple[str, str], list[bool]] = defaultdict(list)
        for on_sheet, reading in self.sheets:
            for sample, read in zip(on_sheet, _by_row(reading.result(), len(on_sheet)), strict=True):
                if read:
                    verdicts[sample.kind, sample.font].append(_alike(sample.text, read))
        return {font for (_, font), alike in verdicts.items() if sum(alike) < len(alike) / 2}


def _is_milestone(count: int) -> bool:
    """The first words of a font, then ever fewer: 1, 2, 3, 4, 6, 8, 12, 16, 24 …"""
    step = 1 << max(0, count.bit_length() - 2)
    return count % step == 0


def _crops(pdf: Pdf, samples: list[Sample]) -> Iterator[Image.Image]:
    page, picture = 0, Image.new("RGB", (1, 1))
    for sample in samples:
        if sample.page != page:
            page, picture = sample.page, page_picture(pdf, sample.page, DPI)
            with pdf.page(page) as seen:
                scale = picture.width / seen.size[0]
        yield _legible(picture.crop(tuple(round(side * scale) for side in sample.box)))  # type: ignore[arg-type]


def _legible(crop: Image.Image) -> Image.Image:
    """Dark on light, as high as a line on the sheet."""
    grey = ImageOps.autocontrast(crop.convert("L"))
    if grey.resize((1, 1)).getpixel((0, 0)) < 128:  # type: ignore[operator]
        grey = ImageOps.invert(grey)
    width = min(WIDTH - 2 * MARGIN, max(1, round(grey.width * HEIGHT / grey.height)))
    return grey.resize((width, HEIGHT), Image.Resampling.LANCZOS)


def _sheet(crops: list[Image.Image]) -> Image.Image:
    sheet = Image.new("L", (WIDTH, (HEIGHT + MARGIN) * len(crops) + MARGIN), 255)
    for row, crop in enumerate(crops):
        sheet.paste(crop, (MARGIN, MARGIN + row * (HEIGHT + MARGIN)))
    return sheet


def _by_row(reading: Reading, rows: int) -> list[str]:
    """What was read in each row of a sheet; empty where nothing was read surely enough."""
    read = [""] * rows
    for word in reading.words:
        middle = (word.box.y0 + word.box.y1) / 2 * 300 / POINTS_PER_INCH
        row = int((middle - MARGIN / 2) // (HEIGHT + MARGIN))
        read[max(0, min(row, rows - 1))] += word.text
    return read


def _alike(said: str, seen: str) -> bool:
    matcher = SequenceMatcher(None, said.casefold(), seen.casefold(), autojunk=False)
    return matcher.ratio() >= (ALIKE_FIGURES if said.isdigit() else ALIKE)
