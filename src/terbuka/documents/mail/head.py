"""The head of a mail: the lines that mail programs show, as paragraphs; everything else in it is hidden."""

import re
from collections.abc import Iterator
from email.message import Message
from email.utils import format_datetime, parsedate_to_datetime

from terbuka.documents.docx.account import Hide
from terbuka.documents.docx.flow import Paragraph, Run, RunLook
from terbuka.documents.docx.runs import in_seen_order
from terbuka.documents.mail.words import decoded

SHOWN = {"from": "Dari", "to": "Kepada", "cc": "Cc", "date": "Tanggal", "subject": "Subjek"}
"""By name of the field: what mail programs call it in Indonesian. A copy has the fields in this order."""
ADDRESSED = frozenset({"from", "to", "cc"})
NEXT = "next"
"""The kind of a run that parts two addresses."""
_PLAIN = frozenset({"mime-version", "content-type", "content-transfer-encoding"})
_TELLING = frozenset({
    "received", "bcc", "message-id", "in-reply-to", "references", "reply-to", "return-path", "sender",
    "dkim-signature", "delivered-to",
})  # fmt: skip
"""Other fields that may be named by name; a name of its own may say something itself."""
_ADDRESS = re.compile(r'(?:"(?:\\.|[^"\\])*"|\((?:\\.|[^()\\])*\)|<[^<>]*>|[^,;"(<]|[,;](?!\s|$)|.)', re.S)
_GROUP = re.compile(r"(.*):\s*")
_NAMED = re.compile(r"(.*?)\s*<\s*([^<>]*?)\s*>\s*", re.S)


def head_paragraphs(message: Message, hide: Hide) -> dict[str, Paragraph]:
    """The shown fields by name, in the order of ``SHOWN``; each has its label first."""
    found: dict[str, Paragraph] = {}
    for name, value in message.raw_items():
        name = str(name).lower()
        if name in SHOWN and name not in found:
            runs = [Run(text, RunLook(), kind) for text, kind in _shown(name, str(value), hide) if text]
            label = Run(f"{SHOWN[name]}: ", RunLook(bold=True), "label")
            found[name] = Paragraph([label, *in_seen_order(runs)])
        elif name not in _PLAIN:
            hide(
                "metadata",
                f"header {name}" if name in _TELLING | SHOWN.keys() else "header",
                decoded(str(value)),
            )
    return {name: found[name] for name in SHOWN if name in found}


def _shown(name: str, value: str, hide: Hide) -> Iterator[tuple[str, str]]:
    """(text, kind of run) of what a field shows."""
    if name == "date":
        yield date_shown(decoded(value), hide), "text"
    elif name in ADDRESSED:
        for number, mailbox in enumerate(_mailboxes(value)):
            yield ", " if number else "", NEXT
            yield mailbox, "text"
    else:
        yield decoded(value), "text"


def date_shown(value: str, hide: Hide) -> str:
    """A date as every mail writes it, without what may stand behind it; what is none, as it stands."""
    try:
        written = format_datetime(parsedate_to_datetime(value))
    except (TypeError, ValueError, IndexError, OverflowError):
        return value
    if value != written and (rest := re.search(r"\((.*)\)", value)):
        hide("metadata", "header date", rest[1])
    return written


def _mailboxes(value: str) -> Iterator[str]:
    """Each address with its name, as it is shown: split before it is decoded, for a name may hold a comma."""
    pieces: list[str] = []
    for found in _ADDRESS.finditer(re.sub(r"[\r\n]+", "", value)):
        if found[0] in (",", ";"):
            yield from _mailbox("".join(pieces))
            pieces = []
        else:
            pieces.append(found[0])
    yield from _mailbox("".join(pieces))


def _mailbox(raw: str) -> Iterator[str]:
    raw = " ".join(raw.split())  # also because the pattern would try every blank of thousands
    named = _NAMED.fullmatch(raw)
    if not named:
        group = _GROUP.fullmatch(raw)
        text = _unquoted(group[1] if group else raw)
    else:
        name, address = _unquoted(named[1]), decoded(named[2])
        text = f"{name} <{address}>" if name else address
    if text:
        yield text


def _unquoted(name: str) -> str:
    quoted = re.sub(r'"((?:\\.|[^"\\])*)"', lambda found: re.sub(r"\\(.)", r"\1", found[1]), name.strip())
    return " ".join(decoded(quoted).split())
