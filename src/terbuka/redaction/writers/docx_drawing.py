"""A picture of a DOCX copy as DrawingML: in the line, with its size on a grid and the places of its bars.

A bar is told in the alternative text by its label, for who cannot see it; where it lies stands in the name,
which nobody reads, for who verifies the copy and has to know a bar.
"""

from lxml import etree

from terbuka.documents.docx.colours import A
from terbuka.documents.docx.flow import Picture
from terbuka.documents.docx.package import R
from terbuka.documents.docx.pictures import PIC, URI
from terbuka.documents.docx.placing import WP
from terbuka.redaction.writers.docx_pictures import Shown

W_NAME = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "image"
GRID = 120
"""Twips, six points: the size of a picture tells nothing finer."""
EMU = 635
"""In a twip."""
NAMES = {"wp": WP[1:-1], "a": A[1:-1], "pic": PIC[1:-1]}


def drawing(picture: Picture, shown: Shown, number: int) -> etree._Element:
    """``number``: of the picture in the copy, from 1, and behind ``RELATION`` the name of its relation."""
    size = {"cx": _on_grid(picture.width), "cy": _on_grid(picture.height)}
    made = etree.Element(f"{{{W_NAME}}}drawing", nsmap={"w": W_NAME, "r": R[1:-1]})
    inline = _within(made, f"{WP}inline", distT=0, distB=0, distL=0, distR=0)
    _within(inline, f"{WP}extent", **size)
    labels = " ".join(bar.label for bar in shown.bars)
    _within(inline, f"{WP}docPr", id=number, name=_places(shown), descr=labels)
    data = _within(_within(inline, f"{A}graphic"), f"{A}graphicData", uri=URI)
    pic = _within(data, f"{PIC}pic")
    about = _within(pic, f"{PIC}nvPicPr")
    _within(about, f"{PIC}cNvPr", id=number, name="")
    _within(about, f"{PIC}cNvPicPr")
    fill = _within(pic, f"{PIC}blipFill")
    _within(fill, f"{A}blip").set(f"{R}embed", f"{RELATION}{number}")
    _within(_within(fill, f"{A}stretch"), f"{A}fillRect")
    properties = _within(pic, f"{PIC}spPr")
    frame = _within(properties, f"{A}xfrm")
    _within(frame, f"{A}off", x=0, y=0)
    _within(frame, f"{A}ext", **size)
    _within(_within(properties, f"{A}prstGeom", prst="rect"), f"{A}avLst")
    return made


def _places(shown: Shown) -> str:
    """Pixels to an inch, and box and turn of each bar in the order of their labels."""
    bars = ("".join(f"{side:.2f} " for side in bar.box) + str(bar.turn) for bar in shown.bars)
    return ";".join([f"{shown.dpi:.3f}", *bars])


def _on_grid(twips: int) -> int:
    return max(GRID, round(twips / GRID) * GRID) * EMU


def _within(parent: etree._Element, tag: str, **attributes: object) -> etree._Element:
    made = etree.SubElement(parent, tag, nsmap=NAMES)
    for name, value in attributes.items():
        made.set(name, str(value))
    return made
