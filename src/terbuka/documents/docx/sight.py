"""Whether a reader sees a run: its colour on what lies behind it, its size, the room it has.

Each way to hide text that stays in the file is one that somebody took for a redaction, or that a program
left behind: black over black, white, a type of one point, a line of no height.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from terbuka.documents.docx.colours import BLACK, HIGHLIGHTS, W14, WHITE, Colours, stands_out
from terbuka.documents.docx.package import W
from terbuka.documents.docx.values import is_on, number, value

Settings = Mapping[str, etree._Element]
"""The elements of run properties that apply, by their tags."""

TINY = 6
"""Half points, a type of three points, as in PDF: its small letters are half a millimetre high. Nothing that
is meant to be read is set so; fine print has five points or more."""
USUAL = 20
"""Half points; the size where none is given."""
NARROWEST = 20
"""Per cent of its width: a letter so squeezed is a stroke. Word's own list ends at 33."""
FARTHEST = 144
"""Half points that letters may be raised or lowered: an inch, which no formula needs."""
PILED = 0.4
"""Of the type size: closer together by so much, letters lie over one another."""
ROOM = 3
"""Less than one part in so many of the type size is no room for a line."""
NO_ROOM = 10 * TINY
"""Twips; nothing can be read in a line so low."""
HAIR = 1_270
"""EMU, a tenth of a point: a thinner outline of letters is none."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a paragraph.

    ``ground``: the colour behind it; ``kept``: the colour that is behind it in the copy. ``room``: twips
    that a line has, 0 where it is not bound. ``table_run`` and ``table_paragraph``: what the table's style
    says of runs and paragraphs.
    """

    ground: str = WHITE
    kept: str = WHITE
    room: int = 0
    table_run: tuple[etree._Element, ...] = ()
    table_paragraph: tuple[etree._Element, ...] = ()


def is_vanished(settings: Settings) -> bool:
    """Whether the run is said to be hidden, with everything in it."""
    return any(is_on(settings.get(f"{W}{tag}")) for tag in ("vanish", "specVanish"))


def is_hidden_on_the_web(settings: Settings) -> bool:
    """Whether it is shown on paper only."""
    return is_on(settings.get(f"{W}webHidden"))


def is_seen(settings: Settings, colours: Colours, around: Around, letters: int) -> bool:
    """Whether the characters of a run can be read. ``letters``: how many there are."""
    size = _size(settings)
    return (
        size > TINY
        and not _is_cramped(size * 10, around.room)
        and not _is_squeezed(settings, size * 10, letters)
        and _is_coloured(settings, colours, around.ground)
    )


def narrower(room: int, other: int) -> int:
    """The smaller of two rooms, of which 0 is unbound."""
    return min(room or other, other or room)


def _size(settings: Settings) -> int:
    complex_script = is_on(settings.get(f"{W}cs")) or is_on(settings.get(f"{W}rtl"))
    size = number(value(settings.get(f"{W}szCs"))) if complex_script else None
    if size is None:
        size = number(value(settings.get(f"{W}sz")))
    return USUAL if size is None else size


def _is_cramped(em: int, room: int) -> bool:
    return 0 < room <= NO_ROOM or 0 < room * ROOM < em


def _is_squeezed(settings: Settings, em: int, letters: int) -> bool:
    """Made too narrow, piled up or moved away from its line."""
    scale, apart, moved, fitted = (
        number(value(settings.get(f"{W}{tag}"))) for tag in ("w", "spacing", "position", "fitText")
    )
    return (
        (scale is not None and scale < NARROWEST)
        or (apart is not None and letters > 1 and -apart > PILED * em)
        or (moved is not None and abs(moved) > FARTHEST)
        or (fitted is not None and fitted * 100 < letters * em / 2 * NARROWEST)
    )


def _is_coloured(settings: Settings, colours: Colours, behind: str) -> bool:
    ground = colours.fill(settings.get(f"{W}shd"), behind)
    colour = settings.get(f"{W}color")
    ink = colours.of(colour) if colour is not None else ""
    highlight = value(settings.get(f"{W}highlight"))
    if highlight in HIGHLIGHTS:
        ground = HIGHLIGHTS[highlight]
        # letters of the automatic colour turn white on a dark shading, but not under a marker
        ink = ink or BLACK
    outline = settings.get(f"{W14}textOutline")
    is_outlined = outline is not None and (number(outline.get(f"{W14}w")) or 0) >= HAIR
    if is_outlined and any(stands_out(drawn, ground) for drawn in colours.drawn(outline, ground)):
        return True
    filled = settings.get(f"{W14}textFill")
    if filled is not None:
        return any(stands_out(drawn, ground) for drawn in colours.drawn(filled, ground))
    return not ink or stands_out(ink, ground)
