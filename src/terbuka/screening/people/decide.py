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
_CLEAR = 1.9  # what must speak for an office in a paper about private persons
_NAMED = 3.7  # "saksi …" right in front of the name, not only a heading somewhere above
_ADULT = 18
_SIGNED_BY_WITNESSES = ("contract", "certificate")

_UNDER_AGE = N_("Usia yang tertulis di dekat nama di bawah 18 tahun.")
_NO_SIGN = N_("Nama orang tanpa tanda bahwa ia bertindak dalam jabatan.")
_NO_SIGN_OPEN = N_("Nama tanpa keterangan dalam dokumen yang umumnya memuat pejabat atau tokoh publik.")


def decide(persons: list[Person], matter: Matter) -> None:
    """Set role, certainty and the heaviest reason of every person."""
    for person in persons:
        person.role, person.because, person.sure = _role(person, matter)
    _of_children(persons, matter)
    _of_sexual_violence(persons, matter)


def _role(person: Person, matter: Matter) -> tuple[Role, Evidence, float]:
    if person.score(Role.INFORMANT) >= _STRONG:
        return _chosen(person, Role.INFORMANT, 3.0)
    if _is_child(person):
        return _chosen(person, Role.CHILD, 3.0)
    opened = person.score(*_OPEN)
    witness_signs = matter.is_a(*_SIGNED_BY_WITNESSES) and opened >= _CLEAR
    case = max((role for role in _CASE if not (witness_signs and role is Role.WITNESS)), key=person.score)
    if _named_in_case(person, case, opened):
        return _chosen(person, case, person.score(case))
    closed = sum(person.score(role) for role in _CLOSED if not (witness_signs and role is Role.WITNESS))
    margin = closed - opened - matter.open
    if margin > 0 and person.evidence():
        return _chosen(person, _closed_role(person, case), margin)
    if opened >= (_CLEAR if matter.open < 0 else 0.1):
        return _chosen(person, max(_OPEN, key=person.score), -margin)
    return _unmarked(matter)


def _closed_role(person: Person, case: Role) -> Role:
    """The heaviest of the private roles; one that tells more goes before the general one."""
    heaviest = max(_CLOSED, key=person.score)
    if heaviest is not Role.PRIVATE:
        return heaviest
    return next((role for role in (case, Role.RELATIVE) if person.score(role) >= _TELLING), heaviest)


def _chosen(person: Person, role: Role, margin: float) -> tuple[Role, Evidence, float]:
    """The role with its heaviest evidence, and a certainty that grows with the margin."""
    mine = [item for item in person.evidence() if item.role is role]
    because = max(mine, key=lambda item: item.weight, default=Evidence(role, 0.5, "age", _UNDER_AGE))
    return role, because, min(0.98, 0.6 + 0.1 * margin)


def _unmarked(matter: Matter) -> tuple[Role, Evidence, float]:
    if matter.open >= 1.0:
        return Role.PUBLIC, Evidence(Role.PUBLIC, 0.5, "kind", _NO_SIGN_OPEN), 0.5
    return Role.PRIVATE, Evidence(Role.PRIVATE, 0.5, "unmarked", _NO_SIGN), 0.4


def _is_child(person: Person) -> bool:
    """Under 18, or called a child; a rank, a post or an age of 18 and more speaks against."""
    if person.age is not None:
        return person.age < _ADULT
    return person.score(Role.CHILD) >= _STRONG and person.score(Role.OFFICIAL) < 4


def _named_in_case(person: Person, case: Role, opened: float) -> bool:
    """The text names the person a victim, witness, suspect or complainant (policy, rules 3 and 8).

    A victim, witness or suspect stays one though an official; who reports a crime in office acts in office.
    """
    explicit = max((e.weight for e in person.evidence() if e.role is case and e.explicit), default=0.0)
    if explicit < _STRONG:
        return False
    return explicit > opened or (case is not Role.COMPLAINANT and explicit >= _NAMED)


def _of_children(persons: list[Person], matter: Matter) -> None:
    """Parents and relatives of a child in the document would reveal the child; so would the class teacher."""
    if not any(person.role in CHILDREN for person in persons):
        return
    for person in persons:
        if person.role is Role.CHILD:
            person.role = Role.CHILD_VICTIM if person.score(Role.VICTIM) >= _STRONG else Role.CHILD
        elif person.role.stays_open:
            teacher = any(item.rule.endswith("post.teacher") for item in person.evidence())
            person.role = Role.CHILD_RELATIVE if teacher and matter.open < 0 else person.role
        elif person.score(Role.RELATIVE) >= 2 and person.role not in (Role.SUSPECT, Role.INFORMANT):
            person.role = Role.CHILD_RELATIVE


def _of_sexual_violence(persons: list[Person], matter: Matter) -> None:
    """In a matter of sexual violence the victim, or without a named victim who complains, is blocked hard."""
    if not matter.sexual:
        return
    victims = [person for person in persons if person.role is Role.VICTIM]
    for person in victims or [person for person in persons if person.role is Role.COMPLAINANT]:
        person.role = Role.SEXUAL_VICTIM
