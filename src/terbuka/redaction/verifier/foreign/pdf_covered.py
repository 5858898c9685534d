"""What pictures and drawings of a foreign PDF hold under something else, beside the page, or cut off.

A box over a scan hides nothing of the scan: its pixels are in the file. So each picture is held against the
page where it is drawn, and the page is drawn once more without its filled boxes.
Pictures are looked at as they are, and with all of their samples shown (``laid_bare``).
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops, ImageFilter, ImageOps

from terbuka.documents.ink import DPI, GREY, Ink
from terbuka.documents.unread import InkMap
from terbuka.redaction.verifier.foreign.laid_bare import laid_bare
from terbuka.redaction.verifier.model import Survivor

SCALE = DPI / 72
LARGEST = 1200
"""Pixels of the longer side of a picture that is compared."""
ROOM = 9
"""Pixels across around what is seen, in which it may lie otherwise in the picture itself."""
SMALL, MANY = 6.0, 100
"""Points: a picture so low or narrow shows nothing; pixels of one that could."""
CORNERS = 6
"""Segments of a box; outlines of letters have more."""
LEAST = 8.0
"""Points a side of a box that can cover a word."""
DEEPEST = 4
UNKNOWN = Survivor("unknown", "page that cannot be drawn")
DIFFERENT = Survivor("unknown", "page that another reader draws otherwise")


def covered_survivors(data: bytes, alive: Callable[[], None]) -> Iterator[Survivor]:
    """At most one survivor of each class on each page. ``alive``: called for each of them."""
    with ExitStack() as opened:
        try:
            document, *bare = [
                opened.enter_context(closing(pypdfium2.PdfDocument(version)))
                for version in (data, *laid_bare(data))
            ]
        except pypdfium2.PdfiumError:
            yield UNKNOWN
            return
        for version in (document, *bare):
            version.init_forms()
        for index in range(len(document)):
            alive()
            try:
                pages = [_flat(version, index) for version in (document, *bare)]
            except pypdfium2.PdfiumError:
                yield replace(UNKNOWN, page=index + 1)
                continue
            yield from _of_page(pages, index + 1)
            for page in pages:
                page.close()


def _flat(document: pypdfium2.PdfDocument, index: int) -> pypdfium2.PdfPage:
    """The page, unturned, with its annotations drawn into it."""
    page = document[index]
    pdfium.FPDFPage_Flatten(page, pdfium.FLAT_PRINT)
    page.close()
    page = document[index]
    page.set_rotation(0)
    return page


def _of_page(pages: list[pypdfium2.PdfPage], number: int) -> Iterator[Survivor]:
    """``pages``: the page, and the same with its pictures laid bare."""
    page, *bare = pages
    items = list(page.get_objects(max_depth=DEEPEST))
    images = _images(page)
    boxes = [item for item in items if item.type == pdfium.FPDF_PAGEOBJ_PATH and _is_box(item)]
    if not images and not boxes:
        return
    seen = _drawn(page)
    others = [_images(version) for version in bare]
    if any(len(found) != len(images) for found in others):
        yield replace(DIFFERENT, page=number)
    if any(_hides_any(versions, page, seen) for versions in zip(images, *others, strict=False)):
        yield Survivor("covered", "pixels that the page does not show", number)
    if boxes and _covers(page, boxes, seen):
        yield Survivor("covered", "drawing under a box", number)


def _images(page: pypdfium2.PdfPage) -> list[Any]:
    return list(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=DEEPEST))


def _drawn(page: pypdfium2.PdfPage) -> Image.Image:
    bitmap = page.render(scale=min(SCALE, LARGEST * 2 / max(page.get_size())), draw_annots=False)
    picture: Image.Image = bitmap.to_pil().convert(GREY)
    bitmap.close()
    return picture


def _hides_any(versions: tuple[Any, ...], page: pypdfium2.PdfPage, seen: Image.Image) -> bool:
    """Whether the picture has strokes that nobody sees on the page, in one of its ``versions``."""
    image, *bare = versions
    usual = _picture(image)
    others = [other for other in map(_picture, bare) if other and other != usual]
    # what is laid bare may lie within a few levels
    pictures = [*([usual] if usual else []), *map(ImageOps.autocontrast, others)]
    return any(_hides(raw, image, page, seen) for raw in pictures)


def _picture(image: Any) -> Image.Image | None:
    """The pixels; None of what nobody can decode, which shows nothing either."""
    try:
        picture: Image.Image = image.get_bitmap(render=False).to_pil().convert(GREY)
    except (pypdfium2.PdfiumError, RuntimeError, ValueError):
        return None
    return picture


def _hides(raw: Image.Image, image: Any, page: pypdfium2.PdfPage, seen: Image.Image) -> bool:
    matrix = _on_page(image)
    width, height = (max(abs(x), abs(y)) for x, y in ((matrix[0], matrix[1]), (matrix[2], matrix[3])))
    if min(width, height) < SMALL:
        return min(raw.size) > MANY // 4 and max(raw.size) >= MANY and bool(_writing(_strokes(raw)))
    scale = min(1.0, LARGEST / max(raw.size), max(width / raw.width, height / raw.height) * SCALE)
    raw = raw.resize((max(1, round(raw.width * scale)), max(1, round(raw.height * scale))))
    there = _as_picture(seen, page, matrix, raw.size)
    unseen = ImageChops.subtract(_strokes(raw), _grown(_any_strokes(there)))
    return bool(_writing(unseen))


def _on_page(item: Any) -> tuple[float, ...]:
    """The matrix that leads from the unit square to the page."""
    matrix = item.get_matrix()
    container = item.container
    while container is not None:
        matrix = matrix.multiply(container.get_matrix())
        container = container.container
    a, b, c, d, e, f = matrix.get()
    return a, b, c, d, e, f


def _as_picture(
    seen: Image.Image, page: pypdfium2.PdfPage, matrix: tuple[float, ...], size: tuple[int, int]
) -> Image.Image:
    """What the page shows in the place of a picture, laid as the picture is."""
    a, b, c, d, e, f = matrix
    left, bottom, right, top = page.get_bbox()
    across, down = seen.width / (right - left), seen.height / (top - bottom)
    width, height = size
    ways = (
        a / width * across,
        -c / height * across,
        (e + c - left) * across,
        -b / width * down,
        d / height * down,
        (top - f - d) * down,
    )
    return seen.transform(size, Image.Transform.AFFINE, ways, Image.Resampling.BILINEAR, fillcolor=255)


def _strokes(plane: Image.Image) -> Image.Image:
    """Mask of the strokes on the ground that most of the picture has."""
    return Ink(plane).strokes


def _any_strokes(plane: Image.Image) -> Image.Image:
    """The strokes, and those of light letters on dark ground."""
    edges = ImageChops.subtract(
        plane.filter(ImageFilter.MaxFilter(3)), plane.filter(ImageFilter.MinFilter(3))
    )
    return ImageChops.lighter(
        _strokes(plane), edges.point([255 if level >= 48 else 0 for level in range(256)])
    )


def _grown(mask: Image.Image) -> Image.Image:
    return mask.filter(ImageFilter.MaxFilter(ROOM))


def _writing(mask: Image.Image) -> list[Any]:
    """Where in a mask there is something that may be writing."""
    shown = Image.merge("RGB", [ImageOps.invert(mask)] * 3)
    return InkMap(shown, (shown.width / SCALE, shown.height / SCALE)).unread(())


def _is_box(path: Any) -> bool:
    left, bottom, right, top = path.get_bounds()
    large = right - left >= LEAST and top - bottom >= LEAST
    segments: int = pdfium.FPDFPath_CountSegments(path)
    return large and 2 <= segments <= CORNERS


def _covers(page: pypdfium2.PdfPage, boxes: list[Any], seen: Image.Image) -> bool:
    """Whether strokes come to light where the boxes are taken away."""
    for box in boxes:
        for set_colour in (pdfium.FPDFPageObj_SetFillColor, pdfium.FPDFPageObj_SetStrokeColor):
            set_colour(box, 255, 255, 255, 0)
    lifted = _drawn(page)
    if ImageChops.difference(lifted, seen).getbbox() is None:
        return False
    unseen = ImageChops.subtract(_strokes(lifted), _grown(_any_strokes(seen)))
    return bool(_writing(unseen))
