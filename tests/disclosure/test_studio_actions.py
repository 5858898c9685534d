"""Decisions: what each does, what it may not do, how it is taken back, and what happens when two meet."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied

from terbuka.disclosure import actions, workflow
from terbuka.disclosure.decisions import Standing
from terbuka.disclosure.errors import Overtaken
from terbuka.disclosure.models import Case, Decision, Look, Mark, PreparedCopy
from terbuka.disclosure.studio import actions as studio
from terbuka.documents import Box
from terbuka.journal.models import Entry
from terbuka.office.errors import NotPossible
from tests.disclosure.conftest import Team, mark, now, prepared, stored_files, verbs_of

Work = Callable[[], None]
pytestmark = pytest.mark.usefixtures("marks_are_the_fold_of_the_decisions")
REASON = "Orang tua telah memberi izin tertulis untuk membuka nama ini."


# --- One mark


def test_undecided_mark_is_hidden_or_left_open(doubtful: Case, witness: Mark, team: Team) -> None:
    assert witness.hides
    first = studio.hide(team.screener, doubtful, witness.number, seen=0)
    assert (first.marks, now(witness).standing, now(witness).decision) == (1, Standing.HIDDEN, 1)
    assert Case.objects.get(pk=doubtful.pk).left == 1
    studio.keep(team.screener, doubtful, witness.number, seen=1)
    assert not now(witness).hides


def test_ground_is_changed_and_the_box_says_so(doubtful: Case, witness: Mark, team: Team) -> None:
    studio.hide(team.screener, doubtful, witness.number, seen=0, ground="17.a.4")
    assert (now(witness).ground, now(witness).own_ground) == ("17.a.4", "17.a.2")
    studio.hide(team.screener, doubtful, witness.number, seen=1)
    assert now(witness).ground == "17.a.4"


def test_official_who_is_hidden_gets_a_ground(case: Case, team: Team) -> None:
    official = mark(case, role="official")
    assert not official.hides
    studio.hide(team.screener, case, official.number, seen=0)
    assert (now(official).hides, now(official).ground) == (True, "17.h")


def test_same_decision_sent_twice_is_one(doubtful: Case, witness: Mark, team: Team) -> None:
    studio.hide(team.screener, doubtful, witness.number, seen=0)
    assert studio.hide(team.screener, doubtful, witness.number, seen=0).decision is None
    studio.keep(team.screener, doubtful, witness.number, seen=1)
    assert studio.keep(team.screener, doubtful, witness.number, seen=1).decision is None
    assert doubtful.decision_list.count() == 2


@pytest.mark.parametrize("who", ["desk", "superior", "auditor"])
def test_deciding_is_for_deciders(doubtful: Case, witness: Mark, team: Team, who: str) -> None:
    actor = getattr(team, who)
    box = Box(10, 10, 90, 30)
    attempts: list[Callable[[], object]] = [
        lambda: studio.hide(actor, doubtful, witness.number, seen=0),
        lambda: studio.keep(actor, doubtful, witness.number, seen=0),
        lambda: studio.hide_person(actor, doubtful, "e1", seen=0),
        lambda: studio.keep_person(actor, doubtful, "e1", seen=0),
        lambda: studio.hide_proposed(actor, doubtful, page=1, sure=True, seen=0),
        lambda: studio.hide_term(actor, doubtful, "Banjarmasin", seen=0),
        lambda: studio.hide_text_of(actor, doubtful, witness.number, seen=0),
        lambda: studio.hide_region(actor, doubtful, 1, box, type="REGION", ground="17.h", seen=0),
        lambda: studio.remove_box(actor, doubtful, witness.number, seen=0),
        lambda: studio.hide_passage(
            actor, doubtful, 1, start=0, end=4, quote="a", type="TERM", ground="17.h", seen=0
        ),
    ]
    for attempt in attempts:
        with pytest.raises(PermissionDenied):
            attempt()
    assert not Decision.objects.exists()


def test_mark_that_is_not_there_is_said(case: Case, team: Team) -> None:
    with pytest.raises(NotPossible, match="tidak ada lagi"):
        studio.hide(team.screener, case, 9999, seen=0)


@pytest.mark.parametrize("state", [workflow.APPROVED, workflow.RECEIVED, workflow.FAILED])
def test_nothing_is_decided_before_the_screening_or_after_the_certificate(
    case: Case, team: Team, state: str
) -> None:
    case.state = state
    case.save()
    with pytest.raises(NotPossible):
        studio.hide(team.screener, case, 1, seen=0)


# --- Hard blocks


def test_child_is_not_opened_by_the_officer_in_any_way(case: Case, child: Mark, team: Team) -> None:
    with pytest.raises(NotPossible, match="Hanya Atasan PPID"):
        studio.keep(team.ppid, case, child.number, seen=0)
    effect = studio.keep_person(team.ppid, case, child.entity, seen=0)
    assert effect.decision is None and effect.blocked >= 2
    with pytest.raises(PermissionDenied):
        studio.lift(team.ppid, case, child.number, seen=0, reason=REASON)
    assert now(child).is_blocked


def test_superior_lifts_a_block_with_a_reason_that_is_kept_and_written_down(
    case: Case, child: Mark, team: Team
) -> None:
    with pytest.raises(NotPossible, match="satu kalimat"):
        studio.lift(team.superior, case, child.number, seen=0, reason="  ya    ya ya ya ya ya")
    done = studio.lift(team.superior, case, child.number, seen=0, reason=REASON)
    assert not now(child).hides and not now(child).is_blocked
    assert done.decision is not None and done.decision.text == REASON
    entry = Entry.objects.get(verb="disclosure.lifted")
    assert entry.detail == {"case": case.pk, "marks": 1, "decision": 1}
    assert studio.lift(team.superior, case, child.number, seen=0, reason=REASON).decision is None


def test_superior_lifts_every_mention_of_one_person(case: Case, child: Mark, team: Team) -> None:
    done = studio.lift(team.superior, case, child.number, seen=0, reason=REASON, everywhere=True)
    assert done.marks == case.marks.filter(entity=child.entity).count() == 2
    assert Entry.objects.get(verb="disclosure.lifted").detail["marks"] == 2
    assert case.marks.filter(mode="block", standing="hidden").exists()  # the others stay


def test_only_what_is_blocked_is_lifted(case: Case, team: Team) -> None:
    with pytest.raises(NotPossible, match="tidak terkunci"):
        studio.lift(team.superior, case, mark(case, role="witness").number, seen=0, reason=REASON)


def test_lifted_block_can_be_hidden_again_and_the_lift_taken_back(
    case: Case, child: Mark, team: Team
) -> None:
    studio.lift(team.superior, case, child.number, seen=0, reason=REASON)
    studio.hide(team.screener, case, child.number, seen=1)
    assert now(child).is_blocked
    studio.undo(team.screener, case, 2)
    assert not now(child).is_blocked
    studio.undo(team.superior, case, 1)
    assert now(child).is_blocked and now(child).decision == 0


# --- Many marks


def test_person_is_hidden_or_left_open_everywhere(case: Case, team: Team) -> None:
    official = mark(case, role="official")
    assert studio.hide_person(team.screener, case, official.entity, seen=0).marks == 1
    assert now(official).hides
    assert studio.keep_person(team.screener, case, official.entity, seen=1).marks == 1
    assert not now(official).hides
    assert studio.keep_person(team.screener, case, official.entity, seen=2).decision is None
    assert studio.keep_person(team.screener, case, "", seen=2).decision is None


def test_all_sure_proposals_of_a_page_then_of_the_document_then_the_rest(
    doubtful: Case, witness: Mark, team: Team
) -> None:
    sure = doubtful.marks.filter(standing="hidden")
    here, all_of_them = sure.filter(page=1).count(), sure.count()
    assert studio.hide_proposed(team.screener, doubtful, page=1, sure=True, seen=0).marks == here
    assert now(witness).standing == Standing.UNDECIDED
    rest = studio.hide_proposed(team.screener, doubtful, page=None, sure=True, seen=1).marks
    assert rest == all_of_them - here
    assert studio.hide_proposed(team.screener, doubtful, page=None, sure=False, seen=2).marks == 2
    assert Case.objects.get(pk=doubtful.pk).left == 0
    assert studio.hide_proposed(team.screener, doubtful, page=None, sure=False, seen=3).decision is None
    assert not mark(doubtful, role="official").hides


# --- Two officers


def test_second_officer_sees_who_was_faster_and_overwrites_nothing(
    doubtful: Case, witness: Mark, team: Team
) -> None:
    studio.hide(team.screener, doubtful, witness.number, seen=0)
    with pytest.raises(Overtaken) as faster:
        studio.keep(team.colleague, doubtful, witness.number, seen=0)
    assert faster.value.by.officer == team.screener and now(witness).standing == Standing.HIDDEN
    studio.keep(team.colleague, doubtful, witness.number, seen=1)
    assert not now(witness).hides


def test_second_officer_who_wants_the_same_is_not_stopped(doubtful: Case, witness: Mark, team: Team) -> None:
    studio.hide(team.screener, doubtful, witness.number, seen=0)
    assert studio.hide(team.colleague, doubtful, witness.number, seen=0).decision is None


def test_own_second_thought_from_an_old_page_counts(doubtful: Case, witness: Mark, team: Team) -> None:
    studio.hide(team.screener, doubtful, witness.number, seen=0)
    studio.keep(team.screener, doubtful, witness.number, seen=0)
    assert not now(witness).hides


def test_many_at_once_leave_alone_what_somebody_decided_since(
    doubtful: Case, witness: Mark, team: Team
) -> None:
    studio.keep(team.colleague, doubtful, witness.number, seen=0)
    phone = mark(doubtful, type="PHONE")
    effect = studio.hide_proposed(team.screener, doubtful, page=None, sure=False, seen=0)
    assert effect.left_out == 0 and now(phone).decision == 2 and not now(witness).hides
    official = mark(doubtful, role="official")
    studio.hide(team.colleague, doubtful, official.number, seen=0)
    effect = studio.keep_person(team.screener, doubtful, official.entity, seen=2)
    assert (effect.decision, effect.left_out) == (None, 1) and now(official).hides


def test_undo_by_another_is_a_touch_too(doubtful: Case, witness: Mark, team: Team) -> None:
    studio.hide(team.screener, doubtful, witness.number, seen=0)
    studio.undo(team.screener, doubtful, 1)
    with pytest.raises(Overtaken):
        studio.keep(team.colleague, doubtful, witness.number, seen=1)


# --- A copy that was made already


def test_new_decision_discards_the_copy_that_waits(case: Case, team: Team, work: Work) -> None:
    prepared(case, team.screener, work)
    assert len(stored_files()) == 4
    studio.hide(team.colleague, case, mark(case, role="official").number, seen=0)
    assert Case.objects.get(pk=case.pk).state == workflow.DECIDING
    assert not PreparedCopy.objects.exists()
    assert verbs_of(case)[-1] == "disclosure.copy_discarded"
    work()
    assert stored_files() == {case.original, case.extract}


def test_new_decision_discards_the_copy_that_is_being_made(case: Case, team: Team, work: Work) -> None:
    studio.look(team.screener, case, 1, 2)
    actions.prepare(team.screener, case, confirmed=True)
    studio.hide(team.screener, case, mark(case, role="official").number, seen=0)
    work()
    assert Case.objects.get(pk=case.pk).state == workflow.DECIDING
    assert not PreparedCopy.objects.exists() and stored_files() == {case.original, case.extract}


# --- What was looked at


def test_pages_that_were_looked_at_are_counted_once_and_only_where_there_are_pages(
    case: Case, team: Team
) -> None:
    studio.look(team.screener, case, 1, 2, 2, 7, 0)
    studio.look(team.screener, case, 1)
    assert Look.objects.count() == 2
    for stranger in (team.desk, team.auditor):
        with pytest.raises(PermissionDenied):
            studio.look(stranger, case, 1)
