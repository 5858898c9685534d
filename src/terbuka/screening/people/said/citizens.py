"""What a citizen does before an office: complains, asks, tells of a loss, is told what to bring.

Who does so without a rank or post in the same breath is private (policy, rule 3)."""

from terbuka.screening.lexicon import words
from terbuka.screening.names.anchors import is_addressed
from terbuka.screening.names.model import NameCandidate
from terbuka.screening.people.model import Evidence
from terbuka.screening.people.said.sentence import behind_apposition, may_be_told, said
from terbuka.screening.people.surroundings import POSTS, Surroundings
from terbuka.screening.reading import Reading
from terbuka.screening.roles import Role

_WEIGHT = 2.5  # less than a rank or post told elsewhere
_BEFORE, _REACH = words("before-a-deed"), 4
_COMPLAINS, _FIGURATIVE = words("complains-to-an-office"), words("pitted")
_TELLS = words("tells-of-a-loss")
_OWNED, _OWNER, _LOST = words("owned-by") | words("lost-thing"), "nya", words("lost")


def citizens(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """That the bearer of the name comes to an office, or is spoken to by it."""
    if not may_be_told(around, name):
        return []
    return _spoken_to(around, name) or _complains(around, name)


def _spoken_to(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """ "Lurah Asep: Bu Tini nanti bawa KTP ya": a post in front of the colon says who speaks."""
    reading, first = around.layout.reading, name.lead.first
    if not is_addressed(reading, first):
        return []
    speaker = range(reading.line_words(reading.lines[first]).start, first)
    post = next((i for i in speaker if reading.tag_at(i, *POSTS)), None)
    if post is None:
        return []
    return [said(around, Role.PRIVATE, _WEIGHT, "citizen.addressed", range(post, post + 1))]


def _complains(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """ "Budi mengadu", "Suyatno bertanya", "Baso menyatakan pohonnya ditebang tetangga"."""
    reading, at = around.layout.reading, behind_apposition(around, name.last)
    while at < len(reading) and reading.folds[at] in _BEFORE and reading.between(at) == " ":
        at += 1
    if at == len(reading) or reading.between(at).strip(" ,)"):
        return []
    word = reading.folds[at]
    figurative = not _FIGURATIVE.isdisjoint(reading.folds[at + 1 : at + 2])
    if (word in _COMPLAINS and not figurative) or (word in _TELLS and _of_a_loss(reading, at + 1)):
        return [said(around, Role.COMPLAINANT, _WEIGHT, "citizen.complains", range(at, at + 1))]
    return []


def _of_a_loss(reading: Reading, first: int) -> bool:
    """ "motornya dicuri", "bahwa kambing miliknya hilang"."""
    told = reading.folds[first : min(first + _REACH, reading.sentence(first - 1).stop)]
    owned = any(word.removesuffix(_OWNER) in _OWNED for word in told)
    return owned and not _LOST.isdisjoint(told)
