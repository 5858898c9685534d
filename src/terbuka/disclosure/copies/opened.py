"""What screening proposed to hide and somebody left open: the second person looks at this first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from terbuka.disclosure.decisions import Kind, Standing
from terbuka.disclosure.extract import Extract, open_extract
from terbuka.disclosure.models import Case, Decision, Mark
from terbuka.disclosure.naming import fullest
from terbuka.disclosure.words import role_word, type_word
from terbuka.language import translate
from terbuka.screening import Action, Mode

MOST_NAMED = 30
"""Rows, and places of a row, that are named one by one; more are counted."""

_PROTECTED = (
    "child_victim",
    "sexual_victim",
    "child",
    "child_relative",
    "sexual_victim_relative",
    "victim",
    "witness",
    "complainant",
    "informant",
    "relative",
)
"""Roles in the order in which being named harms most."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A person or thing that was left open. ``lead``: its most sensitive finding, of which text, reason and
    decision are. ``places``: where it stands, as far as they are named; ``more``: how many others."""

    lead: Mark
    text: str
    reason: str
    by: Decision | None
    places: Sequence[Mark]
    more: int

    @property
    def type(self) -> Promise | str:
        return type_word(self.lead.type)

    @property
    def role(self) -> Promise | str:
        return role_word(self.lead.role)

    @property
    def is_lifted(self) -> bool:
        """Only the superior could open it."""
        return self.lead.mode == Mode.BLOCK

    @property
    def why(self) -> str:
        """What the superior wrote when opening it; nobody else has to say why."""
        return self.by.text if self.by and self.by.kind == Kind.LIFT else ""


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """``count``: of findings. ``rows``: most sensitive first; ``more``: rows that are not named."""

    count: int
    rows: Sequence[Opened]
    more: int


def left_open(case: Case) -> LeftOpen:
    """Everything in ``case`` that screening proposed to hide, or asked about, and that stays open."""
    proposed = [str(Action.REDACT), str(Action.REVIEW)]
    marks = list(case.marks.filter(standing=str(Standing.KEPT), action__in=proposed, added_by=None))
    if not marks:
        return LeftOpen(0, (), 0)
    groups = _together(sorted(marks, key=_most_sensitive))
    named = groups[:MOST_NAMED]
    decisions = _decisions(case, [group[0] for group in named])
    with open_extract(case.extract) as extract:
        rows = [_opened(extract, group, decisions) for group in named]
    return LeftOpen(len(marks), rows, len(groups) - len(named))


def _most_sensitive(mark: Mark) -> tuple[object, ...]:
    rank = _PROTECTED.index(mark.role) if mark.role in _PROTECTED else len(_PROTECTED)
    return (
        mark.mode != Mode.BLOCK,
        rank,
        mark.action != Action.REDACT,
        -mark.confidence,
        mark.page,
        mark.number,
    )


def _together(marks: Iterable[Mark]) -> list[list[Mark]]:
    """The marks of each person or thing, in the order in which it first appears among ``marks``."""
    groups: dict[str | int, list[Mark]] = {}
    for mark in marks:
        groups.setdefault(mark.entity or mark.number, []).append(mark)
    return list(groups.values())


def _decisions(case: Case, marks: Iterable[Mark]) -> dict[int, Decision]:
    found = case.decision_list.filter(number__in={mark.decision for mark in marks})
    return {decision.number: decision for decision in found.select_related("officer__person")}


def _opened(extract: Extract, marks: Sequence[Mark], decisions: dict[int, Decision]) -> Opened:
    lead = marks[0]
    sheet = extract.sheet(lead.page)
    message, values = sheet.reasons.get(lead.number, ("", {}))
    places = sorted(marks, key=lambda mark: (mark.page, mark.start, mark.number))
    return Opened(
        lead=lead,
        text=fullest(sheet.said(mark.start, mark.end) for mark in marks if mark.page == lead.page),
        reason=translate(message) % values if message else "",
        by=decisions.get(lead.decision),
        places=places[:MOST_NAMED],
        more=max(0, len(places) - MOST_NAMED),
    )
