"""Letters and figures put together of level and upright bars, which the map of ink takes for ruled lines.

A table is closed, or its lines go on over each other; what they leave open they leave open at one side. The
bars of a letter begin at another and end nowhere, to the left in one letter and to the right in the next.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from PIL import Image, ImageChops, ImageFilter

from terbuka.documents.ink import areas, opened
from terbuka.documents.marks import Area

SCALES = {1: (), 2: (1, 2, 4), 4: (2, 4, 8)}
"""Times the picture is made smaller: bars of up to 7, 14 and 28 points are thin in one of them."""
BAR = (1, 2, 4, 3)
"""Pixels, to be added up, of the shortest bar; what is as wide in both directions is an area."""
WALL = (1, 2, 4, 8, 8)
"""Pixels, to be added up, of an area at which bars may end as at a line; a dot at the end of one is none."""
SLIM = 1.5
"""Times as long as thick."""
FAINTEST = 10
"""Of 255."""
TEXTURE, CROWDED = 48, 0.04
"""Pixels a side of a tile, and share of them at which bars begin in a hatch."""
THICK = 2
"""Pixels to both sides of the middle of a line that are weighed with it."""
WEIGHTS = (10, 40, 110)
"""Of 255, how dark bars are, their thickness counted in: letters may stand in a pale grid, or a thin one."""
SURELY = 1.25
"""Times such a weight at which letters must be letters still: lines of one kind may lie at either side."""
LONGEST = 210
"""Pixels; a longer bar is a ruled line."""
TOUCHING, STENCIL, FURTHEST = 2, 0.25, 14
"""Pixels between bars that touch; share of its length that a bar of a stencil ends before another, and pixels
at most."""
ALIGNED = 8
"""Pixels; ends of the same side within so many are one edge."""
OPEN_ENDS = 3
"""Edges of a group, to two sides opposite of each other, that are in no table."""
NEAR = 1.0
"""Times its size, around a letter, where others of its group begin."""
IN_A_ROW, EVEN = 3, 0.15
"""Letters of one height beside each other, and share of it by which they may differ."""
BUCKET = 64

OPPOSITE = (("left", "right"), ("above", "below"))


class Bar(NamedTuple):
    """``level``: from left to right; else upright."""

    level: bool
    area: Area

    @property
    def length(self) -> int:
        x0, y0, x1, y1 = self.area
        return x1 - x0 if self.level else y1 - y0

    @property
    def is_slim(self) -> bool:
        x0, y0, x1, y1 = self.area
        return self.length > max(sum(BAR), SLIM * (y1 - y0 if self.level else x1 - x0))

    def ends(self) -> tuple[tuple[str, int, int], tuple[str, int, int]]:
        """To which side, and where."""
        x0, y0, x1, y1 = self.area
        if self.level:
            return ("left", x0, (y0 + y1) // 2), ("right", x1, (y0 + y1) // 2)
        return ("above", (x0 + x1) // 2, y0), ("below", (x0 + x1) // 2, y1)


class Glyph(NamedTuple):
    """Bars that hang together. ``open_ends``: side and place of those that only begin at another."""

    area: Area
    levels: int
    uprights: int
    open_ends: frozenset[tuple[str, int]]

    @property
    def look(self) -> tuple[int, int, int]:
        """What tells it from another: its bars, and about how wide it is for its height."""
        x0, y0, x1, y1 = self.area
        return self.levels, self.uprights, round(4 * (x1 - x0) / (y1 - y0))


def block_letters(relief: Image.Image) -> list[list[Area]]:
    """The letters in a picture of what stands out from the paper, light on black, at ``ink.DPI``; those
    together that stand together."""
    found: list[list[Area]] = []
    for scale, thinner in SCALES.items():
        small = areas(relief, thinner).reduce(scale) if scale > 1 else relief
        if _darkest(small) < FAINTEST:
            break
        found += [[_larger(area, scale) for area in group] for group in _at_one_scale(small)]
    return found


def _at_one_scale(relief: Image.Image) -> Iterator[list[Area]]:
    broad = areas(relief, BAR)
    lines = ImageChops.subtract(relief, broad)
    walls = ImageChops.lighter(*(opened(broad, *way, WALL) for way in ((1, 0), (0, 1))))
    ways = _weighed(lines, 1, 0), _weighed(lines, 0, 1)
    for weight in WEIGHTS:
        if _letters(_bars(ways, SURELY * weight), walls):
            yield from _letters(_bars(ways, weight), walls)


def _darkest(picture: Image.Image) -> int:
    return int(picture.getextrema()[1])  # type: ignore[arg-type]


def _weighed(relief: Image.Image, x: int, y: int) -> Image.Image:
    """How dark and thick level or upright bars are: the same wherever between two pixels they lie."""
    bars = opened(relief, x, y, BAR)
    # what only joins the lines of a hatch is paler than they are
    half = relief.point([max(level // 2, FAINTEST) for level in range(256)])
    ridges = ImageChops.subtract(bars, _spread(half)).point([255 if level else 0 for level in range(256)])
    return ImageChops.darker(relief.filter(ImageFilter.BoxBlur((THICK * y, THICK * x))), ridges)


def _spread(relief: Image.Image) -> Image.Image:
    """The darkest within ``THICK`` pixels of each."""
    for x, y in ((1, 0), (0, 1)):
        for step in range(1, THICK + 1):
            beside = (ImageChops.offset(relief, way * x * step, way * y * step) for way in (1, -1))
            relief = ImageChops.lighter(relief, ImageChops.lighter(*beside))
    return relief


def _bars(ways: tuple[Image.Image, Image.Image], weight: float) -> list[Bar]:
    across, down = (way.point([255 if at >= weight else 0 for at in range(256)]) for way in ways)
    level = [Bar(True, area) for area in runs(across)]
    turned = runs(down.transpose(Image.Transpose.TRANSPOSE))
    upright = [Bar(False, (y0, x0, y1, x1)) for x0, y0, x1, y1 in turned]
    return [bar for bar in (*level, *upright) if bar.is_slim]


def _letters(bars: Sequence[Bar], walls: Image.Image) -> list[list[Area]]:
    groups = [group for share in (0, STENCIL) for group in _groups(list(_glyphs(bars, share, walls)))]
    return [[glyph.area for glyph in group] for group in groups if _is_writing(group)]


def _is_writing(group: Sequence[Glyph]) -> bool:
    ends = {end for glyph in group for end in glyph.open_ends}
    sides = {side for side, _ in ends}
    if len(ends) >= OPEN_ENDS and any(one in sides and other in sides for one, other in OPPOSITE):
        return True
    return any(_is_word(row) for row in _rows(group))


def _is_word(row: Sequence[Glyph]) -> bool:
    """Glyphs beside each other of one height that do not all look the same, and one that no table has."""
    is_open = any(glyph.open_ends for glyph in row)
    return is_open and len(row) >= IN_A_ROW and len({glyph.look for glyph in row}) > 1


def _rows(group: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs that stand beside each other, from one top to one bottom."""
    waiting = sorted(group, key=lambda glyph: glyph.area[0])
    while waiting:
        row, rest = [waiting[0]], list[Glyph]()
        for glyph in waiting[1:]:
            (row if _goes_on(row[-1].area, glyph.area) else rest).append(glyph)
        yield row
        waiting = rest


