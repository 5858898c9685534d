"""The public copy of a PDF or of pictures: a fresh PDF.

What is no text becomes a picture, kept words are set anew in a font of the copy (docs/decisions/0022); scans
are a picture with a retyped, invisible layer.

Nothing of the original file is copied: no object, font, name, metadata or identifier. What a page
shows goes through pixels, so only what a reader sees can reach the copy.
"""

import io
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any, BinaryIO, cast

import pikepdf
from pikepdf import Dictionary
from PIL import Image

from terbuka.documents import Box, Page, PageSource
from terbuka.documents.formats import Format
from terbuka.documents.images import Pictures, frame_picture, open_pictures
from terbuka.documents.pdf import open_pdf, picture_without, render_part
from terbuka.documents.pdf.glyphs import Glyphs
from terbuka.documents.pdf.letters import Letter, SetText, read_letters, set_words
from terbuka.documents.pdf.pages import POINTS_PER_INCH, SeenPage, drawable_dpi, page_scale, render
from terbuka.documents.pdf.sight import hide_text
from terbuka.redaction.grounds_page import SIZE, grounds_sheets
from terbuka.redaction.model import Placed, Plan, Redaction
from terbuka.redaction.paleness import in_grey, without_pale
from terbuka.redaction.pieces import page_pieces
from terbuka.redaction.writers.encode import encode, image_stream
from terbuka.redaction.writers.fresh_font import FreshFont
from terbuka.redaction.writers.paint import Painted, Part, paint_page, painted_words
from terbuka.redaction.writers.real_text import stand_out, text_lines
from terbuka.redaction.writers.tags import Tags, paragraphs
from terbuka.redaction.writers.textlayer import LayerWord, TextLayer

WHITE = 255
DPI = 200
"""Fine enough to read 6 point type and for the verifier's OCR; a G4 page stays below 100 KB."""


def write(source: Path, destination: Path, plan: Plan, report: Callable[[int, int], None]) -> list[Placed]:
    """Write the copy; returns where each redaction's bars stand (points on the public page)."""
    copy = _Copy(source, plan)
    for page in plan.document.pages:
        copy.add(page)
        report(page.number, len(plan.document.pages))
    if plan.grounds_page:
        copy.add_grounds()
    copy.save(destination)
    return copy.placed


class _Copy:
    """The copy on its way. ``placed``: the bars so far."""

    def __init__(self, source: Path, plan: Plan) -> None:
        self._plan = plan
        self._pdf = pikepdf.new()
        self._pdf.Root.Lang = pikepdf.String("id")
        self._layer, self._tags = TextLayer(self._pdf), Tags(self._pdf)
        self._sheets, self._fresh = _sheets(source, plan, self._pdf)
        self.placed: list[Placed] = []

    def add(self, page: Page) -> None:
        """Append the public form of ``page``."""
        text, redactions = self._plan.document.text, _of_page(self._plan, page)
        pieces = page_pieces(page, self._plan.redactions, text)
        with self._sheets(page) as sheet:
            painted = paint_page(sheet.picture, page, pieces, text, redactions, sheet.part, sheet.apart)
        added = self._pdf.add_blank_page(page_size=(page.width, page.height)).obj
        added.Resources = Dictionary(Font=Dictionary(T=self._layer.font))
        shown = [*self._picture(added, page, painted, sheet), *self._words(added, page, painted, sheet)]
        added.Contents = self._pdf.make_stream("\n".join(shown).encode("ascii"))
        self.placed.extend(painted.bars)

    def add_grounds(self) -> None:
        """Append what lists grounds and counts, painted and retyped as a page of a scan is."""
        width, height = SIZE
        for words in grounds_sheets(self._plan.redactions):
            added = self._pdf.add_blank_page(page_size=SIZE).obj
            added.Resources = Dictionary(Font=Dictionary(T=self._layer.font))
            picture = image_stream(self._pdf, encode(painted_words(words, SIZE, DPI)))
            added.Resources.XObject = Dictionary(P=picture)
            layer = self._layer.lines([LayerWord(word.text, word.box) for word in words], height, "T")
            shown = [*_shown(width, height), "BT", "/P <</MCID 0>> BDC", *layer, "EMC", "ET"]
            added.Contents = self._pdf.make_stream("\n".join(shown).encode("ascii"))
            self._tags.take(added, 1)

    def _picture(self, added: pikepdf.Object, page: Page, painted: Painted, sheet: "_Sheet") -> list[str]:
        if sheet.letters and _is_white(painted.picture):
            return []
        encoded = encode(without_pale(painted.picture), lettered=not sheet.letters)
        added.Resources.XObject = Dictionary(P=image_stream(self._pdf, encoded))
        return _shown(page.width, page.height)

    def _words(self, added: pikepdf.Object, page: Page, painted: Painted, sheet: "_Sheet") -> list[str]:
        if self._fresh and sheet.letters:
            added.Resources.Font.G = self._fresh.font
        lines = ["BT"]
        parts = list(paragraphs(painted.words, self._plan.document.text))
        for number, part in enumerate(parts):
            lines.append(f"/P <</MCID {number}>> BDC")
            for real, words in groupby(part, sheet.sets):
                if real and self._fresh and sheet.letters:
                    lines += text_lines(words, sheet.letters, self._fresh, page.height, "G")
                else:
                    lines += self._layer.lines(words, page.height, "T")
            lines.append("EMC")
        self._tags.take(added, len(parts))
        return [*lines, "ET"]

    def save(self, destination: Path) -> None:
        """Write the file. Raises ``OSError`` where the system does not let it be written."""
        self._layer.finish()
        self._tags.finish()
        if self._fresh:
            self._fresh.finish()
        # a fixed version and an identifier made from the content: the file tells nothing of when or where
        with destination.open("wb", buffering=0) as file:
            patient = _Patient(file)
            self._pdf.save(
                cast(BinaryIO, patient),
                deterministic_id=True,
                min_version="1.7",
                compress_streams=True,
                fix_metadata_version=False,
            )
        if patient.refusal:
            raise patient.refusal


