"""What was read from a file, kept in the private store as one ZIP package.

A page of two thousand is read without the others, and the whole ``Document`` comes out of it again as
it was. Formats without pages are cut into *sheets* of a readable length; elsewhere a sheet is a page.
"""

import json
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.core.files.base import File

from terbuka.disclosure.queries import open_stored
from terbuka.documents import Document, HiddenPart, Notice, Page, PageSource
from terbuka.documents.arrangement import Block
from terbuka.office.storage import PrivateStorage, clear_when_full

SHEET = 4000
"""Characters of a document without pages that are shown at once, give or take a line."""

Reasons = dict[int, tuple[str, dict[str, Any]]]
"""Why a mark is proposed, by its number: a message of ``terbuka.language`` and its values."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as the studio shows it. ``start``/``end``: offsets of ``text`` in the document's text.
    ``width``/``height`` in points, 0 in formats without pages. ``blocks``: how the text is arranged, as far
    as it stands here; none where only the text is known."""

    number: int
    start: int
    end: int
    width: float
    height: float
    source: PageSource
    text: str
    reasons: Reasons
    blocks: tuple[Block, ...] = ()

    def cut(self, start: int, end: int) -> str:
        """What stands between two offsets of the document, as far as it stands here."""
        return self.text[max(start - self.start, 0) : max(end - self.start, 0)]

    def said(self, start: int, end: int) -> str:
        """``cut`` on one line."""
        return " ".join(self.cut(start, end).split())


def sheet_bounds(document: Document) -> list[tuple[int, int]]:
    """Where each sheet begins and ends in the document's text."""
    if any(page.source is not PageSource.FLOW for page in document.pages):
        return [(page.start, page.end) for page in document.pages]
    bounds: list[tuple[int, int]] = []
    start, length = 0, len(document.text)
    while length - start > SHEET * 5 // 4:
        end = _line_end(document.text, start + SHEET)
        bounds.append((start, end))
        start = end
    return [*bounds, (start, length)]


def _line_end(text: str, near: int) -> int:
    """The first line end behind ``near``, else the last space before, else ``near`` itself."""
    newline = text.find("\n", near, near + SHEET // 4)
    if newline >= 0:
        return newline + 1
    space = max(text.rfind(" ", near - SHEET // 4, near), text.rfind("\t", near - SHEET // 4, near))
    return space + 1 if space >= 0 else near


def split(start: int, end: int, bounds: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """(sheet number, start, end) of each part of a stretch of text on its sheet."""
    for number, (first, last) in enumerate(bounds, 1):
        if start < last and end > first:
            yield number, max(start, first), min(end, last)


@contextmanager
def saved_extract(
    document: Document,
    notices: Iterable[Notice] = (),
    reasons: dict[int, Reasons] | None = None,
    blocks: Sequence[Block] = (),
) -> Iterator[str]:
    """Write the package and give its name; it is taken away again if the block fails.

    ``reasons``: by sheet number. ``blocks``: of the whole document. Raises ``StoreFull``.
    """
    with clear_when_full(), tempfile.TemporaryFile(dir=settings.FILE_UPLOAD_TEMP_DIR) as draft:
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as package:
            for name, value in _parts(document, tuple(notices), reasons or {}, blocks):
                package.writestr(name, json.dumps(value, ensure_ascii=False))
        draft.seek(0)
        with PrivateStorage().saving(File(draft)) as stored:
            yield stored


def _parts(
    document: Document, notices: tuple[Notice, ...], reasons: dict[int, Reasons], blocks: Sequence[Block]
) -> Iterator[tuple[str, Any]]:
    whole = document.to_json()
    text, pages = whole.pop("text"), whole.pop("pages")
    for page in pages:
        yield f"words/{page['number']}", page.pop("words")
    bounds = sheet_bounds(document)
    for number, (start, end) in enumerate(bounds, 1):
        yield f"sheets/{number}", {"text": document.text[start:end], "reasons": reasons.get(number, {})}
        if blocks:
            parts = (block.part(start, end) for block in blocks)
            yield f"blocks/{number}", [part.to_row() for part in parts if part]
    yield "text", text
    yield "pages", pages
    yield "rest", whole
    yield "sheets", [_dimensions(document, number, bound) for number, bound in enumerate(bounds, 1)]
    yield "notices", [asdict(notice) for notice in (*document.notices, *notices)]


def _dimensions(document: Document, number: int, bound: tuple[int, int]) -> list[Any]:
    page = document.pages[min(number, len(document.pages)) - 1]
    return [*bound, page.width, page.height, page.source]


class Extract:
    """An open package."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self._package = package

    def _part(self, name: str) -> Any:
        return json.loads(self._package.read(name))

    # Whoever goes through the pages of a long document needs these for each of them.
    @cached_property
    def _text(self) -> str:
        return str(self._part("text"))

    @cached_property
    def _pages(self) -> list[dict[str, Any]]:
        return list(self._part("pages"))

    @cached_property
    def _rest(self) -> dict[str, Any]:
        return dict(self._part("rest"))

    def sheet(self, number: int) -> Sheet:
        """A sheet with its text. Raises ``KeyError`` where there is none of this number."""
        content = self._part(f"sheets/{number}")
        start, end, width, height, source = self._part("sheets")[number - 1]
        reasons = {int(mark): (message, values) for mark, (message, values) in content["reasons"].items()}
        return Sheet(
            number,
            start,
            end,
            width,
            height,
            PageSource(source),
            content["text"],
            reasons,
            self._blocks(number),
        )

    def _blocks(self, number: int) -> tuple[Block, ...]:
        name = f"blocks/{number}"
        return tuple(map(Block.from_row, self._part(name))) if name in self._package.NameToInfo else ()

    def bounds(self) -> list[tuple[int, int]]:
        """Where each sheet begins and ends."""
        return [(start, end) for start, end, *_rest in self._part("sheets")]

    def outline(self) -> Document:
        """The document with its whole text, but without the words of its pages: quick, for searching."""
        return self._document({**page, "words": []} for page in self._pages)

    def document(self) -> Document:
        """The document as it was read."""
        return self._document(self._with_words(page) for page in self._pages)

    def page(self, number: int) -> Page:
        """A page of the document with its words and their boxes."""
        alone = {**self._rest, "hidden": [], "notices": [], "unread": []}
        return self._document([self._with_words(self._pages[number - 1])], alone).pages[0]

    def _with_words(self, page: dict[str, Any]) -> dict[str, Any]:
        return {**page, "words": self._part(f"words/{page['number']}")}

    def _document(self, pages: Iterable[dict[str, Any]], rest: dict[str, Any] | None = None) -> Document:
        return Document.from_json({**(rest or self._rest), "text": self._text, "pages": list(pages)})

    def notices(self) -> list[Notice]:
        """What reading and screening said about the document as a whole."""
        return [Notice(**notice) for notice in self._part("notices")]

    def hidden(self) -> tuple[HiddenPart, ...]:
        """What the file holds that no reader of its pages sees."""
        return self._document([]).hidden


@contextmanager
def open_extract(name: str) -> Iterator[Extract]:
    """Read the package ``name`` of the private store. Raises ``FileGone``."""
    with open_stored(name) as file, zipfile.ZipFile(file) as package:
        yield Extract(package)
