"""The only writers of a case's way: in, on to the copy, to the certificate, or out. Decisions about what
is hidden: ``studio/actions.py``; what jobs find out: ``outcome/actions.py``.

Every function is one transaction: rule → change → journal → jobs. They raise ``PermissionDenied`` where
the rule says no, ``NotPossible`` or another ``TerbukaError`` where the state or the file does,
``ValidationError`` where a value is wrong; nothing is changed then.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from terbuka.disclosure import rules, verbs, workflow
from terbuka.disclosure.cleaning import forget
from terbuka.disclosure.decisions import ranges
from terbuka.disclosure.errors import AlreadyThere, CopyDamaged, FileGone
from terbuka.disclosure.jobs import make_copy, screen_file
from terbuka.disclosure.models import Case, Note, Picture, PreparedCopy, PublicCopy
from terbuka.disclosure.outcome.actions import drop_pictures, drop_prepared_copy, locked, move
from terbuka.disclosure.queries import open_stored, unseen_pages, uploaded_before
from terbuka.disclosure.workflow import CASE
from terbuka.documents.reader import check_file
from terbuka.journal.actions import record
from terbuka.language import N_
from terbuka.office.errors import NotPossible
from terbuka.office.storage import PrivateStorage, sha256_of
from terbuka.organisation.models import Account, Unit
from terbuka.organisation.rules import require, roles_held

_LONGEST_NAME = 255
_MOST_NAMED = 12  # stretches of pages in one sentence

# --- In ---------------------------------------------------------------------------------------------


def upload(
    actor: Account, *, unit: Unit, title: str, purpose: str, file: File[Any], again: bool = False
) -> Case:
    """Take a file in as a new case and have it screened. ``file.name`` is kept encrypted.

    Raises what the engine says of a file that it will not read (empty, too large, locked, unknown), and
    ``AlreadyThere`` for the same bytes from the same officer, unless they want them ``again``.
    """
    require(rules.may_upload(actor, unit))
    now = timezone.now()
    with PrivateStorage().saving(file) as name:
        check_file(Path(PrivateStorage().path(name)))
        with open_stored(name) as stored:
            sha256, size = sha256_of(stored), stored.size
        return _register(
            actor,
            Case(
                title=" ".join(title.split()),
                purpose=purpose,
                unit=unit,
                state_since=now,
                uploaded_by=actor,
                uploaded_at=now,
                original=name,
                original_name=(file.name or "")[:_LONGEST_NAME],
                sha256=sha256,
                size=size,
            ),
            again=again,
        )


@transaction.atomic
def _register(actor: Account, case: Case, *, again: bool) -> Case:
    known = None if again else uploaded_before(actor, case.sha256).first()
    if known:
        raise AlreadyThere(known)
    case.full_clean()
    case.save(force_insert=True)
    record(verbs.UPLOADED, case, actor=actor, unit=case.unit, case=case.pk, sha256=case.sha256)
    screen_file.enqueue(actor=actor, unit=case.unit, subject=case, case=case.pk)
    return case


@transaction.atomic
def retitle(actor: Account, case: Case, *, title: str) -> Case:
    """Give a case another title, as long as nothing is certified under the old one."""
    case = locked(case)
    require(rules.may_retitle(actor, case))
    if case.state not in workflow.OPEN:
        raise NotPossible(N_("Judul kasus yang sudah selesai tidak bisa diganti lagi."))
    case.title = " ".join(title.split())
    case.full_clean()
    case.save(update_fields=["title"])
    record(verbs.RETITLED, case, actor=actor, unit=case.unit, case=case.pk)
    return case


@transaction.atomic
def retry(actor: Account, case: Case) -> Case:
    """Have a file screened again that could not be read."""
    case = locked(case)
    _require_step(actor, case, "retry")
    move(case, "retry")
    record(verbs.RETRIED, case, actor=actor, unit=case.unit, case=case.pk)
    screen_file.enqueue(actor=actor, unit=case.unit, subject=case, case=case.pk)
    return case


@transaction.atomic
def note_original_taken(actor: Account, case: Case) -> None:
    """Write down that ``actor`` downloads the original. Raises ``FileGone`` where there is none."""
    require(rules.may_open(actor, case))
    if not case.original or not PrivateStorage().exists(case.original):
        raise FileGone
    record(verbs.ORIGINAL_TAKEN, case, actor=actor, unit=case.unit, case=case.pk)


@transaction.atomic
def keep_picture(case: Case, of: str, page: int, name: str) -> str:
    """Remember where the picture of a page lies; return the name that holds: two who look at the same page
    at the same time draw it twice, and the second goes.

    Raises ``FileGone`` where the file was deleted while its page was drawn: the original, a copy that was
    given up, perhaps because that page showed too much, or the whole case.
    """
    try:
        case = locked(case)
    except Case.DoesNotExist:
        raise FileGone from None
    copies = (PreparedCopy.objects, PublicCopy.objects)
    stands = of == case.sha256 or any(kind.filter(case=case, sha256=of).exists() for kind in copies)
    if not case.original or not stands:
        raise FileGone
    store = PrivateStorage()
    picture = Picture.objects.filter(case=case, of=of, page=page).first()
    if picture is None:
        picture = Picture.objects.create(case=case, of=of, page=page, file=name)
    elif store.exists(picture.file):
        store.delete(name)
    else:
        picture.file = name
        picture.save(update_fields=["file"])
    return picture.file


# --- On to the copy ---------------------------------------------------------------------------------


@transaction.atomic
def prepare(actor: Account, case: Case, *, confirmed: bool, grounds_page: bool = False) -> Case:
    """Ask for the public copy. ``confirmed``: the officer says that they have looked at every page; so
    they must have had every page on their screen. ``grounds_page``: a last page lists grounds and counts."""
    case = locked(case)
    _require_step(actor, case, "prepare")
    if grounds_page and not case.has_pictures:
        raise NotPossible(N_("Halaman dasar hanya dapat ditambahkan pada salinan PDF."))
    if case.left:
        raise NotPossible(
            N_("Masih ada %(left)d temuan yang perlu diputuskan. Putuskan dulu, lalu buat salinannya."),
            left=case.left,
        )
    unseen = len(unseen_pages(case, actor))
    if unseen or not confirmed:
        raise NotPossible(
            N_(
                "Salinan belum dibuat: nyatakan dahulu bahwa Anda sudah melihat setiap halaman. Yang belum "
                "Anda buka: %(unseen)d halaman."
            ),
            unseen=unseen,
        )
    PreparedCopy.objects.create(
        case=case, decisions=case.decisions, prepared_by=actor, prepared_at=timezone.now()
    )
    case.problem, case.problem_values = "", {}
    move(case, "prepare", "problem", "problem_values")
    record(
        verbs.COPY_REQUESTED,
        case,
        actor=actor,
        unit=case.unit,
        case=case.pk,
        pages=case.pages,
        decisions=case.decisions,
        digest=digest_of_decisions(case),
    )
    if grounds_page:
        record(verbs.GROUNDS_PAGE_ASKED, case, actor=actor, unit=case.unit, case=case.pk)
    wish = {"case": case.pk, "decisions": case.decisions, "grounds_page": grounds_page}
    make_copy.enqueue(actor=actor, unit=case.unit, subject=case, **wish)
    return case


def digest_of_decisions(case: Case) -> str:
    """SHA-256 of the list of decisions, hexadecimal: written into the journal it shows any later change.
    What was typed is not in it; it lies encrypted and may be encrypted anew."""
    rows = case.decision_list.values_list("number", "officer", "kind", "target", "marks", "ground", "undoes")
    return hashlib.sha256(json.dumps(list(rows), separators=(",", ":")).encode()).hexdigest()


@transaction.atomic
def approve(actor: Account, case: Case, *, sha256: str) -> PublicCopy:
    """Certify the copy that ``actor`` has looked at, page by page: the one with this hash. Its bytes are read
    once more.

    The second pair of eyes: ``rules.is_second_person``.
    """
    case = locked(case)
    _require_step(actor, case, "approve")
    prepared = _shown_copy(case, sha256)
    _refuse_unseen(actor, prepared)
    with open_stored(prepared.file) as file:
        if sha256_of(file) != prepared.verified_sha256 or file.size != prepared.size:
            raise CopyDamaged
    copy = PublicCopy.objects.create(
        case=case,
        unit=case.unit,
        original_sha256=case.sha256,
        approved_by=actor,
        certified_at=timezone.now(),
        **{field: getattr(prepared, field) for field in _CERTIFIED},
    )
    names = [*drop_pictures(case), prepared.extract]
    prepared.delete()
    move(case, "approve")
    record(
        verbs.COPY_SEEN,
        case,
        actor=actor,
        unit=case.unit,
        case=case.pk,
        pages=copy.pages,
        sha256=copy.sha256,
    )
    record(
        verbs.APPROVED, case, actor=actor, unit=case.unit, case=case.pk, copy=copy.number, sha256=copy.sha256
    )
    forget(actor, case, *names)
    return copy


_CERTIFIED = (
    "file",
    "log",
    "sha256",
    "verified_sha256",
    "passed",
    "size",
    "format",
    "pages",
    "grounds",
    "checks",
    "engine_version",
    "prepared_by",
    "prepared_at",
)


@transaction.atomic
def send_back(actor: Account, case: Case, *, note: str) -> Case:
    """Return the copy to whoever decides, with a note; the copy is given up."""
    case = locked(case)
    _require_step(actor, case, "return")
    names = drop_prepared_copy(case)
    _write(actor, case, Note.Kind.RETURNED, note)
    move(case, "return")
    record(verbs.RETURNED, case, actor=actor, unit=case.unit, case=case.pk)
    forget(actor, case, *names)
    return case


def _shown_copy(case: Case, sha256: str) -> PreparedCopy:
    prepared = PreparedCopy.objects.filter(case=case).first()
    if prepared is None or not prepared.is_ready or prepared.sha256 != sha256:
        raise NotPossible(
            N_(
                "Salinan yang Anda lihat bukan yang terbaru. Tidak ada yang disetujui. Muat ulang "
                "pratinjaunya, lalu periksa lagi."
            )
        )
    return prepared


def _refuse_unseen(actor: Account, prepared: PreparedCopy) -> None:
    unseen = unseen_pages(prepared, actor)
    if unseen:
        parts = [str(a) if a == b else f"{a}–{b}" for a, b in ranges(unseen)]
        raise NotPossible(
            N_(
                "Salinan belum disetujui: %(unseen)d dari %(pages)d halamannya belum Anda buka (halaman "
                "%(which)s). Buka dahulu, lalu setujui."
            ),
            unseen=len(unseen),
            pages=prepared.pages,
            which=", ".join([*parts[:_MOST_NAMED], *["…"][: len(parts) - _MOST_NAMED]]),
        )


# --- Out --------------------------------------------------------------------------------------------


@transaction.atomic
def withdraw(actor: Account, case: Case, *, reason: str) -> Case:
    """End a case without a copy. The file and everything made from it is deleted; the row, its decisions
    and its history stay."""
    case = locked(case)
    _require_step(actor, case, "withdraw")
    names = [*drop_prepared_copy(case), *drop_pictures(case), case.original, case.extract]
    case.marks.all().delete()
    case.looks.all().delete()
    case.original, case.extract, case.original_name = "", "", ""
    case.left, case.problem, case.problem_values = 0, "", {}
    _write(actor, case, Note.Kind.WITHDRAWN, reason)
    move(case, "withdraw", "original", "extract", "original_name", "left", "problem", "problem_values")
    record(verbs.WITHDRAWN, case, actor=actor, unit=case.unit, case=case.pk)
    forget(actor, case, *names)
    return case


@transaction.atomic
def note_decisions_taken(*, documents: int, user: int) -> None:
    """Write down that texts and decisions of so many certified documents are exported on the machine, and by
    which of its users (a number): before they are."""
    record(verbs.DECISIONS_TAKEN, actor=None, documents=documents, user=user)


# --- What they share --------------------------------------------------------------------------------


def _require_step(actor: Account, case: Case, event: str) -> None:
    """First the rule, then the state: who may not know of a step is not told where the case stands."""
    roles = roles_held(actor, case.unit)
    require(any(step.event == event and set(step.roles) & roles for step in CASE.transitions))
    CASE.target(event, case.state)
    require(CASE.allowed(event, case.state, roles, actor, case))


def _write(actor: Account, case: Case, kind: Note.Kind, text: str) -> None:
    note = Note(case=case, author=actor, kind=kind, text=text.strip(), at=timezone.now())
    note.full_clean()
    note.save(force_insert=True)
