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


def readings(pictures: Iterable[Found]) -> Iterator[tuple[Found, str | None]]:
    """What is read in each that can say something, upright and turned; None of what cannot be opened."""
    opened = [(found, _opened(found.stream)) for found in pictures if _is_large(found.stream)]
    yield from ((found, None) for found, picture in opened if picture is None)
    shown = [(found, picture) for found, picture in opened if picture is not None]
    if not shown:
        return
    drawn = (Drawn(picture, DPI, number) for number, (_, picture) in enumerate(shown))
    with reader_of_pictures() as ocr:
        for one, reading in read_ahead(ocr, drawn):
            yield shown[one.number][0], said_on(ocr, one, reading, "")


def _is_large(stream: StreamObject) -> bool:
    """By what it says of itself; what says nothing that can be understood may be of any size."""
    sides = [stream.get(side) for side in ("/Width", "/Height")]
    known = [int(side) for side in sides if isinstance(side, (int, float))]
    return len(known) < len(sides) or (min(known) >= LOW and max(known) >= LONG)


def _opened(stream: StreamObject) -> Image.Image | None:
    try:
        picture = stream.decode_as_image()
        return None if picture is None else picture.convert("RGB")
    except Exception:  # pypdf and Pillow give up in many ways on what is damaged
        return None
