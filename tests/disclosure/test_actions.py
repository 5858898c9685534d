"""A case on its way: in, on to the copy, to the certificate, or out. Every rule and every refusal."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from terbuka.disclosure import actions, triggers, workflow
from terbuka.disclosure.errors import AlreadyThere, FileGone
from terbuka.disclosure.models import Case, Decision, Picture
from terbuka.disclosure.pictures import page_picture
from terbuka.disclosure.studio import actions as studio
from terbuka.documents.source import LARGEST
from terbuka.errors import LimitExceeded, UnreadableFile
from terbuka.journal.models import Entry
from terbuka.office.errors import NotPossible, StoreFull
from terbuka.office.models import JobRun
from terbuka.office.storage import PrivateStorage
from terbuka.organisation.models import Account
from tests.disclosure.conftest import (
    Team,
    certified,
    decide_all,
    pdf,
    prepared,
    screened,
    stored_files,
    upload,
    verbs_of,
)
from tests.rows import Office

Work = Callable[[], None]


def refresh(case: Case) -> Case:
    return Case.objects.get(pk=case.pk)


# --- In


def test_upload_makes_a_case_and_asks_for_its_screening(team: Team, office: Office) -> None:
    case = upload(team.desk, office.polres, pdf(), title="  Laporan   polisi ")
    assert (case.state, case.title, case.unit) == (workflow.RECEIVED, "Laporan polisi", office.polres)
    assert (case.size, len(case.sha256), case.uploaded_by) == (len(pdf()), 64, team.desk)
    assert PrivateStorage().exists(case.original) and "siti" not in case.original
    assert JobRun.objects.get().subject_id == str(case.pk)
    assert verbs_of(case) == ["disclosure.uploaded"]


def test_name_of_the_file_lies_encrypted_and_nowhere_else(team: Team, office: Office) -> None:
    case = upload(team.screener, office.polda, pdf(), name="siti rahmah.pdf")
    assert refresh(case).original_name == "siti rahmah.pdf"
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM disclosure_case")
        assert "rahmah" not in str(cursor.fetchall())
    assert "rahmah" not in str(list(Entry.objects.values())) + str(list(JobRun.objects.values()))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "kosong"),
        (b"MZ\x00\x01\x02\x03" * 50, "tidak dikenali"),
        (b"PK\x03\x04 broken", "rusak"),
        (b"{\\rtf1 x}", "RTF"),
    ],
)
def test_file_that_is_not_read_leaves_nothing(
    team: Team, office: Office, content: bytes, sentence: str
) -> None:
    with pytest.raises(UnreadableFile) as refused:
        upload(team.screener, office.polda, content)
    assert sentence in str(refused.value)
    assert not Case.objects.exists() and not JobRun.objects.exists() and stored_files() == set()


def test_file_too_large_is_refused_before_it_is_read(team: Team, office: Office, tmp_path: Path) -> None:
    with (tmp_path / "besar.pdf").open("w+b") as sparse:
        sparse.truncate(LARGEST + 1)  # takes no room until it is stored
        file = File(sparse, name="besar.pdf")
        with pytest.raises(LimitExceeded, match="terlalu besar"):
            actions.upload(team.screener, unit=office.polda, title="Laporan", purpose="request", file=file)
    assert stored_files() == set()


def test_same_bytes_from_the_same_officer_are_there_already(team: Team, office: Office) -> None:
    def put_in(actor: Account, **given: Any) -> Case:
        file = SimpleUploadedFile("siti rahmah.pdf", pdf())
        wish = {"unit": office.polda, "title": "Laporan", "purpose": "request", "file": file}
        return actions.upload(actor, **{**wish, **given})

    first = put_in(team.screener)
    kept = stored_files()
    with pytest.raises(AlreadyThere, match=f"kasus {first.pk}") as refused:
        put_in(team.screener, unit=office.polres, title="Judul lain")
    assert refused.value.case == first
    assert stored_files() == kept and list(Case.objects.all()) == [first]
    assert put_in(team.colleague) != first  # who did not know of it
    second = put_in(team.screener, again=True)
    for case in (first, second):
        actions.withdraw(team.screener, case, reason="Salah berkas.")
    assert put_in(team.screener).state == workflow.RECEIVED  # their file is gone


@pytest.mark.parametrize("who", ["superior", "auditor"])
def test_upload_is_for_those_who_work_on_files(team: Team, office: Office, who: str) -> None:
    with pytest.raises(PermissionDenied):
        upload(getattr(team, who), office.polda, pdf())
    assert stored_files() == set()


def test_upload_reaches_down_and_not_up(team: Team, office: Office, officer: Callable[..., Account]) -> None:
    local = officer("screening_officer", unit=office.polres)
    assert upload(local, office.polsek, pdf()).unit == office.polsek
    with pytest.raises(PermissionDenied):
        upload(local, office.polda, pdf())


@pytest.mark.parametrize("title", ["", "Judul\u202eterbalik", "x" * 201])
def test_title_that_cannot_be_shown_is_refused_and_the_file_goes(
    team: Team, office: Office, title: str
) -> None:
    with pytest.raises(ValidationError):
        upload(team.screener, office.polda, pdf(), title=title)
    assert stored_files() == set() and not Case.objects.exists()


def test_title_is_changed_by_whoever_works_on_the_case(case: Case, team: Team) -> None:
    actions.retitle(team.ppid, case, title="Laporan pencurian")
    assert refresh(case).title == "Laporan pencurian"
    with pytest.raises(PermissionDenied):
        actions.retitle(team.superior, case, title="Lain")
    with pytest.raises(PermissionDenied):
        actions.retitle(team.desk, case, title="Lain")
    with pytest.raises(ValidationError):
        actions.retitle(team.ppid, case, title=" ")
    actions.withdraw(team.ppid, case, reason="Salah berkas.")
    with pytest.raises(NotPossible):
        actions.retitle(team.ppid, case, title="Lain")


def test_file_that_could_not_be_read_is_tried_again(team: Team, office: Office, work: Work) -> None:
    case = upload(team.desk, office.polda, b"%PDF-1.7\nbroken\nstartxref\n9\n%%EOF")
    work()
    case = refresh(case)
    assert case.state == workflow.FAILED and case.problem
    with pytest.raises(PermissionDenied):
        actions.retry(team.superior, case)
    actions.retry(team.desk, case)
    assert refresh(case).state == workflow.RECEIVED
    with pytest.raises(NotPossible):
        actions.retry(team.desk, case)
    work()
    assert refresh(case).state == workflow.FAILED
    assert verbs_of(case)[1:] == [
        "disclosure.not_screened",
        "disclosure.retried",
        "disclosure.not_screened",
    ]


def test_taking_the_original_is_written_down(case: Case, team: Team) -> None:
    actions.note_original_taken(team.superior, case)
    assert verbs_of(case)[-1] == "disclosure.original_taken"
    for stranger in (team.desk, team.auditor):
        with pytest.raises(PermissionDenied):
            actions.note_original_taken(stranger, case)
    case = actions.withdraw(team.ppid, case, reason="Salah berkas.")
    with pytest.raises(FileGone):
        actions.note_original_taken(team.superior, case)


# --- On to the copy


def test_copy_is_asked_for_when_everything_is_decided_and_seen(doubtful: Case, team: Team) -> None:
    case = doubtful
    with pytest.raises(NotPossible, match="2 temuan"):
        actions.prepare(team.screener, case, confirmed=True)
    studio.hide_proposed(team.screener, case, page=None, sure=False, seen=0)
    with pytest.raises(NotPossible, match="2 halaman"):
        actions.prepare(team.screener, case, confirmed=True)
    studio.look(team.screener, case, 1)
    with pytest.raises(NotPossible, match="1 halaman"):
        actions.prepare(team.screener, case, confirmed=True)
    studio.look(team.screener, case, 2)
    with pytest.raises(NotPossible, match="nyatakan"):
        actions.prepare(team.screener, case, confirmed=False)
    actions.prepare(team.screener, case, confirmed=True)
    assert refresh(case).state == workflow.PREPARING
    entry = Entry.objects.get(verb="disclosure.copy_requested")
    assert entry.detail["decisions"] == 1 and entry.detail["digest"] == actions.digest_of_decisions(case)
    with pytest.raises(NotPossible):
        actions.prepare(team.screener, case, confirmed=True)


def test_pages_that_somebody_else_saw_do_not_count(case: Case, team: Team) -> None:
    studio.look(team.colleague, case, 1, 2)
    with pytest.raises(NotPossible):
        actions.prepare(team.screener, case, confirmed=True)


@pytest.mark.parametrize("who", ["desk", "superior", "auditor"])
def test_copy_is_asked_for_by_those_who_decide(case: Case, team: Team, who: str) -> None:
    decide_all(team.screener, case)
    with pytest.raises(PermissionDenied):
        actions.prepare(getattr(team, who), case, confirmed=True)


def test_digest_shows_a_decision_that_was_changed(case: Case, team: Team) -> None:
    studio.hide_proposed(team.screener, case, page=None, sure=False, seen=0)
    before = actions.digest_of_decisions(case)
    triggers.remove(connection)  # what only the owner of the database can do
    Decision.objects.update(kind="keep")
    assert actions.digest_of_decisions(case) != before


# --- Out


def test_withdrawn_case_keeps_its_row_and_nothing_of_the_file(case: Case, team: Team, work: Work) -> None:
    studio.hide_term(team.screener, case, "Teluk Tiram", seen=0)
    prepared(case, team.screener, work)
    page_picture(case, case.original, case.sha256, 1)
    actions.withdraw(team.screener, case, reason="Berkas ini salah unggah.")
    work()
    case = refresh(case)
    assert (case.state, case.original, case.extract, case.original_name) == (workflow.WITHDRAWN, "", "", "")
    assert not case.marks.exists() and not case.looks.exists() and case.decision_list.exists()
    assert case.notes.get().text == "Berkas ini salah unggah."
    assert stored_files() == set()
    with pytest.raises(NotPossible):
        actions.withdraw(team.screener, case, reason="Lagi.")


def test_desk_officer_withdraws_only_what_they_uploaded(
    team: Team, office: Office, case: Case, officer: Callable[..., Account]
) -> None:
    own = upload(team.desk, office.polda, pdf())
    other = officer("desk_officer")
    with pytest.raises(PermissionDenied):
        actions.withdraw(other, own, reason="Bukan milik saya.")
    with pytest.raises(PermissionDenied):
        actions.withdraw(team.desk, case, reason="Bukan milik saya.")
    with pytest.raises(PermissionDenied):
        actions.withdraw(team.auditor, own, reason="Bukan tugas saya.")
    assert actions.withdraw(team.desk, own, reason="Salah berkas.").state == workflow.WITHDRAWN


def test_certified_case_is_not_withdrawn(case: Case, team: Team, work: Work) -> None:
    prepared(case, team.screener, work)
    certified(case, team.ppid)
    with pytest.raises(NotPossible):
        actions.withdraw(team.ppid, case, reason="Terlambat.")


# --- Pictures


def test_picture_is_drawn_once_and_drawn_anew_where_its_file_is_gone(case: Case) -> None:
    first = page_picture(case, case.original, case.sha256, 1)
    assert page_picture(case, case.original, case.sha256, 1) == first
    PrivateStorage().delete(first)
    second = page_picture(case, case.original, case.sha256, 1)
    assert second != first and PrivateStorage().exists(second)
    assert Picture.objects.get().file == second


def test_two_who_draw_the_same_page_keep_one_picture(case: Case) -> None:
    store = PrivateStorage()
    first = actions.keep_picture(case, case.sha256, 1, store.save(None, ContentFile(b"one")))
    second = store.save(None, ContentFile(b"two"))
    assert actions.keep_picture(case, case.sha256, 1, second) == first
    assert not store.exists(second)


def test_picture_of_a_file_that_is_gone_or_was_withdrawn_meanwhile_is_not_kept(
    case: Case, team: Team
) -> None:
    store = PrivateStorage()
    original, sha256 = case.original, case.sha256
    actions.withdraw(team.ppid, case, reason="Salah berkas.")
    with pytest.raises(FileGone), store.saving(ContentFile(b"late")) as name:
        actions.keep_picture(case, sha256, 1, name)
    assert not Picture.objects.exists() and not store.exists(name)
    store.delete(original)
    with pytest.raises(FileGone):
        page_picture(case, original, sha256, 1)


def test_picture_of_a_case_that_was_removed_meanwhile_is_not_kept(case: Case) -> None:
    before = stored_files()
    Case.objects.filter(pk=case.pk).delete()
    with pytest.raises(FileGone):
        page_picture(case, case.original, case.sha256, 1)
    assert not Picture.objects.exists() and stored_files() == before


def test_full_disk_leaves_nothing(small_disk: Callable[[], None], team: Team, office: Office) -> None:
    small_disk()
    with pytest.raises(StoreFull):
        upload(team.screener, office.polda, pdf())
    assert not Case.objects.exists() and stored_files() == set()


def test_screened_case_can_be_screened_by_a_second_worker_without_harm(case: Case, work: Work) -> None:
    assert screened(case, work).marks.count() == case.marks.count()
