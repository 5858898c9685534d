"""The bytes of a PDF copy of ours: each belongs to the header, an object, the table of objects or the end.

Readers go from the table to the objects and never see what stands between them; ``strings`` and every search
do. So the file is read from its first byte to its last by a grammar of its own, and its end is computed.
"""

import re
from hashlib import md5

HEADER = b"%PDF-1.7\n%\xbf\xf7\xa2\xfe\n"
_TOKEN = rb"<<|>>|\[|\]|true|false|\d+ 0 R|-?\d+(?:\.\d+)?|/[\w-]+|\((?:[^()\\]|\\.)*\)|<[\da-f]*>"
_TOKENS = re.compile(_TOKEN, re.DOTALL)
_VALUE = re.compile(rb"(?:(?:%b) )*(?:%b)\n" % (_TOKEN, _TOKEN), re.DOTALL)
_LENGTH = re.compile(rb"/Length (\d+) ")
_END_OF_STREAM = re.compile(rb"\n?endstream\n")
_END = b"endobj\n"


def stray_bytes(data: bytes) -> str | None:
    """Where in the file the first byte stands that the writer does not put there; None if there is none."""
    if not data.startswith(HEADER):
        return "header"
    offsets: list[int] = []
    at = len(HEADER)
    while data.startswith(head := b"%d 0 obj\n" % (len(offsets) + 1), at):
        offsets.append(at)
        end = _end_of_object(data, at + len(head))
        if end is None:
            return f"object {len(offsets)} form"
        at = end
    return None if data[at:] == _end_of_file(data[:at], offsets) else "behind the objects"


def _end_of_object(data: bytes, at: int) -> int | None:
    value = _VALUE.match(data, at)
    if not value or not _names_keys_once(_TOKENS.findall(value.group())):
        return None
    at = value.end()
    if data.startswith(b"stream\n", at) and (length := _LENGTH.search(value.group())):
        end = _END_OF_STREAM.match(data, at + len(b"stream\n") + int(length[1]))
        at = end.end() if end else at
    return at + len(_END) if data.startswith(_END, at) else None


def _names_keys_once(tokens: list[bytes]) -> bool:
    """Whether no dictionary has a key twice, of which readers see one, and each that is opened is closed."""
    around: list[list[bytes]] = [[]]
    for token in tokens:
        if token in (b"<<", b"["):
            around.append([token])
        elif token in (b">>", b"]"):
            opened, *inside = around.pop() if len(around) > 1 else [b""]
            keys = inside[::2]
            if opened != (b"<<" if token == b">>" else b"["):
                return False
            if opened == b"<<" and (len(set(keys)) < len(keys) or len(inside) % 2):
                return False
            around[-1].append(opened)
        else:
            around[-1].append(token)
    return len(around) == 1 and len(around[0]) == 1


def _end_of_file(before: bytes, offsets: list[int]) -> bytes:
    """The table of objects and the trailer, whose identifier is made from everything before it (qpdf)."""
    rows = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1) + rows
    table += b"trailer << /Root 1 0 R /Size %d /ID [" % (len(offsets) + 1)
    content = md5(before + table, usedforsecurity=False).hexdigest()
    identifier = md5(f"{content} QPDF ".encode(), usedforsecurity=False).hexdigest()
    return table + f"<{identifier}><{identifier}>] >>\nstartxref\n{len(before)}\n%%EOF\n".encode()
