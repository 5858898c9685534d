"""What an informant is called in a report: ``informan kode ELANG-3``, ``Sumber : Gagak 02``, "Agen Kijang".

The name is the word with its number (policy, rule 8). "Sumber" and "agen" are also what a figure is from and
who sells tickets, so behind these a code is a word of its own with a short number, or who reports."""

import re

from terbuka.screening.lexicon import words
from terbuka.screening.names.anchors import lead
from terbuka.screening.names.model import NameCandidate, NameRule, name_candidate
from terbuka.screening.reading import Reading

_CODE, _SOURCES, _AGENT = words("code-word"), words("secret-source"), "agen"
_CLOSED = "tertutup"
_NO_CODE = words("numbered-thing") | words("agent-of")
_LEADS = re.compile(r"\s*[:(]?\s*")
_SHORT_NUMBER = re.compile(r"\d{1,3}")
_GOES_ON = re.compile(r"[./:,]\d")
_SHORTEST = 4
_INFORMANT = "role.informant"


def code_name(reading: Reading, index: int, before: NameCandidate | None) -> NameCandidate | None:
    """The code name that begins with word ``index``, if one does. ``before``: the name found last."""
    if not reading.capital(index):
        return None
    first, last = index, _behind_number(reading, index)
    while first > max(index - 3, 0) and reading.folds[first - 1] in _CODE:
        first -= 1
    told = lead(reading, first) if first < index or last > index + 1 else None
    if told and told.tags and _INFORMANT in told.tags[0]:
        return name_candidate(reading, range(index, last), 0.85, NameRule.ALIAS, told)
    again = before is not None and before.last == first < index and _INFORMANT in _said_of(before)
    if again or _of_a_source(reading, index, last):
        here = lead(reading, index)
        return name_candidate(reading, range(index, last), 0.85, NameRule.ALIAS, here, (_INFORMANT,))
    return None


def _said_of(name: NameCandidate) -> frozenset[str]:
    return frozenset(name.field).union(*name.lead.tags)


def _behind_number(reading: Reading, index: int) -> int:
    """The word behind the numbers of the name that begins with word ``index``."""
    last = index + 1
    while last < len(reading) and reading.between(last) in (" ", "-") and reading.folds[last].isdigit():
        last += 1
    return last


def _of_a_source(reading: Reading, index: int, last: int) -> bool:
    """``Sumber : Gagak 02``, ``Jaringan tertutup (GAGAK 02)``, "Agen Kijang melaporkan"; not "Sumber: BPS
    2023", "Sumber: Kompas 12 Mei", "SDN Sumber Rejo 02", "Agen Perubahan menyampaikan"."""
    source, word = index - 1, reading.word(index)
    while source > 0 and reading.folds[source] in _CODE | {_CLOSED}:
        source -= 1
    if source < 0 or reading.folds[source] not in _SOURCES or not _LEADS.fullmatch(reading.between(index)):
        return False
    spelled = word.isalpha() and word in (word.upper(), word.title()) and len(word) >= _SHORTEST
    if not spelled or reading.opening.get(index) or reading.folds[index] in _NO_CODE:
        return False
    if last == index + 1:
        return (
            reading.folds[source] == _AGENT
            and last < len(reading)
            and reading.tag_at(last, "speech.verb") > 0
        )
    begins = (
        not source
        or ":" in reading.between(source)
        or "\n" in reading.between(source)
        or reading.sentence_end(source)
    )
    if reading.capital(source) and not begins and reading.between(index).isspace():
        return False
    return (
        _SHORT_NUMBER.fullmatch(reading.folds[last - 1]) is not None
        and not _GOES_ON.match(reading.text, reading.ends[last - 1])
        and not (last < len(reading) and reading.tag_at(last, "month"))
    )
