"""Reads a DOCX copy of our own making: the bars in its pictures are bars and no gaps."""

from dataclasses import replace

from PIL import Image

from terbuka.documents import Document
from terbuka.documents.docx.flow import Picture
from terbuka.documents.docx.package import Package
from terbuka.documents.docx.pictures import pixels
from terbuka.documents.docx.read import read
from terbuka.documents.formats import Format, detect
from terbuka.documents.sandbox import Progress
from terbuka.redaction.verifier.ours.bars import without_bars
from terbuka.redaction.verifier.ours.docx_form import is_claimed
from terbuka.redaction.verifier.ours.docx_pictures import hanging
from terbuka.redaction.verifier.packages.entries import read_entries
from terbuka.redaction.verifier.pixels.reading import Drawn

ZIP = b"PK\x03\x04"


def is_own(data: bytes) -> bool:
    """Whether it calls itself ours, as ``ours.docx_form`` then holds it to be."""
    return data.startswith(ZIP) and is_claimed(read_entries(data, [])) and detect(data) is Format.DOCX


def read_docx(data: bytes, sha256: str, report: Progress) -> Document:
    """The copy as a reader of any DOCX reads it, but for the bars of its pictures."""
    hung = {picture.part.name: picture for picture in hanging(read_entries(data, []))}

    def shown(package: Package, picture: Picture) -> Image.Image | None:
        pixel, bars = pixels(package, picture), hung.get(picture.part)
        if pixel is None or bars is None:
            return pixel
        return without_bars(Drawn(pixel, bars.dpi), bars.labels)[0].picture

    document = read(data, sha256, report, shown)
    # the alternative text of a picture is held to be the labels of its bars
    hidden = tuple(part for part in document.hidden if part.kind != "alternative-text")
    return replace(document, hidden=hidden)
