"""PDF → ``Document``: the file's text where it is what a reader sees, OCR where it is not."""

import hashlib
from collections import deque
from collections.abc import Collection
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from itertools import starmap

from PIL import Image

from terbuka.documents import scans
from terbuka.documents.codes import Code, codes_in
from terbuka.documents.ink import has_ink
from terbuka.documents.layout import Layout
from terbuka.documents.lines import LooseWord, LooseWords
from terbuka.documents.model import Box, Document, HiddenPart, Notice, PageSource, Unread
from terbuka.documents.ocr import AT_ONCE, DPI, Ocr, Reading
from terbuka.documents.pdf.characters import read_characters
from terbuka.documents.pdf.drawings import drawn_area, grainy
from terbuka.documents.pdf.fonts import FontCheck
from terbuka.documents.pdf.glyphs import Glyphs
from terbuka.documents.pdf.pages import POINTS_PER_INCH, Pdf, SeenPage, drawable_dpi, render
from terbuka.documents.pdf.readings import LayerWord, both_readings
from terbuka.documents.pdf.sight import PageSight
from terbuka.documents.pdf.words import Unseen, page_text
from terbuka.documents.sandbox import Progress
from terbuka.documents.told import LONGEST, portions
from terbuka.documents.unread import InkMap
from terbuka.language import N_

RUBBISH = N_("Teks halaman %(page)d di dalam berkas tidak bermakna; halaman dibaca dari gambarnya.")
DISAGREES = N_(
    "Teks halaman %(page)d di dalam berkas tidak terbukti sama dengan yang terlihat; "
    "halaman dibaca dari gambarnya."
)
NO_READER = N_("Gambar ini tidak dibaca karena pembaca gambar belum terpasang.")
PICTURES_UNREAD = N_(
    "Gambar di halaman %(page)d tidak dibaca karena pembaca gambar belum terpasang. "
    "Pasang tesseract-ocr dan tesseract-ocr-ind, lalu coba lagi."
)
NOT_COMPARED = N_(
    "Teks di dalam berkas tidak dibandingkan dengan yang terlihat karena pembaca gambar belum terpasang."
)
SCAN = 0.5
"""Share of a page that pictures cover; more, and it is a scan."""
LAID_OUT = 100
"""Pages after which it is said that they are being laid out."""


@dataclass
class _Draft:
    """A page on its way: what is known of it, and what OCR is still reading."""

    number: int
    size: tuple[float, float]
    source: PageSource = PageSource.TEXT
    words: Collection[LooseWord] = ()
    said: Collection[LooseWord] = ()  # by the file, where the page is read whole
    silent: bool = False  # the file shows letters of which it says nothing
    layer: tuple[LayerWord, ...] = ()  # the same, and whether it was borne out
    unseen: tuple[Unseen, ...] = ()
    notices: list[Notice] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    ink: InkMap | None = None  # of what OCR is reading
    whole: bool = False  # the page is read whole, and not only its pictures
    reading: Future[Reading] | None = None
    codes: tuple[Code, ...] = ()  # in what OCR is reading
    origin: tuple[float, float] = (0.0, 0.0)


def read(data: bytes, sha256: str, report: Progress) -> Document:
    """Read the PDF in ``data``. ``report`` is told the pages done."""
    pdf = Pdf(data)
    with Ocr() as ocr:
        reader = _Reader(pdf, ocr, Glyphs(data), report)
        drafts = reader.drafts()
        reader.begin_comparing()
        # while the samples are being read; so is the library loaded
        from terbuka.documents.pdf.hidden import hidden_parts

        hidden_elsewhere = hidden_parts(data)
        notices = reader.compare(drafts)
        layout = Layout()
        hidden: list[HiddenPart] = []
        unread: list[Unread] = []
        for draft in drafts:
            _finish(draft)
            layout.add_page(draft.size, draft.source, draft.words)
            hidden.extend(_hidden_text(draft))
            notices.extend(draft.notices)
            unread.extend(draft.unread)
            if draft.number % LAID_OUT == 0:
                report(len(drafts), len(drafts))  # of thousands of pages it would be silent for too long
        if any(draft.reading for draft in drafts):
            notices = scans.about_language(ocr) + notices
    text, pages = layout.finish()
    parts = (*hidden, *hidden_elsewhere)
    return Document("pdf", sha256, len(data), text, pages, parts, tuple(notices), tuple(unread))


