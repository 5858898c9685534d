"""The pages of a PDF as poppler draws them: not as the writer does, which draws with PDFium."""

import io
import math
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image

from terbuka.redaction.verifier.pixels.reading import DPI, POINTS_PER_INCH, Drawn

SECONDS = 600
"""That poppler may take for one thing."""
MOST_PIXELS = 40_000_000
"""Of one page: more than A2 at ``DPI``; a page of five metres is drawn at a lower resolution."""


def rendered(path: Path, sizes: Sequence[tuple[float, float]]) -> Iterator[Drawn]:
    """The pages in order. ``sizes``: of the pages in points."""
    for number, size in enumerate(sizes, 1):
        yield draw(path, number, size)


def draw(path: Path, number: int, size: tuple[float, float]) -> Drawn:
    """One page; ``size``: in points."""
    dpi = resolution(size)
    return Drawn(_drawn(["-r", f"{dpi:.3f}", "-f", str(number), "-l", str(number), str(path)]), dpi, number)


def draw_file(data: bytes, size: tuple[float, float]) -> Drawn:
    """The one page of a PDF; ``size``: in points."""
    dpi = resolution(size)
    return Drawn(_drawn(["-r", f"{dpi:.3f}", "-"], data), dpi)


def resolution(size: tuple[float, float]) -> float:
    """Pixels to an inch at which a page of this ``size`` in points is looked at."""
    inches = max(size[0] * size[1], 1.0) / POINTS_PER_INCH**2
    return min(float(DPI), math.sqrt(MOST_PIXELS / inches))


def _drawn(arguments: list[str], data: bytes = b"") -> Image.Image:
    done = subprocess.run(
        ["pdftoppm", *arguments],  # noqa: S607
        input=data,
        capture_output=True,
        timeout=SECONDS,
        check=True,
    )
    with Image.open(io.BytesIO(done.stdout)) as picture:
        return picture.convert("RGB")
