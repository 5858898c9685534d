"""The entries of a ZIP package, read one after the other as they stand in the file.

Reads the local headers itself instead of trusting the central directory: stale entries, gaps and
comments between them are where edited packages keep what was removed.
"""

import struct
import zlib
from collections.abc import Iterator, Sequence

from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.model import Check, Survivor
from terbuka.redaction.verifier.packages.rewriting import Part
from terbuka.redaction.verifier.secrets.encodings import ByteHunt

LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
PART = 256 * 1024 * 1024
"""Bytes of one inflated part at most."""


def read_entries(data: bytes, survivors: list[Survivor]) -> list[Part]:
    """Entries in the order of the file; whatever stands between or around them is a survivor."""
    parts: list[Part] = []
    at = 0
    while data[at : at + 4] == LOCAL:
        flags, method = struct.unpack("<HH", data[at + 6 : at + 10])
        packed, name_length, extra = struct.unpack("<I4xHH", data[at + 18 : at + 30])
        name = data[at + 30 : at + 30 + name_length].decode("utf-8", "replace")
        body = at + 30 + name_length + extra
        if flags & 0x8 or extra:
            survivors.append(Survivor("structure", "entry with extra data"))
        content, used = _content(data, body, packed, method)
        parts.append(Part(name, content, data[body : body + used]))
        at = body + used + (_descriptor(data, body + used) if flags & 0x8 else 0)
    survivors.extend(_directory(data, at, len(parts)))
    return parts


def _content(data: bytes, body: int, packed: int, method: int) -> tuple[bytes, int]:
    """(content, bytes used). A streamed entry does not say its length: deflate finds its own end."""
    if method == 0:
        return data[body : body + packed], packed
    engine = zlib.decompressobj(-15)
    content = engine.decompress(memoryview(data)[body:], PART)
    return content, len(data) - body - len(engine.unused_data) - len(engine.unconsumed_tail)


def _descriptor(data: bytes, at: int) -> int:
    return 16 if data[at : at + 4] == b"PK\x07\x08" else 12


def _directory(data: bytes, at: int, entries: int) -> Iterator[Survivor]:
    """The central directory must begin where the entries end, count them all, and end the file."""
    listed = 0
    while data[at : at + 4] == CENTRAL:
        name, extra, comment = struct.unpack("<HHH", data[at + 28 : at + 34])
        if comment or extra:
            yield Survivor("comment", "package directory")
        at += 46 + name + extra + comment
        listed += 1
    if data[at : at + 4] != END or len(data) != at + 22:
        yield Survivor("bytes", "outside the package's entries")
    if listed != entries:
        yield Survivor("unreferenced-object", "entry not in the directory")


def part_check(copy: Copy, parts: Sequence[Part]) -> Check:
    """The bytes of every part, inflated."""
    hunt = ByteHunt(copy.hunt, copy.whole)
    survivors = [
        Survivor("bytes", part.name, None, copy.hunt.types[number], number)
        for part in parts
        for number in sorted(hunt.in_bytes(part.data))
    ]
    return Check("parts", len(parts), tuple(survivors))
