"""Drafting, publishing, withdrawing: what happens to rows, bytes and journal, and what is refused."""

import datetime
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import storages

from terbuka.disclosure.models import PublicCopy
from terbuka.disclosure.queries import open_copy
from terbuka.journal.models import Entry
from terbuka.journal.verify import verify_chain
from terbuka.office.errors import NotPossible
from terbuka.office.storage import sha256_of
from terbuka.office.worker import sweep
from terbuka.organisation.actions import appoint
from terbuka.organisation.models import Account
from terbuka.organisation.roles import Role
from terbuka.register import actions
from terbuka.register.jobs import empty_public_store, public_name
from terbuka.register.models import Attachment, Edition, Item, PublicFile
from terbuka.register.wording import PersonalWords
from tests.register.samples import WORDS, certified, drafted, published
from tests.rows import SINCE, Office

Officer = Callable[..., Account]


@pytest.fixture
def ppid(officer: Officer) -> Account:
    return officer(Role.PPID)


def in_public_store(copy: PublicCopy) -> bool:
    return storages["public"].exists(public_name(copy.sha256))


def public_store() -> list[str]:
    root = storages["public"].root  # type: ignore[attr-defined]
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


def verbs() -> list[str]:
    return list(
        Entry.objects.filter(verb__startswith="register.").order_by("number").values_list("verb", flat=True)
    )


# --- Drafts


def test_draft_is_written_and_nothing_is_public(office: Office, officer: Officer) -> None:
    item = actions.draft(officer(Role.SCREENING_OFFICER), unit=office.polres, **WORDS)
    assert (item.state, item.revision, item.published_revision) == ("draft", 1, None)
    assert item.search_text.startswith(" laporan kegiatan triwulan pertama rekapitulasi")
    assert not Edition.objects.exists()
    assert verbs() == ["register.drafted"]


def test_draft_may_begin_with_a_copy_named_after_the_title(office: Office, ppid: Account) -> None:
    copy = certified(office.polda)
    item = actions.draft(ppid, copy=copy, unit=office.polda, **WORDS)
    assert [(a.copy, a.name) for a in item.attachments.all()] == [(copy, WORDS["title"])]
    assert item.revision == 2


def test_draft_with_wrong_values_is_refused_whole(office: Office, ppid: Account) -> None:
    for wrong in (
        {"title": "Laporan\u202ekegiatan"},
        {"summary": "x" * 2001},
        {"summary": "baris\x07"},
        {"information_class": "exempt"},
        {"period_from": datetime.date(2021, 1, 1)},
        {"period_from": datetime.date(2021, 3, 1), "period_to": datetime.date(2021, 1, 1)},
    ):
        with pytest.raises(ValidationError):
            actions.draft(ppid, unit=office.polda, **{**WORDS, **wrong})
    assert not Item.objects.exists()


def test_title_stands_in_one_line(office: Office, ppid: Account) -> None:
    assert drafted(ppid, office.polda, title="  Laporan   kegiatan ").title == "Laporan kegiatan"


def test_change_counts_and_is_written_down(office: Office, ppid: Account) -> None:
    item = drafted(ppid, office.polda)
    changed = actions.change(ppid, item, seen=item.revision, title="Laporan lain", unit=office.polres)
    assert (changed.revision, changed.title, changed.unit) == (2, "Laporan lain", office.polres)
    assert "lain" in changed.search_text
    assert Entry.objects.order_by("-number")[0].unit == office.polres


def test_change_of_what_somebody_else_has_changed_is_refused(office: Office, ppid: Account) -> None:
    item = drafted(ppid, office.polda)
    actions.change(ppid, item, seen=1, title="Yang pertama")
    with pytest.raises(NotPossible, match="sudah diubah orang lain"):
        actions.change(ppid, item, seen=1, title="Yang kedua")
    item.refresh_from_db()
    assert item.title == "Yang pertama"


def test_change_into_a_unit_out_of_reach_is_refused(office: Office, officer: Officer) -> None:
    unit_ppid = officer(Role.UNIT_PPID, unit=office.polres)
    item = drafted(unit_ppid, office.polres)
    with pytest.raises(PermissionDenied):
        actions.change(unit_ppid, item, unit=office.pid)
    item.refresh_from_db()
    assert item.unit == office.polres


def test_discard_throws_a_draft_away_and_keeps_its_copies(office: Office, ppid: Account) -> None:
    copy = certified(office.polda)
    item = drafted(ppid, office.polda, copy)
    actions.discard(ppid, item)
    assert not Item.objects.exists() and not Attachment.objects.exists()
    assert PublicCopy.objects.filter(pk=copy.pk).exists()
    assert verbs()[-1] == "register.discarded"


