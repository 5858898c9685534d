"""Bars on the pages of another program's file: whether they are opaque, and what is left beside them.

A reader of pictures takes a black bar for letters that it cannot read. A flat area says nothing; but one that
is not quite flat has something behind it: a black of nine tenths, a felt pen, a weak JPEG of both.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image, ImageChops, ImageFilter

from terbuka.documents import Box
from terbuka.documents.images import frame_picture, open_pictures
from terbuka.documents.ink import GREY, INK
from terbuka.documents.pdf.pages import open_pdf, page_picture
from terbuka.documents.unread import InkMap
from terbuka.redaction.paleness import PALE, paper_of
from terbuka.redaction.verifier.foreign.emblems import is_emblem
from terbuka.redaction.verifier.foreign.smears import smeared
from terbuka.redaction.verifier.model import Survivor

DPI = 100
POINTS = 72 / DPI
THICK = 5
"""Pixels; what is as thick in both directions is no stroke of a letter."""
EDGE = 5
"""Pixels across around paper and around letters that are meant to be read, where the edges are soft."""
CLEAR = 70
"""Of 255; what is so much like paper in a bar is a letter of its label."""
WAVER, COARSE = 2, 8
"""Of 255; how much a flat area may waver: as it was drawn, and as JPEG keeps it."""
AROUND = 9
"""Pixels across of what a pixel of a bar is compared with: strokes are less than half of it."""
ON_BAR = 0.4
"""Share of a word's box that a bar fills: what was read there is the bar."""
SOLID = 0.9
"""Share of its rectangle that a bar fills at least: between and in the thick letters of a poster is paper."""
FLAT = 0.93
"""Share of a bar that has its shade; letters that shine through take a fifth from it."""
PLACE, SMEARED = "bar that is not opaque", "words that were blurred"


class Bared(NamedTuple):
    """``bars``: mask (255) of its bars; ``shines``: something shows through one; ``left``: boxes in points of
    what nobody reads beside them."""

    bars: Image.Image
    shines: bool
    left: list[Box]


def bare(picture: Image.Image, words: Sequence[Box]) -> Bared:
    """``picture``: of a page at ``DPI``; ``words``: what was read on it, in points."""
    grey = picture.convert(GREY)
    paper = paper_of(grey)
    bars = _bars(grey, paper)
    if bars.getbbox() is None:
        return Bared(bars, False, _unread(picture, words))
    blank = picture.copy()
    blank.paste(tuple(paper_of(plane) for plane in picture.split()), mask=_grown(bars, EDGE))
    beside = [word for word in words if _share(bars, word) < ON_BAR]
    return Bared(bars, _shines(grey, bars, paper), _unread(blank, beside))


def _share(bars: Image.Image, box: Box) -> float:
    part = bars.crop(_pixels(box))
    return part.histogram()[255] / max(1, part.width * part.height)


def _is_solid(bars: Image.Image, box: Box) -> bool:
    """Whether what was read there is a bar from edge to edge, and no letters as thick as one."""
    part = bars.crop(_pixels(box))
    inside = part.getbbox()
    if inside is None or _share(bars, box) < ON_BAR:
        return False
    left, top, right, bottom = inside
    return part.histogram()[255] >= SOLID * (right - left) * (bottom - top)


def _is_flat(grey: Image.Image, bars: Image.Image, box: Box) -> bool:
    """Whether the bar has one shade there: in another one letters may have been read through it."""
    area = _pixels(box)
    inside, part = bars.crop(area).filter(ImageFilter.MinFilter(EDGE)), grey.crop(area)
    histogram, usual = part.histogram(inside), _usual(part, inside)
    near = sum(histogram[max(0, usual - WAVER) : usual + WAVER + 1])
    return near >= FLAT * max(1, sum(histogram))


def _pixels(box: Box) -> tuple[int, int, int, int]:
    left, top, right, bottom = (round(side / POINTS) for side in box)
    return left, top, right, bottom


def _unread(picture: Image.Image, words: Sequence[Box]) -> list[Box]:
    size = picture.width * POINTS, picture.height * POINTS
    return InkMap(picture, size).unread(words)


def _bars(grey: Image.Image, paper: int) -> Image.Image:
    """Mask of the areas that are as thick as no letter is."""
    toned = grey.point([255 if abs(level - paper) >= PALE else 0 for level in range(256)])
    dark = grey.point([255 if abs(level - paper) >= INK else 0 for level in range(256)])
    opened = dark.filter(ImageFilter.MinFilter(THICK))
    return ImageChops.darker(_grown(opened, THICK), toned)


def _grown(mask: Image.Image, across: int) -> Image.Image:
    return mask.filter(ImageFilter.MaxFilter(across))


