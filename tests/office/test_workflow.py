"""Tables of steps: asked, checked, drawn."""

from typing import Any

import pytest
from django.utils.translation import gettext_lazy as _

from terbuka.office import workflow
from terbuka.office.errors import NotPossible
from terbuka.office.workflow import State, Transition, Workflow, check_workflows, known_workflows
from terbuka.organisation.models import Account
from terbuka.organisation.roles import Role

STATES = (
    State("draft", "Draf"),
    State("review", "Diperiksa", "act"),
    State("certified", "Disahkan", "ok", final=True),
)


def not_the_author(actor: Account, case: Any) -> bool:
    return bool(actor.pk != case["author"])


STEPS = (
    Transition("submit", ("draft",), "review", {Role.SCREENING_OFFICER}, label="Ajukan"),
    Transition("approve", ("review",), "certified", {Role.PPID, Role.SUPERIOR}, guard=not_the_author),
    Transition("return", ("review",), "draft", {Role.PPID}),
)


@pytest.fixture(autouse=True)
def _own_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workflow, "_workflows", {})


def table(states: tuple[State, ...] = STATES, steps: tuple[Transition, ...] = STEPS) -> Workflow:
    return Workflow("test", states, steps)


def test_every_cell_of_the_table() -> None:
    """Role × state × event: what is not in the table is not allowed."""
    allowed = {
        ("draft", "submit", Role.SCREENING_OFFICER),
        ("review", "approve", Role.PPID),
        ("review", "approve", Role.SUPERIOR),
        ("review", "return", Role.PPID),
    }
    flow = table()
    for state in STATES:
        for event in ("submit", "approve", "return", "unknown"):
            for role in Role:
                expected = (state.code, event, role) in allowed
                assert flow.allowed(event, state.code, {role}) is expected, (state.code, event, role)


def test_guard_is_asked_when_there_is_somebody_to_ask_about() -> None:
    flow = table()
    author, other = Account(pk=1), Account(pk=2)
    case = {"author": 1}
    assert not flow.allowed("approve", "review", {Role.PPID}, author, case)
    assert flow.allowed("approve", "review", {Role.PPID}, other, case)
    assert flow.allowed("approve", "review", {Role.PPID})


def test_open_steps_are_the_buttons_of_a_page() -> None:
    flow = table()
    assert [step.event for step in flow.open_steps("review", {Role.PPID})] == ["approve", "return"]
    assert [step.event for step in flow.open_steps("review", {Role.PPID}, Account(pk=1), {"author": 1})] == [
        "return"
    ]
    assert flow.open_steps("certified", Role.values) == []


def test_target_or_a_sentence_that_somebody_was_faster() -> None:
    flow = table()
    assert flow.target("submit", "draft") == "review"
    with pytest.raises(NotPossible, match="statusnya sudah berubah"):
        flow.target("submit", "certified")


def test_states_give_their_labels_to_a_model_field() -> None:
    flow = table()
    assert flow.choices == [("draft", "Draf"), ("review", "Diperiksa"), ("certified", "Disahkan")]
    assert flow.state("review").tone == "act"
    with pytest.raises(KeyError):
        flow.state("unknown")


@pytest.mark.parametrize(
    ("states", "steps", "problem"),
    [
        (STATES, (*STEPS, Transition("x", ("nowhere",), "draft", {Role.PPID})), "no state 'nowhere'"),
        (STATES, (*STEPS, Transition("x", ("draft",), "nowhere", {Role.PPID})), "no state 'nowhere'"),
        (STATES, (*STEPS, Transition("x", ("draft",), "review", {"kaisar"})), "no role 'kaisar'"),
        (STATES, (*STEPS, Transition("x", ("draft",), "review", ())), "nobody may do it"),
        (STATES, (*STEPS, STEPS[0]), "'submit' from 'draft' is declared 2 times"),
        ((*STATES, STATES[0]), STEPS, "state 'draft' is declared 2 times"),
        ((*STATES, State("island", "", final=True)), STEPS, "state 'island' cannot be reached"),
        (STATES, STEPS[:1], "state 'review' cannot be left and is not final"),
        (STATES, (*STEPS, Transition("x", ("certified",), "draft", {Role.PPID})), "is final but can be left"),
        ((State("draft", "", "pink"), *STATES[1:]), STEPS, "no tone 'pink'"),
    ],
)
def test_wrong_table_stops_the_program_from_starting(
    states: tuple[State, ...], steps: tuple[Transition, ...], problem: str
) -> None:
    table(states, steps)
    errors = check_workflows()
    assert any(problem in error.msg for error in errors)
    assert {error.id for error in errors} == {"office.E001"}


def test_right_table_passes_and_is_known() -> None:
    flow = table()
    assert known_workflows() == [flow]
    assert check_workflows() == []


def test_mermaid_draws_states_steps_and_ends() -> None:
    drawn = Workflow("test", (*STATES[:2], State("certified", _("Gagal"), final=True)), STEPS).mermaid()
    assert drawn.startswith("stateDiagram-v2\n    [*] --> draft\n    draft: Draf\n")
    assert "    review --> certified: approve (ppid, superior)\n" in drawn
    assert "    draft --> review: Ajukan (screening_officer)\n" in drawn
    assert drawn.endswith("    certified --> [*]\n")
