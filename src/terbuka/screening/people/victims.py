"""Of which crime somebody is a victim ("korban pemerkosaan Siti"), and who only belongs to the victim: "Ibu
korban pencurian, Sulastri", "Pendamping korban, Ratna Sari".

Victims of sexual violence and their families are blocked hard (policy, rule 4; UU 12/2022 Art. 69), others
are not, and a false block binds the officer."""

from dataclasses import replace

from terbuka.screening.articles import cites_another_crime
from terbuka.screening.lexicon import words
from terbuka.screening.people.model import Evidence, Person
from terbuka.screening.reading import Reading
from terbuka.screening.roles import Role
from terbuka.screening.tables import Row

OTHER_CRIME = "left.crime"
"""The rule of a role in a crime that the text names and that is not sexual."""
VIOLATED, FOR_KIN, FOR_ANOTHER = "violence.suffered", "violence.for-kin", "violence.for-another"
"""The rules of who suffers sexual violence, and of who reports it for a relative or for somebody else."""

_SEXUAL, _CRIME, _OF_A_CRIME = words("sexual-crime"), words("crime"), words("of-a-crime")
_KIN, _SPEAKS_FOR, _NEIGHBOUR = words("kin-of"), words("speaks-for-a-victim"), words("neighbour")
_ANY_CRIME = frozenset(("kekerasan", "kdrt", "laporan"))  # may be sexual too
_NEAR = 25  # words; a whole document may be one sentence
_LONGEST = 4  # "dugaan tindak pidana pencabulan"
_FAMILY = 2.0  # what must be said for it; a bare title of kin says less


def names_a_crime(reading: Reading, index: int) -> bool:
    """ "pemerkosaan", and "dugaan", "tindak pidana" in front of it."""
    for word in reading.folds[index : index + _LONGEST]:
        if word not in _OF_A_CRIME:
            return word in _SEXUAL or word in _CRIME
    return False


def role_in(reading: Reading, first: int, last: int) -> str:
    """The rule for a role that words ``first`` to ``last`` part from the name."""
    said = {reading.folds[at] for at in range(first, last)}
    return OTHER_CRIME if said & _CRIME and not said & _SEXUAL else "left"


def of_the_crime_in_row(reading: Reading, row: Row, found: list[Evidence]) -> list[Evidence]:
    """Who is the victim in a row that names another crime ("362 KUHP", "pencurian") is one of that."""
    span = slice(row.cells[0].start, row.cells[-1].end)
    said = {reading.folds[at] for at in reading.words_in(span.start, span.stop)}
    named = said & _CRIME and not said & _SEXUAL
    if not named and not cites_another_crime(reading.text[span]):
        return found
    return [_of_another(item) if item.role in (Role.VICTIM, Role.COMPLAINANT) else item for item in found]


def of_the_crime_in_sentence(reading: Reading, at: int, found: list[Evidence]) -> list[Evidence]:
    """Who reports a theft does so, though another sentence tells of sexual violence."""
    sentence = reading.sentence(at)
    said = set(reading.folds[max(sentence.start, at - _NEAR) : min(sentence.stop, at + _NEAR)])
    if not said & (_CRIME - _ANY_CRIME) or said & _SEXUAL:
        return found
    return [_of_another(item) if item.role is Role.COMPLAINANT else item for item in found]


def _of_another(item: Evidence) -> Evidence:
    return replace(item, rule=f"{OTHER_CRIME}.{item.rule}")


def belongs_to(reading: Reading, first: int) -> str:
    """The word in front of "korban" (word ``first``) that says somebody else is meant; empty for none."""
    word = reading.folds[first - 1] if first and reading.between(first) == " " else ""
    return word if word in _KIN or word in _SPEAKS_FOR else ""


def is_kin(word: str) -> bool:
    """One of the family, not who speaks for the victim."""
    return word in _KIN


def is_of_the_family(person: Person) -> bool:
    """Plainly called somebody's relative; a neighbour is none and does not show whose child it is."""
    return _said(person) >= _FAMILY


def may_be_of_the_family(person: Person) -> bool:
    """Called so, if only in passing, and not only a neighbour."""
    return _said(person) > 0


def _said(person: Person) -> float:
    told = [item for item in person.evidence() if item.role is Role.RELATIVE]
    return sum(item.weight for item in told if not _of_a_neighbour(item))


def _of_a_neighbour(evidence: Evidence) -> bool:
    return not _NEIGHBOUR.isdisjoint(str(evidence.values.get("mark", "")).split())


def suffers_violence(person: Person) -> bool:
    """The sentence says so, whatever else the document is about."""
    return _told_by(person, VIOLATED)


def reports_for_kin(person: Person) -> bool:
    """Who reports sexual violence against a relative is of the victim's family."""
    return _told_by(person, FOR_KIN)


def _told_by(person: Person, *rules: str) -> bool:
    return any(item.rule in rules for item in person.evidence())


def is_of_sexual_violence(person: Person) -> bool:
    """The text does not say that it was another crime: "korban penipuan Siti"."""
    if _told_by(person, FOR_KIN, FOR_ANOTHER):
        return False
    told = [item for item in person.evidence() if item.role in (Role.VICTIM, Role.COMPLAINANT)]
    return not told or any(not item.rule.startswith(OTHER_CRIME) for item in told)