def _shines(grey: Image.Image, bars: Image.Image, paper: int) -> bool:
    """Whether strokes waver in the bars that are no letters of a label."""
    beside = grey.point([255 if abs(level - paper) < CLEAR else 0 for level in range(256)])
    inside = ImageChops.subtract(bars, _grown(beside, EDGE))
    box = inside.getbbox()
    if box is None:
        return False
    part, inside = grey.crop(box), inside.crop(box)
    # what lies outside must not weigh in the mean of what lies at the rim
    base = _usual(part, inside)
    level = Image.composite(part, Image.new(GREY, part.size, base), inside)
    # what shows through is darker than the bar; the rim of a white letter is lighter
    wavering = ImageChops.subtract(level.filter(ImageFilter.MedianFilter(AROUND)), level)
    least = COARSE if _is_coarse(level, inside) else WAVER
    strokes = wavering.point([min(255, 12 * value) if value >= least else 0 for value in range(256)])
    strokes = Image.composite(strokes, Image.new(GREY, part.size), inside)
    seen = Image.merge("RGB", [ImageChops.invert(strokes)] * 3)
    return bool(InkMap(seen, (seen.width * POINTS, seen.height * POINTS)).unread(()))


def _usual(part: Image.Image, inside: Image.Image) -> int:
    histogram = part.histogram(inside)
    return max(range(256), key=histogram.__getitem__)


def _is_coarse(level: Image.Image, inside: Image.Image) -> bool:
    """Whether flat areas waver by a level or two all over, as JPEG and scanners leave them."""
    histogram = level.histogram(inside)
    base = max(range(256), key=histogram.__getitem__)
    near = sum(histogram[max(0, base - 2) : base + 3])
    return histogram[base] < 0.9 * near


def look_at_bars(request: dict[str, Any], report: Callable[[int, int], None]) -> dict[str, Any]:
    """The sandbox's side: which ``regions`` and ``words`` of every page are nothing but flat bars, and which
    regions are emblems.

    ``words`` and ``regions``: page by page, boxes in points.
    """
    path, survivors, empty, emblems, barred = Path(request["public"]), [], [], [], []
    drawn = _pages_of_pdf(path) if request["format"] == "pdf" else _frames(path)
    for number, picture in enumerate(drawn, 1):
        words = [Box(*box) for box in request["words"][number - 1]]
        regions = [Box(*box) for box in request["regions"][number - 1]]
        marks = [is_emblem(picture, region, POINTS) for region in regions]
        page = bare(_without(picture, [r for r, mark in zip(regions, marks, strict=True) if mark]), words)
        if page.shines:
            survivors.append(Survivor("pixels", PLACE, number).to_json())
        elif smeared(picture, words):
            survivors.append(Survivor("pixels", SMEARED, number).to_json())
        empty.append([_is_bar(page, region) for region in regions])
        grey = picture.convert(GREY)
        barred.append([_is_barred(page, grey, word) for word in words])
        emblems.append(marks)
        report(number, len(request["words"]))
    return {"survivors": survivors, "empty": empty, "emblems": emblems, "barred": barred}


def _without(picture: Image.Image, parts: Sequence[Box]) -> Image.Image:
    """The picture with paper in the place of these parts: what is dark in an emblem is no bar."""
    picture = picture.copy()
    for part in parts:
        picture.paste(tuple(paper_of(plane) for plane in picture.split()), _pixels(part))
    return picture


def _is_bar(page: Bared, region: Box) -> bool:
    """Whether the region holds a bar and nothing else."""
    covered = page.bars.crop(_pixels(region))
    return covered.getbbox() is not None and not any(region.touches(left) for left in page.left)


def _is_barred(page: Bared, grey: Image.Image, word: Box) -> bool:
    """Whether what was read there is a bar and nothing but it."""
    return _is_solid(page.bars, word) and _is_bar(page, word) and _is_flat(grey, page.bars, word)


def _pages_of_pdf(path: Path) -> Iterator[Image.Image]:
    pdf = open_pdf(path)
    for number in range(1, len(pdf) + 1):
        yield _at_dpi(page_picture(pdf, number, DPI), pdf_size(pdf, number))


def pdf_size(pdf: Any, number: int) -> tuple[float, float]:
    with pdf.page(number) as page:
        size: tuple[float, float] = page.size
        return size


def _frames(path: Path) -> Iterator[Image.Image]:
    pictures = open_pictures(path)
    for number in range(1, len(pictures) + 1):
        yield _at_dpi(frame_picture(pictures, number, DPI), pictures.size(number))


def _at_dpi(picture: Image.Image, size: tuple[float, float]) -> Image.Image:
    """At ``DPI`` exactly, where the page is not huge or the frame coarse."""
    wanted = max(1, round(size[0] / POINTS)), max(1, round(size[1] / POINTS))
    return picture if picture.size == wanted else picture.resize(wanted, Image.Resampling.BILINEAR)
