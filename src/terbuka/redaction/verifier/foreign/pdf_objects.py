"""What pypdf says of objects that it cannot read, in files of other programs."""

from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import StreamObject

UNREADABLE = (PyPdfError, ValueError, NotImplementedError, TypeError)
"""Damaged, a value that makes no sense, a filter that pypdf does not have."""


def content_of(page: Any) -> bytes:
    """The operators of a page; nothing of what cannot be read."""
    try:
        content = page.get_contents()
        return b"" if content is None else bytes(content.get_data())
    except UNREADABLE:
        return b""


def data_of(stream: StreamObject) -> bytes:
    """What a stream holds; nothing of what cannot be read."""
    try:
        return bytes(stream.get_data())
    except UNREADABLE:
        return b""


def numbers_of(reader: PdfReader) -> set[int]:
    """The numbers of all objects in its tables, whether anything leads to them or not."""
    return {number for table in reader.xref.values() for number in table} | set(reader.xref_objStm)
