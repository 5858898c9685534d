"""How an element looks to a reader of the page, from its styles and from what stands around it.

What is not surely unseen counts as seen. It is screened then, and can be hidden; what counts as unseen is not
in the copy at all.
"""

import re
from dataclasses import dataclass, replace

from terbuka.documents.docx.colours import BLACK, WHITE, stands_out
from terbuka.documents.docx.flow import RunLook
from terbuka.documents.html.colours import colour_of, ground_of

Values = dict[str, str]

TINY = 4.0
"""Pixels, three points: the same as in PDF and DOCX."""
FAR = -400.0
"""Pixels; what begins so far left or above of where it would stand is off the page."""
HAIR = 1.0
"""Pixels; a box of no more shows nothing."""
FAR_RIGHT = 3000.0
"""Pixels; nobody goes so far to the right."""
BLURRED = 0.3
"""Of the size of the letters; what is blurred more cannot be read."""
FAINT = 0.1
"""Opacity; black that is fainter has less contrast than ``stands_out`` asks for, about."""
PILED = -0.4
"""Of the size of the letters: closer together by so much, they lie over one another."""
USUAL = 16.0
_UNITS = {"px": 1, "pt": 4 / 3, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6}
_SIZES = {
    "xx-small": 9, "x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24, "xx-large": 32,
}  # fmt: skip
_LENGTH = re.compile(r"([+\-]?(?:\d+\.?\d*|\.\d+)(?:e[+\-]?\d+)?)([a-z%]*)")
_CALCULATED = re.compile(r"\b(?:calc|min|max)\(\s*([^(),\s]+)\s*\)|\bmin\(\s*(0[a-z%]*)\s*,.*\)")
_FONT = re.compile(
    r"(?:^|\s)((?:\d+\.?\d*|\.\d+)[a-z%]*|(?:xx?-)?(?:small|large)|medium)(?:\s*/\s*\S+)?(?:\s|$)"
)
_NOTHING = re.compile(
    r"inset\(\s*(?:50|[6-9]\d|100)%.*|circle\(\s*0(?:px|%)?\b.*|polygon\(\s*0(?:px|%)?\s+0(?:px|%)?"
    r"(?:\s*,\s*0(?:px|%)?\s+0(?:px|%)?)*\s*\)"
)
"""Clip paths that leave nothing of a box."""
_CLIPPED = re.compile(r"rect\(\s*(\S+?)[\s,]+(\S+?)[\s,]+(\S+?)[\s,]+(\S+?)\s*\)")
_SCALED = re.compile(r"\b(?:scale|scalex|scaley|scale3d|matrix)\(\s*([\d.]+)(%?)")
_AWAY = re.compile(r".*\btranslate(?:x|y|3d)?\(\s*-(\d+(?:\.\d+)?)(px|vw|vh|em|rem|%)?.*")
_ALIGNMENTS = {
    "left": "", "start": "", "initial": "", "center": "center", "-webkit-center": "center",
    "middle": "center", "right": "right", "-webkit-right": "right", "end": "right", "justify": "both",
}  # fmt: skip
"""What a page calls them, and what a flow does; the usual one has no name."""
_CHANGED = {"inherit", "unset", "revert", "initial"}


_PLAIN = RunLook()


