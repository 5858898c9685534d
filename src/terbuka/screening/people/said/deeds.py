"""What a sentence says that somebody did or suffered: "Bripka Doni ditangkap", "dipukul Kapten Seno".

Who is arrested, accused or harmed is hidden whatever the rank (policy, rules 3 and 8). Who arrests stays, so
the direction counts: in front of the verb stands its subject, behind it the object or, of a passive, who
did it."""

from terbuka.screening.lexicon import words
from terbuka.screening.names.grammar import DEEDS
from terbuka.screening.names.model import NameCandidate
from terbuka.screening.people.model import Evidence
from terbuka.screening.people.said.sentence import (
    JOINING,
    LONGEST_APPOSITION,
    behind_apposition,
    parted,
    said,
    said_by_tag,
)
from terbuka.screening.people.surroundings import Surroundings
from terbuka.screening.reading import Reading
from terbuka.screening.roles import Role

_REACH = 10
_ARRESTED, _ARRESTS = words("arrested"), words("arrests")
_COMMITS, _SUFFERS = words("does-a-crime"), words("suffers")
_CRIME, _HANDLES = words("crime"), words("handles-a-crime")
_BEFORE_A_DEED, _NO_DOER = words("before-a-deed"), words("no-doer")
_NEXT_TO_THE_DOER = words("next-to-the-doer")
_OF_A_WITNESS, _FIGURATIVE = words("of-a-witness"), words("figurative")
_DONE_BY, _TOWARD, _CALLED = words("leads-to-a-doer"), "terhadap", words("before-a-rank")
_SUSPECT, _VICTIM, _WITNESS = "role.suspect", "role.victim", "role.witness"
_COMPLAINANT, _OF_A_REPORT = "role.complainant", 0.62  # a rank weighs more: he reports to a superior
_REPORTS, _TO = words("reports-a-crime"), frozenset(("ke", "kepada"))
_DEALS, _OF_A_DEAL = words("deals"), 2.0  # "dijual oleh Slamet": of ordinary life, in no office
_POLITE = ("title.formal", "title.kin")
_POLICE, _OF_A_LOSS = ("pol", "spkt", "propam", "kejaksaan", "pengadilan", "kpk"), ("kehilangan",)
_ACCUSED, _INVOLVED, _SPOUSE = words("accused"), words("involved"), words("by-marriage")
_HARBOURS = words("harbours")
_THEN, _TOLD_OF, _FAR = frozenset(("lalu", "kemudian", "dan")), frozenset(("yang", "bahwa", "karena")), 25
_MISSING = frozenset(("hilang",))
_DISGRACE, _NEXT = words("disgrace") | _CRIME | _COMMITS, 3
_STANDING = ("lead", "region", "place.area", "officeish", "org.government", "place.school")
_PASSIVE = "di"  # "tertusuk paku": nobody did it
_OWNER = "nya"  # "suaminya", "atasannya": says whose he is, not what he does


