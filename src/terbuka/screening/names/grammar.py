"""How far a name reaches."""

import re

from terbuka.screening.lexicon import is_everyday, is_name_part, words
from terbuka.screening.names.degrees import degree_at
from terbuka.screening.reading import Reading

_LONGEST = 8
_SAME_COLUMN = 3
_ABBREVIATIONS = words("name-abbreviation")
_PARTICLES = words("name-particle")
_HONORIFICS = words("honorific")
_MONTH_COMPANY = words("month-company")
_LABELLED_GAP = re.compile(r"[.'’\-]?[ \u00a0]{0,2}")


def stops(reading: Reading, index: int, anchored: bool) -> bool:
    """True where word ``index`` cannot belong to a name."""
    word = reading.folds[index]
    if reading.tag_at(index, "name.stop") and not _name_after_all(reading, index):
        return True
    if reading.within(index, "name.stop", "post.organisation", "region") or _is_date_word(reading, index):
        return True
    if (
        word in _ABBREVIATIONS
        and reading.capital(index)
        and reading.text.startswith(".", reading.ends[index])
    ):
        return False
    if is_name_part(word):
        return False
    if reading.tag_at(index, "name.soft-stop") or any(char.isdigit() for char in word):
        return True
    return is_everyday(word) and not (anchored and len(word) == 1)


def _name_after_all(reading: Reading, index: int) -> bool:
    """``Wa Ode`` of Buton and ``Maria Nona`` of Flores: written like a label or a title, parts of names."""
    word, after = reading.word(index), index + 1
    if word in ("Wa", "WA"):
        follows = after < len(reading) and reading.between(after) == " "
        return follows and reading.capital(after) and reading.word(after).isalpha()
    if word in ("Nona", "NONA"):
        return index > 0 and is_name_part(reading.folds[index - 1]) and reading.between(index) == " "
    return False


def _is_date_word(reading: Reading, index: int) -> bool:
    """``Mei``, ``Juli`` and the like are names only away from numbers and the word for month."""
    if not reading.tag_at(index, "month"):
        return False
    before = reading.folds[index - 1] if index else ""
    after = reading.folds[index + 1] if index + 1 < len(reading) else ""
    if before.isdigit() or after.isdigit() or before in _MONTH_COMPANY:
        return True
    return not is_name_part(before) and not is_name_part(after)


def extent(reading: Reading, first: int, anchored: bool) -> int:
    """The word number behind the last word of a name that begins with word ``first``."""
    index = first + 1
    while index < len(reading) and index - first < _LONGEST and _goes_on(reading, first, index, anchored):
        index += 2 if reading.folds[index] in _PARTICLES else 1
    return min(index, len(reading))


def _goes_on(reading: Reading, first: int, index: int, anchored: bool) -> bool:
    if not _gap_inside_name(reading, index):
        return False
    word, after = reading.folds[index], index + 1
    if word in _PARTICLES:
        return after < len(reading) and reading.capital(after) and _gap_inside_name(reading, after)
    if stops(reading, index, anchored):
        return False
    if reading.capital(first):
        return reading.capital(index) and _same_style(reading, first, index)
    return (is_name_part(word) or reading.folds[index - 1] in _HONORIFICS) and not is_everyday(word)


def labelled_extent(reading: Reading, first: int) -> int:
    """Behind ``Nama :`` or under it: all words up to a comma, bracket, number, alias or the next label."""
    index = first + 1
    while index < len(reading) and index - first < _LONGEST and _stays_in_value(reading, first, index):
        index += 1
    return index


def _stays_in_value(reading: Reading, first: int, index: int) -> bool:
    word = reading.folds[index]
    if not _LABELLED_GAP.fullmatch(reading.between(index)):
        return False
    if reading.cell_of[index] != reading.cell_of[first] or any(char.isdigit() for char in word):
        return False
    if reading.tag_at(index, "alias", "rank") or _label_follows(reading, index) or degree_at(reading, index):
        return False
    return reading.capital(index) or not reading.capital(first) or word in _PARTICLES


def _label_follows(reading: Reading, index: int) -> bool:
    """Word ``index`` begins a label with its colon or number ("Budi Umur : 30", "Budi NIK 6371…")."""
    for length, tags in reading.opening.get(index, ()):
        if any(tag.startswith("label.") for tag in tags):
            after = index + length
            number = after < len(reading) and reading.folds[after][:1].isdigit()
            if number or reading.between(after).lstrip()[:1] in (":", "="):
                return True
    return False


def _same_style(reading: Reading, first: int, index: int) -> bool:
    """A name in capitals does not go on in small letters ("RAHMAH Umur"), initials apart."""
    here, there = reading.word(first), reading.word(index)
    return len(here) < 3 or len(there) < 3 or _in_capitals(here) == _in_capitals(there)


def _in_capitals(word: str) -> bool:
    """Most letters are capitals (a scanner may have read one wrong)."""
    return sum(char.isupper() for char in word) * 2 > len(word)


def initial_before(reading: Reading, index: int) -> bool:
    """A capital with its full stop, no title ("H. Kastalani"), stands right in front of word ``index``."""
    before = reading.word(index - 1)
    if len(before) != 1 or not before.isupper() or reading.tag_at(index - 1, "title", "title.clergy"):
        return False
    return reading.between(index) in (". ", ".") or _stands_under(reading, index)


def _stands_under(reading: Reading, index: int) -> bool:
    """A narrow cell broke the name behind an initial: "M." and below it "Aldi"."""
    gap = reading.between(index)
    if gap.strip() != "." or gap.count("\n") != 1:
        return False
    columns = [reading.column(reading.starts[at]) for at in (index - 1, index)]
    return reading.wraps(index) or abs(columns[0] - columns[1]) <= _SAME_COLUMN


def _gap_inside_name(reading: Reading, index: int) -> bool:
    gap, before = reading.between(index), reading.word(index - 1)
    if gap in (" ", "-", "'", "’", "\u00a0"):
        return True
    if gap == "  ":
        return reading.cell_of[index] == reading.cell_of[index - 1]
    if gap in (". ", "."):
        return len(before) <= 2 or before.lower() in _ABBREVIATIONS
    word = reading.folds[index]  # a name broken over two lines of running text goes on with a known part
    return reading.wraps(index) and is_name_part(word) and not is_everyday(word)
