"""Styles of a workbook: what a cell looks like by the number of its format. Their names are never kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import TypeVar

from lxml import etree

from terbuka.documents.docx.colours import BLACK, WHITE, stands_out
from terbuka.documents.docx.flow import RunLook
from terbuka.documents.docx.sight import TINY
from terbuka.documents.docx.styles import FONTS
from terbuka.documents.package import Package
from terbuka.documents.xlsx.colours import Colours
from terbuka.documents.xlsx.names import S, is_true, measure, whole
from terbuka.documents.xlsx.numbers import BUILT_IN, GENERAL, shown

Made = TypeVar("Made")

BORDERS = frozenset(
    {
        "thin", "medium", "thick", "double", "hair", "dotted", "dashed", "dashDot", "dashDotDot",
        "mediumDashed", "mediumDashDot", "mediumDashDotDot", "slantDashDot",
    }
)  # fmt: skip
SIDES = ("left", "right", "top", "bottom")
ALIGNMENTS = {"left", "center", "right", "justify", "centerContinuous"}
STANDINGS = {"top", "center", "justify"}
USUAL_SIZE = 22
"""Half points; the size of letters where none is given."""
USUAL_FONT = RunLook(size=USUAL_SIZE)
LARGEST_SIZE = 818
"""Half points; Excel takes no larger letters."""


@dataclass(frozen=True, slots=True)
class CellLook:
    """How a cell looks. ``code``: of its number format. ``borders``: (side, kind of line)."""

    font: RunLook = USUAL_FONT
    code: str = GENERAL
    fill: str = ""
    borders: tuple[tuple[str, str], ...] = ()
    across: str = ""
    down: str = ""
    wraps: bool = False


@dataclass(frozen=True, slots=True)
class Conditional:
    """What a condition makes of a cell: the colours of its letters and behind it, or whether it hides what
    stands in any cell."""

    fill: str = ""
    hides: bool = False
    colour: str = ""

    def hides_in(self, look: CellLook) -> bool:
        """Whether letters that are seen in a cell are not while the condition is true."""
        font = replace(look.font, colour=self.colour) if self.colour else look.font
        return is_seen(look.font, look.fill) and not is_seen(font, self.fill or look.fill)


class Styles:
    """The styles of one workbook."""

    def __init__(self, package: Package) -> None:
        root = None
        for name in package.related("styles"):
            root = package.xml(name)
        self.colours = Colours(package, root)
        self._codes = dict(BUILT_IN)
        for given in _all(root, "numFmts/numFmt"):
            self._codes[whole(given.get("numFmtId"), -1)] = given.get("formatCode", GENERAL)
        self._fonts = [self.font(font) for font in _all(root, "fonts/font")]
        self._fills = [self.colours.fill(fill) for fill in _all(root, "fills/fill")]
        self._borders = [_borders(border) for border in _all(root, "borders/border")]
        self._conditional = [self._condition(dxf) for dxf in _all(root, "dxfs/dxf")]
        self._looks = [self._look(xf) for xf in _all(root, "cellXfs/xf")] or [CellLook()]

    @property
    def default_font(self) -> RunLook:
        return self._looks[0].font

    def look(self, number: int) -> CellLook:
        """The look of a cell by the number of its style."""
        return self._looks[number if 0 <= number < len(self._looks) else 0]

    def conditional(self, number: str | None) -> Conditional:
        """What a rule does by the number of its format."""
        return _at(self._conditional, number, Conditional()) if number is not None else Conditional()

    def _condition(self, dxf: etree._Element) -> Conditional:
        font, code = dxf.find(f"{S}font"), dxf.find(f"{S}numFmt")
        pattern = dxf.find(f"{S}fill/{S}patternFill")
        # here a plain fill has the colour of its back
        back = self.colours.of(pattern.find(f"{S}bgColor")) if pattern is not None else ""
        fill = back or self.colours.fill(dxf.find(f"{S}fill"))
        colour = self.colours.of(font.find(f"{S}color")) if font is not None else ""
        is_blank = code is not None and not shown(Decimal(1), code.get("formatCode", GENERAL))
        hides = is_blank or bool(colour and not stands_out(colour, fill or WHITE))
        return Conditional(fill, hides, colour)

    def font(self, font: etree._Element, default: RunLook | None = None) -> RunLook:
        """The look of letters; of a run, ``default`` where it says nothing."""
        given = default or USUAL_FONT
        name = font.find(f"{S}name")
        name = font.find(f"{S}rFont") if name is None else name
        size = measure(_value(font, "sz"))
        colour = font.find(f"{S}color")
        typeface = name.get("val", "") if name is not None else given.font
        raised = _value(font, "vertAlign")
        return RunLook(
            bold=_is_on(font, "b"),
            italic=_is_on(font, "i"),
            underline=_is_on(font, "u"),
            strike=_is_on(font, "strike"),
            raised=raised if raised in ("superscript", "subscript") else "",
            size=min(LARGEST_SIZE, round(size * 2)) if size is not None else given.size,
            font=typeface if typeface in FONTS else "",
            colour=self.colours.of(colour) if colour is not None else given.colour,
        )

    def _look(self, xf: etree._Element) -> CellLook:
        alignment = xf.find(f"{S}alignment")
        across, down = ("", "") if alignment is None else (
            alignment.get("horizontal", ""),
            alignment.get("vertical", ""),
        )  # fmt: skip
        return CellLook(
            font=_at(self._fonts, xf.get("fontId"), USUAL_FONT),
            code=self._codes.get(whole(xf.get("numFmtId")), GENERAL),
            fill=_at(self._fills, xf.get("fillId"), ""),
            borders=_at(self._borders, xf.get("borderId"), ()),
            across=across if across in ALIGNMENTS else "",
            down=down if down in STANDINGS else "",
            wraps=alignment is not None and is_true(alignment.get("wrapText")),
        )


@cache
def is_seen(font: RunLook, fill: str, *, is_ground_known: bool = True) -> bool:
    """Whether letters can be read on what lies behind them."""
    if font.size <= TINY:
        return False
    return not is_ground_known or stands_out(font.colour or BLACK, fill or WHITE)


def _all(root: etree._Element | None, path: str) -> list[etree._Element]:
    return root.findall("/".join(f"{S}{tag}" for tag in path.split("/"))) if root is not None else []


def _at(made: Sequence[Made], number: str | None, default: Made) -> Made:
    index = whole(number)
    return made[index] if 0 <= index < len(made) else default


def _value(font: etree._Element, tag: str) -> str | None:
    found = font.find(f"{S}{tag}")
    return found.get("val") if found is not None else None


def _is_on(font: etree._Element, tag: str) -> bool:
    found = font.find(f"{S}{tag}")
    return found is not None and found.get("val", "1").lower() not in ("0", "false", "none", "off")


def _borders(border: etree._Element) -> tuple[tuple[str, str], ...]:
    lines = []
    for side in SIDES:
        line = border.find(f"{S}{side}")
        kind = line.get("style", "none") if line is not None else "none"
        if kind in BORDERS:
            lines.append((side, kind))
    return tuple(lines)