class _Reader:
    def __init__(self, pdf: Pdf, ocr: Ocr, glyphs: Glyphs, report: Progress) -> None:
        self._pdf = pdf
        self._ocr = ocr
        self._glyphs = glyphs
        self._report = report
        self._fonts = FontCheck(glyphs, ocr)
        self._pictures: dict[tuple[object, ...], Future[Reading]] = {}
        self._inks: dict[tuple[object, ...], InkMap] = {}
        self._codes: dict[tuple[object, ...], tuple[Code, ...]] = {}
        self._underway: deque[Future[Reading]] = deque()

    def drafts(self) -> list[_Draft]:
        """Every page, with OCR begun where it is needed."""
        drafts = []
        for number in range(1, len(self._pdf) + 1):
            with self._pdf.page(number) as page:
                drafts.append(self._draft(number, page))
            self._keep_pace()
            self._report(number, len(self._pdf))
        return drafts

    def _draft(self, number: int, page: SeenPage) -> _Draft:
        draft = _Draft(number, page.size)
        characters = list(read_characters(page))
        if not characters:
            self._read_whole(draft, page)
            return draft
        sight = PageSight(page)
        text = page_text(characters, sight)
        draft.unseen = text.unseen
        if text.rubbish or not text.words:
            if text.rubbish:
                draft.notices.append(Notice(RUBBISH, {"page": number}, number))
            self._reread(draft)
            return draft
        glyphs = self._glyphs.on_page(number, [character.origin for character in characters])
        draft.words = LooseWords(text.words)
        self._fonts.take(number, text, glyphs)
        if sight.unaccounted(text.boxes()) or not self._fonts.are_blank(text, glyphs):
            draft.silent = True
            self._disbelieve(draft)
            return draft
        self._read_pictures(draft, page, sight.bare)
        return draft

    def _disbelieve(self, draft: _Draft) -> None:
        draft.notices.append(Notice(DISAGREES, {"page": draft.number}, draft.number))
        self._reread(draft)

    def _reread(self, draft: _Draft) -> None:
        """Read a page whole whose text was hidden to see what stands behind it."""
        with self._pdf.page(draft.number) as page:
            self._read_whole(draft, page)

    def _read_whole(self, draft: _Draft, page: SeenPage) -> None:
        dpi = drawable_dpi(*page.size, DPI)
        picture = render(page, dpi)
        draft.words, draft.said, draft.unread = (), draft.words, []
        ink = InkMap(picture, page.size, _pictures_of_drawn(page))
        if not ink.is_blank or has_ink(picture):
            draft.source, draft.ink, draft.whole = PageSource.OCR, ink, True
            draft.reading = self._ocr.read_page(picture, dpi, ink.further)
            draft.codes = tuple(codes_in(picture, dpi, ink.further))
            self._underway.append(draft.reading)

    def _read_pictures(self, draft: _Draft, page: SeenPage, bare: Image.Image) -> None:
        """Read what stands in the pictures of a page, its own text taken away."""
        if _is_plain(bare):
            return
        draft.ink = self._ink_of(page, bare)
        area = _pictured(page, bare, draft.ink)
        if area is None:
            return
        if self._ocr.language is None:
            draft.unread = [Unread(draft.number, box, NO_READER, {}) for box in draft.ink.unread(())]
            draft.notices.append(Notice(PICTURES_UNREAD, {"page": draft.number}, draft.number))
            return
        scale = bare.width / draft.size[0]
        draft.origin = area[0] / scale, area[1] / scale
        # the same letterhead or watermark on a hundred pages is read once
        key = (area, bare.size, hashlib.sha256(bare.crop(area).tobytes()).digest())
        if key not in self._pictures:
            dpi = drawable_dpi(*page.size, DPI)
            finer = dpi / POINTS_PER_INCH / scale
            whole = render(page, dpi)
            crop = whole.crop(tuple(round(side * finer) for side in area))  # type: ignore[arg-type]
            self._pictures[key] = self._ocr.read_parts(crop, dpi, draft.ink.further)
            self._codes[key] = tuple(codes_in(crop, dpi, draft.ink.further))
            self._underway.append(self._pictures[key])
        draft.reading, draft.codes = self._pictures[key], self._codes[key]

    def _ink_of(self, page: SeenPage, bare: Image.Image) -> InkMap:
        """Of a page without its text; the same rules under a hundred heads are looked at once."""
        pictures = grainy(page)
        key = (bare.size, hashlib.sha256(bare.tobytes()).digest(), *pictures)
        if key not in self._inks:
            self._inks[key] = InkMap(bare, page.size, pictures)
        return self._inks[key]

    def _keep_pace(self) -> None:
        """Wait for the oldest picture when many are under way: each holds some twenty megabytes."""
        while len(self._underway) > 2 * AT_ONCE:
            self._underway.popleft().result()

    def begin_comparing(self) -> None:
        """Begin to compare the words with what they show."""
        if self._ocr.language:
            self._fonts.begin()

    def compare(self, drafts: list[_Draft]) -> list[Notice]:
        """Read the pages whole that may show other words than they say."""
        if not self._ocr.language:
            return [Notice(NOT_COMPARED, {})]
        doubtful = self._fonts.doubtful_pages()
        for draft in drafts:
            if draft.number in doubtful and not draft.whole:
                draft.origin = 0.0, 0.0
                self._disbelieve(draft)
                self._keep_pace()
                self._report(draft.number, len(drafts))
            if not draft.said:
                continue
            # between signs that are borne out may stand those of which nothing is said
            proven = [one and not draft.silent for one in self._fonts.proven(draft.number)]
            draft.layer = tuple(starmap(LayerWord, zip(draft.said, proven, strict=True)))
        return []