def _shown(width: float, height: float) -> list[str]:
    """Operators that show the picture of a page of this size."""
    return ["/Artifact BMC", f"q {width:.2f} 0 0 {height:.2f} 0 0 cm /P Do Q", "EMC"]


def _is_white(picture: Image.Image) -> bool:
    return all(low == WHITE for low, _ in _channels(picture.getextrema()))


def _channels(extrema: Any) -> tuple[tuple[int, int], ...]:
    return extrema if isinstance(extrema[0], tuple) else (extrema,)


class _Patient(io.RawIOBase):
    """Writes to ``file`` and keeps what the system refuses (``refusal``): qpdf ends the whole process where
    it cannot write, and nobody would hear that the disk is full."""

    def __init__(self, file: io.RawIOBase) -> None:
        self._file = file
        self.refusal: OSError | None = None

    def write(self, data: Any) -> int:
        view = memoryview(data).cast("B")
        while view and not self.refusal:
            try:
                view = view[self._file.write(view) or 0 :]
            except OSError as error:
                self.refusal = error
        return len(data)


@dataclass(frozen=True)
class _Sheet:
    """What a page is painted on. ``letters``: of the words that are set as text and are not in the picture,
    by offset (``documents.pdf.letters``); None where all is in the picture.
    """

    picture: Image.Image
    part: Part
    letters: Mapping[int, Letter] | None = None

    @cached_property
    def apart(self) -> frozenset[int]:
        """The offsets of all characters that are set as text."""
        letters = self.letters or {}
        return frozenset(at + by for at, letter in letters.items() for by in range(len(letter.text)))

    def sets(self, word: LayerWord) -> bool:
        return word.stood is not None and word.start in self.apart


Sheets = Callable[[Page], AbstractContextManager[_Sheet]]


def _sheets(source: Path, plan: Plan, pdf: pikepdf.Pdf) -> tuple[Sheets, FreshFont | None]:
    """What gives the sheet of each page, and the font of those that have real text."""
    if plan.document.format == Format.IMAGE:
        pictures = open_pictures(source)
        return lambda page: nullcontext(_Sheet(_frame(pictures, page), _no_part)), None
    original = open_pdf(source)
    glyphs = Glyphs(source.read_bytes())
    fresh = FreshFont(pdf, glyphs)

    @contextmanager
    def sheet(page: Page) -> Iterator[_Sheet]:
        with original.page(page.number) as seen:
            scale = page_scale(seen, DPI)
            real = None if plan.pixels else _real_text(seen, page, plan, glyphs, fresh)
            if real:
                hide_text(seen, real.left)
                bare = in_grey(render(seen, DPI))
                if stand_out(real.letters.values(), bare, scale):
                    yield _Sheet(bare, lambda box: _part(seen, box, scale), real.letters)
                    return
        with original.page(page.number) as seen:
            words = [(word.box, word.turn % 180 != 0) for word in page.words if word.box]
            traces = _traces(plan, page)
            picture = in_grey(picture_without(original, page.number, DPI, traces, words))

            def part(box: Box) -> Image.Image | None:
                return None if any(box.touches(trace) for trace in traces) else _part(seen, box, scale)

            yield _Sheet(picture, part)

    return sheet, None if plan.pixels else fresh


def _part(seen: SeenPage, box: Box, scale: float) -> Image.Image | None:
    """A part drawn anew; none of a page with tiles, which would stand elsewhere in it."""
    return None if seen.tiled else render_part(seen, box, scale)


def _frame(pictures: Pictures, page: Page) -> Image.Image:
    """A frame in as many pixels as the page of a PDF has, or nearly: labels of fewer are blots, which nobody
    reads and the verifier does not know for ours.
    """
    picture = in_grey(frame_picture(pictures, page.number, DPI))
    scale = drawable_dpi(page.width, page.height, DPI) / POINTS_PER_INCH
    size = round(page.width * scale), round(page.height * scale)
    return picture.resize(size, Image.Resampling.LANCZOS) if picture.width < size[0] else picture


def _real_text(seen: SeenPage, page: Page, plan: Plan, glyphs: Glyphs, fresh: FreshFont) -> SetText | None:
    """What of the words of a page can be set as text; None of a page that is nothing but pixels."""
    if page.source not in (PageSource.TEXT, PageSource.MIXED):
        return None
    letters = read_letters(seen, page.number, glyphs)
    real = set_words(letters, page, plan.document.text, fresh.draws)
    # what is left in the picture may hide something beside what it shows
    return None if real and real.left and _traces(plan, page) else real


def _no_part(box: Box) -> None:
    """Of a scan there are only its pixels."""


def _of_page(plan: Plan, page: Page) -> list[Redaction]:
    return [
        r
        for r in plan.redactions
        if r.page == page.number or (r.end > r.start and r.start < page.end and r.end > page.start)
    ]


def _traces(plan: Plan, page: Page) -> list[Box]:
    """Where text nobody can read leaves a trace in the pixels that somebody could sharpen."""
    return [part.box for part in plan.document.hidden if part.box and part.page == page.number]