def deeds(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """The role that what the bearer of the name did or suffered gives."""
    if around.layout.row_at(name.start):
        return []
    return _as_subject(around, name) or _behind_a_deed(around, name)


def _evidence(around: Surroundings, tag: str, at: int, share: float = 1.0) -> list[Evidence]:
    return [said_by_tag(around, tag, "deed", range(at, at + 1), share)]


def _as_subject(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """The deed behind the name, past its post, its age and those named with it."""
    reading = around.layout.reading
    at = behind_apposition(around, name.last)
    joined = False
    while at < min(name.last + _REACH + LONGEST_APPOSITION, len(reading)) and not parted(reading, at):
        word = reading.folds[at]
        tag = _of_a_subject(word) or _of_an_accusation(reading, at) or _of_harbouring(reading, at)
        if tag:
            return _evidence(around, tag, at) if _is_subject(around, name, at) else []
        if word in _REPORTS and _to_the_police(reading.folds[at + 1 : at + 3]):
            return _evidence(around, _COMPLAINANT, at, _OF_A_REPORT) if _is_subject(around, name, at) else []
        joined = joined or word in JOINING
        if not (word in _BEFORE_A_DEED or word in JOINING or (joined and _belongs(around, at))):
            break
        at += 1
    return _goes_on_to(around, name)


def _goes_on_to(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """ "Ustaz Hamdan mengajak santri ke kamarnya lalu mencabuli korban": who opens the sentence does it all,
    as far as nobody speaks or is told of."""
    reading, first = around.layout.reading, name.lead.first
    if first != reading.sentence(first).start and "\n" not in reading.between(first):
        return []
    for at in range(name.last, min(name.last + _FAR, reading.sentence(first).stop - 1)):
        if reading.folds[at] in _TOLD_OF or reading.tag_at(at, "speech", _SUSPECT) or parted(reading, at):
            break
        if reading.folds[at] in _THEN and _verb(reading.folds[at + 1]) in _COMMITS:
            return _evidence(around, _SUSPECT, at + 1)
    return []


def _of_a_subject(word: str) -> str:
    """The role of whoever stands in front of the verb."""
    if word in _ARRESTED or _verb(word) in _COMMITS:
        return _SUSPECT
    return _VICTIM if word in _SUFFERS else ""


def _of_an_accusation(reading: Reading, at: int) -> str:
    """ "dilaporkan ke Propam", "diadukan istrinya karena selingkuh", "terlibat perkelahian"; not "dilaporkan
    hilang", nor who is complained of for his work."""
    word = reading.folds[at]
    if word not in _INVOLVED | _ACCUSED:
        return ""
    behind = reading.folds[at + 1 : min(reading.sentence(at).stop, at + 1 + _REACH)]
    if word in _INVOLVED:
        return "" if _DISGRACE.isdisjoint(behind[:_NEXT]) else _SUSPECT
    if not _MISSING.isdisjoint(behind):
        return ""
    named = not (_DISGRACE | _SPOUSE).isdisjoint(behind)
    return _SUSPECT if named or any(_to_the_police(behind[i:]) for i in _towards(behind)) else ""


def _of_harbouring(reading: Reading, at: int) -> str:
    """ "menampung pelaku", "menyembunyikan dua orang buronan"."""
    near = range(at + 1, min(at + 1 + _NEXT, len(reading)))
    harbours = reading.folds[at] in _HARBOURS and any(reading.tag_at(i, _SUSPECT) for i in near)
    return _SUSPECT if harbours else ""


def _towards(behind: list[str]) -> list[int]:
    return [i for i, word in enumerate(behind) if word in _TO]


def _to_the_police(behind: list[str]) -> bool:
    """ "melapor ke Polres", not "lapor ke bengkel"."""
    toward = behind[1:] if behind[:1] and behind[0] in _TO else behind[:1]
    return bool(toward) and (toward[0].startswith(_POLICE) or toward[0] in _OF_A_LOSS)


def _is_subject(around: Surroundings, name: NameCandidate, deed: int) -> bool:
    """Not "dipimpin AKP X ditangkap", whom somebody else is told of; "mencuri perhatian" is no deed."""
    reading = around.layout.reading
    if not _FIGURATIVE.isdisjoint(reading.folds[deed + 1 : deed + 2]):
        return False
    return _in_front_of(reading, around, name) not in _NO_DOER | _NEXT_TO_THE_DOER


def _verb(word: str) -> str:
    return word.removesuffix(_OWNER)


def _in_front_of(reading: Reading, around: Surroundings, name: NameCandidate) -> str:
    """The word in front of the rank and post of the name; empty where the clause begins with these."""
    at = _left_of(around, name, past_joined=False)
    return reading.folds[at - 1] if at and not parted(reading, at) else ""


def _belongs(around: Surroundings, at: int) -> bool:
    """Word ``at`` is a name, or part of what somebody is called by: rank, post, office, kin."""
    reading = around.layout.reading
    if at in around.named or reading.capital(at) or reading.folds[at] in _CALLED:
        return True
    return any(tag in tags for tags in _tags_over(reading, at) for tag in _STANDING)


def _tags_over(reading: Reading, at: int) -> list[frozenset[str]]:
    """The marks that cover word ``at``."""
    found = [tags for length, tags in reading.opening.get(at, ())]
    return found + [tags for length, tags in reading.closing.get(at, ())]


def _left_of(around: Surroundings, name: NameCandidate, past_joined: bool) -> int:
    """The first word of all that says who bears the name, and of those named with it."""
    reading, at = around.layout.reading, name.first
    least = max(name.first - _REACH, 0)
    while at > least and not parted(reading, at):
        word = reading.folds[at - 1]
        if _is_deed(word) or word in _NO_DOER:
            break
        joins = past_joined and word in ("dan", "serta")
        listed = past_joined and at - 1 in around.named
        if "," in reading.between(at) and not (listed or word.endswith(_OWNER)):
            break
        if not (joins or word.endswith(_OWNER) or _belongs(around, at - 1)):
            break
        at -= 1
    return at


def _is_deed(word: str) -> bool:
    return word in DEEDS | _CRIME


def _behind_a_deed(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """The name is its object ("menangkap Bripka X"), its doer ("dianiaya oleh Bripka X"), or called an
    "oknum"; so are those named with it."""
    reading = around.layout.reading
    first = _left_of(around, name, past_joined=True)
    for at in range(first, name.first):
        if reading.folds[at] == "oknum":
            return _evidence(around, _SUSPECT, at)
    if not first or parted(reading, first):
        return []
    return _of_the_word(around, first - 1, bool(name.lead.tags) and not name.lead.has(*_POLITE))


def _of_the_word(around: Surroundings, at: int, in_office: bool) -> list[Evidence]:
    """What word ``at`` says of whoever stands behind it. ``in_office``: with more than a polite title."""
    reading, word = around.layout.reading, around.layout.reading.folds[at]
    if word in _ARRESTS:
        return _evidence(around, _SUSPECT, at)
    if word in _COMMITS:
        return _evidence(around, _VICTIM, at)
    if word in _OF_A_WITNESS and reading.tag_before(at, _WITNESS):
        return _evidence(around, _WITNESS, at)
    toward = word == _TOWARD
    doer = at
    while doer > at - 4 and doer > 0 and reading.folds[doer] in _DONE_BY | {_TOWARD}:
        doer -= 1
    if reading.folds[doer] in _SUFFERS and reading.folds[doer].startswith(_PASSIVE) and not toward:
        return _evidence(around, _SUSPECT, doer)
    if reading.folds[doer] in _DEALS and not toward and not in_office:
        return [said(around, Role.PRIVATE, _OF_A_DEAL, "deed.deal", range(doer, doer + 1))]
    if doer == at or reading.folds[doer] not in _CRIME or _handled(reading, doer):
        return []
    return _evidence(around, _VICTIM if toward else _SUSPECT, doer)


def _handled(reading: Reading, crime: int) -> bool:
    """ "Penyidikan penipuan oleh AKP X": who works on it."""
    return not _HANDLES.isdisjoint(reading.folds[max(crime - 4, 0) : crime])