def _goes_on(one: Area, other: Area) -> bool:
    high = one[3] - one[1]
    even = all(abs(one[at] - other[at]) <= EVEN * high for at in (1, 3))
    return even and 0 < other[0] - one[2] <= (1 + NEAR) * high


def _groups(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs near each other."""
    around = []
    for glyph in glyphs:
        x0, y0, x1, y1 = glyph.area
        around.append(_grown(glyph.area, round(NEAR * max(x1 - x0, y1 - y0))))
    for members in _joined(len(glyphs), _touching(around)):
        yield [glyphs[at] for at in members]


def _glyphs(bars: Sequence[Bar], share: float, walls: Image.Image) -> Iterator[Glyph]:
    """``share``: of its length that a bar ends before the one that it belongs to."""
    reach = [max(TOUCHING, min(FURTHEST, round(share * bar.length))) for bar in bars]
    around = [_grown(bar.area, by) for bar, by in zip(bars, reach, strict=True)]
    free = [set(bar.ends()) for bar in bars]
    links = []
    for one, other in _touching(around):
        goes_on = bars[one].level == bars[other].level
        for bar, met in ((one, other), (other, one)):
            by = TOUCHING if goes_on else reach[bar]
            free[bar] -= {end for end in free[bar] if _holds(_grown(bars[met].area, by), end[1:])}
        if max(bars[one].length, bars[other].length) <= LONGEST:
            links.append((one, other))
    for at, ends in enumerate(free):
        free[at] = {end for end in ends if not _meets_wall(walls, _grown((*end[1:], *end[1:]), reach[at]))}
    for members in _joined(len(bars), links):
        if bars[members[0]].length <= LONGEST:
            yield _glyph([bars[at] for at in members], [free[at] for at in members])


def _glyph(bars: Sequence[Bar], free: Sequence[set[tuple[str, int, int]]]) -> Glyph:
    lefts, tops, rights, bottoms = zip(*(bar.area for bar in bars), strict=True)
    ends = [next(iter(of_bar)) for of_bar in free if len(of_bar) == 1]
    edges = frozenset((side, (x if side in ("left", "right") else y) // ALIGNED) for side, x, y in ends)
    levels = sum(bar.level for bar in bars)
    uprights = len(bars) - levels
    area = min(lefts), min(tops), max(rights), max(bottoms)
    return Glyph(area, levels, uprights, edges if levels and uprights else frozenset())


def _meets_wall(walls: Image.Image, place: Area) -> bool:
    """Whether an area begins here; within one there are letters as on paper."""
    low, high = walls.crop(place).getextrema()
    return high - low >= FAINTEST  # type: ignore[operator]


def _holds(area: Area, place: tuple[int, int]) -> bool:
    return area[0] <= place[0] <= area[2] and area[1] <= place[1] <= area[3]


def _touching(areas: Sequence[Area]) -> Iterator[tuple[int, int]]:
    """The pairs of areas that have a pixel in common."""
    buckets: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for at, area in enumerate(areas):
        for x in range(area[0] // BUCKET, area[2] // BUCKET + 1):
            for y in range(area[1] // BUCKET, area[3] // BUCKET + 1):
                buckets[x, y].append(at)
    pairs = {
        (one, other) for members in buckets.values() for other in members for one in members if one < other
    }
    for one, other in pairs:
        a, b = areas[one], areas[other]
        if a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]:
            yield one, other


def _joined(count: int, links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers up to ``count``, those together that links hold together."""
    group = list(range(count))

    def first(at: int) -> int:
        while group[at] != at:
            group[at] = group[group[at]]
            at = group[at]
        return at

    for one, other in links:
        group[first(one)] = first(other)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for at in range(count):
        found[first(at)].append(at)
    return list(found.values())


def runs(mask: Image.Image) -> list[Area]:
    """The boxes around what hangs together in a mask of 0 and 255."""
    mask = _without_textures(mask)
    boxes: list[list[int]] = []
    links: list[tuple[int, int]] = []
    before: list[tuple[int, int, int]] = []
    data, width = mask.tobytes(), mask.width
    for y in range(mask.height):
        row = data[y * width : (y + 1) * width]
        here = []
        for x0, x1 in _inked(row):
            at = len(boxes)
            boxes.append([x0, y, x1, y + 1])
            links += [(at, above) for left, right, above in before if left <= x1 and x0 <= right]
            here.append((x0, x1, at))
        before = here
    return [_around([boxes[at] for at in members]) for members in _joined(len(boxes), links)]


def _without_textures(mask: Image.Image) -> Image.Image:
    """The mask without the tiles in which there is a beginning everywhere."""
    begun = ImageChops.subtract(mask, ImageChops.offset(mask, 1, 0)).reduce(TEXTURE)
    plain = begun.point([0 if level > CROWDED * 255 else 255 for level in range(256)])
    tiles = plain.resize((TEXTURE * plain.width, TEXTURE * plain.height), Image.Resampling.NEAREST)
    return ImageChops.darker(mask, tiles.crop((0, 0, *mask.size)))


def _inked(row: bytes) -> Iterator[tuple[int, int]]:
    at = row.find(b"\xff")
    while at >= 0:
        end = row.find(b"\0", at)
        end = len(row) if end < 0 else end
        yield at, end
        at = row.find(b"\xff", end)


def _around(boxes: Sequence[Sequence[int]]) -> Area:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _grown(area: Area, by: int) -> Area:
    return area[0] - by, area[1] - by, area[2] + by, area[3] + by


def _larger(area: Area, scale: int) -> Area:
    x0, y0, x1, y1 = (side * scale for side in area)
    return x0, y0, x1, y1