def test_discard_of_what_was_public_is_refused(office: Office, ppid: Account) -> None:
    item = published(ppid, office.polda)
    with pytest.raises(NotPossible, match="pernah terbit"):
        actions.discard(ppid, item)
    actions.withdraw(ppid, item, reason="Diganti dokumen lain.")
    with pytest.raises(NotPossible):
        actions.discard(ppid, item)


# --- Files


def test_attach_twice_is_refused(office: Office, ppid: Account) -> None:
    copy = certified(office.polda)
    item = drafted(ppid, office.polda, copy)
    with pytest.raises(NotPossible, match="sudah dilampirkan"):
        actions.attach(ppid, item, copy, name="Sekali lagi")


def test_attach_under_a_name_with_direction_marks_is_refused(office: Office, ppid: Account) -> None:
    item = drafted(ppid, office.polda)
    with pytest.raises(ValidationError):
        actions.attach(ppid, item, certified(office.polda), name="laporan\u202efdp.exe")
    assert not item.attachments.exists()


def test_attach_of_a_copy_out_of_reach_is_refused(office: Office, officer: Officer) -> None:
    unit_ppid = officer(Role.UNIT_PPID, unit=office.polres)
    item = drafted(unit_ppid, office.polres)
    with pytest.raises(PermissionDenied):
        actions.attach(unit_ppid, item, certified(office.pid), name="Laporan")


def test_attach_of_a_copy_that_one_may_only_read_is_refused(office: Office, officer: Officer) -> None:
    both = officer(Role.UNIT_PPID, unit=office.polres)
    appoint(None, both.person, unit=office.pid, role=Role.DESK_OFFICER, valid_from=SINCE)
    item = drafted(both, office.polres)
    with pytest.raises(PermissionDenied):
        actions.attach(both, item, certified(office.pid), name="Laporan")


def test_detach_leaves_the_published_edition_as_it_is(office: Office, ppid: Account) -> None:
    copy = certified(office.polda)
    item = published(ppid, office.polda, copy)
    actions.detach(ppid, item.attachments.get())
    item.refresh_from_db()
    assert item.has_changes and not item.attachments.exists()
    assert PublicFile.objects.get().copy == copy and in_public_store(copy)
    assert verbs()[-1] == "register.detached"


def test_detach_sent_twice_is_done_once(office: Office, ppid: Account) -> None:
    item = drafted(ppid, office.polda, certified(office.polda))
    one, same = item.attachments.get(), item.attachments.get()
    revision = actions.detach(ppid, one).revision
    assert actions.detach(ppid, same).revision == revision
    assert verbs().count("register.detached") == 1


# --- Publishing


def test_publish_makes_rows_bytes_and_journal(office: Office, ppid: Account) -> None:
    copy = certified(office.polda, b"isi salinan")
    item = drafted(ppid, office.polda, copy)
    edition = actions.publish(ppid, item, seen=item.revision)
    item.refresh_from_db()
    assert (item.state, item.has_changes) == ("published", False)
    assert (edition.number, edition.change_note, edition.published_by) == (1, "", ppid)
    assert {name: getattr(edition, name) for name in WORDS} == WORDS
    file = edition.files.get()
    assert (file.copy, file.name, file.approved_post) == (copy, "Laporan bagian 1", "Kepala Subbidang")
    with storages["public"].open(public_name(copy.sha256)) as stored:
        assert stored.read() == b"isi salinan"
    assert verbs()[-2:] == ["register.file_published", "register.published"]
    entry = Entry.objects.get(verb="register.file_published")
    assert entry.detail == {"item": item.number, "copy": str(copy.number), "sha256": copy.sha256}
    assert verify_chain().sound


def test_publish_without_a_file_is_possible(office: Office, ppid: Account) -> None:
    item = published(ppid, office.polda, available_as="hardcopy")
    assert item.state == "published" and public_store() == []


def test_publish_again_needs_a_change_and_a_note(office: Office, ppid: Account) -> None:
    item = published(ppid, office.polda)
    with pytest.raises(NotPossible, match="Tidak ada perubahan"):
        actions.publish(ppid, item, change_note="Angka diperbaiki.")
    actions.change(ppid, item, summary="Rekapitulasi yang diperbaiki.")
    with pytest.raises(NotPossible, match="Tulis apa yang berubah"):
        actions.publish(ppid, item, change_note="  ")
    edition = actions.publish(ppid, item, change_note="Angka diperbaiki.")
    first = item.editions.get(number=1)
    assert (edition.number, edition.summary) == (2, "Rekapitulasi yang diperbaiki.")
    assert (first.ended_by, first.is_open, first.is_withdrawn) == (ppid, False, False)
    assert first.summary == WORDS["summary"]


