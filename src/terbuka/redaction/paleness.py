"""What is so pale on paper of one colour that no reader sees it: 250 on 255 says everything to a machine.

It must not reach a copy; who writes one and who looks whether it is one mean the same by it.
"""

from collections.abc import Sequence

from PIL import Image

PALE = 12
"""Of 255; what stands out less from the paper is seen by nobody."""
FLAT, NEARLY_FLAT = 0.9, 0.5
"""Share of the paper that has one and the same value where it has no texture; a scan has. Who writes a copy
begins lower: JPEG makes paper that is nearly flat flatter than it was.
"""


def paper_of(plane: Image.Image) -> int:
    """The level that most of its pixels have."""
    return _paper(plane.histogram())


def _paper(histogram: Sequence[int]) -> int:
    return max(range(256), key=histogram.__getitem__)


def pale(plane: Image.Image, least: int = 1) -> Image.Image | None:
    """Mask of what is pale, by ``least`` levels or more; None if there is nothing, or nothing but texture."""
    return _pale(plane, least, FLAT)[1]


def _pale(plane: Image.Image, least: int, flat: float) -> tuple[int, Image.Image | None]:
    """The level of the paper, and the mask of what is pale on it: counted once, for a page has millions of
    pixels."""
    histogram = plane.histogram()
    paper = _paper(histogram)
    near = [least <= abs(level - paper) < PALE for level in range(256)]
    blank = sum(histogram[max(0, paper - PALE + 1) : paper + PALE])
    some = any(count for count, is_near in zip(histogram, near, strict=True) if is_near)
    if not some or histogram[paper] < flat * blank:
        return paper, None
    return paper, plane.point([255 if is_near else 0 for is_near in near])


def without_pale(picture: Image.Image) -> Image.Image:
    """The picture with the colour of the paper where it is pale."""
    planes = list(in_grey(picture).split())
    for plane in planes:
        paper, mask = _pale(plane, 1, NEARLY_FLAT)
        if mask:
            plane.paste(paper, mask=mask)
    return planes[0] if len(planes) == 1 else Image.merge(picture.mode, planes)


def in_grey(picture: Image.Image) -> Image.Image:
    """The picture in one plane where its three are the same: a third of the work for whoever looks at it."""
    if picture.mode == "L":
        return picture
    red, *others = picture.split()
    levels = red.tobytes() if others else b""
    return red if all(other.tobytes() == levels for other in others) else picture
