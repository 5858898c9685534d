"""The ground that something stands on in the picture of a page: white paper, or a dark photograph."""

from PIL import Image, ImageStat

FRAME = 3
"""Pixels around what is wiped from which the colour of the paper is taken."""
DARK = 96
"""Of 255; a ground on which nobody sees where a black bar ends."""

Area = tuple[int, int, int, int]
Colour = int | tuple[int, ...]


def ground(picture: Image.Image, area: Area) -> Colour:
    """The colour around ``area``, the pixels to the left, above, to the right and below.

    The frame alone: heavy type inside would pass for the paper and leave a block of its own width.
    """
    frame = within(picture, area, FRAME)
    ring = Image.new("L", (frame[2] - frame[0], frame[3] - frame[1]), 255)
    ring.paste(0, (FRAME, FRAME, ring.width - FRAME, ring.height - FRAME))
    levels = tuple(round(value) for value in ImageStat.Stat(picture.crop(frame), ring).median)
    return levels if len(levels) > 1 else levels[0]


def is_dark(colour: Colour) -> bool:
    """Whether a black bar on it needs an outline."""
    return max(colour if isinstance(colour, tuple) else (colour,)) < DARK


def within(picture: Image.Image, area: Area, by: int) -> Area:
    """``area`` grown ``by`` pixels, as far as the picture reaches."""
    return (
        max(0, area[0] - by),
        max(0, area[1] - by),
        min(picture.width, area[2] + by),
        min(picture.height, area[3] + by),
    )