def test_publish_of_what_was_changed_meanwhile_is_refused(office: Office, ppid: Account) -> None:
    item = drafted(ppid, office.polda)
    seen = item.revision
    actions.change(ppid, item, summary="Isi yang belum dilihat.")
    with pytest.raises(NotPossible, match="sudah diubah orang lain"):
        actions.publish(ppid, item, seen=seen)
    assert not Edition.objects.exists()


def test_publish_of_a_file_that_was_altered_is_refused_whole(office: Office, ppid: Account) -> None:
    good, bad = certified(office.polda), certified(office.polda)
    with Path(storages["default"].path(bad.file)).open("r+b") as file:
        file.write(b"X")
    item = drafted(ppid, office.polda, good, bad)
    with pytest.raises(actions.NotTheCertifiedFile, match=f"salinan {bad.number} "):
        actions.publish(ppid, item)
    item.refresh_from_db()
    assert item.state == "draft" and not Edition.objects.exists() and not PublicFile.objects.exists()
    assert public_store() == []
    assert verbs()[-1] == "register.attached"


def test_publish_of_a_file_of_another_length_is_refused(office: Office, ppid: Account) -> None:
    item = drafted(ppid, office.polda, certified(office.polda, b"isi", size=4))
    with pytest.raises(actions.NotTheCertifiedFile):
        actions.publish(ppid, item)


