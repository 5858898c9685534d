"""Pictures of text, as a scanner or a telephone makes them."""

import hashlib
import io
from collections.abc import Sequence
from typing import Any

from PIL import Image, ImageDraw, ImageFont

A4 = (8.27, 11.69)
"""Inches."""


def page_image(
    lines: Sequence[str],
    *,
    dpi: int = 200,
    size: tuple[float, float] = A4,
    points: float = 12,
    left: float = 0.8,
) -> Image.Image:
    """A white page (``size`` in inches) with these lines, black, ``points`` high."""
    picture = Image.new("RGB", (round(size[0] * dpi), round(size[1] * dpi)), "white")
    draw = ImageDraw.Draw(picture)
    font = ImageFont.load_default(points * dpi / 72)
    for number, line in enumerate(lines):
        draw.text((left * dpi, (0.8 + number * points * 1.6 / 72) * dpi), line, fill="black", font=font)
    return picture


def noise(width: int, height: int) -> Image.Image:
    """A grey picture in which nothing is to be read, the same every time."""
    return Image.frombytes("L", (width, height), hashlib.shake_256(b"noise").digest(width * height))


def png(picture: Image.Image, **options: Any) -> bytes:
    """The picture as PNG."""
    return _saved(picture, "PNG", **options)


def jpeg(picture: Image.Image, **options: Any) -> bytes:
    """The picture as JPEG."""
    return _saved(picture, "JPEG", quality=90, **options)


def tiff(*pictures: Image.Image, **options: Any) -> bytes:
    """The pictures as the pages of one TIFF."""
    return _saved(pictures[0], "TIFF", save_all=True, append_images=list(pictures[1:]), **options)


def _saved(picture: Image.Image, format: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, format, **options)
    return buffer.getvalue()
