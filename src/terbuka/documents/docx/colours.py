"""Colours of a DOCX as a reader sees them: plain, of the theme, mixed by a pattern.

And whether letters of one stand out from another.
"""

import colorsys
from collections.abc import Iterator
from typing import Final

from lxml import etree

from terbuka.documents.docx.package import Package, W

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
BLACK, WHITE = "000000", "FFFFFF"
LEAST_CONTRAST = 1.35
"""Of WCAG's ratio, 1 to 21. Black on navy, the darkest highlight after black, has 1.31 and is a bar; the
lightest grey that Word's palette offers for reading, white darker by 15 %, has 1.41 on paper."""

HIGHLIGHTS: Final = {
    "black": BLACK, "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF",
    "red": "FF0000", "yellow": "FFFF00", "white": WHITE, "darkBlue": "000080", "darkCyan": "008080",
    "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
    "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
OFFICE: Final = {
    "dk1": BLACK, "lt1": WHITE, "dk2": "44546A", "lt2": "E7E6E6", "accent1": "4472C4", "accent2": "ED7D31",
    "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47", "hlink": "0563C1",
    "folHlink": "954F72",
}  # fmt: skip
"""The theme that Word takes where a document has none."""
MAPPED: Final = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"}
NAMES: Final = {
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "hyperlink": "hlink",
    "followedHyperlink": "folHlink", "background1": "bg1", "text1": "t1", "background2": "bg2", "text2": "t2",
    "tx1": "t1", "tx2": "t2",
}  # fmt: skip
PATTERNS: Final = {"clear": 0.0, "nil": 0.0, "solid": 1.0}


class Colours:
    """The colours of one package."""

    def __init__(self, package: Package) -> None:
        self._scheme: dict[str, str] = dict(OFFICE)
        for name in package.related("theme"):
            self._scheme.update(_scheme(package.xml(name)))
        mapping = dict(MAPPED)
        self._shows_background = False
        for name in package.related("settings"):
            settings = package.xml(name)
            if settings is None:
                continue
            self._shows_background = settings.find(f"{W}displayBackgroundShape") is not None
            for mapped in settings.findall(f"{W}clrSchemeMapping"):
                mapping.update({key: mapped.get(f"{W}{key}", mapping[key]) for key in MAPPED})
        self._scheme |= {key: self._scheme.get(NAMES.get(name, name), "") for key, name in mapping.items()}

    def page(self, document: etree._Element) -> str:
        """The colour of the page."""
        background = document.find(f"{W}background")
        if background is None or not self._shows_background:
            return WHITE
        return self.of(background, "color") or WHITE

    def of(self, element: etree._Element, plain: str = "val", theme: str = "theme") -> str:
        """Six figures; empty for the automatic colour.

        ``plain``: the attribute of the plain colour; ``theme``: how those of the theme's colour begin.
        """
        name = "Color" if theme == "theme" else ""
        scheme = self._named(element.get(f"{W}{theme}{name}", ""))
        if not scheme:
            return hexadecimal(element.get(f"{W}{plain}"))
        return _lightened(
            scheme, _share(element.get(f"{W}{theme}Tint")), _share(element.get(f"{W}{theme}Shade"))
        )

    def fill(self, shade: etree._Element | None, behind: str) -> str:
        """What a shading puts over the colour ``behind``."""
        if shade is None:
            return behind
        fill = self.of(shade, "fill", "themeFill") or behind
        pattern = shade.get(f"{W}val", "clear")
        share = PATTERNS.get(pattern)
        if share is None:
            share = int(pattern[3:]) / 100 if pattern[3:].isdecimal() else 0.5
        return mixed(self.of(shade, "color") or BLACK, fill, share)

    def drawn(self, fill: etree._Element, behind: str) -> Iterator[str]:
        """The colours of a fill as drawings have them, also of letters."""
        for element in fill.iter(f"{A}srgbClr", f"{A}schemeClr", f"{W14}srgbClr", f"{W14}schemeClr"):
            name = element.get("val", element.get(f"{W14}val", ""))
            colour = hexadecimal(name) or self._named(name)
            if not colour:
                continue
            changes = {_local(change): _thousandths(change) for change in element}
            opacity = changes.get("alpha", 1.0)
            if "alpha" in changes and str(element.tag).startswith(W14):
                opacity = 1 - opacity  # of letters it is said how transparent they are
            hue, light, saturation = _hls(colour)
            light = light * changes.get("lumMod", 1.0) + changes.get("lumOff", 0.0)
            colour = _figures(colorsys.hls_to_rgb(hue, max(0.0, min(1.0, light)), saturation))
            colour = _lightened(colour, changes.get("tint", 1.0), changes.get("shade", 1.0))
            yield mixed(colour, behind, opacity)

    def _named(self, name: str) -> str:
        return self._scheme.get(NAMES.get(name, name), "")


def stands_out(colour: str, ground: str) -> bool:
    """Whether letters of a colour can be read on the other."""
    lighter, darker = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05) >= LEAST_CONTRAST


def mixed(colour: str, behind: str, share: float) -> str:
    """``share`` of a colour over another."""
    pairs = zip(_parts(colour), _parts(behind), strict=True)
    return _figures(tuple(one * share + other * (1 - share) for one, other in pairs))


def hexadecimal(value: str | None) -> str:
    """A colour as six figures; empty for ``auto`` and anything else."""
    is_colour = value and len(value) == 6 and all(figure in "0123456789abcdefABCDEF" for figure in value)
    return value.upper() if value and is_colour else ""


def _scheme(theme: etree._Element | None) -> Iterator[tuple[str, str]]:
    scheme = theme.find(f".//{A}clrScheme") if theme is not None else None
    for colour in scheme if scheme is not None else ():
        for given in colour:
            value = hexadecimal(given.get("lastClr", given.get("val")))
            if value:
                yield _local(colour), value


def _lightened(colour: str, tint: float, shade: float) -> str:
    hue, light, saturation = _hls(colour)
    return _figures(colorsys.hls_to_rgb(hue, light * shade * tint + 1 - tint, saturation))


def _share(value: str | None) -> float:
    try:
        return min(255, int(value or "FF", 16)) / 255
    except ValueError:
        return 1.0


def _thousandths(element: etree._Element) -> float:
    value = element.get("val", element.get(f"{W14}val", ""))
    return min(1.0, int(value) / 100_000) if value.isdecimal() else 1.0


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _parts(colour: str) -> tuple[float, ...]:
    return tuple(part / 255 for part in bytes.fromhex(colour))


def _hls(colour: str) -> tuple[float, float, float]:
    red, green, blue = _parts(colour)
    return colorsys.rgb_to_hls(red, green, blue)


def _figures(parts: tuple[float, ...]) -> str:
    return "".join(f"{max(0, min(255, round(part * 255))):02X}" for part in parts)


def _luminance(colour: str) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
