"""The body of a mail as a reader sees it: of several forms the best one; ``[LAMPIRAN]`` for a file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message

from terbuka.documents.docx.account import Hide
from terbuka.documents.docx.flow import Block, Paragraph, Run, RunLook
from terbuka.documents.docx.runs import in_seen_order
from terbuka.documents.html import read_flow
from terbuka.documents.html.charset import decode_page, decode_said
from terbuka.documents.mail.head import head_paragraphs
from terbuka.documents.mail.words import decoded, guessed_text
from terbuka.errors import UnreadableFile
from terbuka.language import N_

ATTACHMENT = "[LAMPIRAN]"
HTML, PLAIN = "text/html", "text/plain"
LOCKED = N_(
    "Surel ini dikunci atau dibungkus tanda tangan digital, sehingga isinya tidak dapat dibaca. "
    "Buka di program surel, simpan tanpa kunci, lalu coba lagi."
)
_LOCKED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_PLAIN_FIELDS = frozenset(
    {"content-type", "content-transfer-encoding", "content-disposition", "mime-version", "x-attachment-id"}
)
_PLAIN_PARAMETERS = frozenset({
    "boundary", "charset", "format", "delsp", "type", "start", "protocol", "micalg", "method", "reply-type",
    "name", "filename", "size", "creation-date", "modification-date", "read-date",
})  # fmt: skip
"""Those that programs write into the head of a part; a name is told with the attachment that has it."""
_REMARK = re.compile(r"\(.*\)", re.S)
_LINE_ENDS = re.compile(r"\r\n|[\n\r\f]")
_QUOTED = re.compile(r"((?:>)*) ?(.*)", re.S)
SIGNATURE = "-- "


@dataclass(slots=True)
class Body:
    """``blocks``: what is shown; ``is_html``: whether any of it is a page."""

    hide: Hide
    blocks: list[Block] = field(default_factory=list)
    is_html: bool = False
    _parts: int = 0

    def read(self, message: Message) -> None:
        """Take in a mail, or a part, with everything in it. Raises ``UnreadableFile`` where it is locked."""
        kind = message.get_content_type()
        if kind in _LOCKED:
            raise UnreadableFile(LOCKED)
        self._parts += 1
        self._tell_parameters(message)
        if kind == "message/rfc822":
            for inner in _parts(message):
                self.mail(inner)
        elif message.is_multipart() and kind.startswith("multipart/"):
            self._several(message, kind)
        elif _is_shown(message, kind):
            self._text(message, kind)
        else:
            self._attachment(message, kind)

    def mail(self, message: Message) -> None:
        """A further mail: its head and its body."""
        if self.blocks:
            self.blocks.append(Paragraph([]))
        self.blocks += [*head_paragraphs(message, self.hide).values(), Paragraph([])]
        self.read(message)

    def _several(self, message: Message, kind: str) -> None:
        parts = _parts(message)
        self._around(message)
        for part in parts:
            self._tell_fields(part)
        if kind == "multipart/alternative" and parts:
            chosen = _best(parts)
            for part in parts:
                if part is not chosen:
                    self._other("hidden-text", "alternative", part)
            self.read(chosen)
        elif kind in ("multipart/related", "multipart/signed") and parts:
            self.read(parts[0])
            for part in parts[1:]:
                if kind == "multipart/signed":
                    self.hide(
                        "signature", "part", decoded(str(part.get("Content-Description", ""))) or "signature"
                    )
                elif part.get_content_maintype() == "image":
                    self._other("picture", "related", part)
                else:
                    self.read(part)
        else:
            for part in parts:
                self.read(part)

    def _around(self, message: Message) -> None:
        """What stands before and behind the parts, where no program shows it."""
        for text in (message.preamble, message.epilogue):
            self.hide("hidden-text", "between parts", guessed_text(text or ""))

    def _text(self, message: Message, kind: str) -> None:
        if kind == HTML:
            self.is_html = True
            page = decode_page(_payload(message), _parameter(message, "charset"))
            self.blocks += read_flow(page, self.hide).body
        else:
            self.blocks += [_line(line) for line in plain_lines(message)]

    def _attachment(self, message: Message, kind: str) -> None:
        self.blocks.append(Paragraph([Run(ATTACHMENT, RunLook(bold=True))]))
        name = decoded(_filename(message))
        self.hide("attachment", f"part {self._parts}", f"{name} {kind}")

    def _other(self, kind: str, place: str, part: Message) -> None:
        """A part that is not shown as it is, with those in it."""
        for inner in part.walk():
            self._tell_parameters(inner)
            if inner is not part:
                self._tell_fields(inner)
            type_ = inner.get_content_type()
            if not inner.is_multipart():
                text = (
                    "\n".join(plain_lines(inner))
                    if type_.startswith("text/")
                    else f"{_filename(inner)} {type_}"
                )
                self.hide(kind, place, text)

    def _tell_fields(self, part: Message) -> None:
        """What the head of a part says beside how it is to be read; the head of a mail is told by itself."""
        for name, value in part.raw_items():
            if str(name).lower() not in _PLAIN_FIELDS:
                # the number of a part is written as an address is
                self.hide("metadata", "part header", decoded(str(value)).replace("@", " "))

    def _tell_parameters(self, message: Message) -> None:
        """What stands in the fields that say how a mail or a part is to be read, and says nothing of it."""
        for told in ("content-type", "content-disposition"):
            for name, value in _parameters(message, told):
                if name.lower() not in _PLAIN_PARAMETERS:
                    self.hide("metadata", "part header", decoded(value))
        for told in ("content-transfer-encoding", "mime-version"):
            for remark in _REMARK.findall(str(message.get(told, ""))):
                self.hide("metadata", "part header", decoded(remark))


def plain_lines(message: Message) -> Iterator[str]:
    """The lines of a plain text, joined where the sender's program broke them (RFC 3676)."""
    lines = _LINE_ENDS.split(decode_said(_payload(message), _parameter(message, "charset")))
    if lines and not lines[-1]:
        lines.pop()
    if _parameter(message, "format").lower() == "flowed":
        return _unflowed(lines, deletes=_parameter(message, "delsp").lower() == "yes")
    return iter(lines)


