"""Who is the family of a child in a case, or of a victim of sexual violence: hidden and blocked hard like
these, also an officer (policy, rule 4; UU 11/2012 Art. 19; UU 12/2022 Art. 69). Relatives of others in the
same document are hidden, not blocked: a false block binds the officer."""

import re

from terbuka.language import N_
from terbuka.screening.kinds import Matter
from terbuka.screening.lexicon import words
from terbuka.screening.people.cast import Cast
from terbuka.screening.people.kinship import is_of_who_reports, parents_of, related_to, relatives_at
from terbuka.screening.people.model import OF_THE_MODELS, Evidence, Mention, Person
from terbuka.screening.people.victims import (
    OTHER_CRIME,
    is_of_the_family,
    may_be_of_the_family,
    names_a_crime,
    role_in,
)
from terbuka.screening.reading import Reading
from terbuka.screening.roles import ACCUSED, CHILDREN, HARD, Role

_FAMILY = N_("Keluarga seorang anak dalam perkara: namanya menunjukkan siapa anak itu.")
_OF_A_VICTIM = N_("Keluarga korban kekerasan seksual: namanya menunjukkan siapa korban itu.")

_CHILD = words("one-child")
_REFERS = words("of-the-child")
_PARENTS, _PARENTS_OF, _OF = words("parents-of-the-child"), words("parent"), words("child-of")
_PASSED = words("leads-to-a-parent")
_LED = ("rank", "rank.military", "rank.civil", "post", "title.formal", "title.kin", "title", "title.clergy")
_CELL = re.compile(r"[\n|\t]|   ")
_REACH, _FAR, _SURE = 8, 40, 0.9
_KEEPS = (*HARD, *ACCUSED, Role.INFORMANT)
_RELATIVES = {
    **dict.fromkeys(CHILDREN, (Role.CHILD_RELATIVE, _FAMILY)),
    Role.SEXUAL_VICTIM: (Role.SEXUAL_VICTIM_RELATIVE, _OF_A_VICTIM),
}


def hide_families(cast: Cast, passages: set[int], matter: Matter) -> None:
    """Hide who is named as the family. ``passages``: the words that speak of a child that is not named."""
    if passages or matter.children or cast.children:
        told = [person for mention, person in cast.mentions if _is_told(cast, mention, person, passages)]
        for person in told:
            _hide(person, Role.CHILD_RELATIVE, _FAMILY)
        _hide_related(cast, told)
    elif matter.sexual or any(person.role is Role.SEXUAL_VICTIM for person in cast.persons):
        for mention, person in cast.mentions:
            if person.role not in _KEEPS and _is_of_a_victim(cast, mention, person):
                _hide(person, Role.SEXUAL_VICTIM_RELATIVE, _OF_A_VICTIM)
    _hide_who_reports(cast)


def _hide_who_reports(cast: Cast) -> None:
    """ "Istri pelapor, Yuli, …": whoever reports is of the family."""
    victims = [mention for mention, person in cast.mentions if person.role in _RELATIVES]
    if any(is_of_who_reports(cast.layout.reading, mention) for mention in victims):
        for person in cast.persons:
            if person.role is Role.COMPLAINANT:
                child = bool(cast.children)
                role = Role.CHILD_RELATIVE if child else Role.SEXUAL_VICTIM_RELATIVE
                _hide(person, role, _FAMILY if child else _OF_A_VICTIM)


def _hide_related(cast: Cast, told: list[Person]) -> None:
    """Also who is tied to the child or the victim through others of the family, and whose child it is. Whose
    relative somebody is, that the text does not say: then it may be the child's."""
    family = {person: _RELATIVES[person.role] for person in cast.persons if person.role in _RELATIVES}
    family |= dict.fromkeys(told, _RELATIVES[Role.CHILD])
    parents = [parent for child in cast.children for parent in parents_of(cast, child)]
    family |= {parent: _RELATIVES[Role.CHILD] for parent in parents if _may_be_hidden(parent)}
    related = [p for p in cast.persons if p not in family and _may_be_hidden(p) and is_of_the_family(p)]
    ties = {person: related_to(cast, person) for person in related}
    if cast.children:
        family |= {p: _RELATIVES[Role.CHILD] for p, others in ties.items() if others is None}
    while tied := {
        person: family[other]
        for person in related
        for other in ties[person] or ()
        if other in family and person not in family
    }:
        family |= tied
    for person, (role, reason) in family.items():
        if _may_be_hidden(person):
            _hide(person, role, reason)


