"""Initials that stand for somebody: ``berinisial AF``, ``MR (34)``, ``anak N.P.``, ``Korban A``."""

from terbuka.screening.fields import ROLE_TAGS
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import is_everyday, is_name_part
from terbuka.screening.names.anchors import Lead
from terbuka.screening.names.degrees import comma_degree
from terbuka.screening.names.likeness import capitals_only, initials, lettered
from terbuka.screening.names.model import NameCandidate, NameRule, name_candidate
from terbuka.screening.names.rules import AGE_BEHIND, Span, in_list
from terbuka.screening.reading import Reading

_MEANT = (*(tag for tag in ROLE_TAGS if tag != "role.private"), "title.formal", "offspring")
_OF_THE_CASE = (*(tag for tag in ROLE_TAGS if tag not in ("role.private", "role.relative")), "offspring")
_SAYS_SO = ("inisial", "berinisial")
_COUNTED = frozenset({"i", "ii", "iii", "iv", "vi"})  # "Terdakwa II"
_OF_A_CASE = ("de", "charge")  # "saksi a de charge": for the defence
_NOBODY = frozenset({"ri", "uu", "sd", "tk"})  # "anak RI", "korban UU", "anak TK": a land, an Act, a school
_LONGEST_MARKED = 2


def initials_at(layout: Layout, index: int, here: Lead, before: NameCandidate | None) -> NameCandidate | None:
    """The initials that begin with word ``index``, where something says that they mean a person."""
    reading = layout.reading
    count = 0 if reading.folds[index] in _COUNTED else initials(reading, index)
    spaced = spaced_initials(reading, index)
    if spaced and _asked_for(reading, index, here):
        return name_candidate(reading, range(index, index + spaced), 0.9, NameRule.INITIALS, here)
    if not count and _of_the_case(reading, index, here):
        count = marked_initials(reading, index)
    if comma_degree(reading, index) or not (count or capitals_only(reading, index)):
        return None
    last = index + (count or 1)
    certain = _said_to_be_initials(layout, index, last, before)
    if certain or (count and (_meant(here) or _abbreviates(reading, index, last, before))):
        return name_candidate(reading, range(index, last), 0.9, NameRule.INITIALS, here)
    return None


def spaced_initials(reading: Reading, index: int) -> int:
    """How many letters with blanks between them begin at word ``index`` ("S. N."); 0 for one, and where a
    longer word goes on with them ("M. A. Hasan")."""
    count = lettered(reading, index, (".", ". ")) if _is_capital_letter(reading.word(index)) else 0
    return count if count > 1 and not goes_on(reading, index + count - 1) else 0


def _is_capital_letter(word: str) -> bool:
    return len(word) == 1 and word.isalpha() and word.isupper()


def _asked_for(reading: Reading, index: int, here: Lead) -> bool:
    """Somebody is asked for: "Klien : S. N.", "Korban T. R."."""
    asked = reading.between(index).strip() == ":" and here.has(*ROLE_TAGS)
    return asked or _of_the_case(reading, index, here)


def marked_initials(reading: Reading, index: int, counted: bool = True) -> int:
    """1 where word ``index`` is initials if a word for a person or a label calls for one: a single letter,
    also one that is written like a title ("Korban R."), and two that are elsewhere an office ("Anak RS").

    ``counted``: a Roman number counts the persons.
    """
    word, fold = reading.word(index), reading.folds[index]
    if not (word.isalpha() and word.isupper()) or len(word) > _LONGEST_MARKED or fold in _NOBODY:
        return 0
    return 0 if (counted and fold in _COUNTED) or goes_on(reading, index) else 1


def goes_on(reading: Reading, index: int) -> bool:
    """A longer word belongs to the letters: "R. Soeprapto", "RS Bhayangkara", "K-pop", "A de Charge"."""
    after = index + 1
    if after >= len(reading):
        return False
    gap = reading.between(after)
    if gap in ("-", "'") or (gap == " " and (reading.capital(after) or reading.folds[after] in _OF_A_CASE)):
        return True
    if gap not in (". ", ".") or not reading.capital(after):
        return False
    if index == 0 or reading.lines[index] != reading.lines[index - 1]:
        return True  # "D. DOKUMEN KELENGKAPAN": the letter of a list
    return is_name_part(reading.folds[after]) or not is_everyday(reading.folds[after])


def _of_the_case(reading: Reading, index: int, here: Lead) -> bool:
    """A word for somebody of a case stands right in front, or one of address: "Korban", "Anak", "Sdr."."""
    if index and reading.folds[index - 1] in _SAYS_SO:
        return True
    return here.has(*_OF_THE_CASE, "title.formal")


def _said_to_be_initials(layout: Layout, index: int, last: int, before: NameCandidate | None) -> bool:
    """Behind the word for initials, with an age, or the next of a list; then even "RS" is no hospital."""
    reading = layout.reading
    if AGE_BEHIND.match(reading.text, reading.ends[last - 1]):
        return True
    if index and reading.folds[index - 1] in _SAYS_SO:
        return True
    if before is None or before.rule != NameRule.INITIALS:
        return False
    return in_list(Span(layout, index, last, 0, before.lead, before, True), before)


def _meant(here: Lead) -> bool:
    """A word for a person stands in front, no rank or post."""
    if here.has("alias"):
        return True
    return here.has(*_MEANT) and not here.has("post", "rank")


def _abbreviates(reading: Reading, index: int, last: int, before: NameCandidate | None) -> bool:
    """In brackets behind the name that they abbreviate, of which only the first part may be told:
    ``Nadia Putri (N.P.)``, ``pak Rustam (RL)``."""
    if before is None or before.last != index or reading.between(index).strip() != "(":
        return False
    if reading.text[reading.ends[last - 1] :].lstrip(".")[:1] != ")":
        return False
    letters = "".join(reading.folds[index:last])
    names = "".join(word[0] for word in reading.folds[before.first : before.last])
    return names.startswith(letters) or (len(names) == 1 and letters.startswith(names))