def _pictures_of_drawn(page: SeenPage) -> list[Box] | None:
    """Where the pictures are of a page without text that can be read; None where it is a scan."""
    pictures = grainy(page)
    covered = sum(box.width * box.height for box in pictures)
    return pictures if covered < SCAN * page.size[0] * page.size[1] else None


def _is_plain(bare: Image.Image) -> bool:
    return all(low == high for low, high in bare.getextrema())  # type: ignore[misc]


def _pictured(page: SeenPage, bare: Image.Image, ink: InkMap) -> tuple[int, int, int, int] | None:
    """The pixels of a page without its text that may hold writing all the same."""
    scale = bare.width / page.size[0]
    areas = [_within(bare, box, scale) for box in ink.unread(())]
    drawn = drawn_area(page)
    if drawn is not None and has_ink(bare.crop(_within(bare, drawn, scale))):
        areas.append(_within(bare, drawn, scale))
    if not areas:
        return None
    left, top, right, bottom = zip(*areas, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _within(bare: Image.Image, box: Box, scale: float) -> tuple[int, int, int, int]:
    """The pixels of a box as far as they lie on the page; none where it lies beside it."""
    left, right = (min(max(0, round(side * scale)), bare.width) for side in (box.x0, box.x1))
    top, bottom = (min(max(0, round(side * scale)), bare.height) for side in (box.y0, box.y1))
    return left, top, right, bottom


def _finish(draft: _Draft) -> None:
    """Take in what OCR has read."""
    if draft.reading is None or draft.ink is None:
        return
    reading = draft.reading.result()
    if draft.whole:
        reading = both_readings(draft.layer, reading)
        draft.notices.extend(scans.about_page(draft.number, reading, draft.ink))
        draft.unread.extend(scans.unread_of_page(draft.number, draft.size, reading, draft.ink))
        seen = {_letters(word.text) for word in reading.words}
        # the invisible text of a scan that someone else's OCR has read is no news
        draft.unseen = tuple(part for part in draft.unseen if _letters(part.text) not in seen)
    else:
        read = [_shifted(box, draft.origin) for box in reading.sure]
        parts = draft.ink.unread(read, over=[word.box for word in draft.words])
        parts += [_shifted(box, draft.origin) for box in reading.doubtful]
        parts = scans.with_halves(parts, [_shifted(word.box, draft.origin) for word in reading.words])
        parts = scans.with_letters(parts, draft.words)
        draft.unread.extend(scans.unread_parts(draft.number, parts))
        draft.source = PageSource.MIXED if reading.words else PageSource.TEXT
    codes = [Code(_shifted(code.box, draft.origin), code.text) for code in draft.codes]
    draft.unread = scans.with_codes(draft.number, draft.unread, codes)
    after = len(draft.words) + len(draft.unseen) + 1
    draft.words = (*draft.words, *(_moved(word, draft.origin, after) for word in reading.words))


def _moved(word: LooseWord, origin: tuple[float, float], after: int) -> LooseWord:
    return replace(word, box=_shifted(word.box, origin), order=word.order + after)


def _shifted(box: Box, by: tuple[float, float]) -> Box:
    x, y = by
    return Box(*(round(side, 2) for side in (box.x0 + x, box.y0 + y, box.x1 + x, box.y1 + y)))


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _hidden_text(draft: _Draft) -> list[HiddenPart]:
    """What stands on the page and is not seen: one part for each place with a trace, and what left none.
    However many they are: the writer covers every trace."""
    texts: list[tuple[str, Box | None]] = [(part.text, part.box) for part in draft.unseen if part.box]
    if gone := " ".join(part.text for part in draft.unseen if not part.box):
        texts.append((gone, None))
    return [
        HiddenPart("hidden-text", f"page {draft.number}", piece, draft.number, box)
        for text, box in texts
        for piece in (portions(text) if len(text) > LONGEST else [text])
    ]
