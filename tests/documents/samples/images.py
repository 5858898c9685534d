"""Pictures of text, as a scanner or a telephone makes them."""

import hashlib
import io
import math
from collections.abc import Sequence
from typing import Any

from PIL import Image, ImageDraw, ImageFilter, ImageFont

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
    return _saved(picture, "JPEG", **{"quality": 90, **options})


def tiff(*pictures: Image.Image, **options: Any) -> bytes:
    """The pictures as the pages of one TIFF."""
    return _saved(pictures[0], "TIFF", save_all=True, append_images=list(pictures[1:]), **options)


def _saved(picture: Image.Image, format: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, format, **options)
    return buffer.getvalue()


def scribble(picture: Image.Image, area: tuple[float, float, float, float], dpi: int = 200) -> None:
    """Handwriting that nobody can read, drawn into ``area`` (points) of the picture."""
    left, top, right, bottom = (side * dpi / 72 for side in area)
    height = bottom - top
    turns = max(3.0, (right - left) / height / 0.5)
    points = []
    for step in range(round(turns * 12)):
        at = step / 12
        x = left + (right - left) * at / turns + 0.3 * height * math.sin(2 * math.pi * at)
        y = top + height * (0.5 + 0.45 * math.cos(2 * math.pi * at) * (0.6 + 0.4 * math.sin(1.7 * at)))
        points.append((x, y))
    ImageDraw.Draw(picture).line(points, fill=(20, 30, 90), width=max(2, dpi // 60), joint="curve")


def photograph(width: int, height: int) -> Image.Image:
    """A portrait, out of focus: no edges, many shades."""
    ground = Image.linear_gradient("L").resize((width, height)).point(lambda level: 80 + level // 3)
    draw = ImageDraw.Draw(ground)
    draw.ellipse((width * 0.25, height * 0.15, width * 0.75, height * 0.7), fill=210)
    draw.rectangle((width * 0.1, height * 0.72, width * 0.9, height), fill=50)
    return ground.filter(ImageFilter.GaussianBlur(width / 40)).convert("RGB")


def emblem(side: int) -> Image.Image:
    """The shield of a letterhead."""
    picture = Image.new("RGB", (side, side), "white")
    draw = ImageDraw.Draw(picture)
    corners = [(0.1, 0.05), (0.9, 0.05), (0.9, 0.6), (0.5, 0.97), (0.1, 0.6)]
    draw.polygon([(side * x, side * y) for x, y in corners], fill=(180, 150, 20), outline="black", width=5)
    for line in range(5):
        ends = (side * 0.2, side * (0.15 + 0.1 * line), side * 0.8, side * (0.2 + 0.1 * line))
        draw.line(ends, fill="black", width=3)
    draw.ellipse((side * 0.35, side * 0.3, side * 0.65, side * 0.6), fill="red", outline="black", width=3)
    return picture
