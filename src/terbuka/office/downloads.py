"""Sends a stored file to somebody whose right to it the view has checked.

The browser must never run what is in a foreign file: it is told its kind, may not guess another, and
gets a policy under which the file, opened as a page, could do nothing.
"""

import logging
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import File
from django.http import FileResponse
from django.utils.text import slugify

from terbuka.office.errors import FileMissing
from terbuka.office.storage import PrivateStorage, PublicStorage

logger = logging.getLogger("terbuka.stores")

_INLINE = {"application/pdf", "image/png", "image/jpeg", "text/plain; charset=utf-8"}
_NOTHING_RUNS = {"default-src": "'none'", "script-src": "'none'", "style-src": "'none'", "sandbox": ""}


def send_file(
    store: PrivateStorage | PublicStorage, name: str, *, as_name: str, content_type: str, inline: bool = False
) -> FileResponse:
    """A response with the file ``name`` of ``store``.

    ``as_name``: what it is called at the other end; only letters, digits and hyphens of it are used.
    ``inline``: show it in the browser, where ``content_type`` is one that is safe to show. Raises
    ``FileMissing``.
    """
    given = PurePosixPath(as_name)
    shown = f"{slugify(given.stem) or 'berkas'}{given.suffix.lower() if given.suffix[1:].isalnum() else ''}"
    response = FileResponse(
        _opened(store, name),
        as_attachment=not (inline and content_type in _INLINE),
        filename=shown,
        content_type=content_type,
    )
    # Browsers show a PDF in a viewer of their own, which a sandbox would switch off.
    policy = dict(_NOTHING_RUNS)
    if content_type == "application/pdf":
        del policy["sandbox"]
    response.content_security_policy = policy  # type: ignore[attr-defined]
    return response


def _opened(store: PrivateStorage | PublicStorage, name: str) -> File[Any]:
    try:
        return store.open(name)
    except FileNotFoundError as error:
        logger.error("a row names a file that is not in its store: %s", name)
        raise FileMissing from error
