"""Where on a page there is something that nobody has read: handwriting, a signature, a stamp, a photograph.

What a reader of pictures does not read it does not tell either. So the page is asked by itself where
there are strokes or tones, and what no word accounts for is said: unknown is not no. Lines, boxes,
flat areas, dust and the emblem of a letterhead say nothing and are let go.
"""

from collections.abc import Iterable, Iterator

from PIL import Image, ImageChops, ImageStat

from terbuka.documents.model import Box

DPI = 100.0
"""Of the picture that is looked at, about; the figures below are measured at it."""
CELL = 12
"""Pixels a side of a cell: about one line of text."""
STROKES = 9
"""Of 255; mean change from pixel to pixel, along and across, in a cell with writing."""
FAINT = 4
"""The same for pencil and pale print: looked for only where a page has no words at all."""
RULE = (1, 2, 4, 8, 8)
"""Pixels, to be added up: no stroke of a letter is so long."""
TONE = 20
"""Of 255; how far the mean of a cell must lie from the paper to be a tone."""
LEAST_STROKES = 6
"""Cells of writing near each other that may say something: a short name; dust and hooks are fewer."""
LONGEST_HOOK = 4
"""Cells along or across from which on it may be a word; the holes of a folder are smaller."""
LEAST_TONES, THINNEST = 25, 4
"""Cells of a photograph in all (two by two centimetres), and a side; a shadow of the glass is thinner."""
FILLED = 0.6
"""Share of its box that a photograph fills."""
SQUARE = 0.92
"""The same for one that is no emblem: photographs have corners."""
SHADES = 20
"""Of 255; between the dark and the light cells of a photograph. A flat area has one shade."""
TEXT_SHARE = 0.1
"""Of the box of a tone that words may fill; more, and it is paper in a shadow."""
EMBLEM, SLIM = (34.0, 120.0), 2.0
"""Points a side of the emblem of a letterhead, at least and at most; times one side is the other, at most."""
HEAD = 0.25
"""Share of the page's height in which a letterhead stands."""
MOST_PARTS = 12
"""Parts of a page; more, and the page as a whole has not been read."""

Cell = tuple[int, int]


class InkMap:
    """The strokes and tones of one page in cells of a line's height; small enough to keep for every page."""

    def __init__(self, picture: Image.Image, size: tuple[float, float]) -> None:
        """``picture``: the page at any resolution; ``size``: of the page in points."""
        grey = picture.convert("L")
        scale = max(1, round(grey.width / size[0] * 72 / DPI))
        grey = grey.reduce(scale) if scale > 1 else grey
        self._side = CELL * size[0] / grey.width  # of a cell in points
        self._size = size
        written = _without_rules(grey)
        along, across = (_change(written, *step).reduce(CELL) for step in ((1, 0), (0, 1)))
        paper = ImageStat.Stat(grey).median[0]
        means = grey.reduce(CELL)
        self._width = means.width
        self._strokes = ImageChops.darker(along, across).tobytes()
        self._means = means.tobytes()
        self._paper = paper

    @property
    def is_blank(self) -> bool:
        """Nothing that may say something, not even faintly; an emblem says nothing."""
        return not self._parts(self._cells(FAINT), set(), set())

    def unread(self, read: Iterable[Box], *, over: Iterable[Box] = ()) -> list[Box]:
        """The boxes (points) of what no word accounts for.

        ``read``: the boxes of the words that were read in the picture; ``over``: of those that stand on
        the page and were not drawn into it.
        """
        words, beside = self._under(read), self._under(over)
        parts = self._parts(self._cells(STROKES) - words, words, words | beside)
        if len(parts) <= MOST_PARTS:
            return parts
        return [Box(0.0, 0.0, *self._size)]

    def _parts(self, strokes: set[Cell], words: set[Cell], all_words: set[Cell]) -> list[Box]:
        photographs = [self._box(cells) for cells in self._photographs(words, all_words)]
        writing = [
            self._box(cells)
            for cells in _clusters(strokes, 2)
            if len(cells) >= LEAST_STROKES
            and max(_extent(cells)) >= LONGEST_HOOK
            and not self._is_emblem(cells)
        ]
        return _merged(photographs + writing)

    def _photographs(self, words: set[Cell], all_words: set[Cell]) -> Iterator[set[Cell]]:
        toned = {self._place(at) for at, mean in enumerate(self._means) if abs(mean - self._paper) >= TONE}
        for cells in _clusters(toned - words, 1):
            width, height = _extent(cells)
            if len(cells) < LEAST_TONES or min(width, height) < THINNEST:
                continue
            filled = len(cells) / (width * height)
            if filled < FILLED or (filled < SQUARE and self._is_emblem(cells)):
                continue
            if self._is_varied(cells) and not _is_paper(cells, all_words):
                yield cells

    def _is_varied(self, cells: set[Cell]) -> bool:
        """More than one shade, the cells at the rim left out, which show the paper too."""
        inner = [(x, y) for x, y in cells if {(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)} <= cells]
        shades = sorted(self._means[y * self._width + x] for x, y in inner)
        return bool(shades) and shades[len(shades) * 9 // 10] - shades[len(shades) // 10] >= SHADES

    def _is_emblem(self, cells: set[Cell]) -> bool:
        """Compact, at the head of the page, and no line of writing."""
        box = self._box(cells)
        least, most = EMBLEM
        compact = least <= min(box.width, box.height) and max(box.width, box.height) <= most
        slim = max(box.width, box.height) > SLIM * min(box.width, box.height)
        return compact and not slim and box.y1 <= HEAD * self._size[1]

    def _cells(self, least: int) -> set[Cell]:
        return {self._place(at) for at, level in enumerate(self._strokes) if level >= least}

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


def _without_rules(grey: Image.Image) -> Image.Image:
    """The picture without what is dark for ``RULE`` pixels on end: ruled lines, boxes, shaded paper."""
    dark = ImageChops.invert(grey)
    ruled = [_runs(dark, x, y) for x, y in ((1, 0), (0, 1))]
    return ImageChops.invert(ImageChops.subtract(dark, ImageChops.lighter(*ruled)))


def _runs(dark: Image.Image, x: int, y: int) -> Image.Image:
    """The darkness that lasts for ``RULE`` pixels in one direction (an opening, in doubling steps)."""
    kept = dark
    for step in RULE:
        kept = ImageChops.darker(kept, ImageChops.offset(kept, x * step, y * step))
    for step in RULE:
        kept = ImageChops.lighter(kept, ImageChops.offset(kept, -x * step, -y * step))
    return kept


def _change(grey: Image.Image, x: int, y: int) -> Image.Image:
    """How much every pixel differs from the one ``x`` and ``y`` before it."""
    change = ImageChops.difference(grey, ImageChops.offset(grey, x, y))
    change.paste(0, (0, 0, x or grey.width, y or grey.height))  # the offset wraps around the edge
    return change


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
    left, top = min(x for x, _ in cells), min(y for _, y in cells)
    width, height = _extent(cells)
    inside = sum(left <= x < left + width and top <= y < top + height for x, y in words)
    return inside > TEXT_SHARE * width * height


def _merged(boxes: list[Box]) -> list[Box]:
    """The boxes, those that touch made one, from the top of the page down."""
    merged: list[Box] = []
    for box in sorted(boxes, key=lambda box: (box.y0, box.x0)):
        while touched := next((other for other in merged if other.touches(box)), None):
            merged.remove(touched)
            box = touched.joined(box)
        merged.append(box)
    return sorted(merged, key=lambda box: (box.y0, box.x0))
