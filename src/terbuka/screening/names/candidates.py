"""All names of a text: the port through which names come in.

A name is accepted because of what stands in front of it (a title, a rank, a role, a label, a heading above
its column), behind it (a degree, an age, an alias), because its words are known parts of names, or because
the models take its words for a person's name.
"""

import re
from dataclasses import replace

from terbuka.screening.folding import BLOT
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import is_everyday, is_name_part, is_ordinary, words
from terbuka.screening.names import grammar
from terbuka.screening.names.anchors import Lead, lead
from terbuka.screening.names.announced import announced, announced_name
from terbuka.screening.names.codes import code_name
from terbuka.screening.names.degrees import comma_degree
from terbuka.screening.names.initials import initials_at
from terbuka.screening.names.likeness import likeness
from terbuka.screening.names.mistaken import is_mistaken, is_status
from terbuka.screening.names.model import NameCandidate, NameRule, name_candidate
from terbuka.screening.names.openings import conjunctions
from terbuka.screening.names.ordinary import ordinary_name
from terbuka.screening.names.peoples import peoples
from terbuka.screening.names.places import Place
from terbuka.screening.names.rules import LIKELY, RULES, Span, sure_by_model
from terbuka.screening.names.small import plain_word, small_name
from terbuka.screening.reading import Reading

_LABEL_BEHIND = re.compile(rf"[ .,]*{BLOT}")
_LETTER_NUMBER = re.compile(r"(?=.*\d)(?:[\w.\-]*/){2,}[\w.\-]*[,;.)]?")
_LONGEST_NUMBER = 80
_PAPER = 200  # characters of the widest line on paper
_OF_CODE, _CALL = "<=&{$#", re.compile(r"=|\(\d?\)")  # "<script>", "user=intan", "alert(1)"
_SCHEME, _LONGEST_ADDRESS = re.compile("s?://"), 200
_BLANK = re.compile(r"[\s|]")
_SEX = words("sex")
_QUOTED = re.compile(r"[^\"”'’\n]{2,40}(?=[\"”'’])")
_ORDINARY = 0.6  # how sure a name is that is a word of the language
_LIKELY_THOUGH_A_WORD, _LIKELY_TO_GO_ON = 0.6, 0.15
_INSIDE = re.compile(r"[.'’\-]?[ \u00a0]{0,2}|[ \t\r]*\n[ \t]*")
_OF_SOMEBODY = ("role.private", "role.relative", "offspring", "speech")
_TITLES = ("title.kin", "title.formal", "title.clergy", "title.doctor", "title")
_NO_ALIAS = ("title", "title.formal", "post", "rank")
_LED_BY_THE_NAME_BEFORE = (NameRule.OF_KIN, NameRule.LISTED)
_ALSO_A_TITLE = "title.kin"  # "Als ACIL Bin Hamdani": what elders are called is what he is called


def find_names(
    layout: Layout, places: list[Place], likely: list[float], personal: bool = True
) -> list[NameCandidate]:
    """All names in document order, not overlapping. ``likely``: for each word how likely it is part of one.
    ``personal``: a paper about private persons."""
    reading = layout.reading
    taken = {index for place in places for index in range(place.first, place.last)}
    taken |= _of_sex(layout) | peoples(reading) | conjunctions(reading)
    waiting = dict(announced(layout))
    found: list[NameCandidate] = []
    index = 0
    while index < len(reading):
        kinds, before = waiting.get(index), found[-1] if found else None
        name = code_name(reading, index, before)
        if kinds is not None:
            name = name or announced_name(reading, index, kinds, taken)
        elif not name:
            name = None if index in taken else _in_text(layout, index, taken, before, personal, likely)
            name = name or _modelled(reading, index, taken, likely, before)
        if name and not _is_none(reading, name):
            name = _with_last_part(reading, name, taken)
            found.append(_with_initials(reading, name, found[-1].last if found else 0))
            index = name.last
        else:
            index += 1
    return found


def _of_sex(layout: Layout) -> set[int]:
    """The words of a column for male and female: "L" and "P" are nobody's initials there."""
    reading = layout.reading
    cells = (cell for row in layout.rows for cell in row.cells if "sex" in cell.kinds)
    inside = (index for cell in cells for index in reading.words_in(cell.start, cell.end))
    return {index for index in inside if reading.folds[index] in _SEX}


