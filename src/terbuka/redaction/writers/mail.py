"""The public copy of a mail: a fresh one with the five fields that readers see, and one body.

The fields are written anew from what is kept of them. An address stands there only where it is kept whole; a
name without one is written as a group of nobody (RFC 6854), which every program shows.
"""

import quopri
import re
from collections.abc import Callable, Iterator, Sequence
from email.utils import format_datetime, parsedate_to_datetime
from pathlib import Path

from terbuka.documents.mail import Letter, read_letter
from terbuka.documents.mail.head import ADDRESSED, NEXT, SHOWN
from terbuka.redaction.model import Placed, Plan
from terbuka.redaction.writers.docx_text import Bit, Cutter
from terbuka.redaction.writers.html import Page
from terbuka.redaction.writers.original import hold_same

LINE = "\r\n"
LONGEST_LINE = 998
"""Bytes of a line of a mail (RFC 5322)."""
LONGEST_VALUE = 900
LONGEST_WORD = 63
"""Letters inside of an encoded word."""
_NAMES = {"from": "From", "to": "To", "cc": "Cc", "date": "Date", "subject": "Subject"}
_MAILBOX = re.compile(r"(?:(.+?) <)?([\w.!#$%&'*+/=?^`{|}~\-]+@[\w\-]+(?:\.[\w\-]+)*)(?(1)>)", re.A)
_ATOMS = re.compile(r"[\w!#$%&'*+/^`{|}~\-]+(?: [\w!#$%&'*+/^`{|}~\-]+)*", re.A)
_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!*+/-")


def write(source: Path, destination: Path, plan: Plan, report: Callable[[int, int], None]) -> list[Placed]:
    """Write the copy of the mail at ``source``; returns one entry for each label."""
    letter = read_letter(source.read_bytes(), lambda kind, place, text: None)
    hold_same(letter.flow.lay_out(), plan)
    cutter = Cutter(letter.flow, plan.redactions)
    head, moved, placed = _head(letter, cutter)
    body, in_body = _body(letter, cutter, moved)
    destination.write_bytes(_message(head, body, is_html=letter.is_html))
    report(1, 1)
    return [*placed, *in_body]


def _head(letter: Letter, cutter: Cutter) -> tuple[dict[str, str], list[list[Bit]], list[Placed]]:
    """The fields, and those that stand in the body: a date that is hidden is none that a head may have."""
    fields: dict[str, str] = {}
    moved: list[list[Bit]] = []
    placed: list[Placed] = []
    for name, paragraph in zip(letter.heads, letter.head, strict=True):
        bits = cutter.cut(paragraph)
        kept = [bit for bit in bits if bit.kind != "label" or bit.redaction is not None]
        value = " ".join("".join(bit.text for bit in kept).split())
        if name in ADDRESSED:
            value = f",{LINE} ".join(_mailbox(text) for text in _each(kept))
        elif name == "subject":
            value = _words(value)
        elif value != (value := _date(value)):
            moved.append(bits)
        if bits not in moved:
            placed += [Placed(bit.redaction, 1, None) for bit in bits if bit.redaction is not None]
        if value:
            fields[_NAMES[name]] = value
    return fields, moved, placed


def _each(bits: Sequence[Bit]) -> Iterator[str]:
    """What is kept of each address."""
    pieces = [""]
    for bit in bits:
        if bit.kind == NEXT and bit.redaction is None:
            pieces.append("")
        else:
            pieces[-1] += bit.text
    return (" ".join(piece.split()) for piece in pieces if piece.strip())


def _mailbox(text: str) -> str:
    """A name with its address, or a name that is nobody's."""
    found = _MAILBOX.fullmatch(text)
    if not found:
        return f"{_phrase(text)} :;"
    return f"{_phrase(found[1])} <{found[2]}>" if found[1] else found[2]


def _phrase(text: str) -> str:
    if _ATOMS.fullmatch(text) and len(text) < LONGEST_VALUE:
        return text
    if text.isascii() and text.isprintable() and "=?" not in text and len(text) < LONGEST_VALUE:
        return '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'
    return _encoded(text)


def _words(text: str) -> str:
    if text.isascii() and text.isprintable() and "=?" not in text and len(text) < LONGEST_VALUE:
        return text
    return _encoded(text)


def _encoded(text: str) -> str:
    """Encoded words (RFC 2047), each on a line, none cutting a letter in two."""
    words = [""]
    for letter in text:
        written = "".join(
            "_" if byte == 0x20 else chr(byte) if byte in _SAFE else f"={byte:02X}"
            for byte in letter.encode()
        )
        if len(words[-1]) + len(written) > LONGEST_WORD:
            words.append("")
        words[-1] += written
    return f"{LINE} ".join(f"=?utf-8?q?{word}?=" for word in words)


def _date(value: str) -> str:
    try:
        written = format_datetime(parsedate_to_datetime(value))
    except (TypeError, ValueError, IndexError, OverflowError):
        return ""
    return written if written == value else ""


def _body(letter: Letter, cutter: Cutter, moved: Sequence[list[Bit]]) -> tuple[str, list[Placed]]:
    page = Page(cutter)
    if letter.is_html:
        first = [f"<p>{page.inside(bits)}</p>" for bits in moved]
        return page.of(letter.body, first), page.placed
    lines = [_line(bits, page.placed) for bits in moved]
    lines += [_line(cutter.cut(paragraph), page.placed) for paragraph in letter.paragraphs()]
    return "".join(f"{line}\n" for line in lines), page.placed


def _line(bits: Sequence[Bit], placed: list[Placed]) -> str:
    placed += [Placed(bit.redaction, 1, None) for bit in bits if bit.redaction is not None]
    return "".join(bit.text for bit in bits)


def _message(head: dict[str, str], body: str, *, is_html: bool) -> bytes:
    data = body.encode()
    fits = all(len(line) <= LONGEST_LINE for line in data.split(b"\n"))
    fields = {
        **{name: head[name] for name in _NAMES.values() if name in head},
        "MIME-Version": "1.0",
        "Content-Type": f"text/{'html' if is_html else 'plain'}; charset=utf-8",
        "Content-Transfer-Encoding": "8bit" if fits else "quoted-printable",
    }
    written = "".join(f"{name}: {value}{LINE}" for name, value in fields.items())
    data = data if fits else quopri.encodestring(data)
    return written.encode() + LINE.encode() + data.replace(b"\n", LINE.encode())


assert _NAMES.keys() == SHOWN.keys()  # a field that is shown is written
