"""Who may do which step in which state: every cell. And where a case stands, in words."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from terbuka.disclosure import queries, rules, workflow
from terbuka.disclosure.decisions import Standing
from terbuka.disclosure.models import Case, Mark
from terbuka.disclosure.stand import age_of, next_of, standing_of, steps_of, turn_of
from terbuka.disclosure.studio import actions as studio
from terbuka.disclosure.words import (
    ROLES,
    TYPES,
    check_word,
    look_of,
    role_word,
    standing_word,
    type_word,
)
from terbuka.disclosure.workflow import CASE
from terbuka.organisation.models import Account
from terbuka.organisation.roles import Role
from terbuka.screening.policy import DEFAULT, policy
from tests.disclosure.conftest import Team, certified, pdf, prepared, upload
from tests.rows import Office

Officer = Callable[..., Account]
Work = Callable[[], None]

DESK, SCREENER, UNIT_PPID, PPID, SUPERIOR = (
    Role.DESK_OFFICER,
    Role.SCREENING_OFFICER,
    Role.UNIT_PPID,
    Role.PPID,
    Role.SUPERIOR,
)
# state → event → who may try it. What is not here may nobody.
TABLE: dict[str, dict[str, set[str]]] = {
    "received": {
        "screened": {DESK, SCREENER, UNIT_PPID, PPID},
        "not_screened": {DESK, SCREENER, UNIT_PPID, PPID},
        "withdraw": {DESK, SCREENER, UNIT_PPID, PPID, SUPERIOR},
    },
    "failed": {
        "retry": {DESK, SCREENER, UNIT_PPID, PPID},
        "withdraw": {DESK, SCREENER, UNIT_PPID, PPID, SUPERIOR},
    },
    "deciding": {
        "decide": {SCREENER, UNIT_PPID, PPID, SUPERIOR},
        "prepare": {SCREENER, UNIT_PPID, PPID},
        "withdraw": {DESK, SCREENER, UNIT_PPID, PPID, SUPERIOR},
    },
    "preparing": {
        "decide": {SCREENER, UNIT_PPID, PPID, SUPERIOR},
        "prepared": {SCREENER, UNIT_PPID, PPID},
        "not_prepared": {SCREENER, UNIT_PPID, PPID},
        "withdraw": {DESK, SCREENER, UNIT_PPID, PPID, SUPERIOR},
    },
    "review": {
        "decide": {SCREENER, UNIT_PPID, PPID, SUPERIOR},
        "approve": {UNIT_PPID, PPID, SUPERIOR},
        "return": {UNIT_PPID, PPID, SUPERIOR},
        "withdraw": {DESK, SCREENER, UNIT_PPID, PPID, SUPERIOR},
    },
    "approved": {},
    "withdrawn": {},
}


def test_every_cell_of_the_workflow() -> None:
    events = {step.event for step in CASE.transitions}
    assert list(CASE.problems()) == [] and set(TABLE) == {state.code for state in CASE.states}
    for state, row in TABLE.items():
        for event in events:
            for role in Role:
                assert CASE.allowed(event, state, {role}) == (role in row.get(event, ())), (state, event)


@pytest.mark.parametrize("role", list(Role))
def test_rules_by_role_and_unit(team: Team, office: Office, officer: Officer, role: Role) -> None:
    case = upload(team.screener, office.polres, pdf())
    here, above, beside = (officer(role, unit=unit) for unit in (office.polres, office.polda, office.pid))
    table: list[tuple[Callable[[Account, Case], bool], set[str]]] = [
        (lambda actor, found: rules.may_upload(actor, found.unit), {DESK, SCREENER, UNIT_PPID, PPID}),
        (rules.may_open, {SCREENER, UNIT_PPID, PPID, SUPERIOR}),
        (rules.may_decide, {SCREENER, UNIT_PPID, PPID}),
        (rules.may_lift, {SUPERIOR}),
        (rules.may_retitle, {SCREENER, UNIT_PPID, PPID}),
        (rules.may_have_copy, {DESK, SCREENER, UNIT_PPID, PPID, SUPERIOR}),
        (rules.may_withdraw, {SCREENER, UNIT_PPID, PPID, SUPERIOR}),
    ]
    for number, (rule, roles) in enumerate(table):
        assert [rule(who, case) for who in (here, above, beside)] == [role in roles] * 2 + [False], number
    case.uploaded_by = here
    own = {DESK, SCREENER, UNIT_PPID, PPID}
    assert rules.may_retitle(here, case) == (role in own)
    assert rules.may_withdraw(here, case) == (role in own | {SUPERIOR})


@pytest.mark.parametrize("role", list(Role))
def test_read_scopes_by_role_and_unit(
    case: Case, team: Team, office: Office, officer: Officer, work: Work, role: Role
) -> None:
    case = prepared(case, team.screener, work)
    copy = certified(case, team.ppid)
    account, local = officer(role), officer(role, unit=office.polres)
    readers: set[str] = {DESK, SCREENER, UNIT_PPID, PPID, SUPERIOR, Role.AUDITOR}
    scopes: list[tuple[set[str], Callable[[Account], object]]] = [
        (readers, lambda who: list(queries.visible_cases(who)) == [case]),
        (readers - {DESK, Role.AUDITOR}, lambda who: list(queries.open_cases(who)) == [case]),
        (readers - {Role.AUDITOR}, lambda who: list(queries.certified_copies(who)) == [copy]),
        (readers, lambda who: list(queries.visible_certificates(who)) == [copy]),
        (readers, lambda who: list(queries.reading_units(who)) == [office.polda]),
        ({DESK, SCREENER, UNIT_PPID, PPID}, lambda who: office.polda in queries.uploading_units(who)),
    ]
    for number, (roles, sees) in enumerate(scopes):
        assert (number, sees(account), sees(local)) == (number, role in roles, False)
        assert not sees(AnonymousUser())  # type: ignore[arg-type]


def test_second_person_is_nobody_who_took_part(case: Case, team: Team, work: Work) -> None:
    studio.hide(team.unit_ppid, case, 1, seen=0)
    case = prepared(case, team.screener, work)
    allowed = {
        name: rules.is_second_person(getattr(team, name), Case.objects.get(pk=case.pk))
        for name in ("screener", "unit_ppid", "ppid", "superior")
    }
    assert allowed == {"screener": False, "unit_ppid": False, "ppid": True, "superior": True}
    waiting = {
        name: queries.to_approve(getattr(team, name)).exists() for name in (*allowed, "desk", "auditor")
    }
    assert waiting == {**allowed, "desk": False, "auditor": False}


def test_every_state_says_where_it_stands_whose_turn_it_is_and_what_comes_next() -> None:
    for state in CASE.states:
        case = Case(state=state.code)
        assert turn_of(case) and next_of(case) and standing_of(case)[0]
        assert len(steps_of(case)) == (0 if state.code == workflow.WITHDRAWN else 5)
    left = Case(state=workflow.DECIDING, left=3)
    assert "3 temuan" in next_of(left) and standing_of(left)[1] == "soon"
    assert standing_of(Case(state=workflow.DECIDING))[1] == "act"


def test_age_of_a_case_is_said_in_its_largest_unit() -> None:
    now = timezone.now()
    ages = {
        timedelta(seconds=40): "baru saja",
        timedelta(minutes=5, seconds=9): "5 menit",
        timedelta(days=16, hours=5): "2 minggu",
    }
    said = {age_of(Case(uploaded_at=now - age), now).replace("\xa0", " ") for age in ages}
    assert said == set(ages.values())


def test_everything_that_the_engine_names_has_words() -> None:
    named = policy(DEFAULT)
    assert {kind for kind, _role in named.rules} | set(named.words_of_types) <= set(TYPES)
    assert {role for _kind, role in named.rules} - {"*"} <= set(ROLES)
    assert check_word("an old check") == "an old check" and check_word("bytes") == "Isi mentah berkas"
    assert role_word("") == "" and role_word("witness") == "saksi" and type_word("NIK") == "NIK"
    assert type_word("UNHEARD_OF")


@pytest.mark.parametrize(
    ("mode", "standing", "decision", "word", "look"),
    [
        ("block", Standing.HIDDEN, 0, "Terkunci", "blocked"),
        ("block", Standing.KEPT, 3, "Tetap terbuka", "kept"),
        ("mask", Standing.UNDECIDED, 0, "Perlu diputuskan", "undecided"),
        ("mask", Standing.HIDDEN, 0, "Usul: tutup", "proposed"),
        ("mask", Standing.HIDDEN, 3, "Ditutup", "hidden"),
        ("mask", Standing.KEPT, 0, "Usul: terbuka", "kept"),
        ("mask", Standing.KEPT, 3, "Tetap terbuka", "kept"),
    ],
)
def test_mark_says_where_it_stands(
    mode: str, standing: Standing, decision: int, word: str, look: str
) -> None:
    found = Mark(mode=mode, standing=standing, decision=decision)
    assert (standing_word(found), look_of(found)) == (word, look)
    assert found.hides == (standing is not Standing.KEPT)
