"""Verifies a picture file: its bytes, its pixels, the codes in them. No copy of ours is one."""

from collections.abc import Iterator
from dataclasses import replace

from terbuka.documents.images import Pictures, frame_picture, open_pictures
from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.model import Check
from terbuka.redaction.verifier.pixels.codes import Codes
from terbuka.redaction.verifier.pixels.pallor import Pallor
from terbuka.redaction.verifier.pixels.reading import DPI, POINTS_PER_INCH, Drawn, reading_check
from terbuka.redaction.verifier.secrets.encodings import byte_check


def checks(copy: Copy) -> Iterator[Check]:
    """Everything that is done to a picture. Without a secret to look for there is nothing to read again."""
    yield byte_check(copy)
    if copy.hunt.secrets:
        pictures = open_pictures(copy.path)
        pallor, codes = Pallor(lambda number: pictures.is_exact), Codes()
        drawn = codes.watched(pallor.watched(_drawn(pictures)))
        read = reading_check(copy, drawn, len(pictures))
        yield replace(read, survivors=(*read.survivors, *pallor.survivors(copy, len(pictures))))
        yield codes.check(copy, len(pictures))


def _drawn(pictures: Pictures) -> Iterator[Drawn]:
    for number in range(1, len(pictures) + 1):
        picture = frame_picture(pictures, number, DPI)
        yield Drawn(picture, picture.width * POINTS_PER_INCH / pictures.size(number)[0], number)
