"""The words of a header field: unfolded, and encoded words (RFC 2047) decoded, also where they are not as the
RFC wants them. Nothing here raises: what is no encoding stays as it is written."""

import base64
import binascii
import quopri
import re
from itertools import groupby

from terbuka.documents.html.charset import codec, guessed

_WORD = re.compile(r"=\?([^?\s]*)\?([bBqQ])\?([^?]*)\?=")
_BETWEEN = re.compile(r"(\?=)\s+(?==\?[^?\s]*\?[bBqQ]\?)")
_LINE_ENDS = re.compile(r"[\r\n]+")


def decoded(value: str) -> str:
    """What a field says. ``value``: as the standard library keeps it, bytes that are no ASCII escaped."""
    text = _LINE_ENDS.sub("", guessed_text(value)).strip()
    pieces: list[str] = []
    at = 0
    words: list[tuple[str, bytes]] = []
    text = _BETWEEN.sub(r"\1", text)
    for found in _WORD.finditer(text):
        if found.start() > at:
            pieces += [_joined(words), text[at : found.start()]]
            words = []
        words.append((found[1].partition("*")[0], _bytes(found[2], found[3])))
        at = found.end()
    return "".join([*pieces, _joined(words), text[at:]])


def guessed_text(value: str) -> str:
    """The value with its escaped bytes read."""
    return guessed(value.encode("utf-8", "surrogateescape")) if value else ""


def _joined(words: list[tuple[str, bytes]]) -> str:
    """Letters may be cut in two between words of one encoding."""
    parts = []
    for charset, group in groupby(words, key=lambda word: word[0].lower()):
        data = b"".join(word[1] for word in group)
        name = codec(charset)
        parts.append(data.decode(name, "replace") if name else guessed(data))
    return "".join(parts)


def _bytes(kind: str, text: str) -> bytes:
    data = text.encode("utf-8", "replace")
    if kind in "qQ":
        return quopri.decodestring(data.replace(b"_", b"=20"))
    try:
        return base64.b64decode(data + b"=" * (-len(data) % 4))
    except (binascii.Error, ValueError):
        return data
