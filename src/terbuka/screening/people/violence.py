"""Who suffers sexual violence by what the sentence tells: "Siti mengaku diperkosa", "pemerkosaan Siti",
"Saya dicabuli," ujar Siti, and who reports it for somebody else.

Victims of sexual violence and their families are blocked hard (policy, rule 4; UU 12/2022 Art. 69), whatever
word tells of it; who is accused, and who reports for a stranger, is not."""

from terbuka.language import N_
from terbuka.screening.fields import HOLDS_OFFICE
from terbuka.screening.lexicon import phrases, words
from terbuka.screening.names.anchors import cites
from terbuka.screening.names.model import NameCandidate
from terbuka.screening.people.model import Evidence
from terbuka.screening.people.said.sentence import behind_apposition, parted
from terbuka.screening.people.surroundings import Surroundings
from terbuka.screening.people.victims import FOR_ANOTHER, FOR_KIN, VIOLATED
from terbuka.screening.reading import Reading
from terbuka.screening.roles import Role

_VICTIM = N_("Kalimatnya menyebut kekerasan seksual yang dialami orang ini.")
_REPORTS = N_("Melaporkan kekerasan seksual yang dialami orang lain.")

_WEIGHT, _OF_KIN, _OF_ANOTHER = 4.5, 3.5, 0.1
_REACH, _FAR, _NEAR, _LONGEST = 10, 24, 5, 3
_SUFFERS, _DOES, _NOUNS = words("violated"), words("violates"), words("sexual-crime")
_OTHER_CRIMES = words("crime") - _NOUNS - frozenset(("kekerasan",))
_SUFFERED, _ACTS, _FORCED = phrases("violated"), phrases("sexual-act"), words("forced")
_FORCES, _CLAIMS = words("forces"), words("before-a-deed") | words("claims")
_CITES = words("reports-a-crime") | words("claims") - frozenset(("mengaku", "hampir", "nyaris"))
_TOWARD, _PASSED = words("toward-a-victim"), words("on-the-way-to-a-victim")
_NO_DEED = words("handles-a-crime") | words("no-deed")
_NO_SUBJECT = words("no-doer") | words("next-to-the-doer")
_SELF, _KIN = frozenset(("saya", "aku", "sy", "ia", "dia", "dirinya", "diri")), ("role.relative", "offspring")
_QUOTES, _I = frozenset("\"“”«»'‘’"), frozenset(("saya", "aku", "sy", "gue"))
_BECOMES = words("becomes")
_OF_SOMEBODY, _HARMED = frozenset(("korban", "penyintas")), frozenset(("begal",))
_ACCUSED, _REPORT = words("accused-noun"), frozenset(("melapor", "melaporkan", "mengadukan", "mengadu"))


