"""Colours of a workbook as a reader sees them: plain, of the palette, of the theme, lighter and darker."""

import colorsys

from lxml import etree

from terbuka.documents.docx.colours import BLACK, OFFICE, WHITE, A, hexadecimal, mixed
from terbuka.documents.package import Package
from terbuka.documents.xlsx.names import S, is_true, measure, whole

THEME = (
    "lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink",
    "folHlink",
)  # fmt: skip
"""In the order of their numbers in a workbook."""
_FIGURES = (
    "000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF"
    "800000008000000080808000800080008080C0C0C08080809999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF"
    "000080FF00FFFFFF0000FFFF8000808000000080800000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC99"
    "3366FF33CCCC99CC00FFCC00FF9900FF6600666699969696003366339966003300333300993300993366333399333333"
)
PALETTE = [_FIGURES[at : at + 6] for at in range(0, len(_FIGURES), 6)]
"""Of workbooks that bring none of their own."""
SHADES = {"gray125": 0.125, "gray0625": 0.0625, "lightGray": 0.25, "mediumGray": 0.5, "darkGray": 0.75}
WINDOW = 65
"""The number of the colour of empty paper; the one before it is that of letters, the automatic one."""
HALF = 0.5
"""Of the ground that a pattern of lines covers, more or less."""


class Colours:
    """The colours of one workbook. ``styles``: the root of its styles."""

    def __init__(self, package: Package, styles: etree._Element | None) -> None:
        self._theme = dict(OFFICE)
        for name in package.related("theme"):
            self._theme.update(_scheme(package.xml(name)))
        given = styles.findall(f"{S}colors/{S}indexedColors/{S}rgbColor") if styles is not None else []
        own = [hexadecimal(colour.get("rgb", "")[-6:]) or BLACK for colour in given]
        self._palette = own + PALETTE[len(own) :]

    def of(self, element: etree._Element | None) -> str:
        """Six figures; empty for the automatic colour."""
        if element is None or is_true(element.get("auto")):
            return ""
        colour = hexadecimal((element.get("rgb") or "")[-6:])
        if element.get("theme") is not None:
            number = whole(element.get("theme"), -1)
            colour = self._theme.get(THEME[number], "") if 0 <= number < len(THEME) else ""
        elif element.get("indexed") is not None:
            number = whole(element.get("indexed"), -1)
            colour = self._palette[number] if 0 <= number < len(self._palette) else ""
            colour = WHITE if number == WINDOW else colour
        tint = measure(element.get("tint")) or 0.0
        return _tinted(colour, max(-1.0, min(1.0, tint))) if colour and tint else colour

    def fill(self, fill: etree._Element | None) -> str:
        """What lies behind a cell; empty where nothing does."""
        pattern = fill.find(f"{S}patternFill") if fill is not None else None
        if pattern is None:
            stops = fill.findall(f"{S}gradientFill/{S}stop/{S}color") if fill is not None else []
            colours = [self.of(stop) or WHITE for stop in stops]
            return mixed(colours[0], colours[-1], HALF) if colours else ""
        kind = pattern.get("patternType", "none")
        if kind == "none":
            return ""
        fore, back = (self.of(pattern.find(f"{S}{which}")) for which in ("fgColor", "bgColor"))
        if kind == "solid":
            return fore or BLACK
        return mixed(fore or BLACK, back or WHITE, SHADES.get(kind, HALF))


def _scheme(theme: etree._Element | None) -> dict[str, str]:
    found = theme.find(f".//{A}clrScheme") if theme is not None else None
    colours = {}
    for colour in found if found is not None else ():
        for given in colour:
            value = hexadecimal(given.get("lastClr", given.get("val")))
            if value:
                colours[str(colour.tag).rpartition("}")[2]] = value
    return colours


def _tinted(colour: str, tint: float) -> str:
    red, green, blue = (part / 255 for part in bytes.fromhex(colour))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    parts = colorsys.hls_to_rgb(hue, light, saturation)
    return "".join(f"{round(part * 255):02X}" for part in parts)
