"""A desk's states and steps as a table of data: checked at start-up, asked by rules and pages, drawn in docs.

A desk declares one in its ``workflow.py``::

    CASE = Workflow(
        name="disclosure.case",
        states=(State("draft", _("Draf")), …),
        transitions=(
            Transition("submit", ("draft",), "review", {Role.SCREENING_OFFICER}, label=_("Ajukan")), …
        ),
    )

The table says who may try a step; ``actions.py`` does it. The first state is where a case begins.
"""

from collections import Counter, deque
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.checks import CheckMessage, Error
from django.utils.functional import Promise

from terbuka.language import N_
from terbuka.office.errors import NotPossible
from terbuka.organisation.models import Account
from terbuka.organisation.roles import Role

Guard = Callable[[Account, Any], bool]
_workflows: dict[str, "Workflow"] = {}

TONES = ("plain", "act", "soon", "late", "ok", "blocked")


@dataclass(frozen=True, slots=True)
class State:
    """``label``: lazy translation. ``tone``: how its chip looks, one of ``TONES``. ``final``: the end."""

    code: str
    label: str | Promise
    tone: str = "plain"
    final: bool = False


@dataclass(frozen=True, slots=True)
class Transition:
    """A step. ``roles`` may try it at the unit of the case; ``guard(actor, case)`` may refuse still (four
    eyes). ``letter``: the official letter that goes out with it. ``label``: the words on its button.
    """

    event: str
    sources: tuple[str, ...]
    target: str
    roles: Collection[str]
    guard: Guard | None = None
    letter: str | None = None
    label: str | Promise = ""


@dataclass(frozen=True)
class Workflow:
    """A table of steps. Declaring one makes it known to the check at start-up."""

    name: str
    states: tuple[State, ...]
    transitions: tuple[Transition, ...]
    _by_code: dict[str, State] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_code", {state.code: state for state in self.states})
        _workflows[self.name] = self

    def state(self, code: str) -> State:
        """Raises ``KeyError`` for a code that is not in the table."""
        return self._by_code[code]

    @property
    def choices(self) -> list[tuple[str, str | Promise]]:
        """For a model field."""
        return [(state.code, state.label) for state in self.states]

    def allowed(
        self,
        event: str,
        state: str,
        roles: Collection[str],
        actor: Account | None = None,
        subject: Any = None,
    ) -> bool:
        """True where a holder of ``roles`` may do ``event`` in ``state``.

        With ``actor`` and ``subject`` the guard is asked too; without them the answer is whether the
        step is open to such roles at all.
        """
        step = self._find(event, state)
        if step is None or not set(step.roles) & set(roles):
            return False
        return step.guard is None or actor is None or step.guard(actor, subject)

    def open_steps(
        self, state: str, roles: Collection[str], actor: Account | None = None, subject: Any = None
    ) -> list[Transition]:
        """The steps that are open now, in the order of the table: the buttons of a page."""
        return [
            step
            for step in self.transitions
            if state in step.sources and self.allowed(step.event, state, roles, actor, subject)
        ]

    def target(self, event: str, state: str) -> str:
        """Where ``event`` leads from ``state``. Raises ``NotPossible`` where it does not exist: somebody
        else was faster, or the page was old."""
        step = self._find(event, state)
        if step is None:
            raise NotPossible(
                N_(
                    "Langkah ini tidak bisa dilakukan lagi karena statusnya sudah berubah. "
                    "Muat ulang halaman untuk melihat keadaan terbaru."
                )
            )
        return step.target

    def _find(self, event: str, state: str) -> Transition | None:
        for step in self.transitions:
            if step.event == event and state in step.sources:
                return step
        return None

    def problems(self) -> Iterator[str]:
        """What is wrong with the table, in sentences for its author."""
        yield from self._unknown()
        yield from self._doubled()
        yield from self._dead()

    def _unknown(self) -> Iterator[str]:
        for step in self.transitions:
            for code in (*step.sources, step.target):
                if code not in self._by_code:
                    yield f"{step.event}: no state {code!r}"
            for role in step.roles:
                if role not in Role.values:
                    yield f"{step.event}: no role {role!r}"
            if not step.roles:
                yield f"{step.event}: nobody may do it"
        for state in self.states:
            if state.tone not in TONES:
                yield f"{state.code}: no tone {state.tone!r}"

    def _doubled(self) -> Iterator[str]:
        for code, count in Counter(state.code for state in self.states).items():
            if count > 1:
                yield f"state {code!r} is declared {count} times"
        steps = Counter((step.event, source) for step in self.transitions for source in step.sources)
        for (event, source), count in steps.items():
            if count > 1:
                yield f"{event!r} from {source!r} is declared {count} times"

    def _dead(self) -> Iterator[str]:
        reached, queue = {self.states[0].code}, deque([self.states[0].code])
        while queue:
            here = queue.popleft()
            for step in self.transitions:
                if here in step.sources and step.target not in reached:
                    reached.add(step.target)
                    queue.append(step.target)
        left = {source for step in self.transitions for source in step.sources}
        for state in self.states:
            if state.code not in reached:
                yield f"state {state.code!r} cannot be reached"
            if not state.final and state.code not in left:
                yield f"state {state.code!r} cannot be left and is not final"
            if state.final and state.code in left:
                yield f"state {state.code!r} is final but can be left"

    def mermaid(self) -> str:
        """The table as a Mermaid state diagram, for the docs."""
        lines = ["stateDiagram-v2", f"    [*] --> {self.states[0].code}"]
        lines += [f"    {state.code}: {state.label}" for state in self.states]
        lines += [
            f"    {source} --> {step.target}: {step.label or step.event} ({', '.join(sorted(step.roles))})"
            for step in self.transitions
            for source in step.sources
        ]
        lines += [f"    {state.code} --> [*]" for state in self.states if state.final]
        return "\n".join(lines) + "\n"


def known_workflows() -> list[Workflow]:
    """Every declared table, by name."""
    return [_workflows[name] for name in sorted(_workflows)]


def check_workflows(**_: Any) -> list[CheckMessage]:
    """Django's system check: a wrong table stops the program from starting."""
    return [
        Error(f"workflow {workflow.name}: {problem}", id="office.E001")
        for workflow in known_workflows()
        for problem in workflow.problems()
    ]
