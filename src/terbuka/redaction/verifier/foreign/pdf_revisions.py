"""What earlier revisions of a PDF held that the last one does not.

Every save that only appends leaves the file as it was before, byte by byte: a seal adds to it and hides
nothing, a redaction takes something away and leaves it there. So the objects of each revision are compared
with those of the last.
"""

import io
import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NullObject,
    StreamObject,
)

from terbuka.redaction.verifier.foreign.pdf_objects import numbers_of
from terbuka.redaction.verifier.model import Survivor

MOST = 20
"""Revisions that are looked at; a file of more has changed too often to be told from a draft."""
UNREAD = (PyPdfError, ValueError, KeyError, TypeError, RecursionError, IndexError, AttributeError)
OWN = ("/XRef", "/ObjStm", "/Metadata")
"""Streams of the file itself, which every save writes anew; what is said in them is looked at as a text."""
PLACE = "startxref"


def revision_survivors(data: bytes) -> Iterator[Survivor]:
    """One survivor where an earlier revision held what is gone or changed since, or cannot be read."""
    ends = [found.end() for found in re.finditer(rb"startxref\s+\d+\s+%%EOF[\r\n]*", data)]
    earlier = ends[:-1]
    if b"/Linearized" in data[:2048]:
        earlier = earlier[1:]  # the first table of a file made for slow lines is no revision
    if not earlier:
        return
    if len(earlier) > MOST or any(_has_lost(data[:end], data) for end in earlier):
        yield Survivor("earlier-revision", PLACE)


def _has_lost(before: bytes, after: bytes) -> bool:
    try:
        old, new = PdfReader(io.BytesIO(before)), PdfReader(io.BytesIO(after))
        numbers = numbers_of(old) - {0}
        kept = (_is_kept(_object(old, number), _object(new, number)) for number in numbers)
        return not numbers or not all(kept)
    except UNREAD:
        return True


def _object(reader: PdfReader, number: int) -> Any:
    return reader.get_object(IndirectObject(number, 0, reader))


def _is_kept(old: Any, new: Any) -> bool:
    """Whether the new object says all that the old one said."""
    if isinstance(old, StreamObject):
        if old.get("/Type") in OWN:
            return True
        return isinstance(new, StreamObject) and old.get_data() == new.get_data()
    if isinstance(old, DictionaryObject):
        return isinstance(new, DictionaryObject) and all(
            _is_kept(old.raw_get(key), new.raw_get(key) if key in new else None) for key in old
        )
    if isinstance(old, ArrayObject):
        return isinstance(new, ArrayObject) and _holds(new, old)
    return _is_harmless(old) or repr(old) == repr(new)


def _holds(new: ArrayObject, old: ArrayObject) -> bool:
    """Every item of the old list is in the new one."""
    said = {_said(item) for item in new}
    return all(_said(item) in said or isinstance(item, (DictionaryObject, ArrayObject)) for item in old)


def _said(item: Any) -> str:
    return f"{item.idnum} R" if isinstance(item, IndirectObject) else repr(item)


def _is_harmless(value: Any) -> bool:
    """Numbers, dates and marks tell nothing by themselves; names and references neither."""
    if isinstance(value, (NullObject, type(None), IndirectObject, int, float, bool)):
        return True
    return isinstance(value, str) and (value.startswith(("/", "D:")) or not any(c.isalpha() for c in value))
