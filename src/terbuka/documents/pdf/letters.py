"""The letters of a page as they can be set anew: which outline, where, in what shape and colour."""

import ctypes
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

import pypdfium2.raw as pdfium

from terbuka.documents.model import Box, Page, PageSource, Word
from terbuka.documents.pdf.characters import SPACE, Character, read_characters
from terbuka.documents.pdf.glyphs import Glyph, Glyphs, Origin
from terbuka.documents.pdf.pages import Geometry, SeenPage, item_number
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
    ``item``: the text object of the page that shows it. ``glyph`` is None where it is not known, or where it
    is drawn in another way than filled with one opaque colour.
    """

    text: str
    glyph: Glyph | None
    box: Box
    turn: int
    x: float
    y: float
    shape: Shape
    colour: Colour
    item: int

    @property
    def middle(self) -> tuple[float, float]:
        """Of its box."""
        return (self.box.x0 + self.box.x1) / 2, (self.box.y0 + self.box.y1) / 2


class SetText(NamedTuple):
    """The words of a page that can be set anew. ``letters``: by the offset of the first character that each
    means; ``left``: the text objects that show the other words."""

    letters: dict[int, Letter]
    left: frozenset[int]


class _Style(NamedTuple):
    """How a text object is set, as ``Letter`` has it; ``plain``: filled with one opaque colour."""

    shape: Shape
    colour: Colour
    item: int
    plain: bool


NO_STYLE = _Style((0.0, 0.0, 0.0, 0.0), (0, 0, 0), 0, plain=False)


def read_letters(page: SeenPage, number: int, glyphs: Glyphs) -> list[Letter]:
    """The letters of page ``number`` in the order of the file. To be asked before its text is hidden."""
    characters = list(read_characters(page))
    drawn = glyphs.on_page(number, [character.origin for character in characters])
    styles = _styles(page)
    return [
        _letter(run, drawn.get(run[0].origin, ()), styles.get(run[0].origin, NO_STYLE), page.geometry)
        for run in _by_origin(character for character in characters if character.text != SPACE)
    ]


def _by_origin(characters: Iterable[Character]) -> Iterator[list[Character]]:
    """The characters of one glyph together."""
    for _, run in groupby(characters, key=lambda character: character.origin):
        yield list(run)


def _letter(run: list[Character], glyphs: tuple[Glyph, ...], style: _Style, geometry: Geometry) -> Letter:
    first, text = run[0], "".join(character.text for character in run)
    is_plain = len(glyphs) == 1 and style.plain and not first.slanted
    at = geometry.box(*first.origin, *first.origin)
    return Letter(
        text,
        glyphs[0] if is_plain else None,
        first.box,
        first.turn,
        at.x0,
        at.y0,
        style.shape,
        style.colour,
        style.item,
    )


def _styles(page: SeenPage) -> dict[Origin, _Style]:
    """Shape, colour and object of what begins at each place."""
    text_page = page.raw.get_textpage()
    found: dict[Origin, _Style] = {}
    styles: dict[int, _Style] = {}
    try:
        raw = text_page.raw
        x, y = ctypes.c_double(), ctypes.c_double()
        for index in range(text_page.count_chars()):
            if pdfium.FPDFText_IsGenerated(raw, index) == 0:
                pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
                item = pdfium.FPDFText_GetTextObject(raw, index)
                number = item_number(item)
                style = styles.get(number) or styles.setdefault(
                    number, _style(raw, index, item, page.geometry)
                )
                known = found.setdefault((x.value, y.value), style)
                if known is not style:  # two begin at one place
                    found[x.value, y.value] = style._replace(plain=False)
    finally:
        text_page.close()
    return found


def _style(raw: pdfium.FPDF_TEXTPAGE, index: int, item: pdfium.FPDF_PAGEOBJECT, geometry: Geometry) -> _Style:
    """Of the text object ``item``, one for all of its characters; it shows the one at ``index``."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    is_plain = (
        pdfium.FPDFText_GetFillColor(raw, index, red, green, blue, alpha) == 1
        and alpha.value == OPAQUE
        and pdfium.FPDFTextObj_GetTextRenderMode(item) == pdfium.FPDF_TEXTRENDERMODE_FILL
        and not pdfium.FPDFPageObj_HasTransparency(item)
    )
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(raw, index, matrix)
    size = pdfium.FPDFText_GetFontSize(raw, index)
    along = geometry.way(matrix.a * size, matrix.b * size)
    up = geometry.way(matrix.c * size, matrix.d * size)
    return _Style((*along, *up), (red.value, green.value, blue.value), item_number(item), is_plain)


def set_words(
    letters: Iterable[Letter], page: Page, text: str, draws: Callable[[Glyph], bool]
) -> SetText | None:
    """What of the words of ``page`` can be set anew; ``text``: of the document, ``draws``: whether there is
    an outline of a glyph.

    A word is, where its letters spell it and each is drawn plainly, and where no object shows it that shows
    one that is not (printed twice, crossed by others, see-through). None where it is not known what shows a
    word.
    """
    rows: defaultdict[int, list[tuple[float, float, Letter]]] = defaultdict(list)
    for letter in letters:
        x, y = letter.middle
        rows[_row(y)].append((x, y, letter))
    borne_out: dict[int, list[Letter]] = {}
    left: set[int] = set()
    for word in page.words:
        inside = _inside(word, rows)
        if not inside:
            if page.source is PageSource.MIXED and not (word.edges or word.turn):
                continue  # read in a picture
            return None
        if len(inside) == 1 and is_sign(inside[0].text):
            inside = [inside[0]._replace(text=BULLET)]
        is_plain = all(letter.glyph and draws(letter.glyph) and any(letter.shape[:2]) for letter in inside)
        if is_plain and "".join(letter.text for letter in inside) == text[word.start : word.end]:
            borne_out[word.start] = inside
        else:
            left.update(letter.item for letter in inside)
    return _without(borne_out, left)


def _without(words: dict[int, list[Letter]], left: set[int]) -> SetText | None:
    """The words that none of the objects shows that are ``left``, nor those that show the others."""
    while shown := {start for start, word in words.items() if any(one.item in left for one in word)}:
        for start in shown:
            left.update(letter.item for letter in words.pop(start))
    letters: dict[int, Letter] = {}
    for start, word in words.items():
        at = start
        for letter in word:
            letters[at] = letter
            at += len(letter.text)
    return SetText(letters, frozenset(left)) if letters else None


def _inside(word: Word, rows: Mapping[int, list[tuple[float, float, Letter]]]) -> list[Letter]:
    """The letters whose middle lies in the box of the word, along its line."""
    if word.box is None:
        return []
    box = word.box
    found = [
        letter
        for row in range(_row(box.y0), _row(box.y1) + 1)
        for x, y, letter in rows.get(row, ())
        if box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1 and letter.turn == word.turn
    ]
    return sorted(found, key=lambda letter: _reach(letter, word.turn))


def _reach(letter: Letter, turn: int) -> float:
    """How far along its line a letter stands."""
    return {0: letter.x, 90: letter.y, 180: -letter.x}.get(turn, -letter.y)


def _row(y: float) -> int:
    return int(y // ROW)
