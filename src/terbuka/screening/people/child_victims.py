"""Words that call somebody a child in a case: "korban anak Siti", "anak yang menjadi korban, Siti", "Siti
(anak korban)".

"Anak korban Siti" is a mark of the lexicon; here is what the same words say in another order, or behind the
name. "Korban, anak dari Bapak Joko" and "anak dari korban" speak of whose child somebody is, and so does a
title between the words and the name ("korban anak Bapak Joko"): that is for ``families``. Where "anak korban"
may be the victim's child or the child that is the victim, it is taken for the latter: a leak weighs more."""

import re

from terbuka.language import N_
from terbuka.screening.lexicon import words
from terbuka.screening.names.degrees import behind_degrees
from terbuka.screening.names.model import NameCandidate
from terbuka.screening.people.model import Evidence
from terbuka.screening.people.surroundings import AFTER, Surroundings
from terbuka.screening.people.victims import belongs_to
from terbuka.screening.reading import Reading
from terbuka.screening.roles import Role

_BEHIND = N_("Nama diikuti keterangan %(mark)s.")
_WEIGHT = 5.0

_CHILD, _LED = "anak", words("leads-to-a-child")
_BODIES = words("body-for-children")
_CASE = ("korban", "saksi", "pelaku")
_BECOMES = frozenset(("yang", "menjadi", "jadi", "sebagai", "selaku", "di", "bawah", "umur"))
_LONGEST = 7  # "anak di bawah umur yang menjadi korban"
_MOST_LED = 3  # "yaitu atas nama"
_JOINED = re.compile(r"[ \t]{0,2}\r?\n?[ \t>]{0,8}\(?[ \t]?|\)? ?")
_ANNOUNCED = re.compile(r"[).]?[ \t]{0,3}[,:]?[ \t]{0,3}\r?\n?[ \t>]{0,8}\(?")
_APPOSED = re.compile(r"(?:\)|,)? ?(?:,|\(|[-–—])? ?\r?\n?[ \t>]{0,8}")


def child_victims(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """That the words right in front of the name, or right behind it, call the one who bears it so."""
    reading = around.layout.reading
    front, behind = _in_front(reading, name.first), _behind(reading, name.last)
    found = [("lead.child", AFTER, front), ("behind.child", _BEHIND, behind)]
    return [
        Evidence(Role.CHILD, _WEIGHT, rule, reason, {"mark": around.mark(said.start, said.stop)}, True)
        for rule, reason, said in found
        if said
    ]


def _in_front(reading: Reading, index: int) -> range:
    """The words that end where the name begins, past "bernama" and "yaitu"."""
    end = index
    while (
        end > max(index - _MOST_LED, 0) and reading.folds[end - 1] in _LED and _fits(_ANNOUNCED, reading, end)
    ):
        end -= 1
    if not end or not _fits(_ANNOUNCED, reading, end):
        return range(0)
    for first in range(end - 2, max(end - _LONGEST, 0) - 1, -1):
        if _calls_a_child(reading, first, end):
            return range(0) if _is_about_others(reading, first, end) else range(first, end)
    return range(0)


def _is_about_others(reading: Reading, first: int, end: int) -> bool:
    """ "Forum Korban Anak Joko"; "ibu korban anak, Sulastri": behind the comma stands the mother."""
    if first and reading.folds[first - 1] in _BODIES and reading.capital(first):
        return True
    return bool(belongs_to(reading, first)) and reading.between(end).startswith(",")


def _behind(reading: Reading, last: int) -> range:
    """The words that begin behind the name and its degrees: an apposition, or in brackets."""
    first = reading.word_at(behind_degrees(reading, last))
    if first < len(reading) and reading.folds[first] in _BECOMES:
        first += 1  # "Siti selaku korban anak"
    if first >= len(reading) or not _fits(_APPOSED, reading, first):
        return range(0)
    for end in range(min(first + _LONGEST, len(reading)), first + 1, -1):
        if _calls_a_child(reading, first, end) and not _goes_on(reading, end):
            return range(first, end)
    return range(0)


def _goes_on(reading: Reading, end: int) -> bool:
    """ "Siti, korban anak Joko": the words lead to another name."""
    return end < len(reading) and reading.between(end) == " " and reading.capital(end)


def _calls_a_child(reading: Reading, first: int, end: int) -> bool:
    """ "korban anak"; "anak", "korban" and what makes the one the other between, nothing parting them."""
    if not all(_fits(_JOINED, reading, at) for at in range(first + 1, end)):
        return False
    one, other = reading.folds[first], reading.folds[end - 1]
    if one in _CASE:
        return other == _CHILD and end - first == 2
    between = reading.folds[first + 1 : end - 1]
    return one == _CHILD and other in _CASE and _BECOMES.issuperset(between)


def _fits(between: re.Pattern[str], reading: Reading, index: int) -> bool:
    """No more than such a gap, and no end of a sentence, in front of the word."""
    return not reading.sentence_end(index) and between.fullmatch(reading.between(index)) is not None
