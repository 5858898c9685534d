"""Names in a text by rule and gazetteer: the port through which names come in.

A name is accepted because of what stands in front of it (a title, a rank, a role, a label, a heading above
its column), behind it (a degree, an age, an alias), or because its words are known parts of names.
"""

import re
from dataclasses import replace

from terbuka.screening.fields import ROLE_TAGS
from terbuka.screening.folding import BLOT
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import is_everyday, is_name_part
from terbuka.screening.names import grammar
from terbuka.screening.names.anchors import Lead, lead
from terbuka.screening.names.announced import announced, announced_name
from terbuka.screening.names.degrees import comma_degree
from terbuka.screening.names.likeness import capitals_only, initials, likeness
from terbuka.screening.names.model import NameCandidate, name_candidate
from terbuka.screening.names.places import Place
from terbuka.screening.names.rules import AGE_BEHIND, RULES, Span, in_list
from terbuka.screening.reading import Reading

_LABEL_BEHIND = re.compile(rf"[ .,]*{BLOT}")
_QUOTED = re.compile(r"[^\"”'’\n]{2,40}(?=[\"”'’])")
_ADDRESSED = ("title.formal", "title.kin", "alias", "role.relative", "offspring")
_MEANT = (
    *(tag for tag in ROLE_TAGS if tag != "role.private"),
    *("title.formal", "offspring"),
)
_TITLES = ("title.kin", "title.formal", "title.clergy", "title.doctor", "title")
_NO_ALIAS = ("title", "title.formal", "post", "rank")
_ALSO_A_TITLE = "title.kin"  # "Als ACIL Bin Hamdani": what elders are called is what he is called


def find_names(layout: Layout, places: list[Place], personal: bool = True) -> list[NameCandidate]:
    """All names in document order, not overlapping. ``personal``: a paper about private persons."""
    reading = layout.reading
    taken = {index for place in places for index in range(place.first, place.last)}
    waiting = dict(announced(layout))
    found: list[NameCandidate] = []
    index = 0
    while index < len(reading):
        kinds = waiting.get(index)
        if kinds is not None:
            name = announced_name(reading, index, kinds, taken)
        else:
            name = None if index in taken else _in_text(layout, index, taken, found, personal)
        if name and not _stood_before_a_name(reading, name):
            found.append(_with_initials(reading, name, found[-1].last if found else 0))
            index = name.last
        else:
            index += 1
    return found


def _with_initials(reading: Reading, name: NameCandidate, least: int) -> NameCandidate:
    """``name`` with the initials right in front of it, which alone say nothing: "M." of "M. Aldi", also where
    a narrow cell broke it. ``least``: where the name before ends."""
    first = name.first
    while first > least and grammar.initial_before(reading, first):
        first -= 1
    if first == name.first:
        return name
    return replace(name, first=first, start=reading.starts[first], lead=lead(reading, first))


def _stood_before_a_name(reading: Reading, name: NameCandidate) -> bool:
    """Titles before the label of somebody who is hidden already: what a public copy leaves of him."""
    if not _LABEL_BEHIND.match(reading.text, reading.ends[name.last - 1]):
        return False
    return all(reading.tag_at(index, *_TITLES) for index in range(name.first, name.last))


def _in_text(
    layout: Layout, index: int, taken: set[int], found: list[NameCandidate], personal: bool
) -> NameCandidate | None:
    """The name that begins with word ``index``, if one does."""
    reading, here = layout.reading, lead(layout.reading, index)
    before = found[-1] if found else None
    short = _initials(layout, index, here, before)
    if short:
        return short
    if not reading.capital(index):
        return _small(reading, index, here)
    if len(reading.folds[index]) < 3 and not _may_be_short(reading, index):
        return None
    called = _called(reading, index, here)
    if called:
        return called
    last = _end(reading, index, here, taken)
    if last is None:
        return None
    like = likeness(reading, index, last)
    span = Span(layout, index, last, like, here, before, personal)
    for rule in RULES:
        certain = rule(span)
        if certain:
            leads = before.lead if before and rule.__name__ in ("of_kin", "listed") else here
            return name_candidate(reading, range(index, last), certain, rule.__name__, leads)
    return None


def _may_be_short(reading: Reading, index: int) -> bool:
    """``Go Mei Hwa``, ``W. Santosa``, ``I Wayan``: a known short name, or an initial before a longer word."""
    after = index + 1
    if is_name_part(reading.folds[index]):
        return True
    follows = after < len(reading) and reading.between(after) in (" ", ". ", ".") and reading.capital(after)
    return follows and len(reading.word(after)) > 2


