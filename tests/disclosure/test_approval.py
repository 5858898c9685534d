"""The second pair of eyes: who approves a copy, or sends it back, and what they have looked at before."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from terbuka.disclosure import actions, workflow
from terbuka.disclosure.errors import CopyDamaged, FileGone
from terbuka.disclosure.models import Case, Look, Note, Picture, PreparedCopy, PublicCopy
from terbuka.disclosure.pictures import page_picture
from terbuka.disclosure.queries import open_copy
from terbuka.disclosure.studio import actions as studio
from terbuka.journal.models import Entry
from terbuka.office.errors import NotPossible
from terbuka.office.storage import PrivateStorage, sha256_of
from tests.disclosure.conftest import (
    SECRETS,
    Team,
    certified,
    looked_through,
    prepared,
    stored_files,
    verbs_of,
)

Work = Callable[[], None]


def refresh(case: Case) -> Case:
    return Case.objects.get(pk=case.pk)


def test_approval_makes_a_certificate_of_the_very_bytes(case: Case, team: Team, work: Work) -> None:
    import pypdf

    prepared(case, team.screener, work)
    waits = PreparedCopy.objects.get()
    page_picture(case, waits.file, waits.sha256, 1)
    page_picture(case, case.original, case.sha256, 1)
    copy = certified(case, team.ppid)
    assert refresh(case).state == workflow.APPROVED
    assert verbs_of(case)[-2:] == ["disclosure.copy_seen", "disclosure.approved"]
    assert Entry.objects.get(verb="disclosure.copy_seen").detail == {
        "case": case.pk,
        "pages": 2,
        "sha256": copy.sha256,
    }
    assert (copy.prepared_by, copy.approved_by, copy.unit) == (team.screener, team.ppid, case.unit)
    assert copy.passed and copy.sha256 == copy.verified_sha256 == waits.sha256
    assert copy.original_sha256 == case.sha256 and copy.hidden == sum(copy.grounds.values()) > 0
    assert copy.file_name == f"salinan-{copy.number}.pdf" and copy.engine_version
    assert {check["name"] for check in copy.checks} >= {"structure", "bytes", "text", "pixels"}
    with open_copy(copy) as file:
        assert sha256_of(file) == copy.sha256
        file.seek(0)
        text = " ".join(page.extract_text() for page in pypdf.PdfReader(file).pages)
    assert not any(secret in text for secret in SECRETS) and "FAHRUL ROZI" in text
    assert not PreparedCopy.objects.exists() and not Picture.objects.exists()
    work()
    assert stored_files() == {case.original, case.extract, copy.file, copy.log}


@pytest.mark.parametrize("who", ["screener", "desk", "auditor", "colleague"])
def test_approval_is_for_approvers(case: Case, team: Team, work: Work, who: str) -> None:
    prepared(case, team.screener, work)
    waits = PreparedCopy.objects.get()
    sha256 = waits.sha256
    looks = [Look(case=case, officer=getattr(team, who), of=sha256, page=page) for page in (1, 2)]
    Look.objects.bulk_create(looks)
    with pytest.raises(PermissionDenied):
        actions.approve(getattr(team, who), case, sha256=sha256)
    with pytest.raises(PermissionDenied):
        actions.send_back(getattr(team, who), case, note="Periksa lagi.")
    assert not PublicCopy.objects.exists()


def test_whoever_prepared_does_not_approve(case: Case, team: Team, work: Work) -> None:
    studio.look(team.ppid, case, 1, 2)
    actions.prepare(team.ppid, case, confirmed=True)
    work()
    sha256 = looked_through(case, team.ppid).sha256
    with pytest.raises(PermissionDenied):
        actions.approve(team.ppid, refresh(case), sha256=sha256)
    assert certified(refresh(case), team.unit_ppid).approved_by == team.unit_ppid


def test_whoever_decided_anything_even_undone_does_not_approve(case: Case, team: Team, work: Work) -> None:
    studio.hide(team.unit_ppid, case, 1, seen=0)
    studio.undo(team.unit_ppid, case, 1)
    prepared(case, team.screener, work)
    with pytest.raises(PermissionDenied):
        certified(case, team.unit_ppid)
    certified(case, team.superior)


def test_superior_who_lifted_a_block_does_not_approve(case: Case, team: Team, work: Work) -> None:
    child = case.marks.filter(mode="block", page=2).first()
    assert child is not None
    reason = "Orang tua telah memberi izin tertulis untuk membuka nama ini."
    studio.lift(team.superior, case, child.number, seen=0, reason=reason, everywhere=True)
    prepared(case, team.screener, work)
    with pytest.raises(PermissionDenied):
        certified(case, team.superior)


def test_only_the_copy_that_was_looked_at_is_approved(case: Case, team: Team, work: Work) -> None:
    prepared(case, team.screener, work)
    old = looked_through(case, team.ppid).sha256
    with pytest.raises(NotPossible, match="bukan yang terbaru"):
        actions.approve(team.ppid, case, sha256="0" * 64)
    actions.send_back(team.ppid, case, note="Tutup juga sekolahnya.")
    prepared(refresh(case), team.screener, work)
    PreparedCopy.objects.update(sha256="1" * 64, verified_sha256="1" * 64)
    with pytest.raises(NotPossible, match="belum Anda buka"):
        actions.approve(team.ppid, case, sha256="1" * 64)
    with pytest.raises(NotPossible, match="bukan yang terbaru"):
        actions.approve(team.ppid, case, sha256=old)
    assert not PublicCopy.objects.exists()


def test_copy_is_approved_by_who_has_opened_each_of_its_pages(case: Case, team: Team, work: Work) -> None:
    case = prepared(case, team.screener, work)
    waits = PreparedCopy.objects.get()
    studio.look(team.ppid, case, 1, 2)  # the original
    studio.look(team.superior, waits, 1, 2)  # somebody else
    with pytest.raises(NotPossible, match=r"2 dari 2 .*halaman 1–2"):
        actions.approve(team.ppid, case, sha256=waits.sha256)
    studio.look(team.ppid, waits, 1, 1, 3, 0)
    with pytest.raises(NotPossible, match=r"1 dari 2 .*halaman 2\)"):
        actions.approve(team.ppid, case, sha256=waits.sha256)
    assert not PublicCopy.objects.exists() and "disclosure.copy_seen" not in verbs_of(case)
    studio.look(team.ppid, waits, 2)
    assert actions.approve(team.ppid, case, sha256=waits.sha256).approved_by == team.ppid
    with pytest.raises(PermissionDenied):
        studio.look(team.desk, waits, 1)


def test_refusal_names_the_first_of_many_pages(case: Case, team: Team, work: Work) -> None:
    case = prepared(case, team.screener, work)
    PreparedCopy.objects.update(pages=40)
    waits = PreparedCopy.objects.get()
    studio.look(team.ppid, waits, *range(2, 41, 2))
    with pytest.raises(NotPossible, match=r"20 dari 40 .*halaman 1, 3, 5, 7, .*, 23, …\)"):
        actions.approve(team.ppid, case, sha256=waits.sha256)


def test_copy_whose_file_was_changed_or_is_gone_is_not_approved(case: Case, team: Team, work: Work) -> None:
    prepared(case, team.screener, work)
    waits = looked_through(case, team.ppid)
    path = Path(PrivateStorage().path(waits.file))
    whole = path.read_bytes()
    path.write_bytes(whole + b"\n% Siti Rahmah")
    with pytest.raises(CopyDamaged):
        actions.approve(team.ppid, case, sha256=waits.sha256)
    path.unlink()
    with pytest.raises(FileGone):
        actions.approve(team.ppid, case, sha256=waits.sha256)
    assert refresh(case).state == workflow.APPROVING and not PublicCopy.objects.exists()


def test_page_of_a_copy_that_was_given_up_meanwhile_is_not_kept(case: Case, team: Team, work: Work) -> None:
    """The page was being drawn when the copy was sent back: its picture would outlive it."""
    prepared(case, team.screener, work)
    waits = PreparedCopy.objects.get()
    actions.send_back(team.ppid, case, note="Halaman 2 masih menyebut sekolahnya.")
    with pytest.raises(FileGone):
        page_picture(case, waits.file, waits.sha256, 1)
    work()
    case = refresh(case)
    assert stored_files() == {case.original, case.extract} and not Picture.objects.exists()


def test_copy_sent_back_is_given_up_and_the_note_is_read(case: Case, team: Team, work: Work) -> None:
    prepared(case, team.screener, work)
    waits = PreparedCopy.objects.get()
    page_picture(case, waits.file, waits.sha256, 1)
    with pytest.raises(ValidationError):
        actions.send_back(team.ppid, case, note="  ")
    actions.send_back(team.ppid, case, note="Halaman 2 masih menyebut sekolahnya.")
    case = refresh(case)
    assert case.state == workflow.DECIDING and not PreparedCopy.objects.exists()
    note = case.notes.get()
    assert (note.kind, note.text, note.author) == (
        Note.Kind.RETURNED,
        "Halaman 2 masih menyebut sekolahnya.",
        team.ppid,
    )
    work()
    assert stored_files() == {case.original, case.extract}
    with pytest.raises(NotPossible):
        actions.send_back(team.ppid, case, note="Lagi.")
