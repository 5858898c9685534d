"""The database itself refuses what must not be: uncertified copies, a rewritten decision, two at once.

Rows are put in past all our code. All persons are invented.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, models, transaction

from terbuka.disclosure import actions, triggers, workflow
from terbuka.disclosure.models import Case, Decision, Look, Mark, Picture, PreparedCopy, PublicCopy
from terbuka.disclosure.pictures import page_picture
from terbuka.disclosure.studio import actions as studio
from terbuka.office.crypto import rotate
from tests.disclosure.conftest import (
    Team,
    certified,
    mark,
    pdf,
    prepared,
    screened,
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
