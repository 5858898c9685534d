"""One decision per person: the role that the evidence of all mentions speaks for, and how sure."""

from terbuka.language import N_
from terbuka.screening.kinds import Matter
from terbuka.screening.people.designations import is_arrested_only, is_called_child_victim, is_reported_only
from terbuka.screening.people.labelled import FORM_RANK, ROW_AGENCY
from terbuka.screening.people.model import ADULT, OF_THE_MODELS, Evidence, Person
from terbuka.screening.people.teachers import acts_as_teacher
from terbuka.screening.people.victims import (
    is_of_sexual_violence,
    is_of_the_family,
    reports_for_kin,
    suffers_violence,
)
from terbuka.screening.roles import CHILDREN, HARD, Role

_OPEN = (Role.OFFICIAL, Role.PUBLIC, Role.JOURNALIST)
_CASE = (Role.VICTIM, Role.WITNESS, Role.SUSPECT, Role.COMPLAINANT)
_CLOSED = (*_CASE, Role.PRIVATE, Role.RELATIVE)
_STRONG = 3.0
_TELLING = 2.5
_CERTAIN = 4.0  # a rank or a post right in front of the name, or two such signs
_CLEAR = 1.9  # what must speak for an office in a paper about private persons
_OF_OPEN, _OF_A_BARE_NAME, _OF_NONE, _IN_PUBLIC = 0.6, 0.4, 0.2, 0.2
_OF_AN_OFFICE, _OF_A_CERTAIN_OFFICE = 0.8, 2.5
_ABOUT_PERSONS = -0.5
_STATUTE, _IN_A_STATUTE = "statute", 0.8
_PLAIN, _SURELY_OPEN, _POLITE = 0.8, 20.0, "lead.title"
_OF_A_HOUSEHOLD = frozenset(("ny", "nyonya", "nn", "nona", "tn", "tuan"))
_NAMED = 3.7  # "saksi …" right in front of the name, not only a heading somewhere above
_OF_A_TEACHER = 0.9
_GUIDES = frozenset(("bk", "bp", "konselor"))
_SIGNED_BY_WITNESSES = ("contract", "certificate")

_UNDER_AGE = N_("Usia yang tertulis di dekat nama di bawah 18 tahun.")
_TEACHER = N_("Guru seorang anak dalam dokumen ini: namanya menunjukkan sekolah dan kelas anak itu.")
_NO_SIGN = N_("Nama orang tanpa tanda bahwa ia bertindak dalam jabatan.")
_NO_SIGN_OPEN = N_(
    "Nama tanpa keterangan; dari kata-kata di sekitarnya tampaknya orang yang bertindak dalam jabatan atau "
    "di muka umum."
)


def decide(persons: list[Person], matter: Matter) -> None:
    """Set role, certainty and the heaviest reason of every person."""
    for person in persons:
        person.role, person.because, person.sure = _role(person, matter)
    _of_children(persons, matter)
    _of_sexual_violence(persons, matter)
    for person in persons:
        if person.role is Role.SUSPECT and is_reported_only(person):
            person.role = Role.REPORTED
        elif person.role is Role.SUSPECT and is_arrested_only(person):
            person.role = Role.ARRESTED


def _role(person: Person, matter: Matter) -> tuple[Role, Evidence, float]:
    told = None if _is_nobody(person, matter) else _told(person, matter)
    return told or _in_office(person) or _likely(person, matter)


def _is_nobody(person: Person, matter: Matter) -> bool:
    """A word that only the models took for a name, and more likely none ("Ayat 2"), or in a statute."""
    unlikely = person.likely[2] > person.likely[0] or matter.is_a(_STATUTE)
    return (
        person.age is None
        and unlikely
        and all(
            mention.rule in OF_THE_MODELS and not any(item.explicit for item in mention.evidence)
            for mention in person.mentions
        )
    )


def _told(person: Person, matter: Matter) -> tuple[Role, Evidence, float] | None:
    """The role that the text itself gives: informant, child, or part of the case."""
    if person.score(Role.INFORMANT) >= _STRONG:
        return _chosen(person, Role.INFORMANT, 3.0)
    if _is_child(person):
        return _chosen(person, Role.CHILD, 3.0)
    case = _case(person, matter)
    if _named_in_case(person, case, person.score(*_OPEN)):
        return _chosen(person, case, person.score(case))
    return None


def _in_office(person: Person) -> tuple[Role, Evidence, float] | None:
    """A form or a row gives the bearer of the name an office ("Jabatan : Kepala Desa") and nothing else says
    more than that it is a name: then the model need not guess."""
    told = person.evidence()
    private = [item for item in told if item.role not in _OPEN and item.weight >= _CLEAR]
    if private or not any(item.rule in (FORM_RANK, ROW_AGENCY) for item in told):
        return None
    return _chosen(person, Role.OFFICIAL, person.score(Role.OFFICIAL))


def _case(person: Person, matter: Matter) -> Role:
    """The heaviest role in a case; who signs a contract as a witness and has a post is none."""
    signs = matter.is_a(*_SIGNED_BY_WITNESSES) and person.score(*_OPEN) >= _CLEAR
    return max((role for role in _CASE if not (signs and role is Role.WITNESS)), key=person.score)


def _likely(person: Person, matter: Matter) -> tuple[Role, Evidence, float]:
    """What the model of persons says. A leak weighs more than a name hidden for nothing, and most where names
    are usually those of private persons."""
    hide, _, _ = person.likely
    opened, least = person.score(*_OPEN), _least(person, matter)
    if hide >= least or (not opened and _plainly_private(person, matter)):
        role = _closed_role(person, _case(person, matter))
        return _weighed(person, role, hide, _NO_SIGN)
    return _weighed(person, max(_OPEN, key=person.score) if opened else Role.PUBLIC, 1 - hide, _NO_SIGN_OPEN)


