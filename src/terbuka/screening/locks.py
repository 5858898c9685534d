"""What is locked in one place is locked in all: a child, a victim of sexual violence and their families are
known by a number or an address wherever it stands (policy, rules 4 and 10)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from terbuka.language import N_
from terbuka.screening.known_again import values
from terbuka.screening.matching import Form, Matcher
from terbuka.screening.model import Action, Finding, Mode
from terbuka.screening.variants import thing_forms

_REASON = N_(
    "Terkunci di tempat lain dalam dokumen ini: ini milik anak, korban kekerasan seksual, atau keluarganya, "
    "di mana pun tertulis."
)
_OF_MANY = "TERM"
"""What an officer asked for is one entity, whosever it is."""
_DAY = "BIRTH"
"""The day somebody was born on may be the day of something else."""


class Locks:
    """What the locked ones among ``findings`` lock. ``text``: of the document; ``places``: where their
    numbers stand in it, in whatever form."""

    def __init__(self, text: str, findings: Iterable[Finding]) -> None:
        self._text = text
        locked = [each for each in findings if is_locked(each)]
        self._entities = {each.entity: each for each in locked if each.entity and each.type != _OF_MANY}
        self._values = {value: each for each in locked for value in values(each.type, self._said(each))}
        forms = {form: each for each in locked for form in self._forms(each)}
        hits = list(Matcher(forms).hits(text)) if forms else []
        self.places = [(hit.start, hit.end) for hit in hits]
        self._at = {at: forms[hit.form] for hit in hits for at in range(hit.start, hit.end)}

    def __bool__(self) -> bool:
        return bool(self._entities or self._values)

    def holder(self, finding: Finding) -> Finding | None:
        """A locked finding of the same person or thing; for what holds a locked number, of the number."""
        if finding.type != _OF_MANY and finding.entity in self._entities:
            return self._entities[finding.entity]
        same = (self._values.get(value) for value in sorted(values(finding.type, self._said(finding))))
        inside = (self._at.get(at) for at in range(finding.start, finding.end))
        return next(filter(None, chain(same, inside)), None)

    def _forms(self, finding: Finding) -> list[Form]:
        return [] if finding.type == _DAY else thing_forms(finding.type, self._said(finding))

    def _said(self, finding: Finding) -> str:
        return self._text[finding.start : finding.end]


def is_locked(finding: Finding) -> bool:
    return finding.mode is Mode.BLOCK and finding.action.hides


def carry_locks(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, and what is locked anywhere locked wherever it stands, also what would stay open."""
    locks = Locks(text, findings)
    return [_locked(each, locks) for each in findings] if locks else list(findings)


def _locked(finding: Finding, locks: Locks) -> Finding:
    if is_locked(finding):
        return finding
    holder = locks.holder(finding)
    if holder is None:
        return finding
    return replace(
        finding,
        type=holder.type if finding.action is Action.KEEP else finding.type,
        action=Action.REDACT,
        mode=Mode.BLOCK,
        ground=holder.ground,
        basis=holder.basis,
        role=holder.role,
        reason=_REASON,
        values={},
    )