@dataclass(frozen=True, slots=True)
class Look:
    """What an element hands on to those in it. ``ground``: the colour behind; None where it is not known."""

    run: RunLook = _PLAIN
    size: float = USUAL
    colour: str | None = BLACK
    ground: str | None = WHITE
    visible: bool = True
    opaque: float = 1.0
    shaded: bool = False
    piled: bool = False
    keeps_space: bool = False
    keeps_lines: bool = False
    marker: str = ""
    turned: bool = False  # written from right to left
    align: str = ""  # as of paragraphs

    @property
    def shows(self) -> bool:
        """Whether a reader sees letters that stand here."""
        return (
            self.visible
            and self.size > TINY
            and not self.piled
            and (
                self.shaded
                or self.colour is None
                or self.ground is None
                or stands_out(self.colour, self.ground)
            )
        )

    def inside(self, values: Values) -> "Look":
        """The look of an element in this one, of which ``values`` hold."""
        size = self._size(values)
        ground = self._ground(values)
        letters = values.get("-webkit-text-fill-color") or values.get("color", "")
        opaque = self.opaque * _opacity(values)
        colour = colour_of(letters, ground, BLACK if letters == "initial" else self.colour)
        if "currentcolor" in values.get("background", "") + values.get("background-color", ""):
            ground = colour
        space = values.get("white-space", "")
        return replace(
            self,
            run=_run(self.run, values),
            size=size,
            colour=colour,
            ground=ground,
            visible=_switch(values.get("visibility", ""), self.visible),
            opaque=opaque,
            shaded=values["text-shadow"] != "none" if "text-shadow" in values else self.shaded,
            piled=_is_piled(values, size) if "letter-spacing" in values else self.piled,
            keeps_space=space.startswith(("pre", "break")) and space != "pre-line"
            if space
            else self.keeps_space,
            keeps_lines=space.startswith(("pre", "break")) if space else self.keeps_lines,
            marker=_marker(values) or self.marker,
            turned=values["direction"] == "rtl" if "direction" in values else self.turned,
            align=_ALIGNMENTS.get(values.get("text-align", ""), self.align),
        )

    def _size(self, values: Values) -> float:
        said = values.get("font-size", "")
        if not said and (font := _FONT.search(values.get("font", ""))):
            said = font[1]
        if said in _SIZES:
            return float(_SIZES[said])
        if said in ("smaller", "larger"):
            return self.size * (0.83 if said == "smaller" else 1.2)
        size = pixels(said, self.size, self.size)
        return self.size if size is None else size

    def _ground(self, values: Values) -> str | None:
        ground = self.ground
        if "background" in values and values["background"] not in _CHANGED:
            ground = ground_of(values["background"], ground)
        if values.get("background-color", "initial") not in _CHANGED:
            ground = colour_of(values["background-color"], ground, ground)
        return ground


def is_gone(values: Values, look: Look) -> bool:
    """Whether nothing of an element is seen, whatever stands in it. ``look``: its own."""
    display = values.get("display", "")
    return (
        display == "none"
        or values.get("content-visibility") == "hidden"
        or look.opaque < FAINT
        or _is_away(values, look.size)
        or _is_clipped(values, look.size)
        or _is_blurred(values, look.size)
        or values.get("-webkit-text-security", "none") != "none"
        or (_scale(values) < 1 and look.size * _scale(values) <= TINY)
    )


def pixels(value: str, em: float, whole: float) -> float | None:
    """A length; ``whole``: what per cents are of. None where it is none, or not known."""
    found = _LENGTH.fullmatch(_CALCULATED.sub(r"\1\2", value.strip()))
    if not found:
        return None
    number, unit = float(found[1]), found[2]
    if unit == "%":
        return number / 100 * whole
    if unit in ("em", "rem", "ex", "ch"):
        return number * (em if unit == "em" else USUAL if unit == "rem" else em / 2)
    if unit in ("vw", "vh"):
        return number * 10
    if unit not in _UNITS:
        return number if not unit else None
    return number * _UNITS[unit]


def _run(look: RunLook, values: Values) -> RunLook:
    weight, style = values.get("font-weight", ""), values.get("font-style", "")
    lines = f"{values.get('text-decoration', '')} {values.get('text-decoration-line', '')}"
    raised = {"super": "superscript", "sub": "subscript"}.get(values.get("vertical-align", ""), look.raised)
    return replace(
        look,
        bold=weight in ("bold", "bolder") or (weight.isdecimal() and int(weight) >= 600)
        if weight
        else look.bold,
        italic=style.startswith(("italic", "oblique")) if style else look.italic,
        underline=look.underline or "underline" in lines,
        strike=look.strike or "line-through" in lines,
        raised=raised,
        font="monospace" if values.get("font-family") == "monospace" else look.font,
    )


