"""Looks for secrets in bytes: every encoding a file may hold a text in, and everything that inflates."""

import base64
import re
import zlib
from collections.abc import Iterator
from urllib.parse import quote

import ahocorasick

from terbuka.redaction.model import Readable
from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.model import Check, Survivor
from terbuka.redaction.verifier.search import Hunt

INFLATED = 256 * 1024 * 1024
"""Bytes inflated of one file at most; more is refused by the caller's memory limit anyway."""
DEPTH = 3
CHUNK = 65536
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")


class ByteHunt:
    """The secrets' byte forms, made once for a copy."""

    def __init__(self, hunt: Hunt, readable: Readable) -> None:
        self._numbers: dict[str, set[int]] = {}
        for form, numbers in hunt.byte_forms(readable).items():
            for text in {form, form.upper(), form.lower(), form.title()}:
                for encoded in _encodings(text):
                    self._numbers.setdefault(encoded.decode("latin-1"), set()).update(numbers)
        self._automaton = ahocorasick.Automaton()
        for form in self._numbers:
            self._automaton.add_word(form, form)
        self._automaton.make_automaton()

    def in_bytes(self, data: bytes) -> set[int]:
        """Numbers of the secrets that stand in ``data`` in any encoding; nothing is inflated."""
        if not self._numbers:
            return set()
        found: set[int] = set()
        for _, form in self._automaton.iter(data.decode("latin-1")):
            found |= self._numbers[form]
        return found


def _encodings(text: str) -> Iterator[bytes]:
    utf8, big, little = text.encode(), text.encode("utf-16-be"), text.encode("utf-16-le")
    yield utf8
    yield big
    yield little
    yield text.encode("cp1252", "ignore")  # what PDFDocEncoding shares with it is all that names need
    for data in (utf8, big):
        yield data.hex().encode()
        yield data.hex().upper().encode()
        yield "".join(f"\\{byte:03o}" for byte in data).encode()
        yield from _base64_cores(data)
    yield quote(text).encode()
    yield quote(text, safe="").replace("%20", "+").encode()
    yield "".join(f"&#{ord(c)};" for c in text).encode()
    yield "".join(f"&#x{ord(c):x};" for c in text).encode()


def _base64_cores(data: bytes) -> Iterator[bytes]:
    """What base64 makes of ``data`` at each of three offsets, without the ends that its neighbours change."""
    for shift in range(3):
        encoded = base64.b64encode(bytes(shift) + data).rstrip(b"=")
        core = encoded[(shift * 8 + 5) // 6 : len(encoded) - (1 if (shift + len(data)) % 3 else 0)]
        if len(core) >= 8:
            yield core


def inflated(data: bytes, depth: int = DEPTH) -> Iterator[bytes]:
    """Every stretch of ``data`` that inflates as zlib, damaged ones as far as they go, and what is inside."""
    left = INFLATED
    for start in _ZLIB.finditer(data):
        piece = _inflate(memoryview(data)[start.start() :], left)
        if not piece:
            continue
        left -= len(piece)
        yield piece
        if depth > 1 and left > 0:
            yield from inflated(piece, depth - 1)
        if left <= 0:
            return


def _inflate(data: memoryview, most: int) -> bytes:
    engine, pieces, size = zlib.decompressobj(), [], 0
    for at in range(0, len(data), CHUNK):
        try:
            piece = engine.decompress(data[at : at + CHUNK], most - size)
        except zlib.error:
            break
        pieces.append(piece)
        size += len(piece)
        if engine.eof or size >= most:
            break
    return b"".join(pieces)


def byte_check(copy: Copy) -> Check:
    """The raw bytes and everything in them that inflates, in every encoding."""
    hunt = ByteHunt(copy.hunt, copy.whole)
    survivors: dict[Survivor, None] = {}
    items = 0
    for place, piece in _raw_and_inflated(copy.data):
        items += 1
        for number in sorted(hunt.in_bytes(piece)):
            survivors[Survivor("bytes", place, None, copy.hunt.types[number], number)] = None
    return Check("bytes", items, tuple(survivors))


def _raw_and_inflated(data: bytes) -> Iterator[tuple[str, bytes]]:
    yield "raw", data
    for piece in inflated(data):
        yield "inflated", piece
