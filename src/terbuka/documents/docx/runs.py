"""The runs of one paragraph as Word shows them: fields by their result, changes as accepted."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from terbuka.documents.direction import CONTROLS, LEFT_TO_RIGHT, POP, RIGHT_TO_LEFT, as_seen
from terbuka.documents.docx.flow import Run, RunLook
from terbuka.documents.docx.package import W
from terbuka.documents.docx.styles import Styles, ink

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V = "{urn:schemas-microsoft-com:vml}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"

CONTAINERS = frozenset(
    W + name
    for name in (
        "hyperlink",
        "ins",
        "moveTo",
        "smartTag",
        "customXml",
        "dir",
        "bdo",
        "sdtContent",
        "fldSimple",
    )
)
OVERRIDES = {"rtl": RIGHT_TO_LEFT, "ltr": LEFT_TO_RIGHT}
_LINE_END, _PICTURE = "\u2028", "\ufffc"
_SIGNS = frozenset({*OVERRIDES.values(), POP})
REMOVED = frozenset({W + "del", W + "moveFrom"})
PICTURES = (f"{A}blip", f"{V}imagedata", f"{C}chart", f"{DGM}relIds")
SYMBOLS = {"F0FC": "✓", "F0FE": "☑", "F0A8": "☐", "F06F": "☐", "F0B7": "•", "F0D8": "➢", "F0A7": "▪"}
"""Signs of the Wingdings and Symbol fonts that stand in forms and lists."""
OTHER_SYMBOL = "□"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SPACES = str.maketrans("\t\r\n", "   ")

Hide = Callable[[str, str, str], None]
"""Called with kind, place and text of what is not shown."""
Mark = Callable[[str, str], str]
"""Called with the kind and identifier of a note; returns the mark that stands in the text."""


@dataclass
class Story:
    """What is carried from paragraph to paragraph within a story: the fields that are still open."""

    place: str
    fields: list[str] = field(default_factory=list)  # "code" or "result", the innermost last

    @property
    def in_code(self) -> bool:
        return "code" in self.fields


@dataclass
class RunReader:
    """Reads the runs of paragraphs. ``behind``: the fill under the paragraph at hand."""

    styles: Styles
    story: Story
    hide: Hide
    mark: Mark
    paragraph: etree._Element | None = None  # its properties
    behind: str = ""
    anchored: list[etree._Element] = field(default_factory=list)
    """Text boxes met on the way; they are read after their paragraph."""

    def read(self, element: etree._Element) -> Iterator[Run]:
        """The runs in a paragraph or in a container within it."""
        for child in element:
            if child.tag == f"{W}r":
                yield from self._run(child)
            elif child.tag in CONTAINERS:
                self._tell_attributes(child)
                yield from self._directed(child, self.read(child))
            elif child.tag == f"{W}sdt":
                yield from self._control(child)
            elif child.tag in REMOVED:
                self.hide("tracked-change", self.story.place, all_text(child))
            elif child.tag == f"{W}bookmarkStart":
                self._bookmark(child)
            elif child.tag == f"{MC}AlternateContent":
                yield from self._alternative(child, self.read)
            elif child.tag in (f"{M}oMath", f"{M}oMathPara"):
                yield Run("".join(text.text or "" for text in child.iter(f"{M}t")), self._look(None))

    def _directed(self, container: etree._Element, runs: Iterator[Run]) -> Iterator[Run]:
        """An element that overrides the direction of what is in it does so as the characters for it do."""
        override = OVERRIDES.get(container.get(f"{W}val", "")) if container.tag == f"{W}bdo" else None
        if override is None:
            yield from runs
        else:
            look = self._look(None)
            yield Run(override, look)
            yield from runs
            yield Run(POP, look)

    def _control(self, control: etree._Element) -> Iterator[Run]:
        for content in control.findall(f"{W}sdtContent"):
            yield from self.read(content)
        items = [item.get(f"{W}displayText", "") for item in control.iter(f"{W}listItem")]
        if items:
            self.hide("form", self.story.place, " ".join(items))

    def _tell_attributes(self, container: etree._Element) -> None:
        """What a link or a simple field says beside its text."""
        for attribute, kind in (("instr", "field"), ("tooltip", "link")):
            if container.get(f"{W}{attribute}"):
                self.hide(kind, self.story.place, container.get(f"{W}{attribute}", ""))

    def _bookmark(self, bookmark: etree._Element) -> None:
        name = bookmark.get(f"{W}name", "")
        if not name.startswith("_"):  # Word's own
            self.hide("bookmark", self.story.place, name)

    def _alternative(
        self, element: etree._Element, read: Callable[[etree._Element], Iterator[Run]]
    ) -> Iterator[Run]:
        """The choice that Word shows; the fallback says the same to older programs, or it hides something."""
        choice, fallback = element.find(f"{MC}Choice"), element.find(f"{MC}Fallback")
        shown = choice if choice is not None else fallback
        if shown is None:
            return
        if fallback is not None and fallback is not shown and all_text(fallback) != all_text(shown):
            self.hide("hidden-text", self.story.place, all_text(fallback))
        yield from read(shown)

    def _look(self, run: etree._Element | None) -> RunLook:
        return self.styles.run_look(list(self.styles.run_settings(self.paragraph, run)))

    def _run(self, run: etree._Element) -> Iterator[Run]:
        properties = run.find(f"{W}rPr")
        if not ink(self.styles.run_settings(self.paragraph, properties)).is_seen(self.behind):
            self._track_fields(run)
            self.hide("hidden-text", self.story.place, all_text(run))
            return
        look = self._look(properties)
        for piece in self._pieces(run, look):
            if self.story.in_code:
                self.hide("field", self.story.place, piece.text)
            else:
                yield piece

    def _track_fields(self, run: etree._Element) -> None:
        for child in run.iter(f"{W}fldChar"):
            self._field(child)

    def _pieces(self, run: etree._Element, look: RunLook) -> Iterator[Run]:
        for child in run:
            read = READERS.get(child.tag)
            if read:
                yield from read(self, child, look)
            elif child.tag == f"{MC}AlternateContent":
                yield from self._alternative(child, lambda shown: self._pieces(shown, look))

    def _text(self, element: etree._Element, look: RunLook) -> Iterator[Run]:
        text = (element.text or "").translate(SPACES)
        if element.get(SPACE) != "preserve":
            text = text.strip()  # as Word does
        if text:
            yield Run(text, look)

    def _break(self, element: etree._Element, look: RunLook) -> Iterator[Run]:
        kind = "break" if element.get(f"{W}type") == "page" else "text"
        yield Run("\n", look, kind)

    def _symbol(self, element: etree._Element, look: RunLook) -> Iterator[Run]:
        yield Run(SYMBOLS.get(element.get(f"{W}char", "").upper(), OTHER_SYMBOL), look)

    def _note(self, element: etree._Element, look: RunLook) -> Iterator[Run]:
        kind = "footnotes" if element.tag == f"{W}footnoteReference" else "endnotes"
        yield Run(self.mark(kind, element.get(f"{W}id", "")), look)

    def _field_sign(self, element: etree._Element, look: RunLook) -> Iterator[Run]:
        self._field(element)
        yield from ()

    def _field(self, sign: etree._Element) -> None:
        fields = self.story.fields
        match sign.get(f"{W}fldCharType"):
            case "begin":
                fields.append("code")
            case "separate" if fields:
                fields[-1] = "result"
            case "end" if fields:
                fields.pop()

    def _code(self, element: etree._Element, look: RunLook) -> Iterator[Run]:
        self.hide("field", self.story.place, element.text or "")
        yield from ()

    def _removed(self, element: etree._Element, look: RunLook) -> Iterator[Run]:
        self.hide("tracked-change", self.story.place, element.text or "")
        yield from ()

    def _ruby(self, element: etree._Element, look: RunLook) -> Iterator[Run]:
        for tag in ("rubyBase", "rt"):
            for part in element.findall(f"{W}{tag}"):
                yield from self.read(part)

    def _drawing(self, element: etree._Element, look: RunLook) -> Iterator[Run]:
        """A picture, a drawing, or text boxes in one."""
        for described in element.iter():
            for attribute in ("descr", "title", "alt"):
                if described.get(attribute):
                    self.hide("alternative-text", self.story.place, described.get(attribute, ""))
        boxes = [box for box in element.iter(f"{W}txbxContent") if not _is_inside(box, element)]
        self.anchored.extend(boxes)
        if next(element.iter(*PICTURES), None) is not None or element.tag == f"{W}object":
            self.hide("picture", self.story.place, "")
            yield Run("", look, "picture")


Reader = Callable[[RunReader, etree._Element, RunLook], Iterator[Run]]


def _fixed(text: str) -> Reader:
    def read(reader: RunReader, element: etree._Element, look: RunLook) -> Iterator[Run]:
        yield Run(text, look)

    return read


READERS: dict[str, Reader] = {
    f"{W}t": RunReader._text,
    f"{W}tab": _fixed("\t"),
    f"{W}ptab": _fixed("\t"),
    f"{W}br": RunReader._break,
    f"{W}cr": _fixed("\n"),
    f"{W}noBreakHyphen": _fixed("-"),
    f"{W}sym": RunReader._symbol,
    f"{W}footnoteReference": RunReader._note,
    f"{W}endnoteReference": RunReader._note,
    f"{W}fldChar": RunReader._field_sign,
    f"{W}instrText": RunReader._code,
    f"{W}delInstrText": RunReader._removed,
    f"{W}delText": RunReader._removed,
    f"{W}ruby": RunReader._ruby,
    f"{W}drawing": RunReader._drawing,
    f"{W}pict": RunReader._drawing,
    f"{W}object": RunReader._drawing,
}


def all_text(element: etree._Element) -> str:
    """Every text in an element, shown or not."""
    return "".join(text.text or "" for text in element.iter(f"{W}t", f"{W}delText"))


def _is_inside(box: etree._Element, outer: etree._Element) -> bool:
    """Whether the text box stands in another one, or in the fallback of an alternative."""
    parent = box.getparent()
    while parent is not None and parent is not outer:
        if parent.tag in (f"{W}txbxContent", f"{MC}Fallback"):
            return True
        parent = parent.getparent()
    return False


def in_seen_order(runs: list[Run]) -> list[Run]:
    """The runs of a paragraph in the order in which a reader sees their characters, without the controls that
    turn them around: a name behind an override is read, hidden and written as it is seen."""
    text = "".join(run.text.replace("\n", _LINE_END) or _PICTURE for run in runs)
    seen = as_seen(text)
    if not seen.lines:
        return [run for run in runs if run.text not in _SIGNS]
    owners = [run for run in runs for _ in run.text or _PICTURE]
    ordered: list[Run] = []
    last = None
    for place, char in enumerate(seen.text):
        ((stored, _),) = seen.stored(place, place + 1)
        owner = owners[stored]
        if char in CONTROLS:
            continue
        if owner is not last:
            last = owner
            ordered.append(Run("", owner.look, owner.kind))
        if owner.text:
            ordered[-1].text += "\n" if char == _LINE_END else char
    return ordered
