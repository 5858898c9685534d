"""Keeps account of the text of a story: what was shown, what was told as hidden, what is left over.

A program that opens the file shows no text beside its runs, nor in elements that it does not know; a search
in the file finds it all the same.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from terbuka.documents.docx.colours import A
from terbuka.documents.docx.package import W

Hide = Callable[[str, str, str], None]
"""Called with kind, place and text of what is not shown."""
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MEASURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}",
    "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}",
    "{urn:schemas-microsoft-com:office:",
    A,
)
"""Elements of drawings hold measures as text; what they show is a picture to us, and is said to be one."""
DATA = frozenset({f"{W}fldData", f"{W}binData"})
"""A field's and a picture's bytes in letters."""


@dataclass(slots=True)
class Account:
    """Text that somebody asked for is accounted for."""

    hide: Hide
    _taken: set[etree._Element] = field(default_factory=set)

    def take(self, element: etree._Element) -> str:
        """The text right in an element that shows or tells it."""
        self._taken.add(element)
        return element.text or ""

    def all_text(self, element: etree._Element) -> str:
        """Every text in an element, shown or not."""
        self._taken.update(element.iter())
        return all_text(element)

    def tell_fallback(self, alternative: etree._Element, place: str) -> etree._Element | None:
        """The choice that Word shows; the fallback says the same to older programs, or it hides something."""
        choice, fallback = alternative.find(f"{MC}Choice"), alternative.find(f"{MC}Fallback")
        if choice is None or fallback is None:
            return fallback if choice is None else choice
        again = self.all_text(fallback)
        if again != all_text(choice):
            self.hide("hidden-text", place, again)
        return choice

    def tell_rest(self, root: etree._Element, place: str) -> None:
        """Tell what is left of a story that was read to its end."""
        rest = []
        for element in root.iter():
            if element not in self._taken and not _is_data(str(element.tag)):
                rest.append(element.text or "")
            rest.append(element.tail or "")
        self.hide("hidden-text", place, " ".join(part for part in rest if part.strip()))


def all_text(element: etree._Element) -> str:
    """Every text in an element, shown or not."""
    return "".join(text.text or "" for text in element.iter(f"{W}t", f"{W}delText", f"{M}t"))


def _is_data(tag: str) -> bool:
    return tag in DATA or tag.startswith(MEASURES)
