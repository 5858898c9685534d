"""The runs of one paragraph as Word shows them: fields by their result, changes as accepted."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from terbuka.documents.direction import CONTROLS, LEFT_TO_RIGHT, POP, RIGHT_TO_LEFT, as_seen
from terbuka.documents.docx.account import MC, Account, M, all_text
from terbuka.documents.docx.colours import A, stands_out
from terbuka.documents.docx.flow import Run, RunLook
from terbuka.documents.docx.labels import as_said
from terbuka.documents.docx.package import Relation, W
from terbuka.documents.docx.pictures import plain_picture
from terbuka.documents.docx.placing import Paper, is_box_seen
from terbuka.documents.docx.sight import Around, is_hidden_on_the_web, is_seen, is_vanished
from terbuka.documents.docx.styles import Styles
from terbuka.documents.docx.values import OFF, merged

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

PAGE_NUMBER = re.compile(r"\s*[\dIVXLCivxlc-]{0,6}\s*")
"""What Word itself hides on the web: the pages in a table of contents."""

Mark = Callable[[str, str], str]
"""Called with the kind and identifier of a note; returns the mark that stands in the text."""


@dataclass
class Story:
    """What is carried from paragraph to paragraph within a story: the fields that are still open.

    ``relations``: of the part that it stands in.
    """

    place: str
    relations: Mapping[str, Relation] = field(default_factory=dict)
    fields: list[str] = field(default_factory=list)  # "code" or "result", the innermost last

    @property
    def in_code(self) -> bool:
        return "code" in self.fields


@dataclass
class RunReader:
    """Reads the runs of paragraphs."""

    styles: Styles
    story: Story
    account: Account
    mark: Mark
    paragraph: etree._Element | None = None  # its properties
    around: Around = field(default_factory=Around)
    paper: Paper = field(default_factory=Paper)
    anchored: list[etree._Element] = field(default_factory=list)
    """Text boxes met on the way; they are read after their paragraph."""

    def hide(self, kind: str, text: str) -> None:
        """Tell what stands in the story and is not shown."""
        self.account.hide(kind, self.story.place, text)

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
                self.hide("tracked-change", self.account.all_text(child))
            elif child.tag == f"{W}bookmarkStart":
                self._bookmark(child)
            elif child.tag == f"{MC}AlternateContent":
                yield from self._alternative(child, self.read)
            elif child.tag in (f"{M}oMath", f"{M}oMathPara"):
                yield from self._formula(child)

    def _formula(self, formula: etree._Element) -> Iterator[Run]:
        for part in formula.iter(f"{M}r"):
            text = "".join(self.account.take(element) for element in part.iter(f"{M}t"))
            settings = merged(self._settings(part.find(f"{W}rPr")))
            seen = is_seen(settings, self.styles.colours, self.around, len(text))
            if is_vanished(settings) or _is_phantom(part) or not seen:
                self.hide("hidden-text", text)
            else:
                yield Run(text, self.look(None))

    def _directed(self, container: etree._Element, runs: Iterator[Run]) -> Iterator[Run]:
        """An element that overrides the direction of what is in it does so as the characters for it do."""
        override = OVERRIDES.get(container.get(f"{W}val", "")) if container.tag == f"{W}bdo" else None
        if override is None:
            yield from runs
        else:
            look = self.look(None)
            yield Run(override, look)
            yield from runs
            yield Run(POP, look)

    def _control(self, control: etree._Element) -> Iterator[Run]:
        for content in control.findall(f"{W}sdtContent"):
            yield from self.read(content)
        items = [item.get(f"{W}displayText", "") for item in control.iter(f"{W}listItem")]
        if items:
            self.hide("form", " ".join(items))

    def _tell_attributes(self, container: etree._Element) -> None:
        """What a link or a simple field says beside its text."""
        for attribute, kind in (("instr", "field"), ("tooltip", "link")):
            if container.get(f"{W}{attribute}"):
                self.hide(kind, container.get(f"{W}{attribute}", ""))

    def _bookmark(self, bookmark: etree._Element) -> None:
        name = bookmark.get(f"{W}name", "")
        if not name.startswith("_"):  # Word's own
            self.hide("bookmark", name)

    def _alternative(
        self, element: etree._Element, read: Callable[[etree._Element], Iterator[Run]]
    ) -> Iterator[Run]:
        shown = self.account.tell_fallback(element, self.story.place)
        if shown is not None:
            yield from read(shown)

    def _settings(self, run: etree._Element | None) -> list[etree._Element]:
        return self.styles.run_settings(self.paragraph, run, self.around.table_run)

    def look(self, run: etree._Element | None) -> RunLook:
        """The look of a run in the copy, which has not all the colours that stand behind it here."""
        look = self.styles.run_look(self._settings(run))
        if look.colour and not stands_out(look.colour, self.around.kept):
            return replace(look, colour="")
        return look

    def _run(self, run: etree._Element) -> Iterator[Run]:
        properties = run.find(f"{W}rPr")
        settings = merged(self._settings(properties))
        off = is_hidden_on_the_web(settings) and not PAGE_NUMBER.fullmatch(all_text(run))
        if off or is_vanished(settings):
            self._track_fields(run)
            self.hide("hidden-text", self.account.all_text(run))
            return
        seen = is_seen(settings, self.styles.colours, self.around, len(all_text(run)))
        unseen = []
        for piece in self._pieces(run, self.look(properties)):
            if self.story.in_code:
                self.hide("field", piece.text)
            elif seen or piece.kind not in ("text", "note") or not piece.text.strip():
                yield piece
            else:
                unseen.append(piece.text)
        self.hide("hidden-text", "".join(unseen))

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
        text = as_said(self.account.take(element).translate(SPACES))
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
        yield Run(self.mark(kind, element.get(f"{W}id", "")), look, "note")

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
        self.hide("field", self.account.take(element))
        yield from ()

    def _removed(self, element: etree._Element, look: RunLook) -> Iterator[Run]:
        self.hide("tracked-change", self.account.take(element))
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
                    self.hide("alternative-text", described.get(attribute, ""))
        for alternative in element.iter(f"{MC}AlternateContent"):
            self.account.tell_fallback(alternative, self.story.place)
        boxes = [box for box in element.iter(f"{W}txbxContent") if not _is_inside(box, element)]
        self.anchored.extend(boxes)
        for art in element.iter(f"{V}textpath"):
            if is_box_seen(art, self.paper):
                yield Run(art.get("string", "").translate(SPACES), look)
        picture = plain_picture(element, self.story.relations)
        if picture and not is_box_seen(next(element.iter(f"{A}blip")), self.paper):
            self.hide("picture", "")
        elif picture:
            yield Run("", look, "picture", picture=picture)
        elif next(element.iter(*PICTURES), None) is not None or element.tag == f"{W}object":
            self.hide("picture", "")
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


def _is_phantom(part: etree._Element) -> bool:
    """Whether a formula only keeps the room that the part would have."""
    for phantom in part.iterancestors(f"{M}phant"):
        show = phantom.find(f"{M}phantPr/{M}show")
        if show is not None and show.get(f"{M}val", "1") in OFF:
            return True
    return False


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
            ordered.append(Run("", owner.look, owner.kind, picture=owner.picture))
        if owner.text:
            ordered[-1].text += "\n" if char == _LINE_END else char
    return ordered