def _may_be_hidden(person: Person) -> bool:
    """Not an officer who is only named beside, nor who did it."""
    return not person.role.stays_open and person.role not in _KEEPS


def _hide(person: Person, role: Role, reason: str) -> None:
    person.sure = _SURE if person.role.stays_open else max(person.sure, _SURE)
    person.role = role
    person.because = Evidence(role, 4.0, "family", reason)


def _is_told(cast: Cast, mention: Mention, person: Person, passages: set[int]) -> bool:
    """The text itself says it at this place."""
    if person.role in _KEEPS:
        return False
    if _is_family(cast.layout.reading, mention, passages):
        others = relatives_at(cast, person, mention)
        return others is None or any(other.role in HARD for other in others)
    return _is_told_as_family(cast, mention, person, passages)


def _is_told_as_family(cast: Cast, mention: Mention, person: Person, passages: set[int]) -> bool:
    """ "Nama orang tua: …" in the form of the child, and relatives beside whom the child is spoken of."""
    layout = cast.layout
    field = layout.field_at(mention.start)
    if layout.reading.word_at(mention.start) not in passages:
        return False
    asked = field is not None and any(layout.reading.folds[i] in _PARENTS_OF for i in range(*field.label))
    related = person.role is Role.RELATIVE and may_be_of_the_family(person)
    return asked or (related and mention.rule not in OF_THE_MODELS and related_to(cast, person) is None)


def _is_of_a_victim(cast: Cast, mention: Mention, person: Person) -> bool:
    """Called a relative, and last spoken of before was the victim, not the suspect or somebody else."""
    reading = cast.layout.reading
    related = person.role is Role.RELATIVE and may_be_of_the_family(person)
    if not (related or _is_family(reading, mention, set())):
        return False
    first = reading.word_at(mention.start)
    for at in range(first - 1, max(first - _FAR, -1), -1):
        named = [one for one in cast.in_span(reading.starts[at], reading.starts[at] + 1) if one is not person]
        closed = [one for one in named if not one.role.stays_open and one.role is not Role.RELATIVE]
        if closed:
            return closed[0].role is Role.SEXUAL_VICTIM
        if reading.folds[at] in _REFERS - _PARENTS:
            return not names_a_crime(reading, at + 1) or role_in(reading, at + 1, first) != OTHER_CRIME
        if reading.tag_at(at, "role.suspect") and reading.folds[at - 1] != "oleh":
            return False
    return False


def _is_family(reading: Reading, mention: Mention, passages: set[int]) -> bool:
    """ "Ortu korban, bpk …", "orang tua korban anak adalah Kapolsek AKP …", "anak dari Aiptu …"."""
    at = first = reading.word_at(mention.start)
    while (
        at > max(first - _REACH, 0) and not reading.sentence_end(at) and not _CELL.search(reading.between(at))
    ):
        length = _parent_before(reading, at)
        if length:
            return True
        if at - 1 in passages and _child_of(reading, at, first):
            return True
        step = reading.tag_before(at, *_LED) or 1
        if step == 1 and not (_passes(reading, at - 1) or reading.tag_before(at, *_LED)):
            return False
        at -= step
    return False


def _passes(reading: Reading, index: int) -> bool:
    """Leads on to the name: "adalah", and the words of a post ("Kapolsek Banjarmasin Utara AKP …")."""
    return reading.folds[index] in _PASSED or reading.capital(index)


def _parent_before(reading: Reading, at: int) -> int:
    """The words in front of ``at`` are "ibunya", "ortu korban", "orang tua dari anak korban"."""
    if reading.folds[at - 1] in _PARENTS:
        return 1
    begin = at
    while begin > max(at - _REACH, 0) and reading.folds[begin - 1] in _CHILD | _OF | _REFERS:
        begin -= 1
    return at - begin if begin < at and begin and reading.folds[begin - 1] in _PARENTS_OF else 0


def _child_of(reading: Reading, at: int, name: int) -> bool:
    """ "anak dari …", "putri Kapolsek …"; "anak Ayu" and "Ayu (anak)" are the child."""
    if reading.folds[at - 1] in _OF:
        at -= 1
        return any(word in _CHILD for word in reading.folds[max(at - 2, 0) : at])
    led = at < name and reading.between(at) == " " and reading.tag_at(at, *_LED) > 0
    return led and reading.folds[at - 1] in _CHILD
