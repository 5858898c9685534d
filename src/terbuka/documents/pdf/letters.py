"""The letters of a page as they can be set anew: which outline, where, in what shape and colour."""

import ctypes
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import pypdfium2.raw as pdfium

from terbuka.documents.model import Box, Page, PageSource, Word
from terbuka.documents.pdf.characters import SPACE, Character, read_characters
from terbuka.documents.pdf.glyphs import Glyph, Glyphs, Origin
from terbuka.documents.pdf.pages import SeenPage
from terbuka.documents.pdf.words import BULLET, is_sign

OPAQUE = 255
ROW = 24.0
"""Points; letters are looked up in rows of this height."""

Colour = tuple[int, int, int]
Shape = tuple[float, float, float, float]


class Letter(NamedTuple):
    """One glyph. ``text``: what it means, more than one character of a ligature.

    ``x``, ``y``: where it begins, in points from the top left of the page. ``shape``: how an em square is
    laid there (``a b c d`` of a text matrix, in points, y upwards). ``colour``: red, green, blue of 255.
    """

    text: str
    glyph: Glyph
    box: Box
    turn: int
    x: float
    y: float
    shape: Shape
    colour: Colour

    @property
    def middle(self) -> tuple[float, float]:
        """Of its box."""
        return (self.box.x0 + self.box.x1) / 2, (self.box.y0 + self.box.y1) / 2


class _Style(NamedTuple):
    shape: Shape
    colour: Colour


def read_letters(page: SeenPage, number: int, glyphs: Glyphs) -> list[Letter]:
    """The letters of page ``number`` that are plainly filled with one colour, in the order of the file.

    To be asked before the text of the page is hidden.
    """
    characters = list(read_characters(page))
    drawn = glyphs.on_page(number, [character.origin for character in characters])
    styles = _styles(page)
    return [
        letter
        for run in _by_origin(character for character in characters if character.text != SPACE)
        if (letter := _letter(run, drawn, styles, page))
    ]


def _by_origin(characters: Iterable[Character]) -> Iterator[list[Character]]:
    """The characters of one glyph together."""
    run: list[Character] = []
    for character in characters:
        if run and run[-1].origin != character.origin:
            yield run
            run = []
        run.append(character)
    if run:
        yield run


def _letter(
    run: list[Character],
    drawn: Mapping[Origin, tuple[Glyph, ...]],
    styles: Mapping[Origin, _Style],
    page: SeenPage,
) -> Letter | None:
    first = run[0]
    glyphs, style = drawn.get(first.origin, ()), styles.get(first.origin)
    if len(glyphs) != 1 or style is None or first.slanted:
        return None
    text = "".join(character.text for character in run)
    at = page.geometry.box(*first.origin, *first.origin)
    along, up = (page.geometry.way(*pair) for pair in (style.shape[:2], style.shape[2:]))
    shape = (*along, *up)
    return Letter(text, glyphs[0], first.box, first.turn, at.x0, at.y0, shape, style.colour)


def _styles(page: SeenPage) -> dict[Origin, _Style]:
    """Shape and colour of what begins at each place; without those that are stroked, patterned or
    see-through, and those where two begin at one place."""
    text_page = page.raw.get_textpage()
    found: dict[Origin, _Style | None] = {}
    try:
        raw = text_page.raw
        x, y = ctypes.c_double(), ctypes.c_double()
        for index in range(text_page.count_chars()):
            if pdfium.FPDFText_IsGenerated(raw, index) == 0:
                pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
                style = _style(raw, index)
                known = found.setdefault((x.value, y.value), style)
                if known != style:
                    found[x.value, y.value] = None
    finally:
        text_page.close()
    return {origin: style for origin, style in found.items() if style}


def _style(raw: pdfium.FPDF_TEXTPAGE, index: int) -> _Style | None:
    item = pdfium.FPDFText_GetTextObject(raw, index)
    channels = [ctypes.c_uint() for _ in range(4)]
    if (
        not item
        or pdfium.FPDFTextObj_GetTextRenderMode(item) != pdfium.FPDF_TEXTRENDERMODE_FILL
        or pdfium.FPDFPageObj_HasTransparency(item)
        or not pdfium.FPDFText_GetFillColor(raw, index, *channels)
        or channels[3].value != OPAQUE
    ):
        return None
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(raw, index, matrix)
    size = pdfium.FPDFText_GetFontSize(raw, index)
    red, green, blue, _ = (channel.value for channel in channels)
    shape = (matrix.a * size, matrix.b * size, matrix.c * size, matrix.d * size)
    return _Style(shape, (red, green, blue))


def letters_of_words(letters: Iterable[Letter], page: Page, text: str) -> dict[int, Letter] | None:
    """The letters of the words of ``page`` by the offset in ``text`` of the first character that each means.

    Words that only OCR has read have none. None where a word of the file's own text is not borne out letter
    by letter: printed twice, crossed by others, drawn in another way.
    """
    rows: defaultdict[int, list[Letter]] = defaultdict(list)
    for letter in letters:
        rows[_row(letter.middle[1])].append(letter)
    found: dict[int, Letter] = {}
    for word in page.words:
        inside = _inside(word, rows)
        if not inside and page.source is PageSource.MIXED and not (word.edges or word.turn):
            continue
        if len(inside) == 1 and is_sign(inside[0].text):
            inside = [inside[0]._replace(text=BULLET)]
        if "".join(letter.text for letter in inside) != text[word.start : word.end]:
            return None
        at = word.start
        for letter in inside:
            found[at] = letter
            at += len(letter.text)
    return found


def _inside(word: Word, rows: Mapping[int, list[Letter]]) -> list[Letter]:
    """The letters whose middle lies in the box of the word, along its line."""
    if word.box is None:
        return []
    box = word.box
    found = [
        letter
        for row in range(_row(box.y0), _row(box.y1) + 1)
        for letter in rows.get(row, ())
        if letter.turn == word.turn
        and box.x0 <= letter.middle[0] <= box.x1
        and box.y0 <= letter.middle[1] <= box.y1
    ]
    return sorted(found, key=lambda letter: _reach(letter, word.turn))


def _reach(letter: Letter, turn: int) -> float:
    """How far along its line a letter stands."""
    return {0: letter.x, 90: letter.y, 180: -letter.x}.get(turn, -letter.y)


def _row(y: float) -> int:
    return int(y // ROW)
