"""Details that would tell who a child or a victim of sexual violence is, whatever their type (policy, rule 4;
UU 11/2012 Art. 19(1): the identity of a child, not only the name)."""

from collections.abc import Sequence

from terbuka.screening.candidate import Candidate
from terbuka.screening.known_again import Value, values
from terbuka.screening.people.cast import Cast
from terbuka.screening.people.model import Person
from terbuka.screening.people.strings_of_details import strings_of_details
from terbuka.screening.roles import HARD, Role


def belong(cast: Cast, candidates: Sequence[Candidate]) -> None:
    """Give details to the protected person in whose row, form or sentence they stand, or behind whom they are
    strung together. What a recogniser knows to be somebody else's stays theirs."""
    if not any(person.role in HARD for person in cast.persons):
        return
    _of_who_is_near(cast, candidates)
    strings = list(strings_of_details(cast, candidates))
    while _of_the_same_string(strings) or _of_the_same_value(cast.layout.reading.text, candidates):
        pass


def _of_who_is_near(cast: Cast, candidates: Sequence[Candidate]) -> None:
    for candidate in candidates:
        if not _is_free(candidate):
            continue
        owner = cast.near(candidate.start)
        if owner is None and candidate.type == "HEALTH":
            # An ailment is told of "the child", in a sentence that names nobody.
            owner = cast.only_vulnerable() or cast.owner(candidate.start)
        if owner is None and candidate.type == "BIRTH":
            owner = cast.owner(candidate.start) or cast.only_vulnerable()
        if owner and owner.role in HARD:
            candidate.holder = owner.role


def _of_the_same_string(strings: Sequence[tuple[Person | None, list[Candidate]]]) -> bool:
    """Give the details of a string to the protected person in front of it; where nobody is, to whom one of
    them belongs. Says whether there was one to give."""
    given = False
    for leader, string in strings:
        role = leader.role if leader else next((each.holder for each in string if each.holder in HARD), None)
        for detail in string if role in HARD else ():
            if _is_free(detail):
                detail.holder, given = role, True
    return given


def _of_the_same_value(text: str, candidates: Sequence[Candidate]) -> bool:
    """Give what belongs to a protected person in one place to the same one wherever it stands."""
    locked: dict[Value, Role | None] = {}
    for each in candidates:
        if each.holder in HARD:
            locked |= dict.fromkeys(values(each.type, text[each.start : each.end]), each.holder)
    given = False
    for each in candidates if locked else ():
        same = values(each.type, text[each.start : each.end]) & locked.keys() if _is_free(each) else ()
        if same:
            each.holder, given = locked[min(same)], True
    return given


def _is_free(candidate: Candidate) -> bool:
    return candidate.holder in (None, Role.PRIVATE)
