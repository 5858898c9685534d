"""What a table's style says of each of its cells: colours behind and letters, by row, column and band."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from terbuka.documents.docx.package import W
from terbuka.documents.docx.values import OFF, is_on, merged, number, value

FLAGS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
USUAL = "04A0"
"""Head row, first column, rows in bands: what Word gives a new table."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a cell stands: its row and column, and how many there are."""

    row: int
    rows: int
    column: int
    columns: int


class TableStyle:
    """``chain``: the style and those it is based on, the most general first. ``look``: the parts in use."""

    def __init__(self, chain: Sequence[etree._Element], look: etree._Element | None) -> None:
        self._chain = chain
        self._flags = _flags(look)
        bands = [value(style.find(f"{W}tblPr/{W}tblStyleRowBandSize")) for style in chain]
        self._rows_in_band = max(1, next((number(size) or 1 for size in reversed(bands) if size), 1))

    def settings(self, spot: Spot, part: str) -> tuple[etree._Element, ...]:
        """The settings ``part`` (``rPr``, ``pPr``, ``tcPr``, ``trPr``) of a cell, from the general."""
        return tuple(element for _, element in self.regions(spot, part))

    def regions(self, spot: Spot, part: str) -> Iterator[tuple[str, etree._Element]]:
        """The same with the parts of the style that say them."""
        found = [("wholeTable", style.find(f"{W}{part}")) for style in self._chain]
        found += [
            (kind, conditional.find(f"{W}{part}"))
            for kind in self._kinds(spot)
            for style in self._chain
            for conditional in style.findall(f"{W}tblStylePr")
            if conditional.get(f"{W}type") == kind
        ]
        return ((kind, element) for kind, element in found if element is not None)

    def _kinds(self, spot: Spot) -> Iterator[str]:
        """The parts of the style that the cell belongs to; a later one goes before."""
        on = self._flags
        first, last = on["firstRow"] and spot.row == 0, on["lastRow"] and spot.row == spot.rows - 1
        left = on["firstColumn"] and spot.column == 0
        right = on["lastColumn"] and spot.column == spot.columns - 1
        yield "wholeTable"
        if not on["noVBand"] and not left and not right:
            yield "band2Vert" if (spot.column - on["firstColumn"]) % 2 else "band1Vert"
        if not on["noHBand"] and not first and not last:
            band = (spot.row - on["firstRow"]) // self._rows_in_band
            yield "band2Horz" if band % 2 else "band1Horz"
        ends = {"firstCol": left, "lastCol": right, "firstRow": first, "lastRow": last}
        yield from (kind for kind, is_there in ends.items() if is_there)
        for row, side in ((first, "n"), (last, "s")):
            for column, end in ((left, "w"), (right, "e")):
                if row and column:
                    yield f"{side}{end}Cell"


def is_hidden_row(settings: Sequence[etree._Element]) -> bool:
    """Whether a row is said to be hidden."""
    return is_on(merged(settings).get(f"{W}hidden"))


def padding(settings: etree._Element, usual: int) -> int:
    """Twips that the settings of a table leave beside the text of its cells: the wider side."""
    margins = settings.find(f"{W}tblCellMar")
    if margins is None:
        return usual
    sides = [margins.find(f"{W}{side}") for side in ("left", "start", "right", "end")]
    given = [number(side.get(f"{W}w")) for side in sides if side is not None]
    return max((max(0, twips) for twips in given if twips is not None), default=usual)


def _flags(look: etree._Element | None) -> dict[str, bool]:
    bits = (look.get(f"{W}val") if look is not None else None) or USUAL
    try:
        given = int(bits, 16)
    except ValueError:
        given = int(USUAL, 16)
    flags = {name: bool(given & bit) for name, bit in FLAGS.items()}
    for name in FLAGS:
        said = look.get(f"{W}{name}") if look is not None else None
        if said is not None:
            flags[name] = said not in OFF
    return flags
