"""The only writers of the register. ``publish`` is the one gate out of the office.

Every function is one transaction: rule → change → journal → jobs. They raise ``PermissionDenied`` where
the rule says no, ``NotPossible`` where the state does, ``ValidationError`` where a value is wrong;
nothing is changed then. ``seen`` is the revision that the officer had on the screen: where somebody else
has changed the item since, nothing is overwritten and nothing unseen is published.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.core.files.storage import storages
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from terbuka.disclosure.models import PublicCopy
from terbuka.disclosure.queries import certified_copies, open_copy
from terbuka.errors import TerbukaError
from terbuka.journal.actions import record
from terbuka.language import N_
from terbuka.law.grounds import ground as ground_of
from terbuka.office.errors import NotPossible
from terbuka.office.storage import sha256_of
from terbuka.organisation.models import Account
from terbuka.organisation.rules import require
from terbuka.register import rules, verbs
from terbuka.register.jobs import empty_public_store, public_name
from terbuka.register.models import DESCRIBED, NOTE_CLOSED, Attachment, Edition, Item, PublicFile
from terbuka.register.searching import search_text
from terbuka.register.wording import Doubt, certified_words, copies_of, doubts_in, public_words, told_in
from terbuka.register.workflow import DRAFT, ITEM

# --- The working copy -------------------------------------------------------------------------------


@transaction.atomic
def draft(actor: Account, *, copy: PublicCopy | None = None, **described: Any) -> Item:
    """Write a new item. ``described``: the fields of ``Description``. ``copy``: its first file, named
    after the title."""
    item = Item(**described)
    require(rules.may_draft(actor, item.unit))
    _save(item)
    record(verbs.DRAFTED, item, actor=actor, unit=item.unit, item=item.number)
    if copy is not None:
        attach(actor, item, copy, name=item.title[:120])
        item.refresh_from_db()
    return item


@transaction.atomic
def change(actor: Account, item: Item, *, seen: int | None = None, **described: Any) -> Item:
    """Change the working copy. What is public stays as it is until it is published anew."""
    item = _locked(item, seen)
    require(rules.may_change(actor, item))
    for name, value in described.items():
        setattr(item, name, value)
    require(rules.may_change(actor, item))  # at the unit that it goes to, too
    _revise(item)
    record(verbs.CHANGED, item, actor=actor, unit=item.unit, item=item.number)
    return item


@transaction.atomic
def discard(actor: Account, item: Item) -> None:
    """Throw a draft away that was never public."""
    item = _locked(item)
    require(rules.may_change(actor, item))
    if item.state != DRAFT:
        raise NotPossible(N_("Yang pernah terbit tetap tercatat di daftar dan tidak bisa dibuang."))
    record(verbs.DISCARDED, item, actor=actor, unit=item.unit, item=item.number)
    item.delete()


@transaction.atomic
def attach(actor: Account, item: Item, copy: PublicCopy, *, name: str) -> Attachment:
    """Add a certified copy to the working copy. ``name``: what the public reads; no personal data."""
    item = _locked(item)
    require(rules.may_change(actor, item))
    require(certified_copies(actor).filter(pk=copy.pk).exists() and rules.may_draft(actor, copy.unit))
    if item.attachments.filter(copy=copy).exists():
        raise NotPossible(N_("Salinan ini sudah dilampirkan pada informasi ini."))
    attachment = Attachment(item=item, copy=copy, name=" ".join(name.split()))
    attachment.full_clean()
    attachment.save()
    _revise(item)
    record(verbs.ATTACHED, item, actor=actor, unit=item.unit, item=item.number, copy=str(copy.number))
    return attachment


@transaction.atomic
def detach(actor: Account, attachment: Attachment) -> Item:
    """Take a file out of the working copy. A published edition keeps it until the change is published.
    Asked for twice, it is done once."""
    item = _locked(attachment.item)
    require(rules.may_change(actor, item))
    copy = attachment.copy
    if not attachment.delete()[0]:
        return item
    _revise(item)
    record(verbs.DETACHED, item, actor=actor, unit=item.unit, item=item.number, copy=str(copy.number))
    return item


# --- Out to the public, and back --------------------------------------------------------------------


@transaction.atomic
def publish(
    actor: Account,
    item: Item,
    *,
    change_note: str = "",
    seen: int | None = None,
    words_certified: bool = False,
) -> Edition:
    """Make the working copy the public edition. The one gate out of the office.

    The bytes of every file are read anew from the office's store, must have the hash and the size of
    their certificate, and are then written to the public store under that hash. ``change_note`` is
    demanded from the second edition on. Raises ``PersonalWords`` where the words look personal or tell what
    a copy hides and ``words_certified`` is not given, ``LockedWords`` where they tell what is locked there,
    ``NotTheCertifiedFile`` where a file is not what was certified.
    """
    item = _locked(item, seen)
    require(rules.may_publish(actor, item))
    state = ITEM.target("publish", item.state)
    before = item.editions.order_by("-number").first()
    change_note = _needed_note(item, before, change_note)
    attachments = list(item.attachments.select_related("copy__approved_by__person", "copy__case"))
    doubts = certified_words(_doubts(item, attachments, change_note), words_certified)
    dropped = _end(before, actor) if before and before.is_open else []
    edition = _edition(item, actor, before.number + 1 if before else 1, change_note)
    with _in_public_store(attachments):
        _open(edition, attachments)
        item.state, item.published_revision = state, item.revision
        item.save(update_fields=["state", "published_revision", "changed_at"])
        _record_publication(actor, edition, attachments, doubts)
        _remove_bytes(actor, item, dropped)
    return edition


@transaction.atomic
def withdraw(
    actor: Account, item: Item, *, reason: str, title_stays: bool = True, words_certified: bool = False
) -> Edition:
    """Take a published item off the portal. ``reason`` is shown in its place.

    From now on nobody is served its files; their bytes leave the public store by a job, except those
    that another published item shares.
    """
    item = _locked(item)
    require(rules.may_publish(actor, item))
    state = ITEM.target("withdraw", item.state)
    reason = reason.strip()
    if not reason:
        raise NotPossible(N_("Tulis alasan penarikan; alasan ini tampil untuk umum."))
    words = {gettext("alasan penarikan"): reason}
    doubts = certified_words([*doubts_in(words), *told_in(words, copies_of(item))], words_certified)
    edition = item.editions.get(ended_at__isnull=True)
    edition.withdrawn_because, edition.title_stays = reason, title_stays
    edition.clean_fields()
    hashes = _end(edition, actor)
    item.state = state
    item.save(update_fields=["state", "changed_at"])
    record(
        verbs.WITHDRAWN,
        item,
        actor=actor,
        unit=item.unit,
        item=item.number,
        edition=edition.number,
        doubts=doubts,
    )
    _remove_bytes(actor, item, hashes)
    return edition


@transaction.atomic
def close_note(actor: Account, edition: Edition, *, ground: str) -> Edition:
    """Take away the note of an edition, open or ended, that tells what may not be told.

    Nothing keeps its words: the public, the office and the journal read that it is closed. ``ground``: a code
    of ``law.grounds``, ``KeyError`` for another.
    """
    item = _locked(edition.item)
    require(rules.may_publish(actor, item))
    edition = item.editions.get(pk=edition.pk)
    if not edition.note_can_be_closed:
        raise NotPossible(N_("Tidak ada catatan yang bisa ditutup di edisi ini."))
    edition.change_note, code = NOTE_CLOSED, ground_of(ground).code
    edition.save(update_fields=["change_note"])
    record(
        verbs.NOTE_CLOSED,
        item,
        actor=actor,
        unit=item.unit,
        item=item.number,
        edition=edition.number,
        ground=code,
    )
    return edition


def _needed_note(item: Item, before: Edition | None, change_note: str) -> str:
    """The note of the new edition. The first needs none; a later one says what changed."""
    if before is None:
        return ""
    if before.is_open and not item.has_changes:
        raise NotPossible(N_("Tidak ada perubahan yang belum terbit."))
    if not change_note.strip():
        raise NotPossible(N_("Tulis apa yang berubah; catatan ini tampil di riwayat untuk umum."))
    return change_note.strip()


def _doubts(item: Item, attachments: Sequence[Attachment], note: str) -> list[Doubt]:
    """What may not be told in the words of an edition. Its note speaks of the editions before, so it is
    compared with what their copies hide, too."""
    words, noted = public_words(item, attachments), {gettext("catatan perubahan"): note}
    told = told_in(words, [attachment.copy for attachment in attachments])
    if note:
        told += told_in(noted, copies_of(item))
    return list(dict.fromkeys([*doubts_in(words | noted), *told]))


def _edition(item: Item, actor: Account, number: int, change_note: str) -> Edition:
    return Edition(
        **{name: getattr(item, name) for name in (*DESCRIBED, "search_text")},
        item=item,
        number=number,
        revision=item.revision,
        change_note=change_note,
        published_at=timezone.now(),
        published_by=actor,
    )


def _open(edition: Edition, attachments: Sequence[Attachment]) -> None:
    edition.full_clean(exclude=["item"])
    edition.save()
    for attachment in attachments:
        PublicFile.objects.create(
            edition=edition,
            copy=attachment.copy,
            name=attachment.name,
            approved_post=attachment.copy.approved_by.person.post,
        )


def _end(edition: Edition, actor: Account) -> list[str]:
    """End an open edition; return the hashes of its files."""
    edition.ended_at, edition.ended_by = timezone.now(), actor
    edition.save(update_fields=["ended_at", "ended_by", "withdrawn_because", "title_stays"])
    return list(edition.files.values_list("copy__sha256", flat=True))


def _record_publication(
    actor: Account, edition: Edition, attachments: Sequence[Attachment], doubts: int
) -> None:
    item = edition.item
    for attachment in attachments:
        record(
            verbs.FILE_PUBLISHED,
            item,
            actor=actor,
            unit=item.unit,
            item=item.number,
            copy=str(attachment.copy.number),
            sha256=attachment.copy.sha256,
        )
    record(
        verbs.PUBLISHED,
        item,
        actor=actor,
        unit=item.unit,
        item=item.number,
        edition=edition.number,
        files=len(attachments),
        doubts=doubts,
    )


# --- Bytes ------------------------------------------------------------------------------------------


class NotTheCertifiedFile(TerbukaError):
    """The bytes in the office's store are not those of the certificate. Nothing was published."""

    def __init__(self, number: str) -> None:
        super().__init__(
            N_(
                "Berkas salinan %(number)s tidak sama dengan yang disahkan, jadi tidak ada yang diterbitkan. "
                "Lepas salinan itu dan buat salinan baru; sampaikan juga kepada pengelola sistem."
            ),
            number=number,
        )


