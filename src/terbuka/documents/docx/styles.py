"""Styles: what a paragraph and its runs look like once defaults, styles and direct settings are added up.

Names of styles are never kept: they may name a person or a case.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from terbuka.documents.docx.flow import ParagraphLook, RunLook
from terbuka.documents.docx.package import Package, W

MOST_STEPS = 20
"""Styles that may be based on one another; a circle must end."""
OFF = ("0", "false", "off", "none")
WHITE = "FFFFFF"
LIKE_PAPER = 16
"""Of 255; a colour so near to what lies behind it is not seen."""
TINY_SIZE = 2
"""Half points: type of one point, which nobody reads."""
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

FONTS = frozenset(
    {
        "Aptos", "Arial", "Arial Black", "Arial Narrow", "Book Antiqua", "Bookman Old Style", "Calibri",
        "Calibri Light", "Cambria", "Candara", "Carlito", "Century", "Century Gothic", "Comic Sans MS",
        "Consolas", "Constantia", "Corbel", "Courier New", "DejaVu Sans", "DejaVu Sans Mono",
        "DejaVu Serif", "Garamond", "Georgia", "Gill Sans MT", "Helvetica", "Impact", "Liberation Mono",
        "Liberation Sans", "Liberation Serif", "Lucida Console", "Maiandra GD", "Palatino Linotype",
        "Segoe UI", "Tahoma", "Times New Roman", "Trebuchet MS", "Verdana",
    }
)  # fmt: skip
"""Fonts that are kept by name; any other name could be anybody's."""


@dataclass(frozen=True, slots=True)
class Ink:
    """What decides whether a run is seen. ``colour`` and ``fill`` six hexadecimal figures or empty."""

    vanished: bool = False
    colour: str = ""
    fill: str = ""
    size: int = 0

    def is_seen(self, behind: str) -> bool:
        """Whether a reader sees it. ``behind``: the fill under the run; ``"?"`` when it is not known."""
        if self.vanished or 0 < self.size <= TINY_SIZE:
            return False
        ground = self.fill or behind
        return not self.colour or ground == "?" or not _alike(self.colour, ground or WHITE)


