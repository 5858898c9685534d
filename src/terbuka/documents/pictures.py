"""Pictures of pages for people: the studio shows them, drawn by the same hand as the public copy."""

import base64
import io
from pathlib import Path
from typing import Any

from terbuka.documents.sandbox import Limits, Progress, run_in_sandbox
from terbuka.documents.source import fingerprint
from terbuka.errors import UnreadableFile
from terbuka.language import N_

WIDEST = 4000
"""Pixels; nobody's screen shows more."""
NO_SUCH_PAGE = N_("Halaman %(page)d tidak ada dalam dokumen ini.")
NO_PAGES = N_("Dokumen jenis ini tidak memiliki gambar halaman.")


def page_picture_png(path: Path, number: int, width: int, *, limits: Limits | None = None) -> bytes:
    """Page ``number`` (from 1) of a PDF or image as PNG, ``width`` pixels wide.

    Raises ``UnreadableFile`` when the file has no such page, or its format no pages.
    """
    sha256, _ = fingerprint(path)
    request = {
        "path": str(path.absolute()),
        "sha256": sha256,
        "number": number,
        "width": max(1, min(width, WIDEST)),
    }
    answer = run_in_sandbox("terbuka.documents.pictures:draw", request, reads=[path], limits=limits)
    return base64.b64decode(answer)


def draw(request: dict[str, Any], report: Progress) -> str:
    """The sandbox's side of ``page_picture_png``: PNG in base64."""
    from PIL import Image

    from terbuka.documents.formats import Format, detect
    from terbuka.documents.source import load

    data = load(Path(request["path"]), request["sha256"])
    format = detect(data)
    number, width = request["number"], request["width"]
    if format is Format.PDF:
        picture = _of_pdf(data, number, width)
    elif format is Format.IMAGE:
        picture = _of_image(data, number)
    else:
        raise UnreadableFile(NO_PAGES)
    height = max(1, round(picture.height * width / picture.width))
    if picture.size != (width, height):
        picture = picture.resize((width, height), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return base64.b64encode(buffer.getvalue()).decode("ascii")


def _of_pdf(data: bytes, number: int, width: int) -> Any:
    from terbuka.documents.pdf.pages import POINTS_PER_INCH, Pdf, page_picture

    pdf = Pdf(data)
    _check(number, len(pdf))
    with pdf.page(number) as page:
        dpi = width / page.size[0] * POINTS_PER_INCH
    return page_picture(pdf, number, dpi)


def _of_image(data: bytes, number: int) -> Any:
    from terbuka.documents.images import Pictures

    pictures = Pictures(data)
    _check(number, len(pictures))
    return pictures.frame(number)


def _check(number: int, pages: int) -> None:
    if not 1 <= number <= pages:
        raise UnreadableFile(NO_SUCH_PAGE, page=number)
