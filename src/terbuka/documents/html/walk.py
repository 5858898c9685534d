"""Walks a page from its first element to its last, without recursion: a page may be nested deep."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from lxml import etree

from terbuka.documents.direction import POP, RIGHT_TO_LEFT
from terbuka.documents.docx.account import Hide
from terbuka.documents.docx.flow import Flow, ParagraphLook
from terbuka.documents.docx.numbering import BULLET, FORMATS
from terbuka.documents.html import tags
from terbuka.documents.html.attributes import tell_attributes, tell_head, words_of
from terbuka.documents.html.build import Builder
from terbuka.documents.html.look import Look, Values, is_gone, pixels
from terbuka.documents.html.order import straighten
from terbuka.documents.html.style import Styles, resolved
from terbuka.errors import LimitExceeded
from terbuka.language import N_

INDENT = 360
"""Twips, for each level of a list or quotation."""
DEEPEST_INDENT = 8
_LISTS = {
    "decimal": "decimal", "1": "decimal", "decimal-leading-zero": "decimalZero", "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter", "a": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "A": "upperLetter", "lower-roman": "lowerRoman", "i": "lowerRoman",
    "upper-roman": "upperRoman", "I": "upperRoman",
}  # fmt: skip
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


@dataclass(slots=True)
class _State:
    """Where the walk is: ``look`` of the element, ``variables`` of its style; ``at_end``: what is to be done
    behind it."""

    look: Look
    variables: dict[str, str] = field(default_factory=dict)
    indent: int = 0
    heading: int = 0
    count: int = 0  # of the items of a list
    at_end: list[Callable[[], None]] = field(default_factory=list)


def read_flow(page: str, hide: Hide) -> Flow:
    """The flow of a page. ``hide`` is told of whatever the page holds and does not show.

    Raises ``LimitExceeded`` where elements are nested deeper than any parser follows, or style sheets ask for
    more than anybody does.
    """
    root = parsed(page)
    if root is None:
        return Flow([])
    hide("hidden-text", "moved", " ".join(straighten(root)))
    walk = _Walk(root, hide)
    walk.run()
    return Flow(walk.builder.finish())


def parsed(page: str) -> etree._Element | None:
    """The tree of a page; None where there is none in it."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    text = _CONTROLS.sub("", page.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        return None
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise LimitExceeded(
            N_("Halaman web ini bersarang terlalu dalam untuk dibaca. Simpan sebagai PDF, lalu coba lagi.")
        )
    return root


