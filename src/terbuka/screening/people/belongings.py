"""Details that would tell who a child or a victim of sexual violence is, whatever their type (policy, rule 4;
UU 11/2012 Art. 19(1): the identity of a child, not only the name)."""

from collections.abc import Iterable

from terbuka.screening.candidate import Candidate
from terbuka.screening.people.cast import Cast
from terbuka.screening.roles import HARD, Role


def belong(cast: Cast, candidates: Iterable[Candidate]) -> None:
    """Give details to the protected person in whose row, form or sentence they stand. What a recogniser knows
    to be somebody else's stays theirs."""
    if not any(person.role in HARD for person in cast.persons):
        return
    for candidate in candidates:
        if candidate.holder not in (None, Role.PRIVATE):
            continue
        owner = cast.near(candidate.start)
        if owner is None and candidate.type == "HEALTH":
            # An ailment is told of "the child", in a sentence that names nobody.
            owner = cast.only_vulnerable() or cast.owner(candidate.start)
        if owner is None and candidate.type == "BIRTH":
            owner = cast.owner(candidate.start) or cast.only_vulnerable()
        if owner and owner.role in HARD:
            candidate.holder = owner.role
