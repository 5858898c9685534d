"""The pages of a PDF as poppler draws them: not as the writer does, which draws with PDFium."""

import io
import math
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image

from terbuka.redaction.verifier.reading import DPI, POINTS_PER_INCH, Drawn

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
    inches = max(size[0] * size[1], 1.0) / POINTS_PER_INCH**2
    dpi = min(float(DPI), math.sqrt(MOST_PIXELS / inches))
    page = ["-f", str(number), "-l", str(number)]
    done = subprocess.run(
        ["pdftoppm", "-r", f"{dpi:.3f}", *page, str(path)],  # noqa: S607
        capture_output=True,
        timeout=SECONDS,
        check=True,
    )
    with Image.open(io.BytesIO(done.stdout)) as picture:
        return Drawn(picture.convert("RGB"), dpi, number)
