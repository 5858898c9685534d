"""A file that calls itself a copy of ours, read once more: where ``verify`` without an original begins."""

from pathlib import Path
from typing import Any

from terbuka.documents.sandbox import Progress
from terbuka.documents.source import load
from terbuka.redaction.model import Readable
from terbuka.redaction.verifier.rescreen import docx_text, pdf_text


def read_own(request: dict[str, Any], report: Progress) -> dict[str, Any] | None:
    """The sandbox's side: None when the file does not call itself ours.

    ``document``: what can be read in it; ``pages``: the same as ``Readable``; ``check``: of the text layer
    of a PDF, which a DOCX has not.
    """
    path, sha256 = Path(request["public"]), request["sha256"]
    data = load(path, sha256)
    if docx_text.is_own(data):
        document = docx_text.read_docx(data, sha256, report)
        return {"document": document.to_json(), "pages": [Readable("", "")], "check": None}
    if pdf_text.is_own(data):
        document, pages, check = pdf_text.read_pdf(path, data, sha256, report)
        return {"document": document.to_json(), "pages": pages, "check": check.to_json()}
    return None
