"""The door of the room: any file → ``Document``.

The caller's process only hashes the bytes; everything else happens in the sandbox.
"""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from terbuka.documents.formats import Format, detect
from terbuka.documents.model import Document
from terbuka.documents.sandbox import Limits, Progress, run_in_sandbox
from terbuka.documents.source import fingerprint


def open_document(
    path: Path, *, limits: Limits | None = None, on_progress: Progress | None = None
) -> Document:
    """Read the file at ``path``, whatever it is.

    Raises ``UnreadableFile`` when it is empty, damaged, locked, changing or of a kind that is not
    read, and ``LimitExceeded`` when it asks for more than one document may have.
    """
    sha256, _ = fingerprint(path)
    request = {"path": str(path.absolute()), "sha256": sha256}
    document: Document = run_in_sandbox(
        "terbuka.documents.reader:read",
        request,
        take=Document.from_rows,
        reads=[path],
        limits=limits,
        on_progress=on_progress,
    )
    return document


READERS = {
    Format.PDF: "terbuka.documents.pdf.read",
    Format.DOCX: "terbuka.documents.docx.read",
    Format.XLSX: "terbuka.documents.xlsx.read",
    Format.IMAGE: "terbuka.documents.images",
    Format.HTML: "terbuka.documents.html.read",
    Format.MAIL: "terbuka.documents.mail.read",
    Format.TEXT: "terbuka.documents.text",
}
"""Where ``read(data, sha256, report) -> Document`` of a format stands. Imported only where the format is met:
a text must not wait for a PDF library."""


def read(request: dict[str, Any], report: Progress) -> Iterator[Any]:
    """The sandbox's side of ``open_document``: load, tell the format, parse."""
    from terbuka.documents.source import load

    sha256 = request["sha256"]
    data = load(Path(request["path"]), sha256)
    reader = import_module(READERS[detect(data)])
    document: Document = reader.read(data, sha256, report)
    yield from document.to_rows()


def check_file(path: Path, *, limits: Limits | None = None) -> str:
    """The format of the file at ``path``, told without reading it any further: quick, for an upload.

    Raises as ``open_document`` does for what can be seen already: empty, too large, locked, of a kind
    that is not read.
    """
    sha256, _ = fingerprint(path)
    request = {"path": str(path.absolute()), "sha256": sha256}
    return str(run_in_sandbox("terbuka.documents.reader:tell", request, reads=[path], limits=limits))


def tell(request: dict[str, Any], report: Progress) -> str:
    """The sandbox's side of ``check_file``."""
    from terbuka.documents.source import load

    return str(detect(load(Path(request["path"]), request["sha256"])))
