"""The looks of cells → the styles of a copy. What is not written here does not exist in it."""

from collections.abc import Hashable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from lxml import etree

from terbuka.documents.docx.colours import BLACK, WHITE, stands_out
from terbuka.documents.docx.flow import RunLook
from terbuka.documents.xlsx.styles import SIDES, USUAL_SIZE, CellLook

S_NAME = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R_NAME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
S, R = f"{{{S_NAME}}}", f"{{{R_NAME}}}"
USUAL_FONT = "Calibri"
OWN_FORMATS = 164
"""The first number of a format that programs do not know."""


def element(tag: str, *children: etree._Element | None, **attributes: object) -> etree._Element:
    """An element of SpreadsheetML; attributes and children that are None are left out."""
    made = etree.Element(S + tag, nsmap={None: S_NAME, "r": R_NAME})
    for name, value in attributes.items():
        if value is not None:
            made.set(name, str(value))
    made.extend(child for child in children if child is not None)
    return made


class Looks:
    """Numbers the looks that the cells of a copy ask for. ``bar``: that of a label, white on black, so that
    it reads as a bar; the second style of every copy."""

    def __init__(self, default: RunLook) -> None:
        self._fonts, self._fills, self._borders = _Numbers(), _Numbers(), _Numbers()
        self._codes, self._looks = _Numbers(), _Numbers()
        self._known: dict[CellLook, int] = {}
        self._fills.of("")
        self._fills.of("gray125")  # programs take the second fill for this one, whatever it is
        self.number(CellLook(default))
        label = RunLook(bold=True, size=default.size or USUAL_SIZE, font=default.font, colour=WHITE)
        self.bar = self.number(CellLook(label, fill=BLACK))

    def number(self, look: CellLook) -> int:
        """The number of the style that a cell of this look has."""
        if look not in self._known:
            self._known[look] = self._number(look)
        return self._known[look]

    def _number(self, look: CellLook) -> int:
        font = self._fonts.of(readable(look.font, look.fill))
        fill = self._fills.of(look.fill)
        border = self._borders.of(look.borders)
        code = self._codes.of(look.code) if look.code != "General" else -1
        return self._looks.of((font, fill, border, code, look.across, look.down, look.wraps))

    def styles(self) -> etree._Element:
        """The part of the styles."""
        codes = [element("numFmt", numFmtId=OWN_FORMATS + n, formatCode=c) for n, c in enumerate(self._codes)]
        return element(
            "styleSheet",
            element("numFmts", *codes, count=len(codes)) if codes else None,
            _counted("fonts", [font(look, "name") for look in self._fonts]),
            _counted("fills", [_fill(colour) for colour in self._fills]),
            _counted("borders", [_border(lines) for lines in self._borders] or [_border(())]),
            _counted("cellStyleXfs", [element("xf", numFmtId=0, fontId=0, fillId=0, borderId=0)]),
            _counted("cellXfs", [_format(*look) for look in self._looks]),
            _counted("cellStyles", [element("cellStyle", name="Normal", xfId=0, builtinId=0)]),
        )


@cache
def readable(font: RunLook, fill: str) -> RunLook:
    """The font in a colour that can be read on ``fill``: behind a cell may have been more than its own."""
    colours = (font.colour or BLACK, BLACK, WHITE)
    colour = next(colour for colour in colours if stands_out(colour, fill or WHITE))
    return replace(font, colour=colour if font.colour or colour != BLACK else "")


class _Numbers:
    """Gives each thing a number, the first one 0, and each equal one the same."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}

    def of(self, thing: Hashable) -> int:
        return self._numbers.setdefault(thing, len(self._numbers))

    def __iter__(self) -> Iterator[Any]:
        return iter(self._numbers)


def font(look: RunLook, name: str, tag: str = "font") -> etree._Element:
    """The look of letters. ``name``: the tag under which the typeface stands, which differs in runs."""
    return element(
        tag,
        element("b") if look.bold else None,
        element("i") if look.italic else None,
        element("strike") if look.strike else None,
        element("u") if look.underline else None,
        element("vertAlign", val=look.raised) if look.raised else None,
        element("sz", val=f"{look.size / 2:g}"),
        element("color", rgb=f"FF{look.colour}") if look.colour else None,
        element(name, val=look.font or USUAL_FONT),
    )


def _counted(tag: str, made: list[etree._Element]) -> etree._Element:
    return element(tag, *made, count=len(made))


def _fill(colour: str) -> etree._Element:
    if colour in ("", "gray125"):
        return element("fill", element("patternFill", patternType=colour or "none"))
    return element("fill", element("patternFill", element("fgColor", rgb=f"FF{colour}"), patternType="solid"))


def _border(lines: tuple[tuple[str, str], ...]) -> etree._Element:
    kinds = dict(lines)
    sides = [element(side, style=kinds.get(side)) for side in SIDES]
    return element("border", *sides, element("diagonal"))


def _format(
    font: int, fill: int, border: int, code: int, across: str, down: str, wraps: bool
) -> etree._Element:
    alignment = element(
        "alignment", horizontal=across or None, vertical=down or None, wrapText=1 if wraps else None
    )
    return element(
        "xf",
        alignment if len(alignment.attrib) else None,
        numFmtId=OWN_FORMATS + code if code >= 0 else 0,
        fontId=font,
        fillId=fill,
        borderId=border,
        xfId=0,
        applyNumberFormat=1,
        applyFont=1,
        applyFill=1,
        applyBorder=1,
        applyAlignment=1,
    )
