"""Who may do what with a case. A role reaches the unit where it is held and everything below it."""

from typing import TYPE_CHECKING

from django.db.models import Q

from terbuka.organisation.models import Account, Unit
from terbuka.organisation.roles import Role
from terbuka.organisation.rules import has_role, roles_held

if TYPE_CHECKING:
    from terbuka.disclosure.models import Case

UPLOADERS = frozenset({Role.DESK_OFFICER, Role.SCREENING_OFFICER, Role.UNIT_PPID, Role.PPID})
DECIDERS = frozenset({Role.SCREENING_OFFICER, Role.UNIT_PPID, Role.PPID})
LIFTERS = frozenset({Role.SUPERIOR})
APPROVERS = frozenset({Role.UNIT_PPID, Role.PPID, Role.SUPERIOR})
WITHDRAWERS = UPLOADERS | {Role.SUPERIOR}
# Who may see what is hidden: the original, its pictures and texts, and the places of the findings.
STUDIO = DECIDERS | LIFTERS
# Who may know of a case at all: its title, its state and its history.
READERS = STUDIO | {Role.DESK_OFFICER, Role.AUDITOR}
# Who may have the certified copy before it is public.
RECEIVERS = STUDIO | {Role.DESK_OFFICER}


def may_upload(actor: Account, unit: Unit) -> bool:
    """May put a file into the office for ``unit``."""
    return has_role(actor, UPLOADERS, unit)


def may_open(actor: Account, case: "Case") -> bool:
    """May see what is hidden in ``case``: original, pictures, texts, findings."""
    return has_role(actor, STUDIO, case.unit)


def may_decide(actor: Account, case: "Case") -> bool:
    """May say what is hidden and what stays open, except what only the superior may lift."""
    return has_role(actor, DECIDERS, case.unit)


def may_lift(actor: Account, case: "Case") -> bool:
    """May lift a hard block: a child, or a victim of sexual violence (Atasan PPID; policy, rule 4)."""
    return has_role(actor, LIFTERS, case.unit)


def may_retitle(actor: Account, case: "Case") -> bool:
    """May correct the title: who decides, and whoever uploaded it and still works on files there."""
    own = case.uploaded_by_id == actor.pk and has_role(actor, UPLOADERS, case.unit)
    return own or may_decide(actor, case)


def may_have_copy(actor: Account, case: "Case") -> bool:
    """May download the certified copy."""
    return has_role(actor, RECEIVERS, case.unit)


def as_second_person(actor: Account) -> Q:
    """Four eyes: who approves or returns a copy neither prepared it nor decided anything in the case, not
    even something undone since. The cases where that is so of ``actor``.

    The rule is asked here alone. Behind it the database refuses a certificate with one and the same person
    as preparer and approver (``models.PublicCopy``), and one whose pages were not opened (``triggers``).
    """
    return ~Q(prepared_copy__prepared_by=actor) & ~Q(decision_list__officer=actor)


def is_second_person(actor: Account, case: "Case") -> bool:
    """``as_second_person`` of one case."""
    return type(case).objects.filter(as_second_person(actor), pk=case.pk).exists()


def may_withdraw(actor: Account, case: "Case") -> bool:
    """Who works on cases may withdraw one; a desk officer only what they have uploaded themselves."""
    held = roles_held(actor, case.unit)
    if held & (WITHDRAWERS - {Role.DESK_OFFICER}):
        return True
    return Role.DESK_OFFICER in held and case.uploaded_by_id == actor.pk
