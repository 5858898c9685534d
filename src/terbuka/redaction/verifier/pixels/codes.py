"""Reads the QR and bar codes in the pixels of a copy and looks for secrets in what they say.

Nobody sees a name in a code, and no reader of letters does: it is read as squares.
"""

from collections.abc import Iterable, Iterator

import zxingcpp
from PIL import Image, ImageOps, ImageStat

from terbuka.documents.ink import GREY
from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.model import Check, Survivor
from terbuka.redaction.verifier.pixels.reading import Drawn
from terbuka.redaction.verifier.secrets.encodings import ByteHunt

VIEWS = ((0, 1), (0, 2), (45, 1))
"""Degrees, and how many times enlarged. The reader itself turns a picture to all four sides; what runs at a
slant it misses, and squares of one pixel run into one another. White bars on black it takes for none.
"""
QUIET = 40
"""Pixels of paper around a page: a code that reaches to its edge is not seen."""


class Codes:
    """What the codes on each page of a copy say."""

    def __init__(self) -> None:
        self._pages: dict[int, list[zxingcpp.Barcode]] = {}

    def watched(self, pictures: Iterable[Drawn]) -> Iterator[Drawn]:
        """The pictures of the pages as they go by."""
        for drawn in pictures:
            self._pages[drawn.number] = list(barcodes(drawn))
            yield drawn

    def check(self, copy: Copy, pages: int) -> Check:
        """Secrets in the codes of the ``pages``, so many: as text and in the encodings of bytes."""
        codes = [self._pages.get(number, []) for number in range(1, pages + 1)]
        texts = ["\n".join({code.text: None for code in page}) for page in codes]
        found = dict.fromkeys(copy.survivors("code", "code", texts))
        bytes_of = [(number, code.bytes) for number, page in enumerate(codes, 1) for code in page]
        hunt = ByteHunt(copy.hunt, copy.whole)
        for number, secrets in sorted(hunt.in_pieces(lambda: bytes_of).items() if bytes_of else ()):
            for secret in sorted(secrets):
                found[Survivor("code", "code", number, copy.hunt.types[secret], secret)] = None
        return Check("codes", sum(map(len, codes)), tuple(found))


def barcodes(drawn: Drawn) -> Iterator[zxingcpp.Barcode]:
    """The codes in the picture of a page, some of them more than once."""
    for name in (GREY, *drawn.ink.further):
        plane = drawn.picture.convert(name) if name == GREY else drawn.picture.getchannel(name)
        paper = round(ImageStat.Stat(plane).median[0])
        sheet = ImageOps.expand(plane, QUIET, paper)
        for turn, times in VIEWS:
            turned = sheet.rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor=paper)
            view = turned.resize((turned.width * times, turned.height * times))
            for shown in (view, ImageOps.invert(view)):
                yield from zxingcpp.read_barcodes(shown, try_invert=False)
