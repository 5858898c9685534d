"""Elements of WordprocessingML."""

from lxml import etree

W_NAME = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NAME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W, R = f"{{{W_NAME}}}", f"{{{R_NAME}}}"


def element(tag: str, *children: etree._Element | None, **attributes: object) -> etree._Element:
    """An element of WordprocessingML; attributes and children that are None are left out."""
    made = etree.Element(W + tag, nsmap={"w": W_NAME, "r": R_NAME})
    for name, value in attributes.items():
        if value is not None:
            made.set(W + name, str(value))
    made.extend(child for child in children if child is not None)
    return made
