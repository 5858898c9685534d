"""Two who act at the same moment: one of them is told, and nothing is broken. All persons are invented."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied

from terbuka.disclosure import actions, workflow
from terbuka.disclosure.decisions import Standing, fold
from terbuka.disclosure.errors import Overtaken
from terbuka.disclosure.marking import to_item
from terbuka.disclosure.models import Case, Decision, Look, Picture, PreparedCopy, PublicCopy
from terbuka.disclosure.pictures import TURNS, page_picture, turns
from terbuka.disclosure.studio import actions as studio
from terbuka.disclosure.studio.choosing import acts_of, state_of
from terbuka.office.errors import NotPossible
from terbuka.organisation.models import Account
from tests.at_once import both
from tests.disclosure.conftest import (
    Team,
    looked_through,
    mark,
    prepared,
    stored_files,
)

Work = Callable[[], None]


@pytest.fixture
def together(transactional_db: None, team: Team) -> None:
    """Real transactions, and nobody who is only employed while the others act."""
    team.everybody()


def refuse_a_broken_fold(case: Case) -> None:
    """The marks are what the decisions give."""
    case = Case.objects.get(pk=case.pk)
    marks = list(case.marks.all())
    states = fold([to_item(found) for found in marks], acts_of(case))
    assert {found.number: state_of(found) for found in marks} == states
    assert case.left == sum(found.standing == Standing.UNDECIDED for found in marks)
    assert case.decisions == case.decision_list.count()


def test_two_officers_who_decide_the_same_at_once(together: None, doubtful: Case, team: Team) -> None:
    number = mark(doubtful, role="witness").number
    raised = both(
        lambda: studio.hide(team.screener, doubtful, number, seen=0),
        lambda: studio.keep(team.colleague, doubtful, number, seen=0),
    )
    assert sorted(raised) == ["", Overtaken.__name__]
    assert Decision.objects.count() == 1
    refuse_a_broken_fold(doubtful)


def test_many_who_decide_at_once_leave_a_whole_list(together: None, doubtful: Case, team: Team) -> None:
    phone = mark(doubtful, type="PHONE").number
    raised = both(
        lambda: studio.hide_term(team.screener, doubtful, "laporan", seen=0),
        lambda: studio.hide_term(team.colleague, doubtful, "laporan", seen=0),
        lambda: studio.hide_proposed(team.unit_ppid, doubtful, page=None, sure=False, seen=0),
        lambda: studio.keep(team.ppid, doubtful, phone, seen=0),
    )
    assert set(raised) <= {"", Overtaken.__name__}
    assert doubtful.marks.filter(type="TERM").count() == 3
    refuse_a_broken_fold(doubtful)


def test_undo_sent_twice_at_once_takes_back_one(together: None, doubtful: Case, team: Team) -> None:
    number = mark(doubtful, role="witness").number
    studio.hide(team.screener, doubtful, number, seen=0)
    studio.keep(team.screener, doubtful, number, seen=1)
    raised = both(*[lambda: studio.undo(team.screener, doubtful, 2)] * 2)
    assert raised == ["", ""] and Decision.objects.count() == 3
    refuse_a_broken_fold(doubtful)


@pytest.fixture
def waiting(together: None, case: Case, team: Team, work: Work) -> tuple[Case, str]:
    """A case whose copy waits, looked at by both who may approve it, and the hash of that copy."""
    case = prepared(case, team.screener, work)
    for approver in (team.ppid, team.unit_ppid):
        looked_through(case, approver)
    return case, PreparedCopy.objects.get().sha256


def test_two_who_approve_at_once_make_one_certificate(waiting: tuple[Case, str], team: Team) -> None:
    case, sha256 = waiting
    raised = both(
        lambda: actions.approve(team.ppid, case, sha256=sha256),
        lambda: actions.approve(team.unit_ppid, case, sha256=sha256),
    )
    assert sorted(raised) == ["", NotPossible.__name__]
    assert PublicCopy.objects.count() == 1


def test_approval_and_return_at_once(waiting: tuple[Case, str], team: Team) -> None:
    case, sha256 = waiting
    raised = both(
        lambda: actions.approve(team.ppid, case, sha256=sha256),
        lambda: actions.send_back(team.unit_ppid, case, note="Periksa lagi."),
    )
    assert sorted(raised) == ["", NotPossible.__name__]
    state = Case.objects.get(pk=case.pk).state
    assert state == (workflow.APPROVED if PublicCopy.objects.exists() else workflow.DECIDING)
    assert not PreparedCopy.objects.exists()


def test_decision_and_approval_at_once(waiting: tuple[Case, str], team: Team, work: Work) -> None:
    case, sha256 = waiting
    number = mark(case, role="official").number
    raised = both(
        lambda: studio.hide(team.colleague, case, number, seen=9),
        lambda: actions.approve(team.ppid, case, sha256=sha256),
    )
    assert sorted(raised) == ["", NotPossible.__name__]
    now = Case.objects.get(pk=case.pk)
    assert now.state == (workflow.APPROVED if PublicCopy.objects.exists() else workflow.DECIDING)
    assert mark(case, role="official").hides != PublicCopy.objects.exists()
    refuse_a_broken_fold(case)


def test_approver_who_decides_at_the_same_moment_does_not_do_both(
    waiting: tuple[Case, str], team: Team
) -> None:
    case, sha256 = waiting
    number = mark(case, role="official").number
    raised = both(
        lambda: studio.hide(team.ppid, case, number, seen=9),
        lambda: actions.approve(team.ppid, case, sha256=sha256),
    )
    assert raised.count("") == 1 and set(raised) <= {"", NotPossible.__name__, PermissionDenied.__name__}
    assert PublicCopy.objects.exists() != Decision.objects.filter(officer=team.ppid).exists()


def test_copy_asked_for_twice_at_once_is_made_once(together: None, case: Case, team: Team) -> None:
    for officer in (team.screener, team.colleague):
        studio.look(officer, case, 1, 2)
    raised = both(
        lambda: actions.prepare(team.screener, case, confirmed=True),
        lambda: actions.prepare(team.colleague, case, confirmed=True),
    )
    assert sorted(raised) == ["", NotPossible.__name__]
    assert PreparedCopy.objects.count() == 1


def test_withdrawal_and_decision_at_once(together: None, case: Case, team: Team, work: Work) -> None:
    raised = both(
        lambda: actions.withdraw(team.ppid, case, reason="Salah berkas."),
        lambda: studio.hide_term(team.screener, case, "laporan", seen=0),
    )
    assert raised[0] == "" and raised[1] in {"", NotPossible.__name__}
    work()
    assert not case.marks.exists() and stored_files() == set()


def test_two_who_look_at_the_same_page_at_once_keep_one_picture(
    together: None, case: Case, team: Team
) -> None:
    def draw() -> None:
        page_picture(case, case.original, case.sha256, 1)

    def look(officer: Account) -> None:
        studio.look(officer, case, 1, 2)

    assert both(draw, draw, lambda: look(team.ppid), lambda: look(team.ppid)) == [""] * 4
    assert stored_files() == {case.original, case.extract, Picture.objects.get().file}
    assert Look.objects.count() == 2


def test_a_picture_that_is_kept_waits_for_none_that_is_drawn(case: Case) -> None:
    kept = page_picture(case, case.original, case.sha256, 1)
    taken = [turns.acquire(blocking=False) for _ in range(TURNS + 1)]
    try:
        assert taken == [True] * TURNS + [False]
        assert page_picture(case, case.original, case.sha256, 1) == kept
    finally:
        for _ in range(TURNS):
            turns.release()