def _with_initials(reading: Reading, name: NameCandidate, least: int) -> NameCandidate:
    """``name`` with the initials right in front of it, which alone say nothing: "M." of "M. Aldi", also where
    a narrow cell broke it. ``least``: where the name before ends."""
    first = name.first
    while first > least and grammar.initial_before(reading, first):
        first -= 1
    if first == name.first:
        return name
    return replace(name, first=first, start=reading.starts[first], lead=lead(reading, first))


def _with_last_part(reading: Reading, name: NameCandidate, taken: set[int]) -> NameCandidate:
    """``name`` with a last part that by itself is an ordinary word ("Kia Beda", "La Bara"), or that says the
    end of the name once more."""
    called, last = name.lead.strong or name.lead.has(*_OF_SOMEBODY), name.last
    if last not in taken and grammar.ordinary_part(reading, range(name.first, last), called):
        last += 1
    if grammar.doubled(reading, last):
        last += 1
    return name if last == name.last else replace(name, last=last, end=reading.ends[last - 1])


def _is_none(reading: Reading, name: NameCandidate) -> bool:
    """A title without a name, part of the number of a letter, how a case stands."""
    if _stood_before_a_name(reading, name) or _of_a_letter(reading, name):
        return True
    return is_status(reading, name.first, name.last)


def _of_a_letter(reading: Reading, name: NameCandidate) -> bool:
    """Part of the number of a letter: "SP.Sidik/201/IX/2022", "B/SP2HP/Ditreskrimum/2024"."""
    text, start, end = reading.text, name.start, name.end
    if "/" not in (text[end : end + 1], text[max(start - 1, 0) : start]):
        return False
    before, behind = text[max(start - _LONGEST_NUMBER, 0) : start], text[start : start + _LONGEST_NUMBER]
    return bool(_LETTER_NUMBER.fullmatch(_BLANK.split(before)[-1] + _BLANK.split(behind)[0]))


def _stood_before_a_name(reading: Reading, name: NameCandidate) -> bool:
    """Titles before the label of somebody who is hidden already: what a public copy leaves of him."""
    if not _LABEL_BEHIND.match(reading.text, reading.ends[name.last - 1]):
        return False
    return all(reading.tag_at(index, *_TITLES) for index in range(name.first, name.last))


def _in_text(
    layout: Layout,
    index: int,
    taken: set[int],
    before: NameCandidate | None,
    personal: bool,
    likely: list[float],
) -> NameCandidate | None:
    """The name that begins with word ``index``, if one does."""
    reading, here = layout.reading, lead(layout.reading, index)
    short = initials_at(layout, index, here, before)
    if short:
        return short
    if not reading.capital(index):
        return small_name(reading, index, here)
    named = bool(here.tags) and "alias" in here.tags[0]  # "ALIAS BU MI"
    if len(reading.folds[index]) < 3 and not named and not _may_be_short(reading, index):
        return None
    called = _called(reading, index, here)
    if called:
        return called
    if ordinary_name(reading, index, here) and not grammar.tells_of_kin(reading, index):
        whole = range(index, grammar.extent(reading, index, True))
        return name_candidate(reading, whole, _ORDINARY, NameRule.ANCHORED, here)
    last = _end(reading, index, here, taken)
    if last is None:
        return None
    like = likeness(reading, index, last)
    mean = sum(likely[index:last]) / (last - index)
    span = Span(layout, index, last, like, here, before, personal, mean)
    for rule, how_sure in RULES:
        certain = how_sure(span)
        if certain:
            leads = before.lead if before and rule in _LED_BY_THE_NAME_BEFORE else here
            return name_candidate(reading, range(index, last), certain, rule, leads)
    return None


