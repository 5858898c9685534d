"""What browsers do with the elements of HTML when no style says otherwise."""

from collections.abc import Iterator

from lxml import etree

from terbuka.documents.html.look import Values

UNSHOWN = frozenset({
    "head", "title", "meta", "link", "base", "style", "script", "template", "noscript", "iframe", "frame",
    "frameset", "noframes", "noembed", "object", "embed", "applet", "audio", "video", "canvas", "datalist",
    "param", "source", "track", "area", "rp", "defs", "symbol", "clippath", "mask", "pattern",
})  # fmt: skip
"""Elements that show nothing of what is in them."""
SILENT = frozenset({"meta", "link", "base", "title", "param", "source", "track"})
"""Those of which the head tells, or which hold nothing but attributes."""
NAMED = UNSHOWN | {"dialog", "annotation", "desc", "metadata"}
FRAMES = frozenset({"iframe", "frame", "embed", "applet", "audio", "video", "canvas"})
PICTURES = frozenset({"img", "image"})
FIELDS = frozenset({"input", "select", "textarea", "meter", "progress"})
OBJECTS = PICTURES | FIELDS
HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
INDENTED = frozenset({"ul", "ol", "menu", "dir", "blockquote", "dd"})
_BLOCKS = frozenset({
    "html", "body", "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr",
    "legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup", "option", "p", "plaintext", "pre",
    "search", "section", "summary", "ul", "xmp", "caption", "colgroup", "thead", "tbody", "tfoot", "svg",
    "text", "h1", "h2", "h3", "h4", "h5", "h6", "mtable", "mtr",
})  # fmt: skip
_BOLD = frozenset({"b", "strong", "th"})
_ITALIC = frozenset({"i", "em", "cite", "var", "dfn", "address"})
_UNDERLINED = frozenset({"u", "ins"})
_STRUCK = frozenset({"s", "strike", "del"})
_FIXED = frozenset({"pre", "code", "tt", "kbd", "samp", "listing", "xmp", "plaintext"})
_KEPT = frozenset({"pre", "listing", "xmp", "plaintext"})
_TABLES = {"table": "table", "tr": "table-row", "td": "table-cell", "th": "table-cell"}
DRAWN = frozenset({"text", "tspan", "g", "svg"})
_HINTS = {
    "bgcolor": "background-color", "background": "background", "dir": "direction", "color": "color",
    "text": "color", "fill": "color", "font-size": "font-size", "opacity": "opacity",
    "visibility": "visibility", "display": "display",
}  # fmt: skip
"""Attributes that are looks, and the properties that they set."""
_HINTED = {
    "background": frozenset({"body", "table", "td", "th"}),
    "color": frozenset({"font", "basefont"}),
    "text": frozenset({"body"}),
    **dict.fromkeys(("fill", "font-size", "opacity", "visibility", "display"), DRAWN),
}
"""The elements of which they are; those of the others are of any."""
_ALIGNED = frozenset({"p", "div", "tr", "td", "th", "tbody", "thead", "tfoot", *HEADINGS})
"""Elements of which ``align`` says where their lines stand; a table or picture stands there itself."""
_UNSEEN_FIELDS = frozenset({"hidden", "password", "file", "image", "color", "range"})


def usual(element: etree._Element) -> Values:
    """What holds for an element without any style, with its old attributes of looks."""
    tag = str(element.tag)
    values = {"display": _display(element, tag)}
    if tag in _BOLD:
        values["font-weight"] = "bold"
    if tag in _ITALIC:
        values["font-style"] = "italic"
    if tag in _UNDERLINED:
        values["text-decoration"] = "underline"
    if tag in _STRUCK:
        values["text-decoration"] = "line-through"
    if tag in ("sub", "sup"):
        values["vertical-align"] = "sub" if tag == "sub" else "super"
    if tag in _FIXED:
        values["font-family"] = "monospace"
    if tag in _KEPT:
        values["white-space"] = "pre"
    if tag in ("th", "caption", "center"):
        values["text-align"] = "center"
    if tag in ("ol", "ul", "menu", "dir"):
        values["list-style-type"] = element.get("type", "decimal" if tag == "ol" else "disc")
    return values | _hinted(element, tag)


def _display(element: etree._Element, tag: str) -> str:
    if any(element.get(name) is not None for name in ("hidden", "popover")) or (
        tag == "dialog" and element.get("open") is None
    ):
        return "none"
    if tag in ("annotation", "annotation-xml", "desc", "metadata", "mphantom"):
        return "none"
    return _TABLES.get(tag) or ("block" if tag in _BLOCKS else "inline")


def _hinted(element: etree._Element, tag: str) -> Values:
    """What old attributes say: ``<font color=white>``, ``bgcolor``, ``dir``, ``fill`` of a drawing."""
    said = {name: element.get(name, "").strip().lower() for name in _HINTS}
    values = {
        _HINTS[name]: value for name, value in said.items() if value and tag in _HINTED.get(name, (tag,))
    }
    if tag in _ALIGNED and element.get("align"):
        values["text-align"] = element.get("align", "").strip().lower()
    if said["background"] and tag in _HINTED["background"]:
        values["background"] = f"url({said['background']})"
    if tag == "bdo" and said["dir"]:
        values["unicode-bidi"] = "bidi-override"
    if said["fill"] == "none" and tag in DRAWN:
        values["color"] = "transparent"
    return values


def is_drawing(element: etree._Element) -> bool:
    """A picture made of strokes; one with text in it shows that text."""
    return element.tag == "svg" and next(element.iter("text", "foreignobject"), None) is None


def field_text(element: etree._Element) -> Iterator[tuple[str, bool]]:
    """What stands in a field of a form, and whether a reader sees it."""
    if element.tag == "textarea":
        yield element.text or "", True
    elif element.tag == "select":
        options = list(element.iter("option"))
        chosen = [option for option in options if option.get("selected") is not None]
        shown = options if element.get("multiple") is not None else chosen[-1:] or options[:1]
        for option in options:
            yield f" {' '.join(''.join(option.itertext()).split())} ", option in shown
        for group in element.iter("optgroup"):
            yield group.get("label", ""), False
    elif element.tag == "input":
        yield from _input_text(element)
    else:
        yield "".join(element.itertext()), False


def _input_text(element: etree._Element) -> Iterator[tuple[str, bool]]:
    kind = element.get("type", "text").strip().lower()
    if kind in ("checkbox", "radio"):
        yield ("\u2611" if element.get("checked") is not None else "\u2610"), True
        yield element.get("value", ""), False
    else:
        yield f" {element.get('value', '')} ", kind not in _UNSEEN_FIELDS


def whole(text: str) -> int | None:
    """A whole number as an attribute gives it."""
    text = text.strip()
    return (
        int(text[:9]) if text.lstrip("-").isascii() and text.lstrip("-").isdigit() and len(text) < 9 else None
    )
