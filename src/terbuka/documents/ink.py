"""What stands in a picture, before anybody reads it: nothing, something, or something like writing."""

from PIL import Image, ImageFilter, ImageStat

INK = 48
"""Of 255; how far a pixel must differ from the paper to count as ink."""
SPECKS = 0.0002
"""Share of inked pixels below which a page is blank: the dust of a scanner."""
CELL = 12
"""Pixels a side of the cells in which edges are counted; at 100 dpi about one line of text."""
BUSY = 70
"""Of 255; mean edge strength of a cell with writing. A ruled line through a cell stays below."""
LEAST_BUSY = 10
"""Busy cells from which on there may be writing: a pasted line of a dozen letters, no bullet."""


def has_ink(picture: Image.Image) -> bool:
    """Whether there is more on the page than paper and dust."""
    grey = picture.convert("L")
    paper = ImageStat.Stat(grey).median[0]
    histogram = grey.histogram()
    inked = sum(count for level, count in enumerate(histogram) if abs(level - paper) >= INK)
    return inked > SPECKS * grey.width * grey.height


def busy_area(picture: Image.Image) -> tuple[int, int, int, int] | None:
    """The pixels around everything that may be writing; None when there are only lines and areas.

    ``picture``: a page without its text, at about 100 dpi. Told from the pixels, so that it does not
    matter whether the file holds an image, outlines, a pattern or a drawing.
    """
    edges = picture.convert("L").filter(ImageFilter.FIND_EDGES)
    # the filter leaves the outermost pixels as they were
    edges.paste(0, (0, 0, edges.width, 1))
    edges.paste(0, (0, 0, 1, edges.height))
    edges.paste(0, (0, edges.height - 1, edges.width, edges.height))
    edges.paste(0, (edges.width - 1, 0, edges.width, edges.height))
    cells = edges.reduce(CELL)
    busy = cells.point(lambda level: 255 if level >= BUSY else 0)
    count = busy.histogram()[255]
    area = busy.getbbox()
    if area is None or count < LEAST_BUSY:
        return None
    left, top, right, bottom = (side * CELL for side in area)
    return (
        max(0, left - CELL),
        max(0, top - CELL),
        min(picture.width, right + CELL),
        min(picture.height, bottom + CELL),
    )
