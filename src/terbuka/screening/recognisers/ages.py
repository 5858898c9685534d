"""Ages of persons: behind a word for age, in brackets behind a name, or in a list of personal details."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import is_name_part, is_ordinary, words
from terbuka.screening.people.cast import Cast
from terbuka.screening.people.model import ADULT, Mention, Person
from terbuka.screening.reading import Reading
from terbuka.screening.recognisers.answers import answers
from terbuka.screening.recognisers.checks import birth_year, nik, today
from terbuka.screening.recognisers.numerals import in_words
from terbuka.screening.roles import ACCUSED, CHILDREN, VULNERABLE, Role
from terbuka.screening.written_dates import DATE, dates_in

_CUES = words("age-cue")
_BETWEEN = words("age-between")
_UNITS = words("age-unit")
_BRACKETS = re.compile(r"\.?\"?,? ?\((\d{1,2})(?: ?(tahun|thn|th|bln|bulan))?(?=[,)])")
_RANGE = re.compile(r"\s?(?:-|–|s\.?d\.?|sampai|hingga)\s?\d")
_OF_A_NAMED_CHILD = re.compile(
    r"\b(?:anak|bocah|balita|bayi|batita|siswa|siswi|murid|santri|pelajar|remaja)(?: [a-z]+){0,3}"
    r" (\d{1,2}) ?(?:tahun|thn|th|bulan|bln)(?: yang)? (?:bernama|berinisial|inisial)\b",
    re.I,
)
_CHILD, _LONGEST_LABEL = frozenset({"anak", "siswa", "siswi", "murid"}), 6
_SINCE = frozenset({"sejak", "semenjak"})
_SEX = words("sex")
_PUNISHED = words("sentence-of-court")
_OF_A_CHILD, _OF_A_VICTIM = N_("Umur seorang anak."), N_("Umur seorang korban.")
_OF_ANOTHER = N_("Umur seseorang yang namanya dihitamkan: ikut menunjukkan siapa orang itu.")
_NUMBER_OF_A_LETTER = re.compile(r"/(\d{4})(?!\d)")  # "SKET/12/IX/2023"
_VALID_UNTIL = re.compile(r"(?:berlaku|s\.?d\.?|sampai|hingga|kedaluwarsa|expired)\W*(?:dengan\W*)?$", re.I)


@dataclass(frozen=True, slots=True)
class AgeMention:
    """``years``: 0 for an age in months. ``is_now``: not "since the age of seven". ``of_child``: asked so."""

    start: int
    end: int
    years: int
    is_now: bool = True
    of_child: bool = False


def find_ages(layout: Layout) -> list[AgeMention]:
    """All ages in document order; durations, ranges and statistics are none."""
    reading = layout.reading
    found: dict[int, AgeMention] = {}
    for index in range(len(reading)):
        if reading.folds[index] in _CUES or "age" in layout.kinds_at(reading.starts[index]):
            mention = _behind_cue(layout, index + (reading.folds[index] in _CUES))
        elif reading.folds[index] in _UNITS and index:
            mention = _in_list(layout, index)
        else:
            continue
        if mention:
            since = index > 0 and reading.folds[index - 1] in _SINCE
            found[mention.start] = replace(mention, is_now=False) if since else mention
    for answer in answers(layout, "age"):
        mention = _number(layout, reading.word_at(answer.start))
        if mention:
            found.setdefault(mention.start, mention)
    for match in _OF_A_NAMED_CHILD.finditer(reading.text):
        mention = _number(layout, reading.word_at(match.start(1)))
        if mention:
            found[mention.start] = replace(mention, of_child=True)  # not of who is named before
    for start, age in found.items():
        found[start] = replace(age, of_child=age.of_child or _asked_of_child(reading, start))
    return [found[start] for start in sorted(found)]


def _asked_of_child(reading: Reading, start: int) -> bool:
    """``Umur anak : 7``: whoever else the form is about."""
    index = reading.word_at(start)
    asked = reading.folds[max(0, index - _LONGEST_LABEL) : index]
    return any(cue in _CUES and child in _CHILD for cue, child in pairwise(asked))


def _behind_cue(layout: Layout, index: int) -> AgeMention | None:
    reading = layout.reading
    while index < len(reading) and reading.folds[index] in _BETWEEN:
        index += 1
    if index >= len(reading) or ("\n" in reading.between(index) and not reading.wraps(index)):
        return None
    return _number(layout, index)


def _number(layout: Layout, index: int) -> AgeMention | None:
    """The age that begins at word ``index``: ``15 tahun``, ``13 (tiga belas) tahun``, ``tujuh tahun``."""
    reading = layout.reading
    word = reading.folds[index]
    if word.isdigit() and len(word) <= 3:
        if _RANGE.match(reading.text, reading.ends[index]):
            return None
        value, last = int(word), index + 1
    else:
        spelled = in_words(reading.folds[index : index + 3])
        if not spelled:
            return None
        value, last = spelled[0], index + spelled[1]
    if last < len(reading) and "(" in reading.between(last):
        repeated = in_words(reading.folds[last : last + 3])
        last += repeated[1] if repeated else 0
    months = False
    if last < len(reading) and reading.folds[last] in _UNITS:
        months = reading.folds[last] in ("bulan", "bln", "hari")
        last += 1
    return (
        AgeMention(reading.starts[index], reading.ends[last - 1], 0 if months else value)
        if value < 115
        else None
    )


def _in_list(layout: Layout, unit: int) -> AgeMention | None:
    """``lk, 39 th, swasta``: a number and a unit between commas, beside a word for the sex."""
    reading = layout.reading
    index = unit - 1
    if not reading.folds[index].isdigit() or reading.between(unit) not in (" ", ""):
        return None
    if not re.search(r"[,(/]\s?$", reading.text[max(0, reading.starts[index] - 3) : reading.starts[index]]):
        return None
    near = reading.folds[max(0, index - 5) : index] + reading.folds[unit + 1 : unit + 4]
    alone = re.match(r"\s?[,;.)/]", reading.text[reading.ends[unit] : reading.ends[unit] + 2])
    return _number(layout, index) if _SEX & set(near) or (alone and not _PUNISHED & set(near)) else None


def bracketed(cast: Cast) -> list[AgeMention]:
    """Ages in brackets right behind a name: ``Ahmad Hafiz (11)``, ``Kadek Ayu (15 th)``; not "Ayat (2)"."""
    found = []
    for mention, person in cast.mentions:
        match = _BRACKETS.match(cast.layout.reading.text, mention.end)
        if match and (match[2] or _is_somebody(mention, person)):
            years = 0 if (match[2] or "").startswith("b") else int(match[1])
            found.append(AgeMention(match.start(1), match.end(), years))
    return found


def _is_somebody(mention: Mention, person: Person) -> bool:
    """A known name is, whatever the models say: who is a child is not theirs to decide (policy, rule 4)."""
    known = any(is_name_part(word) and not is_ordinary(word) for word in mention.words)
    return known or person.likely[2] < max(person.likely[:2])


def give_ages(cast: Cast, ages: list[AgeMention]) -> None:
    """Tell each person the age that stands with the name (before roles are decided)."""
    for age in ages:
        owner = cast.owner(age.start)
        if owner and owner.age is None and age.is_now and (not age.of_child or _is_named_child(cast, owner)):
            owner.age = age.years


def _is_named_child(cast: Cast, person: Person) -> bool:
    """Stands behind ``Nama anak :``."""
    fields = [field for mention in person.mentions if (field := cast.layout.field_at(mention.start))]
    return any(
        cast.layout.reading.folds[index] in _CHILD for field in fields for index in range(*field.label)
    )


def ages(cast: Cast, found: list[AgeMention]) -> list[Candidate]:
    """Ages of children, of victims, and of others whom the age would help to recognise (policy, AGE)."""
    candidates = []
    for age in found:
        owner = cast.owner(age.start) or cast.only_vulnerable()
        if owner and owner.role.stays_open:
            owner = cast.only_vulnerable() or owner
        role = owner.role if owner else None
        anothers = owner and owner.role.stays_open and not age.of_child
        if age.is_now and age.years < ADULT and not anothers:
            role = role if role in CHILDREN else Role.CHILD
        elif role is None or role.stays_open or not (role in VULNERABLE or role in _AGE_ROLES):
            continue
        reason = _reason(role)
        candidates.append(Candidate("AGE", age.start, age.end, "ages.age", 0.85, reason, Rank.CONTEXT, role))
    return candidates


def of_no_matter(cast: Cast, found: list[AgeMention]) -> list[AgeMention]:
    """The ages of adults who are known and whom they need not shield: a suspect's, an officer's."""
    owned = ((age, cast.owner(age.start)) for age in found if age.years >= ADULT)
    return [age for age, owner in owned if owner and (owner.role.stays_open or owner.role in ACCUSED)]


def _reason(role: Role | None) -> str:
    if role in CHILDREN:
        return _OF_A_CHILD
    return _OF_A_VICTIM if role in VULNERABLE else _OF_ANOTHER


# A witness's as well as a complainant's: where both stand in one column of a table, the age left open tells
# who of the hidden people it is.
_AGE_ROLES = frozenset({Role.COMPLAINANT, Role.WITNESS, Role.CHILD_RELATIVE, Role.PRIVATE, Role.RELATIVE})


def from_births(cast: Cast, births: list[Candidate], numbers: list[Candidate]) -> None:
    """Tell each person without an age the one that birth date or NIK give in the document's year."""
    year = _document_year(cast.layout.reading.text, births)
    for candidate in [*births, *(number for number in numbers if number.type == "NIK")]:
        owner = cast.near(candidate.start)
        born = _year_of_birth(cast.layout.reading.text, candidate)
        if owner and owner.age is None and born and year - born >= 0:
            owner.age = year - born


def _document_year(text: str, births: list[Candidate]) -> int:
    """The latest year in a date or a number of the document that has come; no end of validity, and no birth:
    in the year of the only birth date an adult would be new-born."""
    this_year = today().year
    born = {at for birth in births for at in range(birth.start, birth.end)}
    dated = list(dates_in(text))
    years = [
        int(match[0][-4:])
        for match in dated
        if match[0][-4:].isdigit()
        and match.start() not in born
        and not _VALID_UNTIL.search(text[max(0, match.start() - 18) : match.start()])
    ]
    in_dates = born.union(*(range(*match.span()) for match in dated))  # "12/05/1984" is no letter's number
    numbers = (match for match in _NUMBER_OF_A_LETTER.finditer(text) if match.start() not in in_dates)
    years += [int(match[1]) for match in numbers]
    return max((year for year in years if 1945 <= year <= this_year), default=this_year)


def _year_of_birth(text: str, candidate: Candidate) -> int | None:
    if candidate.type == "NIK":
        return (
            birth_year(int(candidate.key[10:12]), today()) if candidate.key and nik(candidate.key) else None
        )
    match = DATE.search(text, candidate.start, candidate.end)
    year = match[0][-4:] if match else ""
    return int(year) if year.isdigit() else None
