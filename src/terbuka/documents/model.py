"""What a document is to the engine, whatever file it came from.

All offsets are character offsets into ``Document.text``, end exclusive. All boxes are in PDF points
(1/72 inch) from the top left of the page as a reader sees it (crop and rotation applied).
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from itertools import chain
from typing import Any, NamedTuple, overload

from terbuka.language import counted, translate


class Box(NamedTuple):
    """A rectangle in points from the top left of the page: left, top, right, bottom."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    def touches(self, other: "Box") -> bool:
        """True where the two share more than an edge."""
        return self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1

    def joined(self, other: "Box") -> "Box":
        return Box(
            min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1)
        )


PICTURE, UNREAD = "[GAMBAR]", "[TAK TERBACA]"
"""What stands in a text that flows for a picture, and for each part of it that nobody has read."""


class PageSource(StrEnum):
    """Where the words of a page come from."""

    TEXT = "text"  # the file's own text, seen in the page's pixels
    OCR = "ocr"  # read from the pixels
    MIXED = "mixed"  # the file's own text, and what stands in its pictures read from the pixels
    FLOW = "flow"  # a format without fixed pages (text, DOCX, XLSX): words have no boxes


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without white space. ``text`` is ``document.text[start:end]``.

    ``edges`` holds the x of each character's left edge and the last one's right edge
    (``end - start + 1`` values) when the file tells them; empty otherwise.
    ``turn`` is the clockwise turn of the reading direction in degrees: 0, 90, 180 or 270.
    """

    start: int
    end: int
    box: Box | None = None
    edges: tuple[float, ...] = ()
    turn: int = 0


class Words(Sequence[Word]):
    """Words kept as columns of numbers: half a million ``Word`` objects of a thick document take four times
    the memory. Equal to a tuple of the same words."""

    __slots__ = ("_boxed", "_boxes", "_edges", "_ends", "_reached", "_starts", "_turns")

    def __init__(self, words: Iterable[Word] = ()) -> None:
        self._starts, self._ends, self._turns = array("I"), array("I"), array("h")
        self._boxed, self._boxes = bytearray(), array("d")
        self._edges, self._reached = array("d"), array("I", [0])
        for word in words:
            self._starts.append(word.start)
            self._ends.append(word.end)
            self._turns.append(word.turn)
            self._boxed.append(word.box is not None)
            self._boxes.extend(word.box or _NOWHERE)
            self._edges.extend(word.edges)
            self._reached.append(len(self._edges))

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Word]: ...
    def __getitem__(self, index: int | slice) -> Word | Sequence[Word]:
        places = range(len(self))[index]
        return self._word(places) if isinstance(places, int) else [self._word(at) for at in places]

    def __iter__(self) -> Iterator[Word]:
        return map(self._word, range(len(self)))

    def _word(self, at: int) -> Word:
        box = Box(*self._boxes[4 * at : 4 * at + 4]) if self._boxed[at] else None
        edges = tuple(self._edges[self._reached[at] : self._reached[at + 1]])
        return Word(self._starts[at], self._ends[at], box, edges, self._turns[at])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (Words, tuple)) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Words({list(self)})"


_NOWHERE = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``width`` and ``height`` in points, 0 in flow documents. ``number`` counts from 1."""

    number: int
    start: int
    end: int
    width: float
    height: float
    source: PageSource
    words: Sequence[Word]


