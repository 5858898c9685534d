"""The text of a page, decoded as browsers decode a file.

A byte-order mark goes before what the page says of itself; without either, UTF-8 where it is valid, and
Windows-1252, which has a letter for every byte.
"""

import codecs
import re

from terbuka.documents.text import decode as decode_text

_SAID = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:\-]+)", re.I)
_UTF_16 = re.compile(r"utf-?16(?:-?[lb]e)?", re.I)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOKED_AT = 4096
"""Bytes; browsers look at 1024 and go on while the head lasts."""
_KNOWN = re.compile(
    r"utf-?8|windows-?125\d|cp-?125\d|iso-?8859-?\d{1,2}|koi8-?[ru]|gb18030|gbk|gb2312|big5|shift[-_]jis|euc-?(?:jp|kr)"
    r"|macintosh|iso-2022-jp",
    re.I,
)
"""Names of encodings that are no trap: Python knows others, as ``unicode_escape``."""
_LATIN = re.compile(r"(?:us-?)?ascii|latin-?1|l1|iso-?8859-?1|iso_8859-1", re.I)
"""What browsers read as Windows-1252."""


def decode_page(data: bytes, said: str = "") -> str:
    """``said``: the encoding that stands outside of the page, as in the header of a mail."""
    own = _SAID.search(data[:_LOOKED_AT])
    return decode_said(data, said, own[1].decode("ascii", "replace") if own else "")


def decode_said(data: bytes, *said: str) -> str:
    """The text of bytes that are said to have one of these encodings, the first that is to be used."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if data[:2].count(0) == 1 and any(_UTF_16.fullmatch(name.strip()) for name in said):
        return data.decode("utf-16-be" if not data[0] else "utf-16-le", "replace")
    name = next(filter(None, map(codec, said)), "")
    return data.decode(name, "replace") if name else guessed(data)


def codec(name: str) -> str:
    """Python's name for an encoding that a page or a mail says it has; empty where it is not to be used."""
    name = name.strip()
    if _UTF_16.fullmatch(name):
        return "utf-8"  # who can read the name in bytes of one letter each is not reading UTF-16
    if _LATIN.fullmatch(name):
        return "cp1252" if name.lower() not in ("ascii", "us-ascii") else ""
    if not _KNOWN.fullmatch(name):
        return ""
    try:
        return codecs.lookup(name.lower().replace("windows", "cp").replace("cp-", "cp")).name
    except LookupError:
        return ""


def guessed(data: bytes) -> str:
    """The text of bytes of which nothing is known."""
    decoded = decode_text(data)
    return decoded.text if decoded else data.decode("utf-8", "replace")
