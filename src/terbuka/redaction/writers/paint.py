"""Paints the public picture of a page: hidden words gone, bars in their place, kept words moved along.

Works on pixels only. What is hidden is wiped to the colour of the paper before anything is drawn, so
no bar has to be as wide as what it covers. No blur, no mosaic: both can be reversed.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from PIL import Image, ImageDraw

from terbuka.documents import Box, Page
from terbuka.redaction.grounds_page import Standing
from terbuka.redaction.lettering import (
    ALONE,
    BESIDE,
    INSET,
    REGION_LINE,
    SIZES,
    SMALLEST,
    fitting,
    is_legible,
    label_font,
    label_width,
    word_alone,
)
from terbuka.redaction.model import Placed, Redaction
from terbuka.redaction.pieces import Piece, covered_areas, in_lines, is_cut
from terbuka.redaction.relay import Bar, Kept, Relaid, relay_page
from terbuka.redaction.runs import are_spelled
from terbuka.redaction.turning import turned
from terbuka.redaction.writers.ground import FRAME, ground, is_dark, within
from terbuka.redaction.writers.rules import Rule, columns, rules_through
from terbuka.redaction.writers.textlayer import LayerWord

Part = Callable[[Box], Image.Image | None]

INK, PAPER = (0, 0, 0), (255, 255, 255)
POINTS_PER_INCH = 72
BOLD = 30
"""Pixels of a type for each pixel that bold letters are wider on both sides: the font has but one weight."""
STROKES, MOST_STROKES = frozenset("|[]Il1!"), 2
"""What a ruled line is read as."""
REACH = 36.0
"""Points in front of a hidden word in which the ruled line of its cell is looked for: a bar may begin so far
in front of it.
"""
TALL = 1.5
"""Heights of the words beside it from which on a stroke is the ruled line of their row and no letter."""
WALL = 0.4
"""Line heights above and below a line that a ruled line reaches."""
THICKEST = 4.0
"""Points; of a ruled line."""
BEYOND = 0.1
"""Line heights; how far a pale ruled line reaches beyond the words that it parts: a letter does not."""
SQUEEZED = 0.01
"""Points; a word that is narrower by less stands there as it is."""
ROW = 24.0
"""Points; bars are looked up in rows of this height."""
EXACT = 6
"""Decimals of a pixel that are no noise of reckoning."""
MARGIN = 0.12
"""How far beyond the box of an OCR word its ink may reach, in line heights."""


@dataclass(frozen=True, slots=True)
class Painted:
    """The finished picture, the words that stay with their places in reading order, and the bars with theirs
    (points)."""

    picture: Image.Image
    words: tuple[LayerWord, ...]
    bars: tuple[Placed, ...]


def paint_page(
    picture: Image.Image,
    page: Page,
    pieces: Sequence[Piece],
    text: str,
    redactions: Sequence[Redaction],
    part: Part = lambda box: None,
    apart: Collection[int] = (),
) -> Painted:
    """Paint one page. ``picture``: the rendered page (RGB or L); ``pieces`` and ``redactions``: of this
    page; ``part``: draws what stands in a box by itself, where that can be; ``apart``: offsets of characters
    that are not in the picture and are not to be: someone else sets them.
    """
    labels = {redaction.number: redaction.label for redaction in redactions}
    by_hand = [r for r in redactions if r.start == r.end and r.page == page.number]
    in_regions = {region.number for region in by_hand}
    cut = [_grown(piece.box) for piece in pieces if piece.redaction in in_regions]
    regions = [(r.number, _with_cut_words(area, cut)) for r in by_hand for area in covered_areas(page, r)]
    words: list[LayerWord] = []
    bars: list[Placed] = []
    for turn in sorted({piece.turn for piece in pieces} | {0}):
        lines = in_lines((p for p in pieces if p.turn == turn and p.redaction not in in_regions), text)
        canvas = _Canvas(picture, page, turn, part, apart)
        canvas.relay(lines, labels, text, [area for _, area in regions])
        picture = canvas.finished()
        words.extend(canvas.words)
        bars.extend(canvas.bars)
    canvas = _Canvas(picture, page, 0, part, apart)
    for number, area in regions:
        start = min((piece.start for piece in pieces if piece.redaction == number), default=page.end)
        size = SIZES[0] * min(area.height, REGION_LINE)
        whole = is_legible(fitting(labels[number], size, area.width), min(area.height, REGION_LINE))
        label = labels[number] if whole else word_alone(labels[number])
        canvas.draw_bar(number, area, label, size, start)
    words.extend(canvas.words)
    bars.extend(canvas.bars)
    legible = sorted(_legible(words, bars), key=lambda word: word.start)
    return Painted(canvas.finished(), tuple(legible), tuple(bars))


def painted_words(words: Iterable[Standing], size: tuple[float, float], dpi: float) -> Image.Image:
    """A white page of this ``size`` (points) with nothing but the words, set in their boxes."""
    scale = dpi / POINTS_PER_INCH
    picture = Image.new("L", (round(size[0] * scale), round(size[1] * scale)), PAPER[0])
    draw = ImageDraw.Draw(picture)
    for word in words:
        pixels, middle = round(word.size * scale), (word.box.y0 + word.box.y1) / 2
        where = word.box.x0 * scale, middle * scale
        stroke = max(1, pixels // BOLD) if word.is_bold else 0
        draw.text(where, word.text, INK[0], label_font(pixels), "lm", stroke_width=stroke)
    return picture


class _Canvas:
    """The picture turned so that text of one turn reads upright; boxes are turned with it."""

    def __init__(
        self, picture: Image.Image, page: Page, turn: int, part: Part, apart: Collection[int]
    ) -> None:
        self.turn, self.page, self.part, self.apart = turn, page, part, apart
        self.picture = picture.rotate(turn, expand=True) if turn else picture
        self.width, self.height = _turned_size(page, turn)
        self.scale = self.picture.width / self.width
        self.words: list[LayerWord] = []
        self.bars: list[Placed] = []

    def finished(self) -> Image.Image:
        return self.picture.rotate(-self.turn, expand=True) if self.turn else self.picture

    def relay(
        self, lines: list[list[Piece]], labels: dict[int, str], text: str, regions: Sequence[Box]
    ) -> None:
        lifted = [[self._upright(piece) for piece in line] for line in lines]
        rules = {piece for line in lifted for piece in line if self._is_rule(piece, line, text)}
        upright = [words for line in lifted if (words := [piece for piece in line if piece not in rules])]
        standing = [turned(area, self.turn, self.page.width, self.page.height) for area in regions]
        standing += [rule.box for rule in rules]
        hidden = [piece for line in upright for piece in _first_hidden(line)]
        standing += [wall for piece in hidden if (wall := self._rule_before(piece))]
        labels, relaid = self._relaid(upright, labels, standing)
        moved = {kept.piece.start for run in relaid for kept in run.kept}
        slices = [(kept, self._slice(kept)) for run in relaid for kept in run.kept]
        ruled = [rule for run in relaid for rule in self._rules_under(run)]
        for run in relaid:
            for box in run.wiped:
                self.wipe(box)
        for rule in ruled:
            rule.draw(self.picture)
        for kept, crop in slices:
            self._put(kept, crop, text)
        for run in relaid:
            for bar in run.bars:
                inset = INSET * bar.box.height if bar.size else 0
                self.draw_bar(bar.redaction, bar.box, labels[bar.redaction], bar.size, bar.start, inset)
        self.words.extend(
            self._word(piece, piece.box, text)
            for line in upright
            for piece in line
            if piece.redaction is None and piece.start not in moved
        )

    def _relaid(
        self, lines: list[list[Piece]], labels: dict[int, str], standing: Sequence[Box]
    ) -> tuple[dict[int, str], list[Relaid]]:
        """The labels as they are set, and the runs laid anew: a label that nobody could read says its word
        alone."""
        relaid = relay_page(lines, self.width, labels, label_width, self._ruled, standing, self._wall)
        small = {bar.redaction for run in relaid for bar in run.bars if not _is_legible(bar, run)}
        if small:
            labels = labels | {number: word_alone(labels[number]) for number in small}
            relaid = relay_page(lines, self.width, labels, label_width, self._ruled, standing, self._wall)
        return labels, relaid

    def _upright(self, piece: Piece) -> Piece:
        """As it lies on the turned page; its width in whole pixels, which no hair's breadth changes, nor the
        last bit of a number."""
        box = turned(piece.box, self.turn, self.page.width, self.page.height)
        right = box.x0 + math.ceil(round(box.width * self.scale, EXACT)) / self.scale
        return Piece(piece.start, piece.end, box._replace(x1=right), 0, piece.redaction, piece.whole)

    def _slice(self, kept: Kept) -> Image.Image | None:
        """The pixels of a whole word; None for the rest of a cut word, which is set anew instead,

        because the tips of a hidden letter reach into its neighbour's box. Drawn by itself where that can be:
        cut out of the page, its letters would tell to the fraction of a pixel where it stood.
        """
        if not kept.piece.whole or kept.piece.start in self.apart:
            return None
        part = self.part(self._back(kept.piece.box))
        if part is None:
            return self.picture.crop(self._pixels(kept.piece.box))
        return part.convert(self.picture.mode).rotate(self.turn, expand=True)

    def _put(self, kept: Kept, crop: Image.Image | None, text: str) -> None:
        word = text[kept.piece.start : kept.piece.end]
        left, top, right, bottom = self._pixels(kept.box)
        if kept.piece.start in self.apart:
            pass
        elif crop is not None:
            if kept.box.width < kept.piece.box.width - SQUEEZED:
                crop = crop.resize((max(1, right - left), max(1, bottom - top)), Image.Resampling.LANCZOS)
            self.picture.paste(crop, (left, top))
        elif word.isascii():
            self._set(word, kept.box, 0.72 * kept.box.height, INK)
        else:
            return  # the label font has no such letter; too much hidden is better than half a name
        self.words.append(self._word(kept.piece, kept.box, text))

    def _word(self, piece: Piece, box: Box, text: str) -> LayerWord:
        """``piece``, upright, with the box where it now stands."""
        stood, word = self._back(piece.box), text[piece.start : piece.end]
        return LayerWord(word, self._back(box), self.turn, stood, piece.start, piece.end)

    def draw_bar(self, number: int, box: Box, label: str, size: float, start: int, inset: float = 0) -> None:
        """``start``: offset of what it hides; ``inset``: points left free above and below, only where what
        stood there is wiped already."""
        left, top, right, bottom = self._pixels(Box(box.x0, box.y0 + inset, box.x1, box.y1 - inset))
        draw = ImageDraw.Draw(self.picture)
        if is_dark(ground(self.picture, (left, top, right, bottom))):
            draw.rectangle((left - 1, top - 1, right, bottom), outline=self._colour(PAPER))
        draw.rectangle((left, top, right - 1, bottom - 1), fill=self._colour(INK))
        size = fitting(label, size, box.width)
        if round(size * self.scale) >= SMALLEST:
            self._set(label, box, size, PAPER)
        self.words.append(LayerWord(label, self._back(box), self.turn, None, start, start))
        self.bars.append(Placed(number, self.page.number, self._back(box)))

    def _set(self, text: str, box: Box, size: float, colour: tuple[int, int, int]) -> None:
        left, top, right, bottom = self._pixels(box)
        ImageDraw.Draw(self.picture).text(
            ((left + right) / 2, (top + bottom) / 2),
            text,
            fill=self._colour(colour),
            font=label_font(max(SMALLEST, round(size * self.scale))),
            anchor="mm",
        )

    def wipe(self, box: Box) -> None:
        area = self._pixels(_grown(box))
        ImageDraw.Draw(self.picture).rectangle(area, fill=ground(self.picture, area))

    def _rules_under(self, run: Relaid) -> Iterator[Rule]:
        """The lines that pass what is wiped: their gap would tell where the hidden words ended."""
        around = run.wiped[0]
        for box in run.wiped[1:]:
            around = around.joined(box)
        reach = FRAME + math.ceil(MARGIN * around.height * self.scale) + 1
        return rules_through(self.picture, self._pixels(around), reach, THICKEST * self.scale)

    def _ruled(self, left: Box, right: Box) -> bool:
        """A ruled line between two words: a column that is dark from above the line to below it."""
        gap = Box(left.x1, min(left.y0, right.y0), right.x0, max(left.y1, right.y1))
        if gap.width <= 0:
            return False
        beyond = BEYOND * gap.height
        x0, y0, x1, y1 = self._pixels(Box(gap.x0, gap.y0 - beyond, gap.x1, gap.y1 + beyond))
        strip = _grey(self.picture.crop(within(self.picture, (x0, y0, max(x1, x0 + 1), y1), 1)))
        return any(columns(strip, THICKEST * self.scale, math.ceil(beyond * self.scale)))

    def _is_rule(self, piece: Piece, line: Sequence[Piece], text: str) -> bool:
        """Whether what a reader of pictures took for a letter is the ruled line between two cells.

        Moved along with the words, it would open the table and squeeze what stands before it.
        """
        said = text[piece.start : piece.end]
        if piece.redaction is not None or not STROKES.issuperset(said) or len(said) > MOST_STROKES:
            return False
        words = [other.box.height for other in line if other is not piece]
        if words and piece.box.height > TALL * median(words):
            return True  # of the last row of a table it ends below the words, as no other does
        return self._dark_column(piece.box) is not None

    def _wall(self, line: Box) -> float:
        """Where the first ruled line stands behind the beginning of ``line``."""
        column = self._dark_column(line._replace(x1=self.width))
        return math.inf if column is None else column

    def _rule_before(self, piece: Piece) -> Box | None:
        """The last ruled line in front of what is hidden, which its bar must not reach over."""
        box = piece.box._replace(x0=max(0.0, piece.box.x0 - REACH), x1=piece.box.x0)
        columns = self._dark_columns(box)
        if columns is None:
            return None
        return box._replace(x0=columns[1], x1=columns[1])

    def _dark_column(self, box: Box) -> float | None:
        """Where the first of its dark columns begins."""
        columns = self._dark_columns(box)
        return columns[0] if columns else None

    def _dark_columns(self, box: Box) -> tuple[float, float] | None:
        """Where within ``box`` the first column begins and the last one ends that is dark from well above it
        to well below it, as no letter is."""
        reach = WALL * box.height
        area = self._pixels(Box(box.x0, box.y0 - reach, box.x1, box.y1 + reach))
        area = within(self.picture, area, 0)
        if area[0] >= area[2] or area[1] >= area[3]:
            return None
        found = [
            *columns(_grey(self.picture.crop(area)), THICKEST * self.scale, math.ceil(reach * self.scale))
        ]
        if not found:
            return None
        return (area[0] + found[0][0]) / self.scale, (area[0] + found[-1][1]) / self.scale

    def _pixels(self, box: Box) -> tuple[int, int, int, int]:
        return (
            math.floor(box.x0 * self.scale),
            math.floor(box.y0 * self.scale),
            math.ceil(box.x1 * self.scale),
            math.ceil(box.y1 * self.scale),
        )

    def _colour(self, colour: tuple[int, int, int]) -> tuple[int, int, int] | int:
        return colour if self.picture.mode == "RGB" else colour[0]

    def _back(self, box: Box) -> Box:
        """From the turned page to the page."""
        return turned(box, -self.turn, self.width, self.height)


def _first_hidden(line: Sequence[Piece]) -> Iterator[Piece]:
    """The hidden pieces; of a word in the boxes of a form its first letter."""
    for before, piece in zip((None, *line), line, strict=False):
        if piece.redaction is not None and not (before and are_spelled(before, piece)):
            yield piece


def _grey(picture: Image.Image) -> Image.Image:
    return picture if picture.mode == "L" else picture.convert("L")


def _turned_size(page: Page, turn: int) -> tuple[float, float]:
    return (page.width, page.height) if turn % 180 == 0 else (page.height, page.width)


def _legible(words: Sequence[LayerWord], bars: Sequence[Placed]) -> Iterator[LayerWord]:
    """The labels, and the words no bar stands over: text that the picture does not show is hidden text."""
    rows: defaultdict[int, list[Box]] = defaultdict(list)
    for box in [bar.box for bar in bars if bar.box]:
        for row in _rows(box):
            rows[row].append(box)
    for word in words:
        near = [box for row in _rows(word.box) for box in rows[row]]
        if word.box in near or not any(is_cut(word.box, box) for box in near):
            yield word


def _is_legible(bar: Bar, run: Relaid) -> bool:
    return is_legible(bar.size, bar.box.height, BESIDE if run.kept else ALONE)


def _rows(box: Box) -> range:
    """The rows of the page that it reaches into, so that not every bar is held against every word."""
    return range(int(box.y0 // ROW), int(box.y1 // ROW) + 1)


def _with_cut_words(region: Box, words: Sequence[Box]) -> Box:
    """The tips of a letter reach out of the box of its word."""
    for word in words:
        if word.touches(region):
            region = region.joined(word)
    return region


def _grown(box: Box) -> Box:
    by = MARGIN * min(box.height, box.width)
    return Box(box.x0 - by / 2, box.y0 - by, box.x1 + by / 2, box.y1 + by)
