"""Pictures of pages: drawn once and kept in the private store, or, of what a copy would show, drawn anew.
Whoever asks has checked the right to see the file: the original for the studio, the prepared copy for the
preview. Few are drawn at once, the others wait their turn: a small machine had nothing left for visitors.
"""

import os
import threading
from dataclasses import replace

from django.core.files.base import ContentFile

from terbuka.disclosure import actions
from terbuka.disclosure.extract import open_extract
from terbuka.disclosure.marking import to_findings
from terbuka.disclosure.models import Case, Picture
from terbuka.disclosure.workplace import stored, workplace
from terbuka.documents.pictures import page_picture_png
from terbuka.office.storage import PrivateStorage
from terbuka.redaction.plan import make_plan
from terbuka.redaction.redact import silent, write_copy

WIDTH = 1400
"""Pixels: an A4 page at 170 dpi, sharp on a dense screen at reading size."""
TURNS = max(1, (os.cpu_count() or 1) // 2)
"""How many pages are drawn at once by each process of the web server, which has two."""
turns = threading.BoundedSemaphore(TURNS)


def page_picture(case: Case, file: str, sha256: str, page: int) -> str:
    """The name in the private store of the picture of ``page`` of the stored ``file`` with this hash.

    Raises ``FileGone``, or what the engine says of a file without such a page.
    """
    store = PrivateStorage()
    if known := _known(case, sha256, page, store):
        return known
    with turns:
        if known := _known(case, sha256, page, store):  # by who waited for it before
            return known
        content = ContentFile(page_picture_png(stored(file), page, WIDTH))
        with store.saving(content) as name:
            return actions.keep_picture(case, sha256, page, name)


def _known(case: Case, sha256: str, page: int, store: PrivateStorage) -> str | None:
    picture = Picture.objects.filter(case=case, of=sha256, page=page).first()
    return picture.file if picture is not None and store.exists(picture.file) else None


def copy_picture_png(case: Case, page: int) -> bytes:
    """``page`` as the public copy would show it if it were made now: of this page alone the copy's own writer
    makes one, and nothing of it is kept. Nobody has proven it.

    Raises ``FileGone``, or what the engine says.
    """
    findings = to_findings(case.marks.all(), paged=case.has_pictures)
    with open_extract(case.extract) as extract:
        document, shown = extract.outline(), extract.page(page)
    # All pages are planned, one is written: a stretch may begin on the page before.
    plan = make_plan(document, findings)
    plan = replace(plan, document=replace(document, pages=(shown,)))
    with turns, workplace() as place:
        copy = place / "page"
        write_copy(stored(case.original), copy, plan, silent("write"))
        return page_picture_png(copy, 1, WIDTH)
