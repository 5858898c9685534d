"""Pictures of pages, drawn once and kept in the private store. Whoever asks has checked the right to see
the file: the original for the studio, the prepared copy for the preview."""

from pathlib import Path

from django.core.files.base import ContentFile

from terbuka.disclosure import actions
from terbuka.disclosure.errors import FileGone
from terbuka.disclosure.models import Case, Picture
from terbuka.documents.pictures import page_picture_png
from terbuka.office.storage import PrivateStorage

WIDTH = 1400
"""Pixels: an A4 page at 170 dpi, sharp on a dense screen at reading size."""


def page_picture(case: Case, file: str, sha256: str, page: int) -> str:
    """The name in the private store of the picture of ``page`` of the stored ``file`` with this hash.

    Raises ``FileGone``, or what the engine says of a file without such a page.
    """
    store = PrivateStorage()
    known = Picture.objects.filter(case=case, of=sha256, page=page).first()
    if known is not None and store.exists(known.file):
        return known.file
    path = Path(store.path(file))
    if not file or not path.is_file():
        raise FileGone
    content = ContentFile(page_picture_png(path, page, WIDTH))
    with store.saving(content) as name:
        return actions.keep_picture(case, sha256, page, name)
