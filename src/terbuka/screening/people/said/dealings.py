"""Whom somebody in office examines or calls on, and who looked on when it happened: "Iptu Arman memeriksa
Sdr. Yosep", "Pdt. Simon juga melihat pemukulan itu".

Who is asked, fetched, or saw it is part of the matter as a private person (policy, rule 3), whoever asks. Who
bears a rank or post in the same breath may act in office, so nothing is said of those here; to teach a
religion is no office in a case."""

from terbuka.screening.lexicon import words
from terbuka.screening.names.model import NameCandidate
from terbuka.screening.people.model import Evidence
from terbuka.screening.people.said.sentence import (
    behind_apposition,
    first_of_those_named,
    may_be_told,
    parted,
    said,
)
from terbuka.screening.people.surroundings import Surroundings
from terbuka.screening.reading import Reading
from terbuka.screening.roles import Role

_EXAMINES, _CALLS_ON, _SEES = words("examines"), words("calls-on"), words("sees")
_BEFORE = words("before-a-deed")
_A_CRIME = words("crime") | words("does-a-crime") | words("suffers") | words("harmed")
_EXAMINED, _CALLED_ON, _LOOKED_ON = 2.3, 2.2, 3.4
_REACH, _NEARBY = 5, 30
_POLITE, _FIRST_IN_THE_CLAUSE = ("title.formal", "title.kin"), ",:;|\t("


def dealings(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """That the bearer of the name is asked, called on, or saw what happened."""
    if not may_be_told(around, name):
        return []
    return _asked(around, name) or _looked_on(around, name)


def _asked(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """The object of the verb: past the titles and those named with it."""
    reading, at = around.layout.reading, first_of_those_named(around, name)
    if not at or parted(reading, at, _FIRST_IN_THE_CLAUSE):
        return []
    verb = range(at - 1, at)
    if reading.folds[at - 1] in _EXAMINES:
        return [said(around, Role.PRIVATE, _EXAMINED, "dealings.examined", verb)]
    if reading.folds[at - 1] in _CALLS_ON and name.lead.has(*_POLITE):
        return [said(around, Role.PRIVATE, _CALLED_ON, "dealings.called-on", verb)]
    return []


def _looked_on(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """The subject of "melihat", where a crime is told nearby; who looks on at a ceremony sees none."""
    reading, first = around.layout.reading, behind_apposition(around, name.last)
    for at in range(first, min(first + _REACH, len(reading))):
        if parted(reading, at, _FIRST_IN_THE_CLAUSE):
            break
        if reading.folds[at] in _SEES:
            told = _tells_of_a_crime(reading, at)
            mark = range(at, at + 1)
            return [said(around, Role.WITNESS, _LOOKED_ON, "dealings.saw", mark, True)] if told else []
        if reading.folds[at] not in _BEFORE:
            break
    return []


def _tells_of_a_crime(reading: Reading, at: int) -> bool:
    return not _A_CRIME.isdisjoint(reading.folds[max(at - _NEARBY, 0) : at + _NEARBY])
