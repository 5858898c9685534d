"""Sends a stored file to somebody whose right to it the view has checked.

The browser must never run what is in a foreign file: it is told its kind, may not guess another, and
gets a policy under which the file, opened as a page, could do nothing.
"""

from pathlib import PurePosixPath

from django.http import FileResponse
from django.utils.text import slugify

from terbuka.office.storage import PrivateStorage, PublicStorage

_INLINE = {"application/pdf", "image/png", "image/jpeg", "text/plain; charset=utf-8"}
_NOTHING_RUNS = {"default-src": "'none'", "script-src": "'none'", "style-src": "'none'", "sandbox": ""}


def send_file(
    store: PrivateStorage | PublicStorage, name: str, *, as_name: str, content_type: str, inline: bool = False
) -> FileResponse:
    """A response with the file ``name`` of ``store``.

    ``as_name``: what it is called at the other end; only letters, digits and hyphens of it are used.
    ``inline``: show it in the browser, where ``content_type`` is one that is safe to show.
    """
    given = PurePosixPath(as_name)
    shown = f"{slugify(given.stem) or 'berkas'}{given.suffix.lower() if given.suffix[1:].isalnum() else ''}"
    response = FileResponse(
        store.open(name),
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
