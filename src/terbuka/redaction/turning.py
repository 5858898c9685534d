"""Pages whose text runs up, down or upside down."""

from terbuka.documents import Box


def turned(box: Box, turn: int, width: float, height: float) -> Box:
    """Where the box lies after a page of this size was turned ``turn`` degrees counter-clockwise."""
    match turn % 360:
        case 90:
            return Box(box.y0, width - box.x1, box.y1, width - box.x0)
        case 180:
            return Box(width - box.x1, height - box.y1, width - box.x0, height - box.y0)
        case 270:
            return Box(height - box.y1, box.x0, height - box.y0, box.x1)
        case _:
            return box