def violence(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """That the bearer of the name suffers it, forces somebody to it, or reports it for another."""
    if around.layout.row_at(name.start):
        return []
    for told in (_as_subject, _quoted, _behind_a_deed):
        if told(around, name):
            return [Evidence(Role.VICTIM, _WEIGHT, VIOLATED, _VICTIM, explicit=True)]
    return _forces(around, name) or _reports(around, name)


def _phrase_at(reading: Reading, at: int, known: frozenset[str]) -> int:
    """The length in words of the phrase of ``known`` at word ``at``; 0 for none."""
    for length in range(_LONGEST, 0, -1):
        if " ".join(reading.folds[at : at + length]).removesuffix("nya") in known:
            return length
    return 0


def _tells_an_act(reading: Reading, first: int) -> bool:
    """ "melakukan hubungan seksual", "video syurnya disebar" in the words from ``first`` on."""
    for at in range(first, min(first + _NEAR, len(reading))):
        if reading.sentence_end(at) and at > first:
            return False
        if _phrase_at(reading, at, _ACTS):
            return True
    return False


def _suffers_at(reading: Reading, at: int) -> bool:
    word = reading.folds[at]
    if word in _SUFFERS or _phrase_at(reading, at, _SUFFERED):
        return True
    return word in _FORCED and _tells_an_act(reading, at + 1)


def _victim_of(reading: Reading, at: int) -> bool:
    """ "korban pelecehan", "korban begal payudara"."""
    if reading.folds[at] not in _OF_SOMEBODY:
        return False
    behind = reading.folds[at + 1 : min(at + 1 + _LONGEST, reading.sentence(at).stop)]
    return bool(set(behind[:1]) & (_NOUNS | _HARMED)) or (
        not _NOUNS.isdisjoint(behind) and not _OTHER_CRIMES & set(behind)
    )


def _as_subject(around: Surroundings, name: NameCandidate) -> bool:
    """Behind the name, its age and what is told of it stands what was done: "X (26), penjahit, mengaku …"."""
    reading, first = around.layout.reading, name.lead.first
    if first and not parted(reading, first) and reading.folds[first - 1] in _NO_SUBJECT:
        return False
    at, closed = name.last, behind_apposition(around, name.last)
    if at < closed and _victim_of(reading, at) and not _is_cited(around, name):
        return True
    while at < closed < name.last + _FAR:  # a list of names is no end of appositions
        at, closed = closed, _behind_more(around, closed)
    return _done_to(around, name, at) or _is_meant(around, name, at)


def _behind_more(around: Surroundings, last: int) -> int:
    """Behind a further apposition, also one that follows a bracket: "X (26), penjahit, yang …"."""
    reading = around.layout.reading
    if not reading.between(last).startswith("),"):
        return behind_apposition(around, last)
    ends = (at for at in range(last + 1, min(last + _REACH, len(reading))) if "," in reading.between(at))
    return next(ends, last)


def _is_meant(around: Surroundings, name: NameCandidate, first: int) -> bool:
    """ "X tidak tahu siapa yang memperkosanya"; "X yang memperkosanya" is who did it."""
    reading = around.layout.reading
    for at in range(first + 2, min(first + _REACH, len(reading))):
        if parted(reading, at) or at in around.named:
            return False
        verb = reading.folds[at]
        if verb.endswith("nya") and verb.removesuffix("nya") in _DOES:
            return reading.folds[at - 1] == "yang" and not name.lead.has(*HOLDS_OFFICE)
    return False


def _is_cited(around: Surroundings, name: NameCandidate) -> bool:
    """ "Menurut X, korban pencabulan itu, …" says it of somebody else."""
    return name.lead.of_a_verb or name.lead.has(*HOLDS_OFFICE) or cites(around.layout.reading, name.first)


def _done_to(around: Surroundings, name: NameCandidate, first: int) -> bool:
    """ "mengaku telah diperkosa", "melapor bahwa ia dicabuli"; an officer tells of others."""
    reading = around.layout.reading
    bridge = _CLAIMS - _CITES if name.lead.has(*HOLDS_OFFICE) else _CLAIMS
    for at in range(first, min(first + _REACH, len(reading))):
        if parted(reading, at) or (at > first and "," in reading.between(at)):
            return False
        if _suffers_at(reading, at):
            return True
        next_to = at == name.last or reading.folds[at - 1] in _BECOMES
        called = next_to and _victim_of(reading, at)
        if called or at in around.named or reading.folds[at] not in bridge:
            return called and not _is_cited(around, name)
    return False


def _quoted(around: Surroundings, name: NameCandidate) -> bool:
    """ "Saya diperkosa," ujar X; X berkata, "Saya dicabuli"."""
    return not name.lead.has(*HOLDS_OFFICE) and (_quoted_before(around, name) or _quoted_behind(around, name))


def _quoted_before(around: Surroundings, name: NameCandidate) -> bool:
    reading, text = around.layout.reading, around.layout.reading.text
    at = name.first
    while at and not _ends_quote(reading, at):
        at -= 1
        if at in around.named or reading.folds[at] in _TOWARD or name.first - at > _NEAR:
            return False
    if not at or not reading.tag_at(at, "speech.verb", "speech.other"):
        return False
    opening = max(text.rfind(quote, 0, reading.ends[at - 1]) for quote in _QUOTES)
    return opening >= 0 and _tells_of_oneself(reading, reading.words_in(opening, reading.ends[at - 1]))


def _quoted_behind(around: Surroundings, name: NameCandidate) -> bool:
    reading = around.layout.reading
    for at in range(name.last, min(name.last + _NEAR, len(reading))):
        if _ends_quote(reading, at):
            return _tells_of_oneself(reading, range(at, min(at + _FAR, len(reading))))
        if parted(reading, at, ";|\t") or at in around.named:
            break
    return False


def _ends_quote(reading: Reading, at: int) -> bool:
    """A quotation ends or begins in front of word ``at``."""
    return not _QUOTES.isdisjoint(reading.between(at))


def _tells_of_oneself(reading: Reading, inside: range) -> bool:
    """ "saya telah diperkosa", not "anak saya diperkosa"."""
    for first in inside:
        at = first + 1
        if reading.folds[first] not in _I or reading.tag_before(at, *_KIN):
            continue
        while at < inside.stop and reading.folds[at] in _CLAIMS:
            at += 1
        if at < inside.stop and _suffers_at(reading, at):
            return True
    return False


def _behind_a_deed(around: Surroundings, name: NameCandidate) -> bool:
    """ "meraba paha X", "memaksa istrinya X bersetubuh", "pemerkosaan terhadap mahasiswi X"."""
    reading, at = around.layout.reading, name.first
    if name.lead.has(*HOLDS_OFFICE):
        return False
    least = max(name.first - _NEAR, 1)
    while at > least and not _stops(reading, at) and _passes(reading, at - 1):
        at -= 1
    if not at or _stops(reading, at):
        return False
    word = reading.folds[at - 1]
    if word in _DOES or (word in _FORCES and _tells_an_act(reading, name.last)):
        return True
    if word in _TOWARD or (word == "oleh" and at > 1 and reading.folds[at - 2] in _TOWARD):
        return _deed_before(reading, at - 1, name.last)
    return _is_deed(reading, at) and _is_done_to_whom_it_names(reading, at)


def _stops(reading: Reading, at: int) -> bool:
    return parted(reading, at) or bool(set(",(") & set(reading.between(at)))


def _passes(reading: Reading, index: int) -> bool:
    """May stand between what is done and the name: whose wife, what part of the body, "mahasiswi"."""
    if reading.folds[index] in _PASSED:
        return True
    return reading.word(index).islower() and bool(
        reading.tag_before(index + 1, *_KIN, "role.private", "title")
    )


def _is_deed(reading: Reading, behind: int) -> bool:
    """The word in front of ``behind`` ends the name of a deed: "pelecehan seksual", "video porno"."""
    if reading.folds[behind - 1] in _NOUNS:
        return True
    return any(_phrase_at(reading, behind - length, _ACTS) == length for length in (2, 3) if length <= behind)


def _is_done_to_whom_it_names(reading: Reading, behind: int) -> bool:
    before = reading.folds[max(behind - _NEAR, 0) : behind]
    return _NO_DEED.isdisjoint(before) and _ACCUSED.isdisjoint(before)


def _deed_before(reading: Reading, toward: int, behind: int) -> bool:
    """The deed that is done "terhadap" somebody stands in the same sentence, or was looked for by "visum"."""
    sentence = reading.sentence(toward)
    before = reading.folds[max(toward - _REACH, sentence.start) : toward]
    if "visum" in before:
        before = [*before, *reading.folds[behind : sentence.stop]]
    crimes = [word for word in before if word in _NOUNS or word in _OTHER_CRIMES]
    told = any(word in _NOUNS for word in crimes[-1:]) and _NO_DEED.isdisjoint(before[-_NEAR:])
    return told and _OTHER_CRIMES.isdisjoint(crimes)


def _forces(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """ "X memaksa istrinya melakukan hubungan seksual": who does it is no kin of hers that is locked."""
    reading, at = around.layout.reading, behind_apposition(around, name.last)
    forces = at < len(reading) and not parted(reading, at) and reading.folds[at] in _FORCES
    if not forces or not any(_phrase_at(reading, i, _ACTS) for i in range(at, reading.sentence(at).stop)):
        return []
    return [Evidence(Role.SUSPECT, _WEIGHT, "violence.forces", _VICTIM, explicit=True)]


def _reports(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """ "X (0812…), Jl. Melati 5, melaporkan pemerkosaan terhadap anaknya": for whom, and if for kin."""
    reading, verb = around.layout.reading, name.last
    while verb < min(name.last + _FAR, len(reading)) and not parted(reading, verb):
        if reading.folds[verb] in _REPORT:
            return _reported(reading, verb)
        if verb in around.named:
            break
        verb += 1
    return []


def _reported(reading: Reading, verb: int) -> list[Evidence]:
    stop = min(verb + 1 + _REACH, reading.sentence(verb).stop)
    told = range(verb + 1, stop)
    if not any(reading.folds[i] in _NOUNS or _suffers_at(reading, i) for i in told):
        return []
    for at in told:
        if reading.folds[at] in _SELF and not reading.tag_before(at + 1, *_KIN):
            return []
        length = reading.tag_at(at, *_KIN)
        if length:
            return [Evidence(Role.RELATIVE, _OF_KIN, FOR_KIN, _REPORTS, explicit=True)]
        if reading.folds[at] in _TOWARD and reading.folds[at + 1 : at + 2] != ["dirinya"]:
            kin = at + 1 < len(reading) and reading.tag_at(at + 1, *_KIN)
            rule, weight = (FOR_KIN, _OF_KIN) if kin else (FOR_ANOTHER, _OF_ANOTHER)
            role = Role.RELATIVE if kin else Role.COMPLAINANT
            return [Evidence(role, weight, rule, _REPORTS, explicit=True)]
    return []