@contextmanager
def _in_public_store(attachments: Sequence[Attachment]) -> Iterator[None]:
    """The certified bytes lie in the public store; where the block fails, what was not there goes again.

    The rows of the copies are locked: the job that removes withdrawn bytes waits, or is waited for.
    """
    hashes = sorted({attachment.copy.sha256 for attachment in attachments})
    locked = PublicCopy.objects.select_for_update().filter(sha256__in=hashes).order_by("pk")
    list(locked.values_list("pk", flat=True))
    store = storages["public"]
    added: list[str] = []
    try:
        for attachment in attachments:
            name = public_name(attachment.copy.sha256)
            if not store.exists(name):
                added.append(name)
            _place(attachment.copy)
        yield
    except BaseException:
        for name in added:
            store.delete(name)
        raise


def _place(copy: PublicCopy) -> None:
    """Write the bytes of ``copy`` to the public store, after checking that they are the certified ones."""
    with open_copy(copy) as file:
        if file.size != copy.size or sha256_of(file) != copy.sha256:
            raise NotTheCertifiedFile(str(copy.number))
        file.seek(0)
        # The store names a file after what it has really written.
        written = storages["public"].save(None, file)
    if written != public_name(copy.sha256):
        storages["public"].delete(written)
        raise NotTheCertifiedFile(str(copy.number))


def _remove_bytes(actor: Account, item: Item, hashes: Sequence[str]) -> None:
    if hashes:
        empty_public_store.enqueue(actor=actor, unit=item.unit, subject=item, hashes=list(hashes))


# --- What they share --------------------------------------------------------------------------------


def _locked(item: Item, seen: int | None = None) -> Item:
    """``item`` as it is now, locked until the transaction ends."""
    found = Item.objects.select_for_update().get(pk=item.pk)
    if seen is not None and seen != found.revision:
        raise NotPossible(
            N_(
                "Informasi ini sudah diubah orang lain sejak Anda membukanya, jadi belum ada yang tersimpan. "
                "Muat ulang halaman, lihat perubahannya, lalu ulangi."
            )
        )
    return found


def _revise(item: Item) -> None:
    item.revision += 1
    _save(item)


def _save(item: Item) -> None:
    item.title = " ".join(item.title.split())
    item.search_text = search_text(item.title, item.summary)
    item.full_clean()
    item.save()