def _called(reading: Reading, index: int, here: Lead) -> NameCandidate | None:
    """An alias takes any words (``als. Narto Cepot``); so does what stands in quotes behind a role."""
    gap = reading.between(index)
    if here.strong and gap.endswith(('"', "“", "'", "‘")):
        quoted = _QUOTED.match(reading.text, reading.starts[index])
        words = reading.words_in(*quoted.span()) if quoted else range(0)
        if 0 < len(words) <= 4:
            return name_candidate(reading, words, 0.85, "alias", here)
    if here.tags and "alias" in here.tags[0] and not _addresses_another(reading, index, here):
        last = grammar.labelled_extent(reading, index)
        return name_candidate(reading, range(index, last), 0.85, "alias", here)
    return None


def _addresses_another(reading: Reading, index: int, here: Lead) -> bool:
    """A title in front of what somebody is called ("dipanggil Pak Kumis"), not the alias itself."""
    if reading.tag_at(index, *_NO_ALIAS):
        return True
    after = index + reading.tag_at(index, _ALSO_A_TITLE)
    if after == index or reading.folds[here.last - 1] in ("als", "alias"):
        return False
    return after < len(reading) and reading.between(after) == " " and reading.capital(after)


def _end(reading: Reading, index: int, here: Lead, taken: set[int]) -> int | None:
    """The word number behind the stretch that may be a name, None where none can begin."""
    if grammar.stops(reading, index, here.strong) or comma_degree(reading, index):
        return None
    if _is_title(reading, index):
        return None
    last = grammar.extent(reading, index, here.strong)
    while last > index and any(i in taken for i in range(index, last)):
        last -= 1
    return None if last == index or _is_abbreviation(reading, index, last, here) else last


def _is_title(reading: Reading, index: int) -> bool:
    """A word of address in front of a capitalised word is no part of the name ("Mbak Dian")."""
    after = index + reading.tag_at(index, *_TITLES)
    if not index < after < len(reading) or not reading.capital(after):
        return False
    return reading.between(after) in (" ", ". ")


def _is_abbreviation(reading: Reading, first: int, last: int, here: Lead) -> bool:
    """One word in capitals, unknown as a name, in a line that is not in capitals: ``HST``, ``STNK``."""
    word = reading.word(first)
    if last - first > 1 or len(word) < 2 or not word.isupper() or is_name_part(reading.folds[first]):
        return False
    start, end = reading.line_span(reading.lines[first])
    letters = [char for char in reading.text[start:end] if char.isalpha()]
    in_capitals = sum(char.isupper() for char in letters) >= 0.8 * len(letters)
    return len(word) <= 5 and not in_capitals and (not here.strong or here.has("rank", "post"))


def _initials(layout: Layout, index: int, here: Lead, before: NameCandidate | None) -> NameCandidate | None:
    """``berinisial AF``, ``MR (34)``, ``anak N.P.``, and the next of a list of initials."""
    reading = layout.reading
    count = initials(reading, index)
    if comma_degree(reading, index) or not (count or capitals_only(reading, index)):
        return None
    last = index + (count or 1)
    certain = _said_to_be_initials(layout, index, last, before)
    if certain or (count and (_meant(here) or _abbreviates(reading, index, last, before))):
        return name_candidate(reading, range(index, last), 0.9, "initials", here)
    return None


def _said_to_be_initials(layout: Layout, index: int, last: int, before: NameCandidate | None) -> bool:
    """Behind the word for initials, with an age, or the next of a list; then even "RS" is no hospital."""
    reading = layout.reading
    if AGE_BEHIND.match(reading.text, reading.ends[last - 1]):
        return True
    if index and reading.folds[index - 1] in ("inisial", "berinisial"):
        return True
    if before is None or before.rule != "names.initials":
        return False
    return in_list(Span(layout, index, last, 0, before.lead, before, True), before)


def _meant(here: Lead) -> bool:
    """A word for a person stands in front, no rank or post."""
    if here.has("alias"):
        return True
    return here.has(*_MEANT) and not here.has("post", "rank")


def _abbreviates(reading: Reading, index: int, last: int, before: NameCandidate | None) -> bool:
    """In brackets behind the name that they abbreviate: ``Nadia Putri (N.P.)``."""
    if before is None or before.last != index or reading.between(index).strip() != "(":
        return False
    letters = "".join(reading.folds[index:last])
    return "".join(word[0] for word in reading.folds[before.first : before.last]).startswith(letters)


def _small(reading: Reading, index: int, here: Lead) -> NameCandidate | None:
    """A name in small letters, as in chats: only behind a word of address or kin, never an everyday word."""
    word = reading.folds[index]
    addressed = here.has(*_ADDRESSED) or (index > 0 and reading.folds[index - 1] in ("si", "bernama"))
    if not addressed or len(word) < 3 or not word.isalpha() or is_everyday(word) or index in reading.opening:
        return None
    if not is_name_part(word) and not here.has("title.formal"):
        return None
    last = grammar.extent(reading, index, True)
    return name_candidate(reading, range(index, last), 0.75, "small", here)
