"""Looks for secrets in bytes: every encoding a file may hold a text in, and everything that inflates."""

import base64
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar
from urllib.parse import quote

import ahocorasick

from terbuka.errors import LimitExceeded
from terbuka.language import N_
from terbuka.redaction.model import Readable
from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.model import Check, Survivor
from terbuka.redaction.verifier.secrets.search import SUBSTRING, Hunt, squeeze

INFLATED = 256 * 1024 * 1024
"""Bytes inflated of one stretch at most."""
INFLATED_IN_ALL = 8 * INFLATED
"""Bytes inflated of one file at most. What is not looked at has not passed: more is over the limit."""
DEPTH = 3
CHUNK = 65536
AT_ONCE = 3_000_000
"""Characters of the forms that are looked for at once, some forty bytes each in memory: all those of a thick
file would take gigabytes."""
SIGN_OF_LIFE = 100
"""Pieces after which progress is told: of a thick file there are many."""
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
Key = TypeVar("Key")


class ByteHunt:
    """The byte forms of a copy's secrets, made in portions of which one at a time is in memory."""

    def __init__(self, hunt: Hunt, readable: Readable) -> None:
        self._texts = list(hunt.byte_forms(readable).items())
        self._only: _Portion | None = None

    def portions(self) -> "Iterator[_Portion]":
        """Each with some of the forms, at least one. The only one is kept."""
        if self._only:
            yield self._only
            return
        forms: dict[str, set[int]] = {}
        size, whole = 0, True
        for text, numbers in self._texts:
            for form in _byte_forms(text):
                size += 0 if form in forms else len(form)
                forms.setdefault(form, set()).update(numbers)
            if size >= AT_ONCE:
                yield _Portion(forms)
                forms, size, whole = {}, 0, False
        if whole:
            self._only = _Portion(forms)
            yield self._only
        elif forms:  # pragma: no branch - the last portion is empty once in a hundred files
            yield _Portion(forms)

    def in_bytes(self, data: bytes) -> set[int]:
        """Numbers of the secrets that stand in ``data`` in any encoding; nothing is inflated."""
        return self.in_pieces(lambda: [(None, data)]).get(None, set())

    def in_pieces(self, pieces: Callable[[], Iterable[tuple[Key, bytes]]]) -> dict[Key, set[int]]:
        """The same for many pieces, by their key. ``pieces`` is called once for each portion."""
        found: dict[Key, set[int]] = {}
        for portion in self.portions():
            for key, data in pieces():
                if numbers := portion.in_bytes(data):
                    found.setdefault(key, set()).update(numbers)
        return found


class _Portion:
    """Byte forms with the numbers of their secrets."""

    def __init__(self, numbers: dict[str, set[int]]) -> None:
        self._numbers = numbers
        self._automaton = ahocorasick.Automaton()
        for form in numbers:
            self._automaton.add_word(form, form)
        self._automaton.make_automaton()

    def in_bytes(self, data: bytes) -> set[int]:
        found: set[int] = set()
        if self._numbers:
            for _, form in self._automaton.iter(data.decode("latin-1")):
                found |= self._numbers[form]
        return found


def _byte_forms(text: str) -> Iterator[str]:
    for written in {text, text.upper(), text.lower(), text.title()}:
        for encoded in _encodings(written):
            yield encoded.decode("latin-1")


def _encodings(text: str) -> Iterator[bytes]:
    utf8, big, little = text.encode(), text.encode("utf-16-be"), text.encode("utf-16-le")
    yield utf8
    yield big
    yield little
    latin = text.encode("cp1252", "ignore")  # what PDFDocEncoding shares with it is all that names need
    if len(squeeze(latin.decode("cp1252"))) >= SUBSTRING:  # of another alphabet nothing but a space is left
        yield latin
    for data in (utf8, big):
        yield data.hex().encode()
        yield data.hex().upper().encode()
        yield "".join(f"\\{byte:03o}" for byte in data).encode()
        yield from _base64_cores(data)
    yield from _base32_cores(utf8)
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


def _base32_cores(data: bytes) -> Iterator[bytes]:
    """The same for base32, of which five octets are eight letters."""
    for shift in range(5):
        encoded = base64.b32encode(bytes(shift) + data).rstrip(b"=")
        yield encoded[(shift * 8 + 4) // 5 : len(encoded) - (1 if (shift + len(data)) % 5 else 0)]


def inflated(data: bytes) -> Iterator[bytes]:
    """Every stretch of ``data`` that inflates as zlib, damaged ones as far as they go, and what is inside.

    Raises ``LimitExceeded`` where that is more than may be.
    """
    left = INFLATED_IN_ALL
    for piece in _stretches(data, DEPTH):
        left -= len(piece)
        if left < 0 or len(piece) > INFLATED:
            raise LimitExceeded(
                N_("Isi berkas ini mengembang melebihi batas, jadi tidak dapat diperiksa seluruhnya.")
            )
        yield piece


def _stretches(data: bytes, depth: int) -> Iterator[bytes]:
    for start in _ZLIB.finditer(data):
        if piece := _inflate(memoryview(data)[start.start() :], INFLATED + 1):
            yield piece
            if depth > 1:
                yield from _stretches(piece, depth - 1)


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
    items = 0

    def pieces() -> Iterator[tuple[str, bytes]]:
        nonlocal items
        items = 0
        for place, piece in _raw_and_inflated(copy.data):
            items += 1
            if not items % SIGN_OF_LIFE:
                copy.report(0, len(copy.pages))
            yield place, piece
        copy.report(0, len(copy.pages))

    found = ByteHunt(copy.hunt, copy.whole).in_pieces(pieces)
    survivors = [
        Survivor("bytes", place, None, copy.hunt.types[number], number)
        for place, numbers in found.items()
        for number in sorted(numbers)
    ]
    return Check("bytes", items, tuple(survivors))


def _raw_and_inflated(data: bytes) -> Iterator[tuple[str, bytes]]:
    yield "raw", data
    for piece in inflated(data):
        yield "inflated", piece
