"""Text that runs across a page at a slant: readers of pictures expect level lines and read it as nothing."""

import statistics

from PIL import Image, ImageChops, ImageFilter

STEP = 3
"""Degrees between two slants that are tried; readers bear more."""
LEVEL = 9
"""Degrees from level or upright that readers bear."""
SIDE = 240
"""Pixels of the longer side of the picture that is tried in every slant."""
INK = 128
"""Of 255; darker is ink."""
THICK = 9
"""Pixels; no stroke of a letter is so thick, but a bar is."""
CLEARLY = 1.15
"""How much denser than usual the ink of a part is along its lines."""
MOST = 2
"""Slants of one part."""


def slants(part: Image.Image) -> list[int]:
    """Degrees to turn ``part`` (dark on light) counter-clockwise until lines that are not level are."""
    ink = part.point([255 if level < INK else 0 for level in range(256)])
    areas = ink.filter(ImageFilter.MinFilter(THICK)).filter(ImageFilter.MaxFilter(2 * THICK - 1))
    strokes = ImageChops.subtract(ink, areas).reduce(max(1, max(part.size) // SIDE))
    densities = [_density(strokes, angle) for angle in range(0, 180, STEP)]
    least = CLEARLY * statistics.median(densities)
    peaks = [
        (density, at * STEP)
        for at, density in enumerate(densities)
        if LEVEL <= at * STEP % 90 <= 90 - LEVEL and density > least and density >= _near(densities, at)
    ]
    return [angle for _, angle in sorted(peaks, reverse=True)[:MOST]]


def _near(densities: list[int], at: int) -> int:
    """The greatest density at the slants around."""
    return max(densities[(at + by) % len(densities)] for by in (-2, -1, 1, 2))


def _density(ink: Image.Image, angle: int) -> int:
    """How much the ink gathers in rows once it is turned: lines of text and the paper between them."""
    turned = ink.rotate(angle, resample=Image.Resampling.BILINEAR, expand=True)
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return sum((row * turned.width) ** 2 for row in rows)
