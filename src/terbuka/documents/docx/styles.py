"""Styles: what a paragraph and its runs look like once defaults, styles and direct settings are added up.

Names of styles are never kept: they may name a person or a case.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from lxml import etree

from terbuka.documents.docx.borders import paragraph_lines
from terbuka.documents.docx.colours import A, Colours
from terbuka.documents.docx.flow import ParagraphLook, RunLook
from terbuka.documents.docx.package import Package, W
from terbuka.documents.docx.tables import TableStyle
from terbuka.documents.docx.values import FARTHEST, is_on, number, value

MOST_STEPS = 20
"""Styles that may be based on one another; a circle must end."""

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
        self._default = self._default_of("paragraph")
        self._default_table = self._default_of("table")
        defaults = root.find(f"{W}docDefaults") if root is not None else None
        self._run_defaults = _find(defaults, f"{W}rPrDefault/{W}rPr")
        self._paragraph_defaults = _find(defaults, f"{W}pPrDefault/{W}pPr")
        self._theme = _theme_fonts(package)
        self.colours = Colours(package)

    def _default_of(self, kind: str) -> str:
        return next(
            (
                key
                for key, style in self._styles.items()
                if style.get(f"{W}type") == kind and style.get(f"{W}default") in ("1", "true")
            ),
            "",
        )

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
            at = value(element.find(f"{W}basedOn"))
        self._chains[style, part] = found
        return found

    def paragraph_settings(
        self, properties: etree._Element | None, of_table: Sequence[etree._Element] = ()
    ) -> list[etree._Element]:
        """All paragraph settings that apply, from the most general to the direct ones."""
        style = value(_find(properties, f"{W}pStyle")) or self._default
        chain = [self._paragraph_defaults, *of_table, *self._chain(style, "pPr"), properties]
        return [element for element in chain if element is not None]

    def run_settings(
        self,
        paragraph: etree._Element | None,
        run: etree._Element | None,
        of_table: Sequence[etree._Element] = (),
    ) -> list[etree._Element]:
        """All run settings that apply. ``paragraph``, ``run``: their direct properties."""
        style = value(_find(paragraph, f"{W}pStyle")) or self._default
        character = value(_find(run, f"{W}rStyle"))
        chain = [
            self._run_defaults,
            *of_table,
            *self._chain(style, "rPr"),
            *self._chain(character, "rPr"),
            run,
        ]
        return [element for element in chain if element is not None]

    def table_settings(self, properties: etree._Element | None) -> list[etree._Element]:
        """All table settings that apply."""
        style = value(_find(properties, f"{W}tblStyle"))
        return [e for e in (*self._chain(style, "tblPr"), properties) if e is not None]

    def table_style(self, properties: etree._Element | None) -> TableStyle:
        """What the table's style says of its cells."""
        chain: list[etree._Element] = []
        at = value(_find(properties, f"{W}tblStyle")) or self._default_table
        while at in self._styles and len(chain) < MOST_STEPS:
            chain.insert(0, self._styles[at])
            at = value(chain[0].find(f"{W}basedOn")) or ""
        return TableStyle(chain, _find(properties, f"{W}tblLook"))

    def run_look(self, settings: list[Any]) -> RunLook:
        """The look that the settings add up to."""
        look = RunLook()
        for element in settings:
            if element is not None:
                look = self._with(look, element)
        return look

    def _with(self, look: RunLook, settings: etree._Element) -> RunLook:
        changes: dict[str, Any] = {
            name: is_on(settings.find(f"{W}{tag}"))
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
        raised = value(settings.find(f"{W}vertAlign"))
        if raised is not None:
            changes["raised"] = raised if raised in ("superscript", "subscript") else ""
        size = number(value(settings.find(f"{W}sz")))
        if size:
            changes["size"] = min(size, 400)
        colour = settings.find(f"{W}color")
        if colour is not None:
            changes["colour"] = self.colours.of(colour)
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


def paragraph_look(settings: list[etree._Element], heading: int, colours: Colours) -> ParagraphLook:
    """The look that the paragraph settings add up to."""
    values: dict[str, Any] = {"heading": heading, "rules": paragraph_lines(settings, colours)}
    tabs: dict[int, tuple[int, str, str]] = {}
    for element in settings:
        values.update(_paragraph_values(element))
        tabs.update((tab[0], tab) for tab in _tabs(element))
        for cleared in element.findall(f"{W}tabs/{W}tab[@{W}val='clear']"):
            tabs.pop(number(cleared.get(f"{W}pos")) or 0, None)
    return ParagraphLook(**values, tabs=tuple(tabs[position] for position in sorted(tabs)))


def _paragraph_values(element: etree._Element) -> dict[str, Any]:
    values: dict[str, Any] = {}
    align = value(element.find(f"{W}jc"))
    if align in ("left", "start", "center", "right", "end", "both", "distribute"):
        values["align"] = {"start": "left", "end": "right", "distribute": "both"}.get(align, align)
    values.update(_lengths(element.find(f"{W}ind"), _INDENTS))
    spacing = element.find(f"{W}spacing")
    values.update(_lengths(spacing, _SPACINGS))
    if spacing is not None and spacing.get(f"{W}lineRule") in ("auto", "exact", "atLeast"):
        values["line_rule"] = spacing.get(f"{W}lineRule")
    for name, tag in (("page_break", "pageBreakBefore"), ("keep_next", "keepNext")):
        if element.find(f"{W}{tag}") is not None:
            values[name] = is_on(element.find(f"{W}{tag}"))
    return values


_INDENTS = {"left": ("left", 1), "start": ("left", 1), "right": ("right", 1), "end": ("right", 1)} | {
    "firstLine": ("first", 1),
    "hanging": ("first", -1),
}
_SPACINGS = {"before": ("before", 1), "after": ("after", 1), "line": ("line", 1)}


def _lengths(element: etree._Element | None, names: dict[str, tuple[str, int]]) -> dict[str, int]:
    values = {}
    for attribute, (name, sign) in names.items():
        given = number(element.get(f"{W}{attribute}")) if element is not None else None
        if given is not None:
            values[name] = max(-FARTHEST, min(FARTHEST, sign * given))
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


def _find(element: etree._Element | None, path: str) -> etree._Element | None:
    return element.find(path) if element is not None else None
