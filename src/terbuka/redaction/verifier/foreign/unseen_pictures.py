"""Pictures in what is no part of a page by itself: in patterns, masks, letters of a font, looks of notes.

How much of them a page shows nobody can say, so they are read.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PIL import Image
from pypdf.generic import StreamObject

from terbuka.redaction.verifier.pixels.reading import Drawn, read_ahead, reader_of_pictures, said_on

LOW, LONG = 20, 60
"""Pixels of the shorter and of the longer side of a picture that can say something."""
DPI = 150


class Found(NamedTuple):
    """A picture of the file: where it is drawn, and on which page."""

    place: str
    stream: StreamObject
    page: int | None


def readings(pictures: Iterable[Found]) -> Iterator[tuple[Found, str]]:
    """What is read in each, upright and turned; those that cannot be opened show nothing."""
    opened = [(found, picture) for found in pictures if (picture := _opened(found.stream))]
    if not opened:
        return
    drawn = (Drawn(picture, DPI, number) for number, (_, picture) in enumerate(opened))
    with reader_of_pictures() as ocr:
        for one, reading in read_ahead(ocr, drawn):
            yield opened[one.number][0], said_on(ocr, one, reading, "")


def _opened(stream: StreamObject) -> Image.Image | None:
    try:
        picture = stream.decode_as_image()
    except Exception:  # pypdf and Pillow give up in many ways on what is damaged
        return None
    if picture is None or min(picture.size) < LOW or max(picture.size) < LONG:
        return None
    shown: Image.Image = picture.convert("RGB")
    return shown
