"""Pale pixels of a page, made black: to a reader they are paper, and to a machine as clear as any."""

from collections.abc import Callable, Iterable, Iterator
from functools import reduce

from PIL import Image, ImageChops, ImageFilter, ImageOps

from terbuka.documents.ocr import Ocr
from terbuka.redaction.paleness import PALE, pale, paper_of
from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.model import Survivor
from terbuka.redaction.verifier.pixels.reading import Drawn, sheets, text_of

CELL = 4
"""Pixels a side of the cells around what is seen, whose soft edges are pale."""
SHARP, SOFT = (1, 3), (4, 13)
"""Levels from which on it counts, and cells across that are no paper around what is seen. JPEG stirs paper by
a level or two anywhere, and by more in the whole block of a letter.
"""


class Pallor:
    """Watches the pages that are drawn. ``sharp``: of the page of a number, whether it has no JPEG."""

    def __init__(self, sharp: Callable[[int], bool]) -> None:
        self._sharp = sharp
        self._views: dict[int, Drawn] = {}

    def watched(self, pictures: Iterable[Drawn]) -> Iterator[Drawn]:
        """The same pictures; what is pale on them is kept."""
        for drawn in pictures:
            if view := pale_part(drawn, sharp=self._sharp(drawn.number)):
                self._views[drawn.number] = view
            yield drawn

    def survivors(self, copy: Copy, pages: int) -> Iterator[Survivor]:
        """Secrets in what is pale on the ``pages``, so many.

        In a copy of ours there is nothing: the writer lets none of it through.
        """
        with Ocr() as ocr:
            said = {number: _read(ocr, view) for number, view in self._views.items()}
        texts = [said.get(number, "") for number in range(1, pages + 1)]
        yield from copy.survivors("pixels", "pale", texts, read=True)
        if copy.ours:
            yield from (Survivor("hidden-text", "pale pixels", number) for number in self._views)


def _read(ocr: Ocr, view: Drawn) -> str:
    readings = [ocr.read_parts(sheet, view.dpi) for sheet in sheets(view, [], view.ink.unread([]))]
    return " ".join(text_of(reading.result()) for reading in readings)


def pale_part(drawn: Drawn, *, sharp: bool) -> Drawn | None:
    """``pale_view``, if what is pale may say something."""
    view = pale_view(drawn, sharp=sharp)
    return view if view and view.ink.unread([]) else None


def pale_view(drawn: Drawn, *, sharp: bool) -> Drawn | None:
    """What is pale on the page and not beside anything that is seen, black on white; None if nothing is."""
    least, across = SHARP if sharp else SOFT
    planes = drawn.picture.convert("RGB").split()
    found = [mask for plane in planes if (mask := pale(plane, least))]
    if not found:
        return None
    seen = reduce(ImageChops.lighter, map(_seen, planes)).reduce(CELL)
    around = seen.point([255 if level else 0 for level in range(256)]).filter(ImageFilter.MaxFilter(across))
    hidden = reduce(ImageChops.lighter, found)
    hidden = ImageChops.subtract(hidden, around.resize(hidden.size, Image.Resampling.NEAREST))
    return Drawn(ImageOps.invert(hidden).convert("RGB"), drawn.dpi)


def _seen(plane: Image.Image) -> Image.Image:
    paper = paper_of(plane)
    return plane.point([255 if abs(level - paper) >= PALE else 0 for level in range(256)])