@dataclass(frozen=True, slots=True)
class HiddenPart:
    """Something a reader of the page does not see, but the file holds. None of it reaches a public copy.

    ``kind`` is one of: ``metadata``, ``comment``, ``hidden-text``,
    ``tracked-change``, ``attachment``, ``form``, ``script``, ``earlier-revision``, ``picture`` …
    ``box`` is set for text too small or too faint to read that still leaves a trace in the page's
    pixels: a copy made from the pixels must cover it.
    """

    kind: str
    place: str
    text: str = ""
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the officer about the document (message of ``language``, with its values)."""

    message: str
    values: dict[str, Any]
    page: int | None = None

    @property
    def sentence(self) -> str:
        """In the language in use, and so are its values that are messages: the kind of a document."""
        words = {name: value for name, value in self.values.items() if value and isinstance(value, str)}
        said = {name: translate(value) for name, value in words.items()}
        numbers = [value for value in self.values.values() if isinstance(value, int)]
        return counted(self.message, next(iter(numbers), 1)) % {**self.values, **said}


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a page that nobody has read, or not surely: handwriting, a stamp, a photograph, a blur.

    What stands there is not known, so it may not pass as nothing to hide. ``message`` and ``values``: why,
    as in ``Notice``. ``text``: what a QR or bar code says that stands in it; people see only its squares.
    ``start`` and ``end``: the words that stand for it, where it is a part of a picture that stands in a text
    that flows (``Document.pictures``); ``box`` is then in the points of that picture.
    """

    page: int
    box: Box
    message: str
    values: dict[str, Any]
    text: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """``format``: as in ``formats.Format``. ``sha256`` is of the file's bytes.

    ``pictures``: those that stand in a text that flows, each like a page of its own with boxes in its own
    points. Its text begins with ``PICTURE``, the words that stand for it as a whole.
    """

    format: str
    sha256: str
    size: int
    text: str
    pages: tuple[Page, ...]
    hidden: tuple[HiddenPart, ...] = ()
    notices: tuple[Notice, ...] = ()
    unread: tuple[Unread, ...] = ()
    pictures: tuple[Page, ...] = ()

    def page_at(self, offset: int) -> Page:
        """The page that holds the character at ``offset``."""
        low, high = 0, len(self.pages) - 1
        while low < high:
            middle = (low + high) // 2
            if offset >= self.pages[middle].end:
                low = middle + 1
            else:
                high = middle
        return self.pages[low]

    def to_json(self) -> dict[str, Any]:
        """Plain lists and dictionaries; a word is ``[start, end, box, edges, turn]``: a page has hundreds."""
        return {
            **self._but_pages(),
            "pages": [_page_to_json(page) for page in self.pages],
            "pictures": [_page_to_json(picture) for picture in self.pictures],
        }

    def _but_pages(self) -> dict[str, Any]:
        return {
            "format": self.format,
            "sha256": self.sha256,
            "size": self.size,
            "text": self.text,
            "hidden": [asdict(part) for part in self.hidden],
            "notices": [asdict(notice) for notice in self.notices],
            "unread": [asdict(part) for part in self.unread],
        }

    def to_rows(self) -> Iterator[Any]:
        """The document piece by piece, so that nobody needs to hold it twice: what is said of the whole and
        how many pages there are, then each page, then each picture."""
        yield {**self._but_pages(), "pages": len(self.pages)}
        yield from map(_page_to_json, chain(self.pages, self.pictures))

    @staticmethod
    def from_rows(rows: Iterable[Any]) -> "Document":
        """The inverse of ``to_rows``. Raises as ``from_json`` does for rows that are none of a document."""
        rows = iter(rows)
        head: dict[str, Any] = next(rows, {})
        count = head["pages"]
        whole = Document.from_json({**head, "pages": ()})
        pages = tuple(_page(row) for row in rows)
        return replace(whole, pages=pages[:count], pictures=pages[count:])

    @staticmethod
    def from_json(data: dict[str, Any]) -> "Document":
        return Document(
            format=data["format"],
            sha256=data["sha256"],
            size=data["size"],
            text=data["text"],
            pages=tuple(_page(page) for page in data["pages"]),
            hidden=tuple(_hidden_part(part) for part in data["hidden"]),
            notices=tuple(Notice(**notice) for notice in data["notices"]),
            unread=tuple(Unread(**{**part, "box": Box(*part["box"])}) for part in data.get("unread", ())),
            pictures=tuple(_page(picture) for picture in data.get("pictures", ())),
        )


def _page_to_json(page: Page) -> dict[str, Any]:
    return {
        "number": page.number,
        "start": page.start,
        "end": page.end,
        "width": page.width,
        "height": page.height,
        "source": page.source,
        "words": [[w.start, w.end, w.box, w.edges, w.turn] for w in page.words],
    }


def _page(data: dict[str, Any]) -> Page:
    words = Words(
        Word(start, end, Box(*box) if box else None, tuple(edges), turn)
        for start, end, box, edges, turn in data["words"]
    )
    return Page(**{**data, "source": PageSource(data["source"]), "words": words})


def _hidden_part(data: dict[str, Any]) -> HiddenPart:
    return HiddenPart(**{**data, "box": Box(*data["box"]) if data["box"] else None})