def _modelled(
    reading: Reading, index: int, taken: set[int], likely: list[float], before: NameCandidate | None
) -> NameCandidate | None:
    """A stretch of words that the models take for a person, however it is written ("hutang si misrawi")."""
    least = _LIKELY_THOUGH_A_WORD if is_everyday(reading.folds[index]) else LIKELY
    if likely[index] < least or index in taken or not reading.word(index)[0].isalpha():
        return None
    word, here = reading.word(index), lead(reading, index)
    if len(word) == 1 and word.islower() and not here.tags:
        return None  # a cell with an "x" in it
    if _is_no_part(reading, index) or (not here.tags and plain_word(reading, index, before)):
        return None
    if _in_degree(reading, index) or is_mistaken(reading, index, bool(here.tags)):
        return None
    start, behind = reading.starts[index] - 1, reading.ends[index]
    if reading.text[max(start, 0)] in _OF_CODE or _CALL.match(reading.text, behind):
        return None
    if _SCHEME.match(reading.text, behind) or _in_web_address(reading.text, reading.starts[index]):
        return None
    last = index + 1
    while last < len(reading) and likely[last] >= _LIKELY_TO_GO_ON and last not in taken:
        if not _INSIDE.fullmatch(reading.between(last)) or _begins_another(reading, index, last):
            break
        last += 1
    certain = sure_by_model(sum(likely[index:last]) / (last - index))
    return name_candidate(reading, range(index, last), certain, NameRule.MODELLED, here)


def _in_degree(reading: Reading, index: int) -> bool:
    """Word ``index`` is one of the letters of a degree: ", S.I.K."."""
    while index and reading.between(index) == ".":
        index -= 1
    return comma_degree(reading, index)


def _begins_another(reading: Reading, first: int, index: int) -> bool:
    """A deed, a title or a rank, or a word in small letters behind a capital, goes on with no name:
    "Sri Mulyani mewawancarai Ny. Tan"."""
    if grammar.no_name(reading.folds[index]) or reading.tag_at(index, "title.formal", "rank"):
        return True
    small = reading.capital(first) and reading.word(index).islower()
    return small and is_ordinary(reading.folds[index]) and not is_name_part(reading.folds[index])


def _is_no_part(reading: Reading, index: int) -> bool:
    """A title, also in the middle of one ("Jro Mangku"), a post, a deed, or what kind of kin is meant."""
    if reading.tag_at(index, "lead") or reading.within(index, *_TITLES):
        return True
    return grammar.no_name(reading.folds[index]) or grammar.tells_of_kin(reading, index)


def _in_web_address(text: str, start: int) -> bool:
    """The word stands in an address of the web, which is a thing of its own ("personal links")."""
    token = text[max(start - _LONGEST_ADDRESS, 0) : start].split()
    return bool(token) and not text[start - 1].isspace() and "://" in token[-1]


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
            return name_candidate(reading, words, 0.85, NameRule.ALIAS, here)
    if here.tags and "alias" in here.tags[0] and not _addresses_another(reading, index, here):
        last = grammar.labelled_extent(reading, index)
        last = next((at for at in range(index + 1, last) if _begins_sentence(reading, at)), last)
        return name_candidate(reading, range(index, last), 0.85, NameRule.ALIAS, here)
    return None


def _begins_sentence(reading: Reading, index: int) -> bool:
    """Also behind a short name: "alias Iwan. Barang bukti …"."""
    return reading.sentence_end(index) or (
        "." in reading.between(index) and grammar.stops(reading, index, False)
    )


def _addresses_another(reading: Reading, index: int, here: Lead) -> bool:
    """A title in front of what somebody is called ("dipanggil Pak Kumis"), or the next label of a form
    ("Alias :" above "Pekerjaan : Sopir"), not the alias itself."""
    if reading.tag_at(index, *_NO_ALIAS) or grammar.begins_label(reading, index):
        return True
    after = index + reading.tag_at(index, _ALSO_A_TITLE)
    if after == index or reading.folds[here.last - 1] in ("als", "alias"):
        return False
    return after < len(reading) and reading.between(after) == " " and reading.capital(after)


def _end(reading: Reading, index: int, here: Lead, taken: set[int]) -> int | None:
    """The word number behind the stretch that may be a name, None where none can begin."""
    if grammar.stops(reading, index, here.strong) or _in_degree(reading, index):
        return None
    if _is_title(reading, index) or reading.within(index, *_TITLES):
        return None
    last = grammar.extent(reading, index, here.strong)
    while last > index and any(i in taken for i in range(index, last)):
        last -= 1
    if last == index or (not here.strong and grammar.names_a_land(reading, index, last)):
        return None
    return None if _is_abbreviation(reading, index, last, here) else last


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
    left, right = max(start, reading.starts[first] - _PAPER), min(end, reading.ends[first] + _PAPER)
    letters = [char for char in reading.text[left:right] if char.isalpha()]
    in_capitals = sum(char.isupper() for char in letters) >= 0.8 * len(letters)
    return len(word) <= 5 and not in_capitals and (not here.strong or here.has("rank", "post"))
