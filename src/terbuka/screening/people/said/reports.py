"""Who the sentence says reported, complained of or saw something: "dilaporkan oleh Slamet", "menurut laporan
Slamet", "disaksikan Slamet", and who signs a letter of complaint.

A citizen who reports or testifies is hidden (policy, rule 3). Who bears a rank or post in the same breath
acts in office, so nothing is said of those here."""

from terbuka.language import N_
from terbuka.screening.lexicon import words
from terbuka.screening.names.model import NameCandidate
from terbuka.screening.people.model import Evidence
from terbuka.screening.people.said.sentence import (
    clause_ends,
    first_of_those_named,
    may_be_told,
    parted,
    said,
)
from terbuka.screening.people.surroundings import Surroundings
from terbuka.screening.reading import Reading
from terbuka.screening.roles import Role

_SIGNED = N_("Nama di bawah surat pengaduan.")
_QUOTED = N_("Kalimatnya mengutip orang ini, tanpa jabatan.")
_OF_A_CASE = 3.2  # less than a rank or a named role, so that who reports or looks on in office stays
_OF_A_TELLER, _OF_WHO_IS_CITED, _CITED_ON_A_CASE = 2.5, 1.2, 2.0
_REACH, _FAR, _LINES_TO_A_NAME, _CLAUSE = 14, 6, 4, 40
_REPORTED, _WITNESSED, _TOLD = words("reported-by"), words("witnessed-by"), words("told-by")
_CITED, _CASE = "menurut", words("crime") | words("harmed") | words("suffers") | words("does-a-crime")
_HANDED_IN, _REPORT, _THIS = words("handed-in-by"), words("report"), words("this")
_RECEIVES, _FROM, _CEREMONY = words("receives-a-report"), words("report-from"), words("ceremony")
_CRIME, _FIRST_PERSON = words("crime"), words("first-person")
_COMPLAINS = words("reports-a-crime") | words("complains")
_BY, _CLAIMS, _CALLED, _REGARDS = "oleh", "mengaku", "bernama", "hormat"


def reports(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """That the bearer of the name reported, saw or told it, or signed the complaint."""
    if not may_be_told(around, name):
        return []
    return _by_the_sentence(around, name) or _signs_a_complaint(around, name)


def _by_the_sentence(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    reading = around.layout.reading
    first = first_of_those_named(around, name)
    if not first or _parted(reading, first):
        return []
    at = first - 1
    verb = _verb_before_by(around, at) if reading.folds[at] == _BY else at
    return _of_a_verb(around, verb) or _of_a_report(around, at)


def _verb_before_by(around: Surroundings, by: int) -> int:
    """The passive verb that "oleh" belongs to: "dilaporkan ke Polsek oleh"."""
    reading = around.layout.reading
    for at in range(by - 1, max(by - _FAR, -1), -1):
        if _parted(reading, at + 1) or at in around.named:
            break
        if reading.folds[at].startswith("di") and len(reading.folds[at]) > 4:
            return at
    return by


def _of_a_verb(around: Surroundings, at: int) -> list[Evidence]:
    """What the verb at word ``at`` says of whoever stands behind it."""
    reading, word = around.layout.reading, around.layout.reading.folds[at]
    if word in _REPORTED or (word in _HANDED_IN and _subject_is_a_report(reading, at)):
        return [_evidence(around, Role.COMPLAINANT, at)]
    if word in _WITNESSED and _CEREMONY.isdisjoint(_clause_before(reading, at)):
        return [_evidence(around, Role.WITNESS, at)]
    if word == _CITED:
        on_a_case = not _CASE.isdisjoint(reading.folds[at : min(reading.sentence(at).stop, at + _CLAUSE)])
        weight = _CITED_ON_A_CASE if on_a_case else _OF_WHO_IS_CITED
        return [Evidence(Role.PRIVATE, weight, "report.cited", _QUOTED)]
    claims = word == _CLAIMS or (word == _CALLED and at and reading.folds[at - 1] == _CLAIMS)
    return [_evidence(around, Role.PRIVATE, at)] if claims or word in _TOLD else []


def _subject_is_a_report(reading: Reading, verb: int) -> bool:
    """ "Laporan ini disampaikan oleh", "Pengaduan penipuan dibuat": of a crime, not "Laporan keuangan"."""
    clause = _clause_before(reading, verb)
    found = [i for i, word in enumerate(clause) if word in _REPORT]
    if not found:
        return False
    behind = clause[found[-1] + 1 :]
    return not behind or behind[0] in _THIS | _CRIME


def _clause_before(reading: Reading, at: int) -> list[str]:
    first = at
    while first > max(at - _REACH, 0) and not _parted(reading, first):
        first -= 1
    return reading.folds[first:at]


def _of_a_report(around: Surroundings, at: int) -> list[Evidence]:
    """ "menerima laporan Slamet", "menurut pengaduan Slamet", "laporan dari Slamet"."""
    reading = around.layout.reading
    noun = at - 1 if reading.folds[at] in _FROM and at else at
    if reading.folds[noun] not in _REPORT or (noun != at and _parted(reading, at)):
        return []
    received = noun > 0 and reading.folds[noun - 1] in _RECEIVES and not _parted(reading, noun)
    return [_evidence(around, Role.COMPLAINANT, noun)] if received or noun != at else []


def _evidence(around: Surroundings, role: Role, at: int) -> Evidence:
    private = role is Role.PRIVATE
    weight = _OF_A_TELLER if private else _OF_A_CASE
    return said(around, role, weight, f"report.{role.value}", range(at, at + 1), explicit=not private)


def _parted(reading: Reading, at: int) -> bool:
    """A clause ends in front of word ``at``. A colon behind "oleh" leads to who did it."""
    if ":" in reading.between(at) and reading.folds[at - 1] == _BY:
        return clause_ends(reading, at, ",;|\t(")
    return parted(reading, at, ",:;|\t(")


def _signs_a_complaint(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """Alone on a line below "Hormat saya," of a letter in which the sender complains."""
    reading = around.layout.reading
    line = reading.lines[name.first]
    own = reading.line_words(line)
    if len(own) - (name.last - name.first) > 1:
        return []
    for above in range(line - 1, max(line - _LINES_TO_A_NAME, -1), -1):
        told = reading.folds[reading.line_words(above).start : reading.line_words(above).stop]
        if told[:1] == [_REGARDS] and len(told) < 3:
            if _sender_complains(reading, own.start):
                return [Evidence(Role.COMPLAINANT, _OF_A_CASE, "report.signed", _SIGNED, explicit=True)]
            break
        if told:
            break
    return []


def _sender_complains(reading: Reading, last: int) -> bool:
    """ "saya … melaporkan" in one sentence somewhere above."""
    speaks = -_REACH
    for at in range(last):
        if reading.sentence_end(at):
            speaks = -_REACH
        if reading.folds[at] in _FIRST_PERSON:
            speaks = at
        elif reading.folds[at] in _COMPLAINS and at - speaks < _REACH:
            return True
    return False
