"""The mails in a file, and the letter that a reader has of them."""

import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import Message

from terbuka.documents.docx.account import Hide
from terbuka.documents.docx.flow import Flow, Paragraph
from terbuka.documents.mail.body import Body
from terbuka.documents.mail.head import head_paragraphs
from terbuka.documents.text import decode
from terbuka.errors import LimitExceeded
from terbuka.language import N_

_FROM = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n))>?From [^\r\n]*\r?\n(?=[!-9;-~]+:)")
"""The line that parts the mails of a mailbox."""
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.M)
NESTED = N_("Surel ini bersarang terlalu dalam untuk dibaca. Simpan isinya sebagai PDF, lalu coba lagi.")


@dataclass(slots=True)
class Letter:
    """``flow``: the lines of the head if it has any, an empty one, the body. ``heads``: the fields of those.
    ``is_html``: whether the body is a page."""

    flow: Flow
    heads: tuple[str, ...]
    is_html: bool

    @property
    def head(self) -> list[Paragraph]:
        return [block for block in self.flow.body[: len(self.heads)] if isinstance(block, Paragraph)]

    @property
    def body(self) -> Flow:
        """What comes behind the head."""
        return Flow(self.flow.body[len(self.heads) + bool(self.heads) :])

    def paragraphs(self) -> list[Paragraph]:
        """The lines of a body that is no page."""
        return [block for block in self.body.body if isinstance(block, Paragraph)]


def read_letter(data: bytes, hide: Hide) -> Letter:
    """The letter in ``data``. ``hide`` is told of whatever it holds and does not show.

    Of several mails in one file the first one makes the head, the others follow in the body. Raises
    ``UnreadableFile`` where it is locked, ``LimitExceeded`` where it is nested too deep.
    """
    try:
        first, *others = _messages(data, hide)
        heads = head_paragraphs(first, hide)
        body = Body(hide)
        body.read(first)
        for message in others:
            body.mail(message)
    except RecursionError:
        raise LimitExceeded(NESTED) from None
    parting = [Paragraph([])] if heads else []
    return Letter(Flow([*heads.values(), *parting, *body.blocks]), tuple(heads), body.is_html)


def _messages(data: bytes, hide: Hide) -> list[Message]:
    decoded = decode(data)
    if decoded and (decoded.mark or decoded.encoding.startswith("utf-16")):
        data = decoded.text.encode()
    data = data.lstrip(b"\r\n")
    starts = [found.span() for found in _FROM.finditer(data)]
    if not starts or starts[0][0]:
        return [message_from_bytes(data, policy=policy.compat32)]
    ends = [start for start, _ in starts[1:]] + [len(data)]
    for start, end in starts:
        hide("metadata", "mailbox", data[start:end].decode("utf-8", "replace"))
    return [
        message_from_bytes(_QUOTED_FROM.sub(rb"\1", data[start:end]), policy=policy.compat32)
        for (_, start), end in zip(starts, ends, strict=True)
    ]
