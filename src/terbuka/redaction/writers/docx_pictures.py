"""The pictures of a DOCX copy: painted as the pages of a PDF are, and nothing of their files but pixels."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PIL import Image

from terbuka.documents import Document, Page
from terbuka.documents.docx.flow import Flow, Picture
from terbuka.documents.docx.package import Package
from terbuka.documents.docx.pictures import pixels
from terbuka.documents.model import PICTURE
from terbuka.redaction.model import Placed, Redaction
from terbuka.redaction.paleness import without_pale
from terbuka.redaction.pieces import page_pieces
from terbuka.redaction.writers.paint import paint_page

DPI = 200
"""As of the pages of a PDF copy."""
POINTS_PER_INCH = 72
FEW_COLOURS = 256
"""What is drawn has no more; what has more is a photograph or a scan."""
QUALITY = 75


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar in a picture: its label, its box in points, and the turn of its label."""

    label: str
    box: tuple[float, ...]
    turn: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture of the copy. ``kind``: ``png`` or ``jpeg``; ``dpi``: pixels to an inch of its boxes."""

    data: bytes
    kind: str
    dpi: float
    bars: tuple[Bar, ...]
    placed: tuple[Placed, ...]


class Gallery:
    """Paints the pictures that the document tells of."""

    def __init__(
        self, package: Package, flow: Flow, document: Document, report: Callable[[int, int], None]
    ) -> None:
        """Tells each picture of the flow its text, as it was when the document was read."""
        self._package, self._document, self._report = package, document, report
        self._pages: dict[int, Page] = {}
        known = {page.number: page for page in document.pictures}
        for number, picture in enumerate(flow.pictures(), 1):
            page = known.get(number)
            picture.text = document.text[page.start : page.end] if page else ""
            if page:
                self._pages[id(picture)] = page

    def paint(self, picture: Picture, hidden: Sequence[Redaction]) -> Shown | None:
        """The picture without what is ``hidden`` in it; None where nothing of it is to be seen."""
        page = self._pages[id(picture)]
        if any(redaction.start < picture.start + len(PICTURE) for redaction in hidden):
            return None
        regions = [region for redaction in hidden if (region := self._region(redaction, page)).boxes]
        if any(box == (0.0, 0.0, page.width, page.height) for region in regions for box in region.boxes):
            return None
        self._report(0, 1)
        pixel = pixels(self._package, picture)
        assert pixel is not None  # it was read
        redactions = [*hidden, *regions]
        drawn = _drawn(pixel, page)
        pieces = page_pieces(page, redactions, self._document.text)
        painted = paint_page(drawn, page, pieces, self._document.text, redactions)
        as_set = {word.box: word for word in painted.words}  # a narrow bar says its word alone
        labels = [as_set[bar.box] for bar in painted.bars if bar.box]
        bars = tuple(Bar(label.text, tuple(label.box), label.turn) for label in labels)
        placed = tuple(Placed(abs(bar.number), 1, None) for bar in painted.bars)
        dpi = drawn.width * POINTS_PER_INCH / page.width
        return Shown(*_encoded(without_pale(painted.picture)), dpi, bars, placed)

    def _region(self, redaction: Redaction, page: Page) -> Redaction:
        """What the redaction hides in the picture beside words: the boxes of the unread parts in it.

        Its number is negative: the same redaction may hide words too.
        """
        boxes = tuple(
            part.box
            for part in self._document.unread
            if page.start <= part.start and part.end <= page.end
            if part.start < redaction.end and redaction.start < part.end
        )
        return replace(redaction, number=-redaction.number, start=0, end=0, page=page.number, boxes=boxes)


def _drawn(pixel: Image.Image, page: Page) -> Image.Image:
    """At most ``DPI`` pixels an inch: what nobody can read at more is not carried along."""
    most = max(1, round(page.width * DPI / POINTS_PER_INCH))
    if pixel.width <= most:
        return pixel
    height = max(1, round(pixel.height * most / pixel.width))
    return pixel.resize((most, height), Image.Resampling.LANCZOS)


def _encoded(picture: Image.Image) -> tuple[bytes, str]:
    """PNG where that is small, else JPEG: of a new image, which carries no information over."""
    grey = picture.convert("L")
    if grey.convert("RGB").tobytes() == picture.convert("RGB").tobytes():
        picture = grey
    clean = Image.new(picture.mode, picture.size)
    clean.paste(picture)
    buffer = io.BytesIO()
    if clean.getcolors(FEW_COLOURS):
        clean.save(buffer, "PNG", optimize=True)
        return buffer.getvalue(), "png"
    clean.save(buffer, "JPEG", quality=QUALITY, optimize=True)
    return buffer.getvalue(), "jpeg"
