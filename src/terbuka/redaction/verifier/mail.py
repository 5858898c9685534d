"""Verifies a mail: its head field by field where it is ours, every part decoded, its words, its bytes.

The standard library takes the mail apart, which did not put it together.
"""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message

from terbuka.documents.html.charset import codec, decode_page, guessed
from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.foreign.said_aside import Value, aside_check
from terbuka.redaction.verifier.html import Reading, structure_survivors
from terbuka.redaction.verifier.model import Check, Survivor
from terbuka.redaction.verifier.plain import is_unseen
from terbuka.redaction.verifier.secrets.encodings import ByteHunt, byte_check

_ENCODED = r"=\?utf-8\?q\?[A-Za-z0-9!*+/_=\-]{1,63}\?=(?:\r\n =\?utf-8\?q\?[A-Za-z0-9!*+/_=\-]{1,63}\?=)*"
_PHRASE = rf"(?:{_ENCODED}|\"(?:\\[\"\\]|[ !#-\[\]-~])*\"|[\w!#$%&'*+/^`{{|}}~ \-]+)"
_MAILBOX = rf"(?:(?:{_PHRASE} )?<[^\s<>(),;]+@[^\s<>(),;]+>|[^\s<>(),;]+@[^\s<>(),;]+|{_PHRASE} :;)"
_ADDRESSES = rf"{_MAILBOX}(?:,\r\n {_MAILBOX})*"
_HEAD = re.compile(
    rf"(?:From: {_ADDRESSES}\r\n)?(?:To: {_ADDRESSES}\r\n)?(?:Cc: {_ADDRESSES}\r\n)?"
    r"(?:Date: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d [+\-]\d{4}\r\n)?"
    rf"(?:Subject: (?:{_ENCODED}|[ -~]+)\r\n)?"
    r"MIME-Version: 1\.0\r\nContent-Type: text/(?P<kind>plain|html); charset=utf-8\r\n"
    r"Content-Transfer-Encoding: (?P<coding>8bit|quoted-printable)\r\n\r\n",
    re.A,
)
"""The head of a copy of ours, whole."""
LONGEST_LINE = 998
"""Bytes; ours have no longer ones, and the pattern would take its time for those."""
_SHOWN = ("from", "to", "cc", "date", "subject")


def checks(copy: Copy) -> Iterator[Check]:
    """Everything that is done to a mail."""
    message = message_from_bytes(copy.data, policy=policy.compat32)
    parts = [part for part in message.walk() if not part.is_multipart()]
    yield Check("structure", len(message.keys()), tuple(dict.fromkeys(_structure(copy, message, parts))))
    yield byte_check(copy)
    yield _part_check(copy, parts)
    yield _text_check(copy, message, parts)
    if not copy.ours:
        yield aside_check(copy, _values(message, parts))


def _structure(copy: Copy, message: Message, parts: list[Message]) -> Iterator[Survivor]:
    lines, _, _ = copy.data.partition(b"\r\n\r\n")
    is_lined = all(len(line) <= LONGEST_LINE for line in lines.split(b"\r\n"))
    head = _HEAD.match(copy.data.decode("latin-1")) if is_lined else None
    if head:
        yield from _body_survivors(copy, head, _bytes(parts[0]))
    elif copy.ours:
        yield Survivor("structure", "head")
    for part in parts:
        if part.get_content_type() == "text/html" and not head:
            yield from structure_survivors(_decoded(part), False, copy.whole.labels)
        elif part.get_content_maintype() != "text":
            yield Survivor("attachment", "part")
    if len(parts) > 1:
        yield Survivor("hidden-text", "further part")


def _body_survivors(copy: Copy, head: re.Match[str], body: bytes) -> Iterator[Survivor]:
    """Whatever in a body is not as we write it."""
    raw = copy.data[head.end() :]
    if raw.replace(b"\r\n", b"").translate(None, b"\r\n") != raw.replace(b"\r\n", b""):
        yield Survivor("structure", "line ends")
    try:
        text = body.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        yield Survivor("structure", "encoding")
        return
    if head["kind"] == "html":
        yield from structure_survivors(text, copy.ours, copy.whole.labels)
    elif any(map(is_unseen, text)):
        yield Survivor("hidden-text", "character")


def _part_check(copy: Copy, parts: list[Message]) -> Check:
    hunt = ByteHunt(copy.hunt, copy.whole)
    survivors = [
        Survivor("bytes", "part", None, copy.hunt.types[number], number)
        for part in parts
        for number in sorted(hunt.in_bytes(_bytes(part)))
    ]
    return Check("parts", len(parts), tuple(dict.fromkeys(survivors)))


def _text_check(copy: Copy, message: Message, parts: list[Message]) -> Check:
    """The shown fields and the bodies against what may stay, everything else against nothing."""
    shown = [_words(value) for name, value in message.raw_items() if str(name).lower() in _SHOWN]
    rest = [
        _words(value)
        for part in message.walk()
        for name, value in part.raw_items()
        if part is not message or str(name).lower() not in _SHOWN
    ]
    for part in parts:
        reading = Reading(_decoded(part)) if part.get_content_type() == "text/html" else None
        shown.append(reading.text if reading else _decoded(part))
        rest.append(reading.rest if reading else "")
    survivors = [*copy.survivors("text", "text", ["\n".join(shown)])]
    whole = copy.hunt.expecting(copy.whole)
    survivors += [
        Survivor("metadata", "header", None, copy.hunt.types[number], number)
        for number in sorted(whole.in_reading("\n".join(rest)))
    ]
    return Check("text", len("\n".join(shown).split()), tuple(dict.fromkeys(survivors)))


def _values(message: Message, parts: list[Message]) -> Iterator[Value]:
    """The fields that nobody sees, of which others judge (``hidden_parts``), and the attributes of pages."""
    for part in message.walk():
        for name, value in part.raw_items():
            if part is not message or str(name).lower() not in _SHOWN:
                yield Value("header", _words(value), is_judged=False)
    for part in parts:
        if part.get_content_type() == "text/html":
            yield from (Value("attribute", text) for text in Reading(_decoded(part)).values)


def _bytes(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _decoded(part: Message) -> str:
    data = _bytes(part)
    said = part.get_param("charset", "")
    name = said if isinstance(said, str) else ""
    if part.get_content_type() == "text/html":
        return decode_page(data, name)
    return data.decode(codec(name), "replace") if codec(name) else guessed(data)


def _words(value: object) -> str:
    """A field, decoded."""
    text = re.sub(r"[\r\n]+", "", str(value))
    try:
        pieces = decode_header(text)
    except (HeaderParseError, ValueError):
        return text
    return "".join(
        piece if isinstance(piece, str) else piece.decode(codec(charset or "") or "utf-8", "replace")
        for piece, charset in pieces
    )
