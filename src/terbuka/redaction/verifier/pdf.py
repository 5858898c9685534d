"""Verifies a PDF: its objects, its bytes, its text by three extractors, its pixels by reading them."""

import io
import subprocess
from collections.abc import Callable, Iterator, Set
from dataclasses import replace
from pathlib import Path
from typing import Any

from pdfminer.high_level import extract_pages
from pdfminer.layout import LTContainer, LTTextContainer
from pypdf import PdfReader

from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.foreign.said_check import said_check
from terbuka.redaction.verifier.foreign.widths import width_check
from terbuka.redaction.verifier.model import Check, Survivor
from terbuka.redaction.verifier.ours.pages import OwnPages, is_sharp
from terbuka.redaction.verifier.ours.pdf_structure import nobody_waits, structure_survivors
from terbuka.redaction.verifier.pixels.codes import Codes
from terbuka.redaction.verifier.pixels.pallor import Pallor
from terbuka.redaction.verifier.pixels.reading import Drawn, reader_of_pictures, reading_check
from terbuka.redaction.verifier.pixels.rendering import SECONDS, draw
from terbuka.redaction.verifier.secrets.encodings import byte_check


def checks(copy: Copy) -> Iterator[Check]:
    """Everything that is done to a PDF."""
    structure = structure_check(copy.data, ours=copy.ours, alive=lambda: copy.report(0, len(copy.pages)))
    yield structure
    yield byte_check(copy)
    if not copy.ours:
        yield width_check(copy)
        yield said_check(copy)
    if not copy.ours and not copy.hunt.secrets:
        return  # nothing to look for: what the pages of a foreign file say is screened
    yield text_check(copy)
    yield from pixel_checks(copy, ours=copy.ours and not structure.survivors)


def pixel_checks(copy: Copy, *, ours: bool) -> Iterator[Check]:
    """What can be read on the pages; ``ours``: they are made as ours are, so that what they show is known."""
    reader = PdfReader(io.BytesIO(copy.data))
    pages = list(reader.pages)
    sizes = [(float(page.mediabox.width), float(page.mediabox.height)) for page in pages]

    def drawn(number: int) -> Drawn:
        return draw(copy.path, number, sizes[number - 1])

    pallor, codes = Pallor(lambda number: is_sharp(pages[number - 1])), Codes()
    pictures: Iterator[Drawn]
    behind: Set[int] = frozenset()
    if ours:
        own = OwnPages(reader)
        with reader_of_pictures() as ocr:
            numbers = own.to_be_read(ocr)
        seen = (own.seen(number, drawn) for number in numbers)
        pictures, behind = map(own.without_bars, pallor.watched(seen)), own.behind
    else:
        pictures = pallor.watched(map(drawn, range(1, len(pages) + 1)))
    read = reading_check(copy, codes.watched(pictures), len(pages), behind)
    yield replace(read, survivors=(*read.survivors, *pallor.survivors(copy, len(pages))))
    yield codes.check(copy, len(pages))


def structure_check(data: bytes, *, ours: bool, alive: Callable[[], None] = nobody_waits) -> Check:
    """``alive``: called page by page."""
    reader = PdfReader(io.BytesIO(data))
    items, survivors = structure_survivors(reader, data, ours=ours, alive=alive)
    return Check("structure", items, tuple(survivors))


def text_check(copy: Copy) -> Check:
    """What three extractors read on each page."""
    survivors: list[Survivor] = []
    items = 0
    for name, extract in EXTRACTORS.items():
        texts = []
        for text in extract(copy.path):
            texts.append(text)
            copy.report(0, len(copy.pages))  # of thousands of pages it would be silent for too long
        items += len(texts)
        if copy.ours and len(texts) != len(copy.pages):
            survivors.append(Survivor("structure", f"{name}: number of pages"))
        survivors.extend(copy.survivors("text", name, texts))
    return Check("text", items, tuple(survivors))


def _by_pypdf(path: Path) -> Iterator[str]:
    return (page.extract_text() for page in PdfReader(path).pages)


def _by_pdfminer(path: Path) -> Iterator[str]:
    return (_gathered(page) for page in extract_pages(path))


def _gathered(item: LTContainer[Any]) -> str:
    if isinstance(item, LTTextContainer):
        return item.get_text()
    return "\n".join(_gathered(part) for part in item if isinstance(part, LTContainer))


def _by_poppler(path: Path) -> Iterator[str]:
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(path), "-"],  # noqa: S607 - found on the PATH the sandbox sets
        capture_output=True,
        timeout=SECONDS,
        check=True,
    )
    pages = done.stdout.decode("utf-8", "replace").split("\f")
    return iter(pages[:-1])  # poppler ends every page with a form feed


EXTRACTORS: dict[str, Callable[[Path], Iterator[str]]] = {
    "pypdf": _by_pypdf,
    "pdfminer": _by_pdfminer,
    "poppler": _by_poppler,
}
"""Page by page what each of them takes for the text of a file."""
