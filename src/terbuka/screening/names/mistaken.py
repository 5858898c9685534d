"""What a model of words takes for a person's name and is none, however it stands in its sentence."""

import re

from terbuka.screening.lexicon import is_name_part, phrases, region_names, words
from terbuka.screening.reading import Reading

_CLASSES, _NUMBERED = words("class"), re.compile(r"[IVX]+")  # "VI A", "XI IPS 1"
_SHEET = re.compile(r"(?:sheet|worksheet|lembar|lembarkerja|tabel|table|grafik|chart)\d{1,4}")
"""What programs call the sheets of a workbook and the tables on them."""
_STATUS, _EDGE = phrases("no-one-in-a-cell"), re.compile(r"[|\t:;\n]|  |^$")
_ALSO_A_NAME, _TOLD_FROM, _NEAR = "sidik", frozenset(("lidik", "penyelidikan")), 200
_VEHICLES = words("vehicle")
_NOBODY, _SPEAKERS = words("no-person"), words("speaker")  # "Allah", "TTL"; "beta"


def is_mistaken(reading: Reading, index: int, led: bool) -> bool:
    """Word ``index`` begins no name: a class of a school, a sheet of a workbook; who speaks, and what all
    people know; a regency, a city or a make of vehicles that is no part of anybody's name ("Hino").
    ``led``: a title or a role stands in front of it."""
    word = reading.folds[index]
    nobody = word in _NOBODY or (word in _SPEAKERS and not led)
    if nobody and not _goes_on(reading, index):
        return True
    if word in _CLASSES or _NUMBERED.fullmatch(reading.word(index)) or _SHEET.fullmatch(word):
        return True
    return not led and (word in _VEHICLES or word in region_names()) and not is_name_part(word)


def is_status(reading: Reading, first: int, last: int) -> bool:
    """All that a cell or an answer holds is how a case stands, "the same", or nobody: "Lidik", "idem", "Hamba
    Allah". "Sidik" is also what people are called, so only near "Lidik"."""
    said = " ".join(reading.folds[first:last])
    if not _EDGE.search(reading.between(first)) or not _EDGE.search(reading.between(last)):
        return False
    near = reading.folds[max(first - _NEAR, 0) : last + _NEAR] if said == _ALSO_A_NAME else ()
    return said in _STATUS or not _TOLD_FROM.isdisjoint(near)


def _goes_on(reading: Reading, index: int) -> bool:
    """Another capital follows: "Abdi Rahman", "Mama Besar"."""
    after = index + 1
    return (
        reading.capital(index)
        and after < len(reading)
        and reading.between(after) == " "
        and reading.capital(after)
    )
