"""Who goes under cover by what the sentence says: "Bripka Doni melakukan undercover buy".

The officer is hidden (policy, rule 8), who leads or orders it is not."""

from terbuka.screening.lexicon import words
from terbuka.screening.names.model import NameCandidate
from terbuka.screening.people.model import Evidence
from terbuka.screening.people.said.sentence import JOINING, behind_apposition, clause_ends, said_by_tag
from terbuka.screening.people.surroundings import RANKS, Surroundings
from terbuka.screening.reading import Reading

_REACH = 8
_GOES, _ACT, _DISGUISED = words("undercover"), words("undercover-act"), words("done-in-disguise")
_IN_DISGUISE, _BUY, _BY = "terselubung", "buy", frozenset(("oleh", "melalui", "lewat"))
_CARRIES_OUT, _CARRIED_OUT, _ORDERS = words("carries-out"), words("carried-out"), words("orders")
_COPULA, _WHO = words("copula"), words("who-carries-out")


def goes_undercover(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """In the predicate of the name, or in front of the words that lead to it."""
    mark = _in_predicate(around, name) or _in_front(around, name)
    return [said_by_tag(around, "role.informant", "said", mark)] if mark else []


def _act(reading: Reading, at: int) -> range:
    """``penyamaran``, ``undercover``, ``pembelian terselubung`` that begins with word ``at``; not a vice in
    disguise that the police raid ("prostitusi terselubung")."""
    disguised = reading.folds[at] in _DISGUISED and reading.folds[at + 1 : at + 2] == [_IN_DISGUISE]
    last = at + 2 if disguised else at + 1 if reading.folds[at] in _ACT | _GOES else at
    return range(at, last + (last > at and reading.folds[last : last + 1] == [_BUY]))


def _in_predicate(around: Surroundings, name: NameCandidate) -> range:
    """ "Bripka Doni dan Briptu Yoga melakukan undercover buy", "Bripka Doni, anggota Polsek, menyamar"."""
    reading, first = around.layout.reading, behind_apposition(around, name.last)
    joined = reading.folds[first : first + 1]
    for at in range(first, min(first + _REACH, len(reading))):
        if _parted(reading, at) or ("," in reading.between(at) and at != first):
            break
        word = reading.folds[at]
        if word in _GOES:
            return range(at, at + 1)
        mark = _act(reading, at + 1) if word in _CARRIES_OUT and at + 1 < len(reading) else None
        if mark:
            return mark
        if word in _ORDERS or reading.tag_at(at, "verb") or (word == "yang" and at != first):
            break
        if at in around.named and JOINING.isdisjoint(joined):
            break
    return range(0)


def _in_front(around: Surroundings, name: NameCandidate) -> range:
    """ "Wawancara terselubung oleh Bripka Doni", "Yang melakukan penyamaran adalah Bripka Doni dan Briptu
    Yoga", "Pelaksana undercover buy: Bripka Doni"."""
    reading, at = around.layout.reading, _first_of_all(around, name)
    led = reading.folds[at - 1] if at else ""
    if led in _BY:
        at -= 2 if reading.folds[max(at - 2, 0)] in _CARRIED_OUT else 1
        close = reading.folds[at] in _BY
    elif led in _COPULA or ":" in reading.between(at):
        close = False
    else:
        return range(0)
    for first in range(at - 1, max(at - 1 - _REACH, -1), -1):
        mark = _act(reading, first)
        if mark:
            before = reading.folds[first - 1] if first else ""
            opens = not first or _parted(reading, first) or "\n" in reading.between(first)
            told = mark.stop == at if close else led in _BY or opens or before in _CARRIES_OUT | _WHO
            return mark if told else range(0)
        if _parted(reading, first) or reading.folds[first] in _ORDERS:
            break
    return range(0)


def _first_of_all(around: Surroundings, name: NameCandidate) -> int:
    """The first word of the names joined with this one, with their ranks."""
    reading, at = around.layout.reading, name.lead.first
    while at > max(name.first - _REACH, 0) and reading.between(at) == " ":
        if not (at - 1 in around.named or reading.folds[at - 1] in JOINING or reading.tag_before(at, *RANKS)):
            break
        at -= 1
    return at


def _parted(reading: Reading, at: int) -> bool:
    return clause_ends(reading, at, ";|\t") or "\n\n" in reading.between(at)