def _unflowed(lines: list[str], *, deletes: bool) -> Iterator[str]:
    waiting: tuple[str, str] | None = None
    for line in lines:
        found = _QUOTED.fullmatch(line)
        assert found is not None  # it fits anything
        depth, text = found.groups()
        if waiting and waiting[0] != depth:
            yield _quoted(*waiting)
            waiting = None
        whole = (waiting[1] if waiting else "") + text
        if text.endswith(" ") and text != SIGNATURE:
            waiting = (depth, whole[:-1] if deletes else whole)
        else:
            yield _quoted(depth, whole)
            waiting = None
    if waiting:
        yield _quoted(*waiting)


def _quoted(depth: str, text: str) -> str:
    return f"{depth} {text}" if depth else text


def _line(text: str) -> Paragraph:
    return Paragraph(in_seen_order([Run(text, RunLook())]) if text else [])


def _best(parts: list[Message]) -> Message:
    """Of several forms the last one that is a page; else the last one that is plain text; else the last."""
    for kind in (HTML, PLAIN):
        fitting = [part for part in parts if any(_is_body(inner, kind) for inner in part.walk())]
        if fitting:
            return fitting[-1]
    return parts[-1]


def _is_body(part: Message, kind: str) -> bool:
    return part.get_content_type() == kind and _is_shown(part, kind)


def _is_shown(message: Message, kind: str) -> bool:
    """Whether mail programs show the part as text, and do not offer it as a file."""
    if message.is_multipart():
        return False
    if kind not in (HTML, PLAIN) and not kind.startswith(
        "multipart/"
    ):  # one without parts is shown as it stands
        return False
    return not _filename(message) and (message.get_content_disposition() or "inline") == "inline"


def _parts(message: Message) -> list[Message]:
    payload = message.get_payload()
    return [part for part in payload if isinstance(part, Message)] if isinstance(payload, list) else []


def _payload(message: Message) -> bytes:
    data = message.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _parameter(message: Message, name: str) -> str:
    try:
        value = message.get_param(name, "")
    except (ValueError, TypeError, AttributeError, LookupError):
        return ""
    return value if isinstance(value, str) else str(value[2] if value else "")


def _parameters(message: Message, field: str) -> list[tuple[str, str]]:
    """The parameters of a field by name."""
    try:
        given = message.get_params([], field)[1:]
    except (ValueError, TypeError, AttributeError, LookupError):
        return []
    return [(name, value if isinstance(value, str) else str(value[2])) for name, value in given]


def _filename(message: Message) -> str:
    try:
        return message.get_filename("") or ""
    except (ValueError, TypeError, AttributeError, LookupError):
        return "?"
