"""The public copy of a PDF or of pictures: a fresh PDF of painted pages with a retyped text layer.

Nothing of the original file is copied: no object, font, name, metadata or identifier. What a page
shows goes through pixels, so only what a reader sees can reach the copy.
"""

import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any, BinaryIO, cast

import pikepdf
from pikepdf import Dictionary
from PIL import Image

from terbuka.documents import Box, Page
from terbuka.documents.formats import Format
from terbuka.documents.images import frame_picture, open_pictures
from terbuka.documents.pdf import open_pdf, picture_without, render_part
from terbuka.redaction.model import Placed, Plan, Redaction
from terbuka.redaction.paleness import without_pale
from terbuka.redaction.pieces import page_pieces
from terbuka.redaction.writers.encode import encode, image_stream
from terbuka.redaction.writers.paint import Part, paint_page
from terbuka.redaction.writers.textlayer import TextLayer

DPI = 200
"""Fine enough to read 6 point type and for the verifier's OCR; a G4 page stays below 100 KB."""


def write(source: Path, destination: Path, plan: Plan, report: Callable[[int, int], None]) -> list[Placed]:
    """Write the copy; returns where each redaction's bars stand (points on the public page)."""
    draw = _drawer(source, plan)
    pdf = pikepdf.new()
    pdf.Root.Lang = pikepdf.String("id")
    layer = TextLayer(pdf)
    placed: list[Placed] = []
    for page in plan.document.pages:
        with draw(page) as (picture, part):
            pieces = page_pieces(page, plan.redactions)
            painted = paint_page(picture, page, pieces, plan.document.text, _of_page(plan, page), part)
        image = image_stream(pdf, encode(without_pale(painted.picture)))
        added = pdf.add_blank_page(page_size=(page.width, page.height))
        added.obj.Resources = Dictionary(XObject=Dictionary(P=image), Font=Dictionary(T=layer.font))
        shown = f"q {page.width:.2f} 0 0 {page.height:.2f} 0 0 cm /P Do Q\n".encode()
        added.obj.Contents = pdf.make_stream(shown + layer.operators(painted.words, page.height, "T"))
        placed.extend(painted.bars)
        report(page.number, len(plan.document.pages))
    layer.finish()
    # a fixed version and an identifier made from the content: the file tells nothing of when or where
    with destination.open("wb", buffering=0) as file:
        patient = _Patient(file)
        pdf.save(cast(BinaryIO, patient), deterministic_id=True, min_version="1.7", compress_streams=True)
    if patient.refusal:
        raise patient.refusal
    return placed


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


def _drawer(source: Path, plan: Plan) -> Callable[[Page], AbstractContextManager[tuple[Image.Image, Part]]]:
    if plan.document.format == Format.IMAGE:
        pictures = open_pictures(source)
        return lambda page: nullcontext((frame_picture(pictures, page.number, DPI), _no_part))
    original = open_pdf(source)

    @contextmanager
    def draw(page: Page) -> Iterator[tuple[Image.Image, Part]]:
        words = [(word.box, word.turn % 180 != 0) for word in page.words if word.box]
        traces = _traces(plan, page)
        picture = picture_without(original, page.number, DPI, traces, words)
        scale = picture.width / page.width
        with original.page(page.number) as seen:

            def part(box: Box) -> Image.Image | None:
                return None if any(box.touches(trace) for trace in traces) else render_part(seen, box, scale)

            yield picture, part

    return draw


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