class _Walk:
    def __init__(self, root: etree._Element, hide: Hide) -> None:
        self.builder = Builder()
        self._root, self._hide = root, hide
        self._styles = Styles(words_of(sheet) for sheet in root.iter("style"))
        self._states = [_State(Look())]
        tell_head(root, self._styles, hide)

    def run(self) -> None:
        walker = etree.iterwalk(self._root, events=("start", "end", "comment", "pi"))
        for event, element in walker:
            if event == "start":
                if not self._start(element):
                    walker.skip_subtree()
                continue
            if event == "end":
                for act in reversed(self._states.pop().at_end):
                    act()
            else:
                self._hide("comment", "comment", element.text or "")
            if element is not self._root and element.tail:
                self._text(element.tail)

    # --- elements -----------------------------------------------------------------------------------

    def _start(self, element: etree._Element) -> bool:
        """Begin an element; whether what is in it is to be read."""
        tag, parent = str(element.tag), self._states[-1]
        values, variables = resolved(self._styles.of(element, tags.usual(element)), parent.variables)
        if tag in tags.DRAWN and "fill" in values:
            values["color"] = values["fill"].replace("none", "transparent")
        look, gone = _seen(parent.look, tuple(values.items()))
        state = _State(look, variables, parent.indent, parent.heading)
        self._states.append(state)
        if tag in tags.UNSHOWN or gone:
            self._gone(element)
            return False
        tell_attributes(element, self._hide)
        if tag in tags.OBJECTS or tags.is_drawing(element):
            self._object(element, look)
            return False
        self._set(element, tag, values, state)
        if element.text:
            self._text(element.text)
        return True

    def _gone(self, element: etree._Element) -> None:
        """An element of which nothing is seen, with everything in it."""
        tag = str(element.tag)
        if tag == "head" or tag in tags.SILENT:
            return  # told by itself
        kind = "script" if tag == "script" else "hidden-text"
        place = tag if tag in tags.NAMED else "element"
        for inner in element.iter():
            if isinstance(inner.tag, str):
                tell_attributes(inner, self._hide)
        for entry in element.iter(*tags.FIELDS):
            for text, _ in tags.field_text(entry):
                self._hide("form", str(entry.tag), text)
        self._hide(kind, place, words_of(element))
        if tag == "object" or tag in tags.FRAMES:
            self._hide("embedded", place, "")

    def _object(self, element: etree._Element, look: Look) -> None:
        """A picture, or a field of a form."""
        if element.tag not in tags.FIELDS:
            if look.visible and not _is_dot(element):
                self.builder.text(" ", look.run)
                self.builder.put("", look.run, "picture")
                self.builder.text(" ", look.run)
                self._hide("picture", "picture", "")
            return
        for text, is_shown in tags.field_text(element):
            if is_shown and look.shows:
                self.builder.text(text, look.run, keeps_lines=True)
            else:
                self._hide("form", str(element.tag), text)

    def _set(self, element: etree._Element, tag: str, values: Values, state: _State) -> None:
        """What an element does to the paragraphs around it."""
        display = values.get("display", "inline")
        if tag == "br":
            self.builder.line_end(state.look.run)
        elif tag == "hr":
            self.builder.rule()
        elif tag == "q":
            self._text("\u201c")
            state.at_end.append(lambda: self.builder.text("\u201d", state.look.run))
        if values.get("unicode-bidi", "").endswith("override") and state.look.turned:
            self.builder.put(RIGHT_TO_LEFT, state.look.run)
            state.at_end.append(lambda: self.builder.put(POP, state.look.run))
        if display == "table" and tag == "table" and self.builder.takes_tables:
            self.builder.table()
            state.at_end.append(self._behind(self.builder.end_table))
        elif display == "table-row" and tag == "tr":
            self.builder.row()
            state.at_end.append(self.builder.end_row)
        elif display == "table-cell" and tag in ("td", "th"):
            self._cell(element, tag, state)
        elif not display.startswith(("inline", "contents", "ruby")):
            self._block(element, tag, state)

    def _cell(self, element: etree._Element, tag: str, state: _State) -> None:
        across, down = (tags.whole(element.get(name, "")) or 1 for name in ("colspan", "rowspan"))
        self.builder.cell(across, down, head=tag == "th")
        state.indent = state.heading = 0
        self.builder.paragraph(_paragraph(state))
        state.at_end.append(self.builder.end_cell)

    def _block(self, element: etree._Element, tag: str, state: _State) -> None:
        """A paragraph of its own, and whatever comes behind it in another."""
        if tag in tags.HEADINGS:
            state.heading = int(tag[1])
        if tag in tags.INDENTED:
            state.indent = min(state.indent + 1, DEEPEST_INDENT)
        if tag == "ol":
            state.count = (tags.whole(element.get("start", "1")) or 0) - 1
        self.builder.paragraph(_paragraph(state))
        if tag == "li":
            self._item(element, state)
        state.at_end.append(self._behind(self.builder.end))

    def _behind(self, close: Callable[[], None]) -> Callable[[], None]:
        """``close``, and then go on in a paragraph as it was around the element."""
        around = self._states[-2]

        def act() -> None:
            close()
            self.builder.paragraph(_paragraph(around))

        return act

    def _item(self, element: etree._Element, state: _State) -> None:
        """The number or the bullet of an item."""
        listed = self._states[-2]
        said = tags.whole(element.get("value", ""))
        listed.count = listed.count + 1 if said is None else said
        if not state.look.shows or state.look.marker == "none":
            return
        format = FORMATS.get(_LISTS.get(state.look.marker, ""))
        numbered = format is not None and 0 <= listed.count < 5000
        label = f"{format(listed.count)}." if numbered and format else BULLET
        self.builder.put(f"{label} ", replace(state.look.run, underline=False, strike=False), "label")

    # --- text ---------------------------------------------------------------------------------------

    def _text(self, text: str) -> None:
        look = self._states[-1].look
        if look.shows:
            self.builder.text(text, look.run, keeps_space=look.keeps_space, keeps_lines=look.keeps_lines)
        elif text.strip():
            self.builder.text(" ", look.run)  # what is on its sides does not stand together
            self._hide("hidden-text", "text", text)


def _paragraph(state: _State) -> ParagraphLook:
    return ParagraphLook(state.heading, state.look.align, state.indent * INDENT)


@lru_cache(maxsize=4096)
def _seen(around: Look, values: tuple[tuple[str, str], ...]) -> tuple[Look, bool]:
    """The look of an element, and whether nothing of it is seen: a page has thousands of the same."""
    said = dict(values)
    look = around.inside(said)
    return look, is_gone(said, look)


def _is_dot(element: etree._Element) -> bool:
    """A picture that only tells a sender that the page was opened."""
    sides = (pixels(element.get(name, ""), 16, 1000) for name in ("width", "height"))
    return any(side is not None and side <= 2 for side in sides)