class Styles:
    """The styles of one package."""

    def __init__(self, package: Package) -> None:
        root = None
        for name in package.related("styles"):
            root = package.xml(name)
        self._styles = {
            style.get(f"{W}styleId", ""): style
            for style in (root.findall(f"{W}style") if root is not None else ())
        }
        self._chains: dict[tuple[str | None, str], list[etree._Element]] = {}
        self._default = next(
            (
                key
                for key, style in self._styles.items()
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true")
            ),
            "",
        )
        defaults = root.find(f"{W}docDefaults") if root is not None else None
        self._run_defaults = _find(defaults, f"{W}rPrDefault/{W}rPr")
        self._paragraph_defaults = _find(defaults, f"{W}pPrDefault/{W}pPr")
        self._theme = _theme_fonts(package)

    @property
    def default_look(self) -> RunLook:
        """How text looks that says nothing of itself."""
        return self.run_look([self._run_defaults, *self._chain(self._default, "rPr")])

    def _chain(self, style: str | None, part: str) -> list[etree._Element]:
        """The settings ``part`` of a style and those it is based on, from the most general to the style."""
        known = self._chains.get((style, part))
        if known is not None:
            return known
        found: list[etree._Element] = []
        at = style
        for _ in range(MOST_STEPS):
            element = self._styles.get(at or "")
            if element is None:
                break
            settings = element.find(f"{W}{part}")
            if settings is not None:
                found.insert(0, settings)
            at = _value(element.find(f"{W}basedOn"))
        self._chains[style, part] = found
        return found

    def paragraph_settings(self, properties: etree._Element | None) -> list[etree._Element]:
        """All paragraph settings that apply, from the most general to the direct ones."""
        style = _value(_find(properties, f"{W}pStyle")) or self._default
        return [
            e for e in (self._paragraph_defaults, *self._chain(style, "pPr"), properties) if e is not None
        ]

    def run_settings(
        self, paragraph: etree._Element | None, run: etree._Element | None
    ) -> list[etree._Element]:
        """All run settings that apply. ``paragraph``, ``run``: their direct properties."""
        style = _value(_find(paragraph, f"{W}pStyle")) or self._default
        character = _value(_find(run, f"{W}rStyle"))
        chain = [self._run_defaults, *self._chain(style, "rPr"), *self._chain(character, "rPr"), run]
        return [element for element in chain if element is not None]

    def table_settings(self, properties: etree._Element | None) -> list[etree._Element]:
        """All table settings that apply."""
        style = _value(_find(properties, f"{W}tblStyle"))
        return [e for e in (*self._chain(style, "tblPr"), properties) if e is not None]

    def shades_rows(self, properties: etree._Element | None) -> bool:
        """Whether the table's style fills some of its cells, which ones being Word's affair."""
        style = _value(_find(properties, f"{W}tblStyle"))
        for _ in range(MOST_STEPS):
            element = self._styles.get(style or "")
            if element is None:
                return False
            if element.find(f".//{W}shd") is not None:
                return True
            style = _value(element.find(f"{W}basedOn"))
        return False

    def run_look(self, settings: list[Any]) -> RunLook:
        """The look that the settings add up to."""
        look = RunLook()
        for element in settings:
            if element is not None:
                look = self._with(look, element)
        return look

    def _with(self, look: RunLook, settings: etree._Element) -> RunLook:
        changes: dict[str, Any] = {
            name: _is_on(settings.find(f"{W}{tag}"))
            for name, tag in (
                ("bold", "b"),
                ("italic", "i"),
                ("underline", "u"),
                ("strike", "strike"),
                ("caps", "caps"),
                ("small_caps", "smallCaps"),
            )
            if settings.find(f"{W}{tag}") is not None
        }
        raised = _value(settings.find(f"{W}vertAlign"))
        if raised is not None:
            changes["raised"] = raised if raised in ("superscript", "subscript") else ""
        size = number(_value(settings.find(f"{W}sz")))
        if size:
            changes["size"] = min(size, 400)
        colour = settings.find(f"{W}color")
        if colour is not None:
            changes["colour"] = hexadecimal(_value(colour))
        font = self._font(settings.find(f"{W}rFonts"))
        if font:
            changes["font"] = font
        return replace(look, **changes)

    def _font(self, fonts: etree._Element | None) -> str:
        if fonts is None:
            return ""
        theme = fonts.get(f"{W}asciiTheme", "")
        name = self._theme.get(theme[:5], "") if theme else fonts.get(f"{W}ascii", fonts.get(f"{W}hAnsi", ""))
        return name if name in FONTS else ""


def ink(settings: list[etree._Element]) -> Ink:
    """What the run settings say about being seen."""
    result = Ink()
    for element in settings:
        for tag in ("vanish", "webHidden", "specVanish"):
            found = element.find(f"{W}{tag}")
            if found is not None:
                result = replace(result, vanished=_is_on(found))
        colour = element.find(f"{W}color")
        if colour is not None:
            result = replace(result, colour=hexadecimal(_value(colour)))
        fill = fill_of(element)
        if fill:
            result = replace(result, fill=fill)
        size = number(_value(element.find(f"{W}sz")))
        if size:
            result = replace(result, size=size)
    return result


def fill_of(properties: etree._Element) -> str:
    """The fill behind something: six hexadecimal figures, ``"?"`` when there is one of unknown colour."""
    highlight = _value(properties.find(f"{W}highlight"))
    if highlight and highlight not in ("none", "white"):
        return "?"
    shade = properties.find(f"{W}shd")
    if shade is None:
        return ""
    pattern, fill = _value(shade) or "clear", shade.get(f"{W}fill", "auto")
    if pattern not in ("clear", "nil") or shade.get(f"{W}themeFill"):
        return "?"
    return hexadecimal(fill)


def paragraph_look(settings: list[etree._Element], heading: int) -> ParagraphLook:
    """The look that the paragraph settings add up to."""
    values: dict[str, Any] = {"heading": heading}
    tabs: dict[int, tuple[int, str, str]] = {}
    for element in settings:
        values.update(_paragraph_values(element))
        tabs.update((tab[0], tab) for tab in _tabs(element))
        for cleared in element.findall(f"{W}tabs/{W}tab[@{W}val='clear']"):
            tabs.pop(number(cleared.get(f"{W}pos")) or 0, None)
    return ParagraphLook(**values, tabs=tuple(tabs[position] for position in sorted(tabs)))


