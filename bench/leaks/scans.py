"""Pages as a scanner makes them, with the places of what was to be hidden."""

import io
from collections.abc import Sequence
from typing import Any

from PIL import Image, ImageDraw

from leaks.sheets import HEIGHT, LEFT, SIZE, WIDTH, typeface, y_of

DPI = 150
SCALE = DPI / 72


def scan(lines: Sequence[str], black: Sequence[str] = (), dpi: int = DPI) -> Image.Image:
    """A white page with these lines; every part in ``black`` is painted over, a little wider than it is."""
    scale = dpi / 72
    page = Image.new("L", (round(WIDTH * scale), round(HEIGHT * scale)), 255)
    draw = ImageDraw.Draw(page)
    font = typeface(round(SIZE * scale * 0.9))
    for number, line in enumerate(lines):
        draw.text((LEFT * scale, top_of(number, dpi)), line, fill=0, font=font)
    for part in black:
        for box in pixels_of(lines, part, dpi):
            draw.rectangle(box, fill=0)
    return page


def top_of(number: int, dpi: int = DPI) -> float:
    return (HEIGHT - y_of(number) - SIZE) * dpi / 72


def pixels_of(lines: Sequence[str], part: str, dpi: int = DPI, grown: int = 4) -> list[tuple[int, ...]]:
    """The rectangles of pixels in which ``part`` stands, wherever it does."""
    scale, found = dpi / 72, []
    font = typeface(round(SIZE * scale * 0.9))
    for number, line in enumerate(lines):
        if part in line:
            left = LEFT * scale + font.getlength(line[: line.index(part)])
            top = top_of(number, dpi)
            right, bottom = left + font.getlength(part), top + SIZE * scale * 1.1
            sides = (left - grown, top - grown, right + grown, bottom + grown)
            found.append(tuple(round(side) for side in sides))
    return found


def jpeg_of(page: Image.Image, quality: int = 85, **more: Any) -> bytes:
    return saved(page, "JPEG", quality=quality, **more)


def png_of(page: Image.Image, **more: Any) -> bytes:
    return saved(page, "PNG", **more)


def saved(page: Image.Image, kind: str, **more: Any) -> bytes:
    buffer = io.BytesIO()
    page.save(buffer, kind, **more)
    return buffer.getvalue()
