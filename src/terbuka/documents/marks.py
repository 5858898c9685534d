"""Small marks on paper that say nothing: dust, dashes, the holes of a folder, staples, empty tick boxes.

Whatever else is as small may be a name, initials, an age.
"""

import math
from collections.abc import Iterator, Sequence

from PIL import Image, ImageChops, ImageFilter, ImageStat

Area = tuple[int, int, int, int]

APART = 4.0
"""Points between two marks that are looked at by themselves; letters of a word stand closer."""
SPECK = 5.0
"""Points along and across; a smaller mark is dust: figures of 8 point type are higher."""
THIN = 3.0
"""Points; what is lower, or narrower, is a dash, a leader, a colon: no letter."""
SMALL = 45.0
"""Points along and across; a larger mark is looked at by a person, whatever it is."""
STROKE, LEAST_STROKE = 0.4, 5
"""The strokes of a letter are thinner than this share of it, or thinner than so many pixels; what is
thicker is a blot: the hole of a folder, a bullet, the head of an arrow.
"""
STAPLE = 4.5
"""Points; what is not thicker, laid level, is a staple or a stroke of the pen."""
TICK_BOX, SQUARE, RIM, WHOLE = 20.0, 0.75, 0.25, 0.9
"""Points a side at most; one side in terms of the other; share of a side that belongs to the rim, and of the
rim that must be drawn.
"""

FIELD, BROAD, FULL = 8, 0.5, 0.95
"""Pixels a side at least of a light field to write in; one side in terms of the other; share that is so."""

_HALF = [255 if level >= 128 else 0 for level in range(256)]


def say_nothing(strokes: Image.Image, solid: Image.Image, points: float) -> bool:
    """``strokes`` and ``solid``: masks (0 and 255) of the same place; ``points``: of one pixel."""
    gap = max(1, round(APART / points))
    return all(_says_nothing(strokes, solid, area, points) for area in pieces(strokes, gap))


def pieces(mask: Image.Image, gap: int) -> Iterator[Area]:
    """What stands apart from everything else by ``gap`` blank rows or columns."""
    waiting = [(0, 0, *mask.size)]
    while waiting:
        area = waiting.pop()
        columns, rows = mask.crop(area).getprojection()
        across, down = list(_runs(columns, gap)), list(_runs(rows, gap))
        parts = [
            (area[0] + left, area[1] + top, area[0] + right, area[1] + bottom)
            for left, right in across
            for top, bottom in down
        ]
        if parts == [area]:
            yield area
        else:
            waiting += parts


def _runs(inked: Sequence[int], gap: int) -> Iterator[tuple[int, int]]:
    """Where there is ink in a row or column, from its first pixel to behind its last."""
    places = [at for at, ink in enumerate(inked) if ink]
    start = 0
    for index, place in enumerate(places, 1):
        if index == len(places) or places[index] - place > gap:
            yield places[start], place + 1
            start = index


def without_fields(mask: Image.Image) -> Image.Image:
    """The mask without the filled boxes in it: light ones on a tinted form are there to be written in."""
    kept = mask.copy()
    for area in pieces(mask, 1):
        longer, shorter = sorted((area[2] - area[0], area[3] - area[1]), reverse=True)
        if shorter >= max(FIELD, BROAD * longer) and ImageStat.Stat(mask.crop(area)).mean[0] >= FULL * 255:
            kept.paste(0, area)
    return kept


def _says_nothing(strokes: Image.Image, solid: Image.Image, area: Area, points: float) -> bool:
    width, height = area[2] - area[0], area[3] - area[1]
    longer, shorter = max(width, height) * points, min(width, height) * points
    if longer < SPECK or shorter < THIN:
        return True
    if longer > SMALL:
        return False
    return (
        _is_blot(solid, area, points)
        or (longer <= TICK_BOX and shorter >= SQUARE * longer and _is_empty_box(strokes, area))
        or _is_straight(strokes, area, STAPLE / points)
    )


def _is_blot(solid: Image.Image, area: Area, points: float) -> bool:
    """Thicker than any stroke, but for its corners."""
    least = max(LEAST_STROKE, round(STROKE * max(area[2] - area[0], area[3] - area[1]))) | 1
    around = Image.new("L", (area[2] - area[0] + 2 * least, area[3] - area[1] + 2 * least))
    around.paste(solid.crop(area), (least, least))
    thick = around.filter(ImageFilter.MinFilter(least)).filter(ImageFilter.MaxFilter(2 * least - 1))
    if thick.getbbox() is None:
        return False
    corners = pieces(ImageChops.subtract(around, thick), 1)
    return all(max(right - left, bottom - top) * points < SPECK for left, top, right, bottom in corners)


def _is_straight(strokes: Image.Image, area: Area, thickness: float) -> bool:
    """Whether it is a line from corner to corner."""
    mark = strokes.crop(area)
    slope = math.degrees(math.atan2(mark.height, mark.width))
    for angle in (slope, -slope):
        level = mark.rotate(angle, resample=Image.Resampling.BILINEAR, expand=True).point(_HALF).getbbox()
        if level and level[3] - level[1] <= thickness:
            return True
    return False


def _is_empty_box(strokes: Image.Image, area: Area) -> bool:
    """Ink all along its four sides and none within: an O has no corners, a U no lid."""
    box = strokes.crop(area)
    width, height = box.size
    across, down = round(RIM * width), round(RIM * height)
    if box.crop((across, down, width - across, height - down)).getbbox():
        return False
    lids = ((0, 0, width, down), (0, height - down, width, height))
    walls = ((0, 0, across, height), (width - across, 0, width, height))
    return all(
        sum(box.crop(side).getprojection()[at]) >= WHOLE * length
        for sides, at, length in ((lids, 0, width), (walls, 1, height))
        for side in sides
    )
