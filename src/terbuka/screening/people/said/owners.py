"""Whose a thing, a home or a family is: "motor milik Slamet", "rumah Slamet", "Slamet dan istrinya".

So is spoken of a private person (policy, rule 3). Who bears a rank or post in the same breath has things and
kin as well, so nothing is said of those here."""

from terbuka.language import N_
from terbuka.screening.lexicon import words
from terbuka.screening.names.model import NameCandidate
from terbuka.screening.people.model import Evidence
from terbuka.screening.people.said.sentence import JOINING, first_of_those_named, may_be_told, parted
from terbuka.screening.people.surroundings import Surroundings
from terbuka.screening.roles import Role

_THING = N_("Kalimatnya menyebut milik orang ini (%(mark)s).")
_FAMILY = N_("Kalimatnya menyebut keluarga orang ini (%(mark)s).")
_OWNED, _OF_SOMEBODY = words("owned-by"), words("of-somebody")
_OWNS = 2.0
_KIN, _OWNER = ("role.relative", "offspring"), "nya"


def owns(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """That the sentence speaks of what, or of whom, the bearer of the name has."""
    if not may_be_told(around, name):
        return []
    return _something(around, name) or _a_family(around, name)


def _something(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """ "milik Slamet", "di rumah Slamet"; what is written with a capital may be called after him."""
    reading, at = around.layout.reading, first_of_those_named(around, name)
    if not at or parted(reading, at, ",:;|\t("):
        return []
    word = reading.folds[at - 1]
    if word in _OF_SOMEBODY or (word in _OWNED and not reading.capital(at - 1)):
        return [Evidence(Role.PRIVATE, _OWNS, "owner.thing", _THING, {"mark": word})]
    return []


def _a_family(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    reading, at = around.layout.reading, name.last
    if at + 1 >= len(reading) or reading.folds[at] not in JOINING or parted(reading, at):
        return []
    kin = at + 1
    if reading.folds[kin].endswith(_OWNER) and reading.tag_at(kin, *_KIN):
        return [Evidence(Role.PRIVATE, _OWNS, "owner.family", _FAMILY, {"mark": reading.folds[kin]})]
    return []
