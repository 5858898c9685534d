"""What a page holds beside what it shows: its head, and the attributes of its elements."""

import re

from lxml import etree

from terbuka.documents.docx.account import Hide
from terbuka.documents.html.style import Styles

TITLE = "Salinan publik"
"""The title of every copy: a page must have one, and it says nothing of the original."""
_LOOKS = frozenset({
    "id", "class", "style", "align", "valign", "width", "height", "border", "cellpadding", "cellspacing",
    "bgcolor", "color", "face", "size", "hspace", "vspace", "lang", "dir", "xml:lang", "xmlns", "type",
    "start", "colspan", "rowspan", "nowrap", "charset", "method", "enctype", "http-equiv", "media", "rel",
    "target", "hidden", "open", "checked", "selected", "disabled", "readonly", "multiple", "required",
    "rows", "cols", "maxlength", "tabindex", "role", "scope", "loading", "decoding", "sizes", "clear",
    "noshade", "compact", "frame", "rules", "char", "charoff", "version", "viewbox", "fill", "stroke", "d",
    "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "dx", "dy", "points", "transform",
    "opacity", "font-size", "text-anchor", "visibility", "display", "text", "link", "vlink", "alink",
    "leftmargin", "topmargin", "marginwidth", "marginheight", "accept-charset", "autocomplete",
    "spellcheck", "reversed", "span", "headers", "axis", "abbr-scope", "shape", "coords", "ismap", "usemap",
    "frameborder", "scrolling", "allowfullscreen", "novalidate", "translate", "draggable",
    "contenteditable", "wrap", "high", "low", "min", "max", "optimum", "step", "defer", "async",
    "crossorigin", "referrerpolicy", "preserveaspectratio", "stroke-width", "font-family", "font-weight",
    "overflow", "aria-hidden", "for", "itemprop", "itemscope", "itemtype", "typeof", "vocab",
})  # fmt: skip
"""Attributes that say how an element looks or works. Their values may name something all the same, as a class
does; none of them is in a copy. They are not told: every page has hundreds."""
_ADDRESSES = frozenset({
    "href", "src", "srcset", "action", "formaction", "background", "cite", "poster", "data", "longdesc",
    "codebase", "archive", "profile", "manifest", "ping", "xlink:href", "lowsrc", "dynsrc",
})  # fmt: skip
_PLAIN_META = frozenset(
    {"viewport", "generator", "color-scheme", "theme-color", "robots", "format-detection"}
)
_SCHEME = re.compile(r"(?:mailto|tel|sms|https?|ftp):(?://)?", re.I)


def words_of(element: etree._Element) -> str:
    """Everything that is written in an element, comments too."""
    return " ".join(
        part.strip()
        for inner in element.iter()
        for part in (inner.text, inner.tail if inner is not element else None)
        if part and part.strip()
    )


def tell_head(root: etree._Element, styles: Styles, hide: Hide) -> None:
    """Title, descriptions, addresses, and what the style sheets say in words."""
    for title in root.iter("title"):
        if words_of(title) != TITLE:
            hide("metadata", "title", words_of(title))
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower()
        if name and name not in _PLAIN_META:
            hide("metadata", "meta", meta.get("content", ""))
        elif meta.get("http-equiv", "").lower() == "refresh":
            hide("link", "meta", meta.get("content", ""))
    for element in root.iter("link", "base"):
        hide("link", str(element.tag), element.get("href", ""))
    for comment in styles.comments:
        hide("comment", "style", comment)
    for text in styles.generated:
        hide("hidden-text", "style", text)


def tell_attributes(element: etree._Element, hide: Hide) -> None:
    """Whatever the attributes of an element say that is no look of it."""
    for name, value in element.attrib.items():
        name = str(name).lower()
        if (
            not value.strip()
            or name in _LOOKS
            or (name in ("value", "content", "name") and _is_told(element))
        ):
            continue
        if name in _ADDRESSES:
            if not value.startswith("#"):
                hide("link", "address", _SCHEME.sub("", value, count=1))
        elif name.startswith("on"):
            hide("script", "attribute", value)
        elif name == "alt":
            hide("alternative-text", "attribute", value)
        elif name == "srcdoc":
            hide("hidden-text", "frame", value)
        elif name in ("placeholder", "value", "label"):
            hide("form", "attribute", value)
        else:
            hide("metadata", "attribute", value)


def _is_told(element: etree._Element) -> bool:
    """Whether the value of the element is read where it stands, or told with the head."""
    return element.tag in ("input", "li", "meta", "meter", "progress", "button")
