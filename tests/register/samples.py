"""Certified copies and items with real rows and real bytes. All persons are invented."""

import datetime
import io
import itertools
from collections.abc import Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from django.core.files.base import File
from django.utils import timezone

from terbuka.disclosure.extract import saved_extract
from terbuka.disclosure.models import Case, Look, Mark, PublicCopy, Purpose
from terbuka.documents.text import document_of
from terbuka.office.storage import PrivateStorage
from terbuka.organisation.models import Account, Unit
from terbuka.organisation.roles import Role
from terbuka.register import actions
from terbuka.register.models import Item
from tests.rows import employ

_numbers = itertools.count(1)
GROUNDS = {"17.h": 9, "17.a.2": 3}

WORDS: dict[str, Any] = {
    "title": "Laporan kegiatan triwulan pertama",
    "summary": "Rekapitulasi kegiatan penyuluhan dan jumlah pesertanya.",
    "responsible": "Kepala Subbidang PID",
    "information_class": "periodic",
    "made_on": datetime.date(2021, 4, 5),
    "made_in": "Banjarmasin",
    "available_as": "softcopy",
    "retention": "aktif 2 tahun, inaktif 3 tahun",
}


class Hidden(NamedTuple):
    """Something that a copy hides."""

    text: str
    type: str = "PERSON"
    role: str = "complainant"
    mode: str = "mask"


def bytes_of(number: int) -> bytes:
    """A small public copy; each number another."""
    return f"Salinan publik {number}: Sdri. [NAMA · 17.h] melapor.\n".encode()


def certified(
    unit: Unit, content: bytes | None = None, *, hides: Sequence[Hidden] = (), **given: Any
) -> PublicCopy:
    """A certified copy of a text file: what ``disclosure`` leaves when the second officer has approved.
    ``hides``: what stood in the original, a line each, and was hidden."""
    number = next(_numbers)
    content = bytes_of(number) if content is None else content
    preparer = given.pop("prepared_by", None) or employ(Role.SCREENING_OFFICER, unit=unit, name="Noor Aida")
    approver = given.pop("approved_by", None) or employ(Role.PPID, unit=unit, name="Budi Rahman")
    now, original = timezone.now(), sha256(b"asal %d" % number).hexdigest()
    case = Case.objects.create(
        title=given.pop("title", f"Laporan {number}"),
        purpose=Purpose.PUBLICATION,
        unit=unit,
        state="approved",
        state_since=now,
        uploaded_by=preparer,
        uploaded_at=now,
        sha256=original,
        size=1000,
        format="text",
        pages=1,
        extract=_read(hides),
    )
    _mark(case, hides)
    digest = sha256(content).hexdigest()
    fields: dict[str, Any] = {
        "case": case,
        "unit": unit,
        "file": PrivateStorage().save(None, File(io.BytesIO(content))),
        "log": "00/log",
        "original_sha256": original,
        "sha256": digest,
        "verified_sha256": digest,
        "passed": True,
        "size": len(content),
        "format": "text",
        "pages": 1,
        "grounds": GROUNDS,
        "checks": [{"name": "text", "items": 12}],
        "engine_version": "0.1.0",
        "prepared_by": preparer,
        "prepared_at": now,
        "approved_by": approver,
        "certified_at": now,
    }
    fields |= given
    for page in range(1, fields["pages"] + 1):
        Look.objects.create(case=fields["case"], officer=approver, of=fields["sha256"], page=page)
    return PublicCopy.objects.create(**fields)


def _read(hides: Sequence[Hidden]) -> str:
    """What was read of the original, in the private store."""
    with saved_extract(document_of("\n".join(hidden.text for hidden in hides))) as name:
        return name


def _mark(case: Case, hides: Sequence[Hidden]) -> None:
    start = 0
    for number, hidden in enumerate(hides, 1):
        end = start + len(hidden.text)
        Mark.objects.create(
            case=case,
            number=number,
            page=1,
            start=start,
            end=end,
            type=hidden.type,
            role=hidden.role,
            action="redact",
            mode=hidden.mode,
            standing="hidden",
            own_ground="17.h",
            ground="17.h",
            rule="contoh",
        )
        start = end + 1


def drafted(actor: Account, unit: Unit, *copies: PublicCopy, **words: Any) -> Item:
    """A draft with files, written by ``actor``."""
    item = actions.draft(actor, unit=unit, **{**WORDS, **words})
    for number, copy in enumerate(copies, 1):
        actions.attach(actor, item, copy, name=f"Laporan bagian {number}")
    item.refresh_from_db()
    return item


def published(actor: Account, unit: Unit, *copies: PublicCopy, **words: Any) -> Item:
    """An item that the public sees; ``actor`` is a PPID."""
    item = drafted(actor, unit, *copies, **words)
    actions.publish(actor, item, words_certified=True)
    item.refresh_from_db()
    return item
