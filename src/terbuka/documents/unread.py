"""Where on a page there is something that nobody has read: handwriting, a signature, a stamp, a photograph.

What a reader of pictures does not read it does not tell either. So the page is asked by itself where
there are strokes or tones, and what no word accounts for is said: unknown is not no. Lines, boxes,
flat areas and dust say nothing and are let go. An emblem is said: no measure tells it from a name in a
circle.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import combinations

from PIL import Image, ImageChops

from terbuka.documents.block_letters import block_letters
from terbuka.documents.hatch import is_hatch
from terbuka.documents.ink import CELL, DPI, GREY, Cell, Ink, Mask, planes, without_dust
from terbuka.documents.marks import say_nothing
from terbuka.documents.model import Box

TONE = 20
"""Of 255; how far the mean of a cell must lie from the paper to be a tone."""
REACH = 2
"""Cells that two strokes of one piece of writing lie apart, at most."""
LEAST_FAINT = 6
"""Cells of faint strokes near each other that may say something: a short name; noise makes fewer."""
LEAST_TONES, THINNEST = 25, 4
"""Cells of a photograph in all (two by two centimetres), and a side; a shadow of the glass is thinner."""
FILLED = 0.6
"""Share of its box that a photograph fills."""
SHADES = 20
"""Of 255; between the dark and the light cells of a photograph. A flat area has one shade."""
TEXT_SHARE = 0.1
"""Of the box of a tone that words may fill; more, and it is paper in a shadow."""
SIGNED = (260.0, 130.0)
"""Points across and down of the largest signature."""
HATCHED = 0.95
"""Share of its box that a hatch fills."""
MOST_PARTS = 30
"""Parts of a page; more, and the page as a whole has not been read."""


class InkMap:
    """The strokes and tones of one page in cells of a line's height; small enough to keep for every page."""

    def __init__(
        self, picture: Image.Image, size: tuple[float, float], grainy: Iterable[Box] | None = None
    ) -> None:
        """``picture``: the page at any resolution; ``size``: of the page in points. ``grainy``: where a page
        that we have drawn has pixels of a camera or a scanner; None where all may be, and lines be broken.
        """
        scale = max(1, round(picture.width / size[0] * 72 / DPI))
        # one pixel is dust only where a stroke is wider than that
        looked_at = without_dust(picture).reduce(scale) if scale > 1 else picture
        self._size = size
        self._points = size[0] / looked_at.width  # of a pixel
        grain = None if grainy is None else self._grain(looked_at.size, grainy)
        ink = {name: Ink(plane, grain) for name, plane in planes(looked_at).items()}
        self._side = CELL * self._points
        self._width = ink[GREY].width
        self._strong = set[Cell]().union(*(plane.strong for plane in ink.values()))
        self._faint = set[Cell]().union(*(plane.faint for plane in ink.values()))
        for hatch in self._hatches(looked_at.convert(GREY)) if grain else ():
            self._strong -= hatch
            self._faint -= hatch
        self._tones = [(plane.paper, plane.means, plane.tints) for plane in ink.values()]
        masks = zip(*(plane.masks for plane in ink.values()), strict=True)
        self._letters = list(self._drawn_letters(ink.values())) if grain else []
        self._packed = [Mask.of(reduce(ImageChops.lighter, of_planes)) for of_planes in masks]
        self.further = tuple(self._further(ink))
        """The channels of the picture that show writing which grey does not show."""

    @property
    def is_blank(self) -> bool:
        """Nothing that may say something, not even faintly."""
        return not self._parts(set(), set())

    def unread(self, read: Iterable[Box], *, over: Iterable[Box] = ()) -> list[Box]:
        """The boxes (points) of what no word accounts for.

        ``read``: the boxes of the words that were read in the picture; ``over``: of those that stand on
        the page and were not drawn into it.
        """
        words, beside = self._under(read), self._under(over)
        parts = self._parts(words, words | beside)
        if len(parts) <= MOST_PARTS:
            return parts
        return [Box(0.0, 0.0, *self._size)]

    def _parts(self, words: set[Cell], all_words: set[Cell]) -> list[Box]:
        # the noise that JPEG leaves around sharp edges is as faint as pencil
        faint = self._faint - _grown(all_words)
        looked_at, masks = (self._strong | faint) - words, self._masks()
        writing = [cells for cells in _clusters(looked_at, REACH) if self._says(cells, words, masks)]
        signed = self._signatures(set().union(*writing), all_words, masks) if writing else ()
        photographs = self._photographs(words, all_words)
        boxes = [self._box(cells) for cells in (*writing, *signed, *photographs)]
        return self._joined(merged([*boxes, *self._unread_letters(words)]), all_words)

    def _joined(self, boxes: list[Box], words: set[Cell]) -> list[Box]:
        """Pieces of one thing made one: between the outlines of a face its skin would show. They lie closer
        than half of the thinner one is thick, and no word stands between them."""
        for one, other in combinations(boxes, 2):
            whole = one.joined(other)
            across = max(one.x0, other.x0) - min(one.x1, other.x1)
            down = max(one.y0, other.y0) - min(one.y1, other.y1)
            thin = min(side for box in (one, other) for side in (box.width, box.height))
            if max(across, down) <= thin / 2 and words.isdisjoint(self._touched(whole)):
                rest = [box for box in boxes if box not in (one, other)]
                return self._joined(merged([*rest, whole]), words)
        return boxes

    def _signatures(
        self, writing: set[Cell], words: set[Cell], masks: Sequence[Image.Image]
    ) -> Iterator[set[Cell]]:
        """What hangs together with writing, of no more than the size of a signature and no words in it: its
        long and steep strokes pass for ruled lines, and would show between the parts that do not."""
        _, solid, _, light = (mask.reduce(CELL).tobytes() for mask in masks)
        inked = {self._place(at) for at in range(len(solid)) if solid[at] or light[at]}
        for cells in _clusters((inked | writing) - words, 1):
            width, height = _extent(cells)
            is_small = width * self._side <= SIGNED[0] and height * self._side <= SIGNED[1]
            if is_small and not cells.isdisjoint(writing) and not _inside(cells, words):
                yield cells

    def _hatches(self, picture: Image.Image) -> Iterator[set[Cell]]:
        for cells in _clusters(self._strong | self._faint, 1):
            left, top = min(x for x, _ in cells), min(y for _, y in cells)
            width, height = _extent(cells)
            sides = left, top, left + width, top + height
            if len(cells) >= HATCHED * width * height and is_hatch(picture, tuple(CELL * at for at in sides)):  # type: ignore[arg-type]
                yield cells

    def _grain(self, size: tuple[int, int], grainy: Iterable[Box]) -> Image.Image:
        grain = Image.new(GREY, size)
        for box in grainy:
            x0, y0, x1, y1 = (side / self._points for side in box)
            grain.paste(255, (math.floor(x0), math.floor(y0), math.ceil(x1), math.ceil(y1)))
        return grain

    def _drawn_letters(self, planes: Iterable[Ink]) -> Iterator[list[Box]]:
        for plane in planes:
            for group in (*block_letters(plane.contrast), *block_letters(plane.relief)):
                yield [Box(*(side * self._points for side in area)) for area in group]

    def _unread_letters(self, words: set[Cell]) -> Iterator[Box]:
        """What is left of letters made of ruled lines where words were read."""
        for group in self._letters:
            left = [box for box in group if self._middle(box) not in words]
            if left:
                yield self._box({cell for box in left for cell in self._touched(box)})

    def _middle(self, box: Box) -> Cell:
        return int((box.x0 + box.x1) / 2 // self._side), int((box.y0 + box.y1) / 2 // self._side)

    def _masks(self) -> list[Image.Image]:
        return [mask.picture() for mask in self._packed]

    def _says(self, cells: set[Cell], words: set[Cell], masks: Sequence[Image.Image]) -> bool:
        """Whether a group of strokes may be writing."""
        strong = cells & self._strong
        if len(cells - _grown(strong)) >= LEAST_FAINT:
            return True
        if not strong:
            return False
        around = _grown(strong) - words
        strokes, solid, light_strokes, light = (_only(mask, around) for mask in masks)
        marks = (strokes, solid), (light_strokes, light)
        return not all(say_nothing(*mark, self._points) for mark in marks)

    def _further(self, ink: dict[str, Ink]) -> Iterator[str]:
        clear, seen, masks = set[Cell](), set[Cell](), self._masks()
        for name, plane in ink.items():
            fresh = (plane.bold - clear) | (plane.strong | plane.faint) - seen
            if name != GREY:
                if not any(self._says(cells, set(), masks) for cells in _clusters(fresh, REACH)):
                    continue
                yield name
            clear |= _grown(plane.strong)
            seen |= _grown(plane.strong | plane.faint)

    def _photographs(self, words: set[Cell], all_words: set[Cell]) -> Iterator[set[Cell]]:
        for paper, means, tints in self._tones:
            toned = {self._place(at) for at, mean in enumerate(means) if abs(mean - paper) >= TONE}
            for cells in _clusters(toned - words, 1):
                width, height = _extent(cells)
                if len(cells) < max(LEAST_TONES, FILLED * width * height) or min(width, height) < THINNEST:
                    continue
                if all(self._is_varied(cells, tones) for tones in (means, tints)) and not _is_paper(
                    cells, all_words
                ):
                    yield cells

    def _is_varied(self, cells: set[Cell], means: bytes) -> bool:
        """More than one shade, the cells at the rim left out, which show the paper too."""
        inner = [(x, y) for x, y in cells if {(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)} <= cells]
        shades = sorted(means[y * self._width + x] for x, y in inner)
        return bool(shades) and shades[len(shades) * 9 // 10] - shades[len(shades) // 10] >= SHADES

    def _place(self, at: int) -> Cell:
        return at % self._width, at // self._width

    def _under(self, boxes: Iterable[Box]) -> set[Cell]:
        return {cell for box in boxes for cell in self._touched(box)}

    def _touched(self, box: Box) -> Iterator[Cell]:
        """The cells of a word, with the tips of its letters and a line under it."""
        margin = 0.25 * self._side
        for y in range(int((box.y0 - margin) // self._side), int((box.y1 + margin) // self._side) + 1):
            for x in range(int((box.x0 - margin) // self._side), int((box.x1 + margin) // self._side) + 1):
                yield x, y

    def _box(self, cells: set[Cell]) -> Box:
        columns, rows = [x for x, _ in cells], [y for _, y in cells]
        half = self._side / 2
        return Box(
            round(max(0.0, min(columns) * self._side - half), 2),
            round(max(0.0, min(rows) * self._side - half), 2),
            round(min(self._size[0], (max(columns) + 1) * self._side + half), 2),
            round(min(self._size[1], (max(rows) + 1) * self._side + half), 2),
        )


def _only(mask: Image.Image, cells: set[Cell]) -> Image.Image:
    """What of a mask lies in these cells."""
    left, top = min(x for x, _ in cells), min(y for _, y in cells)
    width, height = _extent(cells)
    kept = Image.new(GREY, (width * CELL, height * CELL))
    for x, y in cells:
        area = x * CELL, y * CELL, (x + 1) * CELL, (y + 1) * CELL
        kept.paste(mask.crop(area), ((x - left) * CELL, (y - top) * CELL))
    return kept


def _grown(cells: set[Cell]) -> set[Cell]:
    """The cells and those around them."""
    return {(x + right, y + down) for x, y in cells for right in (-1, 0, 1) for down in (-1, 0, 1)}


def _clusters(cells: set[Cell], reach: int) -> Iterator[set[Cell]]:
    """The cells in groups whose members lie within ``reach`` of each other."""
    left = set(cells)
    steps = [(x, y) for x in range(-reach, reach + 1) for y in range(-reach, reach + 1)]
    while left:
        cluster, waiting = set[Cell](), [left.pop()]
        while waiting:
            x, y = waiting.pop()
            cluster.add((x, y))
            near = {(x + right, y + down) for right, down in steps} & left
            left -= near
            waiting += near
        yield cluster


def _extent(cells: set[Cell]) -> Cell:
    columns, rows = [x for x, _ in cells], [y for _, y in cells]
    return max(columns) - min(columns) + 1, max(rows) - min(rows) + 1


def _is_paper(cells: set[Cell], words: set[Cell]) -> bool:
    """Words stand all over its box."""
    width, height = _extent(cells)
    return _inside(cells, words) > TEXT_SHARE * width * height


def _inside(cells: set[Cell], words: set[Cell]) -> int:
    """How many cells of words lie in the box around ``cells``."""
    left, top = min(x for x, _ in cells), min(y for _, y in cells)
    width, height = _extent(cells)
    return sum(left <= x < left + width and top <= y < top + height for x, y in words)


def merged(boxes: list[Box]) -> list[Box]:
    """The boxes, those that touch made one, from the top of the page down."""
    apart: list[Box] = []
    for box in sorted(boxes, key=lambda box: (box.y0, box.x0)):
        while touched := next((other for other in apart if other.touches(box)), None):
            apart.remove(touched)
            box = touched.joined(box)
        apart.append(box)
    return sorted(apart, key=lambda box: (box.y0, box.x0))