def test_publish_of_a_file_that_changes_while_it_is_read_is_refused(
    office: Office, ppid: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = certified(office.polda, b"isi yang disahkan")
    item = drafted(ppid, office.polda, copy)

    def check_and_swap(file: Any) -> str:
        digest = sha256_of(file)
        Path(storages["default"].path(copy.file)).write_bytes(b"isi yang ditukar.")
        return digest

    monkeypatch.setattr("terbuka.register.actions.sha256_of", check_and_swap)
    with pytest.raises(actions.NotTheCertifiedFile):
        actions.publish(ppid, item)
    assert public_store() == [] and not Edition.objects.exists()


def test_failed_publication_leaves_the_bytes_of_others_alone(office: Office, ppid: Account) -> None:
    copy, bad = certified(office.polda), certified(office.polda, b"isi", size=4)
    published(ppid, office.polda, copy)
    item = drafted(ppid, office.polda, copy, bad)
    with pytest.raises(actions.NotTheCertifiedFile):
        actions.publish(ppid, item)
    assert in_public_store(copy)


# --- Words


def test_publish_of_words_that_look_personal_asks_first(office: Office, ppid: Account) -> None:
    item = drafted(ppid, office.polda, summary="Pengaduan Melati Suryaningsih, HP 081234567890.")
    with pytest.raises(PersonalWords) as refused:
        actions.publish(ppid, item)
    assert "ringkasan isi: TELEPON" in str(refused.value)
    assert "Melati" not in str(refused.value)
    actions.publish(ppid, item, words_certified=True)
    assert Entry.objects.get(verb="register.published").detail["doubts"] >= 2


def test_publish_looks_at_file_names_and_notes_too(office: Office, ppid: Account) -> None:
    item = drafted(ppid, office.polda)
    actions.attach(ppid, item, certified(office.polda), name="Laporan NIK 6371014505900002")
    with pytest.raises(PersonalWords, match="nama berkas: NIK"):
        actions.publish(ppid, item)
    other = published(ppid, office.polda)
    actions.change(ppid, other, retention="5 tahun")
    with pytest.raises(PersonalWords, match="catatan perubahan: TELEPON"):
        actions.publish(ppid, other, change_note="Hubungi HP 081234567890.")


# --- Withdrawing


def test_withdraw_ends_the_edition_and_the_bytes_leave(
    office: Office, ppid: Account, work: Callable[[], None]
) -> None:
    copy = certified(office.polda)
    item = published(ppid, office.polda, copy)
    edition = actions.withdraw(ppid, item, reason=" Ada kekeliruan. ", title_stays=False)
    item.refresh_from_db()
    assert (item.state, edition.withdrawn_because, edition.title_stays) == (
        "withdrawn",
        "Ada kekeliruan.",
        False,
    )
    work()
    assert public_store() == []
    assert verbs()[-1] == "register.withdrawn"


def test_withdraw_keeps_bytes_that_another_item_shares(
    office: Office, ppid: Account, work: Callable[[], None]
) -> None:
    # Two certificates may be about the same bytes; the store holds them once.
    one, same = certified(office.polda, b"sama"), certified(office.polda, b"sama")
    first, second = published(ppid, office.polda, one), published(ppid, office.polda, same)
    actions.withdraw(ppid, first, reason="Ada kekeliruan.")
    work()
    assert in_public_store(same)
    actions.withdraw(ppid, second, reason="Ada kekeliruan.")
    work()
    assert public_store() == []


def test_published_again_before_the_job_keeps_its_bytes(
    office: Office, ppid: Account, work: Callable[[], None]
) -> None:
    copy = certified(office.polda)
    item = published(ppid, office.polda, copy)
    actions.withdraw(ppid, item, reason="Ada kekeliruan.")
    edition = actions.publish(ppid, item, change_note="Diperiksa lagi, ternyata benar.")
    work()
    assert edition.number == 2 and in_public_store(copy)


def test_edition_without_a_file_takes_its_bytes_away(
    office: Office, ppid: Account, work: Callable[[], None]
) -> None:
    kept, dropped = certified(office.polda), certified(office.polda)
    item = published(ppid, office.polda, kept, dropped)
    actions.detach(ppid, item.attachments.get(copy=dropped))
    actions.publish(ppid, item, change_note="Satu berkas dilepas.")
    work()
    assert in_public_store(kept) and not in_public_store(dropped)


def test_withdraw_needs_a_reason_without_personal_words(office: Office, ppid: Account) -> None:
    item = published(ppid, office.polda)
    with pytest.raises(NotPossible, match="Tulis alasan"):
        actions.withdraw(ppid, item, reason="  ")
    with pytest.raises(PersonalWords, match="alasan penarikan: TELEPON"):
        actions.withdraw(ppid, item, reason="Memuat HP 081234567890.")
    with pytest.raises(ValidationError):
        actions.withdraw(ppid, item, reason="x" * 501)
    item.refresh_from_db()
    assert item.state == "published" and item.editions.get().is_open


def test_withdraw_of_what_is_not_public_is_refused(office: Office, ppid: Account) -> None:
    item = drafted(ppid, office.polda)
    with pytest.raises(NotPossible, match="statusnya sudah berubah"):
        actions.withdraw(ppid, item, reason="Ada kekeliruan.")


def test_job_done_twice_is_as_done_once(office: Office, ppid: Account, work: Callable[[], None]) -> None:
    copy = certified(office.polda)
    item = published(ppid, office.polda, copy)
    actions.withdraw(ppid, item, reason="Ada kekeliruan.")
    empty_public_store.enqueue(actor=ppid, hashes=[copy.sha256])
    work()
    work()
    assert public_store() == []


def test_bytes_that_a_killed_publisher_left_go_a_day_later_and_what_is_public_stays(
    office: Office, ppid: Account
) -> None:
    left, today, public = (certified(office.polda, body) for body in (b"satu", b"dua", b"tiga"))
    published(ppid, office.polda, public)
    for copy in (left, today):
        storages["public"].save(None, open_copy(copy))
    for copy in (left, public):
        os.utime(storages["public"].path(public_name(copy.sha256)), (time.time() - 2 * 86400,) * 2)
    sweep(housekeeping=True)
    assert public_store() == sorted(public_name(copy.sha256) for copy in (today, public))


# --- Who may


@pytest.mark.parametrize("role", list(Role))
def test_every_act_is_only_for_its_roles(office: Office, officer: Officer, ppid: Account, role: str) -> None:
    actor = officer(role)
    drafters = {Role.SCREENING_OFFICER, Role.UNIT_PPID, Role.PPID}
    editors = {Role.UNIT_PPID, Role.PPID}
    copy = certified(office.polda)

    def tries(roles: set[Role], act: Callable[[], Any]) -> None:
        if role in roles:
            act()
        else:
            with pytest.raises(PermissionDenied):
                act()

    tries(drafters, lambda: actions.draft(actor, unit=office.polda, **WORDS))
    item = drafted(ppid, office.polda)
    tries(drafters, lambda: actions.change(actor, item, retention="5 tahun"))
    tries(drafters, lambda: actions.attach(actor, item, copy, name="Laporan"))
    attachment = actions.attach(ppid, item, certified(office.polda), name="Laporan lain")
    tries(drafters, lambda: actions.detach(actor, attachment))
    tries(drafters, lambda: actions.discard(actor, drafted(ppid, office.polda)))
    tries({Role.PPID}, lambda: actions.publish(actor, item))
    public = published(ppid, office.polda, certified(office.polda))
    tries(editors, lambda: actions.change(actor, public, retention="5 tahun"))
    tries(editors, lambda: actions.detach(actor, public.attachments.get()))
    tries(editors, lambda: actions.attach(actor, public, certified(office.polda), name="Laporan"))
    tries({Role.PPID}, lambda: actions.withdraw(actor, public, reason="Ada kekeliruan."))


def test_role_reaches_down_and_not_up(office: Office, officer: Officer, ppid: Account) -> None:
    of_polres = officer(Role.PPID, unit=office.polres)
    below, above = drafted(ppid, office.polsek), drafted(ppid, office.polda)
    actions.publish(of_polres, below)
    with pytest.raises(PermissionDenied):
        actions.publish(of_polres, above)
