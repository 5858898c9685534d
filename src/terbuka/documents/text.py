"""Plain text: ``Document.text`` is the decoded file itself, newlines and all.

The command (docs/cli.md) counts offsets in the decoded file, so nothing is normalised here.
"""

import codecs
import hashlib
import re
from typing import NamedTuple

from terbuka.documents.model import Document, Page, PageSource, Word
from terbuka.documents.sandbox import Progress
from terbuka.documents.terminal import without_commands
from terbuka.errors import LimitExceeded
from terbuka.language import N_

CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1f\x7f-\x9f]")
"""Control characters that have no business in a text; form feed and vertical tab have."""
MOST_CONTROLS = 0.02
LARGEST = 64 * 1024 * 1024
"""Bytes of plain text: some twenty thousand pages."""
UTF_16_ZEROS = 0.3
"""Share of zero bytes on one side of the byte pairs that shows UTF-16 without a byte-order mark."""


class Decoded(NamedTuple):
    """A decoded file. ``encoding`` is a codec name; the byte-order mark is not part of ``text``."""

    text: str
    encoding: str
    mark: bool


def decode(data: bytes) -> Decoded | None:
    """The text in ``data``, or None when these bytes are not text.

    UTF-8 or UTF-16 by byte-order mark, UTF-8 when it is valid, UTF-16 by its zero bytes, otherwise
    Windows-1252.
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding, mark=True)
    if b"\0" in data:
        unmarked = _unmarked_utf_16(data)
        return _decoded(data, unmarked, mark=False) if unmarked else None
    return _decoded(data, "utf-8", mark=False) or _decoded(data, "cp1252", mark=False)


def _decoded(data: bytes, encoding: str, *, mark: bool) -> Decoded | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    if "\0" in text or len(CONTROLS.findall(without_commands(text))) > MOST_CONTROLS * len(text):
        return None
    return Decoded(text, encoding, mark)


def _unmarked_utf_16(data: bytes) -> str | None:
    sample = data[:4096]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if not even and odd >= UTF_16_ZEROS * half:
        return "utf-16-le"
    if not odd and even >= UTF_16_ZEROS * half:
        return "utf-16-be"
    return None


def flow_page(text: str) -> Page:
    """The one page of a format without pages; its words have no boxes."""
    words = tuple(Word(*found.span()) for found in re.finditer(r"\S+", text))
    return Page(1, 0, len(text), 0.0, 0.0, PageSource.FLOW, words)


def document_of(text: str) -> Document:
    """A text that stands in no file, as the document that reading a file of it would give."""
    data = text.encode("utf-8", "surrogatepass")  # what was written in code may hold half a character
    return Document("text", hashlib.sha256(data).hexdigest(), len(data), text, (flow_page(text),))


def check_length(data: bytes) -> None:
    """Raises ``LimitExceeded`` beyond ``LARGEST``."""
    if len(data) > LARGEST:
        raise LimitExceeded(
            N_("Berkas teks terlalu panjang: paling besar %(largest)d MiB. Bagi menjadi beberapa berkas."),
            largest=LARGEST >> 20,
        )


def read(data: bytes, sha256: str, report: Progress) -> Document:
    """The document of a text file. Raises ``LimitExceeded`` beyond ``LARGEST``."""
    check_length(data)
    decoded = decode(data)
    assert decoded is not None  # it was told to be text
    return Document("text", sha256, len(data), decoded.text, (flow_page(decoded.text),))