def _paragraph_values(element: etree._Element) -> dict[str, Any]:
    values: dict[str, Any] = {}
    align = _value(element.find(f"{W}jc"))
    if align in ("left", "start", "center", "right", "end", "both", "distribute"):
        values["align"] = {"start": "left", "end": "right", "distribute": "both"}.get(align, align)
    values.update(_lengths(element.find(f"{W}ind"), _INDENTS))
    spacing = element.find(f"{W}spacing")
    values.update(_lengths(spacing, _SPACINGS))
    if spacing is not None and spacing.get(f"{W}lineRule") in ("auto", "exact", "atLeast"):
        values["line_rule"] = spacing.get(f"{W}lineRule")
    borders = element.find(f"{W}pBdr")
    if borders is not None:
        values["rules"] = tuple(
            side
            for side in ("top", "bottom")
            if (_value(borders.find(f"{W}{side}")) or "none") not in ("none", "nil")
        )
    for name, tag in (("page_break", "pageBreakBefore"), ("keep_next", "keepNext")):
        if element.find(f"{W}{tag}") is not None:
            values[name] = _is_on(element.find(f"{W}{tag}"))
    return values


_INDENTS = {"left": ("left", 1), "start": ("left", 1), "right": ("right", 1), "end": ("right", 1)} | {
    "firstLine": ("first", 1),
    "hanging": ("first", -1),
}
_SPACINGS = {"before": ("before", 1), "after": ("after", 1), "line": ("line", 1)}
FARTHEST = 31_680
"""Twips; the longest length Word takes (22 inches)."""


def _lengths(element: etree._Element | None, names: dict[str, tuple[str, int]]) -> dict[str, int]:
    values = {}
    for attribute, (name, sign) in names.items():
        length = number(element.get(f"{W}{attribute}")) if element is not None else None
        if length is not None:
            values[name] = max(-FARTHEST, min(FARTHEST, sign * length))
    return values


def _tabs(element: etree._Element) -> Iterator[tuple[int, str, str]]:
    for tab in element.findall(f"{W}tabs/{W}tab"):
        position, kind = number(tab.get(f"{W}pos")), tab.get(f"{W}val")
        if position is None or kind not in ("left", "start", "center", "right", "end", "decimal", "num"):
            continue
        leader = tab.get(f"{W}leader", "none")
        kind = {"start": "left", "num": "left", "end": "right"}.get(kind, kind)
        yield position, kind, leader if leader in ("dot", "hyphen", "underscore") else "none"


def _theme_fonts(package: Package) -> dict[str, str]:
    """The theme's fonts by the first letters of the names that styles use (``major``, ``minor``)."""
    for name in package.related("theme"):
        root = package.xml(name)
        if root is None:
            continue
        return {
            kind: (found.get("typeface") or "")
            if (found := root.find(f".//{A}{kind}Font/{A}latin")) is not None
            else ""
            for kind in ("major", "minor")
        }
    return {}


def _alike(colour: str, ground: str) -> bool:
    pairs = zip(bytes.fromhex(colour), bytes.fromhex(ground), strict=True)
    return all(abs(one - other) < LIKE_PAPER for one, other in pairs)


def hexadecimal(value: str | None) -> str:
    """A colour as six figures; empty for ``auto`` and anything else."""
    return value.upper() if value and re.fullmatch(r"[0-9A-Fa-f]{6}", value) else ""


def number(value: str | None) -> int | None:
    """A whole number of the format (also as ``12.0`` or ``6pt``); None for anything else."""
    if value is None:
        return None
    found = re.fullmatch(r"(-?\d{1,7})(?:\.\d+)?(pt)?", value)
    return int(found[1]) * (20 if found[2] else 1) if found else None


def _find(element: etree._Element | None, path: str) -> etree._Element | None:
    return element.find(path) if element is not None else None


def _value(element: etree._Element | None) -> str | None:
    return element.get(f"{W}val") if element is not None else None


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and (_value(element) or "1") not in OFF