def _least(person: Person, matter: Matter) -> float:
    """From which likelihood on the name is hidden: less is enough for a bare name in a paper about private
    persons, more is asked where an office speaks for it."""
    _, stays, other = person.likely
    evidence, public = person.evidence(), max(matter.open, 0.0)
    opened, of_open = person.score(*_OPEN), _OF_OPEN
    if not evidence and matter.open <= _ABOUT_PERSONS:
        of_open = _OF_A_BARE_NAME
    elif opened >= _STRONG:
        of_open = _OF_A_CERTAIN_OFFICE if opened >= _CERTAIN else _OF_AN_OFFICE
    least = (of_open + _IN_PUBLIC * public) * stays + (_OF_NONE + _IN_PUBLIC * public) * other
    return max(least, _IN_A_STATUTE) if matter.is_a(_STATUTE) else least  # it names who signed it alone


def _plainly_private(person: Person, matter: Matter) -> bool:
    """Signs that rules know speak for a private person, and the kind of the document not against it: then the
    name is hidden whatever the model has seen elsewhere. "Bapak" and "Sdr." are less of a sign:
    officials bear them as well, but none is called "Ny." or "Tn."."""
    hide, stays, _ = person.likely
    polite = all(item.rule.startswith(_POLITE) for item in person.evidence())
    if (
        polite
        and not any(_called_at_home(item) for item in person.evidence())
        and stays > _SURELY_OPEN * hide
    ):
        return False
    known = any(mention.rule not in OF_THE_MODELS for mention in person.mentions)
    private = sum(item.weight for item in person.evidence() if item.role not in _OPEN)
    return known and private - matter.open >= _PLAIN


def _called_at_home(evidence: Evidence) -> bool:
    return evidence.values.get("mark") in _OF_A_HOUSEHOLD


def _weighed(person: Person, role: Role, sure: float, unsaid: str) -> tuple[Role, Evidence, float]:
    """The role with its heaviest evidence if any speaks for it, as sure as the model of persons is."""
    mine = [item for item in person.evidence() if item.role is role]
    return (
        role,
        max(mine, key=lambda item: item.weight, default=Evidence(role, 0.5, "unmarked", unsaid)),
        sure,
    )


def _closed_role(person: Person, case: Role) -> Role:
    """The heaviest of the private roles; one that tells more goes before the general one."""
    heaviest = max(_CLOSED, key=person.score)
    if not person.score(heaviest):
        return Role.PRIVATE
    if heaviest is not Role.PRIVATE:
        return heaviest
    return next((role for role in (case, Role.RELATIVE) if person.score(role) >= _TELLING), heaviest)


def _chosen(person: Person, role: Role, margin: float) -> tuple[Role, Evidence, float]:
    """The role with its heaviest evidence, and a certainty that grows with the margin."""
    mine = [item for item in person.evidence() if item.role is role]
    because = max(mine, key=lambda item: item.weight, default=Evidence(role, 0.5, "age", _UNDER_AGE))
    return role, because, min(0.98, 0.6 + 0.1 * margin)


def _is_child(person: Person) -> bool:
    """Under 18, or called a child; a rank, a post or an age of 18 and more speaks against."""
    if person.age is not None:
        return person.age < ADULT
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
    """Which of them is a victim, and the class teacher, who would reveal the child. For the family see
    ``families``."""
    if not any(person.role in CHILDREN for person in persons):
        return
    for person in persons:
        if person.role is Role.CHILD:
            victim = person.score(Role.VICTIM) >= _STRONG or is_called_child_victim(person)
            person.role = Role.CHILD_VICTIM if victim else Role.CHILD
    harmed = any(person.role is Role.CHILD_VICTIM for person in persons)
    of_a_case = harmed or matter.children or matter.sexual
    # In a school's own letter or list its teachers act in their post (policy, rule 1).
    known = (*_OPEN, Role.PRIVATE) if of_a_case else (Role.PRIVATE,)
    for person in persons:
        if person.role in known and matter.personal_paper and _teaches(person):
            person.role, person.sure = Role.CHILD_RELATIVE, _OF_A_TEACHER
            person.because = Evidence(Role.CHILD_RELATIVE, _STRONG, "teacher", _TEACHER)


def _teaches(person: Person) -> bool:
    """A class; not who guides the whole school or holds another post there ("Konselor: …, guru BK")."""
    told = person.evidence()
    if acts_as_teacher(person) or any(
        item.rule.endswith(".post") or not _GUIDES.isdisjoint(_mark(item)) for item in told
    ):
        return False
    return any(item.rule.endswith("post.teacher") for item in told)


def _mark(evidence: Evidence) -> list[str]:
    return str(evidence.values.get("mark", "")).split()


def _of_sexual_violence(persons: list[Person], matter: Matter) -> None:
    """In a matter of sexual violence the victim, or without a named victim who complains, is blocked hard."""
    for person in persons:
        if person.role is Role.VICTIM and suffers_violence(person):
            person.role = Role.SEXUAL_VICTIM
        elif reports_for_kin(person) and person.role not in (*HARD, Role.SUSPECT):
            person.role = Role.SEXUAL_VICTIM_RELATIVE
    if not matter.sexual:
        return
    victims = [person for person in persons if person.role in (Role.VICTIM, Role.SEXUAL_VICTIM)]
    for person in victims or [person for person in persons if person.role is Role.COMPLAINANT]:
        if is_of_sexual_violence(person):
            reports_for_it = not victims and is_of_the_family(person)
            person.role = Role.SEXUAL_VICTIM_RELATIVE if reports_for_it else Role.SEXUAL_VICTIM
