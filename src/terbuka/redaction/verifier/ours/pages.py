"""What of the pages of a copy of ours has to be read.

Reading is what a verification costs. A bar of ours is known for what it is and taken out. And a page of real
text says in its text, which is searched, what its letters show where they draw what they say: of such a page
only the picture behind is read, and nothing where that is blank.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from PIL import Image
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject

from terbuka.documents.lines import LooseWord
from terbuka.documents.ocr import Ocr
from terbuka.redaction.verifier.ours.bars import without_bars
from terbuka.redaction.verifier.ours.operators import PageText, page_text
from terbuka.redaction.verifier.ours.pdf_font import (
    SPACE,
    letters_of_map,
    outlines_of_program,
    widths_of_program,
)
from terbuka.redaction.verifier.ours.pdf_pictures import inflated, pixels
from terbuka.redaction.verifier.ours.specimens import Letter, Specimens
from terbuka.redaction.verifier.pixels.reading import POINTS_PER_INCH, Drawn
from terbuka.redaction.verifier.pixels.rendering import resolution

FONT, PICTURE = "/G", "/P"
FINE = 0.9
"""Of the resolution at which a page is looked at."""
GREY = ("1", "L")
"""Modes of pictures without colours."""
EXACT = (None, "/CCITTFaxDecode", "/FlateDecode")
"""Filters of pictures that lose nothing; a form has one too, and what is in it is not asked."""


class OwnPages:
    """The pages of a copy whose structure is ours. ``behind``: those of which only the picture is read.

    A page is taken apart whenever it is asked for: of thousands nothing is kept but which letters they have.
    """

    def __init__(self, reader: PdfReader) -> None:
        self._pages = dict(enumerate(reader.pages, 1))
        self._font = font_of(self._pages.values())
        self._letters = letters_of(self._font)
        self._widths = [0, *(self._letters[at].width for at in sorted(self._letters))]
        self.behind: set[int] = set()

    def to_be_read(self, ocr: Ocr) -> list[int]:
        """The numbers of the pages that show more than their text says."""
        specimens, real = Specimens(self._letters), dict[int, frozenset[int]]()
        blank: set[int] = set()
        for number in self._pages:
            text = self._text(number)
            if text.runs and not text.in_picture and all(run.box for run in text.runs):
                real[number] = frozenset(letter for run in text.runs for letter in run.letters)
                specimens.meet(text)
                if self._is_blank(number, text.labels):
                    blank.add(number)
        known = specimens.read(ocr, self._font) if real else frozenset()
        self.behind = {number for number, letters in real.items() if letters <= known}
        return [number for number in self._pages if number not in self.behind & blank]

    def seen(self, number: int, draw: Callable[[int], Drawn]) -> Drawn:
        """The page, or the picture behind its text where that is all that has to be read."""
        if number not in self.behind:
            return draw(number)
        drawn = self._picture(number)
        return replace(drawn, picture=drawn.picture.convert("RGB"))

    def without_bars(self, drawn: Drawn) -> Drawn:
        """The page without the bars that are ours beyond doubt."""
        return without_bars(drawn, self._text(drawn.number).labels)[0]

    def _is_blank(self, number: int, labels: Sequence[LooseWord]) -> bool:
        """Whether there is nothing but bars behind the text: to the last pixel one colour."""
        if PICTURE not in _resources(self._pages[number], "/XObject"):
            return True
        rest = without_bars(self._picture(number), labels)[0].picture
        return all(low == high for low, high in (channel.getextrema() for channel in rest.split()))

    def _text(self, number: int) -> PageText:
        page = self._pages[number]
        return page_text(inflated(page["/Contents"].get_object()), float(page.mediabox.height), self._widths)

    def _picture(self, number: int) -> Drawn:
        """The picture behind the text, in grey where it has no colours: most are bars on white."""
        page = self._pages[number]
        shown = pixels(_resources(page, "/XObject")[PICTURE].get_object())
        picture = shown.convert("L" if shown.mode in GREY else "RGB")
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        dpi, fine = picture.width * POINTS_PER_INCH / width, resolution((width, height))
        if dpi < FINE * fine:  # shades are kept in fewer pixels than letters need to be read
            size = round(picture.width * fine / dpi), round(picture.height * fine / dpi)
            picture, dpi = picture.resize(size, Image.Resampling.BICUBIC), fine
        return Drawn(picture, dpi, number)


def is_sharp(page: PageObject) -> bool:
    """Whether every picture on the page is known to be as it was drawn, to the last level."""
    return all(drawn.get("/Filter") in EXACT for drawn in _resources(page, "/XObject").values())


def font_of(pages: Iterable[PageObject]) -> Any:
    """The one font of real text; None where the copy has none."""
    found = (_resources(page, "/Font").get(FONT) for page in pages)
    return next((font.get_object() for font in found if font), None)


def letters_of(font: Any) -> dict[int, Letter]:
    """The letters of the font of real text, by number."""
    if font is None:
        return {}
    descendant = font["/DescendantFonts"][0].get_object()
    program = descendant["/FontDescriptor"]["/FontFile2"].get_object().get_data()
    texts = letters_of_map(font["/ToUnicode"].get_object().get_data())
    outlines, widths = outlines_of_program(program), widths_of_program(program)
    return {
        number: Letter(text, outlines[number], widths[number]) for number, text in enumerate(texts, SPACE)
    }


def _resources(page: PageObject, kind: str) -> dict[str, Any]:
    """What a page has of this kind; nothing where a foreign file has something else there."""
    resources = page.get("/Resources")
    found = resources.get(kind) if isinstance(resources, DictionaryObject) else None
    found = found.get_object() if found is not None else None
    return found if isinstance(found, DictionaryObject) else {}
