"""What a stream of operators of a foreign PDF says beside what it shows: remarks, names, strings that no
operator takes; and all that it shows in one piece, however it was cut up to be spaced.
"""

import re
from typing import NamedTuple

TOKEN = re.compile(
    rb"""
    %(?P<remark>[^\r\n]*+)
    |(?P<string>\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*+\))*+\)|<[\dA-Fa-f\s]*+>)
    |/(?P<name>[^\s/<>\[\](){}%]++)
    |(?P<operator>[A-Za-z'"][A-Za-z\d*'"]*+)
    """,
    re.DOTALL | re.VERBOSE,
)
SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})
END_OF_IMAGE = re.compile(rb"\sEI\b")
HEX_CODE = re.compile(rb"#([\dA-Fa-f]{2})")
ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r\n": b""}


class Spoken(NamedTuple):
    """``beside``: remarks, and strings that are not shown. ``shown``: bytes that are, as Latin letters."""

    names: tuple[str, ...]
    beside: tuple[str, ...]
    shown: str


def spoken(content: bytes) -> Spoken:
    """What the operators say; pictures between them are skipped."""
    names: dict[str, None] = {}
    beside: dict[str, None] = {}
    shown: list[str] = []
    waiting: list[bytes] = []
    at = 0
    while found := TOKEN.search(content, at):
        at = found.end()
        if found["remark"]:
            beside[found["remark"].decode("latin-1")] = None
        elif found["name"]:
            names[name_in_words(found["name"])] = None
        elif found["string"]:
            waiting.append(_unwrapped(found["string"]))
        elif found["operator"] in SHOWING:
            shown += [data.decode("latin-1") for data in waiting]
            waiting.clear()
        elif found["operator"]:
            beside |= dict.fromkeys(map(in_letters, waiting))
            waiting.clear()
            if found["operator"] == b"ID" and (end := END_OF_IMAGE.search(content, at)):
                at = end.end()
    beside |= dict.fromkeys(map(in_letters, waiting))
    return Spoken(tuple(names), tuple(beside), "".join(shown))


def name_in_words(name: bytes) -> str:
    """A name as it is meant: ``Siti#20Rahayu`` has a space."""
    return HEX_CODE.sub(lambda code: bytes.fromhex(code[1].decode()), name).decode("utf-8", "replace")


def in_letters(data: bytes) -> str:
    """The text of a string: with the mark of UTF-16 in it, else in Latin letters."""
    is_wide = data[:2] in (b"\xfe\xff", b"\xff\xfe")
    return data.decode("utf-16", "replace") if is_wide else data.decode("latin-1")


def _unwrapped(string: bytes) -> bytes:
    """The bytes that a string stands for."""
    if string.startswith(b"<"):
        digits = b"".join(string[1:-1].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return ESCAPE.sub(_unescaped, string[1:-1])


def _unescaped(code: re.Match[bytes]) -> bytes:
    if code[1].isdigit():
        return bytes([int(code[1], 8) & 255])
    return ESCAPED.get(code[1], code[1])
