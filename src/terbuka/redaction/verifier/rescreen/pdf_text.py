"""Reads a copy of our own making as what it says and what it shows, without its original.

Its text layer is invisible and its bars look like something that nobody has read: to a reader of any PDF
the one is hidden text and the other a gap. Here both are known for what they are, and held to it.
"""

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from terbuka.documents import Document, PageSource
from terbuka.documents.layout import Layout
from terbuka.documents.lines import LooseWord
from terbuka.documents.model import Unread
from terbuka.documents.ocr import Ocr, Reading
from terbuka.documents.pdf.hidden import hidden_parts
from terbuka.documents.sandbox import Progress
from terbuka.documents.scans import unread_of_page, unread_parts
from terbuka.redaction.lettering import FRESH, GLYPHLESS
from terbuka.redaction.model import Readable
from terbuka.redaction.verifier.model import Check, Survivor
from terbuka.redaction.verifier.ours.bars import without_bars
from terbuka.redaction.verifier.ours.layer import LayerPage, is_label, layer_pages
from terbuka.redaction.verifier.pdf import EXTRACTORS
from terbuka.redaction.verifier.pixels.agreement import Agreement, agree
from terbuka.redaction.verifier.pixels.reading import Drawn, read_ahead
from terbuka.redaction.verifier.pixels.rendering import rendered
from terbuka.redaction.verifier.secrets.search import squeeze


def read_pdf(
    path: Path, data: bytes, sha256: str, report: Progress
) -> tuple[Document, list[Readable], Check]:
    """What can be read on the pages of a copy, the same as ``Readable``, and a check of the text layer."""
    layers = list(layer_pages(path))
    seen = []
    with Ocr() as ocr:
        for page in _seen(ocr, path, layers):
            seen.append(page)
            report(len(seen), len(layers))
    unshown = [survivor for page in seen for survivor in page.survivors()]
    survivors = (*unshown, *_beyond(path, layers))
    check = Check("text layer", sum(len(layer.words) for layer in layers), survivors)
    return _document(seen, sha256, data), [page.readable() for page in seen], check


def is_own(data: bytes) -> bool:
    """Whether its pages have no fonts but ours. What else they have is looked at as in any copy."""
    if b"%PDF-" not in data[:1024]:
        return False
    try:
        pages = list(PdfReader(io.BytesIO(data)).pages)
        return bool(pages) and all(
            f"/{GLYPHLESS}" in _fonts(page) <= {f"/{GLYPHLESS}", f"/{FRESH}"} for page in pages
        )
    except PyPdfError:
        return False  # who reads it next says what is wrong with it


def _fonts(page: PageObject) -> set[str]:
    try:
        fonts: Any = page["/Resources"]["/Font"]  # type: ignore[index]
        return {str(fonts[name]["/BaseFont"]) for name in fonts}
    except (KeyError, TypeError):
        return set()


@dataclass(frozen=True, slots=True)
class _SeenPage:
    """A page: ``labels`` that stand over bars of their own, and everything else that it has ``said``."""

    number: int
    size: tuple[float, float]
    labels: tuple[LooseWord, ...]
    said: tuple[LooseWord, ...]
    agreement: Agreement
    unread: tuple[Unread, ...]

    def words(self) -> Iterator[LooseWord]:
        """Whatever can be read or searched for; screening sees it all."""
        for order, word in enumerate((*self.labels, *self.said, *self.agreement.unsaid)):
            yield replace(word, order=order)

    def readable(self) -> Readable:
        unhidden = [word.text for word in (*self.said, *self.agreement.unsaid)]
        return Readable(" ".join(unhidden), " ".join(label.text for label in self.labels))

    def survivors(self) -> Iterator[Survivor]:
        if self.agreement.unshown:
            yield Survivor("hidden-text", "text layer", self.number)


def _seen(ocr: Ocr, path: Path, layers: Sequence[LayerPage]) -> Iterator[_SeenPage]:
    barred: list[list[LooseWord]] = []

    def bare() -> Iterator[Drawn]:
        """The pages without their bars."""
        for layer, drawn in zip(layers, rendered(path, [layer.size for layer in layers]), strict=True):
            rest, labels = without_bars(drawn, [word for word in layer.words if is_label(word.text)])
            barred.append(labels)
            yield rest

    for number, (drawn, reading) in enumerate(read_ahead(ocr, bare()), 1):
        layer, labels = layers[number - 1], barred[number - 1]
        said = tuple(word for word in layer.words if word not in labels)
        agreement = agree(ocr, drawn, said, reading)
        unread = tuple(_unread(number, layer.size, drawn, reading, agreement))
        yield _SeenPage(number, layer.size, tuple(labels), said, agreement, unread)


def _unread(
    number: int, size: tuple[float, float], drawn: Drawn, reading: Reading, agreement: Agreement
) -> Iterator[Unread]:
    """What nobody has read beside the bars; where the layer confirms nothing, as on any scan."""
    if agreement.shown:
        yield from unread_parts(number, drawn.ink.unread(agreement.read))
    else:
        yield from unread_of_page(number, size, reading, drawn.ink)


def _beyond(path: Path, layers: Sequence[LayerPage]) -> Iterator[Survivor]:
    """Letters on a page that only another extractor finds than the one whose words were compared."""
    for name, extract in EXTRACTORS.items():
        for number, (text, layer) in enumerate(zip(extract(path), layers, strict=False), 1):
            said = Counter(squeeze("".join(word.text for word in layer.words)))
            if Counter(squeeze(text)) - said:
                yield Survivor("hidden-text", f"text layer: {name}", number)


def _document(seen: Sequence[_SeenPage], sha256: str, data: bytes) -> Document:
    layout = Layout()
    for page in seen:
        layout.add_page(page.size, PageSource.OCR, page.words())
    text, pages = layout.finish()
    unread = tuple(part for page in seen for part in page.unread)
    # the remark that it is a PDF/A is no news; that there is no other, the check of its structure sees
    hidden = tuple(part for part in hidden_parts(data) if part.kind != "metadata")
    return Document("pdf", sha256, len(data), text, pages, hidden, (), unread)
