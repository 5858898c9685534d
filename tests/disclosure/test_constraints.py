"""The database itself refuses what must not be: uncertified copies, a rewritten decision, two at once.

Rows are put in past all our code. All persons are invented.
"""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, connection, models, transaction

from terbuka.disclosure import actions, triggers, workflow
from terbuka.disclosure.decisions import Standing, fold
from terbuka.disclosure.errors import Overtaken
from terbuka.disclosure.marking import to_item
from terbuka.disclosure.models import Case, Decision, Look, Mark, Picture, PreparedCopy, PublicCopy
from terbuka.disclosure.pictures import page_picture
from terbuka.disclosure.studio import actions as studio
from terbuka.disclosure.studio.choosing import acts_of, state_of
from terbuka.office.crypto import rotate
from terbuka.office.errors import NotPossible
from terbuka.organisation.models import Account
from tests.disclosure.conftest import (
    Team,
    certified,
    looked_through,
    mark,
    pdf,
    prepared,
    screened,
    stored_files,
    upload,
)
from tests.rows import Office

Work = Callable[[], None]


def row_of(row: models.Model, **other: Any) -> dict[str, Any]:
    """The columns of ``row`` as the database has them, some of them changed; without its own key."""
    values = {
        field.column: field.get_db_prep_save(getattr(row, field.attname), connection)
        for field in row._meta.concrete_fields
    }
    del values[row._meta.pk.column]
    return {**values, **other}


def insert(model: type[models.Model], values: dict[str, Any]) -> None:
    """One row by bare SQL, all checks done at once."""
    columns, marks = ", ".join(f'"{name}"' for name in values), ", ".join(["%s"] * len(values))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({marks})',  # noqa: S608
            list(values.values()),
        )
        connection.check_constraints()


