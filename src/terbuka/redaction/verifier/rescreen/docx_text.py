"""Reads a DOCX copy of our own making: the bars in its pictures are bars and no gaps."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PIL import Image

from terbuka.documents.docx.flow import Picture
from terbuka.documents.docx.package import Package
from terbuka.documents.docx.pictures import pixels
from terbuka.documents.docx.read import read
from terbuka.documents.formats import Format, detect
from terbuka.documents.sandbox import Progress
from terbuka.documents.source import load
from terbuka.redaction.verifier.ours.bars import without_bars
from terbuka.redaction.verifier.ours.package_form import is_claimed
from terbuka.redaction.verifier.ours.package_pictures import hanging
from terbuka.redaction.verifier.packages.entries import read_entries
from terbuka.redaction.verifier.pixels.reading import Drawn
from terbuka.redaction.verifier.rescreen import pdf_text

ZIP = b"PK\x03\x04"


def read_own(request: dict[str, Any], report: Progress) -> dict[str, Any] | None:
    """The sandbox's side of ``verify`` by itself: None when the file does not call itself ours.

    As ``pdf_text.read_own``; a DOCX has no text layer, so there is no check of one.
    """
    data = load(Path(request["public"]), request["sha256"])
    if not data.startswith(ZIP):
        return pdf_text.read_own(request, report)
    parts = read_entries(data, [])
    if not is_claimed(parts) or detect(data) is not Format.DOCX:
        return None
    hung = {picture.part.name: picture for picture in hanging(parts)}

    def shown(package: Package, picture: Picture) -> Image.Image | None:
        pixel, bars = pixels(package, picture), hung.get(picture.part)
        if pixel is None or bars is None:
            return pixel
        return without_bars(Drawn(pixel, bars.dpi), bars.labels)[0].picture

    document = read(data, request["sha256"], report, shown)
    # the alternative text of a picture is held to be the labels of its bars
    hidden = tuple(part for part in document.hidden if part.kind != "alternative-text")
    document = replace(document, hidden=hidden)
    return {"document": document.to_json(), "pages": [["", "", ""]], "check": None}
