"""Who the sentence says somebody is: "Bripka Doni diperiksa sebagai saksi", "Korban adalah Aiptu Rahman".

An officer who testifies, is harmed, accused or goes under cover is hidden like anybody (policy, rule 8)."""

from terbuka.screening.lexicon import words
from terbuka.screening.names.model import NameCandidate
from terbuka.screening.people.model import Evidence
from terbuka.screening.people.said.sentence import behind_apposition, clause_ends, said_by_tag
from terbuka.screening.people.said.undercover import goes_undercover
from terbuka.screening.people.surroundings import Surroundings
from terbuka.screening.reading import Reading

_ROLES = ("role.victim", "role.witness", "role.suspect", "role.informant")
_REACH = 8
_AS, _BECOMES = words("acts-as"), words("becomes")
_OF_ONESELF, _EXPERT = words("of-oneself"), words("expert")
_COPULA, _BEFORE_A_SUBJECT, _PASSED = words("copula"), words("before-a-subject"), words("beside-a-name")


def said_to_be(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """The role in a case that the predicate of the name, or the subject in front of "adalah", gives."""
    return goes_undercover(around, name) or _behind(around, name) or _in_front(around, name)


def _evidence(around: Surroundings, tag: str, at: int, length: int) -> list[Evidence]:
    return [said_by_tag(around, tag, "said", range(at, at + length))]


def _behind(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """Right behind the name, or behind what stands there of its post."""
    past = behind_apposition(around, name.last)
    return _predicate(around, name.last) or (_predicate(around, past) if past > name.last else [])


def _predicate(around: Surroundings, first: int) -> list[Evidence]:
    reading = around.layout.reading
    for at in range(first, min(first + _REACH, len(reading))):
        if _parted(reading, at, first) or at in around.named:
            break
        word, far = reading.folds[at], at - first
        if word == "yang" and far:
            break
        if not (word in _BECOMES or (word in _AS and _of_oneself(reading.folds[at - 1], far))):
            continue
        after = at + 1 + (reading.folds[at + 1 : at + 2] in (["sebagai"], ["seorang"]))
        tag, length = _role_at(reading, after)
        if tag:
            return _evidence(around, tag, after, length)
    return []


def _of_oneself(verb: str, far: int) -> bool:
    """Nothing between the name and "sebagai", or what is done to who bears it ("diperiksa sebagai")."""
    return far == 0 or verb in _OF_ONESELF or verb.startswith("di")


def _role_at(reading: Reading, index: int) -> tuple[str, int]:
    for tag in _ROLES:
        length = reading.tag_at(index, tag)
        if length and _EXPERT.isdisjoint(reading.folds[index + length : index + length + 1]):
            return tag, length
    return "", 0


def _parted(reading: Reading, at: int, first: int) -> bool:
    gap = reading.between(at)
    if clause_ends(reading, at, ";|\t(") or "\n\n" in gap:
        return True
    return "," in gap and at != first


def _in_front(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """The subject of the copula that leads to the name, past its rank, its post and those named before it."""
    reading, at = around.layout.reading, name.first
    least = max(name.first - _REACH - _REACH, 0)
    while at > least and not reading.sentence_end(at) and "\n\n" not in reading.between(at):
        word = reading.folds[at - 1]
        if word in _COPULA:
            return _subject(around, at - 1)
        if not reading.capital(at - 1) and word not in _PASSED:
            break
        at -= 1
    return []


def _subject(around: Surroundings, copula: int) -> list[Evidence]:
    """The role that begins the sentence in front of word ``copula``; an officer who examines it is none."""
    reading = around.layout.reading
    for at in range(copula - 1, max(copula - _REACH, -1), -1):
        if at in around.named:
            break
        tag, length = _role_at(reading, at)
        if tag and at + length <= copula:
            begins = (
                at == 0
                or reading.sentence_end(at)
                or "\n" in reading.between(at)
                or "," in reading.between(at)
            )
            return (
                _evidence(around, tag, at, length)
                if begins or reading.folds[at - 1] in _BEFORE_A_SUBJECT
                else []
            )
        if reading.sentence_end(at):
            break
    return []
