"""Text in a PDF of another program where no reader looks: between its objects, and in what nothing refers to.

Programs sign themselves there, so it is no fault; but what it says is screened.
"""

import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    StreamObject,
    TextStringObject,
)

from terbuka.documents.told import says
from terbuka.redaction.verifier.foreign.pdf_objects import UNREADABLE, numbers_of
from terbuka.redaction.verifier.secrets.encodings import inflated

_OBJECT = re.compile(rb"\s*\d+\s+\d+\s+obj\b.*?\bendobj\b", re.DOTALL)
_LITERAL = re.compile(r"\(((?:\\.|[^\\()])*)\)")
_READABLE = re.compile(r"[^\x00-\x1f\x7f-\x9f]{4,}")
"""What ``strings`` would show."""


def stray_text(reader: PdfReader, data: bytes) -> list[str]:
    """What can be read there, piece by piece."""
    between = [part for piece in _between(reader, data) for part in (piece, *_packed(piece))]
    found = [text for piece in between for text in _readable(piece.decode("latin-1"))]
    for number in sorted(numbers_of(reader) - reached_numbers(reader)):
        found += [text for said in _said(reader, number) for text in _readable(said)]
    return found


def _packed(piece: bytes) -> Iterator[bytes]:
    """What is packed in it; the file's own tables are there too, under their names."""
    if not any(name in piece for name in (b"/ObjStm", b"/XRef")):  # pragma: no branch
        yield from inflated(piece)


def _readable(text: str) -> Iterator[str]:
    yield from filter(says, _READABLE.findall(text))


def _between(reader: PdfReader, data: bytes) -> Iterator[bytes]:
    """The bytes that belong to no object of the table."""
    at = 0
    for offset in sorted(offset for table in reader.xref.values() for offset in table.values()):
        if offset >= at and (known := _OBJECT.match(data, offset)):
            yield data[at:offset]
            at = known.end()
    yield data[at:]


def reached_numbers(reader: PdfReader) -> set[int]:
    """The numbers of the objects to which a way leads from the trailer."""
    reached: set[int] = set()
    waiting: list[Any] = [DictionaryObject(reader.trailer)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, IndirectObject):
            if value.idnum not in reached:
                reached.add(value.idnum)
                waiting.append(_object(reader, value.idnum))
        elif isinstance(value, DictionaryObject):
            waiting += [value.raw_get(key) for key in value]
        elif isinstance(value, ArrayObject):
            waiting += list(value)
    return reached


def _said(reader: PdfReader, number: int) -> Iterator[str]:
    """The strings of an object, and what its stream holds."""
    waiting: list[Any] = [_object(reader, number)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, DictionaryObject):
            waiting += [value.raw_get(key) for key in value]
        elif isinstance(value, ArrayObject):
            waiting += list(value)
        elif isinstance(value, ByteStringObject):
            yield value.decode("latin-1")
        elif isinstance(value, str):
            yield value
            # bytes that look like no text to one reader do to another
            yield value.original_bytes.decode("latin-1") if isinstance(value, TextStringObject) else ""
        if isinstance(value, StreamObject):
            packed = value.get("/Type") in ("/ObjStm", "/XRef")
            # of packed objects their strings: keys and numbers are no text
            yield from _LITERAL.findall(_content(value)) if packed else [_content(value)]


def _object(reader: PdfReader, number: int) -> Any:
    try:
        return reader.get_object(IndirectObject(number, 0, reader))
    except PyPdfError:
        return None  # what cannot be read as an object is searched as bytes


def _content(stream: StreamObject) -> str:
    try:
        return stream.get_data().decode("latin-1")
    except UNREADABLE:
        return ""
