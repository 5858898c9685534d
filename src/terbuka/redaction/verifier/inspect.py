"""The verifier's program: one copy on disk, the secrets, every check of its format.

Fails closed: an error in a check is an error of the verification, never a pass.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

from terbuka.documents.formats import IMAGES, Format, markup_of
from terbuka.errors import TerbukaError, UnreadableFile
from terbuka.language import N_
from terbuka.redaction.model import Readable
from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.model import Check, Verification
from terbuka.redaction.verifier.secrets.search import Hunt, Secret

CHECKERS = {
    Format.PDF: "pdf",
    Format.DOCX: "docx",
    Format.XLSX: "workbook",
    Format.IMAGE: "picture",
    Format.HTML: "html",
    Format.MAIL: "mail",
    Format.TEXT: "plain",
}
"""The module of this room that checks a format."""


def inspect(request: dict[str, Any], report: Callable[[int, int], None]) -> dict[str, Any]:
    """The sandbox's side of ``verify._verify``."""
    path = Path(request["public"])
    data = path.read_bytes()
    copy = Copy(
        path,
        data,
        Hunt([Secret(*secret) for secret in request["secrets"]]),
        [Readable(*page) for page in request["pages"]],
        request["ours"],
        report,
        request.get("shown", ""),
    )
    kind = _kind(data)
    module = import_module(f"terbuka.redaction.verifier.{CHECKERS[kind]}")
    checks = tuple(in_sentences(module.checks(copy)))
    return Verification(kind, sha256(data).hexdigest(), len(copy.hunt.secrets), checks).to_json()


def in_sentences(checks: Iterator[Check]) -> Iterator[Check]:
    """The checks; where the file is so damaged that a library gives up, that it could not be read."""
    try:
        yield from checks
    except (TerbukaError, OSError, MemoryError):
        raise
    except Exception:
        raise UnreadableFile(
            N_("Berkas tidak dapat dibuka: rusak, atau terlalu rumit untuk dibaca dengan aman.")
        ) from None


def _kind(data: bytes) -> Format:
    """What the file is checked as. Any content is checked: what is of no kind that is read is text."""
    if not data:
        raise UnreadableFile(N_("Berkas kosong: tidak ada yang dapat diperiksa."))
    if b"%PDF-" in data[:1024]:  # readers accept what stands before the header
        return Format.PDF
    if data.startswith(IMAGES):
        return Format.IMAGE
    markup = markup_of(data)
    if data.startswith(b"PK\x03\x04") or (not markup and zipfile.is_zipfile(io.BytesIO(data))):
        is_workbook = b"xl/workbook.xml" in data and b"word/document.xml" not in data
        return Format.XLSX if is_workbook else Format.DOCX
    return markup or Format.TEXT
