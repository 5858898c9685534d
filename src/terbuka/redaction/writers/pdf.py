"""The public copy of a PDF: a fresh file of painted pages with a retyped text layer.

Nothing of the original file is copied: no object, font, name, metadata or identifier. What a page
shows goes through pixels, so only what a reader sees can reach the copy.
"""

from collections.abc import Callable
from pathlib import Path

import pikepdf
from pikepdf import Dictionary

from terbuka.documents import Page
from terbuka.documents.pdf import open_pdf, page_picture
from terbuka.redaction.model import Placed, Plan, Redaction
from terbuka.redaction.pieces import page_pieces
from terbuka.redaction.writers.encode import encode, image_stream
from terbuka.redaction.writers.paint import paint_page
from terbuka.redaction.writers.textlayer import TextLayer

DPI = 200
"""Fine enough to read 6 point type and for the verifier's OCR; a G4 page stays below 100 KB."""


def write(source: Path, destination: Path, plan: Plan, report: Callable[[int, int], None]) -> list[Placed]:
    """Write the copy; returns where each redaction's bars stand (points on the public page)."""
    original = open_pdf(source)
    pdf = pikepdf.new()
    pdf.Root.Lang = pikepdf.String("id")
    layer = TextLayer(pdf)
    placed: list[Placed] = []
    for page in plan.document.pages:
        picture = page_picture(original, page.number, DPI)
        painted = paint_page(
            picture, page, page_pieces(page, plan.redactions), plan.document.text, _of_page(plan, page)
        )
        image = image_stream(pdf, encode(painted.picture))
        added = pdf.add_blank_page(page_size=(page.width, page.height))
        added.obj.Resources = Dictionary(XObject=Dictionary(P=image), Font=Dictionary(T=layer.font))
        shown = f"q {page.width:.2f} 0 0 {page.height:.2f} 0 0 cm /P Do Q\n".encode()
        added.obj.Contents = pdf.make_stream(shown + layer.operators(painted.words, page.height, "T"))
        placed.extend(painted.bars)
        report(page.number, len(plan.document.pages))
    layer.finish()
    # a fixed version and an identifier made from the content: the file tells nothing of when or where
    pdf.save(destination, deterministic_id=True, min_version="1.7", compress_streams=True)
    return placed


def _of_page(plan: Plan, page: Page) -> list[Redaction]:
    return [
        r
        for r in plan.redactions
        if r.page == page.number or (r.end > r.start and r.start < page.end and r.end > page.start)
    ]