def bare(statement: str, *values: Any) -> None:
    """One statement by bare SQL, all checks done at once."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        connection.check_constraints()


@pytest.fixture
def copy(case: Case, team: Team, work: Work) -> PublicCopy:
    """A certified copy."""
    studio.hide_term(team.screener, case, "laporan", seen=0)
    case = prepared(case, team.screener, work)
    return certified(case, team.ppid)


# --- Copies


@pytest.fixture
def other(team: Team, office: Office, work: Work) -> Case:
    """Another case, without a copy."""
    return screened(upload(team.screener, office.polda, pdf()), work)


def looked_at(copy: PublicCopy, case: Case) -> None:
    """Whoever approved ``copy`` has looked at the same bytes in another case."""
    looks = [
        Look(case=case, officer=copy.approved_by, of=copy.sha256, page=page)
        for page in range(1, copy.pages + 1)
    ]
    Look.objects.bulk_create(looks)


def test_uncertified_copy_is_refused(copy: PublicCopy, other: Case) -> None:
    looked_at(copy, other)
    wrongs: list[dict[str, Any]] = [
        {"passed": False},
        {"passed": None},
        {"sha256": "0" * 64},
        {"verified_sha256": "0" * 64},
        {"sha256": "", "verified_sha256": ""},
        {"file": ""},
        {"log": ""},
        {"approved_by_id": copy.prepared_by_id},
        {"approved_by_id": None},
        {"prepared_by_id": None},
        {"case_id": copy.case_id},
        {"case_id": 987654},
        {"unit_id": None},
    ]
    for wrong in wrongs:
        with pytest.raises(IntegrityError):
            insert(PublicCopy, row_of(copy, **{"case_id": other.pk, **wrong}))
    assert PublicCopy.objects.count() == 1


def test_certified_copy_is_taken(copy: PublicCopy, other: Case) -> None:
    """The helper above can fail: a good row goes in."""
    looked_at(copy, other)
    insert(PublicCopy, row_of(copy, case_id=other.pk))
    assert PublicCopy.objects.count() == 2


def test_copy_that_the_approver_has_not_looked_at_page_by_page_is_refused(
    copy: PublicCopy, other: Case, team: Team
) -> None:
    looked_at(copy, other)
    looks, row = Look.objects.filter(case=other), row_of(copy, case_id=other.pk)
    for elsewhere in (
        {"officer": team.superior},
        {"of": other.sha256},
        {"case": copy.case_id},
        {"page": copy.pages + 1},
    ):
        with pytest.raises(IntegrityError, match="each of its pages"), transaction.atomic():
            last = looks.filter(page=copy.pages)
            if "case" in elsewhere:
                last.delete()  # the case of the copy has such a look already
            else:
                last.update(**elsewhere)
            insert(PublicCopy, row)
        assert looks.count() == copy.pages
    insert(PublicCopy, row)


def test_look_tells_at_which_file(case: Case, team: Team) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Look.objects.create(case=case, officer=team.ppid, of="", page=1)


def test_certificate_is_not_rewritten(copy: PublicCopy) -> None:
    for field in PublicCopy._meta.concrete_fields:
        with pytest.raises(DatabaseError, match="not rewritten"):
            bare(f'UPDATE disclosure_publiccopy SET "{field.column}" = "{field.column}"')  # noqa: S608
    with pytest.raises(DatabaseError, match="not rewritten"):
        bare("DELETE FROM disclosure_publiccopy")


def test_prepared_copy_without_a_proof_is_refused(case: Case, team: Team, work: Work) -> None:
    prepared(case, team.screener, work)
    wrongs: list[dict[str, Any]] = [
        {"passed": False},
        {"verified_sha256": "0" * 64},
        {"sha256": "", "verified_sha256": ""},
    ]
    for wrong in wrongs:
        with pytest.raises(IntegrityError), transaction.atomic():
            PreparedCopy.objects.update(**wrong)


# --- Decisions


def test_decision_is_not_rewritten(copy: PublicCopy) -> None:
    for column in {field.column for field in Decision._meta.concrete_fields} - {"text"}:
        with pytest.raises(DatabaseError, match="not rewritten"):
            bare(f'UPDATE disclosure_decision SET "{column}" = "{column}"')  # noqa: S608
    with pytest.raises(DatabaseError, match="not rewritten"):
        bare("DELETE FROM disclosure_decision")
    assert Decision.objects.count() == 2


def test_what_was_typed_is_encrypted_anew_and_stays_what_it_was(copy: PublicCopy) -> None:
    assert rotate(Decision, "text") == 2
    assert Decision.objects.get(number=1).text == "laporan"


def test_triggers_come_and_go(copy: PublicCopy) -> None:
    triggers.install(connection)
    triggers.remove(connection)
    bare("UPDATE disclosure_decision SET kind = kind")
    triggers.install(connection)
    with pytest.raises(DatabaseError, match="not rewritten"):
        bare("UPDATE disclosure_decision SET kind = kind")


@pytest.mark.parametrize("table", ["disclosure_decision", "disclosure_publiccopy"])
def test_decisions_and_certificates_are_not_emptied_at_a_stroke(copy: PublicCopy, table: str) -> None:
    connection.check_constraints()
    refusal = (
        "not rewritten" if connection.vendor == "postgresql" else "syntax error"
    )  # SQLite: no such statement
    with pytest.raises(DatabaseError, match=refusal):
        bare(f"TRUNCATE {table} CASCADE")
    assert (Decision.objects.count(), PublicCopy.objects.count()) == (2, 1)


def test_decision_that_cannot_be_is_refused(copy: PublicCopy) -> None:
    last = Decision.objects.get(number=2)
    wrongs: list[dict[str, Any]] = [
        {"number": 1},
        {"kind": "undo", "undoes": 9},
        {"kind": "undo", "undoes": None},
        {"kind": "hide", "undoes": 1},
        {"officer_id": None},
        {"case_id": 987654},
    ]
    for wrong in wrongs:
        with pytest.raises(IntegrityError):
            insert(Decision, row_of(last, **{"number": 3, **wrong}))


def test_decision_is_undone_once(case: Case, team: Team) -> None:
    studio.hide_term(team.screener, case, "laporan", seen=0)
    studio.undo(team.screener, case, 1)
    undo = Decision.objects.get(number=2)
    with pytest.raises(IntegrityError):
        insert(Decision, row_of(undo, number=3))


# --- Cases and marks


def test_case_with_something_undecided_goes_nowhere(doubtful: Case) -> None:
    for state in (*workflow.DECIDED, "published"):
        with pytest.raises(IntegrityError):
            bare("UPDATE disclosure_case SET state = %s", state)


def test_mark_that_cannot_be_is_refused(case: Case) -> None:
    wrongs: list[dict[str, Any]] = [
        {"standing": "open"},
        {"ground": "17.z"},
        {"own_ground": ""},
        {"number": 1},
        {"case_id": 987654},
    ]
    for wrong in wrongs:
        with pytest.raises(IntegrityError):
            insert(Mark, row_of(mark(case, number=2), **{"number": 9999, **wrong}))


def test_rows_say_where_they_belong_and_nothing_else(copy: PublicCopy, other: Case, team: Team) -> None:
    page_picture(other, other.original, other.sha256, 1)
    actions.withdraw(team.ppid, other, reason="Melati Kusuma disebut.")
    rows = (copy, mark(copy.case, number=1), Decision.objects.get(number=1), other.notes.get())
    assert [str(row) for row in rows] == [
        str(copy.number),
        f"{copy.case_id}/1",
        f"{copy.case_id}/1 hide",
        f"{other.pk} withdrawn",
    ]
    assert str(other) == other.title
    assert str(Look(case=other, page=2)) == str(Picture(case=other, page=2)) == f"{other.pk}/2"
    assert str(PreparedCopy(case=other, decisions=4)) == f"{other.pk}/4"


# --- Two at once


@pytest.fixture
def together(transactional_db: None, team: Team) -> None:
    """Real transactions, and nobody who is only employed while the others act."""
    team.everybody()


def both(*acts: Callable[[], Any]) -> list[str]:
    """Do ``acts`` at the same time, each on a connection of its own; the names of what each raised."""
    found: dict[int, str] = {}
    gate = threading.Barrier(len(acts))

    def run(number: int, act: Callable[[], Any]) -> None:
        gate.wait()
        try:
            act()
            found[number] = ""
        except Exception as error:
            found[number] = type(error).__name__
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number, act)) for number, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [found[number] for number in range(len(acts))]


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
