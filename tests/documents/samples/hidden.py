"""Reads packages for text that they have and do not show. Names are invented."""

from terbuka.documents import Document
from terbuka.documents.docx.read import read as read_docx
from tests.documents.samples.docx import docx, paragraph, run

SECRET = "Siti Rahmah"
WHITE = '<w:color w:val="FFFFFF"/>'


def read(*blocks: str, **options) -> Document:
    return read_docx(docx(*blocks, **options), "0" * 64, lambda done, total: None)


def hidden(document: Document) -> list[str]:
    return [part.text for part in document.hidden if part.kind == "hidden-text"]


def part(kind: str, content: str) -> dict:
    return {"parts": {f"word/{kind}.xml": content}, "related": {"s1": (kind, f"{kind}.xml")}}


def assert_hidden(document: Document) -> None:
    assert SECRET not in document.text and "Ada" in document.text
    assert hidden(document) == [SECRET]


def white(text: str) -> str:
    return paragraph(run(text, WHITE))