def _switch(visibility: str, usual: bool) -> bool:
    return visibility in ("visible", "initial") if visibility and visibility not in _CHANGED else usual


def _marker(values: Values) -> str:
    said = values.get("list-style-type", "")
    return said or next(iter(values.get("list-style", "").split()), "")


def _opacity(values: Values) -> float:
    said = [values.get("opacity", "")]
    if found := re.search(r"opacity\(\s*([^)]+)\)", values.get("filter", "")):
        said.append(found[1].strip())
    opaque = 1.0
    for value in said:
        if found := _LENGTH.fullmatch(value):
            opaque *= float(found[1]) / (100 if found[2] == "%" else 1)
    return opaque


def _scale(values: Values) -> float:
    """How much larger an element is drawn than it is set."""
    said = _SCALED.findall(values.get("transform", ""))
    said += [_LENGTH.fullmatch(values.get(name, "").partition(" ")[0]) for name in ("scale", "zoom")]
    scale = 1.0
    for found in said:
        number, unit = found if isinstance(found, tuple) else found.groups() if found else ("1", "")
        scale *= float(number) / (100 if unit == "%" else 1) if number.strip(".") else 1
    return abs(scale)


def _is_piled(values: Values, size: float) -> bool:
    apart = pixels(values["letter-spacing"], size, size)
    return apart is not None and apart < PILED * size


def _is_away(values: Values, size: float) -> bool:
    def lengths(*sides: str) -> list[float]:
        return [length for side in sides if (length := pixels(side, size, 1000)) is not None]

    moved = lengths(values.get("text-indent", ""), *values.get("translate", "").split())
    moved += lengths(values.get("margin-left", ""), values.get("margin-top", ""))
    moved += lengths(*_top_and_left(values.get("margin", "")))
    if found := _AWAY.fullmatch(values.get("transform", "")):
        moved += lengths(f"-{found[1]}{found[2] or 'px'}")
    if values.get("position") in ("absolute", "fixed", "relative"):
        moved += lengths(
            values.get("left", ""), values.get("top", ""), *_top_and_left(values.get("inset", ""))
        )
        if any(right <= -FAR_RIGHT for right in lengths(values.get("right", ""))):
            return True
    return any(length <= FAR or length >= FAR_RIGHT for length in moved)


def _top_and_left(sides: str) -> tuple[str, str]:
    """Of what sets all four sides: top, right, bottom, left; one left out is as its opposite."""
    parts = sides.split() or [""]
    return parts[0], parts[3] if len(parts) > 3 else parts[1] if len(parts) > 1 else parts[0]


def _is_blurred(values: Values, size: float) -> bool:
    found = re.search(r"blur\(\s*([^)]+)\)", values.get("filter", ""))
    radius = pixels(found[1].strip(), size, size) if found else None
    return radius is not None and radius > BLURRED * size


def _is_clipped(values: Values, size: float) -> bool:
    if _NOTHING.fullmatch(values.get("clip-path", "")):
        return True
    if values.get("position") in ("absolute", "fixed") and (
        found := _CLIPPED.fullmatch(values.get("clip", ""))
    ):
        top, right, bottom, left = (pixels(side, size, 100) for side in found.groups())
        if None not in (top, right, bottom, left) and (bottom - top <= HAIR or right - left <= HAIR):  # type: ignore[operator]
            return True
    cut = {values.get(name, "").split(" ")[0] for name in ("overflow", "overflow-x", "overflow-y")}
    if not cut & {"hidden", "clip"}:
        return False
    sides = (
        pixels(values.get(name, ""), size, 1000) for name in ("width", "height", "max-width", "max-height")
    )
    return any(side is not None and side <= HAIR for side in sides)
