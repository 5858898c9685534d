"""One decision per person: the role that the evidence of all mentions speaks for, and how sure."""

from terbuka.language import N_
from terbuka.screening.kinds import Matter
from terbuka.screening.people.model import Evidence, Person
from terbuka.screening.roles import CHILDREN, Role

_OPEN = (Role.OFFICIAL, Role.PUBLIC, Role.JOURNALIST)
_CASE = (Role.VICTIM, Role.WITNESS, Role.SUSPECT, Role.COMPLAINANT)
_CLOSED = (*_CASE, Role.PRIVATE, Role.RELATIVE)
_STRONG = 3.0
_TELLING = 2.5
_MAJORITY = 18

_UNDER_AGE = N_("Usia yang tertulis di dekat nama di bawah 18 tahun.")
_NO_SIGN = N_("Nama orang tanpa tanda bahwa ia bertindak dalam jabatan.")
_NO_SIGN_OPEN = N_("Nama tanpa keterangan dalam dokumen yang umumnya memuat pejabat atau tokoh publik.")


def decide(persons: list[Person], matter: Matter) -> None:
    """Set role, certainty and the heaviest reason of every person."""
    for person in persons:
        person.role, person.because, person.sure = _role(person, matter)
    _of_children(persons, matter)
    _of_sexual_violence(persons, matter)


def _role(person: Person, matter: Matter) -> tuple[Role, Evidence | None, float]:
    if person.score(Role.INFORMANT) >= _STRONG:
        return _chosen(person, Role.INFORMANT, 3.0)
    if _is_child(person, matter):
        return _chosen(person, Role.CHILD, 3.0)
    opened = sum(person.score(role) for role in _OPEN)
    case = max(_CASE, key=person.score)
    if _named_in_case(person, case, opened, matter):
        return _chosen(person, case, person.score(case))
    closed = max(_CLOSED, key=person.score)
    if closed is Role.PRIVATE:  # a more telling role goes before the general one
        closed = next((role for role in (case, Role.RELATIVE) if person.score(role) >= _TELLING), closed)
    margin = sum(person.score(role) for role in _CLOSED) - opened - matter.open
    if opened and margin <= 0:
        return _chosen(person, max(_OPEN, key=person.score), -margin)
    if not person.evidence() or (margin <= 0 and not opened):
        return _unmarked(person, matter)
    return _chosen(person, closed, margin)


def _chosen(person: Person, role: Role, margin: float) -> tuple[Role, Evidence | None, float]:
    """The heaviest evidence for the role, and a certainty that grows with the margin."""
    mine = [item for item in person.evidence() if item.role is role]
    because = max(mine, key=lambda item: item.weight, default=None)
    if because is None and role is Role.CHILD:
        because = Evidence(Role.CHILD, 5.0, "age", _UNDER_AGE)
    return role, because, min(0.98, 0.6 + 0.1 * margin)


def _unmarked(person: Person, matter: Matter) -> tuple[Role, Evidence | None, float]:
    if matter.open >= 1.0:
        return Role.PUBLIC, Evidence(Role.PUBLIC, 0.5, "kind", _NO_SIGN_OPEN), 0.5
    return Role.PRIVATE, Evidence(Role.PRIVATE, 0.5, "unmarked", _NO_SIGN), 0.4


def _is_child(person: Person, matter: Matter) -> bool:
    """Under 18, or called a child; a rank, a post or an age of 18 and more speaks against."""
    if person.age is not None:
        return person.age < _MAJORITY
    strong_office = person.score(Role.OFFICIAL) >= 4
    return person.score(Role.CHILD) >= _STRONG and not strong_office


def _named_in_case(person: Person, case: Role, opened: float, matter: Matter) -> bool:
    """The text names the person a victim, witness, suspect or complainant (policy, rules 3 and 8).

    A victim, witness or suspect stays one though an official; who signs a contract as witness, and an officer
    who reports in office, act in office.
    """
    explicit = max((item.weight for item in person.evidence() if item.role is case and item.explicit), default=0.0)
    if explicit < _STRONG:
        return False
    if case is Role.COMPLAINANT or matter.is_a("contract", "minutes", "invitation", "decree"):
        return explicit > opened
    return explicit >= 3.7 or explicit > opened


def _of_children(persons: list[Person], matter: Matter) -> None:
    """Parents and relatives of a child in the document would reveal the child."""
    if not any(person.role in CHILDREN for person in persons):
        return
    for person in persons:
        if person.role in (Role.RELATIVE, Role.PRIVATE, Role.COMPLAINANT, Role.WITNESS) and person.score(Role.RELATIVE) >= 2:
            person.role = Role.CHILD_RELATIVE
        elif person.role.stays_open and matter.open < 0 and any(item.rule.endswith("post.teacher") for item in person.evidence()):
            person.role = Role.CHILD_RELATIVE  # a class teacher tells the school and the class
        elif person.role is Role.CHILD and person.score(Role.VICTIM) >= _STRONG:
            person.role = Role.CHILD_VICTIM


def _of_sexual_violence(persons: list[Person], matter: Matter) -> None:
    """In a matter of sexual violence the victim, or without a named victim who complains, is blocked hard."""
    if not matter.sexual:
        return
    victims = [person for person in persons if person.role is Role.VICTIM]
    victims = victims or [person for person in persons if person.role is Role.COMPLAINANT]
    for person in victims:
        person.role = Role.SEXUAL_VICTIM
