"""What pages and mails say, for the judge: read by the standard library alone."""

import html
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

_HEAD = re.compile(rb"(?:From .*\r?\n)?(?:[!-9;-~]+:.*(?:\r?\n[ \t].*)*\r?\n)+\r?\n")
_PAGE = re.compile(r"\s*<(?:!doctype|html|meta|p|div)\b", re.I)


def shown(data: bytes) -> str:
    """Text as it is; a page without its tags; of a mail the head and every part that is text."""
    if not _HEAD.match(data):
        return _without_tags(data.decode("utf-8", "replace"))
    return "\n".join(_of_mail(data))


def _of_mail(data: bytes) -> Iterator[str]:
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    for part in message.walk():
        yield from (str(value) for value in part.values())
        if part.get_content_maintype() == "text":
            body = part.get_payload(decode=True) or b""
            yield _without_tags(body.decode(part.get_content_charset("utf-8"), "replace"))


def _without_tags(text: str) -> str:
    if not _PAGE.match(text):
        return text
    body = re.sub(r"<head>.*?</head>", "", text, flags=re.S)
    apart = re.sub(r"<(?:br|hr)>|</(?:p|h[1-6]|td|th|tr)>", "\n", body)
    return html.unescape(re.sub(r"<[^>]*>", "", apart))
