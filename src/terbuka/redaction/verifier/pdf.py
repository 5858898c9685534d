"""Verifies a PDF: its objects, its bytes, its text by three extractors, its pixels by reading them."""

import io
import math
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pdfminer.high_level import extract_pages
from pdfminer.layout import LTContainer, LTTextContainer
from PIL import Image
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject

from terbuka.redaction.verifier.codes import Codes
from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.encodings import byte_check
from terbuka.redaction.verifier.model import Check, Survivor
from terbuka.redaction.verifier.pallor import Pallor
from terbuka.redaction.verifier.pdf_structure import structure_survivors
from terbuka.redaction.verifier.reading import DPI, POINTS_PER_INCH, Drawn, reading_check

EXTRACTION_SECONDS = 600
EXACT = (None, "/CCITTFaxDecode", "/FlateDecode")
"""Filters of pictures that lose nothing; a form has one too, and what is in it is not asked."""
MOST_PIXELS = 40_000_000
"""Of one page: more than A2 at ``DPI``; a page of five metres is drawn at a lower resolution."""


def checks(copy: Copy) -> Iterator[Check]:
    """Everything that is done to a PDF."""
    yield structure_check(copy.data, ours=copy.ours)
    yield byte_check(copy)
    if not copy.ours and not copy.hunt.secrets:
        return  # nothing to look for: what the pages of a foreign file say is screened
    yield text_check(copy)
    pages = list(PdfReader(io.BytesIO(copy.data)).pages)
    sizes = [(float(page.mediabox.width), float(page.mediabox.height)) for page in pages]
    pallor, codes = Pallor([is_sharp(page) for page in pages]), Codes()
    pictures = codes.watched(pallor.watched(rendered(copy.path, sizes)))
    read = reading_check(copy, pictures, len(sizes))
    yield replace(read, survivors=(*read.survivors, *pallor.survivors(copy)))
    yield codes.check(copy)


def is_sharp(page: PageObject) -> bool:
    """Whether every picture on the page is known to be as it was drawn, to the last level."""
    resources: Any = page.get("/Resources", {})
    drawn = resources.get("/XObject", {}) if isinstance(resources, DictionaryObject) else {}
    return all(drawn[name].get("/Filter") in EXACT for name in drawn)


def rendered(path: Path, sizes: Sequence[tuple[float, float]]) -> Iterator[Drawn]:
    """The pages as poppler draws them. ``sizes``: of the pages in points."""
    for number, (width, height) in enumerate(sizes, 1):
        inches = max(width * height, 1.0) / POINTS_PER_INCH**2
        dpi = min(float(DPI), math.sqrt(MOST_PIXELS / inches))
        page = ["-f", str(number), "-l", str(number)]
        done = subprocess.run(
            ["pdftoppm", "-r", f"{dpi:.3f}", *page, str(path)],  # noqa: S607
            capture_output=True,
            timeout=EXTRACTION_SECONDS,
            check=True,
        )
        with Image.open(io.BytesIO(done.stdout)) as picture:
            yield Drawn(picture.convert("RGB"), dpi)


def structure_check(data: bytes, *, ours: bool) -> Check:
    reader = PdfReader(io.BytesIO(data))
    items, survivors = structure_survivors(reader, data, ours=ours)
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
        timeout=EXTRACTION_SECONDS,
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
