"""Where a paragraph, a table or a text box stands: off the page, nobody sees it, though the file has it."""

import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from itertools import takewhile

from lxml import etree

from terbuka.documents.docx.colours import BLACK, WHITE, A, Colours
from terbuka.documents.docx.flow import ParagraphLook
from terbuka.documents.docx.package import W
from terbuka.documents.docx.sight import NO_ROOM, narrower
from terbuka.documents.docx.values import length, number

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
V = "{urn:schemas-microsoft-com:vml}"
OVERHANG = 360
"""Twips, a quarter of an inch, by which text may begin beside the paper: a letterhead does, a little."""
SIDES = ("left", "start", "right", "end", "firstLine", "hanging")
MOST_LETTERS = 10_000
"""Hundredths of a letter: no indent has a hundred."""
EMU = 635
"""Of drawings, in a twip."""
LINE = 240
"""What a line of single spacing counts."""
VML_UNITS = {"pt": 20, "in": 1440, "cm": 567, "mm": 57, "pc": 240, "px": 15}


@dataclass(frozen=True, slots=True)
class Paper:
    """The page that a block stands on, in twips."""

    width: int = 11906
    height: int = 16838
    left: int = 1440
    right: int = 1440
    top: int = 1440

    def takes(self, look: ParagraphLook, indent: etree._Element | None) -> bool:
        """Whether the lines of a paragraph begin, end or are centred on the paper."""
        if indent is not None and any(
            abs(number(indent.get(f"{W}{side}Chars")) or 0) > MOST_LETTERS for side in SIDES
        ):
            return False
        left, right = self.left + look.left, self.width - self.right - look.right
        if look.align == "center":
            return 0 <= (left + right) / 2 <= self.width
        if look.align == "right":
            return 0 <= right <= self.width + OVERHANG
        return all(-OVERHANG <= start <= self.width for start in (left, left + look.first))

    def has(self, element: etree._Element | None, prefix: str) -> bool:
        """Whether a frame (``prefix`` empty) or a floating table (``tblp``) lies on the paper."""
        if element is None:
            return True
        x = number(element.get(f"{W}{prefix + 'X' if prefix else 'x'}")) or 0
        y = number(element.get(f"{W}{prefix + 'Y' if prefix else 'y'}")) or 0
        anchors = ("horzAnchor", "vertAnchor") if prefix else ("hAnchor", "vAnchor")
        across, down = (element.get(f"{W}{anchor}", "text") for anchor in anchors)
        x += 0 if across == "page" else self.left
        y += {"page": 0, "margin": self.top}.get(down, 0)
        width, height = number(element.get(f"{W}w")) or 0, number(element.get(f"{W}h")) or 0
        floor = 0 if down != "text" else -self.height  # where the text stands is not known
        return x + width > -OVERHANG and x < self.width and floor - OVERHANG < y + height and y < self.height

    def has_table(self, left: int, width: int) -> bool:
        """Whether a table in the text lies on the paper."""
        return self.left + left < self.width and self.left + left + width > 0


def paper_of(section: etree._Element) -> Paper:
    """The paper of a section."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    given = [(size, "w"), (size, "h"), (margins, "left"), (margins, "right"), (margins, "top")]
    lengths = [
        length(element, name, usual) if element is not None else usual
        for (element, name), usual in zip(given, astuple(Paper()), strict=True)
    ]
    return Paper(*lengths)


def room_of(look: ParagraphLook, frame: etree._Element | None, around: int) -> int:
    """Twips that a line of the paragraph has; 0 where it is not bound."""
    room = around
    if look.line_rule == "exact":
        room = narrower(room, max(1, look.line))
    elif look.line_rule in ("", "auto") and 0 < look.line * 3 < LINE:
        room = 1
    if frame is not None and frame.get(f"{W}hRule") == "exact":
        room = narrower(room, max(1, number(frame.get(f"{W}h")) or 0))
    return room


def is_box_seen(box: etree._Element, paper: Paper) -> bool:
    """Whether a text box has a size and lies on the paper."""
    for holder in _holders(box):
        if holder.tag in (f"{WP}anchor", f"{WP}inline") and not _is_drawing_seen(holder, paper):
            return False
        if str(holder.tag).startswith(V) and not _is_shape_seen(holder.get("style", ""), paper):
            return False
    return True


def ground_of(box: etree._Element, colours: Colours, behind: str) -> str:
    """The colour behind the text of a box."""
    for holder in _holders(box):
        if holder.tag == f"{WPS}wsp":
            properties = holder.find(f"{WPS}spPr")
            fill = properties.find(f"{A}solidFill") if properties is not None else None
            styled = holder.find(f"{WPS}style/{A}fillRef")
            if fill is None and properties is not None and properties.find(f"{A}noFill") is None:
                fill = styled
            return next(colours.drawn(fill, behind), behind) if fill is not None else behind
        if str(holder.tag).startswith(V) and holder.get("fillcolor"):
            return _plain(holder.get("fillcolor", "")) or behind
    return behind


def _holders(box: etree._Element) -> Iterator[etree._Element]:
    """What a text box stands in, within its run."""
    return takewhile(lambda holder: holder.tag != f"{W}r", box.iterancestors())


def _is_drawing_seen(anchor: etree._Element, paper: Paper) -> bool:
    extent, properties = anchor.find(f"{WP}extent"), anchor.find(f"{WP}docPr")
    if properties is not None and properties.get("hidden") in ("1", "true"):
        return False
    width, height = (_emu(extent.get(side), LINE) if extent is not None else LINE for side in ("cx", "cy"))
    x, y = (_offset(anchor.find(f"{WP}{axis}")) for axis in ("positionH", "positionV"))
    return (
        min(width, height) > NO_ROOM
        and -paper.left < x + width
        and x < paper.width
        and -paper.height < y + height
        and y < paper.height
    )


def _offset(position: etree._Element | None) -> int:
    return _emu(position.findtext(f"{WP}posOffset"), 0) if position is not None else 0


def _emu(size: str | None, unsaid: int) -> int:
    """Twips."""
    return int(size) // EMU if size and re.fullmatch(r"-?\d{1,12}", size) else unsaid


def _is_shape_seen(style: str, paper: Paper) -> bool:
    said = {key: value.strip() for key, value in re.findall(r"([\w-]+)\s*:\s*([^;]+)", style.lower())}
    if said.get("visibility") == "hidden" or said.get("display") == "none":
        return False
    width, height = (_twips(said.get(side), LINE) for side in ("width", "height"))
    x = _twips(said.get("left"), 0) + _twips(said.get("margin-left"), 0)
    y = _twips(said.get("top"), 0) + _twips(said.get("margin-top"), 0)
    return min(width, height) > NO_ROOM and abs(x) < paper.width + paper.left and abs(y) < paper.height


def _twips(size: str | None, unsaid: int) -> int:
    """A length with its unit; one without counts in the units of a group, which are anything."""
    found = re.fullmatch(r"(-?\d{0,6}(?:\.\d+)?)([a-z]+)", size or "")
    if found is None or not found[1].strip("-"):
        return unsaid
    return round(float(found[1]) * VML_UNITS.get(found[2], 20))


def _plain(colour: str) -> str:
    """A colour as VML has it, with a remark behind it: ``#4472c4 [3204]``."""
    found = re.match(r"#([0-9a-fA-F]{6})\b", colour)
    return found[1].upper() if found else {"white": WHITE, "black": BLACK}.get(colour.split(" ")[0], "")
